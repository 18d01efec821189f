"""An incremental build is a clean build: the same bytes, the same words, whatever was edited.

And a build is a function of its sources: not of the number of processes, how they start, the
order of hashes, or where the root stands.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from itertools import cycle, product
from pathlib import Path

import pytest

from sunlit.app.bench import Ways
from sunlit.app.build import Built, build
from sunlit.app.root import REPOSITORY, Root
from tests.app.roots import DAY, change
from tests.engine.test_incremental import bare, times
from tests.engine.toy import Counting, Dying, Killed, Quick, tree
from tests.promises.district import AREAS, Staff, district_files, write

EDITS = int(os.environ.get("SUNLIT_EDITS", "30"))
SEED = int(os.environ.get("SUNLIT_SEED", "1"))
DEATHS = 12
ALONE = Ways(jobs=1, disk=Quick())


def built(root: Path, out: Path, ways: Ways = ALONE) -> Built:
    return build(Root(root), out, as_of=DAY, ways=ways)


def clean(root: Path) -> tuple[Built, dict[str, bytes] | None]:
    """The same root built from nothing elsewhere, by its name."""
    elsewhere = root.with_name("clean")
    unknown = shutil.ignore_patterns(".sunlit")
    shutil.copytree(root, elsewhere / root.name, symlinks=True, ignore=unknown)
    done = built(elsewhere / root.name, elsewhere / "site")
    files = tree(elsewhere / "site")
    shutil.rmtree(elsewhere)
    return done, files


def said(done: Built) -> list[tuple[object, ...]]:
    """Everything that is told of the sources, in its order."""
    return [(one.code, one.span, one.message, one.hint) for one in done.found]


def check_step(root: Path, out: Path) -> Built:
    """Build, and compare with a clean build and with what was there before."""
    before, touched = bare(tree(out)), times(out)
    done = built(root, out)
    fresh, wanted = clean(root)
    assert said(done) == said(fresh)
    if fresh.published is None:
        assert done.published is None
        assert (bare(tree(out)), times(out)) == (before, touched)
        return done
    assert done.published is not None
    assert tree(out) == wanted
    after = bare(wanted)
    produced = {name for name in after if before.get(name) != after[name]}
    assert {*done.published.produced} == produced
    assert {*done.published.removed} == before.keys() - after.keys()
    now = times(out)
    assert [name for name in after.keys() - produced if now[name] != touched[name]] == []
    return done


def test_any_edits_one_after_another_end_as_a_clean_build_does(tmp_path: Path) -> None:
    root, out = tmp_path / "root", tmp_path / "site"
    write(root, district_files())
    assert check_step(root, out).published is not None
    staff = Staff(root, random.Random(SEED))
    done: list[str] = []
    good, published, refused = tree(root / "content") or {}, 0, 0
    for _ in range(EDITS):
        if refused == 2:  # what is wrong is taken back, or all that follows would be refused too
            shutil.rmtree(root / "content")
            write(root / "content", good)
            refused = 0
            done.append("taken back")
        else:
            done.append(staff.step())
        try:
            if check_step(root, out).published is None:
                refused += 1
            else:
                good, published, refused = tree(root / "content") or {}, published + 1, 0
        except Exception as error:
            error.add_note("\n".join(done))
            raise
    assert EDITS / 4 < published < EDITS


@pytest.fixture
def district(tmp_path: Path) -> Path:
    """The root with its edition in `site` beside it."""
    root = tmp_path / "root"
    write(root, district_files())
    assert built(root, tmp_path / "site").published is not None
    return root


def test_a_code_that_the_register_gives_away_is_found_though_no_unit_was_edited(
    district: Path,
) -> None:
    out = district.with_name("site")
    write(district / AREAS / "small/new", {"index.md": NEW.encode()})
    assert check_step(district, out).published is not None
    change(district / AREAS / "small/register.csv", "510114001003,未入网村,weiru", CODE)
    assert "code-of-another" in {one.code for one in check_step(district, out).found}


NEW = "---\nname: 新社区\ncode: '510114001009'\n---\n新。\n"
CODE = "510114001009,未入网村,weiru"


def test_claims_are_checked_when_the_area_can_be_read_again(district: Path) -> None:
    out = district.with_name("site")
    for area in ("small", "other"):
        write(district / AREAS / area / "new", {"index.md": NEW.encode()})
        change(district / AREAS / area / "area.md", "level:", "levle:")
    change(district / AREAS / "small/register.csv", "510114001003,未入网村,weiru", CODE)
    assert check_step(district, out).published is None
    for area in ("small", "other"):
        change(district / AREAS / area / "area.md", "levle:", "level:")
    assert "code-of-another" in {one.code for one in check_step(district, out).found}


@pytest.mark.parametrize("place", ["static/a.css", "templates/own", "content/a", "site.toml"])
def test_a_link_that_comes_above_the_units_is_found(district: Path, place: str) -> None:
    out, path = district.with_name("site"), district / place
    path.parent.mkdir(exist_ok=True)
    aside = district.with_name("aside")
    aside.write_bytes(path.read_bytes() if path.exists() else b"")
    path.unlink(missing_ok=True)
    path.symlink_to(aside)
    assert "symbolic-link" in {one.code for one in check_step(district, out).found}
    path.unlink()
    shutil.copy(aside, path) if place == "site.toml" else None
    assert check_step(district, out).published is not None


def test_an_edit_that_shows_nowhere_is_taken_in_once(district: Path) -> None:
    out = district.with_name("site")
    path = district / AREAS / "other/beimen/projects/park.md"
    path.write_text(path.read_text("utf-8").replace("status:", "# 内部说明\nstatus:"), "utf-8")
    assert check_step(district, out).published is not None
    again = built(district, out)
    assert (again.read, again.published and again.published.produced) == (0, ())


def test_a_build_that_is_killed_anywhere_leaves_a_whole_edition(district: Path) -> None:
    first = district.parent
    change(district / AREAS / "small/dongmen/projects/road.md", "planned: 4.5", "planned: 4.8")
    copies = first.with_name(f"{first.name}-copies")

    def copied(name: str) -> Path:
        place = copies / name
        shutil.copytree(first, place)
        return place

    before, wanted = tree(first / "site"), clean(district)[1]
    place, counting = copied("rehearsal"), Counting(Quick())
    built(place / "root", place / "site", Ways(jobs=1, disk=counting))
    every = len(counting.done)
    assert tree(place / "site") == wanted
    served = []
    for lives in sorted({every * n // DEATHS for n in range(DEATHS)} | {every - 3, every - 9}):
        place = copied(str(lives))
        with pytest.raises(Killed):
            built(place / "root", place / "site", Ways(jobs=1, disk=Dying(Quick(), lives)))
        assert tree(place / "site") in (before, wanted), lives
        served.append(tree(place / "site") == wanted)
        assert built(place / "root", place / "site").published is not None
        assert tree(place / "site") == wanted
        shutil.rmtree(place)
    shutil.rmtree(copies)
    assert {*served} == {False, True}


DRIVER = """
import sys
from datetime import date
from pathlib import Path
from sunlit.app.bench import Ways
from sunlit.app.build import build
from sunlit.app.root import Root

