"""The same as a site for Hugo: photos as assets, a page for each, one template for all pages.

Owns the site's files. Hugo makes pages, and so photos, on all cores. The resampling filter is its
default and fastest.
"""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.photos.job import KINDS, Job

AVIF_SPEED = 7
"""Hugo 0.168 often comes to no end at 6, and gives up after 30 seconds; 7 is the next faster."""

_SETTINGS = """\
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "home", "section"]

[[module.mounts]]
source = {photos}
target = "assets"

[[module.mounts]]
source = "content"
target = "content"

[[module.mounts]]
source = "layouts"
target = "layouts"

[imaging.avif]
encoderSpeed = {speed}
"""
_START = """\
{{ $stem := .File.ContentBaseName }}
{{ $photo := resources.Get (printf "%s.jpg" $stem) }}
"""
_ONE = """\
{{{{ $wanted := images.Process "resize {width}x {ending} q{quality}" }}}}
{{{{ $made := $photo.Filter (slice images.AutoOrient $wanted) }}}}
{{{{ (resources.Copy (printf "%s-{width}.{ending}" $stem) $made).Publish }}}}
"""


def write_site(job: Job, root: Path) -> None:
    """The site of a job; Hugo is told where to by its command."""
    template = _START + "".join(
        _ONE.format(width=width, ending=KINDS[kind], quality=quality)
        for kind, quality in job.quality.items()
        for width in job.widths
    )
    settings = _SETTINGS.format(photos=json.dumps(job.photos), speed=max(job.speed, AVIF_SPEED))
    files = {"hugo.toml": settings, "layouts/page.html": template}
    for photo in sorted(Path(job.photos).glob("*.jpg")):
        files[f"content/{photo.stem}.md"] = f"---\ntitle: {photo.stem}\n---\n"
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
