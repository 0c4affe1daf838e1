"""Addresses to and from the text that stands in a button's custom_id.

A letter for the kind, then numbers of seven bits a byte (LEB128) and keys of five bytes, as Base64; a topic stands
as it is. What an older version wrote must stay readable for ever: a new form gets a new letter.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Sequence
from dataclasses import replace

from handlers.addresses.address import (
    MAX_BYTES,
    MAX_POINTERS,
    QUALITIES,
    Address,
    BadAddressError,
    ChapterAddress,
    ContentsAddress,
    CorrectionAddress,
    EpisodeAddress,
    EpisodesAddress,
    PictureAddress,
    Pointer,
    QuoteAddress,
    RandomAddress,
    SegmentAddress,
    TopicAddress,
)
from handlers.addresses.languages import language_number
from handlers.addresses.reader import ID_SIZE, NO_KEY, PLACE_BITS, Reader
from handlers.addresses.words import CHECK_BYTES
from transcript.models import LANGUAGES, Language


def encode(address: Address) -> str:
    """The address as text: at most 97 characters, of which only a topic's are not of Base64."""
    topic = ""
    match address:
        case QuoteAddress():
            letter, content = _letter_of("q", address.pointers), _fitted_quote(address)
        case PictureAddress(pointer, flipped, square, light):
            quote = QuoteAddress((replace(pointer, also=()),), flipped=flipped)
            form = _number_bytes(square | light << 1)
            letter, content = _letter_of("i", (pointer,)), form + _fitted_quote(quote, MAX_BYTES - len(form))
        case SegmentAddress(episode, segment, language, second, check, asked):
            place = _number_bytes(segment, language_number(language), _optional_number(second))
            letter, content = "s", episode + place + _check_bytes(check)
            if asked is not None:
                letter, content = "a", content + _number_bytes(asked)
        case ChapterAddress(episode, chapter, language, second, check):
            place = _number_bytes(chapter, language_number(language), _optional_number(second))
            letter, content = "c", episode + place + _check_bytes(check)
        case ContentsAddress(episode, page, language):
            letter, content = "t", episode + _number_bytes(page, language_number(language))
        case RandomAddress():
            letter, content = "r", _random_bytes(address)
        case EpisodesAddress(page, show):
            letter, content = "e", _number_bytes(page) + show
        case EpisodeAddress(episode, language, page, show):
            letter, content = "d", episode + _number_bytes(language_number(language), page) + show
        case CorrectionAddress((), message):
            letter, content = "p", message.to_bytes(ID_SIZE)
        case CorrectionAddress(pointers, message):
            letter, content = (
                _letter_of("p", pointers),
                message.to_bytes(ID_SIZE) + _fitted_quote(QuoteAddress(pointers)),
            )
        case TopicAddress(topic, speaker, episode, page):
            letter, content = "w", (speaker or NO_KEY) + (episode or NO_KEY) + _number_bytes(page)
    text = letter + urlsafe_b64encode(content).decode().rstrip("=")
    return f"{text}.{topic}" if topic else text


def decode(text: str) -> Address:
    """The address in that text, or BadAddressError."""
    letter, body, topic = text[:1], *text[1:].partition(".")[::2]
    try:
        address = _read_address(letter, Reader(urlsafe_b64decode(body + "=" * (-len(body) % 4))), topic)
        if encode(address) != text:  # what this module did not write may be made to harm
            raise BadAddressError(text)
    except (ValueError, IndexError, OverflowError) as error:
        raise BadAddressError(text) from error
    return address


def _read_address(letter: str, reader: Reader, topic: str) -> Address:
    match letter:
        case "q" | "Q":
            return reader.quote(any_language=letter == "Q")
        case "i" | "I":
            form, shown = reader.number(), reader.quote(any_language=letter == "I")
            return PictureAddress(shown.pointer, shown.flipped, bool(form & 1), bool(form & 2))
        case "s":
            return reader.segment()
        case "a":
            return replace(reader.segment(), asked=reader.number())
        case "c":
            return ChapterAddress(
                reader.key(), reader.number(), reader.language(), reader.optional_number(), reader.check()
            )
        case "t":
            return ContentsAddress(reader.key(), reader.number(), reader.language())
        case "r":
            return reader.random()
        case "e":
            return EpisodesAddress(reader.number(), reader.last_key())
        case "d":
            return EpisodeAddress(reader.key(), reader.language(), reader.number(), reader.last_key())
        case "p" | "P":
            message = reader.message()
            if reader.is_at_end and letter == "p":
                return CorrectionAddress((), message)
            return CorrectionAddress(reader.quote(any_language=letter == "P").pointers, message)
        case "w" if topic:
            speaker, episode = reader.optional_key(), reader.optional_key()
            return TopicAddress(topic, speaker, episode, reader.number())
    raise ValueError(letter)


