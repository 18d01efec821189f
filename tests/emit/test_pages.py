"""Pages to HTML: escaped whatever the file's ending, and an unknown name is an error."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup
from msgspec import Struct

from sunlit.emit.pages import Templates
from sunlit.views.edition import Page
from tests.views.making import edition


class Words(Struct, frozen=True):
    text: str


class Shown(Struct, frozen=True):
    text: object


def rendered(template: str, text: str = "", *, name: str = "page.html", code: str = "zh-CN") -> str:
    made = edition(code=code)
    page: Page = made.page(made.scene(), name, Words(text), title="页", kind="page")
    return Templates({name: template}, default="zh-CN").render(page).decode()


@pytest.mark.parametrize("name", ["page.html", "page.xml", "page.txt", "page"])
def test_every_text_is_escaped_whatever_the_file_is_called(name: str) -> None:
    told = rendered('<p title="{{ view.text }}">{{ view.text }}</p>', "<b>&\"'", name=name)
    assert told == '<p title="&lt;b&gt;&amp;&#34;&#39;">&lt;b&gt;&amp;&#34;&#39;</p>'


@pytest.mark.parametrize("text", ["{{7*7}}", "{% raw %}", "{# x #}", "{{ view.text }}", "${7*7}"])
def test_no_text_of_the_content_is_ever_run(text: str) -> None:
    assert rendered("{{ view.text }}", text) == text


@pytest.mark.parametrize(
    "template", ["{{ view.nothing }}", "{{ nothing }}", "{% if view.nothing %}{% endif %}",
                 "{% for one in nothing %}{% endfor %}"]
)  # fmt: skip
def test_a_name_that_is_not_there_is_an_error(template: str) -> None:
    with pytest.raises((UndefinedError, AttributeError)):
        rendered(template)


def test_a_template_gets_the_phrases_of_the_page_language() -> None:
    assert rendered("{{ t('figure.missing') }}") == "未公布"
    assert rendered("{{ t('figure.missing') }}", code="en") == "Not published"
    with pytest.raises(KeyError):
        rendered("{{ t('figure.no_such') }}")


@pytest.mark.parametrize("name", ["lipsum", "cycler", "joiner", "namespace", "dict", "request"])
def test_a_template_gets_view_chrome_and_phrases_and_nothing_else(name: str) -> None:
    with pytest.raises(UndefinedError):
        rendered("{{ %s.x }}" % name)  # noqa: UP031


def test_what_is_kept_is_made_once_for_the_same_values() -> None:
    made = edition()
    texts = {
        "parts.html": "{% set seen = [] %}"
        "{% macro _part(x) %}{% do seen.append(x) %}"
        "<i>{{ x.text }}</i>{{ seen | length }}{% endmacro %}"
        "{% set part = kept(_part) %}",
        "page.html": "{% import 'parts.html' as p %}{{ p.part(view) }} {{ p.part(view) }}",
    }
    templates = Templates(texts, default="zh-CN")

    def page(text: str) -> bytes:
        return templates.render(
            made.page(made.scene(), "page.html", Words(text), title="页", kind="page")
        )

    assert page("<a>") == page("<a>") == b"<i>&lt;a&gt;</i>1 <i>&lt;a&gt;</i>1"
    assert page("b") == b"<i>b</i>2 <i>b</i>2"


def test_a_page_is_utf_8() -> None:
    assert rendered("双龙村") == "双龙村"


def key(text: object = "", *, template: str = "x", program: str = "p", code: str = "zh-CN") -> str:
    made = edition(code=code)
    page = made.page(made.scene(), "page.html", Shown(text), title="页", kind="page")
    return Templates({"page.html": template}, default="zh-CN", program=program).key(page)


def test_a_page_has_the_key_of_all_that_it_is_rendered_from() -> None:
    assert key() == key()
    others = [
        key("b"),
        key(Markup("")),
        key(Fraction(1, 2)),
        key("1/2"),
        key(Decimal("1.0")),
        key(Decimal("1.00")),
        key(template="y"),
        key(program="q"),
        key(code="en"),
    ]
    assert len({key(), *others}) == 1 + len(others)


def test_a_page_has_no_key_where_the_program_is_not_known() -> None:
    assert key(program="") == ""


def test_a_view_that_holds_what_has_no_digest_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="object"):
        key(object())
