"""The garbage collector looks through nothing that was loaded at the start, and seldom through the rest."""

from __future__ import annotations

import gc

import pytest

from bot.runtime import YOUNG, load_undisturbed, settle


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


@pytest.mark.parametrize("loads", [True, False])
def test_what_is_loaded_is_not_looked_through(loads: bool) -> None:
    collections: list[str] = []

    def note(phase: str, info: dict[str, int]) -> None:  # noqa: ARG001 - it has a signature to keep
        collections.append(phase)

    def load() -> bool:
        gc.callbacks.append(note)
        kept.extend([number] for number in range(10 * YOUNG))
        gc.callbacks.remove(note)
        return loads

    kept: list[list[int]] = []
    gc.collect()
    before, is_collecting = gc.get_freeze_count(), gc.isenabled()
    try:
        assert load_undisturbed(load) == loads
        assert (gc.get_freeze_count() - before > 10 * YOUNG) == loads
        assert gc.isenabled() == is_collecting
    finally:
        gc.unfreeze()
    assert collections == []
