"""Search what a person wrote: notes of all kinds, tags, and the names of places and treatments.

It scans the tables, so that no index has to be kept: see docs/decisions/020-search-as-a-scan.md.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from painlog.model.region import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from painlog.model.entry import Entry
    from painlog.model.use import Use
    from painlog.store.journal import Journal

Holds = Callable[[str | None], bool]
_FUNCTION = "painlog_holds"
_NOTE = f"note <> '' and {_FUNCTION}(note)"
# One parameter, because SQLite takes only so many.
_PAIRS = "select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(?)"


class Searched:
    """A journal that is searched for words.

    `names` are regions and treatments for which the words are another name.
    """

    def __init__(self, journal: "Journal", holds: Holds, names: Iterable[str] = ()) -> None:
        self.journal = journal
        journal.connection.create_function(_FUNCTION, 1, holds, deterministic=True)
        others = set(names)
        pairs = journal.rows(
            "select region, side from entry union select region, side from use where region > ''"
        )
        self.places = [p for p in pairs if holds(label(*p)) or p[0] in others]
        used = journal.rows("select distinct treatment from use")
        self.treatments = [name for (name,) in used if holds(name) or name in others]
        tags = journal.rows("select distinct kind, value from entry_tag")
        self.tags = [tag for tag in tags if holds(tag[1])]

    def entries(self, days: str, values: Sequence[object], limit: int) -> "Iterator[Entry]":
        """Read the entries that hold the words, newest first.

        Args:
            days: A condition on felt_at in SQL.
            values: The values of its placeholders.
            limit: How many at most; -1 for all.
        """
        from painlog.model.entry import Entry

        where, found = self._of_entries()
        condition = f"where {days} and ({where}) order by felt_at desc, id desc limit ?"
        return self.journal.things(Entry, condition, [*values, *found, limit])

    def uses(self, days: str, values: Sequence[object], limit: int) -> "Iterator[Use]":
        """Read the uses without a rating that hold the words, as `entries` does."""
        from painlog.model.use import Use

        where, found = self._of_uses()
        condition = f"where entry_id is null and {days} and ({where})"
        order = " order by used_at desc, id desc limit ?"
        return self.journal.things(Use, condition + order, [*values, *found, limit])

    def count(self, table: str, days: str, values: Sequence[object], most: int) -> int:
        """Count the entries ("entry"), or the uses without a rating ("use"), up to `most`."""
        where, found = self._of_entries() if table == "entry" else self._of_uses()
        alone = "" if table == "entry" else "entry_id is null and "
        ((number,),) = self.journal.rows(
            f"select count(*) from (select 1 from {table}"
            f" where {alone}{days} and ({where}) limit ?)",
            [*values, *found, most],
        )
        return int(number)

    def _of_entries(self) -> tuple[str, list[object]]:
        parts, values = [_NOTE], list[object]()
        if self.places:
            parts.append(f"(region, ifnull(side, '')) in ({_PAIRS})")
            values.append(_as_json(self.places))
        if self.treatments:
            parts.append(
                "exists (select 1 from use where entry_id = entry.id"
                " and treatment in (select value from json_each(?)))"
            )
            values.append(json.dumps(self.treatments))
        if self.tags:
            parts.append(
                "exists (select 1 from entry_tag where entry_id = entry.id"
                f" and (kind, value) in ({_PAIRS}))"
            )
            values.append(_as_json(self.tags))
        return " or ".join(parts), values

    def _of_uses(self) -> tuple[str, list[object]]:
        parts, values = [_NOTE], list[object]()
        if self.treatments:
            parts.append("treatment in (select value from json_each(?))")
            values.append(json.dumps(self.treatments))
        if self.places:
            parts.append(f"(region, ifnull(side, '')) in ({_PAIRS})")
            values.append(_as_json(self.places))
        return " or ".join(parts), values


def _as_json(pairs: Iterable[Sequence[str | None]]) -> str:
    return json.dumps([[part or "" for part in pair] for pair in pairs])
