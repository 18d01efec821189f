"""From a survey to the tasks of a site: bundles for the views, then pages, feeds, files.

Owns the wiring of shards to views, once for every language.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from sunlit.app.root import PACKAGE, Root
from sunlit.app.survey import Shard, Survey
from sunlit.digest import Digest, of_bytes, of_value
from sunlit.emit.pages import Templates
from sunlit.engine.tasks import Task
from sunlit.locale import locale_of
from sunlit.plan import file_tasks, page_tasks, photo_tasks, sitemap_tasks, static_tasks
from sunlit.rules.standing import standing_of, summarise_area
from sunlit.views.community import Community
from sunlit.views.district import District, districts_of
from sunlit.views.edition import Edition, Head
from sunlit.views.files import area_files, site_files, unit_files
from sunlit.views.site import area_pages, site_pages, unit_pages


def site_tasks(root: Root, survey: Survey, as_of: date) -> list[Task]:
    """Every task of the site."""
    settings = survey.settings
    code = code_digest()
    templates = Templates(root.templates(), default=settings.locales[0])
    districts = districts_of(
        {
            slug: (
                shard.content,
                shard.known,
                shard.standing,
                summarise_area(shard.known, shard.standing),
            )
            for slug, shard in survey.shards.items()
        }
    )
    heads = tuple(_head(shard, districts[slug]) for slug, shard in survey.shards.items())
    tasks = [*static_tasks(root.statics()), *_photos(root, survey)]
    bundles = {slug: tuple(communities(shard)) for slug, shard in survey.shards.items()}
    for language in settings.locales:
        edition = Edition(locale_of(language, default=settings.locales[0]), settings, heads, as_of)
        for shard in survey.shards.values():
            for community in bundles[shard.content.slug]:
                tasks += page_tasks(unit_pages(edition, community), templates, code)
                tasks += file_tasks(unit_files(edition, community), code)
            district = districts[shard.content.slug]
            tasks += page_tasks(area_pages(edition, district), templates, code)
            tasks += file_tasks(area_files(edition, district), code)
        tasks += page_tasks(site_pages(edition, districts), templates, code)
        tasks += file_tasks(site_files(edition, districts), code)
    outputs = [one.output for one in tasks]
    tasks += sitemap_tasks(outputs, base_url=settings.base_url, invented=settings.invented)
    return tasks


@lru_cache(maxsize=1)
def code_digest() -> Digest:
    """The digest of the package's own code and phrases."""
    files = sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.toml")])
    named = ((one.relative_to(PACKAGE).as_posix(), of_bytes(one.read_bytes())) for one in files)
    return of_value(tuple(named))


def _photos(root: Root, survey: Survey) -> list[Task]:
    """One task per published photo; the same picture used by two units is one."""
    settings = survey.settings.photos
    tasks: dict[str, Task] = {}
    for shard in survey.shards.values():
        for unit in shard.units:
            for task in photo_tasks(unit, settings, root.read):
                tasks.setdefault(task.output, task)
    return list(tasks.values())


def communities(shard: Shard) -> Iterator[Community]:
    """The units of an area as their pages need them."""
    for unit in shard.units:
        summary = shard.standing.unit(unit.slug)
        if summary is not None:
            standing = standing_of(unit.slug, shard.standing)
            yield Community(unit, summary, standing, shard.known)


def _head(shard: Shard, district: District) -> Head:
    record = shard.known.area.record
    totals = district.totals
    sections = [
        name
        for name, there in (
            ("ledger", totals.projects > 0),
            ("reports", bool(shard.content.reports)),
            ("services", shard.content.dossier.services is not None),
            ("disclosure", bool(shard.standing.units)),
            ("changes", bool(shard.standing.units)),
        )
        if there
    ]
    return Head(
        slug=shard.content.slug,
        name=record.name,
        level=record.level.value,
        part_of=record.part_of,
        sections=tuple(sections),
        frameworks=tuple(
            (one.id, one.record.short_name or one.record.name) for one in shard.known.frameworks
        ),
        invented=record.invented,
        within=record.within,
    )
