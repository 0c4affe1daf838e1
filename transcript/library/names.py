"""Finds names of speakers, episodes and chapters that were typed in part, with slips or by ear."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process

from transcript.language.amounts import chinese_number
from transcript.language.normalise import bare, fold, is_han, unaccented_words
from transcript.language.spelling import likeness
from transcript.language.tokens import tokenise

T = TypeVar("T")


_CHAPTER_NUMBER = re.compile(
    r"(?:#|chapter|ch\.?|第)?\s*(\d{1,6})\s*[章节]?|第\s*([零〇一二两三四五六七八九十百]{1,5})\s*[章节]"
)
"""A chapter by its number: 3, #3, chapter 3, 第3章, 第三章."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a search for names; tuned on names of the shipped transcript, typed with slips."""

    characters: int = 200
    """Characters of the typed text that are looked at."""
    share: float = 0.7
    """Share of the typed text that a name must have."""
    words: int = 12
    """Words typed, or pairs of Chinese characters, that are looked for one by one."""
    ratio: float = 60.0
    """rapidfuzz's ratio, 0 to 100, from which two words or names may be spellings of one."""
    inside: int = 4
    """Characters typed from which they may stand within a word: weave in CoreWeave, but not etc in Fletcher."""
    first_words: float = 0.9
    """The share of a name that its first words count for: of two Adas who speaks most is meant, by any length."""
    spaced: int = 5
    """Characters typed from which a name may have other spaces between them."""
    likest: int = 3
    """Candidates whose names are compared with a word that may be no name at all."""
    kept: int = 200
    """Typed words whose similar words are kept in memory: with each key stroke the words before it come again."""


LIMITS = Limits()


def chapter_number(typed: str) -> int | None:
    """The number by which a chapter is named; None where it is named otherwise."""
    match = _CHAPTER_NUMBER.fullmatch(fold(typed).strip().casefold())
    if match is None:
        return None
    return int(match[1]) if match[1] else chinese_number(match[2])


def best(typed: str, candidates: Iterable[tuple[T, Iterable[str]]], limit: int) -> tuple[T, ...]:
    """The candidates one of whose names is like `typed`, as `Names.best` finds them."""
    return Names((candidate, map(bare, names)) for candidate, names in candidates).best(typed, limit)


