"""Nothing that a person reads says that a treatment did something: only what the ratings did."""

import re
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.main import get_command

from builders import TREATED_WITH
from conftest import NOW
from painlog.advice.adapting import adapt
from painlog.advice.glossary import TERMS
from painlog.analysis.report import build_report
from painlog.cli.app import app
from painlog.cli.base.lazy import LazyGroup
from painlog.model.catalogue.regions import REGIONS
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.views.terminal.page import to_lines, to_markdown
from painlog.views.terminal.report import report_blocks
from painlog.views.terminal.screen import Screen

CLAIM = re.compile(
    r"""\b(
        work(s|ed|ing)?\b(?!\ out) | help(s|ed|ful|ing) | caus(es|ed|ing) | cur(e[sd]?|ing)
        | effective(ly|ness)? | efficac\w+ | succe(ss\w*|eds?|eded) | heal(s|ed|ing)
        | reliev(es?|ed|ing) | eas(es|ed|ing) | fix(es|ed)? | thanks\ to | because\ of
        | due\ to | improv(e|es|ed|ing|ement)\b(?!d)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# Sentences with such a word that claim nothing for the person's treatment, each for a reason.
ALLOWED = (
    # The name of a grade of change in Farrar et al. 2001.
    re.compile(r"what people with chronic pain call much improved"),
    re.compile(r"\bmuch improved, (?=\w)|, much improved\b|\bmuch improved\)"),
    # The standing advice: that too little is known.
    re.compile(r"how well trigger point therapy works is still limited"),
)
COURSES = [t.name for t in TREATED_WITH.all if t.name in ("stretching", "heat", "massage therapy")]


def claims(text):
    for allowed in ALLOWED:
        text = allowed.sub("", text)
    return [line for line in text.splitlines() if CLAIM.search(line)]


@pytest.mark.parametrize(
    "text",
    [
        "Stretching worked.",
        "It helps with pain.",
        "The change was caused by massage.",
        "This cures it",
        "An effective treatment",
        "improved by 2 points",
        "Improved thanks to heat",
    ],
)
def test_a_claim_would_be_found(text):
    assert claims(text) == [text]


def evidence():
    """What trials found, as the catalogue tells it: each beside its source."""
    return {fact.text for t in TREATED_WITH.all for fact in t.evidence if fact.source}


@pytest.fixture
def sample(painlog, tmp_path):
    kept = tmp_path / "sample.db"
    painlog("demo", "--keep", str(kept))

    def run(*arguments):
        result = painlog("--db", str(kept), *arguments)
        assert result.code == 0, result.err
        return result.out + result.err

    return run


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["report"],
        ["report", "--format", "markdown"],
        ["report", "--format", "json"],
        ["report", "--treatment", "stretching"],
        ["report", "--since", "2026-03-25"],
        ["compare", "nothing", "stretching", "-r", "heel"],
        ["compare", "stretching", "stretching + tpt", "-r", "heel"],
        ["compare", "stretching + tpt", "nothing", "-r", "heel"],
        ["compare", "nothing", "massage", "-r", "lower back"],
        ["compare", "nothing", "rest", "-r", "head", "--format", "json"],
        ["add", "left heel", "3", "-t", "tpt", "--before", "8"],
        ["list"],
        ["explain"],
        ["redflags"],
        ["chart", "-r", "left heel"],
        ["calendar", "-r", "left heel"],
        ["map"],
        ["chart", "--words"],
        ["calendar", "--words"],
        ["map", "--words"],
        ["demo"],
        ["regions"],
        ["treatments"],
    ],
    ids=lambda words: " ".join(words) or "today",
)
def test_what_commands_print_claims_nothing(sample, command):
    assert claims(sample(*command)) == []


def test_the_page_for_a_clinician_claims_nothing(sample, tmp_path):
    page = tmp_path / "page.html"
    sample("report", "--format", "html", "--output", str(page))
    text = re.sub(r"<(style|script)\b.*?</\1>", "", page.read_text("utf-8"), flags=re.DOTALL)
    assert "trigger point therapy" in text
    assert claims(re.sub(r"<[^>]*>", "\n", text)) == []


def test_no_explained_word_claims_anything(painlog):
    for term in TERMS:
        assert claims(painlog("explain", term.name).out) == []


def test_no_treatment_is_shown_with_a_claim_but_for_what_a_trial_found(painlog):
    trials = evidence()
    for treatment in TREATED_WITH.all:
        lines = painlog("treatments", "show", treatment.name).out.splitlines()
        found = [line for line in lines if claims(line) and not any(t in line for t in trials)]
        assert found == []


def every_command():
    root = get_command(app)
    assert isinstance(root, LazyGroup)
    context = root.make_context("painlog", [], resilient_parsing=True)
    yield []
    for name in root.list_commands(context):
        yield [name]
        yield from (
            [name, inner] for inner in getattr(root.get_command(context, name), "commands", {})
        )


def test_no_help_text_claims_anything(painlog):
    for words in every_command():
        result = painlog(*words, "--help")
        assert result.code == 0
        assert claims(result.out) == []


@st.composite
def journals(draw):
    """A few weeks of one or two places with courses, as anyone may keep them."""
    rated = draw(
        st.lists(
            st.tuples(
                st.integers(0, 60),
                st.sampled_from([("heel", "left"), ("head", None)]),
                st.integers(0, 10),
                st.lists(st.sampled_from(["heat", "paracetamol"]), max_size=1),
                st.none() | st.integers(0, 10),
            ),
            max_size=90,
        )
    )
    entries = [
        Entry(
            NOW - timedelta(days=ago),
            *(place[0], intensity, place[1], before),
            treatments=tuple(treatments),
        )
        for ago, place, intensity, treatments, before in rated
    ]
    courses = [
        Course(name, NOW.date() - timedelta(days=draw(st.integers(0, 60))))
        for name in draw(st.lists(st.sampled_from(COURSES), unique=True))
    ]
    return entries, courses


@given(journals())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_report_on_any_journal_claims_anything(journal):
    entries, courses = journal
    found = build_report(
        entries,
        courses,
        [],
        regions={r.name: r for r in REGIONS},
        treatments=TREATED_WITH.by_name,
        today=NOW.date(),
    )
    advice = adapt(found, [], TREATED_WITH.by_name)
    assert claims("\n".join(to_lines(report_blocks(found, [], advice), Screen()))) == []
    assert claims("\n".join(to_markdown(report_blocks(found, [], advice)))) == []
