"""`/library` is for those who manage a server, and for its own episodes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bot.feeds.shows import spoken
from tests.handlers.managers import helper_despite_settings
from tests.handlers.stage import Stage, seen

COMMANDS: dict[str, dict[str, str]] = {"add": {"feed": "https://feeds.example/"}, "list": {}, "remove": {"source": "a"},
                                       "hide": {"episode": "a"}, "refresh": {}, "shared": {"answers": "off"},
                                       "export": {}}  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
async def test_nobody_but_managers_can_use_it(stage: Stage, name: str) -> None:
    helper = await helper_despite_settings(stage, "library")
    answer = await stage.ask(f"library {name}", by=helper, **COMMANDS[name])
    assert answer.private
    assert answer.text == "Only those who may manage this server can change its library."
    if name in ("list", "remove", "hide"):
        await stage.bot.sources.add_show(stage.guild.id, "A secret", 1, stage.clock())
        option = "episode" if name == "hide" else "source"
        assert await helper.autocomplete(stage.channel, f"library {name}", option, "") == []


async def test_a_form_is_refused_to_who_may_not_manage_any_more(stage: Stage, owner: Any) -> None:
    shown = await owner.slash(stage.channel, "library add")
    guild = stage.bot.get_guild(stage.guild.id)
    assert guild is not None
    member = await guild.fetch_member(owner.id)
    await member.remove_roles(*member.roles[1:])
    result = await owner.submit_modal(shown, {"files": [("a.vtt", spoken("One."))], "show": ""})
    assert seen(result.response).text == "Only those who may manage this server can change its library."
    assert await stage.bot.sources.sources(stage.guild.id) == []


async def test_another_servers_sources_and_episodes_are_out_of_reach(stage: Stage, owner: Any) -> None:
    theirs, _ = await stage.bot.sources.add_show(4242, "Secret", 1, stage.clock())
    held = await stage.bot.sources.add_file(theirs.id, "secret.vtt", spoken("A secret."), stage.clock())
    assert held is not None
    for options in ({"source": f"#{theirs.id}"}, {"source": "Secret"}, {"episode": f"#{held.id}"}, {"episode": "sec"}):
        answer = await stage.ask("library remove", by=owner, **options)
        assert answer.text.startswith("This server has no "), options
    for typed in (f"#{held.id}", "secret"):
        assert (await stage.ask("library hide", by=owner, episode=typed)).text.startswith("This server has no episode")
    assert (await stage.ask("library list", by=owner, source=f"#{theirs.id}")).text.startswith(
        "This server has no feed"
    )
    assert (await stage.ask("library export", by=owner)).text.startswith("This server has no episodes of its own.")
    for command, option in (("list", "source"), ("remove", "source"), ("remove", "episode"), ("hide", "episode")):
        assert await owner.autocomplete(stage.channel, f"library {command}", option, "") == []
    assert await stage.bot.sources.item(held.id) is not None
