"""What a check found, as JSON of a stable shape."""

from collections.abc import Iterable, Mapping
from typing import Any

from painlog.model.finding import ReportedFinding

SCHEMA = "painlog.check/1"


def check_object(
    file: str, found: Iterable[ReportedFinding], done: Iterable[str], kept: Iterable[str]
) -> Mapping[str, Any]:
    """The object with every finding, what was mended, and where the journal before it is kept."""
    findings = [
        {
            "code": finding.code,
            "severity": finding.severity,
            "what": finding.what,
            "where": list(finding.where),
            "remedy": finding.remedy,
            "mendable": finding.mendable,
        }
        for finding in found
    ]
    return {
        "schema": SCHEMA,
        "file": file,
        "whole": all(finding["severity"] != "fault" for finding in findings),
        "findings": findings,
        "mended": list(done),
        "kept": list(kept),
    }
