"""`RESULTS.md` out of what was measured.

    python -m benchmarks.report [--record FILE] [--out FILE]

Owns the tables and the words around them. Every number is computed from the record; the list of
what is unequal stands here in words.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks import record
from benchmarks.content import SIZES
from benchmarks.edits import SCENARIOS
from benchmarks.goals import exponent, goals, ratio, shown
from benchmarks.record import FLOOR, Record
from benchmarks.stage import Size
from benchmarks.tools import TOOLS

OUT = Path(__file__).resolve().parent / "RESULTS.md"
NAMES = {"ours": "Sunlit", "hugo": "Hugo", "zola": "Zola"} | {
    "eleventy": "Eleventy",
    "pelican": "Pelican",
}
SAID = {
    "cold": "cold: no site, no state",
    "nochange": "no change",
    "spent": "one project's `spent` edited",
    "score": "one score edited, ranks move",
    "weight": "a framework's weight edited",
    "style": "stylesheet edited",
    "clone": "fresh clone, state restored",
}
ALLOWED = 0.10
"""How far the HTML of a site may be from Sunlit's, as a share of it."""

GOALS = """\
*Measured* is the ratio of the medians of wall time, unless said otherwise, and what the verdict
goes by. *Round by round* is the same ratio within each round, where the two ran one after the
other: its median, and the least and the most. Where the machine is shared with others, the second
tells how much of the first is theirs."""

UNEQUAL = """\
What is not the same work:

- **More by Sunlit.** It checks every file (types, totals, dates, references, personal data) before
  it writes; writes `manifest.sha256`; syncs the new edition to the disk and exchanges it in one
  step. No peer does.
- **The same content by Hugo.** Its templates compute and write what Sunlit's pages hold: each
  figure with its date, source, anchor and history, charts, ranks, lists; its `data.json` has the
  same figures, series, scores and equations, its feeds the same entries. What still differs: ids
  of headings in prose, the order of what is of the same day, the last digit of a few bars, and the
  text of six single pages (about, accessibility, data, disclosure, frameworks, reports) and parts
  of the method's.
- **Less by Zola.** Works, units, updates and ledgers hold what Sunlit's do, with simpler words
  where ranks are shared; lists, streets, areas, dimensions and `data.json` hold less.
- **Less by Eleventy and Pelican.** They draw no charts but the bars of a ledger's rows, give
  figures no source and less of their history, and their `data.json` has less structure.
- **Padding.** Where the pages of a kind lack more than 5% of Sunlit's bytes, they are filled with
  static text, and a `data.json` with one long string. A copied text costs less than a computed one:
  this favours the peers. How much of each site is padding stands below. With Hugo, what updates and
  the matrix of a street lack are links (see “Files”).
- **Given ready to all peers**: whether a work is late, its year, the names behind its ids, the
  pinyin that names are found by.
- **Given ready to Zola**: scores and ranks; in what order works and news come, and what comes
  before and after each; for each page of an area the rows that it lists, sorted, with counts and
  sums, in its head or in a data file of its own. Tera can neither sort what it has computed nor
  keep a result for the next page, and it copies all that a filter or `load_data` gives. Computing
  these is not in its time, and a few constants (title and date of the source, the threshold of a
  list) are literals of its templates: this favours Zola.
- **Computed once in the peers' own code**: Eleventy's settings (JavaScript) and Pelican's plugin
  (Python) compute ranks once for all pages; Hugo's templates do it with `partialCached`.
- **Files.** Sunlit alone has `manifest.sha256`. Zola has no `changes/feed.xml` (a feed belongs to a
  section) and a `feed.json` and `data.json` more for each area and the site. Eleventy and Pelican
  write no `robots.txt`. Links of the peers are absolute paths, Sunlit's are relative.
- **Edits.** Hugo, Zola and Eleventy have no incremental build in a new process: they build all of
  it again. Pelican reads its content from a cache. In a fresh clone they are given what they keep.
- **How they are run.** Zola is the addon of its npm package in Node.js, where the system's glibc is
  older than it wants with a newer one beside it; Node.js is part of its memory and start.
- **Areas.** At M and L the 20 areas lie side by side. There is no area above them.
"""


def report(known: Record) -> str:
    """The whole page."""
    sizes = [size for size in SIZES if known.sites(size) or any(o.size == size for o in known.runs)]
    parts = [
        "# Results\n\nMade by `python -m benchmarks.report`; how to repeat it is in "
        "[the developers' pages](../docs/developers/benchmarks.md).\n",
        "## Where and when\n\n" + _table(("", ""), _machine(known)),
        f"## Goals\n\n{GOALS}\n\n{_goals(known)}",
    ]
    for size in sizes:
        parts.append(_size(known, size))
    parts += ["## Growth\n\n" + _growth(known), "## Inequalities\n\n" + UNEQUAL]
    return "\n".join(parts)


def _machine(known: Record) -> Iterator[tuple[str, str]]:
    yield from ((name, what) for name, what in known.machine.items() if name != "commit")
    for commit, sizes in known.commits().items():
        each = (f"{size}: {', '.join(scenarios)}" for size, scenarios in sizes.items())
        yield "commit", f"{commit or 'not known'} ({'; '.join(each)})"
    for tool, version in known.versions.items():
        yield NAMES[tool], "as committed" if tool == "ours" else version
    for tool in TOOLS:
        if tool not in known.versions and tool not in known.failed:
            yield NAMES[tool], "was not run"
    for what, why in known.failed.items():
        yield f"{what} **could not run**", " ".join(why.split())[:300].replace("|", "/")


