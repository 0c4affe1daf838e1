"""Sending once: what is posted stands there once, however often it is asked for and whatever becomes of the answer.

A row in the database's outbox, written before anything is sent, lets one try of one process begin. All who ask for the
same post in this process share that try. A later one looks for the post first, and where the channel cannot be read it
sends nothing: better none than two. In a channel a try also carries a nonce, by which Discord knows it again for some
minutes; an answer knows none, so its request is not repeated, as it may have done its deed.
"""

from __future__ import annotations

import asyncio
import base64
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any, Protocol, TypeVar

import discord

from config.outbox import Turn
from config.state import DatabaseAwayError
from handlers.addresses.custom_id import custom_id
from handlers.cards.layout import Button, Card, first_text
from handlers.refusals import MaybePostedError, NoAnswerError, UnavailableError
from handlers.replies import every_component, send, view_of
from handlers.requests import NO_ANSWER, counting_requests

log = logging.getLogger(__name__)


T = TypeVar("T")


LOOKED_THROUGH = 100
"""Messages of a channel that are looked through for a post: its newest, and the first that can be it."""


ANSWER_SECONDS = 10.0
"""Seconds after which whoever pressed a button is told that Discord does not answer; the try goes on."""


POLL_SECONDS = 0.5
"""Seconds between two looks at the outbox while another process has the post under way."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A post: `key` tells it from every other one, `since` is the id of a message that it comes after.

    `replies_to` is the id of a message in the same channel, `asker` that of the user who asked for it.
    """

    card: Card
    key: str
    since: int
    replies_to: int | None = None
    asker: int | None = None


class CannotLookError(Exception):
    """The channel cannot be read, so it is not known if the post is there."""


class Reserving(Protocol):
    """The outbox, as the database keeps it."""

    async def reserve_send(self, key: str, now: datetime) -> Turn: ...
    async def settle_send(self, key: str) -> None: ...
    async def release_send(self, key: str) -> None: ...
    async def cancel_send(self, key: str) -> None: ...


class Once:
    """The posts that this process is sending.

    Whoever asked may give up; the try itself goes on. discord.py must not be cancelled while it sleeps through a rate
    limit of all routes: it would never note that the limit is over, and every later request would wait for that.
    """

    def __init__(self, outbox: Reserving, clock: Callable[[], datetime]) -> None:
        self._outbox = outbox
        self._clock = clock
        self._running: dict[str, asyncio.Task[Any]] = {}

    async def share(self, key: str, make: Callable[[], Coroutine[Any, Any, T]], patience: float) -> T:
        """The result of the try under that key, begun with `make` if none is under way.

        Raises TimeoutError after `patience` seconds; the try goes on.
        """
        task = self._running.get(key)
        if task is None:
            task = self._running[key] = asyncio.create_task(make())
            task.add_done_callback(lambda _: self._forget_task(key))
        done, _ = await asyncio.wait({task}, timeout=patience)
        if not done:
            raise TimeoutError
        result: T = task.result()
        return result

    def _forget_task(self, key: str) -> None:
        task = self._running.pop(key)
        if not task.cancelled():
            task.exception()  # whoever asked may have given up

    async def post(self, channel: discord.PartialMessageable, outgoing: Outgoing) -> None:
        """Post it in the channel, if it is not there.

        Raises NoAnswerError, MaybePostedError or UnavailableError, or HTTPException where Discord refuses.
        """
        await self._deliver_once(channel, outgoing, lambda: _send_to_channel(channel, outgoing))

    async def follow_up(self, interaction: discord.Interaction, outgoing: Outgoing) -> None:
        """Answer an acknowledged interaction for all to see, which needs no permission in the channel.

        Raises NoAnswerError, MaybePostedError or UnavailableError, or HTTPException where Discord refuses.
        """
        await self._deliver_once(here(interaction), outgoing, lambda: _send_answer(interaction, outgoing))

    async def _deliver_once(
        self, channel: discord.PartialMessageable, outgoing: Outgoing, send_post: Callable[[], Awaitable[None]]
    ) -> None:
        try:
            await self.share(outgoing.key, lambda: self._send_in_turn(channel, outgoing, send_post), ANSWER_SECONDS)
        except DatabaseAwayError as error:
            raise UnavailableError from error
        except NO_ANSWER as error:
            raise NoAnswerError from error

    async def _send_in_turn(
        self, channel: discord.PartialMessageable, outgoing: Outgoing, send_post: Callable[[], Awaitable[None]]
    ) -> None:
        """Send it when its turn comes, if it is not there, and write the outcome into the outbox."""
        key = nonce_of(outgoing.key)
        turn = await self._await_turn(key)
        if turn == "posted":
            return
        try:
            if turn == "first" or not await _stands_there(channel, outgoing):
                await _send_and_look(channel, outgoing, send_post)
        except CannotLookError as error:
            await self._outbox.release_send(key)
            raise MaybePostedError from error
        except NO_ANSWER:
            await self._outbox.release_send(key)
            raise
        except discord.HTTPException:
            await self._outbox.cancel_send(key)
            raise
        await self._note_posted(key)

    async def _await_turn(self, key: str) -> Turn:
        """This process's turn, or "posted". Raises TimeoutError where another one has it under way for too long."""
        async with asyncio.timeout(ANSWER_SECONDS):
            while (turn := await self._outbox.reserve_send(key, self._clock())) == "taken":  # noqa: ASYNC110 - who
                # has it is another process, that no event of this one tells of
                await asyncio.sleep(POLL_SECONDS)
            return turn

    async def _note_posted(self, key: str) -> None:
        try:
            await self._outbox.settle_send(key)
        except DatabaseAwayError as error:  # the post is there, and a later try finds it
            told = {"event": "post_not_noted", "error": type(error).__name__}
            log.warning("a post is not noted as such: %(error)s", told)


