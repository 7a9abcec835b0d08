"""Saved mappings, which say how to read the columns of another program's table."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from painlog.errors import NotFoundError
from painlog.model.names import did_you_mean, nearest, normal, own_name


class SavedMapping(NamedTuple):
    """A mapping with its name and its options as JSON."""

    name: str
    options: str


def find(mappings: Sequence[SavedMapping], text: str, built_in: Iterable[str] = ()) -> SavedMapping:
    """Return the saved mapping that a person named.

    Args:
        mappings: The saved ones.
        text: As typed.
        built_in: The names of other mappings, which may be suggested as well.

    Raises:
        NotFoundError: if none has that name; the near ones are suggested.
    """
    forms = {normal(saved.name): saved for saved in mappings}
    if saved := forms.get(normal(text)):
        return saved
    names = {form: saved.name for form, saved in forms.items()}
    near = nearest(text, names | {normal(name): name for name in built_in})
    raise NotFoundError(
        f'No mapping is called "{text}".{did_you_mean(near)} See them all with: painlog mappings'
    )


def name_to_keep(mappings: Sequence[SavedMapping], text: str) -> str:
    """Return the name to save a mapping under: one that is there already, or a new one.

    Raises:
        RefusedError: if a new one cannot be a name.
    """
    name = own_name(text, "mapping")
    same = (saved.name for saved in mappings if normal(saved.name) == normal(name))
    return next(same, name)
