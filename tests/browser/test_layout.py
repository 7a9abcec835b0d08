"""The web page on screens of every width, and on paper."""

import io
import re
import shutil
import subprocess
import unicodedata

import pytest
from pypdf import PdfReader

from absent import do_without

WHOLE = (
    ".region, .where, .attention, footer, section > h2, .effects tbody, .grid tr, .questions, "
    ".method, .peg"
)
SPLITS = """wholes => [...document.querySelectorAll(wholes)]
    .filter(e => getComputedStyle(e).breakInside !== 'avoid' && !e.matches('h2'))
    .map(e => e.outerHTML.slice(0, 60))"""
TALLEST = "wholes => Math.max(...[...document.querySelectorAll(wholes)].map(e => e.offsetHeight))"
# The height between the margins of the lower of the two papers, in CSS pixels.
ROOM = (279.4 - 18) / 25.4 * 96


def printed(page, paper="A4", **more):
    return page.pdf(format=paper, print_background=True, **more)


def texts(pdf):
    """The words of each page, its number first, as letters and not as ligatures."""
    return [
        unicodedata.normalize("NFKC", page.extract_text())
        for page in PdfReader(io.BytesIO(pdf)).pages
    ]


@pytest.mark.parametrize(
    "name", ["demo", "migraine", "fibromyalgia", "hostile", "long", "single", "empty"]
)
def test_nothing_is_wider_than_the_screen(opened, name):
    page = opened(name, device_scale_factor=2)
    # 640 is 1280 at 200 %, 320 is 1280 at 400 %.
    for width in (320, 360, 640, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), width
        wider = page.evaluate(
            "[...document.querySelectorAll('main *')].filter(e => !e.closest('thead') && "
            "e.getBoundingClientRect().right > innerWidth + 0.5).map(e => e.tagName)"
        )
        assert wider == [], width


# Words beyond the edge of their picture, and pairs of words that lie on each other.
CLIPPED = """() => [...document.querySelectorAll('.chart svg, .bars svg, .small svg')]
.flatMap(svg => {
    const edge = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].filter(t => {
        const box = t.getBoundingClientRect();
        return box.left < edge.left - 1 || box.right > edge.right + 1;
    }).map(t => t.textContent);
})"""
OVERPRINTED = """() => [...document.querySelectorAll('.chart svg, .bars svg')].flatMap(svg => {
    const words = [...svg.querySelectorAll('text:not(.halo)')];
    const boxes = words.map(t => [t, t.getBoundingClientRect()]);
    return boxes.flatMap(([t, a], i) => boxes.slice(i + 1).filter(([, b]) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height / 2
    ).map(([u]) => `${t.textContent} / ${u.textContent}`));
})"""


@pytest.mark.parametrize("name", ["demo", "migraine", "fibromyalgia", "heel_pain", "long"])
def test_no_label_of_a_picture_is_clipped_or_overprinted(opened, name):
    page = opened(name)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(CLIPPED) == [], width
        assert page.evaluate(OVERPRINTED) == [], width


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    "name", ["demo", "sample", "quarter", "migraine", "fibromyalgia", "heel_pain"]
)
def test_it_prints_on_two_pages_at_most(opened, name, paper):
    pages = texts(printed(opened(name), paper))
    assert len(pages) <= 2
    numbers = [words.splitlines()[0] for words in pages]
    assert numbers == [f"Page {n} of {len(pages)}" for n in range(1, len(pages) + 1)]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", ["demo", "quarter", "hostile", "long"])
def test_no_heading_stands_alone_at_the_foot_of_a_page(opened, name, paper):
    page = opened(name)
    headings = {
        re.sub(r"\s", "", words) for words in page.locator("h1, h2, h3").all_text_contents()
    }
    for words in texts(printed(page, paper)):
        last = words.rstrip().splitlines()[-1]
        assert re.sub(r"\s", "", last) not in headings


def test_nothing_that_belongs_together_is_split(opened):
    page = opened("demo")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 900})
    assert page.evaluate(SPLITS, WHOLE) == []
    assert page.evaluate(TALLEST, WHOLE) < ROOM
    assert page.evaluate("getComputedStyle(document.querySelector('h2')).breakAfter") == "avoid"


def test_each_chart_is_on_the_page_of_its_heading(opened):
    pages = texts(printed(opened("demo")))
    for heading, course in (
        ("3. Head\n", "amitriptyline"),
        ("1. Lower back\n", "chiropractic"),
        ("2. Left heel\n", "trigger point therapy"),
    ):
        (page,) = (words for words in pages if heading in words)
        assert course in page.partition(heading)[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_nothing_is_cut_at_its_edges(opened, tmp_path, pytestconfig, scheme):
    if shutil.which("pdftoppm") is None:
        do_without(pytestconfig, "pdftoppm")
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(printed(opened("demo", color_scheme=scheme)))
    subprocess.run(["pdftoppm", "-gray", "-r", "36", pdf, tmp_path / "page"], check=True)
    pictures = sorted(tmp_path.glob("*.pgm"))
    assert len(pictures) == 2
    for picture in pictures:
        _, size, _, pixels = picture.read_bytes().split(b"\n", 3)
        width, height = map(int, size.split())
        rows = [pixels[n * width : (n + 1) * width] for n in range(height)]
        edge = round(8 / 25.4 * 36)
        assert set(b"".join(rows[:edge])) == {255}
        assert set(b"".join(row[:edge] + row[-edge:] for row in rows)) == {255}
        assert set(b"".join(rows[-edge // 2 :])) == {255}
        assert min(pixels) < 60


def test_bars_and_washes_are_printed_though_backgrounds_are_not_asked_for(opened):
    with_them, without = (
        len(opened("demo").pdf(format="A4", print_background=asked)) for asked in (True, False)
    )
    assert with_them == pytest.approx(without, rel=0.01)
