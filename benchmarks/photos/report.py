"""`RESULTS.md` of the photos, out of what was measured.

    python -m benchmarks.photos.report [--record FILE] [--out FILE]

Owns the goals, the tables and the words around them. Every number is computed from the record.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.goals import ratio, shown
from benchmarks.photos import known as kept
from benchmarks.photos.equal import TOLERANCE
from benchmarks.photos.hugo import AVIF_SPEED
from benchmarks.photos.job import KINDS, SCENARIOS, SETTINGS, WIDTHS
from benchmarks.photos.known import Known

OUT = Path(__file__).resolve().parent / "RESULTS.md"
NAMES = {
    "ours": "Sunlit",
    "sharp": "sharp, each width from the input",
    "sharp-chained": "sharp, chained",
    "libvips": "libvips, chained",
    "hugo": "Hugo",
}
SAID = {"jpeg": "JPEG", "jpeg-avif": "JPEG + AVIF"}

UNEQUAL = f"""\
What is not the same work:

- **More by Sunlit.** It looks through the whole file before it decodes it, refuses what is cut
  short or too large, and gives each output the digest of its source and settings as a name.
- **Processes.** Sunlit and libvips work on two processes, one photo each at a time, libvips with
  one thread in each. sharp works in one process with its own threads, one photo for each core at a
  time; its memory is that of one process. Hugo works in one process as it sees fit.
- **sharp, each width from the input**, is what its documentation shows: every file is decoded
  anew, by each format too, at the smallest size that its width needs, and AVIF is written with
  sharp's own defaults (4:4:4, effort 4, a slower tuning), its quality alone being chosen.
- **AVIF.** Speed {SETTINGS.speed} of libaom, 8 bits, 4:2:0, tuned for SSIM. Chained sharp and
  libvips are set alike, the speed being effort {9 - SETTINGS.speed} there. Hugo's encoder is
  WebAssembly and has no setting for colour and tuning. Its speed is {AVIF_SPEED}: this version
  often comes to no end at {SETTINGS.speed}. That favours Hugo.
- **JPEG.** 4:2:0 and Huffman tables of its own for each file, but in Hugo, whose encoder has fixed
  ones and writes larger files.
- **Filters.** Each tool's own: Sunlit bicubic, sharp and libvips Lanczos, Hugo box. What a filter
  loses counts in the SSIM, and has to be made up for by quality.
- **Colours.** Hugo does not look at colour profiles. That of the photos is sRGB, so nothing is
  lost.
- **Codecs** are those that each tool comes with; versions stand above.
"""


@dataclass(frozen=True, slots=True)
class Goal:
    """How many times as fast as a peer; `value` is None while something was not measured."""

    peer: str
    scenario: str
    least: float

    @property
    def text(self) -> str:
        """What is promised."""
        return f"{SAID[self.scenario]}, photos a second, beside {NAMES[self.peer]}"

    def value(self, known: Known, size: str) -> float | None:
        """Photos in a second as a multiple of the peer's."""
        return ratio(
            known.runs.median(size, self.peer, self.scenario),
            known.runs.median(size, "ours", self.scenario),
        )

    def verdict(self, known: Known, size: str) -> str:
        """In one word or two."""
        value = self.value(known, size)
        if value is None:
            return "not measured"
        return "met" if value >= self.least else "NOT MET"


GOALS = (
    Goal("sharp", "jpeg", 1.1),
    Goal("sharp-chained", "jpeg", 0.85),
    Goal("sharp", "jpeg-avif", 1.6),
    Goal("hugo", "jpeg", 6),
    Goal("hugo", "jpeg-avif", 6),
)


def report(known: Known) -> str:
    """The whole page."""
    parts = [
        "# Photos\n\nMade by `python -m benchmarks.photos.report`; how to repeat it is in "
        "[the developers' pages](../../docs/developers/benchmarks.md).\n",
        "## Where and when\n\n" + _table(("", ""), _machine(known)),
        "## Equal quality\n\n" + _quality(known),
    ]
    parts += [_size(known, size) for size in known.sizes]
    parts.append("## Inequalities\n\n" + UNEQUAL)
    return "\n".join(parts)


def _machine(known: Known) -> Iterator[tuple[str, str]]:
    yield from known.runs.machine.items()
    for tool in (one for one in NAMES if one in known.runs.versions):
        yield NAMES[tool], known.runs.versions[tool]
    for tool, why in known.runs.failed.items():
        yield f"{NAMES[tool]} could not run", " ".join(why.split()).replace("|", "\\|")


