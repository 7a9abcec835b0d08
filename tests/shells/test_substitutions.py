"""TAB runs nothing of what was typed, not even a command that stands in for a word."""

import shutil

import pytest

from absent import do_without
from shell import LOAD, SETUP, Shell, environment_in

# Whole, and still open, as they are while one types.
SUBSTITUTIONS = ('"$(touch ran) ', '"`touch ran`; ', "left\\ $(touch ran)", "-r $(touch ran) -s ")
# By default zsh expands a line at TAB before it completes it; this only completes.
ONLY_COMPLETE = "bindkey '^I' complete-word\n"


def test_nothing_typed_is_run(open_shell, shell_name, tmp_path):
    before = ONLY_COMPLETE if shell_name == "zsh" else ""
    shell = open_shell(load=before + LOAD[shell_name])
    assert shell.line("painlog add nec\t") == "painlog add neck "
    ran = []
    for typed in SUBSTITUTIONS:
        shell.line(f"painlog list {typed}\t")
        if (tmp_path / "ran").exists():
            ran.append(typed)
            (tmp_path / "ran").unlink()
    assert ran == []


@pytest.mark.parametrize("command", ["painlog add", "ls"])
def test_zsh_runs_it_by_itself_where_tab_expands_for_any_command(pytestconfig, tmp_path, command):
    if shutil.which("zsh") is None:
        do_without(pytestconfig, "zsh", SETUP)
    shell = Shell("zsh", tmp_path, environment_in(tmp_path), load="")
    try:
        shell.line(f'{command} "$(touch ran)\t')
        assert (tmp_path / "ran").exists()
    finally:
        shell.close()
