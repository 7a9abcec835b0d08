"""The page as HTML and as a PDF: its policy, paper, tags and words, and what it must not hold."""

import base64
import hashlib
import re
import shutil
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

import journals
from absent import do_without
from painlog.errors import RefusedError
from painlog.files.installed import command_to_add
from painlog.views.clinician.documents import TYPST, to_html, to_pdf
from painlog.views.clinician.drawing import Picture

NAMES = ("demo", "migraine", "fibromyalgia", "heel_pain", "quarter", "long", "single", "empty")


def said(value):
    """Every text of a page, those that stand for pictures left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from said(part)
    elif is_dataclass(value) and not isinstance(value, Picture):
        for field in fields(value):
            yield from said(getattr(value, field.name))


def all_words(reader, words):
    """The words of all pages without their running foot."""
    return words(
        "".join(
            text.rpartition("Pain report, ")[0]
            for text in (page.extract_text() for page in reader.pages)
        )
    )


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
@pytest.mark.parametrize(
    "name", ["demo", "sample", "quarter", "migraine", "fibromyalgia", "heel_pain"]
)
def test_it_has_at_most_two_pages_of_the_paper_asked_for(pdf_by_name, read_pdf, name, paper, size):
    pages = read_pdf(pdf_by_name(name, paper)).pages
    number = len(pages)
    assert number == 2 or (number, name) == (1, "heel_pain")
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in pages} == {size}
    assert f"page 1 of {number}" in pages[0].extract_text()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_name_and_two_questions_make_no_third_page(page_by_name, read_pdf, paper):
    asked = ("Can I go on running?", "Is it safe with the tablets?")
    page = replace(page_by_name("demo"), name="A. Name", questions=asked)
    first, _ = (p.extract_text() for p in read_pdf(to_pdf(page, paper)).pages)
    assert all(question in first for question in asked)
    assert first.index(asked[-1]) < first.index("The last 28 days")


@pytest.mark.parametrize("name", NAMES)
def test_it_says_all_that_the_page_has_to_say(page_by_name, pdf_by_name, read_pdf, words, name):
    page = page_by_name(name)
    written = all_words(read_pdf(pdf_by_name(name)), words)
    shown = words(to_html(page).replace("&#39;", "'").replace("&amp;", "&"))
    if name == "empty":
        # Without a rating there is nothing to sum up.
        page = replace(page, legend="", months_note="", relief_note="")
    texts = {text for text in said(page) if text}
    assert len(texts) > 8
    assert [text for text in texts if words(text) not in written] == []
    assert [text for text in texts if words(text) not in shown] == []


def test_it_is_tagged_titled_and_says_its_language(pdf_by_name, read_pdf):
    reader = read_pdf(pdf_by_name("demo"))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a PDF's own true
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - as above
    assert reader.metadata.title == "Pain report, Tue 2 Dec 2025 to Tue 31 Mar 2026"
    tags = tags_of(root["/StructTreeRoot"])
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 9
    assert tags.count("/H3") == 3
    assert tags.count("/Table") == 5
    assert tags.count("/Figure") == 12
    assert {"/TH", "/TD", "/L", "/LI"} <= set(tags)
    assert b"pdfuaid" in root["/Metadata"].get_data()


def tags_of(node):
    """The tags of a structure tree, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if not hasattr(node, "get"):
        return []
    below = node.get("/K", [])
    below = below if isinstance(below, list) else [below]
    own = [node["/S"]] if "/S" in node else []
    return own + [tag for part in below for tag in tags_of(part)]


@pytest.mark.parametrize("name", ["demo", "hostile"])
def test_it_holds_no_link_no_script_and_no_file(pdf_by_name, read_pdf, name):
    reader = read_pdf(pdf_by_name(name))
    assert {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(reader.trailer["/Root"]) == set()
    assert [page for page in reader.pages if "/Annots" in page or "/AA" in page] == []
    assert reader.attachments == {}


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", ["demo", "quarter", "hostile", "long"])
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    page_by_name, pdf_by_name, read_pdf, name, paper
):
    headings = {
        "Regions, most pain lately first (the worst of each day, added up)",
        "Before and during each treatment",
        "Medicines, and what else was used",
        "The last 28 days",
        "Months",
        "Notes",
        "Visits to a clinician",
        *(region.name for region in page_by_name(name).regions),
    }
    for page in read_pdf(pdf_by_name(name, paper)).pages:
        *_, last, foot = page.extract_text().rstrip().splitlines()
        assert foot.startswith("Pain report, ")
        assert last.strip() not in headings


