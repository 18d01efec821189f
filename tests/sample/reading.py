"""What stands in the sample's files, read without Sunlit's own reader.

Owns a second way to the content, so that the sample and the reader cannot agree on a mistake.
Every scalar is a text, as PyYAML's base loader leaves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import yaml
from msgspec import Struct

Files = Mapping[str, bytes]
Head = dict[str, Any]

UNIT = re.compile(r"content/communities/(?P<area>[^/]+)/(?P<unit>[^/]+)/(?P<rest>.+)")


class Project(Struct, frozen=True):
    """A ledger entry: whose it is, its id, its fields."""

    area: str
    unit: str
    id: str
    head: Head


@lru_cache(maxsize=4096)
def fields(path: str, content: bytes) -> Head:
    """The fields of a YAML file, or of a Markdown file's head; nobody may change them."""
    written = content.decode()
    if path.endswith(".md"):
        _, written, body = written.split("---\n", 2)
        assert body.strip(), f"{path} has no text"
    read = yaml.load(written, Loader=yaml.CBaseLoader)
    assert isinstance(read, dict), path
    return read


def matching(files: Files, pattern: str) -> Iterator[tuple[re.Match[str], Head]]:
    """The fields of every file whose path below its unit's folder fits the pattern."""
    for path, content in files.items():
        found = UNIT.fullmatch(path)
        if found and found["unit"] != "reports" and re.fullmatch(pattern, found["rest"]):
            yield found, fields(path, content)


def projects(files: Files) -> list[Project]:
    """Every ledger entry of the sample."""
    return [
        Project(at["area"], at["unit"], at["rest"][len("projects/") : -len(".md")], head)
        for at, head in matching(files, r"projects/[^/]+\.md")
    ]


def register(files: Files) -> dict[str, list[list[str]]]:
    """The rows of each area's register, without the header."""
    return {
        path.split("/")[2]: [line.split(",") for line in content.decode().splitlines()[1:]]
        for path, content in files.items()
        if path.endswith("/register.csv")
    }


def frameworks(files: Files) -> dict[str, Head]:
    """The frameworks by id."""
    return {
        path.rsplit("/", 1)[1].removesuffix(".yaml"): fields(path, content)
        for path, content in files.items()
        if path.startswith("content/frameworks/")
    }


def stated(head: Head, figure: str) -> str | None:
    """The value that a path of `changes` names, as written; None when it is not there."""
    path, _, as_of = figure.partition("@")
    node: Any = head
    for step in path.split("/"):
        if isinstance(node, list):
            node = next((one for one in node if step in _names(one)), None)
        elif node is not None:
            node = node.get(step)
    if as_of and node is not None:
        node = next((one["value"] for one in node if one["as_of"] == as_of), None)
    if isinstance(node, dict):
        node = node.get("value")
    return None if node is None else str(node)


def _names(record: Head) -> tuple[str | None, ...]:
    """What a path may call a record by."""
    return record.get("id"), record.get("year"), record.get("indicator")


def yuan(written: str) -> int:
    """The yuan of `120万 CNY` or `about 85000 CNY`."""
    number = written.removeprefix("about ").removesuffix(" CNY")
    return int(number[:-1]) * 10_000 if number.endswith("万") else int(number)
