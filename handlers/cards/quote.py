"""A passage as a card: what stands before it, the words, who, when and where, and small how well it matches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.addresses.address import PictureAddress, Quality, QuoteAddress, RandomAddress
from handlers.addresses.custom_id import Verb
from handlers.cards.citation import (
    chapter_title,
    corrected_note,
    in_language,
    line,
    name,
    room,
    source_line,
    thumbnail,
    translated,
    who_and_when,
)
from handlers.cards.controls import arrow_buttons, share, turn_over, watch_button
from handlers.cards.layout import QUOTE_COLOUR, AnyButton, Block, Button, Card, Section, Separator, card, join, small
from handlers.cards.markdown import bold, clip, clip_start, escape
from handlers.texts import Texts
from transcript.library import Passage
from transcript.models import Chapter, Episode, Segment
from transcript.timecode import format_time

BEFORE = 140
"""Characters of what is said just before."""


AROUND = 260
"""Characters of each part of the context."""


WORTH_A_LINE = 30
"""Characters before the passage in its own segment that are enough to show; else the segment before is shown."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage and what stands around it in its episode; `start` is the second at which the matched words begin.

    `several` is true where there are episodes of several shows. `corrected` says that other words stood there once, to
    which the address led.
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
    before = _context_before(quote) if address.context else just_before(quote, texts)
    after = _context_after(quote) if address.context else ""
    words = "\n".join(filter(None, (f"> {bold(passage.text, passage.spans)}", after)))
    cited = cited_lines(quote, texts)
    picture = thumbnail(quote.episode, texts)
    above: list[Block] = [Section([before, words, cited], picture)] if picture else [before, words, cited]
    below = small(corrected_note(texts)) if quote.corrected else _small_print(quote, address, texts)
    blocks = [*above, Separator(), below]
    return card(blocks, _quote_buttons(quote, address, texts, private=private), colour=QUOTE_COLOUR)


def cited_card(quotes: Sequence[Quote], address: QuoteAddress, texts: Texts) -> Card:
    """The words that were really said, each fragment with its time; `address` is that of the first one."""
    blocks: list[Block] = []
    for quote in quotes:
        passage = quote.passage
        blocks.append(f"> {bold(passage.text, passage.spans)}")
        blocks.append(who_and_when(quote.episode, passage.speaker, quote.start))
    blocks += [source(quotes[0], texts), Separator(), chapter_line(quotes[0])]
    return card(blocks, _quote_buttons(quotes[0], address, texts, private=False), colour=QUOTE_COLOUR)


def source(quote: Quote, texts: Texts) -> str:
    """The show, where there are several, the episode, its date, and the mark of a translation."""
    named = source_line(quote.episode, several=quote.several)
    return join(named, translated(quote.episode, quote.passage.language, texts))


def cited_lines(quote: Quote, texts: Texts) -> str:
    """The speaker and the time; below that the show, the episode and the date."""
    who = who_and_when(quote.episode, quote.passage.speaker, quote.start)
    return "\n".join(filter(None, (who, source(quote, texts))))


def just_before(quote: Quote, texts: Texts) -> str:
    language, own = quote.passage.language, quote.passage.before
    if len(own) >= WORTH_A_LINE:
        speaker, words = quote.passage.speaker, own
    elif quote.before:
        speaker, words = quote.before[-1].speaker, in_language(quote.before[-1].text, language)
    else:
        return ""
    shown = escape(clip_start(words, room(BEFORE, language)))
    if speaker is None:
        return small(texts("just before: {words}", words=shown))
    return small(texts("{speaker}, just before: {words}", speaker=name(speaker), words=shown))


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


def chapter_line(quote: Quote) -> str:
    """The chapter's title, small."""
    chapter = chapter_title(quote.chapter, quote.passage.language)
    return small(chapter) if chapter else ""


def _small_print(quote: Quote, address: QuoteAddress, texts: Texts) -> str:
    """A small line with the chapter, the quality of the match in words, and the times at which the same is said."""
    count = len(address.pointers)
    quality = _quality_in_words(address.pointer.quality, texts)
    if quality and count > 1:
        quality = texts("{quality}, {number} of {count}", quality=quality, number=address.position + 1, count=count)
    times = ", ".join(format_time(start) for start in sorted(quote.also))
    also = texts("also at {times}", times=times) if times else None
    said = join(chapter_title(quote.chapter, quote.passage.language), quality, also)
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
    picture = PictureAddress(address.pointer, address.flipped)
    buttons.append(Button(picture, "i", label=texts("Picture"), verb=Verb.OPEN))
    if address.again:
        another = RandomAddress(address.again.speaker, address.again.episode, quote.passage.language)
        buttons.append(Button(another, "r", label=texts("Another")))
    return buttons + share(address, texts, private=private)
