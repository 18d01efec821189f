"""An update of a unit: a short dated post with its text, photos, and the works it is about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from sunlit.model.unit import Update
from sunlit.rules.known import source_named
from sunlit.source.located import Located
from sunlit.views.citations import Citations
from sunlit.views.community import Community
from sunlit.views.edition import Article, Edition, Page
from sunlit.views.parts import Cite, Link, Pair, Picture, Prose, Source, When, Words
from sunlit.views.pictures import files_of, pairs_of, pictures_by_name, singles_of, standing_for
from sunlit.views.prose import pictured, prose_of
from sunlit.views.scene import Scene


class UpdateView(Struct, frozen=True):
    """What `update.html` shows."""

    unit: Words
    title: Words
    date: When
    prose: Prose | None
    pairs: tuple[Pair, ...]
    pictures: tuple[Picture, ...]
    projects: tuple[Link, ...]
    dimensions: tuple[Link, ...]
    sources: tuple[Source, ...]
    cite: Cite
    before: Link | None
    after: Link | None


def update_pages(edition: Edition, community: Community) -> Iterator[Page]:
    """One page per update of the unit."""
    updates = community.content.updates
    for number, update in enumerate(updates):
        newer = updates[number - 1] if number else None
        older = updates[number + 1] if number + 1 < len(updates) else None
        yield _page(edition, community, update, newer=newer, older=older)


def _page(
    edition: Edition,
    community: Community,
    update: Located[Update],
    *,
    newer: Located[Update] | None,
    older: Located[Update] | None,
) -> Page:
    area, slug, record = community.area, community.slug, update.record
    scene = edition.scene(area, slug, "updates", update.id)
    cited = Citations(scene, community.sources(), default=community.default_source)
    cited.mark(record.source)
    feed = f"{edition.scene(area, slug).path.strip('/')}/feed.xml"
    shown = chain(pictured(update), files_of(record.photos))
    pictures = pictures_by_name(scene, community.content, edition.settings.photos, shown=shown)
    title = scene.words(record.title)
    view = UpdateView(
        unit=scene.words(community.summary.name),
        title=title,
        date=scene.when(record.date),
        prose=prose_of(scene, update, pictures=pictures),
        pairs=pairs_of(scene, record.photos, pictures),
        pictures=singles_of(record.photos, pictures),
        projects=_projects(scene, community, record),
        dimensions=_dimensions(scene, community, record),
        sources=cited.listed(),
        cite=edition.cite(scene, title.text, data=f"{community.id}/data.json", feed=feed),
        before=_neighbour(scene, community, older),
        after=_neighbour(scene, community, newer),
    )
    named = source_named(record.source or community.default_source, community.sources())
    outlet = scene.words(named.outlet).text if named else edition.settings.identity.host
    return edition.page(
        scene,
        "update.html",
        view,
        title=f"{title.text} · {view.unit.text}",
        kind="update",
        area=area,
        crumbs=edition.area_crumbs(scene, area, *_crumbs(scene, community, update)),
        article=Article(record.date, outlet),
        feed=feed,
        data=f"{community.id}/data.json",
        image=standing_for(view.pairs, view.pictures),
    )


def _crumbs(scene: Scene, community: Community, update: Located[Update]) -> list[Link]:
    area, own = community.area, community.summary
    crumbs = [
        scene.link(own.name, area, community.slug),
        scene.link(update.record.title, area, community.slug, "updates", update.id),
    ]
    if own.street_slug:
        crumbs.insert(0, scene.link(own.street, area, "streets", own.street_slug))
    return crumbs


def _projects(scene: Scene, community: Community, record: Update) -> tuple[Link, ...]:
    titles = {one.id: one.title for one in community.summary.projects}
    return tuple(
        scene.link(titles[id], community.area, community.slug, "projects", id)
        for id in record.projects
        if id in titles
    )


def _dimensions(scene: Scene, community: Community, record: Update) -> tuple[Link, ...]:
    return tuple(
        scene.link(dimension.name, community.area, framework.id, dimension.id)
        for framework in community.known.frameworks
        for dimension in framework.record.dimensions
        if dimension.id in record.dimensions
    )


def _neighbour(scene: Scene, community: Community, update: Located[Update] | None) -> Link | None:
    if update is None:
        return None
    return scene.link(update.record.title, community.area, community.slug, "updates", update.id)
