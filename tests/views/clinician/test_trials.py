"""Trials on the page for a clinician."""

from builders import TREATED_WITH, entry, on, trial
from painlog.analysis.days import gather
from painlog.analysis.report import build_report
from painlog.analysis.trials import TrialRecord, read_trial
from painlog.views.clinician.trials import trial_parts


def parts(today, **rest):
    plan = trial(**rest)
    entries = [entry("left heel", 5 + d % 2, day=d) for d in range(1, min(today, 60))]
    days = gather(entries)["heel", "left"].days()
    report = build_report(
        entries,
        (),
        (),
        regions={},
        treatments=TREATED_WITH.by_name,
        today=on(today),
        trials=[read_trial(plan, days, TrialRecord({}), on(today))],
    )
    return list(trial_parts(report))


def test_a_trial_that_is_over_has_its_facts_and_a_picture_of_its_pairs():
    (part,) = parts(49)
    assert part.name == "Trial 0, left heel: stretching or stretching + trigger point therapy"
    said = " ".join(part.facts)
    assert "Agreed to at a visit on 1 Mar 2026. Seed of the order: painlog-1" in said
    assert "Of the 64 orders that could have been drawn, 64" not in said
    assert "Rated: 24 of the 24 days that count under A, 24 of 24 under B." in said
    assert "Not blinded: the person knew what each day was for" in said
    assert part.pairs is not None
    assert part.pairs.svg.count('class="ring"') == 6 + 1
    assert part.pairs.svg.count('class="dot"') == 6 + 1 + 1
    assert part.pairs.words.startswith("B minus A: 0.0 points, likely between")


def test_one_under_way_is_only_told_of():
    (part,) = parts(48)
    assert part.pairs is None
    assert part.facts == (
        "A trial of stretching (A) and stretching + trigger point therapy (B) for the left heel is "
        "under way until 17 Apr 2026. painlog compares A and B only after the last day: seeing "
        "results earlier could change how the days are rated.",
    )


def test_a_stopped_one_has_its_pairs_without_a_mean():
    (part,) = parts(49, stopped_on=on(20))
    assert part.pairs is not None
    assert part.pairs.svg.count('class="interval"') == 0
    assert "B minus A" not in " ".join(part.facts)
