"""One command on one journal: what it starts from, what it comes to, and what may be in between."""

from dataclasses import dataclass
from pathlib import Path
from statistics import median

from cases import Case
from cold import Cold
from soundness import Content, content, differences, drafts_in, held, names_in, put
from warm import Done, Warm

Runner = Warm | Cold
JOURNAL = "painlog.db"
NEXT = ("add", "neck", "1", "--at", "2026-03-06 08:00")


@dataclass(frozen=True, slots=True)
class Trial:
    """A case in a directory of its own.

    `before` and `after` are what the journal holds without the command and with the whole of it;
    `made` is the content of the file that the command writes; `names` are the files that may be
    there; `usually` is how many seconds the command takes when nothing is in its way.
    """

    case: Case
    start: Path
    work: Path
    before: Content
    after: Content
    held_before: Content
    made: object
    names: set[str]
    usually: float

    @property
    def path(self) -> Path:
        """The journal."""
        return self.work / JOURNAL

    @property
    def output(self) -> Path | None:
        """The file that the command writes beside the journal."""
        return self.work / self.case.makes if self.case.makes else None

    def begin(self) -> None:
        """Put everything back to where the case starts from."""
        put(self.start, self.work)


def prepare(runner: Runner, case: Case, start: Path, work: Path, times: int = 1) -> Trial:
    """Run the case so many times undisturbed, and note what it comes to."""
    path = work / JOURNAL
    seconds = []
    for _ in range(times):
        put(start, work)
        before, held_before = content(path), held(path)
        done = runner.run(path, *case.arguments)
        assert done.code == 0, (case.name, done)
        seconds.append(done.seconds)
    made = read_made(work / case.makes) if case.makes else None
    # To take back a restore keeps what was restored.
    names = {*names_in(work), JOURNAL, "painlog.before-undo-1.db"}
    return Trial(
        case, start, work, before, content(path), held_before, made, names, median(seconds)
    )


def read_made(output: Path) -> object:
    """The content of a file that a command made; None where there is none."""
    if not output.exists():
        return None
    return content(output) if output.suffix == ".db" else output.read_text()


def judge(trial: Trial, done: Done, runner: Runner) -> str:
    """Whether the change is "there" or "not there"; it is the one or the other wholly.

    Raises:
        AssertionError: if it is there by half, was acknowledged and is not there, cannot be undone,
            if the next command does not work, or if something is left lying about.
    """
    now = content(trial.path)
    assert now in (trial.before, trial.after), f"half: {differences(trial.after, now)}"
    there = trial.after != trial.before and now == trial.after
    if done.code == 0 or done.out:
        assert now == trial.after, f"acknowledged and not there: {done}"
    if trial.output:
        assert read_made(trial.output) in (None, trial.made), "half a file"
    _goes_on(trial, runner, there=there)
    return "there" if there else "not there"


def _goes_on(trial: Trial, runner: Runner, *, there: bool) -> None:
    """The command can be taken back, the next one works, and neither leaves anything behind."""
    if there and trial.case.taken_back_by:
        _works(trial, runner, trial.case.taken_back_by)
        assert held(trial.path) == trial.held_before, "not taken back"
    # Looking brings a journal of an earlier version up to date.
    _works(trial, runner, "list")
    was = held(trial.path)
    for arguments in (NEXT, ("undo",)):
        _works(trial, runner, *arguments)
    assert held(trial.path) == was, "the next command changed more than its own"
    if trial.output:
        _works(trial, runner, *trial.case.arguments)
        assert read_made(trial.output) is not None
    if drafts := drafts_in(trial.work):
        # What was being made goes when it is made again, if not before.
        _works(trial, runner, *trial.case.arguments)
        assert drafts_in(trial.work) == [], drafts
    else:
        assert set(names_in(trial.work)) <= trial.names, names_in(trial.work)


def _works(trial: Trial, runner: Runner, *arguments: str) -> None:
    done = runner.run(trial.path, *arguments)
    assert done.code == 0, (arguments, done)
