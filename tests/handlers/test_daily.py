"""`/daily` as a server's owner uses it, and the posts that come of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import discord
import pytest

from config.servers import Servers, ServersAwayError
from handlers import once
from tests import limits
from tests.conftest import MakeLibrary
from tests.handlers.stage import Seen, Stage, set_up, speaking
from transcript.library import Library

TITLE = "GPT4.5's Flop, Grok 4, Meta's Poaching Spree, Apple's Failure, and Super Intelligence"


@pytest.fixture
def owner(stage: Stage) -> Any:
    managing = discord.Permissions(manage_guild=True, manage_messages=True)
    role = stage.guild.create_role("Owners", permissions=managing)
    return stage.guild.add_member(stage.env.create_user("ola"), roles=[role])


@pytest.fixture
def channel(stage: Stage) -> Any:
    return stage.guild.create_text_channel("daily")


async def start(stage: Stage, owner: Any, channel: Any, **options: Any) -> Seen:
    """Set it up; it is eight o'clock in London, on a Thursday."""
    chosen: dict[str, Any] = {"channel": channel, "time": "09:00", "timezone": "Europe/London"} | options
    return await stage.ask("daily start", by=owner, **chosen)


async def rounds(stage: Stage, **by: float) -> None:
    """The bot's next round, so much later."""
    await stage.bot.rounds.round(stage.clock.forward(**by))


def shown(message: discord.Message) -> str:
    """All the text of a message."""
    return "\n".join(_texts(message.components))


def _texts(components: Any) -> list[str]:
    found = []
    for each in components:
        if content := getattr(each, "content", None):
            found.append(content)
        found += _texts(getattr(each, "children", ()))
    return found


def posts(channel: Any) -> list[str]:
    return [shown(message) for message in channel.history()]


def at(year: int, month: int, day: int, hour: int) -> str:
    return f"<t:{int(datetime(year, month, day, hour, tzinfo=UTC).timestamp())}:F>"


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
    assert answer.lines[6].endswith(" quotes are left before one comes again. · So it will look:")
    assert answer.lines[7] == "-# Quote of the day"
    assert answer.lines[8].startswith("> ")
    assert answer.buttons == ["Context", "中文"]
    await rounds(stage, minutes=61)
    assert answer.lines[8] in posts(channel)[0]


async def test_a_post_comes_every_day_and_once(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, minutes=59)
    assert posts(channel) == []
    for day in range(3):
        for _ in range(24 if day else 2):
            await rounds(stage, hours=1)
        assert len(posts(channel)) == day + 1
    assert len(set(posts(channel))) == 3
    first = channel.history()[0]
    assert first.author == stage.bot.user
    assert not first.mentions


