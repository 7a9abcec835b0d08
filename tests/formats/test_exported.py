"""An export as the pure layers take it: what docs/analysis-api.md promises."""

import io
from datetime import date, timedelta

import pytest

from builders import consultation, course, entry, on, peg, use
from painlog.errors import BadFileError
from painlog.formats import journal_csv
from painlog.formats.exported import read_export
from painlog.formats.journal_json import write_journal
from painlog.model.catalogue.regions import REGIONS
from painlog.model.catalogue.treatments import TREATMENTS
from painlog.model.contents import Background
from painlog.model.region import Region
from painlog.model.treatment import Treatment

UID = "0f8fad5b-d9cb-469f-a165-7086772895{:02}"
SPOT = Region("bad spot", "none", "own", own=True)
LAMP = Treatment("heat lamp", "medication", conventional=True, own=True)
HEEL = [
    entry("left heel", level, day=day, treatments=["heat"] * (day > 4))._replace(
        uid=UID.format(day)
    )
    for day, level in enumerate((7, 8, 7, 7, 5, 4, 4, 4), start=1)
]


def as_csv(*entries):
    file = io.StringIO(newline="")
    journal_csv.write(entries, file)
    return file.getvalue()


def as_json(entries, background=Background(), uses=()):  # noqa: B008 - it is frozen
    file = io.StringIO()
    write_journal(lambda: entries, background, file, uses)
    return file.getvalue()


def test_a_csv_gives_its_entries_and_the_catalogue():
    for text in (as_csv(*HEEL), "\ufeff" + as_csv(*HEEL)):
        exported = read_export(text)
        assert exported.entries == tuple(HEEL)
        assert exported[1:4] == ((), (), ())
        assert exported.regions == {region.name: region for region in REGIONS}
        assert exported.treatments == {treatment.name: treatment for treatment in TREATMENTS}


def test_json_gives_all_that_the_journal_holds():
    uid = UID.format(99)
    background = Background(
        (course("heat lamp", "left heel", start=5)._replace(uid=uid),),
        (consultation(3, "the heel")._replace(uid=uid),),
        (peg(6, 5, 7, day=4, uid=uid),),
        (SPOT,),
        (LAMP,),
    )
    exported = read_export(as_json(HEEL, background))
    assert exported.entries == tuple(HEEL)
    assert exported[1:4] == (background.courses, background.consultations, background.pegs)
    assert (exported.regions["bad spot"], exported.treatments["heat lamp"]) == (SPOT, LAMP)
    assert len(exported.regions) == len(REGIONS) + 1


def test_a_report_needs_nothing_more():
    background = Background(
        courses=(course("heat", "left heel", start=5)._replace(uid=UID.format(99)),)
    )
    report = read_export(as_json(HEEL, background)).report()
    assert report.period == (on(1), on(8))
    (effect,) = report.effects
    assert effect.course.treatment == "heat"
    assert not effect.course.inferred
    assert effect.comparison.before.mean == 7.25
    assert effect.comparison.after.mean == 4.25
    assert effect.comparison.change == -3.0


def test_a_csv_has_the_courses_that_its_entries_name():
    (effect,) = read_export(as_csv(*HEEL)).report().effects
    assert (effect.course.started_on, effect.course.inferred) == (on(5), True)
    assert effect.comparison.change == -3.0


def test_a_report_can_end_and_begin_earlier():
    stretching = course("stretching", "left heel", start=5)
    exported = read_export(as_csv(*HEEL))._replace(courses=(stretching,))
    report = exported.report(since=on(3), today=on(6), window_days=3)
    assert report.period == (on(3), on(6))
    assert [day.day for day in report.regions[0].days] == [on(3), on(4), on(5), on(6)]
    (effect,) = report.effects
    assert effect.comparison.before.dates == (on(2), on(3), on(4))
    assert effect.comparison.after.dates == (on(5), on(6))


def test_a_medicine_of_ones_own_is_one():
    entries = [HEEL[0]._replace(treatments=("heat lamp",))]
    report = read_export(as_json(entries, Background(own_treatments=(LAMP,)))).report()
    assert [(month.of, month.days) for month in report.medicine_months] == [("heat lamp", 1)]


