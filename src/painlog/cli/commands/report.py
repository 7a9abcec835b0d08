"""`painlog report`: what the ratings did."""

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from painlog.advice.standing import in_short
from painlog.analysis.effects import WINDOW_DAYS
from painlog.cli.base.filters import Filters, TreatmentShown, filtered, selection
from painlog.cli.base.lazy import examples
from painlog.cli.base.settings import chosen_settings, now, open_journal
from painlog.cli.base.target import Force, Output, check_target, format_by_ending
from painlog.errors import UsageError
from painlog.files.drafts import new_file
from painlog.store.journal import Journal
from painlog.tasks.report import AdvisedReport, report_on
from painlog.views.terminal.pager import page_out
from painlog.views.terminal.screen import Screen, say, say_aside, screen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from painlog.views.clinician.parts import ClinicianPage

SHARED = "It holds health data: give it only to people you trust."

LACKS_LETTERS = (
    "No font here has some of the letters, so boxes stand for them in the PDF. The web page shows "
    "them: --format html"
)

FOR_CLINICIAN = ("html", "pdf")

ReportForm = Literal["text", "json", "markdown", "html", "pdf"]
ENDINGS: "Mapping[str, ReportForm]" = {
    ".txt": "text",
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
}
Paper = Literal["a4", "letter"]


@examples(
    "painlog report",
    "painlog report --full",
    'painlog report --region "left heel" --since 2026-03-01',
    "painlog report --format markdown",
    'painlog report --format html --question "What next?"',
    "painlog report --output report.pdf",
)
@filtered(treatment=TreatmentShown)
def report(
    ctx: typer.Context,
    filters: Filters,
    window: Annotated[
        int,
        typer.Option(
            "--window", metavar="DAYS", help="Days compared before and after.", min=3, max=3650
        ),
    ] = WINDOW_DAYS,
    full: Annotated[bool, typer.Option("--full", help="Every figure (text, markdown).")] = False,
    format_: Annotated[
        ReportForm | None,
        typer.Option("--format", help="html and pdf: for a clinician; markdown: for a message."),
    ] = None,
    output: Output = None,
    force: Force = False,
    open_: Annotated[bool, typer.Option("--open", help="Open the page (html, pdf).")] = False,
    name: Annotated[
        str,
        typer.Option("--name", metavar="NAME", help="Your name on it; never stored (html, pdf)."),
    ] = "",
    question: Annotated[
        list[str] | None,
        typer.Option(
            "--question", metavar="TEXT", help="To ask at the visit; repeatable (html, pdf)."
        ),
    ] = None,
    notes: Annotated[bool, typer.Option("--notes", help="With your notes (html, pdf).")] = False,
    paper: Annotated[
        Paper | None, typer.Option("--paper", help="For a PDF. Default: your setting.")
    ] = None,
    no_pager: Annotated[
        bool, typer.Option("--no-pager", help="Print it, however long it is.")
    ] = False,
) -> None:
    """Show what the ratings did, the answers first; with --full every figure."""
    if format_ is None and output and output.suffix and output.suffix.lower() not in ENDINGS:
        raise UsageError(
            f"A report cannot be written as {output.suffix}. End the file in .txt, .md, .html, "
            ".pdf or .json, or give --format."
        )
    format_ = format_by_ending(format_, output, ENDINGS) or "text"
    settings = chosen_settings()
    _check_options(format_, paper, page_options=bool(open_ or name or question or notes))
    this_moment = now()
    target = output or _default_file(format_, this_moment, must=open_, force=force)
    check_target(ctx, target, force=force)
    with open_journal(ctx) as journal:
        chosen = selection(journal, this_moment, filters)
        advised = report_on(
            journal,
            this_moment,
            chosen,
            window_days=window,
            with_notes=notes,
            for_clinician=format_ in FOR_CLINICIAN,
            country=settings.country or "",
        )
        kept = _kept_questions(journal, this_moment.date()) if format_ in FOR_CLINICIAN else []
    if settings.short_advice and format_ == "text":
        advised = advised._replace(advice=in_short(advised.advice))
    if format_ in FOR_CLINICIAN:
        page = _page(advised, this_moment.date(), name, [*kept, *(question or [])])
        _write(_page_bytes(page, format_, paper or settings.paper), target, force=force)
    elif target is None:
        shown_on = screen()
        page_out(
            _lines(advised, format_, shown_on, full=full),
            shown_on,
            wanted=not no_pager,
            chosen=settings.pager,
        )
    else:
        lines = _lines(advised, format_, Screen(), full=full)
        _write("".join(f"{line}\n" for line in lines).encode(), target, force=force)
    if target is not None:
        say_aside(f"Wrote the report to {target}. {SHARED}")
        if open_:
            _show(target)


