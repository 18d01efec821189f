"""`register.csv`: the official list of an area's units.

Owns the columns `code,name,slug,kind,street,street_slug` and the checks of one row and of the
list. A spreadsheet that saved the code as a number (5.10114E+11) is refused, not repaired.
"""

from __future__ import annotations

import csv
import re

from sunlit.diagnostics import Findings, Span
from sunlit.model.unit import RegisterRow, UnitKind
from sunlit.paths import RESERVED_AREA, SLUG
from sunlit.source.text import BYTE_ORDER_MARK, lines_of, visible

COLUMNS = ("code", "name", "slug", "kind", "street", "street_slug")


def read_register(text: str, *, path: str, found: Findings) -> tuple[RegisterRow, ...]:
    """The rows in code order; every bad cell is a finding, and its row is left out."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    lines = lines_of(visible(text, path=path, found=found))
    header = tuple(cell.strip() for cell in lines[0].split(",")) if lines else ()
    if header != COLUMNS:
        found.error(
            "register-columns",
            Span(path, 1, 1, 1, max(2, len(lines[0]) + 1 if lines else 2)),
            message=("登记册的表头不对", "the register's header is not as expected"),
            hint=(f"第一行写成 {','.join(COLUMNS)}。", f"Write {','.join(COLUMNS)}."),
        )
        return ()
    rows: list[RegisterRow] = []
    seen: dict[tuple[str, str], Span] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.strip(" ,\t"):
            row = _row(line, number, path=path, found=found)
            if row is not None and _is_new(row, number, path, seen, found):
                rows.append(row)
    return tuple(sorted(rows, key=lambda row: row.code))


def _row(line: str, number: int, *, path: str, found: Findings) -> RegisterRow | None:
    cells = _cells(line)
    if len(cells) != len(COLUMNS):
        found.error(
            "register-cells",
            Span(path, number, 1, number, len(line) + 1),
            message=(
                f"这一行有 {len(cells)} 格，应当有 {len(COLUMNS)} 格",
                f"this row has {len(cells)} cells instead of {len(COLUMNS)}",
            ),
            hint=("补上或删去多余的逗号。", "Add or remove commas."),
        )
        return None
    problems = [
        problem
        for column, cell in zip(COLUMNS, cells, strict=True)
        if (problem := _cell_problem(column, cell)) is not None
    ]
    for column, message, hint in problems:
        at = _cell_span(line, COLUMNS.index(column), number, path)
        found.error(f"register-{column.replace('_', '-')}", at, message=message, hint=hint)
    if problems:
        return None
    code, name, slug, kind, street, street_slug = cells
    return RegisterRow(code, name, slug, UnitKind(kind), street, street_slug)


def _cells(line: str) -> list[str]:
    """The cells of a row; none for a row that `csv` gives up on, such as one of 200 kB."""
    try:
        return [cell.strip() for cell in next(csv.reader([line]))]
    except csv.Error:
        return []


def _cell_problem(column: str, cell: str) -> tuple[str, tuple[str, str], tuple[str, str]] | None:
    said = (f"“{cell}”不能用作 {column}", f"`{cell}` cannot be a {column}")
    if column == "code" and not re.fullmatch(r"[0-9]{12}", cell):
        hint = (
            "写全 12 位数字；表格软件里先把这一列设成“文本”。",
            "Write all 12 digits; set the column to text in the spreadsheet.",
        )
        return column, said, hint
    if column in ("slug", "street_slug"):
        if not SLUG.fullmatch(cell):
            hint = ("只用小写字母、数字和连字符。", "Use lower-case letters, digits and hyphens.")
            return column, said, hint
        if column == "slug" and cell in RESERVED_AREA:
            hint = ("换一个名字，本站的页面用了它。", "Choose another; a page of the site uses it.")
            return column, said, hint
    if column == "kind" and cell not in {kind.value for kind in UnitKind}:
        return (
            column,
            said,
            ("写 village、community 或 other。", "Write village, community or other."),
        )
    if column in ("name", "street") and not cell:
        return column, said, ("写上名称。", "Write the name.")
    return None


def _cell_span(line: str, index: int, number: int, path: str) -> Span:
    starts = [0] + [found.end() for found in re.finditer(",", line)]
    start = starts[index] if '"' not in line and index < len(starts) else 0
    end = line.find(",", start) if '"' not in line else len(line)
    return Span(path, number, start + 1, number, (end if end >= 0 else len(line)) + 1)


def _is_new(
    row: RegisterRow,
    number: int,
    path: str,
    seen: dict[tuple[str, str], Span],
    found: Findings,
) -> bool:
    here, new = Span(path, number, 1, number, 2), True
    for column, value in (("code", row.code), ("slug", row.slug)):
        first = seen.setdefault((column, value), here)
        if first is not here:
            new = False
            found.error(
                "register-duplicate",
                here,
                message=(f"{column} {value} 出现了两次", f"{column} {value} stands twice"),
                hint=("每个社区用自己的代码和编号。", "Give each unit its own."),
                related=[(first, ("第一次在这里", "first here"))],
            )
    return new
