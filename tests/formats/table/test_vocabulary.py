"""Words of tables stand for what the same words stand for when they are typed."""

from datetime import datetime

import pytest

from painlog.formats.table.vocabulary import DAY_TIMES
from painlog.model.day_parts import said_time

NOW = datetime(2026, 3, 31, 23, 30)  # noqa: DTZ001 - a wall clock


@pytest.mark.parametrize("part", ["morning", "afternoon", "evening", "night"])
def test_a_part_of_the_day_is_one_time_typed_and_imported(part):
    assert f"{said_time(f'yesterday {part}', NOW):%H:%M}" == DAY_TIMES[part]


@pytest.mark.parametrize("word", ["pm", "evening", "abends", "soir", "avond", "dinner"])
def test_the_evening_is_at_19(word):
    assert DAY_TIMES[word] == "19:00"
