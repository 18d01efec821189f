"""Pages to HTML: the one Jinja environment per language.

Owns how templates are run: every file is escaped whatever its ending, an undefined name is an
error, and a template is given `view`, `chrome`, the phrase function `t` and `kept`, which keeps
what a macro gave for the same values; nothing else. No text of the content is ever compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache

from jinja2 import BytecodeCache, DictLoader, StrictUndefined

from sunlit.digest import of_bytes, of_value
from sunlit.emit.compiled import PageEnvironment
from sunlit.locale import locale_of
from sunlit.views.drafts import encoded
from sunlit.views.edition import Page

KEPT = 1024
"""How many texts a part of a page keeps that is called with the same values again and again."""


class Templates:
    """The templates of a site by name, and their environments by language."""

    def __init__(
        self,
        texts: Mapping[str, str],
        *,
        default: str,
        program: str = "",
        compiled: Callable[[str], BytecodeCache] | None = None,
    ) -> None:
        """`default` is the site's first language; `compiled` keeps compiled ones, by language.

        `program` is the digest of the program that renders; without one no page has a key.
        """
        self._texts = dict(texts)
        self._program = program
        self._default = default
        self._compiled = compiled
        self._environment = lru_cache(maxsize=None)(self._make)

    def render(self, page: Page) -> bytes:
        """The page as UTF-8 HTML."""
        template = self._environment(page.locale).get_template(page.template)
        return template.render(view=page.view, chrome=page.chrome).encode()

    def key(self, page: Page) -> str:
        """The digest of all that the page is rendered from; empty when the program is unknown."""
        if not self._program:
            return ""
        return of_bytes(self._same + encoded((page.locale, page.template, page)))

    @cached_property
    def _same(self) -> bytes:
        """What all pages are rendered with."""
        return of_value((self._program, self._default, self._texts)).encode()

    def _make(self, code: str) -> PageEnvironment:
        environment = PageEnvironment(
            loader=DictLoader(self._texts),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.do"],
            bytecode_cache=self._compiled(code) if self._compiled else None,
            auto_reload=False,
        )
        environment.globals = {
            "t": locale_of(code, default=self._default).t,
            "range": range,
            "kept": lru_cache(maxsize=KEPT),
        }
        return environment
