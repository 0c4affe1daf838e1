"""The options of `/daily start`: understanding them, and offering choices while typing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

import discord
from discord import app_commands
from discord.app_commands import Choice

from config import timezones
from config.phrases import parse_days, parse_time
from config.schedule import zone_info
from config.timezones import zone_label
from handlers.cards import limits
from handlers.options import choices
from handlers.refusals import BadDaysError, BadHourError, UnknownZoneError
from transcript.language.normalise import fold
from transcript.models import Language

CHANNELS = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.news_thread,
]


MOST_ALIKE = 5
"""Zones that are offered for a name that may be theirs."""


ANY = "*"
"""Of an option that narrows the quotes: all of them again."""


OFFERED_DAYS: dict[Language, tuple[str, ...]] = {
    "en": ("every day", "weekdays", "weekends", "mon,wed,fri", "tue,thu", "mon", "fri", "sat", "sun"),
    "zh": ("每天", "工作日", "周末", "周一、周三、周五", "周二、周四", "周一", "周五", "周六", "周日"),
}


Chosen = app_commands.AppCommandChannel | app_commands.AppCommandThread


class ChannelOption(app_commands.Transformer):
    """A channel as it was picked, whether or not the bot can see it: what it lacks there is told, not refused."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        return CHANNELS

    async def transform(self, _interaction: discord.Interaction, value: Chosen, /) -> Chosen:
        return value


Channel = app_commands.Transform[Chosen, ChannelOption]


def minute_of(typed: str) -> int:
    try:
        return parse_time(fold(typed))
    except ValueError as error:
        raise BadHourError(typed) from error


def days_of(typed: str | None) -> frozenset[int]:
    """None at all where nothing was typed."""
    if typed is None or not typed.strip():
        return frozenset()
    try:
        return parse_days(fold(typed))
    except ValueError as error:
        raise BadDaysError(typed) from error


async def zone_of(typed: str) -> str:
    found = await asyncio.to_thread(timezones.zone, fold(typed))
    if found is None:
        alike = await asyncio.to_thread(timezones.zones, fold(typed), MOST_ALIKE) if typed.strip() else []
        commonest = [] if alike else await asyncio.to_thread(timezones.zones, "", limits.CHOICES)
        raise UnknownZoneError(typed, alike or commonest, is_like=bool(alike))
    return found


async def zone_choices(typed: str, now: datetime) -> list[Choice[str]]:
    """Zones with the time there now, so that one sees at once whether it is one's own."""
    found = await asyncio.to_thread(timezones.zones, fold(typed), limits.CHOICES)
    return choices((f"{zone_label(zone)} · {now.astimezone(zone_info(zone)):%H:%M}", zone) for zone in found)


def day_choices(typed: str, language: Language) -> list[Choice[str]]:
    wanted = fold(typed).casefold().strip()
    return choices((each, each) for each in OFFERED_DAYS[language] if wanted in each)


def with_any(label: str, typed: str, offered: Sequence[Choice[str]]) -> list[Choice[str]]:
    """The choices, and before them, while nothing is typed, the one that means all."""
    return [*offered] if typed else [Choice(name=label, value=ANY), *offered][: limits.CHOICES]
