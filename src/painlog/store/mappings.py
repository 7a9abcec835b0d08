"""Mappings of tables that a person keeps under a name."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from painlog.errors import NotFoundError
from painlog.model.names import did_you_mean, nearest, normal, own_name

if TYPE_CHECKING:
    from painlog.store.journal import Journal


@dataclass(frozen=True, slots=True)
class SavedMapping:
    """A mapping under its name, its options as JSON."""

    name: str
    options: str


def mappings(journal: "Journal") -> dict[str, str]:
    """The options of every mapping, by name, in alphabetical order."""
    return dict(journal.connection.execute("select name, options from mapping order by name"))


def find(journal: "Journal", text: str) -> SavedMapping:
    """Return the mapping that a person named.

    Raises:
        NotFoundError: if none has that name; the near ones are suggested.
    """
    kept = mappings(journal)
    forms = {normal(name): name for name in kept}
    if name := forms.get(normal(text)):
        return SavedMapping(name, kept[name])
    raise NotFoundError(
        f'No mapping is called "{text}".{did_you_mean(nearest(text, forms))} '
        "See them all with: painlog mappings"
    )


def name_to_keep(journal: "Journal", text: str) -> str:
    """The name under which a mapping is to be kept: one that is there already, or a new one.

    Raises:
        RefusedError: if a new one cannot be a name.
    """
    name = own_name(text, "mapping")
    return next((kept for kept in mappings(journal) if normal(kept) == normal(name)), name)
