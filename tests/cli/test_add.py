"""`painlog add`, as a person uses it."""

import io
import sqlite3
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

ADVICE = "Not a diagnosis. See a clinician if pain persists, changes or worsens."
CHEST = (
    "! If chest pain is tight, heavy or squeezing, comes suddenly and lasts for more than 15 "
    "minutes, spreads to the arm, neck, jaw or back, or comes with sweating, sickness or "
    "breathlessness, it is an emergency: call the emergency number (999, 112 or 911, for example) "
    "now. (NHS: Chest pain, as EA Health has it)"
)


def test_add_says_in_full_what_it_stored(painlog):
    result = painlog("add", "left heel", "6", "-t", "tpt", "--before", "8", "--at", "20:15")
    assert result.code == 0
    assert result.out.splitlines() == [
        "Saved entry 1: left heel 6 of 10, Tue 31 Mar 2026, 20:15.",
        "  8 before; trigger point therapy",
        ADVICE,
    ]
    # Nothing is asked about an earlier time, and the first entry of a region is a reason to ask.
    assert result.err == "Warning signs that need care now: painlog redflags --check\n"


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["aura"], "head 0"),
        (["migraine with aura", "6"], "head 6"),
        (["head", "aura"], "head 0"),
        (["visual", "aura", "0"], "head 0"),
        (["left eye", "aura", "3"], '"left eye" 3'),
    ],
)
def test_an_aura_is_no_place_and_what_to_type_is_said_and_works(painlog, words, command):
    refused = painlog("add", *words)
    assert refused.code == 1
    assert refused.err == (
        "An aura is a quality of a rating, and an intensity of 0 is no pain. Type: painlog add "
        f"{command} -q aura\n"
    )
    place, number = command.replace('"', "").rsplit(" ", 1)
    assert painlog("add", place, number, "-q", "aura").code == 0


def test_a_note_of_an_aura_without_an_intensity_is_told_how_to_log_one_without_pain(painlog):
    refused = painlog("add", "head", "--note", "aura, no pain")
    assert refused.code == 2
    assert refused.err == (
        "add needs a region and an intensity, 0 for no pain to 10 for the worst pain imaginable, "
        'as in: painlog add heel 6 --note "aura, no pain"\nAn aura without pain: painlog add head '
        '0 -q aura --note "aura, no pain"\n'
    )


@pytest.mark.parametrize("rating", ["11", "-1", "10.5", "sixish", "7/11", "١", "60%", "1e1", "7/"])
def test_an_intensity_off_the_scale_is_refused_with_its_anchors(painlog, path, rating):
    result = painlog("add", "heel", rating)
    assert result.code == 1
    assert result.err == (
        f'"{rating}" is not an intensity on the 0–10 scale. Type a whole number from 0 to 10, '
        "where 0 is no pain and 10 is the worst pain imaginable.\n"
    )
    assert result.out == ""
    assert not path.exists()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (["7/10"], "heel 7"),
        (["0"], "heel 0"),
        (["10"], "heel 10"),
        (["007"], "heel 7"),
        (["7.0"], "heel 7"),
        (["seven"], "heel 7"),
        (["none"], "heel 0"),
        (["worst"], "heel 10"),
    ],
)
def test_an_intensity_is_read_as_people_write_it(painlog, written, said):
    assert f"Saved entry 1: {said} of 10" in painlog("add", "heel", *written).out


@pytest.mark.parametrize("between", ["5.5", "5-6", "5 to 6"])
def test_a_rating_between_two_is_answered_with_both_and_never_rounded(painlog, path, between):
    result = painlog("add", "left heel", between)
    assert (result.code, result.out) == (1, "")
    assert result.err == f'"{between}" is not one whole number. Choose 5 or 6.\n'
    assert not path.exists()


def test_after_midnight_a_time_of_the_evening_is_refused_with_the_command_to_type(
    painlog, set_clock
):
    set_clock(datetime(2026, 3, 31, 0, 30, tzinfo=ZoneInfo("Europe/Berlin")))
    words = ["add", "left heel", "6", "--at", "21:00"]
    assert painlog(*words).err.endswith('Type: painlog add "left heel" 6 --at "yesterday 21:00"\n')
    said = painlog(*words[:-1], "yesterday 21:00").out.partition("\n")[0]
    assert said == "Saved entry 1: left heel 6 of 10, Mon 30 Mar 2026, 21:00."


