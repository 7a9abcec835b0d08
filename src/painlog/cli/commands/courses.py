"""`painlog start`, `stop`, `courses`: the spans over which treatments are used."""

from collections.abc import Sequence
from typing import Annotated

import typer

from painlog.advice.standing import SHORT
from painlog.cli.base.again import keeping_options
from painlog.cli.base.ask import can_ask
from painlog.cli.base.lazy import epilog, examples
from painlog.cli.base.nouns import edit_numbered, noun, remove_numbered
from painlog.cli.base.options import (
    Format,
    On,
    SideOption,
    argument,
    day_on,
    day_said,
    option,
    region_option,
)
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.treating import (
    add_new,
    asking,
    say_first_uses,
    say_named,
    say_together,
    say_too_much_in_course,
)
from painlog.cli.base.trial_of_day import say_against_trial
from painlog.errors import NotUnderstoodError, UsageError
from painlog.files.command_line import as_typed, quoted
from painlog.model.course import Course, open_on
from painlog.model.dose import with_how_often
from painlog.model.dose_reading import parse_course_dose
from painlog.model.how_often import how_often
from painlog.model.loose_words import refuse_loose_ends, refuse_loose_words, refuse_not_done
from painlog.model.region import Side, parse_said_side
from painlog.model.two_doses import two_doses_in
from painlog.model.unknown_unit import unknown_unit_in
from painlog.store.journal import Journal
from painlog.tasks.courses import (
    LATELY,
    CourseEdits,
    beginning,
    courses_to_begin,
    courses_to_end,
    edited_course,
    medicines_logged,
    steps_after,
)
from painlog.tasks.taking import treatments_in
from painlog.tasks.treatments import NamedTreatment, may_be_one, name_treatment
from painlog.views.terminal.courses import course_lines, course_words, medicine_lines
from painlog.views.terminal.screen import say, say_aside, screen
from painlog.views.wording import listed

FOR = "What it is for (several: -r -r)."

app = noun(
    "Treatments in use, and those that ended. Begin with: painlog start",
    "painlog courses",
    "painlog courses remove 3",
)


@examples(
    'painlog start stretching --region "left heel"',
    "painlog start amitriptyline 10 mg --region head",
    "painlog start amitriptyline 25 mg -r head   # a new dose",
    "painlog start naproxen 500 mg twice a day",
    "painlog start massage -r neck -r hip --on 2026-03-01",
    "painlog start heat --on 2026-03-01 --until 2026-03-20",
    "painlog start exercise   # for the whole body",
)
def start(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        argument(
            "TREATMENT [DOSE]",
            "A treatment, how much and how often: 25 mg at night. See: painlog treatments",
            "takings",
        ),
    ],
    region: Annotated[list[str] | None, region_option(FOR)] = None,
    side: SideOption = None,
    on: On = None,
    until: Annotated[
        str | None,
        option("--until", metavar="DAY", help_="Its last day, if it is over.", dated=True),
    ] = None,
) -> None:
    """Begin a course: from that day, every entry of that region counts under it.

    If you start it again at another dose, its present step ends the day before.
    """
    this_moment = now()
    with open_journal(ctx, writing=True) as journal:
        with keeping_options(ctx):
            name, dose, own, brand = _one_treatment(journal, words)
        days = day_on(on, this_moment), day_said(until, this_moment, is_last=True)
        said = _side_said(side, region, "start")
        new = [
            course._replace(dose=dose)
            for course in courses_to_begin(journal, name, region or (), *days, said)
        ]
        beginning(new, journal.courses())
        with journal.change("start") as change:
            add_new(journal, change, [own] if own else [])
            # Another painlog may have started one while this one looked.
            begins = beginning(new, journal.courses()).make(change)
            change.summary = _in_words((*begins.begun, *begins.corrected))
        _say("Ended", begins.ended)
        _say("Started", begins.begun)
        _say("Corrected", begins.corrected)
        say_against_trial(journal, begins.begun, (), this_moment.date())
        say_named(
            [own] if own else [], [(brand, name)] if brand else [], [(name, dose)], begins.begun
        )
        say_first_uses(journal, {name: len(begins.begun)})
        say_too_much_in_course(journal, (*begins.begun, *begins.corrected))
        say_together(journal, (), begins.begun)
        _say_where_else(journal, name)


def _one_treatment(journal: Journal, words: Sequence[str], often_said: str = "") -> NamedTreatment:
    typed = " ".join(words)
    often = None if journal.treatments.understands(typed) else how_often(typed)
    if often:
        in_quotes = any(" " in word for word in words)
        rest = [often.rest] if in_quotes else often.rest.split()
        named = _one_treatment(journal, rest, often.written)
        return named._replace(dose=with_how_often(named.dose, often.written))
    refuse_not_done(typed, journal.treatments)
    if steps := two_doses_in(typed, journal.treatments):
        raise UsageError(
            f"{steps.name} is named with two doses, {steps.first.written} and "
            f"{steps.second.written}. Start the first, and the second on the day when it changes.",
            *steps.commands("start"),
        )
    texts = treatments_in(words, journal.treatments)
    if len(texts) > 1:
        treatment, *rest = texts
        if journal.regions.knows(place := " ".join(rest)):
            raise UsageError(
                f'"{place}" is a region. Type: painlog start {as_typed(treatment)} --region '
                f"{as_typed(place)}"
            )
        refuse_loose_words(typed, journal.treatments)
        for text in rest:
            refuse_loose_ends(text)
            if refusal := unknown_unit_in(text, journal.treatments.understands):
                raise NotUnderstoodError(refusal)
        if may_be_one(typed, journal.treatments):
            again = f"painlog start {as_typed(typed)} {often_said}".rstrip()
            raise UsageError(
                f'painlog does not know "{typed}". If it is one treatment, put it in quotes: '
                f"{again}"
            )
        raise UsageError(f"start begins one treatment, not {listed(texts)}. Start each by itself.")
    text = " ".join(texts) or typed
    return name_treatment(text, journal.treatments, asking() if can_ask() else None)


