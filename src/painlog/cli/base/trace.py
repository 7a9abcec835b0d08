"""Where an error was raised, to be pasted into a report: types and lines, never values.

What an exception says of itself may hold what a person wrote, and so may the values of variables.
"""

import sys
from traceback import walk_tb

from painlog import __version__

NOTHING_OF_YOURS = "Nothing you wrote is in these lines. What is wrong is said without --debug."


def trace(error: BaseException) -> tuple[str, ...]:
    """The chain of errors, the first cause first, with the lines that each went through."""
    lines = [_versions()]
    for one in reversed(_chain(error)):
        lines += [f"{type(one).__name__}, raised in:", *_places(one)]
    return (*lines, NOTHING_OF_YOURS)


def _versions() -> str:
    import sqlite3

    python = ".".join(map(str, sys.version_info[:3]))
    return (
        f"painlog {__version__}, Python {python}, SQLite {sqlite3.sqlite_version}, {sys.platform}"
    )


def _chain(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    found: BaseException | None = error
    while found is not None and found not in chain:
        chain.append(found)
        found = found.__cause__ or found.__context__
    return chain


def _places(error: BaseException) -> list[str]:
    return [
        f"  {_module(frame.f_globals.get('__name__', '?'))}:{line} {frame.f_code.co_qualname}"
        for frame, line in walk_tb(error.__traceback__)
    ]


def _module(name: object) -> str:
    return name if isinstance(name, str) else "?"
