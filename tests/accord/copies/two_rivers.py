"""Copies of one invented agreement between the regions of the two rivers, in both languages."""

from sulh.accord import Copy
from sulh.accord.reading import parse

ENGLISH = """\
+++
language = "en"
parties = ["Lowland Region", "Upland Region"]
guarantors = ["State of Harbour", "River Authority"]
+++
# Article 1: Ceasefire {#ceasefire}

The Lowland Region and the Upland Region cease fire at 00:00 on 31 December 2030.

# Article 2: Withdrawal {#withdrawal}

1. The Lowland Region shall withdraw 1,200 fighters from the bridge at Tamrin {#pull-back}
within 10 days of signature.
2. The Upland Region shall open three crossings, {#crossings}
and the State of Harbour observes this for six months.

# Article 3: Scope {#scope}

The ceasefire does not include the Northern Front and the Bridge Brigade.

# Article 4: Aid {#aid}

Aid reaches Tamrin and all villages, as resolution 77 (2029) and Article 2 demand;
"safe passage" is free of charge.

# Article 5: Monitoring {#monitoring}

The River Authority shall report to both sides every week; its staff of 45 persons moves freely.

# Article 6: Disputes {#disputes}

The two sides settle disputes by talks under the State of Harbour before 16 January 2031.
"""
ARABIC = """\
+++
language = "ar"
parties = ["إقليم السهل", "إقليم المرتفعات"]
guarantors = ["دولة المرفأ", "هيئة النهر"]
+++
# المادة 1: وقف إطلاق النار {#ceasefire}

يوقف إقليم السهل وإقليم المرتفعات كل إطلاق للنار في الساعة 00:00 من يوم 31 كانون الأول/ديسمبر 2030.

# المادة 2: الانسحاب {#withdrawal}

1. يسحب إقليم السهل 1200 مقاتل من الجسر في تمرين خلال 10 أيام من دخول الاتفاق حيز النفاذ. {#pull-back}
2. يفتح إقليم المرتفعات ثلاثة معابر، وتراقب دولة المرفأ ذلك مدة ستة أشهر. {#crossings}

# المادة 3: النطاق {#scope}

لا يشمل وقف إطلاق النار جبهة الشمال ولواء الجسر.

# المادة 4: المساعدات {#aid}

تصل المساعدات إلى تمرين وكل القرى، وفق ما يطلبه القرار 77 (2029) والمادة 2؛ و«المرور الآمن» مجاني.

# المادة 5: المراقبة {#monitoring}

تقدم هيئة النهر تقريرا إلى الجانبين كل أسبوع؛ ويتنقل موظفوها وعددهم 45 شخصا بحرية على كل الطرق.

# المادة 6: المنازعات {#disputes}

يسوي الجانبان المنازعات بالحوار برعاية دولة المرفأ قبل 16 كانون الثاني/يناير 2031.
"""


def copy(text: str, name: str = "copy.md") -> Copy:
    read, faults = parse(text, name)
    assert faults == ()
    assert read is not None
    return read
