"""A passage as a picture: its words as large as they fit, below them who said them, when and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw

from handlers.cards.pictures.timeline import PNG_LEVEL
from handlers.cards.pictures.typesetting import (
    Stamp,
    Style,
    cut_to_width,
    direction_of,
    draw_line,
    width_of,
    wrap,
)
from transcript.language.sentences import sentences
from transcript.models import Language


@dataclass(frozen=True, slots=True)
class Format:
    """Pixels of a picture, its margins, and the sizes of its words, the largest that fits being taken."""

    width: int
    height: int
    margin: int
    sizes: tuple[int, ...]
    small: int


WIDE = Format(1200, 630, 72, (64, 58, 52, 46, 41, 36, 32), 27)
SQUARE = Format(1080, 1080, 84, (76, 68, 60, 53, 47, 42, 37, 33), 30)


@dataclass(frozen=True, slots=True)
class Colours:
    ground: str
    ink: str
    accent: str


DARK = Colours("#1e1f22", "#f2f3f5", "#7d8cff")
LIGHT = Colours("#ffffff", "#1e1f22", "#4452c8")


INK, FAINT, ACCENT = 254, 172, 255
"""Shades: the words, the source below them (of which 4.5 to 1 stays legible), and the bar beside them."""


LEADING = 1.35
"""Height of a line in sizes of its letters."""


BASE_LINE = 0.78
"""The base line of a line's letters, in heights of a line."""


BAR_WIDTH, BAR_GAP = 8, 32
"""Pixels."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A picture's contents: the words, who said them, and below that the time, the show, the episode and the date."""

    words: str
    speaker: str
    source: str
    language: Language


def draw_passage(cited: Citation, form: Format, colours: Colours) -> bytes:
    """A PNG of some tens of kilobytes. Takes some ten milliseconds, so not on the event loop."""
    image = Image.new("L", (form.width, form.height), 0)
    canvas = ImageDraw.Draw(image)
    leftwards = direction_of(cited.words) == "rtl"
    beside = BAR_WIDTH + BAR_GAP
    bar = form.width - form.margin - BAR_WIDTH if leftwards else form.margin
    left = form.margin if leftwards else form.margin + beside
    column = _Column(canvas, left, form.width - 2 * form.margin - beside, leftwards)
    bottom = _draw_source(column, cited, form)
    lines, style = fitted_lines(cited, form, column.width, bottom - 2 * form.margin)
    height = len(lines) * style.size * LEADING
    top = form.margin + (bottom - 2 * form.margin - height) / 2
    for number, line in enumerate(lines):
        column.draw(top + (number + BASE_LINE) * style.size * LEADING, line, style, INK)
    canvas.rectangle((bar, top, bar + BAR_WIDTH, top + height), fill=ACCENT)
    return _encode_png(image, colours, column.stamps)


@dataclass(frozen=True, slots=True)
class _Column:
    """The side at which lines are drawn: the left, or in a text that is written leftwards at the right."""

    canvas: ImageDraw.ImageDraw
    left: float
    width: float
    leftwards: bool
    stamps: list[Stamp] = field(default_factory=list)

    def draw(self, base: float, line: str, style: Style, shade: int) -> None:
        indent = self.width - width_of(line, style) if self.leftwards else 0.0
        self.stamps.extend(draw_line(self.canvas, (self.left + indent, base), line, style, shade))


def fitted_lines(cited: Citation, form: Format, width: float, height: float) -> tuple[list[str], Style]:
    """The words in lines, in the largest size that fits; in the smallest one as many sentences as fit."""
    for size in form.sizes:
        style = Style(size, cited.language)
        lines = wrap(cited.words, style, width)
        if len(lines) * size * LEADING <= height:
            return lines, style
    most = int(height // (style.size * LEADING))
    for _, end in reversed(sentences(cited.words, cited.language)[:-1]):
        kept = wrap(f"{cited.words[:end].rstrip()} …", style, width)
        if len(kept) <= most:
            return kept, style
    return [*lines[: most - 1], cut_to_width(f"{lines[most - 1]} {lines[most]}", style, width)], style


def _draw_source(column: _Column, cited: Citation, form: Format) -> float:
    """Draw who, when and where at the foot; the height at which they begin."""
    who, where = Style(form.small + 7, cited.language, bold=True), Style(form.small, cited.language)
    foot = form.height - form.margin
    column.draw(foot, cut_to_width(cited.source, where, column.width), where, FAINT)
    above = foot - form.small * LEADING - 6
    if not cited.speaker:
        return above
    column.draw(above, cut_to_width(cited.speaker, who, column.width), who, INK)
    return above - who.size * LEADING + form.margin / 2


def _encode_png(image: Image.Image, colours: Colours, stamps: Sequence[Stamp]) -> bytes:
    """The shades as a palette: from the ground to the ink, and the accent. With stamps, every colour."""
    ground, ink, accent = (ImageColor.getrgb(colour)[:3] for colour in (colours.ground, colours.ink, colours.accent))
    ramp = [
        low + (high - low) * min(shade, INK) // INK
        for shade in range(ACCENT)
        for low, high in zip(ground, ink, strict=True)
    ]
    painted = Image.frombytes("P", image.size, image.tobytes())
    painted.putpalette([*ramp, *accent])
    if stamps:
        painted = painted.convert("RGB")
    for stamp in stamps:
        painted.paste(stamp.picture, stamp.at, stamp.picture)
    content = BytesIO()
    painted.save(content, "PNG", compress_level=PNG_LEVEL)
    return content.getvalue()
