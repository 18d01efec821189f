"""The address of the form on which a resident reports a mistake, filled in as far as known.

Owns the query of GitHub's issue form (the ids of `.github/ISSUE_TEMPLATE/correction.yml`) and the
subject of a letter. Any other form is linked as it is.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

_FORM = "correction.yml"
_GITHUB = re.compile(r"https://github\.com/[^/?#]+/[^/?#]+/issues(/new(/choose)?)?/?")


def report_url(url: str, page: str, *, figure: str = "") -> str:
    """The form for a mistake on a page, or at one figure of it; empty when the site has none."""
    if _GITHUB.fullmatch(url):
        base = url.partition("/issues")[0]
        asked = {"template": _FORM, "page": page, "figure": figure}
        query = urlencode({name: value for name, value in asked.items() if value}, quote_via=quote)
        return f"{base}/issues/new?{query}"
    if url.startswith("mailto:") and "?" not in url:
        return f"{url}?subject={quote(' '.join(filter(None, (page, figure))))}"
    return url
