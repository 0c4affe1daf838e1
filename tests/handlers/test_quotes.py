from __future__ import annotations

import pytest

from tests.handlers.stage import Stage, speaking

SOLDER = (
    "> And what ended up happening is because of that different rate of expansion, the **solder balls** connecting the"
    " chip and the board **would crack**."
)


async def test_quote_answers_with_the_words_the_speaker_and_the_time(stage: Stage) -> None:
    answer = await stage.ask("quote", text="solder balls would crack")
    assert not answer.private
    assert answer.lines[:2] == [SOLDER, "**Dylan Patel** · 32:20"]
    print(answer.text, answer.buttons)
    assert 0
