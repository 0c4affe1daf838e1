"""Every moment of a topic: in time order, a line each, with a picture of where they lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from handlers.addresses.address import TopicAddress, episode_key
from handlers.addresses.custom_id import Verb
from handlers.addresses.pointers import moment_address
from handlers.cards import limits
from handlers.cards.citation import SHORT_TITLE, excerpt, label, name, source_line, time
from handlers.cards.controls import pages, share
from handlers.cards.layout import Block, Button, Card, Picture, Section, card, join, small
from handlers.cards.markdown import bold, clip, escape, typed, visible
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

    `mentions` are the numbers of neighbouring places that each moment stands for. `several` is true where there are
    episodes of several shows, `more` where there are more moments than these; `speaker` is who alone was asked about.
    """

    moments: Sequence[Match]
    episodes: Mapping[str, tuple[Episode, Sequence[Chapter]]]
    several: bool
    more: bool = False
    speaker: str | None = None
    mentions: Sequence[int] = ()


def topic_card(topic: Topic, address: TopicAddress, texts: Texts, *, private: bool) -> Card:
    count = -(-len(topic.moments) // MOMENTS)
    address = replace(address, page=min(address.page, count - 1))
    first = address.page * MOMENTS
    shown = topic.moments[first : first + MOMENTS]
    blocks: list[Block] = [_topic_heading(topic, address, texts), *_moment_sections(shown, first, topic, texts)]
    picture = _timeline_picture(shown, topic, texts)
    if count > 1:
        number = texts("page {number} of {count}", number=address.page + 1, count=count)
        legend = texts("tall bars: this page, short bars: other pages") if picture else None
        blocks.append(small(join(number, legend)))
    return card(blocks, [*pages(address, count), *share(address, texts, private=private)], picture=picture)


def _topic_heading(topic: Topic, address: TopicAddress, texts: Texts) -> str:
    """The topic and how often it comes up; below that, to what it was narrowed."""
    count = len(topic.moments)
    number, words = f"{count}+" if topic.more else count, typed(address.topic)
    heading = texts.many(
        "**{topic}**: {number} moment", "**{topic}**: {number} moments", count, number=number, topic=words
    )
    speaker = texts("said by {speaker}", speaker=name(topic.speaker)) if topic.speaker else None
    episodes = [escape(clip(episode.title, SHORT_TITLE)) for episode, _ in topic.episodes.values()]
    episode = texts("in {episode}", episode=episodes[0]) if address.episode and episodes else None
    return "\n".join(filter(None, (heading, join(speaker, episode))))


def _moment_sections(shown: Sequence[Match], first: int, topic: Topic, texts: Texts) -> Iterator[Section]:
    """A moment's line with a button beside it, which opens it for who presses it and leaves the list.

    The first of an episode stands under its name. `first` is the place of the first one among all moments.
    """
    before = None
    for number, moment in enumerate(shown):
        episode, _ = topic.episodes[moment.episode]
        named = small(source_line(episode, several=topic.several)) if moment.episode != before else None
        before = moment.episode
        text, spans = excerpt(moment.text, moment.spans, moment.language)
        line = f"{time(episode, moment.at)} {label(moment.speaker)}{bold(text, spans)}".lstrip()
        count = topic.mentions[first + number] if topic.mentions else 1
        often = small(texts("{count} times within a minute", count=count)) if count > 1 else None
        button = Button(
            moment_address(episode_key(episode), moment),
            str(number),
            label=str(number + 1) if moment.at is None else format_time(moment.at),
            verb=Verb.OPEN,
        )
        yield Section(["\n".join(filter(None, (named, line, often)))], button)


def _timeline_picture(shown: Sequence[Match], topic: Topic, texts: Texts) -> Picture | None:
    here = list(dict.fromkeys(moment.episode for moment in shown))
    strips = []
    for slug in here:
        starts = [moment.start for moment in topic.moments if moment.episode == slug and moment.start is not None]
        on_page = frozenset(starts) & {moment.start for moment in shown if moment.episode == slug}
        if starts:
            strips.append(Strip(*topic.episodes[slug], starts, on_page, _strip_name(topic, slug)))
    if not strips:
        return None
    alt = clip("\n".join(_alt_text(strip, texts) for strip in strips), limits.ALT_TEXT)
    return Picture(timeline.draw(strips), "moments.png", alt)


def _strip_name(topic: Topic, slug: str) -> str:
    episode, _ = topic.episodes[slug]
    return visible(join(episode.show if topic.several else None, episode.title, episode.date))


def _alt_text(strip: Strip, texts: Texts) -> str:
    times = ", ".join(format_time(start) for start in list(strip.moments)[:ALT_TIMES])
    title, length = clip(strip.episode.title, ALT_TITLE), format_time(strip.episode.duration)
    return texts("{episode}, {length} long: moments at {times}", episode=title, length=length, times=times)
