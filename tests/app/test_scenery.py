"""What stands above the units is read as far as it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from sunlit.app.root import Root
from sunlit.app.scenery import Scenery
from tests.app.roots import change
from tests.promises.district import district_files, write


@pytest.fixture
def root(tmp_path: Path) -> Root:
    """Three areas, two of which one framework applies to."""
    write(tmp_path, district_files())
    change(tmp_path / "content/frameworks/four.yaml", "areas: [small]", "areas: [small, other]")
    return Root(tmp_path)


def test_areas_are_named_without_reading_a_register(
    root: Root, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("sunlit.source.content.read_register", read)
    scenery = Scenery(root)
    known = [scenery.known(slug) for slug in root.areas()]
    assert [one.slug for one in known] == list(root.areas())
    assert scenery.siblings("small") == ("other",)
    assert scenery.lineage("small") == ("city",)
    with pytest.raises(AssertionError):
        scenery.area("small")


def test_an_area_named_is_the_area_read(root: Root) -> None:
    named, read = Scenery(root), Scenery(root)
    for slug in root.areas():
        assert named.record(slug) == read.content(slug).area == read.record(slug)


def test_an_area_without_a_readable_file_has_no_name(root: Root) -> None:
    slug = root.areas()[0]
    path = root.path / "content" / "communities" / slug / "area.md"
    for broken in (None, "---\nname: [\n---\n"):
        path.unlink() if broken is None else path.write_text(broken, "utf-8")
        assert Scenery(root).record(slug) is None
        with pytest.raises(LookupError):
            Scenery(root).known(slug)
