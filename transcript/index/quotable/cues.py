"""The words that make a sentence worth quoting, or not, by kind: a list for a language, looked up in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from transcript.language.normalise import UNSPACED_LANGUAGES
from transcript.models import Language

Cue = tuple[str, ...]
"""A word or several in a row; a comma is one."""


_WORD = re.compile(r"\w+(?:'(?!s\b)\w+)?|,")
"""A word with its contraction; 's is one of its own."""


class SpacedCues:
    """Cues of a language with spaces between its words."""

    def __init__(self, cues: Mapping[str, Sequence[str]]) -> None:
        self._kinds = defaultdict[Cue, list[str]](list)
        self._lengths = defaultdict[str, set[int]](set)
        for kind, phrases in cues.items():
            for cue in map(_split_cue, phrases):
                self._kinds[cue].append(kind)
                self._lengths[cue[0]].add(len(cue))

    def find(self, text: str) -> Iterable[tuple[str, str]]:
        """The kind and the words of each cue in a text."""
        words = _split_cue(text)
        for at in [at for at, word in enumerate(words) if word in self._lengths]:
            for length in self._lengths[words[at]]:
                cue = words[at : at + length]
                for kind in self._kinds.get(cue, ()):
                    yield kind, " ".join(cue)


class UnspacedCues:
    """Cues of a language without spaces."""

    def __init__(self, cues: Mapping[str, Sequence[str]]) -> None:
        self._patterns = {
            kind: re.compile("|".join(map(re.escape, phrases)), re.IGNORECASE) for kind, phrases in cues.items()
        }

    def find(self, text: str) -> Iterable[tuple[str, str]]:
        return ((kind, found) for kind, pattern in self._patterns.items() for found in pattern.findall(text))


def _split_cue(text: str) -> Cue:
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))


@cache
def cues_of(language: Language) -> SpacedCues | UnspacedCues:
    """The cues of a language; none where there is no list."""
    path = files("transcript.language").joinpath("data", f"quotable_cues.{language}.txt")
    written = path.read_text(encoding="utf-8") if path.is_file() else ""
    rows = (line.partition(": ") for line in written.splitlines() if line and not line.startswith("#"))
    cues = {kind.replace(" ", "_"): phrases.split(" / ") for kind, _, phrases in rows}
    return UnspacedCues(cues) if language in UNSPACED_LANGUAGES else SpacedCues(cues)
