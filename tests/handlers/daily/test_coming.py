"""The posts to come as owners see them, and today's as members do."""

from __future__ import annotations

from typing import Any

import pytest

from config.schedule import zone_info
from tests import limits
from tests.handlers.daily.stage import at, posts, rounds, start
from tests.handlers.stage import Seen, Stage, seen, speaking


def quotes_in(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("> ")]


async def refuse_first(preview: Seen, owner: Any) -> Seen:
    """The preview after a press of its first button."""
    buttons = [each for each in limits.walk(preview.message.components) if each["type"] == limits.BUTTON]
    result = await owner.click(preview.message, custom_id=buttons[0]["custom_id"])
    return seen(result.response)


async def test_the_preview_shows_the_next_seven_as_they_will_come(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await stage.ask("daily skip", by=owner)
    preview = await stage.ask("daily preview", by=owner)
    assert preview.private
    assert preview.buttons == [f"Not this (Jan {day})" for day in range(2, 9)]
    assert [line for line in preview.lines if line.startswith("<t:")] == [at(2026, 1, day, 9) for day in range(2, 9)]
    coming = quotes_in(preview.text)
    assert len(set(coming)) == 7
    await rounds(stage, hours=26)
    await rounds(stage, days=1)
    assert [line for post in posts(channel) for line in quotes_in(post)] == coming[:2]


async def test_not_this_one_in_the_preview_refuses_that_one_alone(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    preview = await stage.ask("daily preview", by=owner)
    before = quotes_in(preview.text)
    planted = await stage.plant("3p0123456789.12.34.en")
    refused = await stage.press(planted, "old", by=stage.bob)
    assert refused.text == "Only those who may manage this server can set up its quote of the day."
    after = await refuse_first(preview, owner)
    assert len(quotes_in(after.text)) == 7
    assert before[0] not in quotes_in(after.text)
    assert len(set(before) & set(quotes_in(after.text))) >= 5
    history = await stage.bot.servers.history(stage.guild.id)
    assert len(history.refused) == 1
    await stage.restart()
    again = await refuse_first(after, owner)
    assert len((await stage.bot.servers.history(stage.guild.id)).refused) == 2
    assert quotes_in(again.text) != quotes_in(after.text)


async def test_without_posts_to_come_the_preview_says_so(stage: Stage, owner: Any, channel: Any) -> None:
    assert (await stage.ask("daily preview", by=owner)).text.startswith("No quote of the day is set up")
    await start(stage, owner, channel)
    await stage.ask("daily stop", by=owner)
    assert (await stage.ask("daily preview", by=owner)).text.startswith("The quote of the day is stopped.")


async def test_members_see_when_and_where_it_comes_and_todays(stage: Stage, owner: Any, channel: Any) -> None:
    assert (await stage.ask("today")).text.startswith("No quote of the day is set up in this server.")
    await start(stage, owner, channel)
    answer = await stage.ask("today")
    assert answer.private
    assert answer.lines == [
        "### The quote of the day",
        f"In <#{channel.id}>: 09:00 (Europe/London) · every day",
        f"Next: {at(2026, 1, 1, 9)} (<t:1767258000:R>)",
        "Today none has come yet.",
    ]
    await rounds(stage, hours=2)
    answer = await stage.ask("today")
    assert quotes_in(answer.text) == quotes_in(posts(channel)[0])
    message = channel.history()[0]
    assert answer.links["Open post"] == f"https://discord.com/channels/{stage.guild.id}/{channel.id}/{message.id}"
    assert "Not this one" not in answer.buttons
    with speaking("zh-CN"):
        assert "每日一句" in (await stage.ask("today")).text
    await stage.ask("daily stop", by=owner)
    await rounds(stage, days=1)
    assert (await stage.ask("today")).lines[-1] == "It is stopped at the moment."


async def test_one_thing_is_changed_and_the_rest_stays(stage: Stage, owner: Any, channel: Any) -> None:
    assert (await stage.ask("daily edit", by=owner, time="9")).text.startswith("No quote of the day is set up")
    await start(stage, owner, channel, days="weekdays", speaker="berman")
    await stage.ask("daily skip", by=owner)
    nothing = await stage.ask("daily edit", by=owner)
    assert nothing.lines == ["Choose what to change, for example time: or channel:", "-# /daily edit"]
    assert nothing.buttons == ["Change"]  # opens what there is to change
    answer = await stage.ask("daily edit", by=owner, explicit=True)
    assert answer.lines[:2] == [
        "### The quote of the day is changed",
        f"<#{channel.id}> · 09:00 (Europe/London) · on weekdays · Matthew Berman · strong language too",
    ]
    assert f"- {at(2026, 1, 1, 9)}" not in answer.lines  # that one is still left out
    answer = await stage.ask("daily edit", by=owner, time="10:30", speaker="*", explicit=False)
    assert answer.lines[1] == f"<#{channel.id}> · 10:30 (Europe/London) · on weekdays"
    bad = await stage.ask("daily edit", by=owner, time="25:00")
    assert bad.text.startswith("“25:00” is not a time of day.")
    await stage.ask("daily stop", by=owner)
    answer = await stage.ask("daily edit", by=owner, days="every day")
    assert "It begins again with /daily start." in answer.lines
    status = await stage.ask("daily status", by=owner)
    assert status.lines[:2] == [
        "### The quote of the day is stopped",
        f"<#{channel.id}> · 10:30 (Europe/London) · every day",
    ]


@pytest.mark.parametrize(
    ("typed", "label"), [("GMT+2", "UTC+2"), ("UTC+5:30", "UTC+5:30"), ("GMT+5:45", "UTC+5:45"), ("-0330", "UTC-3:30")]
)
async def test_a_distance_from_utc_is_a_zone(stage: Stage, owner: Any, channel: Any, typed: str, label: str) -> None:
    offered = await owner.autocomplete(stage.channel, "daily start", "timezone", typed)
    assert offered[0]["name"].startswith(f"{label} · ")
    answer = await start(stage, owner, channel, timezone=typed, time="12:00")
    assert answer.lines[1] == f"<#{channel.id}> · 12:00 ({label}) · every day"
    (due,) = await stage.bot.servers.upcoming(await server_of(stage), stage.clock(), 1)
    assert f"{due.astimezone(zone_info(label)):%H:%M}" == "12:00"


async def server_of(stage: Stage) -> Any:
    return await stage.bot.servers.server(stage.guild.id)


async def test_a_narrow_choice_says_how_long_its_quotes_last(stage: Stage, owner: Any, channel: Any) -> None:
    answer = await start(stage, owner, channel, speaker="berman", days="mon")
    line = next(line for line in answer.lines if "left before" in line)
    left = int(line.removeprefix("-# ").split()[0])
    assert left < 30
    due = (await stage.bot.servers.upcoming(await server_of(stage), stage.clock(), left))[-1]
    assert f"They last until <t:{int(due.timestamp())}:D>." in line
