"""The same with libvips through `pyvips`, chained, on two processes of one thread each.

Run by the peers' Python, which has `pyvips`; imports nothing of this checkout.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

WORKERS = 2
_TALL = 10_000_000  # only the width is given


def publish(job: dict[str, Any], path: Path) -> None:
    """Each width from the next larger one; the largest by shrinking while it is decoded."""
    pyvips: Any = import_module("pyvips")  # in each process anew: threads do not fork

    image = None
    for width in sorted(job["widths"], reverse=True):
        if image is None:
            image = pyvips.Image.thumbnail(
                str(path), width, height=_TALL, size="down", export_profile="srgb"
            )
        else:
            image = image.thumbnail_image(width, height=_TALL, size="down")
        image = image.copy_memory()
        target = f"{job['out']}/{path.stem}-{width}"
        if "jpeg" in job["quality"]:
            image.jpegsave(
                f"{target}.jpg", Q=job["quality"]["jpeg"], strip=True, optimize_coding=True
            )
        if "avif" in job["quality"]:
            image.heifsave(
                f"{target}.avif", Q=job["quality"]["avif"], compression="av1",
                effort=9 - job["speed"], subsample_mode="on", strip=True,
            )  # fmt: skip


def main() -> None:
    """Publish the photos of the job that is named."""
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    photos = sorted(Path(job["photos"]).glob("*.jpg"))
    with multiprocessing.Pool(WORKERS) as pool:
        for _ in pool.imap_unordered(partial(publish, job), photos):
            pass


if __name__ == "__main__":
    main()
