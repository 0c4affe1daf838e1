"""One server's quote of the day: claimed in the ledger, sent, marked. What is cut off between two steps is taken up by
the next visit, of this process or another, and is not posted twice.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

import discord

from config.ledger import ChosenMeanwhileError
from config.queries import Shards, moment
from config.rows import CATCH_UP, PAUSED_AFTER, Status
from config.servers import Servers
from config.tables import Post, Server
from handlers.addresses.custom_id import post_mark
from handlers.cards.daily.lacks import trouble_card
from handlers.cards.layout import Card
from handlers.daily.destination import CannotPostError, Lack
from handlers.daily.passages import Passages
from handlers.library.desk import Desk
from handlers.once import CannotLookError, Once
from handlers.refusals import ChangedError, GoneError
from handlers.requests import NO_ANSWER
from handlers.texts import texts_in

log = logging.getLogger(__name__)


SENDING = 30
"""Seconds for one try; less than the lease, so that a try that hangs is over before another begins."""


ACCOMPANYING = 15
"""Seconds for what comes with a post; with those for sending it less than the lease."""


NONCE_KNOWN_FOR = timedelta(minutes=2)
"""The time for which Discord surely knows a nonce. A later try has to look for the message first."""


LATE = timedelta(minutes=5)
"""The time after its hour from which a post counts as late: some rounds, and a try that failed."""


TRANSIENT = (*NO_ANSWER, discord.HTTPException)
"""Errors after which a later try may do better."""


class Sending(Protocol):
    """Sends posts, and finds them again."""

    async def send(self, post: Post, card: Card, title: str, role_id: int | None) -> int: ...
    async def accompany(self, server: Server, message_id: int, title: str, last_message_id: int | None) -> None: ...
    async def edit(self, post: Post, card: Card) -> None: ...
    async def find(self, post: Post, mark: str) -> int | None: ...
    def needs_a_look(self, post: Post) -> bool: ...
    def name(self, guild_id: int) -> str: ...
    async def tell(self, server: Server, card: Card) -> bool: ...


class Posting(Passages):
    def __init__(self, desk: Desk, servers: Servers, outlet: Sending, once: Once) -> None:
        super().__init__(desk, servers)
        self._outlet = outlet
        self._once = once

    async def visit(self, guild_id: int, now: datetime) -> None:
        """Do what is due in a server, if it is. It waits while episodes are being read: they would seem to be gone."""
        if not self._desk.shelves.progress.is_complete:
            return
        found = await self._servers.visit(guild_id, now)
        if found is None:
            return
        server, post = found
        if post is not None:
            if await self._servers.again(server, now):
                await self._try_to_post(server, post, now, again=True)
            return
        if server.next_at is not None and now > moment(server.next_at) + CATCH_UP:
            self._count_outcome(await self._servers.pass_over(server, "missed", now), "missed")
            return
        try:
            post = await self._claim_post(server, now)
        except CannotPostError as error:
            failed = await self._servers.pass_over(server, "failed", now, error.lack)
            self._count_outcome(failed, "failed")
            await self._tell_owner(failed, error.lack, server.channel_id)
            return
        if post is not None:
            self._count_outcome(server, "due")
            await self._try_to_post(server, post, now, again=False)

    async def post_now(self, server: Server, now: datetime) -> tuple[Post, Lack | None] | None:
        """Post one at once; with what was lacking, if it could not be. None while today's is under way."""
        post = await self._claim_post(server, now, at_once=True)
        if post is None:
            return None
        lack = await self._try_to_post(server, post, now, again=False, at_once=True)
        return await self._servers.post(post.id) or post, lack

    async def _claim_post(self, server: Server, now: datetime, *, at_once: bool = False) -> Post | None:
        """Choose a passage and reserve it, so that of several who choose at once none gets the same.

        None where another process has the post under way. Raises CannotPostError where there is nothing to choose.
        """
        claim = self._servers.claim_now if at_once else self._servers.claim
        while True:
            history = await self._servers.history(server.guild_id)
            passage = await asyncio.to_thread(self._choose_next, server, history)
            if passage is None:
                raise CannotPostError(self.lack_of_passages(server))
            with suppress(ChosenMeanwhileError):
                return await claim(server, passage, now, history.newest)

    async def _try_to_post(
        self, server: Server, post: Post, now: datetime, *, again: bool, at_once: bool = False
    ) -> Lack | None:
        """Try to post it. What stands in the way for good is returned; what does not leaves the row for another try.

        Who wants it `at_once` is there to be told, and nothing of it stays.
        """
        try:
            message_id = await self._once.share(
                f"daily {post.id}",
                lambda: self._found_or_sent(server, post, now) if again else self._send_post(server, post),
                SENDING,
            )
        except CannotLookError:
            message_id = None
        except CannotPostError as error:
            if at_once:
                await self._servers.withdraw(post, now)
            else:
                failed = await self._mark_post(post, "failed", now, reason=error.lack)
                await self._tell_owner(failed, error.lack, post.channel_id)
            return error.lack
        except TRANSIENT as error:
            told = {"event": "daily_not_taken", "server": server.guild_id, "error": type(error).__name__}
            log.warning("server %(server)d: Discord did not take a daily post: %(error)s", told)
            if post.day is None:  # nobody comes back for it
                await self._mark_post(post, "missed", now)
            return None
        if message_id is None:
            await self._mark_post(post, "missed", now)
        else:
            await self._accompany_post(server, post, message_id)
            await self._mark_post(post, "posted", now, message_id=message_id)
        return None

    async def _mark_post(
        self, post: Post, status: Status, now: datetime, *, message_id: int | None = None, reason: str | None = None
    ) -> Server | None:
        """Write and count the outcome of a post."""
        server = await self._servers.mark(post, status, now, message_id=message_id, reason=reason)
        made = "late" if now > moment(post.due_at) + LATE else "made"
        self._count_outcome(server, made if status == "posted" else status)
        return server

    def _count_outcome(self, changed: Server | None, outcome: str) -> None:
        """Count an outcome that this process has written."""
        if changed is not None:
            self._desk.meters.daily_posts.labels(outcome).inc()

    async def _found_or_sent(self, server: Server, post: Post, now: datetime) -> int | None:
        """The message of a post that was tried before, sent if it is not there; None if it is too late for it."""
        try:
            found = await self._outlet.find(post, post_mark(post.id))
        except CannotLookError:
            if self._outlet.needs_a_look(post) or now > moment(post.tried_at or post.due_at) + NONCE_KNOWN_FOR:
                raise  # better none than two
            found = None
        if found is None and now <= moment(post.due_at) + CATCH_UP:
            return await self._send_post(server, post)
        return found

    async def _send_post(self, server: Server, post: Post) -> int:
        try:
            card = await self.card(post, server.role_id)
        except (GoneError, ChangedError) as error:  # the episode left while the post was under way
            raise CannotPostError("nothing") from error
        return await self._outlet.send(post, card, _title_of(post), server.role_id)

    async def _accompany_post(self, server: Server, post: Post, message_id: int) -> None:
        """Add what a server wants with its posts. What does not come in time comes later, or not."""
        if not (server.thread or server.pin or server.publish):
            return
        posted = [one for one in await self._servers.last_posts(server.guild_id, 2) if one.id != post.id]
        last = posted[0].message_id if posted and posted[0].channel_id == server.channel_id else None
        with suppress(*TRANSIENT, CannotPostError):
            await self._once.share(
                f"companions {post.id}",
                lambda: self._outlet.accompany(server, message_id, _title_of(post), last),
                ACCOMPANYING,
            )

    async def remove_old_buttons(self, now: datetime, shards: Shards) -> None:
        """Take the button "Not this one" from the posts that had it for its time."""
        for post in await self._servers.with_old_buttons(now, shards):
            server = await self._servers.server(post.guild_id)
            try:
                card = await self.card(post, server.role_id if server else None, has_button=False)
                await self._once.share(f"edit {post.id}", partial(self._outlet.edit, post, card), SENDING)
            except NO_ANSWER:
                continue  # the next round tries again
            except (GoneError, ChangedError, CannotPostError, discord.HTTPException):
                pass  # it stays as it is
            await self._servers.note_without_button(post)

    async def _tell_owner(self, server: Server | None, lack: Lack, channel_id: int) -> None:
        """Tell the owner, once; if nobody can be told, the next failure tries again."""
        if server is None:
            return
        impossible = {"event": "daily_impossible", "server": server.guild_id, "lack": lack}
        log.warning("server %(server)d: its daily post cannot be made: %(lack)s", impossible)
        if not server.told and await self._servers.telling(server.guild_id):
            try:
                name, texts = self._outlet.name(server.guild_id), texts_in(server.language)
                card = trouble_card(lack, name, channel_id, PAUSED_AFTER, texts)
                told = await self._once.share(
                    f"tell {server.guild_id}", lambda: self._outlet.tell(server, card), SENDING
                )
            except TRANSIENT:
                told = False
            if not told:
                nobody = {"event": "owner_untold", "server": server.guild_id}
                log.warning("server %(server)d: nobody could be told so", nobody)
                await self._servers.untold(server.guild_id)


def _title_of(post: Post) -> str:
    """The name of a forum's post, or of the thread below a post."""
    texts, day = texts_in(post.language), post.day or moment(post.due_at).date()
    return texts("Quote of the day · {date}", date=day.isoformat())
