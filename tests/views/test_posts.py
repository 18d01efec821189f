"""Reports and updates: each on its own page, and wherever it is of interest."""

from __future__ import annotations

import json
import re
from itertools import pairwise

from tests.built import Site


def reports(site: Site) -> list[tuple[str, list[str]]]:
    data = json.loads((site.folder / "qingchuan/data.json").read_text(encoding="utf-8"))
    return [(one["id"], one["record"].get("units", [])) for one in data["reports"]]


def test_the_list_of_reports_is_newest_first_and_complete(sample_site: Site) -> None:
    page = sample_site.page("qingchuan/reports/")
    listed = re.findall(
        r'</time> <a href="\.\./\.\./qingchuan/reports/([^/"]+)/index\.html"', page.source
    )
    assert listed == [id for id, _ in reports(sample_site)]
    assert listed == sorted(listed, reverse=True)


def test_a_unit_lists_exactly_the_reports_that_speak_of_it(sample_site: Site) -> None:
    for slug in {unit for _, units in reports(sample_site) for unit in units}:
        source = sample_site.page(f"qingchuan/{slug}/").source
        listed = re.findall(r'href="\.\./\.\./qingchuan/reports/([^/"]+)/index\.html"', source)
        assert set(listed) == {id for id, units in reports(sample_site) if slug in units}


def test_the_figures_of_a_report_have_their_permalinks_there(sample_site: Site) -> None:
    id, _ = reports(sample_site)[0]
    page = sample_site.page(f"qingchuan/reports/{id}/")
    assert page.figures
    assert all(figure.startswith(f"qingchuan/reports/{id}/figures/") for figure in page.figures)
    assert set(page.figures) <= set(page.ids)


def test_reports_and_updates_are_articles_by_the_government_site_convention(
    sample_site: Site,
) -> None:
    wanted = re.compile(r"qingchuan/(reports/[^/]+|[^/]+/updates/[^/]+)/index\.html")
    articles = [page for name, page in sample_site.pages.items() if wanted.fullmatch(name)]
    assert articles
    for page in articles:
        assert page.meta["ArticleTitle"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", page.meta["PubDate"])
        assert page.meta["ContentSource"]


def test_updates_lead_to_each_other_in_order_of_time(sample_site: Site) -> None:
    names = sorted(
        name
        for name in sample_site.pages
        if re.fullmatch(r"qingchuan/[^/]+/updates/[^/]+/index\.html", name)
    )
    unit = names[0].split("/updates/")[0]
    own = [name for name in names if name.startswith(f"{unit}/updates/")]
    assert len(own) > 1
    for older, newer in pairwise(own):
        assert f'href="../../../../{newer}"' in sample_site.pages[older].source


def test_an_area_without_reports_says_so(real_site: Site) -> None:
    assert "没有公布工作周报" in real_site.page("xindu/reports/").text
