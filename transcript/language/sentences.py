"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re

from transcript.models import Language

Range = tuple[int, int]
"""Characters of a text, from the first to the one after the last."""


_ENGLISH_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s|$)")


_CHINESE_END = re.compile(r"[。!?\uff01\uff1f…]+[”’」』)\uff09\"']*")


_ABBREVIATION_BEFORE_END = re.compile(
    r"(?<!['’])\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|vs|etc|e\.g|i\.e|approx|No|Inc|Corp|Ltd)\.$"
)


_LONGEST_ABBREVIATION = 8
"""Characters, the period included."""


def glue(language: Language) -> str:
    """What stands between two segments that are joined: a space, in Chinese nothing."""
    return "" if language == "zh" else " "


def sentences(text: str, language: Language) -> list[Range]:
    """The ranges of a text's sentences, without the space between them."""
    ends = []
    for match in (_CHINESE_END if language == "zh" else _ENGLISH_END).finditer(text):
        last_word = text[max(0, match.end() - _LONGEST_ABBREVIATION) : match.end()]
        if language != "zh" and match.group() == "." and _ABBREVIATION_BEFORE_END.search(last_word):
            continue
        ends.append(match.end())
    ranges = []
    start = 0
    for end in [*ends, len(text)]:
        inner = text[start:end]
        left = len(inner) - len(inner.lstrip())
        if inner.strip():
            ranges.append((start + left, start + len(inner.rstrip())))
        start = end
    return ranges
