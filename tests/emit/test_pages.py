"""Pages to HTML: escaped whatever the file's ending, and an unknown name is an error."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jinja2 import UndefinedError

from sunlit.emit.pages import Templates
from sunlit.views.edition import Page
from tests.views.making import edition


@dataclass(frozen=True)
class Words:
    text: str


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


def test_a_page_is_utf_8() -> None:
    assert rendered("双龙村") == "双龙村"
