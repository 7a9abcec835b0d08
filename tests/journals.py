"""Whole journals, for what reads a whole one: usual, long, short, empty and hostile."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from painlog.model.contents import Consultation
from painlog.model.course import Course
from painlog.model.dose_reading import parse_dose
from painlog.model.entry import Entry
from painlog.model.peg import Peg
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.model.use import Use
from painlog.store.journal import Journal
from painlog.tasks.report import report_on
from painlog.tasks.sample import add_sample, sample_journal
from painlog.views.clinician.content import Extras, clinician_page
from painlog.views.clinician.parts import ClinicianPage

if TYPE_CHECKING:
    from painlog.model.region import Side
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
    uses: Iterable[Use] = (),
    diaries: Iterable[str] = (),
) -> Path:
    """A journal that holds these; of `diaries` every attack is written down."""
    with Journal(path, writing=True) as journal, journal.change("fill") as change:
        things: Iterable[Thing] = chain(
            regions, treatments, entries, courses, consultations, pegs, uses
        )
        for thing in things:
            change.add(thing)
        for name in diaries:
            change.edit(journal.regions.by_name[name]._replace(diary="attacks"))
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
        diaries=["head"],
    )


def sample(path: Path) -> Path:
    """The sample journal as `painlog demo` has it, with its trial and what goes with the pain."""
    with Journal(path, writing=True) as journal:
        add_sample(journal, NOW)
    return path


def quarter(path: Path) -> Path:
    """90 days of three regions."""
    return demo(path, 90)


def migraine(path: Path) -> Path:
    """150 days of attacks, a triptan with each, and a preventive whose dose was raised."""
    entries, uses = [], []
    for ago in range(150, -1, -1):
        if ago % (3 if ago > 80 else 5 if ago > 40 else 8):
            continue
        begun = (NOW - timedelta(days=ago)).replace(hour=9)
        level, hours = 7 + ago % 3, (3, 8, 20, 50)[ago % 4]
        entries.append(
            Entry(
                begun,
                "head",
                level,
                until=min(begun + timedelta(hours=hours), NOW),
                interference=5 + ago % 4,
                qualities=("throbbing",),
            )
        )
        entries.append(Entry(begun + timedelta(hours=2, minutes=10), "head", ago % 5))
        name, dose = ("ibuprofen", "400 mg") if ago % 4 == 0 else ("sumatriptan", "50 mg")
        at = begun + timedelta(minutes=10)
        uses.append(Use(at, name, parse_dose(dose), "head"))
    start, raised = (NOW.date() - timedelta(days=ago) for ago in (80, 40))
    eve = raised - timedelta(days=1)
    return fill(
        path,
        entries,
        [
            Course("amitriptyline", start, eve, "head", dose=parse_dose("10 mg")),
            Course("amitriptyline", raised, None, "head", dose=parse_dose("25 mg")),
        ],
        [Consultation(start, "Neurologist: amitriptyline.")],
        [Peg(NOW.date() - timedelta(days=ago), 3 + ago // 20, 4, 5) for ago in range(84, 0, -14)],
        uses=uses,
        diaries=["head"],
    )


def fibromyalgia(path: Path) -> Path:
    """90 days of ten regions, with a medicine and pacing, and a note on several of them at once."""
    places: list[tuple[str, Side | None]] = [
        *(("neck", None), ("upper back", None), ("lower back", None), ("hand", "both")),
        *(("shoulder", "left"), ("shoulder", "right"), ("hip", "left"), ("hip", "right")),
        *(("knee", "left"), ("knee", "right")),
    ]
    entries = [
        Entry(
            NOW - timedelta(days=ago),
            region,
            max(6 - at // 3 - (ago < 30) + (ago * 7 + at * 3) % 4 - 1, 0),
            side,
            interference=4 + ago % 4 if at == 0 else None,
            note="A bad night." if ago % 10 == 0 else "",
        )
        for ago in range(89, -1, -1)
        for at, (region, side) in enumerate(places)
        if (ago + at) % 6
    ]
    return fill(
        path,
        entries,
        [
            Course("duloxetine", NOW.date() - timedelta(days=60), dose=parse_dose("30 mg")),
            Course("pacing", NOW.date() - timedelta(days=30)),
        ],
        [Consultation(NOW.date() - timedelta(days=60), "Rheumatologist.")],
        uses=[
            Use(NOW - timedelta(days=ago, hours=1), "ibuprofen", parse_dose("400 mg"))
            for ago in range(0, 90, 6)
        ],
    )


def heel_pain(path: Path) -> Path:
    """120 days of morning pain under one heel, falling since stretching, physiotherapy later on."""
    entries = [
        Entry(
            (NOW - timedelta(days=ago)).replace(hour=7),
            "heel",
            min((7 if ago > 60 else 4 + ago // 20) + ago % 3 - 1, 10),
            "left",
            interference=4 if ago % 3 == 0 else None,
            triggers=("long walk",) if ago % 9 == 0 else (),
        )
        for ago in range(119, -1, -1)
        if ago % 5
    ]
    return fill(
        path,
        entries,
        [
            Course("stretching", NOW.date() - timedelta(days=60), None, "heel", "left"),
            Course("physiotherapy", NOW.date() - timedelta(days=12), None, "heel", "left"),
        ],
        uses=[
            Use(NOW - timedelta(days=ago, hours=12), "ibuprofen", parse_dose("400 mg"), "heel")
            for ago in range(1, 90, 11)
        ],
    )


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
