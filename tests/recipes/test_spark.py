"""The per-person function of docs/recipes.md gives in Spark what it gives in pandas."""

import re
import shutil
from importlib.util import find_spec
from typing import Any

import pytest

HERE = find_spec("pyspark") and find_spec("pyarrow") and shutil.which("java")
NOT_RUN = re.compile(r"<!-- not run -->\n```python\n(.*?)```", re.DOTALL)


@pytest.mark.skipif(not HERE, reason="PySpark, PyArrow or Java is not installed")
@pytest.mark.filterwarnings("default")
def test_map_in_pandas_gives_the_same_table(pages, monkeypatch):
    (page,) = (page for page in pages.PAGES if page.name == "recipes.md")
    text = page.read_text("utf-8")
    (spark_block,) = NOT_RUN.findall(text)
    # Spark listens on this machine alone.
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    block = (
        f"```python\nin_pandas = table\n{spark_block}"
        "in_spark = table.toPandas()\nspark.stop()\n```\n\n```text\n```\n"
    )
    names: dict[str, Any] = {}
    pages.executed(NOT_RUN.sub(lambda _: block, text), names)
    in_pandas, in_spark = (
        sorted(map(repr, names[name].values.tolist())) for name in ("in_pandas", "in_spark")
    )
    assert len(in_pandas) > 10
    assert in_spark == in_pandas
