"""What the output can do, as the terminal, its width and the locale tell."""

import io
import sys
import textwrap
import time

import pytest
from rich.cells import cell_len

from painlog.views.terminal.screen import (
    LONG_BYTES,
    NARROWEST,
    Screen,
    be_quiet,
    begin_anew,
    choose_colour,
    for_data,
    padded,
    say,
    say_aside,
    screen,
    watched,
)


class Terminal(io.TextIOWrapper):
    """A terminal with an encoding."""

    def __init__(self, encoding="utf-8"):
        self.shown = io.BytesIO()
        super().__init__(self.shown, encoding=encoding)

    def isatty(self):
        return True


@pytest.fixture
def on(monkeypatch):
    """The screen of a terminal in an environment; UTF-8 and 256 colours where not said."""

    def look(encoding="utf-8", **environment):
        for name in ("LC_ALL", "LC_CTYPE", "LANG", "COLORTERM", "TERM"):
            monkeypatch.delenv(name, raising=False)
        usual = {"TERM": "xterm-256color", "LANG": "en_GB.UTF-8", "COLUMNS": "60"}
        for name, value in (usual | environment).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "stdout", Terminal(encoding))
        return screen()

    return look


def test_a_terminal_of_today_can_do_everything(on):
    assert on() == Screen(60, styled=True, drawn=True, shaded=True)
    assert on().picture_width == 60


@pytest.mark.parametrize(
    ("environment", "styled", "shaded", "drawn"),
    [
        ({"NO_COLOR": "1"}, False, False, True),
        ({"NO_COLOR": ""}, True, True, True),
        ({"CLICOLOR": "0"}, False, False, True),
        ({"CLICOLOR": "1"}, True, True, True),
        ({"CLICOLOR": "0", "FORCE_COLOR": "1"}, True, True, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False, True),
        ({"TERM": "dumb", "CLICOLOR_FORCE": "1"}, True, False, False),
        ({"TERM": "xterm"}, True, False, True),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, True, True, True),
        ({"TERM": "dumb"}, False, False, False),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, False, False, False),
        ({"LANG": "C"}, True, True, False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True, True, False),
        ({"LANG": ""}, True, True, False),
        ({"LANG": "C.UTF-8"}, True, True, True),
        ({"LANG": "C", "LC_CTYPE": "de_DE.UTF-8"}, True, True, True),
        ({"LC_ALL": "C"}, True, True, False),
        ({"LC_ALL": "de_DE.utf8", "LANG": "C"}, True, True, True),
        ({"LANG": "de_DE.ISO-8859-1"}, True, True, False),
    ],
)
def test_a_terminal_that_can_do_less_gets_less(on, environment, styled, shaded, drawn):
    seen = on(**environment)
    assert (seen.styled, seen.shaded, seen.drawn) == (styled, shaded, drawn)


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({}, False),
        ({"ACCESSIBLE": "1"}, True),
        ({"ACCESSIBLE": ""}, False),
        ({"TERM": "dumb"}, True),
    ],
)
def test_one_who_hears_it_gets_rows_with_commas_and_no_drawing(on, environment, spoken):
    seen = on(**environment)
    assert (seen.spoken, seen.drawn) == (spoken, not spoken)
    assert seen.start("   7", "heel  ") == ("7, heel: " if spoken else "   7  heel    ")


def test_an_output_that_cannot_write_utf8_gets_no_drawing(on):
    assert not on(encoding="ascii").drawn


def test_a_narrow_terminal_is_taken_as_the_narrowest_that_text_fits(on):
    assert on(COLUMNS="7").width == NARROWEST


@pytest.mark.parametrize(
    ("columns", "width"), [("", 80), ("60", 60), ("200", 200), ("3", 30), ("-5", 80), ("x", 80)]
)
def test_a_picture_in_a_pipe_is_as_wide_as_columns_says(monkeypatch, columns, width):
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert screen() == Screen(columns=width)
    assert screen().picture_width == width


