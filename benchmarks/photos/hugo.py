"""The same as a site for Hugo: photos as assets, one template that makes every file.

Owns the site's two files. The resampling filter is Hugo's default.
"""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.photos.job import KINDS, Job

_SETTINGS = """\
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "page", "section"]
publishDir = {out}

[[module.mounts]]
source = {photos}
target = "assets"

[[module.mounts]]
source = "layouts"
target = "layouts"

[imaging.avif]
encoderSpeed = {speed}
"""
_ALL = """\
{{{{ range resources.Match "*.jpg" }}}}
{{{{ $photo := . }}}}
{{{{ $stem := path.BaseName .Name }}}}
{every}{{{{ end }}}}
"""
_ONE = """\
{{{{ $wanted := images.Process "resize {width}x {ending} q{quality}" }}}}
{{{{ $made := $photo.Filter (slice images.AutoOrient $wanted) }}}}
{{{{ (resources.Copy (printf "%s-{width}.{ending}" $stem) $made).Publish }}}}
"""


def write_site(job: Job, root: Path) -> None:
    """The site of a job; what an earlier one left is Hugo's own to clear."""
    (root / "layouts").mkdir(exist_ok=True)
    settings = _SETTINGS.format(
        out=json.dumps(job.out), photos=json.dumps(job.photos), speed=job.speed
    )
    (root / "hugo.toml").write_text(settings, encoding="utf-8")
    every = "".join(
        _ONE.format(width=width, ending=KINDS[kind], quality=quality)
        for kind, quality in job.quality.items()
        for width in job.widths
    )
    (root / "layouts/index.html").write_text(_ALL.format(every=every), encoding="utf-8")
