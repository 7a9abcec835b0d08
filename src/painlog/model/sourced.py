"""A fact with the publication that it rests on."""

from typing import NamedTuple


class Sourced(NamedTuple):
    """A fact in painlog's own words and the publication that it rests on."""

    text: str
    source: str = ""
