"""The work of a site as the engine is told it: which facets, which parts, and who does them.

Owns the list of an area's parts with the facets each is made of; it is handed nothing else, so
that what is not named cannot be depended on. What does the work is imported when it is asked to:
a build that finds nothing to do loads none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from sunlit.app.root import Root
from sunlit.diagnostics import Diagnostic
from sunlit.digest import Digest
from sunlit.engine.shards import Family, Part, Read
from sunlit.engine.tasks import Series, Steady, Task

if TYPE_CHECKING:
    from sunlit.app.album import Albums
    from sunlit.app.press import Press

UNKNOWN = Digest("")
"""The digest of a program that was not looked at: then no compiled template is kept."""

STANDS_ON = frozenset(("head", "scores"))
GATHERS = frozenset(("head", "ledger", "news", "disclosures"))
EVERY_FACET = frozenset(("head", "states", "ledger", "scores", "news", "disclosures"))

PARTS = (
    Part("area", EVERY_FACET, gathered=True),
    Part("dossier", frozenset(("head",))),
    Part("streets", EVERY_FACET - {"scores"}),
    Part("ledger", frozenset(("head", "ledger")), deep=True),
    Part("disclosure", frozenset(("head", "disclosures"))),
    Part("changes", frozenset(("head", "news"))),
    Part("frameworks", frozenset(("head", "states", "scores", "news"))),
    Part("dimensions", EVERY_FACET - {"disclosures"}),
    Part("files", EVERY_FACET, gathered=True),
)


@dataclass(eq=False)
class SiteWork:
    """The work for one root on one day; `above` is what was found wrong above the units.

    `program` is the digest of this program, for what it compiles; `albums` keep what photos look
    like.
    """

    root: Root
    as_of: date
    base_url: str | None = None
    above: tuple[Diagnostic, ...] = ()
    program: Digest = UNKNOWN
    albums: Albums | None = None

    stands_on = STANDS_ON
    gathers = GATHERS
    parts = PARTS

    def __reduce__(self) -> tuple[object, ...]:
        return SiteWork, (
            self.root,
            self.as_of,
            self.base_url,
            self.above,
            self.program,
            self.albums,
        )

    @cached_property
    def _press(self) -> Press:
        from sunlit.app.press import Press

        return Press(self.root, self.as_of, self.base_url, self.above, self.program, self.albums)

    def prepare(self) -> None:
        """Load what every worker will need, once, before they are forked."""
        self._press.prepare()

    def read(self, group: str, leaf: str) -> Read:
        """Read, check and summarise a unit."""
        return self._press.read(group, leaf)

    def gather(self, group: str, family: Family) -> bytes:
        """What the areas above and the site may know of an area."""
        return self._press.gather(group, family)

    def frame(self, group: str, family: Family) -> bytes:
        """The heads of an area, of those above it and of those below."""
        return self._press.frame(group, family)

    def stand(self, group: str, family: Family) -> Mapping[str, bytes]:
        """What an area knows of each unit."""
        return self._press.stand(group, family)

    def leaf(
        self, group: str, leaf: str, standing: bytes, frame: bytes
    ) -> Iterable[Task | Steady | Series]:
        """The outputs of a unit."""
        return self._press.leaf(group, leaf, standing, frame)

    def part(self, group: str, part: str, family: Family, frame: bytes) -> Iterator[Task]:
        """The outputs of one part of an area."""
        from sunlit.app.spellings import kept_spellings

        with kept_spellings(self.program):
            yield from self._press.part(group, part, family, frame)

    def top(self, part: str, gathered: Mapping[str, bytes]) -> Iterator[Task]:
        """The outputs of one part of the site; static files need no press."""
        if part == "static":
            yield from statics(self.root)
            return
        from sunlit.app.spellings import kept_spellings

        with kept_spellings(self.program):
            yield from self._press.top(part, gathered)

    def closing(self, outputs: Sequence[str]) -> Iterable[Task]:
        """The outputs that list all the others."""
        return self._press.closing(outputs)


def statics(root: Root) -> Iterator[Task]:
    """The static files as they are."""
    for name, content in root.statics().items():
        yield Task(f"static/{name}", partial(bytes, content), name)
