"""What people paste to have it checked, taken apart: the quotes in it, and whom they are credited to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from transcript import attribution, pasted, remarks
from transcript.attribution import Credited
from transcript.pasted import Range
from transcript.persons import Known, nobody
from transcript.quoted import JOINS, LOOKED, NEAR, QUOTED, WORD, gaps_of, quotes_in, shared, size
from transcript.turns import turns

MOST = 5
"""Quotes that are read from one message."""

MOSTLY = 0.6
"""Of a quote block, what is in quotation marks is the quote if it is such a part; else the block is, marks and all."""

_BROKEN = re.compile(
    r"^(?![\s,]*(?:and|but|while|whereas)\b)[\s,]*(?:[^\n\"“”.!?,;]{0,40}\b(?:said|says|added|continued|asked|explained)\b"
    r"|(?:said|says|added|continued|asked|explained)\s+[^\n\"“”.!?,;]{1,40})[\s,]*$"
)
"""What breaks one quote in two: "I think," Ada said, "it will rain"."""

_BULLET = re.compile(r"(^|\n)[^\S\n]*(?:\(?\d{1,2}[.)、）/]|[-•*①-⑳])\s*$")
"""The number or the bullet of a quote in a list."""

_ASKED = re.compile(r"\b(?:asks|asked)\b[^.!?:]*:?\s*$|[问問][道：:，,]*\s*$")
_ASKS = re.compile(r"\b(?:ask|asks|asked|wonder(?:s|ed))\b")
_ALONE = re.compile(
    r"[\s,;.，；。]*(?:and|then|also|but)\b(?!\s+(?:he|she|they)\b)\s*\w|[，,\s]*(?:并|並|又|还|還|接着|接著)"
)
"""What leads in a question, which somebody else may answer; and a verb whose subject is that of the last one."""

_AROUND = " \t\n.,;:!?。，；：！？"
_EDGES = " \t\n\"'“”„«»「」『』【】＂‘’‹›﹁﹂"


@dataclass(frozen=True, slots=True)
class Claim:
    """One quote of a message: its words alone, and the name that it is credited to, as it is written there.

    `lead` and `trail` are what stands before and after it and credits it, where that may be the quote's own (Ada said),
    and `otherwise` is whom the message credits that to. `quotes` are those in marks within it: they are what is claimed
    if the words around them are but a comment.
    """

    text: str
    speaker: str | None = None
    lead: str = ""
    trail: str = ""
    otherwise: str | None = None
    quotes: tuple[Claim, ...] = ()


def read_claims(text: str, known: Known = nobody) -> tuple[Claim, ...]:
    """The quotes of a message in their order, five at most; none in a message without words.

    `known` says whether a name is like a speaker's. A text without quotation marks or quote blocks is a quote whole,
    less whom it credits itself to.
    """
    known = cache(known)
    blocks = pasted.blocks(pasted.plain(text))
    if any(quoted for _, quoted in blocks):
        found = _read_blocks(blocks, known)
    else:
        found = [
            claim for turn in turns("\n".join(block for block, _ in blocks), known) for claim in _read(turn, known)
        ]
    return tuple(claim for claim in found if WORD.search(claim.text))[:MOST]


def _read_blocks(blocks: Sequence[tuple[str, bool]], known: Known) -> list[Claim]:
    """The claims of a message with quote blocks: what stands outside of them is a name, a comment, or in marks."""
    claims: list[Claim] = []
    coming: str | None = None
    for block, quoted in blocks:
        if len(claims) > MOST:
            break
        if quoted:
            own = [claim for turn in turns(block, known) for claim in _read_quoted(turn, known)]
            claims.extend(replace(_credited(claim, coming), otherwise=coming) for claim in own)
            coming = None
            continue
        name = attribution.alone(block, known) or _asked(block, known)
        if name and claims and claims[-1].speaker is None and not attribution.announces(block):
            claims[-1] = _credited(claims[-1], name)
        elif name:
            coming = name
            if claims and (claims[-1].lead or claims[-1].trail) and not attribution.announces(block):
                claims[-1] = replace(claims[-1], otherwise=claims[-1].otherwise or name)
        elif quotes_in(block, known):
            claims.extend(_read(block, known))
    return claims


def _asked(block: str, known: Known) -> str | None:
    """The one speaker of whom a comment on a quote asks whether he said it."""
    names = remarks.asked(block, known) if not quotes_in(block, known) else []
    return names[0] if len(names) == 1 else None


def _read_quoted(block: str, known: Known) -> list[Claim]:
    """The claims of a quote block: all of it, unless most of it is in quotation marks, or whole lines are."""
    credited = attribution.without(block, known)
    spans = quotes_in(block, known)
    lines = {line.strip() for line in block.splitlines()}
    own = bool(spans) and all(block[a:b] in lines for a, b in spans)
    if own or (spans and sum(size(block[a:b]) for a, b in spans) >= MOSTLY * size(credited.text)):
        return _read(block, known)
    return [_whole(credited)]


def _read(text: str, known: Known) -> list[Claim]:
    """The quotes in a text, each with whom it is credited to; the whole text where none is marked."""
    spans = quotes_in(text, known)
    if not spans:
        return [_whole(attribution.without(text, known))]
    quotes = _quotes(text, spans[:LOOKED], known)
    credited = attribution.without(text, known)
    if not _may_be_whole(text, spans, credited, quotes):
        return quotes
    return [_credited(replace(_whole(credited), quotes=tuple(quotes)), credited.name)]


def _credited(claim: Claim, name: str | None) -> Claim:
    """The claim and the quotes in it, credited to a name where they name nobody."""
    quotes = tuple(_credited(quote, name) for quote in claim.quotes)
    return replace(claim, speaker=claim.speaker or name, quotes=quotes)


def _may_be_whole(text: str, spans: Sequence[Range], credited: Credited, quotes: Sequence[Claim]) -> bool:
    """Whether what stands around quotes may have been said with them, and is no comment: it is much, and no quote
    stands next to the name that it is credited to, nor at either end where there is none."""
    if credited.lead or credited.trail or (not credited.name and any(quote.speaker for quote in quotes)):
        return False
    body = credited.text.strip(_AROUND)
    start = text.find(body)
    begins, ends = spans[0][0] == start, spans[-1][1] == start + len(body)
    signed = bool(credited.name) and text.startswith(credited.text)
    beside = (ends if signed else begins) if credited.name else begins or ends
    return not beside and sum(size(text[a:b]) for a, b in spans) < MOSTLY * size(credited.text)


def _quotes(text: str, spans: Sequence[Range], known: Known) -> list[Claim]:
    """The quotes in marks, each with whom it is credited to."""
    gaps = gaps_of(text, spans)
    quotes: list[_Quote] = []
    lead = gaps[0]
    for place, (start, end) in enumerate(spans):
        gap, words = gaps[place], text[start:end].strip(_EDGES)
        before, last = _unlisted(lead), place + 1 == len(spans)
        alone = _is_question(words) or attribution.around(before, "", known) is not None
        alone = alone or (words.endswith((".", "。")) and not last and attribution.announces(gaps[place + 1]))
        tail, lead = (gaps[-1], "") if last else shared(gaps[place + 1], alone, known)
        if place and _BROKEN.match(gap) and quotes[-1].words.endswith((",", "，")):
            speaker = quotes[-1].speaker or attribution.around("", gap, known)
            quotes[-1] = replace(quotes[-1], words=f"{quotes[-1].words} {words}", speaker=speaker)
            continue
        if attribution.leader(f"{tail} .", known):
            # What begins with another speaker's name is their turn.
            tail = ""
        if words.endswith((".", "。")) and attribution.reacts(tail):
            tail = ""
        # A name that merely stands between two quotes may be what the one is about, or the other.
        speaker = attribution.around(before, tail, known, loosely=last or "\n" in tail)
        speaker = speaker or (attribution.leader(gap, known) if place else attribution.meant(gap, tail, known))
        listed = place > 0 and len(gap) < NEAR and bool(JOINS.fullmatch(gap)) and not _is_answer(quotes[-1], gap)
        if place and not speaker and _goes_on(quotes[-1], gap, tail, listed, known):
            speaker = quotes[-1].speaker
        quotes.append(_Quote(words, speaker, before, listed))
    return [Claim(quote.words, quote.speaker) for quote in _credited_behind(quotes)]


@dataclass(frozen=True, slots=True)
class _Quote:
    """Words in marks, who is named with them, what leads them in, and whether they are listed with those before."""

    words: str
    speaker: str | None
    lead: str
    listed: bool


def _is_question(words: str) -> bool:
    return words.endswith(("?", "？"))


def _is_answer(quote: _Quote, gap: str) -> bool:
    """Whether what comes after a quote may be somebody else's, who answers it: unless the gap has a verb alone."""
    asks = _is_question(quote.words) or bool(_ASKED.search(quote.lead[-NEAR:]))
    return asks and not _ALONE.match(gap) and not (attribution.continues(gap) and not _ASKS.search(gap))


