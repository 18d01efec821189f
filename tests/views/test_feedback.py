"""The way to report a mistake, filled in as far as it is known."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from sunlit.views.feedback import report_url

FORM = Path(__file__).parents[2] / ".github" / "ISSUE_TEMPLATE" / "correction.yml"
PAGE = "https://example.org/xindu/双龙/"


@pytest.mark.parametrize("ending", ["issues", "issues/new", "issues/new/choose", "issues/new/"])
def test_the_form_on_github_knows_the_page(ending: str) -> None:
    parts = urlsplit(report_url(f"https://github.com/o/r/{ending}", PAGE, figure="a/b/c@2018"))
    assert parts.path == "/o/r/issues/new"
    assert parse_qs(parts.query) == {
        "template": ["correction.yml"],
        "page": [PAGE],
        "figure": ["a/b/c@2018"],
    }


def test_the_form_has_the_fields_that_are_filled_in() -> None:
    fields = {one.get("id") for one in yaml.safe_load(FORM.read_text(encoding="utf-8"))["body"]}
    assert {"page", "figure"} <= fields


def test_a_letter_has_the_page_as_its_subject() -> None:
    assert report_url("mailto:a@example.org", "/xindu/") == "mailto:a@example.org?subject=/xindu/"


def test_another_form_is_linked_as_it_is() -> None:
    assert (
        report_url("https://example.gov.cn/12345?x=1", PAGE) == "https://example.gov.cn/12345?x=1"
    )


def test_a_site_without_a_form_has_no_address_for_it() -> None:
    assert report_url("", PAGE) == ""
