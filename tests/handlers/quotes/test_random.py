"""`/random`, as members use it."""

from __future__ import annotations

from tests.handlers.stage import Stage, speaking


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
