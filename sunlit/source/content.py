"""The content folder as records: what a unit's, an area's and the site's files hold.

Owns which file is which kind of record. Reads nothing itself: it is handed names and bytes, so
that a shard can be read anywhere and its files be known before it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from msgspec import Struct, field

from sunlit.diagnostics import Findings, Span
from sunlit.locale.moments import parse_moment
from sunlit.model.area import AreaRecord, Report
from sunlit.model.disclosure import Catalogue, Disclosures
from sunlit.model.framework import Framework
from sunlit.model.project import Project
from sunlit.model.record import Record
from sunlit.model.scores import ScoreSheet
from sunlit.model.services import FacilityList, Organisation, Participation, ServiceMenu
from sunlit.model.unit import PhotoFile, PhotoList, Profile, RegisterRow, Update
from sunlit.paths import SLUG
from sunlit.source.decode import read_record
from sunlit.source.front_matter import split
from sunlit.source.located import Located, Written
from sunlit.source.nearest import did_you_mean
from sunlit.source.register import read_register
from sunlit.source.text import decode_text

R = TypeVar("R", bound=Record)
PHOTO_ENDINGS = (
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".heic",
    ".heif",
    ".avif",
    ".gif",
    ".tif",
    ".tiff",
    ".bmp",
)
_TEXT_ENDINGS = (".yaml", ".yml", ".md", ".csv")


def is_photo_file(name: str) -> bool:
    """Whether a file, by its path below its unit's folder, is one to be looked at as a photo.

    In `photos/` it is everything that is no text of the content format: what it is then is told
    from its bytes, and what is no photo is refused by name.
    """
    low = name.lower()
    return low.endswith(PHOTO_ENDINGS) or (
        low.startswith("photos/") and not low.endswith(_TEXT_ENDINGS)
    )


class Files(Struct, frozen=True):
    """The text files of one folder by their path below it, and its photos, already probed.

    `base` is the folder's path below the root, for diagnostics.
    """

    base: str
    texts: Mapping[str, bytes]
    photos: tuple[PhotoFile, ...] = ()


class Dossier(Struct, frozen=True):
    """The files an area and a unit have alike."""

    organisation: Located[Organisation] | None = None
    services: Located[ServiceMenu] | None = None
    facilities: Located[FacilityList] | None = None
    participation: Located[Participation] | None = None


class UnitContent(Struct, frozen=True):
    """Everything that is known of one unit from its own files and its register row.

    `broken` holds the ids of records that stand in a file and could not be read, so that a
    reference to one is not reported as dangling.
    """

    area: str
    slug: str
    row: RegisterRow | None
    profile: Located[Profile] | None = None
    projects: tuple[Located[Project], ...] = ()
    updates: tuple[Located[Update], ...] = ()
    scores: tuple[Located[ScoreSheet], ...] = ()
    disclosures: Located[Disclosures] | None = None
    photos: Located[PhotoList] | None = None
    photo_files: tuple[PhotoFile, ...] = ()
    dossier: Dossier = Dossier()
    broken: frozenset[str] = frozenset()
    base: str = ""


class AreaContent(Struct, frozen=True):
    """An area's own files, its register, and the slugs of the unit folders found below it."""

    slug: str
    area: Located[AreaRecord]
    register: tuple[RegisterRow, ...]
    folders: tuple[str, ...] = ()
    reports: tuple[Located[Report], ...] = ()
    dossier: Dossier = Dossier()


def read_unit(
    area: str, slug: str, row: RegisterRow | None, files: Files, found: Findings
) -> UnitContent:
    """The unit's content from its files; every mistake in them is added to `found`."""
    reading = _Reading(files, found)
    profile = reading.one("index.md", Profile)
    projects = reading.many("projects", Project)
    updates = reading.many("updates", Update)
    scores = reading.scores()
    content = UnitContent(
        area,
        slug,
        row,
        profile,
        projects,
        tuple(sorted(updates, key=lambda one: (one.record.date.sort_key, one.id), reverse=True)),
        scores,
        reading.one("disclosures.yaml", Disclosures),
        reading.one("photos/photos.yaml", PhotoList),
        tuple(sorted(files.photos, key=lambda one: one.name)),
        reading.dossier(),
        frozenset(reading.broken),
        files.base,
    )
    reading.strays(_UNIT_FILES)
    return content


def read_area(
    slug: str, folders: tuple[str, ...], files: Files, found: Findings
) -> AreaContent | None:
    """The area's content; None when it has no readable `area.md`."""
    reading = _Reading(files, found)
    area = reading.one("area.md", AreaRecord)
    if "area.md" not in files.texts:
        found.error(
            "area-without-file",
            Span(f"{files.base}/area.md"),
            message=(f"地区“{slug}”没有 area.md", f"area {slug} has no area.md"),
            hint=(f"运行 build.py new area {slug}。", f"Run build.py new area {slug}."),
        )
    register = reading.register()
    reports = reading.many("reports", Report)
    dossier = reading.dossier()
    reading.strays(_AREA_FILES)
    if area is None:
        return None
    ordered = sorted(reports, key=lambda one: (one.record.period.sort_key, one.id), reverse=True)
    return AreaContent(slug, area, register, folders, tuple(ordered), dossier)


