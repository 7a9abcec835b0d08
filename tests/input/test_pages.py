"""No text becomes markup on a page: not in HTML, not in Markdown, not in a PDF."""

from html.parser import HTMLParser
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

import journals
from naughty import ASKED, MARKUP, TEXTS, journal, names
from painlog.store.journal import Journal
from painlog.tasks.report import report_on
from painlog.views.clinician.documents import to_html, to_pdf
from painlog.views.terminal.page import to_markdown
from painlog.views.terminal.report import report_blocks
from painlog.views.wording import printable_lines


class Page(HTMLParser):
    """The elements, attributes and texts of a page."""

    def __init__(self):
        super().__init__()
        self.elements, self.attributes, self.texts = set(), set(), []

    def handle_starttag(self, tag, attributes):
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attributes}

    def handle_data(self, data):
        self.texts.append(data)

    def handle_comment(self, data):
        pytest.fail(f"a comment: {data}")


def parsed(html):
    page = Page()
    page.feed(html)
    page.close()
    return page


def test_every_text_is_text_on_the_web_page(tmp_path):
    plain = parsed(to_html(journals.page_of(journals.demo(tmp_path / "demo.db"), notes=True)))
    page = parsed(to_html(journals.page_of(journal(tmp_path / "it.db"), ASKED, notes=True)))
    assert page.elements <= plain.elements | {"ul", "ol", "li", "br", "b", "strong"}
    assert not {a for a in page.attributes if a.startswith("on")} | page.attributes & {
        "href", "src", "style", "action", "srcdoc"
    }  # fmt: skip
    shown = " ".join(" ".join(page.texts).split())
    lines = [" ".join(line.split()) for text in TEXTS for line in printable_lines(text)]
    assert [line for line in lines if line not in shown] == []


def test_no_text_is_markup_in_markdown(tmp_path):
    with Journal(journal(tmp_path / "it.db")) as opened:
        made = report_on(opened, journals.NOW)
    lines = to_markdown(report_blocks(made.report, made.told, made.advice, whole=made.whole))
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = parser.parse("\n".join(lines))
    inside = [token for block in tokens for token in block.children or ()]
    kinds = {token.type for token in (*tokens, *inside)}
    assert kinds <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text",
        "text_special", "bullet_list_open", "bullet_list_close", "list_item_open",
        "list_item_close", "table_open", "table_close", "thead_open", "thead_close", "tbody_open",
        "tbody_close", "tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close",
        "softbreak",
    }  # fmt: skip
    cells = {
        "".join(part.content for part in token.children)
        for before, token in pairwise(tokens)
        if before.type == "td_open"
    }
    assert set(names()[:12]) <= cells
    assert names()[:12] == [text for text in MARKUP if text.strip() == text][:12]


def test_every_text_is_taken_by_the_pdf(tmp_path):
    pdf = to_pdf(journals.page_of(journal(tmp_path / "it.db", 6), ASKED, notes=True), "a4")
    assert pdf.content.startswith(b"%PDF-")
