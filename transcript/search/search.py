"""From a half-remembered quote to the passages that it may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, islice

from transcript.library import Library
from transcript.models import Language
from transcript.search.candidates import Scope, scope_of
from transcript.search.confidence import ENOUGH, is_sure
from transcript.search.contradictions import contradicts, in_other_words, leaves_out_denial
from transcript.search.duplicates import without_duplicates
from transcript.search.matches import Match, match_at
from transcript.search.query import Query, may_ask
from transcript.search.query.expansion import read_query, understand
from transcript.search.query.preamble import without_preamble
from transcript.search.questions import asked_voice, best_answers_first, lacks_answer
from transcript.search.ranking import FOR_QUESTIONS, NORMAL, Place, place_candidates, places
from transcript.search.references import said_by, said_then
from transcript.search.verbatim import find_verbatim, read_literally

WORTH = 0.65
"""Of what the best match covers, another one must cover so much to be shown after it."""


WORTH_ASKED = 0.3
"""The same for a question, whose words are its asker's."""


ANSWERS_COMPARED = 8
"""Matches of a question of which those come first that answer it."""


LESS_SAID = 0.15
"""In what somebody said whose words a question asks for, so much less of it may stand than in what others said.
Tuned, as is the next one, on 46 questions of 17 episodes and the development sets."""


LEAST_SAID = 0.5
"""The share of it that must stand there where nobody else said anything of it."""


AS_GOOD = 0.05
"""A place whose rank is so little behind in another episode answers a question as well: it does not say which one is
meant. Of 271 questions that were sure, 15 had one, 11 of them wrongly."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The matches of a query, best first. If it is not `confident`, they are only the nearest passages."""

    query: str
    confident: bool
    matches: tuple[Match, ...]


def search(
    library: Library,
    query: str,
    *,
    speaker: str | None = None,
    episode: str | None = None,
    limit: int = 5,
    prefer: Language | None = None,
    typing: bool = False,
) -> Answer:
    """The passages that a half-remembered quote may be, best first.

    `speaker` and `episode` narrow it to one, by a name or slug that may be typed with slips; a name that is like
    none finds nothing. Any text is a query. `prefer` is the language to show where the query's words are the same in
    several. While it is still being `typing`, its last word is the beginning of one, and only what fits is found.
    """
    scope = scope_of(library, speaker, episode)
    asked = read_query(query, library)
    if scope is None or not asked.units or limit < 1:
        return Answer(query, False, ())
    verbatim = () if typing else _verbatim_matches(library, asked, scope, limit, prefer)
    if verbatim:
        return Answer(query, True, tuple(verbatim[:limit]))
    told = without_preamble(query)
    answer = _ranked_answer(library, understand(told, library, typing=typing), scope, limit, prefer)
    if asked.question and not typing and not scope.speakers:
        answer = _said_by_whom_it_asks(library, told, scope, limit, prefer, answer)
    if not answer.confident and may_ask(told):
        answered = _ranked_answer(library, understand(told, library, asks=True), scope, limit, prefer)
        answer = answered if answered.confident else answer
    if not answer.confident and not typing:
        answer = _referred_to(library, asked, scope, limit, prefer) or answer
    return replace(answer, query=query)


def _said_by_whom_it_asks(
    library: Library, question: str, scope: Scope, limit: int, prefer: Language | None, answer: Answer
) -> Answer:
    """The `answer` to a question, first the passages of the speaker whose words it asks for; as it is if it asks for
    nobody's, or they said less of its subject."""
    voice = asked_voice(question, library)
    if voice is None:
        return answer
    query = understand(voice.question, library)
    theirs = _ranked_answer(library, query, scope._replace(speakers=voice.speakers), limit, prefer)
    covered, most = ([match.place.covered for match in one.matches if match.place] for one in (theirs, answer))
    if max(covered, default=0.0) < max(most, default=LEAST_SAID) - LESS_SAID:
        return answer
    others = (match for match in answer.matches if match.speaker not in voice.speakers)
    return replace(theirs, matches=(*theirs.matches, *others)[:limit])


def _referred_to(library: Library, query: Query, scope: Scope, limit: int, prefer: Language | None) -> Answer | None:
    """The passages that a query without words of a quote refers to; None if it refers to nothing.

    What is said at a time is sure where one episode alone goes on for so long.
    """
    language = prefer or ("zh" if query.chinese else "en")
    then = tuple(islice(said_then(library, query.text, scope, language), max(2, limit)))
    found = then or tuple(islice(said_by(library, query, scope, limit, language), limit))
    return Answer(query.text, len(then) == 1, found[:limit]) if found else None


