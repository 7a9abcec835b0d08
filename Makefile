.PHONY: test quick lint fix bench docs bounds prose release-check site

test:
	tests/browser/setup.sh
	tests/shells/setup.sh
	tests/faults/setup.sh
	tests/systems/setup.sh
	pytest -q

quick:
	pytest -q -n 2 -m "not slow and not process"

lint:
	ruff check .
	ruff format --check .
	mypy
	lint-imports

fix:
	ruff check --fix . && ruff format .

bounds:
	python tests/systems/bounds.py lowest
	python tests/systems/bounds.py highest

bench:
	python benchmarks/run.py && python benchmarks/coverage.py --check && python benchmarks/factors.py --check

docs:
	python docs/generate.py && python docs/manpage.py && python docs/executed.py \
		&& python docs/terminal.py

prose:
	python release/prose.py

release-check:
	python release/check.py

site:
	mkdocs build --strict
