"""A second way to a built page, by text and place, so that promises are kept by what is shown.

Owns a page's visible texts, each with the elements around it. It knows no view and no template.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)


@dataclass(frozen=True)
class Around:
    """An element that is open around a text."""

    tag: str
    attributes: dict[str, str]


@dataclass(frozen=True)
class Shown:
    """A text of a page with the elements it stands in, the innermost last."""

    text: str
    around: tuple[Around, ...]

    def within(self, *tags: str) -> bool:
        """Whether an element of one of these kinds is open around it."""
        return any(one.tag in tags for one in self.around)

    def has_class(self, *names: str) -> bool:
        """Whether an element around it has one of these classes."""
        return any(set(names) & set(one.attributes.get("class", "").split()) for one in self.around)


@dataclass
class _Walk(HTMLParser):
    texts: list[Shown] = field(default_factory=list)
    open: list[Around] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(Around(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(Shown(data, tuple(self.open)))


def texts_of(source: str) -> list[Shown]:
    """The texts of a page in order."""
    walk = _Walk()
    walk.feed(source)
    walk.close()
    return walk.texts


def pages_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Every page of a site: its path below the folder, and its source."""
    for path in sorted(folder.rglob("*.html")):
        yield path.relative_to(folder).as_posix(), path.read_text("utf-8")
