"""`/chapters` and `/chapter`, as members use them."""

from __future__ import annotations

import pytest

from tests.handlers.stage import TITLE, Stage, speaking

APPLE = "Apple's AI Challenges and the Debate Over On-Device AI"


async def test_chapters_lists_times_and_titles(stage: Stage) -> None:
    answer = await stage.ask("chapters")
    assert not answer.private
    assert answer.lines[0] == f"### {TITLE}"
    assert answer.lines[1] == "1. 0:00 Meta's AI Strategy and Organizational Challenges"
    assert answer.lines[5] == f"5. 28:13 {APPLE}"
    assert answer.lines[-1] == "-# 2025-06-30 · 1:02:16 · 8 chapters"
    assert answer.buttons == ["1", "2", "3", "4", "5", "6", "7", "8", "中文"]


async def test_a_chapters_button_opens_it_and_contents_leads_back(stage: Stage) -> None:
    contents = await stage.ask("chapters")
    chapter = await stage.press(contents, "5")
    assert chapter.lines[0] == f"### {APPLE}"
    assert (await stage.press(chapter, "Contents")).text == contents.text


async def test_a_passer_bys_chapter_is_their_own_and_can_be_shared(stage: Stage) -> None:
    own = await stage.press(await stage.ask("chapters"), "5", by=stage.bob)
    assert own.private
    shared = await stage.press(own, "Share", by=stage.bob)
    assert not shared.private
    assert shared.lines[0] == f"### {APPLE}"


async def test_chapters_turn_over_to_chinese(stage: Stage) -> None:
    answer = await stage.press(await stage.ask("chapters"), "中文")
    assert answer.lines[5] == "5. 28:13 苹果的 AI 挑战与设备端 AI 之争"
    assert answer.buttons[-1] == "English"


@pytest.mark.parametrize("name", ["5", APPLE, "apple on device", "aple chalenges", "苹果", "蘋果的挑戰"])
async def test_chapter_tells_what_it_is_about_and_who_speaks(stage: Stage, name: str) -> None:
    answer = await stage.ask("chapter", name=name)
    assert answer.lines[0] == f"### {APPLE}"
    assert answer.lines[1] == "28:13 – 37:42 · chapter 5 of 8"
    assert answer.lines[2].startswith("The discussion turns to Apple's AI efforts, noting that they are behind")
    assert answer.lines[3:5] == ["`▰▰▰▰▰▰▰▱` 89% Dylan Patel", "`▰▱▱▱▱▱▱▱` 11% Matthew Berman"]
    assert answer.lines[5] == f"-# {TITLE} · 2025-06-30"
    assert answer.buttons == ["◀", "▶", "中文", "Contents"]


async def test_previous_and_next_chapter(stage: Stage) -> None:
    answer = await stage.ask("chapter", name="2")
    first = await stage.press(answer, "◀")
    assert "chapter 1 of 8" in first.lines[1]
    assert first.buttons[0] == "(◀)"
    last = await stage.press(await stage.ask("chapter", name="7"), "▶")
    assert "chapter 8 of 8" in last.lines[1]
    assert last.buttons[1] == "(▶)"


async def test_a_chapter_turns_over_to_chinese_and_says_that_it_is_a_translation(stage: Stage) -> None:
    answer = await stage.press(await stage.ask("chapter", name="5"), "中文")
    assert answer.lines[0] == "### 苹果的 AI 挑战与设备端 AI 之争"
    assert answer.lines[-1].endswith(" · translation")
    assert (await stage.press(answer, "English")).lines[0] == f"### {APPLE}"


async def test_a_chinese_member_gets_the_chinese_side(stage: Stage) -> None:
    with speaking("zh-CN"):
        answer = await stage.ask("chapter", name="5")
        assert answer.lines[:2] == ["### 苹果的 AI 挑战与设备端 AI 之争", "28:13 – 37:42 · 第 5/8 章"]


@pytest.mark.parametrize("name", ["99", "0", "zaphod", "x#5", "2025-06-30-dylan-patel#99", "\0"])
async def test_an_unknown_chapter_is_told_which_there_are(stage: Stage, name: str) -> None:
    answer = await stage.ask("chapter", name=name)
    assert answer.private
    assert "No chapter is called" in answer.lines[0]
    (offered,) = answer.menus.values()
    assert offered[0] == "0:00 · Meta's AI Strategy and Organizational Challenges"
    assert len(offered) == 8


async def test_chapters_are_offered_in_the_members_language_and_picking_one_opens_it(stage: Stage) -> None:
    choices = await stage.offered("chapter", "name", "")
    assert len(choices) == 8
    (choice, *_) = await stage.offered("chapter", "name", "aple")
    assert choice["name"] == f"28:13 · {APPLE}"
    assert (await stage.ask("chapter", name=choice["value"])).lines[0] == f"### {APPLE}"
    with speaking("zh-CN"):
        (choice, *_) = await stage.offered("chapter", "name", "苹果")
        assert choice["name"] == "28:13 · 苹果的 AI 挑战与设备端 AI 之争"


async def test_an_episode_can_be_named_loosely(stage: Stage) -> None:
    assert (await stage.ask("chapters", episode="dylan patel")).lines[0] == f"### {TITLE}"
    assert (await stage.ask("chapters", episode="zaphod")).private
