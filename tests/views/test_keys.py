"""What a typed name finds."""

from sunlit.views.keys import key_of, spelt


def test_a_key_holds_the_name_its_pinyin_and_its_initials() -> None:
    assert key_of("双龙村") == "双龙村 shuanglongcun slc"


def test_a_slug_that_spells_the_name_otherwise_is_added() -> None:
    assert key_of("枣园村", "zaoyuan-lu").split() == ["枣园村", "zaoyuancun", "zyc", "zaoyuanlu"]
    assert key_of("双龙村", "shuanglong") == key_of("双龙村")


def test_the_street_of_a_unit_can_be_typed_too() -> None:
    assert key_of("双龙村", "河口镇").endswith(" 河口镇")


def test_characters_are_read_as_in_names_of_places() -> None:
    assert spelt("长庆社区") == ("changqingshequ", "cqsq")
    assert spelt("金都街社区")[0] == "jindujieshequ"


def test_letters_and_digits_of_a_name_stay() -> None:
    assert spelt("A1 区") == ("a1qu", "aq")
