"""One item's transcript: fetched, looked at before it replaces what is here, and kept with its chapters."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256

from bot.feeds.downloads import Downloads, Seen
from bot.feeds.offers import Offer, offer_in
from bot.feeds.reader import Reader
from config.library.rows import FULL, Fetched, QuotaError, Quotas
from config.library.sources import Sources
from config.library.tables import Item
from config.queries import moment
from transcript.feeds import Cause, FetchError, TranscriptLink, ending_of
from transcript.formats import MAX_BYTES

MOST_CHAPTER_BYTES = 1_000_000
"""Bytes of a file of chapters; a thousand of them have a tenth of that."""


SOONEST, LATEST = timedelta(hours=6), timedelta(days=30)
"""Between two looks at a transcript that is here: corrections come in the first days, and hardly after months."""


AGE_SHARE = 4
"""A transcript is looked at again after its age divided by this: one of eight days after two more days."""


FIRST_PAUSE, LONGEST_PAUSE = timedelta(hours=1), timedelta(days=7)
"""Before a transcript that could not be had is tried again: twice as long each time."""


AFTER_QUOTA = timedelta(days=1)
"""Before it is looked whether there is room for a transcript now."""


class Transcripts:
    def __init__(self, sources: Sources, downloads: Downloads, reader: Reader, clock: Callable[[], datetime]) -> None:
        self._sources = sources
        self._downloads = downloads
        self._reader = reader
        self._clock = clock

    async def take_in(self, item: Item, quotas: Quotas | None) -> None:
        """Fetch an item's transcript, or see that it has not changed; what goes wrong is noted with the item."""
        offer = offer_in(item.addresses or "")
        try:
            await self._take_first(item, offer, quotas)
        except FetchError as error:
            pause = min(FIRST_PAUSE * 2 ** min(item.failures, 10), LONGEST_PAUSE)
            await self._sources.fail_item(item.id, str(error.fault), next_look=self._clock() + pause)
        except QuotaError as error:
            reason = FULL if error.what == "episodes" else str(Cause.MEGABYTES)
            then = self._clock() + AFTER_QUOTA
            await self._sources.fail_item(item.id, reason, next_look=then, skipped=True)

    async def _take_first(self, item: Item, offer: Offer, quotas: Quotas | None) -> None:
        """Take the best transcript that can be had. Raises the fault of the best where none can be."""
        faults = []
        for link in offer.worth_trying:
            try:
                await self._take_link(item, offer, link, quotas)
            except FetchError as error:
                faults.append(error)
            else:
                return
        raise faults[0] if faults else FetchError(Cause.NOT_A_TRANSCRIPT)

    async def _take_link(self, item: Item, offer: Offer, link: TranscriptLink, quotas: Quotas | None) -> None:
        is_here = offer.taken == link.address and item.transcript is not None
        found = await self._downloads.fetch(link.address, MAX_BYTES, offer.seen if is_here else Seen())
        digest = item.transcript if found is None else await asyncio.to_thread(_digest_of, found.content)
        is_same = is_here and digest == item.transcript
        content = await self._sources.content(item.transcript or "") if found is None else found.content
        if content is None:  # its source was removed meanwhile
            return
        ending = ending_of(link)
        if not is_same:
            await self._reader.check_transcript(content, ending)
        chapters = await self._chapters_of(item, offer)
        if is_same and chapters is None and item.chapters is None:
            await self._sources.look_again(item.id, self._next_look(item))
            return
        seen = offer.seen if found is None else found.seen
        addresses = replace(offer, taken=link.address, seen=seen).as_json()
        fetched = Fetched(content, ending, chapters, addresses)
        await self._sources.keep_fetched(item.id, fetched, next_look=self._next_look(item), quotas=quotas)

    async def _chapters_of(self, item: Item, offer: Offer) -> bytes | None:
        """An item's chapters as JSON: those at its address, else those in the feed, else those that were here."""
        heads: list[tuple[float, str]] = []
        if offer.chapters_address is not None:
            try:
                found = await self._downloads.fetch(offer.chapters_address, MOST_CHAPTER_BYTES)
                heads = await self._reader.read_chapters(found.content) if found is not None else []
            except FetchError:  # a transcript is worth having without them
                pass
        heads = heads or list(offer.chapters)
        if not heads:
            return await self._sources.content(item.chapters) if item.chapters and offer.chapters_address else None
        rows = [{"startTime": start, "title": title} for start, title in heads]
        return json.dumps({"version": "1.2.0", "chapters": rows}, ensure_ascii=False).encode()

    def _next_look(self, item: Item) -> datetime:
        now = self._clock()
        return now + min(max((now - moment(item.added_at)) / AGE_SHARE, SOONEST), LATEST)


def _digest_of(content: bytes) -> str:
    return sha256(content).hexdigest()
