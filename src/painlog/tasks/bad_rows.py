"""The rows of a table that cannot be entries, kept in bounded memory."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

from painlog.formats.names import KnownNames, Unknown, UnknownName
from painlog.formats.read_row import ReadRow
from painlog.formats.table.mapping import TableMapping

MOST_BAD_LISTED = 100
MOST_LINES_NAMED = 3
MOST_NAMES_COUNTED = 1000
MOST_NAMES_LISTED = 50


@dataclass(slots=True)
class BadRows:
    """The bad rows of a table: all of them counted, the first ones kept.

    `listed` are the first rows that are bad for another reason than an unknown name or something
    that they lack. `unknown` counts the rows of each unknown name, and `uncounted` says that there
    are more names than it holds. `lacking` counts the rows by what they lack, with the lines of the
    first in `lacking_lines`; of them, `lacking_bad` are bad.
    """

    number: int = 0
    with_unknown: int = 0
    listed: list[ReadRow] = field(default_factory=list)
    unknown: Counter[Unknown] = field(default_factory=Counter)
    uncounted: bool = False
    lacking: Counter[str] = field(default_factory=Counter)
    lacking_lines: list[int] = field(default_factory=list)
    lacking_bad: int = 0

    @property
    def unlisted(self) -> int:
        """How many rows are bad for a reason that was not kept."""
        return self.number - self.with_unknown - self.lacking_bad - len(self.listed)

    @property
    def may_lack(self) -> int:
        """How many rows lack something and are not bad for that."""
        return self.lacking.total() - self.lacking_bad

    def add(self, row: ReadRow) -> None:
        """Count a row without an entry, and keep its reason if there is room."""
        self.number += not row.may_lack
        if row.lacks:
            self.lacking[row.lacks] += 1
            self.lacking_bad += not row.may_lack
            if len(self.lacking_lines) < MOST_LINES_NAMED:
                self.lacking_lines.append(row.line)
            return
        if not row.unknown:
            if len(self.listed) < MOST_BAD_LISTED:
                self.listed.append(row)
            return
        self.with_unknown += 1
        for name in row.unknown:
            if name in self.unknown or len(self.unknown) < MOST_NAMES_COUNTED:
                self.unknown[name] += 1
            else:
                self.uncounted = True

    def unknown_names(self, names: KnownNames) -> list[UnknownName]:
        """Return the first unknown names, each with what it may have meant and how to say so."""
        return [
            UnknownName(
                *name,
                rows,
                names.near(name),
                TableMapping(values=((name.field, name.name, _stands_for(name, names)),)).words(),
                names.holds_several(name),
                names.apart(name),
                names.why(name),
                names.may_be_own(name),
            )
            for name, rows in islice(self.unknown.items(), MOST_NAMES_LISTED)
        ]


def _stands_for(name: Unknown, names: KnownNames) -> str:
    return names.meant(name) or names.with_unit_to_name(name) or "NAME"
