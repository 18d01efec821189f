"""Sentences that several checks share: addresses that are taken or cannot be one.

Owns the words of those few codes.
"""

from __future__ import annotations

from sunlit.diagnostics import Findings, Span
from sunlit.source.meant import id_meant


def reserved(slug: str, span: Span, found: Findings) -> None:
    """An address that a page of the site has."""
    found.error(
        "reserved-slug",
        span,
        message=(f"“{slug}”已经是本站一个页面的地址", f"`{slug}` is the address of a page already"),
        hint=("换一个名字。", "Choose another name."),
    )


def bad_folder(name: str, span: Span, found: Findings) -> None:
    """A folder name that cannot be an address."""
    fixed = id_meant(name)
    such = (f"，例如 {fixed}", f", for example {fixed}") if fixed else ("，例如用拼音", "")
    found.error(
        "bad-folder-name",
        span,
        message=(f"文件夹名“{name}”不能用作网址", f"folder name `{name}` cannot be an address"),
        hint=(
            f"只用小写字母、数字和连字符{such[0]}。",
            f"Use lower-case letters, digits and hyphens{such[1]}.",
        ),
    )
