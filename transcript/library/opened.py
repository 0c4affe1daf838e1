"""A cache that is open for reading: its contents, and another cache in its place where it turns out to be damaged."""

from __future__ import annotations

import functools
import logging
import threading
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from transcript.errors import CacheError
from transcript.index.cache import OPERATOR, Cache
from transcript.library.contents import Contents

P = ParamSpec("P")


R = TypeVar("R")


Self_ = TypeVar("Self_", bound="Opened")


log = logging.getLogger(__name__)


class Opened:
    """The contents of a cache on the shelves that are `seen`, read when first asked for.

    Where the cache is damaged it is built anew, once, if this `mends` it.
    """

    def __init__(
        self, read: Callable[[], Contents], seen: frozenset[int] = frozenset({OPERATOR}), *, mends: bool = True
    ) -> None:
        self.seen = seen
        self._read = read
        self._mends = mends
        self._made: Contents | None = None
        self._being_mended = threading.Lock()

    def open(self) -> None:
        """Read the heads of the episodes and their names, if nobody has."""
        self._contents.prepare_names()

    def close(self) -> None:
        """Close the cache's files."""
        self._cache.store.close()

    @property
    def _contents(self) -> Contents:
        made = self._made
        if made is None:
            with self._being_mended:
                made = self._made = self._made or self._read()
        return made

    @property
    def _cache(self) -> Cache:
        return self._contents.cache

    def _mend_cache(self, read: Contents, error: CacheError) -> bool:
        """Build the cache anew if it is damaged and still the one that was read. True if there is another one now.

        Other threads are told to ask again meanwhile. The old files stay open for whoever reads them.
        """
        if not error.is_damaged or not self._mends or not self._being_mended.acquire(blocking=False):
            return False
        try:
            if self._contents is read:
                log.warning("%(error)s", {"event": "cache_damaged", "error": str(error)})
                self._made = self._read()
            return True
        finally:
            self._being_mended.release()


def mending_cache(method: Callable[Concatenate[Self_, P], R]) -> Callable[Concatenate[Self_, P], R]:
    """A method that finds a damaged cache, has it built anew, and answers from the new one."""
    return _mending_method(method, answers=True)


def mending_for_later(method: Callable[Concatenate[Self_, P], R]) -> Callable[Concatenate[Self_, P], R]:
    """A method that is given ids: it has a damaged cache built anew and raises CacheError, as the ids are void then."""
    return _mending_method(method, answers=False)


def _mending_method(method: Callable[Concatenate[Self_, P], R], *, answers: bool) -> Callable[Concatenate[Self_, P], R]:
    @functools.wraps(method)
    def read(self: Self_, /, *args: P.args, **options: P.kwargs) -> R:
        contents = self._contents
        try:
            return method(self, *args, **options)
        except CacheError as error:
            if not (self._mend_cache(contents, error) and answers):
                raise
        return method(self, *args, **options)

    return read
