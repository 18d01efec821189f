"""What the content's YAML may not use, and what each refusal says.

Owns the refusals that leave a tree behind: anchors, aliases, tags, merge keys, further documents,
keys that are no plain words, keys that stand twice, and depth. Knows nothing of parsing.
"""

from __future__ import annotations

import re
from typing import Protocol

from msgspec import Struct
from yaml.events import CollectionStartEvent, ScalarEvent

from sunlit.diagnostics import Findings, Span
from sunlit.source.text import span_between
from sunlit.source.tree import Entry, Node, Scalar

DEPTH_LIMIT = 32
MISTAKE_LIMIT = 50

_TAG = re.compile(r"!(?:<[^>\n]*>|[^\s,\[\]{}]*)")
_FULL_WIDTH_COLON = re.compile(r"\s*(?:- +)*[A-Za-z_][\w.-]*\s*(?P<colon>：)")
_WIDE_INDENT = ("\u3000", "\u00a0")


class Mark(Protocol):
    """A place of the parser, from 0; PyYAML has two classes for it."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Rules(Struct):
    """The refusals of one text; `first_line` is the line of the file on which it begins."""

    text: str
    path: str
    first_line: int
    found: Findings
    count: int = 0

    def properties(self, event: ScalarEvent | CollectionStartEvent, mark: Mark) -> None:
        """Refuse the anchor or tag in front of a node that begins at `mark`."""
        if self.count > MISTAKE_LIMIT:  # finding the place reads the whole text
            return
        start = mark.index
        if event.anchor is not None:
            at = self.text.find("&", start)
            self._refuse(
                "yaml-anchor",
                self._span(at, at + 1 + len(event.anchor)),
                (
                    f"YAML 锚点 &{event.anchor} 不能用",
                    f"the YAML anchor &{event.anchor} is refused",
                ),
                ("删掉它，把内容完整写出来。", "Delete it and write the content out."),
            )
        if event.tag is not None and (tag := _TAG.search(self.text, start)):
            self._refuse(
                "yaml-tag",
                self._span(tag.start(), tag.end()),
                (f"YAML 标签 {tag[0]} 不能用", f"the YAML tag {tag[0]} is refused"),
                (
                    "删掉它；如果文字要以感叹号开头，给整段文字加引号。",
                    "Delete it; if the text begins with an exclamation mark, put it in quotes.",
                ),
            )

    def alias(self, start: Mark, end: Mark) -> Node:
        """Refuse an alias; it stands in the tree as the text that was written."""
        written = self.text[start.index : end.index]
        line, column = start.line + self.first_line, start.column + 1
        span = Span(self.path, line, column, line, column + len(written))
        self._refuse(
            "yaml-anchor",
            span,
            (f"YAML 引用 {written} 不能用", f"the YAML alias {written} is refused"),
            (
                "把内容完整写出来；如果文字要以星号开头，给整段文字加引号。",
                "Write the content out; if the text begins with an asterisk, put it in quotes.",
            ),
        )
        return Scalar(written, span, True)

    def second_document(self, span: Span) -> None:
        """Refuse a `---` after the first document; what follows it is not read."""
        self._refuse(
            "yaml-many-documents",
            span,
            ("这里又开始了一份 YAML 文档", "a second YAML document begins here"),
            (
                "删掉这一行 ---，或把后面的内容放进另一个文件。",
                "Delete this line `---`, or move what follows it to a file of its own.",
            ),
        )

    def too_deep(self, span: Span) -> None:
        """Refuse one level too many; the text is not read further."""
        self._refuse(
            "yaml-too-deep",
            span,
            (f"嵌套超过 {DEPTH_LIMIT} 层", f"nested more than {DEPTH_LIMIT} levels deep"),
            (
                "检查括号和缩进；正常的内容不超过六层。",
                "Check brackets and indentation; ordinary content has fewer than seven levels.",
            ),
        )

    def entry(self, key: Node, value: Node, entries: dict[str, Entry]) -> None:
        """Add an entry whose key is not a plain new word, or refuse it."""
        if not isinstance(key, Scalar) or not key.text:
            self._bad_key(key)
        elif key.text == "<<" and key.plain:
            self._refuse(
                "yaml-merge-key",
                key.span,
                ("YAML 合并键 << 不能用", "the YAML merge key << is refused"),
                ("把要合并的字段逐个写出来。", "Write out the fields that it would merge."),
            )
        elif key.text in entries:
            self._refuse(
                "duplicate-key",
                key.span,
                (f"“{key.text}” 写了两次", f"`{key.text}` stands twice"),
                ("删掉其中一个，或改成正确的字段名。", "Delete one of them, or correct its name."),
                (entries[key.text].key_span, ("第一次写在这里", "it stands here first")),
            )
        else:
            entries[key.text] = Entry(key.text, key.span, value)
            if key.text[0] in _WIDE_INDENT:
                self._wide_indent(key)

    def full_width_colon(self, root: Scalar) -> None:
        """A file that is one plain text, since its colons are Chinese ones, has no fields."""
        colon = _FULL_WIDTH_COLON.match(root.text)
        if root.plain and colon:
            start = root.span.column + colon.start("colon")
            self._refuse(
                "yaml-syntax",
                Span(self.path, root.span.line, start, root.span.line, start + 1),
                *FULL_WIDTH_COLON,
            )

    def block_text(self, start: Mark, end: Mark) -> Span:
        """The span of a `|` or `>` text, whose end mark is that of the next token."""
        written = self.text[start.index : end.index].rstrip()
        line = start.line + self.first_line
        span = span_between(written, 0, len(written), path=self.path, first_line=line)
        shift = start.column if span.end_line == line else 0
        return span._replace(column=start.column + 1, end_column=span.end_column + shift)

    def _bad_key(self, key: Node) -> None:
        self._refuse(
            "yaml-key",
            key.span,
            ("冒号前面应当是一个字段名", "a name is expected in front of the colon"),
            (
                "冒号前写一个普通的词；文字里有括号或花括号时加引号。",
                "Write one plain word there; put a text that has brackets or braces in quotes.",
            ),
        )

    def _wide_indent(self, key: Scalar) -> None:
        wide = len(key.text) - len(key.text.lstrip())
        self._refuse(
            "yaml-syntax",
            key.span._replace(end_column=key.span.column + wide),
            ("缩进用了全角空格", "the indentation has a full-width space"),
            ("改成普通的半角空格。", "Use ordinary spaces."),
        )

    def _span(self, start: int, end: int) -> Span:
        return span_between(self.text, start, end, path=self.path, first_line=self.first_line)

    def _refuse(
        self,
        code: str,
        span: Span,
        message: tuple[str, str],
        hint: tuple[str, str],
        *related: tuple[Span, tuple[str, str]],
    ) -> None:
        self.count += 1
        if self.count < MISTAKE_LIMIT:
            self.found.error(code, span, message=message, hint=hint, related=related)
        elif self.count == MISTAKE_LIMIT:
            self.found.error(
                "yaml-too-many-mistakes",
                span,
                message=(
                    f"这个文件已有 {MISTAKE_LIMIT} 处错误，后面的不再列出",
                    f"this file has {MISTAKE_LIMIT} mistakes; those after this one are not shown",
                ),
                hint=("先改正前面的，再检查一次。", "Correct those above and check again."),
            )


FULL_WIDTH_COLON = (
    ("冒号是全角的 “：”", "the colon is the full-width “：”"),
    ("换成半角冒号，后面空一格，例如 title: 村道。", "Write `: `, a half-width colon and a space."),
)
