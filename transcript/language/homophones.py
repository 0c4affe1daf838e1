"""Homophones."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _readings() -> tuple[dict[str, str], dict[str, str]]:
    """The sound of each character, and the characters of each sound, the commonest first."""
    lines = files("transcript.language").joinpath("data", "readings.txt").read_text(encoding="utf-8").splitlines()
    alike = dict(line.split() for line in lines if not line.startswith("#"))
    return {character: sound for sound, characters in alike.items() for character in characters}, alike


def homophones(character: str, most: int = 60) -> list[str]:
    """The commonest other Chinese characters that sound the same but for the tone."""
    sounds, alike = _readings()
    return [other for other in alike.get(sounds.get(character, ""), "")[: most + 1] if other != character]
