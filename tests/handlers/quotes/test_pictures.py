"""The button "Picture", as members use it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import discord
import pytest
from PIL import Image

from handlers.cards.pictures import fonts, typesetting
from tests.handlers.cards.system_fonts import needs_fonts
from tests.handlers.stage import Seen, Stage, speaking

QUERY = "solder balls would crack"


async def image_of(answer: Seen) -> Image.Image:
    (attachment,) = answer.message.attachments
    assert isinstance(attachment, discord.Attachment)
    return Image.open(BytesIO(await attachment.read()))


async def test_a_passage_becomes_a_picture_for_who_presses(stage: Stage) -> None:
    answer = await stage.ask("quote", text=QUERY)
    shown = await stage.press(answer, "Picture", by=stage.bob)
    assert shown.private
    assert shown.message.id != answer.message.id
    assert shown.text == "A picture to post elsewhere:"
    assert shown.buttons == ["Square", "Light", "Share"]
    assert (await image_of(shown)).size == (1200, 630)
    (alt,) = shown.alt
    assert alt.startswith("And what ended up happening is because of that different rate of expansion, ")
    assert " · Dylan Patel · 32:20 · GPT4.5's Flop" in alt


async def test_it_can_be_square_and_light_after_a_restart_and_shared(stage: Stage) -> None:
    shown = await stage.press(await stage.ask("quote", text=QUERY), "Picture")
    await stage.restart()
    square = await stage.press(shown, "Square")
    assert square.message.id == shown.message.id
    assert (await image_of(square)).size == (1080, 1080)
    light = await stage.press(square, "Light")
    assert light.buttons == ["Wide", "Dark", "Share"]
    assert (await image_of(light)).convert("RGB").getpixel((2, 2)) == (255, 255, 255)
    shared = await stage.press(light, "Share")
    assert not shared.private
    assert (await image_of(shared)).size == (1080, 1080)
    assert "Share" not in shared.buttons


@needs_fonts
async def test_a_translation_is_marked_in_the_picture(stage: Stage) -> None:
    with speaking("zh-CN"):
        turned = await stage.press(await stage.ask("quote", text=QUERY), "中文")
        shown = await stage.press(turned, "图片")
        assert "焊球" in shown.alt[0]
        assert shown.alt[0].endswith(" · 译文")
        assert shown.buttons == ["方形", "浅色", "分享"]


async def test_without_a_font_for_the_letters_it_says_so(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    answer = await stage.ask("quote", text="微软的律师多得吓人")
    monkeypatch.setenv("PATH", str(tmp_path))
    known: list[Any] = [fonts.face_for, fonts._find_face, fonts._warn_of_missing_fonts, typesetting.width_of]
    for function in known:
        function.cache_clear()
    try:
        told = await stage.press(answer, "Picture")
        assert told.text == "I have no font for these letters, so I can draw no picture of them."
    finally:
        for function in known:
            function.cache_clear()
