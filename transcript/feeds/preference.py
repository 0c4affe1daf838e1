"""The best of an item's several transcripts: in the show's language, with speakers and times."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from transcript.feeds.feed import Item, TranscriptLink
from transcript.models import Language


class Kind(NamedTuple):
    """A kind of transcript: the media types that feeds give it, and the endings of its files, the usual one first."""

    types: frozenset[str]
    endings: tuple[str, ...]


KINDS = (
    Kind(frozenset({"application/json", "text/json", "application/x-json"}), (".json",)),
    Kind(frozenset({"text/vtt", "application/vtt"}), (".vtt",)),
    Kind(frozenset({"application/srt", "application/x-subrip", "application/x-srt", "text/srt"}), (".srt",)),
    Kind(frozenset({"text/html", "application/xhtml+xml"}), (".html", ".htm")),
    Kind(frozenset({"text/plain"}), (".txt",)),
)
"""Those that say the most first: JSON has speakers and times, plain text may have neither."""


def ranked_transcripts(item: Item, language: Language | None) -> tuple[TranscriptLink, ...]:
    """An item's transcripts, the best first; `language` is the show's. The others are for when that one is lost.

    One in the show's language comes before one that names none, and both before a translation.
    """

    def rank(link: TranscriptLink) -> tuple[int, int]:
        return _strangeness_of(link.language, language), _kind_of(link)

    return tuple(sorted(item.transcripts, key=rank))


def _strangeness_of(offered: Language | None, wanted: Language | None) -> int:
    if offered == wanted:
        return 0
    return 1 if offered is None or wanted is None else 2


def _kind_of(link: TranscriptLink) -> int:
    """The place in KINDS: by the media type, else by the address's ending; behind all where neither is known."""
    ending = PurePosixPath(urlsplit(link.address).path).suffix.casefold()
    by_type = (place for place, kind in enumerate(KINDS) if link.kind in kind.types)
    by_ending = (place for place, kind in enumerate(KINDS) if ending in kind.endings)
    return next(by_type, next(by_ending, len(KINDS)))


def ending_of(link: TranscriptLink) -> str:
    """The ending of a file that holds that transcript, by which its format is tried first."""
    place = _kind_of(link)
    return KINDS[place].endings[0] if place < len(KINDS) else ".txt"
