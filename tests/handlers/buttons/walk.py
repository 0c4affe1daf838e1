"""A walk from each answer over its buttons and menus to what they bring."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import Any

from handlers.texts import catalog
from tests import discord_schema, limits
from tests.handlers.buttons.asked import ASKED, People
from tests.handlers.stage import Seen, Stage, seen

DEPTH = 3
"""Presses one after the other: from an answer to what its buttons bring, and on."""


FAILURES = ("Sorry, that did not work", "抱歉")


def shown_components(answer: Seen) -> list[dict[str, Any]]:
    return [each if isinstance(each, dict) else each.to_dict() for each in answer.message.components]


def controls(answer: Seen) -> list[dict[str, Any]]:
    """The buttons and menus that can be used."""
    kinds = (limits.BUTTON, limits.SELECT)
    every = [each for each in limits.walk(shown_components(answer)) if each["type"] in kinds]
    return [each for each in every if "custom_id" in each and not each.get("disabled")]


def kind_of(control: dict[str, Any]) -> str:
    """The verb of a control and what is written on it: alike for those that do the same with something else."""
    label = control.get("label") or control.get("placeholder") or ""
    return f"{control['custom_id'][:2]} {''.join(each for each in label if not each.isdecimal())}"


async def use(answer: Seen, control: dict[str, Any], by: Any) -> Seen | None:
    """The answer to a press or a choice; None for a modal."""
    custom_id = control["custom_id"]
    if control["type"] == limits.SELECT:
        result = await by.select(answer.message, [control["options"][-1]["value"]], custom_id=custom_id)
    else:
        result = await by.click(answer.message, custom_id=custom_id)
    assert result.acknowledged, control
    if result.modal is not None:
        assert not discord_schema.DESCRIPTION.exists() or not discord_schema.faults_of_modal(result.modal)
        return None
    return seen(result.followups[-1] if result.followups else result.response)


@dataclass(frozen=True)
class Way:
    """From what is asked to an answer: the kinds of the controls that are pressed one after the other."""

    asked: str
    presses: tuple[str, ...] = ()

    async def go(self, stage: Stage, people: People) -> tuple[Seen, Any] | None:
        """The answer at its end, and who asked; None where a press leads elsewhere today."""
        answer, by = await ASKED[self.asked](stage, people)
        for press in self.presses:
            control = next((each for each in controls(answer) if kind_of(each) == press), None)
            following = await use(answer, control, by) if control else None
            if following is None:
                return None
            answer = following
        return answer, by


def words_of(answer: Seen) -> set[str]:
    return {label.strip("()") for label in answer.buttons} | set(answer.menus) | set(answer.text.split("\n"))


ENGLISH = {
    message.id
    for message in catalog("zh")
    if isinstance(message.id, str) and message.id and "{" not in message.id and message.string != message.id
}


def assert_good(answer: Seen, way: Way, locale: str) -> None:
    assert not answer.text.startswith(FAILURES), way
    assert all(alt.strip() for alt in [*answer.alt, *answer.thumbnails.values()]), way
    assert len(answer.files) == len(answer.alt), way  # a picture without words would be unseen by some
    for frame in shown_components(answer):  # nor may the buttons of a frame be told apart by their places alone
        labels = [each["label"] for each in limits.walk([frame]) if each["type"] == limits.BUTTON]
        assert len(set(labels)) == len(labels), (way, labels)
    if locale == "zh-CN":
        assert not words_of(answer) & ENGLISH, way


def control_of(there: tuple[Seen, Any] | None, kind: str) -> dict[str, Any] | None:
    return next((each for each in controls(there[0]) if kind_of(each) == kind), None) if there else None


@dataclass
class Walk:
    """All ways through the answers, each control pressed once of a kind."""

    stage: Stage
    people: People
    locale: str
    pressed: set[str] = field(default_factory=set)

    async def take(self) -> None:
        ways = deque(map(Way, ASKED))
        while ways:
            ways.extend(await self._follow(ways.popleft()))

    async def _follow(self, way: Way) -> list[Way]:
        """Press what was not pressed yet of the answer at the way's end; the ways to answers with more to press."""
        found, there = [], await way.go(self.stage, self.people)
        assert_good(there[0], way, self.locale) if there else None
        for kind in self._unpressed(there[0], way) if there else []:
            if (control := control_of(there, kind)) is None:  # an earlier press took it away
                there = await way.go(self.stage, self.people)
                control = control_of(there, kind)
            if there is None or control is None:  # a random passage may have other buttons
                continue
            self.pressed.add(kind)
            shown, further = await use(there[0], control, there[1]), replace(way, presses=(*way.presses, kind))
            if shown is None:
                continue
            assert_good(shown, further, self.locale)
            if self._unpressed(shown, further):
                found.append(further)
            there = there if shown.message.id != there[0].message.id else None
        return found

    def _unpressed(self, answer: Seen, way: Way) -> list[str]:
        every = [] if len(way.presses) == DEPTH else map(kind_of, controls(answer))
        return [kind for kind in dict.fromkeys(every) if kind not in self.pressed]
