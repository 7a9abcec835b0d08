"""What docs/completion.md says to type: it is typed, and TAB works in the next shell."""

import re
import shutil
import subprocess
from pathlib import Path

from absent import do_without
from shell import LOAD, SETUP, Shell, environment_in

PAGE = (Path(__file__).parents[2] / "docs" / "completion.md").read_text("utf-8")
LOADER = "/usr/share/bash-completion/bash_completion"
# What the shell of somebody who uses such files has in its configuration already.
CONFIGURED = {
    "bash": f". {LOADER}\n",
    "zsh": "fpath=(~/.zfunc $fpath)\nautoload -Uz compinit && compinit\n",
    "fish": "",
}


def told(shell):
    """What the page says to put into the configuration, and what to type once."""
    section = PAGE.partition(f"\n## {shell}\n")[2].partition("\n## ")[0]
    line, once = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    return line, once


def test_the_line_for_the_configuration_is_the_one_that_is_tested(shell_name):
    assert told(shell_name)[0] == LOAD[shell_name]


def test_a_file_written_once_completes_in_the_next_shell(
    pytestconfig, shell_name, open_shell, tmp_path
):
    if shell_name == "bash" and not Path(LOADER).exists():
        do_without(pytestconfig, "bash-completion", SETUP)
    first = open_shell(load="")
    for line in told(shell_name)[1].splitlines():
        first.run(line)
    assert list((tmp_path / "home").rglob("*painlog*"))
    second = open_shell(load=CONFIGURED[shell_name])
    assert second.line('painlog add "left hee\t') == 'painlog add "left heel" '


def test_what_the_page_shows_is_what_tab_makes(pytestconfig, tmp_path):
    if shutil.which("bash") is None:
        do_without(pytestconfig, "bash", SETUP)
    rows = re.findall(r"^\| `(painlog .*?)` \| `(painlog .*?)` \|$", PAGE, re.MULTILINE)
    shell = Shell("bash", tmp_path, environment_in(tmp_path))
    try:
        assert [(typed, shell.line(f"{typed}\t")) for typed, _ in rows] == rows
    finally:
        shell.close()
    assert len(rows) == 6


def test_a_shell_that_is_strict_about_variables_is_not_disturbed(open_shell, shell_name):
    strict = {"bash": "set -u\n", "zsh": "setopt nounset ksharrays\n", "fish": ""}
    shell = open_shell(load=strict[shell_name] + LOAD[shell_name])
    assert shell.line('painlog add "left hee\t') == 'painlog add "left heel" '
    assert shell.line("painlog sto\t") == "painlog stop "


def test_an_old_bash_is_told_what_it_lacks_and_gets_nothing_half(tmp_path):
    script = LOAD["bash"] + "\ncomplete -p painlog\n"
    environment = environment_in(tmp_path) | {"HISTFILE": ""}

    def said(version, how="-ic"):
        # Bash lets nobody change its version.
        old = f'OLD=({version}); eval "$(painlog completion bash | sed s/BASH_VERSINFO/OLD/g)"\n'
        done = subprocess.run(
            ["bash", "--norc", how, script.replace(LOAD["bash"], old)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout, [line for line in done.stderr.splitlines() if "painlog: TAB" in line]

    told = "painlog: TAB needs bash 4.4 or newer to complete, and this is 3.2. "
    out, (line,) = said("3 2 57")
    assert line.startswith(told)
    assert out == ""
    # A script that runs a bash is not told.
    assert said("3 2 57", "-c") == ("", [])
    assert said("4 4 0") == ("complete -F _painlog painlog\n", [])
