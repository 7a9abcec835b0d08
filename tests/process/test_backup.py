"""Backup and restore among real processes that write, and killed in the middle."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

# Adds entries with the notes "NAME 0", "NAME 1", …; each is said once it is saved.
WRITER = """
import sys
from pathlib import Path
from builders import entry
from painlog.store.journal import Journal

path, name, number = Path(sys.argv[1]), sys.argv[2], 0
print("ready", flush=True)
while True:
    with Journal(path, writing=True) as journal, journal.change("add") as change:
        change.add(entry("heel", 5, note=f"{name} {number}"))
    print(number, flush=True)
    number += 1
"""


@pytest.fixture
def writer(forks, tmp_path):
    """Start processes that write without a pause; gives a function that stops one.

    That gives the notes that it said it had saved.
    """
    running = []

    def start(name):
        process = forks.start(
            str(tmp_path / "painlog.db"),
            name,
            script=WRITER,
            env=os.environ,
            cwd=tmp_path,
            stdout=subprocess.PIPE,
        )
        running.append(process)
        assert process.stdout.readline() == "ready\n"

        def stop():
            process.send_signal(signal.SIGKILL)
            said, _ = process.communicate(timeout=30)
            return {f"{name} {number}" for number in said.split()}

        return stop

    yield start
    for process in running:
        if process.returncode is None:
            process.kill()
            process.communicate()


def until(true):
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def notes(path):
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        return {note for (note,) in connection.execute("select note from entry")}


def test_a_backup_made_while_two_processes_write_is_whole_and_holds_neither_up(
    process, writer, tmp_path
):
    process("add", "left heel", "6", "--note", "first")
    stop = [writer("a"), writer("b")]
    sizes = []
    for _ in range(4):
        done = process("backup", "--keep", "3")
        assert (done.returncode, done.stderr) == (0, "")
        made = Path(done.stdout.splitlines()[0].removeprefix("Backup: "))
        sizes.append(len(notes(made)))
        assert f" {sizes[-1]:,} entr" in done.stdout
    saved = stop[0]() | stop[1]()
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]
    # Each of the two was writing while the backups were made.
    assert {note[0] for note in saved} == {"a", "b"}
    assert saved <= notes(tmp_path / "painlog.db")
    assert len(list((tmp_path / "backups").iterdir())) == 3


def test_no_entry_is_lost_when_a_backup_is_restored_while_processes_write(
    process, writer, tmp_path
):
    process("add", "left heel", "6", "--note", "first")
    process("backup", "saved.db")
    stop = [writer("a"), writer("b")]
    for command in (["restore", "saved.db"], ["restore", "saved.db"]):
        done = process(*command)
        assert (done.returncode, done.stderr) == (0, "")
        until(lambda: len(notes(tmp_path / "painlog.db")) > 1)
    saved = stop[0]() | stop[1]()
    kept = sorted(tmp_path.glob("painlog.before-restore-*.db"))
    assert len(kept) == 2
    live = notes(tmp_path / "painlog.db")
    assert saved <= live.union(*map(notes, kept))
    assert "first" in live
    assert saved - live
    assert saved & live


# Kills itself at one point of a restore, or of undoing one.
KILLED = """
import os, signal, sys
from pathlib import Path
import painlog.store.copies as copies
import painlog.store.restore as restore
import painlog.store.swap as swap
from painlog.store.journal import Journal

path, source, point = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
calls = {name: getattr(swap, name) for name in ("keep_copy", "swap_in")}
calls["put_in_place"] = copies.put_in_place


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def around(name):
    def call(*arguments, **options):
        if point == f"before {name}":
            die()
        result = calls[name](*arguments, **options)
        if point == f"after {name}":
            die()
        return result

    return call


class Slow:
    def __init__(self, connection):
        self.execute, self._connection = connection.execute, connection

    def backup(self, live, pages, progress):
        def step(status, remaining, total):
            progress(status, remaining, total)
            if point == "half way" and remaining == total // 2:
                die()
            if point == "at the last page" and remaining == 1:
                die()

        self._connection.backup(live, pages=pages, progress=step)


