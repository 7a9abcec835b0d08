"""release/prose.py: everything that somebody reads."""

import runpy
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "release" / "prose.py"


def _script():
    return runpy.run_path(str(SCRIPT))


def test_texts_docstrings_and_comments_are_listed_and_names_and_sql_are_not(tmp_path):
    source = tmp_path / "room.py"
    source.write_text(
        '"""A room."""\n\nKEY = "side"\nQUERY = "select 1 from entry"\n\n'
        'def greet(name):  # by name\n    return f"Good day, {name}."\n',
        "utf-8",
    )
    assert _script()["prose"](source) == [
        (1, "docstring", "A room."),
        (6, "comment", "by name"),
        (7, "string", "Good day, {name}."),
    ]


def test_pages_and_templates_are_listed_whole_and_generated_ones_not_at_all(tmp_path):
    read = ["app.toml", "first.md", "page.html.jinja"]
    for name in (*read, "commands.md", "picture.png"):
        (tmp_path / name).write_bytes(b"Hello.\n\nAgain.\n")
    script = _script()
    assert [path.name for path in script["files"]([tmp_path])] == read
    for name in read:
        assert script["prose"](tmp_path / name) == [(1, "text", "Hello."), (3, "text", "Again.")]


def test_descriptions_of_apps_are_among_the_files_of_the_project():
    source = SCRIPT.parents[1] / "src"
    found = {path.suffix for path in _script()["files"]([source])}
    assert {".py", ".toml", ".jinja"} <= found
