"""The report on a journal: which days its figures and its warning signs are from."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from builders import course, entry, on, selection
from journals import fill
from painlog.store.journal import Journal
from painlog.tasks.report import report_on

NOW = datetime(2026, 3, 31, 21, tzinfo=ZoneInfo("Europe/Berlin"))
NUMB = "numb between the legs"


@pytest.fixture
def journal(tmp_path):
    entries = [
        entry("heel", 6, day=1),
        entry("lower back", 5, day=2, note=NUMB),
        entry("heel", 4, day=20, treatments=("heat",)),
        entry("neck", 3, day=30),
    ]
    with Journal(fill(tmp_path / "a.db", entries, [course("heat", "heel", start=20)])) as opened:
        yield opened


def test_a_whole_journal_is_reported_up_to_today(journal):
    advised = report_on(journal, NOW)
    assert (advised.report.period.since, advised.report.period.until) == (on(1), NOW.date())
    assert {region.region for region in advised.report.regions} == {"heel", "lower back", "neck"}
    assert not advised.whole
    assert advised.advice


def test_days_before_the_period_count_as_before_a_course(journal):
    advised = report_on(journal, NOW, selection("heel", since=on(15), until=on(25)))
    (effect,) = advised.report.effects
    assert effect.comparison.before.rated_days == 1
    assert (advised.report.period.since, advised.report.period.until) == (on(15), on(25))


def test_a_treatment_narrows_the_effects_alone(journal):
    advised = report_on(journal, NOW, selection(treatments=("heat",)))
    assert advised.whole
    assert len(advised.report.regions) == 3


def test_a_clinician_is_told_of_signs_that_are_too_old_to_act_on_now(journal):
    assert report_on(journal, NOW).told == ()
    (told,) = report_on(journal, NOW, for_clinician=True).told
    assert told.day == on(2)
    # Signs of any place count, whatever was chosen.
    (told,) = report_on(journal, NOW, selection("heel"), for_clinician=True).told
    assert told.day == on(2)
