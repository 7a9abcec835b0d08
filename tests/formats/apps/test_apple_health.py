"""Pains in an export of Apple Health, among everything else that it holds."""

import io

import pytest

from painlog.errors import BadFileError
from painlog.formats.apps.apple_health import HEADER, pain_rows

DTD = "<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record*)>\n]>\n"


def rows(text):
    return list(pain_rows(io.BytesIO(text.encode()), "export.xml"))


def record(kind, value, began="2026-02-01 09:00:00 -0800", ended="2026-02-01 11:30:00 -0800"):
    return (
        f'<Record type="HKCategoryTypeIdentifier{kind}" sourceName="Health" value="{value}" '
        f'startDate="{began}" endDate="{ended}"/>\n'
    )


def test_pains_are_rows_with_their_line_and_the_rest_is_not_read():
    found = rows(
        '<?xml version="1.0"?>\n' + DTD + "<HealthData>\n"
        '<Record type="HKQuantityTypeIdentifierStepCount" value="900"/>\n'
        + record("Headache", "HKCategoryValueSeverityModerate")
        + record("Nausea", "HKCategoryValueSeverityMild")
        + record("LowerBackPain", "4")
        + "</HealthData>"
    )
    began, ended = "2026-02-01T09:00:00-08:00", "2026-02-01T11:30:00-08:00"
    assert found == [
        (0, HEADER),
        (7, [began, ended, "Headache", "Moderate"]),
        (9, [began, ended, "LowerBackPain", "Severe"]),
    ]


def test_entities_and_damage_are_refused():
    with pytest.raises(BadFileError, match="declares entities"):
        rows('<!DOCTYPE HealthData [<!ENTITY a "b">]><HealthData>&a;</HealthData>')
    with pytest.raises(BadFileError, match="is damaged"):
        rows("<HealthData><Record")
