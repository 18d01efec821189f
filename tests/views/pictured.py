"""Pictures for tests of views: of a size, and nothing said of them that does not matter."""

from __future__ import annotations

from sunlit.views.parts import Picture, Words


def picture(
    width: int, height: int, *, src: str = "../0a.jpg", tone: str = "", eager: bool = False
) -> Picture:
    """A picture of this size that has no room on a page yet."""
    name = src.removesuffix(".jpg")
    return Picture(
        src=src,
        width=width,
        height=height,
        tone=tone,
        avif=f"{name}.avif {width}w",
        jpeg=f"{src} {width}w",
        alt=Words("桥"),
        caption=Words("桥"),
        date=None,
        place=None,
        credit=None,
        eager=eager,
    )
