"""Every folder of `tests/cases/` without a reader: laid over the base, it gives `expected.txt`.

`SUNLIT_UPDATE_CASES=1 pytest tests/rules/checks` rewrites the expectations; CI may not.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.browser.ensure import under_ci
from tests.rules.checks.cases import BASE, CASES, found_in, root_of, told

FOLDERS = [
    one
    for one in sorted(CASES.iterdir())
    if one.is_dir() and one != BASE and not (one / "case.toml").exists()
]
LACKS = {"photo-heic": "pi_heif"}
"""Cases of what an extra would mend, with the module that is taken away for them."""


def test_the_base_of_all_cases_has_no_mistake(tmp_path: Path) -> None:
    assert told(found_in(root_of(BASE, tmp_path))) == ""


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_a_mistake_is_told_with_its_place_and_its_remedy(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if case.name in LACKS:
        monkeypatch.setitem(sys.modules, LACKS[case.name], None)
    found = found_in(root_of(case, tmp_path))
    expected = case / "expected.txt"
    if os.environ.get("SUNLIT_UPDATE_CASES"):
        assert not under_ci(), "expectations are never rewritten under CI"
        expected.write_text(told(found), "utf-8")

    assert case.name in {one.code for one in found}
    assert told(found) == expected.read_text("utf-8")
