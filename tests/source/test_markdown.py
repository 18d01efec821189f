"""Markdown: what a body becomes, and that no word of it is lost."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.diagnostics import Findings, Span
from sunlit.source.markdown import Parsed, parse
from sunlit.source.markdown_pieces import PictureRef, put_together


def read(body: str) -> tuple[Parsed, list[str]]:
    found = Findings()
    parsed = parse(body, path="a.md", found=found)
    return parsed, [one.code for one in found]


def picture(one: PictureRef) -> str:
    return f'<img src="P/{one.src}" alt="{one.alt}">'


def html(body: str) -> str:
    return put_together(
        read(body)[0].html, link=lambda href: f"L/{href}", picture=picture, table_label="表 & 格"
    )


@pytest.mark.parametrize(
    ("body", "becomes"),
    [
        ("# 甲\n###### 乙\n", '<h2 id="s-1">甲</h2>\n<h6 id="s-2">乙</h6>\n'),
        ("*甲* **乙**\n", "<p><em>甲</em> <strong>乙</strong></p>\n"),
        ("第一行\n第二行\n", "<p>第一行第二行</p>\n"),
        ("a\n*乙*\n", "<p>a\n<em>乙</em></p>\n"),
        ("甲\n*乙*\n", "<p>甲<em>乙</em></p>\n"),
        ("[甲](../图%20纸.md#s-1)\n", '<p><a href="L/../图 纸.md#s-1">甲</a></p>\n'),
        ("<tel:028>\n", '<p><a href="tel:028">tel:028</a></p>\n'),
        ("![*甲*](a.jpg)\n", '<p><img src="P/a.jpg" alt="甲"></p>\n'),
        ("[甲](javascript:1)\n", '<p><a href="#">甲</a></p>\n'),
        ("![甲](//x.org/a.jpg)\n", "<p>甲</p>\n"),
        ("<b>甲</b>\n", "<p>&lt;b&gt;甲&lt;/b&gt;</p>\n"),
    ],
)
def test_a_body_becomes_html(body: str, becomes: str) -> None:
    assert html(body) == becomes


def test_a_link_that_leaves_the_site_says_so() -> None:
    link = '<a href="https://example.org/" rel="noopener noreferrer external">甲</a>'
    assert html("[甲](https://example.org/)\n") == f"<p>{link}</p>\n"


def test_a_table_scrolls_in_a_named_region_without_inline_style() -> None:
    table = html("|甲|\n|-:|\n|1|\n")
    assert table.startswith(
        '<div class="scroll" role="region" tabindex="0" aria-label="表 &amp; 格">'
    )
    assert '<th class="align-right" scope="col">甲</th>' in table
    assert table.endswith("</table>\n</div>\n")
    assert "style" not in table


def test_two_tables_have_two_names() -> None:
    twice = html("|甲|\n|-|\n\n|乙|\n|-|\n")
    assert 'aria-label="表 &amp; 格 1"' in twice
    assert 'aria-label="表 &amp; 格 2"' in twice


def test_links_and_pictures_stand_where_their_address_is_written() -> None:
    parsed, codes = read(
        '甲\n> - [乙](b.md) ![丙](c.jpg "t")\n> - [丁][r] <https://example.org>\n\n[r]: d.md\n'
    )
    assert codes == []
    assert [(one.href, one.external, one.span[1:3]) for one in parsed.links] == [
        ("b.md", False, (2, 9)),
        ("d.md", False, (3, 1)),
        ("https://example.org", True, (3, 13)),
    ]
    assert [(one.src, one.alt, one.span) for one in parsed.pictures] == [
        ("c.jpg", "丙", Span("a.md", 2, 20, 2, 25))
    ]


def test_the_excerpt_is_the_first_paragraph_in_plain_words() -> None:
    assert (
        read("# 题\n\n![图](a.jpg)\n\n第*一*行\n第`二`行，[见](b.md)\n")[0].text
        == "第一行第二行，见"
    )


@pytest.mark.parametrize(
    "href", ["JaVaScRiPt:1", "javascript&colon;1", "<vbscript:1>", "data:image/png,x", "file:///a"]
)
def test_no_way_of_writing_a_scheme_gets_through(href: str) -> None:
    parsed, codes = read(f"[a]({href})\n")
    assert codes == ["markdown-link-scheme"]
    assert parsed.links == ()


WORDS = st.text(st.sampled_from("abc村道 \n*_`[]()!<>#->|1.\\~&;"), max_size=200)


@given(WORDS)
def test_no_letter_is_lost(body: str) -> None:
    parsed, _ = read(body)
    if not parsed.html:
        return
    shown = put_together(parsed.html, link=lambda href: href, picture=picture, table_label="t")
    for sign in "村道":
        # An address or a definition of one is no text; everything else is.
        if "[" not in body and "<" not in body and "|" not in body:
            assert shown.count(sign) >= body.count(sign)


@given(st.text())
def test_no_text_raises(body: str) -> None:
    html(body)


def test_reading_yaml_does_not_load_the_markdown_parser() -> None:
    program = (
        "import sys; import sunlit.source.yaml, sunlit.source.front_matter, sunlit.source.markdown;"
        "print('markdown_it' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
