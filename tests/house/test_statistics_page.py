"""The page about the numbers names what the code does, and its examples come out as it says."""

import re
from datetime import date, timedelta
from pathlib import Path
from statistics import fmean
from typing import get_args

import pytest

from builders import on
from painlog.advice.cautions import reason
from painlog.advice.glossary import TERMS, find_term
from painlog.analysis.cautions import Caution, Code
from painlog.analysis.comparison import Comparison, DayRate, Verdict, meaningful_drop, verdict
from painlog.analysis.days import Window
from painlog.analysis.interval import SerialInterval, serial_interval
from painlog.analysis.overlap import nap, tau_u
from painlog.analysis.trend import kendall, theil_sen
from painlog.views.overviews import ASSUMED_DAYS
from painlog.views.statements import range_words, rate_range, verdict_words
from painlog.views.terminal.catalogue import diary_words
from painlog.views.wording import held

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "statistics.md").read_text("utf-8")
DROP = 2.0
DAYS = {"before": 5, "after": 9, "before_name": "before", "after_name": "in course", "fewest": 3}
PEAK = {"which": "before", "points": 1.5, "days": 3}
FACTS: dict[str, dict[str, object]] = {
    "not-enough-days": DAYS | {"before": 2},
    "few-days": DAYS,
    "falling-before": {"which": "before", "tau": -0.45},
    "rising-before": {"which": "before", "tau": 0.45},
    "high-before": {"which": "before", "mean": 7.8, "rated": 9},
    "long-between": {"weeks": 9, "before_name": "before", "after_name": "in course"},
    "as-needed": {"treatment": "heat"},
    "named-on-bad-days": {"treatment": "heat", "named": 6.25, "unnamed": 4.0},
    "also-used": DAYS
    | {"treatment": "heat", "before": 3, "before_rated": 28, "after": 2, "after_rated": 27},
    "assumed-days": {"days": 40, "rated": 56},
    "few-before": {"which": "before", "rated": 9},
    "weekends": DAYS | {"before": 3, "before_rated": 8, "after": 0, "after_rated": 5},
    "baseline-peak": PEAK,
    "start-peak": PEAK,
    "other-change": {"treatment": "massage", "what": "started", "day": on(5)},
    "ended-before": {"treatment": "massage", "day": on(5), "which": "on heat"},
    "other-treatment": {
        "treatment": "massage",
        "before": 0,
        "before_rated": 12,
        "after": 4,
        "after_rated": 9,
    },
    "other-dose": {
        "treatment": "massage",
        "first_doses": "250 mg",
        "first": "on heat",
        "second_doses": "500 mg",
        "second": "on rest",
    },
    "other-factor": {
        "factor": "period",
        "before": 9,
        "before_answered": 28,
        "before_name": "before",
        "after": 0,
        "after_answered": 27,
        "after_name": "in course",
        "with_it": 7.6,
        "without_it": 0.8,
    },
    "missing-days": {"which": "in course", "rated": 9, "days": 28},
    "only-around-uses": {"which": "in course", "days": 13, "rated": 14},
    "no-percent": {"which": "before"},
}


def table(heading):
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    _, _, *rows = (line for line in section.splitlines() if line.startswith("|"))
    return [[cell.strip().strip("`") for cell in row.strip("|").split("|")] for row in rows]


VERDICTS = table("The verdict")
CAUTIONS = table("What else could explain it")
EXAMPLES = [
    (found, words, *(float(end.replace("−", "-")) for end in example.split(" to ")))
    for found, _, examples, words in VERDICTS
    for example in examples.split(";")
]


def test_the_verdict_table_names_every_verdict():
    assert {row[0] for row in VERDICTS} == set(get_args(Verdict)) - {"confounded"}


@pytest.mark.parametrize(("said", "words", "low", "high"), EXAMPLES)
def test_an_example_interval_gives_its_verdict_and_its_words(said, words, low, high):
    assert low < high
    assert verdict(low, high, DROP) == said
    nothing = Window(on(1), on(2), (), 2)
    interval = SerialInterval((low + high) / 2, low, high, 0.0, 7.0, 7.0, 12.0)
    assert (
        verdict_words(Comparison(nothing, nothing, interval=interval, drop=DROP, verdict=said))
        == words
    )


