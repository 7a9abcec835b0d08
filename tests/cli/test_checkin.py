"""`painlog checkin`, with the answers of a person typed beforehand, by lines and by keys."""

import io
import json
import sys
from contextlib import contextmanager
from datetime import timedelta

import pytest

from conftest import NOW
from painlog.cli.base import keys

ADVICE = "Not a diagnosis. See a clinician if pain persists, changes or worsens."


@pytest.fixture
def checkin(painlog, monkeypatch):
    """Run checkin and type these answers, a line each."""

    def run(*answers, words=()):
        monkeypatch.setattr("painlog.cli.commands.checkin.can_ask", lambda: True)
        # The last Enter says that nothing is new.
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{a}\n" for a in [*answers, ""])))
        return painlog("checkin", *words)

    return run


@pytest.fixture
def by_keys(checkin, monkeypatch):
    """Run checkin on a terminal that gives these keys, then these lines."""

    class Typed(keys.Keyboard):
        def __init__(self, typed):
            self._keys = typed

        def read(self):
            key = next(self._keys, None)
            if key is None or key == "^C":
                raise KeyboardInterrupt
            return keys.ENTER if key == "\r" else key

    def run(typed, *answers, words=()):
        # Where keys are read again later, they go on.
        rest = iter(typed)

        @contextmanager
        def keyboard():
            yield Typed(rest)

        monkeypatch.setattr(keys, "reads_keys", lambda: True)
        monkeypatch.setattr("painlog.cli.base.one_key._SECONDS_TO_READ", 0.0)
        monkeypatch.setattr(keys, "keyboard", keyboard)
        return checkin(*answers, words=words)

    return run


def entries(painlog):
    return [line.split(maxsplit=3)[3] for line in painlog("list").out.splitlines()]


def own_treatments(painlog):
    found = json.loads(painlog("treatments", "list", "--format", "json").out)["treatments"]
    return [treatment["name"] for treatment in found if treatment["own"]]


def asked(result):
    """The questions about places and what stands behind them, by keys."""
    return [line for line in result.out.splitlines() if line[:1].isdigit()]


def test_without_a_terminal_it_is_a_usage_error(painlog):
    result = painlog("checkin")
    assert (result.code, result.err) == (
        2,
        "checkin asks questions and needs a terminal. In a script use: painlog add heel 6\n",
    )


def test_with_nothing_rated_ever_it_says_how_to_start(checkin):
    result = checkin()
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("Nothing is rated yet, so there is nothing to ask about.")


def test_after_weeks_away_it_still_knows_the_regions_and_their_last_ratings(painlog, by_keys):
    painlog("add", "heel", "6", "neck", "2", "--at", "2026-02-16 20:00")
    result = by_keys("=32\r", "", "")
    assert asked(result) == [
        "1/2 neck (2 on 16 Feb): as last time",
        "1/2 neck (2 on 16 Feb): 3",
        "2/2 heel (6 on 16 Feb): 2",
    ]
    assert result.err.startswith("The last rating of neck is from Mon 16 Feb 2026, more than two")


def test_one_skip_after_weeks_away_leaves_a_place_among_the_questions(painlog, by_keys, set_clock):
    painlog("add", "heel", "6", "neck", "2", "--at", "2026-02-16 20:00")
    assert "neck" not in by_keys("\r2\r", "", "").out.splitlines()[-1]
    set_clock(NOW + timedelta(days=1))
    assert asked(by_keys("q\r"))[0] == "1/2 neck (2 on 16 Feb): q (stop)"


@pytest.fixture
def left_out(painlog):
    """A hip and a heel that were left out on the last 14 days with a rating, and three others."""
    painlog("add", "left hip", "5", "--at", "2026-03-02")
    painlog("add", "left heel", "5", "--at", "2026-03-03")
    for day in range(5, 19):
        painlog("add", "neck", "2", "--at", f"2026-03-{day:02}")


