"""The file operations that publishing and state-keeping use, one method each.

Owns how a file is written, linked, synced and switched on this system. Knows nothing of editions.
All of it goes through one `Disk`, so that a test can hand in one that dies at any operation or has
no room left. Names are texts and files raw descriptors: `pathlib` and `io` double the cost of the
45,000 small files of a large site.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn every \n into \r\n


class Disk:
    """This machine's disk. Every method raises OSError with the name of the file."""

    __slots__ = ()

    def stat(self, path: str) -> os.stat_result | None:
        """What is at `path`, links not followed; None when nothing is there."""
        try:
            return os.lstat(path)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def scan(self, folder: str) -> list[os.DirEntry[str]]:
        """The entries of a folder, in the disk's order."""
        with os.scandir(folder) as entries:
            return list(entries)

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        descriptor = os.open(path, os.O_RDONLY | _BINARY)
        try:
            size = os.fstat(descriptor).st_size
            content = os.read(descriptor, size + 1)
            while len(content) != size and (more := os.read(descriptor, 1 << 24)):
                content += more  # it grew, or is larger than one call may read
            return content
        finally:
            os.close(descriptor)

    def write(self, path: str, content: bytes) -> None:
        """Write a new file; FileExistsError when there is one: it may be a link to a live one."""
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        try:
            done = os.write(descriptor, content)
            while done < len(content):
                done += os.write(descriptor, memoryview(content)[done:])
        finally:
            os.close(descriptor)

    def copy(self, source: str, target: str) -> None:
        """Make a new file of the bytes and the time of change of another."""
        self.write(target, self.read(source))
        time = os.stat(source).st_mtime_ns
        os.utime(target, ns=(time, time))

    def link(self, source: str, target: str) -> None:
        """Give a file a second name; never replaces one."""
        os.link(source, target)

    def rename(self, source: str, target: str) -> None:
        """Move a file or folder, in one step, over a file that is there."""
        os.replace(source, target)

    def unlink(self, path: str) -> None:
        """Remove a file."""
        os.unlink(path)

    def mkdir(self, path: str) -> None:
        """Make one folder."""
        os.mkdir(path)

    def rmdir(self, path: str) -> None:
        """Remove an empty folder."""
        os.rmdir(path)

    def sync(self, folder: str) -> None:
        """Flush the file system of `folder`: nothing that is done later reaches the disk before.

        One call for everything: syncing file by file waits for the journal once per file.
        """
        if os.name != "posix":
            return  # Windows knows no such call; its journal keeps names, not bytes, in order
        import ctypes  # only a build that publishes needs it

        descriptor = os.open(folder, os.O_RDONLY)
        try:
            libc = ctypes.CDLL(None, use_errno=True)
            if not hasattr(libc, "syncfs"):
                os.sync()
            elif libc.syncfs(descriptor) != 0:
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), folder)
        finally:
            os.close(descriptor)

    def exchange(self, one: str, other: str) -> bool:
        """Exchange two folders in one step; False where the system or file system cannot."""
        if os.name != "posix":
            return False
        import ctypes

        libc = ctypes.CDLL(None, use_errno=True)
        if not hasattr(libc, "renameat2"):
            return False
        names = os.fsencode(one), os.fsencode(other)
        if libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
            return True
        code = ctypes.get_errno()
        if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
            return False
        raise OSError(code, os.strerror(code), other)

    def replace(self, path: str, content: bytes) -> None:
        """Write a file in place of the one at `path`; whoever reads sees the one or the other."""
        fresh = f"{path}.new"
        with suppress(FileNotFoundError):
            self.unlink(fresh)  # of a command that was killed
        self.write(fresh, content)
        self.rename(fresh, path)


DISK = Disk()
"""The disk that is meant unless a test hands in another."""
