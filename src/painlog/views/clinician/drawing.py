"""SVG as text: shapes that work in black and white and that a style sheet may recolour.

Each shape carries its look in plain attributes, for print and PDF, and a class of the same name,
through which a page in a dark mode gives it other colours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

FONT = "Libertinus Serif, serif"
TEXT_SIZE = 10
# The mean width of a character, in units of the font size. Letters are larger on a narrow screen,
# so every text gets the room that it needs there.
_LETTER = 0.62
_LARGEST_TEXT = 12
_NOT_IN_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")

_INK, _SOFT, _FAINT, _PAPER = "#1a1a1a", "#595959", "#c4c4c4", "#ffffff"
_LOOKS: Mapping[str, Mapping[str, str]] = {
    "axis": {"stroke": _SOFT, "stroke-width": "1", "fill": "none"},
    "grid": {"stroke": _FAINT, "stroke-width": "0.6", "fill": "none"},
    "trace": {"stroke": _SOFT, "stroke-width": "0.9", "fill": "none"},
    "dot": {"fill": _INK, "stroke": "none"},
    "ring": {"fill": _PAPER, "stroke": _INK, "stroke-width": "1.4"},
    "mean": {"stroke": _INK, "stroke-width": "2", "stroke-dasharray": "6 3", "fill": "none"},
    "gap": {"fill": "#ececec", "stroke": "none"},
    "bar": {"fill": "#dbe4ee", "stroke": _SOFT, "stroke-width": "0.6"},
    "visit": {"fill": _INK, "stroke": "none"},
    "stem": {"stroke": _INK, "stroke-width": "1.6", "fill": "none"},
    "use": {"stroke": _INK, "stroke-width": "1.2", "fill": "none"},
    "assumed": {"stroke": _SOFT, "stroke-width": "0.6", "fill": "none"},
    "body": {"fill": "#ececec", "stroke": "none"},
    "limb": {"stroke": "#ececec", "fill": "none", "stroke-linecap": "round"},
    "spot": {"stroke": _INK, "stroke-width": "1"},
    "interval": {"stroke": _INK, "stroke-width": "1.6", "fill": "none"},
    "text": {"fill": _INK, "font-family": FONT, "font-size": str(TEXT_SIZE)},
    "soft": {"fill": _SOFT, "font-family": FONT, "font-size": str(TEXT_SIZE)},
    "mark": {"font-family": FONT, "font-size": "12", "font-weight": "bold"},
    "halo": {
        "fill": _PAPER,
        "font-family": FONT,
        "font-size": str(TEXT_SIZE),
        "stroke": _PAPER,
        "stroke-width": "3",
    },
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, and the words that stand for it where it cannot be seen."""

    svg: str
    words: str


def shape(tag: str, look: str, **attributes: float | str) -> str:
    """Return one SVG element; "_" in the name of an attribute stands for "-"."""
    return f"<{tag} {_written(look, attributes)}/>"


def text(words: str, look: str = "text", **attributes: float | str) -> str:
    """Return words as an SVG element."""
    return f"<text {_written(look, attributes)}>{_escaped(words)}</text>"


def text_in_halo(words: str, **attributes: float | str) -> str:
    """Return words that can be read on top of other shapes, as two SVG elements.

    In a PDF, `paint-order` would hold for each letter alone: its stroke hides part of the letter
    before it. So all strokes come first, and all letters after them.
    """
    return text(words, "halo", **attributes) + text(words, "text", **attributes)


def text_width(words: str) -> float:
    """Estimate the width of a text at its largest size."""
    return len(words) * _LETTER * _LARGEST_TEXT


def cut(words: str, width: float) -> str:
    """Cut a text that is wider than `width` and end it with an ellipsis."""
    if text_width(words) <= width:
        return words
    most = int(width / text_width("x")) - 1
    return words[:most].rstrip() + "…"


def picture(width: float, height: float, shapes: list[str], words: str) -> Picture:
    """Return the shapes as a drawing with these proportions, which scales to its place."""
    return Picture(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(width)} {_number(height)}" '
        f'width="{_number(width)}" height="{_number(height)}" role="img" '
        f'aria-label="{_escaped(words)}">{"".join(shapes)}</svg>',
        words,
    )


def _written(look: str, attributes: Mapping[str, float | str]) -> str:
    given = {name.replace("_", "-"): value for name, value in attributes.items()}
    return " ".join(
        f'{name}="{_escaped(_number(value))}"'
        for name, value in {"class": look, **_LOOKS[look], **given}.items()
    )


def _escaped(words: str) -> str:
    """Escape words for an attribute or an element, replacing characters that XML forbids."""
    return escape(words.translate(_NOT_IN_XML))


def _number(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
