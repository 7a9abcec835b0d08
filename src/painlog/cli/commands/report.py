"""`painlog report`: what the ratings did."""

import os
import sys
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from painlog.advice.adapting import adapt
from painlog.advice.red_flags import chest_advice, told_of
from painlog.analysis.days import gather
from painlog.analysis.effects import WINDOW_DAYS
from painlog.analysis.report import Period, Report, build_report
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import (
    RegionFilter,
    SideFilter,
    Since,
    TreatmentShown,
    Until,
    selection,
)
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.target import check_target
from painlog.errors import UsageError
from painlog.model.selection import Selection
from painlog.store.journal import Journal
from painlog.views.terminal.page import to_lines, to_markdown
from painlog.views.terminal.report import report_blocks
from painlog.views.terminal.screen import Screen, say, say_aside, screen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from painlog.advice.red_flags import Told
    from painlog.advice.standing import Advice
    from painlog.views.clinician.parts import ClinicianPage

# What needs care now is said for so long; a clinician is told what was written in the period.
TOLD_SINCE = timedelta(days=14)
TOLD_TO_CLINICIAN_SINCE = timedelta(days=90)
# Three whole months and this one.
INTAKE_SINCE = timedelta(days=124)
SHARED = "It holds health data: give it to whom you trust."

LACKS_LETTERS = (
    "No font here has some of the letters, so boxes stand for them in the PDF. The web page shows "
    "them: --format html"
)

ReportForm = Literal["text", "json", "markdown", "html", "pdf"]
Paper = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class Made:
    """A report and what is to be said with it."""

    report: Report
    told: "tuple[Told, ...]"
    advice: "tuple[Advice, ...]"
    whole: bool = False


@examples(
    "painlog report",
    'painlog report --region "left heel" --since 2026-03-01',
    "painlog report --format markdown",
    'painlog report --format html --question "What next?"',
    "painlog report --format pdf --output report.pdf",
)
def report(
    ctx: typer.Context,
    region: RegionFilter = None,
    side: SideFilter = None,
    treatment: TreatmentShown = None,
    since: Since = None,
    until: Until = None,
    window: Annotated[
        int,
        typer.Option("--window", metavar="DAYS", help="Days before and after.", min=3, max=3650),
    ] = WINDOW_DAYS,
    format_: Annotated[
        ReportForm,
        typer.Option("--format", help="html and pdf: for a clinician; markdown: for a message."),
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Go over a file that is there.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Show the page (html, pdf).")] = False,
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="On the page; never stored (html, pdf).")
    ] = "",
    question: Annotated[
        list[str] | None,
        typer.Option(
            "--question", metavar="TEXT", help="To ask at the visit; several (html, pdf)."
        ),
    ] = None,
    notes: Annotated[bool, typer.Option("--notes", help="With your notes (html, pdf).")] = False,
    paper: Annotated[Paper | None, typer.Option("--paper", help="Of a PDF; else a4.")] = None,
) -> None:
    """Show what the ratings did: by region, before and in each treatment, by session and month."""
    for_clinician = format_ in ("html", "pdf")
    if not for_clinician and (open_ or name or question or notes):
        raise UsageError(
            "--name, --question, --notes and --open belong to the page for a clinician. "
            "Add --format html or --format pdf."
        )
    if paper and format_ != "pdf":
        raise UsageError("--paper belongs to a PDF: add --format pdf. A web page fits any paper.")
    this_moment = now()
    target = output or _default_file(format_, this_moment, must=open_, force=force)
    check_target(ctx, target, force=force)
    with open_journal(ctx) as journal:
        chosen = selection(
            journal,
            this_moment,
            region=region,
            side=side,
            treatment=treatment,
            since=since,
            until=until,
        )
        made = make(
            journal,
            this_moment,
            chosen,
            window_days=window,
            with_notes=notes,
            for_clinician=for_clinician,
        )
    if for_clinician:
        page = _page(made, this_moment.date(), name, question or [])
        _write(_page_bytes(page, format_, paper or "a4"), target, force=force)
    elif target is None:
        say(_lines(made, format_))
    else:
        lines = _lines(made, format_, plain=True)
        _write(("\n".join(lines) + "\n").encode(), target, force=force)
    if target is not None:
        say_aside(f"Wrote the report to {target}. {SHARED}")
        if open_:
            _show(target)


