"""Disclosure: measured where an area takes part, and not where it does not."""

from __future__ import annotations

import re

from tests.built import Site


def test_an_area_that_does_not_take_part_is_measured_by_nothing(real_site: Site) -> None:
    page = real_site.page("xindu/disclosure/")
    assert "没有按目录统计" in page.text
    assert page.figures == {}
    assert "公开依据" in page.text


def test_the_catalogue_has_the_columns_of_the_customary_table(real_site: Site) -> None:
    columns = "序号公开事项公开依据公开时限公开主体公开渠道公开层级"
    assert columns in real_site.page("xindu/disclosure/").text.replace(" ", "")


def test_coverage_and_timeliness_are_exact_shares_of_what_was_due(sample_site: Site) -> None:
    figures = sample_site.page("qingchuan/disclosure/").figures
    due, published, late, missing = (
        int(figures[f"qingchuan/disclosure/{name}"][0])
        for name in ("due", "published", "late", "missing")
    )
    assert due == published + missing
    for name, part in (("coverage", published), ("timeliness", published - late)):
        exact = figures[f"qingchuan/disclosure/{name}"][0]
        top, _, bottom = exact.partition("/")
        assert abs(float(top) / float(bottom or 1) - 100 * part / due) < 1e-9


def test_every_item_has_a_page_with_its_earlier_periods(sample_site: Site) -> None:
    links = [one["href"] for one in sample_site.page("qingchuan/disclosure/").all("a")]
    way = re.compile(r"\.\./\.\./qingchuan/disclosure/([^/]+)/index\.html")
    items = {found[1] for one in links if (found := way.fullmatch(one))}
    assert "accounts" in items
    for item in items:
        assert f"qingchuan/disclosure/{item}/index.html" in sample_site.pages


def test_a_state_is_said_in_words_not_by_colour_alone(sample_site: Site) -> None:
    page = sample_site.page("qingchuan/disclosure/accounts/")
    for kind, word in (("published", "按时"), ("late", "迟"), ("missing", "缺")):
        assert f'<span class="mark {kind}">{word}' in page.source
