"""The buttons of an owner's answers: refuse a quote to come, let a post come after all, delete what is kept."""

from __future__ import annotations

import re
from datetime import date

import discord

from config.history import Place
from handlers.buttons import Reporting
from handlers.cards.daily.posts_to_come import forgotten_card, preview_card, stopped_card, unskipped_card
from handlers.client import client_of
from handlers.daily.base import chosen_in
from handlers.daily.episode_names import slug_of, stored_name
from handlers.deadline import ACKNOWLEDGED, in_time
from handlers.refusals import NotManagerError
from handlers.replies import turn
from handlers.rights import assert_may_manage
from handlers.texts import texts_for
from transcript.library import quotes


class RefuseComingButton(
    Reporting,
    template=re.compile(r"3p(?P<episode>[0-9a-f]{10})\.(?P<place>\d{1,9}\.\d{1,9})\.(?P<language>[\w-]{1,8})"),
):
    """Refuses a quote of the preview, and shows the preview as it is then."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        assert_may_manage(interaction, NotManagerError)
        client = client_of(interaction)
        episode, segment, first, language = self.custom_id[2:].split(".")
        server = await in_time(chosen_in(client.servers, interaction))
        library = client.desk.answers_in(server.guild_id).library
        slug = slug_of(library, f"#{episode}")
        if library.episode(slug) is not None:
            where = (int(segment), int(first))
            here = (one.words for one in quotes(library, slug, language) if (one.segment, one.span[0]) == where)
            place = Place(stored_name(library, slug), *where, language, next(here, None))
            await in_time(client.servers.refuse(server.guild_id, place))
        coming = await in_time(client.posting.coming(server, client.clock()))
        await turn(interaction, preview_card(coming, texts_for(interaction)))


class UnskipButton(Reporting, template=re.compile(r"3u(?P<day>\d{6,7})")):
    """Lets the post of a date come after all."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        assert_may_manage(interaction, NotManagerError)
        client = client_of(interaction)
        day = date.fromordinal(min(int(self.custom_id[2:]), date.max.toordinal()))
        due = await in_time(client.servers.unskip(interaction.guild_id or 0, day, client.clock()))
        await turn(interaction, unskipped_card(due, texts_for(interaction)))


class ForgetButton(Reporting, template=re.compile(r"3f")):
    """Deletes all that is kept of the server."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        assert_may_manage(interaction, NotManagerError)
        servers, texts = client_of(interaction).servers, texts_for(interaction)
        found = await in_time(servers.forget(interaction.guild_id or 0), ACKNOWLEDGED)
        await turn(interaction, forgotten_card(texts) if found else stopped_card(running=False, texts=texts))
