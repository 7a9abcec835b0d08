"""`painlog chart`, `calendar` and `map`, as commands and as a process on a terminal."""

import json
import os
import re
import subprocess
import sys

import pexpect
import pytest

ADVICE = "Not a diagnosis. See a clinician if pain persists, changes or worsens."
PICTURES = ("chart", "calendar", "map")
PROGRAM = [sys.executable, "-m", "painlog"]


@pytest.fixture
def journal(painlog, tmp_path):
    """March 2026: a left heel that hurts most, a right heel, a lower back; one treatment."""
    rows = ["felt_at,region,intensity"]
    for day in range(1, 32):
        rows.append(f"2026-03-{day:02} 20:00,left heel,{8 if day < 15 else 5}")
        rows += [f"2026-03-{day:02} 20:00,right heel,3"] * (day % 2)
        rows += [f"2026-03-{day:02} 20:00,lower back,4"] * (day < 5)
    file = tmp_path / "march.csv"
    file.write_text("\n".join(rows))
    assert painlog("import", str(file)).code == 0
    painlog("start", "stretching", "--region", "left heel", "--on", "2026-03-15")
    painlog("consult", "--on", "2026-03-14")
    return painlog


def shown(result):
    assert (result.code, result.err) == (0, "")
    return result.out.splitlines()


def test_a_chart_without_a_region_is_of_the_one_that_hurt_most_lately(journal):
    lines = shown(journal("chart"))
    assert lines[0] == "Left heel, Sun 1 Mar 2026 to Tue 31 Mar 2026"
    words, _, why, _, advice = lines[-5:]
    assert words.startswith("Left heel: 31 of 31 days rated.")
    assert "left heel, mean worst 6.2 on 28 days with pain" in why
    assert why.endswith('painlog chart --region "right heel"')
    assert advice == ADVICE


def test_a_chart_takes_its_means_from_the_report(journal):
    lines = shown(journal("chart", "--region", "left heel"))
    means = [line for line in lines if " mean " in line]
    assert means == [
        "--- mean before stretching, 1 Mar to 14 Mar: 8.0 (14 rated days)",
        "=== mean during stretching, 15 Mar to 31 Mar: 5.0 (17 rated days)",
    ]
    report = shown(journal("report", "--full", "--region", "left heel"))
    assert "Mean 8.0 before (14 rated days), 5.0 in course (17 rated days)." in report


def test_several_regions_are_one_chart_each(journal):
    lines = shown(journal("chart", "-r", "lower back", "-r", "left heel", "-r", "lower back"))
    titles = [line for line in lines if line.endswith(" to Tue 31 Mar 2026")]
    assert [title.split(",")[0] for title in titles] == ["Lower back", "Left heel"]
    assert lines.count(ADVICE) == 1


@pytest.mark.parametrize("command", ["chart", "calendar"])
def test_a_region_without_a_side_stands_for_each_side_that_was_rated(journal, command):
    both = [line.split(",")[0] for line in shown(journal(command, "-r", "heel")) if "," in line]
    assert [name for name in both if name.endswith("heel")] == ["Left heel", "Right heel"]
    one = "\n".join(shown(journal(command, "-r", "heel", "--side", "right")))
    assert "Right heel" in one
    assert "Left heel" not in one


def test_a_chart_of_a_period_still_counts_the_days_before_it(journal):
    lines = shown(journal("chart", "-r", "left heel", "--since", "2026-03-20", "--until", "today"))
    assert lines[0] == "Left heel, Fri 20 Mar 2026 to Tue 31 Mar 2026"
    assert "--- mean before stretching, 1 Mar to 14 Mar: 8.0 (14 rated days)" in lines


def test_the_default_looks_at_the_days_before_until(journal):
    journal("add", "neck", "10", "--at", "2026-02-10")
    assert shown(journal("chart"))[0].startswith("Left heel,")
    assert shown(journal("chart", "--until", "2026-02-20"))[0].startswith("Neck,")


