"""The key of an item of a feed: its GUID, else its enclosure, else its title and date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from transcript.feeds.feed import Item

LONGEST_KEY = 200
"""Characters of a key as it stands; of a longer one its digest is the key."""


GUID, ENCLOSURE, TITLE = KINDS = ("guid:", "file:", "title:")
"""The beginnings of the three kinds of keys, the surest first."""


Known = TypeVar("Known", bound=Hashable)


def keys_of(guid: str, enclosure: str | None, title: str, date: str | None) -> tuple[str, ...]:
    """The keys of an item, the surest first; none where it has nothing to be known by."""
    written = ((GUID, guid), (ENCLOSURE, enclosure), (TITLE, f"{date or ''} {title}" if title else ""))
    return tuple(_short_key(kind + value) for kind, value in written if value)


def with_sure_keys(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items without the keys that several of them share; what has no key then, or comes again whole, is left out.

    Some feeds give every item the same GUID.
    """
    once: dict[tuple[str, ...], Item] = {}
    for item in items:
        once.setdefault(item.keys, item)
    uses = Counter(key for keys in once for key in keys)
    sure = (replace(item, keys=tuple(key for key in item.keys if uses[key] == 1)) for item in once.values())
    return tuple(item for item in sure if item.keys)


def matched_items(items: Sequence[Item], known: Mapping[Known, Sequence[str]]) -> list[Known | None]:
    """For each item the one that is `known`, by its keys, to be the same; None for a new one.

    The surest keys decide first, over all items: a GUID that changed is forgiven where the enclosure is the same, and
    no other item has that GUID.
    """
    by_key = {key: name for name, keys in known.items() for key in keys}
    found: list[Known | None] = [None] * len(items)
    taken: set[Known] = set()
    for kind in KINDS:
        for place, item in enumerate(items):
            for key in item.keys if found[place] is None else ():
                name = by_key.get(key) if key.startswith(kind) else None
                if name is not None and name not in taken:
                    found[place] = name
                    taken.add(name)
                    break
    return found


def _short_key(key: str) -> str:
    if len(key) <= LONGEST_KEY:
        return key
    kind, _, value = key.partition(":")
    return f"{kind}:sha256:{sha256(value.encode()).hexdigest()}"
