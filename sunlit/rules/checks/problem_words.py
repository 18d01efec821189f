"""How a problem of a framework or a score sheet reads, and where it stands.

Owns the sentences of every code that scoring reports. `{}` names stand for the problem's values.
"""

from __future__ import annotations

from typing import NamedTuple

from sunlit.diagnostics import Findings
from sunlit.rules.checks.kinds import Kind, dangling
from sunlit.rules.checks.walk import Placed
from sunlit.rules.scoring import Problem


class _Said(NamedTuple):
    zh: str
    en: str
    hint_zh: str
    hint_en: str


def report(problem: Problem, placed: Placed, found: Findings) -> None:
    """The problem at its place, in both languages."""
    span = placed.span(*problem.path)
    kind = next((one for one in Kind if one.value == problem.code), None)
    if kind is not None:
        known = [near] if (near := problem.value("nearest")) else []
        dangling(kind, problem.value("id"), known=known, span=span, found=found)
        return
    said = _SAID[_key(problem)]
    values = dict(problem.values)
    nearest = problem.value("nearest")
    hint = (said.hint_zh.format(**values), said.hint_en.format(**values))
    found.error(
        problem.code,
        span,
        message=(said.zh.format(**values), said.en.format(**values)),
        hint=(f"改成 {nearest}。", f"Write {nearest}.") if nearest else hint,
    )


def _key(problem: Problem) -> str:
    """The code; with its reason where one code has several sentences."""
    why = problem.value("why")
    if why:
        return f"{problem.code}/{why}"
    if problem.code == "score-bad-votes" and problem.value("cast"):
        return "score-bad-votes/counts"
    if problem.code == "target-group" and (given := problem.value("given")):
        return "target-group/several" if "、" in given else "target-group/empty"
    return problem.code


