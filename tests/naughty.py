"""The Big List of Naughty Strings, and a journal that holds all of it in its texts."""

import json
from datetime import timedelta
from pathlib import Path

import journals
from builders import entry
from journals import NOW
from painlog.errors import PainlogError
from painlog.model.contents import Consultation
from painlog.model.course import Course
from painlog.model.names import own_name
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.views.clinician.content import Extras
from steering import STEERING

LIST = Path(__file__).parent / "input" / "data" / "blns.json"
NAUGHTY = tuple(dict.fromkeys(json.loads(LIST.read_text("utf-8"))))
MARKUP = (
    "[link](http://127.0.0.1:9/)",
    "![](http://127.0.0.1:9/a.png)",
    "<http://127.0.0.1:9/>",
    "a | b | c",
    "| --- |",
    "`code` **bold** ~~gone~~",
    "1. one",
    "1) one",
    "# head",
    "> said",
    "- item",
    "[a]: http://127.0.0.1:9/",
    "&lt;b&gt; &#60;",
    "***",
    "===",
    "```",
    "$x^2$",
    "    indented",
    "trailing\\",
)
# What is more than white space and ";" is a quality, too.
TEXTS = tuple(t for t in (STEERING, *MARKUP, *NAUGHTY) if t.replace(";", "").strip())
ASKED = Extras(STEERING, TEXTS[:40])


def names():
    """What of the texts can be a name of the person's own."""
    found: dict[str, str] = {}
    for text in TEXTS:
        try:
            name = own_name(text, "region")
        except PainlogError:
            continue
        found.setdefault(name.casefold(), name)
    return list(found.values())


def journal(path, few=12):
    """Every text as a note and a quality, and the first names as regions and treatments."""
    regions, treatments = names()[:few], names()[few : 2 * few]
    entries = (
        entry(
            "heel",
            5,
            region=regions[i % few],
            felt_at=NOW - timedelta(hours=i),
            treatments=(treatments[i % few],),
            before=7,
            qualities=(" ".join(text.replace(";", "").split()),),
            note=text,
        )
        for i, text in enumerate(TEXTS)
    )
    return journals.fill(
        path,
        entries,
        [Course(name, NOW.date() - timedelta(days=9)) for name in treatments],
        [Consultation(NOW.date() - timedelta(days=3), text) for text in TEXTS[:20]],
        regions=[Region(name, own=True) for name in regions],
        treatments=[Treatment(name, own=True) for name in treatments],
    )
