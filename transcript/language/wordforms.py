"""A list of English word forms. A form that is not on it may be a slip for a word that is like it."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from transcript.language.normalise import APOSTROPHES

SHORTEST_LISTED = 3
"""Letters of the shortest form on the list; all shorter forms are taken for words."""


LETTERS_A_SLIP = 5
"""Letters that a word must have for each slip in it; a word of fewer letters may have one."""


@cache
def _listed_forms() -> bytes:
    """The sorted forms, one a line, 1.6 MB: one object in memory, and nothing for the garbage collector to visit."""
    return b"\n" + files("transcript.language").joinpath("data", "wordforms.en.txt").read_bytes()


@lru_cache(maxsize=4_096)
def is_word(form: str) -> bool:
    """True if a form is an English word, in any case, with or without its apostrophe."""
    wanted = "".join(character for character in form.casefold() if character not in APOSTROPHES)
    if not (wanted.isascii() and wanted.isalpha()):
        return False
    return len(wanted) < SHORTEST_LISTED or _is_listed(wanted.encode())


def _is_listed(wanted: bytes) -> bool:
    """True if the list has the form; the bytes of the list are bisected, and a line begins after each line break."""
    listed = _listed_forms()
    low, high = 0, len(listed)
    while low < high:
        begin = listed.rfind(b"\n", 0, (low + high) // 2 + 1) + 1
        end = listed.find(b"\n", begin)
        line = listed[begin:end]
        if line == wanted:
            return True
        if line.startswith(b"#") or line < wanted:
            low = end
        else:
            high = begin - 1
    return False


def is_slip_of(written: str, meant: str) -> bool:
    """True if `written` is no word and differs from the word `meant` only by slips of the keyboard or of spelling."""
    if is_word(written) or not is_word(meant):
        return False
    slips = max(1, len(meant) // LETTERS_A_SLIP)
    return OSA.distance(written.casefold(), meant.casefold(), score_cutoff=slips) <= slips
