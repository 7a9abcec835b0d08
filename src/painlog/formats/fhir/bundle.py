"""A journal as a FHIR R4 Bundle of type collection, written one resource after the other."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, groupby, islice
from typing import TextIO

from painlog.advice.standing import WHOLE, Advice
from painlog.analysis.one_use import NotedUses
from painlog.formats.fhir.body_sites import BodySites
from painlog.formats.fhir.days import of_days
from painlog.formats.fhir.parts import (
    LOINC,
    TERMINOLOGY,
    Part,
    coded,
    coding,
    derived,
    dosage,
    identity,
    moment,
    name,
    observation,
    reference,
    score,
    texts,
    written_at,
)
from painlog.model.contents import Background, Consultation
from painlog.model.course import Course
from painlog.model.dose import Dose, Size
from painlog.model.entry import Entry
from painlog.model.factor import DayFactor, DayNote
from painlog.model.peg import QUESTIONS, Peg
from painlog.model.treatment import Kind
from painlog.model.use import Use

_HEAD = '{"resourceType":"Bundle","type":"collection","entry":[\n'
_BY_THE_PATIENT = {
    "coding": [
        coding(
            f"{TERMINOLOGY}/medication-statement-category", "patientspecified", "Patient Specified"
        )
    ]
}
_INSTRUCTION = {
    "coding": [coding(f"{TERMINOLOGY}/communication-category", "instruction", "Instruction")]
}
_AMBULATORY = coding(f"{TERMINOLOGY}/v3-ActCode", "AMB", "ambulatory")
_PAIN = coding(LOINC, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported")
_PEG = coding(LOINC, "91147-9", "Mean score [PEG]")
_FOLLOWS = "http://hl7.org/fhir/StructureDefinition/observation-sequelTo"


def write_bundle(
    entries: Iterable[Entry],
    background: Background,
    kinds: Mapping[str, Kind],
    file: TextIO,
    uses: Iterable[Use] = (),
    *,
    today: date | None = None,
) -> int:
    """Write the entries, uses and their background, and return the number of entries.

    Args:
        entries: Each with its uid, read one by one.
        background: The courses, visits, PEGs and days to write.
        kinds: The kind of each treatment by name.
        file: Where to write; the same journal gives the same text.
        uses: Those without a rating, each with its uid, read one by one.
        today: A visit after this day is planned; None if no visit is to come.
    """
    rest = iter(entries)
    first = tuple(islice(rest, 1))
    rest_of_uses = iter(uses)
    first_use = () if first else tuple(islice(rest_of_uses, 1))
    person = _person(
        chain(
            first,
            first_use,
            background.courses,
            background.consultations,
            background.pegs,
            background.day_factors,
            background.day_notes,
        )
    )
    sites = BodySites(person)
    file.write(_HEAD + _text({"resourceType": "Patient", "id": person}))
    number, noted = 0, NotedUses()
    for _, at_once in groupby(chain(first, rest), key=lambda entry: entry.felt_at):
        together = tuple(at_once)
        treated = _treated(together, kinds, person)
        for entry in together:
            _write(_of_entry(entry, treated, sites, person), file)
            for use in entry.uses:
                noted.add(use)
        number += len(together)
    # A tablet that was logged with a rating and once more by itself is one.
    alone = (use for use in chain(first_use, rest_of_uses) if use not in noted)
    _write((_of_use(use, kinds, person) for use in alone), file)
    _write(_beside(background, kinds, person, today or date.max), file)
    file.write("\n]}\n")
    return number


def _beside(
    background: Background, kinds: Mapping[str, Kind], person: str, today: date
) -> Iterator[Part]:
    yield from (_of_course(course, kinds, person) for course in background.courses)
    for consultation in background.consultations:
        yield from _of_consultation(consultation, person, today)
    yield from (_of_peg(peg, person) for peg in background.pegs)
    yield from of_days(background, person)
    yield _of_advice(WHOLE, person)


def _person(
    written: Iterable[Entry | Use | Course | Consultation | Peg | DayFactor | DayNote],
) -> str:
    """Return the uid of the Patient, made from what is written first: unique, but not secret."""
    first = next(iter(written), None)
    return derived(identity(first.uid if first else ""), "patient")


def _write(found: Iterable[Part], file: TextIO) -> None:
    file.writelines(",\n" + _text(resource) for resource in found)


def _text(resource: Part) -> str:
    # One line each: indenting would take four times as long and half as much space again.
    item = {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"))


_Treated = dict[tuple[str, Size | None], tuple[str, Part]]


def _treated(entries: Sequence[Entry], kinds: Mapping[str, Kind], person: str) -> _Treated:
    """Return what was used with entries of one moment, each use once, with the uid of its entry.

    What was noted for several places at once is one tablet: one resource names all of them.
    """
    found: _Treated = {}
    for entry in entries:
        why = name(f"pain: {entry.place}")
        for use in entry.uses:
            if known := found.get(_what(use)):
                if why not in known[1]["reasonCode"]:
                    known[1]["reasonCode"].append(why)
                continue
            uid = derived(identity(entry.uid), f"treatment {use.treatment}")
            when = {"DateTime": entry.day.isoformat()}
            resource = _treatment(use.treatment, kinds, uid, person, when, use.dose)
            found[_what(use)] = entry.uid, {**resource, "reasonCode": [why]}
    return found


def _what(use: Use) -> tuple[str, Size | None]:
    return use.treatment, use.dose.size if use.dose else None


def _of_entry(entry: Entry, treated: _Treated, sites: BodySites, person: str) -> Iterator[Part]:
    """Give an entry: its body site if new, its treatments, the intensity before, the intensity.

    Args:
        entry: As stored.
        treated: What was used at its moment; this gives those that no entry before it gave.
        sites: The body sites of the bundle.
        person: The uid of the Patient.
    """
    uid = identity(entry.uid)
    yield from sites.structures(entry.region, entry.side)
    used = [treated[_what(use)] for use in entry.uses]
    yield from (resource for first, resource in used if first == entry.uid)
    during = _unless_empty(
        "partOf", [reference(resource["id"], resource["resourceType"]) for _, resource in used]
    )
    site = {"bodySite": sites.concept(entry.region, entry.side)}
    follows: Part = {}
    if entry.intensity_before is not None:
        before = derived(uid, "intensity before")
        yield {
            **observation(before, person, coded(_PAIN, "pain intensity before"), during),
            "effectivePeriod": {"end": moment(entry.felt_at)},
            **written_at(entry.updated_at),
            "performer": [reference(person, "Patient")],
            "valueQuantity": score(entry.intensity_before),
            **site,
        }
        follows = {
            "extension": [{"url": _FOLLOWS, "valueReference": reference(before, "Observation")}]
        }
    yield {
        **observation(uid, person, coded(_PAIN, "pain intensity"), follows | during),
        **_effective(entry),
        **written_at(entry.updated_at),
        "performer": [reference(person, "Patient")],
        "valueQuantity": score(entry.intensity),
        **_unless_empty("note", [{"text": text} for text in texts(entry.note)]),
        **site,
        **_unless_empty("component", list(_components(entry))),
    }


def _effective(entry: Entry) -> Part:
    if entry.until is None:
        return {"effectiveDateTime": moment(entry.felt_at)}
    return {"effectivePeriod": {"start": moment(entry.felt_at), "end": moment(entry.until)}}


def _of_use(use: Use, kinds: Mapping[str, Kind], person: str) -> Part:
    """Return a use without a rating; `reasonCode` says what it was for."""
    when = {"DateTime": moment(use.used_at)}
    resource = _treatment(use.treatment, kinds, identity(use.uid), person, when, use.dose)
    if use.place:
        resource["reasonCode"] = [name(f"pain: {use.place}")]
    if notes := [{"text": text} for text in texts(use.note)]:
        resource["note"] = [*resource.get("note", ()), *notes]
    return resource


def _of_course(course: Course, kinds: Mapping[str, Kind], person: str) -> Part:
    """Return a course; `reasonCode` says for which place it is."""
    period = {"start": course.started_on.isoformat()}
    if course.ended_on:
        period["end"] = course.ended_on.isoformat()
    resource = _treatment(
        course.treatment, kinds, identity(course.uid), person, {"Period": period}, course.dose
    )
    return {**resource, "reasonCode": [name(f"pain: {course.place}")]}


def _of_consultation(consultation: Consultation, person: str, today: date) -> Iterator[Part]:
    """Give a visit to a clinician and its note, which does not fit into an Encounter."""
    uid = identity(consultation.uid)
    day = consultation.held_on.isoformat()
    yield {
        "resourceType": "Encounter",
        "id": uid,
        "status": "planned" if consultation.held_on > today else "finished",
        "class": _AMBULATORY,
        "subject": reference(person, "Patient"),
        "period": {"start": day, "end": day},
    }
    for number, text in enumerate(texts(consultation.note), start=1):
        yield {
            "resourceType": "Observation",
            "id": derived(uid, f"note {number}"),
            "status": "final",
            "code": name("note of a visit to a clinician"),
            "subject": reference(person, "Patient"),
            "encounter": reference(uid, "Encounter"),
            "effectiveDateTime": day,
            "performer": [reference(person, "Patient")],
            "valueString": text,
        }


def _of_peg(peg: Peg, person: str) -> Part:
    """Return a PEG: its score, with each answer as a component."""
    return {
        **observation(identity(peg.uid), person, coded(_PEG, "PEG, about the week up to this day")),
        "effectiveDateTime": peg.answered_on.isoformat(),
        **written_at(peg.updated_at),
        "performer": [reference(person, "Patient")],
        "valueQuantity": score(peg.score),
        "component": [
            {"code": name(question.text), "valueQuantity": score(getattr(peg, question.name))}
            for question in QUESTIONS
        ],
    }


def _of_advice(advice: Advice, person: str) -> Part:
    """Return the advice that goes with every export."""
    return {
        "resourceType": "Communication",
        "id": derived(person, f"advice {advice.code}"),
        "status": "completed",
        "category": [_INSTRUCTION],
        "subject": reference(person, "Patient"),
        "recipient": [reference(person, "Patient")],
        "payload": [{"contentString": advice.text}],
    }


def _unless_empty(element: str, values: list[Part]) -> Part:
    return {element: values} if values else {}


def _treatment(
    treatment: str,
    kinds: Mapping[str, Kind],
    uid: str,
    person: str,
    when: Part,
    dose: Dose | None = None,
) -> Part:
    """Return a medicine as MedicationStatement, anything else as Procedure.

    Args:
        treatment: Its name.
        kinds: The kind of each treatment by name.
        uid: Of the resource.
        person: The uid of the Patient.
        when: A "DateTime" or a "Period"; one without an end is still going on.
        dose: How much; for anything but a medicine it becomes a note.
    """
    [(form, time)] = when.items()
    goes_on = form == "Period" and "end" not in time
    kind = kinds.get(treatment, "other")
    if kind == "medication":
        return {
            "resourceType": "MedicationStatement",
            "id": uid,
            "status": "active" if goes_on else "completed",
            "category": _BY_THE_PATIENT,
            "medicationCodeableConcept": name(treatment),
            "subject": reference(person, "Patient"),
            f"effective{form}": time,
            "informationSource": reference(person, "Patient"),
            **_unless_empty("dosage", [dosage(dose)] if dose else []),
        }
    return {
        "resourceType": "Procedure",
        "id": uid,
        "status": "in-progress" if goes_on else "completed",
        "category": name(kind),
        "code": name(treatment),
        "subject": reference(person, "Patient"),
        f"performed{form}": time,
        "asserter": reference(person, "Patient"),
        **_unless_empty("note", [{"text": dose.written}] if dose else []),
    }


def _components(entry: Entry) -> Iterator[Part]:
    if entry.interference is not None:
        yield {
            "code": name("interference of the pain with the day, 0-10"),
            "valueQuantity": score(entry.interference),
        }
    for what, values in (
        ("quality of the pain", entry.qualities),
        ("trigger of the pain", entry.triggers),
        ("condition", entry.conditions),
    ):
        yield from ({"code": name(what), "valueCodeableConcept": name(v)} for v in _all(values))


def _all(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        yield from texts(value)
