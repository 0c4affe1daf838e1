"""The list of episodes, newest first, and an episode that was opened from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.addresses.address import (
    ContentsAddress,
    EpisodeAddress,
    EpisodesAddress,
    QuoteAddress,
    RandomAddress,
    episode_key,
    key,
)
from handlers.addresses.codec import encode
from handlers.addresses.custom_id import Verb
from handlers.cards import limits
from handlers.cards.citation import headline, name, thumbnail, time, title, who_and_when
from handlers.cards.controls import page_button, pages, share, turn_over, watch_button
from handlers.cards.layout import AnyButton, Block, Button, Card, Menu, Section, card, join, small
from handlers.cards.markdown import bold, clip, escape, visible
from handlers.cards.nearest import still_reading
from handlers.cards.quote import Quote
from handlers.texts import Texts
from transcript.library.coverage import Coverage
from transcript.models import Chapter, Episode, Language
from transcript.timecode import format_time

SPEAKERS = 4
"""Speakers of an episode that the list names."""


OPENED_SPEAKERS = 12
"""Speakers that an opened episode names."""


OPENED_CHAPTERS = 12
"""Chapters that an opened episode lists; its contents have all."""


FEWEST_TO_JUMP = 4
"""Pages from which on a list has a menu to jump to one."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The episodes of a list; `shows` are those that it can be narrowed to, `coverage` how far the library is read."""

    episodes: Sequence[Episode]
    shows: Sequence[str] = ()
    coverage: Coverage = Coverage()  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True)
class Opened:
    """An episode with its contents, and a passage of it that stands on its own with its address, if there is one."""

    episode: Episode
    chapters: Sequence[Chapter]
    quote: Quote | None = None
    quoted: QuoteAddress | None = None


def episodes_card(listed: Listed, address: EpisodesAddress, texts: Texts, *, private: bool) -> Card:
    episodes = listed.episodes
    count = max(1, -(-len(episodes) // limits.ROWS))
    address = replace(address, page=min(address.page, count - 1))
    shown = episodes[address.page * limits.ROWS : (address.page + 1) * limits.ROWS]
    total = texts.many("{count} episode", "{count} episodes", len(episodes))
    show = clip(episodes[0].show or "", limits.TITLE) if address.show and episodes else ""
    blocks = [
        f"### {join(escape(show), total)}",
        "\n".join(_episode_line(episode, of_one_show=bool(show)) for episode in shown),
    ]
    if count > 1:
        blocks.append(small(texts("page {number} of {count}", number=address.page + 1, count=count)))
    reading = still_reading(listed.coverage, texts)
    if reading:
        blocks.append(small(reading))
    menus = [_menu_of_episodes(shown, address, texts), *_menu_of_pages(episodes, count, address, texts)]
    menus += _menu_of_shows(listed.shows, address, texts)
    return card(blocks, [*pages(address, count), *share(address, texts, private=private)], menus=menus)


def _episode_line(episode: Episode, *, of_one_show: bool) -> str:
    speakers = ", ".join(name(speaker) for speaker in episode.speakers[:SPEAKERS])
    more = "…" if len(episode.speakers) > SPEAKERS else ""
    shown = replace(episode, show=None) if of_one_show else episode
    return f"**{headline(shown)}**\n{small(join(episode.date, _length_of(episode), speakers + more))}"


def _length_of(episode: Episode) -> str | None:
    return format_time(episode.duration) if episode.duration else None


def _menu_of_episodes(shown: Sequence[Episode], address: EpisodesAddress, texts: Texts) -> Menu:
    choices = [
        (
            clip(join(episode.date, visible(episode.title) or episode.slug), limits.CHOICE),
            encode(
                EpisodeAddress(
                    episode_key(episode), episode.shown_in(texts.language), page=address.page, show=address.show
                )
            ),
        )
        for episode in shown
    ]
    return Menu(f"{Verb.CHOOSE.value}o", texts("Open an episode"), _each_once(choices))


def _menu_of_pages(episodes: Sequence[Episode], count: int, address: EpisodesAddress, texts: Texts) -> list[Menu]:
    """A menu of pages, evenly spread over the list, by the dates of their first episodes."""
    if count < FEWEST_TO_JUMP:
        return []
    step = -(-count // limits.CHOICES)
    choices = []
    for page in range(0, count, step):
        first = episodes[page * limits.ROWS]
        label = texts("page {number} of {count}", number=page + 1, count=count)
        label = join(label, first.date or visible(first.title))
        choices.append((clip(label, limits.CHOICE), encode(replace(address, page=page))))
    return [Menu(f"{Verb.CHOOSE.value}j", texts("Go to a page"), choices)]


def _menu_of_shows(shows: Sequence[str], address: EpisodesAddress, texts: Texts) -> list[Menu]:
    if len(shows) < 2 and not address.show:
        return []
    choices = [(texts("All shows"), encode(EpisodesAddress(0)))]
    choices += [
        (clip(visible(show) or "?", limits.CHOICE), encode(EpisodesAddress(0, key(show))))
        for show in shows[: limits.CHOICES - 1]
    ]
    return [Menu(f"{Verb.CHOOSE.value}s", texts("Only one show"), _each_once(choices))]


def _each_once(choices: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The choices without a second one of the same value, which Discord refuses."""
    return [(label, value) for value, label in {value: label for label, value in reversed(choices)}.items()][::-1]


def episode_card(opened: Opened, address: EpisodeAddress, texts: Texts, *, private: bool) -> Card:
    episode, language = opened.episode, address.language
    chapters = texts.many("{count} chapter", "{count} chapters", len(opened.chapters)) if opened.chapters else None
    head = f"### {headline(episode)}\n{small(join(episode.date, _length_of(episode), chapters))}"
    picture = thumbnail(episode, texts)
    blocks: list[Block] = [Section([head], picture) if picture else head]
    named = ", ".join(name(speaker) for speaker in episode.speakers[:OPENED_SPEAKERS])
    blocks.append(named + "…" * (len(episode.speakers) > OPENED_SPEAKERS))
    blocks.append("\n".join(_chapter_lines(opened, language)))
    if opened.quote is not None:
        passage = opened.quote.passage
        said = who_and_when(episode, passage.speaker, opened.quote.start)
        blocks += [f"> {bold(passage.text, passage.spans)}", said]
    return card(blocks, _episode_buttons(opened, address, texts) + share(address, texts, private=private))


def _chapter_lines(opened: Opened, language: Language) -> list[str]:
    lines = [
        " ".join(filter(None, (f"{one.index}.", time(opened.episode, one.start), title(one.title, language))))
        for one in opened.chapters[:OPENED_CHAPTERS]
    ]
    return [*lines, "…"] if len(opened.chapters) > OPENED_CHAPTERS else lines


def _episode_buttons(opened: Opened, address: EpisodeAddress, texts: Texts) -> list[AnyButton]:
    buttons: list[AnyButton] = [
        Button(EpisodesAddress(address.page, address.show), "e", label=texts("◀ Episodes")),
    ]
    if opened.chapters:
        contents = ContentsAddress(address.episode, 0, address.language)
        buttons.append(Button(contents, "t", label=texts("Contents")))
    if opened.quoted is not None:
        buttons.append(Button(opened.quoted, "q", label=texts("Context"), verb=Verb.OPEN))
        another = RandomAddress(b"", address.episode, address.language)
        buttons.append(Button(another, "r", label=texts("Another quote"), verb=Verb.OPEN))
    buttons += turn_over(opened.episode, address.language, lambda other: replace(address, language=other))
    return buttons + watch_button(opened.episode, None, texts) + page_button(opened.episode, texts)
