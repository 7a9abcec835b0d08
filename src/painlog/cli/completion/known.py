"""What can be typed for an argument or option: catalogue names, and what the journal knows.

Each function is an `autocompletion` of Typer: it returns all there is, each with a description.
base/options.py finds it by its name when TAB is pressed.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import typer

from painlog.cli.completion.offers import Offer, Offers

if TYPE_CHECKING:
    from painlog.model.course import Course
    from painlog.model.factor import Factor
    from painlog.model.region import Region
    from painlog.model.treatment import Treatment
    from painlog.store.journal import Journal

Named = TypeVar("Named", "Region", "Treatment")

_ENTRIES = 20
_LOWEST, _HIGHEST = "no pain", "worst pain imaginable"


def commands(ctx: typer.Context) -> Offers:
    """Return all commands."""
    root = ctx.find_root()
    return [(name, "") for name in getattr(root.command, "list_commands", lambda _: [])(root)]


def places(ctx: typer.Context) -> Offers:
    """Return regions and their sides, those rated lately first."""
    from painlog.model.region import label
    from painlog.store import recent

    with _glance(ctx) as glance:
        lately = [(label(*place), "rated lately") for place in recent.latest_places(glance)]
        regions = _own_first(glance.regions.all)
    return [
        *lately,
        *(_offer(region) for region in regions),
        *(sided for region in regions for sided in _sided(region)),
    ]


def regions(ctx: typer.Context) -> Offers:
    """Return regions, without sides."""
    with _glance(ctx) as glance:
        return [_offer(region) for region in _own_first(glance.regions.all)]


def own_regions(ctx: typer.Context) -> Offers:
    """Return the person's own regions."""
    with _glance(ctx) as glance:
        return [_offer(region) for region in glance.regions.all if region.own]


def factors(ctx: typer.Context) -> Offers:
    """Return sleep, stress and the person's own factors."""
    return [(factor.name, factor.how) for factor in _factors(ctx)]


def own_factors(ctx: typer.Context) -> Offers:
    """Return the person's own factors."""
    return [(factor.name, factor.how) for factor in _factors(ctx) if factor.own]


def factor_values(ctx: typer.Context) -> Offers:
    """Return factors with "=", after which their value comes."""
    return [(f"{factor.name}=", factor.how) for factor in _factors(ctx)]


def _factors(ctx: typer.Context) -> "Sequence[Factor]":
    from painlog.store import days

    with _glance(ctx) as glance:
        return days.factors(glance)


def ratings(ctx: typer.Context) -> Offers:
    """Return places; after a place intensities, and after part of a name the rest of it."""
    words: Sequence[str] = ctx.params.get("ratings") or ()
    name = _behind_numbers(words)
    found = places(ctx)
    if not name:
        # After a whole rating, options are offered until another place is begun.
        return found if not words else [(_only_begun(value), about) for value, about in found]
    said = " ".join(name)
    known = said.casefold() in {form.casefold() for v, _ in found for form in (v, *_also(v))}
    rest = _rest(said, found, by_other_names=not known)
    return [*(intensities() if known else ()), *rest]


def sides(_ctx: typer.Context | None = None) -> Offers:
    """Return the sides."""
    return [("left", ""), ("right", ""), ("both", "")]


def sides_or_none(_ctx: typer.Context | None = None) -> Offers:
    """Return the sides, and "none" for no side."""
    return [*sides(), ("none", "no side said")]


def intensities(_ctx: typer.Context | None = None) -> Offers:
    """Return the scale, with what its ends mean."""
    ends = {0: _LOWEST, 10: _HIGHEST}
    return [(str(number), ends.get(number, "")) for number in range(11)]


def answers(_ctx: typer.Context | None = None) -> Offers:
    """Return 0 to 10 without words, for questions whose ends have meanings of their own."""
    return [(str(number), "") for number in range(11)]


def treatments(ctx: typer.Context) -> Offers:
    """Return treatments, the person's own first."""
    with _glance(ctx) as glance:
        return [_offer_treatment(t) for t in _own_first(glance.treatments.all)]


def medicine_classes(_: typer.Context) -> Offers:
    """Return the classes of the medicines that painlog knows."""
    from painlog.model.catalogue.medicines import MEDICINES

    return [(name, "") for name in dict.fromkeys(medicine.medicine_class for medicine in MEDICINES)]


def own_treatments(ctx: typer.Context) -> Offers:
    """Return the person's own treatments."""
    with _glance(ctx) as glance:
        return [_offer_treatment(t) for t in glance.treatments.all if t.own]


def regimens(ctx: typer.Context) -> Offers:
    """Return "nothing" and every treatment."""
    return [("nothing", "days without a treatment"), *treatments(ctx)]


