"""What TAB makes of a line, in real shells: names with spaces, in every way of quoting."""

import pytest

from shell import AWKWARD, Shell, environment_in, painlog_in

OTHER = "other one.db"


@pytest.fixture(scope="module")
def shell(shell_name, tmp_path_factory):
    """A shell beside a journal with a few names; nothing is run in it."""
    folder = tmp_path_factory.mktemp(shell_name)
    environment = environment_in(folder)
    painlog = painlog_in(folder)
    painlog("regions", "add", AWKWARD)
    painlog("add", "left heel", "6", "-q", "burning")
    painlog("start", "tpt", "-r", "left heel", "--on", "2026-01-01")
    painlog("--db", OTHER, "start", "heat", "-r", "neck")
    (folder / "data file.csv").touch()
    # A directory is no region, whatever its name.
    (folder / "neck").mkdir()
    shell = Shell(shell_name, folder, environment)
    yield shell
    shell.close()


SAME = {
    "painlog sto": "painlog stop ",
    "painlog STO": "painlog stop ",
    "painlog add nec": "painlog add neck ",
    "painlog add low": "painlog add lower\\ ",
    "painlog add lower\\ b": "painlog add lower\\ back ",
    "painlog add LOWER\\ b": "painlog add lower\\ back ",
    'painlog add "lower b': 'painlog add "lower back" ',
    "painlog add 'lower b": "painlog add 'lower back' ",
    'painlog add "low': 'painlog add "lower ',
    "painlog add 'low": "painlog add 'lower ",
    "painlog add left hee": "painlog add left heel ",
    "painlog add he": "painlog add he",
    "painlog list --region=left\\ hee": "painlog list --region=left\\ heel ",
    "painlog list --format=j": "painlog list --format=json ",
    "painlog list --form": "painlog list --format ",
    "painlog add neck 3 -q b": "painlog add neck 3 -q burning ",
    "painlog stop ": "painlog stop trigger\\ point\\ therapy ",
    'painlog stop "': 'painlog stop "trigger point therapy" ',
    f"painlog --db {OTHER.replace(' ', chr(92) + ' ')} stop ": (
        f"painlog --db {OTHER.replace(' ', chr(92) + ' ')} stop heat "
    ),
    f"painlog --db '{OTHER}' stop ": f"painlog --db '{OTHER}' stop heat ",
    "painlog list; painlog sto": "painlog list; painlog stop ",
    "painlog list | painlog sto": "painlog list | painlog stop ",
    "painlog import dat": "painlog import data\\ file.csv ",
    "painlog --db oth": "painlog --db other\\ one.db ",
    "painlog --db=oth": "painlog --db=other\\ one.db ",
    "painlog nonsense ": "painlog nonsense ",
    "painlog explain rat": "painlog explain rated\\ day ",
}


@pytest.mark.parametrize(("typed", "line"), SAME.items(), ids=SAME)
def test_tab_makes_the_same_line_in_every_shell(shell, typed, line):
    assert shell.line(f"{typed}\t") == line


# Fish takes what was typed as another name, and drops a quote where it changes the case.
APART = {
    "painlog list -t tpt": {
        "bash": "painlog list -t trigger\\ point\\ therapy ",
        "zsh": "painlog list -t trigger\\ point\\ therapy ",
        "fish": "painlog list -t tpt ",
    },
    "painlog add 'LOWER b": {
        "bash": "painlog add 'lower back' ",
        "zsh": "painlog add 'lower back' ",
        "fish": "painlog add lower\\ back ",
    },
    'painlog list --region="left hee': {
        "bash": 'painlog list --region="left heel" ',
        "zsh": "painlog list --region=left\\ heel ",
        "fish": 'painlog list --region="left heel" ',
    },
    'painlog add le"ft hee': {
        "bash": 'painlog add le"ft heel" ',
        "zsh": "painlog add left\\ heel ",
        "fish": 'painlog add le"ft heel" ',
    },
}


@pytest.mark.parametrize(("typed", "lines"), APART.items(), ids=APART)
def test_tab_makes_a_line_that_means_the_same(shell, typed, lines):
    assert shell.line(f"{typed}\t") == lines[shell.name]


def test_a_second_tab_shows_what_can_be_meant(shell):
    shell.screen()
    shell.line("painlog add heel \t\t")
    seen = shell.screen()
    assert "no pain" in seen
    assert "worst pain imaginable" in seen


def test_nothing_is_said_where_nothing_can_be_typed(shell):
    shell.line("painlog nonsense")
    shell.screen()
    shell.line_now(" \t\t")
    seen = shell.screen().lower()
    assert "error" not in seen
    assert "no command" not in seen
