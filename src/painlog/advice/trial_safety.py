"""Say which trials painlog does not plan, and why: they could harm, or could not be read anyway.

A trial alternates two things only where going without either for some days changes nothing that was
prescribed, and where both set in soon and wear off soon (Guyatt et al. 1988, CMAJ 139:497-503).
docs/trials.md has more.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from painlog.files.command_line import quoted
from painlog.model.course import Course
from painlog.model.names import day_in_words, sentence_start
from painlog.model.treatment import BY_ONESELF, Treatment
from painlog.model.trial import Trial, treatments_in

# Medicines that are taken when it hurts, and are gone within a day.
_SHORT_ACTING = frozenset(
    {
        "anti-inflammatory",
        "aspirin",
        "paracetamol",
        "other simple painkiller",
        "two simple painkillers in one",
        "combination",
        "opioid",
        "triptan",
        "ergot",
        "ditan",
        "anti-sickness medicine",
        "antispasmodic",
        "inhaled painkiller",
        "topical",
        "",
        "other",
    }
)
_INJECTED = re.compile(r"(?i)\b(?:inject\w*|infiltrat\w*|nerve blocks?|botox|botulinum)\b")
_WORD = re.compile(r"\w+")


def unsafe(
    trial: Trial, treatments: Mapping[str, Treatment], courses: Iterable[Course], note: str
) -> Iterator[str]:
    """Yield the reasons not to plan a trial, with what to do instead; none where it may be planned.

    Args:
        trial: The plan.
        treatments: By name, all that its arms name.
        courses: Started by hand; those open on `planned_on` are in use.
        note: The note of the visit at which a clinician agreed.
    """
    in_use = {c.treatment: c for c in courses if c.on(trial.planned_on)}
    for name in sorted(treatments_in(trial.a) | treatments_in(trial.b)):
        treatment = treatments[name]
        differs = name in trial.differing
        if differs and (course := in_use.get(name)) and treatment.may_be_prescribed:
            yield _stops(treatment, course.started_on)
        elif differs and name in in_use and not treatment.is_kind_said:
            yield (
                f"{sentence_start(name)} is in use, and nobody said what kind of treatment it is. "
                "painlog plans no trial that stops, delays or changes a medicine or prescribed "
                f"care. Say what it is: painlog treatments set {quoted(name)} --kind KIND"
            )
        elif differs and _builds_up(treatment):
            yield (
                f"{sentence_start(name)} teaches something, or may build up over days or weeks: "
                "its blocks run into the next ones and cannot be compared. Log its course with "
                "painlog start, and see painlog report."
            )
        elif _needs_naming(treatment) and not _names(note, treatment):
            yield (
                f"{sentence_start(name)} is {_kind(treatment)}: painlog plans a trial of it only "
                "if the note of the visit at which a clinician agreed names it. Ask the clinician, "
                f"and log what they said: painlog consult --note {quoted(f'{name}: …')}"
            )


def _stops(treatment: Treatment, since: date) -> str:
    said = (
        f"{sentence_start(treatment.name)} has been in use since {day_in_words(since)}, and "
        "this trial would stop it on half of its days. painlog plans no trial that stops, delays "
        "or changes a medicine or prescribed care. Leave it as it is in both arms, and compare "
        "something else."
    )
    if treatment.kind not in BY_ONESELF:
        return said
    # painlog calls the person's own exercise conventional when it only asks for the kind.
    change = f"painlog treatments set {quoted(treatment.name)} --complementary"
    return f"{said} If nobody prescribed it, say so with: {change}"


def _builds_up(treatment: Treatment) -> bool:
    if treatment.is_medicine:
        return treatment.medicine_class not in _SHORT_ACTING or bool(
            _INJECTED.search(treatment.name)
        )
    care = treatment.conventional and treatment.kind not in BY_ONESELF
    return care or bool(_INJECTED.search(treatment.name))


def _needs_naming(treatment: Treatment) -> bool:
    return treatment.kind == "needling" or treatment.is_medicine


def _kind(treatment: Treatment) -> str:
    return "done with needles" if treatment.kind == "needling" else "a medicine"


def _names(note: str, treatment: Treatment) -> bool:
    words = f" {_plain(note)} "
    names = (treatment.name, *treatment.synonyms, *treatment.brands)
    return any(f" {_plain(name)} " in words for name in names)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
