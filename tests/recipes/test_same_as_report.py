"""What the public functions give for an export is what `painlog report` says of the journal."""

import json

from conftest import NOW
from painlog.formats.exported import read_export
from painlog.formats.report_json import report_object

NEEDS_THE_CLOCK = {"red_flags", "advice"}


def test_an_exported_journal_has_the_report_of_the_journal(painlog, tmp_path):
    kept = str(tmp_path / "sample.db")
    painlog("demo", "--keep", kept)
    exported = read_export(painlog("--db", kept, "export", "--format", "json").out)
    said = json.loads(painlog("--db", kept, "report", "--format", "json").out)
    found = json.loads(json.dumps(report_object(exported.report(today=NOW.date()), (), ())))
    assert len(found["effects"]) == 6
    assert {name: found[name] for name in set(found) - NEEDS_THE_CLOCK} == {
        name: said[name] for name in set(said) - NEEDS_THE_CLOCK
    }