@pytest.mark.usefixtures("left_out")
def test_a_place_that_is_not_asked_about_any_more_is_named_and_rated_again_in_one_step(
    painlog, by_keys
):
    said = (
        "Not asked about any more: left heel (last rated 3 Mar) and left hip (last rated 2 Mar). "
        'To rate them again: painlog checkin "left heel" "left hip"'
    )
    result = by_keys("q\r")
    assert result.out.splitlines()[0] == said
    assert asked(result) == ["1/1 neck (2 on 18 Mar): q (stop)"]
    assert "checkin asks from head to toe." in (order := painlog("regions", "order").out)
    assert order.endswith(f"{said}\n")

    again = by_keys("31\r", "", "", words=("left heel", "left hip"))
    assert "Not asked" not in again.out
    assert painlog("remove", "18").code == 0  # the hip, rated by mistake
    assert (
        "Already rated today: left heel 3.\nNot asked about any more: left hip"
        in by_keys("q\r").out
    )


@pytest.mark.usefixtures("left_out")
def test_for_another_day_the_step_names_it(by_keys):
    out = by_keys("q\r", words=("--on", "2026-03-19")).out
    assert 'To rate them again: painlog checkin "left heel" "left hip" --on 2026-03-19\n' in out


@pytest.mark.usefixtures("left_out")
def test_of_many_places_that_are_not_asked_about_the_last_three_are_named(painlog, by_keys):
    painlog("add", "jaw", "1", "right wrist", "1", "--at", "2026-03-04")
    painlog("add", "jaw", "1", "--at", "2024-03-04")
    assert by_keys("q\r").out.startswith(
        "Not asked about any more: jaw (last rated 4 Mar), right wrist (last rated 4 Mar), left "
        "heel (last rated 3 Mar) and 1 more (see: painlog regions order). To rate them again: "
        'painlog checkin jaw "right wrist" "left heel"\n'
    )
    assert "and left hip (last rated 2 Mar). To rate" in painlog("regions", "order").out


@pytest.mark.usefixtures("left_out")
def test_a_region_without_a_side_is_asked_about_where_one_of_its_sides_is(painlog, by_keys):
    painlog("add", "hip", "1", "jaw", "1", "--at", "2024-03-04")
    painlog("add", "heel", "1", "--at", "2026-03-01")
    painlog("add", "right heel", "1", "--at", "2026-03-18")
    said = by_keys("q\r").out.splitlines()[0]
    assert said.startswith("Not asked about any more: left heel (last rated 3 Mar) and left hip (")


def test_it_asks_in_a_fixed_order_from_head_to_toe_and_saves_in_one_sentence(
    painlog, checkin, monkeypatch
):
    painlog("add", "neck", "3", "left heel", "5", "--at", "2026-03-30 08:00")
    painlog("add", "left heel", "6", "--at", "2026-03-30 20:00")
    # The ratings before it were made long ago.
    monkeypatch.setattr("painlog.store.recent.wrote_since", lambda *_, **__: False)
    result = checkin("2/10", "7", "", "slept badly")
    assert result.out.splitlines() == [
        "How much does it hurt now? 0 no pain, 10 worst pain imaginable.",
        "Type 0 to 10, = same as last time; Enter skips, b goes back, q stops.",
        "Every answer is saved at once.",
        "1/2 neck (3 yesterday): 2/2 left heel (6 yesterday): "
        "Anything you did about it? (Enter: nothing): "
        "A note on the day? (Enter: none): "
        "Saved, Tue 31 Mar 2026, 21:00: neck 2, left heel 7 (entries 4 to 5).",
        "Saved for Tue 31 Mar 2026: the note of the day.",
        ADVICE,
        "Anything new: numbness, fever, breathless, a swelling, a blow, dark thoughts? [y/N]: ",
    ]
    assert "slept badly" in painlog("day").out
    assert painlog("undo").out.startswith("Took back: checkin: entry 4, neck 2 of 10")
    assert len(entries(painlog)) == 3
    assert "Nothing is logged for this day" in painlog("day").out


def test_an_emergency_in_the_note_of_the_day_is_said_before_what_an_entry_can_wait_with(
    painlog, checkin
):
    painlog("add", "lower back", "5", "--at", "2026-03-30 20:00")
    out = checkin("6", "", "found a new lump in my breast, and I cannot pee").out
    assert out.index("difficulty peeing") < out.index("should check for cancer")


