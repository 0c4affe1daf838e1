"""Words, each with its time and speaker, become cues; words of a text are found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from transcript.formats.cues import Cue, GrowingText
from transcript.formats.markup import between

WORDS_OF_A_CUE = 60
"""Words of one cue: a speaker who goes on gets another, so that its end is known."""


PAUSE = 0.8
"""Seconds of silence in a channel in which somebody on another may have spoken."""


MOST_SKIPPED = 40
"""Characters between a word and the one before, in a segment's text: more, and it is another place."""


class Word(NamedTuple):
    """`glued` is whether it stands right after the word before, as punctuation does."""

    text: str
    start: float | None
    end: float | None
    speaker: str | None
    glued: bool = False


def cues_of(words: Iterable[Word]) -> Iterator[Cue]:
    """The cues of words, one for each turn; a word without a speaker is said by who spoke before."""
    cue: Cue | None = None
    said = GrowingText()
    count = 0
    for word in words:
        speaker = word.speaker or (cue.speaker if cue else None)
        if cue is None or (not word.glued and (speaker != cue.speaker or count >= WORDS_OF_A_CUE)):
            if cue is not None:
                cue.text = str(said)
                yield cue
            cue, said, count = Cue(word.start, word.end, "", speaker), GrowingText(), 0
        cue.start = word.start if cue.start is None and not said.parts else cue.start
        place = said.add(word.text, "" if word.glued or not said.parts else between(said.last, word.text))
        if word.start is not None:
            cue.words.append((place, word.start))
        cue.end = word.end if word.end is not None else cue.end
        count += 1
    if cue is not None:
        cue.text = str(said)
        yield cue


def cues_by_channel(channels: Iterable[Iterable[Word]]) -> list[Cue]:
    """The cues of several channels, each with a voice of its own, cut at its pauses and put in order by time."""
    cues: list[Cue] = []
    for words in channels:
        run: list[Word] = []
        ended = float("inf")
        for word in words:
            if word.start is not None and word.start - ended > PAUSE:
                cues.extend(cues_of(run))
                run = []
            run.append(word)
            ended = ended if word.end is None else word.end
        cues.extend(cues_of(run))
    return sorted(cues, key=lambda cue: cue.start or 0.0)


def find_words(text: str, words: Iterable[str]) -> Iterator[int | None]:
    """The character at which each of a text's words begins; None for one that is not found after the one before."""
    at = 0
    for word in words:
        place = text.find(word, at, at + MOST_SKIPPED + len(word)) if word else -1
        yield place if place >= 0 else None
        at = place + len(word) if place >= 0 else at
