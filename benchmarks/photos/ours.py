"""Sunlit's own way from a photo to its published files, on two worker processes.

    python -m benchmarks.photos.ours job.json

Owns the reading and the writing. What happens in between is the product's `sunlit.photos`, called
as a build calls it.
"""

from __future__ import annotations

import multiprocessing
import sys
from functools import partial
from pathlib import Path

from benchmarks.photos.job import Job, read_job
from sunlit.diagnostics import Findings
from sunlit.photos.develop import develop
from sunlit.photos.probe import probe
from sunlit.photos.recipe import Kind, Recipe, renditions

WORKERS = 2
_FORMATS = {Kind.JPEG: "jpeg", Kind.AVIF: "avif"}


def publish(job: Job, path: Path) -> None:
    """All wanted files of one photo."""
    content, found = path.read_bytes(), Findings()
    photo = probe(content, name=path.name, path=path.name, found=found)
    if photo is None:
        raise ValueError(f"{path.name} is no photo")
    # A format that is not wanted is never written, whatever its quality.
    recipe = Recipe(
        job.widths, jpeg=job.quality.get("jpeg", 0), avif=job.quality.get("avif", 0),
        speed=job.speed,
    )  # fmt: skip
    wanted = [one for one in renditions(photo, recipe) if _FORMATS[one.kind] in job.quality]
    for one, written in develop(content, photo, recipe, wanted):
        name = f"{path.stem}-{one.width}.{one.kind.value}"
        (Path(job.out) / name).write_bytes(written)


def main() -> None:
    """Publish the photos of the job that is named."""
    job = read_job(Path(sys.argv[1]))
    photos = sorted(Path(job.photos).glob("*.jpg"))
    with multiprocessing.Pool(WORKERS) as pool:
        for _ in pool.imap_unordered(partial(publish, job), photos):
            pass


if __name__ == "__main__":
    main()
