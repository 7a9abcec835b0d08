"""What painlog answers a shell at TAB, and the scripts that it gives to shells."""

import os
import sqlite3
import subprocess
import sys

import pytest
from typer.main import get_command

from painlog.cli.app import Commands, app
from painlog.cli.base.lazy import LazyGroup
from painlog.cli.base.settings import Call
from painlog.cli.commands import completion as command
from painlog.model.catalogue.regions import REGIONS
from painlog.model.catalogue.treatments import TREATMENTS

BREAKS = " \t\n\"'@><=;|&(:"
FIRST_TAB, SECOND_TAB = "9", "63"
SCALE = [str(number) for number in range(11)]


@pytest.fixture
def raw(painlog, monkeypatch):
    """The lines that a shell's script is given for arguments of its own."""

    def press(shell, *arguments):
        monkeypatch.setenv("_PAINLOG_COMPLETE", shell)
        result = painlog(*arguments)
        monkeypatch.delenv("_PAINLOG_COMPLETE")
        assert (result.code, result.err) == (0, "")
        return result.out.splitlines()

    return press


@pytest.fixture
def tab(raw):
    """What can stand for the last of the words."""

    def press(*words):
        return [line.split("\t")[0] for line in raw("zsh", *words)[1:]]

    return press


@pytest.fixture
def bash(raw):
    """What bash is given for a line, at its first TAB or at another."""

    def press(line, kind=FIRST_TAB):
        return raw("bash", line, kind, BREAKS)[1:]

    return press


@pytest.fixture
def journal(painlog):
    """A few entries, courses, and names of the person's own."""
    for words in (
        ["regions", "add", "old scar", "--synonym", "seam"],
        ["treatments", "add", "qigong", "--kind", "exercise"],
        ["add", "left heel", "6", "-t", "tpt", "-q", "burning", "--trigger", "long walk"],
        ["add", "neck", "3", "--condition", "flu", "--at", "2026-03-30 08:00"],
        ["start", "tpt", "-r", "left heel", "--on", "2026-01-01"],
        ["start", "heat", "-r", "neck", "-r", "left heel", "--on", "2026-02-01"],
        ["start", "rest", "--on", "2026-02-01", "--until", "2026-02-03"],
        ["consult", "--on", "2026-03-01"],
        ["consult", "--question", "Why?"],
        ["peg", "6", "5", "7"],
    ):
        assert painlog(*words).code == 0


def test_every_command_can_be_typed(tab):
    assert tab("") == [name for group in Commands.groups.values() for name in group]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (["st"], ["start", "stop"]),
        (["ST"], ["start", "stop"]),
        (["courses", ""], ["list", "edit", "remove"]),
        (["courses", "r"], ["remove"]),
        (["courses", "--fo"], ["--format"]),
        (["list", "--fo"], ["--format"]),
        (["list", "--format", ""], ["text", "json"]),
        (["list", "--format", "J"], ["json"]),
        (["list", "--format=j"], ["--format=json"]),
        (["report", "--format", "m"], ["markdown"]),
        (["regions", "add", "x", "--sides", ""], ["paired", "optional", "none"]),
        (["treatments", "add", "x", "--kind", "m"], ["manual", "medication"]),
        (["add", "low"], ["lower abdomen", "lower back", "lower leg"]),
        (["add", "LOWER B"], ["lower back"]),
        (["add", "lumbar"], ["lower back"]),
        (["add", "left hee"], ["left heel"]),
        (["add", "LEFT HEE"], ["left heel"]),
        (["add", "r elbow"], ["right elbow"]),
        (["add", "left", "hee"], ["heel"]),
        (["add", "lower", "b"], ["back"]),
        (["add", "lower", "back", ""], SCALE),
        (["add", "heel", ""], SCALE),
        (["add", "heel", "1"], ["1", "10"]),
        (["add", "heel", "6", "hee"], ["heel"]),
        (["add", "heel", "6", "--side", ""], ["left", "right", "both"]),
        (["add", "heel", "6", "--before", ""], SCALE),
        (["list", "--side", ""], ["left", "right", "both", "none"]),
        (["list", "--region=lower b"], ["--region=lower back"]),
        (["list", "-r", "tailb"], ["tailbone"]),
        (["list", "-r", "left tailb"], []),
        (["add", "heel", "6", "-t", "tpt"], ["trigger point therapy"]),
        (["add", "head", "6", "-t", "sumat"], ["sumatriptan", "sumatriptan with naproxen"]),
        (["add", "head", "6", "-t", "Topam"], ["topiramate"]),
        (["treatments", "--class", "tri"], ["triptan"]),
        (["start", "dry n"], ["dry needling"]),
        (["compare", "noth"], ["nothing"]),
        (["compare", "nothing", "stretch"], ["stretching"]),
        (["regions", "show", "lower b"], ["lower back"]),
        (["edit", "1", "--clear", "i"], ["interference"]),
        (["explain", "rated"], ["rated day"]),
        (["explain", "rated", ""], ["day"]),
        (["completion", ""], ["bash", "zsh", "fish", "powershell"]),
        (["peg", "6", ""], SCALE),
        (["list", "--min", ""], SCALE),
        (["settings", "set", "pap"], ["paper"]),
        (["settings", "set", "paper", ""], ["a4", "letter"]),
        (["settings", "set", "week-start", "S"], ["saturday", "sunday"]),
        (["settings", "unset", "c"], ["country", "checkin-factors"]),
        (["remind", "--with", ""], ["cron", "systemd", "launchd", "windows"]),
        (["consult", "r"], ["remove"]),
        (["regions", "add", ""], ["--sides", "--synonym", "--help"]),
        (["undo", ""], ["--help"]),
        (["--de"], ["--debug"]),
        (["--debug", "und"], ["undo"]),
        (["--version", "und"], ["undo"]),
        (["--help", "und"], ["undo"]),
        (["nonsense", ""], []),
        (["courses", "--format", ""], ["text", "json"]),
        (["peg", "list", "--format", ""], ["text", "json", "csv"]),
    ],
    ids=" ".join,
)
def test_what_can_be_typed_next(tab, path, words, values):
    assert tab(*words) == values
    assert not path.exists()


