"""Texts that tests write, and what is read in them."""

from __future__ import annotations

from pathlib import Path

from transcript.formats import read
from transcript.models import Transcript


def read_text(tmp_path: Path, text: str, name: str = "episode.txt") -> Transcript:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def described(transcript: Transcript) -> list[tuple[float | None, str | None, str]]:
    return [(one.start, one.speaker, next(iter(one.text.values()))) for one in transcript.segments]


def contents(transcript: Transcript) -> list[tuple[str, float | None, int]]:
    return [(next(iter(one.title.values())), one.start, one.first) for one in transcript.chapters]
