"""The pages of the documentation site that are not in docs/. MkDocs calls this as a hook.

README.md is the home page, and the files beside it are pages of their own, so that nothing is
written twice. Links between them and docs/ are adapted to the site.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[1]
BESIDE = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
    "RELEASING.md": "releasing.md",
}
# The modules that others may import: docs/analysis-api.md says how to use them.
API = (
    "painlog.formats.exported",
    "painlog.analysis.effects",
    "painlog.analysis.comparison",
    "painlog.analysis.interval",
    "painlog.analysis.overlap",
    "painlog.analysis.days",
    "painlog.analysis.trials",
)
_LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)\s]*)?\)")


def on_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """Put the decisions into the menu, in their order."""
    decisions = [
        f"decisions/{path.name}" for path in sorted((ROOT / "docs/decisions").glob("*.md"))
    ]
    config.nav[-1]["Develop"].append({"Decisions": decisions})  # type: ignore[index]
    return config


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Add the pages that are not in docs/."""
    for name, page in BESIDE.items():
        text = (ROOT / name).read_text("utf-8")
        files.append(File.generated(config, page, content=fitted(text, ROOT)))
    api = "\n\n".join(f"::: {module}" for module in API)
    files.append(File.generated(config, "api.md", content=f"# API\n\n{api}\n"))
    return files


def on_page_markdown(markdown: str, page: "Page", **_: object) -> str:
    """Make the links of a page of docs/ fit the site."""
    if page.file.generated_by:
        return markdown
    return fitted(markdown, ROOT / "docs" / Path(page.file.src_uri).parent)


def fitted(markdown: str, folder: Path) -> str:
    """Return a page whose relative links lead to pages of the site; others become plain words.

    Args:
        markdown: The page as it is in the project.
        folder: Its folder. Pages from outside docs/ come to the top of the site.
    """

    def link(found: re.Match[str]) -> str:
        mark, words, target, part = found[1], found[2], found[3], found[4] or ""
        path = (folder / target).resolve()
        depth = len(folder.relative_to(ROOT / "docs").parts) if folder != ROOT else 0
        if path.parent == ROOT and path.name in BESIDE:
            return f"{mark}[{words}]({'../' * depth}{BESIDE[path.name]}{part})"
        if path.is_relative_to(ROOT / "docs"):
            inside = path.relative_to(ROOT / "docs").as_posix()
            return f"{mark}[{words}]({'../' * depth}{inside}{part})"
        return words

    return _LINK.sub(link, markdown)