def test_behind_a_whole_rating_come_the_options(tab):
    assert tab("add", "heel", "6", "")[:3] == ["--treatment", "--before", "--at"]


def test_all_regions_and_treatments_can_be_typed(tab):
    assert tab("regions", "show", "") == [region.name for region in REGIONS]
    assert tab("add", "") == [region.name for region in REGIONS]
    assert tab("list", "-t", "") == [treatment.name for treatment in TREATMENTS]


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("words", "values"),
    [
        (["add", "old"], ["old scar"]),
        (["add", "seam"], ["old scar"]),
        (["regions", "remove", ""], ["old scar"]),
        (["regions", "rename", ""], ["old scar"]),
        (["treatments", "remove", ""], ["qigong"]),
        (["start", "qi"], ["qigong"]),
        (["stop", ""], ["heat", "trigger point therapy"]),
        (["stop", "TPT"], ["trigger point therapy"]),
        (["stop", "heat", "-r", ""], ["left heel", "neck"]),
        (["stop", "tpt", "--region", ""], ["left heel"]),
        (["show", ""], ["1", "2"]),
        (["edit", ""], ["1", "2"]),
        (["remove", "1", ""], ["1", "2"]),
        (["courses", "remove", ""], ["4", "3", "2", "1"]),
        (["consult", "remove", ""], ["1", "q1"]),
        (["consult", "asked", ""], ["q1"]),
        (["find", "lo"], ["long walk"]),
        (["list", "--trigger", ""], ["long walk"]),
        (["report", "-q", ""], ["burning"]),
        (["courses", "edit", ""], ["4", "3", "2", "1"]),
        (["peg", "remove", ""], ["1"]),
        (["add", "neck", "3", "-q", ""], ["burning"]),
        (["add", "neck", "3", "--trigger", "lo"], ["long walk"]),
        (["add", "neck", "3", "--condition", ""], ["flu"]),
    ],
    ids=" ".join,
)
def test_what_the_journal_knows_can_be_typed(tab, words, values):
    assert tab(*words) == values


@pytest.mark.usefixtures("journal")
def test_places_rated_lately_come_first(tab):
    assert tab("add", "")[:4] == ["left heel", "neck", "old scar", "head"]
    assert tab("list", "-r", "")[:2] == ["left heel", "neck"]


@pytest.mark.usefixtures("journal")
def test_another_journal_is_looked_at_where_it_is_named(painlog, tab, tmp_path, monkeypatch):
    other = tmp_path / "other one.db"
    assert painlog("--db", str(other), "treatments", "add", "qigong").code == 0
    assert painlog("--db", str(other), "start", "qigong", "-r", "neck").code == 0
    assert tab("--db", str(other), "stop", "") == ["qigong"]
    assert tab(f"--db={other}", "stop", "") == ["qigong"]
    assert tab("stop", "--db", str(other), "") == ["qigong"]
    monkeypatch.setenv("HERE", str(tmp_path))
    assert tab("--db", "$HERE/other one.db", "stop", "") == ["qigong"]
    monkeypatch.setenv("PAINLOG_DB", str(other))
    assert tab("stop", "") == ["qigong"]


