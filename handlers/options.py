"""The options of commands: names to episodes, speakers and chapters, and the choices offered while typing.

Looking a name up takes a while in a large library: but for what is offered, nothing here is for the event loop.
An option can hold anything that a user typed. What autocomplete offers is what exists; an error in it would show the
user nothing, so these functions have none.
"""

from __future__ import annotations

from collections.abc import Iterable

import discord
from discord.app_commands import Choice

from handlers.cards import limits
from handlers.cards.layout import join
from handlers.cards.markdown import clip
from handlers.client import client_of
from handlers.refusals import NoEpisodesError, UnknownEpisodeError, UnknownShowError, UnknownSpeakerError
from handlers.texts import language_of
from transcript.language.normalise import bare
from transcript.library import Library
from transcript.models import Episode
from transcript.timecode import format_time


def episode_named(library: Library, typed: str | None) -> Episode | None:
    """The episode that was meant; None if none was named."""
    if not library.episodes:
        raise NoEpisodesError(library.coverage)
    if not typed or not typed.strip():
        return None
    found = library.episode(typed) or next(iter(library.find_episodes(typed, limit=1)), None)
    if found is None:
        raise UnknownEpisodeError(typed, library.episodes)
    return found


def one_episode(library: Library, typed: str | None) -> Episode:
    """The episode that was meant: the newest if none was named."""
    return episode_named(library, typed) or library.episodes[0]


def speaker_named(library: Library, typed: str | None, episode: Episode | None) -> str | None:
    """The speaker who was meant; None if nobody was named."""
    if not typed or not typed.strip():
        return None
    slug = episode.slug if episode else None
    found = library.find_speakers(typed, slug, limit=1)
    if not found:
        raise UnknownSpeakerError(typed, library.find_speakers("", slug))
    return found[0]


def narrowed(library: Library, speaker: str | None, episode: str | None) -> tuple[str | None, Episode | None]:
    """The speaker and the episode that were meant, None where none was named. Not for the event loop."""
    where = episode_named(library, episode)
    return speaker_named(library, speaker, where), where


def _typed_option(interaction: discord.Interaction, name: str) -> str | None:
    """The value that another option of the command has so far."""
    value = getattr(interaction.namespace, name, None)
    return value if isinstance(value, str) and value else None


def chosen_episode(library: Library, interaction: discord.Interaction) -> Episode | None:
    """The episode that the command has so far, if it is one."""
    typed = _typed_option(interaction, "episode")
    return library.episode(typed) or next(iter(library.find_episodes(typed, limit=1)), None) if typed else None


def chosen_speaker(library: Library, interaction: discord.Interaction, episode: Episode | None) -> str | None:
    """The speaker that the command has so far, if it is one."""
    typed = _typed_option(interaction, "speaker")
    found = library.find_speakers(typed, episode.slug if episode else None, limit=1) if typed else ()
    return found[0] if found else None


def episode_choices(library: Library, typed: str) -> list[Choice[str]]:
    episodes = library.find_episodes(typed, limits.CHOICES)
    return choices((" · ".join(filter(None, (each.date, each.show, each.title))), each.slug) for each in episodes)


def speaker_choices(library: Library, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
    episode = chosen_episode(library, interaction)
    found = library.find_speakers(typed, episode.slug if episode else None, limits.CHOICES)
    return choices((name, name) for name in found)


async def offer_episodes(interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
    """Completes the option "episode" of a command."""
    answers = client_of(interaction).desk.answers_to(interaction)
    return await answers.offer(lambda: episode_choices(answers.library, typed))


async def offer_speakers(interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
    """Completes the option "speaker" of a command."""
    answers = client_of(interaction).desk.answers_to(interaction)
    return await answers.offer(lambda: speaker_choices(answers.library, interaction, typed))


def show_named(library: Library, typed: str | None) -> str | None:
    """The show that was meant; None if none was named. Raises UnknownShowError."""
    if typed is None or not typed.strip():
        return None
    found = _shows_like(library, typed)
    if not found:
        raise UnknownShowError(typed, _shows_like(library, ""))
    return found[0]


def _shows_like(library: Library, typed: str) -> list[str]:
    """The shows whose names have the words that were typed; those that begin with them first."""
    shows = sorted({episode.show for episode in library.episodes if episode.show}, key=str.casefold)
    wanted = bare(typed)
    found = [show for show in shows if all(word in bare(show) for word in wanted.split())]
    return sorted(found, key=lambda show: not bare(show).startswith(wanted))


def show_choices(library: Library, typed: str) -> list[Choice[str]]:
    return choices((show, show) for show in _shows_like(library, typed)[: limits.CHOICES])


def chapter_choices(library: Library, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
    """A chapter's value is `slug#number`, which is what `/chapter` takes as well as a name."""
    episode = chosen_episode(library, interaction)
    language = language_of(interaction.locale)
    return choices(
        (
            join(
                None if chapter.start is None else format_time(chapter.start),
                chapter.title.get(language) or next(iter(chapter.title.values()), ""),
            ),
            f"{where.slug}#{chapter.index}",
        )
        for where, chapter in library.find_chapters(typed, episode.slug if episode else None, limits.CHOICES)
    )


def choices(pairs: Iterable[tuple[str, str]]) -> list[Choice[str]]:
    """At most 25 choices of at most 100 characters; what has no name or too long a value cannot be one."""
    return [
        Choice(name=clip(name, limits.CHOICE), value=value)
        for name, value in pairs
        if name.strip() and 0 < len(value) <= limits.CHOICE
    ][: limits.CHOICES]
