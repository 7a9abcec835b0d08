"""Read a dose as people write it: "400 mg", "2x500mg", "half a tablet".

A dose is never part of a treatment's name: it is taken off the name and kept beside it.
"""

import re

from painlog.errors import NotUnderstoodError
from painlog.model.dose import MOST, Dose, with_how_often, without_amount
from painlog.model.dose_beside import (
    FLOW,
    PATCH_RATES,
    in_one_rate,
    is_beside,
    without_beside,
)
from painlog.model.how_often import how_often
from painlog.model.names import without_marks
from painlog.model.number_words import in_digits, number_of
from painlog.model.two_readings import dose_readings, how_to_type, in_one_reading

EXAMPLES = '"50 mg", "2 x 500 mg", "half a tablet" or "2 puffs"'
# No name with a dose is longer; the patterns take the square of the length.
LONGEST = 120


def parse_dose(text: str) -> Dose:
    """Read a dose that stands alone.

    Raises:
        NotUnderstoodError: if it is not a dose.
    """
    if is_beside(text):
        return without_amount(text)
    name, dose = split_dose(text)
    if dose is None or name:
        # The strength of a combination, "2 x 30/500", is one only behind a name.
        beside_name, dose = split_dose(f"{_A_NAME} {text}")
        name = beside_name.removeprefix(_A_NAME) if dose and dose.amount is None else text
    if often := how_often(f"{_A_NAME} {text}"):
        raise NotUnderstoodError(
            f'"{often.typed}" says how often, which only a course has. Leave it out.'
        )
    if dose is None or name:
        raise NotUnderstoodError(f'"{text}" is not a dose. Write it as in {EXAMPLES}.')
    return dose


def split_dose(text: str) -> tuple[str, Dose | None]:
    """Split what a person wrote into the name of a treatment and its dose.

    The dose may stand before the name or behind it, there also in brackets: "ibuprofen 400 mg",
    "2x500mg paracetamol", "ibuprofen (400 mg)". A release or a route beside it is part of it
    ("100 mg MR", "6 mg s.c."), and so is how long a gas flowed ("12 l/min for 15 min"). A text
    without a dose, or with a number that is not one, is a name as it is. Quotation marks around all
    of it are left out.

    Raises:
        NotUnderstoodError: if the amount is 0 or beyond what anyone takes, or may be thousands as
            well as a decimal.
    """
    words = " ".join(text.split())
    if len(words) > LONGEST:
        return words, None
    found = _split(words)
    # A name keeps its marks; what they hide is a dose.
    if found[1] is None and (bare := without_marks(words)) != words:
        unmarked = _split(bare)
        return unmarked if unmarked[1] else found
    return found


def dose_inside(text: str) -> tuple[str, Dose] | None:
    """Return the words around a dose in digits that stands among them, and that dose.

    None where there is none.
    """
    text = in_one_rate(text)
    found = re.search(_INSIDE, text, re.IGNORECASE)
    if not found:
        return None
    around = f"{text[: found.start()]} {text[found.end() :]}"
    return " ".join(around.split()).strip(" ,"), _dose(found)


def rate_inside(text: str) -> str:
    """Return an amount in a unit for each of something among some words: "2 mg/kg"; "" for none."""
    found = re.search(_PER_EACH, text, re.IGNORECASE)
    return found[0] if found else ""


def count_of(word: str) -> float | None:
    """Return the value of a number in digits or as a word: "2", "½", "two"; None for others."""
    if word.casefold() in _COUNTS:
        return _COUNTS[word.casefold()]
    return _value(word) if re.fullmatch(_NUMBER, word) else number_of(word)


def is_unit(word: str) -> bool:
    """Tell whether a word is a unit of doses: "mg", "tablets"."""
    return word.casefold() in _UNIT_OF


def pieces(number: float) -> str:
    """Return a number of tablets in words: "2 tablets", "½ tablet"."""
    return _in_words(number, "tablet")


