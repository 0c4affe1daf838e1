"""The words of a library that a query's words are slips for: misspelt, misheard, taken apart, written together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from transcript.language import frequency
from transcript.language.lexicon import NUMBER_WORDS, STOP_WORDS
from transcript.language.spelling import (
    SOUND_PREFIX,
    likeness,
    sound_likeness,
    spelling_keys,
    spelling_likeness,
    whole_keys,
)
from transcript.language.stemming import derived_stems, stem
from transcript.language.tokens import terms_in
from transcript.library import Library, pair
from transcript.models import Language
from transcript.search.query import Expansion, Meaning, Query

Spans = Sequence[tuple[int, int]]
"""The units, first and last, that a word of the query is written with."""


@dataclass(frozen=True, slots=True)
class _Likelihood:
    """Likelihoods that another writing means a word of a library. Tuned on the development sets."""

    least: float = 0.6
    """From this likeness on, one word may be meant by another."""
    together: float = 0.97
    """Several words are one that the library writes together."""
    split: float = 0.9
    """A word is two that the library writes apart."""
    derived: float = 0.85
    """A word is one that it is derived from."""
    several: float = 0.9
    """Of the likeness of several words, taken as one, to another word."""
    exists: float = 0.6
    """Of the likeness of a word that the library has to another: a word that exists is rarely a slip."""
    in_use: float = 0.75
    """The same for a word in general use that the library does not have."""


LIKELIHOOD = _Likelihood()


MISSPELT = 500
"""In a library of so many episodes, and once more for as many again, a word may be misspelt in one."""


WORDS_KEPT = 4_000
"""Words of queries whose terms in other languages stay in memory."""


SHORTEST_OF_TWO = 5
"""Letters of a word that may be two."""


LEAST_SPLIT = 0.3
"""Weight from which a word that the library has is looked for as two, too."""


JOINED_LENGTH = range(3, 15)
"""Letters of what may be one word taken apart."""


_STOP_SHORTER = frozenset(
    word[:i] + word[i + 1 :] for word in STOP_WORDS if len(word) == 4 or len(word) > 5 for i in range(1, len(word))
)
"""Small words less one letter that is not the first."""


def known_terms(query: Query, library: Library) -> set[str]:
    """The terms that the library has, of the query's own and of its words written together. The term of a word is one
    of them, too, if the library has the word in another language."""
    others = {unit.term: terms_in_others(unit.word, library.languages) for unit in query.units}
    terms = {*map(stem, _written_words(query)), *others, *chain.from_iterable(others.values())}
    known = library.known_terms(sorted(terms))
    return known | {term for term, same in others.items() if not known.isdisjoint(same)}


@lru_cache(maxsize=WORDS_KEPT)
def terms_in_others(word: str, languages: tuple[Language, ...]) -> list[str]:
    """The terms that a word has in texts of those of the languages that are not English."""
    return terms_in(word, [language for language in languages if language != "en"])


def spellings(query: Query, library: Library, known: set[str]) -> Iterator[Expansion]:
    """Slips, words heard as others, words split and joined: what of it the library has."""
    written = _written_words(query)
    there = {word for word in written if stem(word) in known}
    for word in there:
        for first, last in written[word]:
            yield Expansion(stem(word), Meaning(first, last, 1.0 if first == last else LIKELIHOOD.together))
    yield from _words_alike(query, library, written, _no_slips(there, library))
    yield from _number_words(query, known)
    for place, unit in enumerate(query.units):
        if not (unit.term.isalpha() and unit.term.isascii() and len(unit.term) >= SHORTEST_OF_TWO):
            continue
        if unit.weight >= LEAST_SPLIT or unit.term not in known:
            yield from _split_in_two(unit.word, place, library)
        if unit.term not in known:
            for root in library.known_terms(derived_stems(unit.word)):
                yield Expansion(root, Meaning(place, place, LIKELIHOOD.derived))


def _no_slips(there: set[str], library: Library) -> set[str]:
    """Those of a library's words that are hardly slips: in general use, or in so many episodes that it is no slip of
    theirs either."""
    rare = [word for word in there if not frequency.is_known(word)]
    counts = library.episode_counts(rare) if rare else {}
    least = 1 + len(library.episodes) // MISSPELT
    return {word for word in there if word not in rare or counts.get(word, 0) >= least}


def without_slips_of_small_words(query: Query, known: set[str]) -> Query:
    """The query with no more weight for a small word than it has without its slip: two letters swapped, one left out,
    or one too many."""
    units = list(query.units)
    for place, unit in enumerate(units):
        word = unit.word
        if not word.isascii() or not word.isalpha() or unit.term in known or frequency.is_common(unit.term):
            continue
        swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
        shorter = {word[:i] + word[i + 1 :] for i in range(len(word))} if len(word) > 4 else set()
        # A name of three letters is rarely typed small, and a word of three is rarely what is left of a long one.
        left_out = word in _STOP_SHORTER and (len(word) > 4 or query.text[unit.start : unit.end].islower())
        if not STOP_WORDS.isdisjoint(swapped | shorter) or left_out:
            units[place] = replace(unit, weight=min(unit.weight, frequency.WEIGHTS.stop_word), needed=False)
    return replace(query, units=tuple(units))


def _written_words(query: Query) -> dict[str, list[tuple[int, int]]]:
    """The words of the query, alone and written together with their neighbours, each with the units that it covers."""
    written: dict[str, list[tuple[int, int]]] = defaultdict(list)
    units = query.units
    latin = [unit.term.isascii() and unit.word.isalpha() for unit in units]
    for first, unit in enumerate(units):
        if not latin[first]:
            continue
        if unit.word not in STOP_WORDS and len(unit.term) >= 3:
            written[unit.word].append((first, first))
        for last in range(first + 1, min(first + 5, len(units))):
            if not latin[last] or query.text[units[last - 1].end : units[last].start] not in (" ", "-"):
                break
            words = [other.word for other in units[first : last + 1]]
            if _may_be_one(words):
                written["".join(words)].append((first, last))
    return written


def _may_be_one(words: Sequence[str]) -> bool:
    """True if words that stand together may be one that was taken apart: two, or a few of which some are short."""
    if sum(map(len, words)) not in JOINED_LENGTH or all(word in STOP_WORDS for word in words):
        return False
    short = sum(len(word) <= 3 for word in words)
    return len(words) == 2 or (len(words) <= 4 and short >= len(words) - 2) or short == len(words)


def _words_alike(query: Query, library: Library, written: Mapping[str, Spans], sure: set[str]) -> Iterator[Expansion]:
    """The library's words that are spelt or sound like one of the query's; `sure` are those that are no slips."""
    words: dict[str, list[str]] = defaultdict(list)
    whole = set(map(stem, sure))
    for word, spans in written.items():
        apart = all(_are_words(query, first, last, sure) for first, last in spans)
        for key in whole_keys(word) if word in sure or apart else spelling_keys(word):
            words[key].append(word)
    for key, others in library.words_spelt_alike(words).items():
        same = key.startswith(SOUND_PREFIX)
        for word in words[key]:
            for other, term in others if same or word not in sure else ():
                if term in whole if word == other else _is_part(other, term):
                    continue
                likelihood = max(spelling_likeness(word, other), sound_likeness(word, other) if same else 0.0)
                if likelihood < LIKELIHOOD.least:
                    continue
                for first, last in written[word]:
                    believed = likelihood * _belief_in_slip(word, several=first != last, exists=word in sure)
                    yield Expansion(term, Meaning(first, last, believed))


def _is_part(word: str, term: str) -> bool:
    """True if a term is that of a longer word that the word is only a part of, as weave is of CoreWeave."""
    return len(term) >= len(word) + 2


def _are_words(query: Query, first: int, last: int, sure: set[str]) -> bool:
    """True if units are several, each a word that is no slip: then only the whole of them, as it sounds, may be
    another word. There are so many pairs that not every slip in them can be looked for."""
    words = [unit.word for unit in query.units[first : last + 1]]
    return len(words) > 2 or (len(words) == 2 and all(word in sure or word in STOP_WORDS for word in words))


def _belief_in_slip(word: str, *, several: bool, exists: bool) -> float:
    """Likelihood that a word is a slip for another one."""
    if several:
        return LIKELIHOOD.several
    if exists:
        return LIKELIHOOD.exists
    return LIKELIHOOD.in_use if frequency.is_known(word) else 1.0


def _number_words(query: Query, known: set[str]) -> Iterator[Expansion]:
    """Numbers for which a number word was written with a slip in it."""
    for place, unit in enumerate(query.units):
        if len(unit.word) >= 5 and unit.term not in known and not frequency.is_common(unit.term):
            for word, value in NUMBER_WORDS.items():
                if (likelihood := likeness(unit.word, word)) >= LIKELIHOOD.least:
                    yield Expansion(f"#{value}", Meaning(place, place, likelihood))


def _split_in_two(word: str, place: int, library: Library) -> Iterable[Expansion]:
    """The two words as which the library has one: sglang is SG Lang, and a setup is a set-up somewhere else."""
    halves = [(stem(word[:at]), stem(word[at:])) for at in range(2, len(word) - 1)]
    known = library.known_terms([half for both in halves for half in both])
    for first, second in halves:
        if first in known and second in known and library.frequency(pair(first, second)):
            yield Expansion((first, second), Meaning(place, place, LIKELIHOOD.split))
