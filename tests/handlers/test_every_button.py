"""Every button and menu of every answer, pressed in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.texts import catalog
from tests import discord_schema, limits
from tests.handlers.stage import Seen, Stage, seen, speaking

ALTERED = "There are no top researchers I know for sure are going there"


ASKED: list[tuple[str, dict[str, Any]]] = [
    ("quote", {"text": "solder balls would crack"}),
    ("quote", {"text": "微软的律师多得吓人", "private": True}),
    ("quote", {"text": "NVIDIA is going to acquire CoreWeave for forty billion dollars"}),
    ("quote", {"text": "solder balls", "speaker": "Zaphod"}),
    ("random", {"speaker": "matthew"}),
    ("chapters", {}),
    ("chapter", {"name": "5"}),
    ("chapter", {"name": "zaphod"}),
    ("at", {"time": "31.38"}),
    ("at", {"time": "soon"}),
    ("when", {"topic": "nvidia"}),
    ("episodes", {}),
    ("verify", {"claim": f"“{ALTERED}” — Dylan Patel"}),
    ("verify", {"claim": "“NVIDIA will buy all the lighthouses of Norway”"}),
    ("help", {}),
]


FAILURES = ("Sorry, that did not work", "抱歉")


def controls(answer: Seen) -> list[dict[str, Any]]:
    """The buttons and menus that can be used."""
    kinds = (limits.BUTTON, limits.SELECT)
    every = [each for each in limits.walk(answer.message.components) if each["type"] in kinds]
    return [each for each in every if "custom_id" in each and not each.get("disabled")]


async def use(stage: Stage, answer: Seen, control: dict[str, Any]) -> Seen | None:
    """What there is to see after that; None for a modal."""
    custom_id = control["custom_id"]
    if control["type"] == limits.SELECT:
        chosen = control["options"][-1]["value"]
        result = await stage.alice.select(answer.message, [chosen], custom_id=custom_id)
    else:
        result = await stage.alice.click(answer.message, custom_id=custom_id)
    assert result.acknowledged, custom_id
    if result.modal is not None:
        assert not discord_schema.DESCRIPTION.exists() or not discord_schema.faults_of_modal(result.modal)
        return None
    shown = seen(result.followups[-1] if result.followups else result.response)
    assert not shown.text.startswith(FAILURES), (custom_id, shown.text)
    return shown


def words_of(answer: Seen) -> set[str]:
    return {label.strip("()") for label in answer.buttons} | set(answer.menus) | set(answer.text.split("\n"))


ENGLISH = {
    message.id
    for message in catalog("zh")
    if isinstance(message.id, str) and message.id and "{" not in message.id and message.string != message.id
}


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
@pytest.mark.parametrize(("command", "options"), ASKED, ids=lambda each: each if isinstance(each, str) else "")
async def test_every_button_answers(stage: Stage, command: str, options: dict[str, Any], locale: str) -> None:
    with speaking(locale):
        first = await stage.ask(command, **options)
        answers = [first]
        for number in range(len(controls(first))):
            answer = await stage.ask(command, **options)
            there = controls(answer)
            if number < len(there):  # a random passage may have fewer
                shown = await use(stage, answer, there[number])
                answers += [shown] if shown else []
        if locale == "zh-CN":
            for each in answers:
                assert not words_of(each) & ENGLISH
        for each in answers:
            assert all(alt.strip() for alt in [*each.alt, *each.thumbnails.values()])
            assert len(each.files) == len(each.alt)  # a picture without words would be unseen by some
