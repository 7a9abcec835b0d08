"""The web page runs nothing, asks for nothing, and shows every text as text."""

import pytest

import journals

NAMES = ("demo", "hostile", "naughty", "long", "single", "empty")


@pytest.fixture
def watched(browser, file_of):
    """Open a page by name and give it with all that it asked for, said or tried."""
    contexts = []

    def open_(name):
        context = browser.new_context()
        contexts.append(context)
        page, seen = context.new_page(), []
        page.on("request", lambda request: seen.append(request.url))
        page.on("console", lambda message: seen.append(message.text))
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
        page.goto(file_of(name).as_uri())
        return page, seen

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", NAMES)
def test_opening_it_asks_for_nothing_but_the_file(watched, file_of, name):
    page, seen = watched(name)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert seen == [file_of(name).as_uri()]
    assert page.evaluate("performance.getEntriesByType('resource').length") == 0


def test_its_policy_forbids_scripts_and_pictures_from_elsewhere(watched):
    page, seen = watched("demo")
    stopped = []
    page.on("requestfailed", lambda request: stopped.append((request.url, request.failure)))
    elsewhere = "http://127.0.0.1:9/a.png"
    page.evaluate(
        f"""document.body.insertAdjacentHTML(
            'beforeend', '<img src="{elsewhere}"><img src="data:," onerror="window.x = 1">'
        )"""
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.x") is None
    assert (elsewhere, "csp") in stopped
    assert sum("Content Security Policy" in message for message in seen) >= 2


@pytest.mark.parametrize("name", ["hostile", "naughty"])
def test_a_hostile_journal_runs_nothing(watched, file_of, name):
    page, seen = watched(name)
    assert page.evaluate("window.x") is None
    # Many of the naughty strings would open a dialog or ask for a picture.
    page.wait_for_timeout(200)
    assert seen == [file_of(name).as_uri()]
    assert page.locator("script, main img, iframe, object, embed, form, link, base").count() == 0
    assert page.locator("[onerror], [onload], [style], [href], [src]").count() == 0


def test_a_hostile_journal_is_shown_as_it_was_written(watched):
    page, _ = watched("hostile")
    shown = page.locator("body").inner_text()
    for words in (
        journals.SCRIPT,
        journals.IMAGE,
        journals.TEMPLATE,
        journals.OWN_REGION[3:],
        journals.OWN_TREATMENT,
        journals.FOREIGN_TREATMENT,
        "{{7*7}} 😀",
        # What would turn the direction of reading is named, not obeyed.
        "<202E>abc<2066> <200F>",
        "中文 <202E>",
    ):
        assert words in shown
    assert "49" not in page.locator("section.tags").inner_text()
    assert len(page.locator("section.notes li").first.inner_text()) > 5000
    assert page.title() == (
        f"Pain report, {journals.HOSTILE.name}, Mon 2 Mar 2026 to Tue 31 Mar 2026"
    )
    drawn = page.locator("svg text").all_text_contents()
    assert journals.OWN_TREATMENT in drawn
    assert journals.FOREIGN_TREATMENT in drawn


def test_27_years_are_drawn_as_means_of_equal_spans(watched):
    page, _ = watched("long")
    assert page.locator(".chart circle").count() == 110
    assert "A dot is the mean of 91 days" in page.locator(".legend").inner_text()
    assert "10,000 entries on 10,000 rated days." in page.locator(".facts").inner_text()
    assert page.locator(".months tbody tr").count() == 12


def test_one_entry_is_a_page(watched):
    page, _ = watched("single")
    assert page.locator(".chart circle").count() == 1
    assert page.locator(".headline tbody td").last.text_content() == "Mean: 6.0"
    assert page.locator(".name").inner_text() == "A. Name"
    assert page.locator(".questions li").all_text_contents() == ["A question?"]


def test_no_entry_is_a_page_that_says_so(watched):
    page, _ = watched("empty")
    assert "There are no ratings in this period." in page.locator("main").inner_text()
    assert page.locator("svg").count() == 0
    assert "A diary, not a diagnosis." in page.locator("footer").inner_text()
