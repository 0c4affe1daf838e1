"""`/help`: what there is for who asks, with examples that lead somewhere."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import discord
from discord import app_commands

from bot.client import Operation, Pullquote
from bot.preview.page import MADE_UP
from config.servers import Servers
from handlers.cards.help import EXAMPLES, Links
from tests.conftest import MakeLibrary
from tests.handlers.stage import Stage, running, seen, set_up, speaking
from tests.transcript.languages import FILES
from transcript.library import Library


async def test_help_shows_a_member_what_members_use_in_groups_with_examples(stage: Stage) -> None:
    answer = await stage.ask("help")
    assert answer.private
    ids = stage.bot.command_ids
    headings = [line for line in answer.lines if line.startswith("**") and line.endswith("**")]
    assert headings == ["**Find**", "**Check**", "**Follow**", "**A quote every day**", "**Episodes**"]
    quote = (
        f"</quote:{ids['quote']}> Find the real words of a quote you half remember · `text:soldier balls would crack`"
    )
    assert answer.lines[2] == quote
    assert "**Check quote** in a message's menu, under Apps" in answer.lines
    assert "</today:" in answer.text
    assert "</daily" not in answer.text
    with speaking("zh-CN"):
        chinese = await stage.ask("help")
        assert "找出你依稀记得的那句话的原文" in chinese.text
        assert "**核查引文**" in chinese.text


async def test_help_shows_an_owner_every_command_to_tap(stage: Stage, owner: Any) -> None:
    answer = await stage.ask("help", by=owner)
    every = [command for command in stage.bot.tree.walk_commands() if command.name != "help"]
    commands = [command for command in every if isinstance(command, app_commands.Command)]
    ids = stage.bot.command_ids
    for command in commands:
        root = (command.root_parent or command).name
        assert f"</{command.qualified_name}:{ids[root]}> {command.description}" in answer.text
    assert "**A quote every day**" in answer.lines


async def test_every_command_has_its_place_in_the_help(stage: Stage) -> None:
    commands = [each for each in stage.bot.tree.walk_commands() if isinstance(each, app_commands.Command)]
    menus = stage.bot.tree.get_commands(type=discord.AppCommandType.message)
    names = {each.qualified_name for each in commands} | {menu.name for menu in menus}
    assert names - EXAMPLES.keys() == {"help"}


async def test_help_leads_to_what_the_operator_has_set(library: Library, servers: Servers) -> None:
    links = Links("https://discord.com/oauth2/authorize?client_id=1", None, "https://example.org/privacy")
    bot = Pullquote(library, servers, rng=Random(1), operation=Operation(links=links))
    async with running(bot) as env:
        guild = env.create_guild()
        member = guild.add_member(env.create_user("ann"))
        answer = seen((await member.slash(guild.create_text_channel("quotes"), "help")).response)
    assert answer.links == {"Invite": links.invite, "Privacy": links.privacy}


def examples_in(text: str) -> dict[str, dict[str, str]]:
    """The options of each example of the help, by its command."""
    found = re.findall(r"^</([a-z ]+):\d+> .* · `(.+)`$", text, re.MULTILINE)
    return {command: dict(re.findall(r"(\w+):(.+?)(?= \w+:|$)", typed)) for command, typed in found}


EVERY_EXAMPLE = {command for command, (_, typed) in EXAMPLES.items() if typed}


async def assert_examples_lead_somewhere(stage: Stage, owner: Any) -> set[str]:
    """Runs each example of the help as it stands there; the commands that had one."""
    shown = examples_in((await stage.ask("help", by=owner)).text)
    refused = await stage.ask("at", time="soon")
    for command, options in shown.items():
        given: dict[str, Any] = dict(options)
        if name := given.pop("channel", None):
            given["channel"] = stage.guild.create_text_channel(name.removeprefix("#"))
        answer = await stage.ask(command, by=owner, **given)
        assert answer.text, command
        assert f"-# /{command}" not in answer.lines, answer.text  # as a refusal shows what was typed
        assert "Did you mean" not in answer.text
    assert "-# /at" in refused.lines
    return set(shown)


async def test_each_example_leads_somewhere(stage: Stage, owner: Any) -> None:
    assert await assert_examples_lead_somewhere(stage, owner) == EVERY_EXAMPLE


async def test_each_example_is_of_the_episodes_that_there_are(make_library: MakeLibrary, servers: Servers) -> None:
    for files in (FILES, {"light.txt": (MADE_UP / "2025-06-02-keeping-a-light.txt").read_text(encoding="utf-8")}):
        async with set_up(make_library(files), servers) as stage:
            role = stage.guild.create_role("Owners", permissions=discord.Permissions(manage_guild=True))
            owner = stage.guild.add_member(stage.env.create_user("ola"), roles=[role])
            found = await assert_examples_lead_somewhere(stage, owner)
            assert {"quote", "when", "at", "chapters", "follow add"} <= found
