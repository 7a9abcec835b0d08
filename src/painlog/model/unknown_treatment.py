"""Errors for a name that no treatment has, and for a brand of several products."""

from collections.abc import Sequence

from painlog.errors import NotUnderstoodError
from painlog.files.command_line import quoted
from painlog.model.dose import Dose
from painlog.model.names import did_you_mean


class UnknownTreatmentError(NotUnderstoodError):
    """A name that no treatment has.

    `name` is what was typed, without its dose. `near` holds what it may have meant by a slip, and
    `holds` the medicines that stand among its words: none of them is what was typed.
    """

    def __init__(
        self,
        name: str,
        near: Sequence[str],
        dose: Dose | None = None,
        holds: Sequence[str] = (),
        *,
        can_be_added: bool = True,
    ) -> None:
        self.name = name
        self.near = near
        self.dose = dose
        self.holds = holds
        # What cannot be shown as it is cannot be typed again.
        typed = quoted(name if can_be_added and name.isprintable() else "…")
        if holds:
            known = " and ".join([", ".join(holds[:-1]), holds[-1]] if holds[1:] else holds)
            super().__init__(
                f'painlog knows {known}, but not "{name}", and takes no medicine for another. Type '
                "the name of what you took by itself, or add your own with: painlog treatments "
                f"add {typed}"
            )
            return
        super().__init__(
            f'No treatment is called "{name}".{did_you_mean(near)} '
            "See them all with: painlog treatments. Add your own with: painlog treatments add "
            f"{typed}"
        )


class SeveralProductsError(NotUnderstoodError):
    """A brand with several products; `products` are the medicines that it may be."""

    def __init__(self, name: str, products: Sequence[str], dose: Dose | None = None) -> None:
        self.name = name
        self.products = products
        self.dose = dose
        *first, last = (f'"{product}"' for product in products)
        listed = f"{', '.join(first)} or {last}" if first else last
        super().__init__(
            f'"{name}" is sold with different things in it. Type what is in yours instead: '
            f"{listed}. If it is something else, add it as a medicine of your own, which "
            "counts towards no line for overuse: painlog treatments add "
            f"{quoted(name)} --kind medication"
        )
