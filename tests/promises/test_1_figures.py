"""Promise 1, a figure is a thing: no number with a unit reaches a page as loose text.

What stands outside `<data>` all the same is listed here, with the reason.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import pytest

from sunlit.model.units import UNITS
from tests.built import Site
from tests.promises.reading import Shown, pages_of, texts_of

# Words that also count days of lateness, places in a ranking, boxes, repetitions and rules; a
# sentence may use them as a person does. All others measure.
COUNTING = frozenset(["个", "次", "天", "年", "分", "位", "名", "组", "件", "条", "%"])
LARGE = ("万元", "亿元", "million yuan", "billion yuan")
WORDS = sorted(
    {word for unit in UNITS if unit.id not in COUNTING for word in (unit.zh, unit.en, unit.en_many)}
    | set(LARGE),
    key=len,
    reverse=True,
)
MEASURED = re.compile(
    r"[0-9][0-9,.]*\s?(?:"
    + "|".join(re.escape(word) + ("(?![A-Za-z])" if word[-1].isascii() else "") for word in WORDS)
    + ")"
)


def allowed(shown: Shown) -> str:
    """Why a text may hold a measured number outside `<data>`; empty when it may not."""
    reasons = {
        "the drawing's numbers once more, in the table below it": shown.within("figure"),
        "a drawing": shown.within("svg"),
        "a recorded step, as it was recorded: was, now": shown.has_class("step"),
        "the first promise, beside today's figure": shown.within("s"),
        "a plan in the small line below its figure": shown.has_class("context"),
        "words of the author": shown.has_class("prose", "why", "note", "soft", "said"),
        "a date": shown.within("time"),
        "the page quoted": shown.has_class("cite", "citation"),
        "how a rule reads, on the page of the method": shown.has_class("rule", "reasons", "lines"),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


@pytest.fixture(params=["real_site", "sample_site"])
def site(request: pytest.FixtureRequest) -> Site:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Site)
    return found


@lru_cache(maxsize=4)
def written(root: Path) -> str:
    """Everything that authors wrote, on one line."""
    texts = [
        path.read_text("utf-8")
        for path in sorted((root / "content").rglob("*"))
        if path.suffix in (".md", ".yaml", ".csv")
    ]
    return " ".join(" ".join(texts).split())


def root_of(site: Site) -> Path:
    sample = site.folder.with_name("sample-root")
    return sample if site.folder.name == "sample" else Path(__file__).parents[2]


def test_no_measured_number_with_a_unit_is_loose_text(site: Site) -> None:
    own = written(root_of(site))
    loose: Counter[str] = Counter()
    for name, source in pages_of(site.folder):
        for shown in texts_of(source):
            if not shown.within("main") or shown.within("data", "title"):
                continue
            text = " ".join(shown.text.split())
            for found in MEASURED.finditer(text):
                if not allowed(shown) and text not in own and found[0] not in own:
                    loose[f"{name}: {text[:80]}"] += 1
    assert list(loose)[:10] == []


def test_a_measured_number_that_is_loose_would_be_found() -> None:
    (shown,) = texts_of("<main><p>加宽 4.5 公里，花了 120 万元</p></main>")
    assert [found[0] for found in MEASURED.finditer(shown.text)] == ["4.5 公里", "120 万元"]
    assert not allowed(shown)
    assert not MEASURED.search("2026年11月21日，第 3 名，改过 2 次，3 kmh")


DATA = re.compile(r"<data\b([^>]*)>(.*?)</data>", re.DOTALL)


def test_every_figure_has_an_id_a_value_that_is_a_number_and_a_text(site: Site) -> None:
    wrong = []
    for name, source in pages_of(site.folder):
        for attributes, inner in DATA.findall(source):
            id = re.search(r'data-figure="([^"]+)"', attributes)
            value = re.search(r'value="([^"]*)"', attributes)
            text = re.sub(r"<[^>]+>", "", inner).strip()
            # A score is given as it was given: a grade has no number.
            given = id is not None and "/scores/" in id[1]
            if id is None or value is None or not text:
                wrong.append(f"{name}: {attributes}")
            elif not given:
                try:
                    Fraction(value[1])
                except ValueError:
                    wrong.append(f"{name}: {attributes}")
    assert wrong[:10] == []


def test_a_figure_reads_as_its_value_says(site: Site) -> None:
    """The digits shown are those of the value, rounded at most, in the unit's size."""
    sizes = {"万元": 10**4, "亿元": 10**8, "million yuan": 10**6, "billion yuan": 10**9}
    wrong = []
    for name, page in site.pages.items():
        for id, (value, text) in page.figures.items():
            if "/scores/" in id or not re.fullmatch(r"-?[0-9./]+", value):
                continue
            shown = re.search(r"[−-]?[0-9][0-9,]*(?:\.[0-9]+)?", text)
            if shown is None and Fraction(value) == 0:
                continue  # a word for nothing: 免费, free of charge
            if shown is None:
                wrong.append(f"{name}: {id}: {text}")
                continue
            number = Fraction(shown[0].replace(",", "").replace("−", "-"))
            size = next((size for word, size in sizes.items() if word in text), 1)
            places = len(shown[0].partition(".")[2])
            step = Fraction(size, 10 ** max(places, 2 if size > 1 else 0))
            if abs(number * size - Fraction(value)) > step:
                wrong.append(f"{name}: {id}: {value} reads {text}")
    assert wrong[:10] == []


def test_a_figure_is_anchored_once_in_the_site_of_a_language(site: Site) -> None:
    homes: Counter[tuple[bool, str]] = Counter()
    for name, page in site.pages.items():
        figures = {one["data-figure"] for tag, one in page.elements if "data-figure" in one
                   and one.get("id") == one["data-figure"]}  # fmt: skip
        homes.update((name.startswith("en/"), figure) for figure in figures)
    assert [figure for (_, figure), count in homes.items() if count > 1][:10] == []


def test_every_figure_that_a_page_shows_is_at_home_on_some_page_or_computed(site: Site) -> None:
    """A journalist who links to a figure still finds it: stated figures have one permalink."""
    homes = {id for page in site.pages.values() for id in page.ids}
    stated = re.compile(r"/(planned|done|spent)(@[0-9a-z-]+)?$")
    homeless = {
        id
        for name, page in site.pages.items()
        if not name.startswith("en/")
        for id in page.figures
        if stated.search(id) and re.search(r"/(quantities|figures)/", id) and id not in homes
    }
    assert sorted(homeless)[:10] == []
