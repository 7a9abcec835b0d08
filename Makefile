.PHONY: test lint fix bench docs

test:
	tests/browser/setup.sh
	pytest -q

lint:
	ruff check . && ruff format --check . && mypy && lint-imports

fix:
	ruff check --fix . && ruff format .

bench:
	python benchmarks/add.py && python benchmarks/report.py && python benchmarks/coverage.py --check

docs:
	python docs/generate.py && python docs/executed.py
