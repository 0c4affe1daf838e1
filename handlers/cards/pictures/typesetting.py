"""Setting a text in lines: a face for each sign, breaks at words or between Chinese characters, both directions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from handlers.cards.pictures.fonts import Face, face_for, is_joined, load_face
from transcript.models import Language

Direction = Literal["ltr", "rtl"]


WIDTHS_KNOWN = 16_384
"""Words of a size whose width is remembered."""


_RIGHT_TO_LEFT = frozenset(("R", "AL"))
"""Bidirectional classes of Unicode whose signs are written from right to left."""


_WIDE_SIGN = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f]"


_CLOSING, _OPENING = "、。，．：；？！）」』】》〉”’…,.:;?!)\\]}%％", "（「『【《〈“‘(\\[{"
"""Signs that begin no line, and signs that end none."""


_PIECE = re.compile(
    rf"\s+|(?:(?=[{_OPENING}])[{_OPENING}]+)?(?:{_WIDE_SIGN}|(?:(?!{_WIDE_SIGN})[^\s])+)[{_CLOSING}]*|\S"
)
"""A piece that is not broken: a word, or a wide character, with the punctuation that belongs to it."""


@dataclass(frozen=True, slots=True)
class Style:
    """A size in pixels and a weight; the language chooses among forms of Han characters."""

    size: int
    language: Language
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Signs of one face and one direction."""

    text: str
    face: Face
    direction: Direction


@dataclass(frozen=True, slots=True)
class Stamp:
    """A coloured picture among the signs of a line, and the pixel of its upper left corner."""

    at: tuple[int, int]
    picture: Image.Image


def direction_of(text: str) -> Direction:
    """The direction of the first letter."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in _RIGHT_TO_LEFT:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def wrap(text: str, style: Style, width: float) -> list[str]:
    """The text in lines of at most that many pixels."""
    lines, line, taken = [], "", 0.0
    for piece in _unbroken_pieces(text, style, width):
        if piece.isspace() and (not line or line.endswith(" ")):  # what no font has leaves no gap
            continue
        needed = width_of(piece, style)
        if line and taken + (0.0 if piece.isspace() else needed) > width:
            lines.append(line.rstrip())
            line, taken = "", 0.0
            if piece.isspace():
                continue
        if needed:
            line, taken = line + piece, taken + needed
    return [*lines, line.rstrip()] if line.strip() else lines


def _unbroken_pieces(text: str, style: Style, width: float) -> Iterator[str]:
    """The pieces that are not broken; a word that is wider than a line is."""
    for match in _PIECE.finditer(text):
        piece = match.group()
        if not piece.isspace() and width_of(piece, style) > width:
            yield from piece
        else:
            yield " " if piece.isspace() else piece


def cut_to_width(text: str, style: Style, width: float) -> str:
    """The text, ending in an ellipsis where it is wider than that."""
    if width_of(text, style) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle].rstrip() + "…", style) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


@lru_cache(WIDTHS_KNOWN)
def width_of(text: str, style: Style) -> float:
    """Pixels from a line's left end to its right."""
    return sum(_run_width(run, style) for run in runs_of(text, style))


def is_drawn(text: str, style: Style) -> bool:
    """True if the most of a text's letters can be drawn."""
    letters = [sign for sign in text if sign.isalnum()]
    found = sum(face_for(sign, style.language, bold=style.bold) is not None for sign in letters)
    return found >= len(letters) / 2


def draw_line(
    canvas: ImageDraw.ImageDraw, at: tuple[float, float], text: str, style: Style, ink: int | str
) -> list[Stamp]:
    """Draw a line with the left end of its base line there; the ink is a shade or a colour, as the picture has it.
    Coloured emoji, which shades cannot show, are given back."""
    x, y = at
    stamps = []
    for run in _in_order_of_sight(runs_of(text, style), direction_of(text)):
        font = load_face(run.face, style.size)
        if run.face.strike:
            stamps.append(_stamp_of(run, (x, y), style))
        else:
            canvas.text((x, y), run.text, ink, font, anchor="ls", direction=_way_of(run, font))
        x += _run_width(run, style)
    return stamps


def _stamp_of(run: Run, at: tuple[float, float], style: Style) -> Stamp:
    """Coloured signs, drawn in the size that they have and brought to that of the line."""
    font = load_face(run.face, style.size)
    left, top, right, bottom = font.getbbox(run.text, anchor="ls", direction=_way_of(run, font))
    picture = Image.new("RGBA", (max(1, round(right - left)), max(1, round(bottom - top))))
    ImageDraw.Draw(picture).text(
        (-left, -top), run.text, font=font, anchor="ls", direction=_way_of(run, font), embedded_color=True
    )
    scale = _scale_of(run.face, style)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    corner = round(at[0] + left * scale), round(at[1] + top * scale)
    return Stamp(corner, picture.resize(size, Image.Resampling.LANCZOS))


def runs_of(text: str, style: Style) -> list[Run]:
    """The signs that some font has, in order, as runs of one face and direction."""
    placed: list[tuple[str, Face, Direction]] = []
    for sign, direction in zip(text, _directions_of(text), strict=True):
        face = placed[-1][1] if placed and (is_joined(sign) or sign == " ") else None
        if face and face.strike and sign == " ":  # that of a font of emoji is as wide as an emoji
            face = None
        if face is None or not face.has(sign):
            face = None if is_joined(sign) else face_for(sign, style.language, bold=style.bold)
        if face is not None:
            placed.append((sign, face, direction))
    grouped = groupby(placed, key=lambda each: each[1:])
    return [Run("".join(sign for sign, _, _ in signs), face, way) for (face, way), signs in grouped]


def _directions_of(text: str) -> list[Direction]:
    """The direction of each sign; one without any has that of its neighbours if they agree, else the text's."""
    base = direction_of(text)
    strong: list[Direction | None] = []
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        strong.append("rtl" if kind in _RIGHT_TO_LEFT else "ltr" if kind in ("L", "EN", "AN") else None)
    following: list[Direction] = [base] * len(text)
    for index in range(len(text) - 2, -1, -1):
        following[index] = strong[index + 1] or following[index + 1]
    found: list[Direction] = []
    for index, own in enumerate(strong):
        before = found[-1] if found else base
        found.append(own or (before if before == following[index] else base))
    return found


def _in_order_of_sight(runs: Sequence[Run], base: Direction) -> list[Run]:
    """The runs from left to right: those of a direction that reads leftwards are turned around."""
    blocks = [list(block) for _, block in groupby(runs, key=lambda run: run.direction)]
    ordered = [block[::-1] if block[0].direction == "rtl" else block for block in blocks]
    return [run for block in (ordered[::-1] if base == "rtl" else ordered) for run in block]


def _run_width(run: Run, style: Style) -> float:
    font = load_face(run.face, style.size)
    return font.getlength(run.text, direction=_way_of(run, font)) * _scale_of(run.face, style)


def _scale_of(face: Face, style: Style) -> float:
    return style.size / face.strike if face.strike else 1.0


def _way_of(run: Run, font: ImageFont.FreeTypeFont) -> Direction | None:
    """The direction, as far as Pillow takes one: with Raqm, which its wheels have."""
    return run.direction if font.layout_engine == ImageFont.Layout.RAQM else None
