"""Captions with a translation under each: the first lines of a cue in the one language, the last in the other.

00:00:01,000 --> 00:00:03,000
The bridge was never finished.
这座桥从未完工。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from transcript.formats.cues import Cue, Reading
from transcript.formats.line_languages import SAMPLED_LINES, TRANSLATED, LineLanguages, read_languages
from transcript.formats.markup import clean, joined
from transcript.formats.speakers import LABEL
from transcript.models import Language

FEWEST_TRANSLATED = 3
"""Cues with two languages that captions with a translation have at least."""


def split_translations(reading: Reading) -> None:
    """Take the lines of a second language out of each cue's text, where most cues have two: it is their translation.

    The language whose lines stand first is the one that was spoken.
    """
    passages = [lines for cue in reading.cues[:SAMPLED_LINES] if (lines := _shown_lines(cue))]
    if sum(len(lines) > 1 for lines in passages) < max(FEWEST_TRANSLATED, TRANSLATED * len(passages)):
        return
    languages = read_languages(passages)
    pair = _pair_of(passages, languages)
    if pair is None:
        return
    reading.language, reading.translation = pair
    for cue in reading.cues:
        _split_cue(cue, languages, pair[1])


def _shown_lines(cue: Cue) -> list[str]:
    return [line for line in map(clean, cue.text.split("\n")) if line]


def _languages_of(lines: Sequence[str], languages: LineLanguages) -> list[Language]:
    return [languages.of(line, languages.expected(place)) for place, line in enumerate(lines)]


def _pair_of(passages: Sequence[Sequence[str]], languages: LineLanguages) -> tuple[Language, Language] | None:
    """The languages of the first and the last line of most passages; None where they have one alone."""
    pairs: Counter[tuple[Language, Language]] = Counter()
    for lines in passages:
        found = _languages_of(lines, languages)
        if len(set(found)) == 2 and found[0] != found[-1]:
            pairs[found[0], found[-1]] += 1
    if not pairs:
        return None
    pair, count = pairs.most_common(1)[0]
    return pair if count >= max(FEWEST_TRANSLATED, TRANSLATED * len(passages)) else None


def _split_cue(cue: Cue, languages: LineLanguages, translation: Language) -> None:
    """Leave the lines of the spoken language in the text; what has none of these keeps what it has."""
    lines = [line for line in cue.text.split("\n") if clean(line)]
    found = _languages_of(list(map(clean, lines)), languages)
    translated = [clean(line) for line, language in zip(lines, found, strict=True) if language == translation]
    spoken = [line for line, language in zip(lines, found, strict=True) if language != translation]
    if spoken and translated:
        if LABEL.match(clean(spoken[0])) and (label := LABEL.match(translated[0])):
            translated[0] = translated[0][label.end() :]
        cue.text, cue.translation = "\n".join(spoken), joined(translated)
