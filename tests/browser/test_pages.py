"""Every kind of page in real Chromium: accessible, silent, at home, whole at 320 px."""

from __future__ import annotations

import re

import pytest

from tests.browser.tools import Axe, Nu, PageAt, Scheme
from tests.built import Site

NARROW = 320
KIND = re.compile(r'<body class="page-([a-z-]+)"')

# The kinds of section 5 of the design; a page of a new kind joins the tests by standing here.
KINDS = (
    *("home", "area", "street", "ledger", "framework", "dimension", "lists", "method"),
    *("reports", "report", "disclosure", "disclosure-item", "changes", "services"),
    *("unit", "project", "update"),
    *("about", "accessibility", "lost", "downloads"),
)


def largest_of_each_kind(site: Site, locale: str) -> dict[str, str]:
    """The longest page of every kind in a language, which is the one most likely to break."""
    found: dict[str, str] = {}
    for name, page in site.pages.items():
        kind = KIND.search(page.source)
        if kind is None or name.startswith("en/") is not (locale == "en"):
            continue
        best = found.get(kind[1])
        if best is None or len(page.source) > len(site.pages[best].source):
            found[kind[1]] = name
    return found


def test_every_kind_of_page_is_known_to_these_tests(sample_site: Site) -> None:
    kinds = {found[1] for page in sample_site.pages.values() if (found := KIND.search(page.source))}
    assert kinds == {*KINDS, "moved"}  # a moved page sends the browser on: its own test


def whole_and_silent(visit_at: PageAt, axe: Axe, url: str, *, width: int, scheme: Scheme) -> None:
    visit = visit_at(width, scheme)
    visit.page.goto(url)
    assert visit.errors == []
    assert visit.refused == []
    wide = visit.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, f"the page is {wide} px wide"
    assert axe(visit.page) == ()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["zh-CN", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible_silent_and_whole_at_320_px(
    sample_site: Site,
    real_site: Site,
    page_at: PageAt,
    axe: Axe,
    kind: str,
    locale: str,
    scheme: Scheme,
) -> None:
    if kind == "lost" and locale == "en":
        pytest.skip("404.html speaks both languages in one page")
    # Of a site that knows its address, the links of 404.html begin at the root of its server.
    site = real_site if kind == "lost" else sample_site
    url = (site.folder / largest_of_each_kind(site, locale)[kind]).as_uri()
    whole_and_silent(page_at, axe, url, width=NARROW, scheme=scheme)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "xindu/index.html",
        "xindu/seven-colours/index.html",
        "xindu/shuanglong/index.html",
        "tashui/baiyang/index.html",
        "tashui/index.html",
        "chengdu/index.html",
        "chencang/four-types/index.html",
        "nanxiang/index.html",
        "frameworks/four-types/index.html",
        "en/tashui/baiyang/index.html",
    ],
)
def test_a_page_of_the_real_content_is_accessible_and_whole(
    real_site: Site, page_at: PageAt, axe: Axe, name: str, scheme: Scheme
) -> None:
    url = (real_site.folder / name).as_uri()
    whole_and_silent(page_at, axe, url, width=NARROW, scheme=scheme)


@pytest.mark.parametrize("kind", ["home", "unit", "ledger", "framework", "lists", "project"])
def test_large_print_keeps_the_page_whole_and_its_targets_large(
    sample_site: Site, page_at: PageAt, axe: Axe, kind: str
) -> None:
    visit = page_at(NARROW, "light")
    page = visit.page
    page.goto((sample_site.folder / largest_of_each_kind(sample_site, "zh-CN")[kind]).as_uri())
    page.click("[data-toggle=care]")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "24px"
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    toggle = page.locator("[data-toggle=care]").bounding_box()
    assert toggle is not None
    assert toggle["height"] >= 60
    assert axe(page) == ()


LEDGER_LINES = """() => [...document.querySelectorAll('.ledger tbody tr')].map(row =>
    [...row.querySelectorAll('td[data-label]')].map(cell => ({
        none: cell.classList.contains('none'),
        shown: cell.offsetHeight > 0,
        top: cell.offsetTop,
        gap: row.getBoundingClientRect().right
            - cell.lastElementChild.getBoundingClientRect().right,
    })))"""