def test_on_a_terminal_the_evening_before_is_offered(painlog, set_clock, monkeypatch):
    monkeypatch.setattr("painlog.cli.base.ask.can_ask", lambda: True)
    set_clock(datetime(2026, 3, 31, 0, 30, tzinfo=ZoneInfo("Europe/Berlin")))
    for answer, code in (("n", 1), ("y", 0)):
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{answer}\n"))
        result = painlog("add", "left heel", "6", "--at", "21:00")
        assert result.code == code
        assert '"21:00" is still to come. Did you mean yesterday 21:00? [y/N]' in result.out
    assert "left heel 6 of 10, Mon 30 Mar 2026, 21:00." in result.out


def test_everything_that_was_said_is_stored_and_echoed(painlog):
    result = painlog(
        *("add", "L heel", "6", "-t", "heat", "-t", "massage; tpt", "--before", "8/10"),
        *("-q", "burning", "-q", "dull; Burning", "--trigger", "long walk"),
        *("--condition", "Parkinson's disease", "--interference", "4", "--note", "two\nlines"),
    )
    assert result.out.splitlines()[:2] == [
        "Saved entry 1: left heel 6 of 10, Tue 31 Mar 2026, 21:00.",
        "  8 before; heat; massage therapy; trigger point therapy; Burning; burning; dull; "
        "trigger: long walk; condition: Parkinson's disease; interference 4; note: two / lines",
    ]


def test_several_regions_in_one_go_are_one_change(painlog):
    result = painlog("add", "heel", "6", "lower", "back", "3", "neck/right", "0")
    first, hint, *others = result.out.splitlines()
    assert hint.endswith("painlog edit 1 --side left")
    assert [first, *others] == [
        "Saved entry 1: heel 6 of 10, Tue 31 Mar 2026, 21:00.",
        "Saved entry 2: lower back 3 of 10, Tue 31 Mar 2026, 21:00.",
        "Saved entry 3: right neck 0 of 10, Tue 31 Mar 2026, 21:00.",
        ADVICE,
    ]
    painlog("undo")
    assert painlog("list").out == ""


def test_one_bad_pair_and_nothing_is_saved(painlog, path):
    assert painlog("add", "heel", "6", "hell", "3").code == 1
    assert painlog("add", "heel", "6", "neck", "11").code == 1
    assert not path.exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "add needs a region and an intensity, 0 for no pain to 10 for the worst"),
        (["heel"], 2, "add needs a region and an intensity"),
        (["heel", "6", "neck"], 2, "add needs a region and an intensity"),
        (["6", "heel"], 2, '"6" comes before its region.'),
        (["heel", "6", "7"], 2, '"7" has no region. Write a region before each'),
        (["heell", "6"], 1, 'No region is called "heell". Did you mean "heel"?'),
        (["", "6"], 1, 'No region is called "".'),
        (["heel", "6", "-t", "strething"], 1, 'No treatment is called "strething". Did you mean '),
        (["left heel", "6", "--side", "right"], 1, '"left heel" says left and --side says right;'),
        (["heel", "6", "--side", "middle"], 1, '"middle" is not a side.'),
        (["tailbone", "6", "--side", "left"], 1, "The tailbone has no left or right in painlog;"),
        (["heel", "6", "--before", "8"], 2, "--before is the intensity before a treatment."),
        (["heel", "3", "--before", "4", "-t", ""], 1, "An intensity before treatment needs"),
        (["left heel", "6", "--side", "none"], 1, '"left heel" says left and --side says none;'),
        (["heel", "6", "--side", ""], 1, "The side is empty. Type left, right, both or none."),
        (["heel", "6", "neck", "3", "-t", "heat", "--before", "8"], 2, "--before belongs to one"),
        (["heel", "6", "-t", "heat", "--before", "x"], 1, '"x" is not an intensity'),
        (["heel", "6", "--interference", "11"], 1, '"11" is not an interference'),
        (["heel", "6", "--interference", "-1"], 1, '"-1" is not an interference'),
        (["heel", "6", "--at", "tomorrow"], 1, '"tomorrow" is 2026-04-01 12:00, which is still'),
        (["heel", "6", "--at", "21:05"], 1, '"21:05" is 2026-03-31 21:05, which is still to come.'),
        (["heel", "6", "--at", "gibberish"], 1, '"gibberish" is not a time painlog understands.'),
        (["heel", "6", "--at", ""], 1, '"" is not a time painlog understands.'),
        (["heel", "6", "--note", "a\0b"], 1, "A text holds a null character"),
        (["heel", "6", "--note", "\udcff"], 1, "A text holds bytes that are not valid UTF-8"),
        (
            ["heel", "6", "--noet", "x"],
            2,
            'There is no option "--noet". Did you mean "--note", "--no-side" or "--until"?',
        ),
        (["head", "8", "--until", "17:30"], 2, "--until says when it ended, but nothing says"),
        (["head", "8", "--lasted", "long"], 1, '"long" is not a length of time.'),
        (["head", "8", "--from", "20:00", "--lasted", "3h"], 1, "It would have lasted until 2026"),
        (["head", "8", "--from", "20:00", "--until", "19:00"], 1, '"19:00" is 2026-04-01 19:00, '),
        (
            ["head", "8", "--from", "9:00", "--until", "yesterday"],
            1,
            '"yesterday" is 2026-03-30 12:00, which is before it began, at 2026-03-31 09:00. '
            "Give a later end.",
        ),
        (
            ["head", "8", "--from", "9:00", "--until", "10:00", "--lasted", "1h"],
            2,
            "--from, --lasted and --until say one thing twice; give two of them.",
        ),
        (["heel", "6", "--side", "left", "--no-side"], 2, "--side left and --no-side contradict"),
        (["left heel", "6", "--no-side"], 1, '"left heel" says left and --side says none;'),
        (["heel", "6", "--at"], 2, "Option '--at' requires an argument. See: painlog add --help"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_is_made(
    painlog, path, arguments, code, said
):
    result = painlog("add", *arguments)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)
    assert result.err.count("\n") == 1
    assert not path.exists()


