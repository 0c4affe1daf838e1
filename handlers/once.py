"""Sending once: what is posted stands there once, however often it is asked for and whatever becomes of the answer.

Four things see to it. All who ask for the same post share one try. A try carries a nonce, by which Discord knows it
again for some minutes. A later try looks for the post first. And where Discord takes no nonce, a request is not
repeated that may have done its deed.
"""

from __future__ import annotations

import asyncio
import base64
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, TypeVar

import discord

from handlers.addresses.custom_id import custom_id
from handlers.cards.layout import Button, Card
from handlers.refusals import NoAnswerError
from handlers.replies import send, view_of
from handlers.requests import NO_ANSWER, counting_requests

T = TypeVar("T")


LOOKED_THROUGH = 100
"""Messages of a channel that are looked through for a post: its newest, and the first that can be it."""


ANSWER_SECONDS = 10.0
"""Seconds after which whoever pressed a button is told that Discord does not answer; the try goes on."""


KEYS_KEPT = 1_000
"""Answers to interactions, the newest, that are known to be posted or that may be."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A post: `key` tells it from every other one, `since` is the id of a message that it comes after.

    `replies_to` is the id of a message in the same channel.
    """

    card: Card
    key: str
    since: int
    replies_to: int | None = None


class Once:
    """The posts that this process is sending.

    Whoever asked may give up; the try itself goes on. discord.py must not be cancelled while it sleeps through a rate
    limit of all routes: it would never note that the limit is over, and every later request would wait for that.
    """

    def __init__(self) -> None:
        self._running: dict[str, asyncio.Task[Any]] = {}
        self._surely_posted: OrderedDict[str, bool] = OrderedDict()

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

    async def post(self, channel: discord.PartialMessageable, outgoing: Outgoing) -> discord.Message:
        """The message that is posted, or was by an earlier try.

        Raises NoAnswerError, or HTTPException where Discord refuses.
        """
        return await self._share_in_time(outgoing.key, lambda: _post_once(channel, outgoing))

    async def follow_up(self, interaction: discord.Interaction, outgoing: Outgoing) -> None:
        """Answer an acknowledged interaction for all to see, which needs no permission in the channel.

        Raises NoAnswerError, or HTTPException where Discord refuses.
        """
        await self._share_in_time(outgoing.key, lambda: self._follow_up(interaction, outgoing))

    async def _share_in_time(self, key: str, make: Callable[[], Coroutine[Any, Any, T]]) -> T:
        try:
            return await self.share(key, make, ANSWER_SECONDS)
        except NO_ANSWER as error:
            raise NoAnswerError from error

    async def _follow_up(self, interaction: discord.Interaction, outgoing: Outgoing) -> None:
        sure = self._surely_posted.get(outgoing.key)
        if sure or (sure is False and await _stands_there(interaction, outgoing)):
            return
        self._remember_outcome(outgoing.key, sure=False)
        try:
            with counting_requests(most=1):
                await send(interaction, outgoing.card, private=False)
        except NO_ANSWER:
            if not await _stands_there(interaction, outgoing):
                raise
        except discord.HTTPException:
            self._surely_posted.pop(outgoing.key)
            raise
        self._remember_outcome(outgoing.key, sure=True)

    def _remember_outcome(self, key: str, *, sure: bool) -> None:
        self._surely_posted[key] = sure
        if len(self._surely_posted) > KEYS_KEPT:
            self._surely_posted.popitem(last=False)


def here(interaction: discord.Interaction) -> discord.PartialMessageable:
    """The channel in which it was asked."""
    return interaction.client.get_partial_messageable(interaction.channel_id or 0, guild_id=interaction.guild_id)


async def _stands_there(interaction: discord.Interaction, outgoing: Outgoing) -> bool:
    return await _find_post(here(interaction), outgoing) is not None


def _mark_of(card: Card) -> str | None:
    """The custom_id of the card's first button, by which a post of it is found again; None where it has no button."""
    buttons = (each for frame in card.frames for each in frame.buttons if isinstance(each, Button))
    first = next(buttons, None)
    return None if first is None else custom_id(first.verb, first.slot, first.address)


async def _post_once(channel: discord.PartialMessageable, outgoing: Outgoing) -> discord.Message:
    options: dict[str, Any] = {"view": view_of(outgoing.card), "nonce": nonce_of(outgoing.key)}
    if outgoing.replies_to is not None:
        options["reference"] = discord.MessageReference(message_id=outgoing.replies_to, channel_id=channel.id)
        options["mention_author"] = False
    found = await _find_post(channel, outgoing)
    if found is not None:
        return found
    try:
        return await channel.send(**options)
    except NO_ANSWER:
        found = await _find_post(channel, outgoing)
        if found is None:
            raise
        return found


async def _find_post(channel: discord.PartialMessageable, outgoing: Outgoing) -> discord.Message | None:
    """The post, if it stands there; None also where the channel cannot be read: then the nonce alone is left."""
    mark = _mark_of(outgoing.card)
    if mark is None:
        return None
    since = discord.Object(outgoing.since)
    try:
        async for message in channel.history(limit=LOOKED_THROUGH):
            if message.id > since.id and _is_it(message, outgoing, mark):
                return message
        async for message in channel.history(limit=LOOKED_THROUGH, after=since, oldest_first=True):
            if _is_it(message, outgoing, mark):
                return message
    except (discord.Forbidden, discord.NotFound):
        return None
    return None


def _is_it(message: discord.Message, outgoing: Outgoing, mark: str) -> bool:
    replies_to = message.reference.message_id if message.reference else None
    return replies_to == outgoing.replies_to and is_marked(message, mark)


def nonce_of(key: str) -> str:
    """A key within the 25 characters that Discord takes."""
    return base64.urlsafe_b64encode(blake2b(key.encode(), digest_size=15).digest()).decode()


def is_marked(message: discord.Message, mark: str) -> bool:
    return any(custom_id.startswith(mark) for custom_id in _custom_ids(message.components))


def _custom_ids(components: Iterable[Any]) -> Iterator[str]:
    """The ids of a message's buttons, however deep they are."""
    for component in components:
        if custom_id := getattr(component, "custom_id", None):
            yield custom_id
        yield from _custom_ids(getattr(component, "children", ()))