def test_the_persons_own_order_comes_first_and_can_be_taken_back(painlog, checkin):
    painlog("add", "neck", "3", "left heel", "5", "head", "1", "--at", "yesterday")
    assert painlog("regions", "order", "left heel", "head").out == (
        "checkin asks about: left heel, head; then about others that you rate.\n"
    )
    result = checkin("", "", "", "")
    assert "1/3 left heel (5 yesterday): 2/3 head (1 yesterday): 3/3 neck (3" in result.out
    assert painlog("regions", "order", "--clear").out.startswith("checkin asks from head to toe.")
    assert "1/3 head" in checkin("", "", "").out
    painlog("undo")
    assert "1/3 left heel" in checkin("", "", "", "").out


def test_a_key_is_an_answer_and_enter_from_habit_behind_a_number_is_none(painlog, by_keys):
    painlog("add", "head", "2", "neck", "3", "lower back", "4", "knee", "5", "--at", "yesterday")
    result = by_keys(["5", keys.ENTER, "x", keys.ENTER, keys.ENTER, *"=\r"], "", "")
    assert asked(result) == [
        "1/4 head (2 yesterday): 5",
        "2/4 neck (3 yesterday): 10",
        "3/4 lower back (4 yesterday): skipped",
        "4/4 knee (5 yesterday): = (as last time)",
    ]
    assert entries(painlog)[:3] == ["knee         5/10", "neck        10/10", "head         5/10"]


def test_a_slip_is_set_right_by_going_back_and_all_is_one_undo(painlog, by_keys):
    painlog("add", "head", "2", "neck", "3", "--at", "yesterday")
    result = by_keys(["8", keys.BACK, "2", *"\r?\r3\r"], "", "")
    assert asked(result) == [
        "1/2 head (2 yesterday): 8",
        "2/2 neck (3 yesterday): back",
        "1/2 head (saved as 8): 2",
        "2/2 neck (3 yesterday): ?",
        "2/2 neck (3 yesterday): 3",
    ]
    assert result.err.startswith('"?" is not an intensity on the 0–10 scale.')
    assert entries(painlog)[:2] == ["neck   3/10", "head   2/10"]
    undone = painlog("undo").out
    assert "head 2 of 10" in undone
    assert "again" not in undone.splitlines()[0]
    assert len(entries(painlog)) == 2
    painlog("redo")
    assert entries(painlog)[:2] == ["neck   3/10", "head   2/10"]


def test_the_last_slip_is_set_right_from_the_question_behind_it(painlog, checkin):
    painlog("add", "head", "2", "--at", "yesterday")
    checkin("8", "b", "3", "heat", "")
    assert entries(painlog)[0] == "head   3/10  heat"


def test_all_the_rest_is_as_last_time_up_to_what_is_too_long_ago(painlog, by_keys):
    painlog("add", "head", "2", "neck", "3", "knee", "4", "--at", "yesterday")
    assert asked(by_keys("1\ra\r", "", "")) == [
        "1/3 head (2 yesterday): 1",
        "2/3 neck (3 yesterday): a (all the rest as last time)",
        "2/3 neck: 3, as last time",
        "3/3 knee: 4, as last time",
    ]
    assert entries(painlog)[:3] == ["knee   4/10", "neck   3/10", "head   1/10"]


def test_ctrl_c_loses_nothing_and_the_rest_is_taken_up_again(painlog, by_keys):
    places = ("head", "jaw", "neck", "chest", "lower back", "hip", "thigh", "knee", "heel", "toe")
    painlog("add", *(word for place in places for word in (place, "4")), "--at", "yesterday")
    result = by_keys(["1", "\r"] * 8 + ["^C"])
    assert (result.code, result.err) == (130, "Stopped. The change is saved.\n")
    assert "(entries 11 to 18)." in result.out
    result = by_keys("23\r", "", "")
    assert asked(result) == [
        "1/2 heel (4 yesterday): 2",
        "2/2 toe (4 yesterday): 3",
    ]
    assert "Already rated today: head 1, jaw 1, neck 1, chest 1," in result.out
    assert len(entries(painlog)) == 20
    painlog("undo")
    assert len(entries(painlog)) == 18
    painlog("undo")
    assert len(entries(painlog)) == 10


