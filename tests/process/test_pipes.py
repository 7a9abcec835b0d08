"""In scripts and pipes: plain text, closed streams, readers that leave."""

import json

import pytest

# Nobody can answer there, so a first entry points to the check of warning signs.
POINTER = "Warning signs that need care now: painlog redflags --check\n"


def test_in_a_pipe_nothing_is_styled_wrapped_or_drawn(process):
    process("add", "left heel", "6", "-t", "tpt", "--note", "long " * 60)
    process("start", "tpt", "-r", "left heel")
    for command in (["today"], ["list"], ["show", "1"], ["courses"], ["regions"], ["redflags"]):
        done = process(*command, COLUMNS="40")
        assert (done.returncode, done.stderr) == (0, "")
        assert not any(c == "\x1b" or "\u2500" <= c <= "\u259f" for c in done.stdout)
    assert len(max(process("list").stdout.splitlines(), key=len)) > 300


@pytest.mark.parametrize("command", [["add"], ["add", "heel"], ["edit", "1"], ["checkin"]])
def test_where_nobody_can_be_asked_it_is_a_usage_error(process, command):
    process("add", "left heel", "6")
    done = process(*command)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "command", ["list --limit 0", "list --limit 0 --format json", "regions list", "export"]
)
def test_a_reader_that_leaves_is_no_error(process, tmp_path, command):
    rows = "".join(f"2026-01-{day:02},heel,{day % 11}\n" for day in range(1, 29)) * 200
    (tmp_path / "in.csv").write_text(f"date,region,intensity\n{rows}")
    process("import", str(tmp_path / "in.csv"), "--allow-duplicates")
    done = process(shell=f'{{ "$0" {command}; echo "exit $?" >&2; }} | head -1')
    assert done.stdout.count("\n") == 1
    assert done.stderr.endswith("exit 0\n")
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_an_entry_is_saved_whoever_reads_the_echo(process):
    assert process(shell='"$0" add heel 6 | true').returncode == 0
    assert json.loads(process("list", "--format", "json").stdout)["entries"]


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_are_borne_with(process, closed):
    done = process(shell=f'"$0" add "left heel" 6 {closed}')
    assert (done.returncode, done.stderr) == (0, "" if "2>&-" in closed else POINTER)
    assert process("list").stdout.endswith("left heel   6/10\n")
    assert process(shell=f'"$0" add heell 6 {closed}').returncode == 1
    assert process(shell=f'"$0" add heel {closed}').returncode == 2


def test_a_full_device_says_that_the_entry_is_saved_all_the_same(process):
    done = process(shell='"$0" add heel 6 > /dev/full')
    assert (done.returncode, done.stderr) == (
        1,
        f"{POINTER}The output could not be written: No space left on device. "
        "The change is saved.\n",
    )
    assert process("list").stdout.count("\n") == 1


@pytest.mark.parametrize("command", ["list", "regions list", "redflags", "--help", "export"])
def test_a_full_device_is_said_in_a_sentence(process, command):
    process("add", "heel", "6")
    done = process(shell=f'"$0" {command} > /dev/full')
    assert done.returncode == 1
    assert "No space left on device.\n" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_what_the_encoding_cannot_say_is_escaped(process):
    done = process(
        *("add", "left heel", "6", "--note", "naïve ☃"), LANG="C", PYTHONIOENCODING="ascii"
    )
    assert done.returncode == 0
    assert r"note: na\xefve \u2603" in done.stdout
    assert "note: naïve ☃" in process("list").stdout


def test_debug_shows_the_trace(process):
    hidden = process("add", "heell", "6")
    shown = process("--debug", "add", "heell", "6")
    assert hidden.stderr.count("\n") == 1
    assert shown.stderr.startswith("painlog ")
    assert "NotUnderstoodError, raised in:\n  painlog.cli." in shown.stderr
    assert shown.returncode == 1


HEAVY = {"sqlite_utils", "rich", "jinja2", "pydantic", "json", "platformdirs"}


@pytest.fixture
def loaded(process, tmp_path):
    """Run a command and give the names of the modules that it loaded."""

    def run(*words):
        script = tmp_path / "run.py"
        script.write_text(
            "import sys\n"
            "from painlog.cli.app import main\n"
            f"code = main({[*words]!r})\n"
            "sys.stderr.write('\\n'.join(sys.modules))\n"
            "raise SystemExit(code)\n"
        )
        done = process(shell=f'"$(dirname "$0")/python" {script}')
        assert done.returncode == 0
        return set(done.stderr.splitlines())

    return run


def _packages(modules):
    return {name.partition(".")[0] for name in modules}


def test_adding_to_a_journal_imports_nothing_that_it_does_not_need(process, loaded):
    process("add", "heel", "5")
    modules = loaded("add", "left heel", "6", "-t", "heat", "--at", "00:00")
    assert not _packages(modules) & HEAVY
    assert not modules & {
        "painlog.advice.red_flags",
        "painlog.advice.warning_signs",
        "painlog.cli.base.sign_check",
        "painlog.tasks.warning_signs",
        "painlog.views.terminal.catalogue",
    }


def test_a_rating_without_a_treatment_makes_no_catalogue_of_medicines(process, loaded):
    process("add", "heel", "5")
    modules = loaded("add", "left heel", "6", "--note", "stairs")
    assert "painlog.model.catalogue.regions" in modules
    unread = {"painlog.model.dose", "painlog.model.dose_reading"}
    assert not modules & {"painlog.model.catalogue.medicines", *unread}


@pytest.mark.parametrize("command", ["today", "list", "report", "regions"])
def test_to_look_where_no_journal_is_yet_makes_no_tables_with_sqlite_utils(loaded, command):
    assert "sqlite_utils" not in _packages(loaded(command))


def test_of_many_that_write_at_once_each_is_saved_or_refused(process):
    adds = " & ".join(f'"$0" add "left heel" {n}' for n in range(6))
    starts = " & ".join(['"$0" start heat'] * 3)
    done = process(shell=f"{adds} & {starts} & wait")
    assert process("list").stdout.count("\n") == 6
    assert process("courses").stdout.count("\n") == 1
    assert done.stderr.count("heat for the whole body has been in use since") == 2
    assert done.stderr.replace(POINTER, "").count("\n") == 2
