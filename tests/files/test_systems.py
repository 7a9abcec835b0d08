"""What one system has and another lacks: every function does the next best thing."""

import errno
import os
import stat
import subprocess
import sys
from types import SimpleNamespace

import pytest

from painlog.errors import BadFileError
from painlog.files import systems
from painlog.files.drafts import draft_of, new_file, put_in_place, remove_abandoned
from painlog.files.private import private_directory, private_file

# --- Permissions ---


@pytest.mark.posix
def test_a_file_is_made_where_there_is_no_fchmod(tmp_path, monkeypatch):
    monkeypatch.delattr(os, "fchmod")
    os.close(private_file(tmp_path / "mine"))
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o600


def test_a_file_is_made_where_the_file_system_has_no_modes(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "fchmod", refuse)
    os.close(private_file(tmp_path / "mine"))
    assert (tmp_path / "mine").exists()


@pytest.mark.posix
@pytest.mark.parametrize("umask", [0o000, 0o777], ids=oct)
def test_its_owner_can_open_a_file_whatever_the_umask(tmp_path, umask):
    before = os.umask(umask)
    try:
        os.close(private_file(tmp_path / "mine"))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o600


# --- Users and processes ---


@pytest.mark.posix
def test_a_file_of_somebody_else_is_not_ones_own(tmp_path, monkeypatch):
    status = tmp_path.stat()
    assert systems.is_own(status)
    monkeypatch.setattr(os, "geteuid", lambda: status.st_uid + 1)
    assert not systems.is_own(status)


@pytest.mark.posix
def test_without_user_numbers_the_temporary_directory_is_ones_own(tmp_path, monkeypatch, gone):
    monkeypatch.delattr(os, "geteuid")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / f"painlog-{gone}-abcd_123").mkdir()
    with private_directory() as directory:
        assert list(tmp_path.iterdir()) == [directory]


def test_a_program_runs_or_is_gone(gone):
    assert systems.runs_elsewhere(os.getppid())
    assert not systems.runs_elsewhere(gone)
    assert not systems.runs_elsewhere(os.getpid())


@pytest.mark.posix
def test_a_program_of_somebody_else_runs(monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "kill", refuse)
    assert systems.runs_elsewhere(1)


def test_where_asking_would_end_a_program_the_system_is_asked_otherwise(
    tmp_path, monkeypatch, gone
):
    own = SimpleNamespace(runs={1: True, gone: False}.__getitem__)
    monkeypatch.setitem(sys.modules, "painlog.files.windows", own)
    monkeypatch.setattr("painlog.files.windows", own, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "kill", lambda *_: pytest.fail("this would end it"))
    drafts = [tmp_path / f".out.csv.{number}.part" for number in (1, gone, os.getpid())]
    for draft in drafts:
        draft.touch()
    remove_abandoned(tmp_path / "out.csv")
    assert [draft.exists() for draft in drafts] == [True, False, False]


# --- Syncing a directory ---


def put(directory):
    path = directory / "made"
    with draft_of(path) as draft:
        draft.write_text("whole")
        assert put_in_place(draft, path)
    return path


@pytest.mark.posix
def test_a_file_is_put_in_place_where_a_directory_cannot_be_opened(tmp_path, monkeypatch):
    monkeypatch.delattr(os, "O_DIRECTORY")
    assert put(tmp_path).read_text() == "whole"


def test_a_file_is_put_into_a_directory_that_may_be_written_but_not_read(tmp_path, monkeypatch):
    opened = os.open

    def open_files_only(path, *arguments, **options):
        if path == tmp_path:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, *arguments, **options)

    monkeypatch.setattr(os, "open", open_files_only)
    assert put(tmp_path).read_text() == "whole"


@pytest.mark.posix
def test_on_macos_the_disk_itself_writes_down_what_is_put_in_place(tmp_path, monkeypatch):
    asked = []

    def ask(descriptor, what):
        asked.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), what))

    monkeypatch.setitem(sys.modules, "fcntl", SimpleNamespace(F_FULLFSYNC=51, fcntl=ask))
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(os, "fsync", lambda _: pytest.fail("this would end in the disk's memory"))
    assert put(tmp_path).read_text() == "whole"
    assert asked == [(False, 51), (True, 51)]


