"""The limits and patterns by which a language's passages are understood by themselves, or are not."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MATCHES_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Rules:
    """Limits and patterns of a language's quotable passages. Lengths in characters, tuned on the shipped transcript.

    Patterns are of small letters, which are found in a text of small letters in a third of the time that it takes to
    ignore case; but for `no_leaning` and `no_leaning_that`, `joined`, `tag` and `telling`, for which case matters.
    """

    fewest: int
    most: int
    fewest_of_first: int
    """Of the first of several sentences; a shorter one is an answer to something."""
    word_length: int
    """Characters of a word, about, the space after it included."""
    leaning: re.Pattern[str] = _MATCHES_NOTHING
    """At the beginning: a reply, or a pronoun for something that was named before."""
    reply: re.Pattern[str] = _MATCHES_NOTHING
    """Those of these that are one word, which are seen at once: half of all sentences begin so."""
    no_leaning: re.Pattern[str] = _MATCHES_NOTHING
    """Words that look like such a pronoun and are none."""
    no_leaning_that: re.Pattern[str] = _MATCHES_NOTHING
    """The same, of a text with a "that" in it, for which more is to be looked for."""
    joined: re.Pattern[str] = _MATCHES_NOTHING
    """At the beginning: a word that is left aside when a passage is looked at."""
    tag: re.Pattern[str] = _MATCHES_NOTHING
    """Likewise at the end: a question."""
    addressing: re.Pattern[str] = _MATCHES_NOTHING
    """Anywhere: what the people in the room say to one another, or of what was said before."""
    going_on: re.Pattern[str] = _MATCHES_NOTHING
    """At the beginning of a later sentence: it only goes on with an earlier one."""
    retelling: re.Pattern[str] = _MATCHES_NOTHING
    """At the end of what stands before: somebody else is made to speak, and who speaks is not who is named."""
    filler: re.Pattern[str] = _MATCHES_NOTHING
    no_filler: re.Pattern[str] = _MATCHES_NOTHING
    """Words that look like a filler and are none."""
    clause: re.Pattern[str] = re.compile("")
    """In every sentence: what makes a clause of it."""
    telling: re.Pattern[str] = re.compile(r"\w{2,}")
    """Words that say something."""
