"""Pictures of passages: in every script, of any length, with the system's fonts and without."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor

from handlers.cards.pictures import fonts, typesetting
from handlers.cards.pictures.passage import (
    DARK,
    LEADING,
    LIGHT,
    SQUARE,
    WIDE,
    Citation,
    Colours,
    Format,
    draw_passage,
    fitted_lines,
)
from handlers.cards.pictures.typesetting import Style, cut_to_width, direction_of, is_drawn, runs_of, width_of, wrap
from tests.handlers.cards.system_fonts import needs_fonts

SENTENCE = "The lamp never went out on my watch, and the boats came home. "


def cited(words: str, language: str = "en") -> Citation:
    return Citation(words, "Tobias Reed", "32:20 · Night Shift · Keeping a light · 2025-06-02", language)


def forget_fonts() -> None:
    for known in (fonts.face_for, fonts._find_face, fonts._warn_of_missing_fonts, typesetting.width_of):
        known.cache_clear()


@pytest.fixture
def _no_fontconfig(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> Iterator[None]:
    monkeypatch.setenv("PATH", str(tmp_path))
    forget_fonts()
    yield
    forget_fonts()


@pytest.mark.parametrize(("form", "size"), [(WIDE, (1200, 630)), (SQUARE, (1080, 1080))])
@pytest.mark.parametrize("colours", [DARK, LIGHT])
def test_its_size_and_ground(form: Format, colours: Colours, size: tuple[int, int]) -> None:
    content = draw_passage(cited(SENTENCE), form, colours)
    image = Image.open(BytesIO(content))
    assert image.format == "PNG"
    assert image.size == size
    shown = image.convert("RGB")
    assert shown.getpixel((2, 2)) == ImageColor.getrgb(colours.ground)
    found = {colour for _, colour in shown.getcolors(maxcolors=1000) or ()}
    assert {ImageColor.getrgb(colours.ink), ImageColor.getrgb(colours.accent)} <= found
    assert len(content) < 120_000


@pytest.mark.parametrize("form", [WIDE, SQUARE])
def test_a_long_passage_shrinks_and_is_then_cut_at_a_sentence(form: Format) -> None:
    width, height = form.width - 2 * form.margin, form.height - 3.5 * form.margin
    _, largest = fitted_lines(cited(SENTENCE), form, width, height)
    _, smaller = fitted_lines(cited(SENTENCE * 4), form, width, height)
    lines, smallest = fitted_lines(cited(SENTENCE * 40), form, width, height)
    assert largest.size > smaller.size > smallest.size == form.sizes[-1]
    assert lines[-1].endswith("came home. …")
    assert len(lines) * smallest.size * LEADING <= height


def test_one_endless_sentence_is_cut_at_the_last_line() -> None:
    lines, style = fitted_lines(cited("word " * 400), WIDE, 1000, 300)
    assert lines[-1].endswith("…")
    assert len(lines) == int(300 // (style.size * LEADING))
    assert all(width_of(line, style) <= 1000 for line in lines)


@needs_fonts
def test_a_line_begins_with_no_closing_sign_and_breaks_no_word() -> None:
    style = Style(40, "zh")
    words = "真到那时，微软肯定会把他们告个底朝天，OpenAI 的董事会来决定。"
    for width in range(120, 700, 40):
        lines = wrap(words, style, width)
        assert "".join(lines).replace(" ", "") == words.replace(" ", "")
        assert not any(line[0] in "，。" for line in lines)
        assert sum("OpenAI" in line for line in lines) == 1 or width < 200


@needs_fonts
@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [("שלום Python 3.12 שלום", "he", "rtl"), ("سارة قالت 42", "ar", "rtl"), ("He said שלום to us", "en", "ltr")],
)
def test_right_to_left_is_drawn_in_its_order(text: str, language: str, direction: str) -> None:
    assert direction_of(text) == direction
    style = Style(32, language)
    logical = runs_of(text, style)
    assert "".join(run.text for run in logical) == text
    seen = typesetting._in_order_of_sight(logical, direction_of(text))
    assert sorted(seen, key=id) == sorted(logical, key=id)
    if direction == "rtl":
        assert seen[0] is logical[-1]
    draw_passage(cited(text, language), WIDE, DARK)


@needs_fonts
def test_signs_of_many_scripts_and_emoji_have_a_face() -> None:
    text = "It works 😀👍🏽 नमस्ते 안녕 ようこそ สวัสดี"
    assert is_drawn(text, Style(30, "en"))
    assert len({run.face.file for run in runs_of(text, Style(30, "en"))}) >= 2
    assert fonts.face_for("\U000f1234", "en") is None
    assert runs_of("\U000f1234", Style(30, "en")) == []  # what no font has is left out, and breaks nothing


@needs_fonts
def test_coloured_emoji_are_drawn_in_the_size_of_the_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A font of the system's is told to be one of coloured pictures: its signs come in 109 pixels alone."""
    letters = fonts.face_for("A", "en")
    assert letters
    answer = "\n".join([letters.file, str(letters.index), "20-7e 1f680", "False", "109"])
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "fc-match").write_text(f"#!/bin/sh\n/bin/echo '{answer}'\n", encoding="utf-8")
    (tmp_path / "fc-match").chmod(0o755)
    forget_fonts()
    try:
        (run,) = runs_of("\U0001f680", Style(40, "en"))
        assert run.face.strike == 109
        assert fonts.load_face(run.face, 40).size == 109
        assert width_of("\U0001f680" * 2, Style(40, "en")) == pytest.approx(4 * width_of("\U0001f680", Style(20, "en")))
        image = Image.open(BytesIO(draw_passage(cited("Up \U0001f680 it went."), WIDE, DARK)))
        assert image.mode == "RGB"
    finally:
        monkeypatch.undo()
        forget_fonts()


def test_what_no_font_has_leaves_no_gap() -> None:
    assert wrap("Up \U000f1234 it went.", Style(40, "en"), 900) == ["Up it went."]


@pytest.mark.usefixtures("_no_fontconfig")
def test_without_fontconfig_pillows_own_font_is_taken_and_the_log_says_so(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        content = draw_passage(cited(SENTENCE), WIDE, LIGHT)
        draw_passage(cited(SENTENCE * 2), WIDE, LIGHT)
    assert len(Image.open(BytesIO(content)).convert("RGB").getcolors(maxcolors=1000) or ()) > 20
    (said,) = caplog.messages
    assert said.startswith("fc-match is not here")
    assert said.endswith("install fontconfig, fonts-noto-core, fonts-noto-cjk and fonts-noto-color-emoji")
    assert not is_drawn("微软的律师多得吓人", Style(30, "zh"))


def test_a_source_that_is_too_wide_ends_in_an_ellipsis() -> None:
    style = Style(27, "en")
    shown = cut_to_width("W" * 300, style, 400)
    assert shown.endswith("…")
    assert width_of(shown, style) <= 400
    assert cut_to_width("short", style, 400) == "short"


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300), st.text(max_size=80))
def test_any_words_are_drawn(words: str, speaker: str) -> None:
    from handlers.cards.markdown import visible

    draw_passage(Citation(visible(words), visible(speaker), "1:00", "en"), WIDE, DARK)
