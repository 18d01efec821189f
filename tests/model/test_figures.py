"""Figures: series in the order of their dates, amounts in the figure's unit."""

from __future__ import annotations

from decimal import Decimal

from sunlit.model.amounts import AmountValue, Qualifier
from sunlit.model.figures import FigureRecord, Fund, Point
from sunlit.model.reading import record_of


def figure(**fields: object) -> FigureRecord:
    return record_of(FigureRecord, {"id": "widened", "label": "村道加宽", **fields})


def test_a_series_stands_in_the_order_of_its_dates_and_undated_points_come_first() -> None:
    done = [{"as_of": "2018-10", "value": "3"}, {"value": "1"}, {"as_of": "2018-q2", "value": "2"}]
    assert [point.value.value for point in figure(done=done).points()] == [1, 2, 3]


def test_the_latest_amount_is_the_newest_point_in_the_unit_of_the_figure() -> None:
    done = [{"as_of": "2018", "value": "超过 3"}, {"as_of": "2017", "value": "9 m"}]
    assert figure(unit="km", done=done).latest() == AmountValue(Decimal(3), "km", Qualifier.OVER)


def test_a_value_known_only_to_be_older_is_not_the_latest() -> None:
    done = [{"as_of": "before 2024-07", "value": "1"}, {"as_of": "2024-07-15", "value": "2"}]
    assert figure(done=done).latest() == AmountValue(Decimal(2))


def test_a_figure_with_nothing_measured_has_no_latest_amount() -> None:
    assert figure(planned="4.5 km").latest() is None


def test_a_single_value_is_a_series_of_one() -> None:
    assert [p.as_of for p in figure(value="3", as_of="2018").points()] == [
        figure(as_of="2018").as_of
    ]


def test_the_units_of_amount_point_and_figure_are_asked_in_this_order() -> None:
    def unit(value: str, own: str | None, around: str | None) -> str | None:
        fields = {"value": value} | ({"unit": own} if own else {})
        return record_of(Point, fields).amount(around).unit

    assert unit("1 m", "km", "亩") == "m"
    assert unit("1", "km", "亩") == "km"
    assert unit("1", None, "亩") == "亩"
    assert unit("1", None, None) is None


def test_a_qualifier_of_the_point_stands_over_that_of_its_value() -> None:
    point = record_of(Point, {"value": "1", "qualifier": "about"})
    assert point.amount(None).qualifier is Qualifier.ABOUT


def test_the_spending_of_a_fund_stands_in_the_order_of_its_dates() -> None:
    spent = [{"as_of": "2018-09-30", "value": "2"}, {"as_of": "2018-06-30", "value": "1"}]
    fund = record_of(Fund, {"id": "county", "source": "县级财政", "spent": spent})
    assert [point.value.value for point in fund.spent_points()] == [1, 2]
