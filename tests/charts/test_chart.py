from decimal import Decimal
from fractions import Fraction

import pytest

from sunlit.charts import Amount, Frame


def test_an_amount_is_exact_whatever_it_came_as() -> None:
    assert Amount(Decimal("0.1"), "0.1").exact == Fraction(1, 10)


@pytest.mark.parametrize("bad", ["", "two words", "a\tb"])
def test_an_id_that_could_not_be_referred_to_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="one word"):
        Frame(bad, "标题")
