"""Photos in real Chromium: the right file, in a place kept for it, with and without script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.photographed import ALONE, photographed
from tests.browser.tools import Axe, PageAt, Scheme, Served
from tests.built import Site

UNIT = "small/dongmen/index.html"
PROJECT = "small/dongmen/projects/road/index.html"
UPDATES = tuple(
    f"small/dongmen/updates/2026-05-0{number}-{name}/index.html"
    for number, name in enumerate(ALONE, start=1)
)
WIDTHS = (320, 360, 440, 500, 639, 640, 800, 956, 957, 1152, 1600)
PHONE, PHONE_MARGIN = 540, 9  # up to here, and by so much, `sizes` may be off: see views/slots.py
FIRST_VIEW = 200_000

# For each picture: the width that the browser understood from `sizes`, and its box.
MEASURE = """
async () => {
  const found = [];
  for (const image of document.querySelectorAll('main img')) {
    image.loading = 'eager';
    await image.decode();
    const box = image.getBoundingClientRect();
    found.push([image.naturalWidth, box.width, box.height,
      Number(image.getAttribute('width')), Number(image.getAttribute('height'))]);
  }
  return found;
}
"""
WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) {
    const moved = one.sources.map(({node}) => (node?.outerHTML ?? node?.data ?? '').slice(0, 90));
    if (!one.hadRecentInput) window.shifts.push([one.value, one.startTime, ...moved]);
  }
}).observe({type: 'layout-shift', buffered: true});
"""


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return photographed(tmp_path_factory.mktemp("photos"))


def with_photos(site: Site) -> str:
    """The largest page of a project with photos."""
    pages = [
        page
        for page in sorted(site.folder.glob("*/*/projects/*/index.html"))
        if "<picture" in page.read_text("utf-8")
    ]
    largest = max(pages, key=lambda page: page.stat().st_size)
    return largest.relative_to(site.folder).as_posix()


@pytest.mark.parametrize("width", WIDTHS)
def test_sizes_is_true_and_no_picture_is_distorted_or_enlarged(
    shapes: Path, page_at: PageAt, width: int
) -> None:
    visit = page_at(width, "light")
    for name in (UNIT, PROJECT, *UPDATES):
        visit.page.goto((shapes / name).as_uri())
        for care in (False, True):
            visit.page.evaluate("on => document.documentElement.classList.toggle('care', on)", care)
            slack = PHONE_MARGIN if width < PHONE else 1
            for said, wide, high, own_width, own_height in visit.page.evaluate(MEASURE):
                assert abs(said - wide) <= slack, f"{name}: sizes says {said}, it is {wide}"
                assert wide <= own_width
                assert abs(wide * own_height / own_width - high) < 1
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.errors == []


def test_a_telephone_takes_the_small_avif_and_the_first_view_stays_within_200_kb(
    sample_site: Site, browser: Browser, served: Served
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, device_scale_factor=2)
    page = context.new_page()
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    page.goto(served(sample_site.folder) + with_photos(sample_site), wait_until="networkidle")
    transferred = sum(sizes)  # as served here: not compressed
    image = page.locator("main img").first
    image.scroll_into_view_if_needed()
    image.evaluate("image => image.decode()")
    assert image.evaluate("image => image.clientWidth") == 328
    assert image.evaluate("image => image.currentSrc").endswith("-640.avif")
    assert transferred <= FIRST_VIEW
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", [UNIT, PROJECT])
def test_nothing_moves_when_photos_arrive_late(
    shapes: Path, page_at: PageAt, served: Served, width: int, name: str
) -> None:
    page = page_at(width, "light").page
    late: list[Route] = []
    page.route("**/photos/*", lambda route: late.append(route))
    page.add_init_script(WATCH_SHIFTS)
    page.goto(served(shapes) + name, wait_until="domcontentloaded")
    page.wait_for_timeout(200)
    # No photo has come yet: a browser that is short of time paints what it has read so far.
    page.evaluate("shifts.length = 0")
    height = page.evaluate("document.documentElement.scrollHeight")
    for at in range(0, height, 400):
        page.evaluate("at => scrollTo({top: at, behavior: 'instant'})", at)
        page.wait_for_timeout(60)
        while late:
            late.pop().continue_()
    page.wait_for_timeout(200)
    assert page.evaluate("[...document.querySelectorAll('main img')].every(one => one.complete)")
    assert page.evaluate("shifts") == []
    # A smaller file has its height rounded to whole pixels: that much and no more.
    assert abs(page.evaluate("document.documentElement.scrollHeight") - height) <= 2


