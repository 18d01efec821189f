"""The two files of the root that no area owns: `site.toml` and the disclosure catalogue.

Owns the marks that say the site is invented, and what every unit has to disclose. Which unit
disclosed what is in `disclosures`.
"""

from __future__ import annotations

from msgspec import Struct

from sunlit.sample.writing import document, text

SITE = """\
# 虚构示例：地名、数字和照片都是编造的，只用来试用和说明。
title = {zh-CN = "阳光社区（虚构示例）", en = "Sunlit communities (invented sample)"}
description = {zh-CN = "编造的社区公开网站，用来试用", en = "An invented site, for trying out"}
base_url = "https://example.org/sunlit-sample/"
locales = ["zh-CN", "en"]

# 每一页都会注明“虚构示例”；正式网站请删掉这一行。
invented = true

[identity]
host = "示例市社区公开办公室（虚构）"
undertaker = "示例市信息服务站（虚构）"
phone = "000-5550100"
address = "示例市晴川区晴川街道示例路 1 号"

[feedback]
url = "https://example.org/sunlit-sample/report"

[photos]
widths = [320, 640, 960, 1280]
jpeg = 82
avif = 55
"""


class Matter(Struct, frozen=True):
    """One row of the catalogue."""

    id: str
    name: str
    english: str
    basis: str
    frequency: str
    due_days: int
    body: str
    level: str


MATTERS = (
    Matter("accounts", "集体财务收支", "Collective accounts", "村务公开办法第八条（虚构）",
           "monthly", 20, "集体经济组织", "村、社区"),
    Matter("shifts", "值班与服务时间", "Hours and shifts", "便民服务规定第三条（虚构）",
           "monthly", 10, "便民服务站", "村、社区"),
    Matter("projects", "工程进展", "Progress of works", "项目公开规定第五条（虚构）",
           "quarterly", 15, "村（居）民委员会", "村、社区，街道"),
    Matter("relief", "救助资金总额和人数", "Relief: sums and numbers", "救助公开规定第六条（虚构）",
           "quarterly", 20, "街道民政服务岗", "街道"),
    Matter("concerns", "诉求办理情况", "Concerns and answers", "诉求办理规定第九条（虚构）",
           "quarterly", 15, "村（居）民委员会", "村、社区"),
    Matter("budget", "年度预算和决算", "Budget and final accounts", "村务公开办法第十条（虚构）",
           "yearly", 60, "集体经济组织", "村、社区，街道"),
    Matter("review", "居民代表评议结果", "Result of the yearly review", "评议规定第二条（虚构）",
           "yearly", 45, "居（村）务监督委员会", "村、社区"),
    Matter("bids", "采购和招标结果", "Results of tenders", "项目公开规定第七条（虚构）",
           "event", 5, "村（居）民委员会", "村、社区，街道"),
    Matter("decisions", "居民代表会议决定", "Decisions of the council",
           "村务公开办法第四条（虚构）", "event", 3, "村（居）民委员会", "村、社区"),
)  # fmt: skip


def catalogue_file() -> bytes:
    """`content/catalogue.yaml`."""
    return document(
        {
            "about": text(
                "虚构示例：每个村、社区应当公开的事项、依据和时限。",
                "Invented sample: what every unit has to disclose, on what basis, how often.",
            ),
            "# frequency": "monthly 每月、quarterly 每季度、yearly 每年、event 随时。",
            "# due_days": "每期结束以后，最多多少天公开。",
            "items": [
                {
                    "id": one.id,
                    "name": text(one.name, one.english),
                    "basis": one.basis,
                    "frequency": one.frequency,
                    "due_days": one.due_days,
                    "body": one.body,
                    "channel": "公示栏、本网站",
                    "level": one.level,
                }
                for one in MATTERS
            ],
        }
    )
