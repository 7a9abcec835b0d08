"""The report as plain data: the period, what counts in it, and what is missing."""

from datetime import date, timedelta

import pytest

from builders import CATALOGUE, TREATED_WITH, consultation, course, entry, on, trial, use
from painlog.analysis.days import gather
from painlog.analysis.medicines import MedicineMonth, Overuse
from painlog.analysis.report import Period, build_report
from painlog.analysis.series import build_series
from painlog.analysis.trials import TrialRecord, read_trial
from painlog.model.selection import Selection

TODAY = 60


def report(entries=(), courses=(), visits=(), today=TODAY, **rest):
    return build_report(
        entries,
        courses,
        visits,
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(today),
        **rest,
    )


def daily(place, intensity, first, last, **rest):
    return [entry(place, intensity, day=day, **rest) for day in range(first, last + 1)]


def test_an_empty_journal_has_an_empty_report():
    found = report()
    assert found.period == Period(on(TODAY), on(TODAY))
    assert (found.regions, found.effects, found.relief, found.months) == ((), (), (), ())
    assert found.last_before is None


def test_the_period_begins_with_the_first_rating_or_where_it_is_told_to():
    entries = daily("head", 4, 10, 20)
    assert report(entries).period == Period(on(10), on(TODAY))
    assert report(entries, since=on(15)).period == Period(on(15), on(TODAY))


def test_regions_come_by_their_last_28_days_the_worst_first():
    entries = [
        *daily("head", 3, 40, 50),
        *daily("left heel", 6, 40, 50),
        *daily("lower back", 9, 1, 20),
        *daily("neck", 6, 40, 50),
    ]
    assert [r.place for r in report(entries).regions] == ["left heel", "neck", "head", "lower back"]


def test_a_region_is_summed_up_over_the_period_and_its_last_weeks_over_all_days():
    entries = [*daily("head", 2, 30, 52), *daily("head", 6, 53, 60), entry("head", 9, day=60)]
    (region,) = report(entries, since=on(58)).regions
    assert (region.entries, region.rated_days, region.worst) == (4, 3, 9)
    assert region.mean == (6 + 6 + 7.5) / 3
    assert (region.last_7.mean, region.previous_7.mean) == (
        (6 * 6 + 7.5) / 7,
        (6 * 2 + 6) / 7,
    )
    assert (region.last_7.since, region.previous_7.since) == (on(54), on(47))


def test_ratings_only_before_the_period_are_told_of_and_not_counted():
    found = report(daily("head", 4, 1, 9), since=on(30))
    assert found.regions == found.months == found.relief == ()
    assert found.last_before == on(9)


def test_days_before_the_period_are_the_before_of_a_course_in_it():
    entries = [*daily("head", 6, 1, 29), *daily("head", 4, 30, 60)]
    (effect,) = report(entries, [course("heat", "head", start=30)], since=on(30)).effects
    assert effect.comparison.before.dates == tuple(on(d) for d in range(2, 30))
    assert effect.comparison.change == -2.0


def test_a_course_that_ended_before_the_period_is_left_out():
    entries = daily("head", 6, 1, 60)
    ended = course("heat", "head", start=10, end=29)
    assert report(entries, [ended], since=on(30)).effects == ()
    assert len(report(entries, [ended], since=on(29)).effects) == 1


def test_a_medicine_that_was_only_taken_is_no_course_and_has_relief():
    entries = [*daily("head", 6, 1, 30), *daily("head", 4, 31, 60, treatments=["ibuprofen"])]
    found = report(entries)
    assert found.effects == ()
    assert [(r.treatment, r.uses) for r in found.relief] == [("ibuprofen", 30)]
    (effect,) = report(entries, [course("ibuprofen", "head", start=31)]).effects
    assert "as-needed" not in [c.code for c in effect.cautions]


def test_what_is_no_medicine_and_was_only_used_is_a_course_with_a_caution():
    entries = [*daily("neck", 6, 1, 30), *daily("neck", 4, 31, 60, treatments=["heat"])]
    (effect,) = report(entries).effects
    assert "as-needed" in [c.code for c in effect.cautions]
    assert effect.verdict == "clearly more"


