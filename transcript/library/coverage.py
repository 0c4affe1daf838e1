"""The part of all episodes that the library covers: some are still being read, some have no words to be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """`done` of `total` files are read; `wordless` is how many episodes are known that have no transcript."""

    done: int = 0
    total: int = 0
    is_complete: bool = True
    wordless: int = 0
