"""Citing a passage: its speaker, time, chapter, episode and language, and an excerpt of its words."""

from __future__ import annotations

import re

from handlers.cards import limits
from handlers.cards.layout import Thumbnail, join
from handlers.cards.markdown import clip, clip_start, escape, visible
from handlers.texts import Texts
from transcript.language.sentences import Range
from transcript.models import Chapter, Episode, Language, Segment
from transcript.models import Texts as Words
from transcript.timecode import deep_link, format_time

MAX_SPEAKER = 60
"""Characters of a speaker's or a show's name."""


SHORT_TITLE = 60
"""Characters of an episode's title beside a passage."""


LINE = 80
"""Characters of an excerpt in one line."""


LEAD = 30
"""Characters of a moment's line, and of those before its first matched word; of Chinese, half."""


MAX_LINK = 120
"""Characters of an address within the text; a list has ten of them. The button takes longer ones."""


WORD_JOINER = "\u2060"
"""It has no width, and no line is broken at it."""


MAX_IMAGE_ADDRESS = 2048
"""Characters of the address of a picture, by Discord's API."""


_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


WIDE_LANGUAGES = frozenset(("ja", "ko", "zh"))


def name(speaker: str | None) -> str:
    """The name as it is shown; empty where nobody is named."""
    return escape(clip(speaker or "", MAX_SPEAKER))


def label(speaker: str | None) -> str:
    """`**Name**: ` before words; empty where nobody is named."""
    return f"**{name(speaker)}**: " if speaker else ""


def in_language(words: Words, language: Language) -> str:
    """The words in that language, or in the one that there is; empty if there is none."""
    return words.get(language) or next(iter(words.values()), "")


def shown_in(words: Words, wanted: Language) -> Language:
    """The language in which the words are shown: the wanted one, if they have it."""
    return wanted if words.get(wanted) else next(iter(words), wanted)


def title(words: Words, language: Language) -> str:
    return escape(clip(in_language(words, language), limits.TITLE))


def recording(episode: Episode, seconds: float | None) -> str | None:
    """The address of the episode's video, or else its audio, at that second, or of the whole of it."""
    address = episode.video_url or episode.audio_url
    if address is None:
        return None
    offset = episode.video_offset if episode.video_url else 0.0
    there = address if seconds is None else deep_link(address, seconds + offset)
    return there.replace("(", "%28").replace(")", "%29")  # they end a Markdown link


def time(episode: Episode, seconds: float | None) -> str:
    """The time stamp, linked to that second where the episode has an address that is not too long.

    Where there is no time it is a link to the whole episode, or nothing.
    """
    url = recording(episode, seconds)
    if seconds is None:
        return f"[↗]({url})" if url and len(url) <= MAX_LINK else ""
    return f"[{format_time(seconds)}]({url})" if url and len(url) <= MAX_LINK else format_time(seconds)


def room(most: int, language: Language) -> int:
    """Characters of a language that take the room of `most` English ones; those of East Asia are twice as wide."""
    return most // 2 if language in WIDE_LANGUAGES else most


def who_and_when(episode: Episode, speaker: str | None, seconds: float | None) -> str:
    """The speaker and the time, as far as the transcript says them."""
    return join(f"**{name(speaker)}**" if speaker else None, None if seconds is None else time(episode, seconds))


def source_line(episode: Episode, *, several: bool) -> str:
    """The show, where there are `several`, the episode and its date."""
    show = escape(clip(episode.show, MAX_SPEAKER)) if episode.show and several else None
    return join(show, escape(clip(episode.title, SHORT_TITLE)), unbroken_date(episode))


def unbroken_date(episode: Episode) -> str | None:
    """The date as it stands behind other words: browsers break a line at its hyphens unless they are joined to it."""
    return episode.date and unbroken(episode.date)


def unbroken(date: str) -> str:
    """A date whose hyphens end no line."""
    return date.replace("-", f"{WORD_JOINER}-{WORD_JOINER}")


def chapter_title(chapter: Chapter | None, language: Language) -> str | None:
    return title(chapter.title, language) if chapter else None


def thumbnail(episode: Episode, texts: Texts) -> Thumbnail | None:
    """The show's picture, where its address is one that Discord takes."""
    url = episode.image_url
    if url is None or len(url) > MAX_IMAGE_ADDRESS or not _WEB_ADDRESS.fullmatch(url):
        return None
    show = clip(visible(episode.show or episode.title), limits.TITLE)
    return Thumbnail(url, texts("The picture of {show}", show=show))


def headline(episode: Episode) -> str:
    shown = escape(clip(episode.title, limits.TITLE))
    return f"{escape(clip(episode.show, MAX_SPEAKER))}: {shown}" if episode.show else shown


def translated(episode: Episode, language: Language, texts: Texts) -> str | None:
    """The word that marks a translation; None for the language that was spoken."""
    return texts("translation") if language != episode.original else None


def corrected_note(texts: Texts) -> str:
    """The remark beside what stands in the place of words that are gone."""
    return texts("The transcript was corrected since: this is what stands there now.")


def line(segment: Segment, language: Language, most: int, *, last: bool = False) -> str:
    """A segment in a line: `12:34 Dylan Patel: the first words…`, or the `last` words."""
    words = in_language(segment.text, language)
    most = room(most, language)
    shown = clip_start(words, most) if last else clip(words, most)
    at = "" if segment.start is None else f"{format_time(segment.start)} "
    return f"{at}{label(segment.speaker)}{escape(shown)}"


def excerpt(text: str, spans: tuple[Range, ...], language: Language) -> tuple[str, tuple[Range, ...]]:
    """A line of the text that has the first matched words, cut at words where there are spaces."""
    most, lead = room(LINE, language), room(LEAD, language)
    first = spans[0][0] if spans else 0
    start = 0 if first <= lead or len(text) <= most else _word_start(text, max(first - lead, 0), first)
    end = len(text) if len(text) - start <= most else _word_end(text, start + most, first)
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    shift = len(head) - start
    inside = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in spans if a < end and b > start)
    return head + text[start:end] + tail, inside


def _word_start(text: str, at: int, before: int) -> int:
    space = text.find(" ", at, before)
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int, after: int) -> int:
    space = text.rfind(" ", after + 1, at)
    return space if space > at - 20 else at