def test_files_are_left_to_the_shell(raw):
    for words in (["import", "da"], ["--db", "o"], ["--db=o"], ["report", "-o", "x"]):
        assert raw("zsh", *words) == ["files"]
        assert raw("fish", *words) == ["files"]
        assert raw("bash", f"painlog {' '.join(words)}", FIRST_TAB, BREAKS) == ["files"]


def test_a_journal_that_cannot_be_read_leaves_the_catalogue(tab, path):
    for content in (b"", b"no journal", b"SQLite format 3\0" + bytes(200)):
        path.write_bytes(content)
        assert tab("add", "lower b") == ["lower back"]
        assert tab("stop", "") == ["--region", "--side", "--on", "--help"]
        assert path.read_bytes() == content
    path.unlink()
    path.mkdir()
    assert tab("add", "lower b") == ["lower back"]


@pytest.mark.usefixtures("journal")
def test_a_journal_with_a_broken_page_leaves_the_catalogue(tab, path):
    content = bytearray(path.read_bytes())
    content[200:4096] = bytes(4096 - 200)
    path.write_bytes(content)
    assert tab("add", "lower b") == ["lower back"]
    assert path.read_bytes() == content


@pytest.mark.usefixtures("journal")
def test_an_older_journal_is_read_and_stays_old(tab, path):
    with sqlite3.connect(path) as connection:
        connection.execute("drop table mapping")
        connection.execute("drop table peg")
        connection.execute("pragma user_version = 1")
    connection.close()
    before = path.read_bytes()
    assert tab("stop", "") == ["heat", "trigger point therapy"]
    assert tab("peg", "remove", "") == ["--help"]
    assert path.read_bytes() == before


@pytest.mark.parametrize("shell", ["zsh", "fish", "bash", "tcsh", "complete_bash"])
def test_what_no_script_would_send_is_answered_with_nothing(raw, shell):
    assert raw(shell) == []


def test_zsh_is_told_a_word_on_each(raw):
    assert raw("zsh", "add", "left hee") == ["names described", "left heel\tleft heel  foot"]
    assert raw("zsh", "add", "heel", "")[1:3] == ["0\t0   no pain", "1\t1"]
    assert raw("zsh", "add", "heel", "")[-1] == "10\t10  worst pain imaginable"
    assert raw("zsh", "list", "--format", "") == ["names", "text\ttext", "json\tjson"]


def test_zsh_offers_in_turn_what_does_not_begin_as_typed(raw):
    assert raw("zsh", "list", "-t", "tpt")[0] == "menu described"


def test_fish_is_offered_the_name_that_looks_like_what_was_typed(raw):
    assert raw("fish", "list", "-t", "tpt") == ["names", "tpt\ttrigger point therapy"]
    assert raw("fish", "add", '"left hee') == ["names", "left heel\tfoot"]
    assert raw("fish", "list", "--format=j") == ["names", "--format=json\t"]


@pytest.mark.parametrize(
    ("line", "replies"),
    [
        ("painlog sto", ["stop"]),
        ("painlog add lower\\ b", ["lower\\ back"]),
        ("painlog add lower", ["lower\\ abdomen", "lower\\ back", "lower\\ leg"]),
        ('painlog add "lower b', ["lower back"]),
        ("painlog add 'LOWER b", ["lower back"]),
        ('painlog add "left h"ee', ["left\\ heel"]),
        ('painlog add le"ft hee', ["ft heel"]),
        ("painlog list --region=lower\\ b", ["lower\\ back"]),
        ('painlog list --region="lower b', ["lower back"]),
        ("painlog list --format=", ["text", "json"]),
        ("painlog list --format =j", []),
        ("painlog add he", ["head", "heel"]),
        ("painlog list -t tp", []),
        ("painlog list -t tpt", ["trigger\\ point\\ therapy"]),
        ("painlog  \t sto", ["stop"]),
        ("painlog", []),
    ],
)
def test_bash_is_given_what_it_puts_in_the_line(bash, line, replies):
    assert bash(line) == replies


def test_bash_lists_with_a_word_on_each(bash):
    assert bash("painlog add he", SECOND_TAB) == ["head -- head", "heel -- foot"]
    assert bash("painlog list -t tp", SECOND_TAB) == [
        "trigger point therapy -- manual",
        "dry needling          -- needling",
    ]
    assert len(bash("painlog add l", SECOND_TAB)) > 20
    assert not [line for line in bash("painlog add l", SECOND_TAB) if " -- " in line]


