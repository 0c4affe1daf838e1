"""Errors of transcripts and of what is made of them.

TranscriptError        it cannot be read as a transcript
└── SideFileError      it can, but the side file beside it cannot
CacheError             what was made of the transcripts can no longer be read

One other error of this package stands where it is raised: `cli.batch.BatchError`, for a list of queries.
"""

from __future__ import annotations

from pathlib import Path

from transcript.models import Transcript


class TranscriptError(Exception):
    """Names the file, the line where there is one (from 1), what is wrong and what mends it."""

    def __init__(self, path: Path | str, cause: str, mend: str, line: int | None = None) -> None:
        self.path = Path(path)
        self.cause = cause
        self.mend = mend
        self.line = line
        super().__init__(path, cause, mend, line)

    def __str__(self) -> str:
        place = str(self.path) if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.cause}; {self.mend}"


class SideFileError(TranscriptError):
    """Has the transcript, without what the side file would have added."""

    def __init__(self, transcript: Transcript, error: TranscriptError) -> None:
        super().__init__(error.path, error.cause, error.mend, error.line)
        self.transcript = transcript


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
