"""The whole sample: same bytes, sorted, streamed, each unit for itself."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from itertools import pairwise

import pytest

from sunlit.sample import SampleSpec, sample_files
from tests.sample.reading import UNIT, Files

DIGEST = """
import hashlib
from sunlit.sample import SampleSpec, sample_files
total = hashlib.sha256()
for path, content in sample_files(SampleSpec(30, seed=5, photos=1, areas=3, photo_width=400)):
    total.update(path.encode() + content)
print(total.hexdigest())
"""


def units_of(files: Files) -> dict[str, bytes]:
    """The files that belong to a unit."""
    return {
        path: content
        for path, content in files.items()
        if (found := UNIT.fullmatch(path)) and found["unit"] != "reports"
    }


def run(code: str, hash_seed: str = "0") -> str:
    environment = {
        **os.environ,
        "PYTHONHASHSEED": hash_seed,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_same_seed_gives_the_same_bytes(spec: SampleSpec, files: Files) -> None:
    assert dict(sample_files(spec)) == files


def test_another_seed_gives_another_sample() -> None:
    one, other = (dict(sample_files(SampleSpec(12, seed=seed, photos=0))) for seed in (1, 2))
    shared = set(units_of(one)) & set(units_of(other))
    assert not shared or all(one[path] != other[path] for path in shared)


def test_the_hash_seed_changes_nothing() -> None:
    assert run(DIGEST, "0") == run(DIGEST, "1")


def test_paths_come_sorted_and_once(files: Files) -> None:
    assert all(one < other for one, other in pairwise(files))


def test_one_unit_more_leaves_the_files_of_the_others_alone() -> None:
    fewer, more = (
        units_of(dict(sample_files(SampleSpec(units, photos=2, areas=2, photo_width=400))))
        for units in (33, 34)
    )
    assert {path: more[path] for path in fewer} == fewer
    assert len(more) > len(fewer)


def test_pillow_is_loaded_only_for_photos() -> None:
    code = (
        "import sys\nfrom sunlit.sample import SampleSpec, sample_files\n"
        "list(sample_files(SampleSpec(8, photos=0)))\nprint('PIL' in sys.modules)"
    )
    assert run(code) == "False"


def test_files_come_before_all_units_are_made() -> None:
    stream = sample_files(SampleSpec(38_000, photos=0, areas=200))
    first = [next(stream)[0] for _ in range(3)]
    assert first[0] == "content/catalogue.yaml"


@pytest.mark.parametrize(
    "asked",
    [
        {"units": 0},
        {"units": 3, "areas": 4},
        {"units": 9, "areas": 0},
        {"units": 999, "areas": 999},
        {"units": 30_000},
        {"units": 9, "photos": -1},
        {"units": 9, "photo_width": 100},
    ],
)
def test_what_cannot_be_invented_is_refused(asked: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="expected"):
        SampleSpec(**asked)


def test_a_sample_of_one_unit_is_complete() -> None:
    paths = {path for path, _ in sample_files(SampleSpec(1, photos=0))}
    assert {"site.toml", "content/catalogue.yaml", "content/frameworks/tangram.yaml"} <= paths


def test_some_units_publish_nothing_and_some_little(files: Files) -> None:
    count: dict[str, int] = {}
    for path in units_of(files):
        unit = path.split("/")[3]
        count[unit] = count.get(unit, 0) + 1
    rows = files["content/communities/qingchuan/register.csv"].decode().splitlines()[1:]
    sizes = [count.get(row.split(",")[2], 0) for row in rows]
    assert 0 in sizes
    assert any(0 < size < 6 for size in sizes)
    assert max(sizes) >= 16


def test_text_is_utf_8_with_plain_line_ends(files: Files) -> None:
    for path, content in files.items():
        if not path.endswith(".jpg"):
            written = content.decode()
            assert "\r" not in written, path
            assert written.endswith("\n"), path


def test_the_digest_of_a_small_sample_depends_on_every_file() -> None:
    digests = {
        hashlib.sha256(content).hexdigest()
        for path, content in sample_files(SampleSpec(10, photos=0))
        if path.endswith("index.md")
    }
    assert len(digests) == 9  # ten units, of which one is in the register only
