"""All terms of a library by which a query's words could have been meant: slips, sounds, synonyms, translations."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from transcript.language import frequency, thesaurus
from transcript.language.detection import likeliest_language
from transcript.language.homophones import homophones as characters_of_the_same_sound
from transcript.language.lexicon import STOP_CHARACTERS, STOP_WORDS
from transcript.language.normalise import fold, is_han
from transcript.library import Library
from transcript.models import Language
from transcript.search.query import Expansion, Meaning, Query, Unit, read
from transcript.search.query.slips import known_terms, spellings, terms_in_others, without_slips_of_small_words

SYNONYM = 0.7
"""Likelihood that a word stands for a synonym of it."""


SYNONYM_ASKED = 0.5
"""The same in a question: its few words are to be there."""


OTHER_LANGUAGE = 0.95
"""Likelihood that a name in another language means a well-known name."""


SHORT_YEAR = 0.85
"""Likelihood that 24 means 2024, and 2024 means 24."""


MOST_BEGUN_WEIGHT = 0.5
"""The most weight of an unfinished word."""


LEAST_BEGUN_WEIGHT = 0.3
"""The least weight of an unfinished word."""


SWAPPED = 0.95
"""Likelihood that two Chinese characters mean the word with them in the other order: many such words mean the same."""


ALONE = 0.6
"""Likelihood that a pair of characters means one of them that is a word by itself in a transcript."""


SAME_SOUND = 0.85
"""Likelihood that a word means another one of the same sound."""


UNSCALED = 0.85
"""Likelihood that 7b means 7."""


_SCALED = re.compile(r"(\d+(?:\.\d+)?)[A-Za-z]")
"""Figures with a letter that may tell thousands, millions or billions."""


@dataclass(frozen=True, slots=True)
class _Everywhere:
    """The weight that a word of a question keeps if a library says it all the time. Tuned on the development sets of
    the shipped transcript and on questions to three other shows."""

    share: float = 0.02
    """The share of the segments up to which a word keeps all of it."""
    loss: float = 0.5
    """The share that it loses for each power of ten above that, …"""
    least: float = 0.4
    """… and the share that it keeps at least."""
    segments: int = 100
    """A smaller library is a short one, and of a few things."""


EVERYWHERE = _Everywhere()


def understand(
    text: str, library: Library, *, typing: bool = False, exactly: bool = False, asks: bool = False
) -> Query:
    """Read a query against what a library has; while it is `typing`, its last word is the beginning of one. What `asks`
    is a question, however it begins.

    A long text is found by the words that it has right: taken `exactly`, no slips are looked for in the others.
    """
    query = read_query(text, library, asks=asks)
    found = [literally(query, library.languages), years(query), unscaled(query), names(query)]
    if exactly:
        return query.expanded(chain(*found))
    known = known_terms(query, library)
    query = without_slips_of_small_words(query, known)
    found += [synonyms(query), spellings(query, library, known), homophones(query, library)]
    found += [lone_characters(query, library)]
    if typing:
        query, begun = unfinished(query, library)
        found.append(iter(begun))
    return query.expanded(chain(*found))


def read_query(text: str, library: Library, *, asks: bool = False) -> Query:
    """Read a query, without looking for what else its words may be meant by."""
    query = read(text, library.speaker_terms, likeliest_language(text, library.languages), asks=asks)
    return without_subjects_of_all(query, library) if query.question else query


def without_subjects_of_all(query: Query, library: Library) -> Query:
    """The question with less weight for what the library speaks of all the time: it says nothing of where."""
    segments = library.segment_count
    if segments < EVERYWHERE.segments:
        return query

    def weigh(unit: Unit) -> Unit:
        said = library.frequency(unit.term) / segments / EVERYWHERE.share if unit.weight else 0.0
        kept = 1.0 if said <= 1.0 else max(EVERYWHERE.least, 1.0 - EVERYWHERE.loss * math.log10(said))
        return replace(unit, weight=unit.weight * kept)

    return replace(query, units=tuple(map(weigh, query.units)))


def literally(query: Query, languages: tuple[Language, ...]) -> Iterator[Expansion]:
    """Each word for itself, by the term that it has in each of the languages."""
    for place, unit in enumerate(query.units):
        for term in (unit.term, *terms_in_others(unit.word, languages)):
            yield Expansion(term, Meaning(place, place, 1.0))


def years(query: Query) -> Iterator[Expansion]:
    """2024 may be said as 24, and 24 be meant as 2024."""
    for place, unit in enumerate(query.units):
        figures = unit.term[1:]
        if unit.term.startswith("#") and figures.isdecimal():
            meaning = Meaning(place, place, SHORT_YEAR)
            if len(figures) == 4 and figures.startswith("20"):
                yield Expansion("#" + figures[2:].lstrip("0"), meaning)
            elif len(figures) == 2:
                yield Expansion("#20" + figures, meaning)


def unscaled(query: Query) -> Iterator[Expansion]:
    """7b may be no amount but a name with a 7 in it."""
    for place, unit in enumerate(query.units):
        if written := _SCALED.fullmatch(query.text[unit.start : unit.end]):
            yield Expansion("#" + written[1], Meaning(place, place, UNSCALED))


def synonyms(query: Query) -> Iterator[Expansion]:
    """Words that mean the same: who half remembers a sentence remembers what it meant."""
    likelihood = SYNONYM_ASKED if query.question else SYNONYM
    for place, unit in enumerate(query.units):
        if unit.weight > frequency.WEIGHTS.stop_word:
            for other in thesaurus.synonyms().get(unit.term, ()):
                yield Expansion(other, Meaning(place, place, likelihood, same=False))


def names(query: Query) -> Iterator[Expansion]:
    """The other language's names for well-known names in the query."""
    folded = fold(query.text)
    known = thesaurus.chinese_names()
    for place, unit in enumerate(query.units):
        for other in known.get(unit.term, ()):
            yield Expansion(other[:2], Meaning(place, place, OTHER_LANGUAGE))
    if not query.chinese:
        return
    for term, chinese in known.items():
        for other in chinese:
            if (at := folded.find(other)) >= 0:
                inside = [i for i, unit in enumerate(query.units) if unit.start >= at and unit.end <= at + len(other)]
                if inside:
                    yield Expansion(term, Meaning(inside[0], inside[-1], 1.0))