async def test_buttons_of_a_post_open_beside_it(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    before = posts(channel)
    for label in ("Context", "中文"):
        result = await stage.bob.click(channel.history()[0], label=label)
        assert result.response.ephemeral
    assert posts(channel) == before


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
        ({"timezone": "Xanadu"}, "No time zone is called “Xanadu”. Type a city"),
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
    command = next(one for one in await stage.bot.tree.fetch_commands() if one.name == "daily")
    assert command.default_member_permissions == discord.Permissions(manage_guild=True)
    group = stage.bot.tree.get_command("daily")
    assert group is not None
    payload = group.to_dict(stage.bot.tree)
    assert (payload["contexts"], payload["integration_types"]) == ([0], [0])
    everybody = stage.guild.create_role("Helpers", permissions=discord.Permissions())
    stage.guild.set_command_permissions(command, {everybody: True})
    helper = stage.guild.add_member(stage.env.create_user("hal"), roles=[everybody])
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


async def test_what_cannot_be_posted_is_told_to_the_owner_once_and_paused_after_a_week(
    stage: Stage, owner: Any, channel: Any
) -> None:
    await start(stage, owner, channel)
    here = stage.bot.get_channel(channel.id)
    assert isinstance(here, discord.TextChannel)
    await here.delete()
    await rounds(stage, hours=2)
    for _ in range(9):
        await rounds(stage, days=1)
    sent = [request for request in stage.env.http_requests if request.path.endswith("/users/@me/channels")]
    assert len(sent) == 1
    status = await stage.ask("daily status", by=owner)
    assert status.lines[0] == "### The quote of the day is paused: nothing could be posted for a week"
    assert status.text.count("could not be posted · The channel is gone.") == 7
    assert "It begins again with /daily start." in status.lines


async def test_a_post_that_works_again_forgets_the_failures(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    stage.env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50013)
    await rounds(stage, hours=2)
    assert posts(channel) == []
    await rounds(stage, days=1)
    assert len(posts(channel)) == 1
    server = await stage.bot.servers.server(stage.guild.id)
    assert server
    assert (server.failures, server.told) == (0, False)


async def test_a_try_that_discord_fails_is_tried_again_a_minute_later(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    stage.env.inject_error("POST", f"/channels/{channel.id}/messages", status=500)
    await rounds(stage, hours=1, minutes=1)
    assert posts(channel) == []
    await rounds(stage, seconds=30)
    assert posts(channel) == []  # whoever tried may still be at it
    await rounds(stage, seconds=31)
    assert len(posts(channel)) == 1


async def test_a_try_that_was_cut_off_after_sending_finds_its_message(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    stage.clock.forward(hours=1, minutes=1)
    await _cut_off_before_marking(stage)
    assert len(posts(channel)) == 1
    for _ in range(3):
        await rounds(stage, minutes=10)
    assert len(posts(channel)) == 1
    (last,) = await stage.bot.servers.last_posts(stage.guild.id, 10)
    assert (last.status, last.message_id) == ("posted", channel.history()[0].id)


async def test_where_it_may_not_look_it_prefers_none_to_two(stage: Stage, owner: Any) -> None:
    closed = {stage.bot.user: discord.PermissionOverwrite(read_message_history=False)}
    channel = stage.guild.create_text_channel("blind", overwrites=closed)
    await start(stage, owner, channel)
    stage.clock.forward(hours=1, minutes=1)
    await _cut_off_before_marking(stage)
    await rounds(stage, minutes=10)
    assert len(posts(channel)) == 1
    (last,) = await stage.bot.servers.last_posts(stage.guild.id, 10)
    assert last.status == "missed"
    await rounds(stage, days=1)
    assert len(posts(channel)) == 2


async def _cut_off_before_marking(stage: Stage) -> None:
    """A round of a process that ends between sending and marking."""
    with pytest.MonkeyPatch.context() as patch:

        async def end(*_: object, **__: object) -> None:
            raise SystemError("the process ended")

        patch.setattr(Servers, "mark", end)
        await stage.bot.rounds.round(stage.clock())


async def test_after_downtime_a_post_still_comes_for_six_hours(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=6, minutes=59)
    assert len(posts(channel)) == 1
    await rounds(stage, hours=25, minutes=2)  # past tomorrow's by six hours and a minute
    assert len(posts(channel)) == 1
    status = await stage.ask("daily status", by=owner)
    assert next(line.split(" · ")[1] for line in status.lines if line.startswith("- ")).startswith("left out")
    await rounds(stage, hours=18)
    assert len(posts(channel)) == 2


async def test_after_days_of_downtime_only_todays_comes(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, days=3, hours=2)
    await rounds(stage, minutes=1)
    assert len(posts(channel)) == 1


async def test_now_posts_todays_and_then_another_one(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    answer = await stage.ask("daily now", by=owner)
    message = channel.history()[0]
    assert answer.lines == [
        f"Posted: https://discord.com/channels/{stage.guild.id}/{channel.id}/{message.id}",
        f"The next one: {at(2026, 1, 2, 9)}",
    ]
    await rounds(stage, hours=2)
    assert len(posts(channel)) == 1
    answer = await stage.ask("daily now", by=owner)
    assert answer.lines[0].startswith("Posted, besides today's: https://discord.com/channels/")
    assert len(set(posts(channel))) == 2
    await rounds(stage, days=1)
    assert len(set(posts(channel))) == 3


async def test_now_says_what_is_lacking(stage: Stage, owner: Any) -> None:
    closed = {stage.bot.user: discord.PermissionOverwrite(send_messages=False)}
    channel = stage.guild.create_text_channel("closed", overwrites=closed)
    await start(stage, owner, channel)
    answer = await stage.ask("daily now", by=owner)
    assert answer.private
    assert answer.text == "⚠️ I may not post in that channel. Give me the permission Send Messages there."


async def test_skip_passes_over_the_next_one(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    answer = await stage.ask("daily skip", by=owner)
    assert answer.lines == [f"Left out: {at(2026, 1, 2, 9)}", f"The next one: {at(2026, 1, 3, 9)}"]
    await rounds(stage, days=1)
    assert len(posts(channel)) == 1
    await rounds(stage, days=1)
    assert len(posts(channel)) == 2


async def test_stop_keeps_the_choices_and_forget_deletes_them(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    assert (await stage.ask("daily stop", by=owner)).text.startswith("No more quotes are posted.")
    await rounds(stage, days=1)
    assert len(posts(channel)) == 1
    status = await stage.ask("daily status", by=owner)
    assert status.lines[:2] == [
        "### The quote of the day is stopped",
        f"<#{channel.id}> · 09:00 (Europe/London) · every day",
    ]
    assert (await stage.ask("daily stop", by=owner)).text.startswith("It was not running.")
    assert (await stage.ask("daily skip", by=owner)).text.startswith("The quote of the day is stopped.")
    answer = await stage.ask("daily stop", by=owner, forget=True)
    assert answer.text == "It is ended, and all that was kept of this server is deleted."
    assert await stage.bot.servers.last_posts(stage.guild.id, 10) == []
    assert (await stage.ask("daily status", by=owner)).text.startswith("No quote of the day is set up")


async def test_status_shows_the_last_ten_and_how_many_are_left(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    fresh = await stage.ask("daily status", by=owner)
    left = int(next(line for line in fresh.lines if "left" in line).split()[0])
    assert left >= 36
    await rounds(stage, hours=2)
    for _ in range(12):
        await rounds(stage, days=1)
    status = await stage.ask("daily status", by=owner)
    assert f"{left - 13} quotes are left before one comes again." in status.lines
    assert sum(" · [posted](https://discord.com/" in line for line in status.lines) == 10
    assert any(line.startswith(f"Next: {at(2026, 1, 14, 9)}") for line in status.lines)


async def test_not_this_one_puts_another_in_its_place_for_good(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    before = posts(channel)[0]
    refused = await stage.bob.click(channel.history()[0], label="Not this one")
    assert refused.response.ephemeral
    assert posts(channel) == [before]
    await owner.click(channel.history()[0], label="Not this one")
    after = posts(channel)
    assert len(after) == 1
    assert after[0] != before
    (post,) = await stage.bot.servers.last_posts(stage.guild.id, 10)
    history = await stage.bot.servers.history(stage.guild.id)
    assert len(history.recent) == len(history.refused) == 1
    await stage.restart()
    await owner.click(channel.history()[0], label="Not this one")
    assert posts(channel)[0] not in (before, after[0])
    again = await stage.bot.servers.post(post.id)
    assert again
    assert again.status == "posted"


async def test_not_this_one_of_another_server_or_of_nothing_is_refused(stage: Stage, owner: Any) -> None:
    planted = await stage.plant("3n99999.1.2")
    answer = await stage.press(planted, "old", by=owner)
    assert answer.text.startswith("No quote of the day is set up in this server.")
    await start(stage, owner, stage.channel)
    answer = await stage.press(planted, "old", by=owner)
    assert answer.text == "This button is from another version of the bot. Ask again with a command."


async def test_a_thread_gets_posts(stage: Stage, owner: Any, channel: Any) -> None:
    here = stage.bot.get_channel(channel.id)
    assert isinstance(here, discord.TextChannel)
    await here.create_thread(name="quotes here", type=discord.ChannelType.public_thread)
    thread = channel.threads[0]
    answer = await start(stage, owner, thread)
    assert answer.lines[1].startswith(f"<#{thread.id}>")
    await rounds(stage, hours=2)
    assert len([text for text in posts(thread) if "Quote of the day" in text]) == 1


async def test_a_news_channel_gets_posts(stage: Stage, owner: Any) -> None:
    channel = stage.guild.create_news_channel("news")
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    assert len(posts(channel)) == 1


async def test_a_forum_gets_a_post_a_day(stage: Stage, owner: Any) -> None:
    forum = stage.guild.create_forum_channel("quotes")
    await start(stage, owner, forum)
    await rounds(stage, hours=2)
    await rounds(stage, days=1)
    assert sorted(thread.name for thread in forum.threads) == [
        "Quote of the day · 2026-01-01",
        "Quote of the day · 2026-01-02",
    ]
    status = await stage.ask("daily status", by=owner)
    newest = max(forum.threads, key=lambda thread: thread.id)
    assert f"https://discord.com/channels/{stage.guild.id}/{newest.id}/{newest.id}" in status.text


async def test_a_forums_post_is_sent_once_at_most(stage: Stage, owner: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    create, allowed = discord.ForumChannel.create_thread, []

    async def created(forum: discord.ForumChannel, **options: Any) -> Any:
        allowed.append(once._left.get())
        return await create(forum, **options)

    monkeypatch.setattr(discord.ForumChannel, "create_thread", created)
    await start(stage, owner, stage.guild.create_forum_channel("quotes"))
    await rounds(stage, hours=2)
    assert allowed == [[None]]
    assert once._left.get() is None


async def test_in_a_forum_too_a_try_that_was_cut_off_finds_its_post(stage: Stage, owner: Any) -> None:
    forum = stage.guild.create_forum_channel("quotes")
    await start(stage, owner, forum)
    stage.clock.forward(hours=1, minutes=1)
    await _cut_off_before_marking(stage)
    await rounds(stage, minutes=2)
    assert len(forum.threads) == 1
    (last,) = await stage.bot.servers.last_posts(stage.guild.id, 10)
    assert last.status == "posted"


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
    assert posts(channel)[0].startswith("-# 每日一句\n> ")
    assert "换掉这句" in [button.label for button in _buttons(channel.history()[0].components)]


def _buttons(components: Any) -> list[Any]:
    found = []
    for each in components:
        if isinstance(each, discord.Button):
            found.append(each)
        found += _buttons(getattr(each, "children", ()))
    return found


async def test_a_server_that_removed_the_bot_is_kept_for_thirty_days(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    guild = stage.bot.get_guild(stage.guild.id)
    assert guild
    await guild.leave()
    await stage.env.settle()
    server = await stage.bot.servers.server(stage.guild.id)
    assert server
    assert server.left_at == int(stage.clock().timestamp())
    await rounds(stage, days=29)
    assert await stage.bot.servers.server(stage.guild.id)
    await rounds(stage, days=2)
    assert await stage.bot.servers.server(stage.guild.id) is None


async def test_while_the_database_is_away_the_rest_answers(
    stage: Stage, owner: Any, channel: Any, tmp_path: Path
) -> None:
    await start(stage, owner, channel)
    folder = (tmp_path / "state").rename(tmp_path / "elsewhere")
    answer = await stage.ask("daily status", by=owner)
    assert answer.private
    assert answer.text.startswith("What servers have chosen cannot be read or changed at the moment.")
    assert "crack" in (await stage.ask("quote", text="solder balls would crack")).text
    stage.clock.forward(hours=2)
    await stage.bot.rounds._pass()
    assert posts(channel) == []
    folder.rename(tmp_path / "state")
    await stage.bot.rounds._pass()
    assert len(posts(channel)) == 1


async def test_a_server_that_fails_holds_up_no_other(
    stage: Stage, owner: Any, channel: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await start(stage, owner, channel)
    other = stage.env.create_guild("another")
    second = other.create_text_channel("daily")
    manager = other.create_role("Owners", permissions=discord.Permissions(manage_guild=True))
    await stage.ask(
        "daily start",
        by=other.add_member(stage.env.create_user("oz"), roles=[manager]),
        where=second,
        channel=second,
        time="09:00",
        timezone="Europe/London",
    )
    monkeypatch.setattr(stage.bot.posting, "next_passage", _failing(stage.bot.posting.next_passage, stage.guild.id))
    await rounds(stage, hours=2)
    assert posts(channel) == []
    assert len(posts(second)) == 1


def _failing(method: Any, guild_id: int) -> Any:
    async def fail(server: Any) -> Any:
        if server.guild_id == guild_id:
            raise RuntimeError("something broke")
        return await method(server)

    return fail


async def test_what_has_nothing_to_quote_is_refused_at_once(make_library: MakeLibrary, servers: Servers) -> None:
    library: Library = make_library({"short.txt": "(00:00) Ann Li:\nYes.\n"})
    async with set_up(library, servers) as stage:
        role = stage.guild.create_role("Owners", permissions=discord.Permissions(manage_guild=True))
        owner = stage.guild.add_member(stage.env.create_user("ola"), roles=[role])
        answer = await start(stage, owner, stage.guild.create_text_channel("daily"))
        assert answer.text == "There is no passage here that stands on its own."


def sent_to(stage: Stage, channel_id: int | None = None) -> list[dict[str, Any]]:
    """What the bot asked Discord to post, perhaps in one channel."""
    return [
        request.json
        for request in stage.env.http_requests
        if request.method == "POST"
        and request.path.endswith(f"{channel_id or ''}/messages")
        and isinstance(request.json, dict)
    ]


async def test_a_post_carries_a_nonce_of_its_row_that_discord_is_to_enforce(
    stage: Stage, owner: Any, channel: Any
) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    (payload,) = sent_to(stage, channel.id)
    (row,) = await stage.bot.servers.last_posts(stage.guild.id, 10)
    assert (payload["nonce"], payload["enforce_nonce"]) == (f"daily-{row.id}", True)
    assert len(payload["nonce"]) <= 25
    assert payload["allowed_mentions"]["parse"] == []
    limits.assert_message(payload["components"])


async def test_whoever_set_it_up_is_told_privately_what_mends_it(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    stage.env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50013)
    await rounds(stage, hours=2)
    told = str(sent_to(stage)[-1]["components"])
    assert f"could not be posted in <#{channel.id}> of **{stage.guild.name}**." in told
    assert "Give me the permission Send Messages there." in told
    assert "paused after 7 days" in told


async def test_where_the_owner_takes_no_messages_the_channel_for_notices_is_told(
    stage: Stage, owner: Any, channel: Any
) -> None:
    await start(stage, owner, channel)
    guild = stage.bot.get_guild(stage.guild.id)
    assert guild is not None
    stage.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    stage.env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50013)
    notices = stage.bot.get_channel(stage.channel.id)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(discord.Guild, "system_channel", property(lambda _: notices))
        await rounds(stage, hours=2)
    assert len([text for text in posts(stage.channel) if "could not be posted" in text]) == 1


async def test_a_thread_where_it_may_not_write_is_told_as_such(stage: Stage, owner: Any) -> None:
    closed = {stage.bot.user: discord.PermissionOverwrite(send_messages_in_threads=False)}
    channel = stage.guild.create_text_channel("closed", overwrites=closed)
    here = stage.bot.get_channel(channel.id)
    assert isinstance(here, discord.TextChannel)
    await here.create_thread(name="quotes here", type=discord.ChannelType.public_thread)
    answer = await start(stage, owner, channel.threads[0])
    assert "⚠️ I may not post in that thread. Give me the permission Send Messages in Threads" in answer.text


async def test_a_press_on_what_was_replaced_refuses_no_other(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    (row,) = await stage.bot.servers.last_posts(stage.guild.id, 1)
    stale = await stage.plant(f"3n{row.id}.{row.segment}.{row.first}")
    await owner.click(channel.history()[0], label="Not this one")
    after = posts(channel)[0]
    turned = await owner.click(stale.message, label="old")
    assert turned.acknowledged
    assert len((await stage.bot.servers.history(stage.guild.id)).refused) == 1
    assert posts(channel)[0] == after


async def test_when_none_is_left_to_put_in_its_place_that_is_said(make_library: MakeLibrary, servers: Servers) -> None:
    said = "Every bridgeman and lampyard and ferryhouse of this town carries trains today."
    library = make_library({"one.txt": f"(00:00) Ann Li:\n{said}\n"})
    async with set_up(library, servers) as stage:
        managing = discord.Permissions(manage_guild=True, manage_messages=True)
        role = stage.guild.create_role("Owners", permissions=managing)
        owner = stage.guild.add_member(stage.env.create_user("ola"), roles=[role])
        channel = stage.guild.create_text_channel("daily")
        answer = await start(stage, owner, channel)
        assert "-# 1 quote is left before one comes again. · So it will look:" in answer.lines
        await rounds(stage, hours=2)
        told = await owner.click(channel.history()[0], label="Not this one")
        assert told.response.ephemeral
        assert "That was the last one that is left" in str(told.response.components)
        status = await stage.ask("daily status", by=owner)
        assert "There is no passage that stands on its own. Choose another speaker or episode, or none." in status.lines


async def test_what_is_left_out_of_a_new_start_stays_as_it_was(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel, days="weekdays", speaker="berman")
    await stage.ask("daily stop", by=owner)
    again = await start(stage, owner, channel, time="10:00")
    assert again.lines[1] == f"<#{channel.id}> · 10:00 (Europe/London) · on weekdays · Matthew Berman"
    widened = await start(stage, owner, channel, days="every day", speaker="*", episode="*")
    assert widened.lines[1] == f"<#{channel.id}> · 09:00 (Europe/London) · every day"


async def test_a_now_that_fails_changes_nothing_and_tells_nobody_else(stage: Stage, owner: Any) -> None:
    closed = {stage.bot.user: discord.PermissionOverwrite(send_messages=False)}
    channel = stage.guild.create_text_channel("closed", overwrites=closed)
    await start(stage, owner, channel)
    for _ in range(8):
        await stage.ask("daily now", by=owner)
    assert not [one for one in stage.env.http_requests if one.path.endswith("/users/@me/channels")]
    here = stage.bot.get_channel(channel.id)
    assert isinstance(here, discord.TextChannel)
    await here.set_permissions(stage.bot.get_guild(stage.guild.id).me, send_messages=True)  # type: ignore[union-attr]
    await rounds(stage, hours=2)
    assert len(posts(channel)) == 1


async def test_who_could_not_be_told_is_told_at_the_next_failure(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    stage.env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50013, times=2)
    stage.env.inject_error("POST", "/users/@me/channels", status=500)
    await rounds(stage, hours=2)
    server = await stage.bot.servers.server(stage.guild.id)
    assert server
    assert not server.told
    await rounds(stage, days=1)
    assert "could not be posted" in str(sent_to(stage)[-1]["components"])


async def test_a_server_that_comes_back_gets_its_posts(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await stage.bot.servers.left(stage.guild.id, stage.clock())
    guild = stage.bot.get_guild(stage.guild.id)
    assert guild
    await stage.bot.on_guild_join(guild)
    await rounds(stage, hours=2)
    assert len(posts(channel)) == 1


async def test_now_while_the_database_is_away_says_so(
    stage: Stage, owner: Any, channel: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise ServersAwayError("OSError")

    await start(stage, owner, channel)
    monkeypatch.setattr(stage.bot.servers, "claim_now", away)
    answer = await stage.ask("daily now", by=owner)
    assert answer.text.startswith("What servers have chosen cannot be read or changed at the moment.")
