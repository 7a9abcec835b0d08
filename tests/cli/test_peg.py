"""`painlog peg`: the three questions of the week, in a pipe and on a terminal."""

import json
import os
import re
import sys
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pexpect
import pytest

from painlog.advice.standing import WHOLE
from painlog.tasks.sample import sample_journal

STANDING = "Not a diagnosis. See a clinician if pain persists, changes or worsens."
HINDRANCE = "0 is “does not interfere” and 10 is “completely interferes”"
NEEDS_THREE = (
    "peg needs three answers, each 0 to 10: pain, enjoyment and activity, as in: painlog peg 6 5 7"
)


@pytest.fixture
def weeks(painlog):
    """Three PEGs, the second of them stored last."""
    painlog("peg", "8", "7", "8", "--on", "2026-03-01")
    painlog("peg", "6", "5", "7")
    painlog("peg", "7", "6", "7", "--on", "2026-03-24")


def shown(painlog):
    return [line.split() for line in painlog("peg", "list").out.splitlines()[1:]]


# --- Answering ---


def test_peg_says_in_full_what_it_stored(painlog):
    result = painlog("peg", "6", "5", "7")
    assert (result.code, result.err) == (0, "")
    first, answers, _, last = result.out.splitlines()
    assert first == "Saved PEG 1: 6.0 of 10, Tue 31 Mar 2026."
    assert answers == "  pain 6, enjoyment 5, activity 7"
    assert last == STANDING


@pytest.mark.usefixtures("weeks")
def test_peg_says_its_change_since_the_one_before_it(painlog):
    result = painlog("peg", "6", "5", "6", "--on", "yesterday")
    assert result.out.splitlines()[:3] == [
        "Saved PEG 4: 5.7 of 10, Mon 30 Mar 2026.",
        "  pain 6, enjoyment 5, activity 6",
        "  Since the last one, 6.7 on Tue 24 Mar 2026: 1.0 point less.",
    ]


def test_the_answers_may_come_after_the_day(painlog):
    assert painlog("peg", "--on", "yesterday", "6", "5", "7").code == 0
    assert painlog("peg", "add", "6", "5", "7").code == 0
    assert shown(painlog) == [
        ["2", "Tue", "31", "Mar", "2026", "6", "5", "7", "6.0"],
        ["1", "Mon", "30", "Mar", "2026", "6", "5", "7", "6.0"],
    ]


def test_the_future_is_refused(painlog, path):
    result = painlog("peg", "6", "5", "7", "--on", "2026-04-01")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith('"2026-04-01" is still to come. ')
    assert not path.exists()


def test_a_second_one_on_a_day_is_refused_and_says_how_to_replace_it(painlog):
    painlog("peg", "6", "5", "7")
    result = painlog("peg", "1", "1", "1")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "There is a PEG for Tue 31 Mar 2026 already (pain 6, enjoyment 5, activity 7). "
        "To change its answers or its day: painlog peg edit 1 --pain 5. To remove it: painlog peg "
        "remove 1\n"
    )
    assert painlog("peg", "remove", "1").code == 0
    assert painlog("peg", "1", "1", "1").code == 0
    assert shown(painlog) == [["2", "Tue", "31", "Mar", "2026", "1", "1", "1", "1.0"]]


@pytest.mark.parametrize("bad", ["11", "-1", "6.5", "sixty", "7/11", "١"])
@pytest.mark.parametrize(
    ("place", "name", "ends"),
    [
        (0, "pain", "0 is “no pain” and 10 is “pain as bad as you can imagine”"),
        (1, "enjoyment", HINDRANCE),
        (2, "activity", HINDRANCE),
    ],
    ids=["pain", "enjoyment", "activity"],
)
def test_an_answer_off_the_scale_is_refused_with_what_0_and_10_mean(
    painlog, path, bad, place, name, ends
):
    answers = ["5", "5", "5"]
    answers[place] = bad
    for words in (answers, ["add", *answers], ["--on", "yesterday", *answers]):
        result = painlog("peg", *words)
        assert (result.code, result.out) == (1, "")
        assert result.err == (
            f'"{bad}" is not an answer about {name} on the 0–10 scale. '
            f"Type a whole number from 0 to 10, where {ends}.\n"
        )
    assert not path.exists()