def treatments_in_use(ctx: typer.Context) -> Offers:
    """Return treatments with an open course: where, and since when."""
    with _glance(ctx) as glance:
        also = {t.name: t.synonyms for t in _own_first(glance.treatments.all)}
        used: dict[str, list[str]] = {}
        for course in _open_courses(glance):
            used.setdefault(course.treatment, []).append(
                f"{course.place} since {course.started_on}"
            )
    return [(Offer(name, also.get(name, ())), "; ".join(where)) for name, where in used.items()]


def places_in_use(ctx: typer.Context) -> Offers:
    """Return the places where the named treatment has an open course."""
    named = str(ctx.params.get("treatment") or "").casefold()
    with _glance(ctx) as glance:
        also = {t.name: t.synonyms for t in _own_first(glance.treatments.all)}
        return [
            (course.place, f"{course.treatment} since {course.started_on}")
            for course in _open_courses(glance)
            if not named
            or named in map(str.casefold, (course.treatment, *also.get(course.treatment, ())))
        ]


def logged(ctx: typer.Context) -> Offers:
    """Return the numbers of the latest entries and uses."""
    from painlog.model.entry import Entry
    from painlog.model.selection import Selection
    from painlog.tasks.logged import newest_logged

    with _glance(ctx) as glance:
        return [
            (str(thing.id), f"{thing.felt_at:%Y-%m-%d %H:%M} {thing.place} {thing.intensity}/10")
            if isinstance(thing, Entry)
            else (thing.number, f"{thing.used_at:%Y-%m-%d %H:%M} {thing.what}")
            for thing in newest_logged(glance, Selection(limit=_ENTRIES), None)
        ]


def takings(ctx: typer.Context) -> Offers:
    """Return treatments; after one, doses used before, or the rest of its name."""
    from painlog.model.dose_reading import split_dose

    words: Sequence[str] = ctx.params.get("words") or ()
    with _glance(ctx) as glance:
        known = glance.treatments
        every = [_offer_treatment(t) for t in _own_first(known.all)]
        if not words:
            return every
        from painlog.store.taken import doses_of
        from painlog.tasks.taking import treatments_in

        last = treatments_in(words, known)[-1]
        name = None if split_dose(last)[1] else known.name_of(last)
        doses: Offers = [(dose, f"{name} before") for dose in doses_of(glance, name or "")]
    rest = list(_rest(last, every, by_other_names=name is None))
    return [*doses, *rest, *((_only_begun(value), about) for value, about in every)]


def places_with_attacks(ctx: typer.Context) -> Offers:
    """Return the places where an attack may still be going on."""
    from painlog.cli.base.settings import now
    from painlog.store import recent
    from painlog.tasks.attacks import open_attacks_of

    with _glance(ctx) as glance:
        rated = {region for region, _ in recent.latest_places(glance)}
        return [
            (attack.first.place, f"{attack.first.intensity}/10 since {attack.first.felt_at:%H:%M}")
            for region in glance.regions.all
            if region.name in rated
            for attack in open_attacks_of(glance, region, None, now())
        ]


def courses(ctx: typer.Context) -> Offers:
    """Return the numbers of the courses."""
    with _glance(ctx) as glance:
        return [
            (str(c.id), f"{c.treatment}, {c.place}, {c.started_on} to {c.ended_on or 'now'}")
            for c in reversed(glance.courses())
        ]


def consultations(ctx: typer.Context) -> Offers:
    """Return the numbers of the visits to a clinician."""
    with _glance(ctx) as glance:
        return [(str(visit.id), f"{visit.held_on}") for visit in reversed(glance.consultations())]


def questions(ctx: typer.Context) -> Offers:
    """Return the numbers of the questions that are open."""
    with _glance(ctx) as glance:
        return [(f"q{q.id}", q.text) for q in glance.questions() if q.asked_on is None]


def visits_to_change(ctx: typer.Context) -> Offers:
    """Return the numbers of the visits to a clinician and of the open questions."""
    return [*consultations(ctx), *questions(ctx)]


def pegs(ctx: typer.Context) -> Offers:
    """Return the numbers of the PEGs."""
    with _glance(ctx) as glance:
        return [
            (str(peg.id), f"{peg.answered_on}: {peg.pain}, {peg.enjoyment}, {peg.activity}")
            for peg in reversed(glance.pegs())
        ]


def trials(ctx: typer.Context) -> Offers:
    """Return the numbers of the trials."""
    with _glance(ctx) as glance:
        return [
            (str(trial.id), f"{trial.a} or {trial.b}, {trial.place}")
            for trial in reversed(glance.trials())
        ]