def test_ctrl_c_before_any_answer_says_once_that_nothing_was_saved(painlog, by_keys):
    painlog("add", "neck", "3", "--at", "yesterday")
    result = by_keys(["^C"])
    assert (result.code, result.err) == (130, "Stopped. Nothing was saved.\n")
    assert "saved" not in result.out.replace("Every answer is saved at once.", "")


def test_saving_ten_regions_takes_no_more_lines_than_regions(painlog, by_keys):
    places = ("head", "jaw", "neck", "chest", "lower back", "hip", "thigh", "knee", "heel", "toe")
    painlog("add", *(word for place in places for word in (place, "4")), "--at", "yesterday")
    out = by_keys("a\r", "", "").out
    assert out.count("\n", out.index("Saved")) <= 10


def test_another_day_is_asked_about_and_named(painlog, by_keys):
    painlog("add", "head", "2", "--at", "2026-03-29 09:00")
    painlog("add", "neck", "4", "--at", "2026-03-30 09:00")
    result = by_keys("5\r", "", "", words=["--on", "yesterday"])
    assert "Already rated on Mon 30 Mar 2026: neck 4." in result.out
    assert "How much did it hurt on Mon 30 Mar 2026?" in result.out
    assert asked(result) == ["1/1 head (2 the day before): 5"]
    assert "Saved entry 3: head 5 of 10, Mon 30 Mar 2026, 12:00." in result.out


def test_named_regions_are_asked_about_alone_also_where_they_are_rated(painlog, by_keys):
    painlog("add", "lower back", "2", "left heel", "3", "right heel", "4", "neck", "1")
    result = by_keys("567\r", "", "", words=["lower", "back", "heel"])
    assert asked(result) == [
        "1/3 lower back (2 today): 5",
        "2/3 left heel (3 today): 6",
        "3/3 right heel (4 today): 7",
    ]
    assert painlog("checkin", "hat").code == 1


def test_enter_skips_a_place_and_only_skips_save_nothing(painlog, checkin, path):
    painlog("add", "left heel", "6", "neck", "3", "--at", "yesterday")
    before = path.read_bytes()
    assert checkin("", "", "").out.endswith("Nothing was rated; nothing was saved.\n")
    assert path.read_bytes() == before
    checkin("1", "", "", "")
    assert entries(painlog)[0] == "neck        1/10"


def test_a_person_can_stop_in_the_middle(painlog, by_keys):
    painlog("add", "left heel", "6", "neck", "3", "--at", "yesterday")
    assert "Saved entry 3: neck 1 of 10" in by_keys("1\rq\r").out


def test_what_is_not_understood_is_said_and_asked_again(painlog, checkin):
    painlog("add", "left heel", "6", "-t", "heat", "--at", "yesterday")
    result = checkin("eleven", "11", "5.5", "4", "9", "hat", "1", "")
    assert [line.partition(".")[0] for line in result.err.splitlines()] == [
        '"eleven" is not an intensity on the 0–10 scale',
        '"11" is not an intensity on the 0–10 scale',
        '"5',
        "9 is not in the list; type 1, or a name",
        'No treatment is called "hat"',
    ]
    assert entries(painlog)[0] == "left heel   4/10  heat"


def test_a_treatment_goes_to_the_places_that_it_belongs_to(painlog, checkin):
    painlog("start", "stretching", "-r", "left heel")
    painlog("add", "left heel", "6", "--at", "2026-03-30 08:00")
    painlog("add", "neck", "3", "-t", "heat", "--at", "2026-03-30 08:00")
    result = checkin("2", "5", "1, 2, rest", "")
    assert "  1 stretching\n  2 heat\n" in result.out
    assert "neck 2 (heat, rest), left heel 5 (rest, stretching) (entries 3 to 4)." in result.out
    assert entries(painlog)[:2] == [
        "left heel   5/10  rest; stretching",
        "neck        2/10  heat; rest",
    ]


