"""Shelves: the operator's episodes and each server's own. Every question gets one library to be answered from."""

from __future__ import annotations

from transcript.library.library import Library

OPERATOR = 0
"""The number of the operator's shelf; every other is a server's id."""


class Shelves:
    """Holds the library as it is now. Whoever asks takes one from it and stays with it."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def seen_in(self, _guild_id: int | None) -> Library:
        """The library as a server may see it; for None as direct messages do."""
        return self._library