def split_course_dose(text: str) -> tuple[str, Dose | None]:
    """Split the name of a treatment from its dose in a course, which may say how often.

    "naproxen 500 mg twice a day" is naproxen, and "massage weekly" is massage.

    Raises:
        NotUnderstoodError: as `split_dose` does.
    """
    found = how_often(text)
    if not found:
        return split_dose(text)
    name, dose = split_dose(found.rest)
    return name, with_how_often(dose, found.written)


def parse_course_dose(text: str) -> Dose:
    """Read the dose of a course, with or without how often: "500 mg twice a day", "weekly".

    Raises:
        NotUnderstoodError: if it is not one.
    """
    found = how_often(f"{_A_NAME} {text}")
    if not found:
        return parse_dose(text)
    amount = found.rest.removeprefix(_A_NAME).strip()
    return with_how_often(parse_dose(amount) if amount else None, found.written)


def _split(words: str) -> tuple[str, Dose | None]:
    _refuse_two_readings(words)
    words = in_digits(in_one_rate(words), is_unit)
    if found := without_beside(words):
        rest, said = found
        name, dose = _split_amount(rest)
        if dose and dose.unit not in _NOT_TAKEN:
            return name, dose._replace(written=f"{dose.written} {said}")
    return _split_amount(words)


def _split_amount(words: str) -> tuple[str, Dose | None]:
    if found := re.fullmatch(_IN_BRACKETS, words):
        name, dose = split_dose(f"{found['name']} {found['dose']}")
        if dose and (name == found["name"] or _split_once(found["name"])[0] == name):
            return name, dose
    return _flowing(words) or _several_times(words) or _split_twice(words)


def _flowing(words: str) -> tuple[str, Dose] | None:
    # "oxygen 12 l/min for 15 min", "15 min of oxygen at 12 l/min".
    flow = re.search(_FLOW, words, re.IGNORECASE)
    if not flow:
        return None
    rest, dose = f"{words[: flow.start()]} {words[flow.end() :]}", _dose(flow)
    if lasted := re.search(_LASTED, rest, re.IGNORECASE):
        rest = f"{rest[: lasted.start()]} {rest[lasted.end() :]}"
        dose = dose._replace(written=f"{dose.written} for {_dose(lasted).written}")
    return re.sub(r"^of\s+", "", " ".join(rest.split()).strip(" ,")), dose


def _refuse_two_readings(words: str) -> None:
    if not re.search(r"\d[.,'’\s]\d{3}|\s\.\d|^\.\d", words):
        return
    found, readings = dose_readings(words, _UNIT)
    if readings:
        raise NotUnderstoodError(how_to_type(found, readings))


def _several_times(words: str) -> tuple[str, Dose] | None:
    # "2x paracetamol 500 mg", "paracetamol 500 mg x 2".
    if found := re.fullmatch(_TIMES_FIRST, words) or re.fullmatch(_TIMES_LAST, words):
        name, each = _split_once(found["rest"].strip())
        if each and "×" not in each.written:
            return name, _several(_value(found["times"]), each)
    return None


def _split_twice(words: str) -> tuple[str, Dose | None]:
    name, dose = _split_once(words)
    if dose is None:
        return words, None
    # "2 tablets of ibuprofen 400 mg", "ibuprofen 400 mg, 2 tablets".
    rest, other = _split_once(name)
    if other is None or {dose.unit, other.unit} & _PIECES == set():
        return name, dose
    pieces, each = (other, dose) if other.unit in _PIECES else (dose, other)
    if pieces.amount is None or each.unit in _PIECES or "×" in each.written:
        return name, dose
    return rest, _several(pieces.amount, each)


