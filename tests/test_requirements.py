"""The locks follow from what they are made from, and pin every download."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def requirements(name: str) -> Iterator[Requirement]:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        wanted = line.split("#")[0].split("--hash")[0].strip()
        if wanted:
            yield Requirement(wanted)


def versions(lock: str) -> dict[str, str]:
    return {
        canonicalize_name(pin.name): str(pin.specifier).removeprefix("==")
        for pin in requirements(lock)
    }


@pytest.mark.parametrize(
    ("wanted", "lock"),
    [
        ("requirements.in", "requirements.lock"),
        ("requirements.in", "requirements-dev.lock"),
        ("requirements-dev.in", "requirements-dev.lock"),
    ],
)
def test_a_lock_satisfies_what_it_was_made_from(wanted: str, lock: str) -> None:
    locked = versions(lock)
    unmet = [
        str(each)
        for each in requirements(wanted)
        if not each.specifier.contains(locked.get(canonicalize_name(each.name), "0"))
    ]
    assert unmet == [], "run `make lock`"


def test_both_locks_agree() -> None:
    assert versions("requirements.lock").items() <= versions("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_digests_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    pins = re.findall(r"^\S+==.*(?:\n    --hash=\S+.*)*", text, re.MULTILINE)
    assert len(pins) == len(versions(lock))
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []
    assert re.findall(r"\w+://|--index-url|--find-links", text) == []


def test_every_dependency_has_its_reason_in_the_docs() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    wanted = [*requirements("requirements.in"), *requirements("requirements-dev.in")]
    assert [each.name for each in wanted if f"| {each.name} |" not in page] == []
