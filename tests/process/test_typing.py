"""What a person types at a pseudo-terminal, at a person's speed, is what is saved."""

import json
import time

import pexpect
import pytest

ENTER, BACKSPACE = "\r", "\x7f"
PASTED, QUICK, SLOW = 0.0, 0.08, 0.6
# In a text that is typed: the person reads, or rests, before they go on.
PAUSE = "\N{HOURGLASS}"


@pytest.fixture
def typist(screen):
    """Type texts, each once its question is there, so many seconds a key; gives the screen.

    At the end the person presses Ctrl-C, if the command is not over by then.
    """

    def run(*arguments, typed, pace):
        started, child = screen(*arguments, size=(50, 120), NO_COLOR="1")
        seen = ""
        for question, keys in typed:
            for expected in (question, ": "):
                child.expect_exact(expected)
                seen += child.before + child.after
            for key in keys:
                time.sleep(1.5 if key == PAUSE else pace)
                if key != PAUSE:
                    child.send(key)
        while child.expect([pexpect.TIMEOUT, pexpect.EOF], timeout=0.3) == 0:
            child.send("\x03")
        seen += child.before
        child.close()
        started.wait()
        return seen.replace("\r\n", "\n")

    return run


@pytest.fixture
def stored(process):
    """The ratings of today by place, and all that a check-in may have made besides."""

    def read():
        data = json.loads(process("export", "--format", "json").stdout)
        today = [entry for entry in data["entries"] if entry["id"] > 2]
        ratings = {" ".join(filter(None, (e["side"], e["region"]))): e["intensity"] for e in today}
        treatments = [name for entry in today for name in entry["treatments"]]
        return ratings, [*treatments, *data["own_treatments"], *data["day_notes"]]

    return read


@pytest.fixture
def two(process):
    process("add", "neck", "4", "left shoulder", "6", "--at", "yesterday 20:00")


NECK, SHOULDER = "neck", "left shoulder"


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("keys", "ratings"),
    [
        ("10\r", {NECK: 10}),
        ("10\r5\r", {NECK: 10, SHOULDER: 5}),
        ("1\r0\r", {NECK: 1, SHOULDER: 0}),
        ("x\r3\r", {NECK: 10, SHOULDER: 3}),
        ("35\r", {NECK: 3, SHOULDER: 5}),
        ("3\r5\r", {NECK: 3, SHOULDER: 5}),
        ("3\r\r", {NECK: 3}),
        ("\r7\r", {SHOULDER: 7}),
        ("six\r", {NECK: 6}),
        ("five\rseven\r", {NECK: 5, SHOULDER: 7}),
        ("about 5\r", {NECK: 5}),
        ("7/10\r2\r", {NECK: 7, SHOULDER: 2}),
        ("4s\r", {NECK: 4}),
        ("4six\r", {NECK: 4, SHOULDER: 6}),
        ("4a\r", {NECK: 4, SHOULDER: 6}),
        ("same\rskip\r", {NECK: 4}),
        ("back\r8", {NECK: 8}),
        ("w\x7f8", {NECK: 8}),
        ("8\x7f3", {NECK: 3}),
        ("11\r", {}),
        ("-1\r", {}),
        ("5.5\r", {}),
        ("5-6\r", {}),
        ("5 or 6\r", {}),
        ("4 6\r", {}),
        ("5ish\r", {}),
        ("same as yesterday\r", {NECK: 4}),
        ("don't know\r5\r", {SHOULDER: 5}),
        ("not so bad\r", {}),
        ("extreme\r", {}),
        ("quite bad\r", {}),
    ],
)
def test_no_word_or_number_becomes_a_rating_that_nobody_gave(typist, stored, keys, ratings):
    typist("checkin", typed=[("1/2 neck", keys)], pace=QUICK)
    assert stored() == (ratings, [])


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("pace", [PASTED, SLOW])
@pytest.mark.parametrize(
    ("keys", "rating"), [("10\r", 10), ("5.5\r8\r", 8), ("six\r", 6), ("5\r", 5)]
)
def test_what_is_pasted_or_typed_slowly_is_understood_as_well(typist, stored, keys, rating, pace):
    typist("checkin", typed=[("1/2 neck", keys)], pace=pace)
    assert stored() == ({NECK: rating}, [])


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("keys", "ratings"),
    [
        *(
            (f"7{PAUSE}{words}\r", {NECK: 7})
            for words in ("don't know", "bad", "not sure", "help", "left", "?", "-", " or")
        ),
        (f"7{PAUSE}same as yesterday\r", {NECK: 7, SHOULDER: 6}),
        (f"5{PAUSE}=\r", {NECK: 5, SHOULDER: 6}),
        ("5=\r", {NECK: 5, SHOULDER: 6}),
        (f"5{PAUSE},5\r", {}),
        (f"5{PAUSE}/10\r", {NECK: 5}),
        ("5b\r6,5\r", {NECK: 5}),
        (f"5{PAUSE}b\r{PAUSE}6,5\r{PAUSE}\r{PAUSE}q\r", {NECK: 5}),
    ],
)
def test_after_a_pause_words_belong_to_the_question_on_the_screen(typist, stored, keys, ratings):
    typist("checkin", typed=[("1/2 neck", keys)], pace=QUICK)
    assert stored() == (ratings, [])


@pytest.fixture
def treated(process):
    """Two places, and a list of treatments whose numbers are ratings, too."""
    process("add", "neck", "4", "left shoulder", "6", "-t", "heat", "--at", "yesterday 20:00")
    process("take", "stretching", "--at", "yesterday 21:00")