def test_each_chart_is_on_the_page_of_its_heading(pdf_by_name, read_pdf):
    pages = [page.extract_text() for page in read_pdf(pdf_by_name("demo")).pages]
    for name, treatment in (("1. Lower back", "chiropractic"), ("2. Left heel", "stretching")):
        (page,) = (words for words in pages if f"{name}\n" in words)
        assert treatment in page.partition(f"{name}\n")[2]


def test_nothing_is_cut_at_its_edges(pdf_by_name, tmp_path, pytestconfig):
    if shutil.which("pdftoppm") is None:
        do_without(pytestconfig, "pdftoppm")
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(pdf_by_name("demo").content)
    subprocess.run(["pdftoppm", "-gray", "-r", "36", pdf, tmp_path / "page"], check=True)
    for picture in sorted(tmp_path.glob("*.pgm")):
        _, size, _, pixels = picture.read_bytes().split(b"\n", 3)
        width, height = map(int, size.split())
        rows = [pixels[n * width : (n + 1) * width] for n in range(height)]
        edge = round(9 / 25.4 * 36)
        assert set(b"".join(rows[:edge]) + b"".join(r[:edge] + r[-edge:] for r in rows)) == {255}
        assert min(pixels) < 60


def test_no_text_of_a_person_is_read_as_markup(pdf_by_name, read_pdf, words):
    written = all_words(read_pdf(pdf_by_name("hostile")), words)
    for text in (
        journals.SCRIPT,
        journals.IMAGE,
        journals.TEMPLATE,
        journals.OWN_TREATMENT,
        "<202E>abc<2066> <200F>",
    ):
        assert words(text) in written


def test_letters_that_no_font_has_cost_the_standard_and_not_the_page(pdf_by_name, read_pdf):
    pdf = pdf_by_name("hostile")
    reader = read_pdf(pdf)
    root = reader.trailer["/Root"]
    assert pdf.lacks_letters
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a PDF's own true
    assert "/H1" in tags_of(root["/StructTreeRoot"])
    assert b"pdfuaid" not in root["/Metadata"].get_data()


def test_usual_letters_keep_the_standard(page_by_name, read_pdf):
    page = replace(page_by_name("single"), name="Ünal Çelik-Øster", questions=("½ or 5 µg – ok?",))
    pdf = to_pdf(page, "a4")
    assert not pdf.lacks_letters
    assert read_pdf(pdf).metadata.author == "Ünal Çelik-Øster"


def test_letters_that_xml_forbids_are_replaced_in_drawings(tmp_path):
    name = "odd \ufffe name"
    path = journals.fill(
        tmp_path / "odd.db",
        [journals.Entry(journals.NOW, name, 5)],
        [journals.Course(name, date(2026, 3, 1))],
        regions=[journals.Region(name, sides="optional", own=True)],
        treatments=[journals.Treatment(name, own=True)],
    )
    page = journals.page_of(path)
    assert "odd \ufffd name" in page.regions[0].chart.svg
    assert to_pdf(page, "a4").lacks_letters


def test_without_typst_it_says_what_to_install(page_by_name, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(RefusedError) as refused:
        to_pdf(page_by_name("single"), "a4")
    assert str(refused.value) == (
        f"A PDF needs one more package. Install it beside painlog with: {command_to_add(TYPST)}. "
        "Or print the web page: painlog report --format html"
    )


def test_html_allows_its_own_style_and_nothing_else(page_by_name):
    html = to_html(page_by_name("demo"))
    (style,) = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="(.*?)"', html)
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "<script" not in html
    assert not re.search(r'(?:href|src)="(?!#)', html)


def test_html_escapes_what_a_person_wrote(page_by_name):
    page = replace(page_by_name("single"), name="<b>A</b>", questions=("<script>1</script>",))
    html = to_html(page)
    assert "&lt;b&gt;A&lt;/b&gt;" in html
    assert "<script" not in html