class Names(Generic[T]):
    """Many candidates with their names, each `bare`, ready to be looked through at every key stroke."""

    def __init__(self, candidates: Iterable[tuple[T, Iterable[str]]]) -> None:
        self._candidates: list[T] = []
        self._names: list[str] = []  # with a space before the first word, as there is before the others
        self._whose = array("I")
        places: dict[str, array[int]] = {}
        for candidate, names in candidates:
            for name in filter(None, dict.fromkeys(map(unaccented_words, names))):
                for word in {word for word in name.split() if not is_han(word[0])}:
                    places.setdefault(word, array("I")).append(len(self._names))
                self._names.append(f" {name}")
                self._whose.append(len(self._candidates))
            self._candidates.append(candidate)
        self._words = sorted(places)
        self._places = [places[word] for word in self._words]
        self._known: OrderedDict[str, list[tuple[float, int]]] = OrderedDict()

    def best(self, typed: str, limit: int) -> tuple[T, ...]:
        """The candidates whose names are most like `typed`, best first; none if no name is like it.

        If nothing was typed, the first candidates.
        """
        return tuple(candidate for _, candidate in self.ranked(typed, limit))

    def ranked(self, typed: str, limit: int) -> list[tuple[float, T]]:
        """The candidates as `best` gives them, each with how unlike it is: the lower, the better."""
        if not typed.strip():
            return [(0.0, candidate) for candidate in self._candidates[:limit]]
        wanted = unaccented_words(bare(typed[: LIMITS.characters]))
        if not wanted:
            return []
        scores = self._best_scores(self._score_names(wanted)) or self._best_scores(self._score_spaced(wanted))
        found = nsmallest(limit, ((-round(score, 3), candidate) for candidate, score in scores.items()))
        return [(unlike, self._candidates[candidate]) for unlike, candidate in found]

    def likest_names(self, typed: str) -> list[str]:
        """All names, `bare`, of the few candidates that `best` puts first."""
        best = {id(candidate) for candidate in self.best(typed, LIMITS.likest)}
        whose = enumerate(self._whose)
        return [self._names[place][1:] for place, number in whose if id(self._candidates[number]) in best]

    def beginning_with(self, typed: str, *, whole: bool = False) -> list[T]:
        """The candidates one of whose names begins with the words that were typed, or is them where `whole`."""
        wanted = unaccented_words(bare(typed[: LIMITS.characters]))
        if not wanted:
            return []
        open_ended = is_han(wanted[-1]) and not whole
        begun = (
            self._whose[place]
            for place in self._names_with(f" {wanted}")
            if (rest := self._names[place].removeprefix(f" {wanted}")) != self._names[place]
            and (not rest or open_ended or (rest.startswith(" ") and not whole))
        )
        return [self._candidates[candidate] for candidate in dict.fromkeys(begun)]

    def _best_scores(self, scored: Iterable[tuple[int, float]]) -> dict[int, float]:
        """Numbers of the candidates that have enough of what was typed, each with the best score of its names."""
        scores: dict[int, float] = {}
        for place, score in scored:
            candidate = self._whose[place]
            if score >= LIMITS.share and score > scores.get(candidate, 0.0):
                scores[candidate] = score
        return scores

    def _score_names(self, wanted: str) -> Iterator[tuple[int, float]]:
        """Numbers of names with their scores: the share of `wanted` in the name, 0 to 1, and a little for its brevity.

        A name may come several times.
        """
        names, length = self._names, len(wanted)
        for place in self._names_with(wanted if length >= LIMITS.inside or is_han(wanted[0]) else f" {wanted}"):
            name = names[place][1:]
            base = 1.05 if name.startswith(wanted) else 1.0
            brevity = LIMITS.first_words if name.startswith(f"{wanted} ") else length / len(name)
            yield place, 1.2 if name == wanted else base + 0.1 * brevity
        found = self._score_words(wanted)
        if not any(map(str.isdecimal, wanted)):
            found += self._score_pairs(wanted) if any(map(is_han, wanted)) else self._score_wholes(wanted)
        for place, alike in found:
            yield place, 0.98 * alike + 0.1 * length / max(length, len(names[place]) - 1)

    def _names_with(self, part: str) -> list[int]:
        return [place for place, name in enumerate(self._names) if part in name]

    def _score_wholes(self, wanted: str) -> list[tuple[int, float]]:
        """Scores by the likeness of whole names, for slips anywhere in them."""
        together = wanted.replace(" ", "")
        found = []
        for place in _close_spellings(f" {wanted}", self._names):
            other = self._names[place].replace(" ", "")
            if abs(len(together) - len(other)) <= 3:
                found.append((place, likeness(together, other)))
        return found

    def _score_spaced(self, wanted: str) -> Iterator[tuple[int, float]]:
        """Scores of names that have what was typed with other spaces: core weave for CoreWeave, or nightshift."""
        together = wanted.replace(" ", "")
        if len(together) < LIMITS.spaced:
            return
        begun = re.compile(" " + " ?".join(map(re.escape, together)))
        for place, name in enumerate(self._names):
            if together in name.replace(" ", "") and begun.search(name):
                yield place, 0.9 + 0.1 * len(together) / len(name)

    def _score_pairs(self, wanted: str) -> list[tuple[int, float]]:
        """Scores for Chinese: the share of the typed pairs of characters that a name has."""
        pairs = list(dict.fromkeys(token.term for token in tokenise(wanted)))[: LIMITS.words]
        shared = Counter(place for pair in pairs for place in self._names_with(pair))
        return [(place, share / len(pairs) + 0.2) for place, share in shared.items()]

    def _score_words(self, wanted: str) -> list[tuple[int, float]]:
        """Scores by typed words found in the names, weighed by length; the beginning of a word counts as the word."""
        typed = wanted.split()[: LIMITS.words]
        total = sum(map(len, typed))
        found: dict[int, float] = {}
        figures: list[dict[int, float]] = []
        for word in typed:
            here: dict[int, float] = dict.fromkeys(self._names_with(word), 1.0) if is_han(word[0]) else {}
            for alike, other in self._similar_words(word):  # the less like first, so that the likest stays
                here.update(dict.fromkeys(self._places[other], alike))
            if word.isdecimal():
                figures.append(here)
            for place, alike in here.items():
                found[place] = found.get(place, 0.0) + len(word) * alike
        least = (LIMITS.share - 0.1) * total
        enough = ((place, each / total) for place, each in found.items() if each >= least)
        return [(place, each) for place, each in enough if all(place in here for here in figures)]

    def _similar_words(self, word: str) -> list[tuple[float, int]]:
        """Likelihood and number of each word of the names that the typed word may be."""
        known = self._known.get(word)
        if known is None:
            others = self._words
            near = set(range(bisect_left(others, word), bisect_left(others, word + "\U0010ffff")))
            if not word.isdecimal() and not is_han(word[0]):
                near.update(_close_spellings(word, others))
                near.update(_close_spellings(word, [other[: len(word)] for other in others]) if len(word) >= 4 else ())
            known = sorted((alike, place) for place in near if (alike := _word_likeness(word, others[place])))
            self._known[word] = known
            if len(self._known) > LIMITS.kept:
                self._known.popitem(last=False)
        return known


