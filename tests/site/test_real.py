"""The repository's own content: every published figure stands on its page with its source."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from tests.built import Parsed, Site

FIGURES = Path(__file__).resolve().parents[1] / "content" / "figures.csv"
QUALIFIERS = {
    "over": "超过",
    "nearly": "近",
    "about": "约",
    "at-least": "至少",
    "at-most": "至多",
}


def published() -> list[dict[str, str]]:
    with FIGURES.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["figure"]]


def home_of(site: Site, figure: str) -> Parsed:
    """The page on which a figure has its anchor."""
    homes = [page for name, page in site.pages.items() if figure in page.ids and name[:3] != "en/"]
    assert len(homes) == 1, f"{figure} is at home on {len(homes)} pages"
    return homes[0]


@pytest.mark.parametrize("row", published(), ids=lambda row: row["figure"])
def test_a_published_figure_stands_on_its_page(real_site: Site, row: dict[str, str]) -> None:
    page = home_of(real_site, row["figure"])
    value, text = page.figures[row["figure"]]
    assert Decimal(value) == Decimal(row["value"])
    assert text.strip().startswith(QUALIFIERS.get(row["qualifier"], ""))
    if row["qualifier"] in ("", "exact"):
        assert not any(text.strip().startswith(word) for word in QUALIFIERS.values())
    assert any(id.startswith("source-") for id in page.ids), "the page names no source"


def test_the_184_units_of_xindu_each_have_a_page_in_both_languages(real_site: Site) -> None:
    with (Path(__file__).parents[2] / "content/communities/xindu/register.csv").open() as file:
        slugs = [row["slug"] for row in csv.DictReader(file)]
    assert len(slugs) == 184
    for slug in slugs:
        assert f"xindu/{slug}/index.html" in real_site.pages
        assert f"en/xindu/{slug}/index.html" in real_site.pages


def test_no_page_of_real_content_says_that_it_is_invented(real_site: Site) -> None:
    assert all("虚构示例" not in page.text for page in real_site.pages.values())


def test_every_page_of_the_sample_says_that_it_is_invented(sample_site: Site) -> None:
    for name, page in sample_site.pages.items():
        word = "Invented" if name.startswith("en/") else "虚构示例"
        assert word in page.text, name


def test_the_published_share_of_chencang_is_said_not_to_add_up(real_site: Site) -> None:
    text = real_site.page("chencang/four-types/").text
    assert "93.7" in text
    assert "93.75" in text


def test_a_unit_without_content_says_so(real_site: Site) -> None:
    silent = [
        name
        for name, page in real_site.pages.items()
        if name.startswith("xindu/") and "还没有公布的内容" in page.text
    ]
    assert len(silent) == 184 - 5
