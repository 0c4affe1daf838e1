"""Where to look: the episodes and speakers that were named, as the cache knows them."""

from __future__ import annotations

from transcript.library import Library


def chosen(library: Library, speaker: str | None, episode: str | None) -> tuple[list[int], list[str]] | None:
    """The episodes and speakers to search in, empty for all; None where a name is like none."""
    episodes: list[int] = []
    speakers: list[str] = []
    if episode:
        head = library.episode(episode) or next(iter(library.find_episodes(episode, 1)), None)
        key = library.key(head.slug) if head else None
        if key is None:
            return None
        episodes = [key]
    if speaker:
        speakers = list(library.find_speakers(speaker, limit=1))
        if not speakers:
            return None
    return episodes, speakers
