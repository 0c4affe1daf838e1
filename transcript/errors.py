"""What is wrong with a file. There is no other error of this package.

TranscriptError        it cannot be read as a transcript
└── SideFileError      it can, but the side file beside it cannot
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
