"""Every recipe on a page prints what the page says, word for word."""

import re
from datetime import timedelta

import pytest

from absent import do_without
from conftest import NOW

PAGE = """\
```console
$ echo one
uno
$ echo "two
> three"
```

```python
from pathlib import Path
Path("made.txt").write_text("four")
```

```python
print(Path("made.txt").read_text())
```

```text
vier
```

```sh
rm -rf nothing is run here
```

<!-- not run -->
```python
print("nor here")
```
"""
EXECUTED = PAGE.replace("uno", "one").replace('three"\n', 'three"\ntwo\nthree\n')


NAMES = [
    "first-week.md",
    *("taking.md", "import.md", "recipes.md", "analysis-api.md", "moving.md", "backup.md"),
    "trials.md",
]


def test_every_page_is_tried(pages):
    assert [page.name for page in pages.PAGES] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_page_shows_what_its_examples_print(pages, request, name):
    (page,) = (page for page in pages.PAGES if page.name == name)
    text = page.read_text("utf-8")
    assert text.count("```console\n") >= 1
    assert pages.executed(text) == text
    for program in pages.lacking():
        if f"$ {program}" in text:
            do_without(request.config, program, f"install {program}")


@pytest.mark.parametrize("name", ["recipes.md", "analysis-api.md"])
def test_no_example_takes_the_reader_s_own_journal_for_the_sample(pages, name):
    (page,) = (page for page in pages.PAGES if page.name == name)
    first, *others = re.findall(r"^\$ painlog (.*)", page.read_text("utf-8"), re.MULTILINE)
    assert first == "demo --keep painlog.db > /dev/null"
    assert others
    assert [o for o in others if not o.startswith("--db painlog.db ")] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("recipes.md", "p02  left heel            stretching"),
        ("analysis-api.md", "verdict   about"),
    ],
)
def test_the_examples_are_good_on_another_day(pages, monkeypatch, name, text):
    (page,) = (page for page in pages.PAGES if page.name == name)
    monkeypatch.setattr("generate.NOW", NOW + timedelta(days=200))
    assert text in pages.executed(page.read_text("utf-8"))


def test_what_is_printed_takes_the_place_of_what_stands_there(pages):
    assert pages.executed(PAGE) == EXECUTED.replace("vier", "four")


def test_a_command_that_fails_is_no_example(pages):
    with pytest.raises(ValueError, match=r"^\$ ls nowhere\nended with 2:"):
        pages.executed("```console\n$ ls nowhere\n```\n")


def test_output_has_a_place_on_the_page(pages):
    with pytest.raises(ValueError, match=r"^No text block is under what prints:"):
        pages.executed("```python\nprint(1)\n```\n")


def test_what_a_lacking_program_printed_stays(pages, monkeypatch):
    monkeypatch.setattr(pages, "lacking", lambda: ["sqlite3"])
    page = "```console\n$ sqlite3 x.db 'select 1'\nas it was\n$ echo 2\n2\n```\n"
    assert pages.executed(page) == page
