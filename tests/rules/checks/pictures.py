"""A unit with photos as checks see it: their files, as they were measured, beside what is written.

Owns no pixels: a check knows of a picture only what `PhotoFile` says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sunlit.diagnostics import Diagnostic, Findings, in_order
from sunlit.model.unit import PhotoFile
from sunlit.rules.checks import check_unit
from sunlit.source.content import UnitContent
from tests.rules.units import known, unit

LOOK = "1a2b3c4d5e6f70819a8b7c6d5e4f3021" * 2
FLAT = "0" * 64


def file(
    name: str,
    digest: str = "",
    *,
    look: str = "",
    taken: str | None = None,
    size: tuple[int, int] = (4000, 3000),
) -> PhotoFile:
    """A photo; without a digest, one of its own."""
    return PhotoFile(name, digest or name, *size, "#808080", look, taken)


def flipped(look: str, *bits: int) -> str:
    """The look with some bits turned."""
    return f"{int(look, 16) ^ sum(1 << bit for bit in bits):064x}"


def with_photos(
    texts: Mapping[str, str], files: Sequence[PhotoFile], slug: str = "shuanglong"
) -> UnitContent:
    """A unit from its texts and the photos that lie there."""
    return replace(unit(texts, slug=slug), photo_files=tuple(files))


def told(texts: Mapping[str, str], files: Sequence[PhotoFile]) -> tuple[Diagnostic, ...]:
    """What is wrong with such a unit."""
    found = Findings()
    check_unit(with_photos(texts, files), known(), {}, found)
    return in_order(found)
