"""Addresses survive their way through a custom_id, for ever."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.addresses.address import (
    KEY_SIZE,
    MAX_POINTERS,
    MAX_TOPIC,
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
    key,
)
from handlers.addresses.codec import decode, encode
from handlers.addresses.custom_id import Verb, custom_id
from transcript.models import LANGUAGES

keys = st.binary(min_size=KEY_SIZE, max_size=KEY_SIZE).filter(any)


numbers = st.integers(0, 100_000)


checks = st.integers(0, 2**24 - 1)


languages = st.sampled_from((*LANGUAGES, "de", "ja", "yue", "aa", "zz", "zzz"))


random = st.builds(RandomAddress, keys | st.just(b""), keys | st.just(b""), languages)


@st.composite
def spans(draw: st.DrawFn, most: int) -> tuple[tuple[int, int], ...]:
    edges = sorted(draw(st.sets(st.integers(0, 6000), min_size=2, max_size=2 * most)))
    return tuple(zip(edges[::2], edges[1::2], strict=False))


def pointers(most_spans: int) -> st.SearchStrategy[Pointer]:
    also = st.lists(st.integers(0, 60_000), max_size=3).map(tuple)
    return st.builds(
        Pointer,
        keys,
        st.integers(0, 16_383),
        spans(most_spans),
        languages,
        st.sampled_from(QUALITIES),
        also,
        checks,
        st.none() | st.integers(0, 16_000),
    )


@st.composite
def quotes(draw: st.DrawFn) -> QuoteAddress:
    found = tuple(draw(st.lists(pointers(6), min_size=1, max_size=MAX_POINTERS)))
    return QuoteAddress(found, draw(st.integers(0, len(found) - 1)), draw(st.booleans()), draw(st.booleans()))


plain = st.one_of(
    st.builds(SegmentAddress, keys, numbers, languages, st.none() | numbers, checks, st.none() | numbers),
    st.builds(ChapterAddress, keys, numbers, languages, st.none() | numbers, checks),
    st.builds(ContentsAddress, keys, numbers, languages),
    st.builds(EpisodesAddress, numbers, keys | st.just(b"")),
    st.builds(EpisodeAddress, keys, languages, numbers, keys | st.just(b"")),
    st.builds(CorrectionAddress, pointers(1).map(lambda pointer: (pointer,)), st.integers(0, 2**64 - 1)),
    st.builds(
        TopicAddress,
        st.text(min_size=1, max_size=MAX_TOPIC),
        keys | st.just(b""),
        keys | st.just(b""),
        st.integers(0, 99),
    ),
    random,
    st.builds(PictureAddress, pointers(1).map(lambda pointer: replace(pointer, also=())), *[st.booleans()] * 3),
)


@given(plain)
def test_an_address_reads_back(address: Address) -> None:
    assert decode(encode(address)) == address


@given(quotes())
def test_a_quotes_address_keeps_its_places_and_what_matches_there_is_room_for(address: QuoteAddress) -> None:
    read = decode(encode(address))
    assert isinstance(read, QuoteAddress)
    assert (read.flipped, read.context) == (address.flipped, address.context)
    first = address.position - read.position
    kept = address.pointers[first : first + len(read.pointers)]
    if all(pointer.language in LANGUAGES for pointer in address.pointers):
        assert kept == address.pointers
    for mine, theirs in zip(kept, read.pointers, strict=True):
        assert (mine.episode, mine.segment, mine.language, mine.quality) == (
            theirs.episode,
            theirs.segment,
            theirs.language,
            theirs.quality,
        )
        assert (mine.span, mine.check, mine.second) == (theirs.span, theirs.check, theirs.second)
        assert {a for a, _ in theirs.spans} <= {a for a, _ in mine.spans}
        assert theirs.also == mine.also[: len(theirs.also)]


@given(st.builds(QuoteAddress, pointers(3).map(lambda pointer: (pointer,)), st.just(0), again=random))
def test_a_random_quote_keeps_where_another_comes_from(address: QuoteAddress) -> None:
    read = decode(encode(address))
    assert isinstance(read, QuoteAddress)
    assert read.again == address.again


@given(plain | quotes())
def test_every_address_fits_into_a_button(address: Address) -> None:
    assert len(custom_id(Verb.OPEN, "<", address)) <= 100


@given(st.text(max_size=100) | st.from_regex(r"[qQsctrewpP][A-Za-z0-9_-]{0,90}", fullmatch=True))
def test_any_text_is_an_address_or_a_bad_one(text: str) -> None:
    try:
        address = decode(text)
    except BadAddressError:
        return
    assert encode(address)


def test_more_pointers_than_a_card_has_are_a_bad_address() -> None:
    pointer = Pointer(key("a"), 1, ((0, 9),), "en")
    with pytest.raises(BadAddressError):
        encode(QuoteAddress((pointer,) * 20))


def test_what_was_written_once_is_readable_for_ever() -> None:
    pointer = Pointer(
        key("2025-06-30-dylan-patel"), 99, ((172, 184), (219, 230)), "en", "close", check=200_000, second=2105
    )
    other = Pointer(key("2025-06-30-dylan-patel"), 98, ((98, 110),), "en", "partial", also=(1,), check=7, second=0)
    assert decode("qAKiOtdzzUAIAY7oQAw1ArAEMIwtgAQEBYgEAAAdiDA") == QuoteAddress((pointer, other))


def test_four_long_pointers_fit_with_their_seconds_and_checks() -> None:
    pointers = tuple(
        Pointer(key(str(at)), 16_000, ((5_000, 5_900),), "zh", "exact", (), 2**24 - 1, 16_000) for at in range(4)
    )
    assert decode(encode(QuoteAddress(pointers, 2))) == QuoteAddress(pointers, 2)


def test_a_pointer_may_be_to_any_language() -> None:
    found = tuple(Pointer(key("a"), place, ((0, 9),), code) for place, code in enumerate(("de", "ja", "yue", "en")))
    address = QuoteAddress(found, 3)
    assert encode(address).startswith("Q")
    assert decode(encode(address)) == address
    correction = CorrectionAddress(found[:1], 5)
    assert encode(correction).startswith("P")
    assert decode(encode(correction)) == correction


@pytest.mark.parametrize("code", ["", "d", "DE", "de-AT", "d1", "germ", "d`"])
def test_what_is_no_languages_code_is_a_bad_address(code: str) -> None:
    with pytest.raises(BadAddressError):
        encode(SegmentAddress(key("a"), 1, code))


@pytest.mark.parametrize("text", ["", "q", "x", "w", "wAAAAAAAAAAAAAAA", "q" + "_" * 90, "sAA", "é", "\0"])
def test_what_is_no_address_is_a_bad_one(text: str) -> None:
    with pytest.raises(BadAddressError):
        decode(text)
