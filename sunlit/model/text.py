"""Texts of the content: one string, or one string per language.

Owns which language a text is shown in. Knows nothing of the interface's own words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

CONTENT_LANGUAGE = "zh-CN"
"""The language of a text that does not name one."""

_LOCALE = re.compile(r"[a-z]{2,3}(-[A-Z][A-Za-z]+)?")


@dataclass(frozen=True, slots=True)
class LocalisedText:
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
    match value:
        case LocalisedText():
            return value
        case str() if value.strip():
            return text_of(value)
        case dict() if value:
            pairs = []
            for code, text in value.items():
                if not _LOCALE.fullmatch(str(code)):
                    raise PydanticCustomError("bad-locale", "{code}", {"code": str(code)})
                if not isinstance(text, str) or not text.strip():
                    raise PydanticCustomError("wrong-type", "text", {"expected": "text"})
                pairs.append((str(code), text))
            return LocalisedText(tuple(pairs))
    raise PydanticCustomError("wrong-type", "text", {"expected": "text"})


Text = Annotated[
    LocalisedText,
    PlainValidator(_parse),
    WithJsonSchema(
        {
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
    ),
]
"""A string, or a map from language (`zh-CN`, `en`) to string."""
