"""Tells words of a text that are somebody's name from words in general use that are only like one."""

from __future__ import annotations

from transcript.language.frequency import is_known, term_weight
from transcript.language.normalise import bare, unaccented_words
from transcript.language.spelling import sound, sound_likeness
from transcript.language.stemming import stem

SHORTEST_BEGINNING = 3
"""Letters of a word in general use that may be short for a name: Will for William, but not AI for Aimee."""


LEAST_WEIGHT = 0.45
"""Weight of a word in general use from which it may be a slip in a name that sounds like it: John for Jon, but not Time
for Tim. Tuned on 33 ways of writing a credit."""


LEAST_LIKENESS = 0.75
"""Likeness of a word in general use to a name that sounds like it, from which it may be a slip in it: Brian for Bryan,
but not Maria for Mora. Chosen on 26 pairs of names."""


def may_mean(written: str, name: str) -> bool:
    """True if a word of a text may be meant for a word of a `bare` name to which the text is known to be alike."""
    parts = unaccented_words(name).split()
    return any(_may_be_in(word, parts) for word in unaccented_words(bare(written)).split())


def _may_be_in(word: str, parts: list[str]) -> bool:
    if word in parts or not is_known(word):
        return True
    if len(word) >= SHORTEST_BEGINNING and any(part.startswith(word) for part in parts):
        return True
    return term_weight(stem(word), word) >= LEAST_WEIGHT and any(
        sound(word) == sound(part) and sound_likeness(word, part) >= LEAST_LIKENESS for part in parts
    )
