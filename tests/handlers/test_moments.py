"""`/at` and `/when`, as members use them."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from handlers.cards.pictures.timeline import ROW, SCALE, WIDTH
from tests.handlers.stage import TITLE, Stage, speaking


@pytest.mark.parametrize(
    ("time", "asked"),
    [
        ("31:37", "31:37"),
        ("0:31:37", "31:37"),
        ("31m37s", "31:37"),
        ("1897", "31:37"),
        ("(31:38)", "31:38"),
        ("31分38秒", "31:38"),
        ("31.38", "31:38"),
        ("https://youtu.be/abc?t=1898", "31:38"),
    ],
)
async def test_at_shows_what_is_being_said(stage: Stage, time: str, asked: str) -> None:
    answer = await stage.ask("at", time=time)
    assert not answer.private
    assert answer.lines == [
        "> How many years ago was this?",
        "**Matthew Berman** · 31:37 · until 31:39",
        "GPT4.5's Flop, Grok 4, Meta's Poaching Spree, Apple's… · 2025-06-30",
        f"-# at {asked} · Apple's AI Challenges and the Debate Over On-Device AI",
    ]
    assert answer.buttons == ["◀ 31:31", "31:39 ▶", "中文"]


async def test_at_leads_to_the_segments_before_and_after(stage: Stage) -> None:
    answer = await stage.ask("at", time="31:37")
    before = await stage.press(answer, "◀ 31:31")
    assert before.lines[1] == "**Dylan Patel** · 31:31 · until 31:37"
    again = await stage.press(before, "31:37 ▶")
    assert (again.words, again.cited) == (answer.words, answer.cited)
    assert "at 31:37" not in again.text  # the second that was asked for is not what the arrows lead to
    after = await stage.press(again, "31:39 ▶")
    assert after.lines[1] == "**Dylan Patel** · 31:39 · until 32:20"


async def test_at_the_edges_there_is_one_neighbour(stage: Stage) -> None:
    assert (await stage.ask("at", time="0:00")).buttons == ["0:18 ▶", "中文"]
    assert (await stage.ask("at", time="1:02:15")).buttons == ["◀ 1:02:13", "中文"]


async def test_at_turns_over_and_says_that_it_is_a_translation(stage: Stage) -> None:
    turned = await stage.press(await stage.ask("at", time="31:37"), "中文")
    assert turned.lines[0] == "> 这是多少年前的事?"
    assert turned.lines[2].endswith(" · translation")
    with speaking("zh-CN"):
        assert (await stage.ask("at", time="31:37")).lines[0] == "> 这是多少年前的事?"


@pytest.mark.parametrize("time", ["1:02:16", "90:00", "99999"])
async def test_past_the_end_says_how_long_it_is(stage: Stage, time: str) -> None:
    answer = await stage.ask("at", time=time)
    assert answer.private
    assert answer.lines[0].endswith(f"{TITLE} is 1:02:16 long.")


@pytest.mark.parametrize("time", ["soon", "31:99", "-1", "\0", "**", "😀", "9" * 30])
async def test_what_is_no_time_says_how_to_write_one(stage: Stage, time: str) -> None:
    answer = await stage.ask("at", time=time)
    assert answer.private
    assert answer.lines[0].endswith("is not a time. Write 31:39, 1:02:03, 31m39s or seconds.")


async def test_when_lists_the_moments_in_time_order(stage: Stage) -> None:
    answer = await stage.ask("when", topic="bumpgate")
    assert not answer.private
    assert answer.lines[0] == "**bumpgate**: 3 moments"
    assert answer.lines[1] == f"-# {TITLE[:53]}… · 2025-06-30"
    assert [line.split(" ")[0] for line in answer.lines[2:]] == ["1:01", "30:48", "32:20"]
    assert all("**BumpGate**" in line and "**Dylan Patel**" in line for line in answer.lines[2:])


async def test_when_draws_where_they_lie_and_says_it_in_words(stage: Stage) -> None:
    answer = await stage.ask("when", topic="bumpgate")
    assert answer.files == ["moments.png"]
    assert answer.alt == [f"{TITLE[:72]}…, 1:02:16 long: moments at 1:01, 30:48, 32:20"]
    attachment = answer.message.attachments[0]
    picture = Image.open(BytesIO(await attachment.read()))
    assert picture.size == (WIDTH * SCALE, ROW * SCALE)


async def test_a_moment_opens_for_who_presses_it_and_leaves_the_list(stage: Stage) -> None:
    answer = await stage.ask("when", topic="bumpgate")
    assert answer.buttons == []
    ((*_, last),) = answer.menus.values()
    assert last.startswith("32:20 · Dylan Patel — So it's called BumpGate.")
    await stage.restart()
    opened = await stage.pick(answer, last, by=stage.bob)
    assert opened.private
    assert opened.message.id != answer.message.id
    assert opened.lines[1] == "**Dylan Patel** · 32:20 · until 32:57"
    assert opened.buttons[-1] == "Share"


async def test_a_topic_of_somebody_else_says_whose_words_were_looked_at(stage: Stage) -> None:
    answer = await stage.ask("when", topic="lawyers", speaker="matthew")
    assert answer.private
    assert answer.lines[0] == "“lawyers” does not come up there, or not with that speaker."


@pytest.mark.parametrize("topic", ["the", "you know", "right"])
async def test_words_that_are_said_all_the_time_are_no_topic(stage: Stage, topic: str) -> None:
    answer = await stage.ask("when", topic=topic)
    assert answer.private
    assert answer.lines[0] == f"“{topic}” is said all the time. Try a rarer word."


async def test_a_chinese_member_gets_the_chinese_side_of_a_name(stage: Stage) -> None:
    with speaking("zh-CN"):
        answer = await stage.ask("when", topic="CoreWeave")
        assert all(any("\u4e00" <= sign <= "\u9fff" for sign in line) for line in answer.lines[2:-1])


@pytest.mark.parametrize("topic", ["??", "!!"])
async def test_when_has_no_word_to_look_for(stage: Stage, topic: str) -> None:
    answer = await stage.ask("when", topic=topic)
    assert answer.lines[0] == f"“{topic}” has no word to look for. Type a word or a name."


async def test_when_says_whose_moments_they_are(stage: Stage) -> None:
    answer = await stage.ask("when", topic="nvidia", speaker="dylan")
    assert answer.lines[0].startswith("**nvidia**: ")
    assert answer.lines[1] == "said by Dylan Patel"
    narrowed = await stage.ask("when", topic="nvidia", speaker="dylan", episode="grok")
    assert narrowed.lines[1].startswith("said by Dylan Patel · in GPT4.5's Flop, Grok 4")


async def test_when_turns_pages(stage: Stage) -> None:
    first = await stage.ask("when", topic="nvidia")
    assert first.lines[-1].startswith("-# page 1 of ")
    assert first.lines[-1].endswith(" · tall bars: this page, short bars: other pages")
    assert first.buttons == ["(◀)", "▶"]
    assert len(first.menus["Open a moment"]) == 8
    second = await stage.press(first, "▶")
    assert second.lines[-1].startswith("-# page 2 of ")
    assert second.files == ["moments.png"]
    assert not set(second.lines[2:-1]) & set(first.lines[2:-1]) - {"-# 2 times within a minute"}
    assert (await stage.press(second, "◀")).text == first.text


async def test_when_keeps_to_the_speaker_on_every_page(stage: Stage) -> None:
    answer = await stage.ask("when", topic="nvidia", speaker="dylan")
    while True:
        assert all("**Dylan Patel**" in line for line in answer.lines[3:-1] if not line.startswith("-# "))
        if "▶" not in answer.buttons:
            break
        answer = await stage.press(answer, "▶")


async def test_a_topic_that_does_not_come_up_says_so(stage: Stage) -> None:
    answer = await stage.ask("when", topic="sourdough")
    assert answer.private
    assert answer.lines[0] == "“sourdough” does not come up in these transcripts."


@pytest.mark.parametrize("topic", ["\0\0", "  ", "😀" * 35, "||x||", "@everyone", "\ud800\ud800"])
async def test_any_topic_gets_an_answer(stage: Stage, topic: str) -> None:
    assert (await stage.ask("when", topic=topic)).text


async def test_a_chinese_topic_is_found_in_the_chinese_text(stage: Stage) -> None:
    answer = await stage.ask("when", topic="护城河")
    assert "**护城河**" in answer.lines[2]
    assert "39:35" in answer.lines[2]


async def test_when_takes_a_topic_of_one_character(stage: Stage) -> None:
    answer = await stage.ask("when", topic="球")
    assert not answer.private
    assert answer.lines[0].startswith("**球**: ")
    assert "**球**" in "".join(answer.lines[1:])
