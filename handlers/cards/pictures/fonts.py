"""The system's fonts, by fontconfig's names: a face for every sign that some font has.

Noto Sans and Noto Sans CJK come first; what neither has is looked for among the others. Where there is no fontconfig,
Pillow's own font draws Latin letters, and the log says what to install.
"""

from __future__ import annotations

import logging
import subprocess
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from PIL import ImageFont

from transcript.models import Language

log = logging.getLogger(__name__)


NAMES = ("Noto Sans", "Noto Sans CJK SC")
"""Fonts that are tried for every sign, in this order."""


REGIONAL: dict[Language, str] = {"ja": "Noto Sans CJK JP", "ko": "Noto Sans CJK KR"}
"""The form of Han characters in a language; that of Simplified Chinese in others."""


EMOJI, FIRST_EMOJI = "emoji", "\U0001f000"
"""Fontconfig's name for fonts of emoji, and the sign from which on they are asked first."""


FACES_KEPT = 64
"""Faces of a size that are kept open, of about a hundred kilobytes each."""


SIGNS_KNOWN = 8192
"""Signs whose face is remembered."""


FONTCONFIG_SECONDS = 5.0
"""Seconds for fontconfig to find a font."""


LATIN = ((0x20, 0x7E), (0xA0, 0x24F), (0x2010, 0x2044))
"""Signs that Pillow's own font surely has."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face of a font file, empty for Pillow's own font; `ranges` are the signs that it has, in order. `strike` is the
    only size in pixels of a face of coloured pictures, such as Noto Color Emoji, and 0 for one of outlines."""

    file: str
    index: int
    ranges: tuple[tuple[int, int], ...]
    strike: int = 0

    def has(self, sign: str) -> bool:
        code = ord(sign)
        place = bisect_right(self.ranges, (code, 0x110000)) - 1
        return place >= 0 and code <= self.ranges[place][1]


OWN = Face("", 0, LATIN)
"""Pillow's own font."""


@lru_cache(SIGNS_KNOWN)
def face_for(sign: str, language: Language, *, bold: bool = False) -> Face | None:
    """A face that has the sign; None where no font has it."""
    for name in (NAMES[0], REGIONAL.get(language, NAMES[1])):
        if (face := _find_face(_font_pattern(name, bold=bold))) and face.has(sign):
            return face
    family = EMOJI if sign >= FIRST_EMOJI else NAMES[0]
    face = _find_face(_font_pattern(f"{family}:charset={ord(sign):x}:scalable=true", bold=bold)) or OWN
    return face if face.has(sign) else None


def is_joined(sign: str) -> bool:
    """True for what is drawn with the sign before it: combining marks, joiners and variation selectors."""
    return unicodedata.category(sign) in ("Mn", "Me", "Mc", "Cf")


@lru_cache(FACES_KEPT)
def load_face(face: Face, size: int) -> ImageFont.FreeTypeFont:
    if face.file:
        return ImageFont.truetype(face.file, face.strike or size, index=face.index)
    own = ImageFont.load_default(size)
    assert isinstance(own, ImageFont.FreeTypeFont)  # noqa: S101  # with a size, it is
    return own


def _font_pattern(name: str, *, bold: bool) -> str:
    return f"{name}:weight=bold" if bold else name


@lru_cache(512)
def _find_face(pattern: str) -> Face | None:
    """The face that fontconfig finds for a pattern, which is the nearest that there is; None without fontconfig."""
    try:
        answer = subprocess.run(  # noqa: S603 - no shell; the pattern is made of names and numbers of this module
            ["fc-match", "--format", "%{file}\\n%{index}\\n%{charset}\\n%{outline}\\n%{pixelsize}", pattern],  # noqa: S607 - as the system has it
            capture_output=True, text=True, check=True, timeout=FONTCONFIG_SECONDS,
        ).stdout  # fmt: skip
        file, index, charset, outline, size = answer.split("\n")[:5]
        strike = int(float(size)) if outline == "False" else 0
    except (OSError, ValueError, subprocess.SubprocessError):
        _warn_of_missing_fonts()
        return None
    return Face(file, int(index), _ranges_in(charset.split()), strike)


@cache
def _warn_of_missing_fonts() -> None:
    """Once in the life of the process."""
    log.warning(
        "fc-match is not here, so pictures of quotes are drawn with Pillow's own font, which has Latin letters alone: "
        "install fontconfig, fonts-noto-core, fonts-noto-cjk and fonts-noto-color-emoji",
        {"event": "no fonts"},
    )


def _ranges_in(charset: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The ranges of fontconfig's list of hexadecimal numbers, such as `20-7e a0`."""
    edges = (part.partition("-") for part in charset)
    return tuple((int(first, 16), int(last or first, 16)) for first, _, last in edges)
