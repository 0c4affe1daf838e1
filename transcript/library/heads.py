"""The heads of a library's episodes: what is known of them without reading a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from transcript.errors import OtherFileError, TranscriptError
from transcript.library.opened import Opened
from transcript.models import Episode, Language

T = TypeVar("T")


class Heads(Opened):
    @property
    def episodes(self) -> tuple[Episode, ...]:
        """All episodes, the newest first."""
        return self._contents.episodes

    def derived(self, make: Callable[[Sequence[Episode]], T]) -> list[T]:
        """The result of a function of the episodes of each shelf; it is computed once and kept."""
        return [shelf.derived(make) for shelf in self._contents.shelves]

    @property
    def failures(self) -> tuple[TranscriptError, ...]:
        """The files that could not be read or are something else, each with what is wrong."""
        return self._contents.failures

    @property
    def unread_count(self) -> int:
        """The files that may be transcripts and could not be read."""
        return sum(not isinstance(failure, OtherFileError) for failure in self.failures)

    @property
    def speaker_terms(self) -> frozenset[str]:
        """The words of the speakers' names, as terms."""
        return self._contents.speaker_terms

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that an episode is in."""
        return self._contents.languages

    @property
    def segment_count(self) -> int:
        """The segments of all episodes together."""
        return self._contents.segment_count

    def episode(self, slug: str) -> Episode | None:
        """The episode of that slug."""
        return self._contents.by_slug.get(slug)
