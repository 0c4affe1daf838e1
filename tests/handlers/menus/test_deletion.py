""" "Delete answer" in a message's menu: for who asked, and for moderators."""

from __future__ import annotations

from typing import Any

import discord

from tests.handlers.stage import Actor, Stage, seen, speaking

QUERY = "solder balls would crack"


async def deleted(stage: Stage, message: Any, by: Actor) -> str:
    result = await by.context_menu(stage.channel, "Delete answer", message)  # type: ignore[attr-defined]  # members have it
    assert result.response is not None
    shown = seen(result.followups[-1] if result.followups else result.response)
    assert shown.private
    return shown.text


async def stands_there(stage: Stage, message_id: int) -> bool:
    channel = stage.bot.get_channel(stage.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return message_id in [message.id async for message in channel.history()]


async def test_who_asked_deletes_the_answer(stage: Stage) -> None:
    answer = await stage.ask("quote", text=QUERY)
    assert await deleted(stage, answer.message, stage.alice) == "The answer is deleted."
    assert not await stands_there(stage, answer.message.id)


async def test_another_member_may_not(stage: Stage) -> None:
    answer = await stage.ask("quote", text=QUERY)
    assert (await deleted(stage, answer.message, stage.bob)).startswith("Only who asked for that answer can delete it")
    assert await stands_there(stage, answer.message.id)


async def test_a_moderator_may(stage: Stage, owner: Any) -> None:
    answer = await stage.ask("quote", text=QUERY)
    assert await deleted(stage, answer.message, owner) == "The answer is deleted."
    assert not await stands_there(stage, answer.message.id)


async def test_it_is_known_who_asked_after_a_restart_and_a_turn_of_the_card(stage: Stage) -> None:
    answer = await stage.ask("quote", text=QUERY)
    await stage.restart()
    turned = await stage.press(answer, "中文")
    assert turned.message.id == answer.message.id
    assert (await deleted(stage, turned.message, stage.bob)).startswith("Only who asked")
    assert await deleted(stage, turned.message, stage.alice) == "The answer is deleted."


async def test_who_shared_an_answer_deletes_it(stage: Stage) -> None:
    private = await stage.ask("quote", text=QUERY, private=True)
    shared = await stage.press(private, "Share")
    assert (await deleted(stage, shared.message, stage.bob)).startswith("Only who asked")
    assert await deleted(stage, shared.message, stage.alice) == "The answer is deleted."


async def test_who_posted_a_verdict_deletes_it(stage: Stage) -> None:
    claim = await stage.bob.send(stage.channel, "“The word AGI has no meaning anymore.” — Dylan Patel")
    result = await stage.alice.context_menu(stage.channel, "Check quote", claim)
    await stage.alice.click(seen(result.response).message, label="Post verdict")
    channel = stage.bot.get_channel(stage.channel.id)
    assert isinstance(channel, discord.TextChannel)
    posted = await anext(message async for message in channel.history() if message.author == stage.bot.user)
    assert posted.interaction_metadata is None
    assert (await deleted(stage, posted, stage.bob)).startswith("Only who asked")
    assert await deleted(stage, posted, stage.alice) == "The answer is deleted."


async def test_a_members_message_is_no_answer(stage: Stage, owner: Any) -> None:
    message = await stage.alice.send(stage.channel, "hello")
    assert await deleted(stage, message, owner) == "That is not an answer of mine."
    assert await stands_there(stage, message.id)


async def test_where_the_bot_may_not_it_says_so(stage: Stage) -> None:
    answer = await stage.ask("quote", text=QUERY)
    path = f"/channels/{stage.channel.id}/messages/{answer.message.id}"
    stage.env.inject_error("DELETE", path, status=403, code=50001)
    assert await deleted(stage, answer.message, stage.alice) == "I cannot delete it: I have no access to this channel."


async def test_its_name_is_chinese_to_the_chinese(stage: Stage) -> None:
    sent = [each for each in stage.env.http_requests if each.method == "PUT" and each.path.endswith("/commands")]
    names = {each["name"]: each.get("name_localizations") or {} for each in sent[-1].json}
    assert names["Delete answer"]["zh-CN"] == names["Delete answer"]["zh-TW"] == "删除回答"
    assert names["Check quote"]["zh-CN"] == "核查引文"
    assert not names["quote"]


async def test_discord_allows_so_many_commands_on_messages(stage: Stage) -> None:
    assert len(stage.bot.tree.get_commands(type=discord.AppCommandType.message)) <= 5


async def test_it_answers_in_chinese(stage: Stage) -> None:
    with speaking("zh-CN"):
        answer = await stage.ask("quote", text="微软的律师多得吓人")
        assert await deleted(stage, answer.message, stage.alice) == "回答已删除。"
