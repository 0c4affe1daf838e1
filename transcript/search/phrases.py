"""The very words of a text, to compare what was asked with what was said: word by word, and by whole sentences."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.language.lexicon import FILLERS
from transcript.language.sentences import Range, sentences
from transcript.language.tokens import Word, split_words
from transcript.models import Language

FILLER_WORDS = FILLERS | {"you", "know", "i", "mean"}
"""Words that people leave out when they quote."""


LONGEST_SENTENCE = 16
"""Words. A longer query is found by its words, if it is a whole sentence or not."""


RUN = 5
"""So many words that follow each other in two texts are hardly there by chance; Chinese has two characters a word."""


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word.text for word in split_words(text)]


def is_verbatim(query: str, text: str) -> bool:
    """True if the text has the query's words one by one, fillers apart."""
    wanted, said = words_of(query), words_of(text)
    if any(word not in FILLER_WORDS for word in wanted):
        wanted = [word for word in wanted if word not in FILLER_WORDS]
        said = [word for word in said if word not in FILLER_WORDS]
    return bool(wanted) and f"|{'|'.join(wanted)}|" in f"|{'|'.join(said)}|"


def find_sentence(query: str, text: str, language: Language) -> Range | None:
    """The characters at which all of the query's words are the whole text, a whole sentence of it, or several."""
    wanted = words_of(query)
    if not 0 < len(wanted) <= LONGEST_SENTENCE:
        return None
    said = split_words(text)
    if [word.text for word in said] == wanted:
        return said[0].start, said[-1].end
    starts, ends = _sentence_bounds(said, sentences(text, language))
    for first in starts:
        last = first + len(wanted) - 1
        if last in ends and [word.text for word in said[first : last + 1]] == wanted:
            return said[first].start, said[last].end
    return None


def _sentence_bounds(said: Sequence[Word], ranges: Sequence[Range]) -> tuple[list[int], set[int]]:
    """The first and the last word of each sentence."""
    starts, ends, at = [], set(), 0
    for _, end in ranges:
        first = at
        while at < len(said) and said[at].start < end:
            at += 1
        if at > first:
            starts.append(first)
            ends.add(at - 1)
    return starts, ends


def share_a_run(first: str, second: str) -> bool:
    """True if two texts have a run of words in common, as a clip has with what it was cut from."""
    return bool(_runs(first) & _runs(second))


def _runs(text: str) -> set[tuple[str, ...]]:
    said = [word for word in words_of(text) if word not in FILLER_WORDS and word != "and"]
    length = 2 * RUN if said and not said[0].isascii() else RUN
    return {tuple(said[at : at + length]) for at in range(len(said) - length + 1)}
