"""Marks such as `[Music]` and `(laughs)`: they are shown as they stand, but were not said, and weigh nothing."""

from __future__ import annotations

import re

from transcript.language.wordlist import read_words

_MARK = re.compile(
    r"[\[(（【*♪]\s*(?:[^\W\d]+\s){0,2}(?:" + "|".join(map(re.escape, read_words("stage_marks"))) + r")\b"
    r"[^\[\]()（）【】*♪\n]{0,30}[\])）】*♪]|♪",
    re.IGNORECASE,
)  # fmt: skip


def blank_marks(text: str) -> str:
    """The text with spaces in place of its stage marks, so that all else keeps its place."""
    if not any(sign in text for sign in "[(（【*♪"):
        return text
    return _MARK.sub(lambda match: " " * len(match.group()), text)
