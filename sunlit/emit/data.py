"""`data.json`: a document of plain values as UTF-8 JSON with sorted keys.

Owns the bytes only. What the document holds is decided in `views/documents`.
"""

from __future__ import annotations

from sunlit.emit.json_text import json_text
from sunlit.views.documents.shape import Document


def data_json(document: Document) -> bytes:
    """The document; equal documents give equal bytes."""
    return json_text(dict(document.body))
