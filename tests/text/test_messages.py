import string
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from sulh.text import messages
from sulh.text.messages import CatalogueError, translator

SOURCES = Path(str(files("sulh")))
CATALOGUE = SOURCES / "locale" / "ar" / "LC_MESSAGES" / "sulh.po"
Key = tuple[str | None, str]


@cache
def extracted() -> dict[Key, tuple[str, ...]]:
    found = {}
    for _, _, message, _, context in extract_from_dir(SOURCES):
        forms = (message,) if isinstance(message, str) else message
        found[context, forms[0]] = forms
    return found


@cache
def catalogued() -> dict[Key, Message]:
    with CATALOGUE.open("rb") as file:
        return {
            (m.context, m.id if isinstance(m.id, str) else m.id[0]): m for m in read_po(file, "ar") if m.id
        }


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def wordings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def test_the_catalogue_has_the_messages_of_the_sources_and_no_others() -> None:
    assert extracted().keys() == catalogued().keys()
    assert len(catalogued()) > 50


def test_every_message_is_translated_with_the_same_places() -> None:
    for key, message in catalogued().items():
        assert not message.fuzzy, key
        wanted = set().union(*map(places, extracted()[key]))
        for wording in wordings(message):
            assert wording.strip(), key
            assert places(wording) <= wanted, key
        assert set().union(*map(places, wordings(message))) == wanted, key


def test_plurals_have_the_six_arabic_forms() -> None:
    plurals = [m for m in catalogued().values() if not isinstance(m.string, str)]
    assert plurals
    assert all(len(wordings(message)) == 6 for message in plurals)


@pytest.mark.parametrize(
    ("count", "wording"),
    [
        (0, "لا تصريحات"), (1, "تصريح واحد"), (2, "تصريحان"), (3, "3 تصريحات"), (10, "10 تصريحات"),
        (11, "11 تصريحًا"), (99, "99 تصريحًا"), (100, "100 تصريح"), (103, "103 تصريحات"),
    ],
)  # fmt: skip
def test_arabic_counts_agree_with_the_noun(count: int, wording: str) -> None:
    m = translator("ar")
    assert m.ngettext("{count} statement", "{count} statements", count).format(count=count) == wording


def test_english_is_the_language_of_the_sources() -> None:
    m = translator("en")
    assert m.gettext("Timeline") == "Timeline"
    assert m.pgettext("role", "host") == "host"
    assert m.ngettext("{count} statement", "{count} statements", 1) == "{count} statement"
    assert m.direction == "ltr"
    assert translator("ar").direction == "rtl"


def test_a_word_with_several_senses_is_told_by_its_context() -> None:
    assert translator("ar").pgettext("role", "host") == "مضيف"


def test_observers_of_talks_and_monitors_of_a_ceasefire_differ() -> None:
    monitor = translator("ar").pgettext("role", "monitor")
    observer = translator("ar").pgettext("role", "observer")
    assert monitor != observer


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(CatalogueError, match="no messages in 'fr'; use one of ar, en"):
        translator("fr")


def test_a_catalogue_that_is_not_compiled_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(messages, "files", lambda _: tmp_path)
    translator.cache_clear()
    with pytest.raises(CatalogueError, match=r"sulh\.mo: the catalogue is not compiled; install sulh again"):
        translator("ar")
    translator.cache_clear()
