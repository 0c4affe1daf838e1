"""Reasons for which a server's library cannot be changed as asked; the words are in cards/library/refusals.py.

LibraryRefusal
├── NotLibraryManagerError  only who may manage the server can change its library
├── BadFeedAddressError     not the address of a feed
├── NoRoomError             the server has as much of its own as it may
├── NoFeedsError            the server has no feeds of its own
├── NothingOwnError         the server has nothing of its own
├── NoNameError             neither a source nor an episode is named, or both
├── UnknownSourceError      the server has no source that is called that
├── UnknownItemError        the server has no episode of its own that is called that
└── OfFeedError             a feed's episode cannot be removed, but hidden
"""

from __future__ import annotations

from collections.abc import Sequence

from handlers.refusals import Refusal


class LibraryRefusal(Refusal):
    """Refuses to do something with a server's own library."""


class NotLibraryManagerError(LibraryRefusal):
    pass


class BadFeedAddressError(LibraryRefusal):
    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class NoRoomError(LibraryRefusal):
    """`what` is "episodes", "megabytes" or "feeds", `most` how much of it a server may have."""

    def __init__(self, what: str, most: int) -> None:
        super().__init__(what)
        self.what = what
        self.most = most


class NoFeedsError(LibraryRefusal):
    pass


class NothingOwnError(LibraryRefusal):
    pass


class NoNameError(LibraryRefusal):
    pass


class UnknownSourceError(LibraryRefusal):
    def __init__(self, typed: str, known: Sequence[str]) -> None:
        super().__init__(typed)
        self.typed = typed
        self.known = known


class UnknownItemError(LibraryRefusal):
    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class OfFeedError(LibraryRefusal):
    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title
