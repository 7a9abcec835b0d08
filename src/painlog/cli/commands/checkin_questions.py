"""The questions of a check-in about its places: a key each where the terminal can, else a line."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from painlog.cli.base.one_key import Answers, TakenBackError, answers
from painlog.cli.commands.checkin_keys import AS_LAST_TIME, AS_YESTERDAY, KEYS, TEN, UNSURE, Kind
from painlog.errors import NotUnderstoodError
from painlog.model.entry import HIGHEST
from painlog.model.names import normal
from painlog.model.rating import parse_rating
from painlog.tasks.checkin_plan import attacks_asked_about
from painlog.views.terminal.screen import say, say_aside, screen
from painlog.views.wording import day, printable, short_day

if TYPE_CHECKING:
    from painlog.analysis.attacks import OpenAttack
    from painlog.tasks.checkin import CheckIn
    from painlog.tasks.checkin_plan import AskedPlace, CheckinPlan

NO_ATTACK = "In an attack diary, a day without an attack needs no entry. Store the 0 anyway?"
# No word begins with one of these. 1 may be the beginning of 10.
_AT_ONCE = "023456789=x"
_BY_KEYS = (
    "Type 0 to 9, x for 10, = same as last time; Enter skips, b goes back, q stops.",
    "Enter after letters, 1 and the last answer. Every answer is saved at once.",
)
_BY_LINES = (
    "Type 0 to 10, = same as last time; Enter skips, b goes back, q stops.",
    "Every answer is saved at once.",
)


class RatingAnswer(NamedTuple):
    """A person's answer about one place."""

    kind: Kind
    rating: int = 0


@contextmanager
def asker(*, by_lines: bool = False) -> Iterator[Answers]:
    """Ask by single keys where the terminal can, else by lines."""
    with answers(by_lines=by_lines) as asker:
        for line in _BY_KEYS if asker.by_key else _BY_LINES:
            say(screen().wrapped(line))
        yield asker


def rate_places(asker: Answers, checkin: "CheckIn", plan: "CheckinPlan") -> bool:
    """Ask about each place in turn and save each answer; return False where the person stops."""
    number, enough = 0, len(plan.places)
    before, earlier = 0, checkin.rating_of(plan.places[0].key) if plan.places else None
    while number < enough:
        place = plan.places[number]
        answer = _about_attack(asker, checkin, plan, place)
        if answer is None and (place.rated or plan.is_told(place, checkin.saved)):
            answer = RatingAnswer("skip")
        try:
            answer = answer or _rating(asker, checkin, plan, number)
        except TakenBackError:
            number = before
            _take_back(checkin, plan.places[number], earlier)
            continue
        if answer.kind == "stop":
            return False
        before, earlier = number, checkin.rating_of(place.key)
        if answer.kind == "back":
            if number == 0:
                say_aside("This is the first one.")
            number = last_asked(checkin, plan, number)
        elif answer.kind == "all":
            number = _all_the_same(checkin, plan, number)
        elif _answered(asker, checkin, plan, place, answer):
            number += 1
    return True


def _take_back(checkin: "CheckIn", place: "AskedPlace", earlier: int | None) -> None:
    """Take back the rating that does not hold; the one that stood before it stands again."""
    present = checkin.rating_of(place.key)
    if present == earlier:
        return
    if earlier is None:
        checkin.take_back(place.key)
        say_aside(f"The {present} is taken back.")
    else:
        checkin.rate(place.key, earlier)
        say_aside(f"The {present} is taken back; the {earlier} from before stays.")


def _rating(asker: Answers, checkin: "CheckIn", plan: "CheckinPlan", number: int) -> RatingAnswer:
    at_once = _AT_ONCE if _rating_is_next(checkin, plan, number) else ""
    place = plan.places[number]

    def understand(text: str) -> RatingAnswer:
        return _understood(text, place, plan)

    return asker.ask(_question(number, checkin, plan), understand, at_once, _shown)


def _rating_is_next(checkin: "CheckIn", plan: "CheckinPlan", number: int) -> bool:
    """Tell whether the next question after a rating asks for a rating, not for a line."""
    attacks = attacks_asked_about(checkin.journal, plan.day, plan.now)
    this, *later = plan.places[number:]
    if checkin.journal.regions.by_name[this.region].diary == "attacks":
        return False
    for place in later:
        if place.key in attacks:
            return False
        if not place.rated and not plan.is_told(place, [*checkin.saved, this.key]):
            return True
    return False


def last_asked(checkin: "CheckIn", plan: "CheckinPlan", before: int) -> int:
    """Return the number of the last question before another that the ratings leave open."""
    earlier = range(before - 1, -1, -1)
    return next((n for n in earlier if not plan.is_told(plan.places[n], checkin.saved)), 0)


def _answered(
    asker: Answers,
    checkin: "CheckIn",
    plan: "CheckinPlan",
    place: "AskedPlace",
    answer: RatingAnswer,
) -> bool:
    """Save an answer about one place; return False if it must be asked again."""
    rating = answer.rating
    if answer.kind in ("skip", "over"):
        return True
    if answer.kind == "same":
        usual = place.usual(plan.day)
        if usual is None:
            say_aside(_no_usual(place, plan.day))
            return False
        rating = usual
    in_attacks = checkin.journal.regions.by_name[place.region].diary == "attacks"
    if in_attacks and not rating and not asker.agrees(NO_ATTACK):
        return True
    checkin.rate(place.key, rating)
    return True


