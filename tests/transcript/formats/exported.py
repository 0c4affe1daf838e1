"""Three turns as tools export them, and what is read of a file."""

from __future__ import annotations

from pathlib import Path

from transcript.formats import read

SAID = ["Welcome back everybody.", "Thanks for having me.", "And the ice took two pillars."]


TIMES = [3.0, 11.0, 3753.0]


CLOCKS = ["00:00:03", "00:00:11", "01:02:33"]


NAMES = ["Ada Quill", "Ben Marsh", "Ada Quill"]


def rows(shape: str, between: str = "\n\n") -> str:
    """A text of three turns in that shape."""
    filled = (
        shape.format(name=name, clock=clock, text=text) for name, clock, text in zip(NAMES, CLOCKS, SAID, strict=True)
    )
    return between.join(filled) + "\n"


def described(path: Path) -> list[tuple[float | None, str | None, str]]:
    return [(one.start, one.speaker, next(iter(one.text.values()))) for one in read(path).segments]


WANTED = list(zip(TIMES, NAMES, SAID, strict=True))
