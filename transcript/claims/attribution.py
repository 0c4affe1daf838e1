"""The speaker whom a single cue credits: one before a quote or after it."""

from __future__ import annotations

import re

from transcript.claims import continuations
from transcript.claims.cues import (
    AFTER,
    ANNOUNCES,
    ATTRIBUTED,
    BEFORE,
    CORRECTING,
    CUE_REACH,
    SAYS,
    SAYS_ZH,
    Cue,
    leads_in,
)
from transcript.claims.mentions import IsSpeaker, credited_name, find_mentions, is_another_name, others_named
from transcript.claims.names import clean_name, is_person

_SENTENCE_END = re.compile(r"[.!?\n。！？]")


_CLAUSE_END = re.compile(rf"{_SENTENCE_END.pattern}|(?:^|,)\s*(?:and|but|while|when|so|then)\b")


_CLOSED_BRACKET = re.compile(r"[^(（\[【]*[)）\]】]")
"""The beginning of a text that stands in a bracket which ends before it does: what describes a name."""


def speaker_around(before: str, after: str, is_speaker: IsSpeaker, *, loosely: bool = True) -> str | None:
    """The name that the text before or after a quote credits it to; None where there is none.

    `loosely` accepts cues that may as well be a comment on the quote, such as a name that merely stands after it.
    """
    corrected = _corrected_speaker(before, after, is_speaker)
    if corrected:
        return corrected
    if continuations.WITH.match(after) and _ends_in(continuations.ANSWERED_WITH, before):
        return None
    close = [found for cue in AFTER if not cue.loose and (found := _match_after(cue, after))]
    loose = [found for cue in AFTER if cue.loose and loosely and (found := _match_after(cue, after))]
    found_before = [(cue, match) for cue in BEFORE for match in _matches_before(cue, before, is_speaker)]
    every = (name_in(cue, match, is_speaker) for cue, match in (*close, *found_before, *loose))
    names = list(filter(None, every))
    # A show behind the quote is nobody where a person is named before it.
    certain = (name for name in names if is_speaker(name) or is_person(name))
    return next(certain, next(iter(names), None))


def _corrected_speaker(before: str, after: str, is_speaker: IsSpeaker) -> str | None:
    """The speaker named after a quote by a correction ("it was actually Ada"), or by "to Ada" after "attributed"."""
    cues = [*CORRECTING, *([ATTRIBUTED] if _ends_in(continuations.ATTRIBUTING, before) else [])]
    names = (name_in(*found, is_speaker) for cue in cues if (found := _match_after(cue, after)))
    return next((name for name in names if name and is_speaker(name)), None)


def _ends_in(pattern: re.Pattern[str], before: str) -> bool:
    """True if the text before a quote ends with the pattern."""
    return pattern.search(before, max(0, len(before) - CUE_REACH)) is not None


def _match_after(cue: Cue, after: str) -> tuple[Cue, re.Match[str]] | None:
    match = cue.pattern.match(after, 0, CUE_REACH)
    return (cue, match) if match else None


def name_in(cue: Cue, match: re.Match[str], is_speaker: IsSpeaker) -> str | None:
    """The name that a match of a cue credits; None if what stands there is no name."""
    return credited_name(match["name"], is_speaker, among=cue.among, sure=cue.sure)


def _matches_before(cue: Cue, before: str, is_speaker: IsSpeaker) -> list[re.Match[str]]:
    """Matches of a cue in the text before a quote, the nearest to the quote first."""
    if cue is ANNOUNCES and not leads_in(before):
        return []
    found = []
    match = cue.pattern.search(before, max(0, len(before) - CUE_REACH))
    while match:
        found.append(match)
        match = cue.pattern.search(before, match.start("name") + 1) if cue.repeated else None
    if cue is ANNOUNCES:
        found = [match for match in found if not _CLOSED_BRACKET.match(match["name"])]
        # A clause that a speaker's name begins, not one that is about somebody: Ada, talking to Ben: "…"
        return [*(match for match in found[:0:-1] if _begins_with_speaker(match["name"], is_speaker)), *found[:1]]
    return found[::-1]


def _begins_with_speaker(written: str, is_speaker: IsSpeaker) -> bool:
    words = clean_name(written).split()
    sizes = (size for size in (1, 2, 3) if size <= len(words) and words[0][:1].isupper())
    return any(is_speaker(" ".join(words[:size])) for size in sizes)


def cue_start(between: str, is_speaker: IsSpeaker) -> int | None:
    """The place, in the text between two quotes, of the first word that credits the second; None where none does."""
    for cue in (SAYS, SAYS_ZH, ANNOUNCES):
        for match in _matches_before(cue, between, is_speaker):
            if name_in(cue, match, is_speaker):
                return match.start()
    return None


def goes_on(lead: str, speaker: str, between: str, is_speaker: IsSpeaker) -> bool:
    """True if the text `between` two quotes says that the `speaker` of the first one went on: "and then she added".

    `lead` is the text before the first quote. False where a pronoun may stand for another speaker who is named, where
    somebody answers, and where the verb may have another subject.
    """
    match = find_continuation(between)
    if match is None:
        return False
    sentence = _SENTENCE_END.split(lead[-CUE_REACH:])[-1]
    if match.groupdict().get("pronoun"):
        answers = continuations.ANSWERS.search(match.group())
        return not answers and not others_named(f"{sentence} {between[-CUE_REACH:]}", speaker, is_speaker)
    return not names_another(sentence.partition(speaker)[0], speaker, is_speaker)


def find_continuation(between: str) -> re.Match[str] | None:
    """The first match, in the text between two quotes, of a pattern that says that somebody went on; or None."""
    start = max(0, len(between) - CUE_REACH)
    matches = (pattern.search(between, start) for pattern in continuations.GOES_ON)
    return next(filter(None, matches), None)


def credits_first(between: str) -> bool:
    """True if the text between two quotes credits the first, and the second goes on with it: "…," Ada said. "…"."""
    return continuations.SAYS_AND_GOES_ON.match(between, 0, CUE_REACH) is not None


def find_antecedent(before: str, after: str, is_speaker: IsSpeaker) -> str | None:
    """For a quote that a pronoun credits ("he said"), the one speaker whom the words before it name."""
    before = before[-CUE_REACH:]
    has_pronoun = continuations.PRONOUN_SAYS_AFTER.match(after) or continuations.PRONOUN_SAYS_BEFORE.search(before)
    if not has_pronoun or continuations.ASKS_SOMEBODY.search(before):
        return None
    found = find_mentions(before, is_speaker)
    # Whoever owns what is spoken of is hardly meant.
    likely = [mention for mention in found if not mention.owns] or found
    return likely[-1].name if likely and not any(is_another_name(one, likely[-1].name) for one in likely) else None


def is_reaction(after: str) -> bool:
    """True if the text after a quote tells how somebody took it: Ben disagreed. The quote must be a whole sentence."""
    return continuations.REACTS.match(after, 0, CUE_REACH) is not None


def names_another(text: str, speaker: str, is_speaker: IsSpeaker) -> bool:
    """True if a clause names another speaker who may be its subject."""
    clause = _CLAUSE_END.split(text[:CUE_REACH])[0]
    return not all(mention.towards for mention in others_named(clause, speaker, is_speaker))
