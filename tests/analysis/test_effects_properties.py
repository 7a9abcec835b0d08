"""What must hold of every before-and-after, whatever the ratings."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import CATALOGUE, TREATED_WITH, consultation, course, entry, on, use
from painlog.analysis.comparison import compare_windows, meaningful_drop, verdict
from painlog.analysis.days import RatedDay, window
from painlog.analysis.interval import FEWEST_DAYS
from painlog.analysis.overlap import nap
from painlog.analysis.report import build_report

LAST = 40
# 0 to 3, so that 7 can be added.
LOW = st.integers(0, 3)
PHASE = st.lists(st.integers(0, 10), min_size=FEWEST_DAYS, max_size=28)
PLACES = ("left heel", "right heel", "lower back", "head")
NAMES = ("heat", "rest", "paracetamol", "stretching")


@st.composite
def entries(draw, intensities=LOW, most=60):
    return draw(
        st.lists(
            st.builds(
                entry,
                st.sampled_from(PLACES),
                intensities,
                day=st.integers(1, LAST),
                hour=st.integers(6, 20),
                treatments=st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
                before=st.none() | intensities,
            ),
            max_size=most,
        )
    )


@st.composite
def courses(draw):
    days = st.tuples(st.integers(1, LAST + 9), st.none() | st.integers(0, LAST))
    found = [
        course(name, place, start=start, end=None if length is None else start + length)
        for name in draw(st.lists(st.sampled_from(NAMES), unique=True))
        for place in [draw(st.none() | st.sampled_from(PLACES))]
        for start, length in [draw(days)]
    ]
    return tuple(found)


def report(found, started=(), since=None, **rest):
    return build_report(
        found,
        started,
        [consultation(3)],
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(LAST),
        since=None if since is None else on(since),
        **rest,
    )


def compared(before, after):
    days = [RatedDay(on(i), float(v), int(v), 1) for i, v in enumerate([*before, *after], 1)]
    start = len(before) + 1
    return compare_windows(
        window(days, on(1), on(start - 1)), window(days, on(start), on(len(days)))
    )


@given(entries(), courses(), st.integers(1, 7))
def test_the_same_added_to_every_rating_changes_no_change_and_no_interval(found, started, more):
    raised = [
        e._replace(
            intensity=e.intensity + more,
            intensity_before=None if e.intensity_before is None else e.intensity_before + more,
        )
        for e in found
    ]
    low, high = report(found, started), report(raised, started)
    assert len(low.effects) == len(high.effects)
    for a, b in zip(low.effects, high.effects, strict=True):
        assert numbers(a.comparison) == pytest.approx(numbers(b.comparison), abs=1e-9, nan_ok=True)
    assert [r.change for r in low.relief] == [
        pytest.approx(r.change) if r.change is not None else None for r in high.relief
    ]


def numbers(comparison):
    interval, pairs, slope = comparison.interval, comparison.nap, comparison.trend_since
    if interval is None or pairs is None or slope is None:
        return []
    return [
        *(interval.change, interval.low, interval.high, interval.autocorrelation, interval.df),
        *(pairs.value, pairs.low, pairs.high, pairs.standard_error),
        *(comparison.tau_u, comparison.trend_before, slope.per_week, slope.low, slope.high),
    ]


@given(PHASE, PHASE)
def test_before_and_after_swapped_mirror_change_interval_and_nap(before, after):
    there, back = compared(before, after), compared(after, before)
    assert there.change == -back.change
    assert (there.interval.low, there.interval.high) == pytest.approx(
        (-back.interval.high, -back.interval.low), abs=1e-9
    )
    assert there.nap.value == pytest.approx(1 - back.nap.value, abs=1e-12)
    assert (there.nap.low, there.nap.high) == pytest.approx(
        (1 - back.nap.high, 1 - back.nap.low), abs=1e-9
    )
    assert there.nap.standard_error == pytest.approx(back.nap.standard_error, abs=1e-9)


@given(PHASE, st.randoms(use_true_random=False))
def test_more_carry_over_widens_the_interval(after, chance):
    shuffled = [*after]
    chance.shuffle(shuffled)
    steady = [5.0, 6.0] * (len(after) // 2) + [5.0] * (len(after) % 2)
    one, other = compared(steady, after).interval, compared(steady, shuffled).interval
    less, more = sorted((one, other), key=lambda i: i.autocorrelation)
    assert more.high - more.low >= less.high - less.low - 1e-9
    if more.autocorrelation > less.autocorrelation + 1e-6:
        assert more.high - more.low > less.high - less.low


@given(entries(st.integers(0, 10)), courses(), st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing_in_a_report(found, started, chance):
    shuffled = [*found]
    chance.shuffle(shuffled)
    for since in (None, 20):
        assert report(found, started, since) == report(shuffled, started, since)


@given(entries(st.integers(0, 10)).filter(bool), courses(), st.data())
def test_a_second_rating_changes_only_the_mean_of_its_day(found, started, data):
    again = data.draw(st.sampled_from(found))._replace(treatments=(), intensity_before=None)
    same_day = [e for e in found if (e.place, e.day) == (again.place, again.day)]
    ratings = [r for e in same_day for r in (e.intensity, e.intensity_before) if r is not None]
    mean = sum(ratings) / len(ratings)
    one, two = report(found, started), report([*found, again], started)
    differ = [
        (a.day, b.mean)
        for r, s in zip(by_place(one), by_place(two), strict=True)
        for a, b in zip(r.days, s.days, strict=True)
        if a.mean != b.mean
    ]
    if mean == again.intensity:
        assert differ == []
        assert [e.comparison.interval for e in one.effects] == [
            e.comparison.interval for e in two.effects
        ]
        assert [e.comparison.nap for e in one.effects] == [e.comparison.nap for e in two.effects]
    else:
        total = sum(ratings) + again.intensity
        assert differ == [(again.day, pytest.approx(total / (len(ratings) + 1)))]


def by_place(found):
    return sorted(found.regions, key=lambda region: region.place)


@given(entries(st.integers(0, 10)), courses(), st.none() | st.integers(1, LAST))
@settings(max_examples=200)
def test_no_number_is_given_that_the_days_do_not_bear(found, started, since):
    for effect in report(found, started, since, window_days=9).effects:
        c, codes = effect.comparison, [caution.code for caution in effect.cautions]
        enough = min(c.before.rated_days, c.after.rated_days) >= FEWEST_DAYS
        assert (c.interval is not None) is enough
        assert ("not-enough-days" in codes) is not enough
        assert ("no-percent" in codes) is (enough and c.percent is None)
        assert c.before.until == effect.course.started_on - timedelta(days=1)
        assert all(effect.course.on(day) for day in c.after.dates)
        if not enough:
            assert (c.verdict, c.nap, c.tau_u, c.change, c.percent) == (None,) * 5
            continue
        assert c.interval.low < c.change < c.interval.high
        assert c.drop == meaningful_drop(c.before.mean)
        if c.attacks is None:
            assert c.verdict == verdict(c.interval.low, c.interval.high, c.drop)
        assert c.nap == nap(c.before.values, c.after.values)


@pytest.mark.parametrize("before", [0, 1, 2])
@pytest.mark.parametrize("after", [0, 1, 2])
def test_too_few_days_are_answered_with_what_is_there(before, after):
    rated = [
        *(entry("left heel", 6, day=10 - i) for i in range(1, before + 1)),
        *(entry("left heel", 4, day=LAST - i) for i in range(after)),
    ]
    found = [
        (
            e.comparison.before.rated_days,
            e.comparison.after.rated_days,
            [c.code for c in e.cautions],
        )
        for e in report(rated, [course("heat", "left heel", start=10)]).effects
    ]
    assert found == ([(before, after, ["not-enough-days"])] if rated else [])


MEDICINES = ("paracetamol", "ibuprofen", "triptan")


@st.composite
def tablets(draw):
    """Uses of medicines that nobody starts, with a region or with none."""
    return draw(
        st.lists(
            st.builds(
                use,
                st.sampled_from(MEDICINES),
                st.none() | st.sampled_from(PLACES),
                day=st.integers(1, LAST),
                hour=st.integers(6, 20),
            ),
            max_size=30,
        )
    )


def without_medicine_days(found):
    return [
        (e.region, e.side, e.course, e.comparison, e.cautions, e.first_28, e.placebo, e.verdict)
        for e in found.effects
    ]


@given(entries(st.integers(0, 10)), courses(), tablets(), st.booleans())
@settings(max_examples=200)
def test_no_tablet_changes_a_before_and_after_but_for_its_medicine_days(
    found, started, taken, attack_diary
):
    regions = CATALOGUE.by_name
    if attack_diary:
        regions = regions | {"head": regions["head"]._replace(diary="attacks")}
    named = {course.treatment for course in started}
    # Where every attack is written down, a tablet for one says that a day was not free of pain.
    taken = [
        tablet
        for tablet in taken
        if tablet.treatment not in named and not (attack_diary and tablet.region == "head")
    ]
    plain = [e._replace(treatments=tuple(set(e.treatments) - set(MEDICINES))) for e in found]
    with_names = [
        e._replace(treatments=tuple(sorted({*e.treatments, *({"ibuprofen"} - named)})))
        for e in plain
    ]

    def built(rated, uses):
        return build_report(
            rated,
            started,
            [],
            regions=regions,
            treatments=TREATED_WITH.by_name,
            today=on(LAST),
            uses=uses,
        )

    expected = without_medicine_days(built(plain, []))
    assert without_medicine_days(built(plain, taken)) == expected
    assert without_medicine_days(built(with_names, taken)) == expected


@given(entries(st.integers(0, 10)), courses(), st.sets(st.integers(1, LAST), max_size=20))
def test_what_is_used_now_and_then_changes_no_figure_of_another_treatment(found, started, days):
    started = tuple(c for c in started if c.treatment != "massage therapy")
    massages = [use("massage therapy", "left heel", day=day) for day in days]

    def figures(report):
        return [
            (e.course, e.comparison, e.verdict, [c for c in e.cautions if c.code != "also-used"])
            for e in report.effects
            if e.course.treatment != "massage therapy"
        ]

    assert figures(report(found, started, uses=massages)) == figures(report(found, started))
