"""Units, areas and projects for tests of the rules, written as their files are written."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent
from typing import TypeVar

from sunlit.diagnostics import Findings
from sunlit.locale.moments import Moment, parse_moment
from sunlit.model.project import Project
from sunlit.model.record import Record
from sunlit.model.unit import RegisterRow, UnitKind
from sunlit.rules.known import Known
from sunlit.source.content import (
    Files,
    UnitContent,
    read_area,
    read_catalogue,
    read_framework,
    read_unit,
)
from sunlit.source.decode import decode
from sunlit.source.settings import SiteSettings
from sunlit.source.yaml import read_yaml

AREA = "name: 新都区\nlevel: district\ndisclosure: {start: 2026-01}\n"
FRAMEWORK = """\
name: 四型社区
areas: [xindu]
tiers:
  - {id: must, name: 必选, required: true}
  - {id: free, name: 自选}
dimensions:
  - {id: safe, name: 平安, letter: 安, colour: red, tier: must}
  - {id: green, name: 绿色, letter: 绿, colour: green, tier: free}
  - {id: happy, name: 幸福, letter: 幸, colour: orange, tier: free}
assessors:
  - {id: office, name: 专班, scale: {kind: number, min: 0, max: 100}}
indicators:
  - {id: order, name: 秩序, dimension: safe, nature: soft, assessors: [office]}
  - {id: lawns, name: 绿地, dimension: green, nature: soft, assessors: [office]}
"""


def moment(text: str) -> Moment:
    """A date that is one."""
    parsed = parse_moment(text)
    assert parsed is not None, text
    return parsed


R = TypeVar("R", bound=Record)


def record(kind: type[R], text: str) -> R:
    """A record from the text of its file, without a mistake."""
    found = Findings()
    tree = read_yaml(dedent(text), path="a.yaml", found=found)
    located = decode(tree, kind, path="a.yaml", found=found) if tree else None
    assert located is not None, [one.message.en for one in found]
    return located.record


def project(text: str) -> Project:
    """A ledger entry from its head."""
    return record(Project, text)


def known(*, area: str = AREA, framework: str = FRAMEWORK, catalogue: str = "") -> Known:
    """What units know of an area with one framework."""
    found = Findings()
    files = Files("content/communities/xindu", {"area.md": f"---\n{area}---\n".encode()})
    content = read_area("xindu", (), files, found)
    read = read_framework("content/frameworks/four.yaml", framework.encode(), found)
    items = read_catalogue("content/catalogue.yaml", catalogue.encode(), found)
    assert content is not None
    assert read is not None
    assert list(found) == [], [one.message.en for one in found]
    return Known("xindu", content.area, (), (read,), items if catalogue else None, SiteSettings())


def unit(
    texts: Mapping[str, str] | None = None, *, slug: str = "shuanglong", number: int = 1
) -> UnitContent:
    """A unit from its files; `index` is the head of `index.md`, `projects/a` that of a project."""
    files = {}
    for name, text in (texts or {}).items():
        body = dedent(text)
        if name == "index" or name.startswith(("projects/", "updates/")):
            files[f"{name}.md"] = f"---\n{body}---\n".encode()
        else:
            files[f"{name}.yaml"] = body.encode()
    row = RegisterRow(
        f"510114001{number:03d}", f"{slug}村委会", slug, UnitKind.VILLAGE, "桂湖街道", "guihu"
    )
    found = Findings()
    content = read_unit(
        "xindu", slug, row, Files(f"content/communities/xindu/{slug}", files), found
    )
    assert list(found) == [], [(one.span, one.message.en) for one in found]
    return content
