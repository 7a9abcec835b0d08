"""The apps that painlog knows: each file of theirs is whole, and is recognised by its columns."""

import pytest

from painlog.formats.apps.exports import app_named, app_of, apps

HEADINGS = {
    "daylio": "full_date,date,weekday,time,mood,activities,note_title,note",
    "bearable": "date,date formatted,weekday,time of day,category,rating/amount,detail,notes",
    "track-and-graph": "FeatureName,Timestamp,Value,Label,Note",
}


def test_every_app_says_what_it_takes_and_how():
    assert sorted(apps()) == [
        *("aiding-migraine", "apple-health", "bearable", "daylio", "fhir", "migraine-buddy"),
        *("nomie", "track-and-graph"),
    ]
    for app in apps().values():
        assert app.takes
        assert app.leaves
        assert bool(app.headings) is (app.kind == "table")
        assert all(app.guess or not part.missing for part in app.parts)
        assert all("felt_at" in part.fields for part in app.parts)


@pytest.mark.parametrize("key", HEADINGS)
def test_an_app_is_known_by_its_columns_in_any_order_and_case(key):
    headings = HEADINGS[key].split(",")
    assert app_of("table", [heading.upper() for heading in reversed(headings)]).key == key
    assert app_of("table", headings[1:-1]) is None
    assert app_of("apple-health", headings).key == "apple-health"


def test_an_app_is_called_by_its_key_or_its_name():
    assert app_named("Track & Graph").key == "track-and-graph"
    assert app_named("MIGRAINE buddy").key == "migraine-buddy"
    assert app_named("my own") is None


def test_columns_that_a_file_does_not_have_are_left_out_of_its_mapping():
    app = apps()["track-and-graph"]
    (part,) = app.parts_for(["FeatureName", "Timestamp", "Value", "Note"])
    assert ("note", "Label") not in part.columns
    assert ("note", "Note") in part.columns
    (symptoms, _) = apps()["bearable"].parts_for(HEADINGS["bearable"].split(","))
    assert ("region", "detail: before brackets") in symptoms.columns