def read_framework(path: str, content: bytes, found: Findings) -> Located[Framework] | None:
    """A framework file; its id is its file name."""
    id = path.rsplit("/", 1)[-1].removesuffix(".yaml")
    files = Files(path.rsplit("/", 1)[0], {f"{id}.yaml": content})
    return _Reading(files, found).one(f"{id}.yaml", Framework, id=id)


def read_catalogue(path: str, content: bytes, found: Findings) -> Located[Catalogue] | None:
    """The disclosure catalogue."""
    base, _, name = path.rpartition("/")
    return _Reading(Files(base, {name: content}), found).one(name, Catalogue)


_UNIT_FILES = (
    r"index\.md|organisation\.yaml|services\.yaml|facilities\.yaml|participation\.yaml"
    r"|disclosures\.yaml|photos/photos\.yaml|projects/[^/]+\.md|updates/[^/]+\.md"
    r"|scores/[^/]+/[^/]+\.yaml"
)
_AREA_FILES = (
    r"area\.md|register\.csv|organisation\.yaml|services\.yaml|facilities\.yaml"
    r"|participation\.yaml|reports/[^/]+\.md"
)
_NAMES = (
    "index.md",
    "area.md",
    "register.csv",
    "organisation.yaml",
    "services.yaml",
    "facilities.yaml",
    "participation.yaml",
    "disclosures.yaml",
    "photos/photos.yaml",
)


class _Reading(Struct):
    files: Files
    found: Findings
    broken: set[str] = field(default_factory=set)

    def path(self, name: str) -> str:
        return f"{self.files.base}/{name}" if self.files.base else name

    def text(self, name: str) -> str | None:
        content = self.files.texts.get(name)
        if content is None:
            return None
        return decode_text(content, path=self.path(name), found=self.found)

    def one(self, name: str, record: type[R], *, id: str = "") -> Located[R] | None:
        """The record of one file; None when the file is absent or cannot be read."""
        text = self.text(name)
        if text is None:
            return None
        path = self.path(name)
        if not name.endswith(".md"):
            return read_record(Written(text), record, path=path, found=self.found, id=id)
        document = split(text, path=path, found=self.found)
        if document is None:
            return None
        located = read_record(document.head, record, path=path, found=self.found, id=id)
        if located is None:
            return None
        return Located(id, located.record, path, located.source, document.body, document.body_line)

    def many(self, folder: str, record: type[R]) -> tuple[Located[R], ...]:
        """The records of a folder's Markdown files, in the order of their ids."""
        read = []
        for name in sorted(self.files.texts):
            if not re.fullmatch(rf"{folder}/[^/]+\.md", name):
                continue
            id = name.removeprefix(f"{folder}/").removesuffix(".md")
            if not self._usable(id, name):
                continue
            located = self.one(name, record, id=id)
            if located is None:
                self.broken.add(f"{folder}/{id}")
            else:
                read.append(located)
        return tuple(read)

    def scores(self) -> tuple[Located[ScoreSheet], ...]:
        """The score sheets, their ids `<framework>/<period>`."""
        read = []
        for name in sorted(self.files.texts):
            parts = re.fullmatch(r"scores/([^/]+)/([^/]+)\.yaml", name)
            if not parts:
                continue
            if parse_moment(parts[2]) is None:
                self.found.error(
                    "score-period",
                    Span(self.path(name)),
                    message=(f"文件名“{parts[2]}”不是期间", f"`{parts[2]}` is not a period"),
                    hint=("改成 2026-q3.yaml 这样的文件名。", "Name the file like 2026-q3.yaml."),
                )
                continue
            located = self.one(name, ScoreSheet, id=f"{parts[1]}/{parts[2]}")
            if located is not None:
                read.append(located)
        return tuple(read)

    def register(self) -> tuple[RegisterRow, ...]:
        text = self.text("register.csv")
        if text is None:
            return ()
        return read_register(text, path=self.path("register.csv"), found=self.found)

    def dossier(self) -> Dossier:
        return Dossier(
            self.one("organisation.yaml", Organisation),
            self.one("services.yaml", ServiceMenu),
            self.one("facilities.yaml", FacilityList),
            self.one("participation.yaml", Participation),
        )

    def strays(self, allowed: str) -> None:
        """Report files that are no record: a misspelt name must not vanish silently."""
        for name in sorted(self.files.texts):
            if re.fullmatch(allowed, name):
                continue
            hint = did_you_mean(name, _NAMES) or (
                "移到正确的文件夹，或者删掉。",
                "Move it to its folder, or delete it.",
            )
            self.found.error(
                "unknown-file",
                Span(self.path(name)),
                message=(f"不认识文件“{name}”", f"{name} is no file of the content format"),
                hint=hint,
            )

    def _usable(self, id: str, name: str) -> bool:
        if SLUG.fullmatch(id):
            return True
        self.found.error(
            "bad-file-id",
            Span(self.path(name)),
            message=(f"文件名“{id}”不能用作网址", f"file name `{id}` cannot be an address"),
            hint=("只用小写字母、数字和连字符。", "Use lower-case letters, digits and hyphens."),
        )
        return False
