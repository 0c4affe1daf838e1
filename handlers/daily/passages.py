"""The passages of a server's quotes of the day: which comes next, which come after it, and how they are shown."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import datetime

from config import history as ledger
from config.history import History
from config.rows import NEWEST, Passage, schedule_of
from config.servers import Servers
from config.tables import Post, Server
from handlers.addresses.address import PostAddress, QuoteAddress
from handlers.addresses.custom_id import refusal_id
from handlers.addresses.words import short_check
from handlers.answers import Answers
from handlers.cards.daily.post import daily_frame
from handlers.cards.daily.posts_to_come import Coming
from handlers.cards.layout import Card, Frame, stack_frames
from handlers.cards.quote import Quote
from handlers.daily.destination import Lack
from handlers.daily.episode_names import slug_of, stored_name
from handlers.library.desk import Desk
from handlers.refusals import ChangedError, NothingQuotableError, NotRunningError
from handlers.texts import texts_in
from transcript.daily import Place, Shown, Wishes, choose, count_left
from transcript.library import Library

PREVIEWED = 7
"""Posts to come that `/daily preview` shows."""


class Passages:
    def __init__(self, desk: Desk, servers: Servers) -> None:
        self._desk = desk
        self._servers = servers

    def lack_of_passages(self, server: Server) -> Lack:
        """Why there is no passage for a server."""
        library = self._library_of(server)
        wanted = _wishes_of(server, library).episode
        episodes = [one for one in library.episodes if wanted in (None, one.slug)]
        return "nothing" if any(one.punctuated for one in episodes) else "unpunctuated"

    async def next_passage(self, server: Server) -> Passage | None:
        """The passage that a server is to be shown next; None where there is none."""
        history = await self._servers.history(server.guild_id)
        return await asyncio.to_thread(self._choose_next, server, history)

    async def left(self, server: Server) -> int:
        """The number of quotes to come before one comes again."""
        history = await self._servers.history(server.guild_id)

        def count_now() -> int:
            library = self._library_of(server)
            return count_left(library, _wishes_of(server, library), _shown_in(history, library))

        return await asyncio.to_thread(count_now)

    def _library_of(self, server: Server) -> Library:
        return self._desk.answers_in(server.guild_id).library

    def _choose_next(self, server: Server, history: History) -> Passage | None:
        library = self._library_of(server)
        chosen = choose(library, _wishes_of(server, library), _shown_in(history, library))
        if chosen is None:
            return None
        name = stored_name(library, chosen.episode)
        return Passage(name, chosen.segment, *chosen.span, chosen.language, chosen.words)

    async def coming(self, server: Server, now: datetime) -> list[Coming]:
        """The next posts of a server, as they come if nothing changes. Raises NotRunningError where none comes."""
        moments = await self._servers.upcoming(server, now, PREVIEWED)
        if not moments:
            raise NotRunningError
        history = await self._servers.history(server.guild_id)
        passages = await asyncio.to_thread(self._choose_several, server, history, len(moments))
        if not passages:
            raise NothingQuotableError
        return await asyncio.to_thread(
            lambda: [self._make_coming(server, due, passage) for due, passage in zip(moments, passages, strict=False)]
        )

    def _choose_several(self, server: Server, history: History, number: int) -> list[Passage]:
        """The passages that come one after the other."""
        times, recent, found = dict(history.times), list(history.recent), list[Passage]()
        while len(found) < number and (
            passage := self._choose_next(server, replace(history, times=times, recent=recent))
        ):
            place = ledger.Place(passage.episode, passage.segment, passage.first, passage.language, passage.words)
            times[place] = times.get(place, 0) + 1
            recent = [*recent, place][-NEWEST:]
            found.append(passage)
        return found

    def _make_coming(self, server: Server, due: datetime, passage: Passage) -> Coming:
        answers = self._desk.answers_in(server.guild_id)
        quote, address = _quote_of(answers, passage)
        episode = address.pointer.episode
        refusal = refusal_id(episode, passage.segment, passage.first, passage.language)
        return Coming(due, schedule_of(server).day_at(due), quote, refusal)

    async def frame(self, guild_id: int, passage: Passage, post_id: int | None, role_id: int | None = None) -> Frame:
        """A passage as it is posted in a server, in its own language; without a post's id it has no button to refuse
        it. `role_id` is the role that it mentions."""
        return await asyncio.to_thread(self._make_frame, guild_id, passage, post_id, role_id)

    def _make_frame(self, guild_id: int, passage: Passage, post_id: int | None, role_id: int | None) -> Frame:
        quote, address = _quote_of(self._desk.answers_in(guild_id), passage)
        post = None if post_id is None else PostAddress(post_id, passage.segment, passage.first)
        return daily_frame(quote, address, post, texts_in(passage.language), role_id=role_id)

    async def card(self, post: Post, role_id: int | None = None, *, has_button: bool = True) -> Card:
        """The card of a post."""
        post_id = post.id if has_button else None
        return stack_frames([await self.frame(post.guild_id, passage_of(post), post_id, role_id)])


def _quote_of(answers: Answers, passage: Passage) -> tuple[Quote, QuoteAddress]:
    """A passage's quote and address, in its own language, wherever its words stand today. Raises GoneError, or
    ChangedError where they are gone."""
    slug = slug_of(answers.library, passage.episode)
    pointer = answers.pointing.at(slug, passage.segment, ((passage.first, passage.last),), passage.language)
    if passage.words is not None:
        pointer = replace(pointer, check=short_check(passage.words))
    quote = answers.quote(QuoteAddress((pointer,)))
    if quote.corrected:
        raise ChangedError
    return quote, QuoteAddress((pointer,))


def _wishes_of(server: Server, library: Library) -> Wishes:
    where = slug_of(library, server.episode) if server.episode else None
    return Wishes(server.seed, server.language, server.speaker, where, server.explicit)


def _shown_in(history: History, library: Library) -> Shown:
    """The passages of a ledger, their episodes under the slugs that they have today."""

    def place_of(kept: ledger.Place) -> Place:
        where = slug_of(library, kept.episode)
        return Place(where, kept.segment, kept.first, kept.language, kept.words)

    times: Counter[Place] = Counter()
    for place, number in history.times.items():
        times[place_of(place)] += number  # an episode that had another slug has several names
    return Shown(times, [*map(place_of, history.recent)], {*map(place_of, history.refused)})


def passage_of(post: Post) -> Passage:
    """The passage of a post."""
    span = (post.first or 0, post.last or 0)
    return Passage(post.episode or "", post.segment or 0, *span, post.language or "", post.words)
