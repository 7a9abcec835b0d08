"""A line is completed, run, and what it stored is looked at."""

import json

from shell import AWKWARD, BIN


def stored(run):
    return json.loads(run("list", "--format", "json"))["entries"]


# Nobody is there to be asked about warning signs afterwards.
UNASKED = " < /dev/null"
RATINGS = (
    'painlog add "left hee\t 6 -t "trigger p\t',
    "painlog add 'left hee\t 6 -t 'trigger p\t",
    "painlog add left\\ hee\t 6 -t trigger\\ p\t",
    "painlog add left hee\t 6 -t tpt\t",
    "painlog add LEFT\\ HEE\t 6 --treatment=TRIG\t",
)


def test_a_completed_rating_is_stored(open_shell, run):
    shell = open_shell()
    for typed in RATINGS:
        shell.run(typed + UNASKED)
    assert [(e["region"], e["side"], e["intensity"], *e["treatments"]) for e in stored(run)] == [
        ("heel", "left", 6, "trigger point therapy")
    ] * len(RATINGS)


def test_the_most_awkward_name_is_stored_as_it_is(open_shell, run):
    run("regions", "add", AWKWARD)
    run("add", "neck", "2", "--trigger", 'say "hi"')
    shell = open_shell()
    for quote in ("", '"', "'"):
        shell.run(f"painlog add {quote}it\t 4 --trigger {quote}say\t{UNASKED}")
    assert [(e["region"], e["triggers"]) for e in stored(run)[:-1]] == [(AWKWARD, ['say "hi"'])] * 3


def test_an_open_course_is_ended(open_shell, run):
    run("start", "tpt", "-r", "left heel", "--on", "2026-01-01")
    open_shell().run("painlog stop \t --on 2026-02-01")
    assert "to Sun 1 Feb 2026" in run("courses")


def test_the_painlog_that_was_typed_answers(open_shell, run):
    run("start", "heat")
    # There is no painlog on this path.
    shell = open_shell(load="", PATH="/usr/bin:/bin")
    shell.run(_loaded(shell.name))
    assert shell.line(f"{BIN}/painlog stop \t") == f"{BIN}/painlog stop heat "
    assert shell.line("painlog stop \t") == "painlog stop "


def _loaded(name):
    script = f"{BIN}/painlog completion {name}"
    return f"{script} | source" if name == "fish" else f'eval "$({script})"'


def test_tab_leaves_no_file(open_shell, run, tmp_path):
    shell = open_shell()
    shell.line('painlog add "left hee\t')
    shell.line("painlog stop \t")
    assert not (tmp_path / "painlog.db").exists()
    run("start", "heat")
    before = (tmp_path / "painlog.db").read_bytes()
    shell.line("painlog stop \t")
    assert [file.name for file in tmp_path.glob("painlog.db*")] == ["painlog.db"]
    assert (tmp_path / "painlog.db").read_bytes() == before
