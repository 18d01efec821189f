"""Text in XML: what the standard library makes of it, without the standard library's imports."""

from __future__ import annotations

from xml.sax import saxutils

from hypothesis import given
from hypothesis import strategies as st

from sunlit.emit.xml_text import escape, quoteattr


@given(st.text(st.sampled_from("ab\"'<>&\n\r\t字;")))
def test_text_and_attributes_are_written_as_the_standard_library_writes_them(text: str) -> None:
    assert escape(text) == saxutils.escape(text)
    assert quoteattr(text) == saxutils.quoteattr(text)
