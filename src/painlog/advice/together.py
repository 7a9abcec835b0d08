"""What public guidance says of anti-inflammatory painkillers together, once there are two."""

from collections.abc import Iterable, Iterator, Sequence

from painlog.advice.standing import Advice
from painlog.analysis.together import Together
from painlog.model.names import day_in_words, sentence_start

_SOURCE = "NHS, Taking diclofenac with other medicines"
_GUIDANCE = (
    "Public guidance is that nobody takes two of them together without talking to a doctor or "
    f"pharmacist, because side effects become more likely ({_SOURCE}). If they were prescribed to "
    "you together, go by what your prescriber said."
)


def said_together(found: Sequence[Together]) -> str:
    """Say it when the second begins or is taken; "" where nothing was found."""
    if not found:
        return ""
    return f"{_named(found)} are or contain anti-inflammatory painkillers (NSAIDs). {_GUIDANCE}"


def advised_together(found: Sequence[Together]) -> Iterator[Advice]:
    """Yield the advice of a report on those that were in use on the same days."""
    days = sorted({day for two in found for day in two.days})
    if not days:
        return
    last = day_in_words(days[-1])
    on = f"on {len(days)} days, the last of them {last}" if len(days) > 1 else f"on {last}"
    two = "" if len(found) == 1 else "two of them or more "
    fact = (
        f"{_named(found)} are or contain anti-inflammatory painkillers (NSAIDs): {two}in use "
        f"together {on}."
    )
    yield Advice("anti-inflammatories-together", f"{fact} {_GUIDANCE}", fact)


def _named(found: Iterable[Together]) -> str:
    *first, last = sorted({name for two in found for name in two.names})
    return sentence_start(f"{', '.join(first)} and {last}")
