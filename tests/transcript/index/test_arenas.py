"""Where the C library is glibc, threads are told to share arenas."""

from __future__ import annotations

import platform

from transcript.index.arenas import bound_arenas


def test_arenas_are_bounded_with_glibc_and_nothing_breaks_elsewhere() -> None:
    assert bound_arenas() is (platform.libc_ver()[0] == "glibc")
