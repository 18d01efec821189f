"""From bundles to tasks: which outputs exist, and in which parts of an area they are made.

Owns the list of an area's parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import assert_never

from msgspec import Struct

from sunlit.digest import of_bytes, of_value
from sunlit.emit.calendar import ics
from sunlit.emit.data import data_json
from sunlit.emit.feeds import atom, json_feed
from sunlit.emit.pages import Templates
from sunlit.emit.sitemap import robots, sitemap
from sunlit.engine.tasks import Series, Task
from sunlit.model.unit import PhotoFile
from sunlit.paths import UrlPath, output_path
from sunlit.photos.recipe import Recipe, renditions
from sunlit.source.content import UnitContent
from sunlit.source.settings import PhotoSettings
from sunlit.views.agenda import Calendar
from sunlit.views.changes_page import area_changes_page
from sunlit.views.disclosure_page import disclosure_pages
from sunlit.views.district import District
from sunlit.views.documents.shape import Document
from sunlit.views.drafts import Draft
from sunlit.views.edition import Edition, Page
from sunlit.views.feeds import Feed
from sunlit.views.files import FileView, area_files
from sunlit.views.framework import every_dimension_draft, framework_pages
from sunlit.views.ledger_pages import ledger_drafts
from sunlit.views.pictures import published
from sunlit.views.site import area_pages, dossier_pages
from sunlit.views.street import street_pages


class AreaPart(Struct, frozen=True):
    """A part of an area's outputs.

    `drafts` are pages of which an edit changes few. They are made from the facets `base`, which
    each of them may see all of, and from what each takes of the area with all facets of the part;
    of areas below, and of what is gathered, no more than their own files tell.
    """

    pages: Callable[[Edition, District], Iterable[Page]] = lambda _, __: ()
    files: Callable[[Edition, District], Iterable[FileView]] = lambda _, __: ()
    drafts: Callable[[Edition, District, District], Iterable[Draft]] | None = None
    base: frozenset[str] = frozenset()


AREA_PARTS: Mapping[str, AreaPart] = {
    "area": AreaPart(area_pages),
    "dossier": AreaPart(dossier_pages),
    "streets": AreaPart(street_pages),
    "ledger": AreaPart(drafts=ledger_drafts, base=frozenset(("head",))),
    "disclosure": AreaPart(disclosure_pages),
    "changes": AreaPart(lambda edition, one: (area_changes_page(edition, one),)),
    "frameworks": AreaPart(framework_pages),
    "dimensions": AreaPart(
        drafts=every_dimension_draft, base=frozenset(("head", "states", "scores", "news"))
    ),
    "files": AreaPart(files=area_files),
}
"""The outputs of every area by part; what each part is made of is in `app.work`."""


def page_tasks(
    pages: Iterable[Page], templates: Templates, *, keyed: bool = False
) -> Iterator[Task]:
    """One task per page; keyed by its view where many pages are asked for and few have changed."""
    for page in pages:
        key = templates.key(page) if keyed else ""
        path = output_path(page.path)
        yield Task(path, partial(templates.render, page), page.chrome.title, key)


def draft_tasks(
    drafts: Iterable[Draft], templates: Templates, *, ground: str, locale: str
) -> Iterator[Task]:
    """One task per draft; `ground` is the digest of all that it is made from but its own."""
    for draft in drafts:
        key = of_value((ground, locale, draft.path, draft.shows)) if ground else ""
        yield Task(output_path(draft.path), partial(_drawn_up, draft, templates), key=key)


def _drawn_up(draft: Draft, templates: Templates) -> bytes:
    return templates.render(draft.make())


def photo_series(
    content: UnitContent, settings: PhotoSettings, read: Callable[[str], bytes | None]
) -> Iterator[Series]:
    """The published files of each of a unit's photos; its bytes are read when they are made.

    Their names say everything that they are made from, so each is its own key.
    """
    for name, (file, _, recipe) in published(content, settings).items():
        keys = {one.path: one.path for one in renditions(file, recipe)}
        path = f"{content.base}/photos/{name}"
        yield Series(f"photos/{name}", keys, partial(developed, read, path, file, recipe))


def developed(
    read: Callable[[str], bytes | None],
    path: str,
    file: PhotoFile,
    recipe: Recipe,
    wanted: Sequence[str],
) -> Iterator[tuple[str, bytes]]:
    """Some published files of a photo, by their paths; it is decoded once for all of them."""
    from sunlit.photos.develop import develop  # a library that few builds need

    content = read(path)
    if content is None or of_bytes(content) != file.digest:
        raise FileNotFoundError(path)  # the names are those of a photo that is there no more
    every = [one for one in renditions(file, recipe) if one.path in wanted]
    for rendition, made in develop(content, file, recipe, every):
        yield rendition.path, made


def file_tasks(views: Iterable[FileView]) -> Iterator[Task]:
    """Feeds, calendars and documents: one task per file."""
    for view in views:
        match view:
            case Feed():
                yield _file(view.path, partial(atom, view))
                if view.json:
                    path = UrlPath(view.path.removesuffix(".xml") + ".json")
                    yield _file(path, partial(json_feed, view))
            case Calendar():
                yield _file(view.path, partial(ics, view))
            case Document():
                yield _file(view.path, partial(data_json, view))
            case _:
                assert_never(view)


def _file(path: UrlPath, make: Callable[[], bytes]) -> Task:
    return Task(output_path(path), make, path)


def sitemap_tasks(outputs: Iterable[str], *, base_url: str, invented: bool) -> Iterator[Task]:
    """`robots.txt`, and the sitemap of these outputs' pages once the site knows its own address.

    `404.html` is not for search engines.
    """
    yield _ready("robots.txt", robots(base_url=base_url, invented=invented))
    paths = [
        UrlPath("/" + one.removesuffix("index.html"))
        for one in outputs
        if one.endswith("index.html")
    ]
    for name, content in sitemap(paths, base_url=base_url).items():
        yield _ready(name, content)


def _ready(output: str, content: bytes) -> Task:
    """An output whose bytes are there already."""
    return Task(output, lambda: content, output)
