"""Names are many, unlike each other, and fit for addresses."""

from __future__ import annotations

from sunlit.paths import RESERVED_AREA, RESERVED_SITE, SLUG
from sunlit.sample.places import CITY, area_places, unit_places
from sunlit.sample.spec import MOST_AREAS, MOST_UNITS, SampleSpec
from sunlit.sample.syllables import FIRST, SECOND, street_name, unit_name

SPEC = SampleSpec(units=24)


def test_no_two_syllables_of_a_place_are_spelt_alike() -> None:
    for syllables in (FIRST, SECOND):
        assert len({one.slug for one in syllables}) == len(syllables)
        assert all(one.slug.isalpha() and one.slug.isascii() for one in syllables)


def test_every_unit_has_a_name_and_an_address_of_its_own() -> None:
    names = [unit_name(SPEC, number) for number in range(MOST_UNITS)]
    assert len({name.slug for name in names}) == MOST_UNITS
    assert len({name.chinese for name in names}) == MOST_UNITS
    assert all(SLUG.fullmatch(name.slug) for name in names)
    assert not {name.slug for name in names} & RESERVED_AREA


def test_every_area_has_a_name_and_an_address_of_its_own() -> None:
    areas = area_places(SampleSpec(units=MOST_AREAS, areas=MOST_AREAS))
    slugs = {area.slug for area in areas}
    assert len(slugs) == len({area.code for area in areas}) == MOST_AREAS
    assert not slugs & (RESERVED_SITE | {CITY})


def test_streets_of_an_area_are_told_apart() -> None:
    for area in range(MOST_AREAS):
        slugs = {street_name(SPEC, area, number).slug for number in range(245)}
        assert len(slugs) == 245


def test_codes_are_of_twelve_digits_begin_with_99_and_differ() -> None:
    spec = SampleSpec(units=23_520)
    (area,) = area_places(spec)
    places = unit_places(spec, area)
    codes = [place.code for place in places]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 12 and code.startswith("999901") for code in codes)
    assert all((int(place.code[9:]) > 200) == place.village for place in places)
    towns = {(place.code[:9], place.street, place.street_slug) for place in places}
    assert len(towns) == len({code for code, _, _ in towns}) == len({slug for *_, slug in towns})


def test_another_seed_gives_other_names() -> None:
    assert unit_name(SampleSpec(units=24, seed=2), 0) != unit_name(SPEC, 0)
