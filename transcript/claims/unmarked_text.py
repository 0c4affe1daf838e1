"""Text without quotation marks: the name that words of its own credit it to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from transcript.claims import continuations
from transcript.claims.attribution import name_in
from transcript.claims.cues import CUE_REACH, Cue
from transcript.claims.cues_unmarked import COLON, DASHED, ENDING, LEADING, TELLING, TRAILING
from transcript.claims.grammar import DASHES
from transcript.claims.mentions import IsSpeaker
from transcript.claims.names import LONGEST_NAME, clean_name, is_person, may_name

_DASH_SIGNS = frozenset("-‐‑‒–—―─~～")


MOST_WORDS_ALONE = 3
"""Words of a line that is nothing but a speaker's name."""


class Credited(NamedTuple):
    """A text without the words that credit it, and the name in them.

    `lead` and `trail` are those words, before and after the text, where they make a sentence with it, so that they may
    have been said with it.
    """

    text: str
    name: str | None = None
    lead: str = ""
    trail: str = ""


def split_credit(text: str, is_speaker: IsSpeaker) -> Credited:
    """A text without quotation marks, split into the quote and the name that credits it."""
    return (
        _without_trail(text, TRAILING, is_speaker)
        or _without_lead(text, is_speaker)
        or _without_trail(text, ENDING, is_speaker)
        or _without_lead(text, is_speaker, [DASHED])
        # It cannot be told whose this is: it may be Chinese for a name that the transcripts have in English only.
        or Credited(continuations.UNKNOWN_CHINESE_NAME.sub("", text, count=1))
    )


def without_lead(text: str, is_speaker: IsSpeaker) -> Credited:
    """Split a text like `split_credit`, but look for the name in its first words alone."""
    return _without_lead(text, is_speaker) or Credited(text)


def _without_trail(text: str, cues: Sequence[Cue], is_speaker: IsSpeaker) -> Credited | None:
    for cue in cues:
        match = cue.pattern.search(text, max(0, len(text) - CUE_REACH))
        name = name_in(cue, match, is_speaker) if match else None
        if match and name and match.start():
            # The name of nobody known may be a word of the quote.
            may_be_said = cues is ENDING or not (is_speaker(name) or is_person(name))
            return Credited(text[: match.start()], name, trail=match.group() if may_be_said else "")
    return None


def _without_lead(
    text: str, is_speaker: IsSpeaker, cues: Sequence[Cue] = (COLON, *TELLING, *LEADING)
) -> Credited | None:
    for cue in cues:
        match = cue.pattern.match(text, 0, CUE_REACH)
        name = _name_before(cue, match, is_speaker) if match else None
        if not match or not name:
            continue
        said = text[match.end() :]
        if cue not in TELLING:
            # The name of nobody known may be a word of the quote, and so may words around a speaker's.
            is_bare = name == clean_name(match["name"]) and (is_speaker(name) or is_person(name))
            return Credited(said, name, "" if is_bare else match.group())
        asks = continuations.ASKING_VERB.search(match.group())
        return Credited(said if asks else continuations.CLOSING_QUESTION.sub("", said), name, match.group())
    return None


def _name_before(cue: Cue, match: re.Match[str], is_speaker: IsSpeaker) -> str | None:
    """The name in what a cue has at the beginning of a text: a speaker's, or before a colon anybody's."""
    name = clean_name(match["name"])
    if not name or is_speaker(name) or (cue is COLON and (is_person(name) or may_name(name))):
        return name
    return name_in(cue, match, is_speaker) if cue.among else None


def begins_turn(line: str, is_speaker: IsSpeaker) -> bool:
    """True if a line begins with a speaker and a colon, or is nothing but a speaker's name."""
    return has_colon(line, is_speaker) or _is_name_alone(line.strip(" *:：."), is_speaker)


def has_colon(line: str, is_speaker: IsSpeaker) -> bool:
    """True if a line begins with a speaker and a colon."""
    return speaker_with_colon(line, is_speaker) is not None


def speaker_with_colon(text: str, is_speaker: IsSpeaker) -> str | None:
    """The speaker whose name and a colon begin a text that has more after it; None where none does."""
    match = COLON.pattern.match(text, 0, CUE_REACH)
    name = clean_name(match["name"]) if match else ""
    return name if name and is_speaker(name) else None


def is_signed(line: str, is_speaker: IsSpeaker) -> bool:
    """True if a line ends with the name of the speaker whom it is credited to, or is only such a name."""
    credited = _without_trail(line, TRAILING, is_speaker)
    return _is_name_alone((credited.name if credited else line.strip(f" *{DASHES}")) or "", is_speaker)


def _is_name_alone(name: str, is_speaker: IsSpeaker) -> bool:
    return 1 < len(name) < LONGEST_NAME and len(name.split()) <= MOST_WORDS_ALONE and is_speaker(name)


def name_alone(line: str, is_speaker: IsSpeaker) -> str | None:
    """The name in a line that does nothing but credit a quote."""
    name = clean_name(line) if len(line) < 2 * LONGEST_NAME else ""
    is_signature = line.lstrip()[:1] in _DASH_SIGNS
    if name and (is_speaker(name) or is_person(name) or (is_signature and may_name(name))):
        return name
    match = COLON.pattern.match(f"{line} .", 0, CUE_REACH)
    return name_in(COLON, match, is_speaker) if match else None