def test_factors_are_asked_about_where_that_is_wanted(painlog, checkin):
    painlog("add", "neck", "3", "--at", "yesterday")
    painlog("factors", "add", "rain", "--measure", "yes-no", "--ask")
    painlog("factors", "ask", "sleep")
    painlog("day", "--sleep", "7", "--on", "yesterday")
    result = checkin("2", "=", "maybe", "y", "", "")
    assert "sleep, hours (7 hours yesterday): rain, yes or no: " in result.out
    assert result.err == '"maybe" is not a value of rain. Type yes or no.\n'
    assert "Saved for Tue 31 Mar 2026: sleep 7 hours and rain yes." in result.out
    # What is said once is not asked again.
    assert "rain" not in checkin("", "").out


def test_a_factor_that_is_set_and_not_there_any_more_is_named_once(painlog, checkin, monkeypatch):
    painlog("add", "neck", "3", "--at", "yesterday")
    monkeypatch.setenv("PAINLOG_CHECKIN_FACTORS", "Stress, steps")
    out = checkin("2", "4", "", "").out
    assert out.count("steps") == 1
    assert (
        'The setting checkin-factors names "steps", no factor of this journal. See: painlog '
        'factors. To change the setting: painlog settings set checkin-factors "Stress"\n'
    ) in out
    assert "Saved for Tue 31 Mar 2026: stress 4 of 10." in out


def test_a_second_note_of_the_day_is_added_to_the_first(painlog, checkin):
    painlog("add", "neck", "3", "--at", "yesterday")
    painlog("day", "--note", "rain")
    checkin("2", "", "and wind")
    assert painlog("day").out.endswith("  Note:\n    rain\n    and wind\n")


def test_a_note_that_tells_of_danger_is_answered_first(painlog, checkin):
    painlog("add", "lower back", "6", "--at", "yesterday")
    result = checkin("7", "", "can't pee since this morning")
    said = result.out[: result.out.index("Saved entry")]
    assert "! Call the emergency number (999, 112 or 911, for example) now." in said


def test_when_the_answers_end_what_was_answered_is_saved(painlog, checkin):
    painlog("add", "left heel", "6", "neck", "3", "--at", "yesterday")
    result = checkin("4")
    assert (result.code, result.err) == (130, "Stopped. The change is saved.\n")
    assert entries(painlog)[0] == "neck        4/10"


# attack diaries


def test_in_an_attack_diary_a_0_is_stored_only_if_that_is_wanted(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "2026-03-30 08:00", "--lasted", "4h")
    result = checkin("0", "", "")
    assert "a day without an attack needs no entry. Store the 0 anyway? [y/N]: " in result.out
    assert result.out.endswith("Nothing was rated; nothing was saved.\n")
    checkin("0", "y", "", "")
    assert entries(painlog)[0] == "head   0/10"


def test_an_attack_that_goes_on_is_asked_about_and_ended_with_the_ratings(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "neck", "2", "head", "7", "--at", "yesterday 09:00")
    result = checkin("what", "3", "2026-03-30 08:00", "yesterday 17:30", "3", "", "")
    assert (
        "head 7 since Mon 30 Mar 2026, 09:00: over when? Type now, or a time such as 17:30, then "
        "Enter. Enter alone: not over: "
    ) in result.out
    assert [line.partition(".")[0] for line in result.err.splitlines()] == [
        '"what" is not a time painlog understands',
        "3 is not a time",
        "2026-03-30 08:00 is before it began, at 2026-03-30 09:00",
    ]
    assert "Ended entry 2: head 7 of 10, Mon 30 Mar 2026, 09:00.\n  lasted 8 h 30 min" in result.out
    assert "Saved entry 3: neck 3 of 10" in result.out
    assert painlog("undo").out.startswith("Took back: checkin: entry 3, neck 3 of 10")
    assert "lasted" not in painlog("list").out


def test_the_ratings_of_one_attack_are_asked_about_once_and_end_together(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "8", "--at", "yesterday 09:00")
    painlog("add", "head", "3", "--at", "yesterday 22:00")
    result = checkin("now", "")
    assert "head 8 since Mon 30 Mar 2026, 09:00: over when?" in result.out
    assert "Ended entry 1: head 8 of 10" in result.out
    assert "Ended entry 2: head 3 of 10" in result.out
    painlog("undo")
    assert "lasted" not in painlog("list").out


def test_an_attack_that_goes_on_is_left_and_rated(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "yesterday 09:00")
    assert "Saved entry 2: head 5 of 10" in checkin("", "5", "", "").out


