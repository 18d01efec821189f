import pytest

from sunlit.charts.marks import HOLLOW, Mark, Shape, draw
from tests.charts.drawn import read


def test_every_shape_is_drawn_differently() -> None:
    assert len({draw(Mark(shape), (10, 10)) for shape in Shape}) == len(Shape)


@pytest.mark.parametrize("shape", Shape)
def test_a_hollow_shape_differs_from_a_filled_one_in_more_than_colour(shape: Shape) -> None:
    if shape is not Shape.CROSS:
        hollow = read(draw(Mark(shape, HOLLOW), (10, 10)))
        assert hollow.get("stroke-width")
        assert "stroke-width" not in read(draw(Mark(shape), (10, 10))).attrib
