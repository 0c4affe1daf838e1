"""Every moment of a topic: in time order, a line each, with a picture of where they lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from handlers.addresses.address import TopicAddress, episode_key
from handlers.addresses.codec import encode
from handlers.addresses.custom_id import Verb
from handlers.addresses.pointers import moment_address
from handlers.cards import limits
from handlers.cards.citation import SHORT_TITLE, excerpt, label, name, source_line, time
from handlers.cards.controls import pages, share
from handlers.cards.layout import Card, Menu, Picture, card, join, small
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
"""Times that the words for a picture name of an episode."""


ALT_TITLE = 80
"""Characters of a title in the words for a picture."""


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
    mentions = topic.mentions[first : first + MOMENTS] or [1] * len(shown)
    blocks = [_topic_heading(topic, address, texts), *_moment_lines(shown, mentions, topic, texts)]
    picture = _timeline_picture(shown, topic, texts)
    if count > 1:
        number = texts("page {number} of {count}", number=address.page + 1, count=count)
        legend = texts("tall bars: this page, short bars: other pages") if picture else None
        blocks.append(small(join(number, legend)))
    buttons = [*pages(address, count), *share(address, texts, private=private)]
    return card(blocks, buttons, picture=picture, menus=[_moment_menu(shown, topic, texts)])


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


def _moment_lines(shown: Sequence[Match], mentions: Sequence[int], topic: Topic, texts: Texts) -> Iterator[str]:
    """A block an episode: its name, then a line a moment."""
    for slug, moments in groupby(zip(shown, mentions, strict=True), lambda each: each[0].episode):
        episode, _ = topic.episodes[slug]
        lines = [small(source_line(episode, several=topic.several))]
        for moment, count in moments:
            text, spans = excerpt(moment.text, moment.spans, moment.language)
            lines.append(f"{time(episode, moment.at)} {label(moment.speaker)}{bold(text, spans)}".lstrip())
            if count > 1:
                lines.append(small(texts("{count} times within a minute", count=count)))
        yield "\n".join(lines)


def _moment_menu(shown: Sequence[Match], topic: Topic, texts: Texts) -> Menu:
    """Opens a moment for who chooses it, and leaves the list."""
    episodes = {moment.episode for moment in shown}
    choices: dict[str, str] = {}
    for moment in shown:
        episode, _ = topic.episodes[moment.episode]
        words, _ = excerpt(moment.text, moment.spans, moment.language)
        named = (episode.date or episode.title) if len(episodes) > 1 else None
        at = None if moment.at is None else format_time(moment.at)
        shown_as = f"{join(named, at, moment.speaker)} — {words}"
        address = moment_address(episode_key(episode), moment)
        choices[encode(address)] = clip(visible(shown_as), limits.CHOICE)
    return Menu(
        f"{Verb.OPEN_CHOSEN.value}m", texts("Open a moment"), [(words, value) for value, words in choices.items()]
    )


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