def test_only_an_end_is_saved_too(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "yesterday 21:00")
    assert "Ended entry 1" in checkin("now", "").out
    assert entries(painlog) == ["head   7/10  lasted 24 h"]


def test_of_another_day_only_attacks_that_began_by_then_are_asked_about(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "6", "--at", "2026-03-20 09:00", "--lasted", "2h")
    painlog("add", "head", "4", "--at", "14:36")
    result = checkin("3", "", words=("--on", "yesterday"))
    assert "over when?" not in result.out
    assert "Saved entry 3: head 3 of 10, Mon 30 Mar 2026, 12:00." in result.out


@pytest.mark.parametrize(
    ("end", "lasted"), [("02:00", "6 h"), ("now", "2.0 days"), ("today 2:00", "30 h")]
)
def test_of_another_day_an_attack_ended_on_that_day_or_now(painlog, checkin, end, lasted):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "2026-03-29 20:00")
    result = checkin(end, "", words=("--on", "yesterday"))
    assert result.err == ""
    assert entries(painlog) == [f"head   7/10  lasted {lasted}"]


@pytest.mark.parametrize(
    ("words", "end", "lasted"),
    [
        ((), "0330", "7 h 30 min"),
        ((), "2300", "3 h"),
        (("--on", "yesterday"), "2230", "2 h 30 min"),
    ],
)
def test_four_digits_are_a_time_at_which_an_attack_was_over(painlog, checkin, words, end, lasted):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "2026-03-30 20:00")
    result = checkin(end, "", words=words)
    assert result.err == ""
    assert entries(painlog) == [f"head   7/10  lasted {lasted}"]


def test_a_number_that_is_no_rating_is_answered_as_a_time(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "2026-03-30 20:00")
    said = [line.partition(".")[0] for line in checkin("10", "20", "2575", "", "").err.splitlines()]
    assert said == [
        "10 is not a time",
        '"20" has an hour alone',
        '"2575" is not a time painlog understands',
    ]


def test_of_a_day_before_the_first_rating_the_regions_must_be_named(painlog, checkin):
    painlog("add", "neck", "2", "--at", "08:00")
    painlog("add", "left heel", "4")
    result = checkin(words=("--on", "yesterday"))
    assert (result.code, result.err) == (
        1,
        "Nothing was rated up to Mon 30 Mar 2026, so there is nothing to ask about. Name the "
        'regions, as in: painlog checkin "left heel" --on 2026-03-30\n',
    )


def test_an_attack_of_last_week_is_not_asked_about_every_day(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "2026-03-26 20:00")
    assert "over when?" not in checkin("", "").out


def test_an_attack_that_was_rated_today_is_asked_about_too_but_not_rated_again(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "yesterday 22:00")
    painlog("add", "head", "5", "--at", "02:00")
    result = checkin("3", "", "")
    assert "Already rated today: head 5." in result.out
    assert "How much does it hurt now?" not in result.out
    assert "head 7 since Mon 30 Mar 2026, 22:00: over when?" in result.out
    assert result.err == "3 is not a time. If it is not over, press Enter.\n"
    assert result.out.endswith("Nothing was rated; nothing was saved.\n")
    result = checkin("10:00", "")
    assert "Ended entry 1: head 7 of 10, Mon 30 Mar 2026, 22:00.\n  lasted 4 h\n" in result.out
    assert "Ended entry 2: head 5 of 10, Tue 31 Mar 2026, 02:00.\n  lasted 8 h\n" in result.out
    assert "over when?" not in checkin("").out


def test_a_number_names_nothing_where_there_is_no_list(painlog, checkin):
    painlog("add", "neck", "2", "--at", "yesterday")
    result = checkin("3", "2", "", "")
    assert result.err == "There is no list yet, so 2 names nothing; type a name.\n"


def test_the_question_about_an_attack_can_be_left_like_the_others(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "neck", "2", "head", "7", "--at", "yesterday 09:00")
    assert checkin("q").out.endswith("Nothing was rated; nothing was saved.\n")
    assert "1/2 head (7 yesterday)" in checkin("", "", "b", "b", "", "", "", "").out