if __name__ == "__main__":
    place, jobs, method = sys.argv[1:]
    ways = Ways(jobs=int(jobs), method=method)
    root, out = Root(Path(place, "root")), Path(place, "site")
    done = build(root, out, as_of=date(2026, 11, 21), ways=ways)
    for one in done.found:
        print(one.code, one.span, one.message, one.hint)
    print(done.published)
"""


@pytest.mark.parametrize("broken", [False, True], ids=["an edition", "mistakes"])
def test_the_same_sources_give_the_same_bytes_and_words_in_every_way(
    tmp_path: Path, broken: bool
) -> None:
    files = district_files()
    profile = "---\nname: 社区{n}\n---\n介绍。\n" if not broken else "---\nnmae: x\n---\n介绍。\n"
    for n in range(10):  # more than one process reads alone
        area = ("small", "other")[n % 2]
        files[f"{AREAS}/{area}/unit{n}/index.md"] = profile.format(n=n).encode()
    ways = cycle(product((1, 2, 5), ("fork", "spawn")))
    seeds = (0, 1, 7, 13, 17, 19) if broken else range(20)
    told = set()
    trees: list[object] = []
    for seed, (jobs, method) in zip(seeds, ways, strict=False):
        place = tmp_path / ("路" * seed) / "a longer path"
        write(place / "root", files)
        environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(REPOSITORY)}
        driver = place / "driver.py"
        driver.write_text(DRIVER, "utf-8")
        done = subprocess.run(
            [sys.executable, str(driver), str(place), str(jobs), method],
            env=environment,
            capture_output=True,
            check=True,
        )
        told.add(done.stdout)
        trees.append(tree(place / "site"))
    assert len(told) == 1
    assert all(one == trees[0] for one in trees)
    assert (trees[0] is None) is broken
