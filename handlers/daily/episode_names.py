"""Episodes as the database of daily posts names them: `slug#key`, a name for people and the key of an identity."""

from __future__ import annotations

from handlers.addresses.address import episode_key
from transcript.library import Library


class EpisodeNames:
    def __init__(self, library: Library) -> None:
        self._library = library
        self._slugs = {episode_key(episode).hex(): episode.slug for episode in library.episodes}

    def stored(self, slug: str) -> str:
        """The database's name of an episode."""
        return f"{slug}#{episode_key(self._library.episode(slug)).hex()}"

    def slug(self, stored: str) -> str:
        """The slug that an episode has today, or the whole name where it has left; rows of before have slugs alone."""
        _, mark, key = stored.rpartition("#")
        return self._slugs.get(key, stored) if mark else stored