def unfinished(query: Query, library: Library) -> tuple[Query, list[Expansion]]:
    """The query with less weight for its last word, and the words that this may become while it is typed."""
    query = replace(query, typing=True)
    place = len(query.units) - 1
    if place < 0:
        return query, []
    unit = query.units[place]
    if unit.end < len(query.text) or not (unit.word.isascii() and unit.word.isalpha()) or len(unit.word) < 2:
        return query, []
    if place == 0 and unit.word in STOP_WORDS:
        return query, []
    last = replace(unit, weight=max(LEAST_BEGUN_WEIGHT, min(unit.weight, MOST_BEGUN_WEIGHT)), needed=True)
    terms = library.words_beginning_with(unit.word)
    # The words of more episodes first: each is a little less likely than the one before.
    found = [Expansion(term, Meaning(place, place, 1.0 - 0.002 * number)) for number, term in enumerate(terms)]
    return replace(query, units=(*query.units[:place], last)), found


def homophones(query: Query, library: Library) -> Iterator[Expansion]:
    """Pairs of characters of which one was written for another of the same sound, if the pair itself is unknown."""
    for place, unit in enumerate(query.units):
        if len(unit.term) != 2 or not is_han(unit.term[0]) or not unit.weight or frequency.is_chinese_word(unit.term):
            continue
        if library.frequency(unit.term):
            continue
        first, second = unit.term[0], unit.term[1]
        for variant, likelihood in ((second + first, SWAPPED), (first, ALONE), (second, ALONE)):
            if (len(variant) == 2 or variant not in STOP_CHARACTERS) and library.frequency(variant):
                yield Expansion(variant, Meaning(place, place, likelihood))
        pairs = [other + second for other in characters_of_the_same_sound(first)]
        pairs += [first + other for other in characters_of_the_same_sound(second)]
        for pair in pairs:
            if library.frequency(pair):
                yield Expansion(pair, Meaning(place, place, SAME_SOUND))


def lone_characters(query: Query, library: Library) -> Iterator[Expansion]:
    """The pairs of characters that a transcript has for a single character: those that begin with it, and where it is
    all that is asked for, those that end with it."""
    for place, unit in enumerate(query.units):
        if len(unit.term) == 1 and is_han(unit.term) and unit.weight >= frequency.WEIGHTS.lone_character:
            pairs = library.terms_beginning_with(unit.term)
            if len(query.units) == 1:
                pairs = [*pairs, *(other + unit.term for other in _common_characters())]
                pairs = [pair for pair in dict.fromkeys(pairs) if library.frequency(pair)]
            for pair in pairs:
                yield Expansion(pair, Meaning(place, place, 1.0))


@cache
def _common_characters() -> tuple[str, ...]:
    """The Chinese characters of words in general use."""
    return tuple(dict.fromkeys(character for word in frequency.general_words("zh") for character in word))
