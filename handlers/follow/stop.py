"""The button under a message of a follow that ends it."""

from __future__ import annotations

import re

import discord

from handlers.buttons import Reporting, mark_done
from handlers.cards.follow import STOP
from handlers.client import client_of
from handlers.deadline import ACKNOWLEDGED, in_time
from handlers.refusals import NotYourFollowError
from handlers.requests import acknowledge_interaction
from handlers.rights import may_moderate
from handlers.texts import texts_for


class StopButton(
    Reporting,
    template=re.compile(rf"{STOP}(?P<follow>\d{{1,18}})"),
):
    async def pressed(self, interaction: discord.Interaction) -> None:
        follows = client_of(interaction).servers
        follow_id = int(self.custom_id[len(STOP) :])
        await acknowledge_interaction(interaction)
        follow = await in_time(follows.follow(follow_id), ACKNOWLEDGED)
        if follow is not None:  # else it has ended already
            here = follow.guild_id is not None and follow.guild_id == interaction.guild_id and may_moderate(interaction)
            if interaction.user.id != follow.user_id and not here:
                raise NotYourFollowError
            await in_time(follows.end_follow(follow_id), ACKNOWLEDGED)
        texts = texts_for(interaction)
        await mark_done(interaction, self.item, texts("Stopped"))