def test_uses_without_a_rating_count_as_medicine_days():
    used = [
        use("sumatriptan", "head", day=day, dose="50 mg", uid=UID.format(50 + day))
        for day in (2, 3, 9)
    ]
    exported = read_export(as_json(HEEL, uses=used))
    assert exported.uses == tuple(used)
    assert exported.last_day == on(9)
    (of_triptans,) = (m for m in exported.report().medicine_months if m.of == "sumatriptan")
    assert of_triptans.days == 3
    (earlier,) = (m for m in exported.report(today=on(8)).medicine_months if m.of == "sumatriptan")
    assert earlier.days == 2


def test_what_was_used_with_a_rating_is_in_its_entry_alone():
    exported = read_export(as_json(HEEL))
    assert exported.uses == ()
    assert exported.entries[-1].treatments == ("heat",)


def test_a_csv_of_uses_gives_them():
    used = (use("sumatriptan", "head", dose="50 mg", uid=UID.format(50)), use("heat", day=2))
    file = io.StringIO(newline="")
    journal_csv.write_uses(used, file)
    exported = read_export(file.getvalue())
    assert (exported.entries, exported.uses) == ((), used)
    both = read_export(as_csv(*HEEL))._replace(uses=exported.uses)
    assert [m.days for m in both.report().medicine_months if m.of == "sumatriptan"] == [1]
    with pytest.raises(BadFileError, match=r'^Line 2 cannot be read: .* "moon"'):
        read_export("used_at,treatment\n2026-03-01,moon\n")


def test_an_attack_diary_makes_a_day_without_an_entry_a_day_without_pain():
    attacks = [entry("head", 7, day=day)._replace(uid=UID.format(60 + day)) for day in (1, 5, 20)]
    background = Background(attack_diaries=("head", "bad spot"), own_regions=(SPOT,))
    exported = read_export(as_json(attacks, background))
    assert {name for name, r in exported.regions.items() if r.diary == "attacks"} == {
        *("head", "bad spot"),
    }
    (head,) = exported.report().regions
    assert (head.attack_diary, head.rated_days) == (True, 20)
    (without,) = read_export(as_json(attacks)).report().regions
    assert (without.attack_diary, without.rated_days) == (False, 3)


def test_the_days_after_the_last_rating_of_an_attack_that_goes_on_are_left_out():
    attacks = [entry("head", 7, day=day)._replace(uid=UID.format(60 + day)) for day in (1, 5, 20)]
    exported = read_export(as_json(attacks, Background(attack_diaries=("head",))))
    rated = [
        exported.report(today=attacks[-1].day + timedelta(days=later)).regions[0].rated_days
        for later in range(5)
    ]
    assert rated == [20, 20, 20, 23, 24]


def test_the_last_day_is_that_of_the_last_entry():
    answered = (peg(6, 5, 7, day=30, uid=UID.format(99)),)
    assert read_export(as_json(HEEL, Background(pegs=answered))).last_day == on(8)
    assert read_export(as_json([], Background(pegs=answered))).last_day == on(30)
    assert read_export(as_json([])).last_day is None


@pytest.mark.parametrize("text", [as_json([]), as_csv()])
def test_an_empty_export_has_an_empty_report(text):
    report = read_export(text).report()
    assert (report.regions, report.effects, report.peg) == ((), (), None)
    assert report.period.until >= date(2026, 1, 1)


@pytest.mark.parametrize(
    "text",
    ["", "{", "{}", '{"schema": "painlog.report/1"}', "a,b\n1,2\n", as_json(HEEL)[:-40]],
    ids=["empty", "a brace", "no schema", "a report", "other columns", "cut off"],
)
def test_what_is_no_export_is_refused(text):
    with pytest.raises(BadFileError):
        read_export(text)


def test_a_row_that_cannot_be_read_is_named():
    with pytest.raises(BadFileError, match=r'^Line 3 cannot be read: No region is called "moon"'):
        read_export("felt_at,region,intensity\n2026-03-01,heel,4\n2026-03-01,moon,4\n")


def test_an_attack_that_lasts_beyond_the_day_of_the_report_is_whole():
    journal = read_export(
        "felt_at,until,region,intensity\n"
        "2026-03-10T23:00:00+00:00,2026-03-11T00:30:00+00:00,head,8\n"
        "2026-03-11T00:30:00+00:00,2026-03-11T08:00:00+00:00,head,9\n"
    )
    found = journal.report(today=date(2026, 3, 10))
    assert [attacks.lengths for attacks in found.attacks] == [(timedelta(hours=9),)]
    assert [(head.entries, head.worst) for head in found.regions] == [(1, 8)]
