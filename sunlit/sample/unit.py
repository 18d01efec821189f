"""All files of one unit, from its place on the map and the seed alone.

Owns which files a unit has: all of them, a few, or none. What stands in each is its module's.
"""

from __future__ import annotations

from collections.abc import Iterator

from sunlit.sample.disclosures import disclosures_file
from sunlit.sample.method import Part, part_of
from sunlit.sample.photos import Pair, pairs_of, photo_files, uses
from sunlit.sample.places import Share, UnitPlace
from sunlit.sample.plans import Plan, plans_of
from sunlit.sample.profile import profile_file
from sunlit.sample.projects import project_files
from sunlit.sample.scores import score_files
from sunlit.sample.services import facility_list, service_menu
from sunlit.sample.spec import SampleSpec
from sunlit.sample.together import organisation_file, participation_file
from sunlit.sample.updates import update_files


def unit_files(
    spec: SampleSpec, place: UnitPlace, pair_numbers: tuple[int, ...]
) -> Iterator[tuple[str, bytes]]:
    """The unit's files, sorted by path below its folder."""
    if place.share is Share.NOTHING:
        return
    part = part_of(spec, place)
    plans = plans_of(spec, place, part)
    pairs = pairs_of(spec, place.area, place.slug, plans[0], pair_numbers)
    photo = pairs[0].after if pairs else None
    yield "disclosures.yaml", disclosures_file(spec, place)
    if place.share is Share.FULL:
        yield "facilities.yaml", facility_list(spec, place, photo)
    yield "index.md", profile_file(spec, place, part, plans, photo)
    if place.share is Share.FULL:
        yield "organisation.yaml", organisation_file(spec, place)
        yield "participation.yaml", participation_file(spec, place)
    yield from _dated(spec, place, part, plans, pairs)


def _dated(
    spec: SampleSpec,
    place: UnitPlace,
    part: Part,
    plans: tuple[Plan, ...],
    pairs: tuple[Pair, ...],
) -> Iterator[tuple[str, bytes]]:
    """Photos, works, scores, services and news."""
    title = plans[0].work.title
    yield from sorted(photo_files(pairs, f"{place.street}{place.name}", title))
    yield from sorted(project_files(spec, place, part, plans, uses(pairs, title)))
    yield from score_files(spec, place, part)
    if place.share is Share.FULL:
        yield "services.yaml", service_menu(spec, place)
        yield from update_files(plans, pairs[0].after if pairs else None)
