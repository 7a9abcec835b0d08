"""How a person says that there is nothing to say: "no", "none", "nothing today", "-".

The one list of such words: at every question whose Enter means none they mean what Enter means,
and in every place that names treatments they name none.
"""

from painlog.errors import RefusedError
from painlog.model.names import normal

_NO = frozenset({"no", "n", "nope", "nah"})
_NONE = _NO | {"none", "nothing", "nil", "n a", "nowt"}
_BEHIND = frozenset(
    {
        *(
            "today",
            "really",
            "at all",
            "else",
            "more",
            "new",
            "special",
            "much",
            "to add",
            "to say",
        ),
        *("yet", "so far", "for now", "this time", "done", "taken", "thanks", "thank you"),
    }
)
_NOT = frozenset({"not today", "not really", "not now", "not yet", "not said", "not this time"})
_DASHES = frozenset("-–—")
# These say so only of treatments.
_NO_TREATMENT = frozenset({"no treatment", "no treatments", "baseline"})


def means_no(text: str) -> bool:
    """Tell whether a text is a no to a question of yes or no, and nothing else: "No", "nope."."""
    return normal(text) in _NO


def means_nothing(text: str) -> bool:
    """Tell whether a text says no more than that there is nothing; not an empty text."""
    if (said := text.strip()) and set(said) <= _DASHES:
        return True
    words = normal(text)
    if words in _NONE | _NOT:
        return True
    first, _, rest = words.partition(" ")
    return first in _NONE and (rest in _BEHIND or rest in _NOT or means_nothing(rest))


def is_no_treatment(text: str) -> bool:
    """Tell whether a person says that nothing was done: "nothing", "no", "no treatment"."""
    return normal(text) in _NO_TREATMENT or means_nothing(text)


def no_treatment(text: str) -> RefusedError:
    """Return the refusal of a text that says that nothing was done, where a treatment belongs."""
    return RefusedError(
        f'"{text}" says that nothing was done, and that needs no entry. For a treatment, type its '
        'name, as in "heat".'
    )
