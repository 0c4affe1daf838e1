"""Credits each of several quotes in a text to a speaker, by the text before, between and after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transcript.claims import attribution, cues, unmarked_text
from transcript.claims.grammar import BULLET
from transcript.claims.mentions import IsSpeaker
from transcript.claims.patterns import compiled
from transcript.claims.quotations import LEAD_REACH, LISTED, QUOTE_EDGES, divided_gap, gaps_around
from transcript.language.sentences import Range

_SPEECH_TAG = r"(?:said|says|added|continued|asked|explained)"


_TAG_WITHIN_QUOTE = re.compile(
    r"^(?![\s,]*(?:and|but|while|whereas)\b)[\s,]*(?:(?:M[rs]|Mrs|Dr)\.\s)?"
    rf"(?:[^\n\"“”.!?,;]{{0,40}}\b{_SPEECH_TAG}\b|{_SPEECH_TAG}\s+[^\n\"“”.!?,;]{{1,40}})[\s,]*$"
)
"""A speech tag within one quote: "I think," Ada said, "it will rain"."""


_BULLET_AT_END = re.compile(rf"(^|\n)[^\S\n]*(?:{BULLET})\s*$")
"""The number or the bullet of the next quote of a list."""


_ASKED_BEFORE = compiled(r"\b(?:asks|asked)\b[^.!?:]*:?\s*$|问[道：:，,]*\s*$")
"""The words before a quoted question, which somebody else may answer."""


_ASKS_AFTER = re.compile(r"\b(?:ask|asks|asked|wonder(?:s|ed))\b")


_SAME_SUBJECT = compiled(
    r"[\s,;.，；。]*(?:and|then|also|but)\b(?!\s+(?:he|she|they)\b)\s*\w|[，,\s]*(?:并|又|还|接[着著])"
)
"""A verb without a subject of its own, so that its subject is the last verb's: "and added"."""


@dataclass(frozen=True, slots=True)
class _Quote:
    """Words in marks, the speaker named with them, and the text before them (`lead`). `is_listed`: they are in a list
    with the quote before them."""

    words: str
    speaker: str | None
    lead: str
    is_listed: bool

    @property
    def is_question(self) -> bool:
        return self.words.endswith(("?", "？"))


def credited_quotes(text: str, spans: Sequence[Range], is_speaker: IsSpeaker) -> list[tuple[str, str | None]]:
    """The words of each quote and the name that it is credited to, if any. `spans` are the quotes, marks included."""
    gaps = gaps_around(text, spans)
    quotes: list[_Quote] = []
    lead = gaps[0]
    for place, (start, end) in enumerate(spans):
        words, gap, after = text[start:end].strip(QUOTE_EDGES), gaps[place], gaps[place + 1]
        before = _BULLET_AT_END.sub(lambda bullet: bullet[1], lead)
        is_last = place + 1 == len(spans)
        if not is_last:
            after, lead = divided_gap(after, _has_own_cue(words, before, after, is_speaker), is_speaker)
        if place and _TAG_WITHIN_QUOTE.match(gap) and quotes[-1].words.endswith((",", "，")):
            quotes[-1] = _rejoin_quote(quotes[-1], gap, words, is_speaker)
            continue
        if _belongs_to_next(words, after, is_speaker):
            after = ""
        is_listed = place > 0 and _is_list_gap(gap) and not _may_be_answered(quotes[-1], gap)
        # A name that merely stands between two quotes may be what either of them is about.
        speaker = attribution.speaker_around(before, after, is_speaker, loosely=is_last or "\n" in after)
        if not speaker and not place:
            speaker = attribution.find_antecedent(gap, after, is_speaker)
        elif not speaker:
            speaker = unmarked_text.speaker_with_colon(gap, is_speaker)
            speaker = speaker or _same_speaker(quotes[-1], gap, after, is_listed, is_speaker)
        quotes.append(_Quote(words, speaker, before, is_listed))
    return [(quote.words, quote.speaker) for quote in _credited_at_end_of_list(quotes)]


def _is_list_gap(gap: str) -> bool:
    """True if the text between two quotes makes a list of them."""
    return len(gap) < LEAD_REACH and bool(LISTED.fullmatch(gap))


def _has_own_cue(words: str, before: str, after: str, is_speaker: IsSpeaker) -> bool:
    """True if the name between this quote and the next credits the next alone.

    That is so where this quote is a question, has a name before it, or is a sentence and a colon follows the name.
    """
    is_question = words.endswith(("?", "？"))
    is_closed = _is_sentence(words) and cues.leads_in(after)
    return is_question or is_closed or attribution.speaker_around(before, "", is_speaker) is not None


def _belongs_to_next(words: str, after: str, is_speaker: IsSpeaker) -> bool:
    """True if the text after a quote leads in another speaker's words, or tells how somebody took the quote."""
    begins = unmarked_text.speaker_with_colon(f"{after} .", is_speaker) is not None
    return begins or (_is_sentence(words) and attribution.is_reaction(after))


def _is_sentence(words: str) -> bool:
    return words.endswith((".", "。"))


def _rejoin_quote(quote: _Quote, gap: str, words: str, is_speaker: IsSpeaker) -> _Quote:
    """One quote made of two parts that a speech tag (`gap`) stood between."""
    speaker = quote.speaker or attribution.speaker_around("", gap, is_speaker)
    return replace(quote, words=f"{quote.words} {words}", speaker=speaker)


def _may_be_answered(quote: _Quote, gap: str) -> bool:
    """True if the next quote may be somebody's answer to this one."""
    asks = quote.is_question or bool(_ASKED_BEFORE.search(quote.lead[-LEAD_REACH:]))
    is_own = attribution.credits_first(gap) and not _ASKS_AFTER.search(gap)
    return asks and not _SAME_SUBJECT.match(gap) and not is_own


def _same_speaker(last: _Quote, gap: str, after: str, is_listed: bool, is_speaker: IsSpeaker) -> str | None:
    """The speaker of the last quote if they also said the one after the gap; else None."""
    if last.speaker is None or _may_be_answered(last, gap):
        return None
    if attribution.names_another(after, last.speaker, is_speaker):
        return None
    return last.speaker if is_listed or attribution.goes_on(last.lead, last.speaker, gap, is_speaker) else None


def _credited_at_end_of_list(quotes: Sequence[_Quote]) -> list[_Quote]:
    """The quotes, each of a list credited to whomever the last of the list is: "…", "…" - Ada."""
    found: list[_Quote] = []
    for quote in reversed(quotes):
        follower = found[-1] if found and found[-1].is_listed else None
        found.append(replace(quote, speaker=quote.speaker or follower.speaker) if follower else quote)
    return found[::-1]
