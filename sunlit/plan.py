"""From a survey to tasks: which outputs exist, and what each depends on.

Owns the list of pages. A page's inputs are the digests of its view, its chrome and everything
after them (templates, phrases, code); that is its whole dependency record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import assert_never

from sunlit.digest import Digest, of_bytes, of_value
from sunlit.emit.calendar import ics
from sunlit.emit.data import data_json
from sunlit.emit.feeds import atom, json_feed
from sunlit.emit.pages import Templates
from sunlit.emit.sitemap import robots, sitemap
from sunlit.engine.tasks import Task
from sunlit.model.unit import PhotoFile
from sunlit.paths import UrlPath, output_path
from sunlit.photos.encode import Recipe, encode, published_name
from sunlit.source.content import UnitContent
from sunlit.source.settings import PhotoSettings
from sunlit.views.agenda import Calendar
from sunlit.views.documents.shape import Document
from sunlit.views.edition import Page
from sunlit.views.feeds import Feed
from sunlit.views.files import FileView
from sunlit.views.pictures import published


def of_shown(value: object) -> Digest:
    """The digest of a view or chrome: their repr, which is canonical since they hold no sets.

    A third of the time that the general canonical form takes, for the largest values there are.
    """
    return of_bytes(repr(value).encode())


def page_tasks(pages: Iterable[Page], templates: Templates, code: Digest) -> Iterator[Task]:
    """One task per page; `code` is the digest of the program and its phrases."""
    for page in pages:
        inputs = (
            ("view", of_shown(page.view)),
            ("chrome", of_shown(page.chrome)),
            ("template", of_value(page.template)),
            ("templates", templates.digest),
            ("code", code),
        )
        yield Task(
            output_path(page.path), inputs, partial(templates.render, page), page.chrome.title
        )


def photo_tasks(
    content: UnitContent, settings: PhotoSettings, read: Callable[[str], bytes | None]
) -> Iterator[Task]:
    """One task per declared photo of a unit; its bytes are read when it is made."""
    for name, (file, _, recipe) in published(content, settings).items():
        path = f"{content.base}/photos/{name}"
        inputs = (("photo", Digest(file.digest)), ("recipe", of_value(recipe)))
        yield Task(
            published_name(file, recipe), inputs, partial(_picture, read, path, file, recipe), path
        )


def _picture(
    read: Callable[[str], bytes | None], path: str, file: PhotoFile, recipe: Recipe
) -> bytes:
    content = read(path)
    if content is None:
        raise FileNotFoundError(path)
    return encode(content, file, recipe)


def file_tasks(views: Iterable[FileView], code: Digest) -> Iterator[Task]:
    """Feeds, calendars and documents: one task per file."""
    for view in views:
        match view:
            case Feed():
                yield _file(view.path, view, partial(atom, view), code)
                if view.json:
                    path = UrlPath(view.path.removesuffix(".xml") + ".json")
                    yield _file(path, view, partial(json_feed, view), code)
            case Calendar():
                yield _file(view.path, view, partial(ics, view), code)
            case Document():
                yield _file(view.path, view, partial(data_json, view), code)
            case _:
                assert_never(view)


def _file(path: UrlPath, view: FileView, make: Callable[[], bytes], code: Digest) -> Task:
    return Task(output_path(path), (("view", of_value(view)), ("code", code)), make, path)


def sitemap_tasks(pages: Iterable[str], *, base_url: str, invented: bool) -> Iterator[Task]:
    """`robots.txt`, and the sitemap of these outputs' pages once the site knows its own address.

    `404.html` is not for search engines.
    """
    yield file_task("robots.txt", robots(base_url=base_url, invented=invented), "robots.txt")
    paths = [
        UrlPath("/" + one.removesuffix("index.html")) for one in pages if one.endswith("index.html")
    ]
    for name, content in sitemap(paths, base_url=base_url).items():
        yield file_task(name, content, "sitemap.xml")


def static_tasks(files: Mapping[str, bytes]) -> Iterator[Task]:
    """The static files as they are."""
    for name, content in files.items():
        yield file_task(f"static/{name}", content, "static")


def file_task(output: str, content: bytes, origin: str) -> Task:
    """An output whose bytes are there already."""
    return Task(output, (("content", of_bytes(content)),), lambda: content, origin)
