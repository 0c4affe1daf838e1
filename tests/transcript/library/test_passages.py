"""The passage that is shown: whole sentences, one speaker, a readable length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import MakeLibrary
from tests.transcript.scripts import BRIDGES, script
from transcript.language.normalise import word_edges
from transcript.library import Library
from transcript.library.passages import PASSAGE_LENGTH, passage_of
from transcript.models import Citation, Language


def test_a_sentence_that_runs_over_a_stamp_is_whole(make_library: MakeLibrary) -> None:
    library = make_library({"bridges.txt": BRIDGES})
    (head,) = library.episodes
    passage = passage_of(library, Citation(head.slug, 4, (20, 29), "en"))
    assert passage is not None
    assert passage.text == "Goats do. On Sundays the goats cross it twice, and the bishop counts them."
    assert [passage.text[a:b] for a, b in passage.spans] == ["the goats"]
    assert (passage.first, passage.last, passage.start) == (4, 5, 33.0)


def test_a_span_may_run_on_into_the_next_segment(make_library: MakeLibrary) -> None:
    library = make_library({"bridges.txt": BRIDGES})
    (head,) = library.episodes
    text = "Goats do. On Sundays the goats cross it twice"
    passage = passage_of(library, Citation(head.slug, 4, (10, len(text)), "en"))
    assert passage is not None
    assert [passage.text[a:b] for a, b in passage.spans] == ["On Sundays the goats cross it twice"]


def test_nobody_elses_words_are_joined_in(make_library: MakeLibrary) -> None:
    library = make_library({"bridges.txt": BRIDGES})
    (head,) = library.episodes
    passage = passage_of(library, Citation(head.slug, 1, (0, 3), "en"))
    assert passage is not None
    assert (passage.speaker, passage.text) == ("Ben Marsh", "Who paid for it, then?")


def test_a_passage_can_be_turned_over(make_library: MakeLibrary) -> None:
    library = make_library({"bridges.txt": BRIDGES})
    (head,) = library.episodes
    english = "The bridge at Orval was never finished. They ran out of granite."
    passage = passage_of(library, Citation(head.slug, 0, (english.index("granite"), len(english)), "en"), shown_in="zh")
    assert passage is not None
    assert passage.language == "zh"
    assert "花岗岩用完了" in passage.text


def test_a_language_that_is_missing_is_shown_in_the_one_there_is(make_library: MakeLibrary) -> None:
    library = make_library({"plain.txt": script(("00:00", "Ada Quill", "Only English here.", ""))})
    passage = passage_of(library, Citation(library.episodes[0].slug, 0, (0, 4), "en"), shown_in="zh")
    assert passage is not None
    assert (passage.language, passage.text) == ("en", "Only English here.")


def test_what_is_gone_is_none(make_library: MakeLibrary) -> None:
    library = make_library({"bridges.txt": BRIDGES})
    assert passage_of(library, Citation("no-such-episode", 0, (0, 1), "en")) is None
    assert passage_of(library, Citation(library.episodes[0].slug, 99, (0, 1), "en")) is None


@pytest.mark.parametrize("word", ["granite ", "花岗岩", "x"])
@pytest.mark.parametrize("at", [0, 2500, 4990])
def test_a_speech_without_punctuation_is_cut_at_words(make_library: MakeLibrary, word: str, at: int) -> None:
    speech = (word * 5000)[:5000].strip()
    library = make_library({"long.txt": script(("00:00", "Ada Quill", speech, ""))})
    segment = library.segments(library.episodes[0].slug, 0, 0)[0]
    language = next(iter(segment.text))
    passage = passage_of(library, Citation(library.episodes[0].slug, 0, (at, at + 7), language))
    assert passage is not None
    assert len(passage.text) <= PASSAGE_LENGTH + PASSAGE_LENGTH // 2
    if word != "x":
        assert passage.text.strip("…") in segment.text[language]
    if word == "granite ":
        assert set(passage.text.strip("…").split()) == {"granite"}


@given(st.data())
def test_any_place_has_a_passage_with_spans_on_word_edges(shipped: Library, data: st.DataObject) -> None:
    (head,) = shipped.episodes
    index = data.draw(st.integers(0, head.segments - 1))
    language: Language = data.draw(st.sampled_from(["en", "zh"]))
    text = shipped.segments(head.slug, index, index)[0].text[language]
    span = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text) + 200))))
    passage = passage_of(shipped, Citation(head.slug, index, (span[0], span[1]), language))
    assert passage is not None
    assert 0 < len(passage.text) <= PASSAGE_LENGTH + PASSAGE_LENGTH // 2
    for start, end in passage.spans:
        assert 0 <= start < end <= len(passage.text)
        assert word_edges(passage.text, start, end) == (start, end)