def _side_said(text: str | None, regions: Sequence[str] | None, command: str) -> Side | None:
    side, _ = parse_said_side(text)
    if side and not regions:
        raise UsageError(
            f"--side {side} needs a region, as in: painlog {command} stretching --region heel "
            f"--side {side}"
        )
    return side


@examples(
    "painlog stop stretching",
    'painlog stop massage --region neck --on "3 days ago"',
)
def stop(
    ctx: typer.Context,
    treatment: Annotated[
        str, argument("TREATMENT", "From: painlog treatments", "treatments_in_use")
    ],
    region: Annotated[list[str] | None, region_option(FOR, "places_in_use")] = None,
    side: SideOption = None,
    on: On = None,
) -> None:
    """End a course; --on is its last day. Without --region: all open ones of the treatment."""
    with open_journal(ctx, writing=True) as journal:
        name = journal.treatments.find(treatment).name
        said = _side_said(side, region, "stop")
        last = day_on(on, now(), is_last=True)
        ended = courses_to_end(journal, name, region or (), last, said)
        with journal.change("stop") as change:
            for course in ended:
                change.edit(course)
            change.summary = _in_words(ended)
        _say("Ended", ended)
        say_against_trial(journal, (), ended, now().date())


@app.command("list", epilog=epilog("painlog courses", "painlog courses --format json"))
def list_(ctx: typer.Context, format_: Format = "text") -> None:
    """List all courses, and the medicines you logged lately.

    `edit` and `remove` take the numbers of the courses.
    """
    with open_journal(ctx) as journal:
        found = journal.courses()
        logged = () if format_ == "json" else medicines_logged(journal, now().date())
        if format_ == "text":
            say_too_much_in_course(journal, open_on(found, now().date()))
    if format_ == "json":
        from painlog.formats.journal_json import COURSES, course_object, to_text

        say([to_text({"schema": COURSES, "courses": [course_object(c) for c in found]})])
        return
    say(course_lines(found, now().date(), screen()))
    say(medicine_lines(logged, LATELY, screen()))
    if not found:
        say_aside("No courses yet. Start one: painlog start stretching --region heel")


@app.command(
    "edit",
    epilog=epilog(
        "painlog courses edit 3 --on 2026-03-01",
        'painlog courses edit 3 --until yesterday --dose "25 mg"',
        "painlog courses edit 3 --open   # it goes on",
    ),
)
def edit(
    ctx: typer.Context,
    course_id: Annotated[int, argument("NUMBER", "From: painlog courses", "courses")],
    on: Annotated[
        str | None, option("--on", metavar="DAY", help_="Its first day.", dated=True)
    ] = None,
    until: Annotated[
        str | None, option("--until", metavar="DAY", help_="Its last day.", dated=True)
    ] = None,
    dose: Annotated[
        str | None, option("--dose", metavar="DOSE", help_='How much: "25 mg at night".')
    ] = None,
    region: Annotated[str | None, region_option("What it is for.")] = None,
    is_open: Annotated[bool, typer.Option("--open", help="It has no last day.")] = False,
    no_dose: Annotated[bool, typer.Option("--no-dose", help="It has no dose.")] = False,
) -> None:
    """Correct a course: its days, its dose, or what it is for."""
    if (until and is_open) or (dose and no_dose):
        raise UsageError("--until and --open, or --dose and --no-dose, contradict each other.")
    this_moment = now()
    edits = CourseEdits(
        day_said(on, this_moment),
        day_said(until, this_moment, is_last=True),
        parse_course_dose(dose) if dose else None,
        region,
        is_open,
        no_dose,
    )
    if edits == CourseEdits():
        raise UsageError(
            f"Say what to change, as in: painlog courses edit {course_id} --until today"
        )
    edit_numbered(
        ctx,
        course_id,
        Journal.courses,
        lambda journal, course: edited_course(journal, course, edits),
        course_words,
        called="course",
        see="painlog courses",
        also=lambda journal, course: say_too_much_in_course(journal, [course]),
    )


@app.command("remove", epilog=epilog("painlog courses remove 3"))
def remove(
    ctx: typer.Context,
    course_id: Annotated[int, argument("NUMBER", "From: painlog courses", "courses")],
) -> None:
    """Remove a course that was started by mistake. Entries stay as they are."""
    remove_numbered(
        ctx,
        course_id,
        Journal.courses,
        course_words,
        called="course",
        see="painlog courses",
        edits=lambda journal, course: steps_after(course, journal.courses()),
    )


def _in_words(courses: Sequence[Course]) -> str:
    return "; ".join(map(course_words, courses))


def _say(verb: str, courses: Sequence[Course]) -> None:
    for course in courses:
        say(screen().wrapped(f"{verb}: {course_words(course)}.", rest="  "))


def _say_where_else(journal: Journal, name: str) -> None:
    page = screen()
    treatment = journal.treatments.by_name.get(name)
    if treatment and treatment.cautions:
        # Of some medicines there is only what everyone should ask.
        listed = not treatment.is_medicine or any(fact.source for fact in treatment.cautions)
        what = "what is known and what to watch for" if listed else "what is known"
        say(page.wrapped(f"Read {what}: painlog treatments show {quoted(treatment.name)}"))
    say(page.wrapped(SHORT.text))