def _quality(known: Known) -> str:
    text = (
        "Mean SSIM of the lightness (8 by 8 windows, 4 apart) over all widths of the photos that "
        "were judged, against a lossless copy made smaller by Pillow's Lanczos filter. Sunlit's "
        "settings are its defaults; a peer's is the one whose SSIM is nearest. Equal: within "
        f"{TOLERANCE:g}.\n\n"
    )
    return text + _table(("", "format", "quality", "SSIM", "Δ", "equal"), _settings(known))


def _settings(known: Known) -> Iterator[tuple[str, ...]]:
    for kind in KINDS:
        ours = known.setting("ours", kind)
        for tool, name in NAMES.items():
            one = known.setting(tool, kind)
            if one is None or ours is None:
                continue
            apart, equal = f"{one.ssim - ours.ssim:+.4f}", "yes" if one.equals(ours) else "**NO**"
            first = tool == "ours"
            yield (
                name,
                kind.upper(),
                str(one.quality),
                f"{one.ssim:.4f}",
                "" if first else apart,
                "" if first else equal,
            )


def _size(known: Known, size: str) -> str:
    count = int(size)
    widths = ", ".join(map(str, WIDTHS))
    rounds = len({one.round for one in known.runs.runs if one.size == size})
    parts = [
        f"## {count} photos of 12 megapixels\n\n"
        f"{known.source_bytes / 1e6:.0f} MB of JPEG to the widths {widths}. Medians of {rounds} "
        "round(s); ratios are Sunlit's number divided by the peer's.\n",
        "### Goals\n\n" + _table(("", "at least", "found", ""), _goals(known, size)),
    ]
    parts += [
        f"### {said}\n\n" + _table(_HEAD, _measured(known, size, scenario))
        for scenario, said in SAID.items()
    ]
    return "\n".join(parts)


def _goals(known: Known, size: str) -> Iterator[tuple[str, ...]]:
    for goal in GOALS:
        value = shown(goal.value(known, size), "{:.2f} ×".format)
        yield goal.text, f"{goal.least:g} ×", value, goal.verdict(known, size)


_HEAD = ("", "seconds a photo", "÷", "CPU s a photo", "÷", "peak MB", "÷", "output MB", "÷")


def _measured(known: Known, size: str, scenario: str) -> Iterator[tuple[str, ...]]:
    count = int(size)
    for tool, name in NAMES.items():
        cells = [name]
        for what, unit, form in (("wall", count, "{:.3f}"), ("cpu", count, "{:.3f}"),
                                 ("peak", 1e6, "{:.0f}")):  # fmt: skip
            ours, theirs = (known.runs.median(size, one, scenario, what) for one in ("ours", tool))
            cells += _beside(ours, theirs, unit, form, first=tool == "ours")
        ours, theirs = (_written(known, size, one, scenario) for one in ("ours", tool))
        cells += _beside(ours, theirs, 1e6, "{:.2f}", first=tool == "ours")
        yield tuple(cells)


def _beside(ours: float | None, theirs: float | None, unit: float, form: str, *,
            first: bool) -> tuple[str, str]:  # fmt: skip
    """A number in its unit, and Sunlit's as a multiple of it."""
    value = None if theirs is None else theirs / unit
    return shown(value, form.format), "" if first else shown(ratio(ours, theirs), "{:.2f}".format)


def _written(known: Known, size: str, tool: str, scenario: str) -> int | None:
    """Bytes of all outputs of a scenario; None where it was not measured."""
    if not known.runs.of(size, tool, scenario):
        return None
    return sum(known.written(size, tool, kind) or 0 for kind in SCENARIOS[scenario])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main() -> None:
    """Write the results and say what they are."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.photos.report", description=main.__doc__
    )
    parser.add_argument("--record", type=Path, default=kept.DEFAULT)
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args()
    known = kept.load(asked.record)
    asked.out.write_text(report(known), encoding="utf-8")
    for size in known.sizes[:1]:
        for goal in GOALS:
            value = shown(goal.value(known, size), "{:.2f}".format)
            print(f"{goal.verdict(known, size):13} {goal.text}: {value} ≥ {goal.least:g}")


if __name__ == "__main__":
    main()