def test_what_hurts_most_and_how_much_is_the_same_in_the_report_and_in_every_picture(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "8", "--at", "2026-02-10 09:00")
    # This attack reaches into the last 28 days, which begin on 4 March.
    painlog("add", "head", "7", "--at", "2026-03-03 09:00", "--lasted", "36h")
    painlog("add", "head", "6", "--at", "2026-03-20 09:00")
    for day in (10, 20, 30):
        painlog("add", "neck", "4", "--at", f"2026-03-{day} 09:00")
    told = json.loads(painlog("report", "--format", "json").out)["regions"]
    drawn = json.loads(painlog("map", "--format", "json").out)["regions"]
    assert [one["region"] for one in told] == [one["region"] for one in drawn] == ["head", "neck"]
    assert [(one["last_28"]["mean"], one["last_28"]["rated_days"]) for one in told] == [
        (one["mean"], one["rated_days"]) for one in drawn
    ]
    assert drawn[0] == {
        "region": "head",
        "side": None,
        "mean": 13 / 28,
        "rated_days": 28,
        "mean_worst": 6.5,
        "pain_days": 2,
        "assumed_days": 26,
    }
    assert shown(painlog("map"))[-3] == (
        "Head: in an attack diary a day without an attack or a painkiller for it counts as one "
        "without pain."
    )
    why = "(the worst of each day, added up): head, mean worst 6.5 on 2 days with pain. "
    for command in ("chart", "calendar"):
        lines = shown(painlog(command))
        assert lines[0].startswith("Head")
        assert why in lines[-3]


def test_where_nothing_was_rated_lately_the_newest_place_is_shown(painlog):
    painlog("add", "neck", "4", "--at", "2026-01-02")
    painlog("add", "left heel", "2", "--at", "2026-01-03")
    lines = shown(painlog("chart"))
    assert lines[0].startswith("Left heel, ")
    assert not [line for line in lines if "hurt most" in line]


def test_a_calendar_shows_the_last_12_months_from_the_first_rated_one(journal):
    lines = shown(journal("calendar", "-r", "left heel"))
    assert lines[0] == "Left heel, worst rating of each day, Sun 1 Mar 2026 to Tue 31 Mar 2026"
    assert lines[4:7] == [" 1|             8", " 2| 8 8 8 8 8 8 8", " 9| 8 8 8 8 8 8 5"]
    assert lines[-1] == ADVICE
    journal("add", "left heel", "2", "--at", "2024-03-31")
    assert "Tue 1 Apr 2025" not in shown(journal("calendar", "-r", "left heel"))[0]
    journal("add", "left heel", "2", "--at", "2025-04-30")
    assert "Wed 30 Apr 2025 to Tue 31 Mar 2026" in shown(journal("calendar", "-r", "left heel"))[0]


def test_calendar_and_chart_count_days_from_the_first_rated_one(painlog):
    painlog("add", "neck", "4", "--at", "2026-03-21")
    for command in ("chart", "calendar"):
        assert "Neck: 1 of 11 days rated" in painlog(command).out


def test_a_calendar_of_a_month_or_a_year(journal):
    month = shown(journal("calendar", "-r", "left heel", "--month", "2026-3"))
    assert month[0] == "Left heel, worst rating of each day, Sun 1 Mar 2026 to Tue 31 Mar 2026"
    year = shown(journal("calendar", "-r", "left heel", "--year", "2026", "--of", "mean"))
    assert year[0] == "Left heel, mean of each day, Thu 1 Jan 2026 to Tue 31 Mar 2026"


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (
            ["--month", "2026-13"],
            1,
            '"2026-13" is not a month. Type the year and month, as in 2026-03.',
        ),
        (
            ["--month", "0000-01"],
            1,
            '"0000-01" is not a month. Type the year and month, as in 2026-03.',
        ),
        (
            ["--month", "March"],
            1,
            '"March" is not a month. Type the year and month, as in 2026-03.',
        ),
        (["--month", "2026-04"], 1, "2026-04 is still to come. Give one up to 2026-03."),
        (["--year", "2027"], 1, "2027 is still to come. Give one up to 2026."),
        (["--year", "0000"], 1, '"0000" is not a year. Type a year such as 2026.'),
        (["--year", "26"], 1, '"26" is not a year. Type a year such as 2026.'),
        (
            ["--month", "2026-03", "--year", "2026"],
            2,
            "Give --month, --year, or --since and --until, as in: painlog calendar --month 2026-03",
        ),
        (
            ["--year", "2026", "--until", "2026-03-05"],
            2,
            "Give --month, --year, or --since and --until, as in: painlog calendar --month 2026-03",
        ),
        (["--year", "9999"], 1, "9999 is still to come. Give one up to 2026."),
        (["--month", "9999-12"], 1, "9999-12 is still to come. Give one up to 2026-03."),
    ],
)
def test_a_period_that_is_none_is_refused(journal, options, code, sentence):
    result = journal("calendar", *options)
    assert (result.code, result.out, result.err) == (code, "", f"{sentence}\n")


