"""Every button and menu of every answer, pressed in both languages: members', moderators' and owners'."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.cards.follow import STOP
from tests.conftest import MakeLibrary
from tests.handlers.buttons.asked import People
from tests.handlers.buttons.walk import Walk, Way, assert_good, controls, kind_of, use
from tests.handlers.stage import Stage, seen_by_itself, speaking


@pytest.fixture
def people(stage: Stage, moderator: Any, owner: Any) -> People:
    return People(stage.alice, moderator, owner)


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
async def test_every_button_answers(stage: Stage, people: People, locale: str) -> None:
    walk = Walk(stage, people, locale)
    with speaking(locale):
        await walk.take()
    verbs = {kind[:2] for kind in walk.pressed}
    assert verbs >= {"1e", "1o", "1s", "3f", "3n", "3p", "3u"}, verbs
    assert {verb[0] for verb in verbs} >= set("12345679"), verbs


NEW = "(00:00) Ann Li:\nToday we talk about bridges.\n\n(00:12) Bo Yu:\nForty million crowns for a bridge of granite.\n"


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
async def test_every_button_of_what_comes_by_itself_answers(
    stage: Stage, people: People, make_library: MakeLibrary, locale: str
) -> None:
    with speaking(locale):
        await stage.ask("follow add", by=people.owner, phrase="forty million crowns", to="this channel")
        await stage.ask("library announce", by=people.owner, channel=stage.channel)
        stage.clock.forward(minutes=1)
        await stage.restart(make_library({"2026-01-01 Bridges.txt": NEW}))
        await stage.bot.following.round(stage.clock())
        came = [seen_by_itself(each) for each in stage.channel.history() if each.components]
        assert len(came) == 2
        pressed = set()
        for notice in came:
            assert_good(notice, Way("by itself"), locale)
            for control in sorted(controls(notice), key=lambda each: each["custom_id"].startswith(STOP)):
                shown = await use(notice, control, people.owner)
                assert shown
                assert_good(shown, Way("by itself", (kind_of(control),)), locale)
                pressed.add(control["custom_id"][:1])
        assert STOP in pressed
