"""Every recipe on a page prints what the page says, word for word."""

import pytest

from absent import do_without

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


@pytest.mark.parametrize("name", ["recipes.md", "analysis-api.md"])
def test_a_page_shows_what_its_examples_print(pages, request, name):
    (page,) = (page for page in pages.PAGES if page.name == name)
    text = page.read_text("utf-8")
    assert text.count("```text\n") >= 1
    assert pages.executed(text) == text
    for program in pages.lacking():
        if f"$ {program}" in text:
            do_without(request.config, program, f"install {program}")


def test_what_is_printed_takes_the_place_of_what_stands_there(pages):
    assert pages.executed(PAGE) == EXECUTED.replace("vier", "four")


def test_a_command_that_fails_is_no_example(pages):
    with pytest.raises(ValueError, match=r"^\$ ls nowhere\nended with 2:"):
        pages.executed("```console\n$ ls nowhere\n```\n")


def test_output_has_a_place_on_the_page(pages):
    with pytest.raises(ValueError, match=r"^No text block stands under what prints:"):
        pages.executed("```python\nprint(1)\n```\n")


def test_what_a_lacking_program_printed_stays(pages, monkeypatch):
    monkeypatch.setattr(pages, "lacking", lambda: ["sqlite3"])
    page = "```console\n$ sqlite3 x.db 'select 1'\nas it was\n$ echo 2\n2\n```\n"
    assert pages.executed(page) == page
