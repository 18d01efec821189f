"""Names in pinyin between builds: the same as without, and nothing of another program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sunlit.app.spellings import kept_spellings
from sunlit.digest import Digest
from sunlit.views import keys

ONE, TWO = Digest("1" * 64), Digest("2" * 64)


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    known = dict(keys.KNOWN)
    keys.KNOWN.clear()
    yield
    keys.KNOWN.clear()
    keys.KNOWN.update(known)


def spell(folder: Path, *names: str, program: Digest = ONE) -> dict[str, tuple[str, str]]:
    """What is known in a process that has spelt these names."""
    keys.KNOWN.clear()
    with kept_spellings(program, folder):
        for name in names:
            keys.spelt(name)
        return dict(keys.KNOWN)


def test_what_was_spelt_is_known_to_the_next_build(tmp_path: Path) -> None:
    told = spell(tmp_path, "双龙村", "长都")
    assert told == {"双龙村": ("shuanglongcun", "slc"), "长都": ("changdu", "cd")}
    assert spell(tmp_path) == told
    assert spell(tmp_path, "柏林") == {**told, "柏林": keys.spelt("柏林")}
    assert set(spell(tmp_path)) == {"双龙村", "长都", "柏林"}


def test_two_processes_lose_nothing_of_each_other(tmp_path: Path) -> None:
    with kept_spellings(ONE, tmp_path):
        keys.spelt("双龙村")
        other = dict(keys.KNOWN)
        spell(tmp_path, "柏林")
        keys.KNOWN.clear()
        keys.KNOWN.update(other)
    assert set(spell(tmp_path)) == {"双龙村", "柏林"}


def test_another_program_and_a_damaged_text_are_ignored(tmp_path: Path) -> None:
    spell(tmp_path, "双龙村")
    assert spell(tmp_path, program=TWO) == {}
    kept = tmp_path / "spellings.json"
    whole = kept.read_bytes()
    for torn in (whole[:-9], whole.replace(b"slc", b"xyz"), b"", b"\xff\n[1"):
        kept.write_bytes(torn)
        assert spell(tmp_path) == {}


def test_nothing_is_kept_where_the_program_is_not_known(tmp_path: Path) -> None:
    assert spell(tmp_path, "双龙村", program=Digest(""))
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_cannot_be_written_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert spell(tmp_path / "file", "双龙村")