@pytest.mark.posix
def test_on_macos_a_disk_that_knows_no_full_sync_is_synced_as_elsewhere(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOTSUP, "Operation not supported")

    synced: list[int] = []
    monkeypatch.setitem(sys.modules, "fcntl", SimpleNamespace(F_FULLFSYNC=51, fcntl=refuse))
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(os, "fsync", synced.append)
    assert put(tmp_path).read_text() == "whole"
    assert len(synced) == 2


def failing_for_directories(number):
    fsync = os.fsync

    def fail(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        fsync(descriptor)

    return fail


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_is_put_in_place_where_directories_cannot_be_synced(tmp_path, monkeypatch, number):
    monkeypatch.setattr(os, "fsync", failing_for_directories(number))
    assert put(tmp_path).read_text() == "whole"


@pytest.mark.posix
@pytest.mark.parametrize("over", [False, True])
def test_where_the_disk_fails_only_what_went_over_another_stays(tmp_path, monkeypatch, over):
    path = tmp_path / "made"
    if over:
        path.write_text("old")
    monkeypatch.setattr(os, "fsync", failing_for_directories(errno.EIO))
    with (
        pytest.raises(BadFileError, match="could not be written: Input/output error"),
        new_file(path, force=over) as file,
    ):
        file.write("new")
    assert [found.name for found in tmp_path.iterdir()] == (["made"] if over else [])


@pytest.mark.posix
def test_what_others_may_use_already_stays_where_the_disk_fails(tmp_path, monkeypatch):
    path = tmp_path / "made"
    monkeypatch.setattr(os, "fsync", failing_for_directories(errno.EIO))
    with pytest.raises(BadFileError, match="Input/output error"), draft_of(path) as draft:
        put_in_place(draft, path, shared=True)
    assert path.exists()


# --- Locks ---


HOLDS = """
import fcntl, sys
file = open(sys.argv[1], "r+b")
fcntl.lockf(file, fcntl.LOCK_SH if len(sys.argv) > 2 else fcntl.LOCK_EX, 10, 100)
print("held", flush=True)
sys.stdin.readline()
"""


def is_free(path, start, length):
    with systems.locked(path, start, length) as got_lock:
        return got_lock


@pytest.mark.posix
def test_a_lock_of_another_program_is_seen_on_its_bytes_alone(tmp_path):
    path = tmp_path / "file"
    path.touch()
    assert is_free(path, 100, 10) is True
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout.readline() == "held\n"
        assert is_free(path, 105, 1) is False
        assert is_free(path, 0, 100) is True
        other.communicate("\n")
    assert is_free(path, 100, 10) is True


@pytest.mark.posix
def test_while_bytes_are_locked_nobody_else_gets_them(tmp_path):
    path = tmp_path / "file"
    path.touch()
    tries = (
        "import fcntl, sys; file = open(sys.argv[1], 'r+b');"
        " fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB, 1, 105)"
    )
    with systems.locked(path, 100, 10):
        done = subprocess.run(
            [sys.executable, "-c", tries, str(path)], check=False, stderr=subprocess.PIPE
        )
        assert b"BlockingIOError" in done.stderr
    subprocess.run([sys.executable, "-c", tries, str(path)], check=True)


@pytest.mark.posix
def test_without_such_locks_nothing_is_claimed(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "fcntl", None)
    assert is_free(tmp_path / "not even there", 0, 1) is None


def test_every_module_of_painlog_can_be_imported_without_what_only_posix_has():
    script = """
import importlib, os, pkgutil, signal, sys, time
for name in ("fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "readline", "syslog"):
    sys.modules[name] = None
for module, names in (
    (os, "fchmod chown fork getuid geteuid mkfifo O_DIRECTORY O_NOFOLLOW O_NONBLOCK ttyname"),
    (signal, "SIGHUP SIGALRM SIGWINCH SIGPIPE SIGKILL SIGTSTP"),
    (time, "tzset"),
):
    for name in names.split():
        if hasattr(module, name):
            delattr(module, name)
import painlog
failed = []
for found in pkgutil.walk_packages(painlog.__path__, "painlog."):
    if found.name != "painlog.__main__":
        try:
            importlib.import_module(found.name)
        except Exception as error:
            failed.append((found.name, str(error)))
print(failed)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
