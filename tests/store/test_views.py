"""The views that other tools read: the same as what the model's own rules give."""

import gzip
import uuid
from contextlib import closing
from datetime import datetime, time, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import FIRST_DAY, course, entry, on
from painlog.analysis.days import PlaceDays, gather
from painlog.model.course import Course, place_of_course
from painlog.store import empty, rows
from painlog.store.journal import Journal

FIXTURES = Path(__file__).parent / "fixtures"
COLUMNS = [
    "course_id",
    "treatment",
    "region",
    "side",
    "started_on",
    "ended_on",
    "day",
    "days_since_start",
    "span",
    "entries",
    "mean",
    "worst",
]
REGIONS = ["heel", "lower back"]
SIDES = [None, "left", "right", "both"]
BEFORE, IN_COURSE = "28 days before", "in course"

days = st.integers(0, 80).map(lambda number: FIRST_DAY + timedelta(days=number))
ratings = st.lists(
    st.tuples(days, st.sampled_from(REGIONS), st.sampled_from(SIDES), st.integers(0, 10)),
    max_size=40,
)


@st.composite
def stored_courses(draw):
    """A row of `course`: what painlog writes today, and what older versions wrote."""
    region = draw(st.sampled_from([None, "whole body", *REGIONS]))
    side = draw(st.sampled_from(SIDES)) if region in REGIONS else None
    start = draw(days)
    end = draw(st.none() | st.integers(0, 40).map(lambda length: start + timedelta(days=length)))
    return draw(st.sampled_from(["heat", "massage therapy"])), region, side, start, end


def effect_days(connection, where="true"):
    return connection.execute(
        f"select {', '.join(COLUMNS)} from effect_days where {where}"
        " order by course_id, region, side, day"
    ).fetchall()


def expected(rated, courses):
    """What the view is to hold, worked out one course, place and day after another."""
    rows = []
    for number, (treatment, region, side, start, end) in enumerate(courses, start=1):
        stored = Course(treatment, start, end, *place_of_course(region, side))
        counted = {
            (place, of_side, day)
            for day, place, of_side, _ in rated
            if stored.covers(place, of_side)
            and (stored.on(day) or timedelta(0) < start - day <= timedelta(days=28))
        }
        for place, of_side, day in counted:
            values = [i for d, p, s, i in rated if (d, p, s) == (day, place, of_side)]
            since = (day - start).days
            rows.append(
                (
                    number,
                    treatment,
                    place,
                    of_side,
                    str(start),
                    end and str(end),
                    str(day),
                    since,
                    BEFORE if since < 0 else IN_COURSE,
                    len(values),
                    pytest.approx(sum(values) / len(values)),
                    max(values),
                )
            )
    return sorted(rows, key=lambda row: (row[0], row[2], row[3] or "", row[6]))


@pytest.fixture(scope="module")
def connection():
    with closing(empty.in_memory()) as made:
        yield made


@given(rated=ratings, courses=st.lists(stored_courses(), max_size=4))
def test_effect_days_has_every_rated_day_that_a_course_covers(connection, rated, courses):
    connection.execute("begin")
    connection.execute("delete from sqlite_sequence")
    connection.executemany(
        "insert into entry (uid, felt_at, region, side, intensity, created_at, updated_at)"
        " values (?, ? || 'T20:00:00+01:00', ?, ?, ?, '', '')",
        [(str(uuid.UUID(int=number)), str(d), *rest) for number, (d, *rest) in enumerate(rated)],
    )
    connection.executemany(
        "insert into course (uid, treatment, region, side, started_on, ended_on)"
        " values (?, ?, ?, ?, ?, ?)",
        [
            (str(uuid.UUID(int=number)), *place, str(start), end and str(end))
            for number, (*place, start, end) in enumerate(courses)
        ],
    )
    found = effect_days(connection)
    connection.execute("rollback")
    assert found == expected(rated, courses)


