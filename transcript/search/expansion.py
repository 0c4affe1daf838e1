"""All terms of a library by which a query's words could have been meant: slips, sounds, synonyms, translations."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from transcript.language import frequency, homophones, thesaurus
from transcript.language.lexicon import NUMBER_WORDS, STOP_CHARACTERS, STOP_WORDS
from transcript.language.normalise import fold, is_han
from transcript.language.spelling import SOUND_PREFIX, heard, likeness, spelling_keys, spelt, whole_keys
from transcript.language.stemming import derived, stem
from transcript.library import Library
from transcript.search.query import Meant, Query, read

LIKE = 0.6
"""From this likeness on, one word may be meant by another."""


_STOP_SHORTER = frozenset(
    word[:i] + word[i + 1 :] for word in STOP_WORDS if len(word) == 4 or len(word) > 5 for i in range(1, len(word))
)


SYNONYM = 0.7
"""How likely a word is said for one that means the same."""


SWAPPED = 0.95
"""How likely a Chinese word of two characters is meant by the two in the other order: many mean the same."""


ALONE = 0.6
"""How likely a pair of Chinese characters holds a word that is one of them and stands alone in a transcript."""


DERIVED = 0.85
"""How likely a word is meant by one that is derived from it."""


BEGUN = 0.5
"""What the beginning of a word weighs."""


HEARD = 0.85
"""How likely a Chinese word is meant by one that sounds the same."""


def understand(text: str, library: Library, *, typing: bool = False, exactly: bool = False) -> Query:
    """Read a query against what a library has; while it is `typing`, its last word is the beginning of one.

    A long text is found by the words that it has right: taken `exactly`, no slips are looked for in the others.
    """
    query = read(text, library.speaker_terms)
    for place, unit in enumerate(query.units):
        query.add(unit.term, place, place, 1.0)
    _years(query)
    _names(query)
    if exactly:
        return query
    _synonyms(query)
    _words(query, library)
    _homophones(query, library)
    _lone(query, library)
    if typing:
        query.typing = True
        _begun(query, library)
    return query


def _begun(query: Query, library: Library) -> None:
    """The words that the last one may become; it tells less than a whole one."""
    place = len(query.units) - 1
    unit = query.units[place]
    if unit.end < len(query.text) or not (unit.word.isascii() and unit.word.isalpha()) or len(unit.word) < 2:
        return
    if place == 0 and unit.word in STOP_WORDS:
        return
    query.units[place] = replace(unit, weight=max(0.3, min(unit.weight, BEGUN)), needed=True)
    for number, term in enumerate(library.words_beginning_with(unit.word)):
        query.add(term, place, place, 1.0 - 0.002 * number)


def _years(query: Query) -> None:
    """2024 may be said as 24, and 24 be meant as 2024."""
    for place, unit in enumerate(query.units):
        figures = unit.term[1:]
        if unit.term.startswith("#") and figures.isdecimal():
            if len(figures) == 4 and figures.startswith("20"):
                query.add("#" + figures[2:].lstrip("0"), place, place, 0.85)
            elif len(figures) == 2:
                query.add("#20" + figures, place, place, 0.85)


def _synonyms(query: Query) -> None:
    """Who half remembers a sentence remembers what it meant."""
    for place, unit in enumerate(query.units):
        if unit.weight > frequency.WEIGHTS.stop_word:
            for other in thesaurus.synonyms().get(unit.term, ()):
                query.add(other, place, place, SYNONYM, same=False)


def _names(query: Query) -> None:
    """A well-known name is the same in the other language."""
    folded = fold(query.text)
    names = thesaurus.chinese_names()
    for place, unit in enumerate(query.units):
        for other in names.get(unit.term, ()):
            query.add(other[:2], place, place, 0.95)
    if not query.chinese:
        return
    for term, chinese in names.items():
        for other in chinese:
            if (at := folded.find(other)) >= 0:
                inside = [i for i, unit in enumerate(query.units) if unit.start >= at and unit.end <= at + len(other)]
                if inside:
                    query.add(term, inside[0], inside[-1], 1.0)


def _words(query: Query, library: Library) -> None:
    """Slips, words heard as others, words split and joined: what of it the library has."""
    wanted = _spellings(query)
    stems = {word: stem(word) for word in wanted}
    known = library.known_terms(sorted({*stems.values(), *(unit.term for unit in query.units)}))
    for word, places in wanted.items():
        if stems[word] in known:
            for first, last in places:
                query.add(stems[word], first, last, 1.0 if first == last else 0.97)
    _alike(query, library, wanted, {word for word in wanted if stems[word] in known})
    _numbers(query, known)
    _slips(query, known)
    for place, unit in enumerate(query.units):
        if unit.term not in known and unit.term.isalpha() and unit.term.isascii() and len(unit.term) >= 5:
            _split(query, place, library)
            for root in library.known_terms(derived(unit.word)):
                query.add(root, place, place, DERIVED)


def _alike(query: Query, library: Library, wanted: dict[str, list[tuple[int, int]]], known: set[str]) -> None:
    """The library's words that are spelt or sound like one that is wanted."""
    words: dict[str, list[str]] = defaultdict(list)
    for word, places in wanted.items():
        apart = all(_sound_words(query, first, last, known) for first, last in places)
        for key in whole_keys(word) if word in known or apart else spelling_keys(word):
            words[key].append(word)
    for key, others in library.words_spelt_alike(words).items():
        same = key.startswith(SOUND_PREFIX)
        for word in words[key]:
            for other, term in others if same or word not in known else ():
                likely = max(spelt(word, other), heard(word, other) if same else 0.0)
                if likely < LIKE or word == other:
                    continue
                for first, last in wanted[word]:
                    query.add(term, first, last, likely * _doubt(word, first != last, word in known))