def here(interaction: discord.Interaction) -> discord.PartialMessageable:
    """The channel in which it was asked."""
    return interaction.client.get_partial_messageable(interaction.channel_id or 0, guild_id=interaction.guild_id)


async def _send_and_look(
    channel: discord.PartialMessageable, outgoing: Outgoing, send_post: Callable[[], Awaitable[None]]
) -> None:
    """Send it; where no answer comes, see if it is there all the same. Raises the error of the request if it is not."""
    try:
        await send_post()
    except NO_ANSWER as error:
        try:
            found = await _stands_there(channel, outgoing)
        except (CannotLookError, *NO_ANSWER):
            raise error from None
        if not found:
            raise


async def _send_to_channel(channel: discord.PartialMessageable, outgoing: Outgoing) -> None:
    options: dict[str, Any] = {"view": view_of(outgoing.card, outgoing.asker), "nonce": nonce_of(outgoing.key)}
    if outgoing.replies_to is not None:
        options["reference"] = discord.MessageReference(message_id=outgoing.replies_to, channel_id=channel.id)
        options["mention_author"] = False
    await channel.send(**options)


async def _send_answer(interaction: discord.Interaction, outgoing: Outgoing) -> None:
    with counting_requests(most=1):
        await send(interaction, outgoing.card, private=False)


async def _stands_there(channel: discord.PartialMessageable, outgoing: Outgoing) -> bool:
    """True if the post is there. Raises CannotLookError where that cannot be told."""
    since, is_it = discord.Object(outgoing.since), _make_recogniser(outgoing)
    try:
        for oldest_first in (False, True):
            number = 0
            async for message in channel.history(limit=LOOKED_THROUGH, after=since, oldest_first=oldest_first):
                number += 1
                if is_it(message):
                    return True
            if number < LOOKED_THROUGH:
                return False
    except (discord.Forbidden, discord.NotFound) as error:
        raise CannotLookError from error
    raise CannotLookError


def _make_recogniser(outgoing: Outgoing) -> Callable[[discord.Message], bool]:
    """Tells a message that is this post: by the custom_id of its first button, or without buttons by its first text."""
    frames = outgoing.card.frames
    first = next((each for frame in frames for each in frame.every_button if isinstance(each, Button)), None)
    mark = custom_id(first.verb, first.slot, first.address) if first else None

    def is_it(message: discord.Message) -> bool:
        replies_to = message.reference.message_id if message.reference else None
        if replies_to != outgoing.replies_to:
            return False
        if mark:
            return is_marked(message, mark)
        texts = (each for each in every_component(message.components) if isinstance(each, discord.TextDisplay))
        return first_text(outgoing.card).strip() in (each.content.strip() for each in texts)

    return is_it


def nonce_of(key: str) -> str:
    """A key within the 25 characters that Discord takes."""
    return base64.urlsafe_b64encode(blake2b(key.encode(), digest_size=15).digest()).decode()


def is_marked(message: discord.Message, mark: str) -> bool:
    """True if the custom_id of one of the message's buttons or menus begins so."""
    ids = (getattr(component, "custom_id", None) or "" for component in every_component(message.components))
    return any(custom_id.startswith(mark) for custom_id in ids)
