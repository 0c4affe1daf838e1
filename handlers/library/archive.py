"""A server's own transcripts in ZIP archives, none larger than Discord takes."""

from __future__ import annotations

import asyncio
import re
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import discord

from config.library.sources import Sources
from config.library.tables import Item, Source
from config.state import DatabaseAwayError
from handlers.cards.library import exported_text
from handlers.library.refusals import NothingOwnError
from handlers.refusals import UnavailableError
from handlers.texts import Texts

MARGIN = 0.95
"""The part of Discord's limit that is filled: a request has more in it than the file."""


ENTRY_BYTES = 400
"""Bytes that an entry of an archive takes beside its content, with both copies of its name."""


LONGEST_NAME = 100
"""Characters of a file's name, which in UTF-8 fit into every system's limit of 255 bytes but for the rarest scripts."""


_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\ud800-\udfff]')
"""Characters that some system does not allow in a file's name."""


@dataclass
class Part:
    """An archive that is being filled."""

    buffer: BytesIO = field(default_factory=BytesIO)
    size: int = 0
    files: int = 0

    def add(self, name: str, content: bytes) -> None:
        with ZipFile(self.buffer, "a", ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        self.files += 1


async def send_archive(interaction: discord.Interaction, sources: Sources, guild_id: int, texts: Texts) -> None:
    """Send the files of a server as they were fetched or uploaded. Raises NothingOwnError where there are none."""
    number, too_large = 0, 0
    try:
        async for part, lost in parts_of(sources, guild_id, int(interaction.filesize_limit * MARGIN)):
            number, too_large = number + 1, too_large + lost
            file = discord.File(BytesIO(part.buffer.getvalue()), f"transcripts-{number}.zip")
            words = exported_text(number, part.files, lost, texts)
            await interaction.followup.send(words, file=file, ephemeral=True)
    except DatabaseAwayError as error:
        raise UnavailableError from error
    if not number:
        raise NothingOwnError


async def parts_of(sources: Sources, guild_id: int, most: int) -> AsyncIterator[tuple[Part, int]]:
    """Archives of at most so many bytes, each with the number of files before it that do not fit into any."""
    part, lost, taken = Part(), 0, set[str]()
    async for source, item, content in sources.export(guild_id):
        chapters = await sources.content(item.chapters) if item.chapters else None
        name = _file_name(source, item, taken)
        for each, held in ((name, content), (f"{name.rpartition('.')[0]}.chapters.json", chapters)):
            if held is None:
                continue
            size = ENTRY_BYTES + len(each.encode()) * 2 + await asyncio.to_thread(_compressed_size, held)
            if size > most:
                lost += 1
                continue
            if part.size + size > most:
                yield part, lost
                part, lost = Part(), 0
            await asyncio.to_thread(part.add, each, held)
            part.size += size
    if part.files or lost:
        yield part, lost


def _compressed_size(content: bytes) -> int:
    return len(zlib.compress(content))


def _file_name(source: Source, item: Item, taken: set[str]) -> str:
    """A name for an item's file: an uploaded one's own, else its date and title; none twice."""
    folder = fit_name(source.show or "show")
    if item.file_name:
        stem, dot, ending = item.file_name.rpartition(".")
        stem, ending = (stem, dot + ending) if dot else (ending, "")
    else:
        stem, ending = " ".join(filter(None, (item.date, item.title))), item.ending or ".txt"
    stem, number = fit_name(stem), 1
    name = f"{folder}/{stem}{fit_name(ending, '')}"
    while name.casefold() in taken:
        number += 1
        name = f"{folder}/{stem} {number}{fit_name(ending, '')}"
    taken.add(name.casefold())
    return name


def fit_name(written: str, otherwise: str = "transcript") -> str:
    """A stranger's text as the name of a file or a folder on any system."""
    return _UNFIT.sub("_", written)[:LONGEST_NAME].rstrip(" .") or otherwise
