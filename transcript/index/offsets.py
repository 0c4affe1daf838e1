"""Places in a text as a few bytes: where each term begins and how long it is, each counted from the one before."""

from __future__ import annotations

from collections.abc import Iterable

_FULL = 255


def pack(places: Iterable[tuple[int, int]]) -> bytes:
    """Starts and ends, the starts mostly rising, as bytes: two a term where terms are near and short."""
    packed = bytearray()
    before = 0
    for start, end in places:
        step = start - before
        for number in (2 * step if step >= 0 else -2 * step - 1, end - start):
            packed.extend([_FULL] * (number // _FULL))
            packed.append(number % _FULL)
        before = start
    return bytes(packed)


def unpack(packed: bytes) -> list[tuple[int, int]]:
    """The starts and ends that were packed."""
    places = []
    start = number = 0
    length = False
    for byte in packed:
        number += byte
        if byte == _FULL:
            continue
        if length:
            places.append((start, start + number))
        else:
            start += number // 2 if number % 2 == 0 else -(number // 2) - 1
        length = not length
        number = 0
    return places
