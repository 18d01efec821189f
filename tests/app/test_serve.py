"""The preview: pages with its tags, its state, the mistakes over the page, and nothing else."""

from __future__ import annotations

import http.client
import json
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sunlit.app.root import Root
from sunlit.app.serve import State, mistakes_html, preview_server, rebuild, watched
from sunlit.diagnostics import Bilingual, Diagnostic, Span
from tests.app.roots import DAY, UNIT, change


@dataclass
class Preview:
    root: Path
    out: Path
    state: State
    port: int

    def get(self, path: str) -> tuple[int, str, str]:
        """Status, kind and text of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest("GET", path, skip_host=True)
        connection.putheader("Host", "127.0.0.1")
        connection.endheaders()
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, answer.getheader("Content-Type") or "", text

    def told(self) -> dict[str, object]:
        read = json.loads(self.get("/__preview__/state.json")[2])
        assert isinstance(read, dict)
        return read


@pytest.fixture
def preview(built_root: Path, tmp_path: Path) -> Iterator[Preview]:
    shutil.copytree(built_root, tmp_path / "root")
    (tmp_path / "secret.html").write_text("SECRET", "utf-8")
    out, state = tmp_path / "root" / "_site", State()
    server = preview_server(out, state, port=0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield Preview(tmp_path / "root", out, state, server.server_address[1])
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_the_preview_is_served_on_this_machine_only(tmp_path: Path) -> None:
    server = preview_server(tmp_path, State(), port=0)
    try:
        assert server.server_address[0] == "127.0.0.1"
    finally:
        server.server_close()


@pytest.mark.parametrize("path", ["/", "/index.html", "/small/dongmen/", "/small/?a=b"])
def test_a_page_is_served_with_the_tags_of_the_preview(preview: Preview, path: str) -> None:
    status, kind, text = preview.get(path)
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert '<script src="/__preview__/preview.js"></script></head>' in text


def test_the_published_files_themselves_stay_without_them(preview: Preview) -> None:
    preview.get("/")
    assert "__preview__" not in (preview.out / "index.html").read_text("utf-8")


def test_other_files_are_served_as_they_are(preview: Preview) -> None:
    status, kind, text = preview.get("/static/sunlit.css")
    assert (status, kind) == (200, "text/css")
    assert text == (preview.out / "static/sunlit.css").read_text("utf-8")


def test_script_and_style_of_the_preview_are_served(preview: Preview) -> None:
    assert preview.get("/__preview__/preview.js")[1] == "text/javascript"
    assert preview.get("/__preview__/preview.css")[1] == "text/css"


def test_a_folder_without_a_slash_leads_to_the_one_with_it(preview: Preview) -> None:
    assert preview.get("/small/dongmen")[0] == 301


def test_what_is_not_there_gets_the_page_that_says_so(preview: Preview) -> None:
    status, _, text = preview.get("/small/nowhere/")
    assert status == 404
    assert "__preview__" in text
    assert "<h1" in text
    for path in ("/nowhere.html", "/small/nowhere", "/small/index.html/x", "/a%00b"):
        assert preview.get(path)[0] == 404
    assert preview.get("/nowhere.png")[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.html", "/../../secret.html", "/..%2f..%2fsecret.html",
        "/%2e%2e/%2e%2e/secret.html",
        "/small/../../../secret.html", "/..\\..\\secret.html", "//../../secret.html",
        "/_site/../../secret.html", "/%2e%2e%5c%2e%2e%5csecret.html",
        "/__preview__/../../secret.html",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_folder(preview: Preview, path: str) -> None:
    status, _, text = preview.get(path)
    assert "SECRET" not in text
    assert status in (301, 404)


def test_a_folder_is_never_listed(preview: Preview) -> None:
    status, _, text = preview.get("/photos/")
    assert status == 404
    assert ".jpg" not in text


def test_a_rebuild_is_a_new_edition_and_a_mistake_stands_over_the_old_one(
    preview: Preview,
) -> None:
    assert preview.told() == {"edition": 0, "mistakes": ""}
    change(preview.root / UNIT / "index.md", "一村一策。", "一村两策。")
    assert rebuild(Root(preview.root), preview.out, preview.state, as_of=DAY).published
    assert preview.told() == {"edition": 1, "mistakes": ""}
    assert "一村两策。" in preview.get("/small/dongmen/")[2]

    change(preview.root / UNIT / "index.md", "name:", "nmae:")
    assert rebuild(Root(preview.root), preview.out, preview.state, as_of=DAY).published is None
    told = preview.told()
    assert told["edition"] == 1
    assert f"<code>{UNIT}/index.md:2:1</code>" in str(told["mistakes"])
    assert "一村两策。" in preview.get("/small/dongmen/")[2]

    change(preview.root / UNIT / "index.md", "nmae:", "name:")
    rebuild(Root(preview.root), preview.out, preview.state, as_of=DAY)
    assert preview.told() == {"edition": 2, "mistakes": ""}


def test_a_mistake_is_shown_as_text_whatever_the_author_wrote() -> None:
    hostile = Bilingual("<script>alert(1)</script>", "")
    one = Diagnostic("code", Span("<b>.md", 2, 3), hostile, hostile)
    told = mistakes_html((one,))
    assert "<script>" not in told
    assert "<b>.md" not in told
    assert "&lt;b&gt;.md:2:3" in told


def test_what_is_watched_is_the_content_and_what_shapes_it(built_root: Path) -> None:
    places = watched(Root(built_root))
    assert (built_root / "content").resolve() in places
    assert not any(place.name in ("_site", ".sunlit") for place in places)
    assert {place.name for place in places} == {"content", "site.toml", "templates", "static"}
