"""What was rated and named lately, and a rating that was added twice."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from builders import consultation, entry, on, use
from painlog.model.dose_reading import parse_dose
from painlog.store import recent, taken
from painlog.store.journal import Journal


def test_the_place_rated_most_often_is_first(path, store):
    store(
        entry("left knee", 1, day=1),
        entry("left knee", 1, day=1),
        entry("right heel", 1, day=2),
        entry("neck", 1, day=2),
        entry("left heel", 1, day=2),
        entry("neck", 1, day=3),
    )
    with Journal(path) as journal:
        assert recent.places_since(journal, on(2)) == [
            ("neck", None),
            ("heel", "left"),
            ("heel", "right"),
        ]
        assert recent.places_since(journal, on(1))[0] == ("knee", "left")
        assert recent.places_since(journal, on(4)) == []


def test_an_attack_rates_each_day_that_it_touches(path, store):
    ends = datetime(2026, 3, 3, tzinfo=UTC)
    store(entry("head", 7, day=1, until=ends), entry("neck", 2, day=9))
    with Journal(path) as journal:
        found = [recent.last_day_before(journal, on(day)) for day in (1, 2, 3, 9, 10)]
    assert found == [None, on(1), on(2), on(2), on(9)]


def test_the_treatment_named_most_often_is_first(four):
    with Journal(four) as journal:
        assert recent.treatments_since(journal, on(1)) == ["heat", "stretching"]
        assert recent.treatments_since(journal, on(3)) == ["stretching", "heat"]
        assert recent.treatments_since(journal, on(5)) == []
        assert recent.treatments_by_place_since(journal, on(3)) == {
            ("heel", "left", "stretching"),
            ("heel", "right", "stretching"),
            ("heel", "right", "heat"),
        }


def test_the_same_rating_within_a_minute_is_noticed(path, store):
    felt_at = datetime(2026, 3, 1, 20, 0, 30, tzinfo=UTC)
    written = "2026-03-01T20:01:00+00:00"
    first, *others = store(
        entry("left heel", 6, felt_at=felt_at, created_at=written),
        entry("left heel", 6, felt_at=felt_at + timedelta(seconds=60), created_at=written),
        entry("right heel", 6, felt_at=felt_at, created_at=written),
        entry("left heel", 5, felt_at=felt_at, created_at=written),
        entry("lower back", 6, felt_at=felt_at, created_at=written),
    )
    earlier = datetime(2026, 3, 1, 20, 0, 0, tzinfo=UTC)
    with Journal(path, writing=True) as journal:
        assert not any(
            recent.same_entry_since(journal, stored, earlier) for stored in (first, *others)
        )
        with journal.change("add") as change:
            again = change.add(first._replace(id=0, uid="", felt_at=first.felt_at))
        assert recent.same_entry_since(journal, again, earlier)
        assert recent.same_entry_since(journal, first, earlier)
        just_within = again._replace(felt_at=first.felt_at - timedelta(seconds=59))
        assert recent.same_entry_since(journal, just_within, earlier)


@pytest.mark.parametrize(
    "other",
    [
        {"intensity_before": None},
        {"interference": 3},
        {"treatments": ("heat", "rest"), "doses": ()},
        {"doses": (("heat", parse_dose("10 minutes")),)},
        {"qualities": ("dull",)},
        {"triggers": ()},
        {"conditions": ("flu",)},
        {"note": "stairs again"},
        {"until": None},
        {"until": datetime(2026, 3, 1, 22, 1, tzinfo=UTC)},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_an_entry_that_differs_in_anything_is_another_one(path, store, other):
    written = "2026-03-01T20:01:00+00:00"
    first = entry(
        "left heel",
        6,
        before=8,
        treatments=["heat"],
        doses=(("heat", parse_dose("20 minutes")),),
        triggers=("stairs",),
        note="stairs",
        until=datetime(2026, 3, 1, 22, 0, tzinfo=UTC),
        created_at=written,
    )
    earlier = datetime(2026, 3, 1, 20, 0, 0, tzinfo=UTC)
    _, different = store(first, first._replace(**other))
    with Journal(path, writing=True) as journal:
        assert not recent.same_entry_since(journal, different, earlier)
        soon = timedelta(seconds=30)
        assert first.until is not None
        with journal.change("add") as change:
            again = change.add(
                first._replace(felt_at=first.felt_at + soon, until=first.until + soon)
            )
        assert recent.same_entry_since(journal, again, earlier)


def test_a_use_with_another_note_is_another_one(path, store):
    written = "2026-03-01T20:01:00+00:00"
    first = use("heat", created_at=written)
    earlier = datetime(2026, 3, 1, 20, 0, 0, tzinfo=UTC)
    _, noted = store(first, first._replace(note="at work"))
    with Journal(path, writing=True) as journal:
        assert not recent.same_use_since(journal, noted, earlier)
        with journal.change("take") as change:
            again = change.add(first)
        assert recent.same_use_since(journal, again, earlier)


@pytest.mark.parametrize("offset", [-9, 0, 9])
def test_the_same_rating_written_earlier_is_not_meant(path, store, offset):
    first, again = store(
        entry("heel", 6, created_at="2026-03-01T20:00:00+00:00"),
        entry("heel", 6, created_at="2026-03-01T20:05:00+00:00"),
    )
    clock = timezone(timedelta(hours=offset))
    with Journal(path) as journal:
        at = datetime(2026, 3, 1, 20, 0, tzinfo=UTC).astimezone(clock)
        assert recent.same_entry_since(journal, again, at)
        assert not recent.same_entry_since(journal, again, at + timedelta(seconds=1))
        assert recent.same_entry_since(journal, first, at + timedelta(minutes=5))


def test_days_with_any_medicine_are_counted_once(path, store):
    store(
        entry("head", 6, day=3, treatments=["ibuprofen", "sumatriptan"]),
        entry("neck", 6, day=3, treatments=["ibuprofen"]),
        entry("head", 6, day=4, treatments=["heat"]),
        use("paracetamol", day=5),
    )
    with Journal(path) as journal:
        assert taken.days_with_medicine_since(journal, on(3)) == 2
        assert taken.days_with_medicine_since(journal, on(4)) == 1
        assert recent.attack_diaries(journal) == set()


def test_the_latest_visit_may_be_to_come(path, store):
    with Journal(path) as journal:
        assert recent.last_visit_day(journal) is None
    store(consultation(40), consultation(5))
    with Journal(path) as journal:
        assert recent.last_visit_day(journal) == on(40)


def test_whether_anything_was_written_before_an_entry_or_use_since_a_moment(path, store):
    first, second, _, later = store(
        entry("neck", 1, treatments=["heat"])._replace(created_at="2026-03-01T20:00:00+00:00"),
        entry("neck", 1)._replace(created_at="2026-03-01T20:30:00+00:00"),
        use("heat")._replace(created_at="2026-03-01T21:00:00+00:00"),
        use("heat")._replace(created_at="2026-03-01T22:00:00+00:00"),
    )
    half_past = datetime(2026, 3, 1, 20, 30, tzinfo=UTC)
    with Journal(path) as journal:
        assert recent.wrote_since(journal, half_past)
        assert not recent.wrote_since(journal, half_past, before=first.id, use=1)
        assert not recent.wrote_since(journal, half_past, before=second.id, use=1)
        assert recent.wrote_since(journal, half_past, before=second.id + 1, use=1)
        assert recent.wrote_since(journal, half_past, before=first.id, use=later.id)
        assert not recent.wrote_since(journal, datetime(2026, 3, 1, 22, 0, 1, tzinfo=UTC))