@pytest.mark.parametrize("width", [NARROW, 360])
@pytest.mark.parametrize("kind", ["unit", "ledger", "dimension"])
def test_in_large_print_each_number_of_a_ledger_has_its_own_line(
    sample_site: Site, page_at: PageAt, kind: str, width: int
) -> None:
    page = page_at(width, "light").page
    page.goto((sample_site.folder / largest_of_each_kind(sample_site, "zh-CN")[kind]).as_uri())
    page.click("[data-toggle=care]")
    rows = page.evaluate(LEDGER_LINES)
    assert rows
    for row in rows:
        shown = [cell for cell in row if cell["shown"]]
        assert len({cell["top"] for cell in shown}) == len(shown)
        assert all(abs(cell["gap"]) < 1 for cell in shown)
        assert not any(cell["none"] for cell in shown)


def test_large_print_is_remembered_on_the_next_page(sample_site: Site, page_at: PageAt) -> None:
    page = page_at(NARROW, "light").page
    page.goto((sample_site.folder / "index.html").as_uri())
    page.click("[data-toggle=care]")
    page.goto((sample_site.folder / "about/index.html").as_uri())
    assert page.evaluate("document.documentElement.classList.contains('care')")


@pytest.mark.parametrize("kind", KINDS)
def test_without_script_every_fact_is_still_there(
    sample_site: Site, page_at: PageAt, kind: str
) -> None:
    name = largest_of_each_kind(sample_site, "zh-CN")[kind]
    url = (sample_site.folder / name).as_uri()
    bare, scripted = page_at(1280, "light", javascript=False).page, page_at(1280, "light").page
    bare.goto(url)
    scripted.goto(url)
    figures = "all => all.filter(one => one.checkVisibility()).map(one => one.textContent)"
    shown = scripted.eval_on_selector_all("main data", figures)
    assert bare.locator("main data").count() == len(shown)
    facts = "main h1, main h2, main h3, main td, main dd, main li"
    assert bare.locator(facts).count() >= scripted.locator(facts).count()


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_reaches_the_content_first(
    sample_site: Site, page_at: PageAt, kind: str
) -> None:
    page = page_at(1280, "light").page
    page.goto((sample_site.folder / largest_of_each_kind(sample_site, "zh-CN")[kind]).as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_filter_works_without_script_as_with_it(sample_site: Site, page_at: PageAt) -> None:
    area = next(name for name in sample_site.pages if name.endswith("/ledger/index.html"))
    url = (sample_site.folder / area).as_uri()
    selector = '[data-filter="status"] a >> nth=1'
    bare = page_at(1280, "light", javascript=False).page
    bare.goto(url)
    bare.click(selector)
    followed = bare.locator("table.ledger tbody tr").count()
    scripted = page_at(1280, "light").page
    scripted.goto(url)
    total = scripted.locator("table.ledger tbody tr").count()
    scripted.click(selector)
    rows = scripted.locator("table.ledger tbody tr")
    visible = sum(rows.nth(at).is_visible() for at in range(rows.count()))
    assert 0 < visible == followed < total


def test_typing_pinyin_initials_finds_a_community(real_site: Site, page_at: PageAt) -> None:
    page = page_at(360, "light").page
    page.goto((real_site.folder / "index.html").as_uri())
    page.fill("[data-finder] input", "shuanglong")
    shown = page.locator("[data-key]:visible")
    assert shown.count() >= 1
    assert "双龙" in " ".join(shown.all_text_contents())


def test_the_first_view_fits_the_budget(real_site: Site, page_at: PageAt) -> None:
    visit = page_at(360, "light")
    visit.page.goto((real_site.folder / "tashui/baiyang/index.html").as_uri())
    loaded = {url for url in visit.requests if not url.startswith("data:")}
    assert {url.rsplit("/", 1)[-1] for url in loaded} <= {
        "index.html",
        "sunlit.css",
        "sunlit.js",
        "icon.svg",
    }


@pytest.mark.parametrize("name", ["real_site", "sample_site"])
def test_the_nu_checker_finds_no_error(request: pytest.FixtureRequest, nu: Nu, name: str) -> None:
    site: Site = request.getfixturevalue(name)
    chosen = {
        site.folder / page
        for locale in ("zh-CN", "en")
        for page in largest_of_each_kind(site, locale).values()
    }
    assert nu(*sorted(chosen))[:10] == ()


def test_a_former_address_leads_to_the_page_itself(sample_site: Site, page_at: PageAt) -> None:
    name = largest_of_each_kind(sample_site, "zh-CN")["moved"]
    page = page_at(360, "light").page
    page.goto((sample_site.folder / name).as_uri())
    page.wait_for_url(lambda url: not url.endswith(name))
    assert page.locator("body.page-moved").count() == 0
    assert page.locator("h1").inner_text() in sample_site.pages[name].text
