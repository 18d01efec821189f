"""The short cuts of the template compiler: the page is the one that Jinja itself would make."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from sunlit.emit.compiled import PageEnvironment, shown
from sunlit.locale import locale_of

PARTS = """
{%- macro fig(f, first=true, css='') -%}
<b{% if css %} class="{{ css }}"{% endif %}>{% if first %}1 {% endif %}{{ f }}</b>
{%- endmacro -%}
{%- macro box(label) -%}<div title="{{ label }}">{{ caller() }}</div>{%- endmacro -%}
{%- macro reserved(class='') -%}<p class="{{ class }}">{%- endmacro -%}
{%- macro open() -%}{{ varargs | length }}{{ kwargs['a'] }}{%- endmacro -%}
{%- macro asked(x) -%}{% if x is defined %}{{ x }}{% else %}nothing{% endif %}{%- endmacro -%}
{%- macro nested(x) -%}{% call box(x) %}{{ fig(x, css=x) }}{% endcall %}{%- endmacro -%}
"""

TEMPLATES = [
    "{{ view.text }}|{{ view.html }}|{{ view.number }}|{{ view.none }}|{{ view.exact }}",
    "{{ view.text.upper() }}{{ view.html ~ view.text }}",
    "{{ t('figure.missing') }}{{ t('figure.missing') ~ view.text }}{{ 'x' or t('no.such') }}",
    "{{ t('parts.shown', n='{n}', total=view.text) }}{{ t('figure.' ~ 'missing') }}",
    "{% if view.text is defined %}yes{% endif %}{% if view.other is defined %}no{% endif %}",
    "{% if view.inner.text is not defined %}no{% endif %}{{ view.inner.text }}",
    "{{ p.fig(view.text) }}{{ p.fig(view.text, false) }}{{ p.fig(css='<', f=view.html) }}",
    "{% set made = p.fig('&') %}{{ made }}{{ made | length }}{{ made ~ '&' }}",
    "{% call p.box(view.text) %}{{ view.text }}{% for x in '<>' %}{{ x }}{% endfor %}{% endcall %}",
    "{{ p.nested(view.text) }}",
    "100% %s %(a)s {{ view.text }}% {{ 5 }}%{{ '%d' }}{{ view.html }}",
    "100% of %s",
    "{{ p.reserved(class=view.text) }}{{ p.open(1, 2, a='<') }}{{ p.asked() }}{{ p.asked('&') }}",
    "{% macro own(x, class='a') %}{{ x }}{{ class }}{% endmacro %}{{ own(*['<']) }}{{ own('>') }}",
    "{% for x in view.many %}{{ loop.index }}{{ x }}{% if not loop.last %},{% endif %}{% endfor %}",
    "{{ view.many | map('upper') | join('<') }}{{ view.many[0] }}{{ range(3) | list }}",
]


@dataclass(frozen=True)
class View:
    text: str = "<b>&\"'双龙村"
    html: Markup = Markup("<i>&amp;</i>")  # noqa: RUF009 - a text, and never changed
    number: int = 640000
    exact: Decimal = Decimal("4.50")
    none: None = None
    many: tuple[str, ...] = ("a", "<", "&")
    inner: View | None = None


def rendered(kind: type[Environment], template: str) -> str:
    texts = {"parts.html": PARTS, "page.html": "{% import 'parts.html' as p %}" + template}
    environment = kind(loader=DictLoader(texts), autoescape=True, undefined=StrictUndefined)
    environment.globals = {"t": locale_of("zh-CN").t, "range": range}
    return environment.get_template("page.html").render(view=View(inner=View()))


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_says_what_jinja_makes_of_it(template: str) -> None:
    assert rendered(PageEnvironment, template) == rendered(Environment, template)


def test_a_constant_that_fails_does_so_where_it_stands_and_when_it_is_shown() -> None:
    assert rendered(PageEnvironment, "{% if view.none %}{{ 1 // 0 }}{% endif %}x") == "x"
    with pytest.raises(ZeroDivisionError) as failed:
        rendered(PageEnvironment, "a\nb{{ 1 // 0 }}")
    assert failed.traceback[-1].lineno == 1  # the second, counted from nought


@pytest.mark.parametrize(
    "value", ["", "双龙村", "<a href=\"x\">'&amp;'</a>", Markup("<b>&</b>"), 12, None, Decimal(1)]
)
def test_a_value_is_printed_as_markupsafe_escapes_it(value: object) -> None:
    assert shown(value) == str(escape(value))


def test_a_text_of_an_object_that_is_no_markup_is_escaped() -> None:
    class Name(str):
        pass

    assert shown(Name("<b>")) == "&lt;b&gt;"


@pytest.mark.parametrize(
    "template",
    [
        "{{ p.fig(1, colour='red') }}",
        "{{ p.fig(1, true, '', 4) }}",
        "{% call p.fig(1) %}{% endcall %}",
    ],
)
def test_a_macro_takes_only_what_it_names(template: str) -> None:
    with pytest.raises(TypeError):
        rendered(PageEnvironment, template)


@pytest.mark.parametrize("template", ["{{ p.fig() }}", "{{ p.box('x') }}", "{{ p.none }}"])
def test_what_a_macro_needs_and_does_not_get_is_an_error(template: str) -> None:
    with pytest.raises((UndefinedError, AttributeError)):
        rendered(PageEnvironment, template)


def test_an_error_names_the_line_of_the_template() -> None:
    with pytest.raises(AttributeError, match="nothing") as told:
        rendered(PageEnvironment, "\n\n{{ view.nothing }}")
    assert told.traceback[-1].lineno == 2  # counted from 0


def test_a_phrase_that_is_not_there_is_an_error_of_the_page_that_needs_it() -> None:
    assert rendered(PageEnvironment, "{% if view.none %}{{ t('no.such') }}{% endif %}") == ""
    with pytest.raises(KeyError):
        rendered(PageEnvironment, "{{ t('no.such') }}")
