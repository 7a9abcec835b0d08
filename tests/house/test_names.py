"""One name for one thing: what a name means does not depend on the module that it is read in."""

import ast
import builtins
import re
from collections import defaultdict
from pathlib import Path

import painlog

SOURCES = Path(painlog.__file__).parent


def test_no_two_classes_have_one_name_and_none_hides_one_of_python():
    homes = defaultdict(list)
    for file in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                homes[node.name].append(f"{file.relative_to(SOURCES)}:{node.lineno}")
    assert len(homes) > 100
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}
    assert not homes.keys() & vars(builtins).keys()


def test_one_module_alone_knows_what_typer_does_not_promise():
    private = re.compile(
        r"\btyper\._|\bfrom typer import _|\b_?(shell_)?completion\._|_click import"
    )
    knowing = {
        file.relative_to(SOURCES).as_posix()
        for file in SOURCES.rglob("*.py")
        if private.search(file.read_text("utf-8"))
    }
    assert knowing == {"cli/base/inside_typer.py"}
