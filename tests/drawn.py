"""Queries drawn from real text: fragments that a library has, remembered badly in many ways, and some that it has not.

Another seed draws others, so that nothing can be tuned to a list of them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tests.quotes import words
from transcript.language.frequency import general_words
from transcript.language.lexicon import STOP_WORDS
from transcript.language.tokens import split_words
from transcript.library import Library

NEVER = "never said"
"""The kind of those that are drawn from another library."""


INSERTED = words("really just actually very also then always")


Window = list[str]


@dataclass(frozen=True)
class Drawn:
    """A query of a kind. `places` are the episodes and segments that answer it, none if it was never said."""

    kind: str
    query: str
    places: frozenset[tuple[str, int]]


def _slip(word: str, chance: random.Random) -> str:
    """A word of some length with two letters swapped, one left out, or one doubled."""
    if len(word) < 5 or not word.isalpha():
        return word
    at = chance.randrange(1, len(word) - 2)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return chance.choice((swapped, word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]))


def _with_slips(window: Window, chance: random.Random) -> Window:
    slipping = set(chance.sample(range(len(window)), 3))
    return [_slip(word, chance) if at in slipping else word for at, word in enumerate(window)]


def _with_a_word_less(window: Window, chance: random.Random) -> Window:
    at = chance.randrange(1, len(window) - 1)
    return window[:at] + window[at + 1 :]


def _with_a_word_more(window: Window, chance: random.Random) -> Window:
    at = chance.randrange(1, len(window))
    return [*window[:at], chance.choice(INSERTED), *window[at:]]


def _swapped(window: Window, chance: random.Random) -> Window:
    half = len(window) // 2 + chance.randint(-1, 1)
    return window[half:] + window[:half]


def _reworded(window: Window, chance: random.Random) -> Window:
    """A quarter of the words that tell something replaced by others in general use, and some small ones left out."""
    telling = [at for at, word in enumerate(window) if word not in STOP_WORDS]
    replaced = set(chance.sample(telling, len(telling) // 4))
    others = [chance.choice(_general()) if at in replaced else word for at, word in enumerate(window)]
    return [word for word in others if word not in STOP_WORDS or chance.random() < 0.7]


def _asked(window: Window, chance: random.Random) -> Window:
    telling = [word for word in window if word not in STOP_WORDS][:4]
    return [
        *chance.choice(("what did they say about the", "why does the", "who said that", "when did the")).split(),
        *telling,
    ]


def _general() -> Sequence[str]:
    return general_words("en")[200:4000]


REMEMBERED: dict[str, Callable[[Window, random.Random], Window]] = {
    "as said": lambda window, _: window,
    "slips": _with_slips,
    "a word dropped": _with_a_word_less,
    "a word put in": _with_a_word_more,
    "halves swapped": _swapped,
    "reworded": _reworded,
    "a question": _asked,
}
"""The ways in which a window is remembered, besides two that are windows of their own."""


def _segments(library: Library, chance: random.Random) -> Iterator[tuple[str, int, Window, Window]]:
    """Segments at random: episode, index, their words, and those of the next one."""
    while True:
        head = chance.choice(library.episodes)
        index = chance.randrange(max(1, head.segments - 1))
        both = [split_words(one.text.get("en", "")) for one in library.segments(head.slug, index, index + 1)]
        said, following = [[word.text for word in one] for one in (*both, [], [])[:2]]
        if len(said) >= 14 and len(set(said)) >= 10:
            yield head.slug, index, said, following


def _window(said: Window, chance: random.Random) -> Window:
    size = chance.randint(8, 12)
    first = chance.randrange(len(said) - size + 1)
    return said[first : first + size]


def draw(library: Library, seed: int, each: int) -> list[Drawn]:
    """So many queries of each kind that a library answers."""
    chance = random.Random(f"drawn {seed}")
    found = []
    for kind, remember in REMEMBERED.items():
        for slug, index, said, _ in islice(_segments(library, chance), each):
            query = " ".join(remember(_window(said, chance), chance))
            found.append(Drawn(kind, query, frozenset((slug, index + step) for step in (-1, 0, 1))))
    across = (one for one in _segments(library, chance) if len(one[3]) >= 6)
    for slug, index, said, following in islice(across, each):
        query = " ".join([*said[-chance.randint(4, 6) :], *following[: chance.randint(4, 6)]])
        found.append(Drawn("across two stamps", query, frozenset((slug, index + step) for step in (0, 1))))
    return found


def draw_foreign(library: Library, other: Library, seed: int, number: int) -> list[Drawn]:
    """So many queries from `other`, of which no four words in a row are in the library."""
    chance = random.Random(f"foreign {seed}")
    runs = set()
    for head in library.episodes:
        for segment in library.segments(head.slug, 0, head.segments):
            runs |= _runs([word.text for word in split_words(segment.text.get("en", ""))])
    windows = (_window(said, chance) for _, _, said, _ in _segments(other, chance))
    fresh = (window for window in windows if runs.isdisjoint(_runs(window)))
    return [Drawn(NEVER, " ".join(window), frozenset()) for window in islice(fresh, number)]


def _runs(said: Window) -> set[int]:
    return {hash(tuple(said[at : at + 4])) for at in range(len(said) - 3)}
