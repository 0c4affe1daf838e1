"""The segment that is being said at a time, whole, with the ones before and after a button away."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.addresses.address import SegmentAddress
from handlers.addresses.pointers import segment_address
from handlers.cards import limits
from handlers.cards.citation import (
    chapter_title,
    corrected_note,
    shown_in,
    source_line,
    thumbnail,
    translated,
    who_and_when,
)
from handlers.cards.controls import share, turn_over, watch_button
from handlers.cards.layout import QUOTE_COLOUR, AnyButton, Block, Button, Card, Section, Separator, card, join, small
from handlers.cards.markdown import clip, escape
from handlers.texts import Texts
from transcript.models import Chapter, Episode, Segment
from transcript.timecode import format_time


@dataclass(frozen=True, slots=True)
class Spoken:
    """A segment with its episode, and its neighbours where there are any; `several` as for a quote.

    `corrected` says that other words stood there once, to which the address led.
    """

    segment: Segment
    episode: Episode
    chapter: Chapter | None
    before: Segment | None
    after: Segment | None
    several: bool = False
    corrected: bool = False


def segment_card(spoken: Spoken, address: SegmentAddress, texts: Texts, *, private: bool) -> Card:
    segment = spoken.segment
    language = shown_in(segment.text, address.language)
    words = escape(clip(segment.text.get(language, ""), limits.LONG_TEXT))
    span = None if segment.end is None else texts("until {time}", time=format_time(segment.end))
    who = join(who_and_when(spoken.episode, segment.speaker, segment.start), span)
    source = source_line(spoken.episode, several=spoken.several)
    cited = "\n".join(filter(None, (who, join(source, translated(spoken.episode, language, texts)))))
    asked = None if address.asked is None else texts("at {time}", time=format_time(address.asked))
    facts = join(asked, chapter_title(spoken.chapter, language))
    picture = thumbnail(spoken.episode, texts)
    above: list[Block] = [Section([f"> {words}", cited], picture)] if picture else [f"> {words}", cited]
    blocks = [*above, Separator(), small(facts) if facts else ""]
    if spoken.corrected:
        blocks.append(small(corrected_note(texts)))
    return card(blocks, _segment_buttons(spoken, address, texts, private=private), colour=QUOTE_COLOUR)


def _start_time(segment: Segment) -> str:
    return "" if segment.start is None else format_time(segment.start)


def _segment_buttons(spoken: Spoken, address: SegmentAddress, texts: Texts, *, private: bool) -> list[AnyButton]:
    buttons: list[AnyButton] = []
    for beside, slot, label in ((spoken.before, "<", "◀ {time}"), (spoken.after, ">", "{time} ▶")):
        if beside:
            there = segment_address(address.episode, beside, address.language)
            buttons.append(Button(there, slot, label=label.format(time=_start_time(beside)).strip()))
    buttons += turn_over(
        spoken.episode, address.language, lambda other: segment_address(address.episode, spoken.segment, other)
    )
    buttons += watch_button(spoken.episode, spoken.segment.start, texts)
    return buttons + share(address, texts, private=private)
