"""Errors of transcripts and of what is made of them.

TranscriptError        it cannot be read as a transcript
├── OtherFileError     it is something else
└── SideFileError      it can, but the side file beside it cannot
CacheError             what was made of the transcripts can no longer be read

One other error of this package stands where it is raised: `cli.batch.BatchError`, for a list of queries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from transcript.models import Transcript

NAMES_TOLD = 5
"""Names of files that are told of many."""


class TranscriptError(Exception):
    """Names the file, the line where there is one (from 1), what is wrong and what mends it."""

    def __init__(self, path: Path | str, cause: str, mend: str, line: int | None = None) -> None:
        self.path = Path(path)
        self.cause = cause
        self.mend = mend
        self.line = line
        super().__init__(path, cause, mend, line)

    def __str__(self) -> str:
        place = printable(str(self.path))
        return f"{place if self.line is None else f'{place}:{self.line}'}: {self.cause}; {self.mend}"


class OtherFileError(TranscriptError):
    """It can be read and is no transcript: it is skipped, and nothing that was said is missing."""


class SideFileError(TranscriptError):
    """Has the transcript, without what the side file would have added."""

    def __init__(self, transcript: Transcript, error: TranscriptError) -> None:
        super().__init__(error.path, error.cause, error.mend, error.line)
        self.transcript = transcript


def printable(text: str) -> str:
    """A text in one line, with escapes for what cannot be shown: a line's end, a byte that is not UTF-8."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


def some_of(names: Sequence[str]) -> str:
    """The first few of many names."""
    return printable(", ".join(names[:NAMES_TOLD])) + " …" * (len(names) > NAMES_TOLD)


def told(errors: Iterable[TranscriptError]) -> list[str]:
    """The faults of files, a line each; where many have the same fault, one line with some of their names."""
    kinds: dict[tuple[str, str], list[TranscriptError]] = {}
    for error in errors:
        kinds.setdefault((re.sub(r"[\d.,]+", "0", error.cause), error.mend), []).append(error)
    lines: list[str] = []
    for alike in kinds.values():
        if len(alike) <= NAMES_TOLD:
            lines.extend(printable(str(error)) for error in alike)
        else:
            names = some_of([str(error.path) for error in alike])
            lines.append(f"{len(alike)} files ({names}): {printable(alike[0].cause)}; {alike[0].mend}")
    return lines


class CacheError(Exception):
    """Names the file of the cache, and what is wrong with it. One that `is_damaged` is built anew at once."""

    def __init__(self, path: Path, cause: str, *, is_damaged: bool = True) -> None:
        self.path = path
        self.cause = cause
        self.is_damaged = is_damaged
        super().__init__(path, cause)

    def __str__(self) -> str:
        mend = "it is built anew: ask again in a minute" if self.is_damaged else "start again"
        return f"{self.path}: the cache cannot be read ({self.cause}); {mend}"
