"""A refused option is chosen or changed, and nothing is typed twice."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.cards.refusal.asked import CHANGE, CHOOSE, Asked, asked_in, asked_lines
from tests.handlers.stage import Seen, Stage, seen, speaking

QUERY = "solder balls would crack"


async def change(stage: Stage, refusal: Seen, *, by: Any = None, **typed: str) -> Seen:
    """The answer after what was typed was opened, changed and sent again."""
    actor = by or stage.alice
    opened = await actor.click(refusal.message, label="Change")
    result = await actor.submit_modal(opened, {**fields(opened), **typed})
    assert result.acknowledged
    return seen(result.followups[-1] if result.followups else result.response)


def fields(opened: Any) -> dict[str, str]:
    return {each["component"]["custom_id"]: each["component"].get("value", "") for each in opened.modal["components"]}


async def test_a_speaker_is_chosen_instead_of_typed(stage: Stage) -> None:
    refusal = await stage.ask("quote", text=QUERY, speaker="Zaphod")
    assert refusal.private
    assert refusal.lines == [
        "Nobody called “Zaphod” speaks here. Choose:",
        "-# /quote",
        f"-# text: {QUERY}",
        "-# speaker: Zaphod",
    ]
    assert refusal.menus == {"Choose a speaker": ["Dylan Patel", "Matthew Berman"]}
    await stage.restart()
    answer = await stage.pick(refusal, "Dylan Patel")
    assert not answer.private
    assert answer.cited == "**Dylan Patel** · 32:20"


async def test_an_answer_that_was_to_be_private_is_so_after_the_choice(stage: Stage) -> None:
    refusal = await stage.ask("quote", text=QUERY, speaker="Zaphod", private=True)
    assert "-# private: true" in refusal.lines
    assert (await stage.pick(refusal, "Dylan Patel")).private


async def test_an_episode_and_a_chapter_are_chosen(stage: Stage) -> None:
    refusal = await stage.ask("at", time="31:37", episode="Zaphod's tea")
    ((label,),) = refusal.menus.values()
    assert label.startswith("2025-06-30 · GPT4.5's Flop")
    assert (await stage.pick(refusal, "2025-06-30-dylan-patel")).words == "> How many years ago was this?"
    refusal = await stage.ask("chapter", name="Zaphod")
    ((first, *others),) = refusal.menus.values()
    assert first.startswith("0:00 · ")
    assert len(others) == 7
    chosen = await stage.pick(refusal, "2025-06-30-dylan-patel#2")
    assert "chapter 2 of 8" in chosen.text


async def test_a_choice_may_be_refused_in_its_turn(stage: Stage) -> None:
    refusal = await stage.ask("at", time="soon", episode="Zaphod's tea")
    again = await stage.pick(refusal, "2025-06-30-dylan-patel")
    assert again.lines[0].startswith("“soon” is not a time.")
    assert again.lines[1:] == ["-# /at", "-# time: soon", "-# episode: 2025-06-30-dylan-patel"]
    assert (await change(stage, again, time="31:37")).words == "> How many years ago was this?"


async def test_what_was_typed_can_be_changed(stage: Stage) -> None:
    refusal = await stage.ask("at", time="soon")
    opened = await stage.alice.click(refusal.message, label="Change")
    assert opened.modal["title"] == "/at"
    assert fields(opened) == {"time": "soon", "episode": ""}
    await stage.restart()  # the modal is known by its custom_id alone
    result = await stage.alice.submit_modal(opened, {"time": "31.37", "episode": ""})
    assert seen(result.response).words == "> How many years ago was this?"


async def test_a_wrong_start_of_daily_quotes_is_mended_without_typing_it_again(
    stage: Stage, owner: Any, channel: Any
) -> None:
    options = {"channel": channel, "time": "25", "timezone": "congo", "days": "weekdays"}
    refusal = await stage.ask("daily start", by=owner, **options)
    assert refusal.lines[1:] == [
        "-# /daily start",
        f"-# channel: <#{channel.id}>",
        "-# time: 25",
        "-# timezone: congo",
        "-# days: weekdays",
    ]
    opened = await owner.click(refusal.message, label="Change")
    assert fields(opened)["timezone"] == "congo"
    assert "channel" not in fields(opened)
    again = await change(stage, refusal, by=owner, time="9")
    assert again.text.startswith("“congo” may be several time zones. Choose:")
    (zones,) = again.menus.values()
    assert len(zones) > 1
    started = await stage.pick(again, zones[0].replace(" ", "_"), by=owner)
    assert started.lines[0] == "### The quote of the day is set up"
    assert f"<#{channel.id}> · 09:00" in started.lines[1]
    assert "on weekdays" in started.lines[1]


async def test_who_may_not_start_daily_quotes_may_not_by_a_press_either(stage: Stage, owner: Any, channel: Any) -> None:
    refusal = await stage.ask("daily start", by=owner, channel=channel, time="9", timezone="congo")
    zone = next(iter(refusal.menus.values()))[0].replace(" ", "_")
    planted = await stage.say(view=_copy_of(refusal))
    copied = Seen(refusal.text, [], {}, False, [], [], planted)
    assert "Only those who may manage this server" in (await stage.pick(copied, zone)).text


def _copy_of(refusal: Seen) -> Any:
    from discord import ui

    return ui.LayoutView.from_message(refusal.message.message)


@pytest.mark.parametrize("custom_id", [f"{CHANGE}nothing", f"{CHANGE}daily nothing", f"{CHANGE}help"])
async def test_a_command_that_is_gone_is_told(stage: Stage, custom_id: str) -> None:
    planted = await stage.plant(custom_id)
    assert (await stage.press(planted, "old")).text.startswith("This button is from another version of the bot.")


async def test_too_much_is_not_offered_again(stage: Stage) -> None:
    refusal = await stage.ask("verify", claim="words " * 240, speaker="Zaphod" * 40)
    assert refusal.buttons == []
    assert refusal.lines[1:] == ["- Dylan Patel", "- Matthew Berman"]


async def test_it_speaks_chinese(stage: Stage) -> None:
    with speaking("zh-CN"):
        refusal = await stage.ask("quote", text=QUERY, speaker="Zaphod")
        assert refusal.buttons == ["修改"]
        assert refusal.menus == {"选择说话人": ["Dylan Patel", "Matthew Berman"]}
        opened = await stage.alice.click(refusal.message, label="修改")
        assert opened.modal["components"][0]["description"] == "你记得的内容，拼错也没关系"
        assert (await stage.pick(refusal, "Dylan Patel")).cited == "**Dylan Patel** · 32:20"


async def test_nothing_is_remembered_of_a_modal(stage: Stage) -> None:
    refusal = await stage.ask("at", time="soon")
    await stage.alice.click(refusal.message, label="Change")
    assert not stage.bot._connection._view_store._modals


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)


@given(st.dictionaries(st.sampled_from(["text", "speaker", "episode"]), texts))
def test_what_is_shown_reads_back(options: dict[str, str]) -> None:
    shown = asked_lines(Asked("quote", options))
    assert shown is not None
    read = asked_in(["something else", shown])
    assert read is not None
    assert read.command == "quote"
    assert {name: " ".join(text.split()) for name, text in read.options.items()} == {
        name: " ".join(_visible(text).split()) for name, text in options.items()
    }


def _visible(text: str) -> str:
    from handlers.cards.markdown import visible

    return visible(text)


def test_lines_of_a_claim_stay_lines() -> None:
    claim = "“Yes.”\n— Dylan"
    shown = asked_lines(Asked("verify", {"claim": claim}))
    assert shown is not None
    read = asked_in([shown])
    assert read is not None
    assert read.options["claim"] == claim


def test_menus_begin_with_signs_of_their_own() -> None:
    assert {CHOOSE, CHANGE} == {"6", "7"}
