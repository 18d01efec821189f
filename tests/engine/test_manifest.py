"""The manifest: what `sha256sum` reads, and read back as it was written."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.digest import of_bytes
from sunlit.engine.manifest import MANIFEST, manifest_digests, manifest_text
from sunlit.engine.publish import publish

ONE = {"index.html": b"one", "xindu/index.html": b"x", "photos/a.jpg": b"\xff"}


def test_the_manifest_is_one_line_per_file_in_order() -> None:
    lines = manifest_text({name: of_bytes(content) for name, content in ONE.items()}).splitlines()
    assert [line.split("  ", 1)[1] for line in lines] == sorted(ONE)


ODD_NAMES = {
    "a b.txt": b"1", "双龙.txt": b"2", "a\\b.txt": b"3", "a\nb.txt": b"4", "a\u2028b.txt": b"5",
    "a  b.txt": b"6", "-c": b"7", "a\\nb.txt": b"8", "a\rb": b"9", "a\x0cb": b"10",
}  # fmt: skip


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="MISSING sha256sum")
@pytest.mark.parametrize("files", [ONE, ODD_NAMES], ids=["plain", "odd"])
def test_sha256sum_finds_the_edition_as_the_manifest_says(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    out = tmp_path / "_site"
    publish(out, files.items())
    check = ["sha256sum", "--check", "--strict", MANIFEST]
    done = subprocess.run(check, cwd=out, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(b": OK\n") == len(files)
    next(path for path in out.iterdir() if path.is_file() and path.name != MANIFEST).write_bytes(
        b""
    )
    assert subprocess.run(check, cwd=out, capture_output=True, check=False).returncode == 1


PRINTABLE = st.text(min_size=1).filter(str.isprintable)
ESCAPED = st.text(st.sampled_from("a\\\n\r \u2028n"), min_size=1)


@given(st.dictionaries(PRINTABLE | ESCAPED, st.binary()))
def test_a_manifest_is_read_back_as_it_was_written(files: dict[str, bytes]) -> None:
    digests = {name: of_bytes(content) for name, content in files.items()}
    assert manifest_digests(manifest_text(digests).encode()) == digests


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"nonsense\n", b"\xff\xfe", b"abc  a\n", b"\\", b"\\  \n"),
        *(b"0" * 64 + ending for ending in (b"", b" a\n", b"  \n", b"  ")),
    ],
)
def test_a_line_that_is_none_is_passed_over(content: bytes) -> None:
    assert manifest_digests(content) == {}
