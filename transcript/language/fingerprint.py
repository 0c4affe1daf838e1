"""A fingerprint of words, by which they are known again however they are punctuated, cased and cut into segments."""

from __future__ import annotations

from zlib import crc32

BITS = 31
"""So many as a signed number of four bytes has room for."""


def fingerprint(words: str) -> int:
    """A number of that many bits, of the letters and digits alone."""
    letters = "".join(filter(str.isalnum, words)).casefold()
    return crc32(letters.encode("utf-8", "surrogatepass")) & (1 << BITS) - 1
