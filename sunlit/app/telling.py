"""What a build and an explanation say on the terminal, in Chinese or English.

Owns the words. Printing them is the shell's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sunlit.app.build import Built
    from sunlit.app.explain import Explained

_PHASES = {
    "look": ("查看", "looking"),
    "make": ("读取和生成", "reading and making"),
    "publish": ("发布", "publishing"),
}


_VERDICTS = {
    "new": ("会新生成", "would be produced for the first time"),
    "changed": ("会重新生成", "would be produced again"),
    "kept": ("保持不变", "would be kept as it is"),
    "removed": ("会删除：没有内容再生成它", "would be removed: nothing makes it any more"),
    "unknown": ("不是本站的文件", "is no output of this site"),
}
_INPUTS = {
    "base_url": ("网站地址", "the site's address"),
    "day": ("日期", "the day"),
    "program": ("程序", "the program"),
    "given": ("登记册里的一行", "its row of the register"),
    "standing": ("它在本区的名次、榜单和邻居", "its places, lists and neighbours in the area"),
    "frame": ("导航用到的地区名称", "the names of areas in the navigation"),
    "gathered": ("本区的汇总", "what the area sums up"),
    "mistakes": ("上层文件里的错误", "mistakes in the files above"),
    "outputs": ("全部文件的名单", "the list of all files"),
}
_FACETS = {
    "head": ("名称和街道", "names and streets"),
    "states": ("参与的考评和公开的内容", "frameworks taken part in, and what is published"),
    "ledger": ("项目", "projects"),
    "scores": ("得分", "scores"),
    "news": ("动态和更正", "updates and changes"),
    "disclosures": ("公开事项", "disclosures"),
}


def told_of_build(built: Built, lang: str) -> Iterator[str]:
    """What a build did, how long each phase took, and which records it made again."""
    at = 0 if lang == "zh" else 1
    done = built.published
    if done is not None:
        counts = (len(done.produced), len(done.kept), len(done.removed))
        said = (
            "生成 {} 个，未变 {} 个，删除 {} 个，用时 {:.2f} 秒。",
            "{} produced, {} kept, {} removed in {:.2f} s.",
        )
        yield said[at].format(*counts, built.seconds)
        parts = [
            f"{_PHASES[name][at]} {ended - began:.2f}"
            for name, (began, ended) in built.phases.items()
        ]
        photos, spent = built.developing
        if photos:
            parts.append((f"冲洗 {photos} 张照片 {spent:.2f}", f"{photos} photos {spent:.2f}")[at])
        parts.append((f"读了 {built.read} 个社区", f"{built.read} units read")[at])
        yield f"  {('，', ', ')[at].join(parts)}"
    if built.resumed:
        yield (
            f"  接着上次中断的做：{built.resumed} 个照片文件不用再生成。",
            f"  Taken up where a build had stopped: {built.resumed} files of photos were done.",
        )[at]
    if built.notes:
        names = ", ".join(built.notes)
        yield (
            f"  .sunlit 里有损坏或过时的记录，已重做：{names}",
            f"  Records in .sunlit were damaged or of another version, and made again: {names}",
        )[at]


def told_of_output(explained: Explained, lang: str) -> Iterator[str]:
    """What would happen to an output and why; of what would be made again, what has changed."""
    at = 0 if lang == "zh" else 1
    yield f"{explained.output}：{_VERDICTS[explained.verdict][at]}"
    if explained.origin:
        yield (f"  来自：{explained.origin}", f"  made from: {explained.origin}")[at]
    shown = [one for one in explained.inputs if explained.verdict != "changed" or not one[1]]
    for name, same in shown:
        state = (("变了", "没变"), ("changed", "as before"))[at][same]
        yield f"  {_input(name)[at]}：{state}"
    others = len(explained.inputs) - len(shown)
    if others:
        yield (f"  其余 {others} 项没变", f"  the other {others} are as before")[at]
    if explained.verdict == "changed" and explained.same_bytes:
        yield ("  结果与现有文件相同。", "  The result equals the file that is there.")[at]
    if explained.nearest:
        yield (f"  是不是 {explained.nearest}？", f"  Did you mean {explained.nearest}?")[at]


def _input(name: str) -> tuple[str, str]:
    """What an input is called; a file by its path, one of an area below after the area."""
    area, below, own = name.partition(": ")
    if below:
        zh, en = _input(own)
        return f"{area}：{zh}", f"{area}: {en}"
    if name.startswith("facet "):
        zh, en = _FACETS[name.removeprefix("facet ")]
        return f"各社区的{zh}", f"the units' {en}"
    return _INPUTS.get(name, (name, name))
