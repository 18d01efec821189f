"""Photos in whole builds: what is opened, decoded and encoded again, and what a death leaves."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from sunlit.app.bench import Ways
from sunlit.app.build import Built, build
from sunlit.app.check import check
from sunlit.app.root import Root
from sunlit.engine.hands import SeriesJob
from sunlit.engine.series import Telling, silent
from sunlit.engine.sources import GRANULARITY
from tests.app.roots import DAY, SITE, UNIT, change, small_root, tree
from tests.photos.pictures import saved

PHOTOS = f"{UNIT}/photos"
SIZE = (400, 300)
FILES = 4
"""How many files are published of a photo of that size: two widths, two formats."""


def write_photos(root: Path, count: int) -> None:
    """Photos that differ, each declared."""
    declared = "photos:\n"
    for at in range(count):
        dots = random.Random(at).randbytes(SIZE[0] * SIZE[1] * 3 // 64)
        image = Image.frombytes("RGB", (SIZE[0] // 8, SIZE[1] // 8), dots[: 50 * 37 * 3])
        (root / PHOTOS / f"p{at}.jpg").write_bytes(saved(image.resize(SIZE), "JPEG"))
        declared += f"- {{file: p{at}.jpg, caption: 照片{at}, people: none}}\n"
    declared += "- {file: gate.jpg, caption: 东门, people: none}\n"
    (root / PHOTOS / "photos.yaml").write_text(declared, "utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with three photos of one size and a small one, all files settled."""
    root = small_root(tmp_path / "root")
    write_photos(root, 3)
    settle()
    return root


def settle() -> None:
    """Let time pass, so that what was written is no longer too fresh to be believed."""
    time.sleep(2 * GRANULARITY / 1e9)


def built(root: Path, *, jobs: int = 1, tell: Telling = silent) -> Built:
    """A build in this process alone, unless there are to be more."""
    made = build(Root(root), root / "_site", as_of=DAY, ways=Ways(jobs=jobs, tell=tell))
    assert made.published is not None, [one.message.en for one in made.found]
    return made


def encoded(made: Built) -> list[str]:
    """The endings of the files of photos that were asked for: `400.avif`."""
    jobs = [one.message for one in made.stints if isinstance(one.message, SeriesJob)]
    return sorted(name.rsplit("-", 1)[1] for job in jobs for name in job.outputs)


def clean(root: Path, place: Path) -> dict[str, bytes]:
    """What a build of the same content makes that has nothing to go by."""
    made = build(Root(root), place / "site", as_of=DAY, ways=Ways(jobs=1, state=".other"))
    assert made.published is not None
    return tree(place / "site")


OPENED: list[str] = []
WATCHING: list[bool] = []


def _note(event: str, args: tuple[object, ...]) -> None:
    if WATCHING and event == "open" and "/content/" in str(args[0]) and ".jpg" in str(args[0]):
        OPENED.append(str(args[0]))


sys.addaudithook(_note)


@contextmanager
def opened() -> Iterator[list[str]]:
    """The source photos that are opened meanwhile, by the system's own word."""
    OPENED.clear()
    WATCHING.append(True)
    try:
        yield OPENED
    finally:
        WATCHING.clear()


@contextmanager
def nothing_decoded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A picture library that opens nothing."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a picture was decoded")

    with monkeypatch.context() as patched:
        patched.setattr(Image, "open", refuse)
        patched.setattr("sunlit.photos.probe.form_of", refuse)
        yield


def test_a_second_build_opens_no_photo(root: Path) -> None:
    with opened() as files:
        assert len(encoded(built(root))) == 3 * FILES + 2
    assert len({*files}) == 4
    with opened() as files:
        assert built(root).read == 0
        assert check(Root(root), as_of=DAY) == ()
    assert files == []


def test_a_changed_caption_encodes_and_decodes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(root)
    change(root / PHOTOS / "photos.yaml", "照片1", "照片壹")
    with nothing_decoded(monkeypatch):
        made = built(root)
    assert encoded(made) == []
    assert made.published is not None
    assert [one for one in made.published.produced if one.startswith("photos/")] == []
    assert any("照片壹".encode() in one for one in tree(root / "_site").values())


def test_settings_that_touch_no_photo_open_none(root: Path) -> None:
    built(root)
    change(root / "site.toml", "小站", "大站")
    with opened() as files:
        made = built(root)
    assert (made.read, files) == (2, [])


@pytest.mark.parametrize(
    ("recipe", "again"),
    [
        ("avif = 40", ["320.avif", "400.avif"]),
        ("jpeg = 60", ["320.jpg", "400.jpg"]),
        ("widths = [640, 960, 1280]", []),
        ("widths = [200, 320, 640, 960, 1280]", ["200.avif", "200.jpg"]),
        ("widths = [320, 360, 640]", ["320.avif", "320.jpg", "360.avif", "360.jpg"]),
    ],
)
def test_a_changed_recipe_encodes_only_what_it_must(
    root: Path, tmp_path: Path, recipe: str, again: list[str]
) -> None:
    (root / PHOTOS / "photos.yaml").write_text(
        "photos: [{file: p0.jpg, caption: 门, people: none}]\n", "utf-8"
    )
    for name in ("p1.jpg", "p2.jpg", "gate.jpg"):
        (root / PHOTOS / name).unlink()
    change(root / UNIT / "index.md", "gate.jpg", "p0.jpg")
    built(root)
    (root / "site.toml").write_text(f"{SITE}[photos]\n{recipe}\n", "utf-8")
    assert encoded(built(root)) == again
    assert tree(root / "_site") == clean(root, tmp_path)


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\n\x00", None])
def test_what_is_kept_of_photos_may_be_damaged_or_gone(
    root: Path, tmp_path: Path, damage: bytes | None
) -> None:
    built(root)
    for path in (root / ".sunlit/photos").iterdir():
        path.unlink() if damage is None else path.write_bytes(damage)
    change(root / PHOTOS / "photos.yaml", "照片1", "照片壹")
    assert encoded(built(root)) == []
    assert tree(root / "_site") == clean(root, tmp_path)


