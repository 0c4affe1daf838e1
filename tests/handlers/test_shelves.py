"""Episodes that one server adds are never seen in another: by no command, offer, button or forgery."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import discord
import pytest
from discord import app_commands

from config.servers import Servers
from tests import limits
from tests.handlers.stage import Seen, Stage, seen, set_up
from tests.transcript.shelving import Room

OPERATORS = "(00:00) Ann Li:\nThe old crane stands on the bridge since spring, and nobody knows whose it is.\n"


OWN = "(00:00) Cy Fo:\nThe submarine was painted yellow before anybody had thought of the song.\n"


SECRET = "yellow"
"""A word that is said on the other server's shelf alone, and that no test types."""


TITLE, SPEAKER = "Nautilus Diaries", "Cy Fo"


ASKED: dict[str, list[dict[str, Any]]] = {
    "quote": [
        {"text": "submarine was painted"},
        {"text": "the crane", "speaker": SPEAKER},
        {"text": "submarine", "episode": "SLUG"},
        {"text": "\u203aADDRESS"},
    ],
    "random": [{}, {"speaker": SPEAKER}, {"episode": "SLUG"}, {"episode": TITLE}],
    "chapters": [{}, {"episode": "SLUG"}, {"episode": TITLE}],
    "chapter": [{"name": "1"}, {"name": "SLUG#1"}, {"name": "1", "episode": "SLUG"}],
    "at": [{"time": "0:01"}, {"time": "0:01", "episode": "SLUG"}, {"time": "0:01", "episode": TITLE}],
    "when": [{"topic": "submarine"}, {"topic": "song", "episode": "SLUG"}, {"topic": "song", "speaker": SPEAKER}],
    "episodes": [{}],
    "verify": [
        {"claim": "The submarine was painted green before anybody had thought of the song"},
        {"claim": "The submarine was painted red before anybody had thought", "speaker": SPEAKER},
    ],
    "help": [{}],
    "today": [{}],
    "follow add": [
        {"phrase": "submarine was painted", "to": "this channel"},
        {"speaker": SPEAKER, "to": "this channel"},
        {"phrase": "submarine"},
    ],
    "follow list": [{}],
    "follow stop": [{"which": "submarine"}],
    "daily start": [
        {"time": "9", "timezone": "UTC", "channel": "CHANNEL", "episode": "SLUG"},
        {"time": "9", "timezone": "UTC", "channel": "CHANNEL", "speaker": SPEAKER},
        {"time": "9", "timezone": "UTC", "channel": "CHANNEL"},
    ],
    "daily status": [{}],
    "daily preview": [{}],
    "daily edit": [{}, {"episode": "SLUG"}, {"speaker": SPEAKER}],
    "daily now": [{}, {}, {}, {}],
    "daily skip": [{}],
    "daily stop": [{}],
}
"""Each command, asked for what the other server has; in this order, since some need what others set up."""


@pytest.fixture
async def stage(tmp_path: Path, servers: Servers) -> AsyncIterator[Stage]:
    """A server that has nothing of its own; beside it one that has."""
    room = Room(tmp_path)
    room.put("crane.txt", OPERATORS)
    room.keep()
    async with set_up(room.shelves, servers) as stage:
        stage.there = stage.env.create_guild("Another server")  # type: ignore[attr-defined]  # this module's own
        room.add(stage.there.id, TITLE, OWN)  # type: ignore[attr-defined]  # likewise
        room.keep()
        yield stage


@pytest.fixture
def owner(stage: Stage) -> Any:
    return member_of(stage.guild, stage, "ola")


def member_of(guild: Any, stage: Stage, name: str) -> Any:
    managing = discord.Permissions(manage_guild=True, manage_messages=True)
    role = guild.create_role("Owners", permissions=managing)
    return guild.add_member(stage.env.create_user(name), roles=[role])


def slug_there(stage: Stage) -> str:
    library = stage.bot.desk.answers_in(stage.there.id).library  # type: ignore[attr-defined]  # likewise
    return next(episode.slug for episode in library.episodes if episode.title == TITLE)


