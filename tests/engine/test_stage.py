"""The stage: outputs written by several processes, each once."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from sunlit.digest import of_bytes
from sunlit.engine.manifest import Manifest
from sunlit.engine.publish import commit
from sunlit.engine.stage import Stage, open_stage
from tests.engine.toy import beside, tree, whole

NAMES = [f"unit-{n % 7}/deep/er/{n}.html" for n in range(200)]


def put_some(stage: Stage, start: int) -> None:
    for name in NAMES[start::2]:
        stage.put(name, name.encode())


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_two_processes_may_stage_at_once(tmp_path: Path, method: str) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system has no {method}")
    out = tmp_path / "site"
    stage = open_stage(out)
    context = multiprocessing.get_context(method)
    process = context.Process  # type: ignore[attr-defined]  # every context has it
    workers = [process(target=put_some, args=(stage, start)) for start in (0, 1)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0]
    edition = {name: name.encode() for name in NAMES}
    commit(out, stage, Manifest({n: of_bytes(content) for n, content in edition.items()}))
    assert tree(out) == whole(edition)
    assert beside(out) == set()


def test_an_output_is_staged_once(tmp_path: Path) -> None:
    stage = open_stage(tmp_path / "site")
    assert stage.put("a/b", b"1") == of_bytes(b"1")
    with pytest.raises(FileExistsError):
        stage.put("a/b", b"2")
    with pytest.raises(NotADirectoryError):
        stage.put("a/b/c", b"2")
    assert stage.names() == {"a/b"}


def test_what_a_dead_build_left_on_the_stage_is_removed(tmp_path: Path) -> None:
    open_stage(tmp_path / "site").put("a/b", b"1")
    assert open_stage(tmp_path / "site").names() == set()


def test_a_stage_that_was_discarded_holds_nothing(tmp_path: Path) -> None:
    stage = open_stage(tmp_path / "deep" / "er" / "site")
    stage.discard()
    stage.discard()
    assert stage.names() == set()
    assert list((tmp_path / "deep" / "er").iterdir()) == []
