"""Servers' own episodes, and those of the operator's feeds, written out of the database as files.

The files are a cache: they can be made again at any time. Each is written beside its place and then moved there, so
that it is whole or not there at all.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from config.library.sources import Sources
from config.library.tables import OPERATOR, Item, Source
from transcript.index.files import Name, mark_own
from transcript.library.own import OwnEpisode, side_text

WRITING = ".writing-"
"""Begins the name of a folder that is being written."""


HEARD = frozenset(
    {"host", "co-host", "guest host", "guest co-host", "guest", "narrator", "announcer", "reporter", "panelist",
     "moderator", "interviewer", "interviewee", "correspondent", "contributor"}
)  # fmt: skip
"""Roles of podcast:person in which one speaks; others, such as editors, are not looked for among the speakers."""


LONGEST_PERSON = 100
"""Characters of a person's name."""


@dataclass(slots=True)
class _Entry:
    """A file that was written out: of which item, with which content, and whether it `is_untold` that it was read."""

    name: Name
    item_id: int
    digest: str
    is_untold: bool


class OwnFiles:
    """The files below `folder`, brought up to date with the sources; without the operator's where not `is_shared`."""

    def __init__(self, folder: Path, sources: Sources, *, is_shared: bool) -> None:
        self._folder = folder
        self._sources = sources
        self._is_shared = is_shared
        self._count = -1
        self._entries: dict[int, dict[Path, _Entry]] = {}

    @property
    def names(self) -> dict[Path, Name]:
        """Each file with what its episode is called."""
        return {path: entry.name for entries in self._entries.values() for path, entry in entries.items()}

    async def follow(self) -> bool:
        """Write what changed in the database since the last time; True if anything did. Raises DatabaseAwayError."""
        changes = await self._sources.changes(self._count)
        if changes is None:
            return False
        for gone in self._entries.keys() - changes.ids:
            del self._entries[gone]
        for source in changes.changed:
            if source.guild_id != OPERATOR or self._is_shared:
                self._entries[source.id] = await self._write_source(source)
        await asyncio.to_thread(self._remove_strangers, {source.id for source in changes.changed})
        self._count = changes.count
        return True

    async def _write_source(self, source: Source) -> dict[Path, _Entry]:
        found = {}
        for item in await self._sources.readable_items(source.id):
            episode = own_episode(source, item)
            path = self._folder / episode.path
            if not path.exists():
                await self._write_item(episode, item)
            found[path] = _Entry(episode.name, item.id, item.transcript or "", item.state == "kept")
        return found

    async def _write_item(self, episode: OwnEpisode, item: Item) -> None:
        transcript = await self._sources.content(item.transcript or "")
        chapters = await self._sources.content(item.chapters) if item.chapters else None
        if transcript is not None:  # else it was replaced meanwhile, and the next round has the new one
            await asyncio.to_thread(self._write_files, episode, transcript, chapters)

    def _write_files(self, episode: OwnEpisode, transcript: bytes, chapters: bytes | None) -> None:
        mark_own(self._folder)
        place = self._folder / episode.folder
        place.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=WRITING, dir=place.parent))
        file = made / episode.path.name
        file.write_bytes(transcript)
        if chapters is not None:
            file.with_suffix(".chapters.json").write_bytes(chapters)
        beside = side_text(episode.facts)
        if beside:
            file.with_suffix(".toml").write_text(beside, encoding="utf-8")
        shutil.rmtree(place, ignore_errors=True)  # what is there has not this transcript
        made.replace(place)

    def _remove_strangers(self, changed: Iterable[int]) -> None:
        """Remove what is no episode's any more: of sources that changed, and at the first time of all."""
        kept = {path.parent for entries in self._entries.values() for path in entries}
        known = {folder.parents[1] for folder in kept}
        looked = {path.parents[2] for number in changed for path in self._entries.get(number, {})}
        for source in self._folder.glob("*/*"):
            if source not in known:
                shutil.rmtree(source, ignore_errors=True)
            elif source in looked or self._count < 0:
                for folder in source.glob("*/*"):
                    if folder not in kept:
                        shutil.rmtree(folder, ignore_errors=True)

    @property
    def are_untold(self) -> bool:
        """True while the database does not know yet that some files were read."""
        return any(entry.is_untold for entries in self._entries.values() for entry in entries.values())

    async def mark_read(self, causes: Mapping[Path, str | None], now: datetime) -> None:
        """Tell the database which items were read, and why others could not be. Raises DatabaseAwayError."""
        for entries in self._entries.values():
            for path, entry in entries.items():
                if entry.is_untold and path in causes:
                    await self._sources.mark_read(entry.item_id, entry.digest, now, causes[path])
                    entry.is_untold = False


def speakers_of(item: Item) -> list[str]:
    """The persons that a feed names for an item and who may be heard in it."""
    persons = json.loads(item.people or "[]")
    return [name for name, role in persons if role in HEARD and 0 < len(name) <= LONGEST_PERSON]


def own_episode(source: Source, item: Item) -> OwnEpisode:
    """An item as the library knows it."""
    facts: dict[str, object] = {"show": source.show, "language": (item.language or source.language or "")[:2].lower()}
    if source.kind == "feed":
        facts |= {"title": item.title, "date": None, "audio_url": item.enclosure, "image_url": source.image}
        facts |= {"page_url": item.link, "speakers": {name: [] for name in speakers_of(item)} or None}
        with contextlib.suppress(ValueError):
            facts["date"] = datetime.fromisoformat(item.date).date() if item.date else None
    stem = Path(item.file_name).stem if item.file_name else item.title
    return OwnEpisode(
        source.guild_id, f"{source.kind} {source.address}", item.key, stem, item.ending or ".txt",
        (item.transcript, item.chapters), facts,
    )  # fmt: skip
