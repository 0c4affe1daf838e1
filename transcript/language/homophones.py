"""Chinese characters with the same sound, which people confuse when they type with an input method."""

from __future__ import annotations

from functools import cache

from transcript.language.wordlist import read_rows


@cache
def _read_readings() -> tuple[dict[str, str], dict[str, str]]:
    """The sound of each character, and the characters of each sound, the commonest first."""
    characters_by_sound = dict[str, str](read_rows("readings.zh"))
    sounds = {character: sound for sound, characters in characters_by_sound.items() for character in characters}
    return sounds, characters_by_sound


def homophones(character: str, most: int = 60) -> list[str]:
    """Other Chinese characters with the same sound, tones aside, the commonest first; `most` at most."""
    sounds, characters_by_sound = _read_readings()
    alike = characters_by_sound.get(sounds.get(character, ""), "")
    return [other for other in alike[: most + 1] if other != character]
