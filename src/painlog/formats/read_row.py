"""One row of a table as an entry or as uses, or why it is neither."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from painlog.errors import NotUnderstoodError, PainlogError
from painlog.formats.names import Unknown, UnknownNamesError
from painlog.model.entry import Entry
from painlog.model.use import Use


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row as an entry or as uses, or why it is neither. `line` is where it begins.

    `further` are the entries of a row that names several places, after the first. `lacks` is
    what is not there, such as 'no rating in "Hip"', and `may_lack` that the row is not bad for it.
    `unrated` is a row without a rating as an entry, whose intensity means nothing.
    """

    line: int
    entry: Entry | None = None
    reason: str = ""
    unknown: tuple[Unknown, ...] = ()
    uses: tuple[Use, ...] = ()
    further: tuple[Entry, ...] = ()
    lacks: str = ""
    may_lack: bool = False
    unrated: Entry | None = None

    @property
    def things(self) -> tuple[Entry | Use, ...]:
        """The entries or uses of the row; none for a bad row."""
        return self.uses if self.entry is None else (self.entry, *self.further)


class UnratedError(NotUnderstoodError):
    """A row of painlog's own CSV has no rating; `unrated` is it as an entry, if it can be one."""

    def __init__(self, reason: str, unrated: Entry | None) -> None:
        self.unrated = unrated
        super().__init__(reason)


class LackingError(NotUnderstoodError):
    """A row has no rating, or names no treatment. Where it holds other things, that is no fault.

    `unrated` is a row without a rating as an entry, if it can be one.
    """

    def __init__(self, lacks: str, *, may_lack: bool, unrated: Entry | None = None) -> None:
        self.lacks = lacks
        self.may_lack = may_lack
        self.unrated = unrated
        super().__init__(f"has {lacks}")


def row_of(line: int, make: Callable[[], Entry | Sequence[Entry | Use]]) -> ReadRow:
    """Return the entries or the uses that `make` makes, or why it refuses to."""
    try:
        made = make()
        if isinstance(made, Entry):
            return ReadRow(line, made)
        first, *further = made
        if isinstance(first, Entry):
            return ReadRow(line, first, further=tuple(e for e in further if isinstance(e, Entry)))
        return ReadRow(line, uses=tuple(use for use in made if isinstance(use, Use)))
    except UnknownNamesError as error:
        return ReadRow(line, reason=str(error), unknown=error.unknown)
    except LackingError as error:
        return ReadRow(
            line,
            reason=str(error),
            lacks=error.lacks,
            may_lack=error.may_lack,
            unrated=error.unrated,
        )
    except PainlogError as error:
        unrated = error.unrated if isinstance(error, UnratedError) else None
        return ReadRow(line, reason=str(error), unrated=unrated)
