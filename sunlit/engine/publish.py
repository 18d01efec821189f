"""Publishing: what is served is the old edition or the new one, never a mixture of both.

Two folders take turns. The one that is not served, the standby, is brought up to the new edition
with the files of the stage and with links to unchanged ones, synced, and exchanged with the live
one in one call. So the cost follows the change, unchanged files are never touched, and a death at
any moment leaves a whole edition. Owns the order of these steps; knows nothing of what a file
holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from sunlit.digest import Digest, of_bytes
from sunlit.engine.disk import DISK, Disk
from sunlit.engine.folders import make, remove
from sunlit.engine.lock import BusyError, locked
from sunlit.engine.manifest import MANIFEST, Manifest
from sunlit.engine.stage import Places, Stage, open_stage, refuse_outside
from sunlit.engine.standby import bring, forget_pair, note_pair
from sunlit.engine.verify import NotOursError, manifest_bytes, read_manifest, refuse_foreign

__all__ = (
    "MANIFEST",
    "BusyError",
    "NotOursError",
    "NotStagedError",
    "Published",
    "commit",
    "open_stage",
    "publish",
    "read_manifest",
    "recover",
    "refuse_foreign",
)


class NotStagedError(Exception):
    """An output that is neither on the stage nor live as it should be, or staged and no output."""


class Published(Struct, frozen=True):
    """What a publication did, by output, each in sorted order."""

    produced: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]


def publish(out: Path, files: Iterable[tuple[str, bytes]], disk: Disk = DISK) -> Published:
    """Make `out` hold exactly `files` and their manifest, all given.

    Raises NotOursError or BusyError, touching nothing.
    """
    places = Places.of(out)
    with locked(places.lock):
        recover(out, disk)
        refuse_foreign(out, disk)
        stage = open_stage(out, disk)
        try:
            outputs = {name: stage.put(name, content) for name, content in files}
            return commit(out, stage, Manifest(outputs))
        finally:
            stage.discard()


def commit(out: Path, stage: Stage, manifest: Manifest, known: Manifest | None = None) -> Published:
    """Publish the edition of a manifest: what is staged from the stage, the rest as it is live.

    Raises NotStagedError, naming an output that is in neither. A staged file whose bytes are live
    already is left out, so that the live one stays; where the bytes differ although the manifest
    says otherwise, somebody has changed the live file, and the staged one replaces it. `known` is
    the live manifest as it was read before, and spares reading it once more.
    """
    disk, places = stage.disk, Places.of(out)
    before = manifest_bytes(places.live, disk)
    if known is None or known.content != before:
        known = Manifest.of(before)
    outputs, served, staged = manifest.digests, known.digests, stage.names()
    if manifest is known and not staged:
        return Published((), tuple(sorted(outputs)), ())
    _refuse_incomplete(outputs, staged, served)
    same = {name for name in staged if served.get(name) == outputs[name]}
    mended = {name for name in same if _digest(f"{places.live}/{name}", disk) != outputs[name]}
    produced = staged - same | mended
    after = manifest.content or b""
    if produced or before != after:
        if disk.stat(places.live) is None:
            _first(places, stage, after)
        else:
            bring(places, stage, edition=manifest, produced=produced, live=known)
            disk.write(f"{places.last}/{MANIFEST}", after)
            disk.sync(places.last)
            _switch(places, disk)
        # It is published: what fails from here on must not say otherwise.
        with suppress(OSError):
            if before is not None and not mended:
                note_pair(places, manifest.digest, known.digest, disk)
    with suppress(OSError):
        stage.discard()
    return Published(
        tuple(sorted(produced)),
        tuple(sorted(outputs.keys() - produced)),
        tuple(sorted(served.keys() - outputs.keys())),
    )


def recover(out: Path, disk: Disk = DISK) -> None:
    """Bring back a whole edition where a build died between the two renames of a switch.

    Every command that reads or publishes `out` calls it first.
    """
    places = Places.of(out)
    if disk.stat(places.old) is None:
        return
    if disk.stat(places.live) is None:
        disk.rename(places.old, places.live)
    elif disk.stat(places.last) is None:
        disk.rename(places.old, places.last)
    else:
        remove(disk, places.old)


def _refuse_incomplete(
    outputs: Mapping[str, Digest], staged: Set[str], served: Mapping[str, Digest]
) -> None:
    refuse_outside(outputs.keys() - served.keys())
    changed = {name for name, digest in outputs.items() if served.get(name) != digest}
    wrong = (changed - staged) | (staged - outputs.keys())
    if wrong:
        raise NotStagedError(min(wrong))


def _digest(path: str, disk: Disk) -> Digest | None:
    return None if disk.stat(path) is None else of_bytes(disk.read(path))


def _first(places: Places, stage: Stage, manifest: bytes) -> None:
    """The stage holds the whole edition and becomes the live folder."""
    disk = stage.disk
    forget_pair(places, disk)
    make(disk, stage.folder)
    disk.write(f"{stage.folder}/{MANIFEST}", manifest)
    disk.sync(stage.folder)
    disk.rename(stage.folder, places.live)


def _switch(places: Places, disk: Disk) -> None:
    """Let live and standby change places.

    Where the system cannot do it in one step, there is a moment without a site, and a death in it
    is made good by `recover`.
    """
    if disk.exchange(places.last, places.live):
        return
    disk.rename(places.live, places.old)
    try:
        disk.rename(places.last, places.live)
    except OSError:
        disk.rename(places.old, places.live)
        raise
    with suppress(OSError):  # the new edition is served; `recover` ends what is left to do
        disk.rename(places.old, places.last)
