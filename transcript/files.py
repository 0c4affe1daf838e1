"""Files of strangers, opened so that nothing in a folder can hold up or end who reads it."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader, FileIO
from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class NotRegularError(OSError):
    """It is a pipe, a device, a folder or the like, and no file with a content of its own."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "it is no regular file", str(path))


class TooLargeError(OSError):
    """It has more bytes, `size`, than who reads it wants to have."""

    def __init__(self, path: Path, size: int) -> None:
        self.size = size
        super().__init__(errno.EFBIG, f"it has {size / 2**20:,.0f} MB", str(path))


def is_regular(path: Path) -> bool:
    """True if the path is a file; False too where it cannot be looked at, or its name is impossible."""
    return stat.S_ISREG(_mode_of(path))


def is_folder(path: Path) -> bool:
    """True if the path is a folder; False too where it cannot be looked at."""
    return stat.S_ISDIR(_mode_of(path))


def exists(path: Path) -> bool:
    """True if the path exists; False too where it cannot be looked at."""
    return _mode_of(path) != 0


def _mode_of(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def open_regular(path: Path) -> BufferedReader:
    """A file to read from; without waiting for a pipe. Raises NotRegularError, or another OSError."""
    if not stat.S_ISREG(path.stat().st_mode):  # to open some devices is to do something
        raise NotRegularError(path)
    file: BufferedReader = BufferedReader(FileIO(os.open(path, _FLAGS)))
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotRegularError(path)
    return file


def read_regular(path: Path, most: int) -> bytes:
    """The content of a file of at most so many bytes. Raises TooLargeError for a larger one, unread, or an OSError."""
    with open_regular(path) as file:
        size = os.fstat(file.fileno()).st_size
        content = file.read(most + 1) if size <= most else b""
    if max(size, len(content)) > most:
        raise TooLargeError(path, max(size, len(content)))
    return content
