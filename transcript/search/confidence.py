"""Confidence of a match: by its coverage of the query, the order of its words, and its lead over the next match."""

from __future__ import annotations

import math
from dataclasses import dataclass

from transcript.search.query import Query
from transcript.search.ranking import Place

ENOUGH = 72.0
"""The score from which a match is close, and what is the same in each library is an answer."""


@dataclass(frozen=True, slots=True)
class _Sure:
    """Limits from which a match is an answer. Tuned on drawn queries and on the development sets; those by size on
    2,520 fragments drawn from 1,920 episodes and 360 of another show."""

    probability: float = 0.7
    """So likely it is right, …"""
    close: float = 0.4
    """… or so likely, if it is close, …"""
    close_by_size: float = 0.08
    """… and so much more for each power of ten that the library is larger than the smallest that was drawn from, …"""
    in_order: float = 0.95
    """… or with such a share of its words in order …"""
    in_order_by_size: float = 0.03
    """… so much more, …"""
    scattered: float = 0.7
    """… or with less than such a share of them in order …"""
    scattered_by_size: float = 0.17
    """… so much more: in a large library few words meet by chance somewhere, but hardly in order."""
    score: float = 50.0
    """No match is one with a lower score, …"""
    altered: float = 0.6
    """… nor one that is not close, if such a share of its words is in order."""
    alone: float = 0.15
    """A question is answered by what is not close, too, if its rank is so far ahead of all else, …"""
    asked: float = 65.0
    """… with such a score."""
    long: int = 18
    """A query of so many terms is answered by what is not close, too: so many of them hardly meet by chance …"""
    long_score: float = 55.0
    """… at a place with such a score, …"""
    long_weight: float = 4.5
    """… with words of such a weight, …"""
    long_lead: float = 0.25
    """… if it is so far ahead of all else."""
    far: float = 0.28
    """What is so far ahead of all else stands alone: it is the answer, whatever is missing, …"""
    far_by_size: float = 0.027
    """… or so much further for each power of ten that the library is larger, …"""
    far_counted: float = 0.62
    """… if such a share of all words is there …"""
    far_length: float = 2.5
    """… within so many times the terms of the query, …"""
    far_words: int = 3
    """… and so many words that tell something, …"""
    far_lacking: float = 0.95
    """… and none of such a weight is missing: with another name or thing it is told of something else."""
    chinese: float = 66.0
    """A Chinese query is answered by what is not close, too, with such a score, …"""
    chinese_lead: float = 0.2
    """… if it is so far ahead of all else. Tuned on 138 of them that were said and 94 that were not."""
    rival: float = 0.01
    """A lead that is none: another passage answers the question as well, …"""
    lacking: float = 0.25
    """… and not well, if both lack a word of such a weight."""


SURE = _Sure()


@dataclass(frozen=True, slots=True)
class _Scoring:
    """Of the share of a query's weight that is there. Tuned on the development sets of the shipped transcript."""

    believed: float = 0.6
    """A likeness from which a word is taken for the one that was meant, where other words fit."""
    telling: float = 0.3
    """The least weight of a word that tells something of its own."""
    proof: float = 1.0
    """Weight of words that are there to the letter, from which those that are only alike are believed."""
    least: float = 0.25
    """A query of less weight is an answer only as a quote …"""
    words: int = 4
    """… of so many words …"""
    in_order: float = 0.5
    """… of which such a share is in order."""
    lacking: float = 0.7
    """The most that a place is worth, of 1, which lacks a word without which the query says nothing."""
    loose: float = 1.5
    """A match that is so many times as long as the query, in terms, is made of words that stand apart."""
    apart: float = 0.06
    """The loss of a place for each of its words that stands apart."""


SCORING = _Scoring()


@dataclass(frozen=True, slots=True)
class _Calibration:
    """The logistic regression of being right. Fitted on 7,209 queries of 24 kinds, a third of them never said, drawn
    from the shipped transcript, three other shows, all four at once, and 1,920 episodes; `make bench` shows how well it
    holds on others."""

    constant: float = -7.85
    score: float = 1.2
    """The score, of 1."""
    counted: float = 7.05
    """The share of all words, small ones too."""
    ordered: float = 1.81
    """The share of them in their order."""
    question: float = -5.62
    """It is a question …"""
    asked: float = 6.58
    """… and its score."""
    size: float = -0.45
    """The decimal logarithm of the library's segments."""
    lead: float = 1.65
    """The lead of its rank over the next …"""
    lead_by_size: float = 2.06
    """… and that times the size."""
    least_size: float = 2.4
    """The size of the smallest library that was drawn from."""
    most_lead: float = 0.8
    """A greater lead counts no more."""


CALIBRATION = _Calibration()


