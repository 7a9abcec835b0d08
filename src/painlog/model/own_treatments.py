"""The person's own treatments besides the catalogue's, with what is known of their medicine."""

from collections.abc import Iterable, Sequence

from painlog.errors import NotUnderstoodError
from painlog.model.catalogue.medicine_classes import TOPICAL, cautions_of, class_of, what_it_is
from painlog.model.known_treatments import Treatments
from painlog.model.treatment import Treatment


def known_treatments(catalogue: Sequence[Treatment], own: Iterable[Treatment]) -> Treatments:
    """Return the catalogue's treatments and the person's own, each name once.

    What the person added stays theirs, even where the catalogue has the name by now.
    """
    own = tuple(own)
    if not own:
        return Treatments(catalogue)
    listed = Treatments(catalogue)
    names = {treatment.name for treatment in own}
    return Treatments(
        (
            *(treatment for treatment in catalogue if treatment.name not in names),
            *(_with_facts(treatment, listed) for treatment in own),
        )
    )


def _with_facts(own: Treatment, catalogue: Treatments) -> Treatment:
    """Return a treatment of the person's own with what the catalogue knows of its medicine.

    "Sumatriptan 50 mg", which they may have added when painlog did not know sumatriptan, counts as
    the triptan that it is. Its name and kind stay. For any other name only the class is known, if
    they said which it is.
    """
    try:
        known, _ = catalogue.read(own.name)
    except NotUnderstoodError:
        return _with_facts_of_class(own)
    if not known.is_medicine:
        return _with_facts_of_class(own)
    return own._replace(
        what=known.what,
        cautions=known.cautions,
        overuse_days=known.overuse_days,
        overuse_class=known.overuse_class,
        topical=known.topical,
        atc=known.atc,
        medicine_class=known.medicine_class,
        parts=known.parts,
    )


def _with_facts_of_class(own: Treatment) -> Treatment:
    if not own.medicine_class:
        return own
    known = class_of(own.medicine_class)
    return own._replace(
        what=what_it_is(known, own.name, ()),
        cautions=cautions_of(known, own.name, ()),
        overuse_days=known.overuse_days,
        overuse_class=known.counted_as,
        topical=own.medicine_class == TOPICAL,
    )
