"""What all pages of a build share: crumbs, navigation, meta tags, identity, languages."""

from __future__ import annotations

from datetime import date

import pytest

from sunlit.locale import locale_of
from sunlit.model.record import replaced
from sunlit.model.text import text_of
from sunlit.source.settings import FeedbackSettings, IdentitySettings, SiteSettings
from sunlit.views.chrome import Chrome
from sunlit.views.edition import Article, Column, Edition, Head
from sunlit.views.parts import Link, Words
from tests.rules.units import moment

DAY = date(2026, 11, 21)
CITY = Head("chengdu", text_of("成都市"), "city", None, (), (), within=text_of("四川省"))
DISTRICT = Head(
    "xindu", text_of("新都区"), "district", "chengdu", ("ledger", "reports"),
    (("seven", text_of("七色")),),
)  # fmt: skip


def edition(code: str = "zh-CN", *heads: Head, **settings: object) -> Edition:
    given = replaced(SiteSettings(base_url="https://example.org/gov/"), **settings)
    return Edition(locale_of(code), given, heads or (CITY, DISTRICT), DAY)


def chrome(code: str = "zh-CN", *parts: str, **fields: object) -> Chrome:
    given = {name: fields.pop(name) for name in ("identity", "feedback", "base_url", "invented")
             if name in fields}  # fmt: skip
    made = edition(code, **given)
    scene = made.scene(*(parts or ("xindu",)))
    page = made.page(scene, "area.html", None, title="新都区", kind="area", **fields)  # type: ignore[arg-type]
    return page.chrome


def meta(found: Chrome) -> dict[str, str]:
    return {one.name: one.content for one in found.meta}


def test_every_page_names_its_site_and_domain() -> None:
    assert meta(chrome()) == {"SiteName": "阳光社区", "SiteDomain": "example.org"}


def test_a_site_code_is_said_where_there_is_one_and_never_made_up() -> None:
    identity = IdentitySettings(site_code="5101320017")
    assert meta(chrome(identity=identity))["SiteIDCode"] == "5101320017"
    assert "SiteDomain" not in meta(chrome(base_url=""))


def test_a_list_says_what_column_it_is() -> None:
    found = meta(chrome(column=Column("工程台账", ("新都",)), description="全部工程"))
    assert found["ColumnName"] == "工程台账"
    assert found["ColumnDescription"] == "全部工程"
    assert found["ColumnKeywords"] == "工程台账,新都"
    assert found["ColumnType"] == "信息公开"


def test_an_article_says_its_title_day_and_source() -> None:
    article = Article(moment("2026-11-07"), "新都区", ("路灯",))
    found = meta(chrome(article=article))
    assert found["ArticleTitle"] == "新都区"
    assert found["PubDate"] == "2026-11-07 00:00"
    assert found["ContentSource"] == "新都区"
    assert found["Keywords"] == "路灯"


@pytest.mark.parametrize("date", [None, "2026-11", "before 2026-11-07"])
def test_a_day_that_is_not_known_is_not_made_up(date: str | None) -> None:
    found = meta(chrome(article=Article(moment(date) if date else None, "")))
    assert "PubDate" not in found
    assert "ContentSource" not in found


def test_crumbs_lead_down_from_the_highest_area_and_end_at_the_page() -> None:
    made = edition()
    crumbs = made.area_crumbs(made.scene("xindu", "a"), "xindu", Link("", Words("双龙村")))
    assert [one.label.text for one in crumbs] == ["首页", "四川省", "成都市", "新都区", "双龙村"]
    assert [one.current for one in crumbs] == [False] * 4 + [True]
    assert [one.href for one in crumbs[2:4]] == [
        "../../chengdu/index.html",
        "../../xindu/index.html",
    ]


def test_areas_that_name_each_other_as_their_part_do_not_hang_the_build() -> None:
    one = Head("a", text_of("甲"), "city", "b", (), ())
    two = Head("b", text_of("乙"), "city", "a", (), ())
    assert [head.slug for head in edition("zh-CN", one, two).lineage("a")] == ["b", "a"]


def test_the_navigation_names_what_the_area_has_and_marks_where_one_is() -> None:
    nav = chrome(area="xindu", section="ledger").nav
    assert [one.href for one in nav] == [
        "../xindu/index.html",
        "../xindu/seven/index.html",
        "../xindu/ledger/index.html",
        "../xindu/reports/index.html",
    ]
    assert [one.current for one in nav] == [False, False, True, False]
    assert chrome().nav == ()


def test_a_page_leads_to_itself_in_the_other_language() -> None:
    (other,) = chrome("zh-CN", "xindu", "a").alternates
    assert (other.lang, other.href) == ("en", "../../en/xindu/a/index.html")
    (back,) = chrome("en", "xindu", "a").alternates
    assert (back.lang, back.href) == ("zh-CN", "../../../xindu/a/index.html")


def test_the_way_to_the_root_counts_the_folders() -> None:
    assert chrome("zh-CN", "xindu", "a").root == "../../"
    assert chrome("en", "xindu").root == "../../"


def test_the_footer_shows_what_is_set_and_a_filing_leads_to_its_register() -> None:
    identity = IdentitySettings(icp="蜀ICP备10014763号", police="川公网安备 51090302000210号")
    found = chrome(identity=identity).identity
    assert found.icp == "蜀ICP备10014763号"
    assert found.police_href.endswith("code=51090302000210")
    assert chrome().identity.police_href == chrome().identity.icp == ""


def test_a_mistake_is_reported_to_the_form_or_else_to_the_page_that_says_how() -> None:
    assert chrome().report_href == "../about/index.html#mistake"
    form = FeedbackSettings(url="https://example.org/form")
    assert chrome(feedback=form).report_href == "https://example.org/form"


def test_an_invented_area_is_marked_on_its_pages_and_an_invented_site_on_all() -> None:
    assert not chrome(area="xindu").invented
    assert chrome(invented=True).invented


def test_a_page_is_cited_with_title_site_day_and_address() -> None:
    made = edition()
    cite = made.cite(made.scene("xindu"), "新都区", data="xindu/data.json")
    for word in ("新都区", "阳光社区", "2026年11月21日", "https://example.org/gov/xindu/"):
        assert word in cite.text
    assert cite.data_href == "../xindu/data.json"
    bare = edition(base_url="")
    assert bare.cite(bare.scene("xindu"), "新都区").permalink == ""


@pytest.mark.parametrize(
    ("base_url", "image"),
    [("https://example.org/sunlit/", "https://example.org/sunlit/photos/0a.jpg"), ("", "")],
)
def test_a_shared_page_names_its_photo_where_the_site_knows_its_address(
    base_url: str, image: str
) -> None:
    site = edition(base_url=base_url)
    scene = site.scene("xindu", "shuanglong")
    photo = scene.to_file("photos/0a.jpg")
    page = site.page(scene, "unit.html", None, title="双龙村", kind="unit", image=photo)
    assert page.chrome.image == image
