"""An address leads to its words in whatever form the transcript is there now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.addresses.address import ChapterAddress, Pointer, QuoteAddress, SegmentAddress, episode_key
from handlers.addresses.codec import decode, encode
from handlers.addresses.places import place_of_chapter, place_of_pointer, place_of_segment
from handlers.addresses.pointers import Pointing, chapter_address, segment_address
from tests.conftest import MakeLibrary
from transcript.library import Library
from transcript.models import Chapter

SENTENCES = [
    "We built the bridge out of sandstone from the quarry behind the mill.",
    "Nobody had told us that the river would freeze that winter.",
    "When the ice broke, it carried two of the pillars into the valley.",
    "A widow from the next village paid for the new ones.",
    "She asked for nothing but a bench in the middle of it.",
    "I sat there yesterday, and the mill is gone.",
]


def vtt(sentences: list[str], seconds: int = 20, first: int = 0) -> str:
    """Captions of so many seconds, one a sentence, each of another speaker, so that each is a segment."""
    cues = []
    for number, words in enumerate(sentences):
        begin, end = first + number * seconds, first + (number + 1) * seconds
        cues.append(f"{stamp(begin)} --> {stamp(end)}\n<v {'AB'[number % 2]} Quill>{words}\n")
    return "WEBVTT\n\n" + "\n".join(cues)


def stamp(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.000"


ORIGINAL = vtt(SENTENCES)


def pointer_to(library: Library, words: str) -> Pointer:
    """The pointer to those words, as a button carries it."""
    for segment in library.segments("bridge", 0, 99):
        start = segment.text["en"].find(words)
        if start >= 0:
            made = Pointing(library).at("bridge", segment.index, ((start, start + len(words)),), "en", "close")
            address = decode(encode(QuoteAddress((made,))))
            assert isinstance(address, QuoteAddress)
            return address.pointer
    raise AssertionError(words)


def halves(words: str) -> list[str]:
    middle = words.index(" ", len(words) // 2)
    return [words[:middle], words[middle:]]


def shown(library: Library, pointer: Pointer) -> tuple[str, bool] | None:
    """The words to which a pointer leads, and whether they are others."""
    episode = library.episode("bridge")
    assert episode is not None
    place = place_of_pointer(library, episode, pointer)
    if place is None:
        return None
    start, end = (at + place.moved for at in pointer.span)
    text = " ".join(each.text["en"] for each in library.segments("bridge", place.segment.index, 99))
    return text[start:end], place.corrected


WORDS = "it carried two of the pillars into the valley"


@pytest.mark.parametrize(
    "now",
    [
        ORIGINAL,
        vtt(["Welcome to the show.", *SENTENCES]),  # a segment more
        vtt(SENTENCES, first=400),  # an advertisement of some minutes before it
        vtt([" ".join(SENTENCES)], seconds=120),  # cut otherwise
        vtt([half for one in SENTENCES for half in halves(one)], seconds=10),
        vtt([one.replace(",", "").lower() for one in SENTENCES]),  # replaced by one with other punctuation
        "\n\n".join(f"{'AB'[at % 2]} Quill: {one}" for at, one in enumerate(SENTENCES)),  # without times
    ],
    ids=["same", "later", "moved", "joined", "halved", "replaced", "untimed"],
)
def test_words_are_found_again(make_library: MakeLibrary, now: str) -> None:
    pointer = pointer_to(make_library({"bridge.vtt": ORIGINAL}), WORDS)
    found = shown(make_library({"bridge.vtt": now}), pointer)
    assert found is not None
    assert found[0].startswith("it carried two of the pillars into the valle")
    assert not found[1]


@pytest.mark.parametrize("at", [0, 3])
def test_of_words_that_are_said_twice_the_nearest_are_meant(make_library: MakeLibrary, at: int) -> None:
    twice = [*SENTENCES[:3], SENTENCES[2], *SENTENCES[3:]]
    library = make_library({"bridge.vtt": vtt(twice)})
    pointer = pointer_to(library, WORDS)
    pointer = replace(pointer, segment=2 + at // 3, second=40 + 20 * (at // 3))
    now = make_library({"bridge.vtt": vtt(["Welcome to the show, and to the valley.", *twice], first=-20 + 20)})
    episode = now.episode("bridge")
    assert episode is not None
    place = place_of_pointer(now, episode, pointer)
    assert place is not None
    assert place.segment.index == 3


def test_corrected_words_are_told_and_what_stands_there_is_shown(make_library: MakeLibrary) -> None:
    pointer = pointer_to(make_library({"bridge.vtt": ORIGINAL}), WORDS)
    corrected = [one.replace("two of the pillars", "three of the arches") for one in SENTENCES]
    for now in (vtt(corrected), vtt([one for pair in map(halves, corrected) for one in pair], seconds=10)):
        found = shown(make_library({"bridge.vtt": now}), pointer)
        assert found is not None
        assert "it carried three of the a" in found[0]
        assert found[1]


def test_without_times_what_stands_in_the_same_segment_is_shown(make_library: MakeLibrary) -> None:
    text = "\n\n".join(f"{'AB'[at % 2]} Quill: {one}" for at, one in enumerate(SENTENCES))
    pointer = pointer_to(make_library({"bridge.txt": text}), WORDS)
    assert pointer.second is None
    found = shown(make_library({"bridge.txt": text.replace("two of the pillars", "three arches")}), pointer)
    assert found is not None
    assert found[0].startswith("it carried three arches into the valley.")
    assert found[1]
    assert shown(make_library({"bridge.txt": "A Quill: All is gone.\n\nB Quill: Indeed."}), pointer) is None


def test_words_after_the_end_of_a_shorter_transcript_are_nowhere(make_library: MakeLibrary) -> None:
    pointer = pointer_to(make_library({"bridge.vtt": vtt(["All right.", *SENTENCES])}), "the mill is gone")
    assert shown(make_library({"bridge.vtt": vtt(["A new beginning.", "And an end."])}), pointer) is None


def segment_shown(library: Library, address: SegmentAddress) -> tuple[str, bool] | None:
    episode = library.episode("bridge")
    assert episode is not None
    place = place_of_segment(library, episode, address)
    return (place.segment.text["en"], place.corrected) if place else None


def test_a_segment_is_known_by_its_words_then_by_its_second(make_library: MakeLibrary) -> None:
    library = make_library({"bridge.vtt": vtt([*SENTENCES, "Yes."])})
    episode, segments = library.episode("bridge"), library.segments("bridge", 0, 99)
    addresses = [segment_address(episode_key(episode), each, "en") for each in segments]
    for address, segment in zip(addresses, segments, strict=True):
        assert decode(encode(address)) == address
        assert segment_shown(library, address) == (segment.text["en"], False)
    later = make_library({"bridge.vtt": vtt(["Welcome to the show.", *SENTENCES], first=40)})
    assert segment_shown(later, addresses[2]) == (SENTENCES[2], False)
    corrected = make_library({"bridge.vtt": vtt([*SENTENCES[:2], "Everything was different.", *SENTENCES[3:], "No."])})
    assert segment_shown(corrected, addresses[2]) == ("Everything was different.", True)
    assert segment_shown(corrected, addresses[-1]) == ("No.", False)  # too few words to be known by
    assert segment_shown(make_library({"bridge.vtt": vtt(SENTENCES[:1])}), addresses[-1]) is None


def test_a_chapter_is_known_by_its_title_then_by_its_second() -> None:
    def chapters(*titles: str) -> list[Chapter]:
        return [Chapter(at, {"en": one}, at * 60.0, at * 60.0 + 60, {}, 0, 0) for at, one in enumerate(titles, 1)]

    before = chapters("Ice", "Stone", "Ice")
    addresses = [chapter_address(b"12345", each, "en") for each in before]
    assert [place_of_chapter(before, each) for each in addresses] == [(each, False) for each in before]
    after = chapters("Hello", "Mills", "Stone")
    assert place_of_chapter(after, addresses[1]) == (after[2], False)
    assert place_of_chapter(after, addresses[2]) == (after[2], True)
    assert place_of_chapter(after, ChapterAddress(b"12345", 1, "en", 3, 0)) is None
    assert place_of_chapter(after, ChapterAddress(b"12345", 1, "en", None, 0)) == (after[0], True)
    assert place_of_chapter(after, ChapterAddress(b"12345", 9, "en", None, 0)) is None
