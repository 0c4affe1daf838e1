"""What a query asks for: its terms, what each weighs, and all terms of the library that it could have meant."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from transcript import rarity
from transcript.lexicon import ASKING, CHINESE_QUESTIONS, NUMBER_WORDS, QUESTION_WORDS, STOP_WORDS
from transcript.library import Library
from transcript.stemming import likeness, sound, spelling_keys, stem, whole_keys
from transcript.text import Token, fold, is_han, tokenise

LONGEST = 600
"""Characters of a query that are looked at: a long paragraph."""

MOST_TERMS = 80

LIKE = 0.6
"""From this likeness on, one word may be meant by another."""

_SURROGATES = re.compile(r"[\ud800-\udfff\0]")
_QUESTIONS = re.compile("|".join(sorted(CHINESE_QUESTIONS, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Unit:
    """One term of the query: `weight` is what it tells, 0 where it only asks; `start` and `end` its characters."""

    term: str
    word: str
    weight: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Meant:
    """Units of the query, both included, that a term of a transcript may stand for, and how likely, 0 to 1."""

    first: int
    last: int
    likely: float


@dataclass(slots=True)
class Query:
    """A query ready to be matched. `meant` goes from a transcript's term to what it may stand for, `pairs` from two
    neighbouring terms that the query has as one word."""

    text: str
    units: list[Unit]
    question: bool
    meant: dict[str, list[Meant]] = field(default_factory=lambda: defaultdict(list))
    pairs: dict[tuple[str, str], Meant] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        return sum(unit.weight for unit in self.units)

    def add(self, term: str, first: int, last: int, likely: float) -> None:
        """Note that a transcript's term may stand for the units; the likeliest of several is kept."""
        for place, known in enumerate(self.meant[term]):
            if (known.first, known.last) == (first, last):
                if likely > known.likely:
                    self.meant[term][place] = Meant(first, last, likely)
                return
        self.meant[term].append(Meant(first, last, likely))


def understand(text: str, library: Library) -> Query:
    """Read a query against what the library has. Any text is a query; one without a term has no units."""
    cleaned = _SURROGATES.sub(" ", text)[: LONGEST * 4].strip()[:LONGEST]
    tokens = tokenise(_without_asking(fold(cleaned)))[:MOST_TERMS] or tokenise(cleaned)[:MOST_TERMS]
    question = _is_question(cleaned, tokens)
    speakers = library.speaker_terms
    units = _seamless([_unit(token, question, speakers) for token in tokens])
    if not any(unit.weight for unit in units):
        units = [_unit(token, False, frozenset()) for token in tokens]
    query = Query(cleaned, units, question)
    for place, unit in enumerate(units):
        query.add(unit.term, place, place, 1.0)
    _years(query)
    _names(query)
    _words(query, library)
    return query


def _without_asking(text: str) -> str:
    """The text with the words by which Chinese asks blotted out, each character by a space."""
    return _QUESTIONS.sub(lambda match: " " * len(match.group()), text)


def _is_question(text: str, tokens: list[Token]) -> bool:
    return bool(tokens) and (tokens[0].word in ASKING or text.endswith(("?", "?")))


def _unit(token: Token, question: bool, speakers: frozenset[str]) -> Unit:
    weight = rarity.weight(token.term, token.word)
    if question and token.word in QUESTION_WORDS:
        weight = 0.0
    if token.term in speakers:
        weight *= 0.15 if question else 0.5
    return Unit(token.term, token.word, weight, token.start, token.end)


def _seamless(units: list[Unit]) -> list[Unit]:
    """The units with less weight for two Chinese characters that only meet where one word ends and the next begins."""
    words = [is_han(unit.term[0]) and rarity.is_chinese_word(unit.term) for unit in units]
    weighed = []
    for place, unit in enumerate(units):
        if is_han(unit.term[0]) and len(unit.term) == 2 and not words[place]:
            left = place > 0 and words[place - 1] and units[place - 1].end == unit.end - 1
            right = place + 1 < len(units) and words[place + 1] and units[place + 1].start == unit.start + 1
            most = 0.12 if left and right else 0.3 if left or right else unit.weight
            unit = replace(unit, weight=min(unit.weight, most))
        weighed.append(unit)
    return weighed


def _years(query: Query) -> None:
    """2024 may be said as 24, and 24 be meant as 2024."""
    for place, unit in enumerate(query.units):
        figures = unit.term[1:]
        if unit.term.startswith("#") and figures.isdecimal():
            if len(figures) == 4 and figures.startswith("20"):
                query.add("#" + figures[2:].lstrip("0"), place, place, 0.85)
            elif len(figures) == 2:
                query.add("#20" + figures, place, place, 0.85)


def _names(query: Query) -> None:
    """A well-known name is the same in the other language."""
    folded = fold(query.text)
    for name, chinese in rarity.names().items():
        term = stem(name)
        for place, unit in enumerate(query.units):
            if unit.term == term:
                for other in chinese:
                    query.add(other[:2], place, place, 0.95)
        for other in chinese:
            at = folded.find(other)
            if at >= 0:
                inside = [i for i, unit in enumerate(query.units) if unit.start >= at and unit.end <= at + len(other)]
                if inside:
                    query.add(term, inside[0], inside[-1], 1.0)


def _words(query: Query, library: Library) -> None:
    """Slips, words heard as others, words split and joined: what of it the library has."""
    wanted = _spellings(query)
    stems = {word: stem(word) for word in wanted}
    known = library.store.known(sorted({*stems.values(), *(unit.term for unit in query.units)}))
    for word, places in wanted.items():
        if stems[word] in known:
            for first, last in places:
                query.add(stems[word], first, last, 1.0 if first == last else 0.97)
    keys = (key for word, places in wanted.items() for key in _keys(word, places))
    for other, term in library.store.alike(keys):
        for word, places in wanted.items():
            likely = likeness(word, other) if stems[word] != term else 0.0
            if likely < LIKE or (stems[word] in known and sound(word) != sound(other)):
                continue
            for first, last in places:
                query.add(term, first, last, likely * _doubt(stems[word], first != last, stems[word] in known))
    _numbers(query, known)
    for place, unit in enumerate(query.units):
        if unit.term not in known and unit.term.isalpha() and unit.term.isascii() and len(unit.term) >= 5:
            _split(query, place, library)


def _keys(word: str, places: list[tuple[int, int]]) -> set[str]:
    """The spelling keys to look under; for words written together only the ones of the whole, they are so many."""
    if any(last - first < 2 for first, last in places):
        return spelling_keys(word)
    return whole_keys(word)


def _numbers(query: Query, known: set[str]) -> None:
    """A number word with a slip in it."""
    for place, unit in enumerate(query.units):
        if len(unit.word) >= 5 and unit.term not in known and not rarity.is_common(unit.term):
            for word, value in NUMBER_WORDS.items():
                if (likely := likeness(unit.word, word)) >= LIKE:
                    query.add(f"#{value}", place, place, likely)


def _doubt(term: str, several: bool, known: bool) -> float:
    """How far to believe that a word is another one's slip: a word that exists is rarely one."""
    if several:
        return 0.9
    if known:
        return 0.6
    return 0.75 if rarity.is_common(term) else 1.0


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
    known = library.store.known([half for pair in halves for half in (pair[0], stem(pair[1]))])
    for one, other in halves:
        if one in known and stem(other) in known:
            query.pairs[one, stem(other)] = Meant(place, place, 0.9)


def is_chinese(text: str) -> bool:
    """Whether a text is written in Chinese characters, at least in part."""
    return any(map(is_han, text))
