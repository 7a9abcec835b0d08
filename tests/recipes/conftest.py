"""The module that runs the pages."""

import importlib
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def pages(monkeypatch):
    """docs/executed.py, imported as it is when it is run."""
    monkeypatch.syspath_prepend(DOCS)
    return importlib.import_module("executed")
