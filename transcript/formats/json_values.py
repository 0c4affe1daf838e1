"""Values of JSON as they are wanted, whatever stands there: a stranger wrote it."""

from __future__ import annotations

from typing import Any


def dicts(rows: Any) -> list[dict[str, Any]]:
    """The objects of a JSON list; none of what is no list."""
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def mapping(value: Any) -> dict[str, Any]:
    """A JSON object; an empty one for what is none."""
    return value if isinstance(value, dict) else {}


def text_of(value: Any) -> str:
    """A text; an empty one for what is none."""
    return value if isinstance(value, str) else ""
