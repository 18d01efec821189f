"""Which unit has which photos, and what `photos.yaml` says of them.

Owns names, captions and the sharing out of the pairs over the units. Pixels are in `drawing`,
which is loaded here, when a photo is made, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

from sunlit.sample.places import AreaPlace, Share, share_of
from sunlit.sample.plans import Plan
from sunlit.sample.spec import SampleSpec
from sunlit.sample.writing import Inline, Value, document, inline

_HELD = (1, 1, 6, 3, 1, 8)
"""EXIF orientations: most hold a telephone upright for its camera, some turn it."""

_VIEWS = ("从路口看", "从中段看", "从另一头看", "从院门口看", "站在台阶上看")


class Pair(Struct, frozen=True):
    """Two pictures from one viewpoint; `number` counts within the sample."""

    number: int
    stem: str
    view: str
    scene: str
    seed: str
    start: date
    done: date
    width: int

    @property
    def before(self) -> str:
        """File name of the earlier picture."""
        return f"{self.stem}-before.jpg"

    @property
    def after(self) -> str:
        """File name of the later one."""
        return f"{self.stem}-after.jpg"


def shared_out(spec: SampleSpec) -> Mapping[int, tuple[int, ...]]:
    """Pairs by number of the unit, in turn over the units that publish in full.

    While there are no more pairs than such units, one unit more changes nothing.
    """
    full = [n for n in range(spec.units) if share_of(n // spec.areas) is Share.FULL]
    if not spec.photos:
        return {}
    return {n: tuple(range(at, spec.photos, len(full))) for at, n in enumerate(full[: spec.photos])}


def pairs_of(
    spec: SampleSpec, area: AreaPlace, slug: str, plan: Plan, numbers: tuple[int, ...]
) -> tuple[Pair, ...]:
    """The pairs of a unit; all show its first work, which is done."""
    return tuple(
        Pair(
            number=number,
            stem=f"{plan.work.id}-{at + 1}",
            view=_VIEWS[at % len(_VIEWS)],
            scene=plan.work.scene or "road",
            seed=f"{spec.seed}/{area.slug}/{slug}/photo/{at}",
            start=plan.start - timedelta(days=9),
            done=(plan.done or plan.due) + timedelta(days=1),
            width=spec.photo_width,
        )
        for at, number in enumerate(numbers)
    )


def uses(pairs: tuple[Pair, ...], title: str) -> list[Inline]:
    """The pairs as a ledger entry names them."""
    return [
        inline(pair=pair.stem, before=pair.before, after=pair.after, title=f"{title}：{pair.view}")
        for pair in pairs
    ]


def photo_files(pairs: tuple[Pair, ...], place: str, title: str) -> Iterator[tuple[str, bytes]]:
    """The pictures and their list."""
    if not pairs:
        return
    from sunlit.sample.drawing import photograph  # Pillow: only when there is a photo to draw

    for pair in pairs:
        for name, after, taken in (
            (pair.after, True, pair.done),
            (pair.before, False, pair.start),
        ):
            held = _HELD[(pair.number + (3 if after else 0)) % len(_HELD)]
            drawn = photograph(
                pair.scene, pair.seed, after=after, taken=taken, width=pair.width, orientation=held
            )
            yield f"photos/{name}", drawn
    yield "photos/photos.yaml", _list(pairs, place, title)


def _list(pairs: tuple[Pair, ...], place: str, title: str) -> bytes:
    photos: list[Value] = []
    for pair in pairs:
        for file, day, when in ((pair.before, pair.start, "之前"), (pair.after, pair.done, "之后")):
            photos.append(
                {
                    "file": file,
                    "caption": f"{title}{when}，{pair.view}（绘制的示例，不是照片）",
                    "alt": _alt(pair.scene, after=file == pair.after),
                    "date": day.isoformat(),
                    "place": place,
                    "credit": "虚构示例绘图",
                    "people": "none",
                    # The mark in the corner stays; what is covered is a piece of wall.
                    "redact": [_wall(pair.width)] if pair.number % 7 == 2 else None,
                }
            )
    return document(
        {"# people": "none 无人、back 背影、blurred 已模糊、consented 本人同意。", "photos": photos}
    )


def _wall(width: int) -> list[int]:
    """A piece of wall as the list names a place: left, top, width, height in pixels."""
    return [round(part * width / 1600) for part in (40, 420, 120, 80)]


def _alt(scene: str, *, after: bool) -> str:
    if scene == "street":
        return "傍晚的街道，路灯都亮着" if after else "傍晚的街道，很暗，只有一扇窗亮着"
    if scene == "court":
        return "院子里有树、长椅和攀爬架" if after else "院子里堆着土和碎砖"
    return "平整的路面，两边有树和路灯" if after else "坑洼积水的路面，两边是电线杆"
