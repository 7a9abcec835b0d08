"""The block of what goes with the pain, in a report and by itself."""

from collections.abc import Iterator

from painlog.analysis.goes_with import GoesWith
from painlog.views.goes_with import (
    TITLE,
    about_looks,
    cautions,
    look_words,
    missing_words,
    shown_looks,
)
from painlog.views.terminal.page import Block, Heading, Item, Paragraph
from painlog.views.wording import count


def goes_with_blocks(found: GoesWith, *, whole: bool = False) -> Iterator[Block]:
    """Yield the comparisons, the surest first; nothing where there are none.

    Args:
        found: The comparisons.
        whole: Yield all of them, and what has too few days.
    """
    missing = list(missing_words(found)) if whole else []
    if not found.looks and not missing:
        return
    yield Heading(TITLE)
    if found.looks:
        yield Paragraph(about_looks(found))
        yield from map(Paragraph, cautions(found))
    shown = found.looks if whole else shown_looks(found)
    yield from (Item(look_words(look)) for look in shown)
    if (more := len(found.looks) - len(shown)) > 0:
        left = count(more, "more comparison")
        yield Paragraph(f"{left}, none of which stands out: painlog factors show")
    yield from map(Item, missing)
