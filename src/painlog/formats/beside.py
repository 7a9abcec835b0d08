"""Writing a file whole or not at all: beside its place, then renamed into it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from painlog.errors import BadFileError, RefusedError
from painlog.files import draft_beside, private


@contextmanager
def new_file(path: Path, *, force: bool) -> Iterator[TextIO]:
    """A text file, UTF-8, for its owner alone, in place only when the block ends without error.

    Raises:
        RefusedError: if a file is there already and `force` is not set.
        BadFileError: if it cannot be written; what was there is left as it was.
    """
    draft = draft_beside(path)
    try:
        check_place(path, force=force)
        descriptor = private(draft)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(descriptor)
        if force:
            draft.replace(path)
        else:
            _place(draft, path)
    except OSError as error:
        raise BadFileError(f"{path} could not be written: {error.strerror}.") from error
    finally:
        # Where the draft could not be made, taking it away fails as well.
        with suppress(OSError):
            draft.unlink()


def check_place(path: Path, *, force: bool) -> None:
    """Let through a place where a file may be put.

    Raises:
        RefusedError: if a file is there already and `force` is not set.
        BadFileError: if something else than a file is there.
    """
    if path.is_symlink() and not path.exists():
        raise BadFileError(f"{path} is a link that leads to no file. Name another file.")
    if not path.exists():
        return
    if path.is_dir():
        raise BadFileError(f"{path} is a directory; name a file.")
    if not path.is_file():
        # A rename would put a file in the place of a device such as /dev/null.
        raise BadFileError(f"{path} is not a plain file and was left alone. Name another file.")
    if not force:
        raise RefusedError(
            f"{path} is there already and was left alone. Name another file, or add --force."
        )


def _place(draft: Path, path: Path) -> None:
    # A link refuses to go over a file that appeared in the meantime; a rename would not.
    try:
        os.link(draft, path)
    except FileExistsError:
        raise RefusedError(f"{path} appeared in the meantime and was left alone.") from None
    except OSError:
        draft.replace(path)
