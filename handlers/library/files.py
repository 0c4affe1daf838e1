"""Transcript files that a server's owner uploads: a form for one to ten of them, and taking them in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from secrets import token_hex

import discord
from discord import ui

from config.library.rows import FULL, QuotaError, Quotas
from config.library.sources import Sources
from config.library.tables import Source
from handlers.buttons import report_error
from handlers.cards.library import Refused
from handlers.cards.markdown import visible
from handlers.client import client_of
from handlers.deadline import ACKNOWLEDGED, in_time
from handlers.library.progress import Following
from handlers.library.refusals import NotLibraryManagerError
from handlers.requests import acknowledge_interaction
from handlers.rights import assert_may_manage
from handlers.texts import Texts
from transcript.feeds import Cause, Fault
from transcript.formats import MAX_BYTES

MOST_FILES = 10
"""Files of one form, by Discord's limit."""


LONGEST_SHOW = 100
"""Characters of a show's name."""


class FilesForm(ui.Modal):
    """Asks for files and the show that they are of."""

    def __init__(
        self,
        sources: Sources,
        quotas: Quotas,
        following: Following,
        clock: Callable[[], datetime],
        show: str | None,
        texts: Texts,
    ) -> None:
        # Discord sends back what each form is called: two members' must not be called alike, nor as another kind is.
        super().__init__(title=texts("Add transcripts"), timeout=900, custom_id=f"files-{token_hex(8)}")
        self._sources = sources
        self._quotas = quotas
        self._following = following
        self._clock = clock
        self.files: ui.FileUpload[ui.Modal] = ui.FileUpload(custom_id="files", min_values=1, max_values=MOST_FILES)
        self.show: ui.TextInput[ui.Modal] = ui.TextInput(
            custom_id="show", required=False, max_length=LONGEST_SHOW, default=show
        )
        about = texts("WebVTT, SRT, JSON, text and more; each at most {count} MB", count=MAX_BYTES // 2**20)
        self.add_item(ui.Label(text=texts("Files"), description=about, component=self.files))
        named = texts("What people call it; left out, this server's name")
        self.add_item(ui.Label(text=texts("Show"), description=named, component=self.show))

    async def on_submit(self, interaction: discord.Interaction, /) -> None:
        interactions = client_of(interaction).interactions
        interactions.begin(interaction, "form Files")
        assert_may_manage(interaction, NotLibraryManagerError)
        await acknowledge_interaction(interaction, thinking=True)
        now, guild = self._clock(), interaction.guild
        name = visible(self.show.value) or visible(guild.name if guild else "")[:LONGEST_SHOW] or "?"
        adding = self._sources.add_show(interaction.guild_id or 0, name, interaction.user.id, now)
        source, is_new = await in_time(adding, ACKNOWLEDGED)
        refused = [each for file in self.files.values if (each := await self._keep_file(file, source, now)) is not None]
        if is_new and len(refused) == len(self.files.values):
            await in_time(self._sources.remove_source(source.guild_id, source.id), ACKNOWLEDGED)
        await self._following.begin(interaction, [source], refused=refused)
        interactions.end(interaction, "answered")

    async def _keep_file(self, file: discord.Attachment, source: Source, now: datetime) -> Refused | None:
        """Keep a file; or why it was not taken."""
        if file.size > MAX_BYTES:
            return Refused(file.filename, str(Fault(Cause.LARGE, MAX_BYTES // 2**20)))
        try:
            content = await file.read()
            await in_time(self._sources.add_file(source.id, file.filename, content, now, self._quotas), ACKNOWLEDGED)
        except QuotaError as error:
            return Refused(file.filename, FULL if error.what == "episodes" else str(Cause.MEGABYTES))
        except (discord.HTTPException, OSError):
            return Refused(file.filename, str(Cause.DAMAGED))
        return None

    async def on_error(  # type: ignore[override] # as discord.py's own Modal has it
        self, interaction: discord.Interaction, error: Exception, /
    ) -> None:
        await report_error(interaction, error)