@pytest.mark.parametrize("words", [[], ["6"], ["6", "5"], ["add"], ["--on", "yesterday"]])
def test_in_a_pipe_all_three_are_needed(painlog, path, words):
    result = painlog("peg", *words)
    day = " --on yesterday" if "--on" in words else ""
    assert (result.code, result.out, result.err) == (2, "", f"{NEEDS_THREE}{day}\n")
    assert not path.exists()


def test_a_fourth_answer_is_a_usage_error(painlog):
    result = painlog("peg", "6", "5", "7", "8")
    assert (result.code, result.out) == (2, "")
    assert result.err == ("Unexpected words: 8. See: painlog peg add --help\n")


@pytest.mark.parametrize(("typed", "meant"), [("lst", "list"), ("remov", "remove")])
def test_a_mistyped_command_is_no_answer(painlog, typed, meant):
    result = painlog("peg", typed, "3")
    assert result.code == 2
    assert result.err == (
        f'There is no command "{typed}". Did you mean "{meant}"? See: painlog peg --help\n'
    )


@pytest.mark.parametrize(
    "words",
    [
        ["peg", "6", "5", "7", "--db", "OTHER"],
        ["peg", "--db", "OTHER", "6", "5", "7"],
        ["peg", "--db=OTHER", "add", "6", "5", "7"],
        ["--db", "OTHER", "peg", "6", "5", "7"],
    ],
    ids=" ".join,
)
def test_the_journal_may_be_named_anywhere(painlog, path, tmp_path, words):
    other = str(tmp_path / "other.db")
    assert painlog(*(word.replace("OTHER", other) for word in words)).code == 0
    assert not path.exists()
    for listing in (["list", "--db", other], ["--db", other, "list"]):
        assert painlog("peg", *listing).out.splitlines()[1].split()[-1] == "6.0"


def test_the_journal_may_be_named_behind_a_command_without_parts(painlog, path, tmp_path):
    other = str(tmp_path / "other.db")
    assert painlog("add", "heel", "6", "--db", other).code == 0
    assert painlog("consult", "--db", other, "--on", "yesterday").code == 0
    assert not path.exists()
    assert "Entries: 1\n" in painlog("where", "--db", other).out


# --- Asking ---


@pytest.fixture
def terminal(path):
    """Start painlog on a terminal of 80 columns."""
    started = []

    def start(*words):
        child = pexpect.spawn(
            sys.executable,
            ["-m", "painlog", *words],
            env={**os.environ, "TERM": "xterm", "PAINLOG_DB": str(path)},
            dimensions=(40, 80),
            encoding="utf-8",
            timeout=30,
        )
        started.append(child)
        return child

    yield start
    for child in started:
        child.close(force=True)


def answer(child, prompt, text):
    child.expect_exact(f"{prompt}, 0 to 10: ")
    said = child.before
    child.sendline(text)
    return " ".join(said.split())


def rest(child):
    child.expect(pexpect.EOF)
    child.close()
    return " ".join(child.before.split()), child.exitstatus


def test_on_a_terminal_the_three_are_asked_with_what_0_and_10_mean(terminal, painlog):
    child = terminal("peg", "--on", "2026-03-05")
    assert answer(child, "Pain", "6") == (
        "Three questions about the week up to Thu 5 Mar 2026. All three need an answer; Enter does "
        "not skip. What number best describes your pain on average in the past week? 0 is “no "
        "pain” and 10 is “pain as bad as you can imagine”."
    )
    assert answer(child, "Enjoyment", "5") == (
        "6 What number best describes how, during the past week, pain has interfered with your "
        "enjoyment of life? 0 is “does not interfere” and 10 is “completely interferes”."
    )
    assert answer(child, "Activity", "7") == (
        "5 What number best describes how, during the past week, pain has interfered with your "
        "general activity? 0 is “does not interfere” and 10 is “completely interferes”."
    )
    said, code = rest(child)
    assert said.startswith("7 Saved PEG 1: 6.0 of 10, Thu 5 Mar 2026. pain 6, enjoyment 5, ")
    assert code == 0
    assert shown(painlog) == [["1", "Thu", "5", "Mar", "2026", "6", "5", "7", "6.0"]]


