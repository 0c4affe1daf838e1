"""Reads the parts of an address off the front of its bytes."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.addresses.address import (
    KEY_SIZE,
    MAX_POINTERS,
    QUALITIES,
    Pointer,
    QuoteAddress,
    RandomAddress,
    SegmentAddress,
)
from handlers.addresses.languages import numbered_language
from handlers.addresses.words import CHECK_BYTES
from transcript.models import LANGUAGES, Language

NO_KEY = bytes(KEY_SIZE)
"""Stands for no episode, or no speaker, where a key may be left out."""


ID_SIZE = 8
"""Bytes of one of Discord's ids."""


PLACE_BITS = 2
"""Bits for one of four: pointers, their episodes and languages, qualities."""


class Reader:
    """Takes numbers and keys off the front; IndexError or ValueError where there is none."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    @property
    def is_at_end(self) -> bool:
        return self._at == len(self._content)

    def byte(self) -> int:
        self._at += 1
        return self._content[self._at - 1]

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value
            if shift > 28:
                raise ValueError(self._content)

    def take(self, size: int) -> bytes:
        self._at += size
        if self._at > len(self._content):
            raise IndexError(self._at)
        return self._content[self._at - size : self._at]

    def key(self) -> bytes:
        return self.take(KEY_SIZE)

    def optional_key(self) -> bytes:
        found = self.key()
        return b"" if found == NO_KEY else found

    def last_key(self) -> bytes:
        """The key at the end; nothing where there is none."""
        return b"" if self.is_at_end else self.key()

    def message(self) -> int:
        """A message's id, as Discord numbers it: 64 bits."""
        return int.from_bytes(self.take(ID_SIZE))

    def language(self) -> Language:
        return numbered_language(self.number())

    def segment(self) -> SegmentAddress:
        return SegmentAddress(self.key(), self.number(), self.language(), self.optional_number(), self.check())

    def random(self) -> RandomAddress:
        return RandomAddress(self.optional_key(), self.optional_key(), self.language())

    def optional_number(self) -> int | None:
        number = self.number()
        return number - 1 if number else None

    def check(self) -> int:
        return int.from_bytes(self.take(CHECK_BYTES))

    def quote(self, *, any_language: bool = False) -> QuoteAddress:
        head = self.number()
        position, episode_count = head & 3, (head >> PLACE_BITS & 3) + 1
        shown = head >> 2 * PLACE_BITS
        again = self.random() if shown & 4 else None
        episodes = [self.key() for _ in range(episode_count)]
        languages = [self.language() for _ in range(self.number())] if any_language else LANGUAGES
        pointers: list[Pointer] = []
        while not self.is_at_end and len(pointers) <= MAX_POINTERS:
            pointers.append(self._read_pointer(episodes, languages))
        if not position < len(pointers) <= MAX_POINTERS:
            raise ValueError(position)
        return QuoteAddress(tuple(pointers), position, bool(shown & 1), bool(shown & 2), again)

    def _read_pointer(self, episodes: Sequence[bytes], languages: Sequence[Language]) -> Pointer:
        head = self.byte()
        episode, language, quality, counted = (head >> PLACE_BITS * place & 3 for place in range(4))
        spans_count, also_count = (self.number(), self.number()) if counted else (1, 0)
        also = tuple(self.number() for _ in range(also_count))
        segment, second, check = self.number(), self.optional_number(), self.check()
        edge, spans = 0, []
        for _ in range(spans_count):
            start = edge + self.number()
            edge = start + self.number()
            spans.append((start, edge))
        return Pointer(
            episodes[episode], segment, tuple(spans), languages[language], QUALITIES[quality], also, check, second
        )
