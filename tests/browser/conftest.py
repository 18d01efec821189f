"""Fixtures of the browser tests: real Chromium, axe-core, a folder served on loopback.

Owns how the tools are driven. It does not know Sunlit: any page can be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright

from tests.browser.ensure import CHINESE_FONT, CHROMIUM
from tests.browser.tools import (
    Axe,
    PageAt,
    Scheme,
    Served,
    Violation,
    Visit,
    need,
    serve,
    stays_here,
)

ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A second net below `stays_here`: no name but this machine's is ever resolved.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]",
)
HEIGHT = 800
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")

RUN_AXE = """
async (tags) => {
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'],
  });
  return found.violations.map((violation) => ({
    rule: violation.id,
    impact: violation.impact ?? '',
    help: violation.help,
    targets: violation.nodes.map((node) => node.target.flat(Infinity).join(' ')),
  }));
}
"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = need(CHROMIUM)
    need(CHINESE_FONT)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield running
        running.close()


@pytest.fixture
def page_at(browser: Browser) -> Iterator[PageAt]:
    """Opens an empty page of a given width and colour scheme; go on with `visit.page.goto(…)`."""
    with ExitStack() as stack:

        def open_page(width: int, scheme: Scheme, javascript: bool = True) -> Visit:
            context = browser.new_context(
                viewport={"width": width, "height": HEIGHT},
                color_scheme=scheme,
                java_script_enabled=javascript,
                locale="zh-CN",
                service_workers="block",
            )
            stack.callback(context.close)
            visit = Visit(context.new_page())
            _watch(visit)
            return visit

        yield open_page


def _watch(visit: Visit) -> None:
    def guard(route: Route) -> None:
        url = route.request.url
        if stays_here(url):
            route.continue_()
        else:
            visit.refused.append(url)
            route.abort("blockedbyclient")

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            visit.errors.append(message.text)

    context = visit.page.context
    context.route("**/*", guard)
    context.on("console", hear)
    context.on("weberror", lambda problem: visit.errors.append(str(problem.error)))
    context.on("request", lambda request: visit.requests.append(request.url))
    visit.page.on("websocket", lambda socket: visit.requests.append(socket.url))


@pytest.fixture(scope="session")
def axe() -> Axe:
    """Runs axe-core's WCAG 2.2 A and AA rules on a page, frames included."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

    def run(page: Page) -> tuple[Violation, ...]:
        # Without script a promise is never kept, so axe would never answer.
        if page.evaluate("matchMedia('(scripting: none)').matches"):
            raise ValueError("axe needs a page with javascript=True")
        # Evaluated, not inserted: a page's own Content-Security-Policy stays in force.
        for frame in page.frames:
            frame.evaluate(script)
        found = page.evaluate(RUN_AXE, list(WCAG))
        return tuple(
            Violation(each["rule"], each["impact"], each["help"], tuple(each["targets"]))
            for each in found
        )

    return run


@pytest.fixture
def served() -> Iterator[Served]:
    """Serves a folder until the test ends; the answer is the address of its root."""
    with ExitStack() as stack:

        def start(folder: Path, base: str = "/") -> str:
            return stack.enter_context(serve(folder, base))

        yield start
