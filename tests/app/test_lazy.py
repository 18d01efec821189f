"""A build loads what it needs: nothing to read and render with when there is nothing to do."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.roots import DAY, UNIT, change

BUILD = f"""
import sys
from datetime import date
from pathlib import Path

from sunlit.app.build import build
from sunlit.app.root import Root

root = Path(sys.argv[1])
built = build(Root(root), root / "_site", as_of=date.fromisoformat("{DAY.isoformat()}"))
print(len(built.published.produced), *sorted(sys.modules))
"""
READERS = frozenset(("yaml", "markdown_it", "PIL", "csv", "tomllib"))
RENDERERS = frozenset(("jinja2", "markupsafe", "pypinyin"))


@pytest.fixture
def root(built_root: Path, tmp_path: Path) -> Path:
    shutil.copytree(built_root, tmp_path / "root")
    return tmp_path / "root"


def loaded(root: Path) -> tuple[int, frozenset[str]]:
    """How many outputs a build in a fresh process made, and the modules it loaded."""
    command = [sys.executable, "-c", BUILD, str(root)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    produced, *modules = done.stdout.split()
    return int(produced), frozenset(modules)


def test_a_build_that_finds_nothing_changed_loads_no_reader_and_no_renderer(root: Path) -> None:
    produced, modules = loaded(root)
    assert produced == 0
    assert not modules & (READERS | RENDERERS)
    assert "multiprocessing" not in modules
    assert not {one for one in modules if one.startswith(("sunlit.views", "sunlit.rules"))}


def test_an_edit_without_photos_loads_no_picture_library_and_no_network(root: Path) -> None:
    folder = root / "content/communities/small/ximen/projects"
    folder.mkdir(parents=True)
    (folder / "lamps.md").write_text(
        "---\ntitle: 路灯\nstatus: identification\n---\n灯。\n", "utf-8"
    )
    produced, modules = loaded(root)
    assert produced > 0
    assert modules >= {"yaml", "markdown_it", "jinja2"}
    assert not modules & {"PIL", "urllib.request"}


def test_an_edit_of_a_unit_with_photos_loads_no_codec(root: Path) -> None:
    change(root / UNIT / "projects/road.md", "4.5", "4.7")
    produced, modules = loaded(root)
    assert produced > 0
    assert not modules & {"PIL.Image", "sunlit.photos.probe", "sunlit.photos.develop"}
    assert "multiprocessing" not in modules  # nor is another process worth starting


def test_a_new_photo_is_decoded(root: Path) -> None:
    content = (root / UNIT / "photos/gate.jpg").read_bytes()
    (root / UNIT / "photos/gate.jpg").write_bytes(content + b"\0")
    assert "PIL.Image" in loaded(root)[1]
