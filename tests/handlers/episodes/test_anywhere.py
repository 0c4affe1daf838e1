"""Commands in direct messages, those that a user installs, and all of them where there is no episode."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import MakeLibrary
from tests.handlers.stage import Seen, Stage, seen
from transcript.library import Library


async def test_in_direct_messages_everything_works(stage: Stage) -> None:
    carol = stage.env.create_user("carol")

    async def ask(command: str, **options: str) -> Seen:
        return seen((await carol.slash(command, **options)).response)

    quote = await ask("quote", text="I once swam in it", episode="river-12")
    assert quote.cited.startswith("**Bo Yu**")
    wide = seen((await carol.click(quote.message, label="Context")).response)
    assert "Less" in wide.buttons
    for command, options in (
        ("random", {}),
        ("chapters", {"episode": "river-12"}),
        ("chapter", {"name": "1", "episode": "river-12"}),
        ("at", {"time": "0:01"}),
        ("when", {"topic": "vltava"}),
        ("episodes", {}),
        ("help", {}),
    ):
        assert (await ask(command, **options)).text


OF_SERVERS = ["daily", "today", "library", "Not this one"]
"""Commands that make sense in a server alone, in the order in which they are told to Discord."""


async def test_every_command_can_be_installed_by_a_user_and_used_anywhere(stage: Stage) -> None:
    (synced,) = [request.json for request in stage.env.http_requests if request.method == "PUT"]
    assert [command["name"] for command in synced if command["contexts"] == [0]] == OF_SERVERS  # a server's own
    for command in (command for command in synced if command["name"] not in OF_SERVERS):
        assert command["contexts"] == [0, 1, 2]  # servers, direct messages with the bot, and those with others
        assert command["integration_types"] == [0, 1]  # to a server, to a user's account


class TestEmpty:
    @pytest.fixture
    def library(self, make_library: MakeLibrary) -> Library:
        return make_library({"broken.txt": "no stamps"})

    @pytest.mark.parametrize(
        ("command", "options"),
        [
            ("quote", {"text": "anything"}),
            ("random", {}),
            ("chapters", {}),
            ("chapter", {"name": "1"}),
            ("at", {"time": "1:00"}),
            ("when", {"topic": "anything"}),
            ("episodes", {}),
        ],
    )
    async def test_without_a_transcript_every_command_says_so(
        self, stage: Stage, command: str, options: dict[str, Any]
    ) -> None:
        answer = await stage.ask(command, **options)
        assert answer.private
        assert answer.text == "There are no episodes yet. Whoever manages this server can add some: /library add."
