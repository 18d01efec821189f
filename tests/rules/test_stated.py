"""Every figure of a record by its one name, and the way back to its place in the file."""

from __future__ import annotations

from decimal import Decimal

from sunlit.diagnostics import Findings
from sunlit.model.amounts import AmountValue, Qualifier
from sunlit.model.framework import Framework
from sunlit.model.project import Project
from sunlit.model.services import FacilityList, Organisation, Participation, ServiceMenu
from sunlit.rules.stated import (
    of_facilities,
    of_framework,
    of_organisation,
    of_participation,
    of_project,
    of_services,
)
from sunlit.source.decode import decode
from sunlit.source.yaml import read_yaml
from tests.rules.units import FRAMEWORK, record

PROJECT = """\
title: 村道加宽
total: {id: total, label: 合计, planned: 120万 CNY}
funds:
  - {id: county, source: 县级财政, planned: 100万,
     spent: [{as_of: 2018-09-30, value: 64万, source: b}, {value: 1万}]}
  - {id: town, source: 镇, planned: 20万}
quantities:
  - {id: widened, label: 村道加宽, unit: km, planned: over 4.5, source: a, note: 含村口,
     done: [{as_of: 2018-q3, value: 3}, {as_of: 2018-10-26, value: 4.5, note: 竣工}]}
  - {id: lamps, label: 路灯, value: 40 盏, as_of: before 2019}
"""


def test_the_figures_of_a_ledger_entry_have_these_names_values_and_dates() -> None:
    found = list(of_project(record(Project, PROJECT)))
    assert [
        (one.path, str(one.amount.value), one.amount.unit, one.as_of and one.as_of.iso)
        for one in found
    ] == [
        ("total/planned", "1200000", "CNY", None),
        ("funds/county/planned", "1000000", "CNY", None),
        ("funds/county/spent@2018-09-30", "640000", "CNY", "2018-09-30"),
        ("funds/county/spent", "10000", "CNY", None),
        ("funds/town/planned", "200000", "CNY", None),
        ("quantities/widened/planned", "4.5", "km", None),
        ("quantities/widened/done@2018-q3", "3", "km", "2018-q3"),
        ("quantities/widened/done@2018-10-26", "4.5", "km", "2018-10-26"),
        ("quantities/lamps@before-2019", "40", "盏", "before 2019"),
    ]
    assert [one.path for one in found if one.planned] == [
        "total/planned",
        "funds/county/planned",
        "funds/town/planned",
        "quantities/widened/planned",
    ]
    by_path = {one.path: one for one in found}
    assert by_path["funds/county/spent@2018-09-30"].source == "b"
    assert by_path["quantities/widened/done@2018-q3"].source == "a"
    assert str(by_path["quantities/widened/done@2018-10-26"].note) == "竣工"
    assert str(by_path["quantities/widened/done@2018-q3"].note) == "含村口"
    assert by_path["quantities/widened/planned"].amount.qualifier is Qualifier.OVER


def test_the_steps_of_a_figure_lead_to_its_value_in_the_file() -> None:
    tree = read_yaml(PROJECT, path="a.yaml", found=Findings())
    assert tree is not None
    located = decode(tree, Project, path="a.yaml", found=Findings())
    assert located is not None
    lines = PROJECT.split("\n")
    shown = {}
    for one in of_project(located.record):
        span = located.span(*one.steps)
        shown[one.path] = lines[span.line - 1][span.column - 1 : span.end_column - 1]
    assert shown == {
        "total/planned": "120万 CNY",
        "funds/county/planned": "100万",
        "funds/county/spent@2018-09-30": "64万",
        "funds/county/spent": "1万",
        "funds/town/planned": "20万",
        "quantities/widened/planned": "over 4.5",
        "quantities/widened/done@2018-q3": "3",
        "quantities/widened/done@2018-10-26": "4.5",
        "quantities/lamps@before-2019": "40 盏",
    }


def test_participation_states_its_concerns_by_period() -> None:
    text = """\
        concerns:
          - {period: 2026-q3, received: 12, answered: 12, resolved: 9, days: about 3.5}
          - {period: 2026-q2, received: 4}
    """
    found = list(of_participation(record(Participation, text)))
    assert [(one.path, one.amount) for one in found] == [
        ("concerns/2026-q3/received", AmountValue(Decimal(12), "件")),
        ("concerns/2026-q3/answered", AmountValue(Decimal(12), "件")),
        ("concerns/2026-q3/resolved", AmountValue(Decimal(9), "件")),
        ("concerns/2026-q3/days", AmountValue(Decimal("3.5"), "天", Qualifier.ABOUT)),
        ("concerns/2026-q2/received", AmountValue(Decimal(4), "件")),
    ]


def test_a_framework_states_its_batches_and_targets_as_published() -> None:
    text = (
        FRAMEWORK
        + """\
batches:
  - {year: 2024, planned: 50, done: nearly 48}
targets:
  - {id: half, name: 过半, count: 90, of: 184, reported: 48.9%}
"""
    )
    found = list(of_framework(record(Framework, text)))
    assert [(one.path, one.planned, one.amount.unit) for one in found] == [
        ("batches/2024/planned", True, "个"),
        ("batches/2024/done", False, "个"),
        ("targets/half/count", True, "个"),
        ("targets/half/of", True, "个"),
        ("targets/half/reported", True, "%"),
    ]


def test_an_organisation_states_how_many_each_box_stands_for() -> None:
    text = "charts: [{id: main, name: 架构, nodes: [{id: posts, name: 岗, count: over 14}]}]\n"
    (one,) = of_organisation(record(Organisation, text))
    assert one.path == "charts/main/nodes/posts/count"
    assert one.amount == AmountValue(Decimal(14), "个", Qualifier.OVER)


def test_a_menu_states_its_fees_in_yuan() -> None:
    text = """\
        series: [{id: home, name: 居家, source: a,
                  services: [{id: meal, name: 送餐, fee: 12.5}, {id: talk, name: 谈心}]}]
    """
    (one,) = of_services(record(ServiceMenu, text))
    assert (one.path, one.amount, one.source) == (
        "home/meal/fee",
        AmountValue(Decimal("12.5"), "CNY"),
        "a",
    )


def test_facilities_state_their_circle_and_their_walks() -> None:
    text = """\
        centre: 党群服务中心
        minutes: 15
        facilities: [{id: clinic, name: 卫生站, walk_minutes: 6}, {id: school, name: 学校}]
    """
    found = list(of_facilities(record(FacilityList, text)))
    assert [(one.path, str(one.amount.value)) for one in found] == [
        ("minutes", "15"),
        ("facilities/clinic/walk_minutes", "6"),
    ]
