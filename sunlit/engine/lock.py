"""One builder at a time: a lock that ends with its holder, however that ends.

Owns the lock. Knows nothing of what it guards.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

# What a file system without locks says (some network disks): then nobody can be told apart.
_NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)
# The system tells processes apart, not the builds of one process; and closing a file drops all
# locks that the process has on it, so a second descriptor must never come to be.
_held: set[str] = set()


class BusyError(Exception):
    """Somebody else is at work there; nothing was touched."""


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Hold the lock of the file `path`, which is made; raises BusyError at once when it is held.

    The lock is the process's own (`lockf`): a killed builder leaves none, where `flock` would live
    on in its forked workers, which nobody tells that their builder is dead.
    """
    path = os.path.realpath(path)
    if path in _held:
        raise BusyError(path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    descriptor = _opened(path)
    _held.add(path)
    try:
        yield
    finally:
        _held.discard(path)
        with suppress(OSError):  # taken away before it is let go: nobody can hold it yet
            os.unlink(path)
        os.close(descriptor)


def _opened(path: str) -> int:
    """The lock file, held; opened again when its last holder has just taken it away."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(descriptor, path)
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(descriptor), os.stat(path)):
                    return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _lock(descriptor: int, path: str) -> None:
    """Windows has no such call: there nothing is locked."""
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN):
            raise BusyError(path) from None
        if error.errno not in _NO_LOCKS:
            raise
