"""Rules for the same words in other writing."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.comparison.edits import Edit
from transcript.comparison.similarity import WRITTEN_ALIKE
from transcript.language.tagging import Word
from transcript.language.wordforms import is_slip_of


def are_written_for_each_other(said: Word, claimed: Word) -> bool:
    return frozenset((said.key, claimed.key)) in WRITTEN_ALIKE


def _letters_of(words: Sequence[Word]) -> str:
    """The letters of the words: it's and its are the same to who types without apostrophes."""
    starts = {word.start: word.form or word.key for word in words if word.kind != "filler"}
    return "".join(starts.values())


def begin_alike(said: Word, claimed: Word) -> bool:
    """True for two words of which one begins with the other, or the token of one with that of the other."""
    if said.key == claimed.key or said.key[0] != claimed.key[0]:
        return False
    ways = (said.key, claimed.key), (said.form or said.key, claimed.form or claimed.key)
    return any(one.startswith(other) or other.startswith(one) for one, other in ways)


def are_written_alike(edit: Edit) -> bool:
    if edit.said_keys[-1] == edit.claimed_keys[-1] or any(word.kind == "number" for word in edit.said):
        return False
    same = "".join(edit.said_keys) == "".join(edit.claimed_keys)
    return same or _letters_of(edit.said) == _letters_of(edit.claimed)


def are_slip(said: Word, claimed: Word) -> bool:
    """True for a slip of the keyboard in a word that makes no other word. A name or an amount has no slips."""
    words = said.kind in ("content", "small", "filler", "quantity") and claimed.kind in ("content", "small")
    if not words or said.is_name or claimed.capital or len(said.key) < 4:
        return False
    written, meant = claimed.form or claimed.key, said.form or said.key
    return is_slip_of(written, meant)