def test_what_is_printed_of_an_interval_ends_at_what_is_possible():
    assert f'("{range_words(*held(-1.89, 0.71, 1.7)).split(" and ")[0]}"' in PAGE
    fewer = rate_range(DayRate(9.0, 6.0, -3.0, -9.68, 3.68)).split(" and ")[0]
    assert f'"{fewer}")' in PAGE


def test_the_caution_table_names_every_caution_once():
    assert sorted(row[0] for row in CAUTIONS) == sorted(get_args(Code))


@pytest.mark.parametrize(("code", "sentence"), [(row[0], row[2]) for row in CAUTIONS])
def test_a_caution_is_said_in_the_sentence_of_the_table(code, sentence):
    assert reason(Caution(code, FACTS[code])) == sentence


def test_the_example_to_follow_comes_out_as_written():
    block = PAGE.split("```text\n")[1].split("```")[0]
    line = {text[:14].strip(): text[14:] for text in block.splitlines()}
    before, after = ([float(x) for x in line[n].split()] for n in ("before", "in course"))
    i, n = serial_interval(before, after), nap(before, after)
    drop = meaningful_drop(fmean(before))
    trend = theil_sen([date(2026, 3, 1) + timedelta(days=k) for k in range(len(after))], after)
    assert line == {
        "before": line["before"],
        "in course": line["in course"],
        "mean": f"{fmean(before):.2f} and {fmean(after):.2f}",
        "change": f"{i.change:.2f} points, {100 * i.change / fmean(before):.0f} %",
        "carry-over": f"{i.autocorrelation:.2f}",
        "effective": f"{i.effective_before:.2f} and {i.effective_after:.2f} days, "
        f"{i.df:.2f} degrees of freedom",
        "95 % interval": f"{i.low:.2f} to {i.high:.2f}",
        "meaningful": f"{drop:.2f} points: {verdict(i.low, i.high, drop)}",
        "NAP": f"{n.value:.2f} ({n.low:.2f} to {n.high:.2f}), "
        f"standard error {n.standard_error:.2f}",
        "Tau-U": f"{tau_u(before, after):.2f}",
        "tau before": f"{kendall(before):.2f}",
        "trend": f"{trend.per_week:.2f} a week ({trend.low:.2f} to {trend.high:.2f})",
    }


def test_the_coverage_tables_have_every_cell():
    made = PAGE.split("<!-- coverage -->")[1].split("<!-- /coverage -->")[0]
    rows = [line for line in made.splitlines() if re.match(r"\| -?\d", line)]
    changes = [
        [cell.strip() for cell in row.strip("|").split("|")] for row in rows if row.count("|") == 8
    ]
    assert (len(changes), len(rows)) == (16, 62)
    for carry_over, days, ours, _, ours_missing, _, _ in changes:
        if carry_over in ("0.0", "0.3", "0.6") and int(days) >= 7:
            assert min(float(ours), float(ours_missing)) >= 0.88


def test_the_glossary_claims_of_the_interval_what_the_table_shows():
    steady = [
        float(line.split("|")[3])
        for line in PAGE.splitlines()
        if re.match(r"\| 0\.[036] \| (7|14|28) \|", line)
    ]
    assert (min(steady), max(steady)) == (0.90, 0.96)
    assert "about 90 to 96 of 100 simulated journals" in find_term("interval").text


def test_what_tau_u_leaves_of_one_straight_fall_is_as_the_page_says():
    fall = list(range(60, 0, -1))
    words = " ".join(PAGE.split())
    assert "0.52 with 28 days before and 28 in course, 0.89 with 7 and 28" in words
    assert round(tau_u(fall[:28], fall[28:56]), 2) == 0.52
    assert round(tau_u(fall[:7], fall[7:35]), 2) == 0.89


@pytest.mark.parametrize("page", ["statistics.md", "taking.md", "data-model.md"])
def test_what_an_attack_diary_assumes_is_said_alike_everywhere(page):
    said = "a day without an attack or a painkiller for it counts as one without pain"
    assert said in ASSUMED_DAYS
    assert said in diary_words("head", "attacks")
    assert said in next(term.text for term in TERMS if term.name == "attack diary")
    assert said in " ".join((DOCS / page).read_text("utf-8").split())
