"""What `painlog import` says of a table: what it may mean, or what became of its rows."""

from collections.abc import Callable, Iterator

from painlog.cli.base.settings import now
from painlog.formats.names import KnownNames
from painlog.formats.source import Source
from painlog.formats.table.dates import order_of
from painlog.formats.table.scale import rule_of
from painlog.model.contents import Thing
from painlog.model.entry import Entry
from painlog.model.use import Use
from painlog.store.additions import Additions
from painlog.store.counterparts import key_of
from painlog.tasks.bad_rows import MOST_NAMES_LISTED, BadRows
from painlog.tasks.import_table import TableImport, counted_things
from painlog.tasks.propose_table import AppProposal, Proposal
from painlog.tasks.same_uses import SameUses
from painlog.views.terminal import app_table, table
from painlog.views.terminal.entries import same_use_lines
from painlog.views.terminal.merging import (
    Differing,
    LeftRow,
    called_lines,
    differing_lines,
    left_over_lines,
    stored_questions,
)
from painlog.views.terminal.screen import say, say_aside, screen
from painlog.views.wording import count

ROWS_SHOWN = 3


def show_app(source: Source, found: AppProposal) -> None:
    """Show what would be taken from an app's export."""
    page = screen()
    say(table.header_lines(found.table, page))
    say(called_lines(found.names.renamed, page))
    names = found.bad.unknown_names(found.names)
    unknown = app_table.unknown_place_lines(names, len(found.bad.unknown) - len(names))
    say(
        app_table.app_lines(
            app_table.AppFile(source.name, found.app.name, found.app.takes, found.app.leaves),
            app_table.Numbers(found.entries, found.uses, found.left_out, found.bad.number),
            found.rows[:ROWS_SHOWN],
            (*found.questions, *unknown, *_stored_questions(found.stored)),
            found.commands,
            page,
            table.read_lines(found.lines, found.entries, found.uses, page),
        )
    )


def show_proposal(source: Source, proposal: Proposal) -> None:
    """Show what an unknown table may mean."""
    page, guess = screen(), proposal.guess
    found = [*table.header_lines(proposal.table, page)]
    found += called_lines(proposal.names.renamed, page)
    if guess.mapping.date_format:
        date_format, dates = guess.mapping.date_format, guess.dates
        found += table.format_line(
            date_format,
            order_of(date_format),
            page,
            beside_iso=dates is not None and dates.beside_iso,
            unread=dates.unread if dates else None,
        )
    unknown = _unknown_lines(proposal.bad, proposal.names)
    stored = _stored_questions(proposal.stored)
    questions = (*proposal.questions, *unknown, *guess.questions, *stored)
    rows = proposal.rows[:ROWS_SHOWN]
    counts = table.read_lines(proposal.lines, proposal.entries, proposal.uses, page)
    if counts and len(proposal.commands) > 1:
        counts = ["By the first command:", *counts]
    say(
        table.guess_lines(
            source.name, found, guess.columns, rows, questions, proposal.commands, page, counts
        )
    )


def _stored_questions(stored: Additions) -> Iterator[str]:
    return stored_questions(stored.skipped, _differing(stored), now().utcoffset())


def _differing(taken: Additions) -> Differing:
    return Differing(taken.conflicts, taken.differing, taken.changed, taken.replaced > 0)


def show_table_import(source: Source, done: TableImport, *, dry_run: bool, saved: bool) -> None:
    """Show what became of the rows of a table."""
    page, taken = screen(), done.taken
    say(
        table.new_name_lines(
            [region.name for region in done.regions], [made.name for made in done.treatments], page
        )
    )
    say(table.header_lines(done.table, page))
    say(called_lines(done.names.renamed, page))
    if done.how.dates:
        dates = done.how.dates
        example = (dates.line, dates.text)
        order = order_of(dates.format)
        say(
            table.told_format_lines(
                *(dates.format, order, example, page),
                beside_iso=dates.beside_iso,
                all_read=dates.unread is None,
            )
        )
    for scale in dict.fromkeys(scale for _, scale in done.how.mapping.scales):
        say(page.wrapped(rule_of(scale)))
    if done.bad.number:
        say_aside(f"Skipped {count(done.bad.number, 'bad row')}:", *bad_lines(done.bad, done.names))
    offset, differing = now().utcoffset(), _differing(taken)
    say(differing_lines(differing, page, offset, _beneath(done.same, dry_run), dry_run=dry_run))
    shown = {key_of(c.here) for c in differing.conflicts if isinstance(c.here, Entry | Use)}
    say(_same_use_lines(done.same, lambda root: root not in shown, dry_run=dry_run))
    left = [
        LeftRow(row.thing, row.line, [use.what for use in row.said.uses] if row.said else ())
        for row in done.left.first
    ]
    say(left_over_lines(left, done.left.number, done.left.outside, page, offset))
    say(table.saved_mapping_line(done.saved_as, page, dry_run=dry_run))
    if dry_run:
        say(table.read_lines(done.lines, done.entries, done.uses, page))
    say(table.added_line(source.name, counted_things(taken), page, dry_run=dry_run))
    skipped = table.Skipped(
        known=taken.known - max(0, taken.replaced - taken.changed),
        duplicates=taken.duplicates,
        lines=taken.lines,
        bad=done.bad.number,
        left_out=done.left_out,
        headers=done.headers,
        changed=0 if taken.replaced else taken.changed,
        lacking=done.bad.may_lack,
        lacks=tuple(done.bad.lacking),
        all_listed=not (done.bad.unlisted or len(done.bad.unknown) > MOST_NAMES_LISTED),
    )
    say(table.skipped_lines(skipped, page))
    say(table.first_medicine_lines(done.medicines, page))
    say(table.back_line(page, dry_run=dry_run, saved=saved))


def _beneath(same: SameUses, dry_run: bool) -> Callable[[Thing], Iterator[str]]:  # noqa: FBT001
    """Return what says under a replaced thing where else its use is noted."""
    return lambda thing: _same_use_lines(
        same,
        lambda root: isinstance(thing, Entry | Use) and root == key_of(thing),
        dry_run=dry_run,
        indent="    ",
    )


def _same_use_lines(
    same: SameUses,
    of: Callable[[tuple[type, int]], bool],
    *,
    dry_run: bool,
    indent: str = "  ",
) -> Iterator[str]:
    """Say where else those uses are noted that `of` knows by the key of the replaced thing."""
    also = [new for old, new in same.also if of(same.roots[key_of(old)])]
    stays = [(use, twin) for use, twin in same.stays if of(same.roots[key_of(twin)])]
    return same_use_lines(also, stays, screen(), dry_run=dry_run, indent=indent)


def bad_lines(bad: BadRows, names: KnownNames, *, lacking: bool = False) -> Iterator[str]:
    """Say all that is wrong: names and gaps once each, then rows with their reasons."""
    yield from _unknown_lines(bad, names)
    if lacking or bad.lacking_bad:
        yield from table.lacking_lines(bad.lacking, bad.lacking_lines)
    yield from table.bad_row_lines(((row.line, row.reason) for row in bad.listed), bad.unlisted)


def _unknown_lines(bad: BadRows, names: KnownNames) -> Iterator[str]:
    unknown = bad.unknown_names(names)
    return table.unknown_lines(unknown, len(bad.unknown) - len(unknown), uncounted=bad.uncounted)
