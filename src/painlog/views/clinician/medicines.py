"""Medicines and what else was used: doses, how often, the ratings around it, days a month."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from painlog.analysis.course_days import days_of
from painlog.analysis.courses import joined
from painlog.analysis.effects import Effect
from painlog.analysis.medicines import ANY, MedicineTotal
from painlog.analysis.months import Attacks
from painlog.analysis.relief import OtherUses, Relief
from painlog.analysis.report import Report
from painlog.model.course import Course, open_on, steps
from painlog.model.dose import Dose
from painlog.model.region import label
from painlog.model.use import with_dose
from painlog.views.by_month import (
    classes_of_one,
    headache_lines,
    medicine_columns,
    medicine_days_counted,
    of_month,
)
from painlog.views.clinician.parts import Grid
from painlog.views.overviews import (
    ABOUT_RELIEF,
    COURSE_ROWS,
    LOGGED_DAYS,
    number_of_attacks,
)
from painlog.views.relief import partly_unsaid
from painlog.views.statements import course_days
from painlog.views.wording import (
    count,
    duration,
    in_brackets,
    points,
    printable,
    short_day,
    times,
    titled,
)

MOST_ROWS = 10
MONTHS_OF_MEDICINE = 6
RELIEF_NOTE = (
    "Before: the rating at the time of use. After: the one nearest to two hours later, or right "
    f"after a treatment by hand or with needles. Down, gone: of the uses with both. {ABOUT_RELIEF}"
)
_ABOUT_ENDS = " Over in 2 h: attacks that were over by then, of those with an end, rated or not."
_UNKNOWN = "–"
_HEADER = (
    *("Used", "How often", "Before", "After", "Down by half", "Gone", "Over in 2 h"),
    "Again in 24 h",
)
_OVER = _HEADER.index("Over in 2 h")
# Chosen around the 4 to 72 hours that a migraine lasts (ICHD-3, 1.1).
_LENGTHS = ("under 4 h", "of 4 to 24 h", "of 1 to 3 days", "over 3 days")


def regular_lines(report: Report) -> Iterator[str]:
    """Yield each medicine in course in the period, and what else has a dose, with its steps.

    The kind of a treatment with a dose may not have been said, and it may be a medicine.
    """
    until = report.period.until
    by_place: dict[str, list[Course]] = {}
    for course in _in_period(report):
        if course.treatment in _with_lines(report):
            by_place.setdefault(course.place if course.region else "", []).append(course)
    for place, own in by_place.items():
        where = f" for the {printable(place)}" if place else ""
        for row in steps(joined(own)):
            in_steps = "; ".join(_step(c, until) for c in row)
            yield f"{titled(row[0].treatment)}, in course{where}: {in_steps}."


def also_in_course(report: Report, effects: Iterable[Effect]) -> Iterator[str]:
    """Name what is in course on the last day and is nowhere else on the page, in one line.

    Args:
        report: The figures.
        effects: Those that are on the page.
    """
    elsewhere = {effect.course.treatment for effect in effects} | _with_lines(report)
    until = report.period.until
    named = [
        f"{printable(course.treatment)}"
        f"{f' for the {printable(course.place)}' if course.region else ''}, "
        f"since {short_day(course.started_on, until)}"
        for course in open_on(_in_period(report), until)
        if course.treatment not in elsewhere
    ]
    if named:
        yield f"Also in course: {'; '.join(named)}."


def _with_lines(report: Report) -> set[str]:
    found = _in_period(report)
    return {c.treatment for c in found if c.dose or c.treatment in report.medicines}


def _in_period(report: Report) -> list[Course]:
    """Return the courses that reach into the period, by start."""
    since, until = report.period.since, report.period.until
    return [
        course
        for course in sorted(report.courses, key=lambda c: c.started_on)
        if report.asked.has_treatment(course.treatment)
        and course.started_on <= until
        and (course.ended_on is None or course.ended_on >= since)
    ]


def _step(course: Course, until: date) -> str:
    dose = f"{printable(course.dose.written)} " if course.dose else ""
    if course.ended_on is None:
        return f"{dose}since {short_day(course.started_on, until)}"
    return f"{dose}{course_days(course, until)}"


def unrated_lines(report: Report) -> Iterator[str]:
    """Yield how often each was used, where no use has ratings before and after or a known end."""
    rows = _relief_rows(report)
    if not _any_figures(rows):
        yield from (
            f"{row[0]}: {row[1]}, none rated both before and after{_again(row[-1])}."
            for row in rows
        )


def _again(uses: str) -> str:
    return "" if uses in (_UNKNOWN, "0") else f"; used again within 24 hours {times(int(uses))}"


def _any_figures(rows: Sequence[tuple[str, ...]]) -> bool:
    return any(cell != _UNKNOWN for row in rows for cell in row[2:-1])


def _any_ends(rows: Sequence[tuple[str, ...]]) -> bool:
    return any(row[_OVER] != _UNKNOWN for row in rows)


def relief_grid(report: Report) -> Grid | None:
    """Return a row for each medicine and dose, then for what else was used; None without figures.

    How often each was used is then said by `unrated_lines`.
    """
    rows = _relief_rows(report)
    if not _any_figures(rows):
        return None
    shown = [_HEADER, *rows[:MOST_ROWS]]
    if not _any_ends(rows[:MOST_ROWS]):
        shown = [cells[:_OVER] + cells[_OVER + 1 :] for cells in shown]
    return Grid(shown[0], tuple(shown[1:]))


def relief_note(report: Report) -> str:
    """Say what the columns are, and how many rows did not fit."""
    rows = _relief_rows(report)
    if not _any_figures(rows):
        return ""
    ends = _ABOUT_ENDS if _any_ends(rows[:MOST_ROWS]) else ""
    return RELIEF_NOTE + ends + _left_out(len(rows) - MOST_ROWS)


def _left_out(more: int) -> str:
    return f" Not shown: {count(more, 'more row')}." if more > 0 else ""


def _relief_rows(report: Report) -> list[tuple[str, ...]]:
    # What was in course has its before-and-after, and is here for its ratings alone. Of an inferred
    # course that says nothing about how often it was used.
    others = [
        r
        for r in report.relief
        if r.treatment not in report.medicines and (r.rated or not r.in_course)
    ]
    # Medicines for a place or on a day without ratings are among those that were taken.
    besides = [other for other in report.besides if other.treatment not in report.medicines]
    return [
        *_taken_rows(report),
        *(_row(_name(r), _uses(r), r) for r in others),
        *(_row(titled(b.what), _uses_besides(b, report), None) for b in besides),
    ]


def _uses_besides(other: OtherUses, report: Report) -> str:
    """Count uses without ratings around them; those with some have a row here or a comparison."""
    if all(relief.treatment != other.treatment for relief in report.relief):
        return count(other.uses, "use")
    more = count(other.uses, "more use", "more uses")
    return f"{more}, for a place or on a day without ratings"


def _taken_rows(report: Report) -> Iterator[tuple[str, ...]]:
    for taken in sorted(report.taken, key=lambda t: (-t.days, t.treatment)):
        found = [r for r in report.relief if (r.treatment, r.dose) == (taken.treatment, taken.dose)]
        # A place of which nothing is known but the number of its uses has nothing to show.
        if len(found) > 1:
            found = [r for r in found if r.has_outcome] or [
                r for r in found if r.again_within_24_hours
            ]
        name = titled(with_dose(taken.treatment, taken.dose))
        in_course = _in_course(taken, report)
        often = _logged(f"{_times(taken)} on {count(taken.days, 'day')}", taken, report)
        if len(found) <= 1 and all(r.uses == taken.uses for r in found):
            yield _row(name, often, found[0] if found else None)
            continue
        for at, relief in enumerate(found):
            here = often if at == 0 else "as above"
            if relief.uses != taken.uses:
                days = f", on {count(taken.days, 'day')} in all{in_course}" if at == 0 else ""
                unsaid = in_brackets(partly_unsaid(relief))
                here = f"{relief.uses:,}{unsaid} of the {taken.uses:,} uses{days}"
            else:
                here += in_brackets(partly_unsaid(relief))
            yield _row(_name(relief), here, relief)


def _logged(often: str, used: MedicineTotal, report: Report) -> str:
    """Say how often a medicine was logged, and on how many days it was in course as well."""
    in_course = _in_course(used, report)
    return f"logged {often}{in_course}" if in_course else often


def _in_course(used: MedicineTotal, report: Report) -> str:
    """Say on how many days of the period a medicine was in course at a dose; "" for none."""
    since, until = report.period.since, report.period.until
    found = [
        course
        for course in report.courses
        if course.treatment == used.treatment and _at_dose(course, used.dose)
    ]
    days = len(days_of(found, since, until))
    return f", in course on {days} of {(until - since).days + 1}" if days else ""


def _at_dose(course: Course, dose: Dose | None) -> bool:
    """Tell whether a use at a dose may be one of a course, however often that is taken."""
    each = course.dose.of_one_use if course.dose else None
    return each is None or dose is None or each.same(dose)


def _uses(relief: Relief) -> str:
    often = count(relief.uses, "use") + in_brackets(partly_unsaid(relief))
    if not relief.also_elsewhere:
        return often
    shared = "" if relief.also_elsewhere == relief.uses else f"{relief.also_elsewhere:,} "
    return f"{often}, {shared}also for another place"


def _times(taken: MedicineTotal) -> str:
    return count(taken.uses, "time")


def _name(relief: Relief) -> str:
    name = titled(with_dose(relief.treatment, relief.dose))
    place = printable(label(relief.region, relief.side))
    if not relief.place_said:
        place = f"ratings: {place}"
    return f"{name} ({place}{', in course' if relief.in_course else ''})"


def _row(name: str, often: str, relief: Relief | None) -> tuple[str, ...]:
    if relief is None:
        return (name, often, *(_UNKNOWN,) * (len(_HEADER) - 2))
    if relief.untimed:
        often += f", {relief.untimed:,} without a time of day"
    if relief.rated and relief.together:
        often += f", {relief.together} with another"
    return (
        name,
        often,
        points(relief.mean_before) if relief.rated else _UNKNOWN,
        points(relief.mean_after) if relief.rated else _UNKNOWN,
        _share(relief.halved, relief.rated),
        _share(relief.gone, relief.rated),
        _share(relief.over_within_2_hours, relief.with_end),
        str(relief.again_within_24_hours),
    )


def _share(number: int, of: int) -> str:
    return f"{number} of {of}" if of else _UNKNOWN


def medicine_grid(report: Report) -> Grid | None:
    """Return the days logged in the latest months: all acute medicines, classes, medicines."""
    if not report.medicine_months:
        return None
    firsts = _months_shown(report)
    header = ("Days logged", *(f"{first:%b %Y}" for first in firsts), "Overuse from")
    shown, _ = _medicine_rows(report)
    return Grid(header, tuple(shown))


def _medicine_rows(report: Report) -> tuple[list[tuple[str, ...]], int]:
    """Return the rows that are shown, each with its days in course below it, and count the others.

    All acute medicines together and what was in course are shown, however many rows that takes.
    """
    every = _rows_by_name(report)
    kept = {name for name, rows in every.items() if name == ANY or len(rows) > 1}
    room = max(MOST_ROWS - sum(len(every[name]) for name in kept), 0)
    kept.update([name for name in every if name not in kept][:room])
    shown = [row for name, rows in every.items() if name in kept for row in rows]
    return shown, len(every) - len(kept)


def _rows_by_name(report: Report) -> dict[str, list[tuple[str, ...]]]:
    """Return a row of each medicine and class, and one below it of the days in course, if any."""
    firsts = _months_shown(report)
    found = {(m.of, m.first): m for m in report.medicine_months}
    rows: dict[str, list[tuple[str, ...]]] = {}
    until, lines = report.period.until, headache_lines(report, firsts)
    for name in sorted(_counted(report, firsts[0]), key=_any_first):
        months = [found.get((name, first)) for first in firsts]
        logged = (str(month.days if month else 0) for month in months)
        rows[name] = [(_of(name), *logged, f"{lines[name]} days" if name in lines else "–")]
        if any(month and month.course_days for month in months):
            in_course = (
                of_month(month.course_days if month else 0, first, until)
                for month, first in zip(months, firsts, strict=True)
            )
            rows[name].append((f"{_of(name)}, in course", *in_course, ""))
    return rows


def _months_shown(report: Report) -> list[date]:
    return medicine_columns(report, MONTHS_OF_MEDICINE)[0]


def _counted(report: Report, since: date) -> set[str]:
    """Return what has a row: each medicine, a class where it adds a figure, and a mix of them."""
    days: dict[str, list[tuple[date, int, int]]] = {}
    mixed = False
    for month in report.medicine_months:
        if month.first >= since:
            days.setdefault(month.of, []).append((month.first, month.days, month.course_days))
            mixed |= month.of == ANY and month.line is not None
    days.pop(ANY, None)
    return {*days, *([ANY] if mixed else [])} - classes_of_one(report, days)


def medicine_note(report: Report) -> str:
    """Say what is counted, what the last column means, and how many rows did not fit."""
    if not report.medicine_months:
        return ""
    text = LOGGED_DAYS
    if any(m.course_days for m in report.medicine_months):
        text += f" {COURSE_ROWS}"
    if headache_lines(report, _months_shown(report)):
        text += " Overuse: the line for headache, for over 3 months (ICHD-3, 8.2)."
    if counted := medicine_days_counted(_months_shown(report), report.asked):
        text += f" {counted}"
    return text + _left_out(_medicine_rows(report)[1])


def _any_first(name: str) -> tuple[bool, str]:
    return name != ANY, name


def _of(name: str) -> str:
    return "Any acute medicine" if name == ANY else titled(name)


def attack_lengths(attacks: Attacks | None, every: int | None = None) -> str:
    """Count the attacks of a region, and those with an end by how long they lasted."""
    said = number_of_attacks(attacks, every)
    if attacks is None:
        return said
    found = Counter(map(_length, attacks.lengths))
    counts = ", ".join(f"{found[at]} {words}" for at, words in enumerate(_LENGTHS))
    return (
        f"{said}{counts}; usually {duration(attacks.usual)}, longest {duration(attacks.longest)}."
    )


def _length(lasted: timedelta) -> int:
    if lasted < timedelta(hours=4):
        return 0
    return bisect_left((timedelta(hours=24), timedelta(hours=72)), lasted) + 1
