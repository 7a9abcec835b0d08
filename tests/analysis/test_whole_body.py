"""All places together: days with pain anywhere, how many hurt, and the interference of a day."""

from builders import entry, on
from painlog.analysis.days import gather
from painlog.analysis.whole_body import Interference, WholeBody, interference_of, whole_body


def of(*entries):
    return whole_body(place.days() for place in gather(entries).values())


def test_a_day_counts_once_however_many_places_hurt():
    found = of(
        entry("neck", 4, day=1),
        entry("left knee", 6, day=1),
        entry("right knee", 0, day=1),
        entry("neck", 2, day=2),
    )
    assert found == WholeBody(rated_days=2, pain_days=2, mean_sites=1.5, mean=(10 / 3 + 2) / 2)


def test_a_day_without_pain_is_rated_but_no_day_with_pain():
    assert of(entry("neck", 0, day=1), entry("knee", 0, day=1)) == WholeBody(1, 0, 0.0, 0.0)


def test_a_pain_that_was_gone_by_the_evening_counts():
    found = of(entry("neck", 3, day=1, hour=8), entry("neck", 0, day=1, hour=20))
    assert (found.pain_days, found.mean_sites, found.mean) == (1, 1.0, 1.5)


def test_nothing_rated_has_no_figures():
    assert whole_body([]) is None
    assert interference_of({}) is None


def test_interference_is_averaged_over_the_days_that_have_an_answer():
    found = interference_of({on(10): 6, on(1): 2, on(3): 4})
    assert found == Interference(((on(1), 2), (on(3), 4), (on(10), 6)))
    assert found.mean(on(10), 7) == 6
    assert found.mean(on(10), 28) == 4
    assert found.mean(on(40), 7) is None
