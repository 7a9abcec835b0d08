"""Print every sentence that a person or a contributor reads, file by file, to be read aloud.

Run as `python release/prose.py [PATH …]`. It prints docstrings, comments and texts of Python files,
and whole pages, templates and descriptions of apps; without a path, those of the whole project.
Generated pages and statements of SQL are left out.
"""

import ast
import io
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
DEFAULT = ("README.md", "CONTRIBUTING.md", "RELEASING.md", "SECURITY.md", "docs", "src")
GENERATED = {"commands.md", "painlog.1"}
SQL = (
    "select ",
    "insert ",
    "delete ",
    "update ",
    "create ",
    "drop ",
    "alter ",
    "pragma ",
    "with recursive ",
)
TEXTS = {".md", ".html", ".jinja", ".typ", ".css", ".txt", ".toml"}

Line = tuple[int, str, str]


def prose(path: Path) -> list[Line]:
    """Return what is to be read in a file: line numbers, kinds and texts, in order."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        return sorted({*_strings(text), *_comments(text)})
    return [(number, "text", line) for number, line in enumerate(text.splitlines(), 1) if line]


def _strings(source: str) -> Iterator[Line]:
    tree = ast.parse(source)
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    }
    parts = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for value in node.values
        for part in ast.walk(value)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in parts:
            kind, text = "string", ast.unparse(node)[2:-1]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            kind, text = "docstring" if id(node) in docstrings else "string", node.value
        else:
            continue
        # A word alone is a name or a key.
        spoken = " " in text.strip() and not text.strip().startswith(SQL)
        if id(node) not in parts and (kind == "docstring" or spoken):
            yield node.lineno, kind, text


def _comments(source: str) -> Iterator[Line]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], "comment", token.string.lstrip("# ")


def files(paths: list[Path]) -> list[Path]:
    """Return the files that hold prose, in these files and directories."""
    found = [
        path
        for start in paths
        for path in (sorted(start.rglob("*")) if start.is_dir() else [start])
    ]
    return [
        path
        for path in found
        if path.suffix in TEXTS | {".py"} and path.name not in GENERATED and path.is_file()
    ]


def main(words: list[str]) -> None:
    """Print the prose of the paths that were named."""
    paths = [Path(word) for word in words] or [ROOT / name for name in DEFAULT]
    for path in files(paths):
        sys.stdout.write(f"\n== {path}\n")
        for number, kind, text in prose(path):
            sys.stdout.write(f"{number:5} {kind:9} {text}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
