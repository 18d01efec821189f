"""Promise 3, the first promise stays visible: first date, budget and quantity beside today's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import yaml

from tests.built import DAY, Site


def heads(site: Site) -> Iterator[tuple[str, dict[str, object]]]:
    """Each project's address and head, read from the sample's own files."""
    communities = site.folder.with_name("sample-root") / "content" / "communities"
    for path in sorted(communities.glob("*/*/projects/*.md")):
        head = yaml.load(path.read_text("utf-8").split("---\n")[1], Loader=yaml.CBaseLoader)
        yield f"{path.relative_to(communities).as_posix()[:-3]}/", head


def changed(head: dict[str, object]) -> dict[str, str]:
    """The first promise of every figure and date that was changed: the oldest `was`."""
    changes = head.get("changes")
    assert changes is None or isinstance(changes, list)
    ordered = sorted(changes or [], key=lambda one: str(one["on"]), reverse=True)
    return {one["figure"]: one["was"] for one in ordered if "was" in one}


def readings(text: str) -> list[str]:
    """How a number or a day may read on a Chinese page."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        day = date.fromisoformat(text)
        return [f"{day.year}年{day.month}月{day.day}日"]
    if re.fullmatch(r"\d{4}-\d{2}", text):
        year, month = text.split("-")
        return [f"{year}年{int(month)}月"]
    found = re.search(r"([0-9.]+)\s?(万?)", text)
    assert found, text
    value = Decimal(found[1]) * (10_000 if found[2] else 1)
    plain = f"{value:,f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:,}"
    large = f"{(value / 10_000):,.2f}".rstrip("0").rstrip(".")
    return [plain, large]


def test_the_sample_has_changes_of_every_kind(sample_site: Site) -> None:
    kinds = {figure.split("/")[0] for _, head in heads(sample_site) for figure in changed(head)}
    assert kinds >= {"period", "funds", "quantities"}


def test_the_first_date_budget_and_quantity_stand_on_the_projects_page(sample_site: Site) -> None:
    lost = []
    for address, head in heads(sample_site):
        text = sample_site.page(address).text
        for figure, first in changed(head).items():
            if not any(reading in text for reading in readings(first)):
                lost.append((address, figure, first))
    assert lost == []


def test_lateness_against_the_first_date_counts_itself(sample_site: Site) -> None:
    counted = 0
    for address, head in heads(sample_site):
        period, first = head.get("period"), changed(head).get("period/due")
        if not isinstance(period, dict) or first is None or head.get("status") == "cancelled":
            continue
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", first) or (
            "done" not in period and head.get("status") == "completed"
        ):
            continue
        end = date.fromisoformat(period["done"]) if "done" in period else DAY
        days = (end - date.fromisoformat(first)).days
        if days > 0:
            counted += 1
            assert f"{days} 天" in sample_site.page(address).text, address
    assert counted


def test_a_change_keeps_its_reason_its_day_and_both_values(sample_site: Site) -> None:
    for address, head in heads(sample_site):
        text = sample_site.page(address).text
        changes = head.get("changes")
        for one in changes if isinstance(changes, list) else []:
            reason = one["reason"]
            words = reason if isinstance(reason, str) else reason["zh-CN"]
            assert " ".join(words.split()) in text, address
            assert any(reading in text for reading in readings(one["on"])), address


def test_what_is_late_today_is_listed_by_itself_and_nothing_else(sample_site: Site) -> None:
    late = set()
    for address, head in heads(sample_site):
        period = head.get("period")
        if not isinstance(period, dict) or "due" not in period or "done" in period:
            continue
        due, over = period["due"], head.get("status") in ("completed", "cancelled")
        if "q" not in due and due < DAY.isoformat()[: len(due)] and not over:
            late.add(address)
    area = address.split("/")[0]
    source = sample_site.page(f"{area}/ledger/late/yes/").source
    listed = {
        f"{found}/"
        for found in re.findall(
            rf'href="[./]+/({area}/[a-z0-9-]+/projects/[a-z0-9-]+)/index.html', source
        )
    }
    assert listed == late
    assert late
