"""What a journal holds as the rows that it is, or would be."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from painlog.store.images import Dated, Image

if TYPE_CHECKING:
    from painlog.model.contents import Consultation
    from painlog.model.course import Course
    from painlog.model.entry import Entry
    from painlog.model.peg import Peg
    from painlog.model.region import Region
    from painlog.model.treatment import Treatment

    Thing = Entry | Course | Consultation | Peg


def image_of(kind: Dated, thing: "Thing") -> Image:
    """An entry, course, visit or PEG with what belongs to it."""
    return _IMAGES[kind](thing)


def _entry_image(entry: "Entry") -> Image:
    return {
        "id": entry.id or None,
        "uid": entry.uid,
        "felt_at": entry.felt_at.isoformat(timespec="seconds"),
        "region": entry.region,
        "side": entry.side,
        "intensity": entry.intensity,
        "intensity_before": entry.intensity_before,
        "interference": entry.interference,
        "note": entry.note,
        "created_at": entry.created_at,
        "updated_at": entry.updated_at,
        "treatments": entry.treatments,
        "tags": [
            *(("quality", value) for value in entry.qualities),
            *(("trigger", value) for value in entry.triggers),
            *(("condition", value) for value in entry.conditions),
        ],
    }


def _course_image(course: "Course") -> Image:
    return {
        "id": course.id or None,
        "uid": course.uid,
        "treatment": course.treatment,
        "region": course.region,
        "side": course.side,
        "started_on": course.started_on.isoformat(),
        "ended_on": course.ended_on.isoformat() if course.ended_on else None,
        "updated_at": course.updated_at,
    }


def _consultation_image(consultation: "Consultation") -> Image:
    return {
        "id": consultation.id or None,
        "uid": consultation.uid,
        "held_on": consultation.held_on.isoformat(),
        "note": consultation.note,
        "updated_at": consultation.updated_at,
    }


def _peg_image(peg: "Peg") -> Image:
    return {
        "id": peg.id or None,
        "uid": peg.uid,
        "answered_on": peg.answered_on.isoformat(),
        "pain": peg.pain,
        "enjoyment": peg.enjoyment,
        "activity": peg.activity,
        "updated_at": peg.updated_at,
    }


_IMAGES: Mapping[Dated, Callable[[Any], Image]] = {
    "entry": _entry_image,
    "course": _course_image,
    "consultation": _consultation_image,
    "peg": _peg_image,
}


def region_image(region: "Region") -> Image:
    """A region as the row that it is."""
    return {
        "name": region.name,
        "sides": region.sides,
        "area": region.area,
        "synonyms": "; ".join(region.synonyms),
        "own": int(region.own),
    }


def treatment_image(treatment: "Treatment") -> Image:
    """A treatment as the row that it is."""
    return {
        "name": treatment.name,
        "kind": treatment.kind,
        "conventional": int(treatment.conventional),
        "synonyms": "; ".join(treatment.synonyms),
        "own": int(treatment.own),
    }
