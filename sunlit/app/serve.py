"""A preview that follows every save: builds, serves on this machine only, reloads the browser.

Owns the small web server and what it adds to pages while previewing: a script that asks whether
there is a new edition, and the list of mistakes when there are any.
"""

from __future__ import annotations

import json
import threading
from datetime import date
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from msgspec import Struct, field

from sunlit.app.bench import STATE, Ways
from sunlit.app.build import Built, build
from sunlit.app.root import REPOSITORY, Root
from sunlit.diagnostics import Diagnostic

PREVIEW = Ways(state=f"{STATE}/serve")
"""A preview remembers by itself: its pages have no address, so it shares no reading."""

OWN = "/__preview__/"
_TAGS = f'<link rel="stylesheet" href="{OWN}preview.css"><script src="{OWN}preview.js"></script>'
_SCRIPT = """
let seen = null;
async function look() {
  try {
    const answer = await (await fetch("/__preview__/state.json", {cache: "no-store"})).json();
    if (seen !== null && seen !== answer.edition) location.reload();
    seen = answer.edition;
    show(answer.mistakes);
  } catch {}
  setTimeout(look, 700);
}
function show(mistakes) {
  let box = document.getElementById("preview-mistakes");
  if (!mistakes) { if (box) box.remove(); return; }
  if (!box) {
    box = document.createElement("aside");
    box.id = "preview-mistakes";
    box.setAttribute("role", "alert");
    document.body.prepend(box);
  }
  if (box.innerHTML !== mistakes) box.innerHTML = mistakes;
}
document.addEventListener("DOMContentLoaded", look);
"""
_STYLE = """
#preview-mistakes { border: 3px solid #a3231c; background: #fff; color: #1b1a17; padding: 1rem;
  margin: 0; max-height: 60vh; overflow: auto; font-size: 1rem; }
#preview-mistakes h2 { margin: 0 0 .5rem; font-size: 1.1rem; color: #a3231c; }
#preview-mistakes code { font-size: .9em; }
"""


class State(Struct):
    """What the browser asks for: the number of the edition and the mistakes as HTML."""

    edition: int = 0
    mistakes: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, built: Built) -> None:
        """Note a finished build: a new edition, or mistakes over the old one."""
        with self.lock:
            stopped = built.published is None
            self.mistakes = mistakes_html(built.found) if stopped else ""
            if not stopped:
                self.edition += 1

    def text(self) -> str:
        """The state as JSON."""
        with self.lock:
            return json.dumps({"edition": self.edition, "mistakes": self.mistakes})


def mistakes_html(found: tuple[Diagnostic, ...]) -> str:
    """The mistakes as they stand over the page."""
    items = "".join(
        f"<li><code>{escape(one.span.path)}:{one.span.line}:{one.span.column}</code> "
        f"{escape(one.message.zh)} <b>{escape(one.hint.zh)}</b></li>"
        for one in found
    )
    return f"<h2>内容有 {len(found)} 处要改，下面是上一版</h2><ol>{items}</ol>"


def preview_server(out: Path, state: State, *, port: int) -> ThreadingHTTPServer:
    """A server of `out` on the loopback address; port 0 takes any free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, state, str(out)))


def watched(root: Root) -> list[Path]:
    """The folders and files whose change calls for a build."""
    names = ("content", "site.toml", "templates", "static")
    places = [top / name for top in (root.path, REPOSITORY) for name in names]
    return list(dict.fromkeys(place.resolve() for place in places if place.exists()))


def rebuild(root: Root, out: Path, state: State, *, as_of: date) -> Built:
    """Build once and note the result."""
    built = build(root, out, as_of=as_of, base_url="", ways=PREVIEW)
    state.take(built)
    return built


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, state: State, directory: str, *args: object, **kwargs: object) -> None:
        self._state = state
        # What the server hands to every handler is passed on untouched, so `object` will do.
        super().__init__(*args, directory=directory, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        match self.path.split("?")[0]:
            case "/__preview__/state.json":
                self._send(self._state.text().encode(), "application/json")
            case "/__preview__/preview.js":
                self._send(_SCRIPT.encode(), "text/javascript")
            case "/__preview__/preview.css":
                self._send(_STYLE.encode(), "text/css")
            case _:
                self._page()

    def _page(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not self.path.split("?")[0].endswith("/"):
                super().do_GET()
                return
            path /= "index.html"
        if path.suffix != ".html" and (path.suffix or path.is_file()):
            super().do_GET()
            return
        status = 200 if path.is_file() else 404
        if status == 404:
            path = Path(self.directory) / "404.html"
        text = path.read_text(encoding="utf-8") if path.is_file() else "<body></body>"
        text = text.replace("</head>", f"{_TAGS}</head>", 1) if "</head>" in text else _TAGS + text
        self._send(text.encode(), "text/html; charset=utf-8", status=status)

    def _send(self, content: bytes, kind: str, *, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for diagnostics."""
