"""A journal as a FHIR R4 Bundle of type collection, written one resource after the other."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import TextIO

from painlog.advice.standing import WHOLE
from painlog.formats.fhir import resources
from painlog.formats.fhir.body_sites import BodySites
from painlog.formats.fhir.parts import Part, derived, identity
from painlog.model.contents import Background, Consultation
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.model.peg import Peg
from painlog.model.treatment import Kind

_HEAD = '{"resourceType":"Bundle","type":"collection","entry":[\n'


def write(
    entries: Iterable[Entry], background: Background, kinds: Mapping[str, Kind], file: TextIO
) -> int:
    """Write the entries and what is kept beside them; gives the number of entries.

    Args:
        entries: Each with its uid, read one by one.
        background: The courses, visits and PEGs to write.
        kinds: The kind of each treatment by name.
        file: Where to; the same journal gives the same text.
    """
    rest = iter(entries)
    first = tuple(islice(rest, 1))
    person = _person(chain(first, background.courses, background.consultations, background.pegs))
    sites = BodySites(person)
    file.write(_HEAD + _text(resources.patient(person)))
    number = 0
    for entry in chain(first, rest):
        _write(resources.of_entry(entry, kinds, sites, person), file)
        number += 1
    _write(_beside(background, kinds, person), file)
    file.write("\n]}\n")
    return number


def _beside(background: Background, kinds: Mapping[str, Kind], person: str) -> Iterator[Part]:
    yield from (resources.of_course(course, kinds, person) for course in background.courses)
    for consultation in background.consultations:
        yield from resources.of_consultation(consultation, person)
    yield from (resources.of_peg(peg, person) for peg in background.pegs)
    yield resources.of_advice(WHOLE, person)


def _person(written: Iterable[Entry | Course | Consultation | Peg]) -> str:
    """The uid of the Patient, from what is written first: of one journal alone, and no secret."""
    first = next(iter(written), None)
    return derived(identity(first.uid if first else ""), "patient")


def _write(found: Iterable[Part], file: TextIO) -> None:
    file.writelines(",\n" + _text(resource) for resource in found)


def _text(resource: Part) -> str:
    # A line each: indented, it would take four times as long and half as much room again.
    item = {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"))
