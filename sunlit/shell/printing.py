"""What commands print: sentences in the language asked for, and diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sunlit.diagnostics import Diagnostic


def say(lang: str, zh: str, en: str) -> None:
    """Print one of two sentences."""
    click.echo(zh if lang == "zh" else en)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines as they are."""
    for line in lines:
        click.echo(line)


def report(found: Sequence[Diagnostic], root: Path, format_: str, lang: str) -> None:
    """Print diagnostics; machine formats are printed also when there are none."""
    if not found and format_ in ("text", "concise"):
        return
    from sunlit.report import FORMATS, Lang

    def source_of(path: str) -> str | None:
        try:
            content = (root / path).read_bytes()
        except OSError:
            return None
        # A picture has no line to show.
        return None if b"\0" in content[:4096] else content.decode("utf-8", "replace")

    click.echo(FORMATS[format_](found, Lang(lang), source_of))
