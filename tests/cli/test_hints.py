"""What painlog tells a person to type acts on the journal that they named with --db."""

import json
import re
import shlex

import pytest

from painlog.cli.app import Commands
from painlog.files.command_line import as_typed
from painlog.views.terminal.screen import Screen, begin_anew, suggest

NAMES = [name for group in Commands.groups.values() for name in group]
# In backticks a command is only mentioned; behind "#" it marks a line of cron.
UNNAMED = re.compile(rf"(?<![`\w])(?<!# )painlog(?: (?:{'|'.join(map(re.escape, NAMES))})\b)")
# Each is run after those before it, on one journal.
WALK = (
    "",
    "today",
    "check",
    "list",
    "checkin",
    "add nowhere 6",
    "add 6",
    "add heel sixty",
    "add heel 6 --at tomorrow",
    "add heel 6 neck 3 --note 'fever, and very unwell'",
    "add heel 6",
    "add 'left heel' 6 -t 'magic soup'",
    "add 'left heel and neck' 6",
    "add 'left hip' 3 --note '{long}'",
    "add neck 9 --at 2020-01-01",
    "take ibuprofn",
    "take 'brown pills' '400 mg'",
    "take 'paracetamol' '5 g'",
    "take ibuprofen '400 mg' --for head",
    "regions",
    "regions add 'old scar'",
    "regions set head --diary attacks",
    "regions order",
    "regions order heel",
    "regions remove 'old scar'",
    "regions show nowhere",
    "add head 7",
    "over neck",
    "over head",
    "treatments",
    "treatments show heat",
    "treatments show soup",
    "treatments add soup",
    "treatments remove soup",
    "factors",
    "factors add steps",
    "factors show",
    "factors ask steps",
    "factors remove steps --yes",
    "day",
    "day --factor stairs=3",
    "day --sleep 6",
    "day --note one",
    "day --note two",
    "peg",
    "peg 6 5 7",
    "peg 6 5",
    "peg remove 1 --yes",
    "start heat -r heel",
    "start heat -r heel",
    "start naproxen '500 mg' -r heel",
    "stop rest",
    "stop heat",
    "courses",
    "courses remove 1 --yes",
    "consult",
    "consult --question 'Can I run?'",
    "consult --on 2026-04-02",
    "consult questions",
    "consult asked q7",
    "consult list",
    "week",
    "find unwell",
    "find xyzzy",
    "show 1",
    "show 99",
    "show 5",
    "edit 1 --intensity 3",
    "edit 99 --intensity 3",
    "remove 2",
    "undo",
    "redo",
    "redo",
    "history",
    "chart",
    "calendar",
    "map",
    "redflags",
    "redflags --check",
    "report",
    "report --full",
    "report --since 2030-01-01",
    "compare heat rest -r heel",
    "trial",
    "trial plan heat rest -r heel",
    "explain nap",
    "explain xyzzy",
    "mappings",
    "mappings show xyzzy",
    "import none.csv",
    "import nothing.csv",
    "import table.csv",
    "import good.csv --dry-run",
    "import good.csv",
    "import good.csv --add-unknown",
    "edit 1 2 -t rest",
    "edit 1 2 -t rest --yes",
    "courses set 1 --on 2026-03-02",
    "trial plan heat rest -r heel --agreed today --yes",
    "trial log yes",
    "trial stop",
    "mappings apps",
    "export --what xyzzy",
    "backup {folder}",
    "backup none/",
    "restore {folder}",
    "restore none.db",
    "settings",
    "settings set countri GB",
    "remind",
    "where",
    "erase",
    "completion",
    "lisst",
    "list --dbb",
    "list --region nowhere",
    "check",
)


