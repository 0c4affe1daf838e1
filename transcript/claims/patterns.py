"""Makes regular expressions from word lists, and lets Chinese ones match both scripts."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Any, cast

from transcript.language.normalise import fold
from transcript.language.wordlist import read_words


def compiled(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A pattern in Simplified Chinese that matches Traditional characters too; it is compiled when it is first used."""
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))


class _LatePattern:
    """Stands for a compiled pattern. All of them together take a tenth of a second, for which no start has to wait."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def _late_pattern(self) -> re.Pattern[str]:
        return re.compile(in_both_scripts(self._pattern), self._flags)

    def __getattr__(self, name: str) -> Any:
        """A method of the compiled pattern, which is looked for here once."""
        if name.startswith("_"):
            raise AttributeError(name)
        method = getattr(self._late_pattern, name)
        setattr(self, name, method)
        return method


def in_both_scripts(pattern: str) -> str:
    """A regular expression with each Simplified character widened to a class of it and its Traditional ones."""
    parts: list[str] = []
    in_class = escaped = False
    for character in pattern:
        others = _traditional_forms().get(character, "")
        parts.append(f"[{character}{others}]" if others and not in_class else character + others)
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif character in "[]":
            in_class = character == "["
    return "".join(parts)


@cache
def _traditional_forms() -> dict[str, str]:
    """For each Simplified character the Traditional ones that are folded into it."""
    found: dict[str, str] = {}
    traditional = "".join(map(chr, range(0x4E00, 0xA000)))
    for written, simplified in zip(traditional, fold(traditional), strict=True):
        if written != simplified:
            found[simplified] = found.get(simplified, "") + written
    return found


def any_of(name: str, space: str = r"\s+") -> str:
    """An alternation of the words in `language/data/NAME.txt`, the longest first; `_` in one stands for `space`."""
    words = sorted(read_words(name), key=len, reverse=True)
    return "|".join(re.escape(word).replace("_", space) for word in words)
