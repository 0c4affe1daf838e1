"""A chapter: what it is about, and who speaks how much in it. And an episode's contents, chapter by chapter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from handlers.addresses.address import ChapterAddress, ContentsAddress
from handlers.addresses.pointers import chapter_address
from handlers.cards import limits
from handlers.cards.citation import (
    corrected_note,
    headline,
    in_language,
    name,
    shown_in,
    time,
    title,
    translated,
    unbroken_date,
)
from handlers.cards.controls import arrow_buttons, share, turn_over, watch_button
from handlers.cards.controls import pages as paging
from handlers.cards.layout import AnyButton, Button, Card, card, join, small
from handlers.cards.markdown import clip, escape
from handlers.texts import Texts
from transcript.models import Chapter, Episode
from transcript.timecode import format_time

BAR = 8
"""Signs of the bar of a speaker's share."""


MAX_SPEAKERS = 6
"""Speakers whose shares are shown."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the chapters of an episode; `shares` say of each speaker how much of it is theirs, the most first.

    `corrected` says that another chapter stood there once, to which the address led.
    """

    chapter: Chapter
    chapters: Sequence[Chapter]
    episode: Episode
    shares: Mapping[str, float]
    corrected: bool = False


def chapter_card(part: Part, address: ChapterAddress, texts: Texts, *, private: bool) -> Card:
    chapter, episode, language = part.chapter, part.episode, address.language
    span = " – ".join(filter(None, (time(episode, chapter.start), _time_of(chapter.end))))
    number = texts("chapter {number} of {count}", number=chapter.index, count=len(part.chapters))
    blocks = [f"### {title(chapter.title, language) or number}\n{join(span, number)}"]
    summary = in_language(chapter.summary, language)
    if summary:
        blocks.append(escape(clip(summary, limits.LONG_TEXT)))
    if part.shares:
        blocks.append(_share_bars(part.shares, texts))
    shown = shown_in(chapter.summary or chapter.title, language)
    blocks.append(small(join(headline(episode), unbroken_date(episode), translated(episode, shown, texts))))
    if part.corrected:
        blocks.append(small(corrected_note(texts)))
    return card(blocks, _chapter_buttons(part, address, texts) + share(address, texts, private=private))


def _share_bars(shares: Mapping[str, float], texts: Texts) -> str:
    whole = sum(shares.values()) or 1.0
    lines = []
    for speaker, seconds in list(shares.items())[:MAX_SPEAKERS]:
        filled = round(BAR * seconds / whole)
        bar = "▰" * filled + "▱" * (BAR - filled)
        lines.append(f"`{bar}` {seconds / whole:.0%} {name(speaker)}")
    rest = len(shares) - MAX_SPEAKERS
    if rest > 0:
        lines.append(small(texts.many("and {count} more speaker", "and {count} more speakers", rest)))
    return "\n".join(lines)


def _chapter_buttons(part: Part, address: ChapterAddress, texts: Texts) -> list[AnyButton]:
    place = part.chapter.index - 1
    buttons = arrow_buttons(
        place,
        len(part.chapters) - 1,
        lambda at: chapter_address(address.episode, part.chapters[at], address.language),
    )
    buttons += turn_over(part.episode, address.language, lambda other: replace(address, language=other))
    contents = ContentsAddress(address.episode, place // limits.ROWS, address.language)
    buttons.append(Button(contents, "t", label=texts("Contents")))
    return buttons + watch_button(part.episode, part.chapter.start, texts)


def _time_of(seconds: float | None) -> str | None:
    return None if seconds is None else format_time(seconds)


def contents_card(
    episode: Episode, chapters: Sequence[Chapter], address: ContentsAddress, texts: Texts, *, private: bool
) -> Card:
    language = address.language
    pages = -(-len(chapters) // limits.ROWS)
    page = min(address.page, pages - 1)
    shown = chapters[page * limits.ROWS : (page + 1) * limits.ROWS]
    lines = [
        " ".join(filter(None, (f"{chapter.index}.", time(episode, chapter.start), title(chapter.title, language))))
        for chapter in shown
    ]
    count = texts.many("{count} chapter", "{count} chapters", len(chapters))
    facts = join(episode.date, _time_of(episode.duration or None), count, translated(episode, language, texts))
    blocks = [f"### {headline(episode)}", "\n".join(lines), small(facts)]
    address = replace(address, page=page)
    buttons = _contents_buttons(shown, episode, pages, address)
    return card(blocks, buttons + share(address, texts, private=private))


def _contents_buttons(
    shown: Sequence[Chapter], episode: Episode, pages: int, address: ContentsAddress
) -> list[AnyButton]:
    """A button a chapter, then the other language and the other pages."""
    buttons: list[AnyButton] = []
    for chapter in shown:
        to = chapter_address(address.episode, chapter, address.language)
        buttons.append(Button(to, chr(ord("a") + chapter.index % limits.ROWS), label=str(chapter.index)))
    buttons += turn_over(episode, address.language, lambda other: replace(address, language=other))
    return buttons + paging(address, pages)
