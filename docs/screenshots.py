"""Take the pictures in docs/images of the clinician's page of the sample journal, in a browser.

Run `python docs/screenshots.py` after tests/browser/setup.sh.
"""

import os
import shutil
import tempfile
import time
from datetime import datetime
from pathlib import Path
from unittest.mock import patch
from zoneinfo import ZoneInfo

from playwright.sync_api import sync_playwright

from painlog.cli.app import main

IMAGES = Path(__file__).parent / "images"
NOW = datetime(2026, 3, 31, 21, 0, tzinfo=ZoneInfo("Europe/London"))
# File, width and height in pixels, and the reader's colour scheme.
SHOTS = (
    ("clinician-page.png", 880, 1500, "light"),
    ("clinician-page-narrow-dark.png", 400, 820, "dark"),
)


def take() -> None:
    """Write both pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = _sample_page(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for name, width, height, scheme in SHOTS:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme=scheme,  # type: ignore[arg-type]
            )
            page.goto(page_file.as_uri())
            page.screenshot(path=IMAGES / name)
        browser.close()


def _sample_page(folder: Path) -> Path:
    journal, page = str(folder / "sample.db"), folder / "report.html"
    with (
        patch.dict(os.environ, {"TZ": "Europe/London"}),
        patch("painlog.cli.base.settings.clock", lambda: NOW),
    ):
        time.tzset()
        main(["demo", "--keep", journal])
        main(["--db", journal, "report", "--format", "html", "--output", str(page)])
    return page


if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    take()
