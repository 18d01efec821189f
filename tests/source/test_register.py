"""`register.csv` as people save it: good rows are kept, every bad cell is told."""

from __future__ import annotations

import pytest

from sunlit.diagnostics import Findings, in_order
from sunlit.model.unit import RegisterRow, UnitKind
from sunlit.source.register import read_register

HEAD = "code,name,slug,kind,street,street_slug"
ROW = "510114001001,双龙村村委会,shuanglong,village,斑竹园街道,banzhuyuan"


def read(text: str) -> tuple[tuple[RegisterRow, ...], list[tuple[str, int, str]]]:
    """The rows, and of each mistake its code, its line and the text it points at."""
    found = Findings()
    rows = read_register(text, path="register.csv", found=found)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    told = [
        (one.code, one.span.line,
         lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1])
        for one in in_order(found)
    ]  # fmt: skip
    return rows, told


SHUANGLONG = RegisterRow(
    "510114001001", "双龙村村委会", "shuanglong", UnitKind.VILLAGE, "斑竹园街道", "banzhuyuan"
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEAD}\n{ROW}\n", id="plain"),
        pytest.param(f"{HEAD}\n{ROW}", id="no-final-line-end"),
        pytest.param(f"\ufeff{HEAD}\r\n{ROW}\r\n", id="as-excel-saves-it"),
        pytest.param(f"{HEAD}\n\n{ROW}\n   \n", id="empty-lines"),
        pytest.param(f"{HEAD}\n" + ROW.replace(",", " , ") + "\n", id="spaces"),
        pytest.param(f"{HEAD}\n" + ",".join(f'"{c}"' for c in ROW.split(",")), id="quotes"),
    ],
)
def test_a_row_is_read_however_the_spreadsheet_writes_it(text: str) -> None:
    assert read(text) == ((SHUANGLONG,), [])


def test_a_quoted_cell_may_hold_a_comma() -> None:
    rows, told = read(f'{HEAD}\n510114001001,"双龙村,一组",a,other,街,jie\n')
    assert [row.name for row in rows] == ["双龙村,一组"]
    assert told == []


def test_rows_come_in_the_order_of_their_codes() -> None:
    other = ROW.replace("001001", "001000").replace("shuanglong", "a")
    assert [row.slug for row in read(f"{HEAD}\n{ROW}\n{other}\n")[0]] == ["a", "shuanglong"]


@pytest.mark.parametrize("code", ["5.10114E+11", "510114001", "51011400100１", "'510114001001", ""])
def test_a_code_that_a_spreadsheet_spoilt_is_refused_and_not_repaired(code: str) -> None:
    rows, told = read(f"{HEAD}\n{ROW.replace('510114001001', code)}\n{ROW}\n")
    assert told == [("register-code", 2, code)]
    assert rows == (SHUANGLONG,)


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("shuanglong", "Shuanglong", "register-slug"),
        ("shuanglong", "双龙", "register-slug"),
        ("shuanglong", "../x", "register-slug"),
        ("shuanglong", "ledger", "register-slug"),
        ("village", "Village", "register-kind"),
        ("village", "村", "register-kind"),
        ("双龙村村委会", "", "register-name"),
        ("斑竹园街道", "", "register-street"),
        ("banzhuyuan", "a b", "register-street-slug"),
    ],
)
def test_a_bad_cell_is_pointed_at(was: str, now: str, code: str) -> None:
    rows, told = read(f"{HEAD}\n{ROW.replace(was, now)}\n")
    assert rows == ()
    assert told == [(code, 2, now)]


def test_all_bad_cells_of_all_rows_are_told() -> None:
    told = read(f"{HEAD}\n1,,A,x,,B\n{ROW}\n2,,A,x,,B\n")[1]
    assert [line for _, line, _ in told] == [2] * 6 + [4] * 6


def test_a_missing_or_needless_comma_is_told_and_nothing_is_shifted() -> None:
    rows, told = read(f"{HEAD}\n{ROW},\n{ROW.replace(',village', '')}\n")
    assert rows == ()
    assert [code for code, _, _ in told] == ["register-cells", "register-cells"]


@pytest.mark.parametrize("column", ["code", "slug"])
def test_what_stands_twice_is_told_with_its_first_place(column: str) -> None:
    other = "510114001002,北村,bei,village,街,jie"
    first = ROW.split(",")[0 if column == "code" else 2]
    second = other.replace("510114001002" if column == "code" else "bei", first)
    found = Findings()
    rows = read_register(f"{HEAD}\n{ROW}\n{second}\n", path="register.csv", found=found)
    assert [one.code for one in found] == ["register-duplicate"]
    assert found.found[0].related[0][0].line == 2
    assert rows == (SHUANGLONG,)


@pytest.mark.parametrize(
    "head",
    ["", HEAD.replace(",", ";"), HEAD.upper(), HEAD.replace("slug", "Slug"), f"{HEAD},note",
     "代码,名称,编号,类别,街道,街道编号", ROW],
)  # fmt: skip
def test_a_list_without_its_header_is_not_guessed_at(head: str) -> None:
    rows, told = read(f"{head}\n{ROW}\n")
    assert rows == ()
    assert [code for code, _, _ in told] == ["register-columns"]


@pytest.mark.parametrize("char", ["\u202e", "\u200b", "\x00", "\u2028", "\x0c"])
def test_a_character_that_nobody_can_see_is_told(char: str) -> None:
    _, told = read(f"{HEAD}\n{ROW.replace('双龙村', f'双{char}龙村')}\n")
    assert [(code, line) for code, line, _ in told] == [("invisible-character", 2)]


def test_a_cell_of_two_hundred_thousand_characters_is_a_mistake_and_no_crash() -> None:
    rows, told = read(f"{HEAD}\n{ROW.replace('双龙村村委会', '双' * 200_000)}\n{ROW}\n")
    assert [(code, line) for code, line, _ in told] == [("register-cells", 2)]
    assert rows == (SHUANGLONG,)