def _split_once(words: str) -> tuple[str, Dose | None]:
    if found := re.fullmatch(_STRENGTH, words, re.IGNORECASE):
        strength = re.sub(r"\s*/\s*", "/", found["strength"])
        each = Dose(None, "", re.sub(r"(?<=\d)\s*(?=[a-zµμ])", " ", strength))
        times = found["times"]
        return found["name"].strip(" ,"), _several(_value(times), each) if times else each
    for pattern in (_LAST, _FIRST):
        if found := re.fullmatch(pattern, words, re.IGNORECASE):
            return found["name"].strip(" ,"), _dose(found)
    return words, None


def _several(many: float, each: Dose) -> Dose:
    if not 0 < many <= MOST:
        raise _no_amount(f"{_plain(many)} x {each.written}")
    amount = None if each.amount is None else many * each.amount
    return Dose(amount, each.unit, f"{_plain(many)} × {each.written}")


_UNITS = {
    "mg": "mg mgs milligram milligrams milligramme milligrammes miligram miligrams milligramm",
    # "Gr" may be a grain, and is none of these.
    "g": "g gm gms gram grams gramme grammes gramm",
    "µg": "µg μg ug mcg mcgs microgram micrograms microgramme microgrammes",
    "ml": "ml mls millilitre millilitres milliliter milliliters cc",
    # Units of botulinum toxin are those of its maker (SmPC of Dysport, 4.2), and no IU.
    "IU": "iu",
    "unit": "unit units",
    "%": "%",
    "tablet": "tablet tablets tab tabs pill pills",
    "capsule": "capsule capsules cap caps",
    "drop": "drop drops",
    "puff": "puff puffs",
    "spray": "spray sprays",
    "patch": "patch patches plaster plasters",
    "sachet": "sachet sachets",
    "suppository": "suppository suppositories",
    "injection": "injection injections shot shots",
    "ampoule": "ampoule ampoules ampule ampules",
    "spoonful": "spoonful spoonfuls",
    "teaspoon": "teaspoon teaspoons teaspoonful teaspoonfuls tsp",
    "dose": "dose doses",
    "minute": "minute minutes min mins",
    "hour": "hour hours h hr hrs",
    "session": "session sessions",
    FLOW: "l/min lpm",
}
_UNIT_OF = {form: unit for unit, forms in _UNITS.items() for form in forms.split()} | PATCH_RATES
_COUNTS = {
    "one and a half": 1.5,
    "a half": 0.5,
    "half": 0.5,
    "½": 0.5,
    "a quarter": 0.25,
    "quarter": 0.25,
    "¼": 0.25,
    "¾": 0.75,
    **dict.fromkeys(("a", "an", "one"), 1.0),
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
    "eight": 8.0,
    "nine": 9.0,
    "ten": 10.0,
}
_A_NAME = "painkiller"
_PLURALS = {"patch": "patches", "suppository": "suppositories"}
_NEVER_PLURAL = frozenset({"mg", "g", "µg", "ml", "IU", "%", FLOW, *PATCH_RATES.values()})
# What is done for so long is not taken by any route.
_NOT_TAKEN = frozenset({"minute", "hour", "session"})
_PIECES = frozenset({"tablet", "capsule", "sachet", "suppository", "patch", "ampoule", "injection"})
# Of more, the number is likely the strength: "fentanyl 25 patch".
_MOST_PATCHES = 4
_FRACTIONS = {0.5: "½", 0.25: "¼", 0.75: "¾"}

