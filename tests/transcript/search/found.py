"""The first match of a search, and its marked words."""

from __future__ import annotations

from typing import Any

from transcript.library import Library
from transcript.search import Match, search


def first(library: Library, query: str, **options: Any) -> Match:
    """The best match, which has to be a sure one."""
    answer = search(library, query, **options)
    assert answer.confident, f"{query!r} was not answered"
    return answer.matches[0]


def marked(match: Match) -> list[str]:
    """The words of a match that are shown in bold."""
    return [match.text[start:end] for start, end in match.spans]
