"""A server's sources and episodes, as choices to offer and as what was typed.

A choice's value is `#` and the row's id: names may be alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import discord
from discord.app_commands import Choice

from config.library.sources import Sources
from config.library.tables import Item, Source
from handlers.cards import limits
from handlers.cards.markdown import visible
from handlers.deadline import in_time
from handlers.library.refusals import UnknownItemError, UnknownSourceError
from handlers.options import choices
from handlers.refusals import UnavailableError
from handlers.rights import may_manage


async def source_choices(sources: Sources, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
    """The server's sources whose show or address has what was typed."""
    if not may_manage(interaction):
        return []
    found: Sequence[Source] = []
    with suppress(UnavailableError):
        found = await in_time(sources.sources(interaction.guild_id or 0))
    return choices((_name_of(one), f"#{one.id}") for one in found if typed.casefold() in _name_of(one).casefold())


async def episode_choices(
    sources: Sources, interaction: discord.Interaction, typed: str, *, uploads: bool = False
) -> list[Choice[str]]:
    """The server's episodes whose title has what was typed; of uploaded files alone, or also of feeds."""
    if not may_manage(interaction):
        return []
    found: Sequence[Item] = []
    with suppress(UnavailableError):
        finding = sources.find_items(interaction.guild_id or 0, typed.strip(), limits.CHOICES, uploads=uploads)
        found = await in_time(finding)
    return choices((_label_of(item), f"#{item.id}") for item in found)


def named_source(sources: Sequence[Source], typed: str) -> Source:
    """The source that was chosen, or whose show or address was typed. Raises UnknownSourceError."""
    chosen = _id_in(typed)
    name = visible(typed).casefold()
    found = [one for one in sources if chosen == one.id or name in (_name_of(one).casefold(), one.address.casefold())]
    if not found:
        raise UnknownSourceError(typed, [_name_of(one) for one in sources])
    return found[0]


async def named_episode(sources: Sources, guild_id: int, typed: str) -> Item:
    """The episode of a server that was chosen, or the newest whose title has what was typed.

    Raises UnknownItemError: also for another server's.
    """
    chosen = _id_in(typed)
    if chosen is not None:
        item = await sources.item_of(guild_id, chosen)
    else:
        item = next(iter(await sources.find_items(guild_id, visible(typed), 1)), None)
    if item is None:
        raise UnknownItemError(typed)
    return item


def _id_in(typed: str) -> int | None:
    digits = typed.strip().removeprefix("#")
    fits = typed.strip().startswith("#") and digits.isascii() and digits.isdigit() and len(digits) < 19
    return int(digits) if fits else None


def _name_of(source: Source) -> str:
    return visible(source.show or source.address)


def _label_of(item: Item) -> str:
    hidden = "🙈" if item.hidden else None
    return " · ".join(filter(None, (hidden, item.date, visible(item.title))))