def test_at_most_three_near_regions_are_suggested(painlog):
    assert painlog("add", "joint", "6").err == (
        'No region is called "joint". Did you mean "sacroiliac joint", "jaw" or "hip"? '
        "See them all with: painlog regions\n"
    )


def test_the_same_rating_twice_within_a_minute_is_stored_and_said(painlog):
    painlog("add", "left heel", "6")
    assert painlog("add", "left heel", "6").out.splitlines() == [
        "Saved entry 2: left heel 6 of 10, Tue 31 Mar 2026, 21:00.",
        "  You also added this a moment ago; `painlog undo` takes the last one back.",
    ]
    assert "a moment ago" not in painlog("add", "left heel", "5").out
    assert "a moment ago" not in painlog("add", "right heel", "6").out
    assert "a moment ago" not in painlog("add", "left heel", "6", "--at", "08:00").out
    assert "a moment ago" not in painlog("add", "left heel", "6", "--note", "stairs").out
    assert len(painlog("list").out.splitlines()) == 6


def test_where_undo_would_take_back_more_the_way_to_remove_one_is_named(painlog):
    out = painlog("add", "left heel", "6", "neck", "3", "left heel", "6").out
    assert out.splitlines() == [
        "Saved entry 1: left heel 6 of 10, Tue 31 Mar 2026, 21:00.",
        "Saved entry 2: neck 3 of 10, Tue 31 Mar 2026, 21:00.",
        "Saved entry 3: left heel 6 of 10, Tue 31 Mar 2026, 21:00.",
        "  You also added this a moment ago; `painlog remove 3` takes the last one back.",
        ADVICE,
    ]


def test_several_entries_a_day_are_normal(painlog):
    for hour in ("08:00", "12:00", "20:00"):
        assert painlog("add", "left heel", "6", "--at", hour).out.startswith("Saved entry")
    assert len(painlog("list").out.splitlines()) == 3


def test_the_advice_is_not_repeated_within_the_hour(painlog, set_clock):
    written = datetime.now(ZoneInfo("UTC"))
    set_clock(written)
    for words, said in (
        (("add", "left heel", "6"), True),
        (("add", "left heel", "5", "-t", "heat"), False),
        (("take", "ibuprofen"), False),
    ):
        assert (painlog(*words).out.splitlines()[-1] == ADVICE) == said
    set_clock(written + timedelta(minutes=59))
    assert ADVICE not in painlog("add", "neck", "2").out
    set_clock(written + timedelta(minutes=62))
    assert painlog("take", "ibuprofen").out.splitlines()[-1] == ADVICE


