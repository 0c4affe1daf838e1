"""The output of every reader of timed or named words: cues, chapters, and the file's own title, date and speakers."""

from __future__ import annotations

from dataclasses import dataclass, field

from transcript.models import Irregularity, Language, Mark, Note

WORDS_A_SECOND = 2.5
"""Words a second of ordinary speech; gives the length of the last words, where only their beginning is known."""


@dataclass(slots=True)
class Cue:
    """Words that stand under one time: a caption, a turn, a paragraph of one.

    `start` and `end` are seconds, None where there is no time. `speaker` is the name as the file writes it. `turn` says
    that somebody else begins to speak, though it may not be said who. `words` are the times of words within the text.
    `translation` is the same in the reading's other language, if it has one.
    """

    start: float | None
    end: float | None
    text: str
    speaker: str | None = None
    line: int = 1
    turn: bool = False
    words: list[Mark] = field(default_factory=list)
    translation: str = ""


@dataclass(slots=True)
class GrowingText:
    """A cue's text while it is put together: in time linear in its length, which adding to a string is not."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def __str__(self) -> str:
        return "".join(self.parts)

    @property
    def last(self) -> str:
        """The part that was added last; empty at the beginning."""
        return self.parts[-1] if self.parts else ""

    def add(self, text: str, glue: str = "") -> int:
        """Add a text, after the glue where there is something before it. Returns the character at which it begins."""
        if glue and self.parts:
            self.parts.append(glue)
            self.length += len(glue)
        begin = self.length
        if text:
            self.parts.append(text)
            self.length += len(text)
        return begin


@dataclass(slots=True)
class ChapterHead:
    """A chapter's beginning: by its second, or by the cue that comes after it."""

    title: str
    start: float | None = None
    cue: int | None = None
    line: int = 1


@dataclass(slots=True)
class Reading:
    """A file as it was read. `kind` names its shape more closely than the format does."""

    cues: list[Cue] = field(default_factory=list)
    chapters: list[ChapterHead] = field(default_factory=list)
    title: str | None = None
    date: str | None = None
    show: str | None = None
    language: Language | None = None
    translation: Language | None = None
    speakers: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    warnings: list[Irregularity] = field(default_factory=list)
    kind: str | None = None

    def warn(self, line: int, message: str) -> None:
        self.warnings.append(Irregularity(line, message))
