"""Trackers in a backup of Nomie, told from the notes of its logs."""

import io
import json

from painlog.formats.apps.nomie import HEADER, tracker_rows


def rows(files):
    text = json.dumps({"version": "6.1", "created": "2026-01-01", "files": files})
    return list(tracker_rows(io.BytesIO(text.encode())))


def test_each_tracker_with_a_number_is_a_row_and_the_note_has_no_tags():
    found = rows(
        {
            "trackers.json": {"headache": {"tag": "headache"}},
            "v01/books/2026-01": [
                {"note": "#headache(7) after @em +office #walk", "end": "2026-01-01T00:00:01.000Z"},
                {"note": "nothing", "end": 5},
                {"note": "#lower_back(4) #knee-left(3)", "end": 1767225600000},
                {"note": 5},
                "odd",
            ],
        }
    )
    assert found == [
        (0, HEADER),
        (1, ["1767225601000", "headache", "7", "after"]),
        (3, ["1767225600000", "lower back", "4", ""]),
        (3, ["1767225600000", "knee left", "3", ""]),
    ]


def test_a_time_that_cannot_be_read_is_kept_for_the_message():
    log = {"note": "#neck(1)", "end": "noon"}
    assert rows({"books/1": [log]})[1] == (1, ["noon", "neck", "1", ""])
