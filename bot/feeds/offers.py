"""The files that a feed offers of an item, as the database keeps it between its being told and its being fetched."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.feeds.downloads import Seen
from config.library.items import KnownItem
from config.library.rows import ItemFacts
from transcript.feeds import Feed, TranscriptLink, keys_of, matched_items, ranked_transcripts
from transcript.feeds import Item as FeedItem
from transcript.models import Language

MOST_TRIED = 3
"""Transcripts of an item that are tried, the best first."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An item's transcripts, the best first; where its chapters are, and those that stand in the feed itself.

    `taken` is the address of the transcript that is here, and `seen` what its host said of that version.
    """

    transcripts: tuple[TranscriptLink, ...]
    chapters_address: str | None = None
    chapters: tuple[tuple[float, str], ...] = ()
    taken: str | None = None
    seen: Seen = field(default_factory=Seen)

    def is_told_as(self, other: Offer) -> bool:
        """True if a feed tells both offers alike, whatever was fetched of either."""
        return self._as_told() == other._as_told()

    def _as_told(self) -> Offer:
        return replace(self, taken=None, seen=Seen())

    @property
    def worth_trying(self) -> tuple[TranscriptLink, ...]:
        """The transcripts that may replace the one that is here: itself and better ones."""
        addresses = [link.address for link in self.transcripts]
        return self.transcripts[: addresses.index(self.taken) + 1] if self.taken in addresses else self.transcripts

    def as_json(self) -> str:
        return json.dumps(
            {
                "transcripts": [[link.address, link.kind, link.language] for link in self.transcripts],
                "chapters_address": self.chapters_address,
                "chapters": self.chapters,
                "taken": self.taken,
                "seen": [self.seen.etag, self.seen.last_modified],
            }
        )


def offer_in(written: str) -> Offer:
    """The offer that was written as JSON."""
    found = json.loads(written)
    return Offer(
        transcripts=tuple(TranscriptLink(*link) for link in found["transcripts"]),
        chapters_address=found["chapters_address"],
        chapters=tuple((start, title) for start, title in found["chapters"]),
        taken=found["taken"],
        seen=Seen(*found["seen"]),
    )


def facts_to_tell(feed: Feed, known: Sequence[KnownItem]) -> list[ItemFacts]:
    """The items that a feed tells, the newest first; an item that is `known` under another key keeps the one it has."""
    by_key = {item.key: item for item in known}
    keys = {item.key: _keys_of_known(item) for item in known}
    matched: list[str | None] = [*matched_items(feed.items, keys)]
    told = [
        _facts_of(item, key or item.keys[0], by_key, feed.language)
        for item, key in zip(feed.items, matched, strict=True)
    ]
    return sorted(told, key=lambda facts: facts.date or "", reverse=True)


def _keys_of_known(item: KnownItem) -> tuple[str, ...]:
    return (item.key, *keys_of("", item.enclosure, item.title, item.date))


def _facts_of(item: FeedItem, key: str, known: Mapping[str, KnownItem], language: Language | None) -> ItemFacts:
    ranked = ranked_transcripts(item, language)
    return ItemFacts(
        key=key,
        title=item.title,
        date=item.date,
        number=item.number,
        season=item.season,
        language=(ranked[0].language if ranked else None) or language,
        link=item.link,
        enclosure=item.enclosure,
        people=json.dumps([[person.name, person.role] for person in item.persons]) if item.persons else None,
        addresses=_addresses_of(item, ranked, known.get(key)),
    )


def _addresses_of(item: FeedItem, ranked: Sequence[TranscriptLink], known: KnownItem | None) -> str | None:
    """The offer to keep: the one that is known where nothing new is told, None where no transcript is offered."""
    if not ranked:
        return None
    offer = Offer(tuple(ranked[:MOST_TRIED]), item.chapters_address, item.chapters)
    before = offer_in(known.addresses) if known is not None and known.addresses else None
    return (before if before is not None and before.is_told_as(offer) else offer).as_json()
