"""What a photo looks like, in the few numbers that pages and checks need of it.

Owns the reading of `Facts`. It takes decoding, so they are kept between builds by the photo's
digest; bytes that hold no picture after all are noticed here, before anything is published.
"""

from __future__ import annotations

from PIL import Image

from sunlit.photos.decode import decoded, whole_form
from sunlit.photos.facts import Facts

_ENOUGH = 128
"""Pixels of width, more than any of the numbers is made from."""

_SIDE = 16
"""Rows of a look, and bits of each; with 8, one drawing of a street at night is like another."""


def facts_of(content: bytes) -> Facts:
    """The facts of a photo that `probe` let pass; raises BrokenPhotoError when it is broken."""
    form = whole_form(content)
    image = decoded(content, form, _ENOUGH)
    taken = form.taken.isoformat() if form.taken else None
    return Facts(_colour(image), _look(image), taken)


def _colour(image: Image.Image) -> str:
    return "#" + image.resize((1, 1), Image.Resampling.BOX).tobytes().hex()


def _look(image: Image.Image) -> str:
    """The dHash: of each two neighbours in a row of 17, whether the right one is the brighter."""
    width = _SIDE + 1
    grey = image.convert("L").resize((width, _SIDE), Image.Resampling.BOX).tobytes()
    bits = 0
    for at in range(width * _SIDE):
        if at % width:
            bits = bits << 1 | (grey[at] > grey[at - 1])
    return f"{bits:064x}"