def _ranked_answer(library: Library, query: Query, scope: Scope, limit: int, prefer: Language | None) -> Answer:
    """The matches of a query at the places that have most of it."""
    ranked = places(query, library, scope, FOR_QUESTIONS if query.question else NORMAL, prefer)
    found = _first_matches(library, query, scope, ranked, limit)
    confident = bool(found) and (query.typing or _is_answer(library, query, found, ranked))
    return Answer(query.text, confident, tuple(found[:limit]))


def _verbatim_matches(
    library: Library, query: Query, scope: Scope, limit: int, prefer: Language | None
) -> Sequence[Match]:
    """The matches of a query that stands somewhere word for word; none if it does nowhere, or in a teaser, whose words
    may be clips of others."""
    query = read_literally(query, library)
    candidates = find_verbatim(query, library, scope)
    if candidates is None:
        return ()
    ranked = place_candidates(query, library, candidates, scope, prefer=prefer)
    found = _first_matches(library, query, scope, ranked, limit)
    return found if found and found[0].quality == "exact" and not found[0].in_teaser else ()


def _first_matches(
    library: Library, query: Query, scope: Scope, ranked: Sequence[Place], limit: int
) -> Sequence[Match]:
    """The first matches at places, two at least, each with those that say the same."""
    only: set[str] = set()
    matches = _in_order(library, query, ranked, only)
    if scope.speakers:
        matches = (match for match in matches if match.speaker in scope.speakers)
    if query.typing:
        matches = (match for match in matches if match.score >= ENOUGH)
    return without_duplicates(library, matches, max(2, limit), only, asked=query.question)


def _is_answer(library: Library, query: Query, found: Sequence[Match], ranked: Sequence[Place]) -> bool:
    """True if the first match is what was meant, as far as can be told; `ranked` are the places of all matches, and of
    those that are not worth showing."""
    best = found[0]
    if best.place is None or (query.question and not best.whole and _is_doubtful(library, query, best, ranked)):
        return False
    if best.whole or best.quality == "exact":
        # But for fillers, one of which may stand before a denial: you don't have to.
        return best.whole or best.place.alignment.exact or not leaves_out_denial(query, library, best.place)
    poor = (place.rank for place in ranked if place.covered < _least_worth(query) * ranked[0].covered)
    rival = max([next(poor, 0.0), *(match.place.rank for match in found[1:2] if match.place)])
    return best.score > 0.0 and _is_told(query, library, best.place, rival) and not contradicts(query, library, best)


def _is_doubtful(library: Library, query: Query, best: Match, ranked: Sequence[Place]) -> bool:
    """True if the best match of a question lacks what is asked for, or places in another episode are as good."""
    if lacks_answer(query, best):
        return True
    near = (place.key for place in ranked if best.place and place.rank > best.place.rank - AS_GOOD)
    return any((library.place_of(key) or (best.episode,))[0] != best.episode for key in near)


def _is_told(query: Query, library: Library, place: Place, rival: float) -> bool:
    """True if a place tells what the query says, in its words or in words akin to them; `rival` is the rank of the next
    one."""
    segments = library.segment_count
    if is_sure(query, place, place.rank - rival, segments):
        return True
    reworded = in_other_words(query, library, place)
    return is_sure(query, reworded, reworded.rank - rival, segments)


def _in_order(library: Library, query: Query, ranked: Sequence[Place], only: set[str]) -> Iterator[Match]:
    """The matches at places, the best first. Once `only` has episodes, the others have no more matches.

    Of equals those come first that are a whole sentence, and last those in a teaser.
    """
    if query.question and not (ranked and ranked[0].alignment.exact):
        matches = _worthy_matches(library, query, ranked, only)
        return chain(best_answers_first(query, library, list(islice(matches, ANSWERS_COMPARED))), matches)
    matches = _worthy_matches(library, query, ranked, only)
    equals = groupby(matches, key=lambda match: round(match.place.rank if match.place else 0.0, 3))
    return chain.from_iterable(sorted(each, key=_fullest_first) for _, each in equals)


def _fullest_first(match: Match) -> tuple[bool, bool]:
    return not match.whole, match.in_teaser


def _worthy_matches(library: Library, query: Query, ranked: Iterable[Place], only: set[str]) -> Iterator[Match]:
    """The matches at places, without those that have far less than the first."""
    best, worth = 0.0, _least_worth(query)
    for place in ranked:
        best = max(best, place.covered)
        where = library.place_of(place.key)
        wanted = place.covered >= worth * best and (not only or (where is not None and where[0] in only))
        match = match_at(library, query, place) if wanted else None
        if match is not None:
            yield match


def _least_worth(query: Query) -> float:
    return WORTH_ASKED if query.question else WORTH
