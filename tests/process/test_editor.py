"""Notes and settings in the person's own editor."""

import stat
from pathlib import Path

import pytest


@pytest.fixture
def editor(tmp_path):
    """A program that stands for an editor: it looks at the file, and runs a line of sh on it."""

    def make(line, name="my editor"):
        file = tmp_path / "bin" / name
        file.parent.mkdir(exist_ok=True)
        seen = tmp_path / "seen"
        file.write_text(
            f'#!/bin/sh\nls -ld "$2" > "{seen}"; ls -ld "$(dirname "$2")" >> "{seen}"\n'
            f'cat "$2" >> "{seen}"; echo "$1 $2" >> "{seen}"; {line}\n'
        )
        file.chmod(0o700)
        return f"'{file}' -w", seen

    return make


def test_a_note_is_written_in_a_private_file_that_is_gone_afterwards(terminal, editor, tmp_path):
    command, seen = editor('printf "worse\\nthan ever\\n\\n" > "$2"')
    (tmp_path / "tmp").mkdir()
    surroundings = {"EDITOR": command, "TMPDIR": str(tmp_path / "tmp")}
    code, shown = terminal("add", "left heel", "6", "--note", "-", **surroundings)
    assert (code, "note: worse / than ever" in shown) == (0, True)
    of_file, of_directory, arguments = seen.read_text().splitlines()
    assert of_file.startswith("-rw-------")
    assert of_directory.startswith("drwx------")
    assert arguments.startswith("-w ")
    assert arguments.endswith("/note.txt")
    assert [*(tmp_path / "tmp").iterdir()] == []
    command, seen = editor('echo "and better" >> "$2"')
    terminal("edit", "last", "--note", "-", **(surroundings | {"EDITOR": command}))
    assert seen.read_text().splitlines()[2:4] == ["worse", "than ever"]
    assert "and better" in terminal("show", "1")[1]
    command, _ = editor(': > "$2"')
    terminal("edit", "1", "--note", "-", VISUAL=command, EDITOR="/nowhere")
    assert "Note" not in terminal("show", "1")[1]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("exit 3", "my editor ended with an error (3). Nothing was saved."),
        ('printf "\\377" > "$2"', "left no text that painlog can read. Nothing was saved."),
    ],
)
def test_an_editor_that_fails_saves_nothing(terminal, editor, tmp_path, line, said):
    code, shown = terminal("add", "heel", "6", "--note", "-", EDITOR=editor(line)[0])
    assert (code, said in " ".join(shown.split())) == (1, True)
    assert not (tmp_path / "painlog.db").exists()


def test_what_was_written_is_said_where_it_cannot_be_saved(terminal, editor):
    command, _ = editor('echo "a story: painlog undo" > "$2"')
    code, shown = terminal("--db", "j.db", "add", "heell", "6", "--note", "-", EDITOR=command)
    assert code == 1
    assert 'No region is called "heell".' in shown
    assert "painlog --db j.db regions What you wrote" in " ".join(shown.split())
    assert "What you wrote: a story: painlog undo\n" in shown


def test_without_an_editor_it_says_what_to_set(terminal):
    code, shown = terminal("take", "heat", "--note", "-", EDITOR="no-such-editor")
    assert (code, 'EDITOR names the editor "no-such-editor", which was not found.' in shown) == (
        1,
        True,
    )
    code, shown = terminal("take", "heat", "--note", "-", PATH="/nowhere")
    assert (code, "No editor was found. Set the variable EDITOR" in shown) == (1, True)


def test_a_note_comes_through_a_pipe(process):
    said = process(shell='printf "one\\ntwo\\n" | "$0" add heel 6 --note -')
    assert (said.returncode, "note: one / two" in said.stdout) == (0, True)


def test_a_tab_opens_no_editor(process, editor):
    command, seen = editor("true")
    process("add", _PAINLOG_COMPLETE="zsh", EDITOR=command)
    process("add", "heel", "6", "--note", "-", "", _PAINLOG_COMPLETE="zsh", EDITOR=command)
    assert not seen.exists()


def test_settings_are_edited_and_checked_before_they_are_saved(terminal, editor, tmp_path):
    file = tmp_path / "home" / ".config" / "painlog" / "settings.toml"
    command, seen = editor('echo "paper = \\"letter\\"" >> "$2"')
    code, shown = terminal("settings", "edit", EDITOR=command)
    assert (code, f"Saved in {file}" in "".join(shown.split("\n"))) == (0, True)
    assert "# paper: a4 or letter" in seen.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_text()
    command, _ = editor('echo "week-start = 4" >> "$2"')
    code, shown = terminal(
        "settings", "edit", answers=[("Go on editing? [y/N]: ", "n")], EDITOR=command
    )
    assert 'week-start cannot be "4".' in shown
    assert Path(file).read_text() == before
