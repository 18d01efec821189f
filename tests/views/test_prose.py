"""Markdown bodies as prose: links between files become links between pages."""

from __future__ import annotations

import pytest

from sunlit.diagnostics import Span
from sunlit.model.project import Project
from sunlit.source.located import Located
from sunlit.source.tree import Null
from sunlit.views.prose import page_link, parts_of, pictured, prose_of
from tests.rules.units import project
from tests.views.making import edition
from tests.views.pictured import picture

BASE = "content/communities/xindu/shuanglong"
PATH = f"{BASE}/projects/village-road.md"
ROOT = "../../../../"
ZH = edition().scene("xindu", "shuanglong", "projects", "village-road")
EN = edition(code="en").scene("xindu", "shuanglong", "projects", "village-road")


def located(body: str) -> Located[Project]:
    return Located("village-road", project("title: 路\n"), PATH, Null(Span(PATH)), body, 4)


def html(body: str) -> str:
    prose = prose_of(ZH, located(body))
    return str(prose.html) if prose else ""


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ("drains.md", f"{ROOT}xindu/shuanglong/projects/drains/index.html"),
        ("../index.md", f"{ROOT}xindu/shuanglong/index.html"),
        ("../../area.md", f"{ROOT}xindu/index.html"),
        ("../../../wuhou/area.md", f"{ROOT}wuhou/index.html"),
        (
            "../updates/2026-11-07-a.md#灯",
            f"{ROOT}xindu/shuanglong/updates/2026-11-07-a/index.html#%E7%81%AF",
        ),
        ("../../../../frameworks/seven.yaml", f"{ROOT}frameworks/seven/index.html"),
        ("https://example.org/a.md", "https://example.org/a.md"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("#来源", "#来源"),
    ],
)  # fmt: skip
def test_a_link_to_a_file_of_the_content_leads_to_its_page(link: str, href: str) -> None:
    assert page_link(ZH, PATH, link) == href


def test_a_link_stays_in_the_language_of_the_page() -> None:
    assert page_link(EN, PATH, "../index.md") == f"{ROOT}../en/xindu/shuanglong/index.html"


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("content/communities/xindu/area.md", ("xindu",)),
        (f"{BASE}/index.md", ("xindu", "shuanglong")),
        (f"{BASE}/", ("xindu", "shuanglong")),
        (PATH, ("xindu", "shuanglong", "projects", "village-road")),
        ("content/communities/xindu/reports/2026-w46.md", ("xindu", "reports", "2026-w46")),
        ("content/catalogue.yaml", None),
        ("../../etc/passwd", None),
        ("site.toml", None),
    ],
)
def test_a_file_has_its_page_or_none(path: str, parts: tuple[str, ...] | None) -> None:
    assert parts_of(path) == parts


def test_a_body_without_words_is_no_prose() -> None:
    assert prose_of(ZH, located(" \n\n")) is None


def test_prose_is_marked_with_its_language_where_the_page_has_another() -> None:
    one, other = prose_of(ZH, located("路。")), prose_of(EN, located("路。"))
    assert one is not None
    assert other is not None
    assert (one.lang, other.lang) == ("", "zh-CN")


@pytest.mark.parametrize(
    "body", ["<script>alert(1)</script>", "{{7*7}}", "[a](javascript:alert(1))", "&lt;b&gt;"]
)
def test_nothing_in_a_body_becomes_markup_or_code(body: str) -> None:
    told = html(body)
    assert "<script" not in told
    assert 'href="javascript:' not in told
    assert "49" not in told
    assert "<b>" not in told


def test_a_picture_of_the_unit_is_shown_at_its_published_place_and_size() -> None:
    body = located("![村口“桥”](../photos/bridge.jpg)")
    assert [*pictured(body)] == ["bridge.jpg"]
    prose = prose_of(ZH, body, pictures={"bridge.jpg": picture(1280, 960, tone="tone r1 g2 b3")})
    assert prose is not None
    sizes = "(min-width: 696px) 640px, (min-width: 500px) 92vw, calc(100vw - 40px)"
    assert str(prose.html).strip() == (
        '<p><picture class="picture alone tone r1 g2 b3">'
        f'<source type="image/avif" srcset="../0a.avif 1280w" sizes="{sizes}">'
        f'<img src="../0a.jpg" srcset="../0a.jpg 1280w" sizes="{sizes}" width="1280" height="960"'
        ' alt="村口“桥”" loading="lazy" decoding="async"></picture></p>'
    )


def test_the_first_picture_of_a_page_is_not_lazy() -> None:
    body = located("![桥](../photos/bridge.jpg)")
    prose = prose_of(ZH, body, pictures={"bridge.jpg": picture(640, 480, eager=True)})
    assert prose is not None
    assert "lazy" not in prose.html
    assert 'fetchpriority="high"' in prose.html


def test_a_picture_that_is_not_published_leaves_its_words() -> None:
    told = html("![村口<桥>](../photos/bridge.jpg)")
    assert "<img" not in told
    assert "村口&lt;桥&gt;" in told
