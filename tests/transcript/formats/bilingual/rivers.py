"""A small transcript of the bilingual format."""

from __future__ import annotations

from pathlib import Path

from transcript.formats import bilingual
from transcript.models import Transcript

HEAD = "2025-01-02 Ann Li.On rivers\n\n2025-01-02 Ann Li.On rivers\n\nTranscript\n\n"


def parse(text: str, *, head: str = HEAD) -> Transcript:
    return bilingual.parse(head + text, Path("rivers.txt"))


def line(text: str) -> int:
    """The number of the last line once that text stands after the head."""
    return (HEAD + text).count("\n") + 1
