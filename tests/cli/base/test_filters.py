"""The shared filters as options of a command."""

import inspect
from typing import Annotated

import typer
from typer.main import get_command

from painlog.cli.base.filters import NO_FILTERS, Filters, TreatmentShown, filtered


def test_a_command_has_every_filter_where_it_names_them_and_gets_those_that_were_typed():
    got = []

    @filtered(treatment=TreatmentShown)
    def look(
        filters: Filters = NO_FILTERS,
        often: Annotated[int, typer.Option("--often")] = 1,
    ) -> None:
        """Look."""
        got.append((filters, often))

    assert [*inspect.signature(look).parameters] == [*Filters._fields, "often"]
    app = typer.Typer(add_completion=False)
    app.command()(look)
    command = get_command(app)
    words = ["--often", "2", "-r", "heel", "-r", "neck", "--min", "3", "--until", "yesterday"]
    command.main(words, standalone_mode=False)
    command.main([], standalone_mode=False)
    assert got == [
        (Filters(region=["heel", "neck"], lowest="3", until="yesterday"), 2),
        (NO_FILTERS, 1),
    ]
    helps = {parameter.name: getattr(parameter, "help", "") for parameter in command.params}
    assert helps["treatment"].startswith("Only this one's before-and-after")
    assert helps["region"].startswith("Only this:")
