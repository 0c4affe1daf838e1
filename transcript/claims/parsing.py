"""What people paste to have it checked, taken apart: the quotes in it, and whom they are credited to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from transcript.claims import attribution, markup, remarks
from transcript.claims.attribution import Credited
from transcript.claims.crediting import credited_quotes
from transcript.claims.dialogue import turns
from transcript.claims.markup import Range
from transcript.claims.mentions import Known, nobody
from transcript.claims.quotations import EDGES, LOOKED, QUOTED, WORD, quotes_in, size

MOST = 5
"""Quotes that are read from one message."""


MOSTLY = 0.6
"""Of a quote block, what is in quotation marks is the quote if it is such a part; else the block is, marks and all."""


_AROUND = " \t\n.,;:!?。，；：！？"


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
    blocks = markup.blocks(markup.plain(text))
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
    quotes = [_in_marks(*quote, known) for quote in credited_quotes(text, spans[:LOOKED], known)]
    credited = attribution.without(text, known)
    if not _may_be_whole(text, spans, credited, quotes):
        return quotes
    return [_credited(replace(_whole(credited), quotes=tuple(quotes)), credited.name)]


def _in_marks(words: str, speaker: str | None, known: Known) -> Claim:
    """The claim of a quote, credited to whom its own first words do where those around it name nobody."""
    return Claim(words, speaker) if speaker else _whole(attribution.led(words, known))


def _credited(claim: Claim, name: str | None) -> Claim:
    """The claim and the quotes in it, credited to a name where they name nobody."""
    quotes = tuple(_credited(quote, name) for quote in claim.quotes)
    return replace(claim, speaker=claim.speaker or name, quotes=quotes)


def _may_be_whole(text: str, spans: Sequence[Range], credited: Credited, quotes: Sequence[Claim]) -> bool:
    """Whether what stands around quotes may have been said with them, and is no comment: it is much, and no quote
    stands next to the name that it is credited to, nor at either end where there is none."""
    if credited.lead or credited.trail or (not credited.name and any(quote.speaker for quote in quotes)):
        return False
    signed = bool(credited.name) and text.startswith(credited.text)
    # A name behind the full stop that follows a quote is that of the whole.
    body = credited.text.strip(None if signed else _AROUND)
    start = text.find(body)
    begins, ends = spans[0][0] == start, spans[-1][1] == start + len(body)
    beside = (ends if signed else begins) if credited.name else begins or ends
    return not beside and sum(size(text[a:b]) for a, b in spans) < MOSTLY * size(credited.text)


def _whole(credited: Credited) -> Claim:
    """The claim of a text without quotation marks."""
    return Claim(_stripped(credited.text), credited.name, credited.lead, credited.trail)


def _stripped(text: str) -> str:
    """A text without marks around it; those around some of its words stay."""
    inner = text.strip(EDGES)
    return text.strip() if QUOTED.search(text) and not inner.isspace() and set(inner) & set('"“”') else inner
