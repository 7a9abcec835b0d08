"""A journal by name, the page made of it, and that page as a PDF: each made once."""

import unicodedata
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

import journals
from painlog.views.clinician.documents import to_pdf


@pytest.fixture(scope="session")
def page_by_name(tmp_path_factory):
    @cache
    def find(name):
        path = getattr(journals, name)(tmp_path_factory.mktemp(name) / "painlog.db")
        is_hostile = name == "hostile"
        extras = journals.HOSTILE if is_hostile else journals.NOTHING_ADDED
        return journals.page_of(path, extras, notes=is_hostile)

    return find


@pytest.fixture(scope="session")
def pdf_by_name(page_by_name):
    @cache
    def find(name, paper="a4"):
        return to_pdf(page_by_name(name), paper)

    return find


@pytest.fixture(scope="session")
def read_pdf():
    def read(pdf):
        return PdfReader(BytesIO(pdf.content))

    return read


@pytest.fixture(scope="session")
def words():
    """Text without spaces and ligatures, as lines are broken where a page has no room."""

    def plain(text):
        return "".join(unicodedata.normalize("NFKC", text).split())

    return plain
