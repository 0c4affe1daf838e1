"""Buttons that several cards have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from handlers.addresses.address import Address, ContentsAddress, EpisodesAddress, TopicAddress
from handlers.addresses.custom_id import Verb
from handlers.cards import limits
from handlers.cards.citation import recording
from handlers.cards.layout import AnyButton, Button, Link
from handlers.texts import Texts
from transcript.language.language_names import own_name
from transcript.models import Episode, Language
from transcript.timecode import format_time

Paged = TypeVar("Paged", ContentsAddress, EpisodesAddress, TopicAddress)


FAR = 2
"""From so many steps on, the first and the last one have a button too."""


def arrow_buttons(at: int, last: int, to: Callable[[int], Address]) -> list[AnyButton]:
    """To the one before and the one after, of those from 0 to `last`."""
    return [
        Button(to(max(at - 1, 0)), "<", label="◀", disabled=at == 0),
        Button(to(min(at + 1, last)), ">", label="▶", disabled=at == last),
    ]


def pages(address: Paged, count: int) -> list[AnyButton]:
    """The arrows between `count` pages, from three on to the first and the last too; none where there is only one."""
    if count < 2:
        return []
    last = count - 1
    before, after = arrow_buttons(address.page, last, lambda page: replace(address, page=page))
    if last < FAR:
        return [before, after]
    to_first = Button(replace(address, page=0), "[", label="⏮", disabled=address.page == 0)
    to_last = Button(replace(address, page=last), "]", label="⏭", disabled=address.page == last)
    return [to_first, before, after, to_last]


def turn_over(episode: Episode, language: Language, to: Callable[[Language], Address]) -> list[AnyButton]:
    """To the episode's other language, if it has one."""
    return [Button(to(each), "l", label=own_name(each)) for each in episode.languages if each != language]


def watch_button(episode: Episode, seconds: float | None, texts: Texts) -> list[AnyButton]:
    """To that second of the recording, if it has an address."""
    url = recording(episode, seconds)
    if url is None or len(url) > limits.URL:
        return []
    if seconds is None:
        return [Link(texts("Watch") if episode.video_url else texts("Listen"), url)]
    at = format_time(seconds)
    return [Link(texts("Watch {time}", time=at) if episode.video_url else texts("Listen {time}", time=at), url)]


def page_button(episode: Episode, texts: Texts) -> list[AnyButton]:
    """To the episode's page, if it has one."""
    url = episode.page_url
    return [Link(texts("Episode page"), url)] if url and len(url) <= limits.URL else []


def share(address: Address, texts: Texts, *, private: bool) -> list[AnyButton]:
    """Posts a private answer for all to see."""
    return [Button(address, "s", label=texts("Share"), verb=Verb.SHARE, primary=True)] if private else []