def test_heat_on_bad_days_has_no_verdict():
    before = [4, 5, 5, 4, 3, 4, 5, 4, 5, 4]
    beside = [4, 6, 5, 7, 4, 6, 5, 6, 3, 7, 4, 6, 5, 6, 4, 7, 5, 6, 4, 6, 5, 7, 4, 6]
    entries = [entry("neck", value, day=day) for day, value in enumerate(before, 1)]
    entries += [
        entry("neck", value, day=day, treatments=["heat"] if value >= 6 else [])
        for day, value in enumerate(beside, 11)
    ]
    (effect,) = report(entries, today=34).effects
    assert effect.comparison.change > 0
    assert effect.verdict is None
    assert {"as-needed", "named-on-bad-days"} <= {c.code for c in effect.cautions}


def test_one_tablet_before_the_start_of_a_preventive_changes_nothing_but_its_medicine_days():
    entries = [*daily("head", 6, 1, 30), *daily("head", 4, 31, 60)]
    started = [course("preventive medicine", "head", start=31)]
    (plain,) = report(entries, started).effects
    tablet = entry("head", 6, day=29, treatments=["ibuprofen"])
    (effect,) = report([*entries, tablet], started).effects
    assert effect.comparison.before.rated_days == 28
    assert effect.comparison.before.values == plain.comparison.before.values
    assert effect.comparison.interval == plain.comparison.interval
    assert effect.verdict == plain.verdict
    assert effect.cautions == plain.cautions
    assert (plain.medicine_days, effect.medicine_days) == (None, (1, 28, 0, 28, 0, 0))


def test_a_preventive_that_halves_attacks_reads_so_although_the_mean_hardly_moves():
    def month(first, attack_days):
        return [
            e
            for day in range(first, first + 28)
            for e in (
                [
                    entry("head", 9, day=day, hour=9, treatments=["ibuprofen"]),
                    *(entry("head", 0, day=day, hour=h) for h in (12, 15, 18, 20)),
                ]
                if (day - first) in attack_days
                else [entry("head", 0, day=day)]
            )
        ]

    before = [*range(0, 28, 5), *range(1, 28, 5), *range(2, 28, 5)]
    entries = [
        *(e for first in (1, 29, 57) for e in month(first, before)),
        *(e for first in (85, 113, 141) for e in month(first, range(0, 28, 7))),
    ]
    started = [course("preventive medicine", "head", start=85)]
    (effect,) = report(entries, started, today=168).effects
    days = effect.comparison.attacks.pain_days
    assert (days.before, days.after) == (18.0, 4.0)
    assert days.high < -0.5 * days.before / 2
    assert effect.verdict == "about"
    assert abs(effect.comparison.change) < 1


def test_an_attack_is_felt_on_every_day_that_it_touches():
    begun = entry("head", 8, day=1, hour=22)
    three = begun._replace(until=begun.felt_at + timedelta(hours=51))
    (region,) = report([three, entry("head", 0, day=5)], today=5).regions
    assert [(d.day, d.worst, d.entries) for d in region.days] == [
        (on(1), 8, 1),
        (on(2), 8, 0),
        (on(3), 8, 0),
        (on(4), 8, 0),
        (on(5), 0, 1),
    ]
    assert region.entries == 2
    midnight = begun._replace(until=begun.felt_at + timedelta(hours=2))
    assert midnight.days == (on(1),)


def test_in_an_attack_diary_a_day_without_an_entry_is_a_day_without_pain():
    regions = CATALOGUE.by_name | {"head": CATALOGUE.by_name["head"]._replace(diary="attacks")}
    attacks = [entry("head", 8, day=day) for day in (3, 20, 41, 50)]
    found = build_report(
        attacks,
        [course("preventive medicine", "head", start=31)],
        [],
        regions=regions,
        treatments=TREATED_WITH.by_name,
        today=on(60),
    )
    (region,) = found.regions
    assert (region.rated_days, region.entries) == (58, 4)
    (effect,) = found.effects
    assert effect.comparison.before.rated_days == effect.comparison.after.rated_days == 28
    assert "assumed-days" in [c.code for c in effect.cautions]
    assert effect.comparison.attacks.worst_before == 8.0


