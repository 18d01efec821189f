"""What a test holds in its hands: a visited page, an accessibility finding, a served folder.

Owns the types that the fixtures in `conftest.py` hand out and the rule that a lacking tool skips a
test here and fails it under CI. It does not know how a tool is found or installed (`ensure.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from typing import Literal, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.ensure import Tool, missing, under_ci

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Visit:
    """One page in a window of its own, and what it said and asked for since it opened."""

    page: Page
    errors: list[str] = field(default_factory=list)
    """Console errors and uncaught exceptions."""
    requests: list[str] = field(default_factory=list)
    """Every URL asked for, refused ones too."""
    refused: list[str] = field(default_factory=list)
    """The URLs that lead off this machine; none of them was fetched."""


class PageAt(Protocol):
    def __call__(self, width: int, scheme: Scheme, javascript: bool = True) -> Visit: ...


@dataclass(frozen=True)
class Violation:
    """One axe rule that a page breaks, with the selectors of the elements that break it."""

    rule: str
    impact: str
    help: str
    targets: tuple[str, ...]


class Axe(Protocol):
    def __call__(self, page: Page) -> tuple[Violation, ...]: ...


@dataclass(frozen=True)
class NuError:
    """One error of the Nu HTML checker."""

    path: str
    line: int
    message: str


class Nu(Protocol):
    def __call__(self, *paths: Path) -> tuple[NuError, ...]: ...


class Served(Protocol):
    def __call__(self, folder: Path, base: str = "/") -> str: ...


def need(tool: Tool) -> Path:
    found = tool.find()
    if found is not None:
        return found
    if under_ci():
        pytest.fail(missing(tool), pytrace=False)
    pytest.skip(missing(tool))


def stays_here(url: str) -> bool:
    """Whether a URL is answered by this machine: a file, a document of its own, or loopback."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https", "ws", "wss"}:
        return parts.scheme in {"about", "blob", "data", "file"}
    host = parts.hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class _Handler(SimpleHTTPRequestHandler):
    """Answers below a base path only. (Inherits, since http.server has no other way in.)"""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        # The system's own table differs from machine to machine.
        ".avif": "image/avif",
        ".css": "text/css",
        ".html": "text/html; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
        ".js": "text/javascript",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".xml": "application/xml",
    }

    def __init__(self, *arguments: object, base: str, directory: str) -> None:
        self.base = base
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.base):
            return super().translate_path("/outside-the-base-path")
        return super().translate_path("/" + path.removeprefix(self.base))

    def log_message(self, format: str, *args: object) -> None:
        """Silent: what a page asks for is recorded in its visit."""


@contextmanager
def serve(folder: Path, base: str) -> Iterator[str]:
    """A folder on loopback, below a base path that begins and ends with a slash."""
    handler = partial(_Handler, base=base, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()
            thread.join()
