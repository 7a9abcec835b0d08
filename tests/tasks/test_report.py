"""The report on a journal: which days its figures and its warning signs are from."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from builders import course, entry, on, selection, use
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
    for_the_person = report_on(journal, NOW)
    assert for_the_person.told == ()
    for_the_clinician = report_on(journal, NOW, for_clinician=True)
    (told,) = for_the_clinician.told
    assert told.day == on(2)
    assert for_the_person.earlier == (told,)
    assert for_the_clinician.earlier == ()
    # Signs of any place count, whatever was chosen.
    (told,) = report_on(journal, NOW, selection("heel"), for_clinician=True).told
    assert told.day == on(2)


def test_uses_without_a_rating_and_attack_diaries_are_reported(tmp_path):
    things: list[Any] = [
        *(entry("head", 8, day=day) for day in (1, 3)),
        *(use("sumatriptan", "head", day=day, dose="50 mg") for day in range(2, 12)),
    ]
    path = fill(tmp_path / "b.db", things)
    with Journal(path, writing=True) as opened, opened.change("regions set") as change:
        change.edit(opened.regions.by_name["head"]._replace(diary="attacks"))
    with Journal(tmp_path / "b.db") as opened:
        report = report_on(opened, NOW).report
        (head,) = report.regions
        # On 9 of the 31 days a tablet was taken for it and no rating was logged.
        assert (head.attack_diary, head.rated_days) == (True, 22)
        (month,) = [m for m in report.medicine_months if m.of == "sumatriptan"]
        assert month.days == 10
        assert report.effects == ()
        # A medicine counts wherever it was for.
        narrowed = report_on(opened, NOW, selection("neck", since=on(1))).report
        assert [m.days for m in narrowed.medicine_months if m.of == "sumatriptan"] == [10]
        # A month is told whole, however late in it the period begins.
        late = report_on(opened, NOW, selection("neck", since=on(10))).report
        assert [m.days for m in late.medicine_months if m.of == "sumatriptan"] == [10]


def test_what_to_do_names_the_services_of_the_country(tmp_path):
    path = fill(
        tmp_path / "c.db",
        [entry("chest", 4, day=30), entry("heel", 3, day=31, note="I want to end my life")],
    )
    with Journal(path) as opened:
        here, there = (report_on(opened, NOW, country=code) for code in ("", "IE"))
    (told,) = there.told
    assert "call 112 or 999 now" in told.flag.action
    assert "Samaritans, 116 123" in told.flag.action
    assert "call 112 or 999 now" in there.advice[0].text
    assert "999, 112 or 911" in here.told[0].flag.action
    assert "999, 112 or 911" in here.advice[0].text
