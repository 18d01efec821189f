"""`data.json`: a document of plain values as UTF-8 JSON with sorted keys.

Owns the bytes only. What the document holds is decided in `views/documents`.
"""

from __future__ import annotations

import json

from sunlit.views.documents.shape import Document


def data_json(document: Document) -> bytes:
    """The document; equal documents give equal bytes."""
    text = json.dumps(document.body, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    return (text + "\n").encode()
