"""The words of a report, explained."""

from typing import get_args

import pytest

from painlog.advice.glossary import TERMS, find_term
from painlog.analysis.cautions import Code
from painlog.analysis.comparison import Verdict
from painlog.errors import NotUnderstoodError
from painlog.model.names import normal


@pytest.mark.parametrize("word", get_args(Verdict))
def test_every_verdict_is_explained_with_the_others(word):
    term = find_term(word)
    assert term.name == "verdict"
    assert word in term.text.casefold()


@pytest.mark.parametrize("code", get_args(Code))
def test_every_caution_has_a_term_of_its_own(code):
    term = find_term(code)
    assert term.name == code
    assert term.text.startswith("Caution: ")


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("NAP", "NAP"),
        ("nap", "NAP"),
        ("MCID", "meaningful drop"),
        ("meaningful drop", "meaningful drop"),
        ("interval", "interval"),
        ("95 % interval", "interval"),
        ("likely between", "interval"),
        ("Tau-U", "Tau-U"),
        ("Kendall's tau", "Kendall's tau"),
        ("carry-over", "carry-over"),
        ("trend in course", "trend in course"),
        ("trend", "trend in course"),
        ("day pairs", "NAP"),
        ("rated days", "rated day"),
        ("mean", "rated day"),
        ("pain days", "pain day"),
        ("bad days", "pain day"),
        ("sessions", "use"),
        ("in use", "course"),
        ("in course", "course"),
        ("before", "before and in course"),
        ("percent", "change"),
        ("points", "intensity"),
        ("peak", "regression to the mean"),
        ("red flags", "red flag"),
        ("regimens", "regimen"),
        ("medicine-overuse", "medicine overuse"),
        ("possible orders", "trial"),
    ],
)
def test_the_words_of_a_report_are_found_as_they_are_printed(word, name):
    assert find_term(word).name == name


def test_no_word_means_two_terms():
    forms = [normal(word) for term in TERMS for word in (term.name, *term.synonyms)]
    assert sorted(forms) == sorted(set(forms))


@pytest.mark.parametrize(
    "name",
    ["interval", "carry-over", "meaningful drop", "NAP", "Tau-U", "Kendall's tau", "PEG"],
)
def test_a_number_names_the_paper_it_is_from(name):
    assert find_term(name).source


def test_a_near_miss_is_refused_with_what_it_may_have_meant():
    with pytest.raises(NotUnderstoodError, match=r'Did you mean "?interval"?\?'):
        find_term("intervall")


@pytest.mark.parametrize("word", ["", "   ", "zzzz", "\x1b[31m"])
def test_what_is_no_word_of_a_report_is_refused(word):
    with pytest.raises(NotUnderstoodError, match="See all words with: painlog explain"):
        find_term(word)
