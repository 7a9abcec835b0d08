"""Whole journals, for what reads a whole one: usual, long, short, empty and hostile."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from painlog.model.contents import Consultation
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.model.peg import Peg
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.store.journal import Journal
from painlog.tasks.report import report_on
from painlog.tasks.sample import sample_journal
from painlog.views.clinician.content import Extras, clinician_page
from painlog.views.clinician.parts import ClinicianPage

if TYPE_CHECKING:
    from painlog.store.rows import Thing

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 31, 21, 0, tzinfo=BERLIN)

SCRIPT = "<script>window.x = 1</script>"
IMAGE = '"><img src=x onerror="window.x = 1">'
TEMPLATE = "{{7*7}} {% raw %} #set text(red) $x^2$ @ref *bold* _it_ `code` \\u{41} //"
OWN_REGION = "my 🦵 spot"
OWN_TREATMENT = 'Tom\'s "oil" & <b>balm</b>'
FOREIGN_TREATMENT = "שלום عربي 中文"
TURNED = "\u202eabc\u2066 \u200f"
NOTHING_ADDED = Extras()
HOSTILE = Extras(f"{SCRIPT}{IMAGE}😀", (f"{IMAGE}{TEMPLATE}", f"中文 {TURNED} שלום"))


def fill(
    path: Path,
    entries: Iterable[Entry] = (),
    courses: Iterable[Course] = (),
    consultations: Iterable[Consultation] = (),
    pegs: Iterable[Peg] = (),
    regions: Iterable[Region] = (),
    treatments: Iterable[Treatment] = (),
) -> Path:
    """A journal that holds these."""
    with Journal(path, writing=True) as journal, journal.change("fill") as change:
        things: Iterable[Thing] = chain(regions, treatments, entries, courses, consultations, pegs)
        for thing in things:
            change.add(thing)
        change.summary = "a journal"
    return path


def demo(path: Path, last_days: int = 120) -> Path:
    """The sample journal, or the end of it."""
    sample = sample_journal(NOW, BERLIN)
    first = NOW.date() - timedelta(days=last_days - 1)
    return fill(
        path,
        (e for e in sample.entries if e.day >= first),
        sample.courses,
        sample.consultations,
        (p for p in sample.pegs if p.answered_on >= first),
    )


def quarter(path: Path) -> Path:
    """90 days of three regions."""
    return demo(path, 90)


def long(path: Path) -> Path:
    """10,000 days of one region, some 27 years, with a treatment that was used all along."""
    first = NOW - timedelta(days=9_999)
    entries = (
        Entry(
            felt_at=first + timedelta(days=number),
            region="lower back",
            side=None,
            intensity=(number // 900 + number % 3) % 11,
        )
        for number in range(10_000)
    )
    return fill(path, entries, [Course("stretching", first.date() + timedelta(days=1_000))])


def single(path: Path) -> Path:
    """One entry."""
    return fill(path, [Entry(felt_at=NOW, region="heel", side="left", intensity=6)])


def empty(path: Path) -> Path:
    """No entry at all."""
    return fill(path)


def hostile(path: Path) -> Path:
    """Every text that a person can give holds what some reader would run or be led astray by."""
    entries = (
        Entry(
            felt_at=NOW - timedelta(days=30 - number),
            region=OWN_REGION if number % 2 else "heel",
            side=None if number % 2 else "left",
            intensity=number % 7,
            intensity_before=8 if number > 15 else None,
            qualities=("{{7*7}} 😀",),
            triggers=(SCRIPT,),
            conditions=(IMAGE,),
            treatments=(OWN_TREATMENT,) if number > 15 else (),
            note=(f"{SCRIPT}{IMAGE}{TEMPLATE}{TURNED}\nnext " * 99)[:5000] if number == 3 else "",
        )
        for number in range(1, 31)
    )
    return fill(
        path,
        entries,
        [Course(FOREIGN_TREATMENT, NOW.date() - timedelta(days=12), None, "heel", "left")],
        [Consultation(NOW.date() - timedelta(days=20), f"{IMAGE}{TEMPLATE}")],
        regions=[Region(OWN_REGION, sides="optional", own=True)],
        treatments=[
            Treatment(OWN_TREATMENT, own=True),
            Treatment(FOREIGN_TREATMENT, own=True),
        ],
    )


def page_of(path: Path, extras: Extras = NOTHING_ADDED, *, notes: bool = False) -> ClinicianPage:
    """The clinician's page of a journal."""
    with Journal(path) as journal:
        made = report_on(journal, NOW, with_notes=notes, for_clinician=True)
    return clinician_page(made.report, made.told, made.advice, NOW.date(), extras)
