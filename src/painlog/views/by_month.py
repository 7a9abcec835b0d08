"""The months of a report: which of their days count, days with pain, and days with medicine."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from painlog.analysis.comparison import BAD, PAIN
from painlog.analysis.medicines import ANY
from painlog.analysis.report import Report
from painlog.model.catalogue.regions import REGIONS
from painlog.model.months import month_end, months, months_before
from painlog.model.selection import Selection
from painlog.views.answers import Answer
from painlog.views.wording import in_brackets, printable, short_day

MONTHS_TOLD = 3
OF_THE_HEAD = frozenset(region.name for region in REGIONS if region.area == "head")
_ELSEWHERE = frozenset(region.name for region in REGIONS) - OF_THE_HEAD


class MonthDays(NamedTuple):
    """A month of all places: days rated, with pain anywhere, bad, and with any acute medicine.

    All are of the same days, which `named` tells: "Nov 2026 (from 20 Nov)". `medicine` are days
    with a logged use, `in_course` those of the `days` of the calendar on which such a medicine was
    in course.
    """

    named: str
    rated: int
    pain: int
    bad: int
    medicine: int
    in_course: int = 0
    days: int = 0


def month_in_words(first: date, asked: Selection) -> str:
    """Name a month, with its days where not all were asked for: "Nov 2026 (from 20 Nov)"."""
    return f"{first:%b %Y}{in_brackets(part_of_month(first, asked))}"


def of_month(in_course: int, first: date, until: date, since: date | None = None) -> str:
    """Say how many days of a month a medicine was in course: "11 of 31".

    Args:
        in_course: The days.
        first: The first day of the month.
        until: The last day that counts, in this month or later.
        since: The first day that counts, if not all of the month does.
    """
    return f"{in_course} of {_days_counted(first, until, since)}"


def _days_counted(first: date, until: date, since: date | None) -> int:
    return (min(month_end(first), until) - max(first, since or first)).days + 1


def part_of_month(first: date, asked: Selection) -> str:
    """Say which days of a month the person asked for: "from 20 Nov"; "" for all of it."""
    since, until = asked.since, asked.until
    last = month_end(first)
    start = since if since is not None and first < since <= last else None
    end = until if until is not None and first <= until < last else None
    if start and end:
        ends = dict.fromkeys(short_day(day, day) for day in (start, end))
        return f"{'on ' if len(ends) == 1 else ''}{' to '.join(ends)}"
    if start:
        return f"from {short_day(start, start)}"
    return f"to {short_day(end, end)}" if end else ""


def medicine_days_counted(firsts: Sequence[date], asked: Selection) -> str:
    """Say which days count beside a line of overuse, where others were asked for; "" for all.

    A line is for a whole month, so the first month is not cut as the days with pain are.
    """
    start, end = _ends(firsts, asked)
    if start:
        return f"A line is for a whole month, so days count {' '.join(filter(None, (start, end)))}."
    return f"Days count {end}." if end else ""


def _ends(firsts: Sequence[date], asked: Selection) -> tuple[str, str]:
    """Return from and to which day medicine counts in some months: "from 1 Nov", "to 8 Nov"."""
    first, last = firsts[0], firsts[-1]
    start = f"from {short_day(first, first)}" if asked.since and first < asked.since else ""
    return start, part_of_month(last, asked._replace(since=None))


def medicine_columns(report: Report, most: int) -> tuple[list[date], bool]:
    """Return the months of a table of days with medicine, and whether earlier ones are left out.

    All months up to the end of the period have a column, also those in which nothing was logged.
    Where nothing was for longer than the table, it ends with the last month that has something.

    Args:
        report: The figures, with some medicine.
        most: How many months fit.
    """
    firsts = {month.first for month in report.medicine_months}
    since = min(report.period.since, *firsts)
    shown = months(since, report.period.until)
    if firsts.isdisjoint(shown[-most:]):
        shown = months(since, max(firsts))
    return shown[-most:], len(shown) > most


def months_together(report: Report) -> list[MonthDays]:
    """Count the days of each month over all places, in time order."""
    worst: dict[date, int] = {}
    for region in report.regions:
        for rated in region.days:
            worst[rated.day] = max(worst.get(rated.day, 0), rated.worst)
    by_month: dict[date, list[int]] = defaultdict(list)
    for day, value in worst.items():
        by_month[day.replace(day=1)].append(value)
    # Only the count for any medicine counts a day with several of them once.
    taken = {
        month.first: month
        for month in report.medicine_months
        if month.of == ANY and (month.in_period or month.course_in_period)
    }
    return [
        MonthDays(
            month_in_words(first, report.asked),
            len(by_month[first]),
            sum(v >= PAIN for v in by_month[first]),
            sum(v >= BAD for v in by_month[first]),
            taken[first].in_period if first in taken else 0,
            taken[first].course_in_period if first in taken else 0,
            _days_counted(first, report.period.until, report.asked.since),
        )
        for first in sorted({*by_month, *taken})
    ]


def answer_on_medicine(report: Report) -> Answer | None:
    """Return the days with medicine of the last months; None where none was taken or in course."""
    until = report.period.until
    firsts = _last_months(report.period.since, until)
    found = {(m.first, m.of): (m.days, m.course_days) for m in report.medicine_months}
    latest = {m.of: m for m in report.medicine_months if m.first in firsts}
    if not latest:
        return None
    lines = {of: month.line for of, month in latest.items()}
    counts = {of: tuple(found.get((first, of), (0, 0)) for first in firsts) for of in latest}
    told = _told(counts, lines, report)
    named = headache_lines(report, firsts)
    said = {of: _counts_words(counts[of], firsts, until) for of in told}
    by_line: dict[int | None, list[str]] = defaultdict(list)
    for of, counted in said.items():
        by_line[named.get(of)].append(f"{_all_together(of)} {counted}")
    text = "; ".join(
        "; ".join(same) + (f" (headache line {line})" if line else "")
        for line, same in by_line.items()
    )
    months = ", ".join(f"{first:%b}" for first in firsts)
    months += in_brackets(" ".join(filter(None, _ends(firsts, report.asked))))
    return Answer(f"Medicine days in {months}", f"{text}.")


def headache_lines(report: Report, firsts: Collection[date]) -> dict[str, int]:
    """Return the lines of overuse to name beside days with medicine, by medicine and class.

    The lines are about headache. Where every rated place is a known one that is not of the head,
    one is named from half of it on alone, as the view of today does.

    Args:
        report: The figures.
        firsts: The months that are shown, by their first days.
    """
    rated = {region.region for region in report.regions}
    elsewhere = bool(rated) and rated <= _ELSEWHERE
    return {
        m.of: m.line
        for m in report.medicine_months
        if m.first in firsts
        and m.line
        and (not elsewhere or 2 * (m.days + m.course_days) >= m.line)
    }


def _counts_words(counts: Sequence[tuple[int, int]], firsts: Sequence[date], until: date) -> str:
    """Give the days of each month: "0, 1", or "0, 1 logged, in course on 11 of 31, 30 of 30"."""
    logged = ", ".join(str(days) for days, _ in counts)
    if not any(days for _, days in counts):
        return logged
    by_month = zip(counts, firsts, strict=True)
    in_course = ", ".join(of_month(days, first, until) for (_, days), first in by_month)
    return f"{logged} logged, in course on {in_course}"


def _last_months(since: date, until: date) -> list[date]:
    found = [*months_before(until, MONTHS_TOLD - 1), until.replace(day=1)]
    return [first for first in found if first >= since.replace(day=1)]


def _all_together(of: str) -> str:
    return "any painkiller" if of == ANY else printable(of)


def classes_of_one(report: Report, counts: Mapping[str, Sequence[object]]) -> set[str]:
    """Return the classes that say no more than their only medicine, as both have the same days.

    Args:
        report: The figures.
        counts: What is counted of each medicine and class.
    """
    members: dict[str, list[str]] = defaultdict(list)
    for name, group in report.overuse_classes.items():
        if name in counts and name != group:
            members[group].append(name)
    return {
        group for group, of in members.items() if [counts.get(group)] == [counts[n] for n in of]
    }


def _told(
    counts: Mapping[str, Sequence[tuple[int, int]]],
    lines: Mapping[str, int | None],
    report: Report,
) -> Iterator[str]:
    """Yield all painkillers together, or the class where it is one; then the medicine taken most.

    What is near its line follows, also with days in course: on those it may be over its line.
    """
    medicines, alone = report.medicines, classes_of_one(report, counts)
    shown = [
        of
        for of in sorted(
            counts, key=lambda of: (of != ANY, of in medicines, *_most(counts[of]), of)
        )
        if (lines[of] if of == ANY else of not in alone)
    ]
    with_line = [of for of in shown if lines[of]]
    first = {*with_line[:1], *[of for of in with_line if of in medicines][:1]}
    for of in shown:
        line = lines[of]
        if line is None or of in first or 2 * max(map(sum, counts[of])) >= line:
            yield of


def _most(counts: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Sort by days with a logged use, then by days in course, the most first."""
    return -sum(days for days, _ in counts), -sum(days for _, days in counts)
