"""No text tells anyone to keep to a medicine or a treatment, to stop it, start it or change it.

That is for the person and a clinician. The texts are read where they stand: every string in the
source, the templates of the page, the README and the pages of docs/.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from painlog.model.catalogue.treatments import TREATMENTS

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "painlog"

_THING = (
    r"(?:\w*medicines?|medications?|tablets?|pills?|drugs?|\w*killers?|doses?|treatments?|courses?|"
    r"triptans?|opioids?|antidepressants?|steroids?|paracetamol|ibuprofen|aspirin|codeine|"
    r"valproate|topiramate|what (?:was|is|has been) prescribed|therapy)\b"
)
# Where a text is about a treatment, "it" is the treatment.
_ABOUT_IT = rf"(?:{_THING}|(?:it|them)\b(?!\s+back\b))"
_BETWEEN = r"(?:\ (?!painlog\b)[\w’'-]+){0,4}?\ "
# What a person is told to do begins a sentence or a part of one, or follows a word of weight.
_COMMAND = (
    r"(?:\A|[.:;!?(“]\ |[,;]\ (?:and|but|or|so)?\ ?|\b(?:never|always|please|not|don’t|don't|must|"
    r"should|and|or|then|just)\ )(?:please\ |just\ |ever\ )?"
)
KINDS = {
    "keep to": r"(?:keep|stick|stay|carry|go)(?:\ on)?\ (?:to|with|taking|using)",
    "continue": r"(?:continue|maintain|follow|complete|finish)",
    "stop": (
        r"(?:stop|quit|leave\ out|leave\ off|skip|drop|discontinue|cease|avoid|come\ off|give\ up|"
        r"withdraw)"
    ),
    "start": r"(?:start|begin|try|take|use|switch\ to|ask\ for|swallow)\b",
    "change": r"(?:reduce|lower|raise|increase|double|halve|change|cut(?:\ down)?|lessen)",
}
_STOP_AT_PAIN = r"(?:\A|[.:;!?]\ )stop\ (?:if|when|as\ soon)\b"
# What reads like one and is none, each with its reason.
ALLOWED = (
    # What the command `painlog start` writes down, in the list of commands and in its own help.
    r"\Abegin a treatment\Z",
    r"Begin a course: from that day, every entry of that region counts under it",
    r"\Astart begins one treatment, not …",
    # The name of a kind of emergency.
    r"overdose or double dose",
    # How to correct an entry.
    r"Change its treatment",
    # A limit of the cited page, against an overdose of two medicines together.
    r"and take it with no other medicine that contains paracetamol",
    # What reflexology is not for.
    r"Never use it to find out what is wrong",
)


# What a caution says of how much or how often is a limit of public guidance, and these are all.
_HOW_MUCH = re.compile(
    r"(?i)\bat most\b|\b(?:lowest|smallest|highest|higher|lower|usual) dose|shortest time|"
    r"no other medicine|\d+ ?(?:g|mg|tablets?)\b|\b(?:once|twice|times) a (?:day|week)|"
    r"every \w+ hours"
)
_PARACETAMOL_PAGE = "NHS 111 Wales, Paracetamol for adults"
LIMITS = {
    "Adults take at most 4 g (eight tablets of 500 mg) in 24 hours.": _PARACETAMOL_PAGE,
    (
        "It contains paracetamol: count that towards the 4 g that adults take at most in 24 hours, "
        "and take it with no other medicine that contains paracetamol."
    ): _PARACETAMOL_PAGE,
    (
        "Without a prescriber, adults take at most 1200 mg (six tablets of 200 mg) in 24 hours."
    ): "NHS Direct Wales, Painkillers, ibuprofen",
    "The lowest dose for the shortest time.": (
        "NHS Fife, Oral non-steroidal anti-inflammatory drugs, 2025"
    ),
}


def instructions(text: str, thing: str = _THING) -> list[str]:
    """Return what reads like an instruction about a medicine or treatment."""
    text = " ".join(text.split())
    for allowed in ALLOWED:
        text = re.sub(allowed, "", text)
    found = [
        f"{kind}: {one.group()}"
        for kind, verb in KINDS.items()
        for one in re.finditer(f"{_COMMAND}{verb}{_BETWEEN}{thing}", text, re.IGNORECASE)
    ]
    return found + [one.group() for one in re.finditer(_STOP_AT_PAIN, text, re.IGNORECASE)]


def strings_in(path: Path) -> Iterator[str]:
    """Yield the strings of a module, an f-string as one with "…" for each of its values."""
    tree = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    formatted = [node for node in tree if isinstance(node, ast.JoinedStr)]
    inside = {id(part) for node in formatted for part in node.values}
    for whole in formatted:
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else "…" for part in whole.values
        )
    constants = [node for node in tree if isinstance(node, ast.Constant) and id(node) not in inside]
    yield from (node.value for node in constants if isinstance(node.value, str))


@pytest.mark.parametrize(
    "text",
    [
        "See a clinician, and keep to the treatment they gave you.",
        "Never stop a prescribed medicine because of what painlog shows.",
        "If you are pregnant, do not stop your tablets, but see a GP.",
        "Do not stop a prescribed medicine by yourself.",
        "Never stop a prescribed treatment just to test it.",
        "Go on taking your medicine.",
        "Continue your medication as before.",
        "Take a simple painkiller, and rest.",
        "You should try paracetamol first.",
        "Halve the dose.",
        "Stop if the pain is sharp or new.",
    ],
)
def test_an_instruction_would_be_found(text):
    assert instructions(text)


@pytest.mark.parametrize("about", ["advice", "model/catalogue"])
def test_what_is_said_of_treatments_gives_no_instruction(about):
    assert instructions("Do not stop it, but see a GP.", _ABOUT_IT)
    for path in sorted((SOURCE / about).rglob("*.py")):
        for text in strings_in(path):
            # A table holds many texts, a line or two each.
            for line in re.split(r"\n  (?! )", text):
                assert instructions(line, _ABOUT_IT) == [], path


def test_no_other_string_gives_one():
    for path in sorted(SOURCE.rglob("*.py")):
        for text in strings_in(path):
            assert instructions(text) == [], path


def test_no_template_and_no_page_of_the_documentation_gives_one():
    pages = (
        *sorted((SOURCE / "views" / "clinician").glob("page.*")),
        ROOT / "README.md",
        *sorted((ROOT / "docs").glob("*.md")),
    )
    assert len(pages) > 15
    for path in pages:
        for paragraph in re.split(r"\n\s*\n", path.read_text("utf-8")):
            assert instructions(paragraph) == [], path


def test_what_the_catalogue_says_of_a_dose_is_a_limit_that_public_guidance_gives():
    said = {
        sentence: caution.source
        for treatment in TREATMENTS
        for caution in treatment.cautions
        for sentence in re.split(r"(?<=[.])\s", caution.text)
        if _HOW_MUCH.search(sentence)
    }
    assert said == LIMITS
    assert not any(_HOW_MUCH.search(f"{t.what} {t.what_not}") for t in TREATMENTS)
    purpose = " ".join((ROOT / "docs" / "intended-purpose.md").read_text("utf-8").split())
    for limit in ("the most that adults take in a day", "the lowest dose for the shortest time"):
        assert limit in purpose
    assert "no other medicine that contains paracetamol" in purpose