class JoinedNames(Generic[T]):
    """Candidates of several kinds, each with names of their own, that are looked through together."""

    def __init__(self, parts: Sequence[Names[T]]) -> None:
        self._parts = parts

    def best(self, typed: str, limit: int) -> tuple[T, ...]:
        """The candidates whose names are most like `typed`, best first; of those that are alike the first part's."""
        ranked = [each for part in self._parts for each in part.ranked(typed, limit)]
        return tuple(candidate for _, candidate in sorted(ranked, key=lambda each: each[0])[:limit])

    def likest_names(self, typed: str) -> list[str]:
        """All names, `bare`, of the few candidates that are most like what was typed."""
        return [name for part in self._parts for name in part.likest_names(typed)]

    def beginning_with(self, typed: str, *, whole: bool = False) -> list[T]:
        """The candidates one of whose names begins with the words that were typed, or is them where `whole`."""
        return [candidate for part in self._parts for candidate in part.beginning_with(typed, whole=whole)]


def _close_spellings(word: str, others: list[str]) -> list[int]:
    """The numbers of the others that may be spellings of the word."""
    found = process.extract(word, others, scorer=fuzz.ratio, processor=None, score_cutoff=LIMITS.ratio, limit=None)
    return [place for _, _, place in found]


def _word_likeness(word: str, other: str) -> float:
    if word.isdecimal() or other.isdecimal():
        # A figure with a slip in it is another one. A year, or a month of it, is typed as it is written.
        return 1.0 if word == other or (other.startswith(word) and len(word) >= 2) else 0.0
    if other.startswith(word) and (len(word) >= 2 or len(other) == 1):
        return 1.0
    alike = likeness(word, other)
    if alike < 0.6 and len(word) >= 4 and len(other) > len(word):
        # A beginning with a slip in it: "dilla" for Dylan, "patell" for Patel.
        alike = 0.9 * likeness(word, other[: len(word)])
    if len(word) >= 5 and len(other) >= 5:
        alike = max(alike, (fuzz.ratio(word, other) / 100) ** 2)
    return alike
