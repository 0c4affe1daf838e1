"""`/quote` and `/random`, as members use them."""

from __future__ import annotations

import pytest

from handlers.quotes import PICKED
from tests.handlers.stage import Stage, speaking

QUERY = "solder balls would crack"


TITLE = "GPT4.5's Flop, Grok 4, Meta's Poaching Spree, Apple's…"


CARD = [
    "-# Dylan Patel, just before: The chip versus the solder balls versus the PCB would expand and shrink at different"
    " rates.",
    "> And what ended up happening is because of that different rate of expansion, the **solder balls** connecting the"
    " chip and the board **would crack**.",
    "**Dylan Patel** · 32:20",
    f"{TITLE} · 2025-06-30",
    "-# Apple's AI Challenges and the Debate Over On-Device AI · close match, 1 of 2",
]


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


async def test_next_and_previous_match_turn_the_card(stage: Stage) -> None:
    first = await stage.ask("quote", text=QUERY)
    second = await stage.press(first, "▶")
    assert second.message.id == first.message.id
    assert second.text != first.text
    assert second.lines[-1].endswith("2 of 2")
    assert second.buttons[:2] == ["◀", "(▶)"]
    assert (await stage.press(second, "◀")).text == first.text


async def test_context_shows_what_was_said_around_and_goes_back(stage: Stage) -> None:
    first = await stage.ask("quote", text=QUERY)
    wide = await stage.press(first, "Context")
    assert wide.lines[0].startswith("-# 31:37 **Matthew Berman**: How many years ago was this?")
    assert wide.lines[1].startswith("-# 31:39 **Dylan Patel**: …")
    assert wide.lines[2].startswith("-# The chip versus the solder balls versus the PCB would expand")
    assert wide.lines[3] == CARD[1]
    assert wide.lines[4].startswith("-# They would, it was called buf gate. And now the connection is severed.")
    assert wide.lines[5].startswith("-# 32:57 **Dylan Patel**: But at one point, they tried to sue everyone")
    assert wide.lines[6].startswith("-# 33:10 **Matthew Berman**: They don't really need to anymore.")
    assert wide.lines[7:] == CARD[2:]
    assert "Less" in wide.buttons
    assert (await stage.press(wide, "Less")).text == first.text


async def test_the_card_turns_over_to_the_translation_and_back(stage: Stage) -> None:
    first = await stage.ask("quote", text=QUERY)
    turned = await stage.press(first, "中文")
    assert "焊球" in turned.words
    assert turned.lines[3].endswith(" · 2025-06-30 · translation")
    assert "English" in turned.buttons
    assert (await stage.press(turned, "English")).text == first.text


async def test_a_chinese_quote_turns_over_to_what_was_said(stage: Stage) -> None:
    answer = await stage.ask("quote", text="微软的律师多得吓人")
    assert "**微软的律师多得吓人**" in answer.words
    turned = await stage.press(answer, "English")
    assert "Microsoft has more lawyers than God" in turned.words
    assert "translation" not in turned.text


async def test_a_private_answer_is_for_the_asker_and_can_be_shared(stage: Stage) -> None:
    answer = await stage.ask("quote", text=QUERY, private=True)
    assert answer.private
    assert answer.lines == CARD
    assert answer.buttons[-1] == "Share"
    shared = await stage.press(answer, "Share")
    assert not shared.private
    assert shared.lines == CARD
    assert "Share" not in shared.buttons
    assert shared.message.id != answer.message.id


async def test_turning_a_private_card_keeps_it_private_and_shareable(stage: Stage) -> None:
    answer = await stage.ask("quote", text=QUERY, private=True)
    turned = await stage.press(answer, "中文")
    assert turned.private
    assert turned.buttons[-1] == "Share"


async def test_what_was_shared_stays_shared_when_the_card_is_turned(stage: Stage) -> None:
    answer = await stage.ask("quote", text=QUERY, private=True)
    shared = await stage.press(answer, "Share")
    count = len(stage.channel.history())
    wide = await stage.press(answer, "Context")
    assert wide.buttons[-1] == "(Shared)"
    other = await stage.press(wide, "▶")
    assert other.buttons[-1] == "Share"  # that one is not posted
    back = await stage.press(other, "◀")
    await stage.press(back, "Share")  # the message has forgotten it, but the outbox has not
    assert len(stage.channel.history()) == count
    again = await stage.press(shared, "Context")
    assert "Share" not in again.buttons


