"""The languages of a transcript's lines, where a translation may stand under each passage."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transcript.language.detection import SAMPLE, SCRIPTS, detect_language, language_votes
from transcript.models import LANGUAGES, Language

SAMPLED_LINES = 400
"""Lines at a file's beginning whose languages are looked at."""


TRANSLATED = 0.5
"""The share of passages under which a second language stands, from which it is a translation."""


_CHINESE_SIGN = re.compile(r"[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]")


_KANA = re.compile(r"[\u3041-\u30fa\u30fc-\u30ff]")


_LATIN_LETTERS = re.compile(r"[A-Za-z]+")


_SCRIPT_PATTERNS = tuple((code, pattern) for code, pattern in SCRIPTS if code not in ("ja", "zh", "uk", "fa"))


_SHARED_SCRIPTS = ("ru", "ar")


@dataclass(frozen=True, slots=True)
class LineLanguages:
    """The languages of a file. `base` is the one that a translation stands under.

    `latin` are those in Latin letters, the one that stands first before its translation. `scripts` goes from the
    language that a line's script shows to the one that it is in here.
    """

    base: Language = "en"
    latin: tuple[Language, ...] = ("en",)
    scripts: tuple[tuple[Language, Language], ...] = ()

    def of(self, text: str, expected: Language | None = None) -> Language:
        """The language of a line. Of two in the same letters that are as likely, it is the one that is expected."""
        script = _script_of(text)
        if script:
            return dict(self.scripts).get(script, script)
        if len(self.latin) == 1:
            return self.latin[0]
        votes = language_votes(text)
        return max(self.latin, key=lambda language: (votes[language], language == expected))

    def expected(self, place: int) -> Language:
        """The language in which the line at a place under a stamp is likely to be, if it is in Latin letters."""
        return self.latin[min(place, len(self.latin) - 1)]


ENGLISH_AND_CHINESE = LineLanguages()


def read_languages(passages: Sequence[Sequence[str]], named: Language | None = None) -> LineLanguages:
    """The languages of a file with such passages, each the lines under a stamp.

    `named` is the language that was spoken, where that is known.
    """
    lines = [line for passage in passages for line in passage]
    found = LineLanguages(latin=_latin_languages(passages), scripts=_script_languages(passages))
    first = Counter(found.of(passage[0]) for passage in passages if passage).most_common(1)
    spoken = first[0][0] if first else found.latin[0]
    if named and named != spoken:
        found, spoken = _rename_language(found, spoken, named), named
    is_known_pair = set(map(found.of, lines)) >= set(LANGUAGES)
    return LineLanguages("en" if is_known_pair else spoken, found.latin, found.scripts)


def _script_of(text: str) -> Language:
    """The language that a line's script shows, if it has more signs of that than Latin words, since translations keep
    names and terms in English; empty for Latin letters."""
    if text.isascii():
        return ""
    latin_words = len(_LATIN_LETTERS.findall(text))
    kana = len(_KANA.findall(text))
    if kana + len(_CHINESE_SIGN.findall(text)) > latin_words:
        return "ja" if kana else "zh"
    return next((code for code, pattern in _SCRIPT_PATTERNS if len(pattern.findall(text)) > latin_words), "")


def _script_languages(passages: Sequence[Sequence[str]]) -> tuple[tuple[Language, Language], ...]:
    """The languages that lines of a script are in, where its letters alone do not tell."""
    lines: dict[Language, list[str]] = {}
    both = 0
    for passage in passages:
        seen = set()
        for line in passage:
            script = _script_of(line)
            lines.setdefault(script, []).append(line)
            seen.add(script)
        both += {"ja", "zh"} <= seen
    joined = {script: " ".join(some)[:SAMPLE] for script, some in lines.items()}
    found = {script: detect_language(joined[script]) for script in _SHARED_SCRIPTS if script in joined}
    if "ja" in joined and both < TRANSLATED * len(passages):
        # Lines of Japanese may lack syllables of its own, and lines of Chinese cite Japanese.
        language = detect_language(joined["ja"] + joined.get("zh", ""))
        found |= {"ja": language, "zh": language}
    return tuple(found.items())


def _latin_languages(passages: Sequence[Sequence[str]]) -> tuple[Language, ...]:
    """The language of lines in Latin letters, and the one that the last of them under most stamps are in instead."""
    latin = [[line for line in passage if not _script_of(line)] for passage in passages]
    pairs = [lines for lines in latin if len(lines) > 1]
    if len(pairs) >= TRANSLATED * len(passages):
        first = detect_language(" ".join(lines[0] for lines in pairs)[:SAMPLE])
        last = detect_language(" ".join(lines[-1] for lines in pairs)[:SAMPLE])
        if first != last:
            return first, last
    return (detect_language(" ".join(line for lines in latin for line in lines)[:SAMPLE]),)


def _rename_language(found: LineLanguages, seen: Language, named: Language) -> LineLanguages:
    """The languages with one that was guessed as the one that it is said to be."""
    if seen in found.latin:
        return replace(found, latin=tuple(named if language == seen else language for language in found.latin))
    scripts = {seen: named} | {script: named if language == seen else language for script, language in found.scripts}
    return replace(found, scripts=tuple(scripts.items()))
