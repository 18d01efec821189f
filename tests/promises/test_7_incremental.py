"""An incremental build is a clean build: the same bytes, the same words, whatever was edited.

And a build is a function of its sources: not of the number of processes, how they start, the
order of hashes, or where the root stands.
"""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

from sunlit.app.bench import Ways
from sunlit.app.build import Built, build
from sunlit.app.root import Root
from tests.app.roots import DAY
from tests.engine.test_incremental import bare, times
from tests.engine.toy import Quick, tree
from tests.promises.district import Staff, district_files, write

EDITS = int(os.environ.get("SUNLIT_EDITS", "30"))
SEED = int(os.environ.get("SUNLIT_SEED", "1"))
DEATHS = 24
ALONE = Ways(jobs=1, disk=Quick())


def built(root: Path, out: Path, ways: Ways = ALONE) -> Built:
    return build(Root(root), out, as_of=DAY, ways=ways)


def clean(root: Path) -> tuple[Built, dict[str, bytes] | None]:
    """The same root built from nothing elsewhere, by its name."""
    elsewhere = root.with_name("clean")
    shutil.copytree(root, elsewhere / root.name, ignore=shutil.ignore_patterns(".sunlit"))
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
    done = []
    published = 0
    for _ in range(EDITS):
        done.append(staff.step())
        try:
            published += check_step(root, out).published is not None
        except Exception as error:
            error.add_note("\n".join(done))
            raise
    assert EDITS / 4 < published < EDITS
