"""Text as XML writes it, between tags and in attributes.

As `xml.sax.saxutils` does, which loads what fetches documents over the network with it.
"""

from __future__ import annotations

_TEXT = (("&", "&amp;"), (">", "&gt;"), ("<", "&lt;"))
_SPACE = (("\n", "&#10;"), ("\r", "&#13;"), ("\t", "&#9;"))


def escape(text: str) -> str:
    """A text between tags."""
    return _with(text, _TEXT)


def quoteattr(text: str) -> str:
    """The value of an attribute with its quotes."""
    escaped = _with(text, _TEXT + _SPACE)
    if '"' not in escaped:
        return f'"{escaped}"'
    if "'" not in escaped:
        return f"'{escaped}'"
    return '"' + escaped.replace('"', "&quot;") + '"'


def _with(text: str, entities: tuple[tuple[str, str], ...]) -> str:
    for char, entity in entities:
        text = text.replace(char, entity)
    return text
