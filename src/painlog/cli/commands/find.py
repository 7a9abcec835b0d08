"""`painlog find`: words in notes of all kinds, in tags and in names."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from painlog.cli.base.filters import LISTED, Filters, Limit, OnFilter, selection
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import Format, Since, Until, argument
from painlog.cli.base.settings import now, open_journal
from painlog.tasks.search import MOST_COUNTED, search
from painlog.views.terminal.found import found_lines, how_to_see
from painlog.views.terminal.screen import say, say_aside, screen
from painlog.views.wording import printable

if TYPE_CHECKING:
    from painlog.model.found import Hit

SCHEMA = "painlog.found/1"


@examples(
    "painlog find walk",
    "painlog find stairs knee   # both in one text",
    "painlog find walk --since 2026-03-01",
)
def find(
    ctx: typer.Context,
    text: Annotated[list[str], argument("TEXT …", "Words, or parts of words.", "found_words")],
    since: Since = None,
    until: Until = None,
    on: OnFilter = None,
    limit: Limit = None,
    format_: Format = "text",
) -> None:
    """Search all notes, tags and names, newest first. Case and accents do not matter."""
    if limit is None and format_ == "text":
        limit = LISTED
    with open_journal(ctx) as journal:
        chosen = selection(journal, now(), Filters(since=since, until=until, on=on), limit=limit)
        found = search(journal, " ".join(text), chosen)
    if format_ == "json":
        from painlog.formats.journal_json import to_text

        hits = [_object(hit) for hit in found.hits]
        say([to_text({"schema": SCHEMA, "text": found.text, "found": hits})])
        return
    page = screen()
    say(found_lines(found, page))
    if see := how_to_see(found):
        say(page.wrapped(see, rest="  "))
    if not found.hits:
        say_aside(f'Nothing contains "{printable(found.text)}".')
    elif len(found.hits) < found.total:
        of = f"{MOST_COUNTED:,} or more" if found.more else f"{found.total:,}"
        say_aside(f"The newest {len(found.hits)} of {of}. All of them: --limit 0")


def _object(hit: "Hit") -> dict[str, Any]:
    return {
        "kind": hit.kind,
        "number": hit.number,
        "when": hit.when.isoformat(),
        "about": hit.about,
        "places": [{"field": field, "text": text} for field, text in hit.places],
    }
