"""The page as one HTML file that needs nothing else: no script, no network, no font."""

import base64
import hashlib
from importlib.resources import files

from painlog.views.clinician.parts import ClinicianPage

_HERE = "painlog.views.clinician"


def to_html(page: ClinicianPage) -> str:
    """The page as HTML. Its content security policy allows its own style sheet and nothing else."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    here = files(_HERE)
    style = (here / "page.css").read_text("utf-8")
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    template = environment.from_string((here / "page.html.jinja").read_text("utf-8"))
    # The drawings escape what they hold; the style sheet is painlog's own.
    return template.render(
        page=page,
        drawn=Markup,
        style=Markup(style),  # noqa: S704 - painlog's own file, never a person's words
        policy=_policy(style),
    )


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
