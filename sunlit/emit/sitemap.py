"""`sitemap.xml` and `robots.txt`.

Owns both formats. A sitemap needs absolute addresses, so a site that does not know its own has
none. At most 50 000 addresses stand in one file (sitemaps.org); a larger site gets an index.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sunlit.emit.xml_text import escape
from sunlit.paths import UrlPath

MOST = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap(paths: Iterable[UrlPath], *, base_url: str, most: int = MOST) -> Mapping[str, bytes]:
    """The files by name: `sitemap.xml`, and its parts where it is an index; or none at all."""
    if not base_url:
        return {}
    addresses = [base_url.rstrip("/") + path for path in sorted(paths)]
    if len(addresses) <= most:
        return {"sitemap.xml": _urls(addresses)}
    parts = [addresses[start : start + most] for start in range(0, len(addresses), most)]
    files = {f"sitemap-{number}.xml": _urls(part) for number, part in enumerate(parts, start=1)}
    inner = "".join(
        f"<sitemap><loc>{escape(base_url.rstrip('/'))}/{name}</loc></sitemap>\n" for name in files
    )
    index = f"{_HEAD}<sitemapindex {_SPACE}>\n{inner}</sitemapindex>\n"
    return {"sitemap.xml": index.encode(), **files}


def robots(*, base_url: str, invented: bool) -> bytes:
    """Everything may be read by everyone; what is invented stays out of search engines."""
    lines = ["User-agent: *", "Disallow: /" if invented else "Disallow:"]
    if base_url and not invented:
        lines += ["", f"Sitemap: {base_url.rstrip('/')}/sitemap.xml"]
    return ("\n".join(lines) + "\n").encode()


def _urls(addresses: Iterable[str]) -> bytes:
    inner = "".join(f"<url><loc>{escape(one)}</loc></url>\n" for one in addresses)
    return f"{_HEAD}<urlset {_SPACE}>\n{inner}</urlset>\n".encode()