def _kept_questions(journal: Journal, today: date) -> list[str]:
    """Return the questions that the person kept for the next visit."""
    from painlog.model.visits import next_visit

    coming = next_visit(journal.consultations(), journal.questions(), today)
    return [question.text for question in coming.questions]


def print_report(journal: Journal, this_moment: datetime) -> None:
    """Print the report on a whole journal to standard output."""
    say(_lines(report_on(journal, this_moment), "text", screen(), full=False))


def _check_options(format_: ReportForm, paper: Paper | None, *, page_options: bool) -> None:
    if page_options and format_ not in FOR_CLINICIAN:
        raise UsageError(
            "--name, --question, --notes and --open belong to the page for a clinician. "
            "Add --format html or --format pdf."
        )
    if paper and format_ != "pdf":
        raise UsageError("--paper belongs to a PDF: add --format pdf. A web page fits any paper.")


def _default_file(
    format_: ReportForm, this_moment: datetime, *, must: bool, force: bool
) -> Path | None:
    """Return a new file for a page that would fill a terminal, or is to be opened.

    A second page of one day has a number in its name, unless `force` lets it replace the first.
    """
    if format_ not in FOR_CLINICIAN or not (must or sys.stdout.isatty()):
        return None
    name = f"pain-report-{this_moment:%Y-%m-%d}"
    file, number = Path(f"{name}.{format_}"), 1
    while not force and os.path.lexists(file):
        number += 1
        file = Path(f"{name}-{number}.{format_}")
    return file


def _lines(
    advised: AdvisedReport, format_: ReportForm, page: Screen, *, full: bool
) -> "Iterable[str]":
    if format_ == "json":
        from painlog.formats.journal_json import to_text
        from painlog.formats.report_json import report_object

        return [to_text(report_object(advised.report, advised.told, advised.advice, advised.signs))]
    from painlog.views.terminal.page import to_lines, to_markdown

    if full:
        from painlog.views.terminal.report import report_blocks as blocks_of
    else:
        from painlog.views.terminal.brief import brief_blocks as blocks_of

    blocks = blocks_of(
        advised.report,
        advised.told,
        advised.advice,
        whole=advised.whole,
        signs=advised.signs,
        earlier=advised.earlier,
    )
    if format_ == "markdown":
        return to_markdown(blocks)
    if page.styled and page.drawn:
        from painlog.views.terminal.drawn import drawn_lines

        return drawn_lines(blocks, page)
    return to_lines(blocks, page)


def _page(
    advised: AdvisedReport, made_on: date, name: str, questions: "Sequence[str]"
) -> "ClinicianPage":
    from painlog.views.clinician.content import Extras, clinician_page

    extras = Extras(name, tuple(dict.fromkeys(questions)))
    return clinician_page(
        advised.report, advised.told, advised.advice, made_on, extras, signs=advised.signs
    )


def _page_bytes(page: "ClinicianPage", format_: ReportForm, paper: Paper) -> bytes:
    from painlog.views.clinician.documents import to_html, to_pdf

    if format_ == "html":
        return to_html(page).encode()
    pdf = to_pdf(page, paper)
    if pdf.lacks_letters:
        say_aside(LACKS_LETTERS)
    return pdf.content


def _write(content: bytes, target: Path | None, *, force: bool) -> None:
    if target is None:
        sys.stdout.buffer.write(content)
        return
    with new_file(target, force=force) as file:
        file.buffer.write(content)


def _show(target: Path) -> None:
    import webbrowser

    if not webbrowser.open(target.resolve().as_uri()):
        say_aside("No program to show it was found; open the file yourself.")
