"""Contradictions between a Chinese query and its passage, by the characters in which they differ."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import chain

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from transcript.language.normalise import fold, is_han
from transcript.language.wordlist import read_rows, read_words
from transcript.search.contradictions.chinese_phrases import are_exchanged_in_chinese, govern_others_in_chinese
from transcript.search.matches import Match

NEGATIONS = frozenset("不没无未非别勿莫")


_ROWS = [row for row in read_rows("opposites") if is_han(row[0])]


OPPOSITES = [row for row in _ROWS if len(row[0]) == 1 and set(row).isdisjoint("年月日天周时分秒无")]
"""Characters that mean the opposite of each other; units of time do not, and denials are looked at apart."""


OPPOSITE_WORDS = [row for row in _ROWS if len(row[0]) > 1]
"""Words that do."""


_WORDS_WITH_OPPOSITE = frozenset(chain.from_iterable(OPPOSITE_WORDS))


SHORT_EDIT = 4
"""Characters. What stands between two words of a quote and is longer belongs to another clause."""


_NO_DENIALS = re.compile("|".join(sorted(read_words("plain_words.zh"), key=len, reverse=True)))


CHARACTERS_DENIED = 3
"""Characters before a word of opinion in which a denial belongs to it."""


CHARACTERS_BEFORE = 3
"""Characters before a quote in which a denial belongs to it."""


CHARACTERS_AFTER = 1
"""Characters after a quote that may stand for its last one."""


OPPOSITE_AFTER = 4
"""Characters after a quote among which the opposite of its last word may stand."""


PRAISE, BLAME = (frozenset(row) for row in read_rows("opinions.zh"))


CHARACTERS_BESIDE = 25
"""Characters before and after a quote that may belong to it."""


def chinese_differ(query: str, match: Match, *, quoted: bool) -> bool:
    """True if a Chinese query contradicts its match; a `quoted` one has most of its words in their order."""
    beside = _text_around(match, CHARACTERS_BESIDE, CHARACTERS_BESIDE)
    return (
        are_exchanged_in_chinese(query, beside)
        or govern_others_in_chinese(query, beside)
        or _differ_in_opinion(query, match)
        or _says_opposite(query, match)
        or _denies_what_is_said(query, beside)
        or (quoted and _differ_in_denial(query, match))
    )


def _denies_what_is_said(query: str, said: str) -> bool:
    """True if a query denies a phrase that a text has, and denies nowhere."""
    query, said = (_NO_DENIALS.sub("", fold(text)) for text in (query, said))
    denied = (found.group(1) for found in _DENIED.finditer(query))
    return any(
        phrase in said
        and all(
            NEGATIONS.isdisjoint(said[max(0, at.start() - CHARACTERS_DENIED) : at.start()])
            for at in re.finditer(phrase, said)
        )
        for phrase in denied
    )


_DENIED = re.compile(f"(?=[{''.join(sorted(NEGATIONS))}]有?([\u4e00-\u9fff]{{3}}))")
"""A denial, and the phrase that it is one of."""


def _differ_in_opinion(query: str, match: Match) -> bool:
    """True if the one praises where the other blames, and neither denies it."""
    said = _text_around(match, CHARACTERS_BESIDE, CHARACTERS_BESIDE)
    return any(
        _opinions_of(query, own) - _opinions_of(said, own) and _opinions_of(said, other) - _opinions_of(query, other)
        for own, other in ((PRAISE, BLAME), (BLAME, PRAISE))
    )


def _opinions_of(text: str, words: Collection[str]) -> set[str]:
    """The words of opinion in a text that are not denied."""
    text = _NO_DENIALS.sub("", fold(text))
    found = ((word, match.start()) for word in words for match in re.finditer(word, text))
    return {word for word, at in found if NEGATIONS.isdisjoint(text[max(0, at - CHARACTERS_DENIED) : at])}


def _differ_in_denial(query: str, match: Match) -> bool:
    """True if only one of a Chinese query and its match denies what both say."""
    left_out, put_in = _edited_characters(query, _text_around(match, CHARACTERS_BEFORE, CHARACTERS_AFTER))
    return NEGATIONS.isdisjoint(left_out) != NEGATIONS.isdisjoint(put_in)


def _says_opposite(query: str, match: Match) -> bool:
    """True if one of a Chinese query and its match has a word for the other's opposite."""
    said = _text_around(match, CHARACTERS_BEFORE, OPPOSITE_AFTER)
    edits = [_edited_characters(query, said), _edited_characters(query, _nearest_part(query, said))]
    return _has_opposite_word(query, said) or any(
        (one in left_out and other in put_in) or (other in left_out and one in put_in)
        for left_out, put_in in edits
        for one, other in OPPOSITES
    )


def _nearest_part(query: str, said: str) -> str:
    """The part of a text that is as long as a query and most like it."""
    nearest = partial_ratio_alignment(query, said)
    return said if nearest is None else said[nearest.dest_start : nearest.dest_end]


def _has_opposite_word(query: str, said: str) -> bool:
    """True if a query has a word and a text its opposite, neither of them both, and neither denied."""
    asked, told = (_opinions_of(text, _WORDS_WITH_OPPOSITE) for text in (query, said))
    return any(
        (one in asked - told and other in told - asked) or (other in asked - told and one in told - asked)
        for one, other in OPPOSITE_WORDS
    )


def _text_around(match: Match, before: int, after: int) -> str:
    """The matched text, with so many characters before and after it."""
    first, last = match.spans[0][0], match.spans[-1][1]
    return match.text[max(0, first - before) : last + after]


def _edited_characters(query: str, said: str) -> tuple[set[str], set[str]]:
    """The characters of short edits from one text to the other: of the query's, and of what was said."""
    query, said = (_NO_DENIALS.sub("", fold(text)) for text in (query, said))
    left_out, put_in = set[str](), set[str]()
    for edit in Levenshtein.opcodes(query, said):
        if edit.tag != "equal" and edit.dest_end - edit.dest_start <= SHORT_EDIT:
            left_out |= set(query[edit.src_start : edit.src_end])
            put_in |= set(said[edit.dest_start : edit.dest_end])
    return left_out, put_in
