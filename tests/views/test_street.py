"""The page of a street."""

from pathlib import Path

from sunlit.views.street import StreetView, street_pages
from tests.views.surveyed import rendered, surveyed


def views(folder: Path) -> list[StreetView]:
    site = surveyed(folder)
    found = [page.view for page in street_pages(site.edition, site["small"])]
    assert all(isinstance(one, StreetView) for one in found)
    return [one for one in found if isinstance(one, StreetView)]


def test_every_street_has_its_page(tmp_path: Path) -> None:
    site = surveyed(tmp_path)
    paths = [page.path for page in street_pages(site.edition, site["small"])]
    assert paths == ["/small/streets/changjie/", "/small/streets/hekou/"]


def test_units_without_content_are_a_list_of_their_own(tmp_path: Path) -> None:
    changjie, _ = views(tmp_path)
    assert [one.link.label.text for one in changjie.rows] == ["东门社区"]
    assert [one.label.text for one in changjie.unpublished] == ["西门社区"]


def test_the_total_is_the_sum_of_its_units(tmp_path: Path) -> None:
    changjie, hekou = views(tmp_path)
    assert (changjie.total.projects.value, changjie.total.late.value) == ("1", "1")
    assert changjie.total.spent.value == "640000"
    assert hekou.total.spent.state == "missing"


def test_streets_lead_to_one_another(tmp_path: Path) -> None:
    changjie, hekou = views(tmp_path)
    assert changjie.before is None
    assert changjie.after is not None
    assert hekou.before is not None
    assert (changjie.after.label, hekou.before.label) == (hekou.name, changjie.name)


def test_figures_of_the_street_have_their_anchors_here(tmp_path: Path) -> None:
    site = surveyed(tmp_path)
    page = next(iter(street_pages(site.edition, site["small"])))
    assert ' id="small/streets/changjie/projects/late"' in rendered(page)
