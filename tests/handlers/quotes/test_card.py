"""The buttons of a quote's card, pressed by who asked and by others."""

from __future__ import annotations

from tests.handlers.quotes.solder import CARD, QUERY
from tests.handlers.stage import Stage


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