def test_enter_does_not_skip_and_a_bad_answer_is_asked_again(terminal, painlog):
    child = terminal("peg", "--on", "2026-03-05")
    answer(child, "Pain", "")
    assert answer(child, "Pain", "11") == (
        "All three questions need an answer. Type a whole number from 0 to 10, where 0 is “no "
        "pain” and 10 is “pain as bad as you can imagine”."
    )
    assert answer(child, "Pain", "6").startswith('11 "11" is not an answer about pain on the 0–10 ')
    answer(child, "Enjoyment", "5")
    answer(child, "Activity", "7")
    assert rest(child)[1] == 0
    assert shown(painlog)[0][-4:] == ["6", "5", "7", "6.0"]


def test_only_what_is_missing_is_asked(terminal, painlog):
    child = terminal("peg", "6", "5", "--on", "2026-03-05")
    answer(child, "Activity", "7")
    assert rest(child)[1] == 0
    assert shown(painlog)[0][-4:] == ["6", "5", "7", "6.0"]


def test_stopping_half_way_saves_nothing(terminal, path):
    child = terminal("peg")
    answer(child, "Pain", "6")
    child.expect_exact("Enjoyment, 0 to 10: ")
    child.sendintr()
    said, code = rest(child)
    assert said.endswith("Stopped. Nothing was saved.")
    assert code == 130
    assert not path.exists()


def test_a_second_one_on_a_day_is_refused_before_anything_is_asked(terminal, painlog):
    painlog("peg", "6", "5", "7", "--on", "2026-03-05")
    said, code = rest(terminal("peg", "--on", "2026-03-05"))
    assert said.startswith("There is a PEG for Thu 5 Mar 2026 already")
    assert code == 1


# --- Looking, removing, undoing ---


@pytest.mark.usefixtures("weeks")
def test_list_has_the_newest_first(painlog):
    result = painlog("peg", "list")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "Number  Day              Pain  Enjoyment  Activity  Score",
        "     2  Tue 31 Mar 2026     6          5         7    6.0",
        "     3  Tue 24 Mar 2026     7          6         7    6.7",
        "     1  Sun 1 Mar 2026      8          7         8    7.7",
    ]


@pytest.mark.usefixtures("weeks")
def test_list_takes_days(painlog):
    for filters, scores in (
        (["--since", "2026-03-24"], ["6.0", "6.7"]),
        (["--until", "2026-03-24"], ["6.7", "7.7"]),
        (["--since", "2026-03-02", "--until", "2026-03-30"], ["6.7"]),
    ):
        lines = painlog("peg", "list", *filters).out.splitlines()[1:]
        assert [line.split()[-1] for line in lines] == scores
    result = painlog("peg", "list", "--until", "2026-02-28")
    assert (result.code, result.out) == (0, "")
    assert result.err == "No PEGs in these days.\n"
    assert painlog("peg", "list", "--since", "today", "--until", "yesterday").code == 1


def test_list_of_an_empty_journal_says_how_to_begin(painlog):
    result = painlog("peg", "list")
    assert (result.code, result.out) == (0, "")
    assert result.err == "No PEG yet. To answer the three questions: painlog peg\n"


@pytest.mark.usefixtures("weeks")
def test_list_as_csv_is_as_rfc_4180_says(painlog):
    result = painlog("peg", "list", "--format", "csv", "--since", "2026-03-24")
    lines = result.out.split("\r\n")
    assert lines[0] == "uid,answered_on,pain,enjoyment,activity,score"
    assert [line.partition(",")[2] for line in lines[1:]] == [
        "2026-03-24,7,6,7,6.666666666666667",
        "2026-03-31,6,5,7,6.0",
        "",
    ]
    assert all(re.match(r"[0-9a-f-]{36},", line) for line in lines[1:-1])
    assert result.err == f"Wrote 2 PEGs to standard output. {STANDING}\n"


@pytest.mark.usefixtures("weeks")
def test_list_as_json(painlog):
    data = json.loads(painlog("peg", "list", "--format", "json", "--since", "2026-03-31").out)
    (only,) = data["peg"]
    assert data == {
        "schema": "painlog.peg/1",
        "peg": [
            {"id": 2, "uid": only["uid"], "answered_on": "2026-03-31"}
            | {"pain": 6, "enjoyment": 5, "activity": 7, "score": 6.0}
            | {"updated_at": only["updated_at"]}
        ],
        "advice": [{"code": "standing", "text": WHOLE.text}],
    }


