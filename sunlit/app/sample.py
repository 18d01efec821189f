"""Write the invented district of `sample` to a folder that is new or empty."""

from __future__ import annotations

from pathlib import Path

from sunlit.sample import SampleSpec, sample_files


class NotEmptyError(Exception):
    """The folder holds files already; nothing was written."""


def write_sample(folder: Path, spec: SampleSpec) -> int:
    """Write the sample; the number of files."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmptyError(str(folder))
    count = 0
    for name, content in sample_files(spec):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        count += 1
    return count