@pytest.fixture
def named(painlog, tmp_path, monkeypatch):
    """Run painlog with --db and a journal whose name a shell must have in quotes."""
    journal = tmp_path / "an other.db"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nothing.csv").write_text("")
    rows = "2026-03-01,heel,5,\n2026-03-02,heel,5,odd cure\n"
    (tmp_path / "good.csv").write_text(f"felt_at,region,intensity,treatments\n{rows}")
    (tmp_path / "table.csv").write_text("Datum,Wo,Stärke\n2026-03-01,heel,5\n")

    def run(line):
        words = line.format(long="word " * 100, folder=as_typed(str(tmp_path)))
        return painlog("--db", str(journal), *shlex.split(words))

    return run


@pytest.mark.posix
def test_every_command_that_is_suggested_names_the_journal_of_the_call(named):
    hints, bare = 0, []
    for line in WALK:
        result = named(line)
        assert "has a fault" not in result.err
        said = f"{result.out}{result.err}"
        hints += said.count('painlog --db "')
        bare += [(line, each) for each in said.splitlines() if UNNAMED.search(each)]
    assert bare == []
    assert hints > 80


@pytest.mark.posix
def test_the_journal_is_quoted_and_the_command_runs(named, tmp_path):
    said = named("add heel 6").out
    [hint] = re.findall(r"To add one: (.*)", said)
    assert hint == f'painlog --db "{tmp_path}/an other.db" edit 1 --side left'
    assert shlex.split(hint)[:3] == ["painlog", "--db", f"{tmp_path}/an other.db"]
    assert named("edit 1 --side left").code == 0


def test_a_journal_that_a_variable_names_stays_named(painlog):
    assert "To add one: painlog edit 1 --side left\n" in painlog("add", "heel", "6").out


def test_data_is_the_same_however_the_journal_was_named(painlog, path):
    painlog("add", "heel", "6", "--note", "then painlog undo", "-t", "heat")
    painlog("day", "--note", "painlog list")
    painlog("consult", "--note", "painlog report")
    for line in (
        "list --format json",
        "today --format json",
        "report --format json",
        "report --format markdown",
        "report --format html",
        "export",
        "export --format json",
        "export --format fhir",
        "where --format json",
        "history --format json",
        "find undo --format json",
        "week --format json",
    ):
        words = line.split()
        plain = painlog(*words).out
        assert (painlog("--db", str(path), *words).out, plain != "") == (plain, True), line


def test_a_persons_own_words_are_shown_as_they_wrote_them(painlog, path):
    note = "they told me: painlog undo, so I did"
    painlog("add", "heel", "6", "--note", note)
    painlog("take", "heat", "--note", note)
    painlog("day", "--note", note)
    painlog("consult", "--note", note)
    for words in (
        ["list"],
        ["show", "1"],
        ["show", "u1"],
        ["day"],
        ["consult", "list"],
        ["consult", "show", "1"],
        ["find", "told"],
        ["edit", "1", "--intensity", "3"],
        ["edit", "1", "--note", "else"],
        ["undo"],
    ):
        result = painlog("--db", str(path), *words)
        assert note in f"{result.out}{result.err}", words
        assert "\ufdd1" not in result.out + result.err


def test_what_is_mentioned_and_what_is_no_command_stays():
    suggest("painlog --db j.db", ["add", "list"])
    page = Screen(program="painlog --db j.db")
    assert page.told("painlog lists; `painlog add`; painlog add; painlog --db k.db add") == (
        "painlog lists; `painlog add`; painlog --db j.db add; painlog --db k.db add"
    )
    assert Screen().told("painlog add") == "painlog add"
    begin_anew()


def test_json_of_what_was_added_has_no_hint(painlog, path):
    said = json.loads(painlog("--db", str(path), "add", "heel", "6", "--format", "json").out)
    assert "--db" not in json.dumps(said)


def test_a_name_that_would_steer_a_terminal_stays_out_of_what_is_suggested(painlog, tmp_path):
    said = painlog("--db", str(tmp_path / "a\x1b[31m\u202eb.db"), "add", "heel", "6").out
    assert "\n  No side given. To add one: painlog --db FILE edit 1 --side left\n" in said
