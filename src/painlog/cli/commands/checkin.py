"""`painlog checkin`: the daily habit, in under 20 seconds."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.base.ask import ask, can_ask
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import On, argument, day_on
from painlog.cli.base.settings import (
    now,
    open_journal,
    set_checkin_factors,
    settings_or_default,
)
from painlog.cli.base.treating import asking, say_advice, say_first_uses, say_named
from painlog.cli.base.trial_of_day import ask_about_trial, say_in_other_arm, say_missed_by_side
from painlog.cli.base.typed_note import note_typed
from painlog.cli.commands.add import show_warnings
from painlog.cli.commands.checkin_keys import KEYS, StoppedError, without_keys
from painlog.cli.commands.checkin_questions import asker, last_asked, rate_places, when
from painlog.cli.commands.day import how_asked, raised_by_day
from painlog.errors import NotUnderstoodError, PainlogError, RefusedError, UsageError
from painlog.files.command_line import as_typed
from painlog.model.dose_reading import split_dose
from painlog.model.entry import Entry
from painlog.model.factor import DayNote, parse_value
from painlog.model.joined_treatments import separate_with_commas, separated, side_by_side
from painlog.model.known_treatments import Treatments
from painlog.model.names import without_marks
from painlog.model.nothing_said import is_no_treatment, means_nothing
from painlog.model.region import label
from painlog.store import recent
from painlog.tasks.checkin import CheckIn, helpful
from painlog.tasks.checkin_plan import plan_checkin
from painlog.views.terminal.entries import echo, named
from painlog.views.terminal.places_asked import not_asked_lines
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import day, listed, moment, printable

if TYPE_CHECKING:
    from painlog.tasks.checkin import Helpful, Place
    from painlog.tasks.checkin_plan import AskedFactor, CheckinPlan
    from painlog.tasks.treatments import NamedTreatments

# A comma in a dose ("1,5 g") separates nothing.
_BETWEEN = r";|,(?!\d+\s*[^\W\d])"
_FOR_TREATMENTS = "Type a name, or Enter for nothing."
_FOR_NOTE = "Type the note, or Enter for none."
_FOR_ANSWER = "Type an answer, or Enter for none."


@examples("painlog checkin", "painlog checkin --on yesterday", "painlog checkin head neck")
def checkin(
    ctx: typer.Context,
    regions: Annotated[
        list[str] | None, argument("REGION …", "Only these, even if rated already.", "places")
    ] = None,
    on: On = None,
    lines: Annotated[
        bool, typer.Option("--lines", help="Type each answer and Enter; suits screen readers.")
    ] = False,
) -> None:
    """Be asked about each region that you rate: one key each, saved as you go.

    Regions already rated today are skipped. One undo takes back all that a check-in saved.
    """
    if not can_ask():
        raise UsageError(
            "checkin asks questions and needs a terminal. In a script use: painlog add heel 6"
        )
    this_moment = now()
    with open_journal(ctx, writing=True) as journal:
        felt_at = _felt_at(on, this_moment)
        plan = plan_checkin(
            journal,
            felt_at,
            regions or (),
            _factors_set(),
            now=this_moment,
        )
        if not plan.places and not plan.rated:
            raise RefusedError(_nothing_to_ask(plan, recent.latest_places(journal)))
        checked_in = CheckIn(journal, felt_at, named)
        at_end = _run(checked_in, plan, by_lines=lines)
        if at_end and checked_in.saved and plan.is_today:
            from painlog.cli.base.sign_check import ask_anything_new
            from painlog.tasks.warning_signs import Offering

            rated = tuple(checked_in.saved.values())
            made = Offering(*checked_in.made)
            ask_anything_new(journal, rated, this_moment, made, by_lines=lines)


def _nothing_to_ask(plan: "CheckinPlan", later: "Sequence[Place]") -> str:
    if plan.is_today:
        return (
            "Nothing is rated yet, so there is nothing to ask about. "
            'Start with: painlog add "left heel" 6'
        )
    place = as_typed(label(*later[0])) if later else "head"
    return (
        f"Nothing was rated up to {day(plan.day)}, so there is nothing to ask about. Name the "
        f"regions, as in: painlog checkin {place} --on {plan.day}"
    )


def _felt_at(on: str | None, this_moment: datetime) -> datetime:
    """Return the present moment, or noon of another day."""
    wanted = day_on(on, this_moment)
    if wanted == this_moment.date():
        return this_moment
    from painlog.model.when import at_local

    return at_local(datetime.combine(wanted, time(12)))


def _factors_set() -> Sequence[str]:
    return settings_or_default().checkin_factors


def _run(checkin: CheckIn, plan: "CheckinPlan", *, by_lines: bool) -> bool:
    """Ask everything and say what was saved; return whether the person came to the end."""
    _say_rated(plan)
    say(not_asked_lines(plan.not_asked, plan.day, plan.now.date(), screen()))
    try:
        goes_on = True
        if plan.places:
            if not all(place.rated for place in plan.places):
                say(screen().wrapped(_opening(plan)))
            with asker(by_lines=by_lines) as asking_:
                goes_on = rate_places(asking_, checkin, plan)
        if goes_on:
            _rest(checkin, plan, by_lines=by_lines)
    except StoppedError:
        goes_on = False
    except (KeyboardInterrupt, EOFError, typer.Abort) as stop:
        say([""])  # what is said next begins on a line of its own
        if _has_saved(checkin):
            _show(checkin, plan)
        raise (typer.Abort if isinstance(stop, EOFError) else stop) from None
    _show(checkin, plan)
    return goes_on


def _opening(plan: "CheckinPlan") -> str:
    scale = "0 no pain, 10 worst pain imaginable."
    if plan.is_today:
        return f"How much does it hurt now? {scale}"
    return f"How much did it hurt on {day(plan.day)}? {scale}"


def _say_rated(plan: "CheckinPlan") -> None:
    if plan.rated:
        said = listed(printable(f"{label(*place)} {n}") for place, n in plan.rated.items())
        when_rated = "today" if plan.is_today else f"on {day(plan.day)}"
        say(screen().wrapped(f"Already rated {when_rated}: {said}."))


def _rest(checkin: CheckIn, plan: "CheckinPlan", *, by_lines: bool) -> None:
    """Ask about the day, what was done about the pain, and a note."""
    if kept := ask_about_trial(checkin.journal, plan.day, _answer):
        checkin.keep(kept)
    if plan.no_factors:
        names = listed(printable(f'"{name}"') for name in plan.no_factors)
        which = "no factor" if len(plan.no_factors) == 1 else "no factors"
        left = [name for name in _factors_set() if name not in plan.no_factors]
        say(
            screen().wrapped(
                f"The setting checkin-factors names {names}, {which} of this journal. See: painlog "
                f"factors. To change the setting: {set_checkin_factors(left)}"
            )
        )
    for asked in plan.factors:
        _ask_factor(checkin, asked, plan)
    _ask_what_was_done(checkin, plan, by_lines=by_lines)
    if text := ask("A note on the day? (Enter: none)", _note):
        checkin.note(text)


def _ask_factor(checkin: CheckIn, asked: "AskedFactor", plan: "CheckinPlan") -> None:
    factor, last = asked.factor, asked.last
    before = f" ({factor.words(last.value)} {when(last.day, plan)})" if last else ""

    def understand(text: str) -> float | None:
        if KEYS.get(text.casefold()) == "same" and last:
            return last.value
        return parse_value(text, factor) if (text := _answer(text)) else None

    value = ask(f"{how_asked(factor)}{before}", understand)
    if value is not None:
        checkin.say_factor(factor, value)


def _ask_what_was_done(checkin: CheckIn, plan: "CheckinPlan", *, by_lines: bool) -> None:
    """Ask what was done, and save it: also what was understood before the person stopped."""
    if not checkin.saved:
        return
    from painlog.tasks.treatments import named_together

    lately = helpful(checkin.journal, plan.day)
    understood: list[NamedTreatments] = []
    try:
        while not _name_treatments(lately, checkin.journal.treatments, understood):
            # Going back from here leads to the last place.
            with asker(by_lines=by_lines) as asking_:
                last = last_asked(checkin, plan, len(plan.places))
                if not rate_places(
                    asking_, checkin, plan._replace(places=plan.places[last : last + 1])
                ):
                    raise StoppedError
    finally:
        done = named_together(understood)
        if done.names:
            checkin.did(done, lately)
            say_named(done.new, done.brands, done.doses)


def _name_treatments(
    lately: "Helpful", treatments: Treatments, understood: "list[NamedTreatments]"
) -> bool:
    """Ask what was done until all of it is understood; return False where the person goes back.

    What is understood is added to `understood` part by part, and only the rest is asked for again.
    """
    offered = lately.treatments

    def understand(text: str) -> bool:
        if KEYS.get(text.casefold()) == "back":
            return False
        unclear: list[str] = []
        for part in _parts(text, treatments, offered):
            try:
                _add_named(without_keys(part, _FOR_TREATMENTS), offered, treatments, understood)
            except PainlogError as refused:
                unclear += map(str, refused.args)
        if unclear:
            raise NotUnderstoodError(*unclear, *_so_far(understood))
        return True

    if offered:
        page = screen()
        question = "Anything you did about it? Numbers or names, with commas; Enter: nothing."
        say(page.wrapped(question))
        for number, name in enumerate(offered, start=1):
            say(page.wrapped(printable(name), f"  {number} "))
        return ask("Did", understand)
    return ask("Anything you did about it? (Enter: nothing)", understand)


def _parts(text: str, treatments: Treatments, offered: Sequence[str]) -> Iterator[str]:
    """Yield what was done, one treatment or number each; nothing where the text says so."""
    if is_no_treatment(text):
        return
    for listed_part in filter(None, map(str.strip, re.split(_BETWEEN, text))):
        numbers = _numbers_in(listed_part)
        if numbers and all(1 <= int(number[:4]) <= len(offered) for number in numbers):
            yield from numbers
            continue
        for part in separated(without_marks(listed_part), treatments):
            if not is_no_treatment(part):
                yield part


def _numbers_in(text: str) -> list[str]:
    """Return the numbers of a text that has no more: "1 3", "1 and 3"; nothing of one alone."""
    words = [word for word in re.split(r"[\s+&]+", text) if word not in ("", "and")]
    return words if words != [text] and all(map(str.isdecimal, words)) else []


def _add_named(
    text: str,
    offered: Sequence[str],
    treatments: Treatments,
    understood: "list[NamedTreatments]",
) -> None:
    from painlog.tasks.treatments import name_treatments, named_together

    if not text:
        return
    known = Treatments((*treatments.all, *named_together(understood).new))
    name = _numbered(text, offered, known)
    named = name_treatments([name], known, asking())
    named_together([*understood, named])  # refuses a second dose of one treatment
    understood.append(named)


def _so_far(understood: "Sequence[NamedTreatments]") -> tuple[str, ...]:
    doses = {name: dose.written for named in understood for name, dose in named.doses}
    names = dict.fromkeys(name for named in understood for name in named.names)
    if not names:
        return ()
    said = printable(", ".join(f"{name} {doses.get(name, '')}".strip() for name in names))
    return (f"Understood so far: {said}. Type the rest alone, or Enter if that is all.",)


def _note(text: str) -> str:
    if means_nothing(text):
        return ""
    # A word such as "same" may be a note; a single key is none.
    return note_typed(without_keys(text, _FOR_NOTE) if len(text) < 2 else text)


def _answer(text: str) -> str:
    return without_keys(text, _FOR_ANSWER)


def _numbered(text: str, offered: Sequence[str], treatments: Treatments) -> str:
    """Return the treatment that a number of the list stands for, with a dose that follows it.

    Other words stay as they are: "2 tablets of ibuprofen".
    """
    if offered and _numbers_in(text):
        raise NotUnderstoodError(
            f"Not all of {text} are in the list, 1 to {len(offered)}. Put commas between numbers, "
            'and a unit behind a dose, as in "1 500 mg".'
        )
    number, _, rest = text.partition(" ")
    if not number.isdecimal():
        return text
    place = int(number[:4])
    if not 1 <= place <= len(offered):
        if rest:
            return text
        if not offered:
            raise NotUnderstoodError(f"There is no list yet, so {text} names nothing; type a name.")
        numbers = f"1 to {len(offered)}" if len(offered) > 1 else "1"
        raise NotUnderstoodError(f"{text} is not in the list; type {numbers}, or a name.")
    name = offered[place - 1]
    if not rest or split_dose(f"{name} {rest}")[1]:
        return f"{name} {rest}".strip()
    several = side_by_side(rest, treatments) or [rest]
    if split_dose(text)[1] or not all(map(treatments.understands, several)):
        return text
    if len(several) == 1 and treatments.read(rest)[0].is_medicine:
        return text  # "2 ibuprofen" is a dose without its unit
    raise NotUnderstoodError(separate_with_commas([number, *several]))


def _has_saved(checkin: CheckIn) -> bool:
    return bool(checkin.saved or checkin.ended or checkin.of_day)


def _show(checkin: CheckIn, plan: "CheckinPlan") -> None:
    """Say what was saved: warning signs first, the standing advice last."""
    page, here = screen(), checkin.moment.utcoffset()
    saved = tuple(checkin.saved.values())
    if not _has_saved(checkin):
        say(["Nothing was rated; nothing was saved."])
        return
    noted = checkin.noted
    of_day = raised_by_day(checkin.journal, DayNote(plan.day, noted)) if noted else ()
    show_warnings(checkin.journal, saved, of_day)
    for entry in checkin.ended:
        say(echo("Ended", entry, page, here))
    if len(saved) == 1:
        say(echo("Saved", saved[0], page, here))
    elif saved:
        say(page.wrapped(_in_short(saved, moment(checkin.moment)), rest="  "))
    if checkin.of_day:
        say(page.wrapped(f"Saved for {day(plan.day)}: {printable(listed(checkin.of_day))}."))
    say_missed_by_side(checkin.journal, (*saved, *checkin.ended), plan.now.date())
    say_in_other_arm(checkin.journal, saved, (), plan.now.date())
    if saved:
        say_first_uses(checkin.journal, Counter(t for entry in saved for t in entry.treatments))
        say_advice(checkin.journal, now(), entry=min(entry.id for entry in saved))


def _in_short(saved: Sequence[Entry], when_felt: str) -> str:
    """Say in one sentence what was rated, and what was done about it."""
    done = [", ".join(use.what for use in entry.uses) for entry in saved]
    alike = len(set(done)) == 1
    said = ", ".join(
        f"{entry.place} {entry.intensity}" + (f" ({what})" if what and not alike else "")
        for entry, what in zip(saved, done, strict=True)
    )
    with_all = f"; {done[0]}" if alike and done[0] else ""
    ids = [entry.id for entry in saved]
    in_a_row = ids == list(range(ids[0], ids[-1] + 1))
    numbers = f"{ids[0]} to {ids[-1]}" if in_a_row else listed(map(str, ids))
    return printable(f"Saved, {when_felt}: {said}{with_all} (entries {numbers}).")
