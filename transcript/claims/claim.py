"""A message that people paste to have it checked, taken apart into claims: quotes, and whom they are credited to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from transcript.claims import cues, markup, remarks, unmarked_text
from transcript.claims.credits import credited_quotes
from transcript.claims.cues import CUE_REACH
from transcript.claims.dialogue import split_turns
from transcript.claims.mentions import IsSpeaker, find_mentions, nobody
from transcript.claims.quotations import (
    MOST_RANGES,
    MOST_WORDS_OUTSIDE,
    QUOTE_EDGES,
    QUOTED,
    WORD,
    quotes_in,
    word_count,
)
from transcript.claims.unmarked_text import Credited
from transcript.language.lexicon import word_class
from transcript.language.sentences import Range

MOST_CLAIMS = 20
"""Claims that are read from one message."""


SHARE_IN_MARKS = 0.6
"""Share of a text's words that must be in quotation marks for these to be the quote; else all of the text is."""


_SIGNS_OUTSIDE_MARKS = " \t\n.,;:!?。，；：！？"


@dataclass(frozen=True, slots=True)
class Claim:
    """One quote of a message: its words alone, and the name that it is credited to, as it is written there.

    `lead` and `trail` are the words before and after it that credit it but may have been said with it ("Ada said").
    `otherwise` is the name that the message credits the quote, `lead` and `trail` to. `quotes` are the quotes in marks
    within it: they are what is claimed if the words around them turn out to be a comment.
    """

    text: str
    speaker: str | None = None
    lead: str = ""
    trail: str = ""
    otherwise: str | None = None
    quotes: tuple[Claim, ...] = ()


def read_claims(text: str, is_speaker: IsSpeaker = nobody) -> tuple[Claim, ...]:
    """The quotes of a message in their order, at most `MOST_CLAIMS`; none in a message without words.

    A text without quotation marks or quote blocks is one quote, without the words that credit it.
    """
    is_speaker = cache(partial(_is_speaker_named, is_speaker))
    blocks = markup.split_blocks(markup.plain_text(text, is_speaker))
    if any(is_quoted for _, is_quoted in blocks):
        found = _read_blocks(blocks, is_speaker)
    else:
        every = "\n".join(block for block, _ in blocks)
        found = [claim for turn in split_turns(every, is_speaker) for claim in _read_text(turn, is_speaker)]
    return tuple(claim for claim in found if WORD.search(claim.text))[:MOST_CLAIMS]


def _is_speaker_named(is_speaker: IsSpeaker, name: str) -> bool:
    """True for a speaker's name. A pronoun is none, even where somebody is called You."""
    return name not in _PRONOUNS and is_speaker(name)


_PRONOUNS = word_class("pronoun") | {"I"}


def _read_blocks(blocks: Sequence[tuple[str, bool]], is_speaker: IsSpeaker) -> list[Claim]:
    """The claims of a message with quote blocks; the text outside of them names speakers, comments, or quotes in
    marks."""
    claims: list[Claim] = []
    announced: str | None = None
    for block, is_quoted in blocks:
        if len(claims) > MOST_CLAIMS:
            break
        if is_quoted:
            own = [claim for turn in split_turns(block, is_speaker) for claim in _read_quoted(turn, is_speaker)]
            claims.extend(replace(_with_speaker(claim, announced), otherwise=announced) for claim in own)
            announced = None
            continue
        name = unmarked_text.name_alone(block, is_speaker) or _announced_speaker(block, is_speaker)
        name = name or _asked_about(block, is_speaker)
        if not name:
            claims.extend(_read_text(block, is_speaker) if quotes_in(block, is_speaker) else [])
            continue
        follows = bool(claims) and not cues.leads_in(block)
        if follows and claims[-1].speaker is None:
            claims[-1] = _with_speaker(claims[-1], name)
            continue
        announced = name
        if follows and (claims[-1].lead or claims[-1].trail):
            claims[-1] = replace(claims[-1], otherwise=claims[-1].otherwise or name)
    return claims


def _announced_speaker(block: str, is_speaker: IsSpeaker) -> str | None:
    """The one speaker named in words before a quote block that end with a colon: On Tuesday Ada wrote:"""
    if not cues.leads_in(block) or len(block) > CUE_REACH or quotes_in(block, is_speaker):
        return None
    named = {mention.name for mention in find_mentions(block, is_speaker) if not mention.denied}
    return named.pop() if len(named) == 1 else None


