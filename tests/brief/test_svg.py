from sulh.brief.svg import WIDTH, drawing, line, text, x_of


def test_the_reading_direction_turns_a_place_around() -> None:
    assert x_of(10, "ltr") == 10
    assert x_of(10, "rtl") == WIDTH - 10


def test_a_label_keeps_its_direction_and_is_never_markup() -> None:
    assert text("lane", 1, 2, "start", "<a\u202e") == (
        '<text class="lane" x="1.0" y="6.5" text-anchor="start">\u2068&lt;a\u202e\u202c\u2069</text>'
    )


def test_a_line() -> None:
    assert line("tick", (1, 2), (3, 4)) == '<line class="tick" x1="1.0" x2="3.0" y1="2.0" y2="4.0"/>'


def test_a_drawing_has_a_title_and_a_description_where_there_is_one() -> None:
    bare = drawing(("What <it> is", ""), ("<g/>",), 10, "rtl", "t")
    assert '<title id="t">What &lt;it&gt; is</title><g/></svg>' in bare
    assert 'viewBox="0 0 960 10" direction="rtl"' in bare
    assert "desc" not in bare
    told = drawing(("It", "More of it."), (), 10, "ltr", "t")
    assert 'aria-labelledby="t" aria-describedby="t-d"' in told
    assert '<desc id="t-d">More of it.</desc>' in told
