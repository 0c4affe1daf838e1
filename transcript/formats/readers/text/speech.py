"""Tells what was said from documents, settings and programs, by the signs and the words that they have."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transcript.formats.markup import CJK, clean, plain
from transcript.formats.speakers import without_accents
from transcript.language.detection import SAMPLE, detect_language
from transcript.language.wordlist import read_words

LONGEST_SAMPLE = 50_000
"""Characters of a text that show whether it is prose, and whether it was said."""


_ROW_MARKS = re.compile(r"^[ \t]*[#>|*+-]+(?=\s)", re.MULTILINE)
"""Markdown at the beginning of a row."""


SIGN_OF_CODE = re.compile(r"[{}<>=;|/\\_*&%$@^~`+]")


ENDS_SENTENCE = re.compile(r"[.!?。！？…][\"”’»」')\]]*\s*$")


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Shares of a text that was said. Of 2,000 transcripts none is near to these, and of five in six documents,
    settings and programs of a system one is passed."""

    signs_of_code: float = 0.015  # at most; of transcripts 0.007
    letters: float = 0.82  # at least; of transcripts 0.91
    speaking_words: float = 0.01  # at least, in English; of transcripts 0.047


SPOKEN = _Spoken()


FEW_SIGNS = 2
"""Signs of code that may stand in the shortest text."""


FEWEST_COUNTED = 60
"""Words of the shortest text that is looked at: in so many, who speaks says I, you or we."""


_SPEAKING_WORDS = frozenset(read_words("speaking_words.en"))


def is_spoken(text: str) -> bool:
    """False for documents, settings and programs, even where they have names before colons."""
    return is_of_words(text) and _speaks(_without_marks(text))


def is_of_words(text: str) -> bool:
    """False where signs of code are many or letters are few, as in settings and programs."""
    said = _without_marks(text)
    signs = _signs_of(said)
    if len(SIGN_OF_CODE.findall(said)) > max(FEW_SIGNS, SPOKEN.signs_of_code * len(signs)):
        return False
    return _is_uncounted(said) or sum(map(str.isalpha, signs)) >= SPOKEN.letters * len(signs)


def _speaks(said: str) -> bool:
    """True if they say I, you or we as often as somebody who speaks English; of other languages it is not told."""
    if _is_uncounted(said) or detect_language(said[:SAMPLE]) != "en":
        return True
    words = said.casefold().replace("’", "'").split()
    return sum(word.strip(_EDGES) in _SPEAKING_WORDS for word in words) >= SPOKEN.speaking_words * len(words)


def _is_uncounted(said: str) -> bool:
    """True for what is too short, or in a script that has marks between few signs."""
    return len(said.split()) < FEWEST_COUNTED or CJK.search(said) is not None


def _without_marks(text: str) -> str:
    return clean(plain(_ROW_MARKS.sub("", text[:LONGEST_SAMPLE])))


_EDGES = '.,;:!?…"“”()[]-–—'


def is_prose(text: str) -> bool:
    """True if most of a text is letters and its words have the lengths of words."""
    signs = _signs_of(text)
    letters = sum(map(str.isalpha, signs))
    return letters >= 0.75 * len(signs) and (len(text.split()) > len(text) / 25 or bool(CJK.search(text)))


def _signs_of(text: str) -> list[str]:
    """A text's signs but for white space and what stands on letters."""
    return [sign for sign in without_accents(text) if not sign.isspace()]