def _goals(known: Record) -> str:
    rows = (
        (
            *(one.text, f"≤ {one.most:g}", shown(one.value, "{:.3f}".format), one.verdict),
            *(_spread(one.rounds), str(len(one.rounds) or "—")),
        )
        for one in goals(known)
    )
    head = ("goal", "at most", "measured", "", "round by round", "rounds")
    return _table(head, rows)


def _spread(ratios: Sequence[float]) -> str:
    """The middle one of some ratios, with the least and the most."""
    if not ratios:
        return "—"
    return f"{statistics.median(ratios):.3f} ({min(ratios):.3f}–{max(ratios):.3f})"


def _size(known: Record, size: str) -> str:
    units, areas = SIZES[size].units, SIZES[size].areas
    found = f"## {size}: {units:,} units in {areas} area{'s' if areas > 1 else ''}\n\n"
    for scenario in SCENARIOS:
        rows = list(_rows(known, size, scenario))
        if rows:
            head = ("", "runs", "wall s", "CPU s", "peak MB", "Sunlit ÷ it", "it ÷ `cp -r`")
            found += f"### {SAID[scenario]}\n\n" + _table(head, rows) + "\n"
    return found + _pages(known, size)


def _rows(known: Record, size: str, scenario: str) -> Iterator[tuple[str, ...]]:
    ours = known.median(size, "ours", scenario)
    floor = known.median(size, FLOOR, "cold")
    tools = [tool for tool in TOOLS if known.of(size, tool, scenario)]
    for tool in (*tools, FLOOR) if tools else ():
        runs = known.of(size, tool, "cold" if tool == FLOOR else scenario)
        wall, cpu, peak = (
            known.median(size, tool, "cold" if tool == FLOOR else scenario, what)
            for what in ("wall", "cpu", "peak")
        )
        yield (
            NAMES.get(tool, f"`{tool}` of the finished site"),
            str(len(runs)),
            shown(wall, "{:.2f}".format),
            shown(cpu, "{:.2f}".format),
            shown(peak, lambda value: f"{value / 1e6:.0f}"),
            shown(ratio(ours, wall), "{:.3f}".format),
            shown(ratio(wall, floor), "{:.1f}".format),
        )


def _pages(known: Record, size: str) -> str:
    sites = known.sites(size)
    if "ours" not in sites:
        return "Sunlit was not measured at this size.\n"
    peers = [tool for tool in TOOLS if tool in sites and tool != "ours"]
    head = ("kind of page", "Sunlit", *(NAMES[peer] for peer in peers))
    rows = []
    for kind, one in sites["ours"].items():
        if kind == "other" or kind.endswith("-data"):
            continue
        others = [_beside(one, sites[peer].get(kind)) for peer in peers]
        rows.append((kind, f"{one.files:,} × {one.bytes / one.files / 1000:.1f} kB", *others))
    whole = html(sites["ours"])
    totals = [_beside(whole, html(sites[peer])) for peer in peers]
    rows.append(("**all HTML**", f"{whole.files:,}, {whole.bytes / 1e6:.1f} MB", *totals))
    padded = [shown(padding_share(known, size, peer), "{:.0%}".format) for peer in peers]
    rows.append(("of it padding", "0%", *padded))
    verdicts = [_verdict(sites["ours"], sites[peer]) for peer in peers]
    rows.append((f"same pages, each kind's bytes within {ALLOWED:.0%}", "", *verdicts))
    return f"### Pages of {size}\n\nBytes as a share of Sunlit's.\n\n" + _table(head, rows)


def html(kinds: dict[str, Size]) -> Size:
    """All pages of a site together."""
    pages = [one for kind, one in kinds.items() if kind != "other" and not kind.endswith("-data")]
    return Size(sum(one.files for one in pages), sum(one.bytes for one in pages))


def padding_share(known: Record, size: str, peer: str) -> float | None:
    """How much of a peer's HTML is padding."""
    bare = known.found.get(size, {}).get(f"bare {peer}")
    full = known.sites(size).get(peer)
    if bare is None or full is None:
        return None
    return 1 - html({kind: Size(*one) for kind, one in bare.items()}).bytes / html(full).bytes


def _beside(ours: Size, theirs: Size | None) -> str:
    if theirs is None:
        return "**missing**"
    count = "" if theirs.files == ours.files else f"**{theirs.files:,}** × "
    return f"{count}{theirs.bytes / ours.bytes:.2f}"


def _verdict(ours: dict[str, Size], theirs: dict[str, Size]) -> str:
    if html(ours).files != html(theirs).files:
        return "**NO: other pages**"
    pages = [kind for kind in ours if kind != "other" and not kind.endswith("-data")]
    off = [kind for kind in pages if not _near(ours[kind], theirs.get(kind))]
    return f"**NO: {', '.join(off)}**" if off else "yes"


def _near(ours: Size, theirs: Size | None) -> bool:
    if theirs is None or theirs.files != ours.files:
        return False
    return abs(theirs.bytes / ours.bytes - 1) <= ALLOWED


def _growth(known: Record) -> str:
    rows = (
        (NAMES[tool], *(shown(exponent(known, tool, what), "{:.2f}".format) for what in _GROWS))
        for tool in TOOLS
    )
    text = "The exponent x in “grows with the number of units to the power of x”, S to L, cold.\n\n"
    return text + _table(("", "wall", "CPU", "peak memory"), rows)


_GROWS = ("wall", "cpu", "peak")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main() -> None:
    """Write the results and say what they are."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.report", description=main.__doc__)
    parser.add_argument("--record", type=Path, default=record.DEFAULT)
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args()
    known = record.load(asked.record)
    asked.out.write_text(report(known), encoding="utf-8")
    for goal in goals(known):
        print(
            f"{goal.verdict:13} {goal.text}: {shown(goal.value, '{:.3f}'.format)} ≤ {goal.most:g}"
        )


if __name__ == "__main__":
    main()
