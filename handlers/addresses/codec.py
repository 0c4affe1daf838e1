"""Addresses to and from the text that stands in a button's custom_id.

A letter for the kind, then numbers of seven bits a byte (LEB128) and keys of five bytes, as Base64; a topic stands
as it is. What an older version wrote must stay readable for ever: a new form gets a new letter.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import replace

from handlers.addresses.address import (
    KEY_SIZE,
    MAX_BYTES,
    MAX_POINTERS,
    QUALITIES,
    Address,
    BadAddressError,
    ChapterAddress,
    ContentsAddress,
    CorrectionAddress,
    EpisodesAddress,
    Pointer,
    QuoteAddress,
    RandomAddress,
    SegmentAddress,
    TopicAddress,
)
from transcript.models import LANGUAGES, Language

_NO_KEY = bytes(KEY_SIZE)


_ID_SIZE = 8


def encode(address: Address) -> str:
    """The address as text: at most 96 characters, of which only a topic's are not of Base64."""
    topic = ""
    match address:
        case QuoteAddress():
            letter, content = "q", _quote(address)
        case SegmentAddress(episode, segment, language):
            letter, content = "s", episode + _numbers(segment, LANGUAGES.index(language))
        case ChapterAddress(episode, chapter, language):
            letter, content = "c", episode + _numbers(chapter, LANGUAGES.index(language))
        case ContentsAddress(episode, page, language):
            letter, content = "t", episode + _numbers(page, LANGUAGES.index(language))
        case RandomAddress():
            letter, content = "r", _random(address)
        case EpisodesAddress(page):
            letter, content = "e", _numbers(page)
        case CorrectionAddress(pointers, message):
            letter, content = "p", message.to_bytes(_ID_SIZE) + _quote(QuoteAddress(pointers))
        case TopicAddress(topic, speaker, episode, page):
            letter, content = "w", (speaker or _NO_KEY) + (episode or _NO_KEY) + _numbers(page)
    text = letter + urlsafe_b64encode(content).decode().rstrip("=")
    return f"{text}.{topic}" if topic else text


def decode(text: str) -> Address:
    """The address in that text, or BadAddressError."""
    letter, body, topic = text[:1], *text[1:].partition(".")[::2]
    try:
        address = _read(letter, _Reader(urlsafe_b64decode(body + "=" * (-len(body) % 4))), topic)
        if encode(address) != text:  # what this module did not write may be made to harm
            raise BadAddressError(text)
    except (ValueError, IndexError, OverflowError) as error:
        raise BadAddressError(text) from error
    return address


def _read(letter: str, reader: _Reader, topic: str) -> Address:
    match letter:
        case "q":
            return reader.quote()
        case "s":
            return SegmentAddress(reader.key(), reader.number(), reader.language())
        case "c":
            return ChapterAddress(reader.key(), reader.number(), reader.language())
        case "t":
            return ContentsAddress(reader.key(), reader.number(), reader.language())
        case "r":
            return reader.random()
        case "e":
            return EpisodesAddress(reader.number())
        case "p":
            message = reader.message()
            return CorrectionAddress(reader.quote().pointers, message)
        case "w" if topic:
            speaker, episode = reader.optional_key(), reader.optional_key()
            return TopicAddress(topic, speaker, episode, reader.number())
    raise ValueError(letter)


def _random(address: RandomAddress) -> bytes:
    keys = (address.speaker or _NO_KEY) + (address.episode or _NO_KEY)
    return keys + _numbers(LANGUAGES.index(address.language))


def _quote(address: QuoteAddress) -> bytes:
    """The pointers with what there is room for.

    The nearest two ranges become one, then the other places are left out, until all fit: with one range each and no
    other place, four pointers take at most 71 bytes.
    """
    while len(content := _quote_bytes(address)) > MAX_BYTES:
        longest = max(address.pointers, key=lambda pointer: (len(pointer.spans), len(pointer.also)))
        if len(longest.spans) > 1:
            shorter = replace(longest, spans=_join_nearest(longest.spans))
        elif longest.also:
            shorter = replace(longest, also=longest.also[:-1])
        else:
            raise BadAddressError(address)
        address = replace(address, pointers=tuple(shorter if p is longest else p for p in address.pointers))
    return content


def _quote_bytes(address: QuoteAddress) -> bytes:
    episodes = list(dict.fromkeys(pointer.episode for pointer in address.pointers))
    marks = address.flipped | address.context << 1 | (address.again is not None) << 2
    parts = [_numbers(address.position, marks), _random(address.again) if address.again else b""]
    parts += [_numbers(len(episodes)), *episodes]
    for pointer in address.pointers:
        marks = LANGUAGES.index(pointer.language) | QUALITIES.index(pointer.quality) << 1 | len(pointer.also) << 3
        parts.append(_numbers(episodes.index(pointer.episode), pointer.segment, marks, *pointer.also))
        parts += [bytes([pointer.check]), _numbers(len(pointer.spans))]
        edge = 0
        for start, end in pointer.spans:
            parts.append(_numbers(start - edge, end - start))
            edge = end
    return b"".join(parts)


def _join_nearest(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    at = min(range(len(spans) - 1), key=lambda i: spans[i + 1][0] - spans[i][1])
    return (*spans[:at], (spans[at][0], spans[at + 1][1]), *spans[at + 2 :])


def _numbers(*numbers: int) -> bytes:
    return b"".join(bytes(_septets(number)) for number in numbers)


def _septets(number: int) -> Iterable[int]:
    while number > 0x7F:
        yield number & 0x7F | 0x80
        number >>= 7
    yield number


class _Reader:
    """Takes numbers and keys off the front; IndexError or ValueError where there is none."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

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
        return b"" if found == _NO_KEY else found

    def message(self) -> int:
        """A message's id, as Discord numbers it: 64 bits."""
        return int.from_bytes(self.take(_ID_SIZE))

    def language(self) -> Language:
        return LANGUAGES[self.number()]

    def random(self) -> RandomAddress:
        return RandomAddress(self.optional_key(), self.optional_key(), self.language())

    def quote(self) -> QuoteAddress:
        position, marks = self.number(), self.number()
        again = self.random() if marks & 4 else None
        episodes = [self.key() for _ in range(self.number())]
        pointers: list[Pointer] = []
        while self._at < len(self._content) and len(pointers) <= MAX_POINTERS:
            pointers.append(self._pointer(episodes))
        if not position < len(pointers) <= MAX_POINTERS:
            raise ValueError(position)
        return QuoteAddress(tuple(pointers), position, bool(marks & 1), bool(marks & 2), again)

    def _pointer(self, episodes: list[bytes]) -> Pointer:
        episode, segment, marks = episodes[self.number()], self.number(), self.number()
        also = tuple(self.number() for _ in range(marks >> 3))
        check = self.byte()
        edge, spans = 0, []
        for _ in range(self.number()):
            start = edge + self.number()
            edge = start + self.number()
            spans.append((start, edge))
        return Pointer(episode, segment, tuple(spans), LANGUAGES[marks & 1], QUALITIES[marks >> 1 & 3], also, check)
