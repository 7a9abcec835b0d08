"""The beginning of every report: its period, what needs attention, and what is missing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from painlog.advice.over_maximum import TOO_MUCH
from painlog.advice.red_flags import CHEST_PAIN, Told
from painlog.advice.standing import Advice
from painlog.advice.warning_signs.answered import SignsAnswered
from painlog.analysis.report import Report
from painlog.files.command_line import command_line
from painlog.model.region import label
from painlog.views.overviews import (
    about_treatments,
    all_sides_words,
    only_words,
    places_asked,
    unused_words,
)
from painlog.views.sign_answers import ANSWERED_HEAD, denied_answers, told_answers
from painlog.views.terminal.page import Block, Heading, Item, Paragraph
from painlog.views.wording import SCALE, SCALE_IN_SHORT, add_one, day, listed, printable, titled

if TYPE_CHECKING:
    from painlog.model.region import Side

# Older warning signs are named, not repeated: this many of them.
_MOST_EARLIER = 3


# Advice on what is an emergency, which stands before what can wait for a doctor.
_AT_ONCE = frozenset({CHEST_PAIN, TOO_MUCH})


def narrowed(report: Report) -> Report:
    """Leave out what is not about the places or treatments that were asked for.

    The PEG and visits belong to no place.
    """
    if not report.asked.places and not report.asked.treatments:
        return report
    return about_treatments(report)._replace(peg=None, consultations=())


def title(report: Report, *, in_one_line: bool = False) -> Iterator[Block]:
    """Yield the period, what the report was narrowed to, and the scale: below, or beside it."""
    period = f"Pain report, {day(report.period.since)} to {day(report.period.until)}"
    yield Heading(f"{period}. {SCALE_IN_SHORT}" if in_one_line else period, 1)
    if only := only_words(report.asked):
        yield Paragraph(only)
    if not in_one_line:
        yield Paragraph(SCALE)


def attention(
    told: Iterable[Told], advice: Iterable[Advice], earlier: Sequence[Told] = ()
) -> Iterator[Block]:
    """Yield what has to be read first, if anything.

    Args:
        told: Warning signs in recent entries.
        advice: The most pressing first.
        earlier: Warning signs that only the page for a clinician names.
    """
    said = [
        *((one.flag.urgency, _told_words(one)) for one in told),
        # When chest pain is an emergency stands before what can wait for a doctor.
        *(("emergency" if a.code in _AT_ONCE else "urgent", printable(a.text)) for a in advice),
        *([("urgent", _earlier_words(earlier))] if earlier else []),
    ]
    if said:
        yield Heading("Read this first")
        yield from (Item(text) for _, text in sorted(said, key=lambda one: one[0]))


def _told_words(told: Told) -> str:
    return (
        f"{told.flag.action} You noted a warning sign on {day(told.day)} "
        f"({printable(told.place)}): {told.flag.sign}."
    )


def _earlier_words(earlier: Sequence[Told]) -> str:
    named = [
        f"{one.flag.sign} ({printable(one.place)}, {day(one.day)})"
        for one in earlier[:_MOST_EARLIER]
    ]
    if more := len(earlier) - len(named):
        named.append(f"{more} more")
    return (
        f"More than 14 days ago you noted {'; '.join(named)}. If no clinician knows of this, tell "
        "one. The page for a clinician names warning signs of up to 90 days: "
        "painlog report --format html"
    )


def answered_signs(signs: SignsAnswered, *, all_of_them: bool = False) -> Iterator[Block]:
    """Yield the warning signs with a yes, and those that a clinician knows of.

    Args:
        signs: The answers.
        all_of_them: Whether to say as well how many answers were no.
    """
    said = [*told_answers(signs)]
    if all_of_them and (denied := denied_answers(signs)):
        said.append(denied)
    if said:
        yield Heading(ANSWERED_HEAD)
        yield from map(Item, said)


def nothing_rated(report: Report) -> str:
    """Say that there are no ratings in the period, or none of the places that were asked for."""
    last, place = report.last_before, places_asked(report.asked, "or")
    earlier = f" The last one before it was on {day(last)}." if last else ""
    if place:
        return (
            f"There are no ratings of {place} in this period.{earlier} All places: painlog report"
        )
    add = add_one("heel", report.asked.until)
    return f"There are no ratings in this period.{earlier} Add one: {add}"


def missing(report: Report) -> Iterator[Block]:
    """Say why there is nothing to show: no ratings, or nothing of the treatments asked for."""
    treatments = report.asked.treatments
    if not report.regions:
        yield Paragraph(nothing_rated(report))
    elif treatments and report.asked.is_of_entries:
        named = listed(map(printable, treatments))
        filters = listed(report.asked.entry_options)
        yield Paragraph(
            f"Nothing is compared for {named}. For the before-and-after leave out {filters}; for "
            "the regions leave out --treatment."
        )
    elif report.asked.is_of_entries:
        return
    elif unused := unused_words(report):
        yield Paragraph(unused)


def sides_apart(report: Report) -> Iterator[Block]:
    """Give the days of all sides together, and say how to join sides with entries without one.

    The fewer entries are changed to fit the more.
    """
    entries: dict[str, dict[Side | None, int]] = defaultdict(dict)
    for region in report.regions:
        entries[region.region][region.side] = region.entries
    together = {region.region: region for region in report.all_sides}
    for name, found in entries.items():
        if name in together:
            yield Paragraph(all_sides_words(together[name], report.period))
        sides = sorted(side for side in found if side)
        if None not in found or not sides:
            continue
        rated = f"{titled(name)} is rated"
        if len(sides) > 1:
            yield Paragraph(
                f"{rated} as {listed(sides)}, and without a side, and counts as {len(found)} "
                f"places. If it is the same pain: {_edit('--region', name, '--clear', 'side')}"
            )
            continue
        (side,) = sides
        changed = (
            ("--region", name, "--no-side", "--side", side)
            if found[None] <= found[side]
            else ("--region", label(name, side), "--clear", "side")
        )
        yield Paragraph(
            f"{rated} both as {side} and without a side, and counts as two places. If it is the "
            f"same pain: {_edit(*changed)}"
        )


def _edit(*words: str) -> str:
    return printable(command_line("painlog", "edit", *words))
