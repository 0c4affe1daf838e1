"""The user who asked for an answer, as its message carries them: in the numbers of its first two components.

Discord lets a bot number its components, with 32 bits each, and gives the numbers back with the message. So the id
needs no memory, and no room in a custom_id.
"""

from __future__ import annotations

import discord
from discord import ui

_LARGEST = 2**31 - 1
"""The largest number of a component, by Discord's API. Two of them hold the id of a user until the year 2050."""


_MOST_COMPONENTS = 40
"""Components of a message: Discord numbers those from 1 on that the bot did not number."""


def number_by_asker(view: ui.LayoutView, user_id: int) -> None:
    """Number the first component of a view, a container, and the first one in it by the id of who asked."""
    high, low = divmod(user_id, _LARGEST)
    first = view.children[0]
    if isinstance(first, ui.Container) and high < _LARGEST and high != low and high >= _MOST_COMPONENTS:
        first.id, first.children[0].id = high + 1, low + 1


def asker_of(message: discord.Message) -> int | None:
    """The id of the user who asked for an answer of the bot's; None where nobody did."""
    first = message.components[0] if message.components else None
    if isinstance(first, discord.Container) and first.children and (first.id or 0) > _MOST_COMPONENTS:
        low: int = getattr(first.children[0], "id", None) or 1
        return ((first.id or 0) - 1) * _LARGEST + low - 1
    asked = message.interaction_metadata
    return asked.user.id if asked else None