@pytest.mark.usefixtures("treated")
@pytest.mark.parametrize("pace", [PASTED, QUICK])
@pytest.mark.parametrize(
    ("keys", "ratings"),
    [
        ("3\r\r2\r", {NECK: 3, SHOULDER: 2}),
        ("3\r\r\r\r2\r", {NECK: 3, SHOULDER: 2}),
        ("10\r\r2\r", {NECK: 10, SHOULDER: 2}),
        ("six\r\r2\r", {NECK: 6, SHOULDER: 2}),
        ("\r\r2\r", {SHOULDER: 2}),
    ],
)
def test_enter_pressed_again_skips_no_question(typist, stored, keys, ratings, pace):
    typist("checkin", typed=[("1/2 neck", keys)], pace=pace)
    assert stored() == (ratings, [])


@pytest.mark.usefixtures("treated")
@pytest.mark.parametrize(
    "keys", ["3\r5\r1\r", "35\r2\r1\ry\r", "3\r5\rheat\rslept badly\r", "3\n5\n2\n2\ny\n"]
)
def test_what_was_typed_ahead_answers_no_question_behind_the_ratings(typist, stored, keys):
    # All of it comes at once, before the second question is there.
    seen = typist("checkin", typed=[("1/2 neck", [keys])], pace=PASTED)
    assert stored() == ({NECK: 3, SHOULDER: 5}, [])
    assert "A note on the day?" not in seen


@pytest.mark.usefixtures("treated")
def test_a_second_enter_skips_once_the_question_could_be_read(typist, stored):
    typed = [("1/2 neck", "3\r"), ("2/2 left shoulder", "\r"), ("Did", "")]
    seen = typist("checkin", typed=typed, pace=SLOW)
    assert stored() == ({NECK: 3}, [])
    assert "2/2 left shoulder (6 yesterday): skipped\n" in seen


@pytest.mark.parametrize("keys", ["six\r", "5\r", "10\r", "5.5\r6\r", "5 because of rain\r6\r"])
def test_with_one_region_nothing_falls_into_the_questions_behind_it(typist, process, stored, keys):
    process("add", "neck", "4", "neck", "5", "--at", "yesterday 20:00")
    seen = typist("checkin", typed=[("1/1 neck", keys)], pace=QUICK)
    assert stored() == ({NECK: {"5\r": 5, "10\r": 10}.get(keys, 6)}, [])
    assert "A note on the day?" not in seen
    assert "type its kind" not in seen


@pytest.mark.usefixtures("two")
def test_a_number_that_was_half_of_something_is_taken_back_and_asked_for_again(typist, process):
    before = process("export", "--format", "json").stdout
    seen = typist("checkin", typed=[("1/2 neck", "5.5\r"), ("1/2 neck", "q\r")], pace=QUICK)
    assert (
        '\n"5.5" is not one whole number. Choose 5 or 6.\nThe 5 is taken back.\n'
        "1/2 neck (4 yesterday): q"
    ) in seen
    assert "Nothing was rated; nothing was saved.\n" in seen
    assert process("undo").returncode == 0
    assert (
        json.loads(process("export", "--format", "json").stdout)["entries"]
        == (json.loads(before)["entries"])
    )


# the check of warning signs

FIRST = "1 of 13. "


@pytest.fixture
def answered(process):
    """The answers of the check by sign, in order."""

    def read():
        data = json.loads(process("export", "--format", "json").stdout)
        return [answer["answer"] for answer in data["warning_signs"]]

    return read


@pytest.mark.parametrize(
    ("keys", "replies"),
    [
        ("n\rn\ry\ry\rn\r", ["no", "no", "yes", "no"]),
        ("nnyyn", ["no", "no", "yes", "no"]),
        ("no\rno\ryes\ry\r", ["no", "no", "yes"]),
        ("\r\r\r", []),
        ("n\r\r\r", ["no"]),
        ("known\rn\r", ["known", "no"]),
        ("nb\rk", ["known"]),
        ("nback\ry", ["yes"]),
        ("not sure\r", []),
        ("don't know\r", []),
        ("maybe\r", []),
        ("nn/a\ry", ["no", "yes"]),
        ("yes\ryes\rn", ["yes", "no"]),
        ("y\rn\r", ["yes"]),
        ("ny\r\r\r", ["no", "yes"]),
    ],
)
def test_no_enter_and_no_part_of_a_word_answers_about_a_sign(typist, answered, keys, replies):
    offer = ("Check the left shoulder for warning signs", "y\r")
    seen = typist("add", "left shoulder", "6", typed=[offer, (FIRST, keys)], pace=QUICK)
    assert (answered(), "What kind" in seen) == (replies, False)


def test_at_the_last_sign_enter_ends_the_answer(typist, answered):
    offer = ("Check the left shoulder for warning signs", "y\r")
    keys = "n\r" * 12 + "not\rn\r"
    seen = typist("add", "left shoulder", "6", typed=[offer, (FIRST, keys)], pace=PASTED)
    assert answered() == ["no"] * 13
    assert '   y, n, k, b or q, then Enter: not\n"not" is none of the keys.' in seen
    assert seen.endswith("painlog undo\n")


@pytest.mark.usefixtures("two")
def test_with_lines_the_check_at_the_end_of_a_checkin_reads_lines_too(typist, answered, stored):
    typed = [
        ("1/2 neck", "10\r"),
        ("2/2 left shoulder", "\r"),
        ("Anything you did", "\r"),
        ("A note on the day", "\r"),
        ("Anything new", "y\r"),
        ("y, n, k, b or q (Enter: no)", "\r"),
        ("y, n, k, b or q (Enter: no)", "yes\r"),
        ("Go on with the questions? [y/N]", "\r"),
    ]
    typist("checkin", "--lines", typed=typed, pace=PASTED)
    assert (stored(), answered()) == (({NECK: 10}, []), ["no", "yes"])
