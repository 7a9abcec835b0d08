"""Datasette serves a journal on this machine alone, by its names, while painlog writes to it."""

import json
import socket
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from builders import course, entry, on
from journals import fill
from painlog.store.journal import Journal

LABELS = Path(__file__).parents[2] / "docs" / "datasette.json"
LOOPBACK = "127.0.0.1"
SECONDS = 30


def free_port():
    with closing(socket.socket()) as found:
        found.bind((LOOPBACK, 0))
        return found.getsockname()[1]


@pytest.fixture
def served(path):
    """A journal, served; asks for a page as JSON."""
    entries = (
        entry("left heel", 6, day=1, treatments=["heat"], triggers=("long walk",)),
        entry("left heel", 4, day=3),
    )
    fill(path, entries, [course("stretching", "left heel", start=3)])
    port = free_port()
    command = [sys.executable, "-m", "datasette", path, "--metadata", LABELS, "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def ask(page):
        with closing(HTTPConnection(LOOPBACK, port, timeout=SECONDS)) as connection:
            connection.request("GET", f"/{page}")
            answer = connection.getresponse()
            assert answer.status == 200, answer.read()
            return json.load(answer)

    try:
        deadline = time.monotonic() + SECONDS
        while True:
            try:
                ask("-/versions.json")
                break
            except OSError:
                assert server.poll() is None, server.stdout.read()
                assert time.monotonic() < deadline
                time.sleep(0.05)
        yield ask
    finally:
        server.terminate()
        said, _ = server.communicate(timeout=SECONDS)
    assert f"Uvicorn running on http://{LOOPBACK}:{port} " in said


def rows(ask, table, **options):
    asked = {"_shape": "array", "_labels": "on"} | options
    return ask(f"painlog/{table}.json?{'&'.join(f'{k}={v}' for k, v in asked.items())}")


def label(value, text=None):
    return {"value": value, "label": text or value}


def test_foreign_keys_are_shown_by_name(served):
    first, second = rows(served, "entry", _sort="id")
    assert (first["region"], second["region"]) == (label("heel"), label("heel"))
    (started,) = rows(served, "course")
    assert (started["treatment"], started["region"]) == (label("stretching"), label("heel"))
    felt_at = "2026-03-01T20:00:00+00:00"
    (used,) = rows(served, "use")
    assert (used["treatment"], used["region"]) == (label("heat"), label("heel"))
    assert used["entry_id"] == label(1, felt_at)
    (tag,) = rows(served, "entry_tag")
    assert tag == {"entry_id": label(1, felt_at), "kind": "trigger", "value": "long walk"}
    item, *_ = rows(served, "change_item", change_id=1)
    assert item["change_id"] == label(1, "a journal")


def test_the_views_are_served(served):
    assert rows(served, "entry_treatment") == [{"entry_id": 1, "treatment": "heat"}]
    heel = {"region": "heel", "side": "left", "entries": 1}
    days = [
        heel | {"day": str(on(1)), "mean": 6.0, "worst": 6},
        heel | {"day": str(on(3)), "mean": 4.0, "worst": 4},
    ]
    assert rows(served, "daily", _sort="day") == days
    around = {
        "course_id": 1,
        "treatment": "stretching",
        "started_on": str(on(3)),
        "ended_on": None,
    }
    assert rows(served, "effect_days", _sort="day") == [
        days[0] | around | {"days_since_start": -2, "span": "28 days before"},
        days[1] | around | {"days_since_start": 0, "span": "in course"},
    ]


def test_what_painlog_writes_meanwhile_is_shown(served, path):
    assert len(rows(served, "entry")) == 2
    fill(path, [entry("lower back", 3, day=5)])
    assert [row["intensity"] for row in rows(served, "entry", _sort="id")] == [6, 4, 3]
    with Journal(path) as journal:
        assert [stored.intensity for stored in journal.entries()] == [6, 4, 3]


def test_the_labels_are_of_columns_that_are_there(path):
    fill(path, [entry("heel", 6)])
    tables = json.loads(LABELS.read_text("utf-8"))["databases"]["painlog"]["tables"]
    with Journal(path) as journal:
        for table, settings in tables.items():
            columns = {
                name
                for (name,) in journal.connection.execute(
                    "select name from pragma_table_info(?)", [table]
                )
            }
            assert columns, table
            assert {settings[key] for key in settings if key != "hidden"} <= columns, table
