"""Episodes as the database of daily posts names them: `slug#key`, a name for people and the key of an identity."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.addresses.address import episode_key
from transcript.library import Library
from transcript.models import Episode


def stored_name(library: Library, slug: str) -> str:
    """The database's name of an episode."""
    return f"{slug}#{episode_key(library.episode(slug)).hex()}"


def slug_of(library: Library, stored: str) -> str:
    """The slug that an episode has today, or the whole name where it has left; rows of before have slugs alone."""
    _, mark, key = stored.rpartition("#")
    slugs = (known[key] for known in library.derived(_slugs_by_written_key) if key in known)
    return next(slugs, stored) if mark else stored


def _slugs_by_written_key(episodes: Sequence[Episode]) -> dict[str, str]:
    return {episode_key(episode).hex(): episode.slug for episode in episodes}
