"""Where the engine's tests work."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

MEMORY = "/dev/shm"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """An empty folder, in memory where there is such a place: thousands of builds."""
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    place = Path(mkdtemp(dir=MEMORY, prefix="sunlit-test-"))
    yield place
    shutil.rmtree(place)
