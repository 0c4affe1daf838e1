"""The parts of a transcript. Everything here is frozen and knows nothing of files or Discord."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from typing import TypeAlias

Language: TypeAlias = str
"""A language's code: ISO 639-1, or ISO 639-3 where that has none."""


LANGUAGES: tuple[Language, ...] = ("en", "zh")
"""The languages that have rules of their own."""


Texts: TypeAlias = Mapping[Language, str]
"""The same words in the languages that the transcript has them in; a language that is missing has no key."""


Mark: TypeAlias = tuple[int, float]
"""The second at which the words that begin at a character of a segment's original text are said."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A turn of one speaker, or some sentences of it.

    `index` counts from 0 in the order of the file; `start` and `end` are seconds, None where the file has no time.
    `speaker` is None where the file names nobody. `chapter` is the number of the chapter it stands in, None where
    there is none. `marks`, in the order of their characters, are the times that stand within the segment.
    """

    index: int
    start: float | None
    end: float | None
    speaker: str | None
    chapter: int | None
    text: Texts
    marks: tuple[Mark, ...] = ()

    @property
    def seconds(self) -> float:
        """The seconds from its start to its end; 0.0 where there are no times."""
        return 0.0 if self.start is None or self.end is None else max(0.0, self.end - self.start)

    def second_at(self, character: int) -> float | None:
        """The second at which the word at a character of the original text is said: that of the last mark before it."""
        place = bisect_right(self.marks, (character, inf))
        return self.marks[place - 1][1] if place else self.start


@dataclass(frozen=True, slots=True)
class Chapter:
    """A headed part of an episode. `index` counts from 1, `first` and `last` are segments, both included.

    `start` and `end` are seconds, None where the file has no time there.
    """

    index: int
    title: Texts
    start: float | None
    end: float | None
    summary: Texts
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's remark, with its line in the file. It was not said, so it is never quoted."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Irregularity:
    """Something in the file that is not as the format has it, with its line, for who keeps the file."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Episode:
    """An episode's head: what is known of it without its words.

    `date` is ISO 8601. `original`, the first of the languages, is the one that was spoken; any other is a translation.
    A few lines in a language that is not among them may stand in the text.
    `video_offset` is how many seconds later than in the transcript a thing is said in the video.
    `image_url` is the address of the show's picture, `page_url` that of the episode's page.
    `aliases` are other names of speakers, casefolded, each with the name that the transcript uses.
    Without punctuation it can be searched and verified, but no passage can be told to stand on its own.
    `slug` is for people, and changes where another file is called alike; `identity` is what buttons and databases know
    it by: no file that is added changes it. It is empty where the episode is in no library.
    """

    slug: str
    title: str
    date: str | None
    speakers: tuple[str, ...]
    languages: tuple[Language, ...]
    duration: float
    segments: int
    show: str | None = None
    video_url: str | None = None
    audio_url: str | None = None
    video_offset: float = 0.0
    aliases: Mapping[str, str] = field(default_factory=dict)
    punctuated: bool = True
    identity: str = ""
    image_url: str | None = None
    page_url: str | None = None

    @property
    def original(self) -> Language:
        return self.languages[0]

    def shown_in(self, wanted: Language) -> Language:
        """That language, if the episode has it."""
        return wanted if wanted in self.languages else self.original


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in an episode: characters `span` of the text of `segment` and the segments after it in `language`.

    `episode` is its slug, `segment` the index of the segment in which the first word stands.
    """

    episode: str
    segment: int
    span: tuple[int, int]
    language: Language


@dataclass(frozen=True, slots=True)
class Transcript:
    """A whole episode, as it was read."""

    episode: Episode
    chapters: tuple[Chapter, ...]
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...] = ()
    warnings: tuple[Irregularity, ...] = ()
    format: str = ""
    encoding: str = ""