swap.keep_copy, copies.put_in_place = around("keep_copy"), around("put_in_place")
swapping = around("swap_in")
swap.swap_in = lambda new, *rest: swapping(Slow(new), *rest)
if source.name == "undo":
    with Journal(path, writing=True) as journal:
        journal.undo()
else:
    restore.restore(path, source)
"""


@pytest.mark.parametrize("command", ["restore", "undo"])
@pytest.mark.parametrize(
    ("point", "kept", "replaced"),
    [
        ("before keep_copy", 0, False),
        ("before put_in_place", 0, False),
        ("after put_in_place", 1, False),
        ("after keep_copy", 1, False),
        ("half way", 1, False),
        ("at the last page", 1, False),
        ("after swap_in", 1, True),
    ],
)
def test_a_restore_that_is_killed_leaves_the_old_or_the_new_whole(
    painlog, forks, tmp_path, command, point, kept, replaced
):
    from painlog.store.restore import restore

    live, saved = tmp_path / "painlog.db", tmp_path / "saved.db"
    painlog("add", "left heel", "6", "--note", "old")
    painlog("add", "left heel", "5", "--note", "old too")
    painlog("backup", str(saved))
    painlog("undo")
    old, new = {"old"}, {"old", "old too"}
    if command == "undo":
        restore(live, saved)
        old, new = new, old
    what = (str(live), str(saved) if command == "restore" else "undo", point)
    done = forks.start(*what, script=KILLED, env=os.environ, cwd=tmp_path)
    assert done.wait() == -signal.SIGKILL
    assert notes(live) == (new if replaced else old)
    beside = list(tmp_path.glob(f"painlog.before-{command}-*.db"))
    assert [notes(found) for found in beside] == [old] * kept
    # What it left behind is taken away, and all goes on.
    assert painlog("check", "--mend").code == 0
    assert painlog("add", "neck", "1", "--note", "later").code == 0
    assert notes(live) == (new if replaced else old) | {"later"}
    assert list(tmp_path.glob(".*")) == []


def test_a_backup_that_is_killed_leaves_no_half_one(process, environment, tmp_path):
    process("add", "left heel", "6")
    painlog = str(Path(sys.executable).with_name("painlog"))
    for milliseconds in range(60, 300, 40):
        with subprocess.Popen(
            [painlog, "backup"], cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL
        ) as p:
            time.sleep(milliseconds / 1000)
            p.kill()
    assert process("backup").returncode == 0
    made = list((tmp_path / "backups").glob("painlog-*.db"))
    assert made
    assert all(notes(backup) == {""} for backup in made)


@pytest.mark.parametrize("umask", ["000", "777"])
def test_nobody_else_can_read_a_backup_or_what_is_kept_whatever_the_umask(process, tmp_path, umask):
    done = process(
        shell=f'umask {umask}; "$0" add heel 6 && "$0" backup && "$0" backup x.db'
        ' && "$0" restore x.db && "$0" undo && "$0" redo'
    )
    assert done.returncode == 0, done.stderr
    made = [f for f in tmp_path.rglob("*.db*") if f.is_file()]
    assert len(made) == 6
    assert {f.stat().st_mode & 0o777 for f in made} == {0o600}
    assert (tmp_path / "backups").stat().st_mode & 0o777 == 0o700


def test_a_full_disk_leaves_the_journal_and_no_half_backup(process, tmp_path):
    process("add", "left heel", "6")
    process("backup", "saved.db")
    before = (tmp_path / "painlog.db").read_bytes()
    for words in ("backup", "backup other.db", "restore saved.db"):
        done = process(shell=f'ulimit -f 160; exec "$0" {words}')
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.count("\n") == 1
        assert "Traceback" not in done.stderr
    assert (tmp_path / "painlog.db").read_bytes() == before
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["backups", "painlog.db", "saved.db"]