def test_nothing_is_kept_of_photos_and_units_that_are_gone(root: Path) -> None:
    built(root)
    kept = root / ".sunlit/photos/small.dongmen.json"
    assert b"p2.jpg" in kept.read_bytes()
    (root / PHOTOS / "p2.jpg").unlink()
    change(root / PHOTOS / "photos.yaml", "- {file: p2.jpg, caption: 照片2, people: none}\n", "")
    built(root)
    assert b"p2.jpg" not in kept.read_bytes()
    stale = kept.with_name("small.gone.json")
    stale.write_bytes(kept.read_bytes())
    change(root / PHOTOS / "photos.yaml", "照片1", "照片壹")
    built(root)
    assert [one.name for one in kept.parent.iterdir()] == [kept.name]


def test_the_photos_of_one_unit_keep_every_worker_busy(root: Path, tmp_path: Path) -> None:
    made = built(root, jobs=2)
    jobs = [one for one in made.stints if isinstance(one.message, SeriesJob)]
    assert {one.worker for one in jobs} == {0, 1}
    assert tree(root / "_site") == clean(root, tmp_path)


def test_photos_are_developed_when_no_mistake_is_left(root: Path) -> None:
    change(root / UNIT / "projects/road.md", "title:", "tilte:")
    made = build(Root(root), root / "_site", as_of=DAY, ways=Ways(jobs=1))
    assert made.published is None
    assert made.developing == (0, 0.0)


class Stopped(BaseException):
    """The build ends here, as by Ctrl+C."""


def stopping(after: int, stop: Callable[[], None]) -> Telling:
    """Stops a build when so many photos are developed."""

    def tell(done: int, every: int) -> None:
        if done == after:
            stop()

    return tell


def test_a_build_that_was_stopped_is_taken_up_where_it_was(root: Path, tmp_path: Path) -> None:
    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        built(root, tell=stopping(2, stop))
    assert not (root / "_site").exists()
    left = [path for path in (root / ".sunlit/made").rglob("*") if path.is_file()]
    made = built(root)
    assert made.resumed == len(left)
    assert FILES < len(left) < 3 * FILES
    assert not (root / ".sunlit/made").exists()
    assert tree(root / "_site") == clean(root, tmp_path)


KILLED = f"""
import os, signal, sys
from datetime import date
from pathlib import Path

from sunlit.app.bench import Ways
from sunlit.app.build import build
from sunlit.app.root import Root

def tell(done, every):
    if done == 2:
        os.kill(os.getpid(), signal.SIGKILL)

root, jobs = Path(sys.argv[1]), int(sys.argv[2])
day = date.fromisoformat("{DAY.isoformat()}")
build(Root(root), root / "_site", as_of=day, ways=Ways(jobs=jobs, tell=tell))
"""


# Elsewhere a process cannot end itself as if it had been killed.
@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_build_is_taken_up_where_it_was(root: Path, tmp_path: Path, jobs: int) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, str(root), str(jobs)], check=False)
    assert killed.returncode == -signal.SIGKILL
    made = built(root, jobs=jobs)
    assert made.resumed > 0
    assert tree(root / "_site") == clean(root, tmp_path)


def test_what_a_killed_build_left_is_not_believed_when_it_is_damaged(
    root: Path, tmp_path: Path
) -> None:
    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        built(root, tell=stopping(4, stop))
    left = sorted(path for path in (root / ".sunlit/made").rglob("*") if path.is_file())
    left[0].write_bytes(left[0].read_bytes()[:10])
    assert built(root).resumed == len(left) - 1
    assert tree(root / "_site") == clean(root, tmp_path)


def test_every_broken_photo_is_told_and_the_last_site_stands(root: Path) -> None:
    built(root)
    before = tree(root / "_site")
    for name in ("p0.jpg", "p2.jpg"):
        content = (root / PHOTOS / name).read_bytes()
        (root / PHOTOS / name).write_bytes(content[: len(content) // 2])
    made = build(Root(root), root / "_site", as_of=DAY)
    assert made.published is None
    assert [one.span.path for one in made.found] == [f"{PHOTOS}/p0.jpg", f"{PHOTOS}/p2.jpg"]
    assert tree(root / "_site") == before


def test_a_photo_found_broken_while_it_is_developed_publishes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sunlit.photos import develop
    from sunlit.photos.recipe import BrokenPhotoError

    def broken(*_: object) -> None:
        raise BrokenPhotoError

    with monkeypatch.context() as patched:
        patched.setattr(develop, "Negative", broken)
        made = build(Root(root), root / "_site", as_of=DAY, ways=Ways(jobs=1))
    assert made.published is None
    assert {one.code for one in made.found} == {"photo-unreadable"}
    assert len(made.found) == 4
    assert built(root).published is not None
