"""Reads a query: its terms, and how much each of them tells."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from transcript.language import frequency
from transcript.language.lexicon import (
    AUXILIARIES,
    CHINESE_QUESTION_WORDS,
    DECISIVE_WORDS,
    MEASURES,
    QUESTION_OPENERS,
    QUESTION_WORDS,
)
from transcript.language.normalise import fold, is_han
from transcript.language.tokens import Token, tokenise
from transcript.models import Language
from transcript.search.query.query import LIGHT, WEIGHING, Query, Unit

LONGEST = 600
"""Characters of a query that are looked at: a long paragraph."""


READ = 8
"""Queries that stay in memory: one is read for its very words, and then for what else it may mean."""


MOST_TERMS = 80
"""Terms of a query that are looked at."""


_SURROGATES = re.compile(r"[\ud800-\udfff\0]")


_SPACE_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff])[\s、,]+(?=[\u3400-\u9fff])")


LONGEST_KEYWORD = 6
"""Characters of the longest word in a list of Chinese ones."""


_CLAUSES = re.compile(r"[,.;:!\u2026] ")


_QUESTIONS = re.compile("|".join(sorted(CHINESE_QUESTION_WORDS, key=len, reverse=True)))


@lru_cache(maxsize=READ)
def read(text: str, speakers: frozenset[str] = frozenset(), language: Language = "en", *, asks: bool = False) -> Query:
    """Read a query; `speakers` are the terms of speakers' names, `language` the one that it is in, if it is none of
    English and Chinese. It is taken for a question if it is known to be one, or `asks`. Any text is a query; without a
    term it has no units."""
    cleaned = _SURROGATES.sub(" ", text)[: LONGEST * 4].strip()[:LONGEST]
    folded = fold(cleaned)
    tokens = tokenise(cleaned)[:MOST_TERMS]
    asking = [match.span() for match in _QUESTIONS.finditer(folded)]
    question = asks or bool(asking) or _begins_as_question(folded, tokens)
    asking += _measures_asked(tokens) if question else []
    units = [_weighed_unit(token, question, speakers, asking, language) for token in tokens]
    if question and not any(unit.weight >= LIGHT and unit.term not in speakers for unit in units):
        # Nothing but somebody is asked about.
        units = [_weighed_unit(token, question, frozenset(), asking, language) for token in tokens]
    if not any(unit.weight for unit in units):
        units = [_weighed_unit(token, False, frozenset(), (), language) for token in tokens]
    return Query(cleaned, tuple(_without_seams(units)), question, _lists_keywords(cleaned))


def _lists_keywords(text: str) -> bool:
    """True for Chinese words, each so short that they are no clauses of a sentence."""
    parts = _SPACE_BETWEEN_HAN.split(text)
    return len(parts) > 2 and max(map(len, parts)) <= LONGEST_KEYWORD


def may_ask(text: str) -> bool:
    """True if a text that is read as a statement may be a question of one clause: does the ferry run on sundays. It may
    also be what is left of a sentence: does what it can."""
    tokens = tokenise(text[:LONGEST]) if _CLAUSES.search(text) is None else ()
    return 2 < len(tokens) <= WEIGHING.question and tokens[0].word in AUXILIARIES


def _begins_as_question(text: str, tokens: Sequence[Token]) -> bool:
    """True if it asks, by how it begins; a question mark alone makes no question, since people say things with one."""
    if not tokens or (len(tokens) > WEIGHING.question and not text.rstrip().endswith("?")):
        return False
    first, second = tokens[0].word, tokens[1].word if len(tokens) > 1 else ""
    begins = first not in ("when", *AUXILIARIES) or second in AUXILIARIES
    return first in QUESTION_OPENERS and (begins or text.rstrip().endswith(("?", "\uff1f")))


def _measures_asked(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The characters of words with which a question asks for a number: the long of how long. How early, and how hard,
    say what it is about."""
    followed = ((token, after) for token, after in pairwise(tokens) if token.word == "how")
    return [(after.start, after.end) for _, after in followed if after.word in MEASURES]


def _weighed_unit(
    token: Token, question: bool, speakers: frozenset[str], asking: Sequence[tuple[int, int]], language: Language
) -> Unit:
    """A token weighed; `asking` are the characters with which it is asked, in Chinese and for degrees."""
    weight = frequency.term_weight(token.term, token.word, language)
    if any(start < token.end and token.start < end for start, end in asking):
        return Unit(token.term, token.word, 0.0, token.start, token.end)
    if question:
        # A question is in its asker's words: the common ones among them are rarely those of the answer.
        weight = (
            0.0
            if token.word in QUESTION_WORDS
            else max(min(weight, frequency.WEIGHTS.stop_word), math.pow(weight, 1.5))
        )
    if token.term in speakers:
        kept = WEIGHING.asked_speaker if question else WEIGHING.speaker
        return Unit(token.term, token.word, weight * kept, token.start, token.end)
    return Unit(token.term, token.word, weight, token.start, token.end, _is_needed(token, weight))


def _is_needed(token: Token, weight: float) -> bool:
    if is_han(token.term[0]):
        return len(token.term) == 2 and weight >= (0.3 if frequency.is_chinese_word(token.term) else 0.5)
    return token.word in DECISIVE_WORDS or (
        weight > frequency.WEIGHTS.stop_word and (len(token.term) > 1 or token.term.isdigit())
    )


def _without_seams(units: Sequence[Unit]) -> list[Unit]:
    """The units with less weight for two Chinese characters that only meet where one word ends and the next begins."""
    words = [is_han(unit.term[0]) and frequency.is_chinese_word(unit.term) for unit in units]
    weighed = []
    for place, unit in enumerate(units):
        if is_han(unit.term[0]) and len(unit.term) == 2 and not words[place]:
            left = place > 0 and words[place - 1] and units[place - 1].end == unit.end - 1
            right = place + 1 < len(units) and words[place + 1] and units[place + 1].start == unit.start + 1
            most = 0.12 if left and right else 0.3 if left or right else unit.weight
            unit = replace(unit, weight=min(unit.weight, most), needed=unit.needed and not (left or right))
        weighed.append(unit)
    return weighed
