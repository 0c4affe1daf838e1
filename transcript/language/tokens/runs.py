"""The runs of one kind that a text is cut into: words, numbers, symbols, names of code, Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcript.language.lexicon import CODE_NAMES, SYMBOLS
from transcript.language.normalise import APOSTROPHES, MARK_RANGES, PAIRED_RANGES

_LETTER = rf"[^\W\d_{PAIRED_RANGES}]"


_SPOKEN_NAME = re.compile(
    rf"\b(?:{'|'.join(name.replace('-', '[ -]') for name in CODE_NAMES if '-' in name)})\b", re.IGNORECASE
)
"""A name of code of several words: c plus plus."""


SPOKEN_ENDINGS = frozenset(name.rpartition("-")[2] for name in CODE_NAMES if "-" in name)
"""The last words of such names."""


def _word_pattern(letter: str, marks: str, apostrophes: str) -> str:
    word = rf"{letter}++(?:[{marks}]++{letter}*+)*+" if marks else f"{letter}++"
    return rf"[A-Za-z]#(?!\w)|{word}(?:[{apostrophes}]{word})*+(?:\+\+(?![A-Za-z]))?+"  # C# and C++ among them


_WORD = _word_pattern(_LETTER, MARK_RANGES, APOSTROPHES)


_NUMBER = r"\d+(?:,\d\d\d)*(?:\.\d+)?"


_SYMBOL = f"[{re.escape(''.join(SYMBOLS))}]"


_CODE = r"(?<![\w.])\.[A-Za-z]{2,}(?!\w|\.\w)"
"""As in .NET."""


_PIECES = re.compile(
    rf"(?P<word>{_WORD})|(?P<number>{_NUMBER})|(?P<han>[{PAIRED_RANGES}][{PAIRED_RANGES}{MARK_RANGES}]*)"
    rf"|(?P<symbol>{_SYMBOL})|(?P<code>{_CODE})"
)
"""The runs of one kind that a text is cut into. Those of the kind `han` are Chinese, or of another script whose words
are found by pairs of characters."""


_PIECES_AND_SPOKEN_NAMES = re.compile(f"(?P<spoken>{_SPOKEN_NAME.pattern})|{_PIECES.pattern}", re.IGNORECASE)


_SPACED_PIECES = re.compile(f"({_WORD}|{_NUMBER}|{_SYMBOL}|{_CODE})")
"""All runs of a text without any of the kind `han`."""


_ASCII_PIECES = re.compile(
    f"({_word_pattern('[A-Za-z]', '', ''.join(filter(str.isascii, APOSTROPHES)))}|{_NUMBER}|{_SYMBOL}|{_CODE})"
)
"""The same runs of a text in ASCII, in half the time."""


def split_runs(folded: str) -> list[str]:
    """The parts of a folded text without any run of the kind `han`: what is between runs and the runs, in turn."""
    return (_ASCII_PIECES if folded.isascii() else _SPACED_PIECES).split(folded)


def has_spoken_names(folded: str) -> bool:
    """True if a name of code of several words stands in a folded text."""
    return _SPOKEN_NAME.search(folded) is not None


def find_runs(folded: str) -> Iterator[re.Match[str]]:
    """The runs of letters, digits, Chinese or symbols in a folded text."""
    pattern = _PIECES_AND_SPOKEN_NAMES if has_spoken_names(folded) else _PIECES
    return pattern.finditer(folded)
