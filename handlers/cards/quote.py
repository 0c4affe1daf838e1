"""A passage as a card: the words first, then who, when and where, and how well they match."""

from __future__ import annotations

from dataclasses import dataclass, replace

from handlers.addresses import Quality, QuoteAddress
from handlers.buttons import AddressButton
from handlers.cards.common import line, translated, whence, who_and_when
from handlers.cards.controls import arrows, share, turn_over, watch
from handlers.cards.layout import QUOTE_COLOUR, Button, Card, card, join, small
from handlers.cards.markdown import bold
from handlers.texts import Texts
from transcript.models import Chapter, Episode, Segment
from transcript.passages import Passage
from transcript.timecode import format_time

BEFORE = 140
AROUND = 260
"""Characters of each segment before and after, in small and in the context."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage and what stands around it in its episode."""

    passage: Passage
    episode: Episode
    chapter: Chapter | None
    before: tuple[Segment, ...]
    after: tuple[Segment, ...]
    also: tuple[float, ...] = ()
    several: bool = False


def quote_card(quote: Quote, address: QuoteAddress, texts: Texts, *, private: bool) -> Card:
    """`address` is where the card itself stands: its buttons lead to addresses beside it."""
    passage = quote.passage
    words = "> " + bold(passage.text, passage.spans)
    who = who_and_when(quote.episode, passage.speaker, passage.start)
    blocks = [words, who] if not address.context else _in_context(quote, words, who)
    if quote.before and not address.context:
        before = line(quote.before[-1], passage.language, BEFORE, last=True)
        blocks.append(small(texts("just before: {words}", words=before)))
    blocks.append(small(_source(quote, address, texts)))
    return card(blocks, _buttons(quote, address, texts, private=private), colour=QUOTE_COLOUR)


def _in_context(quote: Quote, words: str, who: str) -> list[str]:
    language = quote.passage.language
    before = [small(line(segment, language, AROUND, last=True)) for segment in quote.before]
    after = [small(line(segment, language, AROUND)) for segment in quote.after]
    return ["\n".join(lines) for lines in (before, [words, who], after) if lines]


def _source(quote: Quote, address: QuoteAddress, texts: Texts) -> str:
    language = quote.passage.language
    where = whence(quote.episode, quote.chapter, language, several=quote.several)
    count = len(address.pointers)
    quality = _quality(address.pointer.quality, texts)
    if quality and count > 1:
        quality = texts("{quality}, {number} of {count}", quality=quality, number=address.position + 1, count=count)
    times = ", ".join(format_time(start) for start in quote.also)
    also = texts("also at {times}", times=times) if times else None
    return join(where, translated(quote.episode, language, texts), also, quality)


def _quality(quality: Quality, texts: Texts) -> str | None:
    match quality:
        case "exact":
            return texts("exact match")
        case "close":
            return texts("close match")
        case "partial":
            return texts("partial match")
    return None


def _buttons(quote: Quote, address: QuoteAddress, texts: Texts, *, private: bool) -> list[Button]:
    last = len(address.pointers) - 1
    buttons: list[Button] = []
    if last:
        buttons += arrows(address.position, last, lambda at: replace(address, position=at, context=False))
    around = replace(address, context=not address.context)
    buttons.append(AddressButton.to(around, "c", label=texts("Less") if address.context else texts("Context")))
    buttons += turn_over(quote.episode, quote.passage.language, lambda _: replace(address, flipped=not address.flipped))
    buttons += watch(quote.episode, quote.passage.start, texts)
    if address.again:
        buttons.append(AddressButton.to(address.again, "r", label=texts("Another")))
    return buttons + share(address, texts, private=private)