def test_a_word_on_each_never_overflows_the_screen(bash, raw, monkeypatch):
    line = "painlog add heel 6 --"
    assert max(map(len, bash(line, SECOND_TAB))) > 59
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, bash(line, SECOND_TAB))) == 59
    assert max(len(shown.split("\t")[1]) for shown in raw("zsh", "add", "--")[1:]) == 59


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(painlog, path, shell):
    script = (command.SCRIPTS / f"painlog.{shell}").read_text("utf-8")
    result = painlog("completion", shell)
    assert (result.code, result.out, result.err) == (0, script, "")
    assert f"painlog completion {shell}" in script
    assert not path.exists()


def test_in_a_pipe_the_shell_must_be_named(painlog):
    result = painlog("completion")
    assert (result.code, result.out) == (2, "")
    assert result.err == "completion needs a shell, as in: painlog completion bash\n"


HEAVY = {"rich", "sqlite_utils", "jinja2", "platformdirs"}


@pytest.mark.parametrize(
    "words",
    [["st"], ["add", "left he"], ["stop", ""], ["list", "-t", ""], ["report", "-r", ""]],
    ids=" ".join,
)
def test_a_shell_is_answered_without_what_is_slow_to_load(painlog, path, words):
    painlog("add", "left heel", "6")
    finished = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "painlog", *words],
        env=os.environ | {"_PAINLOG_COMPLETE": "zsh", "PAINLOG_DB": str(path)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.split("|")[-1].strip() for line in finished.stderr.splitlines()}
    assert finished.stdout.startswith("names")
    assert "painlog.cli.completion.answer" in loaded
    assert loaded & HEAVY == set()


def everything_typed():
    root = get_command(app)
    assert isinstance(root, LazyGroup)
    context = root.make_context("painlog", [], resilient_parsing=True, obj=Call())
    for name in root.list_commands(context):
        command = root.get_command(context, name)
        for one in (command, *getattr(command, "commands", {}).values()):
            yield from (pytest.param(one, p, id=f"{name} {one.name} {p.name}") for p in one.params)


@pytest.mark.parametrize(("command", "parameter"), list(everything_typed()))
def test_what_completes_a_parameter_is_found_by_its_name(path, command, parameter):
    context = command.make_context("painlog", [], resilient_parsing=True, obj=Call())
    assert [item.value for item in parameter.shell_complete(context, "no such beginning")] == []
    assert not path.exists()


def test_take_and_start_offer_treatments_and_then_the_doses_used_before(painlog, tab):
    for dose in ("400 mg", "400 mg", "600 mg"):
        painlog("take", "ibuprofen", dose, "--at", "yesterday")
    painlog("add", "head", "5", "-t", "ibuprofen 200 mg")
    for verb in ("take", "start"):
        assert tab(verb, "ibupr")[0] == "ibuprofen"
        assert tab(verb, "ibuprofen", "")[:3] == ["400 mg", "200 mg", "600 mg"]
        assert tab(verb, "ibuprofen", "6") == ["600 mg"]
        assert tab(verb, "ibuprofen", "g")[0] == "gel"
    # Behind a dose another treatment may begin.
    assert tab("take", "ibuprofen", "400 mg", "sumatr") == [
        "sumatriptan",
        "sumatriptan with naproxen",
    ]
    assert tab("take", "heat", "--for", "left he") == ["left head", "left heel"]


def test_over_offers_the_places_where_an_attack_goes_on(painlog, tab):
    painlog("add", "head", "7", "left neck", "4", "--at", "09:00")
    painlog("add", "hip", "3", "--lasted", "2h")
    assert sorted(tab("over", "")) == ["head", "left neck"]


def test_numbers_of_uses_are_offered_among_those_of_entries(painlog, raw, tab):
    painlog("add", "head", "7", "--at", "09:00")
    painlog("take", "ibuprofen", "400 mg", "--at", "10:00")
    assert raw("zsh", "show", "")[1:] == [
        "u1\tu1  2026-03-31 10:00 ibuprofen 400 mg",
        "1\t1   2026-03-31 09:00 head 7/10",
    ]
    for verb in ("edit", "remove"):
        assert tab(verb, "u") == ["u1"]


def test_regions_set_offers_regions_and_diaries(tab):
    assert tab("regions", "set", "hea") == ["head"]
    assert tab("regions", "set", "head", "--diary", "") == ["days", "attacks"]
