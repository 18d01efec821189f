"""What a record may name by an id: the kinds of things, and how a dangling name is reported.

Owns the words for each kind, so that every dangling reference reads alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from sunlit.diagnostics import Findings, Span
from sunlit.source.nearest import did_you_mean


class Kind(Enum):
    """A kind of thing with an id; the value is the code of a name that leads nowhere."""

    SOURCE = "unknown-source"
    DEPARTMENT = "unknown-department"
    FRAMEWORK = "unknown-framework"
    DIMENSION = "unknown-dimension"
    TRACK = "unknown-track"
    TIER = "unknown-tier"
    INDICATOR = "unknown-indicator"
    ASSESSOR = "unknown-assessor"
    BATCH = "unknown-batch"
    PROJECT = "unknown-project"
    UNIT = "unknown-unit"
    AREA = "unknown-area"
    PHOTO = "unknown-photo"
    ITEM = "unknown-item"
    NODE = "unknown-node"


class _Words(NamedTuple):
    zh: str
    en: str
    remedy_zh: str
    remedy_en: str


_WORDS = {
    Kind.SOURCE: _Words(
        "没有编号为“{}”的来源", "there is no source `{}`",
        "先在 sources 里写上这个来源。", "List it under `sources` first."),
    Kind.DEPARTMENT: _Words(
        "地区没有编号为“{}”的部门", "the area has no department `{}`",
        "先在 area.md 的 departments 里写上这个部门。", "List it under `departments` in area.md."),
    Kind.FRAMEWORK: _Words(
        "没有适用于本地区的考核体系“{}”", "no framework `{}` applies to this area",
        "在体系文件的 areas 里写上本地区，或者删掉这一项。",
        "Add this area to `areas` of the framework, or delete this entry."),
    Kind.DIMENSION: _Words(
        "适用的考核体系里没有维度“{}”", "no framework that applies has a dimension `{}`",
        "用体系文件 dimensions 里的编号。", "Use an id from the framework's `dimensions`."),
    Kind.TRACK: _Words(
        "适用的考核体系里没有类别“{}”", "no framework that applies has a track `{}`",
        "用体系文件 tracks 里的编号。", "Use an id from the framework's `tracks`."),
    Kind.TIER: _Words(
        "没有层次“{}”", "there is no tier `{}`",
        "先在 tiers 里写上这个层次。", "List it under `tiers` first."),
    Kind.INDICATOR: _Words(
        "这个考核体系没有指标“{}”", "the framework has no indicator `{}`",
        "用体系文件 indicators 里的编号。", "Use an id from the framework's `indicators`."),
    Kind.ASSESSOR: _Words(
        "这里没有评价主体“{}”", "there is no assessor `{}` here",
        "用体系文件 assessors 里、这项指标写明的编号。",
        "Use an assessor that the framework names for this indicator."),
    Kind.BATCH: _Words(
        "这个考核体系没有“{}”这一批", "the framework has no batch `{}`",
        "用体系文件 batches 里的年份。", "Use a year from the framework's `batches`."),
    Kind.PROJECT: _Words(
        "这个社区没有编号为“{}”的工程", "the unit has no project `{}`",
        "用 projects/ 里的文件名，不带 .md。", "Use the name of a file in projects/, without .md."),
    Kind.UNIT: _Words(
        "登记册里没有社区“{}”", "the register has no unit `{}`",
        "用登记册 slug 一栏里的编号。", "Use a slug from the register."),
    Kind.AREA: _Words(
        "本站没有地区“{}”", "this site has no area `{}`",
        "用 content/communities/ 里的文件夹名。", "Use a folder's name in content/communities/."),
    Kind.PHOTO: _Words(
        "没有照片“{}”", "there is no photo `{}`",
        "把照片放进这个社区的 photos/，并写进 photos.yaml。",
        "Put it into the unit's photos/ and list it in photos.yaml."),
    Kind.ITEM: _Words(
        "公开目录里没有事项“{}”", "the catalogue has no item `{}`",
        "用 content/catalogue.yaml 里的编号。", "Use an id from content/catalogue.yaml."),
    Kind.NODE: _Words(
        "这张图里没有机构“{}”", "this chart has no body `{}`",
        "用同一张图里另一个机构的编号。", "Use the id of another body of the same chart."),
}  # fmt: skip


def dangling(kind: Kind, name: str, *, known: Iterable[str], span: Span, found: Findings) -> None:
    """Report a name that leads nowhere, with the nearest that does."""
    words = _WORDS[kind]
    found.error(
        kind.value,
        span,
        message=(words.zh.format(name), words.en.format(name)),
        hint=did_you_mean(name, known) or (words.remedy_zh, words.remedy_en),
    )
