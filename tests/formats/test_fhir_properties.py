"""Whatever a journal holds, its Bundle is valid FHIR R4."""

import io
import json
import re
from datetime import date, datetime, timedelta, timezone

from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st

from builders import CATALOGUE, TREATED_WITH
from painlog.formats.fhir.bundle import write_bundle
from painlog.model.contents import Background, Consultation
from painlog.model.course import Course
from painlog.model.entry import Entry, parse_tags
from painlog.model.factor import MEASURES, DayFactor, DayNote, Factor
from painlog.model.peg import Peg

# As the page on data types of R4 has them.
DATE_TIME = re.compile(
    r"(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    r"(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00)))?"
)
FHIR_ID = re.compile(r"[A-Za-z0-9.-]{1,64}")

KINDS = {treatment.name: treatment.kind for treatment in TREATED_WITH.all} | {"my tea": "other"}
TREATMENTS = st.sampled_from(sorted(KINDS))
PLACES = st.sampled_from(
    [
        (region.name, side)
        for region in CATALOGUE.all
        for side in (None, *(("left", "right", "both") if region.sides != "none" else ()))
    ]
    + [("bad spot", None), ("bad spot", "left")]
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
TAGS = st.lists(TEXTS, max_size=3).map(parse_tags)
RATINGS = st.integers(0, 10)
DAYS = st.dates(date(1900, 1, 2), date(2099, 12, 30))
UIDS = st.uuids().map(str)
OFFSETS = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda m: timezone(timedelta(minutes=m)))
MOMENTS = st.datetimes(datetime(1900, 1, 2), datetime(2099, 12, 30), timezones=OFFSETS)  # noqa: DTZ001


@st.composite
def entries(draw):
    region, side = draw(PLACES)
    treatments = tuple(sorted(draw(st.sets(TREATMENTS, max_size=3))))
    return Entry(
        draw(MOMENTS).replace(microsecond=0),
        region,
        draw(RATINGS),
        side,
        draw(st.none() | RATINGS) if treatments else None,
        draw(st.none() | RATINGS),
        treatments,
        draw(TAGS),
        draw(TAGS),
        draw(TAGS),
        draw(TEXTS),
        draw(UIDS),
        updated_at=draw(st.sampled_from(["", "2026-03-31T19:00:00+00:00"])),
    )


@st.composite
def courses(draw):
    place = draw(st.just((None, None)) | PLACES)
    first, last = sorted((draw(DAYS), draw(DAYS)))
    region, side = place
    return Course(
        draw(TREATMENTS), first, draw(st.none() | st.just(last)), region, side, uid=draw(UIDS)
    )


def tuple_of_one(value):
    return (value,)


BACKGROUND = st.builds(
    Background,
    st.lists(courses(), max_size=3).map(tuple),
    st.lists(st.builds(Consultation, DAYS, TEXTS, UIDS), max_size=3).map(tuple),
    st.lists(st.builds(Peg, DAYS, RATINGS, RATINGS, RATINGS, UIDS), max_size=3).map(tuple),
    day_notes=st.lists(st.builds(DayNote, DAYS, TEXTS, UIDS), max_size=3).map(tuple),
    factors=st.builds(Factor, st.just("walk"), st.sampled_from(MEASURES), TEXTS).map(tuple_of_one),
    day_factors=st.lists(
        st.builds(DayFactor, DAYS, st.just("walk"), st.floats(0, 1_000_000), UIDS), max_size=3
    ).map(tuple),
)


def strings(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


def times(value):
    if isinstance(value, dict):
        for name, inner in value.items():
            if name.endswith("DateTime") or name in {"issued", "start", "end"}:
                yield inner
            else:
                yield from times(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from times(inner)


def references(value):
    if isinstance(value, dict):
        if "reference" in value:
            yield value["reference"], value["type"]
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from references(inner)


def is_empty(value):
    if isinstance(value, dict):
        return not value or any(map(is_empty, value.values()))
    return isinstance(value, list) and (not value or any(map(is_empty, value)))


@given(st.lists(entries(), max_size=4, unique_by=lambda e: e.uid), BACKGROUND)
def test_any_journal_is_a_valid_bundle(rated, background):
    file = io.StringIO()
    assert write_bundle(rated, background, KINDS, file) == len(rated)
    whole = json.loads(file.getvalue())
    Bundle.model_validate(whole)
    # The models let these through.
    assert all(
        re.fullmatch(r"[\t\n\r -\U0010ffff]+", text) and text.strip() for text in strings(whole)
    )
    assert all(map(DATE_TIME.fullmatch, times(whole)))
    assert not is_empty(whole)


@given(st.lists(entries(), max_size=4, unique_by=lambda e: e.uid), BACKGROUND)
def test_every_reference_of_a_bundle_leads_to_one_resource_of_it(rated, background):
    file = io.StringIO()
    write_bundle(rated, background, KINDS, file)
    items = json.loads(file.getvalue())["entry"]
    there = [(item["fullUrl"], item["resource"]["resourceType"]) for item in items]
    assert len({url for url, _ in there}) == len(there)
    assert {*references(items)} <= {*there}
    for item in items:
        assert item["fullUrl"] == f"urn:uuid:{item['resource']['id']}"
        assert FHIR_ID.fullmatch(item["resource"]["id"])
    ratings = [item["resource"] for item in items if "bodySite" in item["resource"]]
    assert len(ratings) == len(rated) + sum(e.intensity_before is not None for e in rated)
