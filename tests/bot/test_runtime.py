"""What was loaded at the start is not looked through again, and the rest seldom."""

from __future__ import annotations

import gc

from bot.runtime import YOUNG, settle


def test_some_thousands_of_new_objects_are_not_looked_through() -> None:
    before = gc.get_threshold()
    collections: list[str] = []

    def note(phase: str, info: dict[str, int]) -> None:  # noqa: ARG001 - it has a signature to keep
        collections.append(phase)

    gc.collect()
    try:
        settle()
        gc.callbacks.append(note)
        kept = [[number] for number in range(YOUNG // 2)]
        gc.callbacks.remove(note)
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
    assert len(kept) == YOUNG // 2
    assert collections == []