def test_effect_days_of_a_course_that_was_added_to_another(path, store):
    store(
        course("stretching", "left heel", start=10, end=40),
        course("heat", start=30),
        *(entry("left heel", 8, day=day) for day in (1, 2, 10)),
        entry("left heel", 6, day=30, hour=8),
        entry("left heel", 3, day=30, hour=20),
        entry("lower back", 5, day=29, treatments=["rest"], before=9),
        entry("right heel", 4, day=41),
    )
    with Journal(path) as journal:
        found = [row[:4] + row[6:] for row in effect_days(journal.connection)]
    heel = ("heel", "left")
    assert found == [
        (1, "stretching", *heel, str(on(1)), -9, BEFORE, 1, 8.0, 8),
        (1, "stretching", *heel, str(on(2)), -8, BEFORE, 1, 8.0, 8),
        (1, "stretching", *heel, str(on(10)), 0, IN_COURSE, 1, 8.0, 8),
        (1, "stretching", *heel, str(on(30)), 20, IN_COURSE, 2, 4.5, 6),
        # Days of stretching stand in the 28 days before heat: the view knows nothing of regimens.
        (2, "heat", *heel, str(on(2)), -28, BEFORE, 1, 8.0, 8),
        (2, "heat", *heel, str(on(10)), -20, BEFORE, 1, 8.0, 8),
        (2, "heat", *heel, str(on(30)), 0, IN_COURSE, 2, 4.5, 6),
        (2, "heat", "heel", "right", str(on(41)), 11, IN_COURSE, 1, 4.0, 4),
        # The intensity before is a rating like any other.
        (2, "heat", "lower back", None, str(on(29)), -1, BEFORE, 1, 7.0, 9),
    ]


def test_a_summer_time_change_leaves_days_whole(path, store):
    store(
        course("heat", "heel", start=28),
        *(entry("heel", 5, day=day) for day in (27, 28, 29, 30)),
    )
    with Journal(path) as journal:
        rows = journal.connection.execute("select days_since_start from effect_days").fetchall()
    assert sorted(rows) == [(-1,), (0,), (1,), (2,)]


FIRST = ("2026-03-01", None, "2026-03-01", 0, IN_COURSE)
CLAY = ("2026-03-01", "2026-03-09")
OF_VERSION = {
    1: [(1, "stretching", "heel", "left", *FIRST, 1, 7.0, 8)],
    2: [
        (1, "stretching", "heel", "left", "2026-03-05", None, "2026-03-01", -4, BEFORE, 1, 7.0, 8),
        (2, "clay pack", "heel", "left", *CLAY, "2026-03-01", 0, IN_COURSE, 1, 7.0, 8),
        (2, "clay pack", "lower back", None, *CLAY, "2026-03-02", 1, IN_COURSE, 1, 3.0, 3),
        (2, "clay pack", "old scar", None, *CLAY, "2026-03-02", 1, IN_COURSE, 1, 0.0, 0),
    ],
}


@pytest.mark.parametrize("version", OF_VERSION)
def test_a_journal_of_an_earlier_version_has_the_views(path, version):
    path.write_bytes(gzip.decompress((FIXTURES / f"version_{version}.db.gz").read_bytes()))
    with Journal(path) as journal:
        found = effect_days(journal.connection)
        views = journal.connection.execute(
            "select name, group_concat(column, ' ') from (select m.name, c.name as column"
            " from sqlite_master m, pragma_table_info(m.name) c where m.type = 'view'"
            " order by m.name, cid) group by name"
        ).fetchall()
    assert found == OF_VERSION[version]
    assert views == [
        ("daily", "day region side entries mean worst"),
        ("effect_days", " ".join(COLUMNS)),
        ("entry_treatment", "entry_id treatment"),
    ]


BERLIN = timezone(timedelta(hours=1))
entries_of_a_place = st.lists(
    st.builds(
        lambda day, hour, hours, intensity, before: entry(
            "heel", intensity, before=before, treatments=["heat"]
        )._replace(
            felt_at=datetime.combine(day, time(hour), BERLIN),
            until=datetime.combine(day, time(hour), BERLIN) + timedelta(hours=hours)
            if hours
            else None,
        ),
        days,
        st.integers(0, 23),
        st.integers(0, 100),
        st.integers(0, 10),
        st.none() | st.integers(0, 10),
    ),
    max_size=12,
)


@given(rated=entries_of_a_place)
def test_daily_has_the_days_that_the_report_has(connection, rated):
    connection.execute("begin")
    for number, one in enumerate(rated):
        made = one._replace(uid=str(uuid.UUID(int=number)), created_at="", updated_at="")
        rows.insert(connection, rows.KINDS["Entry"], rows.image_of(made))
    found = connection.execute(
        "select day, entries, mean, worst from daily order by day"
    ).fetchall()
    connection.execute("rollback")
    gathered = gather(rated).get(("heel", None), PlaceDays())
    assert found == [
        (str(d.day), d.entries, pytest.approx(d.mean), d.worst) for d in gathered.days()
    ]