def make(
    journal: Journal,
    this_moment: datetime,
    chosen: Selection | None = None,
    *,
    window_days: int = WINDOW_DAYS,
    with_notes: bool = False,
    for_clinician: bool = False,
) -> Made:
    """The report on a journal, or on the part of it that was chosen.

    Warning signs are those that entries of any place tell of: in the last 14 days, counted
    from today, and `for_clinician` in the whole period, up to 90 days back from its end.
    """
    chosen = chosen or Selection()
    until = chosen.until or this_moment.date()
    consultations = journal.consultations()
    found = build_report(
        # Days before the period count as days before a course that runs in it.
        journal.entries(chosen._replace(since=None, until=until, treatments=())),
        journal.courses(),
        consultations,
        journal.pegs(),
        regions=journal.regions.by_name,
        treatments=journal.treatments.by_name,
        today=until,
        since=chosen.since,
        asked=chosen,
        window_days=window_days,
        with_notes=with_notes,
        elsewhere=(
            gather(journal.entries(Selection(since=until - INTAKE_SINCE, until=until))).values()
            if chosen.places
            else ()
        ),
    )
    # A report on the past asks nobody to act now on what was written then.
    since = this_moment.date() - TOLD_SINCE
    lately = list(journal.entries(Selection(since=since, until=until)))
    told_lately = told_of(lately)
    on_chest = chest_advice(lately, [told.flag for told in told_lately])
    return Made(
        found,
        _told_in(journal, found.period) if for_clinician else told_lately,
        (
            *([on_chest] if on_chest else ()),
            *adapt(found, consultations, journal.treatments.by_name),
        ),
        whole=bool(chosen.treatments),
    )


def _told_in(journal: Journal, period: Period) -> "tuple[Told, ...]":
    earliest = max(period.since, period.until - TOLD_TO_CLINICIAN_SINCE)
    # A short period hides nothing that the person is told of.
    since = min(earliest, period.until - TOLD_SINCE)
    return told_of(journal.entries(Selection(since=since, until=period.until)))


def print_report(journal: Journal, this_moment: datetime) -> None:
    """Print the report on a whole journal to standard output."""
    say(_lines(make(journal, this_moment), "text"))


def _lines(made: Made, format_: ReportForm, *, plain: bool = False) -> "Iterable[str]":
    if format_ == "json":
        from painlog.formats.journal_json import to_text
        from painlog.formats.report_json import report_object

        return [to_text(report_object(made.report, made.told, made.advice))]
    blocks = report_blocks(made.report, made.told, made.advice, whole=made.whole)
    if format_ == "markdown":
        return to_markdown(blocks)
    return to_lines(blocks, Screen() if plain else screen())


def _page(made: Made, made_on: date, name: str, questions: "Sequence[str]") -> "ClinicianPage":
    from painlog.views.clinician.content import Extras, clinician_page

    extras = Extras(name, tuple(questions))
    return clinician_page(made.report, made.told, made.advice, made_on, extras)


def _page_bytes(page: "ClinicianPage", format_: ReportForm, paper: Paper) -> bytes:
    if format_ == "pdf":
        from painlog.views.clinician.documents import to_pdf

        pdf = to_pdf(page, paper)
        if pdf.lacks_letters:
            say_aside(LACKS_LETTERS)
        return pdf.content
    from painlog.views.clinician.documents import to_html

    return to_html(page).encode()


def _default_file(
    format_: ReportForm, this_moment: datetime, *, must: bool, force: bool
) -> Path | None:
    """A page goes to a file where it would be poured over a terminal, or is to be shown.

    A second one of a day has a number in its name, unless `force` lets it go over the first.
    """
    if format_ not in ("html", "pdf") or not (must or sys.stdout.isatty()):
        return None
    name = f"pain-report-{this_moment:%Y-%m-%d}"
    file, number = Path(f"{name}.{format_}"), 1
    while not force and os.path.lexists(file):
        number += 1
        file = Path(f"{name}-{number}.{format_}")
    return file


def _write(written: bytes, target: Path | None, *, force: bool) -> None:
    if target is None:
        sys.stdout.buffer.write(written)
        return
    from painlog.files.drafts import new_file

    with new_file(target, force=force) as file:
        file.buffer.write(written)


def _show(target: Path) -> None:
    import webbrowser

    if not webbrowser.open(target.resolve().as_uri()):
        say_aside("No program to show it was found; open the file yourself.")