def test_a_new_dose_is_compared_with_the_days_at_the_old_one():
    entries = [*daily("head", 6, 1, 20), *daily("head", 5, 21, 40), *daily("head", 3, 41, 60)]
    steps = [
        course("amitriptyline", "head", start=21, end=40, dose="10 mg"),
        course("amitriptyline", "head", start=41, dose="25 mg"),
    ]
    first, second = report(entries, steps).effects
    assert (first.course.what, first.comparison.change) == ("amitriptyline 10 mg", -1.0)
    assert second.course.what == "amitriptyline 25 mg"
    assert second.comparison.before.dates == tuple(on(day) for day in range(21, 41))
    assert second.comparison.change == -2.0


def test_another_treatment_that_came_with_it_leaves_no_verdict_but_that():
    entries = [*daily("head", 6, 1, 30), *daily("head", 4, 31, 60)]
    (heat, rest) = report(
        entries, [course("heat", "head", start=31), course("rest", "head", start=33)]
    ).effects
    assert (heat.verdict, rest.verdict) == ("confounded", None)
    assert heat.comparison.verdict == "clearly more"


def test_few_days_before_name_what_cut_them_short():
    entries = daily("head", 6, 1, 60)
    effects = report(
        entries, [course("rest", "head", start=29), course("heat", "head", start=31)]
    ).effects
    heat = next(e for e in effects if e.course.treatment == "heat")
    (caution,) = heat.cautions
    assert caution.code == "not-enough-days"
    assert (caution.facts["cut_by"], caution.facts["cut_what"], caution.facts["cut_on"]) == (
        "rest",
        "started",
        on(29),
    )


def test_over_28_days_after_the_start_the_first_28_are_told_beside_the_last():
    entries = [*daily("head", 6, 1, 28), *daily("head", 5, 29, 56), *daily("head", 2, 57, 112)]
    (effect,) = report(entries, [course("heat", "head", start=29)], today=112).effects
    assert effect.comparison.change == -4.0
    assert effect.first_28.change == -1.0
    (early,) = report(entries, [course("heat", "head", start=29)], today=56).effects
    assert early.first_28 is None


def test_84_untreated_days_tell_what_ratings_do_by_themselves():
    values = [5, 5, 5, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3, 3] * 6
    entries = [entry("head", value, day=day) for day, value in enumerate(values, 1)]
    entries += [entry("head", 3, day=day) for day in range(85, 99)]
    (effect,) = report(entries, [course("heat", "head", start=85)], today=98).effects
    assert effect.placebo == (0.0, 36, 71, 84)
    entries += [entry("head", 1, day=day) for day in range(92, 120)]
    (shorter,) = report(entries[1:], [course("heat", "head", start=85)], today=119).effects
    assert shorter.placebo is None


@pytest.mark.parametrize(("end", "over"), [(None, False), (60, False), (59, True)])
def test_days_in_course_are_over_when_the_course_has_ended(end, over):
    entries = daily("head", 6, 1, 57)
    (effect,) = report(entries, [course("heat", "head", start=56, end=end)]).effects
    (caution,) = effect.cautions
    assert caution.code == "not-enough-days"
    assert (caution.facts["before_over"], caution.facts["after_over"]) == (True, over)


@pytest.mark.parametrize(("start", "found"), [(90, []), (89, ["long-between"])])
def test_a_long_course_has_its_last_days_far_from_those_before(start, found):
    entries = daily("head", 5, 30, 144)
    (effect,) = report(entries, [course("heat", "head", start=start)], today=144).effects
    assert effect.comparison.after.since == on(117)
    assert [c.code for c in effect.cautions] == found


def test_courses_that_are_still_to_come_have_no_before_and_after():
    assert report(daily("head", 6, 1, 60), [course("heat", "head", start=61)]).effects == ()


def test_a_course_before_the_first_rating_has_no_before():
    (effect,) = report(daily("head", 6, 50, 60), [course("heat", "head", start=45)]).effects
    assert effect.comparison.before.rated_days == effect.comparison.before.calendar_days == 0
    assert effect.comparison.after.rated_days == 11
    assert [c.code for c in effect.cautions] == ["not-enough-days"]


