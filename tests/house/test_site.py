"""The documentation site builds without a complaint, and asks for nothing from elsewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytest.importorskip("mkdocs", reason="the extra docs is not installed")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (built.returncode, built.stderr) == (0, "")
    return folder


def test_every_page_of_the_project_is_on_the_site(site):
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    in_docs = {
        path.relative_to(ROOT / "docs").with_suffix(".html").as_posix()
        for path in (ROOT / "docs").rglob("*.md")
    }
    assert in_docs <= pages
    assert {"index.html", "changelog.html", "contributing.html", "security.html"} <= pages
    api = (site / "api.html").read_text("utf-8")
    assert "painlog.analysis.interval" in api
    assert "Tang &amp; Landes" in api


def test_no_page_loads_anything_from_elsewhere(site):
    loaded = re.compile(r"<(?:script|img|link)\b[^>]*?(?:src|href)=[\"']?https?://[^\"' >]+")
    found = {
        (page.name, match.group()[:120])
        for page in site.rglob("*.html")
        for match in loaded.finditer(page.read_text("utf-8"))
        if 'rel="canonical"' not in match.group()
    }
    assert found == set()
