"""Feeds as bytes: Atom (RFC 4287) and JSON Feed 1.1.

Owns both formats and the form of names: a `tag:` URI (RFC 4151) of the site's own host. A site
that does not know its address uses `sunlit.invalid`, a name that nobody can ever own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote, urlsplit

from sunlit.emit.json_text import json_text
from sunlit.emit.xml_text import escape, quoteattr
from sunlit.views.documents.shape import Plain
from sunlit.views.feeds import Entry, Feed

_YEAR = 2026
"""When these names were first given out; part of every `tag:` URI, and never changed."""


def atom(feed: Feed) -> bytes:
    """The feed as Atom."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(feed.lang)}>',
        f"<id>{escape(name_of(feed, feed.path))}</id>",
        f"<title>{escape(feed.title)}</title>",
        f"<updated>{instant(feed.updated)}</updated>",
        f"<author><name>{escape(feed.author)}</name></author>",
        f'<link rel="alternate" type="text/html" href={quoteattr(feed.home)}/>',
        *_self(feed),
        *(line for entry in feed.entries for line in _entry(feed, entry)),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def json_feed(feed: Feed) -> bytes:
    """The same as JSON Feed, beside the Atom feed."""
    document: dict[str, Plain] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "language": feed.lang,
        "home_page_url": feed.home,
        "authors": [{"name": feed.author}],
        "items": [_item(feed, entry) for entry in feed.entries],
    }
    if feed.site:
        document["feed_url"] = _absolute(feed, feed.path.removesuffix(".xml") + ".json")
    return json_text(document)


def name_of(feed: Feed, path: str) -> str:
    """The name of a feed or an entry, the same in every build."""
    host = urlsplit(feed.site).hostname or "sunlit.invalid"
    return f"tag:{host},{_YEAR}:{quote(path.lstrip('/'), safe='/?&=@:.-_~')}"


def instant(day: date) -> str:
    """The beginning of a day in China, as RFC 3339 has it."""
    return f"{day.isoformat()}T00:00:00+08:00"


def _self(feed: Feed) -> Iterator[str]:
    if feed.site:
        address = quoteattr(_absolute(feed, feed.path))
        yield f'<link rel="self" type="application/atom+xml" href={address}/>'


def _entry(feed: Feed, entry: Entry) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{escape(name_of(feed, entry.key))}</id>"
    yield f"<title>{escape(entry.title)}</title>"
    yield f"<updated>{instant(entry.updated)}</updated>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(entry.href)}/>'
    yield f"<category term={quoteattr(entry.kind)}/>"
    if entry.summary:
        yield f"<summary>{escape(entry.summary)}</summary>"
    yield "</entry>"


def _item(feed: Feed, entry: Entry) -> dict[str, Plain]:
    return {
        "id": name_of(feed, entry.key),
        "url": entry.href,
        "title": entry.title,
        "content_text": entry.summary or entry.title,
        "date_published": instant(entry.updated),
        "tags": [entry.kind],
    }


def _absolute(feed: Feed, path: str) -> str:
    return feed.site.rstrip("/") + path
