"""Promise 5, what is missing is shown as missing, and coverage is itself a figure."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.built import Site

REAL = Path(__file__).parents[2] / "content" / "communities"


def registered(area: str) -> list[str]:
    with (REAL / area / "register.csv").open(encoding="utf-8", newline="") as file:
        return [row["slug"] for row in csv.DictReader(file)]


@pytest.mark.parametrize("area", ["xindu", "chencang", "nanxiang"])
def test_every_registered_unit_has_a_page_and_an_empty_one_says_so(
    real_site: Site, area: str
) -> None:
    for slug in registered(area):
        there = any((REAL / area / slug).glob("**/*.md"))
        for prefix, words in (
            ("", "这里还没有公布任何社区工作"),
            ("en/", "No work has been published here yet"),
        ):
            text = real_site.page(f"{prefix}{area}/{slug}/").text
            assert (words in text) is not there, slug


@pytest.mark.parametrize("area", ["xindu", "chencang"])
def test_coverage_is_a_published_figure_and_counts_the_register(real_site: Site, area: str) -> None:
    figures = real_site.page(f"{area}/").figures
    slugs = registered(area)
    published = [slug for slug in slugs if any((REAL / area / slug).glob("**/*.md"))]
    assert figures[f"{area}/units/count"][0] == str(len(slugs))
    assert figures[f"{area}/coverage/published"][0] == str(len(published))


def test_a_missing_figure_says_so_has_no_value_and_is_never_a_zero(real_site: Site) -> None:
    missing = re.compile(r'<span class="missing"([^>]*)>(.*?)</span>')
    seen = 0
    for name, page in real_site.pages.items():
        words = {"Not published"} if name.startswith("en/") else {"未公布"}
        for attributes, text in missing.findall(page.source):
            if "data-figure" in attributes:
                seen += 1
                assert text in words, name
                assert "value=" not in attributes
    assert seen > 100


def test_no_figure_of_an_empty_unit_is_a_zero(real_site: Site) -> None:
    for slug in registered("xindu"):
        if not any((REAL / "xindu" / slug).glob("**/*.md")):
            figures = real_site.page(f"xindu/{slug}/").figures
            own = {id: value for id, (value, _) in figures.items() if f"/{slug}/" in id}
            assert not [id for id, value in own.items() if value == "0"], slug


def test_disclosure_that_is_due_and_was_not_made_is_counted_and_named(sample_site: Site) -> None:
    (page,) = [
        page for name, page in sample_site.pages.items()
        if re.fullmatch(r"[a-z]+/disclosure/index\.html", name)
    ]  # fmt: skip
    assert "缺" in page.text
    assert any("disclosure" in id for id in page.figures)
