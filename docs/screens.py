"""The pictures of the documentation, made from the built site: `make screens`.

Owns which pages are pictured, how wide, how much of them. Builds the repository's content and an
invented district in a temporary folder, opens the pages from the disk, and writes `docs/screens/`.
A page that is not there is named at the end, and its old picture stays.
"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run as a script, from any folder

from sunlit.app.build import build
from sunlit.app.check import check
from sunlit.app.root import Root
from sunlit.app.sample import write_sample
from sunlit.report import Lang, text
from sunlit.sample import AS_OF, SampleSpec
from tests.browser.ensure import CHROMIUM, missing

SCREENS = ROOT / "docs" / "screens"
COLOURS = 128
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the page's path in a site, its size in CSS pixels.

    `start` is what the picture begins with, when not the page; `part` is all that is on it.
    """

    name: str
    site: str
    page: str
    width: int
    height: int
    scale: int = 1
    start: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Pictured:
    """A page that is pictured narrow and wide, with the height of both."""

    name: str
    site: str
    page: str
    narrow: int = 960
    wide: int = 860
    start: str = ""


REAL, SAMPLE, CHECKED = "real", "sample", "checked"
PAGES = (
    Pictured("home", REAL, "index.html"),
    Pictured("area", REAL, "xindu/index.html"),
    Pictured(
        "matrix", REAL, "xindu/seven-colours/index.html", start="section[aria-labelledby=units]"
    ),
    Pictured("village", REAL, "tashui/baiyang/index.html"),
    Pictured("project", REAL, "tashui/baiyang/projects/village-road/index.html", narrow=1200),
    Pictured("ledger", REAL, "tashui/ledger/index.html", narrow=1200),
    Pictured("lists", SAMPLE, "qingchuan/tangram/lists/2026-q3/index.html", 1600, 1300),
)
LANES = "qingchuan/rongdang/projects/street-lamps/index.html"
PAIR = "qingchuan/chunwei/projects/lane-surface/index.html"
SHOTS = (
    *(Shot(f"{x.name}-360", x.site, x.page, 360, x.narrow, 2, x.start) for x in PAGES),
    *(Shot(f"{x.name}-1280", x.site, x.page, 1280, x.wide, 1, x.start) for x in PAGES),
    Shot("changed", SAMPLE, LANES, 720, 420, part="section[aria-labelledby=changes]"),
    Shot("before-after", SAMPLE, PAIR, 720, 640, part=".pair"),
    Shot("check", CHECKED, "check.html", 860, 900, part="main"),
)

# What an author might get wrong in a hurry, in two files of the invented district.
UNITS = "content/communities/qingchuan"
LAMPS = f"{UNITS}/rongdang/projects/street-lamps.md"
LANE = f"{UNITS}/chunwei/projects/lane-surface.md"
SLIPS = (
    (LAMPS, "status: completed", "statsu: completed"),
    (LAMPS, "due: 2026-06-06, done: 2026-07-13", "due: 2026年6月, done: 2026-07-13"),
    (LAMPS, "planned: 75万 CNY", "planned: 750,000 CNY"),
    (LAMPS, "value: 555}", "value: 约555余}"),
    (LANE, "source: handover-2026", "source: handover-2025"),
)


def prepare(folder: Path) -> dict[str, Path]:
    """The sites to look at, each built into its folder."""
    write_sample(folder / "trial", SampleSpec(24, 1, 12, 1))
    sites = {REAL: folder / "real", SAMPLE: folder / "sample", CHECKED: folder / "checked"}
    for root, out in ((ROOT, sites[REAL]), (folder / "trial", sites[SAMPLE])):
        built = build(Root(root), out, as_of=AS_OF)
        if built.published is None:
            raise SystemExit(text.render(built.found, lang=Lang.EN, source_of=lambda _: None))
    shutil.copytree(folder / "trial", folder / "slips")
    sites[CHECKED].mkdir()
    (sites[CHECKED] / "check.html").write_text(checked(folder / "slips"), encoding="utf-8")
    return sites


def checked(root: Path) -> str:
    """What `check` prints for files with mistakes, as a page that looks like a terminal."""
    for name, right, wrong in SLIPS:
        content = (root / name).read_text(encoding="utf-8")
        if right not in content:
            raise SystemExit(f"{name} has no {right!r}: choose other slips")
        (root / name).write_text(content.replace(right, wrong, 1), encoding="utf-8")

    def source_of(name: str) -> str:
        return (root / name).read_text(encoding="utf-8")

    told = text.render(check(Root(root), as_of=AS_OF), lang=Lang.ZH, source_of=source_of)
    return (
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>'
        "body{margin:0;background:#fff}main{padding:20px 24px;background:#fbfaf7;color:#1d1d1b}"
        'pre{margin:0;font:14px/1.6 "Noto Sans Mono CJK SC",monospace;white-space:pre-wrap}'
        "</style><main><pre>"
        f"<b>$ make check</b>\n\n{escape(told.strip())}</pre></main></html>"
    )


def picture(browser: Browser, shot: Shot, page: Path) -> bytes:
    """One page or a part of it, as PNG."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        device_scale_factor=shot.scale,
        color_scheme="light",
        reduced_motion="reduce",
        locale="zh-CN",
        offline=True,
    )
    opened = context.new_page()
    opened.goto(page.as_uri())
    opened.evaluate("document.fonts.ready")
    if shot.start:
        opened.locator(shot.start).evaluate("element => element.scrollIntoView()")
    if not shot.part:
        taken = opened.screenshot()
    else:
        part = opened.locator(shot.part).first
        part.scroll_into_view_if_needed()
        for one in part.locator("img").all():
            one.evaluate("image => image.decode()")
        taken = part.screenshot()
    context.close()
    return taken


def smaller(png: bytes, *, most: int) -> bytes:
    """The same picture with a palette, cut off below `most` pixels."""
    with Image.open(io.BytesIO(png)) as opened:
        image = opened.convert("RGB")
    image = image.crop((0, 0, image.width, min(image.height, most)))
    quantised = image.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    quantised.save(out, "PNG", optimize=True)
    return out.getvalue()


def take(browser: Browser, sites: dict[str, Path]) -> Iterator[str]:
    """Write every picture; the names of the pages that are not there."""
    for shot in SHOTS:
        page = sites[shot.site] / shot.page
        if not page.is_file():
            yield f"{shot.name}: {shot.site}/{shot.page}"
            continue
        png = smaller(picture(browser, shot, page), most=shot.height * shot.scale)
        (SCREENS / f"{shot.name}.png").write_bytes(png)


def main() -> None:
    """Take every picture; exit with 1 when a page was not there."""
    chromium = CHROMIUM.find()
    if chromium is None:
        raise SystemExit(missing(CHROMIUM))
    SCREENS.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        sites = prepare(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        absent = list(take(browser, sites))
        browser.close()
    total = sum(one.stat().st_size for one in SCREENS.glob("*.png"))
    print(f"{len(SHOTS) - len(absent)} pictures, {total / 1_000_000:.1f} MB in docs/screens/")
    if absent:
        raise SystemExit("no such page:\n  " + "\n  ".join(absent))


if __name__ == "__main__":
    main()
