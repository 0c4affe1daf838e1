"""The very words of a text, to compare what was asked with what was said: word by word, and by whole sentences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from transcript.language.lexicon import CODE_NAMES, FILLERS
from transcript.language.normalise import APOSTROPHES, fold, unaccented
from transcript.language.sentences import Range, sentences
from transcript.language.tokens import Word, split_words
from transcript.models import Language

FILLER_WORDS = FILLERS | {"you", "know", "i", "mean"}
"""Words that people leave out when they quote."""


_CODE_NAMES = frozenset(CODE_NAMES.values())


_WITHOUT_APOSTROPHES = str.maketrans("", "", APOSTROPHES)


LONGEST_SENTENCE = 16
"""Words. A longer query is found by its words, if it is a whole sentence or not."""


TEXTS_KEPT = 64
"""Texts whose words stay in memory: a query is compared with each match, and a match with the others."""


RUN = 5
"""So many words that follow each other in two texts are hardly there by chance; Chinese has two characters a word."""


@lru_cache(maxsize=TEXTS_KEPT)
def _words_once(text: str) -> tuple[Word, ...]:
    return tuple(split_words(text))


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word.text for word in _words_once(text)]


def is_verbatim(query: str, text: str) -> bool:
    """True if the text has the query's words one by one, fillers apart."""
    wanted = words_of(query)
    if _lacks_a_word(wanted, text):
        return False
    said = words_of(text)
    if any(word not in FILLER_WORDS for word in wanted):
        wanted = [word for word in wanted if word not in FILLER_WORDS]
        said = [word for word in said if word not in FILLER_WORDS]
    return bool(wanted) and f"|{'|'.join(wanted)}|" in f"|{'|'.join(said)}|"


def _lacks_a_word(wanted: Sequence[str], text: str) -> bool:
    """True if the letters of a wanted word stand nowhere in a text, which is seen sooner than by its words. Names of
    code, which are spelt in several ways, and other scripts' letters are not looked at."""
    letters = _letters_of(text)
    words = (word for word in wanted if word.isascii() and word.isalpha() and word not in _CODE_NAMES)
    return any(word not in letters for word in words if word not in FILLER_WORDS)


@lru_cache(maxsize=TEXTS_KEPT)
def _letters_of(text: str) -> str:
    return unaccented(fold(text)).translate(_WITHOUT_APOSTROPHES)


def find_sentence(query: str, text: str, language: Language) -> Range | None:
    """The characters at which all of the query's words are the whole text, a whole sentence of it, or several."""
    wanted = words_of(query)
    if not 0 < len(wanted) <= LONGEST_SENTENCE or _lacks_a_word(wanted, text):
        return None
    said = _words_once(text)
    words = [word.text for word in said]
    if words == wanted:
        return said[0].start, said[-1].end
    runs = [at for at, word in enumerate(words) if word == wanted[0] and words[at : at + len(wanted)] == wanted]
    starts, ends = _sentence_bounds(said, sentences(text, language)) if runs else ((), ())
    for first in runs:
        last = first + len(wanted) - 1
        if first in starts and last in ends:
            return said[first].start, said[last].end
    return None


def _sentence_bounds(said: Sequence[Word], ranges: Sequence[Range]) -> tuple[Collection[int], Collection[int]]:
    """The first and the last word of each sentence."""
    starts, ends, at = set[int](), set[int](), 0
    for _, end in ranges:
        first = at
        while at < len(said) and said[at].start < end:
            at += 1
        if at > first:
            starts.add(first)
            ends.add(at - 1)
    return starts, ends


def share_a_run(first: str, second: str) -> bool:
    """True if two texts have a run of words in common, as a clip has with what it was cut from."""
    return bool(_runs_of(first) & _runs_of(second))


def _runs_of(text: str) -> set[tuple[str, ...]]:
    said = [word for word in words_of(text) if word not in FILLER_WORDS and word != "and"]
    length = 2 * RUN if said and not said[0].isascii() else RUN
    return {tuple(said[at : at + length]) for at in range(len(said) - length + 1)}
