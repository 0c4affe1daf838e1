"""`/quote`, as members use it: what is found, and what is said where nothing is."""

from __future__ import annotations

import pytest

from handlers.quotes import PICKED
from tests.handlers.quotes.solder import CARD, QUERY
from tests.handlers.stage import Stage, speaking


async def test_quote_answers_with_the_words_the_speaker_and_the_time(stage: Stage) -> None:
    answer = await stage.ask("quote", text=QUERY)
    assert answer.lines == CARD
    assert answer.buttons == ["(◀)", "▶", "Context", "中文", "Picture"]
    assert not answer.private


@pytest.mark.parametrize(
    ("typed", "time", "quality"),
    [
        ("microsoft has more lawyers than god", "17:30", "exact match"),
        ("the soldier balls conecting the chip and the bord would crack", "32:20", "close match"),
        ("gpus get rented from core weave to micro soft to open eye", "18:15", "close match"),
        ("微软的律师多得吓人", "17:30", "exact match"),
        ("微軟的律師多得嚇人", "17:30", "exact match"),
    ],
)
async def test_quote_finds_what_is_half_remembered(stage: Stage, typed: str, time: str, quality: str) -> None:
    answer = await stage.ask("quote", text=typed)
    assert answer.cited == f"**Dylan Patel** · {time}"
    assert quality in answer.lines[-1]


async def test_a_time_is_answered_with_what_is_said_then(stage: Stage) -> None:
    answer = await stage.ask("quote", text="at 32:20")
    assert answer.cited == CARD[2]
    assert answer.lines[1].startswith("> The chip versus the solder balls versus the PCB would expand and shrink")
    assert not answer.private


async def test_a_quote_that_was_said_twice_names_the_other_time(stage: Stage) -> None:
    answer = await stage.ask("quote", text="eventually, there just won't be humans in the loop")
    assert answer.cited == "**Dylan Patel** · 56:26"
    assert "also at 0:52" in answer.lines[-1]


async def test_what_was_never_said_is_told_privately_with_the_nearest(stage: Stage) -> None:
    answer = await stage.ask("quote", text="NVIDIA is going to acquire CoreWeave for forty billion dollars")
    assert answer.private
    assert answer.lines[0] == (
        "I am not sure that “NVIDIA is going to acquire CoreWeave for forty billion dollars” was said. Did you mean:"
    )
    assert 1 <= len(answer.buttons) <= 3
    shown = await stage.press(answer, answer.buttons[0])
    assert shown.private
    assert shown.words
    assert "partial match" in shown.lines[-1]


async def test_nothing_like_it_says_so(stage: Stage) -> None:
    answer = await stage.ask("quote", text="qqqqww zzzzkk")
    assert answer.private
    assert answer.lines == [
        "Nothing like “qqqqww zzzzkk” is said in these transcripts.",
        "-# Try the rarest words that you remember, or another language.",
    ]
    assert answer.buttons == []


@pytest.mark.parametrize("name", ["matthew", "Matthew Berman", "mathew berman", "bermann"])
async def test_a_speaker_can_be_named_loosely(stage: Stage, name: str) -> None:
    answer = await stage.ask("quote", text="ultimate breakup between companies", speaker=name)
    assert answer.cited == "**Matthew Berman** · 7:10"


async def test_what_somebody_else_said_is_offered_as_theirs(stage: Stage) -> None:
    answer = await stage.ask("quote", text="microsoft has more lawyers than god", speaker="matthew")
    assert answer.private
    assert answer.lines[0] == (
        "“microsoft has more lawyers than god” is not said there, by that speaker. It is said here:"
    )
    assert answer.buttons == ["1 · 17:30"]


async def test_an_unknown_speaker_is_told_who_there_is(stage: Stage) -> None:
    answer = await stage.ask("quote", text=QUERY, speaker="Zaphod")
    assert answer.private
    assert answer.lines[0] == "Nobody called “Zaphod” speaks here. Choose:"
    assert answer.menus == {"Choose a speaker": ["Dylan Patel", "Matthew Berman"]}


async def test_an_unknown_episode_is_told_which_there_are(stage: Stage) -> None:
    answer = await stage.ask("quote", text=QUERY, episode="Zaphod's tea")
    assert answer.private
    assert answer.lines[0] == "No episode is called “Zaphod's tea”. Choose:"
    assert [label[:25] for label in answer.menus["Choose an episode"]] == ["2025-06-30 · GPT4.5's Flo"]


async def test_a_chinese_member_gets_the_chinese_side_of_a_name_and_the_english_of_an_english_sentence(
    stage: Stage,
) -> None:
    with speaking("zh-CN"):
        assert "的" in (await stage.ask("quote", text="BumpGate")).words
        assert (await stage.ask("quote", text=QUERY)).words == CARD[1]


async def test_a_chinese_member_reads_chinese(stage: Stage) -> None:
    with speaking("zh-TW"):
        answer = await stage.ask("quote", text="微软的律师多得吓人")
        assert answer.buttons == ["上下文", "English", "图片"]
        assert answer.lines[0].startswith("-# 前文\uff0cDylan Patel\uff1a他们还能拿到 20% 的营收分成")
        assert answer.lines[3].endswith(" · 2025-06-30 · 译文")
        assert answer.lines[4].endswith(" · 完全匹配")


async def test_what_a_stranger_types_shows_as_typed(stage: Stage) -> None:
    answer = await stage.ask("quote", text="@everyone **zqx** ||zqy|| [zqz](http://zq.zq) <@123> `zq`\n# zqq")
    assert answer.lines[0] == (
        "Nothing like “@\u200beveryone \\*\\*zqx\\*\\* \\|\\|zqy\\|\\| \\[zqz\\](http\\://zq.zq)"
        " \\<@123> \\`zq\\` # zqq” is said in these transcripts."
    )


@pytest.mark.parametrize(
    "text", ["\0\0", "\ud800 lone", "😀" * 200, "ab\u202ecd", "››", PICKED + "qAAAA", "  ", "%00", "' OR 1=1 --"]
)
async def test_any_text_gets_an_answer(stage: Stage, text: str) -> None:
    assert (await stage.ask("quote", text=text)).private
