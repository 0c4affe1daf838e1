"""A passage as a card: the words first, then who, when and where, what stands before it, and how well it matches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.addresses.address import Quality, QuoteAddress, RandomAddress
from handlers.cards.citation import corrected_note, line, place_line, room, translated, who_and_when
from handlers.cards.controls import arrow_buttons, share, turn_over, watch_button
from handlers.cards.layout import QUOTE_COLOUR, AnyButton, Button, Card, card, join, small
from handlers.cards.markdown import bold, clip, clip_start, escape
from handlers.texts import Texts
from transcript.library import Passage
from transcript.models import Chapter, Episode, Segment
from transcript.timecode import format_time

BEFORE = 140


AROUND = 260
"""Characters of what is said just before, and of each part of the context."""


WORTH_A_LINE = 30
"""Characters before the passage in its own segment that are enough to show; else the segment before is shown."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage and what stands around it in its episode; `start` is the second at which the matched words begin.

    `corrected` says that other words stood there once, to which the address led.
    """

    passage: Passage
    episode: Episode
    start: float | None
    chapter: Chapter | None
    before: tuple[Segment, ...]
    after: tuple[Segment, ...]
    also: tuple[float, ...] = ()
    several: bool = False
    corrected: bool = False


def quote_card(quote: Quote, address: QuoteAddress, texts: Texts, *, private: bool) -> Card:
    """`address` is where the card itself stands: its buttons lead to addresses beside it."""
    passage = quote.passage
    words = "> " + bold(passage.text, passage.spans)
    blocks = [words, who_and_when(quote.episode, passage.speaker, quote.start), where(quote, texts)]
    if address.context:
        blocks = [_context_before(quote), *blocks[:2], _context_after(quote), blocks[2]]
    else:
        blocks.append(just_before(quote, texts))
    blocks.append(small(corrected_note(texts)) if quote.corrected else _match_line(quote, address, texts))
    return card(blocks, _quote_buttons(quote, address, texts, private=private), colour=QUOTE_COLOUR)


def cited_card(quotes: Sequence[Quote], address: QuoteAddress, texts: Texts) -> Card:
    """The words that were really said, each fragment with its time; `address` is that of the first one."""
    blocks = []
    for quote in quotes:
        passage = quote.passage
        blocks.append(f"> {bold(passage.text, passage.spans)}")
        blocks.append(who_and_when(quote.episode, passage.speaker, quote.start))
    blocks.append(where(quotes[0], texts))
    return card(blocks, _quote_buttons(quotes[0], address, texts, private=False), colour=QUOTE_COLOUR)


def where(quote: Quote, texts: Texts) -> str:
    language = quote.passage.language
    place = place_line(quote.episode, quote.chapter, language, several=quote.several)
    return small(join(place, translated(quote.episode, language, texts)))


def just_before(quote: Quote, texts: Texts) -> str:
    language, own = quote.passage.language, quote.passage.before
    if len(own) >= WORTH_A_LINE:
        words = escape(clip_start(own, room(BEFORE, language)))
    elif quote.before:
        words = line(quote.before[-1], language, BEFORE, last=True)
    else:
        return ""
    return small(texts("just before: {words}", words=words))


def _context_before(quote: Quote) -> str:
    language = quote.passage.language
    lines = [small(line(segment, language, AROUND, last=True)) for segment in quote.before]
    if quote.passage.before:
        lines.append(small(escape(clip_start(quote.passage.before, room(AROUND, language)))))
    return "\n".join(lines)


def _context_after(quote: Quote) -> str:
    language = quote.passage.language
    lines = [small(line(segment, language, AROUND)) for segment in quote.after]
    if quote.passage.after:
        lines.insert(0, small(escape(clip(quote.passage.after, room(AROUND, language)))))
    return "\n".join(lines)


def _match_line(quote: Quote, address: QuoteAddress, texts: Texts) -> str:
    """A line with the quality of the match in words, and the times at which the same is said."""
    count = len(address.pointers)
    quality = _quality_in_words(address.pointer.quality, texts)
    if quality and count > 1:
        quality = texts("{quality}, {number} of {count}", quality=quality, number=address.position + 1, count=count)
    times = ", ".join(format_time(start) for start in sorted(quote.also))
    said = join(quality, texts("also at {times}", times=times) if times else None)
    return small(said) if said else ""


def _quality_in_words(quality: Quality, texts: Texts) -> str | None:
    match quality:
        case "exact":
            return texts("exact match")
        case "close":
            return texts("close match")
        case "partial":
            return texts("partial match")
    return None


def _quote_buttons(quote: Quote, address: QuoteAddress, texts: Texts, *, private: bool) -> list[AnyButton]:
    last = len(address.pointers) - 1
    buttons: list[AnyButton] = []
    if last:
        buttons += arrow_buttons(address.position, last, lambda at: replace(address, position=at, context=False))
    around = replace(address, context=not address.context)
    buttons.append(Button(around, "c", label=texts("Less") if address.context else texts("Context")))
    buttons += turn_over(quote.episode, quote.passage.language, lambda _: replace(address, flipped=not address.flipped))
    buttons += watch_button(quote.episode, quote.start, texts)
    if address.again:
        another = RandomAddress(address.again.speaker, address.again.episode, quote.passage.language)
        buttons.append(Button(another, "r", label=texts("Another")))
    return buttons + share(address, texts, private=private)