ANY_KEY = ["s", "-", "=", "a", "b", "q", "x", "S", "B", "Q"]


@pytest.mark.parametrize("key", [*ANY_KEY, "skip", "same", "all", "back", "stop"])
@pytest.mark.parametrize("beside", ["", "heat, "])
def test_no_key_becomes_a_treatment(painlog, checkin, key, beside):
    painlog("add", "left heel", "6", "-t", "heat", "--at", "yesterday")
    checkin("4", f"{beside}{key}", "", "", "", "")
    assert entries(painlog)[0] in ("left heel   4/10", "left heel   4/10  heat")
    assert own_treatments(painlog) == []


@pytest.mark.parametrize("key", ANY_KEY)
def test_no_key_becomes_a_note_or_the_value_of_a_factor(painlog, checkin, key):
    painlog("add", "left heel", "6", "--at", "yesterday")
    painlog("factors", "ask", "sleep")
    checkin("4", key, "", "", "")
    checkin("", "", "", key, "")
    assert "Nothing is logged for this day" in painlog("day").out


def test_a_key_that_skips_is_silent_and_another_is_explained(painlog, checkin):
    painlog("add", "left heel", "6", "--at", "yesterday")
    painlog("factors", "ask", "sleep")
    result = checkin("4", "s", "s", "s")
    assert (result.err, "A note on the day?" in result.out) == ("", True)
    result = checkin("3", "=", "", "b", "", words=("left heel",))
    assert result.err.splitlines() == [
        '"=" means nothing here. Type a name, or Enter for nothing.',
        '"b" means nothing here. Type the note, or Enter for none.',
    ]


def test_q_stops_at_any_question(painlog, checkin):
    painlog("add", "left heel", "6", "-t", "heat", "--at", "yesterday")
    painlog("factors", "ask", "sleep")
    for answers in (("4", "q"), ("4", "", "Q")):
        result = checkin(*answers)
        assert "left heel 4 of 10" in result.out
        assert "A note on the day?" not in result.out
        assert "Anything new" not in result.out
        painlog("undo")


def test_treatments_without_a_comma_between_them_are_no_new_one(painlog, checkin):
    painlog("add", "left heel", "6", "-t", "heat", "--at", "yesterday")
    result = checkin("4", "massage heat", "1 massage", "1, massage", "")
    assert result.err.splitlines() == [
        'These are 2 treatments. Put commas between them: "massage, heat".',
        'These are 2 treatments. Put commas between them: "1, massage".',
    ]
    assert entries(painlog)[0] == "left heel   4/10  heat; massage therapy"


@pytest.mark.parametrize("numbers", ["1, 2", "1 2", "1 and 2", "2 + 1", "1, and 2"])
def test_numbers_of_the_list_need_no_comma(painlog, checkin, numbers):
    painlog("add", "neck", "3", "-t", "heat", "-t", "massage", "--at", "yesterday")
    checkin("4", numbers, "")
    assert entries(painlog)[0] == "neck   4/10  heat; massage therapy"


def test_numbers_that_are_not_all_in_the_list_are_refused(painlog, checkin):
    painlog("add", "neck", "3", "-t", "heat", "--at", "yesterday")
    assert checkin("4", "1 500", "1", "").err == (
        "Not all of 1 500 are in the list, 1 to 1. Put commas between numbers, and a unit behind a "
        'dose, as in "1 500 mg".\n'
    )
    assert entries(painlog)[0] == "neck   4/10  heat"


def test_a_number_of_the_list_takes_a_dose(painlog, checkin):
    painlog("add", "head", "6", "-t", "ibuprofen 400 mg", "--at", "yesterday")
    result = checkin("4", "1 500 mg", "")
    assert result.err == ""
    assert entries(painlog)[0] == "head   4/10  ibuprofen 500 mg"


def test_who_did_not_mean_a_new_treatment_says_so_and_is_asked_again(painlog, checkin):
    painlog("add", "left heel", "6", "-t", "heat", "--at", "yesterday")
    result = checkin("4", "haet lamp thing", "n", "heat", "")
    assert "Enter or n: not a new treatment" in result.out
    assert result.err.startswith('"haet lamp thing" was not added. Type what you meant.')
    assert entries(painlog)[0] == "left heel   4/10  heat"
    assert own_treatments(painlog) == []