@pytest.mark.usefixtures("weeks")
def test_the_journal_as_json_has_every_peg(painlog):
    data = json.loads(painlog("list", "--format", "json").out)
    assert [(p["id"], p["answered_on"], p["score"]) for p in data["peg"]] == [
        (1, "2026-03-01", 23 / 3),
        (3, "2026-03-24", 20 / 3),
        (2, "2026-03-31", 6.0),
    ]


@pytest.mark.usefixtures("weeks")
def test_remove_says_what_it_removed_and_undo_brings_it_back(painlog):
    before = shown(painlog)
    result = painlog("peg", "remove", "2")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "Removed: PEG 2, 6.0 of 10, Tue 31 Mar 2026.\nTo bring back: painlog undo\n"
    )
    assert shown(painlog) == before[1:]
    assert painlog("undo").out.startswith(
        "Took back: peg remove: PEG 2, 6.0 of 10, Tue 31 Mar 2026.\n"
    )
    assert shown(painlog) == before
    assert painlog("undo").out.startswith("Took back: peg: PEG 3, 6.7 of 10, Tue 24 Mar 2026.\n")
    assert shown(painlog) == [before[0], before[2]]
    assert painlog("redo").out.startswith("Made again: peg: PEG 3, 6.7 of 10, ")
    assert shown(painlog) == before


@pytest.mark.usefixtures("weeks")
def test_removing_what_is_not_there_is_refused(painlog):
    result = painlog("peg", "remove", "9")
    assert (result.code, result.out) == (1, "")
    assert result.err == "There is no PEG 9. See: painlog peg list\n"


# --- Report, today, demo, explain ---


def section(out, heading="PEG"):
    lines = out.splitlines()
    start = lines.index(heading)
    end = next(i for i in range(start + 1, len(lines)) if lines[i - 1] == "" and i > start + 1)
    return lines[start : end - 1]


@pytest.mark.usefixtures("weeks")
def test_the_report_compares_with_the_first_and_with_four_weeks_before(painlog):
    painlog("peg", "6", "6", "7", "--on", "2026-02-10")
    _, _, latest, since_first, since_four_weeks, _, *table = section(
        painlog("report", "--full").out
    )
    assert latest == "Latest: 6.0 on Tue 31 Mar 2026."
    assert "6.3 on Tue 10 Feb 2026: 0.3 points less" in since_first
    assert "7.7 on Sun 1 Mar 2026: 1.7 points less" in since_four_weeks
    assert table == [
        "Day              Pain  Enjoyment  Activity  Score",
        "Tue 10 Feb 2026     6          6         7    6.3",
        "Sun 1 Mar 2026      8          7         8    7.7",
        "Tue 24 Mar 2026     7          6         7    6.7",
        "Tue 31 Mar 2026     6          5         7    6.0",
    ]


@pytest.mark.usefixtures("weeks")
def test_the_report_says_what_there_is_nothing_to_compare_with(painlog):
    since = section(painlog("report", "--full", "--since", "2026-03-24").out)
    assert since[4].startswith("Since about four weeks before: no PEG was answered ")
    alone = section(painlog("report", "--full", "--since", "2026-03-31").out)
    assert alone[2] == "Latest: 6.0 on Tue 31 Mar 2026."
    assert "the only one in this period" in alone[3]
    assert not any("Reed 2024" in line for line in alone)


def test_the_report_shows_the_newest_twelve(painlog):
    for number in range(14):
        day = date(2026, 3, 31) - timedelta(days=7 * number)
        painlog("peg", "5", "5", "5", "--on", day.isoformat())
    lines = section(painlog("report", "--full").out)
    assert lines[-1] == "The newest 12 of 14. All: painlog peg list"
    assert len(lines[lines.index("Day              Pain  Enjoyment  Activity  Score") :]) == 14


@pytest.mark.usefixtures("weeks")
def test_the_report_as_markdown_has_it_too(painlog):
    out = painlog("report", "--full", "--format", "markdown").out
    assert "\n## PEG\n" in out
    assert "\n| Tue 31 Mar 2026 | 6 | 5 | 7 | 6" in out


def test_the_report_as_json_has_it_or_null(painlog):
    painlog("add", "heel", "6")
    assert json.loads(painlog("report", "--format", "json").out)["peg"] is None
    painlog("peg", "6", "5", "7")
    found = json.loads(painlog("report", "--format", "json").out)["peg"]
    assert found["latest"]["score"] == 6.0
    assert found["since_first"] is found["since_four_weeks"] is None


