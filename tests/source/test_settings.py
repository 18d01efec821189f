"""`site.toml`: every mistake at its place; identity checked, never made up."""

from __future__ import annotations

import pytest

from sunlit.diagnostics import Findings, in_order
from sunlit.source.located import Located
from sunlit.source.settings import SiteSettings, read_settings


def read(text: str) -> tuple[Located[SiteSettings] | None, list[tuple[str, str]]]:
    """The settings, and of each mistake its code and the text it points at."""
    found = Findings()
    located = read_settings(text, found)
    lines = text.split("\n")
    told = [
        (one.code, lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1])
        for one in in_order(found)
    ]
    return located, told


def identity(name: str, value: str) -> list[tuple[str, str]]:
    return read(f'[identity]\n{name} = "{value}"\n')[1]


def test_an_empty_file_has_every_default() -> None:
    located, told = read("")
    assert told == []
    assert located is not None
    assert located.record == SiteSettings()
    assert located.record.locales == ("zh-CN", "en")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("icp", "蜀ICP备10014763号"), ("icp", "蜀ICP备10014763号-1"), ("icp", "津ICP备05010518号"),
        ("icp", "京ICP备2021000001号-12"), ("icp", "滇ICP备05000002号"),
        ("icp", "黔ICP备05000001号"),
        ("icp", "陇ICP备05000509号"), ("icp", ""),
        ("police", "川公网安备51090302000210号"), ("police", "川公网安备 51090302000210号"),
        ("police", "津公网安备12010302000991号"), ("police", ""),
        ("site_code", "5101320017"), ("site_code", "N000000672"), ("site_code", ""),
        ("phone", "028-8888 0000"), ("phone", "（028）8888".replace("（", "(").replace("）", ")")),
        ("host", "成都市新都区"),
    ],
)  # fmt: skip
def test_a_number_as_authorities_write_it_is_taken(name: str, value: str) -> None:
    assert identity(name, value) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("icp", "ICP备10014763号"), ("icp", "蜀ICP证10014763号"), ("icp", "蜀ICP备1001号"),
        ("icp", "蜀ICP备１００１４７６３号"), ("icp", "蜀ICP备10014763"),
        ("icp", "蜀icp备10014763号"),
        ("icp", "蜀ICP备10014763号-"), ("icp", "蜀ICP备10014763号\\n"), ("icp", "待办理"),
        ("police", "公网安备51090302000210号"), ("police", "川公网安备5109030200号"),
        ("police", "川公网安备５１０９０３０２０００２１０号"),
        ("police", "川公安备51090302000210号"),
        ("site_code", "510132001"), ("site_code", "51013200171"), ("site_code", "n000000672"),
        ("site_code", "５１０１３２００１７"), ("phone", "見背面"), ("host", "a" * 121),
    ],
)  # fmt: skip
def test_a_number_that_does_not_fit_its_pattern_is_an_error(name: str, value: str) -> None:
    assert identity(name, value) == [("bad-setting", name)]


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ('titel = "a"\n', "unknown-field", "titel"),
        ('[identity]\nhost = "a"\nicpp = "b"\n', "unknown-field", "icpp"),
        ("[identiy]\n", "unknown-field", "identiy"),
        ('base_url = "https://example.org"\n', "bad-setting", "base_url"),
        ('base_url = "ftp://example.org/"\n', "bad-setting", "base_url"),
        ('base_url = "https://example.org/?a=/"\n', "bad-setting", "base_url"),
        ('locales = ["zh-CN", "fr"]\n', "bad-locale", "locales"),
        ("locales = []\n", "bad-locale", "locales"),
        ('invented = "yes"\n', "bad-yes-no", "invented"),
        ("[photos]\nwidths = [320, -1]\n", "bad-whole-number", "widths"),
        ("[photos]\nwidths = 1280\n", "wrong-type", "widths"),
        ("[photos]\nwidths = []\n", "bad-setting", "widths"),
        ("[photos]\nwidths = [15, 320]\n", "bad-setting", "widths"),
        ("[photos]\nwidths = [320, 4097]\n", "bad-setting", "widths"),
        ("[photos]\nwidths = [640, 320]\n", "bad-setting", "widths"),
        ("[photos]\nwidths = [320, 320]\n", "bad-setting", "widths"),
        ("[photos]\nwidths = [20, 30, 40, 50, 60, 70, 80, 90, 99]\n", "bad-setting", "widths"),
        ("[photos]\njpeg = 29\n", "bad-setting", "jpeg"),
        ("[photos]\njpeg = 96\n", "bad-setting", "jpeg"),
        ("[photos]\njpeg = 82.5\n", "bad-whole-number", "jpeg"),
        ("[photos]\navif = 19\n", "bad-setting", "avif"),
        ("[photos]\navif = 91\n", "bad-setting", "avif"),
        ("[photos]\nspeed = 11\n", "bad-setting", "speed"),
        ("[photos]\nspeed = -1\n", "bad-whole-number", "speed"),
        ('title = ""\n', "wrong-type", "title"),
        ('title = {english = "a"}\n', "bad-locale", "title"),
        ('[feedback]\nurl = "javascript:alert(1)"\n', "bad-setting", "url"),
        ('[privacy]\nphones = ["12345678901", "x"]\n', "bad-setting", "phones"),
    ],
)
def test_each_kind_of_mistake_is_named_and_pointed_at(text: str, code: str, at: str) -> None:
    located, told = read(text)
    assert located is None
    assert told == [(code, at)]


def test_a_recipe_of_photos_at_its_limits_is_taken() -> None:
    located, told = read(
        "[photos]\nwidths = [16, 20, 30, 40, 50, 60, 70, 4096]\njpeg = 30\navif = 90\nspeed = 0\n"
    )
    assert told == []
    assert located is not None
    assert located.record.photos.widths == (16, 20, 30, 40, 50, 60, 70, 4096)
    assert located.record.photos.speed == 0


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('title = "a\n', 1, 11),
        ('title = "a"\n\n[identity\nhost = "b"\n', 3, 10),
        ('title = "a"\ntitle = "b"\n', 2, 12),
        ("title = a\n", 1, 9),
        ('title = "a"\nbase_url', 2, 9),
        ("locales = [" + "[" * 5_000, 1, 5_012),
    ],
)
def test_a_slip_in_the_writing_is_pointed_at(text: str, line: int, column: int) -> None:
    found = Findings()
    assert read_settings(text, found) is None
    (one,) = found
    assert one.code == "toml-syntax"
    assert (one.span.line, one.span.column) == (line, column)


def test_two_sections_with_a_field_of_one_name_are_told_apart() -> None:
    text = '[photos]\njpeg = 80\nnonsense = 1\n[identity]\nnonsense = "x"\n'
    found = Findings()
    read_settings(text, found)
    assert [one.span.line for one in in_order(found)] == [3, 5]


def test_all_mistakes_come_at_once() -> None:
    told = read('titel = "a"\ninvented = "NO"\n[identity]\nicp = "x"\n[photos]\njpeg = "w"\n')[1]
    assert [code for code, _ in told] == [
        "unknown-field", "bad-yes-no", "bad-setting", "bad-whole-number",
    ]  # fmt: skip
