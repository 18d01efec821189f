"""Texts of the content: one string, or one string per language.

Owns which language a text is shown in. Knows nothing of the interface's own words.
"""

from __future__ import annotations

import re
from typing import Annotated

from msgspec import Struct

from sunlit.model.form import Form, refused

CONTENT_LANGUAGE = "zh-CN"
"""The language of a text that does not name one."""

_LOCALE = re.compile(r"[a-z]{2,3}(-[A-Z][A-Za-z]+)?")


class LocalisedText(Struct, frozen=True, array_like=True):
    """Texts by language, in the order the author wrote them; never empty."""

    by_locale: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return self.by_locale[0][1]

    def shown_in(self, locale: str) -> tuple[str, str]:
        """The text for a page in `locale`, and the language that text is in."""
        for code, text in self.by_locale:
            if code == locale:
                return text, code
        language = locale.split("-")[0]
        for code, text in self.by_locale:
            if code.split("-")[0] == language:
                return text, code
        code, text = self.by_locale[0]
        return text, code


def text_of(plain: str) -> LocalisedText:
    """A text in the content's own language."""
    return LocalisedText(((CONTENT_LANGUAGE, plain),))


def _parse(value: object) -> LocalisedText:
    if isinstance(value, str) and value.strip():
        return text_of(value)
    if not isinstance(value, dict) or not value:
        raise refused("wrong-type", expected="text")
    for code, text in value.items():
        if not _LOCALE.fullmatch(str(code)):
            raise refused("bad-locale", code=str(code))
        if not isinstance(text, str) or not text.strip():
            raise refused("wrong-type", expected="text")
    return LocalisedText(tuple((str(code), text) for code, text in value.items()))


_SCHEMA = {
    "oneOf": [
        {"type": "string", "minLength": 1},
        {"type": ["number", "boolean"]},
        {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Z][A-Za-z]+)?$"},
            "additionalProperties": {"type": "string", "minLength": 1},
        },
    ]
}

Text = Annotated[LocalisedText, Form(_parse, _SCHEMA)]
"""A string, or a map from language (`zh-CN`, `en`) to string."""
