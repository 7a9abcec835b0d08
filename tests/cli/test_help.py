"""Help: on one screen, with examples; what is mistyped is answered with the near."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from painlog.cli.app import Commands, app
from painlog.cli.base.lazy import GLOBAL_OPTIONS, LazyGroup
from painlog.cli.base.nouns import NounGroup

ROOT = get_command(app)


def _read(page):
    return (Path(__file__).parents[2] / page).read_text("utf-8")


def every_command():
    assert isinstance(ROOT, LazyGroup)
    context = ROOT.make_context("painlog", [], resilient_parsing=True)
    for name in ROOT.list_commands(context):
        yield (name,)
        command = ROOT.get_command(context, name)
        if isinstance(command, NounGroup):
            yield from ((name, sub) for sub in command.list_commands(context))


COMMANDS = list(every_command())


@pytest.fixture
def columns(monkeypatch):
    def put(width):
        monkeypatch.setenv("COLUMNS", str(width))

    return put


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_the_whole_help_fits_a_screen_of_24_lines_and_80_columns(painlog, columns, option):
    columns(80)
    result = painlog(option)
    lines = result.out.splitlines()
    assert (result.code, result.err) == (0, "")
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    words = set(result.out.split())
    assert words >= {name for group in Commands.groups.values() for name in group}
    assert words >= {*GLOBAL_OPTIONS, "--version", "--help"}


def test_the_whole_help_has_each_option_that_every_command_has_on_a_line_of_its_own_if_spoken(
    painlog, monkeypatch
):
    monkeypatch.setenv("ACCESSIBLE", "1")
    spoken = painlog("--help").out.partition("Options\n")[2]
    assert spoken.splitlines()[:-1] == [
        "  --db FILE: Journal (or PAINLOG_DB).",
        "  --debug: Show an error's trace.",
        "  --quiet: Say nothing when saved.",
        "  --color WHEN: auto, always, never",
        "  --version: Print the version.",
        "  -h, --help: Show this help.",
    ]
    table = _read("docs/options.md").partition("## Options\n")[2].partition("\n## ")[0]
    listed = {row.split("`")[1].split()[0] for row in table.splitlines() if row.startswith("| `")}
    assert listed == {"--db", "--json", "--quiet", "--color", "--debug", "-V", "-h"}


def test_no_summary_of_a_command_is_longer_than_contributing_says():
    longest = int(re.findall(r"at most (\d+) characters", _read("CONTRIBUTING.md"))[0])
    summaries = [lazy.help for group in Commands.groups.values() for lazy in group.values()]
    assert [summary for summary in summaries if len(summary) > longest] == []


def test_the_whole_help_says_what_painlog_is_for(painlog, columns):
    columns(60)
    said = " ".join(painlog("--help").out.split())
    assert said.startswith("painlog: A private pain journal, which records and counts.")
    assert "It makes no diagnosis, no triage and no treatment decision." in said


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("command", [(), *COMMANDS], ids=" ".join)
def test_no_help_overflows_the_screen(painlog, columns, command, width):
    columns(width)
    lines = painlog(*command, "--help").out.splitlines()
    assert [line for line in lines if len(line) > width] == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_a_sentence_and_examples_of_itself(painlog, command):
    result = painlog(*command, "--help")
    assert (result.code, result.err) == (0, "")
    usage, _, rest = result.out.partition("\n\n")
    assert usage.startswith(f"Usage: painlog {' '.join(command)} ")
    assert rest.startswith("  ")
    examples = result.out.partition("Examples:\n")[2].splitlines()
    assert examples
    assert all(line.strip().startswith("painlog") for line in examples)
    assert any(command[0] in line or line.strip() == "painlog" for line in examples)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_makes_no_file(painlog, path, command):
    painlog(*command, "--help")
    assert not path.exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["ad"], 'There is no command "ad". Did you mean "add"? See: painlog --help\n'),
        (["lst"], 'There is no command "lst". Did you mean "list"'),
        (["undp"], 'There is no command "undp". Did you mean "undo"? See: painlog --help\n'),
        (["reigons"], 'There is no command "reigons". Did you mean "regions" or "remind"? See'),
        (["xyzzy"], 'There is no command "xyzzy". See: painlog --help\n'),
        ([""], 'There is no command "". See: painlog --help\n'),
        (["--dbb", "x"], 'There is no option "--dbb". Did you mean "--db"'),
        (["list", "--sinc", "today"], 'There is no option "--sinc". Did you mean "--since"'),
        (["undo", "--region", "x"], 'There is no option "--region". See: painlog undo --help\n'),
        (["undo", "3", "4"], "Unexpected words: 4. See: painlog undo --help\n"),
        (
            ["chart", "head"],
            "Unexpected words: head. For one region type: painlog chart --region head\n",
        ),
        (
            ["list", "left", "heel"],
            'Unexpected words: left heel. For one region type: painlog list --region "left heel"\n',
        ),
        (["list", "heal"], "Unexpected words: heal. See: painlog list --help\n"),
        (["week", "head"], "Unexpected words: head. See: painlog week --help\n"),
        (["undo", "two"], "Invalid value for '[N]': 'two' is not a whole number. See: painlog und"),
        (["show"], "Missing argument 'ID …'. See: painlog show --help\n"),
        (["courses", "remov", "1"], 'There is no command "remov". Did you mean "remove"?'),
        (
            ["compare", "nothing", "heat", "-r", "heel", "--region", "neck"],
            "--region takes one value but is given twice; give it once.",
        ),
        (["add", "heel", "6", "--note=a", "--note", "b"], "--note takes one value but is given"),
        (["peg", "6", "5", "7", "--on", "today", "--on", "today"], "--on takes one value but"),
        (["courses", "list", "--format", "text", "--format", "json"], "--format takes one value"),
        (["list", "--db", "a.db", "--db", "b.db"], "--db takes one value but is given twice;"),
        (["--db"], "Option '--db' requires an argument. See: painlog --help\n"),
        (["list", "--db"], "Option '--db' requires an argument. See: painlog list --help\n"),
    ],
)
def test_what_is_mistyped_is_a_usage_error_that_names_the_near(painlog, path, typed, said):
    result = painlog(*typed)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(said)
    assert result.err.count("\n") == 1
    assert not path.exists()


@pytest.mark.parametrize(
    "words",
    [
        ["add", "heel", "6", "-t", "heat", "-t", "rest", "-q", "a", "-q", "b"],
        ["start", "heat", "-r", "heel", "-r", "neck"],
        ["add", "heel", "6", "--", "neck", "3"],
        ["add", "heel", "6", "--debug", "--debug"],
    ],
)
def test_what_may_be_said_several_times_may_be(painlog, words):
    assert painlog(*words).code == 0


def test_the_version_is_said(painlog):
    from painlog import __version__

    assert painlog("--version").out == f"painlog {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["--db", "{}", "add", "heel", "6"],
        ["add", "--db", "{}", "heel", "6"],
        ["add", "heel", "6", "--db", "{}"],
        ["consult", "--db", "{}"],
        ["regions", "add", "old scar", "--db", "{}"],
        ["regions", "--db", "{}", "add", "old scar"],
    ],
)
def test_the_file_can_be_named_before_and_behind_the_command(painlog, path, tmp_path, words):
    other = tmp_path / "other.db"
    assert painlog(*(word.format(other) for word in words)).code == 0
    assert other.exists()
    assert not path.exists()


@pytest.mark.parametrize("how", ["option", "variable"])
def test_a_tilde_is_the_home_directory(painlog, tmp_path, monkeypatch, how):
    if how == "variable":
        monkeypatch.setenv("PAINLOG_DB", "~/pain.db")
    (tmp_path / "home").mkdir(exist_ok=True)
    painlog(*(["--db", "~/pain.db"] if how == "option" else []), "add", "heel", "6")
    assert (tmp_path / "home" / "pain.db").exists()


def test_a_tilde_of_nobody_is_part_of_a_name(painlog):
    result = painlog("--db", "~nobody-of-that-name/pain.db", "where")
    assert result.code == 1
    assert "The folder of the journal ~nobody-of-that-name/pain.db is not there." in result.err


@pytest.mark.parametrize("before", [True, False])
def test_debug_shows_the_trace_that_is_hidden_otherwise(painlog, before):
    words = ["add", "heell", "6"]
    assert painlog(*words).err.startswith('No region is called "heell".')
    shown = painlog(*(["--debug", *words] if before else [*words, "--debug"]))
    assert (shown.code, shown.out) == (1, "")
    assert "\nNotUnderstoodError, raised in:\n  painlog.cli.app:" in shown.err
    assert "heell" not in shown.err


def test_a_fault_is_a_sentence_that_says_whether_anything_was_saved(painlog, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("painlog.cli.commands.add.echo", fail)
    result = painlog("add", "heel", "6")
    assert (result.code, result.err) == (
        1,
        "painlog has a fault: ZeroDivisionError. The change is saved. Please report it.\n",
    )
    assert painlog("list").out.count("\n") == 1
    monkeypatch.setattr("painlog.cli.commands.add.save", fail)
    assert painlog("add", "heel", "6").err == (
        "painlog has a fault: ZeroDivisionError. Nothing was saved. "
        "Run it again with --debug and report what it prints; it contains nothing you wrote.\n"
    )


@pytest.mark.parametrize(
    ("where", "said"), [("save", "Nothing was saved."), ("echo", "The change is saved.")]
)
def test_being_stopped_says_whether_anything_was_saved(painlog, monkeypatch, where, said):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(f"painlog.cli.commands.add.{where}", stop)
    result = painlog("add", "heel", "6")
    assert (result.code, result.err) == (130, f"Stopped. {said}\n")