def _goes_on(quote: _Quote, gap: str, behind: str, listed: bool, known: Known) -> bool:
    """Whether who is named with a quote is the speaker of what comes after the gap, too."""
    if quote.speaker is None or _is_answer(quote, gap) or attribution.names_another(behind, quote.speaker, known):
        return False
    return listed or attribution.goes_on(quote.lead, quote.speaker, gap, known)


def _credited_behind(quotes: Sequence[_Quote]) -> list[_Quote]:
    """The quotes, those of a list credited to whom the last of them is: "…", "…" - Ada."""
    found: list[_Quote] = []
    for quote in reversed(quotes):
        follows = found[-1] if found and found[-1].listed else None
        found.append(replace(quote, speaker=quote.speaker or follows.speaker) if follows else quote)
    return found[::-1]


def _unlisted(lead: str) -> str:
    """What stands before a quote, less the number or the bullet that it has in a list."""
    return _BULLET.sub(lambda mark: mark[1], lead)


def _whole(credited: Credited) -> Claim:
    """The claim of a text without quotation marks."""
    return Claim(_stripped(credited.text), credited.name, credited.lead, credited.trail)


def _stripped(text: str) -> str:
    """A text without marks around it; those around some of its words stay."""
    inner = text.strip(_EDGES)
    return text.strip() if QUOTED.search(text) and not inner.isspace() and set(inner) & set('"“”') else inner
