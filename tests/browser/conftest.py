"""A browser that never reaches the network, and the page for a clinician as files to open in it."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import journals
import naughty
from absent import do_without
from painlog.views.clinician.content import Extras
from painlog.views.clinician.documents import to_html

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# What each file is: a journal, what is added to its page, and whether notes are on it.
PAGES = {
    "demo": (journals.demo, journals.NOTHING_ADDED, False),
    "sample": (journals.sample, journals.NOTHING_ADDED, False),
    "quarter": (journals.quarter, journals.NOTHING_ADDED, False),
    "migraine": (journals.migraine, Extras(questions=("Can the dose be raised?",)), False),
    "fibromyalgia": (journals.fibromyalgia, journals.NOTHING_ADDED, True),
    "heel_pain": (journals.heel_pain, journals.NOTHING_ADDED, False),
    "hostile": (journals.hostile, journals.HOSTILE, True),
    "naughty": (naughty.journal, naughty.ASKED, True),
    "long": (journals.long, journals.NOTHING_ADDED, False),
    "single": (journals.single, Extras("A. Name", ("A question?",)), False),
    "empty": (journals.empty, journals.NOTHING_ADDED, False),
}


@pytest.fixture(scope="session")
def browser(pytestconfig):
    chromium = shutil.which("chromium") or do_without(pytestconfig, "chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield running
        running.close()


@pytest.fixture(scope="session")
def axe(pytestconfig):
    if not AXE.exists():
        do_without(pytestconfig, "axe-core")
    return AXE.read_text("utf-8")


@pytest.fixture(scope="session")
def file_of(tmp_path_factory):
    """The web page of a journal by name, made once."""
    made = {}

    def find(name):
        if name not in made:
            journal, extras, notes = PAGES[name]
            folder = tmp_path_factory.mktemp(name)
            page = journals.page_of(journal(folder / "painlog.db"), extras, notes=notes)
            made[name] = folder / "report.html"
            made[name].write_text(to_html(page), "utf-8")
        return made[name]

    return find


@pytest.fixture
def opened(browser, file_of):
    """Open the page of a journal: its name, width in pixels, and what else a context takes."""
    contexts = []

    def open_(name, width=1280, **more):
        context = browser.new_context(viewport={"width": width, "height": 900}, **more)
        contexts.append(context)
        page = context.new_page()
        page.goto(file_of(name).as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()
