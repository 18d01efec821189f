"""What every test may use: Hypothesis profiles, markers by fixture, the Nu HTML checker.

Owns how a lacking tool is announced at the end of a run. It does not know Sunlit.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import settings

from sunlit.app.sample import write_sample
from sunlit.sample import SampleSpec
from tests.browser.ensure import JAVA, NU, under_ci
from tests.browser.tools import Nu, NuError, need
from tests.built import Site, built_real, built_sample
from tests.gathered import Gathered, gathered

NU_SECONDS = 300

# No deadline: a loaded machine is no bug. Under CI the same examples each time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if under_ci() else "here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for a tool's fixture carries the tool's marker."""
    for item in items:
        fixtures: list[str] = getattr(item, "fixturenames", [])
        for tool in ("browser", "nu"):
            if tool in fixtures:
                item.add_marker(tool)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons = [
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple)
    ]
    lacking = [reason for reason in reasons if "MISSING" in reason]
    if not lacking:
        return
    terminalreporter.section("缺少工具 MISSING TOOLS", sep="!", red=True, bold=True)
    for reason in sorted(set(lacking)):
        terminalreporter.line(f"{reason} ({lacking.count(reason)} skipped)", red=True)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def real_site(shared: Path) -> Site:
    """The repository's own content as a site."""
    return built_real(shared)


@pytest.fixture(scope="session")
def sample_site(shared: Path) -> Site:
    """An invented district as a site."""
    return built_sample(shared)


@pytest.fixture(scope="session")
def sample_gathered(tmp_path_factory: pytest.TempPathFactory) -> Gathered:
    """Two invented districts below a city, read and gathered, with something in every field."""
    folder = tmp_path_factory.mktemp("gathered") / "root"
    write_sample(folder, SampleSpec(units=8, seed=1, photos=1, areas=2, photo_width=1600))
    return gathered(folder)


@pytest.fixture(scope="session")
def nu() -> Nu:
    """The errors that the Nu HTML checker finds in HTML, CSS and SVG files."""
    command = [str(need(JAVA)), "-Xss4m", "-jar", str(need(NU))]
    switches = ["--errors-only", "--format", "json", "--stdout", "--exit-zero-always"]

    def check(*paths: Path) -> tuple[NuError, ...]:
        done = subprocess.run(
            [*command, *switches, *map(str, paths)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=NU_SECONDS,
            check=True,
        )
        return tuple(
            NuError(each.get("url", ""), each.get("lastLine", 0), each["message"])
            for each in json.loads(done.stdout)["messages"]
        )

    return check
