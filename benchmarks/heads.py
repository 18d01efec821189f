"""How a peer's content files are written: YAML or TOML heads, and the peer's own templates.

Owns the syntax only. The templates are read from the folder of the peer, next to its writer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import yaml

from benchmarks.content import Content
from benchmarks.pages import KINDS, Head, Page, Value
from benchmarks.writing import FileBytes
from sunlit.app.root import REPOSITORY

Padding: TypeAlias = Mapping[str, int]
"""Bytes of static text by kind of page."""

HERE = Path(__file__).resolve().parent
_NOT_TEMPLATES = (".py", ".pyc")


def templates(peer: str) -> Iterator[FileBytes]:
    """Everything in the peer's folder but its writer, under the same names."""
    folder = HERE / peer
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in _NOT_TEMPLATES:
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def jinja_templates(folder: str, setup: str) -> Iterator[FileBytes]:
    """The templates of Nunjucks and Jinja; `setup` gives each page's values their common names."""
    for name, content in templates("jinja"):
        yield f"{folder}/{name}", content.replace(b"{# peer #}", setup.encode())


def nested_head(page: Page) -> Head:
    """A page's values in one map, `it`, with its address."""
    url = f"/{page.path}/" if page.path else "/"
    own: Head = {"title": page.title, "kind": page.kind, "url": url, "id": page.path}
    return {**own, "name": page.path.rpartition("/")[2], **page.head}


def static_files(content: Content, folder: str) -> Iterator[FileBytes]:
    """Sunlit's stylesheet, script and icon; the stylesheet with the line that an edit adds."""
    for path in sorted((REPOSITORY / "static").iterdir()):
        added = content.style.encode() if path.name == "sunlit.css" else b""
        yield f"{folder}/{path.name}", path.read_bytes() + added


def padding_files(padding: Padding, name: str) -> Iterator[FileBytes]:
    """One file of static text for each kind of page; `name` has a slot for the kind."""
    for kind in KINDS:
        yield name.format(kind), padding_text(kind, padding.get(kind, 0)).encode()


def padding_text(kind: str, size: int) -> str:
    """Static text of about so many bytes; no text where there is not enough room for it."""
    if kind.endswith("-data"):
        return "p" * size
    line = "<p hidden>这一段是固定的文字，用来让各个生成器的页面一样大。</p>\n"
    return line * round(size / len(line.encode()))


def yaml_file(fields: Mapping[str, Value]) -> bytes:
    """A YAML file, leaves on one line as staff write them."""
    return _yaml(fields).encode()


def yaml_page(head: Head, body: str) -> bytes:
    """A Markdown file with a YAML head."""
    return f"---\n{_yaml(head)}---\n\n{body}\n".encode()


def toml_file(fields: Mapping[str, Value]) -> bytes:
    """A TOML file; everything nested is inline."""
    return _toml(fields).encode()


def toml_page(head: Head, extra: Head, body: str) -> bytes:
    """A Markdown file with a TOML head and its table `[extra]`."""
    return f"+++\n{_toml(head)}\n[extra]\n{_toml(extra)}+++\n\n{body}\n".encode()


def _yaml(fields: Mapping[str, Value]) -> str:
    written: str = yaml.dump(
        fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=None
    )
    return written


class _Dumper(yaml.CSafeDumper):
    """Writes a value out each time it occurs: an alias is nothing that staff would write."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _toml(fields: Mapping[str, Value]) -> str:
    return "".join(f"{key} = {_toml_value(value)}\n" for key, value in fields.items())


def _toml_value(value: Value) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml_value(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)  # texts, numbers, truth: as in TOML