async def test_a_passer_by_gets_a_card_of_their_own(stage: Stage) -> None:
    answer = await stage.ask("quote", text=QUERY)
    own = await stage.press(answer, "▶", by=stage.bob)
    assert own.private
    assert own.message.id != answer.message.id
    assert own.lines[-1].endswith("2 of 2")


async def test_buttons_work_after_a_restart(stage: Stage) -> None:
    answer = await stage.ask("quote", text=QUERY)
    await stage.restart()
    assert (await stage.press(answer, "▶")).lines[-1].endswith("2 of 2")


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


async def test_typing_offers_live_matches_and_picking_one_answers_with_it(stage: Stage) -> None:
    choices = await stage.offered("quote", "text", "solder balls would crack")
    assert choices[0]["name"].startswith("32:20 · Dylan Patel — ")
    answer = await stage.ask("quote", text=choices[0]["value"], speaker="Zaphod")
    assert answer.cited == "**Dylan Patel** · 32:20"
    assert "**solder balls**" in answer.words


async def test_the_half_typed_word_and_the_speaker_count_while_typing(stage: Stage) -> None:
    (first, *_) = await stage.offered("quote", "text", "more law")
    assert "lawyers" in first["name"]
    for choice in await stage.offered("quote", "text", "therapy show", speaker="Matthew Berman"):
        assert "Matthew Berman" in choice["name"]


@pytest.mark.parametrize(
    "forged",
    [
        "qAAABqI613PMAYwBLBK8BAQEBAQEAAQ",  # ranges inside one word, called an exact match
        "qAAABqI613PMAYwCyAQ" + "EFAGMAsgEBBQBjALIBAQUAYwCyAQ" * 5,  # more pointers than there can be
    ],
)
async def test_what_looks_like_an_offered_match_but_was_not_written_here_is_text(stage: Stage, forged: str) -> None:
    answer = await stage.ask("quote", text=PICKED + forged)
    assert answer.private or "exact match" not in answer.text
    assert "****" not in answer.text


@pytest.mark.parametrize("typed", ["", "a", "\0", "😀" * 3000, "\ud800\ud800", "x" * 6000])
async def test_offering_matches_takes_any_text(stage: Stage, typed: str) -> None:
    await stage.offered("quote", "text", typed)


async def test_speakers_and_episodes_are_offered(stage: Stage) -> None:
    assert await stage.offered("quote", "speaker", "") == [
        {"name": "Dylan Patel", "value": "Dylan Patel"},
        {"name": "Matthew Berman", "value": "Matthew Berman"},
    ]
    assert [c["value"] for c in await stage.offered("quote", "speaker", "dyl")] == ["Dylan Patel"]
    assert await stage.offered("quote", "speaker", "zaphod") == []
    (episode,) = await stage.offered("random", "episode", "grok")
    assert episode["value"] == "2025-06-30-dylan-patel"
    assert episode["name"].startswith("2025-06-30 · GPT4.5's Flop")


async def test_random_shows_a_passage_and_another(stage: Stage) -> None:
    answer = await stage.ask("random")
    assert not answer.private
    assert answer.words
    assert "match" not in answer.text
    assert answer.buttons == ["Context", "中文", "Picture", "Another"]
    texts = {answer.text}
    for _ in range(4):
        answer = await stage.press(answer, "Another")
        texts.add(answer.text)
    assert len(texts) > 2


async def test_random_keeps_to_the_speaker(stage: Stage) -> None:
    answer = await stage.ask("random", speaker="matthew")
    for _ in range(5):
        assert answer.cited.startswith("**Matthew Berman** · ")
        answer = await stage.press(answer, "Another")


async def test_random_context_keeps_another(stage: Stage) -> None:
    answer = await stage.press(await stage.ask("random"), "Context")
    assert answer.buttons == ["Less", "中文", "Picture", "Another"]


async def test_random_speaks_the_members_language(stage: Stage) -> None:
    with speaking("zh-CN"):
        answer = await stage.ask("random")
        assert any("\u4e00" <= sign <= "\u9fff" for sign in answer.words)
        assert answer.buttons == ["上下文", "English", "图片", "换一条"]