def _sound_words(query: Query, first: int, last: int, known: set[str]) -> bool:
    """Whether units are several, each a word of some length that the library has: then only the whole of them, as it
    sounds, may be another word. There are so many pairs that not every slip in them can be looked for."""
    words = [unit.word for unit in query.units[first : last + 1]]
    return len(words) > 2 or (len(words) == 2 and all(len(word) > 3 and word in known for word in words))


def _numbers(query: Query, known: set[str]) -> None:
    """A number word with a slip in it."""
    for place, unit in enumerate(query.units):
        if len(unit.word) >= 5 and unit.term not in known and not frequency.is_common(unit.term):
            for word, value in NUMBER_WORDS.items():
                if (likely := likeness(unit.word, word)) >= LIKE:
                    query.add(f"#{value}", place, place, likely)


def _slips(query: Query, known: set[str]) -> None:
    """A small word with two letters swapped, one left out or one too many tells no more than the word itself."""
    for place, unit in enumerate(query.units):
        word = unit.word
        if not word.isascii() or not word.isalpha() or unit.term in known or frequency.is_common(unit.term):
            continue
        swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
        shorter = {word[:i] + word[i + 1 :] for i in range(len(word))} if len(word) > 4 else set()
        # A name of three letters is rarely typed small, and a word of three is rarely a long one's rest.
        left_out = word in _STOP_SHORTER and (len(word) > 4 or query.text[unit.start : unit.end].islower())
        if not STOP_WORDS.isdisjoint(swapped | shorter) or left_out:
            query.units[place] = replace(unit, weight=min(unit.weight, frequency.WEIGHTS.stop_word), needed=False)


def _doubt(word: str, several: bool, known: bool) -> float:
    """How far to believe that a word is another one's slip: a word that exists is rarely one."""
    if several:
        return 0.9
    if known:
        return 0.6
    return 0.75 if frequency.is_common(stem(word)) else 1.0


def _spellings(query: Query) -> dict[str, list[tuple[int, int]]]:
    """The words of the query, alone and written together with their neighbours, each with the units that it covers."""
    wanted: dict[str, list[tuple[int, int]]] = defaultdict(list)
    units = query.units
    latin = [unit.term.isascii() and unit.word.isalpha() for unit in units]
    for first, unit in enumerate(units):
        if not latin[first]:
            continue
        if unit.word not in STOP_WORDS and len(unit.term) >= 3:
            wanted[unit.word].append((first, first))
        for last in range(first + 1, min(first + 5, len(units))):
            if not latin[last] or query.text[units[last - 1].end : units[last].start] not in (" ", "-"):
                break
            words = [other.word for other in units[first : last + 1]]
            if _may_be_one(words):
                wanted["".join(words)].append((first, last))
    return wanted


def _may_be_one(words: list[str]) -> bool:
    """Whether words that stand together may be one that was taken apart: two, or a few of which some are short."""
    length = sum(map(len, words))
    if not 3 <= length <= 14 or all(word in STOP_WORDS for word in words):
        return False
    short = sum(len(word) <= 3 for word in words)
    return len(words) == 2 or (len(words) <= 4 and short >= len(words) - 2) or short == len(words)


def _split(query: Query, place: int, library: Library) -> None:
    """A word that the library has only as two: sglang is SG Lang."""
    word = query.units[place].word
    halves = [(word[:at], word[at:]) for at in range(2, len(word) - 1)]
    known = library.known_terms([half for pair in halves for half in (pair[0], stem(pair[1]))])
    for one, other in halves:
        if one in known and stem(other) in known:
            query.pairs[one, stem(other)] = Meant(place, place, 0.9)


def _homophones(query: Query, library: Library) -> None:
    """A pair of characters of which one was written for another of the same sound, where the pair itself is unknown."""
    for place, unit in enumerate(query.units):
        if len(unit.term) != 2 or not is_han(unit.term[0]) or frequency.is_chinese_word(unit.term):
            continue
        if library.frequency(unit.term):
            continue
        one, other = unit.term[0], unit.term[1]
        for variant, likely in ((other + one, SWAPPED), (one, ALONE), (other, ALONE)):
            if (len(variant) == 2 or variant not in STOP_CHARACTERS) and library.frequency(variant):
                query.add(variant, place, place, likely)
        pairs = [same + other for same in homophones.homophones(one)] + [
            one + same for same in homophones.homophones(other)
        ]
        for pair in pairs:
            if library.frequency(pair):
                query.add(pair, place, place, HEARD)


def _lone(query: Query, library: Library) -> None:
    """A single Chinese character is found at the beginning of the pairs that a transcript is kept as."""
    for place, unit in enumerate(query.units):
        if len(unit.term) == 1 and is_han(unit.term) and unit.weight >= frequency.WEIGHTS.lone_character:
            for pair in library.terms_beginning_with(unit.term):
                query.add(pair, place, place, 1.0)
