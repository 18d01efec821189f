"""New content: valid, commented files that staff fill in. Nothing is ever overwritten.

Owns what a fresh file says. Each text passes `check` as it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from sunlit.app.root import Root
from sunlit.diagnostics import Findings
from sunlit.locale.moments import parse_moment
from sunlit.model.framework import Framework
from sunlit.model.method import Nature, ScaleKind
from sunlit.paths import RESERVED_AREA, RESERVED_SITE, SLUG
from sunlit.source.register import read_register
from sunlit.views.keys import spelt


class RefusedError(Exception):
    """The file was not written; the message says why, in Chinese and English."""


class NewFile(Struct, frozen=True):
    """A path below the root and its text."""

    path: str
    text: str


def slug_of(name: str) -> str:
    """A slug proposed from a Chinese name: 双龙村 becomes shuanglongcun."""
    return spelt(name)[0]


def new_area(slug: str, name: str, level: str) -> tuple[NewFile, ...]:
    """`area.md` and an empty register."""
    _usable(slug, RESERVED_SITE)
    base = f"content/communities/{slug}"
    text = f"""---
name: {_named(name)}
level: {level}            # city 市、district 区县、town 镇街
# part_of: chengdu        # 上级地区的编号
# summary: 一句话说明这个地区的社区工作
sources: []               # 每个来源：{{id, title, outlet, date, url}}
figures: []               # 每个数据：{{id, label, unit, value, as_of, source}}
---

在这里介绍这个地区的社区工作。
"""
    return (
        NewFile(f"{base}/area.md", text),
        NewFile(f"{base}/register.csv", "code,name,slug,kind,street,street_slug\n"),
    )


def new_unit(area: str, slug: str, name: str) -> tuple[NewFile, ...]:
    """A unit's profile."""
    _usable(area, RESERVED_SITE)
    _usable(slug, RESERVED_AREA)
    text = f"""---
name: {_named(name)}
frameworks: []            # 参加的体系：{{framework, dimensions: [], batch: 2026}}
responsible: []           # 责任：{{department, role}}，写岗位，不写人名
figures: []               # 基本数据：{{id, label, unit, value, as_of, aspect}}
honours: []               # 荣誉：{{id, what, by, date, how}}
---

在这里写“一村一策”：要做什么、为什么、为谁做。
"""
    return (NewFile(f"content/communities/{area}/{slug}/index.md", text),)


def new_project(area: str, unit: str, id: str, title: str) -> tuple[NewFile, ...]:
    """A ledger entry."""
    usable_unit(area, unit)
    _usable(id, frozenset())
    text = f"""---
title: {_named(title)}
# dimensions: [green]     # 所属维度
# horizon: near           # near 近期、middle 中期、long 远期
# identification 谋划、preparation 准备、implementation 实施、completion 收尾、completed 完成
status: identification
# responsible: {{department: transport, role: 分管副镇长}}
# period: {{start: 2026-03-01, due: 2026-11-30}}
# {{id: county, source: 县级财政, planned: 120万 CNY, spent: [{{as_of: 2026-09-30, value: 64万}}]}}
funds: []
# {{id: widened, label: 村道加宽, unit: km, planned: 4.5, done: []}}
quantities: []
# {{id: handover, label: 竣工验收, due: 2026-11-15}}
milestones: []
changes: []               # 公布以后改任何数字，都要在这里记一笔
---

做什么、为什么做、为谁做。
"""
    return (NewFile(f"content/communities/{area}/{unit}/projects/{id}.md", text),)


def new_update(area: str, unit: str, day: date, *, id: str, title: str) -> tuple[NewFile, ...]:
    """A dated update."""
    usable_unit(area, unit)
    _usable(id, frozenset())
    text = f"""---
title: {_named(title)}
date: {day.isoformat()}
# projects: [village-road]    # 相关工程的编号
---

发生了什么。
"""
    name = f"{day.isoformat()}-{id}"
    return (NewFile(f"content/communities/{area}/{unit}/updates/{name}.md", text),)


