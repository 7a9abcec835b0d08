"""Regions, treatments and red flags as lists and cards."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from painlog.advice.red_flags import RedFlag
from painlog.advice.services import Services
from painlog.files.command_line import quoted
from painlog.model.region import Diary, Region, Sides
from painlog.model.sourced import Sourced
from painlog.model.treatment import Treatment
from painlog.views.terminal.screen import Screen
from painlog.views.wording import listed, printable, titled

_SIDES: dict[Sides, str] = {
    "paired": "left and right",
    "optional": "one, with an optional side",
    "none": "one, on the midline",
}
_DIARIES: dict[Diary, str] = {
    "days": "a day without an entry says nothing",
    "attacks": "every attack is written down, so from the first entry on a day without an attack "
    "or a painkiller for it counts as one without pain",
}
_OWN = "your own"
_NOT_ALL = "This is not the whole list: the leaflet in the packet has it."
_NOT_SAID = "not said"
_FIRST_OF_CLASS = 4
_NO_CAUTIONS = "painlog does not know this treatment, so it cannot warn you"
_NOT_SUMMARISED = "not summarised here, which says nothing for or against it; ask your clinician"


def region_lines(regions: Sequence[Region], screen: Screen) -> Iterator[str]:
    """List regions under the part of the body that they belong to."""
    for area, members in groupby(regions, key=lambda r: _OWN if r.own else r.area):
        yield screen.bold(area)
        for region in members:
            also = f" ({', '.join(map(printable, region.synonyms))})" if region.synonyms else ""
            yield from screen.wrapped(f"{printable(region.name)}{also}", "  ", "      ")


def region_card(region: Region, screen: Screen) -> Iterator[str]:
    """Yield one region: where it is, its sides, its other names and what it is mistaken for."""
    yield from _card(
        region,
        screen,
        ("Where", region.where or "a region of your own"),
        ("Part of the body", "" if region.own else region.area),
        ("Sides", _SIDES[region.sides]),
        ("Also called", ", ".join(map(printable, region.synonyms))),
        ("Easily mistaken for", listed(region.mistaken_for)),
        ("Diary", _DIARIES[region.diary]),
    )


def diary_words(name: str, diary: Diary) -> str:
    """Say what a diary means for a region: "Head: every attack is written down, …"."""
    return f"{titled(name)}: {_DIARIES[diary]}."


def treatment_lines(
    treatments: Iterable[Treatment], screen: Screen, *, by_class: bool = False
) -> Iterator[str]:
    """List treatments under their kind.

    Args:
        treatments: The treatments to list.
        screen: Where they are shown.
        by_class: Whether the medicines, which are many, are only counted.
    """
    ordered = sorted(treatments, key=lambda t: (t.own, t.kind))
    for kind, members in groupby(ordered, key=lambda t: _OWN if t.own else t.kind):
        yield screen.bold(kind)
        if by_class and kind == "medication":
            yield from _classes(members, screen)
            continue
        for treatment in members:
            also = ", ".join(map(printable, (*treatment.synonyms, *treatment.brands)))
            about = treatment.medicine_class or treatment.care or f"kind {_kind(treatment)}"
            text = f"{printable(treatment.name)}, {about}"
            yield from screen.wrapped(f"{text} ({also})" if also else text, "  ", "      ")


def _classes(medicines: Iterable[Treatment], screen: Screen) -> Iterator[str]:
    """Yield a line for each class with its first medicines, and how to see them all."""
    for name, members in groupby(medicines, key=lambda t: t.medicine_class):
        names = [medicine.name for medicine in members]
        first = ", ".join(names[:_FIRST_OF_CLASS])
        more = len(names) - _FIRST_OF_CLASS
        text = f"{name}: {first} and {more} more" if more > 0 else f"{name}: {first}"
        yield from screen.wrapped(text, "  ", "      ")
    yield from screen.wrapped("All of a class: painlog treatments --class triptan", "  ", "      ")


def treatment_card(treatment: Treatment, screen: Screen) -> Iterator[str]:
    """Yield one treatment: what it is and is not, the evidence for and against, the cautions."""
    yield from _card(
        treatment,
        screen,
        ("Kind", ", ".join(filter(None, (_kind(treatment), treatment.care)))),
        ("Class", treatment.medicine_class),
        ("ATC code", treatment.atc),
        ("Also called", ", ".join(map(printable, treatment.synonyms))),
        ("Sold as", ", ".join(treatment.brands)),
        ("What it is", treatment.what or "a treatment of your own"),
        ("What it is not", treatment.what_not),
    )
    yield from _facts("Evidence", treatment.evidence, _NOT_SUMMARISED, screen)
    yield from _facts("Cautions", treatment.cautions, _NO_CAUTIONS, screen)
    if treatment.is_medicine:
        yield from screen.wrapped(_NOT_ALL, "  ")


def first_use_lines(medicine: Treatment, screen: Screen) -> Iterator[str]:
    """Say what public guidance says to watch for with a medicine, each with its source."""
    sourced = [fact for fact in medicine.cautions if fact.source]
    if sourced:
        name = printable(medicine.name)
        yield from screen.wrapped(
            f"Your first {name} here. To read again what to watch for: "
            f"painlog treatments show {quoted(name)}",
            "  ",
        )
        for fact in sourced:
            yield from screen.wrapped(f"{fact.text} [{fact.source}]", "  - ")
        yield from screen.wrapped(_NOT_ALL, "  ")
        return
    name = printable(medicine.name)
    text = (
        f"Your first {name} here: ask a pharmacist whether it suits you. The leaflet in the packet "
        "says what to watch for."
        if medicine.topical
        else f"Your first {name} here. painlog has no list of what to watch for with it: the "
        "leaflet in the packet has one."
    )
    yield from screen.wrapped(text, "  ")


def red_flag_lines(flags: Sequence[RedFlag], screen: Screen, services: Services) -> Iterator[str]:
    """List red flags under what to do about them, each sign with its public source.

    Args:
        flags: The red flags.
        screen: Where they are shown.
        services: Whom to call in the person's country.
    """
    ordered = sorted(flags, key=lambda f: f.urgency)
    for number, (action, members) in enumerate(
        groupby(ordered, key=lambda f: f.action_in(services))
    ):
        if number:
            yield ""
        yield from (screen.bold(line) for line in screen.wrapped(action))
        for area, signs in groupby(members, key=lambda f: f.area):
            yield f"  {area}"
            for flag in signs:
                yield from screen.wrapped(f"{flag.sign} ({flag.source})", "  - ")


def _card(thing: Region | Treatment, screen: Screen, *fields: tuple[str, str]) -> Iterator[str]:
    yield screen.bold(printable(thing.name))
    for name, value in fields:
        if value:
            yield from screen.wrapped(f"{name}: {value}", "  ", "    ")


def _kind(treatment: Treatment) -> str:
    return treatment.kind if treatment.is_kind_said else _NOT_SAID


def _facts(name: str, facts: Sequence[Sourced], none: str, screen: Screen) -> Iterator[str]:
    if not facts:
        yield from screen.wrapped(f"{name}: {none}.", "  ", "    ")
        return
    yield f"  {name}:"
    for fact in facts:
        source = f" [{fact.source}]" if fact.source else ""
        yield from screen.wrapped(f"{fact.text}{source}", "    - ")