def test_a_calendar_of_chosen_days_leaves_the_other_days_of_a_month_empty(journal):
    lines = shown(
        journal("calendar", "-r", "left heel", "--since", "2026-03-13", "--until", "2026-03-17")
    )
    assert lines[0] == "Left heel, worst rating of each day, Fri 13 Mar 2026 to Tue 17 Mar 2026"
    assert lines[4:7] == ["13|         8 8 5", "16| 5 5", ""]
    assert "5 of 5 days rated" in "\n".join(lines)


def test_a_calendar_of_treatments_shows_the_days_that_name_one_of_them(journal):
    journal("add", "left heel", "7", "-t", "heat", "--at", "2026-03-20")
    journal("add", "left heel", "6", "-t", "rest", "--at", "2026-03-21")
    journal("add", "neck", "9", "-t", "massage", "--at", "2026-03-22")
    lines = shown(journal("calendar", "-t", "heat", "-t", "hot pack", "-t", "rest"))
    assert lines[:2] == ["Only: treatments heat and rest", ""]
    assert "20|         7 6 ." in lines
    assert journal("calendar", "-t", "qi gong").code == 1
    nothing = shown(journal("calendar", "-t", "dry needling"))
    assert nothing[:3] == [
        "Only: treatment dry needling",
        "",
        "No entries up to Tue 31 Mar 2026 match.",
    ]


def test_a_chart_of_a_treatment_shows_its_courses_alone_and_every_day(journal):
    journal("start", "heat", "-r", "left heel", "--on", "2026-03-20")
    both = "\n".join(shown(journal("chart")))
    assert "heat from 20 Mar" in both
    assert "stretching from 15 Mar" in both
    one = shown(journal("chart", "-t", "stretching"))
    assert one[:2] == ["Only: treatment stretching", ""]
    words = "\n".join(one)
    assert "31 of 31 days rated" in words
    assert "stretching from 15 Mar" in words
    assert "heat" not in words


def test_the_map_shows_chosen_places_and_treatments(journal):
    journal("add", "lower back", "9", "-t", "heat", "--at", "2026-03-20")
    journal("add", "left heel", "9", "-t", "rest", "--at", "2026-03-20")

    def listed(*options):
        return [line for line in shown(journal("map", *options)) if re.match(r"\d  ", line)]

    assert listed("-r", "lower back", "-r", "right heel") == [
        "1  right heel: 3.0 (pain on 14 of 14 rated days)",
        "2  lower back: 6.5 (pain on 2 of 2 rated days)",
    ]
    assert listed("-t", "heat", "-r", "heel", "-r", "lower back") == [
        "1  lower back: 9.0 (pain on 1 of 1 rated day)"
    ]
    assert len(listed("--side", "left")) == 1
    only = shown(journal("map", "-t", "heat", "-r", "left heel", "-r", "neck", "--side", "left"))[0]
    assert only == "Only: left heel and left neck; treatment heat"


def test_the_map_shows_the_last_28_days(journal):
    lines = shown(journal("map"))
    assert lines[0] == "Where it hurt, Wed 4 Mar 2026 to Tue 31 Mar 2026"
    assert [line for line in lines if re.match(r"\d  ", line)] == [
        "1  left heel: 6.2 (pain on 28 of 28 rated days)",
        "2  right heel: 3.0 (pain on 14 of 14 rated days)",
        "3  lower back: 4.0 (pain on 1 of 1 rated day)",
    ]
    assert lines[-1] == ADVICE
    earlier = shown(journal("map", "--since", "2026-03-01", "--until", "2026-03-03"))
    assert earlier[0] == "Where it hurt, Sun 1 Mar 2026 to Tue 3 Mar 2026"
    assert "1  left heel: 8.0 (pain on 3 of 3 rated days)" in earlier


def test_the_map_lists_regions_of_ones_own(journal):
    journal("regions", "add", "third eye")
    journal("add", "third eye", "2")
    assert "-  third eye: 2.0 (pain on 1 of 1 rated day); a region of your own" in shown(
        journal("map")
    )


@pytest.mark.parametrize("command", PICTURES)
def test_an_empty_journal_is_told_what_is_missing(painlog, path, command):
    nothing, _, advice = shown(painlog(command))
    assert nothing.endswith("painlog add heel 6")
    assert advice == ADVICE
    assert not path.exists()


@pytest.mark.parametrize("command", ["chart", "calendar"])
def test_a_region_that_was_never_rated_is_told_apart(journal, command):
    missing, _, advice = shown(journal(command, "-r", "left knee"))
    assert missing.endswith('painlog add "left knee" 6')
    assert advice == ADVICE