def _random_bytes(address: RandomAddress) -> bytes:
    keys = (address.speaker or NO_KEY) + (address.episode or NO_KEY)
    return keys + _number_bytes(language_number(address.language))


def _letter_of(letter: str, pointers: Sequence[Pointer]) -> str:
    """The letter of an address; a capital where a pointer is to another language than the first two."""
    return letter if all(pointer.language in LANGUAGES for pointer in pointers) else letter.upper()


def _fitted_quote(address: QuoteAddress, most: int = MAX_BYTES) -> bytes:
    """The pointers with what there is room for.

    The nearest two ranges become one, then the other places are left out, then whole pointers, until all fit: with
    one range each and no other place, four pointers to English or Chinese take 69 bytes, and 72 where three of them are
    to more than the first four and a half hours or 16,000 segments.
    """
    if len(address.pointers) > MAX_POINTERS:
        raise BadAddressError(address)
    while len(content := _quote_bytes(address)) > most:
        longest = max(address.pointers, key=lambda pointer: (len(pointer.spans), len(pointer.also)))
        if len(longest.spans) > 1:
            shorter = replace(longest, spans=_join_nearest(longest.spans))
        elif longest.also:
            shorter = replace(longest, also=longest.also[:-1])
        elif len(address.pointers) > 1:
            address = _drop_pointer(address)
            continue
        else:
            raise BadAddressError(address)
        address = replace(address, pointers=tuple(shorter if p is longest else p for p in address.pointers))
    return content


def _drop_pointer(address: QuoteAddress) -> QuoteAddress:
    """The address without its last pointer, or without the first where the last is the one shown."""
    if address.position < len(address.pointers) - 1:
        return replace(address, pointers=address.pointers[:-1])
    return replace(address, pointers=address.pointers[1:], position=address.position - 1)


def _quote_bytes(address: QuoteAddress) -> bytes:
    """A byte of what is shown, the keys of episodes, then each pointer, which begins with a byte of what it has."""
    episodes = list(dict.fromkeys(pointer.episode for pointer in address.pointers))
    shown = address.flipped | address.context << 1 | (address.again is not None) << 2
    head = address.position | (len(episodes) - 1) << PLACE_BITS | shown << 2 * PLACE_BITS
    parts = [_number_bytes(head), _random_bytes(address.again) if address.again else b"", *episodes]
    languages: Sequence[Language] = LANGUAGES
    if _letter_of("q", address.pointers) == "Q":
        languages = list(dict.fromkeys(pointer.language for pointer in address.pointers))
        parts.append(_number_bytes(len(languages), *map(language_number, languages)))
    return b"".join(parts) + b"".join(
        _pointer_bytes(pointer, episodes.index(pointer.episode), languages.index(pointer.language))
        for pointer in address.pointers
    )


def _pointer_bytes(pointer: Pointer, episode: int, language: int) -> bytes:
    counted = len(pointer.spans) != 1 or bool(pointer.also)
    head = episode | language << PLACE_BITS | QUALITIES.index(pointer.quality) << 2 * PLACE_BITS
    parts = [bytes([head | counted << 3 * PLACE_BITS])]
    if counted:
        parts.append(_number_bytes(len(pointer.spans), len(pointer.also), *pointer.also))
    parts += [_number_bytes(pointer.segment, _optional_number(pointer.second)), _check_bytes(pointer.check)]
    edge = 0
    for start, end in pointer.spans:
        parts.append(_number_bytes(start - edge, end - start))
        edge = end
    return b"".join(parts)


def _optional_number(number: int | None) -> int:
    """A number of which 0 says that there is none."""
    return 0 if number is None else number + 1


def _check_bytes(check: int) -> bytes:
    return check.to_bytes(CHECK_BYTES)


def _join_nearest(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    at = min(range(len(spans) - 1), key=lambda i: spans[i + 1][0] - spans[i][1])
    return (*spans[:at], (spans[at][0], spans[at + 1][1]), *spans[at + 2 :])


def _number_bytes(*numbers: int) -> bytes:
    return b"".join(bytes(_seven_bits(number)) for number in numbers)


def _seven_bits(number: int) -> Iterable[int]:
    while number > 0x7F:
        yield number & 0x7F | 0x80
        number >>= 7
    yield number
