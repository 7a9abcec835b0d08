.PHONY: test lint fix bench docs

test:
	pytest -q

lint:
	ruff check . && ruff format --check . && mypy && lint-imports

fix:
	ruff check --fix . && ruff format .

bench:
	python benchmarks/add.py && python benchmarks/coverage.py

docs:
	python docs/generate.py