def commands_of(stage: Stage) -> dict[str, app_commands.Command[Any, Any, Any]]:
    every = stage.bot.tree.walk_commands()
    return {command.qualified_name: command for command in every if isinstance(command, app_commands.Command)}


def assert_nothing_told(answer: Seen) -> None:
    assert SECRET not in f"{answer.text} {answer.files} {answer.alt} {answer.buttons} {answer.links}".lower()


def filled(options: dict[str, Any], stage: Stage, channel: Any) -> dict[str, Any]:
    slug = slug_there(stage)
    made = {"CHANNEL": channel}
    return {
        name: made.get(value, value.replace("SLUG", slug) if isinstance(value, str) else value)
        for name, value in options.items()
    }


async def test_no_command_is_forgotten_here(stage: Stage) -> None:
    assert {name for name in commands_of(stage) if not name.startswith(OWN_COMMANDS)} == set(ASKED)


OWN_COMMANDS = ("library ",)
"""Commands that show a server its own sources, from rows that are read by its id."""


async def test_no_command_answers_with_what_another_server_has(stage: Stage, owner: Any) -> None:
    for name, questions in ASKED.items():
        for options in questions:
            result = await owner.slash(stage.channel, name, **filled(options, stage, stage.channel))
            for response in filter(None, (result.response, *result.followups)):
                assert_nothing_told(seen(response))
    for message in stage.channel.history():
        assert SECRET not in f"{message.content} {message.components}".lower()


async def test_no_offer_while_typing_has_what_another_server_has(stage: Stage, owner: Any) -> None:
    offered = 0
    for name, command in commands_of(stage).items():
        for parameter in command.parameters:
            if not parameter.autocomplete:
                continue
            for typed in ("", "subm", "submarine was painted", TITLE, SPEAKER):
                choices = await owner.autocomplete(stage.channel, name, parameter.name, typed)
                shown = " ".join(f"{choice['name']} {choice['value']}" for choice in choices)
                assert all(word not in shown for word in (SECRET, TITLE, SPEAKER)), (name, parameter.name, typed)
                offered += len(choices)
    assert offered > 10


async def test_a_button_or_a_forgery_that_leads_to_another_servers_episode_is_gone(stage: Stage) -> None:
    there = stage.there.create_text_channel("quotes")  # type: ignore[attr-defined]  # likewise
    reader = member_of(stage.there, stage, "rae")  # type: ignore[attr-defined]  # likewise
    taken: dict[str, str] = {}
    for command, options in (
        ("quote", {"text": "submarine was painted yellow before anybody"}),
        ("random", {"episode": TITLE}),
        ("at", {"time": "0:01", "episode": TITLE}),
        ("when", {"topic": "yellow", "episode": TITLE}),
        ("verify", {"claim": "The submarine was painted green before anybody had thought of the song"}),
    ):
        result = await reader.slash(there, command, **options)
        answer = seen(result.response)
        assert SECRET in f"{answer.text} {answer.alt}".lower(), command
        for custom_id in custom_ids(result.response):
            taken[custom_id] = command
    assert len(taken) > 3
    for custom_id, command in taken.items():
        planted = await stage.plant(custom_id)
        result = await stage.alice.click(planted.message, custom_id=custom_id)
        for response in filter(None, (result.response, *result.followups)):
            assert_nothing_told(seen(response))
        assert result.acknowledged, (command, custom_id)


def custom_ids(response: Any) -> list[str]:
    return [each["custom_id"] for each in limits.walk(response.components) if "custom_id" in each]


async def test_in_direct_messages_there_are_the_operators_episodes(stage: Stage) -> None:
    library = stage.bot.desk.answers_in(None).library
    assert [episode.title for episode in library.episodes] == ["crane"]


async def test_the_server_that_added_it_sees_it_at_once(stage: Stage) -> None:
    there = stage.there.create_text_channel("quotes")  # type: ignore[attr-defined]  # likewise
    reader = member_of(stage.there, stage, "rae")  # type: ignore[attr-defined]  # likewise
    result = await reader.slash(there, "episodes")
    assert {TITLE, "crane"} <= {line.strip("*") for line in seen(result.response).lines}
