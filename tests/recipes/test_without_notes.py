"""The recipe that takes the notes out of exports leaves none of any kind."""

import re


def test_no_word_of_a_person_stays_but_their_names_for_things(
    painlog, pages, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (page,) = (page for page in pages.PAGES if page.name == "recipes.md")
    (recipe,) = re.findall(
        r"^Without notes.*?```python\n(.*?)```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    for words in (
        ["add", "head", "3"],
        ["take", "ibuprofen"],
        ["day"],
        ["consult", "--on", "yesterday"],
    ):
        painlog(*words, "--note", "secret")
    painlog("consult", "--question", "secret")
    (tmp_path / "exports").mkdir()
    export = tmp_path / "exports" / "p01.json"
    painlog("export", "--format", "json", "--output", str(export))
    assert export.read_text("utf-8").count("secret") == 5

    exec(recipe, {})
    assert "secret" not in export.read_text("utf-8")
