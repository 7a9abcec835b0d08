"""Regions, treatments and red flags as lists and cards."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from painlog.advice.red_flags import RedFlag
from painlog.model.region import Region, Sides
from painlog.model.treatment import Sourced, Treatment
from painlog.views.terminal.screen import Screen
from painlog.views.wording import listed, printable

_SIDES: dict[Sides, str] = {
    "paired": "left and right",
    "optional": "one, with an optional side",
    "none": "one, on the midline",
}
_OWN = "your own"
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
    )


def treatment_lines(treatments: Iterable[Treatment], screen: Screen) -> Iterator[str]:
    """List treatments under their kind."""
    ordered = sorted(treatments, key=lambda t: (t.own, t.kind))
    for kind, members in groupby(ordered, key=lambda t: _OWN if t.own else t.kind):
        yield screen.bold(kind)
        for treatment in members:
            also = ", ".join(map(printable, treatment.synonyms))
            text = f"{printable(treatment.name)}, {_care(treatment)}"
            yield from screen.wrapped(f"{text} ({also})" if also else text, "  ", "      ")


def treatment_card(treatment: Treatment, screen: Screen) -> Iterator[str]:
    """Yield one treatment: what it is and is not, the evidence for and against, the cautions."""
    yield from _card(
        treatment,
        screen,
        ("Kind", f"{treatment.kind}, {_care(treatment)}"),
        ("Also called", ", ".join(map(printable, treatment.synonyms))),
        ("What it is", treatment.what or "a treatment of your own"),
        ("What it is not", treatment.what_not),
    )
    yield from _facts("Evidence", treatment.evidence, _NOT_SUMMARISED, screen)
    yield from _facts("Cautions", treatment.cautions, "painlog knows of none", screen)


def red_flag_lines(flags: Sequence[RedFlag], screen: Screen) -> Iterator[str]:
    """List red flags under what to do about them, each sign with its public source."""
    ordered = sorted(flags, key=lambda f: f.urgency)
    for number, (action, members) in enumerate(groupby(ordered, key=lambda f: f.action)):
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


def _care(treatment: Treatment) -> str:
    return "conventional" if treatment.conventional else "complementary"


def _facts(name: str, facts: Sequence[Sourced], none: str, screen: Screen) -> Iterator[str]:
    if not facts:
        yield from screen.wrapped(f"{name}: {none}.", "  ", "    ")
        return
    yield f"  {name}:"
    for fact in facts:
        source = f" [{fact.source}]" if fact.source else ""
        yield from screen.wrapped(f"{fact.text}{source}", "    - ")
