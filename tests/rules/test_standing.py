"""What an area is, summed from its units, and what each unit may know of it."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sunlit.rules.standing import NEWEST, AreaStanding, stand, standings_of, summarise_area
from sunlit.rules.summary import UnitSummary, summarise
from tests.rules.units import FRAMEWORK, known, unit

TODAY = date(2026, 11, 21)
LISTS = f"{FRAMEWORK}missing: leave-out\nlists: [{{id: red, name: 红榜, kind: red, top: 1}}]\n"
KNOWN = known(framework=LISTS)


def one(slug: str, number: int, points: str = "", **more: str) -> UnitSummary:
    texts = dict(more)
    if points:
        texts["scores/four/2026-q3"] = (
            f"scores: [{{indicator: order, assessor: office, value: {points}}}]\n"
        )
    return summarise(unit(texts, slug=slug, number=number), KNOWN, TODAY)


UNITS = (one("a", 1, "70"), one("b", 2, "90"), one("c", 3, "90"), one("d", 4), one("e", 5, "60"))


def places(area: AreaStanding, slug: str) -> list[tuple[str | None, int | None]]:
    return [
        (ranked.dimension, ranked.place.place if ranked.place else None)
        for ranked in standings_of(area)[slug].ranked
    ]


@settings(max_examples=20)
@given(st.permutations(UNITS))
def test_the_order_in_which_units_are_read_does_not_count(units: list[UnitSummary]) -> None:
    assert stand(KNOWN, units) == stand(KNOWN, UNITS)


def test_units_stand_in_the_order_of_the_register_and_others_behind() -> None:
    stranger = replace(one("0", 9), code="", street_slug="", street="")
    area = stand(KNOWN, [stranger, *reversed(UNITS)])
    assert [each.slug for each in area.units] == ["a", "b", "c", "d", "e", "0"]


def test_a_unit_knows_its_places_and_shares_one_with_its_equals() -> None:
    area = stand(KNOWN, UNITS)
    assert dict(places(area, "b"))[None] == dict(places(area, "c"))[None] == 1
    assert dict(places(area, "a"))[None] == 3
    assert dict(places(area, "e"))["safe"] == 4


def test_a_unit_without_a_sheet_has_no_place() -> None:
    assert places(stand(KNOWN, UNITS), "d") == []


def test_a_unit_knows_the_lists_that_it_stands_on() -> None:
    area = stand(KNOWN, UNITS)
    found = standings_of(area)
    assert {slug for slug, each in found.items() if each.lists} == {"b", "c"}
    (_, period, outcome) = found["c"].lists[0]
    assert (outcome.list, period.iso) == ("red", "2026-q3")
    assert [member.slug for member in outcome.members] == ["c"]


def test_neighbours_are_those_of_the_street() -> None:
    other = replace(UNITS[2], street="军屯镇", street_slug="juntun")
    area = stand(KNOWN, [*UNITS[:2], other, *UNITS[3:]])
    standing = standings_of(area)["d"]
    assert standing.before is not None
    assert standing.after is not None
    assert (standing.before.slug, standing.after.slug) == ("b", "e")
    assert standings_of(area)["a"].before is None
    assert standings_of(area)["e"].after is None
    alone = standings_of(area)["c"]
    assert (alone.before, alone.after) == (None, None)


def test_the_streets_part_the_units_and_their_totals() -> None:
    other = replace(UNITS[2], street="军屯镇", street_slug="juntun")
    area = stand(KNOWN, [*UNITS[:2], other, *UNITS[3:]])
    assert {street.slug: street.units for street in area.streets} == {
        "guihu": ("a", "b", "d", "e"),
        "juntun": ("c",),
    }
    assert sum(street.totals.units for street in area.streets) == area.totals.units == 5


def test_nothing_of_a_unit_that_others_do_not_see_changes_their_standing() -> None:
    area = stand(KNOWN, UNITS)
    louder = replace(UNITS[4], honours=7, aliases=("old",))
    changed = stand(KNOWN, [*UNITS[:4], louder])
    assert all(
        standings_of(changed)[each.slug] == standings_of(area)[each.slug] for each in UNITS[:4]
    )


def test_an_area_hands_up_its_newest_changes_only() -> None:
    changes = "\n".join(
        f"  - {{figure: period/due, was: 2026-01-{n + 1:02d}, now: 2026-01-{n + 2:02d},"
        f" kind: revision, on: 2026-01-{n % 28 + 1:02d}, reason: r}}"
        for n in range(NEWEST)
    )
    project = f"title: 路\nperiod: {{due: 2026-01-31}}\nchanges:\n{changes}\n"
    units = [one(slug, n, **{"projects/p": project}) for n, slug in enumerate("xy")]
    summary = summarise_area(KNOWN, stand(KNOWN, units))
    assert len(summary.recorded) == NEWEST
    days = [one.change.change.on for one in summary.recorded]
    assert days == sorted(days, key=lambda day: day.sort_key, reverse=True)
    assert [head.slug for head in summary.units] == ["x", "y"]
    assert summary.totals.changes == 2 * NEWEST
