"""Words that were said twice: a clip folds into what it was cut from, and nothing else folds."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import script
from tests.transcript.search.found import first
from transcript.library import Library
from transcript.search import search


def test_a_clip_that_is_said_again_folds_into_the_later_place(make_library: MakeLibrary) -> None:
    clip = "Nobody alive has counted the goats of Orval."
    library = make_library(
        {
            "a.txt": script(
                ("00:00", "Ada Quill", clip, "没有人数过奥瓦尔的山羊。"),
                ("00:20", "Ben Marsh", "Welcome to the show.", "欢迎收看节目。"),
                ("20:40", "Ada Quill", f"I asked the bishop. {clip} He wept.", "我问过主教。没有人数过奥瓦尔的山羊。"),
            )
        }
    )
    match = first(library, "nobody alive has counted the goats")
    assert match.segment == 2
    assert match.also == (("a", 0, 0.0),)


@pytest.mark.parametrize(
    ("query", "start", "clip"),
    [("bumpgate", 1848.0, 61.0), ("very fun", 1891.0, 61.0), ("50%", 3256.0, 42.0)],
)
def test_a_clip_comes_after_what_it_was_cut_from(shipped: Library, query: str, start: float, clip: float) -> None:
    match = first(shipped, query)
    assert match.start == start
    assert clip in [time for _, _, time in match.also]
    times = [time for _, _, time in match.also if time is not None]
    assert times == sorted(times)


def test_the_same_two_words_said_of_different_things_are_two_matches(shipped: Library) -> None:
    balls = search(shipped, "solder balls").matches
    assert [match.start for match in balls] == [1899.0, 1940.0]
    both = search(shipped, "openai microsoft").matches
    assert not any(match.also for match in both)


def test_no_match_names_another_speakers_words(shipped: Library) -> None:
    for query in ("very fun", "no i dont", "I don't believe that", "GPU", "power"):
        for match in search(shipped, query).matches:
            places = [shipped.segments(slug, segment, segment)[0] for slug, segment, _ in match.also]
            assert {segment.speaker for segment in places} <= {match.speaker}
