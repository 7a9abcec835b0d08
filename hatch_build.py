"""What the package index is told: the address of the project, and a page without dead links.

README.md has relative links, which are right in a checkout and on the site of the project. The page
of an index has no files beside it, so each link becomes one to the file at that version. Where the
project lives is one setting, `address` in pyproject.toml. While it is empty the page names the
files without linking to them and shows no pictures, and there are no project URLs.
"""

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_PICTURE = re.compile(r"!\[([^\]]*)\]\((?!https?:)([^)\s]+)\)\n*")
_LINK = re.compile(r"\[([^\]]*)\]\((?!https?:|#)([^)\s]+)\)")


def index_page(readme: str, address: str, version: str) -> str:
    """Return the page for the index: README with no link that leads nowhere there.

    Args:
        readme: README.md.
        address: Where the project lives (`https://host/owner/name`); empty for nowhere yet.
        version: The version whose files are meant.
    """
    if not address:
        return _LINK.sub(r"\1", _PICTURE.sub("", readme))
    files, raw = f"{address}/blob/v{version}", f"{address}/raw/v{version}"
    page = _PICTURE.sub(lambda found: f"![{found[1]}]({raw}/{found[2]})\n\n", readme)
    return _LINK.sub(lambda found: f"[{found[1]}]({files}/{found[2]})", page)


def project_urls(address: str) -> dict[str, str]:
    """Return the links that an index shows beside the page; none without an address."""
    if not address:
        return {}
    return {
        "Source": address,
        "Documentation": f"{address}/tree/main/docs",
        "Changelog": f"{address}/blob/main/CHANGELOG.md",
        "Issues": f"{address}/issues",
    }


class IndexHook(MetadataHookInterface):
    """Gives the build its page and its links."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        """Set `readme` and `urls`, which pyproject.toml leaves to this hook."""
        root = Path(self.root)
        address = str(self.config.get("address", ""))
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": index_page((root / "README.md").read_text("utf-8"), address, _version(root)),
        }
        metadata["urls"] = project_urls(address)


def _version(root: Path) -> str:
    text = (root / "src" / "painlog" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError("src/painlog/__init__.py has no __version__")
    return found[1]
