"""The web page for people who hear it, magnify it, or use no mouse."""

from itertools import pairwise

import pytest


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("demo", 360, "light"),
        ("demo", 1280, "light"),
        ("demo", 360, "dark"),
        ("demo", 1280, "dark"),
        ("hostile", 360, "light"),
        ("hostile", 1280, "dark"),
        ("empty", 1280, "light"),
    ],
)
def test_axe_finds_nothing(opened, axe, name, width, scheme):
    # The page forbids scripts; this context lets axe's in.
    page = opened(name, width, color_scheme=scheme, bypass_csp=True)
    page.add_script_tag(content=axe)
    found = page.evaluate("axe.run()")
    assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []
    unsure = {v["id"] for v in found["incomplete"]}
    assert unsure <= {"color-contrast"}, unsure
    assert len(found["passes"]) > 15


@pytest.mark.parametrize("name", ["demo", "single", "empty"])
def test_it_has_one_title_and_its_landmarks(opened, name):
    page = opened(name)
    assert page.locator("h1").all_text_contents() == ["Pain report"]
    landmarks = ("body > header", "body > main", "body > footer")
    assert [page.locator(landmark).count() for landmark in landmarks] == [1, 1, 1]
    levels = [int(tag[1]) for tag in page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].map(e => e.tagName)"
    )]  # fmt: skip
    steps = pairwise(levels)
    assert all(later - earlier <= 1 for earlier, later in steps)


def test_every_cell_of_a_table_has_its_headings(opened):
    page = opened("demo")
    assert page.locator("table").count() == 5
    scopes = page.evaluate("[...document.querySelectorAll('th')].map(e => e.scope)")
    assert set(scopes) == {"col", "row", "rowgroup"}


def test_a_narrow_table_keeps_its_headings_for_who_hears_it(opened):
    page = opened("demo", 360)
    roles = ("table", "columnheader", "rowheader", "cell")
    assert all(page.get_by_role(role).count() for role in roles)
    assert page.locator(".months td .label").first.is_visible()


@pytest.mark.parametrize("name", ["demo", "hostile", "long"])
def test_every_picture_says_what_it_shows(opened, name):
    pictures = opened(name).evaluate(
        "[...document.querySelectorAll('svg')].map(e => [e.getAttribute('role'), "
        "e.getAttribute('aria-label')])"
    )
    assert pictures
    assert all(role == "img" and len(label) > 20 for role, label in pictures)


def test_nothing_takes_the_keyboard_or_needs_a_pointer(opened):
    page = opened("demo")
    for _ in range(3):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.tagName") == "BODY"
    assert page.locator("a, button, input, select, details, [tabindex], [title]").count() == 0
    page.keyboard.press("End")
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY + innerHeight >= document.body.scrollHeight - 2")
