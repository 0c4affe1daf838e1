"""`/follow`: one message when a new episode has what is followed, and no other."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import discord
import pytest

from bot.client import Pullquote
from bot.rounds import FollowRounds
from config.follows import MOST_OF_MEMBER, MOST_OF_SERVER, NEW_FOR
from config.servers import Servers
from config.tables import Follow
from handlers.follow.messages import Telling
from handlers.refusals import OverloadedError
from tests.conftest import MakeLibrary
from tests.handlers.follow.coming import NEW, OLD, OTHER, messages, new_episodes
from tests.handlers.stage import Stage, speaking
from tests.standin.clients import connected
from tests.standin.payloads import DIRECT, MEMBER
from tests.standin.server import StandIn
from transcript.models import Episode


async def test_a_phrase_is_told_of_once_in_direct_messages(stage: Stage, make_library: MakeLibrary) -> None:
    answer = await stage.ask("follow add", phrase="forty million crowns")
    assert answer.private
    assert answer.lines == [
        "When a new episode has “forty million crowns”, a message comes to direct messages.",
        "-# Stop it with /follow stop.",
    ]
    await new_episodes(stage, make_library, **{"bridges.txt": NEW, "harbour.txt": OTHER})
    (told,) = messages(stage.alice.user.dm_channel)
    assert told.lines[0] == "-# In a new episode: “forty million crowns”"
    assert "**forty million crowns**" in told.text
    assert "**Cy Tull** · 0:12" in told.text
    assert told.buttons[-1] == "Stop"
    for _ in range(2):  # nor after a restart
        await new_episodes(stage, make_library, **{"bridges.txt": NEW, "harbour.txt": OTHER})
    assert len(messages(stage.alice.user.dm_channel)) == 1


async def test_a_process_that_ends_sends_the_message_under_way_and_another_process_the_others(
    stage: Stage, moderator: Any, make_library: MakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.ask("follow add", phrase="forty million crowns")
    await stage.ask("follow add", by=moderator, phrase="forty million crowns", to="this channel")
    before = len(messages(stage.channel))

    def told() -> int:
        return len(messages(stage.alice.user.dm_channel)) + len(messages(stage.channel)) - before

    stage.clock.forward(minutes=1)
    with monkeypatch.context() as patch:
        patch.setattr(FollowRounds, "start", lambda _: None)
        await stage.restart(make_library({"2025-01-01 Rivers.txt": OLD, "bridges.txt": NEW}))
    begun, may_go_on, tell = asyncio.Event(), asyncio.Event(), Telling.tell

    async def tell_slowly(telling: Telling, follow: Follow, episode: Episode, now: datetime) -> None:
        begun.set()
        await may_go_on.wait()
        await tell(telling, follow, episode, now)

    monkeypatch.setattr(Telling, "tell", tell_slowly)
    stage.bot.following.start()
    await begun.wait()
    ending = asyncio.create_task(stage.bot.finish(5))
    await asyncio.sleep(0)
    assert not ending.done()
    may_go_on.set()
    await ending
    assert told() == 1
    await FollowRounds(stage.bot, stage.bot.telling, stage.clock).round(stage.clock())
    assert told() == 2


async def test_what_goes_wrong_with_one_message_holds_up_no_other(
    stage: Stage, moderator: Any, make_library: MakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.ask("follow add", phrase="forty million crowns")
    await stage.ask("follow add", by=moderator, phrase="granite", to="this channel")
    tell, failed = Telling.tell, [RuntimeError("a bug"), OverloadedError()]

    async def fail_once(telling: Telling, follow: Follow, episode: Episode, now: datetime) -> None:
        if follow.phrase == "forty million crowns" and failed:
            raise failed.pop()
        await tell(telling, follow, episode, now)

    monkeypatch.setattr(Telling, "tell", fail_once)
    await new_episodes(stage, make_library, **{"bridges.txt": NEW})
    assert "“granite”" in messages(stage.channel)[-1].lines[0]
    for _ in range(2):
        await stage.bot.following.round(stage.clock())
    assert len(messages(stage.alice.user.dm_channel)) == 1


async def test_what_comes_with_the_back_catalogue_of_a_show_is_not_new(stage: Stage, make_library: MakeLibrary) -> None:
    await stage.ask("follow add", phrase="forty million crowns")
    today = stage.clock().date()
    for days, told in ((30, 0), (14, 1)):
        day = today - timedelta(days=days)
        await new_episodes(stage, make_library, **{f"{day} Bridges.txt": NEW})
        assert len(messages(stage.alice.user.dm_channel)) == told


async def test_what_was_there_before_is_not_new(stage: Stage, make_library: MakeLibrary) -> None:
    await stage.ask("follow add", phrase="cold grey green")
    await new_episodes(stage, make_library, **{"harbour.txt": OTHER})
    assert messages(stage.alice.user.dm_channel) == []


async def test_an_episode_that_was_away_is_not_new(stage: Stage, make_library: MakeLibrary) -> None:
    await stage.ask("follow add", phrase="cold grey green")
    stage.clock.forward(minutes=1)
    await stage.restart(make_library({"harbour.txt": OTHER}))
    await stage.bot.following.round(stage.clock())
    await new_episodes(stage, make_library)
    assert messages(stage.alice.user.dm_channel) == []


async def test_a_speaker_is_told_of_in_a_channel(stage: Stage, moderator: Any, make_library: MakeLibrary) -> None:
    answer = await stage.ask("follow add", by=moderator, speaker="Cy Tull", to="this channel")
    assert answer.lines[0] == f"When a new episode has **Cy Tull**, a message comes to <#{stage.channel.id}>."
    assert answer.lines[1] == "-# Nobody of that name has spoken yet; it waits for the first time."
    await new_episodes(stage, make_library, **{"bridges.txt": NEW, "harbour.txt": OTHER})
    (told,) = messages(stage.channel)[-1:]
    assert told.lines[0] == "-# In a new episode: **Cy Tull**"
    assert "**Cy Tull** · 0:12" in told.text
    assert not told.private


async def test_a_phrase_may_be_a_speakers_alone(stage: Stage, make_library: MakeLibrary) -> None:
    await stage.ask("follow add", phrase="forty million crowns", speaker="ann")
    await new_episodes(stage, make_library, **{"bridges.txt": NEW})
    assert messages(stage.alice.user.dm_channel) == []


async def test_stop_ends_it(stage: Stage, make_library: MakeLibrary) -> None:
    await stage.ask("follow add", phrase="forty million crowns")
    await new_episodes(stage, make_library, **{"bridges.txt": NEW})
    (told,) = messages(stage.alice.user.dm_channel)
    stopped = await stage.press(told, "Stop", by=stage.alice.user)
    assert stopped.buttons[-1] == "(Stopped)"
    assert (await stage.ask("follow list")).text == "Nothing is followed. Begin with /follow add."


async def test_only_moderators_and_who_asked_stop_what_is_in_a_channel(
    stage: Stage, moderator: Any, make_library: MakeLibrary
) -> None:
    await stage.ask("follow add", by=moderator, phrase="forty million crowns", to="this channel")
    await new_episodes(stage, make_library, **{"bridges.txt": NEW})
    told = messages(stage.channel)[-1]
    refused = await stage.press(told, "Stop", by=stage.bob)
    assert refused.private
    assert refused.text == "You do not follow that here. /follow list shows what can be stopped."
    assert (await stage.press(told, "Stop", by=moderator)).buttons[-1] == "(Stopped)"


async def test_follows_are_listed_and_stopped_by_what_is_offered(stage: Stage, moderator: Any) -> None:
    await stage.ask("follow add", phrase="solder balls", speaker="Bo")
    await stage.ask("follow add", by=moderator, phrase="granite", to="this channel")
    assert (await stage.ask("follow list")).lines == [
        "### 1 follow",
        "- **Bo Yu**: “solder balls” · direct messages",
        "-# Stop one with /follow stop.",
    ]
    everything = await stage.ask("follow list", by=moderator)
    assert everything.lines[1] == f"- “granite” · <#{stage.channel.id}>"
    (offered,) = await stage.offered("follow stop", "which", "sold")
    assert offered["name"] == "Bo Yu · solder balls · direct messages"
    stopped = await stage.ask("follow stop", which=offered["value"])
    assert stopped.text == "No longer followed: **Bo Yu**: “solder balls”"
    with speaking("zh-CN"):
        assert (await stage.ask("follow stop", which="granite")).text.startswith("你没有关注这一项")


async def test_a_channel_is_for_moderators_and_something_is_to_be_given(stage: Stage) -> None:
    refused = await stage.ask("follow add", phrase="granite", to="this channel")
    assert refused.lines[0] == "Only those who may manage messages here can do that."
    assert (await stage.ask("follow add")).lines[0] == "Give a phrase, a speaker or both."
    assert (await stage.ask("follow add", phrase="?!")).lines[0].startswith("“?!” has no word to look for.")


async def test_a_member_and_a_server_follow_so_much(stage: Stage, moderator: Any) -> None:
    for number in range(MOST_OF_MEMBER):
        await stage.ask("follow add", phrase=f"granite {number}")
    again = await stage.ask("follow add", phrase="granite 3")  # the same one is no more
    assert again.lines[0].startswith("When a new episode has “granite 3”")
    full = await stage.ask("follow add", phrase="marble")
    assert full.lines[0] == "You follow 10, which is all one may. Stop one first."
    role = stage.guild.create_role("Others", permissions=discord.Permissions(manage_messages=True))
    others = [stage.guild.add_member(stage.env.create_user(f"m{at}"), roles=[role]) for at in range(3)]
    for number in range(MOST_OF_SERVER):
        await stage.ask("follow add", by=others[number % 3], phrase=f"granite {number}", to="this channel")
    full = await stage.ask("follow add", by=moderator, phrase="marble", to="this channel")
    assert full.lines[0] == "This server follows 25, which is all it may. Stop one first."


async def test_direct_messages_that_cannot_be_sent_twice_end_it(
    make_library: MakeLibrary, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, there = datetime(2026, 1, 1, 8, tzinfo=UTC), StandIn()
    there.refused = ("POST", f"/channels/{DIRECT}/messages")
    wanted = Follow(user_id=MEMBER, phrase="forty million crowns", language="en")
    follow = await servers.add_follow(wanted, now - timedelta(minutes=1))
    library = make_library({"2025-01-01 Rivers.txt": OLD, "bridges.txt": NEW})
    monkeypatch.setattr(FollowRounds, "start", lambda _: None)
    async with there.serving() as base, connected(Pullquote(library, servers, rng=Random(1)), base) as bot:
        for later, tries in ((timedelta(0), 1), (timedelta(minutes=1), 1), (timedelta(hours=2), 2), (NEW_FOR / 2, 2)):
            assert (await servers.follow(follow.id) is not None) == (tries < 2 or later == timedelta(hours=2))
            await bot.following.round(now + later)
            assert there.requests[f"POST /channels/{DIRECT}/messages"] == tries
    assert await servers.follow(follow.id) is None
