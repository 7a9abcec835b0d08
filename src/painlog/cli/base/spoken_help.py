"""The help where it is heard or felt: each option and each command on a line of its own."""

import sys
from collections.abc import Sequence

from painlog.cli.base.inside_typer import click
from painlog.views.terminal.screen import is_spoken


class SpokenFormatter(click.HelpFormatter):
    """Writes a list of names and what they do as "name: what it does", without columns."""

    def write_dl(
        self,
        rows: Sequence[tuple[str, str]],
        col_max: int = 30,  # noqa: ARG002 - Click's signature
        col_spacing: int = 2,  # noqa: ARG002 - as above
    ) -> None:
        """Write each row as a paragraph of its own."""
        for name, about in rows:
            self.write_text(f"{name}: {about}" if about else name)


class HelpContext(click.Context):
    """The context of a call, whose help suits those who do not see columns."""

    def make_formatter(self) -> click.HelpFormatter:
        """Return what writes the help."""
        if is_spoken(sys.stdout):
            self.formatter_class = SpokenFormatter
        return super().make_formatter()
