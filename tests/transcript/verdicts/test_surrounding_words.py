"""Words around the quotation marks of a claim may have been said with the quote, or be a comment on it."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, script
from tests.transcript.verdicts.single import one
from transcript.library import Library


@pytest.mark.parametrize(
    ("said", "altered"),
    [
        (
            "People told me “the old stone bridge will fall down” every day and I never once believed any of them.",
            "People told me “the old stone bridge will fall down” every day and I always believed all of them.",
        ),
        ("大家都对我说“桥就要塌了”，可是我从来没有相信过他们。", "大家都对我说“桥就要塌了”，可是我一直相信他们。"),
    ],
)  # fmt: skip
def test_what_stands_around_a_quote_may_have_been_said_with_it(
    make_library: MakeLibrary, said: str, altered: str
) -> None:
    english = said if "People" in said else ""
    library = make_library(
        {"goats.txt": script(("00:01", ADA, "We begin.", "我们开始。"), ("00:05", BEN, english or "-", said))}
    )
    for form in ("{}", "Ben Marsh: {}", "{} — Ben Marsh", "> {}\n— Ben Marsh"):
        assert one(library, form.format(said)).kind == "verbatim"
        assert one(library, form.format(said)).claim == said
        assert one(library, form.format(altered)).kind == "altered"
    assert one(library, f"Ada Quill: {said}").kind == "misattributed"


def test_who_is_named_behind_a_sentence_that_ends_with_a_quote_said_it_whole(make_library: MakeLibrary) -> None:
    said = "他每天都在电台里很大声地告诉我们大家“那座桥马上就要塌了”。"
    library = make_library({"goats.txt": script(("00:01", ADA, "We begin.", "我们开始。"), ("00:05", BEN, "-", said))})
    for name, kind in ((BEN, "verbatim"), (ADA, "misattributed")):
        verdict = one(library, f"{said} — {name}")
        assert (verdict.claim, verdict.kind) == (said, kind)


def test_what_stands_around_a_quote_may_be_a_comment(library: Library) -> None:
    comment = "I was walking home and heard “They ran out of granite” on the show, and it made my day"
    for claim, kind in (
        (comment, "verbatim"),
        (f"Ada Quill: {comment}", "verbatim"),
        (f"{comment} — Ben", "misattributed"),
    ):
        verdict = one(library, claim)
        assert (verdict.claim, verdict.kind) == ("They ran out of granite", kind)
