"""`/daily start`: what is chosen, what is offered while it is typed, and what is refused."""

from __future__ import annotations

import re
from typing import Any

import discord
import pytest

from config.servers import Servers
from tests.conftest import MakeLibrary
from tests.handlers.daily.stage import at, buttons, posts, rounds, start
from tests.handlers.managers import helper_despite_settings
from tests.handlers.stage import TITLE, Stage, set_up, speaking
from transcript.library import Library


async def test_the_start_shows_the_next_three_posts_and_how_they_will_look(
    stage: Stage, owner: Any, channel: Any
) -> None:
    answer = await start(stage, owner, channel)
    assert answer.private
    assert answer.lines[:2] == [
        "### The quote of the day is set up",
        f"<#{channel.id}> · 09:00 (Europe/London) · every day",
    ]
    assert answer.lines[2:6] == [
        "The next posts:",
        f"- {at(2026, 1, 1, 9)}",
        f"- {at(2026, 1, 2, 9)}",
        f"- {at(2026, 1, 3, 9)}",
    ]
    assert answer.lines[6].endswith(" quotes are left before one comes again.")
    assert answer.lines[7:9] == ["-# So it will look:", "-# Quote of the day"]
    assert re.match("-# (Dylan Patel|Matthew Berman), just before: ", answer.lines[9])
    assert answer.lines[10].startswith("> ")
    assert answer.buttons == ["Context", "中文"]
    await rounds(stage, minutes=61)
    assert answer.lines[10] in posts(channel)[0]


@pytest.mark.parametrize(
    ("options", "heading"),
    [
        ({"time": "9:30 pm", "days": "weekdays"}, "21:30 (Europe/London) · on weekdays"),
        ({"time": "9", "days": "mon,thu"}, "09:00 (Europe/London) · Mon, Thu"),
        ({"timezone": "tokyo", "days": "周末"}, "09:00 (Asia/Tokyo) · on weekends"),
        ({"speaker": "berman"}, "09:00 (Europe/London) · every day · Matthew Berman"),
        (
            {"episode": "2025-06-30-dylan-patel"},
            f"09:00 (Europe/London) · every day · {TITLE}",
        ),
    ],
)
async def test_what_is_chosen_is_understood(
    stage: Stage, owner: Any, channel: Any, options: dict[str, str], heading: str
) -> None:
    answer = await start(stage, owner, channel, **options)
    assert answer.lines[1] == f"<#{channel.id}> · {heading}"
    status = await stage.ask("daily status", by=owner)
    assert status.lines[1] == answer.lines[1]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"time": "25:00"}, "“25:00” is not a time of day. Write 9, 09:00 or 9:30 pm."),
        ({"time": "@everyone *noonish*"}, "“@\u200beveryone \\*noonish\\*” is not a time of day"),
        ({"timezone": "Xanadu"}, "No time zone is called “Xanadu”. Choose:"),
        ({"timezone": "  "}, "No time zone is called"),
        ({"days": "someday"}, "“someday” names no days of the week."),
        ({"speaker": "Nobody Here"}, "“Nobody Here”"),
        ({"episode": "zzzz"}, "No episode is called “zzzz”"),
    ],
)
async def test_what_is_not_understood_is_told_with_the_mend(
    stage: Stage, owner: Any, channel: Any, options: dict[str, str], says: str
) -> None:
    answer = await start(stage, owner, channel, **options)
    assert answer.private
    assert says in answer.text
    assert (await stage.ask("daily status", by=owner)).text.startswith("No quote of the day is set up in this server.")


async def test_nobody_but_managers_can_use_it(stage: Stage, channel: Any) -> None:
    helper = await helper_despite_settings(stage, "daily")
    answer = await start(stage, helper, channel)
    assert answer.private
    assert answer.text == "Only those who may manage this server can set up its quote of the day."


