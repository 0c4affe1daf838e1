"""Whose each of the quotes in a text is, by what stands before, between and behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transcript.claims import attribution
from transcript.claims.cues import BULLET
from transcript.claims.markup import Range
from transcript.claims.mentions import Known
from transcript.claims.quotations import EDGES, JOINS, NEAR, gaps_of, shared

_BROKEN = re.compile(
    r"^(?![\s,]*(?:and|but|while|whereas)\b)[\s,]*(?:(?:M[rs]|Mrs|Dr)\.\s)?(?:[^\n\"“”.!?,;]{0,40}\b(?:said|says|added|continued|asked|explained)\b"
    r"|(?:said|says|added|continued|asked|explained)\s+[^\n\"“”.!?,;]{1,40})[\s,]*$"
)
"""What breaks one quote in two: "I think," Ada said, "it will rain"."""


_BULLET = re.compile(rf"(^|\n)[^\S\n]*(?:{BULLET})\s*$")
"""The number or the bullet of a quote in a list."""


_ASKED = re.compile(r"\b(?:asks|asked)\b[^.!?:]*:?\s*$|[问問][道：:，,]*\s*$")


_ASKS = re.compile(r"\b(?:ask|asks|asked|wonder(?:s|ed))\b")


_ALONE = re.compile(
    r"[\s,;.，；。]*(?:and|then|also|but)\b(?!\s+(?:he|she|they)\b)\s*\w|[，,\s]*(?:并|並|又|还|還|接着|接著)"
)
"""What leads in a question, which somebody else may answer; and a verb whose subject is that of the last one."""


@dataclass(frozen=True, slots=True)
class _Quote:
    """Words in marks, who is named with them, what leads them in, and whether they are listed with those before."""

    words: str
    speaker: str | None
    lead: str
    listed: bool


def credited_quotes(text: str, spans: Sequence[Range], known: Known) -> list[tuple[str, str | None]]:
    """The words of each quote, which are the ranges in marks, and whom it is credited to."""
    gaps = gaps_of(text, spans)
    quotes: list[_Quote] = []
    lead = gaps[0]
    for place, (start, end) in enumerate(spans):
        words, gap, before = text[start:end].strip(EDGES), gaps[place], _BULLET.sub(lambda mark: mark[1], lead)
        behind, last = gaps[place + 1], place + 1 == len(spans)
        if not last:
            behind, lead = shared(behind, _stands_alone(words, before, behind, known), known)
        if place and _BROKEN.match(gap) and quotes[-1].words.endswith((",", "，")):
            quotes[-1] = _mended(quotes[-1], gap, words, known)
            continue
        if _is_next_turn(words, behind, known):
            behind = ""
        listed = place > 0 and len(gap) < NEAR and bool(JOINS.fullmatch(gap)) and not _is_answer(quotes[-1], gap)
        # A name that merely stands between two quotes may be what the one is about, or the other.
        speaker = attribution.around(before, behind, known, loosely=last or "\n" in behind)
        if not speaker and not place:
            speaker = attribution.meant(gap, behind, known)
        elif not speaker:
            speaker = attribution.leader(gap, known) or _carried(quotes[-1], gap, behind, listed, known)
        quotes.append(_Quote(words, speaker, before, listed))
    return [(quote.words, quote.speaker) for quote in _credited_behind(quotes)]


def _stands_alone(words: str, before: str, behind: str, known: Known) -> bool:
    """Whether what leads in the next quote credits that alone: this one asks, has a name before it, or is a sentence
    with its end while a colon comes."""
    ended = _is_sentence(words) and attribution.announces(behind)
    return _is_question(words) or ended or attribution.around(before, "", known) is not None


def _is_next_turn(words: str, behind: str, known: Known) -> bool:
    """Whether what stands behind a quote begins what another speaker says, or says how one takes it."""
    return attribution.leader(f"{behind} .", known) is not None or (_is_sentence(words) and attribution.reacts(behind))


def _mended(quote: _Quote, gap: str, words: str, known: Known) -> _Quote:
    """The quote with the rest of it behind who says it."""
    speaker = quote.speaker or attribution.around("", gap, known)
    return replace(quote, words=f"{quote.words} {words}", speaker=speaker)


def _is_sentence(words: str) -> bool:
    return words.endswith((".", "。"))


def _is_question(words: str) -> bool:
    return words.endswith(("?", "？"))


def _is_answer(quote: _Quote, gap: str) -> bool:
    """Whether what comes after a quote may be somebody else's, who answers it: unless the gap has a verb alone."""
    asks = _is_question(quote.words) or bool(_ASKED.search(quote.lead[-NEAR:]))
    return asks and not _ALONE.match(gap) and not (attribution.continues(gap) and not _ASKS.search(gap))


def _carried(quote: _Quote, gap: str, behind: str, listed: bool, known: Known) -> str | None:
    """Who is named with a quote, if he is the speaker of what comes after the gap, too."""
    if quote.speaker is None or _is_answer(quote, gap) or attribution.names_another(behind, quote.speaker, known):
        return None
    return quote.speaker if listed or attribution.goes_on(quote.lead, quote.speaker, gap, known) else None


def _credited_behind(quotes: Sequence[_Quote]) -> list[_Quote]:
    """The quotes, those of a list credited to whom the last of them is: "…", "…" - Ada."""
    found: list[_Quote] = []
    for quote in reversed(quotes):
        follows = found[-1] if found and found[-1].listed else None
        found.append(replace(quote, speaker=quote.speaker or follows.speaker) if follows else quote)
    return found[::-1]
