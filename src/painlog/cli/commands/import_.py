"""`painlog import`: read a table or another journal."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.base.ask import agrees, ask, can_ask, one_of
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import argument, offer
from painlog.cli.base.settings import now, open_journal
from painlog.errors import RefusedError, UsageError
from painlog.formats.source import Source, opened
from painlog.model.region import label
from painlog.outcome import outcome
from painlog.views.terminal.screen import say, screen, watched
from painlog.views.wording import count, printable

if TYPE_CHECKING:
    from painlog.tasks.propose_table import AppProposal
    from painlog.tasks.table_options import TableOptions

_Texts = list[str] | None


@examples(
    "painlog import pain.csv",
    "painlog import app.csv   # says what it may mean",
    'painlog import app.csv --map "region=Body part"',
    "painlog import app.csv --value intensity:mild=3",
    "painlog import app.csv --mapping app --dry-run",
    "painlog import other.db   # merges a journal",
    "painlog import - < pain.csv",
)
def import_(
    ctx: typer.Context,
    file: Annotated[Path, argument("FILE", "A table, export or journal; - is standard input.")],
    columns: Annotated[
        _Texts, typer.Option("--map", metavar="FIELD=COLUMN", help="Which column is what.")
    ] = None,
    values: Annotated[
        _Texts, typer.Option("--value", metavar="FIELD:A=B", help="What a word stands for.")
    ] = None,
    defaults: Annotated[
        _Texts, typer.Option("--default", metavar="FIELD=B", help="For rows without a value.")
    ] = None,
    date_format: Annotated[
        str | None,
        typer.Option("--date-format", metavar="FORMAT", help="How dates are written: %d/%m/%Y."),
    ] = None,
    scales: Annotated[
        _Texts, typer.Option("--scale", metavar="LOW-HIGH", help="0-100: convert to 0–10.")
    ] = None,
    units: Annotated[
        _Texts, typer.Option("--unit", metavar="FIELD=UNIT", help="lasted=hours, dose=mg.")
    ] = None,
    split: Annotated[
        _Texts,
        typer.Option("--split", metavar="region", help="An entry for each region in a cell."),
    ] = None,
    only: Annotated[
        _Texts, typer.Option("--only", metavar="COLUMN=TEXT", help="Read only these rows.")
    ] = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="Which sheet of a spreadsheet.")
    ] = None,
    no_header: Annotated[
        bool, typer.Option("--no-header", help="The first row is data; columns are #1, #2, …")
    ] = False,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="The encoding of the file.")
    ] = None,
    separator: Annotated[
        str | None,
        typer.Option("--separator", metavar="SIGN", help="What is between cells; or: tab."),
    ] = None,
    mapping: Annotated[
        str | None,
        typer.Option(
            "--mapping",
            metavar="NAME",
            help="Use saved options, or an app's.",
            autocompletion=offer("mappings_to_use"),
        ),
    ] = None,
    save_mapping: Annotated[
        str | None, typer.Option("--save-mapping", metavar="NAME", help="Save these options.")
    ] = None,
    add_unknown: Annotated[
        bool, typer.Option("--add-unknown", help="Add unknown names as your own.")
    ] = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Import the good rows and skip the bad ones.")
    ] = False,
    allow_duplicates: Annotated[
        bool, typer.Option("--allow-duplicates", help="Import also what looks like stored things.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Store the file's version of what it changed.")
    ] = False,
    uses: Annotated[
        bool, typer.Option("--uses", help="Read rows without a rating as uses.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen; change nothing.")
    ] = False,
) -> None:
    """Import a table, an app's export or a journal, in one change that `undo` takes back.

    A table is CSV, XLSX or ODS, from painlog (entries or uses) or any other program. Without --map,
    painlog shows what the columns of an unknown table may mean, or what it would take from the
    export of an app that it knows (see: painlog mappings apps). A journal is painlog's JSON or its
    file.
    """
    from painlog.formats.table.mapping import parse_mapping
    from painlog.tasks.table_options import TableOptions

    options = TableOptions(
        parse_mapping(
            columns or (),
            values or (),
            defaults or (),
            scales or (),
            date_format or "",
            encoding or "",
            separator or "",
            units=units or (),
            uses=uses,
            split=split or (),
            only=only or (),
            sheet=sheet or "",
            no_header=no_header,
        ),
        mapping,
        save_mapping,
        skip_bad,
        add_unknown,
        allow_duplicates,
        replace,
    )
    if replace and allow_duplicates:
        raise UsageError(
            "--replace and --allow-duplicates contradict each other; give one of them."
        )
    with opened(file) as source:
        if source.kind not in ("json", "database"):
            _import_table(ctx, source, _with_sheet(source, options), dry_run=dry_run)
        elif options != TableOptions(allow_duplicates=allow_duplicates):
            raise UsageError(
                f"{source.name} is a journal, not a table. Of these options, it takes only "
                "--allow-duplicates and --dry-run."
            )
        else:
            _import_journal(ctx, source, dry_run=dry_run, allow_duplicates=allow_duplicates)


def _import_table(
    ctx: typer.Context, source: Source, options: "TableOptions", *, dry_run: bool
) -> None:
    from painlog.cli.base.trial_of_day import say_of_change
    from painlog.cli.commands.import_answers import bad_lines, show_proposal, show_table_import
    from painlog.store.log import position
    from painlog.tasks.import_table import BadTable, TableImport, import_table
    from painlog.tasks.propose_table import AppProposal, Proposal

    with open_journal(ctx, writing=True, rehearsing=dry_run) as journal:
        result = import_table(journal, source, options, now(), watched)
        if isinstance(result, TableImport):
            show_table_import(source, result, dry_run=dry_run, saved=outcome.saved)
            if outcome.saved:
                say_of_change(journal, position(journal.connection).last, now().date())
            return
    if isinstance(result, Proposal):
        show_proposal(source, result)
        raise RefusedError("Nothing was imported: say first what the columns mean.")
    if isinstance(result, AppProposal):
        agreed = _agreed(ctx, source, result, options)
        _import_table(ctx, source, agreed, dry_run=dry_run)
        return
    if isinstance(result, BadTable):
        raise RefusedError(
            f"{source.name} has {count(result.bad.number, 'bad row')}, so nothing was imported. "
            "Correct what is listed here, or import the good rows with --skip-bad.",
            *result.told,
            *bad_lines(result.bad, result.names, lacking=True),
        )


def _with_sheet(source: Source, options: "TableOptions") -> "TableOptions":
    """Ask on a terminal which sheet of a spreadsheet is meant, where that is not clear."""
    from painlog.formats.extracted import SPREADSHEETS, sheets_to_choose

    said = options.mapping.sheet or options.named
    if source.kind not in SPREADSHEETS or said or not can_ask():
        return options
    names = sheets_to_choose(source)
    if not names:
        return options
    say([f"{number}  {printable(name)}" for number, name in enumerate(names, start=1)])
    chosen = ask("Which sheet", lambda text: one_of(text, names))
    return options._replace(mapping=options.mapping._replace(sheet=chosen))


def _agreed(
    ctx: typer.Context, source: Source, found: "AppProposal", options: "TableOptions"
) -> "TableOptions":
    """Show what would be taken from an app's export, and return the options if a person agrees.

    Raises:
        RefusedError: if nobody is there to agree, or they do not.
    """
    from painlog.cli.commands.import_answers import show_app

    show_app(source, found)
    nothing = RefusedError("Nothing was imported.")
    if not can_ask() or len(found.guesses) > 1 or {*found.missing} - {"region"}:
        raise nothing
    mapping = options.mapping.over(found.guesses[0])
    if found.missing:
        with open_journal(ctx) as journal:
            region, side = ask("Which part of the body is it about", journal.regions.find)
        place = (("region", label(region.name, side)),)
        mapping = mapping._replace(defaults=(*mapping.defaults, *place))
    if not agrees("Import it like this?"):
        raise nothing
    skip_bad = found.app.skip_bad or options.skip_bad
    return options._replace(mapping=mapping, named=found.app.key, skip_bad=skip_bad)


def _import_journal(
    ctx: typer.Context, source: Source, *, dry_run: bool, allow_duplicates: bool
) -> None:
    from painlog.cli.base.trial_of_day import say_of_change
    from painlog.tasks.import_journal import import_journal
    from painlog.views.terminal.merging import (
        conflict_lines,
        counted,
        left_out_lines,
        new_names,
        of_table_lines,
        returned_lines,
    )
    from painlog.views.terminal.table import Skipped, added_line, back_line, skipped_lines

    page, this_moment = screen(), now()
    with open_journal(ctx, writing=True, rehearsing=dry_run) as journal:
        done = import_journal(
            journal, source, this_moment, watched, allow_duplicates=allow_duplicates
        )
    if done is None:
        say(page.wrapped(f"{printable(source.name)} is an empty journal: nothing to add."))
        return
    merged = done.merged
    offset = this_moment.utcoffset()
    back = merged.first_returned
    say(returned_lines(back, merged.returned, page, offset, dry_run=dry_run))
    say(new_names(done.names.regions, done.names.treatments, page))
    different = merged.taken.total() + merged.stayed.total()
    say(conflict_lines(merged.conflicts, different, merged.tied, page, offset))
    say(of_table_lines(merged.of_table, page, dry_run=dry_run))
    say(left_out_lines(merged.left_out, page))
    say(added_line(source.name, counted(merged.added), page, dry_run=dry_run))
    say(skipped_lines(Skipped(merged.known.total(), alike=merged.alike.total()), page))
    say(back_line(page, dry_run=dry_run, saved=done.changed))
    if done.changed and not dry_run:
        with open_journal(ctx) as journal:
            say_of_change(journal, done.change_id, this_moment.date())