@pytest.mark.parametrize(
    ("denied", "says"),
    [
        ({"view_channel": False}, "⚠️ I cannot see that channel. Give me the permission View Channel there."),
        ({"send_messages": False}, "⚠️ I may not post in that channel. Give me the permission Send Messages there."),
        ({"read_message_history": False}, "-# I may not read the history of that channel."),
    ],
)
async def test_what_the_bot_lacks_in_the_channel_is_told_at_once(
    stage: Stage, owner: Any, denied: dict[str, bool], says: str
) -> None:
    stage.guild.create_role("everybody else")
    overwrites = {stage.bot.user: discord.PermissionOverwrite(**denied)}
    channel = stage.guild.create_text_channel("closed", overwrites=overwrites)
    answer = await start(stage, owner, channel)
    assert any(line.startswith(says) for line in answer.lines)


async def test_zones_are_offered_by_city_with_the_time_there(stage: Stage, owner: Any) -> None:
    async def offered(typed: str) -> list[Any]:
        choices: list[Any] = await owner.autocomplete(stage.channel, "daily start", "timezone", typed)
        return choices

    assert (await offered("berl"))[0] == {"name": "Europe/Berlin · 09:00", "value": "Europe/Berlin"}
    assert (await offered("北京"))[0]["value"] == "Asia/Shanghai"
    assert (await offered("new york"))[0]["name"] == "America/New York · 03:00"
    assert await offered("zzzzzz") == []
    assert 3 < len(await offered("")) <= 25


async def test_days_speakers_and_episodes_are_offered(stage: Stage, owner: Any) -> None:
    async def offered(option: str, typed: str) -> list[Any]:
        found = await owner.autocomplete(stage.channel, "daily start", option, typed)
        return [choice["value"] for choice in found]

    assert "weekdays" in await offered("days", "week")
    assert await offered("speaker", "ber") == ["Matthew Berman"]
    assert await offered("episode", "apple") == ["2025-06-30-dylan-patel"]


async def test_in_chinese(stage: Stage, owner: Any, channel: Any) -> None:
    with speaking("zh-CN"):
        answer = await start(stage, owner, channel, time="晚上9点半", timezone="北京", days="周一、周四")
    assert answer.lines[0] == "### 每日一句已设好"
    assert answer.lines[1] == f"<#{channel.id}> · 21:30 (Asia/Shanghai) · 周一, 周四"
    await rounds(stage, hours=6)
    assert posts(channel)[0].startswith("-# 每日一句\n-# 前文\uff0c")
    assert "换掉这句" in [button.label for button in buttons(channel.history()[0].components)]


async def test_what_has_nothing_to_quote_is_refused_at_once(make_library: MakeLibrary, servers: Servers) -> None:
    library: Library = make_library({"short.txt": "(00:00) Ann Li:\nYes.\n"})
    async with set_up(library, servers) as stage:
        role = stage.guild.create_role("Owners", permissions=discord.Permissions(manage_guild=True))
        owner = stage.guild.add_member(stage.env.create_user("ola"), roles=[role])
        answer = await start(stage, owner, stage.guild.create_text_channel("daily"))
        assert answer.lines[0] == "There is no passage here that stands on its own."
        assert answer.buttons == ["Change"]


async def test_a_thread_where_it_may_not_write_is_told_as_such(stage: Stage, owner: Any) -> None:
    closed = {stage.bot.user: discord.PermissionOverwrite(send_messages_in_threads=False)}
    channel = stage.guild.create_text_channel("closed", overwrites=closed)
    here = stage.bot.get_channel(channel.id)
    assert isinstance(here, discord.TextChannel)
    await here.create_thread(name="quotes here", type=discord.ChannelType.public_thread)
    answer = await start(stage, owner, channel.threads[0])
    assert "⚠️ I may not post in that thread. Give me the permission Send Messages in Threads" in answer.text


async def test_what_is_left_out_of_a_new_start_stays_as_it_was(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel, days="weekdays", speaker="berman")
    await stage.ask("daily stop", by=owner)
    again = await start(stage, owner, channel, time="10:00")
    assert again.lines[1] == f"<#{channel.id}> · 10:00 (Europe/London) · on weekdays · Matthew Berman"
    widened = await start(stage, owner, channel, days="every day", speaker="*", episode="*")
    assert widened.lines[1] == f"<#{channel.id}> · 09:00 (Europe/London) · every day"
