"""Contents as sealed blobs: compressed, with a sum that tells if a byte of it or its id changed."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from operator import sub

SUM_BYTES = 4
"""Bytes of the sum before a blob, its CRC-32."""


ZLIB_LEVEL = 6
"""zlib's, of 9. Over 14 million words of real transcripts the highest saves 1 % and takes three times as long."""


UNPACKED = 128
"""Blobs whose contents stay in memory, some 5 kB each: a search reads the same blocks several times."""


class DamageError(Exception):
    """A blob is not what was written."""


def compress(content: bytes) -> bytes:
    """A blob that is still to be sealed."""
    return zlib.compress(content, ZLIB_LEVEL, wbits=-15)


def compress_json(value: object) -> bytes:
    """A value that JSON knows, as a blob that is still to be sealed."""
    return compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


def join_parts(parts: Sequence[bytes | None]) -> bytes:
    """Several contents, of which some may be missing, as one."""
    lengths = struct.pack(f"<{len(parts)}i", *(-1 if part is None else len(part) for part in parts))
    return bytes([len(parts)]) + lengths + b"".join(part for part in parts if part is not None)


def compress_parts(parts: Sequence[bytes | None]) -> bytes:
    """Several contents, of which some may be missing, as one blob that is still to be sealed."""
    return compress(join_parts(parts))


def seal(key: int, blob: bytes) -> bytes:
    """The blob as it is kept under an id."""
    return _checksum_of(key, blob) + blob


def content_of(key: int, sealed: bytes) -> bytes:
    """The content that was compressed and sealed under an id. Raises DamageError where it is anything else."""
    return zlib.decompress(unseal(key, sealed), wbits=-15)


def unseal(key: int, sealed: bytes) -> bytes:
    """The blob that was sealed under an id. Raises DamageError where it is anything else."""
    blob = sealed[SUM_BYTES:]
    if _checksum_of(key, blob) != sealed[:SUM_BYTES]:
        raise DamageError(f"row {key} is not as it was written")
    return blob


def json_of(key: int, sealed: bytes) -> object:
    """The value that was sealed under an id."""
    value: object = json.loads(content_of(key, sealed).decode("utf-8", "surrogatepass"))
    return value


@lru_cache(maxsize=UNPACKED)
def parts_of(key: int, sealed: bytes) -> tuple[bytes | None, ...]:
    """The contents that were sealed under an id, None for each that was missing."""
    return split_parts(content_of(key, sealed))


def split_parts(content: bytes) -> tuple[bytes | None, ...]:
    """The contents that were joined, None for each that was missing."""
    count = content[0]
    parts: list[bytes | None] = []
    at = 1 + 4 * count
    for length in struct.unpack_from(f"<{count}i", content, 1):
        parts.append(None if length < 0 else content[at : at + length])
        at += max(0, length)
    return tuple(parts)


def _checksum_of(key: int, blob: bytes) -> bytes:
    return zlib.crc32(blob, zlib.crc32(key.to_bytes(8, "little"))).to_bytes(SUM_BYTES, "little")


_FULL = 255
"""A byte of packed numbers that says that the number goes on in the next byte."""


def pack_offsets(starts: Sequence[int], ends: Sequence[int]) -> bytes:
    """Starts and ends, the starts mostly rising, as bytes: two a term where terms are near and short."""
    numbers = [0] * (2 * len(starts))
    numbers[::2] = [2 * step if step >= 0 else -2 * step - 1 for step in map(sub, starts, chain((0,), starts))]
    numbers[1::2] = map(sub, ends, starts)
    if max(numbers, default=0) < _FULL:
        return bytes(numbers)
    return b"".join(bytes([_FULL]) * (number // _FULL) + bytes([number % _FULL]) for number in numbers)


def unpack_offsets(packed: bytes) -> list[tuple[int, int]]:
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