def test_a_course_that_was_over_before_the_first_rating_has_neither():
    (effect,) = report(
        daily("head", 6, 50, 60), [course("heat", "head", start=1, end=5)], since=on(1)
    ).effects
    assert effect.comparison.before.rated_days == effect.comparison.after.rated_days == 0


def test_one_treatment_can_be_asked_for():
    entries = [
        *daily("head", 6, 1, 30),
        *daily("head", 4, 31, 60, treatments=["heat"], before=6),
        entry("head", 5, day=60, treatments=["rest"], before=6),
    ]
    found = report(entries, asked=Selection(treatments=("heat",)))
    assert [e.course.treatment for e in found.effects] == ["heat"]
    assert [r.treatment for r in found.relief] == ["heat"]
    assert {r.place for r in found.regions} == {"head"}
    both = report(entries, asked=Selection(treatments=("rest", "heat")))
    assert {r.treatment for r in both.relief} == {"heat", "rest"}


def test_a_window_changes_the_days_compared():
    entries = [*daily("head", 6, 1, 30), *daily("head", 4, 31, 60)]
    (effect,) = report(entries, [course("heat", "head", start=31)], window_days=5).effects
    assert effect.comparison.before.dates == tuple(on(d) for d in range(26, 31))
    assert effect.comparison.after.dates == tuple(on(d) for d in range(56, 61))


def test_visits_of_the_period_are_in_it():
    found = report(
        daily("head", 4, 1, 60), visits=[consultation(9), consultation(30)], since=on(10)
    )
    assert found.consultations == (consultation(30),)


@pytest.mark.parametrize(("with_notes", "note"), [(True, "sumatriptan"), (False, "")])
def test_the_note_of_a_visit_is_a_note(with_notes, note):
    visits = [consultation(30, "sumatriptan")]
    found = report(daily("head", 4, 1, 60), visits=visits, with_notes=with_notes)
    assert found.consultations == (consultation(30, note),)


def test_a_month_that_the_period_cuts_counts_medicine_from_its_first_day():
    entries = daily("head", 4, 1, 31, treatments=["paracetamol"])
    found = report(entries, since=on(29), today=31)
    assert [month.rated_days for month in found.months] == [3]
    assert {(m.of, m.days) for m in found.medicine_months} == {
        ("any", 31),
        ("paracetamol", 31),
        ("simple painkillers", 31),
    }


def test_a_pause_of_what_was_in_use_before_is_told():
    entries = [*daily("head", 5, 1, 60), entry("head", 5, day=5)]
    rest = [course("rest", "head", start=1, end=30), course("rest", "head", start=45)]
    (heat,) = (
        e
        for e in report(entries, [course("heat", "head", start=20), *rest]).effects
        if e.course.treatment == "heat"
    )
    (told,) = (c.facts for c in heat.cautions if c.code == "other-treatment")
    assert told == {
        "treatment": "rest",
        "before": 19,
        "before_rated": 19,
        "after": 16,
        "after_rated": 28,
    }
    assert heat.verdict == "confounded"


def intake(place, days_a_month):
    months = [(2025, 12), (2026, 1), (2026, 2), (2026, 3)]
    return [
        entry(place, 5, treatments=["triptan"], felt_at=moment)
        for year, month in months
        for day in range(days_a_month[0], days_a_month[1] + 1)
        for moment in [entry("head", 0).felt_at.replace(year=year, month=month, day=day)]
    ]


def test_a_medicine_counts_whatever_it_was_taken_for_in_a_report_on_one_region():
    head, neck = intake("head", (1, 6)), intake("neck", (5, 10))
    months = (date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1))
    found = Overuse("triptan", 10, (10, 10, 10), ("triptan",), months, date(2026, 3, 1), 10)
    assert report([*head, *neck], today=20).overuse == (found,)
    assert report(head, today=20).overuse == ()
    assert report(head, today=20, elsewhere=gather(neck)).overuse == (found,)


def test_a_report_on_one_place_has_the_uses_that_the_whole_report_has_for_it():
    head, left, neck = entry("head", 8, hour=9), entry("left head", 3, hour=9), entry("neck", 2)
    uses = [use("ibuprofen", "head", hour=10), use("ibuprofen", hour=10), use("ibuprofen", day=9)]
    whole = report([head, left, neck], uses=uses)
    assert [(r.region, r.side, r.uses) for r in whole.relief] == [("head", None, 2)]
    assert [t.uses for t in whole.taken] == [3]
    every = gather([head, left, neck])
    one = report([head], uses=uses, elsewhere=every)
    assert (one.relief, [t.uses for t in one.taken]) == (whole.relief, [2])
    other = report([left], uses=uses, elsewhere=every)
    assert (other.relief, other.taken) == ((), ())


