"""Chinese characters that were written for others of the same sound, or that stand alone."""

from __future__ import annotations

from collections.abc import Iterator

from transcript.language import frequency
from transcript.language.homophones import homophones as characters_of_the_same_sound
from transcript.language.lexicon import STOP_CHARACTERS
from transcript.language.normalise import is_han
from transcript.library import Library
from transcript.search.query import Expansion, Meaning, Query

SWAPPED = 0.95
"""How likely a word of two characters is meant by the two in the other order: many mean the same."""


ALONE = 0.6
"""How likely a pair of characters holds a word that is one of them and stands alone in a transcript."""


SAME_SOUND = 0.85
"""How likely a word is meant by one that sounds the same."""


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
    """A single character is found at the beginning of the pairs that a transcript is kept as."""
    for place, unit in enumerate(query.units):
        if len(unit.term) == 1 and is_han(unit.term) and unit.weight >= frequency.WEIGHTS.lone_character:
            for pair in library.terms_beginning_with(unit.term):
                yield Expansion(pair, Meaning(place, place, 1.0))
