"""A long run of days as a short row of means."""

from datetime import timedelta
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import on
from painlog.analysis.buckets import MOST_BUCKETS, buckets
from painlog.analysis.days import RatedDay


def rated(numbers):
    return [RatedDay(on(n), float(n % 11), n % 11, 1) for n in numbers]


@given(st.sets(st.integers(1, 900), min_size=1), st.integers(0, 300))
def test_every_day_is_in_the_span_that_it_lies_in(numbers, more):
    days, until = rated(sorted(numbers)), on(max(numbers) + more)
    found = buckets(days, on(1), until)
    assert len(found.means) <= MOST_BUCKETS
    for i, mean in enumerate(reversed(found.means)):
        last = until - timedelta(days=i * found.length)
        first = last - timedelta(days=found.length - 1)
        within = [d.mean for d in days if first <= d.day <= last]
        assert mean == (fmean(within) if within else None)


@pytest.mark.parametrize(
    ("span", "length"),
    [(1, 7), (210, 7), (211, 28), (840, 28), (841, 91), (2730, 91), (2731, 364), (20_000, 364)],
)
def test_spans_grow_from_weeks_to_years(span, length):
    assert buckets([], on(1), on(span)).length == length


def test_one_day_is_one_span():
    assert buckets(rated([4]), on(4), on(4)).means == (4.0,)


def test_no_rating_is_a_row_of_gaps():
    assert buckets([], on(1), on(15)).means == (None, None, None)
