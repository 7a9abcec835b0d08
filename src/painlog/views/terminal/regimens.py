"""Two regimens compared: the rated days of each, the change, and what it cannot tell."""

from collections.abc import Iterator, Mapping, Sequence

from painlog.advice.standing import ONE_PERSON, WHOLE, Advice
from painlog.analysis.regimens import Order, RegimenComparison, others_beside
from painlog.model.dose_reading import split_dose
from painlog.model.names import sentence_start
from painlog.model.regimen import Regimen, regimen_label
from painlog.model.region import label
from painlog.views.statements import effect_verdict
from painlog.views.terminal.comparison import comparison_blocks
from painlog.views.terminal.page import Block, Heading, Item, Paragraph
from painlog.views.wording import SCALE, count, day, listed, printable

_ORDER: dict[Order, str] = {
    "first": "First came {first}, then {second}.",
    "second": "First came {second}, then {first}.",
    "blocks": "There were few blocks: first {began_with}, then {other}, then {began_with} again.",
    "alternating": "The two alternated.",
}
ALL_DAYS = "Compared: all days of each. A report takes only the last of a course, 28 by default."
NO_DOSES: Mapping[str, Sequence[str]] = {}
_LIMIT = f"{ONE_PERSON} Anything else that changed in the meantime is in these numbers, too."
_ALTERNATING_LIMIT = (
    "Alternating days tell more than one block after another, but still not why: whatever made you "
    "choose one or the other on a day is in these numbers, too."
)


def regimen_blocks(
    found: RegimenComparison,
    *,
    alternate: bool,
    doses: Mapping[str, Sequence[str]] = NO_DOSES,
    never_started: Sequence[str] = (),
    advice: Advice = WHOLE,
) -> Iterator[Block]:
    """Yield the days of each regimen, what the ratings did, the limits, and how to learn more.

    Args:
        found: The figures.
        alternate: Whether alternating the two may be suggested.
        doses: For each treatment, the doses at which it was started here.
        never_started: The medicines that have no course here.
        advice: What stands at the end.
    """
    first, second = _name(found.first), _name(found.second)
    place = printable(label(found.region, found.side))
    yield Heading(f"{sentence_start(place)}: {first}, compared with {second}", 1)
    yield Paragraph(SCALE)
    comparison = found.comparison
    for regimen, window in ((found.first, comparison.before), (found.second, comparison.after)):
        name = _followed(found, regimen)
        if window.days:
            yield Item(
                f"{name}: {count(window.rated_days, 'rated day')} between "
                f"{day(window.dates[0])} and {day(window.dates[-1])}"
            )
        else:
            alone = ", with nothing else started" if regimen else ""
            yield Item(f"{name}{alone}: no rated day")
    yield from _about_doses(found, doses)
    for medicine in map(printable, never_started):
        yield Paragraph(
            f"No course of {medicine} was started here. What is taken as needed is not compared: "
            f"painlog report has the ratings around each use."
        )
    if found.order:
        began_with, other = (first, second) if found.began_with == found.first else (second, first)
        yield Paragraph(
            _ORDER[found.order].format(
                first=first, second=second, began_with=began_with, other=other
            )
        )
        yield Paragraph(ALL_DAYS)
    names = (_days_with(found.first), _days_with(found.second))
    yield from comparison_blocks(
        comparison,
        found.cautions,
        names,
        in_time=found.order == "first",
        said=effect_verdict(found, names[0]),
        whose=f"{names[1]} than {names[0]}",
        carried="the days compared, all those of each",
    )
    yield from _together(found)
    yield from _alone(found)
    yield from _what_there_is(found, place)
    yield Heading("What this cannot tell")
    yield Paragraph(_ALTERNATING_LIMIT if found.order == "alternating" else _LIMIT)
    more = (
        f"To learn more: alternate {first} and {second} in an order drawn by chance, if your "
        "clinician agrees: painlog trial plan."
        if alternate
        else "Ask your clinician how to find out safely."
    )
    yield Paragraph(f"{more} What was prescribed to you is not for a test of your own.")
    yield Heading("Advice")
    yield Paragraph(advice.text)


def _about_doses(found: RegimenComparison, doses: Mapping[str, Sequence[str]]) -> Iterator[Block]:
    """Say which doses a treatment named without one covers, and which dose was never started.

    Where the doses differ between the two, a caution says so.
    """
    named = sorted(found.first | found.second)
    for treatment, started in sorted(doses.items()):
        name, all_of_them = printable(treatment), listed(map(printable, started))
        sides = {tuple(side[treatment]) for side in found.doses if treatment in side}
        sides = sides or {tuple(started)}
        if treatment in named and len(started) > 1 and len(sides) == 1:
            covered = [printable(dose or "a dose not said") for dose in sides.pop()]
            yield Paragraph(f"{sentence_start(name)} here means {name} at {listed(covered)}.")
        for asked in named:
            dose = asked.removeprefix(f"{treatment} ")
            if dose != asked and split_dose(asked)[0] == treatment and dose not in started:
                yield Paragraph(
                    f"{sentence_start(name)} was never started at {printable(dose)} here, only at "
                    f"{all_of_them}."
                )


def _together(found: RegimenComparison) -> Iterator[Block]:
    """Say where one of the two has several treatments that the other has not."""
    sides = (found.first - found.second, found.second - found.first)
    apart = sorted(found.first ^ found.second)
    if max(map(len, sides)) > 1 and found.comparison.interval is not None:
        yield Paragraph(
            f"They differ in {listed(map(printable, apart))}: the ratings cannot tell which of "
            "them the change came with."
        )


def _alone(found: RegimenComparison) -> Iterator[Block]:
    """Say why the report may differ for a treatment that had others beside it."""
    if not (found.comparison.before.days and found.comparison.after.days):
        return
    for regimen in (found.first, found.second):
        if others := others_beside(found, regimen):
            yield Paragraph(
                f"This compares the days with {_name(regimen)} and nothing else started; the "
                f"report's before-and-after of {listed(map(printable, sorted(regimen)))} also has "
                f"days with {listed(map(printable, others))}."
            )


def _what_there_is(found: RegimenComparison, place: str) -> Iterator[Block]:
    """Name the regimens with rated days, where one of the two has none."""
    if found.comparison.before.days and found.comparison.after.days:
        return
    followed = [(r, n) for r, n in found.rated_days.items() if n]
    if not followed:
        yield Paragraph(f"There are no ratings of {place} in this period.")
        return
    yield Paragraph("Regimens with rated days:")
    for regimen, days in followed:
        yield Item(f"{_followed(found, regimen)}: {count(days, 'rated day')}")


def _followed(found: RegimenComparison, regimen: Regimen) -> str:
    """Name a regimen by what makes its days: starts, or uses of what nobody started."""
    if not regimen:
        return "nothing started"
    named = [
        f"{f'{printable(name)} ' if len(regimen) > 1 else ''}from first use to 7 days after the "
        f"last (used on {count(days, 'day')})"
        for name, days in sorted(found.used_days.get(regimen, {}).items())
    ]
    return ", ".join([_name(regimen), *named])


def _days_with(regimen: Regimen) -> str:
    """Name the days of a regimen; on days with none, something may still have been used."""
    return f"on {_name(regimen)}" if regimen else "with nothing started"


def _name(regimen: Regimen) -> str:
    return printable(regimen_label(regimen))