def test_what_would_steer_a_terminal_is_shown_and_not_sent(painlog):
    result = painlog("add", "left heel", "6", "--note", "\x1b]0;title\x07 \u202eabc")
    assert "note: <001B>]0;title<0007> <202E>abc" in result.out
    assert "\x1b" not in painlog("show", "1").out + painlog("list").out


# Time and place.


def test_an_entry_keeps_the_time_and_offset_where_it_was_felt(painlog, set_clock, path):
    set_clock(datetime(2026, 3, 31, 8, 0, tzinfo=ZoneInfo("Asia/Tokyo")))
    painlog("add", "left heel", "6")
    set_clock(datetime(2026, 3, 30, 20, 0, tzinfo=ZoneInfo("America/New_York")))
    assert painlog("list").out == "    1  2026-03-31 08:00  left heel   6/10\n"
    assert "When: Tue 31 Mar 2026, 08:00 (UTC+09:00)" in painlog("show", "1").out
    assert painlog("list", "--until", "2026-03-30").out == ""
    with sqlite3.connect(path) as journal:
        stored = journal.execute("select felt_at, day from entry").fetchall()
    journal.close()
    assert stored == [("2026-03-31T08:00:00+09:00", "2026-03-31")]


def test_editing_after_a_journey_leaves_the_time_as_it_was(painlog, set_clock):
    set_clock(datetime(2026, 3, 31, 8, 0, tzinfo=ZoneInfo("Asia/Tokyo")))
    painlog("add", "left heel", "6")
    set_clock(datetime(2026, 3, 30, 20, 0, tzinfo=ZoneInfo("America/New_York")))
    assert painlog("edit", "1", "-i", "5").out == (
        "Changed entry 1: left heel 5 of 10, Tue 31 Mar 2026, 08:00 (UTC+09:00).\n"
    )


def test_both_hours_of_an_autumn_night_can_be_said(painlog, set_clock):
    set_clock(datetime(2026, 10, 26, 9, 0, tzinfo=ZoneInfo("Europe/Berlin")))
    first = painlog("add", "left heel", "6", "--at", "2026-10-25 02:30")
    second = painlog("add", "left heel", "5", "--at", "2026-10-25T02:30+01:00")
    assert first.out.startswith(
        "Saved entry 1: left heel 6 of 10, Sun 25 Oct 2026, 02:30 (UTC+02:00)."
    )
    assert second.out.startswith("Saved entry 2: left heel 5 of 10, Sun 25 Oct 2026, 02:30.")


def test_an_hour_that_was_skipped_in_spring_is_refused(painlog, path):
    result = painlog("add", "heel", "6", "--at", "2026-03-29 02:30")
    assert (result.code, result.err) == (
        1,
        "2026-03-29 02:30 did not exist here: the clocks were put forward then. "
        "Give a time before or after.\n",
    )
    assert not path.exists()


# Signs that need care now.


@pytest.mark.parametrize("region", ["chest", "left ribs", "breastbone", "left breast"])
def test_of_pain_in_the_chest_it_says_first_when_it_is_an_emergency(painlog, region):
    lines = painlog("add", region, "3").out.splitlines()
    assert lines[0] == CHEST
    assert lines[1].startswith("Saved entry 1: ")


def test_it_is_said_once_for_several_regions(painlog):
    assert painlog("add", "neck", "3", "chest", "3", "left ribs", "2").out.count("! ") == 1


@pytest.mark.parametrize("rating", [("chest", "0"), ("abdomen", "8"), ("heel", "10")])
def test_where_there_is_no_pain_in_the_chest_it_is_not_said(painlog, rating):
    assert "!" not in painlog("add", *rating).out


def test_of_a_region_of_ones_own_in_the_chest_it_is_said_too(painlog):
    painlog("regions", "add", "chest scar")
    assert painlog("add", "chest scar", "3").out.startswith(CHEST)


