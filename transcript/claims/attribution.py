"""Whom one cue credits a quote to: what stands before the quote, after it, or makes a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from transcript.claims import continuations
from transcript.claims.cues import AFTER, ANNOUNCES, ATTRIBUTED, BEFORE, CORRECTING, CUE_REACH, SAYS, SAYS_ZH, Cue
from transcript.claims.cues_unmarked import COLON, ENDING, LEADING, TELLING, TRAILING
from transcript.claims.grammar import DASHES
from transcript.claims.mentions import IsSpeaker, credited_name, differs, mentions, others_named
from transcript.claims.names import LONGEST_NAME, cleaned, is_person, may_name

_SENTENCE_END = re.compile(r"[.!?\n。！？]")


_CLAUSE_END = re.compile(rf"{_SENTENCE_END.pattern}|(?:^|,)\s*(?:and|but|while|when|so|then)\b")


_DASH_SIGNS = frozenset("-‐‑‒–—―─~～")


MOST_WORDS_ALONE = 3
"""Words of a line that is nothing but a speaker's name."""


def speaker_around(before: str, after: str, is_speaker: IsSpeaker, *, loosely: bool = True) -> str | None:
    """The name that what stands before or after a quote credits; `loosely` also one that merely stands after it."""
    corrected = _corrected(before, after, is_speaker)
    if corrected:
        return corrected
    if continuations.WITH.match(after) and _ends_in(continuations.ANSWERED_WITH, before):
        return None
    close = [found for cue in AFTER if not cue.loose and (found := _after(cue, after))]
    loose = [found for cue in AFTER if cue.loose and loosely and (found := _after(cue, after))]
    found_before = [(cue, match) for cue in BEFORE for match in _nearest(cue, before, is_speaker)]
    names = (_name_in(cue, match, is_speaker) for cue, match in (*close, *found_before, *loose))
    return next(filter(None, names), None)


def _corrected(before: str, after: str, is_speaker: IsSpeaker) -> str | None:
    """The speaker whom the words after a quote name against those before it, or to whom those attribute it."""
    cues = [*CORRECTING, *([ATTRIBUTED] if _ends_in(continuations.ATTRIBUTING, before) else [])]
    names = (_name_in(*found, is_speaker) for cue in cues if (found := _after(cue, after)))
    return next((name for name in names if name and is_speaker(name)), None)


def _ends_in(pattern: re.Pattern[str], before: str) -> bool:
    """Whether what stands before a quote ends with the pattern."""
    return pattern.search(before, max(0, len(before) - CUE_REACH)) is not None


def _after(cue: Cue, after: str) -> tuple[Cue, re.Match[str]] | None:
    match = cue.pattern.match(after, 0, CUE_REACH)
    return (cue, match) if match else None


def _name_in(cue: Cue, match: re.Match[str], is_speaker: IsSpeaker) -> str | None:
    return credited_name(match["name"], is_speaker, among=cue.among, sure=cue.sure)


def _nearest(cue: Cue, before: str, is_speaker: IsSpeaker) -> list[re.Match[str]]:
    """The places at which a cue matches before a quote, those nearest to the quote first."""
    if cue is ANNOUNCES and not announces(before):
        return []
    found = []
    match = cue.pattern.search(before, max(0, len(before) - CUE_REACH))
    while match:
        found.append(match)
        match = cue.pattern.search(before, match.start("name") + 1) if cue.repeated else None
    if cue is ANNOUNCES:
        # A clause that a speaker's name begins, not one that is about somebody: Ada, talking to Ben: "…"
        return [*(match for match in found[:0:-1] if _begins_with_speaker(match["name"], is_speaker)), *found[:1]]
    return found[::-1]


def _begins_with_speaker(written: str, is_speaker: IsSpeaker) -> bool:
    words = cleaned(written).split()
    sizes = (size for size in (1, 2, 3) if size <= len(words) and words[0][:1].isupper())
    return any(is_speaker(" ".join(words[:size])) for size in sizes)


def cue_start(between: str, is_speaker: IsSpeaker) -> int | None:
    """Where in what stands between two quotes the words begin that name the speaker of the second."""
    for cue in (SAYS, SAYS_ZH, ANNOUNCES):
        for match in _nearest(cue, between, is_speaker):
            if _name_in(cue, match, is_speaker):
                return match.start()
    return None


def goes_on(lead: str, speaker: str, between: str, is_speaker: IsSpeaker) -> bool:
    """Whether what stands between two quotes says that the `speaker` of the first, which `lead` precedes, went on.

    It does not where a pronoun may stand for another speaker who is named, or answers, nor where the verb may have
    another subject.
    """
    match = continuation(between)
    if match is None:
        return False
    sentence = _SENTENCE_END.split(lead[-CUE_REACH:])[-1]
    if match.groupdict().get("pronoun"):
        answers = continuations.ANSWERS.search(match.group())
        return not answers and not others_named(f"{sentence} {between[-CUE_REACH:]}", speaker, is_speaker)
    return not names_another(sentence.partition(speaker)[0], speaker, is_speaker)


def continuation(between: str) -> re.Match[str] | None:
    """Where what stands between two quotes says that somebody went on."""
    start = max(0, len(between) - CUE_REACH)
    matches = (pattern.search(between, start) for pattern in continuations.GOES_ON)
    return next(filter(None, matches), None)


def credits_first(between: str) -> bool:
    """Whether what stands between two quotes credits the first, with which the second goes on."""
    return continuations.SAYS_AND_GOES_ON.match(between, 0, CUE_REACH) is not None


