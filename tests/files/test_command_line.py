"""Commands that are shown to be copied, and those that a person wrote into a variable."""

import re
import shlex
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import painlog
from painlog.files.command_line import command_line, quoted_for_windows, words_of_command

words = st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))


@pytest.mark.posix
@given(words)
def test_what_is_shown_means_these_words_to_a_shell(words):
    assert shlex.split(command_line(*words)) == words
    assert words_of_command(command_line(*words)) == words


# How a program of Windows reads its line is told in Microsoft's "Parsing C++ command-line
# arguments"; tests/systems/ has Windows itself read these.
@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("heel", "heel"),
        ("--side=left", "--side=left"),
        (r"C:\Users\Ann\pain.db", r"C:\Users\Ann\pain.db"),
        ("left heel", '"left heel"'),
        (r"C:\My files\pain.db", r'"C:\My files\pain.db"'),
        ("C:\\My files\\", r'"C:\My files\\"'),
        ('the "bad" knee', '"the ""bad"" knee"'),
        ("it's", '"it\'s"'),
        ("a&b", '"a&b"'),
        ("a,b", '"a,b"'),
        ("", '""'),
    ],
)
def test_windows_is_given_double_quotes(word, typed, monkeypatch):
    assert quoted_for_windows(word) == typed
    monkeypatch.setattr(sys, "platform", "win32")
    assert command_line("painlog", word) == f"painlog {typed}"


def test_a_backslash_parts_names_on_windows(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert words_of_command(r'"C:\My tools\less.exe" -R') == [r"C:\My tools\less.exe", "-R"]
    with pytest.raises(ValueError, match="quot"):
        words_of_command('"open')


def test_all_of_painlog_quotes_in_this_one_place():
    sources = Path(painlog.__file__).parent
    quoting = {
        file.relative_to(sources).as_posix()
        for file in sources.rglob("*.py")
        if re.search(r"\b(import|from) shlex\b", file.read_text("utf-8"))
    }
    # A crontab is read by a POSIX shell wherever it is.
    assert quoting == {"files/command_line.py", "model/reminder.py"}