def test_the_line_is_told_whatever_the_medicine_was_taken_for():
    (found,) = report(intake("lower back", (1, 20)), today=20).overuse
    assert found.of == "triptan"
    assert (
        MedicineMonth(date(2026, 1, 1), "triptans", 20, 10, 20)
        in report(intake("lower back", (1, 20)), today=20).medicine_months
    )


@pytest.mark.parametrize("window", [3, 28, 3650])
def test_any_window_gives_a_report_on_the_earliest_dates(window):
    first = date(1900, 1, 1)
    entries = [
        entry("head", 5, felt_at=entry("head", 5).felt_at.replace(year=1900, month=1, day=d))
        for d in range(1, 10)
    ]
    found = build_report(
        entries,
        [course("heat", "head", start=(first - on(1)).days + 5)],
        [],
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=first + timedelta(days=8),
        window_days=window,
    )
    assert found.effects[0].comparison.before.rated_days == min(window, 4)


@pytest.mark.parametrize(
    "asked",
    [Selection(lowest=3), Selection(highest=8), Selection(qualities=("dull",)),
     Selection(triggers=("walk",))],
)  # fmt: skip
def test_entries_chosen_by_what_they_say_have_no_before_and_after(asked):
    entries = [*daily("heel", 7, 1, 28), *daily("heel", 3, 29, 56, treatments=["ibuprofen"])]
    started = [course("stretching", "heel", start=29)]
    chosen, whole = (report(entries, started, today=56, asked=a) for a in (asked, Selection()))
    assert (len(whole.effects), len(whole.relief)) == (1, 1)
    assert (chosen.effects, chosen.relief) == ((), ())


@pytest.mark.parametrize(
    ("plan", "used", "names"),
    [
        # In the trial alone, and from its days on.
        ({"start": 10}, range(10, 58, 4), ["stretching"]),
        ({"start": 10, "stopped_on": on(30)}, range(26, 58, 4), ["stretching"]),
        # Only before it, and only after it was stopped.
        ({"start": 36, "block": 2}, range(10, 30, 4), ["stretching", "tens"]),
        ({"start": 1, "stopped_on": on(20)}, range(21, 58, 4), ["stretching", "tens"]),
        # A trial of another place or of other treatments.
        ({"start": 10, "place": "neck"}, range(10, 58, 4), ["stretching", "tens"]),
        ({"start": 10, "a": "heat", "b": "rest"}, range(10, 58, 4), ["stretching", "tens"]),
    ],
)
def test_the_days_of_a_trial_are_read_by_it_and_by_no_inferred_course(plan, used, names):
    planned = trial(**({"a": "nothing", "b": "tens", "pairs": 6} | plan))
    entries = [
        entry("left heel", 5, day=day, treatments=["tens"] * (day in used)) for day in range(1, 61)
    ]
    gathered = gather(entries)["heel", "left"]
    reading = read_trial(planned, gathered.days(), TrialRecord({}), on(60))
    started = [course("stretching", "left heel", start=20)]
    found = report(entries, started, trials=[reading])
    told = [sorted({e.course.treatment for e in found.effects})]
    told.append(sorted({e.course.treatment for e in drawn(gathered, started, planned).effects}))
    assert told == [names, names]


def drawn(gathered, started, planned):
    return build_series(
        ("heel", "left"), gathered, started, (), today=on(60), trials_over=[planned]
    )


def test_a_course_started_by_hand_is_compared_beside_a_trial():
    entries = daily("left heel", 5, 1, 60)
    reading = read_trial(
        trial("nothing", "tens", start=10),
        gather(entries)["heel", "left"].days(),
        TrialRecord({}),
        on(60),
    )
    (effect,) = report(entries, [course("tens", "left heel", start=10)], trials=[reading]).effects
    assert effect.course.treatment == "tens"