def test_a_check_in_with_a_treatment_of_ones_own_can_be_undone(painlog, checkin):
    painlog("add", "head", "4", "--at", "yesterday")
    before = painlog("export", "--format", "json").out
    checkin("3", "foo", "other", "", "")
    after = painlog("export", "--format", "json").out
    assert '"foo"' in after
    assert painlog("undo").out.startswith("Took back: checkin")
    assert painlog("export", "--format", "json").out == before
    assert painlog("redo").code == 0
    assert painlog("export", "--format", "json").out == after


def test_a_rating_of_both_sides_leaves_no_side_to_ask_about(painlog, by_keys):
    lately = "2026-03-30"
    painlog("add", "left hip", "3", "right hip", "4", "hips", "3", "neck", "2", "--at", lately)
    painlog("add", "hips", "5", "--at", "08:00")
    result = by_keys("1\r", "", "")
    assert "Already rated today: hip (both) 5." in result.out
    assert asked(result) == ["1/1 neck (2 yesterday): 1"]
    assert asked(by_keys("67\r", "", "", words=["left hip", "hips"])) == [
        "1/2 left hip (3 yesterday): 6",
        "2/2 hip (both) (5 today): 7",
    ]


def test_once_each_side_is_rated_both_are_not_asked_about(painlog, by_keys):
    lately = "2026-03-30"
    painlog("add", "left hip", "3", "right hip", "4", "hips", "3", "--at", lately)
    # Back leads to the last question that was asked.
    assert asked(by_keys("56\r5\r", "b", "", "")) == [
        "1/3 left hip (3 yesterday): 5",
        "2/3 right hip (4 yesterday): 6",
        "1/1 right hip (saved as 6): 5",
    ]


def test_all_the_same_rates_no_hip_twice(painlog, by_keys):
    painlog("add", "left hip", "3", "right hip", "4", "hips", "3", "--at", "2026-03-30")
    assert asked(by_keys("a\r", "", "")) == [
        "1/3 left hip (3 yesterday): a (all the rest as last time)",
        "1/3 left hip: 3, as last time",
        "2/3 right hip: 4, as last time",
    ]
    assert len(entries(painlog)) == 5


def test_one_unclear_name_does_not_lose_the_others(painlog, checkin):
    painlog("add", "neck", "4", "--at", "yesterday")
    # "n" says that "massagegun" is no new treatment.
    result = checkin("5", "heat pad, massagegun, stretching", "n", "massage", "", "")
    assert result.err.splitlines()[:3] == [
        '"massagegun" was not added. Type what you meant. To see what painlog knows: painlog '
        "treatments",
        "Understood so far: heat, stretching. Type the rest alone, or Enter if that is all.",
    ]
    assert entries(painlog)[0] == "neck   5/10  heat; massage therapy; stretching"


@pytest.mark.parametrize("end", ["q", ""])
def test_what_was_understood_stays_where_the_person_goes_no_further(painlog, checkin, end):
    painlog("add", "neck", "4", "--at", "yesterday")
    checkin("5", "heat, heta", end, "")
    assert entries(painlog)[0] == "neck   5/10  heat"


def test_a_command_is_kept_as_a_note_only_after_a_question(painlog, checkin):
    painlog("add", "neck", "4", "--at", "yesterday")
    result = checkin("5", "", "painlog checkin --on sunday", "n", "slept badly")
    assert "That looks like a command. Keep it as the note? [y/N]: " in result.out
    assert result.err == "It was not kept. Type a note, or press Enter to go on without.\n"
    assert "slept badly" in painlog("day").out
    assert "checkin --on" not in painlog("day").out
    checkin("painlog undo", "y")
    assert "painlog undo" in painlog("day").out
    assert "looks like a command" not in checkin("painlog helps me").out


def test_a_command_is_no_treatment(painlog, checkin):
    painlog("add", "neck", "4", "--at", "yesterday")
    result = checkin("5", "painlog undo", "", "")
    assert result.err == (
        '"painlog undo" is a command, and no treatment. Type it at the next prompt.\n'
    )
    assert own_treatments(painlog) == []
