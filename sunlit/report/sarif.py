"""SARIF 2.1.0, which code scanning of GitHub and other hosts reads.

Owns the shape of the log. Columns count code points, as spans do, and the log says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps
from urllib.parse import quote

from sunlit.diagnostics import Bilingual, Diagnostic, Severity, Span
from sunlit.report.words import Lang, said

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def render(found: Sequence[Diagnostic], *, lang: Lang) -> str:
    """One log with one run; rules are the codes that were found, in alphabetical order."""
    codes = sorted({one.code for one in found})
    driver = {"name": "sunlit", "rules": [{"id": code} for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "the folder of site.toml"}}},
        "results": [_result(one, codes.index(one.code), lang) for one in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(one: Diagnostic, rule: int, lang: Lang) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": _LEVELS[one.severity],
        "message": {"text": f"{said(one.message, lang)}\n{said(one.hint, lang)}"},
        "locations": [{"physicalLocation": _location(one.span)}],
    }
    if one.related:
        result["relatedLocations"] = [
            _related(number, span, words, lang)
            for number, (span, words) in enumerate(one.related, start=1)
        ]
    return result


def _related(number: int, span: Span, words: Bilingual, lang: Lang) -> dict[str, object]:
    return {
        "id": number,
        "physicalLocation": _location(span),
        "message": {"text": said(words, lang)},
    }


def _location(span: Span) -> dict[str, object]:
    return {
        "artifactLocation": {"uri": quote(span.path), "uriBaseId": "ROOT"},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }
