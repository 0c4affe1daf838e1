"""The order in which feeds are visited: each server in turn, however many feeds one of them has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from config.library.sources import Due


def fair_order(due: Sequence[Due], running: Iterable[int]) -> list[Due]:
    """The due feeds in the order in which they are fetched.

    First come those of the servers that had the fewest turns, `running` (a server for each feed of its that is being
    fetched now) included; among equals the longest overdue is first.
    """
    taken = Counter(running)
    turns = []
    for each in sorted(due, key=lambda one: (one.next_look, one.source_id)):
        turns.append((taken[each.guild_id], each.next_look, each.source_id, each))
        taken[each.guild_id] += 1
    return [each for *_, each in sorted(turns, key=lambda turn: turn[:3])]
