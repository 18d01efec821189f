"""The pages that are the same for every site but for its settings: about, accessibility.

Owns which facts of the settings they show. Their words stand in the catalogues, whole sentences
per language.
"""

from __future__ import annotations

from msgspec import Struct

from sunlit.views.edition import Column, Edition, Page
from sunlit.views.feedback import report_url
from sunlit.views.parts import Link, Words
from sunlit.views.scene import Scene

Said = tuple[Words, Words]


class AboutView(Struct, frozen=True):
    """What `about.html` shows; `form` is empty where the site has none."""

    description: Words
    identity: tuple[Said, ...]
    host: str
    phone: str
    form: str
    changes: Link
    methods: tuple[Link, ...]
    invented: bool


class AccessibilityView(Struct, frozen=True):
    """What `accessibility.html` shows."""

    host: str
    phone: str
    mistake: Link


def about_page(edition: Edition) -> Page:
    """How the site works, who runs it, and how to report a mistake."""
    scene, settings = edition.scene("about"), edition.settings
    methods = {id: name for head in edition.heads for id, name in head.frameworks}
    view = AboutView(
        description=scene.words(settings.description),
        identity=_identity(edition, scene),
        host=settings.identity.host,
        phone=settings.identity.phone,
        form=report_url(settings.feedback.url, ""),
        changes=scene.link(scene.t("changes.heading"), "changes"),
        methods=tuple(scene.link(name, "frameworks", id) for id, name in sorted(methods.items())),
        invented=settings.invented,
    )
    return _page(edition, scene, "about", view)


def accessibility_page(edition: Edition) -> Page:
    """How the site can be read by everyone: large print, keyboard, print, without a script."""
    scene, identity = edition.scene("accessibility"), edition.settings.identity
    mistake = Link(scene.to("about", fragment="mistake"), Words(scene.t("about.mistake")))
    view = AccessibilityView(identity.host, identity.phone, mistake)
    return _page(edition, scene, "accessibility", view)


def _page(edition: Edition, scene: Scene, name: str, view: object) -> Page:
    title = scene.t(f"{name}.heading")
    crumbs = (
        scene.link(scene.t("base.home")),
        Link(scene.to(name), Words(title), current=True),
    )
    return edition.page(
        scene,
        f"{name}.html",
        view,
        title=title,
        kind=name,
        description=scene.t(f"{name}.description"),
        crumbs=crumbs,
        column=Column(title),
    )


def _identity(edition: Edition, scene: Scene) -> tuple[Said, ...]:
    own = edition.settings.identity
    said = {
        "host": own.host,
        "undertaker": own.undertaker,
        "phone": own.phone,
        "address": own.address,
        "site_code": own.site_code,
        "icp": own.icp,
        "police": own.police,
    }
    return tuple(
        (Words(scene.t(f"base.{name}")), Words(text)) for name, text in said.items() if text
    )