def kept(_ctx: typer.Context | None = None) -> Offers:
    """Return the answers to the question whether a day was as planned."""
    from painlog.model.trial import KEPT

    return [(answer, "") for answer in KEPT]


def qualities(ctx: typer.Context) -> Offers:
    """Return qualities used before."""
    return _tags(ctx, "quality")


def triggers(ctx: typer.Context) -> Offers:
    """Return triggers used before."""
    return _tags(ctx, "trigger")


def conditions(ctx: typer.Context) -> Offers:
    """Return conditions used before."""
    return _tags(ctx, "condition")


def found_words(ctx: typer.Context) -> Offers:
    """Return triggers, qualities and conditions used before."""
    return [*triggers(ctx), *qualities(ctx), *conditions(ctx)]


def mappings(ctx: typer.Context) -> Offers:
    """Return the names of the saved mappings."""
    with _glance(ctx) as glance:
        return [(saved.name, "") for saved in glance.mappings()]


def mappings_to_use(ctx: typer.Context) -> Offers:
    """Return the names of the saved mappings, and those for exports of apps."""
    from painlog.formats.apps.exports import apps

    return [*mappings(ctx), *((app.key, app.name) for app in apps().values())]


def settings(_ctx: typer.Context | None = None) -> Offers:
    """Return the names of the settings."""
    from painlog.model.settings import SETTINGS

    return [(setting.name, setting.purpose) for setting in SETTINGS]


def setting_values(ctx: typer.Context) -> Offers:
    """Return what the named setting can be, if there are only a few choices."""
    from painlog.model.settings import SETTINGS

    named = str(ctx.params.get("name") or "").lower()
    return [(choice, "") for s in SETTINGS if s.name == named for choice in s.offers]


def terms(ctx: typer.Context) -> Offers:
    """Return the words that `explain` knows."""
    from painlog.advice.glossary import TERMS

    every: Offers = [(Offer(term.name, term.synonyms), "") for term in TERMS]
    said: Sequence[str] = ctx.params.get("word") or ()
    return list(_rest(" ".join(said), every)) if said else every


@contextmanager
def _glance(ctx: typer.Context) -> "Iterator[Journal]":
    from painlog.cli.base.settings import call_of
    from painlog.store.journal import Journal

    with Journal(call_of(ctx).path, glancing=True) as glance:
        yield glance


def _own_first(names: "Iterable[Named]") -> "Sequence[Named]":
    return sorted(names, key=lambda thing: not thing.own)


def _open_courses(glance: "Journal") -> "Iterator[Course]":
    return (course for course in reversed(glance.courses()) if course.ended_on is None)


def _tags(ctx: typer.Context, kind: str) -> Offers:
    from painlog.store import recent

    with _glance(ctx) as glance:
        return [(value, "") for value in recent.latest_tags(glance, kind)]


def _offer(region: "Region") -> tuple[str, str]:
    return Offer(region.name, region.synonyms), "yours" if region.own else region.area


def _offer_treatment(treatment: "Treatment") -> tuple[str, str]:
    about = treatment.medicine_class or treatment.kind
    return Offer(treatment.name, (*treatment.synonyms, *treatment.brands)), about


def _sided(region: "Region") -> Iterator[tuple[str, str]]:
    """Yield a region's left and right. These are many: they wait until something is typed."""
    if region.sides == "none":
        return
    about = "yours" if region.own else region.area
    for side in ("left", "right"):
        other = (f"{said} {name}" for said in (side, side[0]) for name in _named(region))
        yield Offer(f"{side} {region.name}", other, unasked=False), about


def _named(region: "Region") -> tuple[str, ...]:
    return region.name, *region.synonyms


def _only_begun(value: str) -> Offer:
    return Offer(value, _also(value), unasked=False)


def _also(value: str) -> tuple[str, ...]:
    return getattr(value, "also", ())


def _behind_numbers(words: Sequence[str]) -> Sequence[str]:
    from painlog.model.rating import looks_like_rating

    name: list[str] = []
    for word in words:
        name = [] if looks_like_rating(word) else [*name, word]
    return name


def _rest(
    said: str, offers: Iterable[tuple[str, str]], *, by_other_names: bool = True
) -> Iterator[tuple[str, str]]:
    """Yield what follows these words in every name, or other name, that begins with them."""
    start = f"{said.casefold()} "
    for value, about in offers:
        others = [o[len(start) :] for o in _also(value) if o.casefold().startswith(start)]
        if value.casefold().startswith(start):
            yield Offer(value[len(start) :], others), about
        elif by_other_names:
            yield from ((other, value) for other in others)
