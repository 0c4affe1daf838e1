"""A picture of where in an episode its moments lie, over its chapters: a strip an episode, with its name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont

from handlers.cards.pictures.typesetting import Style, cut_to_width, draw_line
from transcript.models import Chapter, Episode
from transcript.timecode import format_time

SCALE = 2
"""Dots of the picture for a dot of the card: phones show it at twice the dots."""


WIDTH = 480
"""Pixels from edge to edge."""


ROW = 104
"""Pixels of the height of an episode's strip."""


FONT = 15
"""Pixels of the height of its letters."""


MARGIN = 14
"""Pixels on each side."""


SHADES = 10
"""Steps from the ground's colour to the text's, for smooth letters."""


PNG_LEVEL = 3
"""zlib's compression level, of 9."""


BAND_TOP, BAND_HEIGHT = 48, 30
"""Pixels above the band of an episode in its strip, and of its height."""


NAME_BASE = 19
"""The base line of a strip's name."""


TALL, SHORT = 5, -4
"""Pixels by which the bar of a moment stands out of the band, on this page and on others."""


_GROUND = "#1e1f22"


_BANDS = ("#3b3d44", "#4b4e57")


_MOMENT = "#f2b33d"


_FAINT = "#8a7446"


_TEXT = "#dbdee1"


@dataclass(frozen=True, slots=True)
class Strip:
    """An episode, the seconds at which its moments begin, and its name; the moments in `shown` stand on this page."""

    episode: Episode
    chapters: Sequence[Chapter]
    moments: Sequence[float]
    shown: Collection[float]
    name: str = ""


def draw(strips: Sequence[Strip]) -> bytes:
    """A PNG, a row an episode. Takes some milliseconds, so not on the event loop."""
    image = Image.new("RGB", (WIDTH * SCALE, ROW * len(strips) * SCALE), _GROUND)
    canvas = ImageDraw.Draw(image)
    font = _load_font()
    for row, strip in enumerate(strips):
        _draw_row(canvas, font, strip, row * ROW)
    content = BytesIO()
    image.quantize(palette=_make_palette(), dither=Image.Dither.NONE).save(content, "PNG", compress_level=PNG_LEVEL)
    return content.getvalue()


@cache
def _load_font() -> ImageFont.ImageFont | ImageFont.FreeTypeFont:
    return ImageFont.load_default(FONT * SCALE)


@cache
def _make_palette() -> Image.Image:
    """The colours of a picture, and those between its text and each ground: encoding few colours takes a tenth of the
    time of encoding all."""
    grounds = [ImageColor.getrgb(colour)[:3] for colour in (_GROUND, *_BANDS)]
    others = [ImageColor.getrgb(colour)[:3] for colour in (_MOMENT, _FAINT, _TEXT)]
    text = others[-1]
    between = [tuple(low + (high - low) * step // SHADES for low, high in zip(grounds[0], text, strict=True))
               for step in range(1, SHADES)]  # fmt: skip
    image = Image.new("P", (1, 1))
    image.putpalette([part for colour in (*grounds, *others, *between) for part in colour])
    return image


def _draw_row(
    canvas: ImageDraw.ImageDraw, font: ImageFont.ImageFont | ImageFont.FreeTypeFont, strip: Strip, top: int
) -> None:
    length = max(strip.episode.duration, 1.0)

    def x_at(seconds: float) -> float:
        return (MARGIN + (WIDTH - 2 * MARGIN) * min(seconds / length, 1.0)) * SCALE

    band = (top + BAND_TOP) * SCALE, (top + BAND_TOP + BAND_HEIGHT) * SCALE
    canvas.rectangle((x_at(0), band[0], x_at(length), band[1]), fill=_BANDS[0])
    for chapter in strip.chapters:
        if chapter.start is None or chapter.end is None:
            continue
        left, right = x_at(chapter.start), x_at(max(chapter.start, chapter.end))
        canvas.rectangle((left, band[0], right, band[1]), fill=_BANDS[chapter.index % 2])
        if right - left > 16 * SCALE:
            canvas.text(((left + right) / 2, band[0] - 10 * SCALE), str(chapter.index), _TEXT, font, anchor="mm")
    for seconds in sorted(strip.moments, key=lambda second: second in strip.shown):
        colour, out = (_MOMENT, TALL) if seconds in strip.shown else (_FAINT, SHORT)
        bar = (x_at(seconds) - 2 * SCALE, band[0] - out * SCALE, x_at(seconds) + 2 * SCALE, band[1] + out * SCALE)
        canvas.rectangle(bar, colour)
    style = Style(FONT * SCALE, strip.episode.original, bold=True)
    named = cut_to_width(strip.name, style, (WIDTH - 2 * MARGIN) * SCALE)
    draw_line(canvas, (MARGIN * SCALE, (top + NAME_BASE) * SCALE), named, style, _TEXT)
    below = band[1] + 13 * SCALE
    for part, anchor in ((0.0, "lm"), (0.25, "mm"), (0.5, "mm"), (0.75, "mm"), (1.0, "rm")):
        canvas.text((x_at(length * part), below), format_time(length * part), _TEXT, font, anchor=anchor)
