"""What several commands ask and say about treatments, doses, notes, signs and the advice."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from painlog.advice.standing import SHORT
from painlog.cli.base.ask import ask
from painlog.errors import NotUnderstoodError, RefusedError
from painlog.files.command_line import quoted
from painlog.model.nothing_said import means_no
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import note_before, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from painlog.advice.red_flags import Raised
    from painlog.model.course import Course
    from painlog.model.dose import Dose
    from painlog.model.entry import Entry
    from painlog.model.treatment import Kind, Treatment
    from painlog.model.use import Use
    from painlog.store.journal import Journal
    from painlog.store.log import Change
    from painlog.tasks.treatments import Asking

# Answers to the question of a kind: no new treatment was meant.
_NOT_MEANT = frozenset({"b", "back", "q", "stop"})
_SAID_FOR = timedelta(hours=1)
_UNDO = "painlog undo, then log it under that name"


def asking() -> "Asking":
    """Return how to ask a person on a terminal about treatments that painlog does not know."""
    from painlog.tasks.treatments import Asking

    return Asking(_kind, _product)


def add_new(journal: "Journal", change: "Change", new: "Sequence[Treatment]") -> None:
    """Store the person's own treatments in the change that uses them, so that undo takes back both.

    Nothing is imported where nothing is new.
    """
    if new:
        from painlog.store.additions import add_names

        add_names(journal, change, (), new)


def say_named(
    new: "Iterable[Treatment]",
    brands: "Iterable[tuple[str, str]]" = (),
    doses: "Iterable[tuple[str, Dose | None]]" = (),
    saved: "Iterable[Entry | Use | Course]" = (),
) -> None:
    """Say how the names that a person typed were understood.

    Args:
        new: Treatments that are the person's own from now on; the text says how to change them.
        brands: Each brand with the medicine that it is.
        doses: Names with the doses just logged: one in milligrams may be a medicine's.
        saved: What has these names, to be corrected one by one; without it, all is taken back.
    """
    weighed = {name for name, dose in doses if dose and dose.milligrams is not None}
    for brand, medicine in brands:
        say(screen().wrapped(printable(f"{brand} is {medicine}."), "  "))
    for treatment in new:
        from painlog.tasks.treatments import KINDS_TO_TYPE

        name = printable(treatment.name)
        if treatment.kind == "other":
            what = ""
            kind = (
                f" To say what kind it is: painlog treatments set {quoted(name)} --kind KIND, "
                f"where KIND is {KINDS_TO_TYPE}."
            )
        else:
            what, kind = f", of the kind {treatment.kind}", ""
        say(
            screen().wrapped(
                f'painlog did not know "{name}" and keeps it as a treatment of your own{what}.'
                f"{kind} To call it something else: painlog treatments rename {quoted(name)} NEW",
                "  ",
            )
        )
        if treatment.name in weighed:
            command = next(_to_rename(treatment.name, saved), _UNDO)
            counts = (
                f'painlog does not know "{name}", so its doses count towards no line for overuse '
                "and no daily maximum. If it is a slip, or the packet names a medicine that is in "
                f"it: {command}"
            )
            say(screen().wrapped(counts, "! "), always=True)


def _to_rename(name: str, saved: "Iterable[Entry | Use | Course]") -> "Iterator[str]":
    """Yield how to give what was just saved another name, and nothing else."""
    from painlog.model.course import Course
    from painlog.model.use import Use, with_dose

    for thing in saved:
        if isinstance(thing, Course):
            yield f"painlog courses remove {thing.id}, then start it under that name"
            continue
        number, uses = (
            (thing.number, (thing,)) if isinstance(thing, Use) else (thing.id, thing.uses)
        )
        # What else an entry has stays only if it is typed again.
        said = [with_dose("NAME" if u.treatment == name else u.treatment, u.dose) for u in uses]
        if name in thing.treatments:
            options = " ".join(f"-t {quoted(printable(text))}" for text in said)
            yield f"painlog edit {number} {options}, with that name for NAME"


def say_first_uses(journal: "Journal", used: "Mapping[str, int]") -> None:
    """Say what to watch for with each medicine that was never used before.

    Args:
        journal: With the uses just stored.
        used: How many uses of each treatment were just stored.
    """
    for name, times in used.items():
        treatment = journal.treatments.by_name.get(name)
        if treatment and treatment.is_medicine and journal.namings("treatment", name) == times:
            from painlog.views.terminal.catalogue import first_use_lines

            say(first_use_lines(treatment, screen()))


def raised_by_words(note: str, region: str = "") -> "tuple[Raised, ...]":
    """Return the signs of urgent illness in a note that belongs to no entry."""
    if not note:
        return ()
    from painlog.advice.red_flags import signs_in

    return signs_in(region=region, note=note)


def say_signs_in(note: str, region: str = "") -> None:
    """Say which of them there are."""
    say_raised(raised_by_words(note, region))


def say_note_before(old: str, new: str) -> None:
    """Say which words a note lost to new ones that were typed, without the old ones in sight."""
    if said := note_before(old, new):
        say(screen().wrapped(said, "  "))


def say_raised(raised: "Sequence[Raised]", *, of_chest: bool = False) -> None:
    """Say which signs were found in words, what to do, and whom to call in the person's country.

    Args:
        raised: The signs, emergencies first.
        of_chest: Whether to say as well when chest pain is an emergency.
    """
    if raised or of_chest:
        from painlog.advice.red_flags import when_chest_pain_is_an_emergency
        from painlog.cli.base.settings import services
        from painlog.views.terminal.entries import flag_lines

        known = services()
        chest = when_chest_pain_is_an_emergency(known) if of_chest else ""
        say(flag_lines(raised, screen(), known, chest), always=True)


def say_too_much(journal: "Journal", uses: "Iterable[Use]") -> None:
    """Say which of some uses are more than a whole day's dose, alone or with those around them.

    Args:
        journal: With the uses, which were just stored.
        uses: Those without a dose are looked at only if they are combinations of medicines.
    """
    uses = list(uses)
    if not uses:
        return  # the catalogue, which takes long to make, is for uses alone
    by_name = journal.treatments.by_name
    found = [
        use for use in uses if use.dose or ((known := by_name.get(use.treatment)) and known.parts)
    ]
    if not found:
        return
    from painlog.cli.base.settings import services
    from painlog.tasks.maximum import too_much_of

    for sentence in too_much_of(journal, found, services):
        say(screen().wrapped(printable(sentence), "! "), always=True)


def say_too_much_in_course(journal: "Journal", courses: "Iterable[Course]") -> None:
    """Say of which medicine some courses are more a day than an adult may take, with the others.

    Args:
        journal: With the courses, which were just stored.
        courses: Those without a dose tell nothing.
    """
    dosed = [course for course in courses if course.dose]
    if not dosed:
        return
    from painlog.cli.base.settings import now, services
    from painlog.tasks.maximum import too_much_of_courses

    for sentence in too_much_of_courses(journal, dosed, now().date(), services()):
        say(screen().wrapped(printable(sentence), "! "), always=True)


def say_together(
    journal: "Journal", used: "Iterable[tuple[str, date]]", begun: "Iterable[Course]" = ()
) -> None:
    """Say what public guidance says of two anti-inflammatory painkillers, as the second comes.

    Args:
        journal: With what was just stored.
        used: Each treatment that was used, with its day, once for each use just stored.
        begun: The courses just stored.
    """
    used, begun = list(used), list(begun)
    names = {name for name, _ in used} | {course.treatment for course in begun}
    if not names:
        return
    known = journal.treatments.by_name
    if not any(known[name].medicine_class for name in names if name in known):
        return
    from painlog.cli.base.settings import now
    from painlog.tasks.together import newly_together

    if sentence := newly_together(journal, used, begun, now().date()):
        say(screen().wrapped(printable(sentence), "! "), always=True)


def say_advice(journal: "Journal", this_moment: datetime, *, entry: int = 0, use: int = 0) -> None:
    """Say the standing advice in short, unless it was said within the last hour.

    Args:
        journal: With what was just stored.
        this_moment: The present moment.
        entry: The lowest id of the entries just stored.
        use: The lowest id of the uses just stored.
    """
    from painlog.store.recent import wrote_since

    if not wrote_since(journal, this_moment - _SAID_FOR, before=entry, use=use):
        say(screen().wrapped(SHORT.text))


def _kind(name: str) -> "Kind | None":
    from painlog.cli.base.typed_note import is_command
    from painlog.tasks.treatments import KINDS_IN_WORDS, parse_kind

    if is_command(name):
        raise RefusedError(f'"{name}" is a command, and no treatment. Type it at the next prompt.')

    def understand(text: str) -> "Kind | Literal['not meant'] | None":
        # Enter from habit adds nothing.
        not_meant = not text or means_no(text) or text.casefold() in _NOT_MEANT
        return "not meant" if not_meant else parse_kind(text)

    kind = ask(
        f"painlog does not know {name}. To add it, type its kind: {KINDS_IN_WORDS}; Enter or n: "
        "not a new treatment",
        understand,
    )
    if kind == "not meant":
        raise RefusedError(
            f'"{name}" was not added. Type what you meant. To see what painlog knows: painlog '
            "treatments"
        )
    return kind


def _product(brand: str, products: "Sequence[str]") -> str | None:
    held = printable(f"{brand} is sold with different things in it:")
    say(screen().wrapped(held), always=True)
    offered = [*products, "something else"]
    for number, product in enumerate(offered, start=1):
        say([f"  {number} {product}"], always=True)

    def understand(text: str) -> str | None:
        if not text.isdecimal() or not 1 <= int(text) <= len(offered):
            raise NotUnderstoodError(f"Type a number from 1 to {len(offered)}.")
        return None if int(text) == len(offered) else products[int(text) - 1]

    return ask("What is in yours? Number", understand)
