"""Input of any size ends in a sentence, in bounded memory and soon."""

import resource
import subprocess
import sys
from datetime import datetime, timedelta

import pytest

from painlog.errors import PainlogError
from painlog.formats.table.vocabulary import field_of, near_field, span_of
from painlog.model.names import normal, own_name
from painlog.store.journal import Journal

# Python with all that an import loads takes about 250 MB of addresses, and 30 MB of memory.
ADDRESSES = 700 * 2**20
SCRIPT = """
import re, sys
from painlog.cli.app import main
code = main(sys.argv[1:])
# The peak that getrusage tells is that of the process before it became this program.
peak = re.search("VmHWM:[^0-9]*([0-9]+) kB", open("/proc/self/status").read())
sys.stderr.write(f"{int(peak[1]) // 1024}\\n")
raise SystemExit(code)
"""
MEBI = 2**20
LONG = 17 * MEBI
JOURNAL = '{"schema": "painlog.journal/1", "entries": ['
HUGE = {
    "a line without end": ["date,region,intensity,", "x" * LONG],
    "a quote without end": ["date,region,intensity,note\n2026-03-01,heel,6,", '"', "x\n" * LONG],
    "columns without end": ["c," * LONG],
    "one byte again and again": ["\x01" * LONG],
    "lists in lists": [JOURNAL, "[" * MEBI, "]" * MEBI, "]}"],
    "objects in objects": ['{"a":' * MEBI],
    "a text without end": [JOURNAL, '{"note": "', "x" * LONG, '"}]}'],
    "a number without end": [JOURNAL, '{"intensity": ', "6" * MEBI, "}]}"],
    "fields without end": ["{", *(f'"k{number}":1,' for number in range(2000)), '"z":1}'],
    "marks upon marks": ["date,region,intensity\n2026-03-01,a", "\u0327\u0301" * 200_000, ",6\n"],
    "a title of marks": ["When,a", "\u0327\u0301" * 200_000, "\n2026-03-01,6\n"],
}


@pytest.fixture
def limited(tmp_path):
    """Run a command with little memory; gives its code, its sentence and its MB at most."""

    def run(*arguments):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, *arguments],
            cwd=tmp_path,
            env={"PAINLOG_DB": str(tmp_path / "painlog.db"), "TZ": "UTC"},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES)),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        *said, memory = done.stderr.splitlines()
        return done.returncode, said, int(memory)

    return run


@pytest.mark.parametrize("what", HUGE)
def test_what_is_too_large_is_said_in_a_sentence(limited, tmp_path, what):
    (tmp_path / "it").write_text("".join(HUGE[what]), "utf-8")
    code, said, memory = limited("import", "it")
    assert code == 1
    assert said[-1].endswith((".", "--add-unknown", "=NAME'"))
    assert not any("fault" in line or "Traceback" in line for line in said)
    assert sum(map(len, said)) < 8000
    assert memory < 300
    assert not (tmp_path / "painlog.db").exists()


def test_memory_does_not_grow_with_the_rows(limited, tmp_path):
    # Each entry is compared with those of the same days.
    memories, first = [], datetime(2020, 1, 1)  # noqa: DTZ001 - as a table has it
    for rows in (5_000, 25_000):
        (tmp_path / "it.csv").write_text(
            "date,region,intensity,note\n"
            + "".join(
                f"{first + timedelta(hours=i)},heel,{i % 11},{i} {'x' * 200}\n" for i in range(rows)
            )
        )
        code, _, memory = limited("--db", f"{rows}.db", "import", "it.csv")
        assert code == 0
        memories.append(memory)
    assert memories[1] - memories[0] < 12


def test_memory_does_not_grow_with_the_bad_rows(limited, tmp_path):
    memories = []
    for rows in (5_000, 50_000):
        (tmp_path / "it.csv").write_text(
            "date,region,intensity\n" + "2026-03-01,heel,eleven\n" * rows
        )
        code, said, memory = limited("import", "it.csv")
        assert (code, len(said) <= 102) == (1, True)
        memories.append(memory)
    assert memories[1] - memories[0] < 12


def test_a_note_of_a_megabyte_is_a_note(painlog, path, tmp_path):
    note = "every step, again; " * 55_000
    assert painlog("add", "heel", "6", "--note", note).code == 0
    assert painlog("edit", "1", "--note", f"{note}!").code == 0
    assert painlog("show", "1").out.count("again") == 55_000
    assert len(painlog("list").out) < 1000
    assert painlog("export", "--output", str(tmp_path / "it.csv")).code == 0
    assert painlog("--db", str(tmp_path / "other.db"), "import", str(tmp_path / "it.csv")).code == 0
    for file in (path, tmp_path / "other.db"):
        with Journal(file) as journal:
            assert journal.entry(1).note == f"{note}!"


@pytest.mark.parametrize("letter", ["a", "(", "[", "1", "-", "_", "\u0327\u0301", "\ufdfa"])
def test_a_name_or_title_of_a_megabyte_is_read_at_once(letter):
    text = "a" + letter * MEBI
    normal(text)
    field_of(text)
    near_field(text)
    span_of(text)
    with pytest.raises(PainlogError):
        own_name(f"{text}b", "region")
