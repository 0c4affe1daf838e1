"""Finds contradictions between a query and its passage: an opinion, a denial, a number, an opposite, swapped roles.

A match is sure if its passage says what the query says, and not if it is only the one that was meant: a quote that
stands there word for word, but for a number or a denial, is found, first, and not sure.
"""

from __future__ import annotations

from transcript.library import Library
from transcript.search.contradictions.around import around_place
from transcript.search.contradictions.chinese import chinese_differ
from transcript.search.contradictions.denials import differ_in_quote
from transcript.search.contradictions.english import english_differ
from transcript.search.contradictions.numbers import differ_in_number
from transcript.search.contradictions.rewordings import in_other_words
from transcript.search.matches import Match
from transcript.search.query import Query
from transcript.search.ranking import Place

__all__ = ["contradicts", "in_other_words", "leaves_out_denial"]


QUOTE_SHARE = 0.5
"""Share of words in order from which a query is a quote; a denial that it leaves out then contradicts the passage."""


def contradicts(query: Query, library: Library, match: Match) -> bool:
    """True if the query says something else than the passage of a match, for all that they share."""
    place = match.place
    # In Chinese a statement is read as a question, too, if it begins with who says so.
    asks = query.question and place is not None and place.language != "zh"
    if place is None or asks or query.keywords:
        return False
    around = around_place(library, place)
    if differ_in_number(query, place, around):
        return True
    quoted = place.alignment.ordered >= QUOTE_SHARE
    if place.language == "zh":
        return chinese_differ(query.text, match, quoted=quoted)
    return place.language == "en" and english_differ(query, place, around, quoted=quoted)


def leaves_out_denial(query: Query, library: Library, place: Place) -> bool:
    """True if an English passage denies what the query says in the same words, as "you don't have to" does."""
    return place.language == "en" and differ_in_quote(query, place, around_place(library, place))
