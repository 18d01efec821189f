"""The fixtures themselves: each must see what it is there to see."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.ensure import Tool
from tests.browser.tools import Axe, Nu, PageAt, Scheme, Served, need, stays_here

GOOD = """<!DOCTYPE html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>双龙村</title>
<link rel="icon" href="data:,">
<style>
body { color: #111; background: #fff }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } }
</style></head>
<body><main><h1>双龙村</h1><p id="what">村道加宽</p></main>
<noscript><p id="plain">无脚本</p></noscript></body></html>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(GOOD, encoding="utf-8")
    return tmp_path


def with_body(text: str) -> str:
    return GOOD.replace("<noscript>", f"{text}<noscript>")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_is_content_with_a_good_page(page_at: PageAt, axe: Axe, scheme: Scheme) -> None:
    visit = page_at(320, scheme)
    visit.page.set_content(GOOD)
    assert axe(visit.page) == ()


def test_axe_finds_a_picture_without_a_description(page_at: PageAt, axe: Axe) -> None:
    visit = page_at(320, "light")
    visit.page.set_content(with_body('<img id="bridge" src="data:,">'))
    assert [(found.rule, found.targets) for found in axe(visit.page)] == [
        ("image-alt", ("#bridge",))
    ]


def test_axe_finds_faint_text_in_the_dark_scheme_only(page_at: PageAt, axe: Axe) -> None:
    page = with_body('<p style="color: #555">隐约</p>')
    rules: dict[Scheme, list[str]] = {}
    for scheme in ("light", "dark"):
        visit = page_at(320, scheme)
        visit.page.set_content(page)
        rules[scheme] = [found.rule for found in axe(visit.page)]
    assert rules == {"light": [], "dark": ["color-contrast"]}


def test_axe_sees_a_page_with_a_strict_policy(page_at: PageAt, axe: Axe) -> None:
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
    visit = page_at(320, "light")
    visit.page.set_content(with_body("<img>").replace("<title>", f"{policy}<title>"))
    assert [found.rule for found in axe(visit.page)] == ["image-alt"]


def test_axe_refuses_a_page_without_script_instead_of_waiting(page_at: PageAt, axe: Axe) -> None:
    visit = page_at(320, "light", javascript=False)
    visit.page.set_content(GOOD)
    with pytest.raises(ValueError, match="javascript=True"):
        axe(visit.page)


def test_a_page_has_the_width_and_the_scheme_asked_for(page_at: PageAt) -> None:
    page = page_at(320, "dark").page
    assert page.evaluate("innerWidth") == 320
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") is True


def test_a_page_can_be_seen_without_script(page_at: PageAt) -> None:
    visible = []
    for javascript in (True, False):
        visit = page_at(320, "light", javascript)
        visit.page.set_content(GOOD)
        visible.append(visit.page.locator("#plain").is_visible())
    assert visible == [False, True]


def test_errors_of_a_page_are_heard(page_at: PageAt) -> None:
    visit = page_at(320, "light")
    visit.page.set_content(with_body("<script>console.error('一'); throw new Error('二')</script>"))
    visit.page.wait_for_timeout(100)
    assert visit.errors[0] == "一"
    assert "二" in visit.errors[1]


def test_a_third_party_is_refused_and_named(page_at: PageAt, served: Served, folder: Path) -> None:
    foreign = "https://third-party.example/script.js"
    (folder / "index.html").write_text(with_body(f'<script src="{foreign}"></script>'))
    visit = page_at(320, "light")
    visit.page.goto(served(folder))
    assert visit.refused == [foreign]
    assert foreign in visit.requests
    assert visit.errors


def test_a_page_works_from_a_file(page_at: PageAt, folder: Path) -> None:
    visit = page_at(320, "light")
    visit.page.goto((folder / "index.html").as_uri())
    assert visit.page.locator("#what").inner_text() == "村道加宽"
    assert (visit.errors, visit.refused) == ([], [])
    assert [url for url in visit.requests if url.startswith("file:")]


def test_a_folder_is_served_below_its_base_path_only(
    page_at: PageAt, served: Served, folder: Path
) -> None:
    root = served(folder, base="/open/village/")
    visit = page_at(320, "light")
    inside = visit.page.goto(root)
    outside = visit.page.goto(root.replace("/open/village/", "/"))
    assert inside is not None
    assert outside is not None
    assert (inside.status, outside.status) == (200, 404)
    assert visit.requests[0] == root


def test_chinese_characters_are_drawn_and_not_boxes(page_at: PageAt) -> None:
    page = page_at(320, "light").page
    pictures = set()
    for character in "阳光社区":
        page.set_content(f'<p style="font-size: 40px">{character}</p>')
        pictures.add(page.screenshot())
    assert len(pictures) == len("阳光社区")


def test_the_nu_checker_names_file_and_line(nu: Nu, folder: Path) -> None:
    bad = folder / "bad.html"
    bad.write_text(with_body("<p><div></p>"), encoding="utf-8")
    assert nu(folder / "index.html") == ()
    errors = nu(bad)
    assert {(Path(error.path).name, error.line) for error in errors} == {("bad.html", 9)}


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("file:///srv/index.html", True),
        ("data:,", True),
        ("http://127.0.0.1:8000/", True),
        ("http://[::1]/", True),
        ("ws://localhost/", True),
        ("https://example.org/", False),
        ("http://127.0.0.1.example.org/", False),
        ("http://10.0.0.1/", False),
        ("//example.org/", False),
    ],
)
def test_only_this_machine_is_asked(url: str, here: bool) -> None:
    assert stays_here(url) is here


@pytest.mark.parametrize(
    ("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)]
)
def test_a_lacking_tool_fails_under_ci_and_skips_elsewhere(
    ci: str, outcome: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="MISSING: Spyglass"):
        need(Tool("Spyglass", lambda: None, (), "Buy one."))
