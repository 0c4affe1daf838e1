"""The destinations of buttons: an address names an answer so shortly that a button can carry it, and needs no memory.

Nothing in an address is sure when it is followed: a year later its episode may be gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal, TypeAlias

from transcript.models import Episode, Language

Quality = Literal["exact", "close", "partial", "none"]
"""Quality of a passage as a match; "none" where nothing was asked for, as with a random one."""


QUALITIES: tuple[Quality, ...] = ("exact", "close", "partial", "none")


MAX_POINTERS = 4
"""Passages to which one address leads at most; more do not fit into a button."""


MAX_TOPIC = 70
"""Characters of a topic, which stands in a button as it is."""


MAX_BYTES = 72
"""As Base64, with the kind, they take 97 characters; a button's verb and slot take three of Discord's 100."""


KEY_SIZE = 5
"""Bytes of a key."""


class BadAddressError(ValueError):
    """A custom_id that this version did not write."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A passage: the episode's key, the segment in which it starts, and the ranges that matched.

    The ranges count characters from the start of that segment's text, in order; they can run on into the next ones.
    `also` are segments of the same episode in which the same is said. By `check`, that of the words there, and by the
    second at which they are said, None where that is not known, a button finds them again in a transcript that was
    replaced, cut otherwise or corrected since.
    """

    episode: bytes
    segment: int
    spans: tuple[tuple[int, int], ...]
    language: Language
    quality: Quality = "none"
    also: tuple[int, ...] = ()
    check: int = 0
    second: int | None = None

    @property
    def span(self) -> tuple[int, int]:
        """From the first matched character to the last."""
        return (self.spans[0][0], self.spans[-1][1]) if self.spans else (0, 0)


@dataclass(frozen=True, slots=True)
class RandomAddress:
    """Another quotable passage; `speaker` and `episode` are keys, empty for all of them."""

    speaker: bytes
    episode: bytes
    language: Language


@dataclass(frozen=True, slots=True)
class QuoteAddress:
    """One of a few passages; `flipped` shows the other language, `context` what was said around it.

    `again` is where another one comes from, if this one came by chance.
    """

    pointers: tuple[Pointer, ...]
    position: int = 0
    flipped: bool = False
    context: bool = False
    again: RandomAddress | None = None

    @property
    def pointer(self) -> Pointer:
        return self.pointers[self.position]


@dataclass(frozen=True, slots=True)
class PictureAddress:
    """A passage as a picture, wide or `square`, dark or `light`; `flipped` as for a quote."""

    pointer: Pointer
    flipped: bool = False
    square: bool = False
    light: bool = False


@dataclass(frozen=True, slots=True)
class SegmentAddress:
    """A segment that has certain words. `check` is that of the words, 0 where there are too few to be known by.

    `asked` is the second that was asked for, None where it was come to in another way.
    """

    episode: bytes
    segment: int
    language: Language
    second: int | None = None
    check: int = 0
    asked: int | None = None


@dataclass(frozen=True, slots=True)
class ChapterAddress:
    """A chapter, by its number, the second at which it begins and the check of its title."""

    episode: bytes
    chapter: int
    language: Language
    second: int | None = None
    check: int = 0


@dataclass(frozen=True, slots=True)
class ContentsAddress:
    episode: bytes
    page: int
    language: Language


@dataclass(frozen=True, slots=True)
class TopicAddress:
    """The moments at which a topic comes up; `speaker` and `episode` are keys, empty for all of them."""

    topic: str
    speaker: bytes
    episode: bytes
    page: int


@dataclass(frozen=True, slots=True)
class EpisodesAddress:
    """A page of the list of episodes; `show` is the key of the show that it is narrowed to, empty for all of them."""

    page: int
    show: bytes = b""


@dataclass(frozen=True, slots=True)
class EpisodeAddress:
    """An episode that is opened, and the place in the list to which it leads back."""

    episode: bytes
    language: Language
    page: int = 0
    show: bytes = b""


@dataclass(frozen=True, slots=True)
class CorrectionAddress:
    """A verdict that is to be posted in reply to a message; `message` is its id, 0 where there is none.

    The pointers are to what was really said: several, of one episode, are the fragments of a quote that was stitched
    together; none where it was not found.
    """

    pointers: tuple[Pointer, ...]
    message: int


@dataclass(frozen=True, slots=True)
class PostAddress:
    """A daily post, by its row in the ledger, and the segment and first character of the passage that it shows.

    With the passage, a moderator who still sees the one before does not refuse the one that has replaced it.
    """

    post: int
    segment: int
    first: int


Address: TypeAlias = (
    QuoteAddress
    | PictureAddress
    | SegmentAddress
    | ChapterAddress
    | ContentsAddress
    | TopicAddress
    | RandomAddress
    | EpisodesAddress
    | EpisodeAddress
    | CorrectionAddress
)


def key(name: str) -> bytes:
    """Five bytes that stand for an episode's identity or a speaker's name: two of 10,000 names clash once in 20,000
    libraries."""
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=KEY_SIZE).digest()


def episode_key(episode: Episode | None) -> bytes:
    """The key of an episode's identity; nothing for no episode."""
    return key(episode.identity) if episode else b""