def score(query: Query, place: Place) -> float:
    """0 to 100. It rests on how rare words are in general and not on the library, so that it means the same in each."""
    total = query.weight
    few = len(query.units) < SCORING.words or place.alignment.ordered < SCORING.in_order
    if not total or (total < SCORING.least and few):
        return 0.0
    pairs = list(zip(query.weights, place.found, strict=True))
    belief = min(1.0, sum(weight for weight, likelihood in pairs if likelihood >= 0.95) / SCORING.proof)
    share = sum(weight * _believed_likelihood(likelihood, belief) for weight, likelihood in pairs) / total
    if query.keywords:
        return 100.0 * share
    if not place.whole:
        share = min(share, SCORING.lacking)
    length: float = (place.alignment.last - place.alignment.first + 1) / len(query.units)
    loose = max(0.0, length - SCORING.loose) * (1.0 - place.alignment.ordered)
    return 100.0 * max(0.0, share - SCORING.apart * loose * min(1.0, 5.0 * (1.0 - share)) - place.scattered)


def _believed_likelihood(likelihood: float, belief: float) -> float:
    """A word's likelihood among others that fit (belief 1), or all alone (belief 0)."""
    among = likelihood if likelihood < SCORING.believed else (1.0 + likelihood) / 2
    return belief * among + (1.0 - belief) * math.pow(likelihood, 1.5)


def is_sure(query: Query, place: Place, lead: float, segments: int) -> bool:
    """True if a place is what was meant, as far as can be told, in a library of so many segments; `lead` is how far its
    rank is ahead of the next one's."""
    share = score(query, place)
    if place.alignment.literal and share >= ENOUGH:
        return True
    if share < SURE.score:
        return False
    if not query.question and stands_alone(query, place, lead, segments):
        return True
    if query.chinese and not query.question:
        return (place.whole and share >= ENOUGH) or (share >= SURE.chinese and lead >= SURE.chinese_lead)
    if not place.whole:
        return False
    if query.question:
        tied = lead < SURE.rival and _lacks_word(query, place, SURE.lacking)
        return not tied and (share >= ENOUGH or (share >= SURE.asked and lead >= SURE.alone))
    likely = probability(query, place, lead, segments)
    if share >= ENOUGH:
        return likely >= SURE.close + _powers_larger(segments) * _more_by_size(place.alignment.ordered)
    if _has_much_of_a_long_query(query, place) and share >= SURE.long_score and lead >= SURE.long_lead:
        return True
    # Nearly a quote, with other words in the midst of it: that says something else.
    return likely >= SURE.probability and place.alignment.ordered < SURE.altered


def _powers_larger(segments: int) -> float:
    """Powers of ten by which a library of so many segments is larger than the smallest that was drawn from."""
    return max(0.0, math.log10(max(1, segments)) - CALIBRATION.least_size)


def stands_alone(query: Query, place: Place, lead: float, segments: int) -> bool:
    """True if a place is so far ahead of all else that it was meant, though in other words."""
    far = SURE.far + SURE.far_by_size * _powers_larger(segments)
    if lead < far or place.counted < SURE.far_counted or _lacks_word(query, place, SURE.far_lacking):
        return False
    pairs = zip(query.weights, place.found, strict=True)
    telling = sum(weight >= SCORING.telling and found >= SCORING.believed for weight, found in pairs)
    length = place.alignment.last - place.alignment.first + 1
    return telling >= SURE.far_words and length <= SURE.far_length * len(query.units)


def _more_by_size(ordered: float) -> float:
    """The likelihood that a close match needs besides, for each power of ten of the library's size, by its order."""
    if ordered >= SURE.in_order:
        return SURE.in_order_by_size
    return SURE.close_by_size if ordered >= SURE.scattered else SURE.scattered_by_size


def _has_much_of_a_long_query(query: Query, place: Place) -> bool:
    return len(query.units) >= SURE.long and place.covered * query.weight >= SURE.long_weight


def _lacks_word(query: Query, place: Place, weight: float) -> bool:
    """True if a word of such a weight is missing at a place."""
    pairs = zip(query.weights, place.found, strict=True)
    return any(own >= weight and found < SCORING.believed for own, found in pairs)


def probability(query: Query, place: Place, lead: float, segments: int) -> float:
    """Likelihood that a place is the one that was meant, 0 to 1. A place far ahead of all others needs less of the
    query than one that is not."""
    size = math.log10(max(1, segments))
    # Where there is little else, to be ahead of it is easy.
    lead = min(CALIBRATION.most_lead, lead) * min(1.0, size / CALIBRATION.least_size)
    share = score(query, place) / 100.0
    value = CALIBRATION.constant + CALIBRATION.score * share + CALIBRATION.counted * place.counted
    value += CALIBRATION.ordered * place.alignment.ordered + CALIBRATION.size * size
    value += (CALIBRATION.lead + CALIBRATION.lead_by_size * size) * lead
    if query.question:
        value += CALIBRATION.question + CALIBRATION.asked * share
    return 1.0 / (1.0 + math.exp(-value))
