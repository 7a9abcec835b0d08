"""The page as a PDF with selectable text and tagged headings, set by Typst."""

import json
import warnings
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Literal

from painlog.errors import RefusedError
from painlog.views.clinician.parts import ClinicianPage

Paper = Literal["a4", "letter"]

_TYPST_NAMES = {"a4": "a4", "letter": "us-letter"}


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF. `lacks_letters`: some are in no font here, so that boxes stand for them."""

    content: bytes
    lacks_letters: bool


def to_pdf(page: ClinicianPage, paper: Paper) -> Pdf:
    """The page as PDF/UA, the accessible kind, on A4 or US Letter.

    PDF/UA wants a glyph for every letter. Where the fonts here lack one, the page is tagged all
    the same but does not claim that standard.

    Raises:
        RefusedError: if the extra that makes PDFs is not installed.
    """
    try:
        import typst
    except ModuleNotFoundError:
        raise RefusedError(
            "PDF needs one more package. Where painlog is, type: pip install 'typst<0.16'. "
            "Or print the web page: painlog report --format html"
        ) from None
    template = (files("painlog.views.clinician") / "page.typ").read_bytes()
    # Texts go in as data, so that none of them is ever read as markup.
    inputs = {"page": json.dumps(asdict(page)), "paper": _TYPST_NAMES[paper]}
    with warnings.catch_warnings(action="ignore"):
        try:
            made = typst.compile(template, format="pdf", sys_inputs=inputs, pdf_standards="ua-1")
        except typst.TypstError:
            return Pdf(typst.compile(template, format="pdf", sys_inputs=inputs), True)
    return Pdf(made, False)
