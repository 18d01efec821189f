"""A small root, built once for the tests that only look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sunlit.app.build import build
from sunlit.app.root import Root
from tests.app.roots import DAY, small_root


@pytest.fixture(scope="session")
def built_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with its edition in `_site`; copied, never written to."""
    root = small_root(tmp_path_factory.mktemp("app") / "root")
    built = build(Root(root), root / "_site", as_of=DAY)
    assert built.published is not None, [one.message.en for one in built.found]
    return root
