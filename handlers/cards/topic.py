"""Every moment of a topic: in time order, a line each, with a picture of where they lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from handlers.addresses.address import TopicAddress, episode_key
from handlers.addresses.custom_id import Verb
from handlers.addresses.pointers import moment_address
from handlers.cards import limits
from handlers.cards.citation import excerpt, headline, label, time
from handlers.cards.controls import pages, share
from handlers.cards.layout import AnyButton, Button, Card, Picture, card, join, small
from handlers.cards.markdown import bold, clip, typed
from handlers.cards.pictures import timeline
from handlers.cards.pictures.timeline import Strip
from handlers.texts import Texts
from transcript.models import Chapter, Episode
from transcript.search import Match
from transcript.timecode import format_time

MOMENTS = 8
"""On one page."""


ALT_TIMES = 40


ALT_TITLE = 80


@dataclass(frozen=True, slots=True)
class Topic:
    """The moments, newest episode first and in time order within each; the episodes and chapters that they are of.

    `more` is whether there are more moments than these, `speaker` who alone was asked about.
    """

    moments: Sequence[Match]
    episodes: Mapping[str, tuple[Episode, Sequence[Chapter]]]
    several: bool
    more: bool = False
    speaker: str | None = None


def topic_card(topic: Topic, address: TopicAddress, texts: Texts, *, private: bool) -> Card:
    count = -(-len(topic.moments) // MOMENTS)
    address = replace(address, page=min(address.page, count - 1))
    shown = topic.moments[address.page * MOMENTS : (address.page + 1) * MOMENTS]
    blocks = [_topic_heading(topic, address, texts), "\n".join(_moment_lines(shown, topic))]
    if count > 1:
        blocks.append(small(texts("page {number} of {count}", number=address.page + 1, count=count)))
    buttons = [*_moment_buttons(shown, topic), *pages(address, count), *share(address, texts, private=private)]
    return card(blocks, buttons, picture=_timeline_picture(shown, topic, texts))


def _topic_heading(topic: Topic, address: TopicAddress, texts: Texts) -> str:
    count = len(topic.moments)
    number, words = f"{count}+" if topic.more else count, typed(address.topic)
    if topic.speaker is None:
        return texts.many(
            "**{topic}**: {number} moment", "**{topic}**: {number} moments", count, number=number, topic=words
        )
    return texts.many(
        "**{topic}**, said by {speaker}: {number} moment",
        "**{topic}**, said by {speaker}: {number} moments",
        count,
        number=number,
        topic=words,
        speaker=typed(topic.speaker),
    )


def _moment_buttons(shown: Sequence[Match], topic: Topic) -> list[AnyButton]:
    """A button a moment, which opens it for who presses it and leaves the list."""
    return [
        Button(
            moment_address(episode_key(topic.episodes[moment.episode][0]), moment),
            str(number),
            label=str(number + 1) if moment.at is None else format_time(moment.at),
            verb=Verb.OPEN,
        )
        for number, moment in enumerate(shown)
    ]


def _moment_lines(shown: Sequence[Match], topic: Topic) -> list[str]:
    lines = []
    for slug, moments in groupby(shown, lambda moment: moment.episode):
        episode, _ = topic.episodes[slug]
        if topic.several:
            lines.append(small(join(headline(episode), episode.date)))
        for moment in moments:
            text, spans = excerpt(moment.text, moment.spans, moment.language)
            lines.append(f"{time(episode, moment.at)} {label(moment.speaker)}{bold(text, spans)}".lstrip())
    return lines


def _timeline_picture(shown: Sequence[Match], topic: Topic, texts: Texts) -> Picture | None:
    here = list(dict.fromkeys(moment.episode for moment in shown))
    strips = []
    for slug in here:
        starts = [moment.start for moment in topic.moments if moment.episode == slug and moment.start is not None]
        on_page = frozenset(starts) & {moment.start for moment in shown if moment.episode == slug}
        if starts:
            strips.append(Strip(*topic.episodes[slug], starts, on_page))
    if not strips:
        return None
    alt = clip("\n".join(_alt_text(strip, texts) for strip in strips), limits.ALT_TEXT)
    return Picture(timeline.draw(strips), "moments.png", alt)


def _alt_text(strip: Strip, texts: Texts) -> str:
    times = ", ".join(format_time(start) for start in list(strip.moments)[:ALT_TIMES])
    title, length = clip(strip.episode.title, ALT_TITLE), format_time(strip.episode.duration)
    return texts("{episode}, {length} long: moments at {times}", episode=title, length=length, times=times)
