"""The command that a person probably meant, where what they typed is none.

It is loaded only for a refusal, and opens no journal: places are those of the catalogue.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from painlog.cli.base.again import command_again
from painlog.errors import PainlogError
from painlog.files.command_line import as_typed
from painlog.model.catalogue.regions import known_regions
from painlog.model.entry import looks_like_number
from painlog.model.rating import looks_like_rating
from painlog.model.region import SeveralPlacesError

if TYPE_CHECKING:
    import typer

_TAKING = frozenset({"took", "taken", "had", "used"})
_MEDICINES = frozenset({"med", "meds", "medicine", "medicines", "medication", "medications"})
_THEIR_LIST = "For what is in use, and the medicines that you logged: painlog courses"
_FOR_EXAMPLE = "heel"
_RATING = "6"
_REGION = ("-r", "--region", "--for")
_DATED = frozenset({"--on", "--at", "--since", "--until", "--from"})
# Options whose value may be any words.
_OF_WORDS = frozenset({"--note", "-q", "--quality", "--trigger", "--condition", "--question"})
# What shows this day alone.
_OF_TODAY = ("painlog", "today")
# Commands that take one region.
_ONE_PLACE = frozenset({"compare", "courses", "edit", "take", "trial"})


def instead_of_command(words: Sequence[str]) -> str:
    """Return what to type in place of words that begin with no command; "" for no idea.

    Args:
        words: What follows the name of the program.
    """
    first, *rest = words
    if first.lower() in _TAKING and rest:
        return f"To log what you took: painlog take {_typed(rest)}"
    if first.lower() in _MEDICINES:
        return f"To log what you took: painlog take {_typed(rest)}" if rest else _THEIR_LIST
    if looks_like_number(first) and not rest:
        return f"To log how much it hurts: painlog add {_FOR_EXAMPLE} {as_typed(first)}"
    if any(map(looks_like_number, words)) or known_regions().knows(" ".join(words)):
        return f"To log how much it hurts: painlog add {_typed(words)}"
    return ""


def instead_of_words(context: "typer.Context", words: str) -> str:
    """Return the command with the option that its words too many belong to; "" for no idea.

    Args:
        context: Of the command as it was called.
        words: The words too many, with spaces between them.
    """
    if words.lower() in _MEDICINES:
        return _THEIR_LIST
    options = {option for param in context.command.params for option in param.opts}
    if "--region" in options and known_regions().knows(words):
        return f"For one region type: {command_again(context, '--region', words)}"
    name, _, value = words.rpartition(" ")
    if name and f"--{name}" in options:
        return f"Type: {command_again(context, f'--{name}', value)}"
    if "--on" in options and _is_day(words):
        return f"For one day type: {command_again(context, '--on', words)}"
    return ""


def in_quotes(words: Sequence[str], loose: str) -> str:
    """Return the command with an option's whole value in quotes, where loose words are its rest.

    Args:
        words: The command line, without the name of the program.
        loose: The words that nothing else understood, with spaces between them.
    """
    parts = loose.split()
    for length in range(len(parts), 0, -1):
        for at in range(2, len(words) - length + 1):
            text = " ".join((words[at - 1], *parts[:length]))
            if list(words[at : at + length]) == parts[:length] and _is_value(words[at - 2], text):
                return _joined(words, at - 1, at + length)
    return ""


def behind_option(words: Sequence[str]) -> str:
    """Return the same for a command that takes any words, and so took those behind an option.

    "take heat --note very good" is heat, and nothing called good.
    """
    for at in range(3, len(words)):
        end = next((n for n in range(at, len(words)) if words[n].startswith("-")), len(words))
        for last in range(end, at, -1):
            if _is_value(words[at - 2], " ".join(words[at - 1 : last])):
                said = " ".join(words[at:last])
                return f"Unexpected words: {said}. {_joined(words, at - 1, last)}"
    return ""


def arguments_in_quotes(context: "typer.Context", words: Sequence[str], loose: str) -> str:
    """Return the command with an argument in quotes of which loose words are the rest.

    Args:
        context: Of the command as it was called.
        words: The command line, without the name of the program.
        loose: The words too many, with spaces between them.
    """
    wanted = [p for p in context.command.params if p.param_type_name == "argument"]
    parts, count = loose.split(), len(wanted)
    begin = next((n for n in range(len(words)) if list(words[n:][: len(parts)]) == parts), 0)
    first = begin - count
    given = words[first : begin + len(parts)]
    if not count or first < 1 or any(word.startswith("-") for word in words[first:begin]):
        return ""
    if any(p.nargs != 1 or p.type.name != "str" for p in wanted) or count > 2:
        return ""
    ways = range(len(given) - 1, 0, -1) if count == 2 else [len(given)]
    known = _knows_name()
    split = next((n for n in ways if all(map(known, _in_two(given, n)))), ways[0])
    quoted = [*words[:first], *_in_two(given, split), *words[begin + len(parts) :]]
    return f"A name of several words needs quotes: painlog {_typed(quoted)}"


def _in_two(words: Sequence[str], at: int) -> list[str]:
    return [*filter(None, (" ".join(words[:at]), " ".join(words[at:])))]


def _joined(words: Sequence[str], first: int, end: int) -> str:
    value, rest = words[first], " ".join(words[first + 1 : end])
    again = _typed([*words[:first], f"{value} {rest}", *words[end:]])
    return f'If "{rest}" belongs to "{value}", put all of it in quotes: painlog {again}'


def _is_value(option: str, text: str) -> bool:
    """Tell whether a text may be the value of an option: any words, or ones that it reads."""
    if option in _REGION:
        return known_regions().knows(text)
    if option in ("-t", "--treatment"):
        return _may_be_treatment(text)
    if option in _DATED:
        return _is_day(text)
    if option == "--dose":
        from painlog.model.dose_reading import parse_course_dose

        with suppress(PainlogError):
            return bool(parse_course_dose(text))
        return False
    return option in _OF_WORDS


def _may_be_treatment(text: str) -> bool:
    known, (first, *rest) = _knows_name(), text.split()
    if known(text):
        return True
    # Of "heat day" the first word is a treatment, and the second may be anything.
    place = any(known_regions().knows(" ".join(rest[at:])) for at in range(len(rest)))
    return not (known(first) or place)


def _knows_name() -> Callable[[str], bool]:
    from painlog.model.catalogue.treatments import TREATMENTS
    from painlog.model.known_treatments import Treatments

    return Treatments(TREATMENTS).understands


def with_option(
    context: "typer.Context", words: Sequence[str], typed: str, ours: str | None
) -> str:
    """Return what to type in place of an option that this command calls otherwise.

    Args:
        context: Of the command.
        words: The command line, without the name of the program.
        typed: The option that it does not have.
        ours: What it calls it; None if it has none.
    """
    at, value = next(
        (
            (at, word.partition("=")[2] or " ".join(words[at + 1 : at + 2]))
            for at, word in enumerate(words)
            if word.partition("=")[0] == typed
        ),
        (None, ""),
    )
    if ours is None:
        of_days = context.info_name in _OF_TODAY and _is_day(value)
        return f" For another day type: painlog list --on {as_typed(value)}" * of_days
    if at is None or not value:
        return f' Did you mean "{ours}"?'
    taken = 1 if "=" in words[at] else 2
    again = (*words[:at], ours, value, *words[at + taken :])
    return f' Did you mean "{ours}"? Type: painlog {_typed(again)}'


def each_place(error: SeveralPlacesError, words: Sequence[str]) -> str:
    """Return the command with each of the places in a text that joins several; "" for no idea.

    Args:
        error: With the text and its places.
        words: The command line, without the name of the program.
    """
    lengths = range(1, len(words) + 1)
    spans = ((at, at + n) for n in lengths for at in range(len(words) - n + 1))
    found = next((s for s in spans if " ".join(words[slice(*s)]) == error.text), None)
    if not found or not found[0]:
        return ""
    before, after = list(words[: found[0]]), list(words[found[1] :])
    if before[-1] in _REGION and _ONE_PLACE.isdisjoint(before):
        option = before.pop()
        each = [word for place in error.places for word in (option, place)]
    elif "add" in before and not before[-1].startswith("-"):
        rating = after.pop(0) if after and looks_like_rating(after[0]) else _RATING
        each = [word for place in error.places for word in (place, rating)]
    else:
        return ""
    return f" Type: painlog {_typed([*before, *each, *after])}"


def _is_day(words: str) -> bool:
    from painlog.cli.base.settings import now
    from painlog.model.when import parse_day

    with suppress(PainlogError):
        return bool(parse_day(words, now()))
    return False


def _typed(words: Sequence[str]) -> str:
    return " ".join(map(as_typed, words))
