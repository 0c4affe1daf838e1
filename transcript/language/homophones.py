"""Chinese characters that sound the same, as input methods confuse them."""

from __future__ import annotations

from functools import cache

from transcript.language.wordlist import read_rows


@cache
def _readings() -> tuple[dict[str, str], dict[str, str]]:
    """The sound of each character, and the characters of each sound, the commonest first."""
    characters_by_sound = dict[str, str](read_rows("readings.zh"))
    sounds = {character: sound for sound, characters in characters_by_sound.items() for character in characters}
    return sounds, characters_by_sound


def homophones(character: str, most: int = 60) -> list[str]:
    """The commonest other Chinese characters that sound the same but for the tone, `most` at most."""
    sounds, characters_by_sound = _readings()
    alike = characters_by_sound.get(sounds.get(character, ""), "")
    return [other for other in alike[: most + 1] if other != character]