# "8/500" is a strength and no part of a tablet, as "1/2" is.
_NUMBER = r"\d+(?:[.,]\d+)?(?:\s?/\s?(?:[2-9]|10)(?!\d))?"
_COUNT = "|".join(sorted(map(re.escape, _COUNTS), key=len, reverse=True))
_UNIT = "|".join(sorted(map(re.escape, _UNIT_OF), key=len, reverse=True))
_TIMES = "|".join(form for form, unit in _UNIT_OF.items() if unit in ("minute", "hour"))
_DOSE = (
    rf"(?:(?P<times>{_NUMBER}|(?<![^\W\d_])(?:{_COUNT}))\s*(?:[x×*]|times)\s*)?"
    rf"(?:(?P<number>{_NUMBER})\s*|(?<![^\W\d_])(?P<count>{_COUNT})\s+(?:an?\s+|of\s+an?\s+)?)"
    rf"(?P<unit>{_UNIT})"
)
# A comma between digits separates nothing.
_LAST = rf"(?P<name>|.*?[^\d\s].*?[\s,]+(?<!\d,)|.*?[a-z]{{3}}){_DOSE}"
_FIRST = rf"{_DOSE}(?:\s+of)?(?:\s+|,)(?P<name>.+)"
_IN_BRACKETS = r"(?P<name>.*\S)\s*[(\[](?P<dose>\d[^()\[\]]*)[)\]]"
_TIMES_FIRST = rf"(?P<times>{_NUMBER})\s*[xX×]\s+(?P<rest>[^\W\d].*)"
_TIMES_LAST = rf"(?P<rest>.*\D)\s*[xX×]\s*(?P<times>{_NUMBER})"
_INSIDE = (
    rf"[(\[]?(?<![\w.,/])(?:(?P<times>{_NUMBER})\s*[x×*]\s*)?(?P<number>{_NUMBER})(?P<count>)\s*"
    rf"(?P<unit>{_UNIT})(?![\w/])[)\]]?"
)
_PER_EACH = rf"(?<![\w.,/]){_NUMBER}\s*(?:{_UNIT})\s*/\s*[^\W_]+"
_ONE_AMOUNT = rf"(?P<times>(?!))?(?P<number>{_NUMBER})(?P<count>)\s*"
_FLOW = rf"(?:\bat\s+)?(?<![\w.,/]){_ONE_AMOUNT}(?P<unit>l/min|lpm)(?![\w/])"
_LASTED = rf"(?:\bfor\s+)?(?<![\w.,/]){_ONE_AMOUNT}(?P<unit>{_TIMES})(?![\w/])"
_PART = r"\d+(?:[.,]\d+)?\s*(?:mg|g|µg|μg|mcg|ml)?"
_STRENGTH = (
    rf"(?P<name>.*?[a-z].*?)[\s,]+(?:(?P<times>\d+(?:[.,]\d+)?)\s*[x×*]\s*)?"
    rf"(?P<strength>{_PART}(?:\s*/\s*{_PART}){{1,3}})"
)


def _dose(found: "re.Match[str]") -> Dose:
    unit = _UNIT_OF[found["unit"].lower()]
    each = _COUNTS[found["count"].lower()] if found["count"] else _value(found["number"])
    times = found["times"]
    many = 1.0 if times is None else _COUNTS.get(times.lower()) or _value(times)
    amount = each * many
    if not 0 < amount <= MOST:
        raise _no_amount(found[0].strip())
    if unit == "patch" and amount > _MOST_PATCHES:
        raise NotUnderstoodError(
            f'"{_in_words(amount, unit)}" may be how many or how strong. Write how many, as in '
            '"1 patch", or what it gives off, as in "25 micrograms/hour".'
        )
    one = _in_words(each, unit)
    return Dose(amount, unit, one if times is None else f"{_plain(many)} × {one}")


def _no_amount(text: str) -> NotUnderstoodError:
    return NotUnderstoodError(
        f'"{text}" is not an amount that can be taken. Write it as in {EXAMPLES}.'
    )


def _value(text: str) -> float:
    whole, _, part = text.replace(",", ".").replace(" ", "").partition("/")
    return float(whole) / float(part) if part and float(part) else float(whole)


def _in_words(amount: float, unit: str) -> str:
    if unit == "%":
        return f"{_plain(amount)} %"
    if unit in _NEVER_PLURAL:
        return f"{_plain(amount)} {unit}"
    if amount <= 1:
        return f"{_FRACTIONS.get(amount) or _plain(amount)} {unit}"
    return f"{_plain(amount)} {_PLURALS.get(unit, unit + 's')}"


def _plain(amount: float) -> str:
    return in_one_reading(f"{amount:.10g}")
