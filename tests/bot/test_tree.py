"""The one door for errors: what is expected is told, what is not is told and logged, once."""

from __future__ import annotations

import logging
import re

import pytest

from handlers.answers import Answers
from tests.handlers.stage import Stage, seen, speaking

APOLOGY = r"Sorry, that did not work\. If it happens again, tell whoever runs this bot: `([0-9a-f]{8})`"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the disk is on fire")

    monkeypatch.setattr(Answers, "_make_card", fail)


@pytest.mark.usefixtures("broken")
async def test_an_unexpected_error_is_told_privately_and_logged_once(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await stage.ask("at", time="1:00")
    assert answer.private
    match = re.fullmatch(APOLOGY, answer.text)
    assert match
    records = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert [record.getMessage() for record in records] == [f"/at failed, reference {match[1]}"]
    assert "the disk is on fire" in caplog.text
    stage.expected.append("the disk is on fire")


async def test_an_unexpected_error_of_a_button_is_told_too(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await stage.ask("at", time="1:00")

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the disk is on fire")

    monkeypatch.setattr(Answers, "_make_card", fail)
    told = await stage.press(answer, "中文")
    assert told.private
    assert re.fullmatch(APOLOGY, told.text)
    assert [r.getMessage()[:16] for r in caplog.records if r.levelno >= logging.WARNING] == ["button '1els' fa"]
    stage.expected.append("the disk is on fire")


async def test_an_expected_error_is_not_logged(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    await stage.ask("at", time="soon")
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_nothing_that_a_user_typed_is_logged_at_info(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    await stage.ask("quote", text="my secret words", private=True)
    await stage.ask("when", topic="solder secret")
    assert "secret" not in caplog.text


async def test_a_command_in_an_older_form_says_what_to_do(stage: Stage) -> None:
    stage.bot.tree.remove_command("episodes")
    with speaking("en-US"):
        result = await stage.alice.slash(stage.channel, "episodes")
    told = seen(result.response)
    assert told.private
    assert told.text == "This command has changed. Restart Discord (Ctrl+R), then try again."
    stage.expected.append("episodes")
