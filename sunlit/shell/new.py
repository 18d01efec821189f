"""`build.py new`: content files to fill in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sunlit.shell.options import LANG, ROOT, day_of
from sunlit.shell.printing import print_lines, report, say

if TYPE_CHECKING:
    from sunlit.app.new import NewFile


@click.group()
def new() -> None:
    """新建内容文件，带说明。 New content files, with comments."""


@new.command("area")
@click.argument("slug")
@click.option("--name", required=True, help="名称 / Name.")
@click.option("--level", type=click.Choice(["city", "district", "town"]), default="district")
@ROOT
@LANG
def new_area(slug: str, name: str, level: str, root: Path, lang: str) -> None:
    """新建地区。 A new area."""
    from sunlit.app import new as making

    _write(lambda: making.new_area(slug, name, level), root, lang)


@new.command("unit")
@click.argument("area")
@click.argument("slug", required=False)
@click.option("--name", required=True, help="名称 / Name.")
@ROOT
@LANG
def new_unit(area: str, slug: str | None, name: str, root: Path, lang: str) -> None:
    """新建社区或村；不写编号时用拼音。 A new unit; its slug from pinyin when left out."""
    from sunlit.app import new as making

    _write(lambda: making.new_unit(area, slug or making.slug_of(name), name), root, lang)


@new.command("project")
@click.argument("area")
@click.argument("unit")
@click.argument("id", required=False)
@click.option("--title", required=True, help="名称 / Title.")
@ROOT
@LANG
def new_project(area: str, unit: str, id: str | None, title: str, root: Path, lang: str) -> None:
    """新建工程。 A new project."""
    from sunlit.app import new as making

    _known_unit(root, area, unit, lang)
    _write(lambda: making.new_project(area, unit, id or making.slug_of(title), title), root, lang)


@new.command("update")
@click.argument("area")
@click.argument("unit")
@click.argument("id", required=False)
@click.option("--title", required=True, help="标题 / Title.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="日期 / Date.")
@ROOT
@LANG
def new_update(
    area: str, unit: str, id: str | None, title: str, day: datetime | None, root: Path, lang: str
) -> None:
    """新建动态。 A new update."""
    from sunlit.app import new as making

    name = id or making.slug_of(title)
    _known_unit(root, area, unit, lang)
    _write(lambda: making.new_update(area, unit, day_of(day), id=name, title=title), root, lang)


@new.command("scores")
@click.argument("area")
@click.argument("unit")
@click.argument("framework")
@click.argument("period")
@ROOT
@LANG
def new_scores(area: str, unit: str, framework: str, period: str, root: Path, lang: str) -> None:
    """新建评分表，列出要填的每一项。 A new score sheet with every score to fill in."""
    from sunlit.app import new as making
    from sunlit.diagnostics import Findings
    from sunlit.source.content import read_framework

    path = f"content/frameworks/{framework}.yaml"
    found = Findings()
    try:
        located = read_framework(path, (root / path).read_bytes(), found)
    except FileNotFoundError:
        say(lang, f"没有 {path}。", f"There is no {path}.")
        sys.exit(1)
    if located is None:
        report(tuple(found), root, "text", lang)
        sys.exit(1)
    record = located.record
    _write(
        lambda: making.new_scores(area, unit, framework, period=period, record=record), root, lang
    )


@new.command("photo")
@click.argument("area")
@click.argument("unit")
@ROOT
@LANG
def new_photo(area: str, unit: str, root: Path, lang: str) -> None:
    """给还没有说明的照片写好要填的几行。 Entries to fill in for photos without one."""
    from sunlit.app.new import RefusedError
    from sunlit.app.new_photo import new_photos
    from sunlit.diagnostics import Findings

    _known_unit(root, area, unit, lang)
    found = Findings()
    try:
        new = new_photos(root, area, unit, found)
    except RefusedError as refused:
        click.echo(str(refused), err=True)
        sys.exit(1)
    report(tuple(found), root, "text", lang)
    if new:
        path = f"content/communities/{area}/{unit}/photos/photos.yaml"
        say(lang, f"{path} 里新加了 {len(new)} 张照片：", f"{len(new)} photos added to {path}:")
        print_lines(f"  {one.name}" + (f" ({one.taken})" if one.taken else "") for one in new)
        say(
            lang,
            "填上 caption 和 people，核对 date，再运行 build.py check。",
            "Fill in caption and people, check the date, then run build.py check.",
        )
    elif not found.stops:
        say(lang, "每张照片都有说明。", "Every photo has its entry.")
    sys.exit(found.stops)


def _known_unit(root: Path, area: str, unit: str, lang: str) -> None:
    """End with 1 when there is no such unit: a slip of the pen would found a community."""
    from sunlit.app.new import unit_slugs
    from sunlit.source.nearest import nearest

    known = unit_slugs(root, area)
    if unit in known:
        return
    near = nearest(unit, known)
    say(
        lang,
        f"{area} 没有社区 {unit}" + (f"，是不是 {near}？" if near else "；先用 new unit 新建。"),
        f"{area} has no unit {unit}" + (f"; {near}?" if near else "; make it with new unit."),
    )
    sys.exit(1)


def _write(making: Callable[[], Sequence[NewFile]], root: Path, lang: str) -> None:
    from sunlit.app.new import RefusedError, write_new

    try:
        written = write_new(root, making())
    except RefusedError as refused:
        click.echo(str(refused), err=True)
        sys.exit(1)
    for path in written:
        say(lang, f"新建 {path}", f"New: {path}")
