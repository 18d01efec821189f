"""The service menu: found without a script, honest where nothing was published, with its dates."""

from __future__ import annotations

import re

from tests.built import Parsed, Site


def menus(site: Site) -> dict[str, Parsed]:
    return {
        name.removesuffix("index.html"): page
        for name, page in site.pages.items()
        if name.endswith("/services/index.html") and not name.startswith("en/")
    }


def test_every_filter_leads_to_a_place_on_the_page(sample_site: Site) -> None:
    for page in menus(sample_site).values():
        links = re.search(r'<nav class="filters".*?</nav>', page.source, re.DOTALL)
        assert links
        targets = re.findall(r'href="#([^"]+)"', links[0])
        assert targets
        assert set(targets) <= set(page.ids)


def test_a_filter_names_values_that_cards_have(sample_site: Site) -> None:
    page = next(iter(menus(sample_site).values()))
    pairs = {
        pair
        for _, attributes in page.elements
        for pair in attributes.get("data-filters", "").split("|")
    }
    for anchor in ("series-care", "for-1"):
        assert f"{anchor.partition('-')[0]}={anchor}" in pairs


def test_a_fee_is_a_figure_and_none_is_said_in_words(sample_site: Site) -> None:
    address, page = next(iter(menus(sample_site).items()))
    home = address.removesuffix("services/")
    assert page.figures[f"{home}services/daily/window/fee"] == ("0", "免费")


def test_the_calendar_holds_every_date_of_the_page(sample_site: Site) -> None:
    address, page = next(iter(menus(sample_site).items()))
    content = (sample_site.folder / address / "services.ics").read_bytes()
    events = re.findall(r"DTSTART[^:]*:(\d{8})", content.split(b"END:VTIMEZONE")[1].decode())
    shown = [one["datetime"].replace("-", "") for one in page.all("time") if "datetime" in one]
    assert events
    assert set(events) <= set(shown)


def test_events_keep_their_names_in_every_language(sample_site: Site) -> None:
    address = next(iter(menus(sample_site)))
    names = [
        re.findall(rb"^UID:.*(?:\r\n .*)*", (sample_site.folder / one).read_bytes(), re.MULTILINE)
        for one in (f"{address}services.ics", f"en/{address}services.ics")
    ]
    assert names[0]
    assert names[0] == names[1]


def test_a_menu_without_published_services_says_so(real_site: Site) -> None:
    page = real_site.page("nanxiang/services/")
    assert page.text.count("服务项目没有公布") == 5
    assert not (real_site.folder / "nanxiang/services/services.ics").exists()
