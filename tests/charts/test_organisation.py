import pytest

from sunlit.charts import Chart, Frame, Node, OrganisationWords, organisation
from tests.charts.drawn import assert_sound, having, number, said

FRAME = Frame("c5", "组织")
WORDS = OrganisationWords("组织", "上级", "数量", "未公布")
CHAIN = (
    Node("a", "社区党委", "1 个"),
    Node("b", "小区党组织", "7 个", "a", 7),
    Node("c", "楼栋党小组", "66 个", "b", 66),
)


def _organisation(*nodes: Node) -> Chart:
    return organisation(nodes, FRAME, words=WORDS)


def _height(chart: Chart, label: str) -> float:
    texts = assert_sound(chart).iter("text")
    return float(next(number(one, "y") for one in texts if one.text == label))


def _fan(children: int) -> Chart:
    below = (Node(f"n{i}", f"第{i}组", "1", "a") for i in range(children))
    return _organisation(Node("a", "社区党委", "1"), *below)


def test_levels_go_down() -> None:
    chart = _organisation(*CHAIN)
    heights = [_height(chart, node.label) for node in CHAIN]
    assert heights == sorted(set(heights))


def test_many_are_a_stack_of_three_cards_with_their_number_not_sixty_six() -> None:
    root = assert_sound(_organisation(*CHAIN))
    assert len(having(root, "ch-paper ch-ink-line", "rect")) == 1 + 3 + 3
    assert "66个" in said(root)


def test_a_few_children_stand_side_by_side_under_the_middle_of_their_parent() -> None:
    root = assert_sound(_fan(3))
    cards = having(root, "ch-paper ch-ink-line", "rect")
    middles = sorted(
        (number(one, "y"), number(one, "x") + number(one, "width") / 2) for one in cards
    )
    assert middles[0][1] == 160
    assert len({y for y, _ in middles[1:]}) == 1
    assert sum(x for _, x in middles[1:]) / 3 == pytest.approx(160, abs=0.1)


def test_many_children_stand_one_below_another() -> None:
    root = assert_sound(_fan(60))
    cards = having(root, "ch-paper ch-ink-line", "rect")
    assert len({number(one, "x") for one in cards}) == 2
    assert len({number(one, "y") for one in cards}) == 61


def test_each_child_of_an_outline_has_a_line_from_its_parent() -> None:
    assert len(having(assert_sound(_fan(9)), "ch-ink-line", "path")) == 9


def test_several_roots_are_drawn() -> None:
    chart = _organisation(Node("a", "党委", "1"), Node("b", "居委会", "9 人"))
    assert {"党委", "居委会"} <= {one.text for one in assert_sound(chart).iter("text")}


def test_an_unpublished_count_says_so() -> None:
    chart = _organisation(Node("a", "党委", None))
    assert "未公布" in said(assert_sound(chart))
    assert chart.table.rows == (("党委", "", "未公布"),)


def test_the_table_names_each_parent() -> None:
    assert _organisation(*CHAIN).table.rows[2] == ("楼栋党小组", "小区党组织", "66 个")


def test_nobody_is_drawn_as_missing() -> None:
    assert said(assert_sound(_organisation())) == "未公布"


def test_long_names_are_drawn_whole_in_cards_and_in_the_outline() -> None:
    name = "含辖区企业联合党支部与社会组织联合党支部"
    for children in (2, 9):
        nodes = (Node(f"n{i}", f"{name}{i}", "1", "a") for i in range(children))
        shown = said(assert_sound(_organisation(Node("a", name, "1"), *nodes)))
        assert all(f"{name}{i}" in shown for i in range(children))


@pytest.mark.parametrize(
    "nodes",
    [
        (Node("a", "甲", "1", "nobody"),),
        (Node("a", "甲", "1", "a"),),
        (Node("a", "甲", "1", "b"), Node("b", "乙", "1", "a")),
    ],
)
def test_a_node_that_hangs_from_no_root_is_refused(nodes: tuple[Node, ...]) -> None:
    with pytest.raises(ValueError, match="hangs from a root"):
        _organisation(*nodes)


def test_two_nodes_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        _organisation(Node("a", "甲", "1"), Node("a", "乙", "1"))


def test_twelve_levels_stay_on_the_page() -> None:
    deep = (Node(f"n{i}", f"第{i}级", "1", f"n{i - 1}" if i else None) for i in range(12))
    wide = (Node(f"w{i}", f"横{i}", "1", "n0") for i in range(5))
    root = assert_sound(_organisation(*deep, *wide))
    assert all(0 <= number(one, "x") <= 320 for one in root.iter("text"))
