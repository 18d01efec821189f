"""Sites built once for many tests: the repository's own content, and a sample of every record.

Owns building them, whichever test process asks first, and reading their pages. It does not
know what the tests want of them.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

from sunlit.app.build import build
from sunlit.app.root import REPOSITORY, Root
from sunlit.app.sample import write_sample
from sunlit.sample import SampleSpec

DAY = date(2026, 11, 21)
SAMPLE = SampleSpec(units=24, seed=1, photos=2, areas=1, photo_width=1600)
WAIT_SECONDS = 600


@dataclass(frozen=True)
class Site:
    """A built site: its folder and its pages, parsed when asked for."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, Parsed]:
        """Every HTML page by its path below the folder."""
        found = sorted(self.folder.rglob("*.html"))
        return {path.relative_to(self.folder).as_posix(): parsed(path) for path in found}

    def page(self, name: str) -> Parsed:
        """One page by its address: `xindu/` or `404.html`."""
        return self.pages[f"{name}index.html" if name == "" or name.endswith("/") else name]


@dataclass
class Parsed:
    """What a page holds: elements in order as (tag, attributes), and its visible text."""

    source: str
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    figures: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Figure id to (value attribute, text as shown)."""

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @property
    def meta(self) -> dict[str, str]:
        named = [one for one in self.all("meta") if "name" in one]
        return {one["name"]: one.get("content", "") for one in named}


class _Reader(HTMLParser):
    def __init__(self, page: Parsed) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.open_figures: list[tuple[str, str, list[str]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.page.elements.append((tag, attributes))
        if tag == "data" and "data-figure" in attributes:
            self.open_figures.append((attributes["data-figure"], attributes["value"], []))

    def handle_endtag(self, tag: str) -> None:
        if tag == "data" and self.open_figures:
            id, value, texts = self.open_figures.pop()
            self.page.figures.setdefault(id, (value, "".join(texts)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        for _, _, texts in self.open_figures:
            texts.append(data)


def parsed(path: Path) -> Parsed:
    """A page as the tests look at it."""
    page = Parsed(path.read_text(encoding="utf-8"))
    reader = _Reader(page)
    reader.feed(page.source)
    page.text = " ".join("".join(reader.texts).split())
    return page


def built_real(shared: Path) -> Site:
    """The repository's own content, built once for all test processes."""
    return Site(_once(shared / "real", lambda out: _build(REPOSITORY, out)))


def built_sample(shared: Path) -> Site:
    """A sample district with every record kind, built once for all test processes."""

    def make(out: Path) -> None:
        root = out.with_name("sample-root")
        write_sample(root, SAMPLE)
        _build(root, out)

    return Site(_once(shared / "sample", make))


def _build(root: Path, out: Path) -> None:
    built = build(Root(root), out, as_of=DAY)
    assert built.published is not None, [one.message.en for one in built.found][:20]


def _once(out: Path, make: Callable[[Path], None]) -> Path:
    with _locked(out.with_suffix(".lock")):
        done = out.with_suffix(".done")
        if not done.exists():
            make(out)
            done.touch()
    return out


@contextmanager
def _locked(lock: Path) -> Iterator[None]:
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
    try:
        yield
    finally:
        lock.unlink()
