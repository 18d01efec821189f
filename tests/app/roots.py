"""A small root on disk for tests of whole commands: an area, two units, a project, a photo."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from PIL import Image

DAY = date(2026, 11, 21)
SITE = 'title = "小站"\nlocales = ["zh-CN"]\n[identity]\nhost = "示例单位"\n'
AREA = """---
name: 小区
level: district
departments: [{id: works, name: 工程科}]
sources: [{id: paper, title: 报道, outlet: 日报, date: 2026-01-05}]
source: paper
---
这里是介绍。
"""
REGISTER = """code,name,slug,kind,street,street_slug
510114001001,东门社区居委会,dongmen,community,长街街道,changjie
510114001002,西门社区居委会,ximen,community,长街街道,changjie
"""
PROFILE = """---
name: 东门社区
photos: [{photo: gate.jpg}]
---
一村一策。
"""
PROJECT = """---
title: 村道加宽
status: implementation
period: {due: 2026-10-31}
funds: [{id: county, source: 县级财政, planned: 120万 CNY}]
quantities: [{id: widened, label: 加宽, unit: km, planned: 4.5}]
---
为了会车。
"""
PHOTOS = "photos: [{file: gate.jpg, caption: 东门, people: none}]\n"
FRAMEWORK = """name: 四型社区
areas: [small]
dimensions: [{id: safe, name: 平安, letter: 安, colour: red}]
assessors: [{id: office, name: 专班, scale: {kind: number, min: 0, max: 100}}]
indicators: [{id: order, name: 秩序, dimension: safe, nature: soft, assessors: [office]}]
missing: leave-out
"""
UNIT = "content/communities/small/dongmen"


def photo() -> bytes:
    """A photo as a camera leaves it."""
    written = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(written, "JPEG")
    return written.getvalue()


def files() -> dict[str, bytes]:
    """The files of the root by path."""
    texts = {
        "site.toml": SITE,
        "content/frameworks/four.yaml": FRAMEWORK,
        "content/communities/small/area.md": AREA,
        "content/communities/small/register.csv": REGISTER,
        f"{UNIT}/index.md": PROFILE,
        f"{UNIT}/projects/road.md": PROJECT,
        f"{UNIT}/photos/photos.yaml": PHOTOS,
    }
    return {name: text.encode() for name, text in texts.items()} | {
        f"{UNIT}/photos/gate.jpg": photo()
    }


def small_root(path: Path, **more: str | None) -> Path:
    """Write the root; `more` replaces files by path, None leaves one out."""
    content = files() | {name: (text or "").encode() for name, text in more.items()}
    for name, data in content.items():
        if name in more and more[name] is None:
            continue
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data)
    return path


def change(path: Path, was: str, now: str) -> None:
    """Replace words in a file."""
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, now), "utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """The files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
