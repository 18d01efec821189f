"""Personal data in what is published: a unit's files as written, other records as read.

Owns which texts are scanned. What personal data looks like is in `source.privacy`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sunlit.diagnostics import Findings, Span
from sunlit.rules.checks.scope import Scope
from sunlit.source.located import Located
from sunlit.source.privacy import scan
from sunlit.source.text import BYTE_ORDER_MARK, SIZE_LIMIT, span_between
from sunlit.source.tree import Mapping as Table
from sunlit.source.tree import Node, Scalar, Sequence


def personal_data(base: str, texts: Mapping[str, bytes], scope: Scope, found: Findings) -> None:
    """Scan every text file of a folder, comments included: a repository is public too."""
    for name in sorted(texts):
        content = texts[name]
        try:
            text = content[:SIZE_LIMIT].decode().removeprefix(BYTE_ORDER_MARK)
        except UnicodeDecodeError:
            continue  # said once, where the file is read
        _scan(text, path=f"{base}/{name}", first_line=1, scope=scope, found=found)


def personal_in_records(records: Iterable[object], scope: Scope, found: Findings) -> None:
    """Scan the values and bodies of records whose bytes are not at hand."""
    for located in records:
        if not isinstance(located, Located):
            continue
        for scalar in _scalars(located.root):
            _scan_scalar(scalar, scope, found)
        line = located.body_line
        _scan(located.body, path=located.path, first_line=line, scope=scope, found=found)


def _scan(text: str, *, path: str, first_line: int, scope: Scope, found: Findings) -> None:
    def span_of(start: int, end: int) -> Span:
        return span_between(text, start, end, path=path, first_line=first_line)

    scan(text, span_of=span_of, allowed_phones=_allowed(scope), found=found)


def _scan_scalar(scalar: Scalar, scope: Scope, found: Findings) -> None:
    span = scalar.span
    scan(
        scalar.text,
        span_of=lambda start, end: span,
        allowed_phones=_allowed(scope),
        found=found,
    )


def _allowed(scope: Scope) -> frozenset[str]:
    return frozenset(scope.known.settings.privacy.phones)


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from _scalars(item)
        case Table():
            for entry in node.entries:
                yield from _scalars(entry.value)