def test_words_that_raise_a_chest_flag_are_answered_by_the_flag_alone(painlog):
    out = painlog("add", "chest", "6", "--note", "sweating and it goes down my left arm").out
    assert out.startswith("! Call the emergency number (999, 112 or 911, for example) now. ")
    assert "If chest pain" not in out


def test_whom_to_call_is_named_for_the_country(painlog, monkeypatch):
    monkeypatch.setenv("PAINLOG_COUNTRY", "GB")
    assert "call 999 now. (NHS" in painlog("add", "chest", "3").out.splitlines()[0]
    out = painlog("add", "heel", "3", "--no-side", "--note", "can't pee, back pain").out
    assert out.startswith("! Call 999 now. painlog read “back pain” and “can't pee”, which may be")


def test_a_flag_of_another_part_leaves_the_sentence_about_the_chest(painlog):
    out = painlog("add", "chest", "2", "head", "9", "--note", "head: worst ever, sudden").out
    assert out.startswith("! Call the emergency number (999, 112 or 911, for example) now. ")
    assert out.splitlines()[1] == CHEST


def test_an_emergency_stands_before_what_can_wait_for_a_doctor(painlog):
    chest = painlog("add", "chest", "4", "neck", "4", "--note", "neck: a fever").out.splitlines()
    assert chest[0] == CHEST
    assert chest[1].startswith("! See a doctor today or tomorrow")


# attacks


@pytest.mark.parametrize(
    ("options", "began", "lasted"),
    [
        (["--lasted", "3h"], "Tue 31 Mar 2026, 18:00", "3 h"),
        (["--lasted", "90 min", "--from", "09:00"], "Tue 31 Mar 2026, 09:00", "1 h 30 min"),
        (["--from", "09:00", "--until", "17:30"], "Tue 31 Mar 2026, 09:00", "8 h 30 min"),
        (["--at", "yesterday 22:00", "--until", "06:00"], "Mon 30 Mar 2026, 22:00", "8 h"),
        (["--lasted", "2 days"], "Sun 29 Mar 2026, 21:00", "2 days"),
    ],
)
def test_an_attack_is_told_with_its_beginning_and_its_length(painlog, options, began, lasted):
    lines = painlog("add", "head", "8", *options).out.splitlines()
    assert lines[:2] == [f"Saved entry 1: head 8 of 10, {began}.", f"  lasted {lasted}"]


# sides


def test_a_side_that_is_not_said_is_the_one_before_and_told(painlog):
    painlog("add", "left heel", "6", "--at", "yesterday")
    lines = painlog("add", "heel", "5", "neck", "2").out.splitlines()
    assert lines[:3] == [
        "Saved entry 2: left heel 5 of 10, Tue 31 Mar 2026, 21:00.",
        "  left, as before; to take the side off: painlog edit 2 --no-side",
        "Saved entry 3: neck 2 of 10, Tue 31 Mar 2026, 21:00.",
    ]
    assert "entry 4: heel 4 of 10" in painlog("add", "heel", "4", "--no-side").out
    assert "entry 5: heel 4 of 10" in painlog("add", "heel", "4", "--side", "none").out
    assert painlog("edit", "2", "--no-side").out.startswith("Changed entry 2: heel 5 of 10")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("between the shoulder blades", "upper back"),
        ("across the lower back", "lower back"),
        ("middle of the lower back", "lower back"),
    ],
)
def test_the_middle_gets_no_side_from_before(painlog, typed, said):
    painlog("add", "left upper back", "5", "left lower back", "5", "--at", "yesterday")
    assert painlog("add", typed, "4").out.startswith(f"Saved entry 3: {said} 4 of 10")
    taken = painlog("take", "heat", "--for", typed).out
    assert taken.startswith(f"Saved use u1: heat, for {said}, ")


@pytest.mark.parametrize("before", [["right heel"], ["heel both"], []])
def test_where_both_sides_hurt_or_none_is_known_no_side_is_taken(painlog, before):
    painlog("add", "left heel", "6", "--at", "2025-12-30")
    for place in before:
        painlog("add", place, "6", "left heel", "3", "--at", "yesterday")
    assert ": heel 5 of 10" in painlog("add", "heel", "5").out


def test_a_side_as_before_is_not_asked_for(painlog, monkeypatch):
    monkeypatch.setattr("painlog.cli.commands.add.can_ask", lambda: True)
    painlog("add", "left heel", "6", "--at", "yesterday")
    assert "left, right or both" not in painlog("add", "heel", "5").out


