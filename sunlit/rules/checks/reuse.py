"""The same picture for two places or two dates, across all units of the site.

Owns what a unit claims of its photos, and the comparison of all claims with each other. Every
claim looks up the few that share a part of its look, so the time grows with the number of photos
and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from sunlit.diagnostics import Findings, Span
from sunlit.locale.moments import Moment
from sunlit.model.unit import PhotoFile
from sunlit.rules.checks.dates import certainly_after
from sunlit.rules.checks.looks import bands, same_picture, telling
from sunlit.rules.checks.pairs import entries_of, uses_of
from sunlit.source.content import UnitContent


class PhotoClaim(Struct, frozen=True):
    """What a unit says of a photo: where and when; `unit` is its folder, `pairs` its viewpoints."""

    unit: str
    file: PhotoFile
    place: str = ""
    date: Moment | None = None
    pairs: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The photo's file."""
        return f"{self.unit}/photos/{self.file.name}"


def photo_claims_of(unit: UnitContent) -> tuple[PhotoClaim, ...]:
    """The claims of a unit: of its photos that have an entry and are there."""
    files = {one.name: one for one in unit.photo_files}
    pairs: defaultdict[str, set[str]] = defaultdict(set)
    for _, use in uses_of(unit):
        for name in (use.before, use.after):
            if name is not None and use.pair is not None:
                pairs[name].add(use.pair)
    return tuple(
        PhotoClaim(
            unit.base,
            files[one.file],
            str(one.place or ""),
            one.date,
            tuple(sorted(pairs[one.file])),
        )
        for one in entries_of(unit).values()
        if one.file in files
    )


def photo_reused(claims: Iterable[PhotoClaim], found: Findings) -> None:
    """Report each photo that an earlier one contradicts, once, in the order of their paths."""
    seen = _Seen()
    for claim in sorted(claims, key=lambda one: one.path):
        first = next((one for one in seen.near(claim) if _contradict(one, claim)), None)
        if first is not None:
            _report(claim, first, found)
        seen.add(claim)


class _Seen(Struct):
    """Claims by what they may be found again by. Of those that say the same, the first is kept."""

    by_part: dict[object, dict[object, PhotoClaim]] = field(default_factory=dict)

    def add(self, claim: PhotoClaim) -> None:
        said = (
            *(claim.file.look, claim.file.width, claim.file.height, claim.file.taken),
            *(claim.unit, claim.place, claim.date, claim.pairs),
        )
        for part in _parts(claim.file):
            self.by_part.setdefault(part, {}).setdefault(said, claim)

    def near(self, claim: PhotoClaim) -> Iterator[PhotoClaim]:
        """The claims of the same picture; one may come more than once."""
        for part in _parts(claim.file):
            for one in self.by_part.get(part, {}).values():
                if same_picture(one.file, claim.file):
                    yield one


def _parts(file: PhotoFile) -> tuple[object, ...]:
    return (file.digest, *(bands(file.look) if telling(file.look) else ()))


def _contradict(one: PhotoClaim, other: PhotoClaim) -> bool:
    """Whether two claims of one picture cannot both be true.

    A photo without a place is one of its unit, wherever that was; the halves of a pair are alike
    because they have to be.
    """
    if one.unit == other.unit and set(one.pairs) & set(other.pairs):
        return False
    if one.unit != other.unit:
        moved = (one.place or one.unit) != (other.place or other.unit)
    else:
        moved = bool(one.place and other.place and one.place != other.place)
    if moved or one.date is None or other.date is None:
        return moved
    return certainly_after(one.date, other.date) or certainly_after(other.date, one.date)


def _report(claim: PhotoClaim, first: PhotoClaim, found: Findings) -> None:
    here, there = _claimed(claim), _claimed(first)
    found.warning(
        "photo-reused",
        Span(claim.path),
        message=(
            f"和“{_short(first)}”是同一张照片，说的地点或日期却不一样："
            f"这张写的是{here[0]}，那张写的是{there[0]}",
            f"the same picture as {_short(first)}, for another place or date:"
            f" this one is of {here[1]}, that one of {there[1]}",
        ),
        hint=(
            "核对哪一张说得对，另一张换成在那里拍的照片；两张都对，就把 place 和 date 写成一样。",
            "Use a photo taken there for the one that is wrong;"
            " where both are right, give both the same `place` and `date`.",
        ),
        related=[(Span(first.path), ("同一张照片", "the same picture"))],
    )


def _short(claim: PhotoClaim) -> str:
    return claim.path.removeprefix("content/communities/")


def _claimed(claim: PhotoClaim) -> tuple[str, str]:
    unit = claim.unit.removeprefix("content/communities/")
    date = claim.date.iso if claim.date else None
    return (
        f"“{claim.place or unit}”{date or '（没有写日期）'}",
        f"{claim.place or unit}, {date or 'without a date'}",
    )
