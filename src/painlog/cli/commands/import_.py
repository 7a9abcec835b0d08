"""`painlog import`: entries from elsewhere, in."""

from pathlib import Path
from typing import Annotated

import typer

from painlog.cli.base.lazy import examples
from painlog.cli.base.options import argument, offer
from painlog.errors import UsageError
from painlog.formats.source import opened

_Texts = list[str] | None


@examples(
    "painlog import pain.csv",
    "painlog import app.csv   (says what it may mean)",
    'painlog import app.csv --map "region=Body part"',
    "painlog import app.csv --value intensity:mild=3",
    "painlog import app.csv --mapping app --dry-run",
    "painlog import other.db   (merges a journal)",
    "painlog import - < pain.csv",
)
def import_(
    ctx: typer.Context,
    file: Annotated[Path, argument("FILE", "A table or journal; - is standard input.")],
    columns: Annotated[
        _Texts, typer.Option("--map", metavar="FIELD=COLUMN", help="Which column is what.")
    ] = None,
    values: Annotated[
        _Texts, typer.Option("--value", metavar="FIELD:A=B", help="What a word stands for.")
    ] = None,
    defaults: Annotated[
        _Texts, typer.Option("--default", metavar="FIELD=B", help="Where a row says nothing.")
    ] = None,
    date_format: Annotated[
        str,
        typer.Option(
            "--date-format", metavar="FORMAT", help="%d/%m/%Y, as in strptime.", show_default=False
        ),
    ] = "",
    scales: Annotated[
        _Texts, typer.Option("--scale", metavar="LOW-HIGH", help="0-100: put it on 0–10.")
    ] = None,
    encoding: Annotated[
        str,
        typer.Option(
            "--encoding", metavar="NAME", help="How letters are written.", show_default=False
        ),
    ] = "",
    separator: Annotated[
        str,
        typer.Option(
            "--separator", metavar="SIGN", help="Between cells, or: tab.", show_default=False
        ),
    ] = "",
    mapping: Annotated[
        str | None,
        typer.Option(
            "--mapping",
            metavar="NAME",
            help="Options that were kept.",
            autocompletion=offer("mappings"),
        ),
    ] = None,
    save_mapping: Annotated[
        str | None, typer.Option("--save-mapping", metavar="NAME", help="Keep these options.")
    ] = None,
    add_unknown: Annotated[
        bool, typer.Option("--add-unknown", help="Unknown names become your own.")
    ] = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Take the good rows and leave the bad ones.")
    ] = False,
    allow_duplicates: Annotated[
        bool, typer.Option("--allow-duplicates", help="Take rows that look like stored ones.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen; change nothing.")
    ] = False,
) -> None:
    """Take in a table or another journal, all in one change that `undo` takes back.

    A table is CSV with titles, as painlog or any other program writes it; without --map it is
    shown what an unknown one may mean. A journal is painlog's JSON or its file.
    """
    from painlog.cli.commands.import_table import Wanted, import_table
    from painlog.formats.table.mapping import parse_mapping

    wanted = Wanted(
        parse_mapping(
            columns or (),
            values or (),
            defaults or (),
            scales or (),
            date_format,
            encoding,
            separator,
        ),
        mapping,
        save_mapping,
        skip_bad,
        add_unknown,
        allow_duplicates,
        dry_run,
    )
    with opened(file) as source:
        if source.kind == "table":
            import_table(ctx, source, wanted)
            return
        if wanted != Wanted(parse_mapping(), dry_run=dry_run):
            raise UsageError(
                f"{source.name} is a journal, not a table. Of these options it takes --dry-run "
                "alone."
            )
        from painlog.cli.commands.import_journal import import_journal

        import_journal(ctx, source, dry_run=dry_run)