@pytest.mark.parametrize("command", ["chart", "calendar"])
def test_side_none_means_what_was_rated_without_a_side(journal, command):
    journal("add", "heel", "2", "--no-side", "--at", "yesterday")
    titles = {"left heel", "right heel", "heel"}

    def drawn(*options):
        lines = shown(journal(command, "-r", "heel", *options))
        return {title for title in titles for line in lines if line.casefold().startswith(title)}

    assert drawn() == titles
    assert drawn("--side", "none") == {"heel"}
    assert drawn("--side", "left") == {"left heel"}
    assert journal(command, "-r", "left heel", "--side", "none").err == (
        '"left heel" says left and --side says none; give one of them.\n'
    )


@pytest.mark.parametrize("command", ["chart", "calendar"])
def test_a_side_needs_a_region(journal, command):
    result = journal(command, "--side", "left")
    assert (result.code, result.out) == (2, "")
    assert result.err == "--side needs --region, as in: --region heel --side left\n"


@pytest.mark.parametrize("command", PICTURES)
@pytest.mark.parametrize("columns", [None, "60", "200", "1", "wide"])
def test_a_pipe_gets_ascii_of_80_columns_or_what_columns_says(
    journal, monkeypatch, command, columns
):
    if columns:
        monkeypatch.setenv("COLUMNS", columns)
    width = {None: 80, "wide": 80, "1": 30}.get(columns) or int(columns)
    lines = shown(journal(command))
    assert "\n".join(lines).isascii()
    picture = [line for line in lines if re.match(r"[ \d]+\||[ /\\|(]{3}|[-=] ?mean", line)]
    assert picture
    assert max(map(len, picture)) <= width


def on_a_terminal(path, columns, *words, **environment):
    clean = {k: v for k, v in os.environ.items() if not k.startswith("LC_") and k != "COLORTERM"}
    settings = {"PAINLOG_DB": str(path), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], *words],
        env=clean | settings | environment,
        dimensions=(60, columns),
        encoding="utf-8",
        timeout=20,
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    return child.before


@pytest.mark.parametrize("command", PICTURES)
def test_what_a_terminal_can_do_decides_how_a_picture_is_drawn(path, command):
    # In a pipe nothing is asked.
    add = [*PROGRAM, "--db", str(path), "--quiet", "add", "left heel", "8"]
    subprocess.run(add, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    rich = on_a_terminal(path, 60, command)
    assert "\x1b[1m" in rich
    assert ("\x1b[48;5;" in rich) == (command != "chart")
    assert max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in rich.splitlines()) <= 60
    plain = on_a_terminal(path, 60, command, NO_COLOR="1")
    assert "\x1b" not in plain
    assert not plain.isascii()
    assert on_a_terminal(path, 60, command, NO_COLOR="1", LANG="C").isascii()


@pytest.mark.parametrize("command", [*PICTURES, "week"])
def test_a_dumb_terminal_may_be_read_aloud_and_gets_words(path, command):
    add = [*PROGRAM, "--db", str(path), "--quiet", "add", "left heel", "8"]
    subprocess.run(add, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    in_words = on_a_terminal(path, 60, command, "--words", NO_COLOR="1")
    assert on_a_terminal(path, 60, command, TERM="dumb") == in_words


def test_the_help_of_all_commands_stays_on_one_screen():
    done = subprocess.run(
        [*PROGRAM, "--help"],
        env=os.environ | {"COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert all(command in done.stdout for command in PICTURES)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("chart", "Left heel: 31 of 31 days rated."),
        ("calendar", "Mar 2026, days 1 to 14: 8; days 15 to 31: 5."),
        ("map", "left heel: 6.2 "),
    ],
)
def test_in_words_alone_there_is_no_picture(journal, command, told):
    lines = shown(journal(command, "--words"))
    assert any(line.startswith(told) for line in lines)
    assert not [line for line in lines if "|" in line or "---" in line or line.startswith(" ")]
    assert lines[-1] == ADVICE


def test_one_whole_week_of_attacks_is_no_movement_from_it_to_itself(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--from", "2026-03-21 09:00", "--until", "2026-03-21 12:00")
    assert "Pain on 1 of 11 rated days. Worst 7." in painlog("chart", "--words").out


def test_a_map_of_one_side_leaves_out_the_days_with_pain_on_both(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "left head", "4", "--at", "2026-03-28")
    painlog("add", "head", "8", "--side", "both", "--at", "2026-03-29")
    [left] = json.loads(painlog("map", "-r", "left head", "--format", "json").out)["regions"]
    assert left["rated_days"] == 3