_SAID = {
    "duplicate-id": _Said(
        "“{id}”出现了两次", "`{id}` stands twice",
        "删掉一项，或者给它自己的编号。", "Delete one, or give it an id of its own."),
    "hard-with-assessor": _Said(
        "硬指标“{id}”不由人评价，却写了 assessors", "the measured indicator `{id}` has assessors",
        "删掉 assessors，或者把 nature 改成 soft。", "Delete `assessors`, or write nature soft."),
    "soft-without-assessor": _Said(
        "软指标“{id}”没有写由谁评价", "the judged indicator `{id}` has no assessors",
        "加上 assessors。", "Add `assessors`."),
    "soft-with-scale": _Said(
        "软指标“{id}”用不上 {field}", "the judged indicator `{id}` has no use for `{field}`",
        "删掉 {field}，或者把 nature 改成 hard。", "Delete `{field}`, or write nature hard."),
    "hard-without-scale": _Said(
        "硬指标“{id}”要写 floor（0 分的值）和 target（100 分的值）",
        "the measured indicator `{id}` needs both `floor` and `target`",
        "补上缺的那个值。", "Add the one that is missing."),
    "indicator-floor-equals-target": _Said(
        "“{id}”的 floor 和 target 都是 {target}",
        "`floor` and `target` of `{id}` are both {target}",
        "写两个不同的值。", "Write two different values."),
    "indicator-direction": _Said(
        "“{id}”的 floor 是 {floor}、target 是 {target}，方向与 direction 相反",
        "`{id}` goes from {floor} to {target}, against its `direction`",
        "direction 写 {direction}，或者对调两个值。", "Write {direction}, or swap the two values."),
    "points-off-scale": _Said(
        "{value} 不是 0 到 100 的分数", "{value} is not within 0 and 100 points",
        "写 0 到 100 之间的数。", "Write a number from 0 to 100."),
    "scale-incomplete": _Said(
        "{kind} 量表没有写 {field}", "a scale of kind {kind} needs `{field}`",
        "加上 {field}。", "Add `{field}`."),
    "scale-needless": _Said(
        "{kind} 量表用不上 {field}", "a scale of kind {kind} has no use for `{field}`",
        "删掉 {field}，或者改 kind。", "Delete `{field}`, or change `kind`."),
    "scale-empty": _Said(
        "最高分 {max} 不高于最低分 {min}", "the highest score {max} is not above the lowest, {min}",
        "核对 min 和 max。", "Check `min` and `max`."),
    "scale-stars": _Said(
        "最多 {max} 颗星，应当是正整数", "{max} cannot be the largest number of stars",
        "写成 5 这样的整数。", "Write a whole number such as 5."),
    "weights-mixed": _Said(
        "“{id}”没有写权重，其他项写了", "`{id}` has no weight, while others have one",
        "全部写，或者全部不写（同权）。", "Give all weights, or none (then they are equal)."),
    "weight-not-positive": _Said(
        "“{id}”的权重 {value} 不大于零", "the weight {value} of `{id}` is not above zero",
        "写大于 0 的数；不计入的项删掉。", "Write a number above 0, or delete the entry."),
    "weight-without-indicator": _Said(
        "维度“{id}”没有指标，权重用不上", "dimension `{id}` has a weight and no indicator",
        "删掉这项权重，或者加上指标。", "Delete the weight, or add an indicator."),
    "target-group": _Said(
        "目标“{id}”没有写对象是谁", "target `{id}` does not say of whom",
        "写 all、members、of 中的一个。", "Write one of `all`, `members`, `of`."),
    "target-group/several": _Said(
        "目标“{id}”的对象写了几种：{given}", "target `{id}` names several groups: {given}",
        "只留一种。", "Keep one of them."),
    "target-group/empty": _Said(
        "目标“{id}”的对象一个社区也没有", "the group of target `{id}` is empty",
        "核对 {given} 和登记册。", "Check `{given}` and the register."),
    "target-over-group": _Said(
        "目标“{id}”写了 {count} 个，对象一共只有 {group} 个",
        "target `{id}` says {count}, of a group of {group}",
        "核对两个数。", "Check both numbers."),
    "target-reached-outside": _Said(
        "已达到的“{unit}”不在目标“{id}”的对象里",
        "`{unit}` has reached target `{id}` and is no member",
        "把它加进 members，或者从 reached 里删掉。",
        "Add it to `members`, or take it out of `reached`."),
    "target-reported-unit": _Said(
        "公布的比例要用百分数", "a reported share is given in percent",
        "写成 45% 这样的数。", "Write it like 45%."),
    "target-path/order": _Said(
        "分年目标的 {by} 不晚于上一步", "the step {by} is not later than the one before",
        "按时间先后写。", "Write the steps in the order of time."),
    "target-path/down": _Said(
        "分年目标到 {by} 的 {count} 个比上一步少", "{count} by {by} is less than the step before",
        "写累计的个数。", "Write how many in all by then."),
    "target-path/after": _Said(
        "分年目标的 {by} 晚于目标本身的期限", "the step {by} lies after the target's own date",
        "核对 by。", "Check `by`."),
    "target-path/above": _Said(
        "分年目标的 {count} 个超过目标总数", "{count} is more than the target itself",
        "核对 count。", "Check `count`."),
    "list-without-rule": _Said(
        "榜单“{id}”没有规则", "list `{id}` has no rule",
        "写 require、any_of、top 或 bottom。", "Write `require`, `any_of`, `top` or `bottom`."),
    "list-two-ends": _Said(
        "榜单“{id}”同时写了 top 和 bottom", "list `{id}` has both `top` and `bottom`",
        "只留一个。", "Keep one of them."),
    "list-of-none": _Said(
        "榜单“{id}”取 0 名", "list `{id}` takes 0 units",
        "写取几名，或者删掉这一行。", "Write how many, or delete the line."),
    "condition-unclear": _Said(
        "这个条件要有一个比较对象和一个比较", "a condition needs one subject and one comparison",
        "写成 {{total: true, at_least: 90}} 这样。",
        "Write it like {{total: true, at_least: 90}}."),
    "score-twice": _Said(
        "“{indicator}”“{assessor}”的分写了两次",
        "the score of `{indicator}` by `{assessor}` stands twice",
        "只留一个。", "Keep one of the two."),
    "score-not-taken": _Said(
        "“{indicator}”属于维度“{dimension}”，这个社区没有选它",
        "`{indicator}` is of dimension `{dimension}`, which this unit did not choose",
        "删掉这个分，或者在 index.md 里选上这个维度。",
        "Delete the score, or choose the dimension in index.md."),
    "score-with-assessor": _Said(
        "硬指标“{indicator}”不由人评价", "the measured indicator `{indicator}` has no assessor",
        "删掉 assessor。", "Delete `assessor`."),
    "score-without-assessor": _Said(
        "“{indicator}”的分没有写由谁评", "the score of `{indicator}` does not say by whom",
        "写 assessor，可选：{assessors}。", "Write `assessor`, one of: {assessors}."),
    "score-bad-number": _Said(
        "“{value}”不是能用的分数", "`{value}` is not a usable number",
        "写成 87 或 12.5 这样的数。", "Write a number such as 87 or 12.5."),
    "score-bad-grade": _Said(
        "没有“{value}”这个等次", "there is no grade `{value}`",
        "可选：{grades}。", "Use one of: {grades}."),
    "score-off-scale": _Said(
        "“{value}”不在 {low} 到 {high} 的量表上",
        "`{value}` is not on the scale from {low} to {high}",
        "核对分数和体系里的量表。", "Check the score and the framework's scale."),
    "score-bad-votes": _Said(
        "“{value}”不是得票", "`{value}` is not a number of votes",
        "写成 83/100 或 83%。", "Write it like 83/100 or 83%."),
    "score-bad-votes/counts": _Said(
        "{cast} 票里不能有 {agreed} 票赞成", "{agreed} votes of {cast} cannot be",
        "先写赞成票，再写总票数。", "Write the votes in favour first, then all votes cast."),
}  # fmt: skip
