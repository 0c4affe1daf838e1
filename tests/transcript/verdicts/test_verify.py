"""A verdict on each claimed quote: what was said, by whom, where, and nothing false is ever called verbatim."""

from __future__ import annotations

import unicodedata

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, CORA
from tests.transcript.verdicts.single import one
from transcript.language import tagging
from transcript.library import Library, passage_of
from transcript.models import Citation
from transcript.verdicts import Verdict, verify


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Goats fear wolves in that valley.", "Wolves fear goats in that valley."),
        ("The uncle taught the bishop how to fence.", "The bishop taught the uncle how to fence."),
        ("The war broke out before the harvest was in.", "The harvest was in before the war broke out."),
        ("More women than men finish the race.", "More men than women finish the race."),
        ("老师骗了学生很多年。", "学生骗了老师很多年。"),
    ],
)
def test_the_same_words_in_another_order_are_altered_and_not_lost(
    make_library: MakeLibrary, said: str, claim: str
) -> None:
    verdict = one(make_library({"show.txt": f"[00:05] Ada: {said}\n[00:15] Ben: So it was.\n"}), claim)
    assert (verdict.kind, verdict.segment) == ("altered", 0)


@pytest.mark.parametrize(
    ("claim", "kind", "place"),
    [
        ("“The bridge at Orval was never finished.” — Ada Quill", "verbatim", ("bridges", 0)),
        ("she spent forty million crowns on it", "verbatim", ("bridges", 2)),
        ("> On Sundays the goats cross it twice\n— Ada", "verbatim", ("bridges", 4)),
        ("Cora: every lamp in the harbor burns whale oil", "verbatim", ("lamps", 0)),
        ("「奥瓦尔的桥从未完工」—— Ada Quill", "verbatim", ("bridges", 0)),
        ("「奧瓦爾的橋從未完工」", "verbatim", ("bridges", 0)),
        ("“A widow who sold herring spent 40 million crowns on it.”", "altered", ("bridges", 2)),
        ("The bridge at Orval was never completed", "close", ("bridges", 0)),
        ("“她为它花费了四千万克朗”", "close", ("bridges", 2)),
        ("“The bridge at Orval was always finished.” — Ada Quill", "altered", ("bridges", 0)),
        ("“The bridge at Orval was finished.” — Ada Quill", "altered", ("bridges", 0)),
        ("She spent 45 million crowns on it.", "altered", ("bridges", 2)),
        ("Every lamp in the harbour burns olive oil, which smells of thunder", "altered", ("lamps", 0)),
        ("「奥瓦尔的桥早已完工」", "altered", ("bridges", 0)),
        ("她为它花了五千万克朗", "altered", ("bridges", 2)),
        ("“They ran out of granite.” — Ben Marsh", "misattributed", ("bridges", 0)),
        ("Cora: they ran out of granite", "misattributed", ("bridges", 0)),
        ("“They ran out of granite.” — Elon Musk", "misattributed", ("bridges", 0)),
        ("“没有人过桥吗?” —— Ada Quill", "misattributed", ("bridges", 3)),
        ("The bridge was torn down by engineers from the north last winter", "not_found", None),
        ("“Kerosene is the future of every harbour.” — Cora Finch", "not_found", None),
        ("「这座大桥明年就会被政府拆除」", "not_found", None),
        # common words in common make no altered quote
        ("Can you put it out with him?", "not_found", None),
        ("and nobody does it?", "not_found", None),
    ],
)
def test_verdicts(library: Library, claim: str, kind: str, place: tuple[str, int] | None) -> None:
    verdict = one(library, claim)
    assert verdict.kind == kind
    assert (None if verdict.episode is None else (verdict.episode, verdict.segment)) == place


def test_all_that_a_verdict_says(library: Library) -> None:
    verdict = one(library, "Ben: “She spent 45 million crowns on it.”")
    assert verdict == Verdict(
        claim="She spent 45 million crowns on it.",
        kind="altered",
        speaker=ADA,
        claimed_speaker=BEN,
        episode="bridges",
        segment=2,
        start=15.0,
        at=15.0,
        span=(34, 67),
        text="She spent 40 million crowns on it",
        language="en",
        changes=(("40 million crowns", "45 million crowns"),),
        reasons=("number",),
        diff=(
            ("same", "She spent", "She spent"),
            ("changed", "40 million crowns", "45 million crowns"),
            ("same", "on it", "on it"),
        ),
        candidates=verdict.candidates,
        voices=(ADA,),
    )


def test_the_span_is_what_a_passage_takes(library: Library) -> None:
    verdict = one(library, "On Sundays the goats cross it twice, and the bishop counts them.")
    assert (verdict.kind, verdict.segment, verdict.start) == ("verbatim", 4, 33.0)
    passage = passage_of(library, Citation("bridges", 4, verdict.span, "en"))
    assert passage is not None
    assert [passage.text[start:end] for start, end in passage.spans] == [
        "On Sundays the goats cross it twice, and the bishop counts them"
    ]


def test_a_translation_is_told_as_one(library: Library) -> None:
    assert one(library, "他们的花岗岩用完了").translation
    assert not one(library, "they ran out of granite").translation


def test_each_quote_has_its_verdict(library: Library) -> None:
    verdicts = verify(library, "“They ran out of granite.” — Ada\n“Only with a felt hat, and only in summer.” — Cora")
    assert [(verdict.kind, verdict.claimed_speaker) for verdict in verdicts] == [("verbatim", ADA), ("altered", CORA)]


@pytest.mark.parametrize("claim", ["", " ", "🙂", "\0", '"""', "https://example.com", "> ", "的", "!", "not", "the"])
def test_there_is_always_a_verdict(library: Library, claim: str) -> None:
    assert len(verify(library, claim)) == 1


def test_what_stands_word_for_word_is_not_looked_for_by_what_is_like_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("transcript.verdicts.retrieval.understand", fail)
    assert one(library, "The bridge at Orval was never finished.").kind == "verbatim"
    with pytest.raises(AssertionError):
        verify(library, "The bridge at Orval was always finished.")


def test_letters_and_what_stands_on_them_are_compared_together(make_library: MakeLibrary) -> None:
    said = "港の新しいガレージはドイツから運ばれてきました。"
    library = make_library({"show.txt": f"[00:05] 田中: {said}\n[00:15] 佐藤: はい、そうです。\n"})
    assert one(library, unicodedata.normalize("NFD", said)).kind == "verbatim"
    assert one(library, said.replace("ガ", "カ")).kind == "altered"
    assert [(word.start, word.end) for word in tagging.read_words("สามปี")] == [(0, 1), (1, 2), (2, 3), (3, 5)]
