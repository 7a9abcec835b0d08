"""Search results: each thing found, with the words around the text that was looked for."""

from collections.abc import Iterator
from datetime import datetime

from painlog.model.found import Hit, Search, excerpt
from painlog.views.terminal.screen import Screen
from painlog.views.wording import as_written, listed, printable

_LABELS = {"entry": "{}", "use": "{}", "question": "{}", "day": "day"}


def found_lines(found: Search, screen: Screen) -> Iterator[str]:
    """Yield a line for each thing: its number, when, what it is, and where the words stand."""
    words = found.text.split()
    for name in found.also:
        yield from screen.wrapped(
            f"{printable(found.text)} is another name of {printable(name)}; painlog searched for "
            "that, too."
        )
    widest = max((len(_label(hit)) for hit in found.hits), default=0)
    for hit in found.hits:
        said = "; ".join(
            f"{field}: {as_written(printable(excerpt(text, words)))}" for field, text in hit.places
        )
        start = screen.start(f"{_label(hit):>{max(widest, 5)}}", _when(hit))
        yield from screen.wrapped(f"{printable(hit.about)}; {said}", start)


def how_to_see(found: Search) -> str:
    """Say what to type to see one of the things in full, "" where nothing was found."""
    first = {hit.kind: hit.number for hit in reversed(found.hits)}
    commands = []
    if number := first.get("entry") or first.get("use"):
        commands.append(f"painlog show {number}")
    for kind, command in (
        ("course", "painlog courses"),
        ("visit", f"painlog consult show {first.get('visit')}"),
        ("question", "painlog consult questions --all"),
        ("trial day", "painlog trial"),
    ):
        if kind in first:
            commands.append(command)
    if "day" in first:
        commands.append(f"painlog day --on {first['day']}")
    return f"In full: {listed(commands)}" if commands else ""


def _label(hit: Hit) -> str:
    return _LABELS.get(hit.kind, hit.kind + " {}").format(hit.number)


def _when(hit: Hit) -> str:
    pattern = "%Y-%m-%d %H:%M" if isinstance(hit.when, datetime) else "%Y-%m-%d      "
    return f"{hit.when:{pattern}}"
