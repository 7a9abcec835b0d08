"""Entries in words: the echo, a line in a list, a card."""

from datetime import date, timedelta

from rich.cells import cell_len

from builders import entry, on, use
from painlog.advice.red_flags import RED_FLAGS, Raised
from painlog.advice.services import services_in
from painlog.analysis.today import Today
from painlog.views.terminal.entries import (
    card,
    details,
    echo,
    flag_lines,
    in_order,
    list_lines,
    named,
    side_hint,
    side_taken,
    summary,
    use_card,
    use_echo,
    use_line,
    use_summary,
    use_words,
)
from painlog.views.terminal.screen import Screen
from painlog.views.terminal.today import today_lines

PIPE = Screen()
WIDE = entry("heel", 6)._replace(region="膝の裏", id=1)
KNEE = entry("left knee", 5, treatments=["heat"])._replace(id=2)
FULL = entry(
    "left heel",
    4,
    id=12,
    uid="u",
    created_at="2026-03-01T20:00:00+00:00",
    before=6,
    treatments=["heat", "rest"],
    qualities=("burning",),
    triggers=("stairs",),
    conditions=("gout",),
    interference=3,
    note="one\ntwo\x1b[1m",
)
ROWS = [
    "    1  2026-03-01 20:00  膝の裏      6/10",
    "    2  2026-03-01 20:00  left knee   5/10  heat",
]

SEVERAL = ("back-both-legs", "back-chest-pain", "end-of-life-thoughts")


def test_an_entry_in_a_phrase_has_its_offset_where_it_is_another():
    assert summary(FULL, timedelta(0)) == "left heel 4 of 10, Sun 1 Mar 2026, 20:00"
    assert summary(FULL, timedelta(hours=1)).endswith("20:00 (UTC+00:00)")


def test_details_are_a_phrase_each():
    assert details(FULL) == [
        "6 before",
        "heat",
        "rest",
        "burning",
        "trigger: stairs",
        "condition: gout",
        "interference 3",
        "note: one / two<001B>[1m",
    ]
    assert details(entry("heel", 0)) == []


def test_an_echo_says_what_was_stored_in_full():
    assert list(echo("Saved", KNEE, PIPE, None)) == [
        "Saved entry 2: left knee 5 of 10, Sun 1 Mar 2026, 20:00.",
        "  heat",
    ]
    assert len(list(echo("Saved", KNEE._replace(treatments=()), PIPE, None))) == 1


def test_a_side_that_was_not_given_can_be_added():
    assert side_hint(WIDE, PIPE) == ["  No side given. To add one: painlog edit 1 --side left"]


def test_a_card_has_a_line_for_each_field_and_the_note_line_by_line():
    assert list(card(FULL, PIPE, None)) == [
        "Entry 12",
        "  When: Sun 1 Mar 2026, 20:00",
        "  Where: left heel",
        "  Intensity: 4 of 10",
        "  Before treatment: 6 of 10",
        "  Treatments: heat and rest",
        "  Qualities: burning",
        "  Triggers: stairs",
        "  Conditions: gout",
        "  Interference: 3 of 10",
        "  Note:",
        "    one",
        "    two<001B>[1m",
        "  uid u, written 2026-03-01T20:00:00+00:00",
    ]


def test_a_warning_sign_has_what_to_do_and_its_source():
    first, second, third = (flag for flag in RED_FLAGS if flag.code in SEVERAL)
    raised = [
        Raised(first, ("both legs\x1b",)),
        Raised(second, ("back", "chest pain")),
        Raised(third, ("end it all",)),
    ]
    united_kingdom = services_in("GB")
    assert list(flag_lines(raised, PIPE, united_kingdom)) == [
        "! Call 999 now. painlog read “both legs<001B>”, which may be a warning sign: "
        f"{first.sign}. (NHS: Back pain)",
        f"! painlog read “back” and “chest pain”, which may be a warning sign: {second.sign}. "
        "(NHS: Back pain)",
        f"! {third.action_in(united_kingdom)} painlog read “end it all”, which may be a warning "
        f"sign: {third.sign}. ({third.source})",
        "  painlog read these words and nothing else: if it names no other sign, that tells "
        "you nothing.",
    ]
    urgent = next(flag for flag in RED_FLAGS if flag.urgency == "urgent")
    two = [*raised[:1], Raised(urgent, ("fever",))]
    with_chest = list(flag_lines(two, PIPE, None, "If chest …"))
    assert [line[:12] for line in with_chest[:3]] == [
        "! Call the e",
        "! If chest …",
        "! See a doct",
    ]
    assert list(flag_lines([], PIPE, None, "If chest …")) == ["! If chest …"]
    anywhere = next(flag_lines(raised[:1], PIPE))
    assert anywhere.startswith(f"! {first.action} painlog read")
    assert list(flag_lines([], PIPE)) == []