def test_in_an_attack_diary_an_attack_of_the_past_is_told_how_to_end_by_its_number(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    said = '  To say when it was over: painlog edit 1 --until "2026-03-03 12:00"\n'
    assert said in painlog("add", "head", "7", "--at", "2026-03-03 09:00").out
    assert "When it is over: painlog over head" in painlog("add", "head", "7").out
    # The rating of the morning belongs to the attack that goes on.
    assert "When it is over: painlog over head" in painlog("add", "head", "7", "--at", "09:00").out
    painlog("add", "head", "0")
    said = '  To say when it was over: painlog edit 5 --until "2026-03-31 11:00"\n'
    assert said in painlog("add", "head", "7", "--at", "08:00").out


def test_what_one_region_alone_can_have_is_refused_before_a_side_is_asked_for(painlog, monkeypatch):
    monkeypatch.setattr("painlog.cli.commands.add.can_ask", lambda: True)
    result = painlog("add", "heel", "4", "lower back", "3", "-t", "heat", "--before", "7")
    assert (result.code, result.out) == (2, "")
    assert result.err == "--before belongs to one region; add one region at a time.\n"


def test_in_an_attack_diary_an_attack_that_goes_on_is_told_how_to_end(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    said = "  When it is over: painlog over 'left head'"
    assert said in painlog("add", "left head", "7", "--at", "09:00").out.splitlines()
    assert "is over" not in painlog("add", "right head", "7", "--lasted", "1h").out
    assert "is over" not in painlog("add", "right head", "0", "neck", "3").out


def test_a_year_of_long_ago_is_said(painlog):
    said = "1926-03-10 is 100 years ago. If that is a slip, take back what was saved: painlog undo"
    painlog("add", "heel", "1")
    painlog("start", "heat", "--on", "2026-03-01")
    for command in (
        ("add", "heel", "6", "--at"),
        ("take", "heat", "--at"),
        ("edit", "1", "--at"),
        ("start", "cold", "--until", "2026-03-01", "--on"),
        ("courses", "edit", "1", "--on"),
        ("consult", "--on"),
        ("day", "--sleep", "7", "--on"),
        ("peg", "1", "2", "3", "--on"),
    ):
        assert said in painlog(*command, "1926-03-10").err.splitlines(), command
        assert "years ago" not in painlog(*command, "2010-03-10").err


def test_a_day_over_a_year_ago_that_was_typed_without_a_year_is_said(painlog):
    painlog("add", "neck", "1")
    said = "is 2 years ago. If that is a slip, take back what was saved: painlog undo"
    for text, day in (("29 feb", "2024-02-29"), ("800 days ago", "2024-01-21")):
        for command in (("add", "heel", "6", "--at"), ("edit", "1", "--at"), ("consult", "--on")):
            assert f"{day} {said}" in painlog(*command, text).err.splitlines()
        assert "years ago" not in painlog("week", "--on", text).err
    assert "ago" not in painlog("add", "heel", "6", "--at", "2024-02-29").err


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("18 30", '"18 30" is in two pieces. Type "18:30".'),
        ("yesterday 9-10pm", 'one of them: "yesterday 21:00" or "yesterday 22:00".'),
        ("5 minutes before 3", "is not a time painlog understands"),
    ],
)
@pytest.mark.parametrize(
    "command", [("add", "heel", "6", "--at"), ("take", "heat", "--at"), ("edit", "1", "--at")]
)
def test_a_time_that_is_not_wholly_understood_is_refused(painlog, command, text, instead):
    painlog("add", "heel", "1")
    refused = painlog(*command, text)
    assert (refused.code, refused.out) == (1, "")
    assert instead in refused.err
    assert painlog("add", "neck", "3", "--from", text, "--until", "now").code == 1


@pytest.mark.parametrize("words", [["about", "5"], ["about 5"], ["~5"], ["roughly", "five"]])
def test_about_a_number_is_that_number(painlog, words):
    result = painlog("add", "neck", *words, "left", "knee", "3")
    assert "Saved entry 1: neck 5 of 10" in result.out
    assert "Saved entry 2: left knee 3 of 10" in result.out
