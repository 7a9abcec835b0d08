"""`painlog treatments`: what can be done about pain, with its evidence, and the person's own."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from painlog.cli.base import nouns
from painlog.cli.base.lazy import epilog
from painlog.cli.base.nouns import add_own, must_be_own, noun, remove_own, rename_own, say_done
from painlog.cli.base.options import Format, argument, option
from painlog.cli.base.settings import open_journal
from painlog.errors import UsageError
from painlog.files.command_line import quoted
from painlog.model.known_treatments import Treatments
from painlog.model.treatment import KINDS
from painlog.tasks.own_treatments import TreatmentFacts, changed_treatment, new_treatment
from painlog.views.terminal.catalogue import treatment_card, treatment_lines
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import NOTHING_CHANGED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.model.treatment import Treatment

app = noun(
    "Treatments with their evidence and cautions: list, search, show, and add your own.",
    "painlog treatments",
    'painlog treatments show "dry needling"',
    "painlog treatments search needle",
)
Name = Annotated[str, argument("TREATMENT", known="treatments")]
NewName = Annotated[str, argument("TREATMENT")]
OwnName = Annotated[str, argument("TREATMENT", known="own_treatments")]
KindName = Literal["self-care", "manual", "needling", "exercise", "medication", "other"]
KIND = typer.Option(
    "--kind", metavar="KIND", help=f"What kind of treatment it is: {', '.join(KINDS)}."
)
CONVENTIONAL = typer.Option(
    "--conventional/--complementary",
    help="Part of ordinary medical care, or used beside it.",
)
ClassName = Annotated[
    str | None,
    option(
        "--class",
        metavar="CLASS",
        help_="What class of medicine it is: triptan.",
        known="medicine_classes",
    ),
]
Synonyms = Annotated[
    list[str] | None, typer.Option("--synonym", metavar="NAME", help="Another name for it.")
]


@app.command(
    "list",
    epilog=epilog(
        "painlog treatments",
        "painlog treatments --class triptan",
        "painlog treatments list --format json",
    ),
)
def list_(
    ctx: typer.Context,
    class_: Annotated[
        str | None,
        option(
            "--class",
            metavar="CLASS",
            help_="Only the medicines of this class: triptan.",
            known="medicine_classes",
        ),
    ] = None,
    format_: Format = "text",
) -> None:
    """List all treatments by kind, and the medicines by class."""
    with open_journal(ctx) as journal:
        known = journal.treatments
    if class_ is not None:
        _say_found(known.with_class(class_), format_)
    else:
        _say_found(known.all, format_, by_class=True)


@app.command("search", epilog=epilog("painlog treatments search needle"))
def search(
    ctx: typer.Context,
    text: Annotated[str, argument("TEXT")],
    format_: Format = "text",
) -> None:
    """Search treatments by their names and descriptions."""
    with open_journal(ctx) as journal:
        _say_found(nouns.search(journal.treatments, text, format_), format_)


@app.command(
    "show", epilog=epilog('painlog treatments show "dry needling"', "painlog treatments show tpt")
)
def show(ctx: typer.Context, treatment: Name, format_: Format = "text") -> None:
    """Show a treatment with its evidence and cautions.

    It says what the treatment is and is not, and gives the sources.
    """
    with open_journal(ctx) as journal:
        found = journal.treatments.find(treatment)
    if format_ == "json":
        _say_found([found], format_)
        return
    say(treatment_card(found, screen()))


@app.command("add", epilog=epilog("painlog treatments add qigong --kind exercise"))
def add(
    ctx: typer.Context,
    name: NewName,
    kind: Annotated[KindName | None, KIND] = None,
    conventional: Annotated[bool | None, CONVENTIONAL] = None,
    class_: ClassName = None,
    synonym: Synonyms = None,
) -> None:
    """Add a treatment of your own."""
    with open_journal(ctx, writing=True) as journal:
        treatment = new_treatment(
            journal.treatments, name, TreatmentFacts(kind, conventional, class_), synonym or ()
        )
        add_own(journal, "treatment", treatment)
        treatment = journal.treatments.by_name.get(treatment.name, treatment)
    stored = f", {_what_kind(treatment)}" if treatment.kind == "medication" else ""
    used = f"painlog add heel 4 -t {quoted(treatment.name)}"
    say_done(f"Added the treatment {treatment.name}{stored}. Name it with: {used}")
    _say_uncounted(treatment)


@app.command("rename", epilog=epilog('painlog treatments rename qigong "qigong at home"'))
def rename(
    ctx: typer.Context, treatment: OwnName, new_name: Annotated[str, argument("NEW")]
) -> None:
    """Rename a treatment of your own; its entries and courses follow."""
    with open_journal(ctx, writing=True) as journal:
        old = must_be_own("treatment", journal.treatments.find(treatment))
        others = Treatments(tuple(t for t in journal.treatments.all if t != old))
        name = others.new(new_name, old.kind, conventional=old.conventional).name
        rename_own(journal, "treatment", old, name)


@app.command("set", epilog=epilog("painlog treatments set qigong --kind exercise"))
def set_(
    ctx: typer.Context,
    treatment: OwnName,
    kind: Annotated[KindName | None, KIND] = None,
    conventional: Annotated[bool | None, CONVENTIONAL] = None,
    class_: ClassName = None,
) -> None:
    """Say what kind of treatment one of your own is."""
    if kind is None and conventional is None and class_ is None:
        raise UsageError("Say what to change, as in: painlog treatments set qigong --kind exercise")
    with open_journal(ctx, writing=True) as journal:
        old = must_be_own("treatment", journal.treatments.find(treatment))
        new = changed_treatment(journal.treatments, old, TreatmentFacts(kind, conventional, class_))
        with journal.change("treatments set") as change:
            change.edit(new)
            change.summary = f"treatment {old.name}, {old.kind}"
    if new == old:
        say_done(f"{new.name} is {_what_kind(new)}.{NOTHING_CHANGED}")
    else:
        say_done(f"{new.name} is now {_what_kind(new)}.")
    _say_uncounted(new)


@app.command("remove", epilog=epilog("painlog treatments remove qigong"))
def remove(ctx: typer.Context, treatment: OwnName) -> None:
    """Remove a treatment of your own that nothing uses."""
    with open_journal(ctx, writing=True) as journal:
        remove_own(journal, "treatment", journal.treatments.find(treatment))


def _what_kind(treatment: "Treatment") -> str:
    of_class = f", class {treatment.medicine_class}" if treatment.medicine_class else ""
    care = treatment.care or "not said to be conventional"
    return f"of the kind {treatment.kind}{of_class}, {care}"


def _say_uncounted(treatment: "Treatment") -> None:
    """Say that a medicine painlog does not know is missing from the days of painkillers."""
    if treatment.kind != "medication" or treatment.medicine_class:
        return
    say(
        screen().wrapped(
            "painlog does not know what is in it, so no line for overuse counts it. If it is a "
            "medicine that painlog knows, use that name: painlog treatments. If you know its "
            f"class, say so: painlog treatments set {quoted(treatment.name)} --class CLASS",
            "  ",
        )
    )


def _say_found(treatments: "Sequence[Treatment]", format_: str, *, by_class: bool = False) -> None:
    if format_ == "json":
        from painlog.formats.journal_json import TREATMENTS, to_text, treatment_object

        say(
            [
                to_text(
                    {"schema": TREATMENTS, "treatments": [treatment_object(r) for r in treatments]}
                )
            ]
        )
        return
    say(treatment_lines(treatments, screen(), by_class=by_class))