def test_without_a_peg_the_report_does_not_speak_of_it(painlog):
    painlog("add", "heel", "6")
    assert "PEG" not in painlog("report", "--full").out


@pytest.mark.parametrize(
    ("last", "due"), [("2026-03-25", False), ("2026-03-24", True), ("2026-01-01", True)]
)
def test_today_says_when_a_week_has_passed(painlog, last, due):
    painlog("peg", "6", "5", "7", "--on", last)
    assert ("PEG is due: painlog peg" in painlog("today").out.splitlines()) is due
    painlog("add", "heel", "6")
    assert ("PEG is due: painlog peg" in painlog().out.splitlines()) is due


def test_today_does_not_speak_of_it_to_who_never_answered_it(painlog):
    assert "PEG" not in painlog("today").out
    painlog("add", "heel", "6")
    assert "PEG" not in painlog("today").out


def test_the_demo_tells_of_a_score_that_falls_with_weeks_left_out(painlog, path):
    sample = sample_journal(datetime(2026, 3, 31, 21, 0, tzinfo=ZoneInfo("Europe/Berlin")))
    scores = [round(peg.score, 1) for peg in sample.pegs]
    assert scores == [
        *(6.3, 6.3, 6.0, 6.0, 6.0, 5.3, 5.3),
        *(5.0, 5.0, 4.3, 4.3, 4.0, 4.0, 4.3),
    ]
    days = [peg.answered_on for peg in sample.pegs]
    apart = {(b - a).days for a, b in pairwise(days)}
    assert apart == {7, 14, 21}
    assert days[-1] == date(2026, 3, 27)
    assert "PEG 4.3, 2.0 points less than the first." in " ".join(painlog("demo").out.split())
    assert not path.exists()


def test_explain_has_its_sources(painlog):
    for word in ("PEG", "peg", "PEG score"):
        out = painlog("explain", word).out
        assert out.startswith("PEG\n")
        assert out.endswith(
            "Source: Krebs 2009, J Gen Intern Med 24:733–738; smallest change that matters: "
            "Reed 2024, J Pain 25:142–152\n"
        )


def test_the_help_shows_how_to_answer(painlog):
    out = painlog("peg", "--help").out
    assert "    painlog peg 6 5 7\n" in out


def test_a_peg_is_corrected_and_keeps_to_one_a_day(painlog):
    painlog("peg", "6", "5", "7", "--on", "2026-03-24")
    painlog("peg", "4", "5", "6")
    edited = painlog("peg", "edit", "1", "--pain", "5", "--on", "2026-03-25")
    assert edited.out.startswith("Changed: ")
    pegs = json.loads(painlog("peg", "list", "--format", "json").out)["peg"]
    assert [
        (p["id"], p["answered_on"], p["pain"], p["enjoyment"], p["activity"]) for p in pegs
    ] == [
        (1, "2026-03-25", 5, 5, 7),
        (2, "2026-03-31", 4, 5, 6),
    ]
    for words, said in (
        (["1", "--on", "today"], "There is a PEG for Tue 31 Mar 2026 already"),
        (["1", "--activity", "11"], '"11" is not'),
        (["1"], "Say what to change, as in: painlog peg edit 1 --pain 5"),
        (["3", "--pain", "1"], "There is no PEG 3. See: painlog peg list"),
    ):
        result = painlog("peg", "edit", *words)
        assert result.code > 0
        assert result.err.startswith(said), result.err
    painlog("undo")
    assert json.loads(painlog("peg", "list", "--format", "json").out)["peg"][0]["pain"] == 6


def test_numbers_may_be_words_wherever_one_is_typed_alone(painlog):
    assert "pain 3, enjoyment 4, activity 5" in painlog("peg", "three", "four", "five").out
    assert "3.0 of 10" in painlog("peg", "edit", "1", "--pain", "zero").out
    said = painlog("add", "head", "six", "-t", "heat", "--before", "Eight", "--lasted", "ten mins")
    assert "head 6 of 10" in said.out
    assert "lasted 10 min" in said.out
    assert "head" in painlog("list", "--min", "six").out
    assert "20:35" in painlog("edit", "1", "--at", "twenty-five minutes ago").out
    said = painlog("day", "--sleep", "six and a half hours", "--stress", "two").out
    assert "sleep 6.5 hours; stress 2 of 10" in said
