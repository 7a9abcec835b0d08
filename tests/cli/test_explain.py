"""`painlog explain`: every word that a report prints."""

import re
from typing import get_args

import pytest

from painlog.advice.glossary import TERMS
from painlog.analysis.cautions import Code
from painlog.analysis.comparison import Verdict


def test_a_word_is_explained_with_its_source(painlog):
    result = painlog("explain", "nap")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "NAP",
        "  Nonoverlap of all pairs: take every day before with every day in course, and count the "
        "share of pairs in which the later day hurt less; ties count half. 0.50 is no difference, "
        "1.00 is every single pair. It says how often, not how much.",
        "  Source: Parker & Vannest 2009; interval: Newcombe 2006, method 5",
    ]


@pytest.mark.parametrize("word", [*get_args(Verdict), *get_args(Code), "interval", "NAP", "MCID"])
def test_every_word_and_code_is_explained(painlog, word):
    assert painlog("explain", word).code == 0
    assert painlog("explain", *word.split()).code == 0


def test_every_number_of_a_report_is_explained_by_its_name(painlog, path):
    assert painlog("demo", "--keep", str(path)).code == 0
    numbers = re.findall(r"^Numbers: (.*)\.$", painlog("report", "--full").out, re.MULTILINE)
    names = {
        re.findall(r"^[^+\d]*?(?=:| [+-]?\d)|^95 % interval", part)[0]
        for n in numbers
        for part in n.split("; ")
    }
    assert names == {
        "change",
        "95 % interval",
        "NAP",
        "Tau-U",
        "carry-over",
        "trend in course",
    }
    for name in names:
        assert painlog("explain", name).code == 0


def test_without_a_word_all_are_listed(painlog):
    lines = painlog("explain").out.splitlines()
    assert [line.split(" (")[0] for line in lines] == [term.name for term in TERMS]


def test_a_near_miss_is_refused_with_suggestions(painlog):
    result = painlog("explain", "carryover")
    assert (result.code, result.out) == (1, "")
    assert "carry-over" in result.err
    assert painlog("explain", "zzzz").err == (
        '"zzzz" is not explained here. See all words with: painlog explain\n'
    )