def _all_the_same(checkin: "CheckIn", plan: "CheckinPlan", number: int) -> int:
    """Rate the rest as last time, as far as possible; return the number of the next question."""
    for later, place in enumerate(plan.places[number:], start=number):
        if plan.is_told(place, checkin.saved):
            continue
        usual = place.usual(plan.day)
        # Whether an attack goes on is for the person to say.
        if usual is None or checkin.journal.regions.by_name[place.region].diary == "attacks":
            if later == number:
                say_aside(_no_usual(place, plan.day))
            return later
        checkin.rate(place.key, usual)
        say([f"{later + 1}/{len(plan.places)} {printable(place.place)}: {usual}, as last time"])
    return len(plan.places)


def _no_usual(place: "AskedPlace", today: date) -> str:
    if place.last is None:
        return f"{place.place} was never rated before. Type a number from 0 to 10."
    if place.usual(today) is not None:
        return f"{place.place} has an attack diary. Type a number, or Enter for no attack."
    return (
        f"The last rating of {place.place} is from {day(place.last.day)}, more than two weeks "
        f"before {day(today)}. Type a number from 0 to 10."
    )


def _question(number: int, checkin: "CheckIn", plan: "CheckinPlan") -> str:
    place = plan.places[number]
    counter = f"{number + 1}/{len(plan.places)} {place.place}"
    if entry := checkin.saved.get(place.key):
        return f"{counter} (saved as {entry.intensity})"
    if place.last is None:
        return counter
    return f"{counter} ({place.last.intensity} {when(place.last.day, plan)})"


def when(then: date, plan: "CheckinPlan") -> str:
    """Say which day the last value is from, as seen from the day of the check-in."""
    back = (plan.day - then).days
    before = "yesterday" if plan.is_today else "the day before"
    same = "today" if plan.is_today else "that day"
    return {0: same, 1: before}.get(back, f"on {short_day(then, plan.day)}")


def _about_attack(
    asker: Answers, checkin: "CheckIn", plan: "CheckinPlan", place: "AskedPlace"
) -> RatingAnswer | None:
    """Ask whether the attack of a place is over, and save its end; None if the place is rated."""
    if place.key in checkin.saved:
        return None
    # Asked of the journal again: another command may have ended it meanwhile.
    attack = attacks_asked_about(checkin.journal, plan.day, plan.now).get(place.key)
    if attack is None:
        return None
    answer = _end(asker, attack, plan, rated=place.rated)
    if isinstance(answer, datetime):
        checkin.end(attack.ended(answer))
        return RatingAnswer("over")
    return answer


def _end(
    asker: Answers, attack: "OpenAttack", plan: "CheckinPlan", *, rated: bool
) -> datetime | RatingAnswer | None:
    """Ask for the end of an attack; None if it is not over."""
    from painlog.model.duration import checked_end, latest_before
    from painlog.views.wording import moment

    now = plan.now

    def understand(text: str) -> datetime | RatingAnswer | None:
        kind = KEYS.get(text.casefold())
        if kind in ("back", "stop"):
            return RatingAnswer(kind)
        if kind == "skip":
            return None
        if _is_rating(text):
            asked_next = "" if rated else "; its rating is asked next"
            raise NotUnderstoodError(
                f"{text} is not a time. If it is not over, press Enter{asked_next}."
            )
        return checked_end(attack.first.felt_at, latest_before(text, now, day=plan.day), now)

    first = attack.first
    since = moment(first.felt_at, now.utcoffset())
    return asker.ask_line(
        f"{printable(first.place)} {first.intensity} since {since}: over when? Type now, or a "
        "time such as 17:30, then Enter. Enter alone: not over",
        understand,
    )


def _is_rating(text: str) -> bool:
    """Tell whether a rating was typed; "0003" is a time."""
    return text == TEN or (text.isdecimal() and len(text) < 3 and int(text) <= HIGHEST)


def _understood(text: str, place: "AskedPlace", plan: "CheckinPlan") -> RatingAnswer:
    words = text.casefold()
    if words in KEYS:
        return RatingAnswer(KEYS[words])
    if words == TEN:
        return RatingAnswer("rate", HIGHEST)
    said = normal(text)
    if said in UNSURE:
        return RatingAnswer("skip")
    if said in AS_LAST_TIME:
        return RatingAnswer("same")
    if said in AS_YESTERDAY:
        if plan.is_today and place.last and (plan.day - place.last.day).days == 1:
            return RatingAnswer("same")
        raise NotUnderstoodError(
            f"{place.place} has no rating of yesterday. Type a number from 0 to 10."
        )
    return RatingAnswer("rate", parse_rating(text))


_SHOWN: dict[Kind, str] = {
    "skip": "skipped",
    "same": "as last time",
    "all": "all the rest as last time",
    "back": "back",
    "stop": "stop",
    "over": "over",
}


def _shown(answer: RatingAnswer) -> str:
    return str(answer.rating) if answer.kind == "rate" else _SHOWN[answer.kind]
