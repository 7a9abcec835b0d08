"""What a journal keeps beside its entries."""

from typing import NamedTuple

from painlog.model.consultation import Consultation
from painlog.model.course import Course
from painlog.model.peg import Peg
from painlog.model.region import Region
from painlog.model.treatment import Treatment

# The highest number that an entry, course, visit or PEG of another journal can bring along.
HIGHEST_ID = 999_999_999


class Kept(NamedTuple):
    """Courses, visits to a clinician and PEGs, oldest first; the person's own names."""

    courses: tuple[Course, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    pegs: tuple[Peg, ...] = ()
    own_regions: tuple[Region, ...] = ()
    own_treatments: tuple[Treatment, ...] = ()
