# 阳光社区 Sunlit. For GNU make and a POSIX shell; `make help` lists the targets.
#
#   PYTHON=python3.13   the Python that makes .venv     AS_OF=2026-11-21   the day a site is built for
#   BASE_URL=https://…  where the site will stand       FORMAT=github   how diagnostics are printed
#   ARGS="-k photos"    handed to pytest, or ARGS="--sizes S" to the benchmark
#   UPGRADE=1           newest versions for `make lock` JOBS=4             pytest's processes

PYTHON ?= python3
JOBS ?= 2
VENV = .venv
PY = $(VENV)/bin/python
PIP = $(PY) -m pip --disable-pip-version-check --no-input -q install --require-hashes

UV_VERSION = 0.13.9
UV_VENV = .cache/uv-$(UV_VERSION)
UV_COMPILE = UV_NO_CONFIG=1 $(UV_VENV)/bin/uv pip compile -q --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock" \
	$(if $(UPGRADE),--upgrade)

TYPED = $(wildcard sunlit build.py docs tests benchmarks)

# Handed on through the environment, so that no value is ever read as a piece of shell.
export AS_OF BASE_URL FORMAT
given = $(if $(value $(1)),$(2) "$$$(1)")

.PHONY: help site serve check test lint types bench bench-photos workflows screens lock clean runtime dev
.DEFAULT_GOAL = help

help:  ## 显示本页 | this list
	@awk -F '  ## ' '/^[a-z-]+:.*  ## / { sub(/:.*/, "", $$1); printf "make %-13s %s\n", $$1, $$2 }' Makefile

site: runtime  ## 生成网站 | build the site into _site/
	@$(PY) build.py build $(call given,AS_OF,--as-of) $(call given,BASE_URL,--base-url) $(if $(VERIFY),--verify)
	@echo "网站已生成，请用浏览器打开 / The site is ready, open in a browser: _site/index.html"

serve: runtime  ## 预览网站，保存即刷新 | preview that follows every save
	@$(PY) build.py serve

check: runtime  ## 检查内容 | every mistake in the content
	@$(PY) build.py check $(call given,FORMAT,--format)

test: dev  ## 运行测试 | the tests, with browser and fonts
	@$(PY) tests/browser/ensure.py
	@$(PY) -m pytest -n $(JOBS) $(ARGS)

lint: dev  ## 代码风格 | ruff: lint and format
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

types: dev  ## 类型检查 | mypy --strict
	@$(PY) -m mypy --strict $(TYPED)

bench: dev  ## 与同类工具比速度，数小时 | beside four other generators, takes hours
	@test -d benchmarks/.peers/venv || $(PY) -m benchmarks.install
	@$(PY) -m benchmarks.run $(if $(ARGS),$(ARGS),--sizes S,M,L)
	@$(PY) -m benchmarks.report

bench-photos: dev  ## 与同类工具比图片处理，约一小时 | beside four picture tools, about an hour
	@test -d benchmarks/.peers/node/node_modules/sharp || $(PY) -m benchmarks.install
	@$(PY) -m benchmarks.photos.run $(ARGS)
	@$(PY) -m benchmarks.photos.report

screens: dev  ## 文档里的图片 | the pictures of the documentation
	@$(PY) docs/screens.py

workflows: dev  ## 检查自动化流程 | the GitHub workflows and forms
	@$(VENV)/bin/zizmor --offline --no-progress -q .github
	@$(VENV)/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(VENV)/bin/check-jsonschema --builtin-schema custom.github-workflows-require-timeout .github/workflows/*.yml
	@$(VENV)/bin/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	@$(VENV)/bin/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@$(VENV)/bin/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/correction.yml

lock: $(UV_VENV)/bin/uv  ## 更新依赖锁 | locks from requirements*.in (UPGRADE=1: newest)
	$(UV_COMPILE) requirements.in -o requirements.lock
	$(UV_COMPILE) -c requirements.lock requirements.in requirements-dev.in -o requirements-dev.lock

clean:  ## 删除生成的文件 | remove what was made, except .venv and .cache
	rm -rf _site _site.* ._site.* .sunlit .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name .venv -prune -o -name .git -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment. A stamp is a copy of the lock that was installed, so that a lock which only got a
# new date by a checkout installs nothing.

runtime: $(PY)
	@cmp -s requirements.lock $(VENV)/.runtime || { $(usable); \
		echo '安装依赖，约一分钟 / installing what requirements.lock names, about a minute'; \
		$(PIP) -r requirements.lock && cp requirements.lock $(VENV)/.runtime; }

# The development lock holds the runtime's pins too.
dev: $(PY)
	@cmp -s requirements-dev.lock $(VENV)/.dev || { $(usable); \
		echo '安装开发依赖，约一分钟 / installing what requirements-dev.lock names, about a minute'; \
		$(PIP) -r requirements-dev.lock && cp requirements-dev.lock $(VENV)/.dev && \
		cp requirements.lock $(VENV)/.runtime; }

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo '需要 Python 3.11 或更高版本，例如 / Python 3.11 or newer is needed, for example:' >&2; \
		echo '  make site PYTHON=python3.13' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo '此 Python 缺少 venv，请先安装 / this Python lacks venv, install it first:' >&2; \
		echo '  sudo apt install python3-venv' >&2; exit 1; }
	@echo "创建 / making $(VENV)"
	@if [ -f $(VENV)/pyvenv.cfg ]; then $(PYTHON) -m venv --clear $(VENV); else $(PYTHON) -m venv $(VENV); fi

# An environment may have been there before, made by another tool or for another Python.
usable = $(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo '$(VENV) 的 Python 早于 3.11，请删除后重试 / $(VENV) holds a Python before 3.11: remove it, run make again' >&2; \
	exit 1; }; \
	$(PY) -m pip --version >/dev/null 2>&1 || $(PY) -m ensurepip >/dev/null 2>&1 || { \
	echo '$(VENV) 缺少 pip，请删除后重试 / $(VENV) has no pip: remove it, run make again' >&2; \
	echo '  (Debian, Ubuntu: sudo apt install python3-venv)' >&2; exit 1; }

$(UV_VENV)/bin/uv:
	$(PYTHON) -m venv $(UV_VENV)
	$(UV_VENV)/bin/python -m pip --disable-pip-version-check -q install uv==$(UV_VERSION)
