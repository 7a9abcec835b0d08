"""The page for a clinician as a file: one HTML file that needs nothing else, or a PDF."""

from dataclasses import asdict
from importlib.resources import files
from typing import Literal, NamedTuple

from painlog.errors import RefusedError
from painlog.files.installed import command_to_add
from painlog.views.clinician.parts import ClinicianPage

Paper = Literal["a4", "letter"]

# The same as in pyproject.toml.
TYPST = "typst<0.16"
_HERE = "painlog.views.clinician"
_TYPST_NAMES = {"a4": "a4", "letter": "us-letter"}


class Pdf(NamedTuple):
    """A PDF. `lacks_letters`: no font has some of its characters, so boxes stand for them."""

    content: bytes
    lacks_letters: bool


def to_html(page: ClinicianPage) -> str:
    """Return the page as HTML without script, network or font.

    Its content security policy allows its own style sheet and nothing else.
    """
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    here = files(_HERE)
    style = (here / "page.css").read_text("utf-8")
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    template = environment.from_string((here / "page.html.jinja").read_text("utf-8"))
    # `Markup` leaves the drawings as they are, because they escape their own texts.
    return template.render(
        page=page,
        drawn=Markup,
        style=Markup(style),  # noqa: S704 - painlog's own file, never a person's words
        policy=_policy(style),
    )


def to_pdf(page: ClinicianPage, paper: Paper) -> Pdf:
    """Return the page as a PDF with selectable text and tagged headings, set by Typst.

    It is PDF/UA, the accessible kind, which demands a glyph for every character. Where the fonts
    lack one, the PDF is tagged as well but does not claim that standard.

    Raises:
        RefusedError: if the package that makes PDFs is not installed.
    """
    import json
    import warnings

    try:
        import typst
    except ModuleNotFoundError:
        raise RefusedError(
            "A PDF needs one more package. Install it beside painlog with: "
            f"{command_to_add(TYPST)}. Or print the web page: painlog report --format html"
        ) from None
    template = (files(_HERE) / "page.typ").read_bytes()
    # Texts go in as data, so that none of them is read as markup.
    inputs = {"page": json.dumps(asdict(page)), "paper": _TYPST_NAMES[paper]}
    with warnings.catch_warnings(action="ignore"):
        try:
            made = typst.compile(template, format="pdf", sys_inputs=inputs, pdf_standards="ua-1")
        except typst.TypstError:
            return Pdf(typst.compile(template, format="pdf", sys_inputs=inputs), True)
    return Pdf(made, False)


def _policy(style: str) -> str:
    import base64
    import hashlib

    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