def _asked_about(block: str, is_speaker: IsSpeaker) -> str | None:
    """The only speaker in a comment that asks if they said the quote; None where it names none or several."""
    names = remarks.asked_about(block, is_speaker) if not quotes_in(block, is_speaker) else []
    return names[0] if len(names) == 1 else None


def _read_quoted(block: str, is_speaker: IsSpeaker) -> list[Claim]:
    """The claims of a quote block: the whole block, unless most of it, or whole lines, are in quotation marks. Where
    more than a few words stand beside the one quote in marks, and name nobody, they may be quoted with it.
    """
    credited = unmarked_text.split_credit(block, is_speaker)
    spans = quotes_in(block, is_speaker)
    lines = {line.strip() for line in block.splitlines()}
    are_lines = bool(spans) and all(block[start:end] in lines for start, end in spans)
    if are_lines or (spans and _words_in(block, spans) >= SHARE_IN_MARKS * word_count(credited.text)):
        quotes = _read_text(block, is_speaker)
        outside = word_count(credited.text) - _words_in(block, spans)
        may_run_on = len(quotes) == 1 and not (quotes[0].speaker or credited.name) and outside > MOST_WORDS_OUTSIDE
        return [replace(_whole_claim(credited), quotes=tuple(quotes))] if may_run_on else quotes
    return [_whole_claim(credited)]


def _words_in(text: str, spans: Sequence[Range]) -> float:
    return sum(word_count(text[start:end]) for start, end in spans)


def _read_text(text: str, is_speaker: IsSpeaker) -> list[Claim]:
    """The quotes in a text, each with whom it is credited to; the whole text where none is marked."""
    spans = quotes_in(text, is_speaker)
    if not spans:
        return [_whole_claim(unmarked_text.split_credit(text, is_speaker))]
    quotes = [_claim_in_marks(*quote, is_speaker) for quote in credited_quotes(text, spans[:MOST_RANGES], is_speaker)]
    credited = unmarked_text.split_credit(text, is_speaker)
    if not _may_be_whole(text, spans, credited, quotes):
        return quotes
    return [_with_speaker(replace(_whole_claim(credited), quotes=tuple(quotes)), credited.name)]


def _claim_in_marks(words: str, speaker: str | None, is_speaker: IsSpeaker) -> Claim:
    """The claim of words in marks. Where no `speaker` is named around them, their own first words may name one."""
    return Claim(words, speaker) if speaker else _whole_claim(unmarked_text.without_lead(words, is_speaker))


def _with_speaker(claim: Claim, name: str | None) -> Claim:
    """The claim and the quotes in it, each that has no speaker credited to `name`."""
    quotes = tuple(_with_speaker(quote, name) for quote in claim.quotes)
    return replace(claim, speaker=claim.speaker or name, quotes=quotes)


def _may_be_whole(text: str, spans: Sequence[Range], credited: Credited, quotes: Sequence[Claim]) -> bool:
    """True if the words around quotes may have been said with them, so that they are no comment.

    There must be many such words. No quote may stand beside the name that it is credited to; where there is no name,
    none may stand at either end of the text.
    """
    if credited.lead or credited.trail or (not credited.name and any(quote.speaker for quote in quotes)):
        return False
    is_signed = bool(credited.name) and text.startswith(credited.text)
    # A name after the period that follows a quote is that of the whole.
    body = credited.text.strip(None if is_signed else _SIGNS_OUTSIDE_MARKS)
    start = text.find(body)
    begins, ends = spans[0][0] == start, spans[-1][1] == start + len(body)
    is_beside_name = (ends if is_signed else begins) if credited.name else begins or ends
    return not is_beside_name and _words_in(text, spans) < SHARE_IN_MARKS * word_count(credited.text)


def _whole_claim(credited: Credited) -> Claim:
    """The claim of a text without quotation marks."""
    return Claim(_without_marks(credited.text), credited.name, credited.lead, credited.trail)


def _without_marks(text: str) -> str:
    """A text without marks around it; those around some of its words stay."""
    inner = text.strip(QUOTE_EDGES)
    has_inner_marks = QUOTED.search(text) and not inner.isspace() and set(inner) & set('"“”')
    return text.strip() if has_inner_marks else inner