def new_scores(
    area: str, unit: str, framework: str, *, period: str, record: Framework
) -> tuple[NewFile, ...]:
    """A score sheet with a line, commented out, for every score that the framework asks for."""
    usable_unit(area, unit)
    _usable(framework, frozenset())
    if parse_moment(period) is None:
        raise RefusedError(f"“{period}”不是期间，写成 2026-q3 / {period} is no period")
    lines = [line for one in record.indicators for line in _score_lines(record, one.id)]
    body = "\n".join(lines) or "# 这个体系没有指标"
    text = f"""# {_line(record.name)} · {period}
# 先删掉 scores 后面的 []，再去掉要填的行首的“# ”，填上 value。缺的分不要写 0，留着不写。
# published: 2026-10-15
scores: []
{body}
"""
    return (NewFile(f"content/communities/{area}/{unit}/scores/{framework}/{period}.yaml", text),)


def _score_lines(framework: Framework, indicator: str) -> list[str]:
    one = next(item for item in framework.indicators if item.id == indicator)
    if one.nature is Nature.HARD:
        return [
            f"# - {{indicator: {one.id}, value: }}    # {_line(one.name)}（{one.unit or '实测值'}）"
        ]
    scales = {item.id: item.scale.kind for item in framework.assessors}
    return [
        f"# - {{indicator: {one.id}, assessor: {assessor}, value: }}"
        f"    # {_line(one.name)}（{_SCALE_HINT[scales[assessor]]}）"
        for assessor in one.assessors
        if assessor in scales
    ]


def _line(text: object) -> str:
    """A text on one line, for a comment."""
    return " ".join(str(text).split())


_SCALE_HINT = {
    ScaleKind.NUMBER: "分数",
    ScaleKind.GRADE: "等次",
    ScaleKind.STARS: "星级",
    ScaleKind.VOTES: "得票，例如 83/100",
}


def write_new(root: Path, files: Sequence[NewFile]) -> tuple[str, ...]:
    """Write the files; raises RefusedError, having written none, when one is there already."""
    for file in files:
        if (root / file.path).exists():
            raise RefusedError(f"已经有 {file.path} / {file.path} is there already")
    for file in files:
        target = root / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8", newline="\n")
    return tuple(file.path for file in files)


def usable_unit(area: str, unit: str) -> None:
    """Raise RefusedError where one of the two cannot be a folder of the content."""
    _usable(area, RESERVED_SITE)
    _usable(unit, RESERVED_AREA)


def unit_slugs(root: Path, area: str) -> frozenset[str]:
    """The units of an area: those of its register and those with a folder."""
    here = Root(root)
    register = here.read(f"content/communities/{area}/register.csv") or b""
    rows = read_register(register.decode("utf-8", "replace"), path="", found=Findings())
    return frozenset((*here.units(area), *(row.slug for row in rows)))


def _usable(slug: str, reserved: frozenset[str]) -> None:
    if not SLUG.fullmatch(slug) or slug in reserved:
        raise RefusedError(
            f"“{slug}”不能用作编号：只用小写字母、数字和连字符 / "
            f"{slug} cannot be an id: use lower-case letters, digits and hyphens"
        )


def _named(text: str) -> str:
    """A title or name as a YAML scalar."""
    if not text.strip():
        raise RefusedError("名称是空的 / the name is empty")
    return _quoted(text)


def _quoted(text: str) -> str:
    """The text on one line as a YAML scalar: plain where nobody could misread it, else quoted."""
    line = " ".join(text.split())
    if _PLAIN.fullmatch(line) and line.lower() not in ("null", "true", "false"):
        return line
    return json.dumps(line, ensure_ascii=False)


# Words of letters, the first not of digits; everything else goes into double quotes.
_PLAIN = re.compile(r"[^\W\d_][\w、，。（）《》“”·]*(?: [\w、，。（）《》“”·]+)*")
