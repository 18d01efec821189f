"""About and accessibility: what they say follows from the settings."""

from __future__ import annotations

from sunlit.views.fixed import AboutView, about_page, accessibility_page
from tests.views.making import edition

GITHUB = "https://github.com/o/r/issues/new"


def about(**settings: str) -> AboutView:
    view = about_page(edition(**settings)).view
    assert isinstance(view, AboutView)
    return view


def test_only_the_identity_that_is_set_is_shown() -> None:
    said = {label.text: value.text for label, value in about(host="街道办", phone="000-1").identity}
    assert said == {"主办单位": "街道办", "联系电话": "000-1"}


def test_a_site_that_names_nobody_says_nothing_of_who_runs_it() -> None:
    assert about().identity == ()


def test_the_correction_form_is_offered_where_there_is_one() -> None:
    assert about(feedback=GITHUB).form == f"{GITHUB}?template=correction.yml"
    assert about(host="街道办").form == ""


def test_the_footer_leads_to_the_words_on_mistakes_where_there_is_no_form() -> None:
    page = accessibility_page(edition())
    assert page.chrome.report_href == "../about/index.html#mistake"


def test_the_footers_form_knows_which_page_it_was_opened_from() -> None:
    page = accessibility_page(edition(feedback=GITHUB, base_url="https://example.org/s/"))
    assert page.chrome.report_href.endswith("page=https%3A%2F%2Fexample.org%2Fs%2Faccessibility%2F")
