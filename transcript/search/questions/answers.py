"""Prefers passages that answer a question: by the person that it names, or with a time, a name or a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from transcript.language.tokens import terms
from transcript.library import Library
from transcript.search.matches import Match, match_at
from transcript.search.query import Query
from transcript.search.query.wanted import NAME, answers_wanted
from transcript.search.questions.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class _Preference:
    """Gains of a passage, added to its rank."""

    speaker: float = 0.06
    """The person who is named speaks, …"""
    there: float = 0.4
    """… or does so elsewhere in the episode."""
    answers: float = 0.1
    """It has a time, a name or a number where that is asked for."""
    asks: float = -0.02
    """It asks something itself: the answer comes after it."""


PREFERENCE = _Preference()


@dataclass(frozen=True, slots=True)
class _Others:
    """What else may be the answer, after the first match. Tuned on 324 questions."""

    beside: int = 4
    """So many matches have their neighbours looked at."""
    answers: float = 0.3
    """The gain of a passage that has a time, a name or a number where that is asked for, beside the share of the
    question that is in it, and the share that is around it."""


OTHERS = _Others()


ASKED_IN_ORDER = 0.3
"""The share of a question that stands in its order where what it asks for need not be seen: of 15 sure matches that had
neither, 3 were right."""


_TO_A_QUESTION_MARK = re.compile("[^.!?\u3002\uff01\uff1f]*[?\uff1f]")
"""The rest of a sentence that asks."""


def best_answers_first(query: Query, library: Library, matches: Sequence[Match]) -> list[Match]:
    """The matches of a question, which are ordered by their rank, with what stands beside the best of them: first what
    answers it as well as others and is of whom it names, then those around which most of it is said."""
    if not matches:
        return []
    named = {unit.term for unit in query.units if unit.term in library.speaker_terms}
    wanted = answers_wanted(query.text)
    first = max(matches, key=_by_preference(library, named, wanted))
    around = Surroundings(query, library, matches)
    beside = (match_at(library, query, place) for place in around.places_beside(OTHERS.beside))

    def value(match: Match) -> float:
        covered = match.place.covered if match.place else 0.0
        return covered + around.share(match) + OTHERS.answers * _has_answer(match, wanted)

    ordered = sorted(filter(None, (*matches, *beside)), key=value, reverse=True)
    return [first, *(match for match in ordered if match is not first)]


def lacks_answer(query: Query, match: Match) -> bool:
    """True if a passage has not what is asked for, and the words of the question in another order: it speaks of the
    same things, and may say something else of them. Who it was may be told by a pronoun."""
    wanted = [answer for answer in answers_wanted(query.text) if answer is not NAME]
    ordered = match.place.alignment.ordered if match.place else 0.0
    return bool(wanted) and ordered < ASKED_IN_ORDER and not _has_answer(match, wanted)


def _has_answer(match: Match, wanted: Sequence[re.Pattern[str]]) -> bool:
    """True if a passage has what is asked for."""
    return any(answer.search(match.text) for answer in wanted)


def _by_preference(library: Library, named: set[str], wanted: Sequence[re.Pattern[str]]) -> Callable[[Match], float]:
    """The key by which matches are ordered; `named` are the terms of the names of speakers."""

    def value(match: Match) -> float:
        rank = match.place.rank if match.place else 0.0
        head = library.episode(match.episode)
        there = head is not None and any(not named.isdisjoint(terms(name)) for name in head.speakers)
        speaks = there and not named.isdisjoint(terms(match.speaker or ""))
        asks = _TO_A_QUESTION_MARK.match(match.text, match.spans[-1][1] if match.spans else 0) is not None
        rank += PREFERENCE.there * there + PREFERENCE.speaker * speaks
        return rank + PREFERENCE.answers * _has_answer(match, wanted) + PREFERENCE.asks * asks

    return value
