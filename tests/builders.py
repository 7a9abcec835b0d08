"""Small builders: a test says what matters to it and nothing else."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from painlog.analysis.comparison import Comparison, compare_windows
from painlog.analysis.days import PlaceDays, RatedDay, gather, window
from painlog.analysis.series import Series, build_series
from painlog.model.catalogue.regions import REGIONS
from painlog.model.catalogue.treatments import TREATMENTS
from painlog.model.contents import Consultation, VisitQuestion
from painlog.model.course import Course
from painlog.model.dose_reading import parse_dose
from painlog.model.entry import Entry
from painlog.model.known_treatments import Treatments
from painlog.model.peg import Peg
from painlog.model.region import Regions, parse_side
from painlog.model.selection import ChosenPlace, Selection
from painlog.model.sign_answer import SignAnswer, SignReply
from painlog.model.trial import Kept, Trial, TrialDay
from painlog.model.use import Use

FIRST_DAY = date(2026, 3, 1)
CATALOGUE = Regions(REGIONS)
TREATED_WITH = Treatments(TREATMENTS)


def on(day: int) -> date:
    """The date of a day counted from 1: day 1 is 1 March 2026."""
    return FIRST_DAY + timedelta(days=day - 1)


def entry(
    place: str,
    intensity: int,
    *,
    day: int = 1,
    hour: int = 20,
    treatments: Iterable[str] = (),
    before: int | None = None,
    **rest: object,
) -> Entry:
    """A rating of a place such as "left heel", at `hour` UTC on a day counted from 1."""
    region, side = CATALOGUE.find(place)
    fields = {
        "felt_at": datetime(2026, 3, 1, hour, tzinfo=UTC) + timedelta(days=day - 1),
        "region": region.name,
        "intensity": intensity,
        "side": side,
        "intensity_before": before,
        "treatments": tuple(sorted(treatments)),
    }
    return Entry(**(fields | rest))  # type: ignore[arg-type]


def selection(*places: str, **rest: object) -> Selection:
    """A choice of places such as "left heel", or "any left", "any none" for every region's."""
    return Selection(tuple(map(_place, places)), **rest)  # type: ignore[arg-type]


def _place(text: str) -> ChosenPlace:
    if text.startswith("any "):
        side = parse_side(text.removeprefix("any "))
        return ChosenPlace(None, side, side is None)
    region, side = CATALOGUE.find(text.removesuffix(" none"))
    return ChosenPlace(region.name, side, text.endswith(" none"))


def course(
    treatment: str,
    place: str | None = None,
    *,
    start: int = 1,
    end: int | None = None,
    dose: str | None = None,
) -> Course:
    """A course for a place such as "left heel", None the whole body, on days counted from 1."""
    region, side = (None, None) if place is None else CATALOGUE.find(place)
    return Course(
        treatment,
        on(start),
        None if end is None else on(end),
        region.name if region else None,
        side,
        dose=parse_dose(dose) if dose else None,
    )


def use(
    treatment: str,
    place: str | None = None,
    *,
    day: int = 1,
    hour: int = 20,
    minute: int = 0,
    dose: str | None = None,
    **rest: object,
) -> Use:
    """A use without a rating, at `hour` UTC on a day counted from 1; None: not said what for."""
    region, side = (None, None) if place is None else CATALOGUE.find(place)
    return Use(
        datetime(2026, 3, 1, hour, minute, tzinfo=UTC) + timedelta(days=day - 1),
        treatment,
        parse_dose(dose) if dose else None,
        region.name if region else None,
        side,
        **rest,  # type: ignore[arg-type]
    )


def consultation(day: int, note: str = "") -> Consultation:
    """A visit to a clinician on a day counted from 1."""
    return Consultation(on(day), note)


def question(text: str = "What next?", **rest: object) -> VisitQuestion:
    """A question for the next visit to a clinician."""
    return VisitQuestion(text, **rest)  # type: ignore[arg-type]


def peg(pain: int, enjoyment: int, activity: int, *, day: int = 1, **rest: object) -> Peg:
    """The three answers of a day counted from 1."""
    return Peg(on(day), pain, enjoyment, activity, **rest)  # type: ignore[arg-type]


def trial(
    a: str = "stretching",
    b: str = "stretching + trigger point therapy",
    place: str = "left heel",
    *,
    start: int = 1,
    pairs: int = 6,
    block: int = 4,
    washout: int = 0,
    **rest: object,
) -> Trial:
    """A trial that begins on a day counted from 1, and was agreed and planned on that day."""
    region, side = CATALOGUE.find(place)
    fields = {"seed": "painlog-1", "agreed_on": on(start), "planned_on": on(start), "side": side}
    return Trial(a, b, region.name, pairs, block, washout, on(start), **(fields | rest))  # type: ignore[arg-type]


def trial_day(of: Trial, day: int, kept: Kept = "yes", **rest: object) -> TrialDay:
    """Whether a day counted from 1 was as a trial had it."""
    return TrialDay(of.uid, on(day), kept, **rest)  # type: ignore[arg-type]


def sign_answer(
    sign: str, answer: SignReply, place: str | None = None, *, day: int = 1, **rest: object
) -> SignAnswer:
    """An answer about a warning sign at 20:00 UTC on a day counted from 1."""
    region, side = (None, None) if place is None else CATALOGUE.find(place)
    moment = datetime(2026, 3, 1, 20, tzinfo=UTC) + timedelta(days=day - 1)
    name = region and region.name
    return SignAnswer(moment, sign, answer, name, side, **rest)  # type: ignore[arg-type]


def compared(before: Sequence[float], after: Sequence[float]) -> Comparison:
    """Days with these means, one after the other, the first of them against the others."""
    days = [RatedDay(on(i), float(v), int(v), 1, 1) for i, v in enumerate([*before, *after], 1)]
    start = len(before) + 1
    return compare_windows(
        window(days, on(1), on(start - 1)), window(days, on(start), on(len(days)))
    )


def series(
    ratings: Iterable[int | None],
    courses: Sequence[Course] = (),
    visits: Sequence[Consultation] = (),
    *,
    today: int = 14,
    since: int | None = None,
) -> Series:
    """What a chart of the left heel shows: a rating a day from day 1 on, None for none."""
    entries = [entry("left heel", r, day=d) for d, r in enumerate(ratings, 1) if r is not None]
    days = gather(entries).get(("heel", "left"), PlaceDays())
    first = None if since is None else on(since)
    return build_series(("heel", "left"), days, courses, visits, today=on(today), since=first)
