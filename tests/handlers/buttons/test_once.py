"""A post stands there once, whatever Discord does with the requests."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import aclosing
from random import Random

import discord
import pytest

from bot.client import Pullquote
from config.servers import Servers
from config.state import DatabaseAwayError
from handlers import once
from tests import limits
from tests.config.ledgers import chosen
from tests.conftest import PATIENCE
from tests.handlers.world import CHECKED, POSTS, World, hurried, settled, there, world
from tests.standin.answers import Fault, answering, error, fail_after_deed, lose_answer, rate_limited
from tests.standin.clients import connected, until
from tests.standin.deeds import Asked
from tests.standin.payloads import CHANNEL, GUILD
from transcript.library import Library

__all__ = ["hurried", "there", "world"]


pytestmark = pytest.mark.usefixtures("hurried")


async def test_a_press_posts_and_marks_the_button(world: World) -> None:
    asked = await world.press(world.verdict())
    assert world.posted == 1
    (post,) = world.discord.messages.values()
    assert post["message_reference"]["message_id"] == CHECKED
    assert [each["disabled"] for each in limits.walk(asked.edits[0]["components"]) if each["type"] == 2] == [True]
    assert asked.answered_after


async def test_twenty_presses_post_once(world: World) -> None:
    verdict = world.verdict()
    await settled(*[await world.discord.press(verdict[1], verdict[0]) for _ in range(20)])
    assert world.posted == 1
    await world.press(verdict)  # and once more, when all of that is over
    assert world.posted == 1


@pytest.mark.parametrize(
    "faults",
    [
        [(POSTS, lose_answer)],
        [(POSTS, fail_after_deed)],
        [(POSTS, answering(lambda: rate_limited(4)))],
        [(POSTS, answering(lambda: error(500))), (POSTS, answering(lambda: error(500)))],
        [(POSTS, answering(lambda: error(500)))] * 5,
        [("POST /interactions/", lose_answer)],
        [("POST /interactions/", fail_after_deed)],
        [("GET /channels/", answering(lambda: error(403, 50001))), (POSTS, fail_after_deed)],
    ],
)
async def test_whatever_becomes_of_a_request_a_second_press_posts_no_second_one(
    world: World, faults: list[tuple[str, Fault]]
) -> None:
    world.discord.faults += faults
    verdict = world.verdict()
    before = world.discord.requests.total()
    first = await world.discord.press(verdict[1], verdict[0])
    await until(lambda: world.discord.requests.total() > before)
    await world.press(verdict)
    await settled(first)
    assert world.posted == (0 if len(faults) == 5 else 1)  # discord.py tries five times
    for _ in range(2):
        await world.press(verdict)
        assert world.posted == 1


@pytest.mark.parametrize("fault", [lose_answer, fail_after_deed])
async def test_an_answer_for_all_is_shared_once(world: World, fault: Fault) -> None:
    answer = world.answer()
    world.discord.faults.append(("POST /webhooks/", fault))
    presses = [await world.discord.press(answer[1], answer[0]) for _ in range(5)]
    await settled(*presses)
    await world.press(answer)
    assert world.posted == 1
    assert all(limits_disabled(one) for one in presses)


def limits_disabled(asked: Asked) -> bool:
    return any(each.get("disabled") for edit in asked.edits for each in limits.walk(edit["components"]))


async def test_where_the_bot_may_not_write_twenty_presses_are_answered_with_one_post(world: World) -> None:
    verdict = world.verdict()
    world.discord.faults += [(POSTS, answering(lambda: error(403, 50013)))] * 20
    await settled(*[await world.discord.press(verdict[1], verdict[0]) for _ in range(20)])
    assert world.posted == 1


async def test_of_two_processes_one_posts_and_the_other_says_so_at_debug_alone(
    world: World, shipped: Library, servers: Servers, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    async with connected(Pullquote(shipped, servers, rng=Random(2)), world.base):
        await until(lambda: len(world.discord.sockets) == 2)
        verdict = world.verdict()
        asked = await world.press(verdict)
        await until(lambda: "needs no answer" in caplog.text)
        said = await world.discord.slash("episodes")
        await asyncio.wait_for(said.done.wait(), PATIENCE)
        await until(lambda: caplog.text.count("needs no answer") == 2)
    assert world.posted == 2  # the verdict and the episodes
    assert len(asked.edits) == 1
    assert not [record for record in caplog.records if record.levelno > logging.INFO]
    assert "Traceback" not in caplog.text


@pytest.fixture
async def second(world: World, shipped: Library, servers: Servers) -> AsyncIterator[None]:
    """A second process of the same servers, which has nothing in common with the first but Discord and the database."""
    async with (
        aclosing(Servers(servers._url)) as its_own,
        connected(Pullquote(shipped, its_own, rng=Random(2)), world.base) as other,
    ):
        await until(lambda: len(world.discord.sockets) == 2)
        assert isinstance(other, Pullquote)
        await other.rounds.stop()
        yield


@pytest.mark.usefixtures("second")
@pytest.mark.parametrize("kind", ["answer", "verdict"])
@pytest.mark.parametrize("fault", [None, lose_answer, fail_after_deed])
async def test_presses_that_two_processes_get_post_once(world: World, kind: str, fault: Fault | None) -> None:
    shown = world.answer() if kind == "answer" else world.verdict()
    if fault:
        world.discord.faults.append((POSTS if kind == "verdict" else "POST /webhooks/", fault))
    presses = [await world.discord.press(shown[1], shown[0], process=number % 2) for number in range(20)]
    await settled(*presses)
    assert world.posted == 1
    assert all(limits_disabled(each) for each in presses)


@pytest.mark.usefixtures("second")
async def test_where_the_channel_cannot_be_read_a_second_process_sends_no_second_one(world: World) -> None:
    shown = world.answer()
    world.discord.faults.append(("POST /webhooks/", fail_after_deed))
    world.discord.faults += [("GET /channels/", answering(lambda: error(403, 50001)))] * 2
    asked = await world.discord.press(shown[1], shown[0], process=0)
    await until(lambda: "Discord has not answered." in str(asked.followups))  # behind the answer that came through
    asked = await world.discord.press(shown[1], shown[0], process=1)
    await until(lambda: "I may not read this channel" in str(asked.followups))
    assert world.posted == 1
    asked = await world.discord.press(shown[1], shown[0], process=1)  # and now it may
    await settled(asked)
    assert world.posted == 1
    assert limits_disabled(asked)


async def test_a_share_that_discord_refuses_can_be_asked_for_again(world: World) -> None:
    shown = world.answer()
    world.discord.faults.append(("POST /webhooks/", answering(lambda: error(400, 50006))))
    await world.press(shown)
    assert world.posted == 0
    await world.press(shown)
    assert world.posted == 1


async def test_without_the_database_nothing_is_shared(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(*_: object) -> None:
        raise DatabaseAwayError("OSError")

    monkeypatch.setattr(world.bot.servers, "reserve_send", away)
    asked = await world.press(world.answer())
    assert "at the moment" in str(asked.followups)
    assert world.posted == 0


async def test_who_gives_up_lets_the_post_come(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "ANSWER_SECONDS", 0.1)
    world.discord.faults.append((POSTS, answering(lambda: rate_limited(34, everywhere=True))))
    verdict = world.verdict()
    asked = await world.press(verdict)
    assert asked.followups[0]["components"][0]["components"][0]["content"].startswith("Discord has not answered.")
    assert world.posted == 0
    monkeypatch.setattr(once, "ANSWER_SECONDS", 5.0)
    await world.press(verdict)
    assert world.posted == 1


async def test_daily_quotes_that_are_wanted_at_once_are_all_different(world: World) -> None:
    """The first is today's; it is posted before the others are asked for."""
    await world.bot.servers.start(chosen(GUILD, channel_id=CHANNEL), discord.utils.utcnow())
    for number in (1, 5):
        await settled(*[await world.discord.slash("daily now") for _ in range(number)])
    words = [
        "\n".join(each["content"] for each in limits.walk(post["components"]) if each["type"] == limits.TEXT_DISPLAY)
        for post in world.discord.messages.values()
    ]
    assert len(words) == 6
    assert len(set(words)) == 6