def antecedent(before: str, after: str, is_speaker: IsSpeaker) -> str | None:
    """For a quote that a pronoun credits ("he said"), the one speaker whom the words before it name."""
    before = before[-CUE_REACH:]
    has_pronoun = continuations.PRONOUN_SAYS_AFTER.match(after) or continuations.PRONOUN_SAYS_BEFORE.search(before)
    if not has_pronoun or continuations.ASKS_SOMEBODY.search(before):
        return None
    found = mentions(before, is_speaker)
    # Whoever owns what is spoken of is hardly meant.
    likely = [mention for mention in found if not mention.owns] or found
    return likely[-1].name if likely and not any(differs(one, likely[-1].name) for one in likely) else None


def reacts(after: str) -> bool:
    """Whether what stands after a quote that is a sentence says what somebody did who heard it."""
    return continuations.REACTS.match(after, 0, CUE_REACH) is not None


def names_another(text: str, speaker: str, is_speaker: IsSpeaker) -> bool:
    """Whether a clause names another speaker who may be its subject."""
    clause = _CLAUSE_END.split(text[:CUE_REACH])[0]
    return not all(mention.towards for mention in others_named(clause, speaker, is_speaker))


class Credited(NamedTuple):
    """A text without the words that credit it, and the name in them.

    `lead` and `trail` are those words, before and after the text, where they make a sentence with it, so that they may
    have been said with it.
    """

    text: str
    name: str | None = None
    lead: str = ""
    trail: str = ""


def uncredited(text: str, is_speaker: IsSpeaker) -> Credited:
    """What a text without quotation marks says, apart from whom it is credited to."""
    return (
        _without_trail(text, TRAILING, is_speaker)
        or _without_lead(text, is_speaker)
        or _without_trail(text, ENDING, is_speaker)
        # It cannot be told whose this is: it may be Chinese for a name that the transcripts have in English only.
        or Credited(continuations.UNKNOWN_CHINESE_NAME.sub("", text, count=1))
    )


def without_lead(text: str, is_speaker: IsSpeaker) -> Credited:
    """The same for a text that only its first words may credit to anybody."""
    return _without_lead(text, is_speaker) or Credited(text)


def _without_trail(text: str, cues: Sequence[Cue], is_speaker: IsSpeaker) -> Credited | None:
    for cue in cues:
        match = cue.pattern.search(text, max(0, len(text) - CUE_REACH))
        name = _name_in(cue, match, is_speaker) if match else None
        if match and name and match.start():
            # The name of nobody known may be a word of the quote.
            may_be_said = cues is ENDING or not (is_speaker(name) or is_person(name))
            return Credited(text[: match.start()], name, trail=match.group() if may_be_said else "")
    return None


def _without_lead(text: str, is_speaker: IsSpeaker) -> Credited | None:
    for cue in (COLON, *TELLING, *LEADING):
        match = cue.pattern.match(text, 0, CUE_REACH)
        name = _name_before(cue, match, is_speaker) if match else None
        if not match or not name:
            continue
        said = text[match.end() :]
        if cue not in TELLING:
            # The name of nobody known may be a word of the quote, and so may words around a speaker's.
            is_bare = name == cleaned(match["name"]) and (is_speaker(name) or is_person(name))
            return Credited(said, name, "" if is_bare else match.group())
        asks = continuations.ASKING_VERB.search(match.group())
        return Credited(said if asks else continuations.CLOSING_QUESTION.sub("", said), name, match.group())
    return None


def _name_before(cue: Cue, match: re.Match[str], is_speaker: IsSpeaker) -> str | None:
    """The name in what a cue has at the beginning of a text: a speaker's, or before a colon anybody's."""
    name = cleaned(match["name"])
    if not name or is_speaker(name) or (cue is COLON and (is_person(name) or may_name(name))):
        return name
    return _name_in(cue, match, is_speaker) if cue.among else None


def begins_turn(line: str, is_speaker: IsSpeaker) -> bool:
    """Whether a line begins with a speaker and a colon, or is nothing but a speaker's name."""
    return has_colon(line, is_speaker) or _is_name_alone(line.strip(" *:：."), is_speaker)


def has_colon(line: str, is_speaker: IsSpeaker) -> bool:
    """Whether a line begins with a speaker and a colon."""
    return speaker_with_colon(line, is_speaker) is not None


def speaker_with_colon(text: str, is_speaker: IsSpeaker) -> str | None:
    """The speaker with whom, and a colon, a text begins that goes on after it."""
    match = COLON.pattern.match(text, 0, CUE_REACH)
    name = cleaned(match["name"]) if match else ""
    return name if name and is_speaker(name) else None


def is_signed(line: str, is_speaker: IsSpeaker) -> bool:
    """Whether a line ends with a speaker whom it is credited to, or is nothing but that."""
    credited = _without_trail(line, TRAILING, is_speaker)
    return _is_name_alone((credited.name if credited else line.strip(f" *{DASHES}")) or "", is_speaker)


def _is_name_alone(name: str, is_speaker: IsSpeaker) -> bool:
    return 1 < len(name) < LONGEST_NAME and len(name.split()) <= MOST_WORDS_ALONE and is_speaker(name)


def name_alone(line: str, is_speaker: IsSpeaker) -> str | None:
    """The name in a line that does nothing but credit a quote."""
    name = cleaned(line) if len(line) < 2 * LONGEST_NAME else ""
    is_signature = line.lstrip()[:1] in _DASH_SIGNS
    if name and (is_speaker(name) or is_person(name) or (is_signature and may_name(name))):
        return name
    match = COLON.pattern.match(f"{line} .", 0, CUE_REACH)
    return _name_in(COLON, match, is_speaker) if match else None


def announces(line: str) -> bool:
    """Whether a line credits what comes after it and not what stands before."""
    return line.rstrip().endswith((":", "："))