def test_only_the_first_photo_of_a_page_does_not_wait(shapes: Path, page_at: PageAt) -> None:
    page = page_at(360, "light").page
    for name in (UNIT, PROJECT, *UPDATES):
        page.goto((shapes / name).as_uri())
        first, *others = page.locator("main img").all()
        assert first.get_attribute("fetchpriority") == "high"
        assert first.get_attribute("loading") is None
        # The same photo may stand twice on a page; then it is there already.
        again = [one for one in others if one.get_attribute("loading") != "lazy"]
        assert {one.get_attribute("src") for one in again} <= {first.get_attribute("src")}


def test_the_colour_of_a_photo_is_painted_under_the_policy_of_the_page(
    shapes: Path, page_at: PageAt
) -> None:
    visit = page_at(360, "light")
    visit.page.goto((shapes / PROJECT).as_uri())
    picture = visit.page.locator("main picture").first
    painted = "one => { one.className = 'tone r2 g8 be'; return getComputedStyle(one).background }"
    assert picture.evaluate(painted).startswith("rgb(34, 136, 238)")
    assert visit.errors == []


def stands_beside(page: Page) -> bool:
    """Whether both pictures of the first pair are there in full, with no line across."""
    before, after = (page.locator(".pair").first.locator("img").nth(at) for at in (0, 1))
    one, other = before.bounding_box(), after.bounding_box()
    assert one is not None
    assert other is not None
    apart = other["x"] >= one["x"] + one["width"] or other["y"] >= one["y"] + one["height"]
    clip = after.locator("..").evaluate("one => getComputedStyle(one).clipPath")
    return apart and clip == "none"


@pytest.mark.parametrize("width", [360, 1280])
def test_without_script_both_pictures_of_a_pair_stand_and_nothing_asks_for_more(
    shapes: Path, page_at: PageAt, width: int
) -> None:
    page = page_at(width, "light", javascript=False).page
    page.goto((shapes / PROJECT).as_uri())
    assert stands_beside(page)
    for control in page.locator(".pair button, .pair input").all():
        assert not control.is_visible()
    assert page.locator(".pair").first.inner_text().count("同一位置拍摄") == 1
    assert page.locator(".pair figcaption").first.inner_text().startswith("之前 2026")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_pair_is_laid_one_over_the_other_by_keyboard(
    shapes: Path, page_at: PageAt, axe: Axe, width: int, scheme: Scheme
) -> None:
    page = page_at(width, scheme).page
    page.goto((shapes / PROJECT).as_uri())
    assert axe(page) == ()
    control = page.locator("[data-slide]").first
    box = control.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    control.focus()
    page.keyboard.press("Enter")
    assert control.get_attribute("aria-pressed") == "true"
    assert not stands_beside(page)
    page.keyboard.press("Tab")
    line = page.locator(".pair input").first
    assert line.evaluate("one => one === document.activeElement")
    assert line.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    cut = "one => getComputedStyle(one.closest('.pair')).getPropertyValue('--at')"
    assert line.evaluate(cut) == "0.5"
    page.keyboard.press("ArrowRight")
    assert line.evaluate(cut) == "0.51"
    assert axe(page) == ()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(media="print")
    assert stands_beside(page)
    page.emulate_media(media="screen")
    control.press("Enter")
    assert stands_beside(page)
    assert not line.is_visible()


def test_a_finger_moves_the_line(shapes: Path, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto((shapes / PROJECT).as_uri())
    page.locator("[data-slide]").first.tap()
    line = page.locator(".pair input").first
    line.scroll_into_view_if_needed()
    box = line.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] * 0.8, box["y"] + 30)
    assert int(line.input_value()) > 70
    context.close()
