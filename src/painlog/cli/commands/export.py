"""`painlog export`: write entries, uses or the whole journal."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from painlog.advice.standing import SHORT
from painlog.cli.base.filters import NO_FILTERS, Filters, filtered, selection
from painlog.cli.base.lazy import examples
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.target import Force, Output, check_target, format_by_ending
from painlog.errors import UsageError
from painlog.files.drafts import new_file
from painlog.formats import journal_csv
from painlog.views.terminal.screen import for_data, say_aside
from painlog.views.wording import count, listed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import TextIO

    from painlog.formats.coverage import Form
    from painlog.model.factor import KeptDays
    from painlog.model.selection import Selection
    from painlog.store.journal import Journal

ExportForm = Literal["csv", "json", "fhir"]


@examples(
    "painlog export > pain.csv",
    "painlog export --output pain.csv --since 2026-03-01",
    'painlog export --region "left heel" -o heel.csv --force',
    "painlog export --what days --output days.csv",
    "painlog export --what attacks --output attacks.csv",
    "painlog export --output journal.json",
    "painlog export --format fhir --output bundle.json",
)
@filtered()
def export(
    ctx: typer.Context,
    format_: Annotated[
        ExportForm | None,
        typer.Option(
            "--format",
            help="json has everything; fhir courses, visits and PEGs, too. Default: by the ending "
            "of --output, else csv.",
        ),
    ] = None,
    what: Annotated[
        Literal["entries", "uses", "days", "attacks"],
        typer.Option(
            "--what",
            help="In CSV: entries, uses without a rating, days (what `day` logs), or attacks "
            "(also as json).",
        ),
    ] = "entries",
    output: Output = None,
    force: Force = False,
    filters: Filters = NO_FILTERS,
) -> None:
    """Write entries, uses, days or attacks as CSV, or the journal as JSON or FHIR R4.

    Without --output, it goes to standard output. A treatment logged with a rating is in the row of
    that entry. A CSV of days has a row for each day: sleep, stress, your factors and the note, as
    logged with `day`, but no ratings.
    """
    format_ = format_by_ending(format_, output, _endings(format_)) or "csv"
    if what == "attacks" and format_ == "fhir":
        raise UsageError("--what attacks is for CSV and JSON; fhir has the entries.")
    if what not in {"entries", "attacks"} and format_ != "csv":
        raise UsageError(f"--what is for CSV: {format_} has entries and uses in one file.")
    check_target(ctx, output, force=force)
    form: Form = format_ if what == "entries" else what
    nouns = _NOUNS[what]
    write = _write_attacks_as_json if (what, format_) == ("attacks", "json") else _written
    this_moment = now()
    with open_journal(ctx) as journal:
        chosen = selection(journal, this_moment, filters)
        if output is None:
            _let_line_ends_through()
            number = write(journal, chosen, form, for_data(sys.stdout), this_moment)
            target = "standard output"
        else:
            with new_file(output, force=force) as file:
                number = write(journal, chosen, form, file, this_moment)
            target = str(output)
        left_out = _left_out(journal, chosen, form)
    say_aside(f"Wrote {count(number, *nouns)} to {target}. {left_out}{SHORT.text}")


_USE = ("use without a rating", "uses without a rating")
_IN_WORDS = {
    "csv": "a CSV of entries",
    "uses": "a CSV of uses",
    "days": "a CSV of days",
    "attacks": "a list of attacks",
    "fhir": "FHIR",
}
_NOUNS = {
    "entries": ("entry", "entries"),
    "uses": _USE,
    "days": ("day", "days"),
    "attacks": ("attack", "attacks"),
}


def _left_out(journal: "Journal", chosen: "Selection", form: "Form") -> str:
    """Return what a format does not hold of the journal, and how to write that."""
    from painlog.formats.coverage import Held, left_out

    if form == "json":
        return ""
    held = Held(
        *(journal.entries(chosen), journal.uses(chosen)),
        *(_kept_days(journal, chosen), journal.background()),
    )
    parts = left_out(held, form)
    if not parts:
        return ""
    told = listed(count(number, part.one, part.many) for part, number in parts)
    ways = "".join(f"{part.what} with --what {part.what}, " for part, _ in parts if part.what)
    alone = " and no --what" if form == "attacks" else ""
    return f"Not in {_IN_WORDS[form]}: {told}; write {ways}everything with --format json{alone}. "


def _kept_days(journal: "Journal", chosen: "Selection") -> "KeptDays":
    from painlog.store.days import kept_days

    kept = kept_days(journal, chosen.since or date.min)
    return kept.within(chosen.since or date.min, chosen.until or date.max)


def _endings(said: ExportForm | None) -> "Mapping[str, ExportForm]":
    """Return the format for each ending; a FHIR bundle is JSON, too."""
    return {".csv": "csv", ".json": "fhir" if said == "fhir" else "json"}


def _written(
    journal: "Journal", chosen: "Selection", form: "Form", file: "TextIO", now: "datetime"
) -> int:
    if form == "uses":
        return journal_csv.write_uses(journal.uses(chosen), file)
    if form == "days":
        from painlog.formats.days_csv import write_days

        return write_days(_kept_days(journal, chosen), file)
    if form == "attacks":
        from painlog.formats.attacks import write_attacks
        from painlog.tasks.attack_list import chosen_attacks

        return write_attacks(chosen_attacks(journal, chosen, now), file)
    entries = journal.entries(chosen)
    if form == "csv":
        return journal_csv.write(entries, file)
    if form == "json":
        from painlog.formats.journal_json import write_journal

        return write_journal(
            lambda: journal.entries(chosen), journal.background(), file, journal.uses(chosen)
        )
    from painlog.formats.fhir.bundle import write_bundle

    kinds = {treatment.name: treatment.kind for treatment in journal.treatments.all}
    return write_bundle(
        entries,
        chosen.part_of(journal.background()),
        kinds,
        file,
        journal.uses(chosen),
        today=now.date(),
    )


def _write_attacks_as_json(
    journal: "Journal", chosen: "Selection", _form: "Form", file: "TextIO", now: "datetime"
) -> int:
    from painlog.formats.attacks import attacks_object
    from painlog.formats.journal_json import to_text
    from painlog.tasks.attack_list import chosen_attacks

    found = chosen_attacks(journal, chosen, now)
    file.write(to_text(attacks_object(found)) + "\n")
    return len(found)


def _let_line_ends_through() -> None:
    # RFC 4180 has CRLF on every system.
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