def test_a_column_is_as_wide_as_the_cells_of_its_places():
    lines = list(list_lines([WIDE, KNEE], PIPE, [WIDE.place, KNEE.place]))
    assert lines == ROWS
    assert cell_len(lines[0]) == cell_len(lines[1].removesuffix("  heat"))


def test_details_fit_beside_letters_that_take_two_cells():
    noted = WIDE._replace(note="long " * 20)
    lines = list(list_lines([noted], Screen(66), [noted.place]))
    assert max(map(cell_len, lines)) <= 66
    assert lines[1].startswith(" " * 40 + "long")


def test_details_go_below_where_the_screen_is_narrow():
    assert list(list_lines([KNEE], Screen(50), [KNEE.place]))[1] == "       heat"


def test_today_has_the_same_columns():
    day = Today(date(2026, 3, 1), (WIDE, KNEE), (), (), ())
    assert list(today_lines(day, PIPE))[1:3] == ROWS
    assert on(1) == day.day


def test_a_use_in_words_in_a_list_and_in_full():
    taken = use("sumatriptan", "head", day=3, hour=9, dose="50mg")._replace(id=3, uid="u", note="n")
    assert use_summary(taken) == "sumatriptan 50 mg, for head, Tue 3 Mar 2026, 09:00"
    assert list(use_echo("Saved", taken, Screen(), None)) == [
        "Saved use u3: sumatriptan 50 mg, for head, Tue 3 Mar 2026, 09:00.",
        "  note: n",
    ]
    assert use_line(taken, Screen()) == [
        "   u3  2026-03-03 09:00  sumatriptan 50 mg, for head; note: n"
    ]
    assert list(use_card(taken, Screen(), None)) == [
        "Use u3",
        "  When: Tue 3 Mar 2026, 09:00",
        "  Treatment: sumatriptan",
        "  Dose: 50 mg",
        "  For: head",
        "  Note:",
        "    n",
        "  uid u, written ",
    ]
    assert use_words(use("heat")) == "heat"


def test_an_attack_tells_how_long_it_lasted():
    attack = entry("head", 8, hour=9, until=entry("head", 0, hour=14).felt_at)
    assert details(attack) == ["lasted 5 h"]
    assert "  Lasted: 5 h, until Sun 1 Mar 2026, 14:00" in card(attack, Screen(), None)


def test_entries_and_uses_are_merged_by_time():
    entries = [entry("head", 8, day=d) for d in (1, 3)]
    uses = [use("heat", day=d) for d in (2, 4)]
    assert [type(t).__name__ for t in in_order(entries, uses)] == ["Entry", "Use", "Entry", "Use"]
    back = in_order(entries[::-1], uses[::-1], newest_first=True)
    assert [type(t).__name__ for t in back] == ["Use", "Entry", "Use", "Entry"]


def test_entries_and_uses_are_named_with_their_numbers():
    taken = use("heat", day=3, hour=9)._replace(id=3)
    assert named(KNEE) == "entry 2, left knee 5 of 10, Sun 1 Mar 2026, 20:00"
    assert named(taken, ": ") == "use u3: heat, Tue 3 Mar 2026, 09:00"


def test_what_can_be_done_about_a_side_is_said():
    assert side_taken([KNEE], PIPE) == [
        "  left, as before; to take the side off: painlog edit 2 --no-side"
    ]
    two = [use("heat")._replace(id=number, side="left") for number in (3, 4)]
    assert side_taken(two, PIPE) == [
        "  left, as before; to take the side off: painlog edit u3 u4 --no-side"
    ]


def test_a_list_shows_the_beginning_of_a_long_note():
    knee, taken = KNEE._replace(note="word " * 4000), use("heat", note="word " * 4000)
    lines = list(list_lines([knee, taken._replace(id=4)], PIPE, ["left knee"]))
    ends = [
        f" word … (20,000 characters; all of it: painlog show {number})"
        for number in (knee.id, "u4")
    ]
    assert all(line.endswith(end) for line, end in zip(lines, ends, strict=True))
    assert max(map(len, lines)) < 420
    assert max(map(len, card(knee, PIPE, None))) > 19_000