def test_letters_that_take_two_cells_are_counted_so():
    lines = Screen(30).wrapped("按摩疗法 " * 20, "- ")
    assert max(map(cell_len, lines)) <= 30
    assert "".join(lines).replace(" ", "") == "-" + "按摩疗法" * 20
    assert Screen(30).wrapped("疗" * 40)[0] == "疗" * 15


def test_what_a_line_starts_with_is_measured_in_cells_too():
    lines = Screen(30).wrapped("ache " * 12, "膝の裏  ")
    assert lines[0].startswith("膝の裏  ache")
    assert lines[1].startswith(" " * 8 + "ache")
    assert max(map(cell_len, lines)) <= 30


@pytest.mark.parametrize(
    ("text", "width", "full"),
    [("heel", 6, "heel  "), ("膝の裏", 8, "膝の裏  "), ("heel", 2, "heel"), ("", 1, " ")],
)
def test_a_text_is_filled_up_by_the_cells_it_takes(text, width, full):
    assert padded(text, width) == full


@pytest.mark.parametrize(
    "text", ["a bc def " * 40, "x" * 500, f"y {'x' * 5000} z", f"{'word ' * 30}{'w' * 200}"]
)
def test_lines_end_where_textwrap_ends_them(text):
    assert Screen(80).wrapped(text, "  ") == textwrap.wrap(
        text, 80, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
    )


def test_a_word_without_end_is_wrapped_in_a_time_that_grows_with_it():
    started = time.perf_counter()
    lines = Screen(80).wrapped("x" * 4_000_000)
    assert "".join(lines) == "x" * 4_000_000
    assert {len(line) for line in lines} == {80}
    # Where every line copied all that is left, it would be a minute.
    assert time.perf_counter() - started < 10


def test_data_goes_to_a_file_to_the_byte_and_steers_no_terminal():
    file = io.StringIO()
    assert for_data(file) is file
    terminal = Terminal()
    for_data(terminal).write("a\x1b[1m\r\nb\tc")
    terminal.flush()
    assert terminal.shown.getvalue() == b"a<001B>[1m\nb c"


def test_what_is_said_aside_goes_to_standard_error_and_steers_nothing(capsys):
    say_aside("one\x1b[1m", "two")
    assert capsys.readouterr() == ("", "one<001B>[1m\ntwo\n")


@pytest.mark.parametrize("length", [LONG_BYTES - 1, LONG_BYTES])
def test_reading_shows_progress_only_on_a_terminal_and_for_a_long_file(
    tmp_path, monkeypatch, length
):
    path = tmp_path / "long"
    path.write_bytes(b"x" * length)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with path.open("rb") as file:
        assert list(watched(range(3), "Reading", file)) == [0, 1, 2]
        assert sys.stderr.getvalue() == ""
        monkeypatch.setattr(sys, "stderr", terminal := Terminal())
        assert list(watched(range(3), "Reading", file)) == [0, 1, 2]
    terminal.flush()
    assert (b"Reading" in terminal.shown.getvalue()) is (length >= LONG_BYTES)


@pytest.mark.parametrize(
    ("said", "environment", "styled"),
    [
        ("auto", {}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "0"}, False),
        ("auto", {"FORCE_COLOR": ""}, False),
        ("auto", {"CLICOLOR_FORCE": "1"}, True),
        ("auto", {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_a_pipe_has_colour_only_where_it_is_asked_for(monkeypatch, said, environment, styled):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    choose_colour(said)
    seen = screen()
    begin_anew()
    assert (seen.styled, seen.shaded, seen.width, seen.drawn) == (styled, styled, None, False)


def test_what_must_be_said_is_said_where_all_else_is_quiet(capsys):
    be_quiet()
    say(["saved"])
    say(["call 999"], always=True)
    begin_anew()
    say(["aloud again"])
    assert capsys.readouterr().out == "call 999\naloud again\n"
