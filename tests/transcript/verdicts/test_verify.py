"""A verdict on each claimed quote: what was said, by whom, where, and nothing false is ever called verbatim."""

from __future__ import annotations

import unicodedata

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, BRIDGES, CORA, LAMPS, script
from transcript.language import tagging
from transcript.library import Library, passage_of
from transcript.models import Citation
from transcript.verdicts import Verdict, verify


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    """Two episodes: of bridges, and of lamps."""
    return make_library({"bridges.txt": BRIDGES, "lamps.txt": LAMPS})


def one(library: Library, claim: str, speaker: str | None = None) -> Verdict:
    verdicts = verify(library, claim, speaker=speaker)
    assert len(verdicts) == 1
    return verdicts[0]


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


def test_who_is_said_to_have_said_it(library: Library) -> None:
    assert one(library, "they ran out of granite").claimed_speaker is None
    assert one(library, "they ran out of granite", speaker="ada").kind == "verbatim"
    assert one(library, "they ran out of granite", speaker="ben mrash").claimed_speaker == BEN
    assert one(library, "they ran out of granite - Ada", speaker="Ben Marsh").kind == "verbatim"
    assert one(library, "“they ran out of granite” - the bridge podcast").kind == "verbatim"
    assert one(library, "“nobody ever said these purple words” — Cora").claimed_speaker == CORA


def test_words_of_two_are_not_one_speakers(library: Library) -> None:
    claim = "The bridge at Orval was never finished. They ran out of granite. Who paid for it, then?"
    assert (one(library, claim).kind, one(library, claim).voices) == ("close", (ADA, BEN))
    assert one(library, f"“{claim}” — Ada Quill").kind == "misattributed"
    assert one(library, f"“{claim}” — Ben Marsh").kind == "misattributed"
    assert one(library, "Who paid for it, then? A widow who sold pickled herring.").voices == (BEN, ADA)
    other = "Goats do. On Sundays the goats cross it twice, and the bishop counts them."
    assert one(library, f"“{other}” — Ada Quill").voices == (ADA,)


@pytest.mark.parametrize("claim", ["Ada says that goats will cross the bridge tomorrow.", "Ada 说山羊明天要过桥。"])
def test_who_is_said_to_have_said_it_may_be_a_part_of_what_was_said(make_library: MakeLibrary, claim: str) -> None:
    told = ("00:05", BEN, "And Ada says that goats will cross the bridge tomorrow.", "而 Ada 说山羊明天要过桥。")
    own = ("00:09", ADA, "Goats will cross the bridge tomorrow.", "山羊明天要过桥。")
    library = make_library({"goats.txt": script(told)})
    assert (one(library, claim).speaker, one(library, claim).claimed_speaker) == (BEN, None)
    assert one(library, claim).kind == "verbatim"
    assert one(library, f"> {claim}\nBen Marsh").kind == "verbatim"
    assert one(library, f"> {claim}\nCora Finch").kind == "misattributed"
    library = make_library({"goats.txt": script(("00:01", ADA, "We begin.", "我们开始。"), own)})
    assert (one(library, claim).speaker, one(library, claim).claimed_speaker) == (ADA, ADA)
    assert one(library, claim).kind == "verbatim"


def test_who_is_said_to_have_said_it_may_be_the_end_of_what_was_said(make_library: MakeLibrary) -> None:
    told = (
        "00:05",
        BEN,
        "Goats will cross the bridge tomorrow, as Ada says. Or not.",
        "山羊明天要过桥，正如 Ada 所说。",
    )
    library = make_library({"goats.txt": script(("00:01", ADA, "We begin.", "我们开始。"), told)})
    for claim in ("Goats will cross the bridge tomorrow, as Ada says.", "山羊明天要过桥，正如 Ada 所说"):
        assert (one(library, claim).kind, one(library, claim).claimed_speaker) == ("verbatim", None)
        assert one(library, f"> {claim}\nCora Finch").kind == "misattributed"
    assert one(library, "Goats will cross the bridge tomorrow, Ada said.").kind == "misattributed"
    assert one(library, "Goats will cross the bridge tomorrow, said Ben").kind == "verbatim"


def test_what_credits_a_quote_may_have_been_said_in_the_segment_after_it(make_library: MakeLibrary) -> None:
    first = ("00:05", BEN, "Goats will cross the old stone bridge tomorrow morning.", "")
    second = ("00:15", BEN, "They will eat the green grass there, as Ada says.", "")
    library = make_library({"goats.txt": script(("00:01", ADA, "We begin.", ""), first, second)})
    claim = "Goats will cross the old stone bridge tomorrow morning. They will eat the green grass there, as Ada says."
    assert (one(library, claim).kind, one(library, claim).claimed_speaker) == ("verbatim", None)
    other = ("00:15", BEN, "As Ada says, they eat the green grass there.", "")
    library = make_library({"goats.txt": script(("00:01", ADA, "We begin.", ""), first, other)})
    claim = "Goats will cross the old stone bridge tomorrow morning, as Ada says."
    assert (one(library, claim).kind, one(library, claim).claimed_speaker) == ("verbatim", None)


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


def test_who_says_all_of_it_comes_before_two_who_say_it_together(make_library: MakeLibrary) -> None:
    turns = [("00:01", ADA, "So you do or you do not? No, I do not. It is odd.", "")]
    turns += [(f"{at:02}:09", BEN, f"Number {at} was a goat.", "") for at in range(2, 18)]
    library = make_library(
        {
            "goats.txt": script(
                *turns, ("20:00", ADA, "So you do or you do not?", ""), ("20:05", BEN, "No, I do not.", "")
            )
        }
    )
    verdict = one(library, "So you do or you do not? No, I do not. — Ada")
    assert (verdict.kind, verdict.segment) == ("verbatim", 0)


@pytest.mark.parametrize("first", [ADA, BEN])
def test_who_is_named_may_repeat_what_another_just_said(make_library: MakeLibrary, first: str) -> None:
    second = BEN if first == ADA else ADA
    library = make_library(
        {
            "goats.txt": script(
                ("05:00", first, "Oh, the stone alone, not the whole bridge with its goats.", ""),
                ("05:05", second, "The stone alone.", ""),
                ("05:09", first, "It was a heavy one.", ""),
            )
        }
    )
    for name, at in ((first, 0), (second, 1)):
        verdict = one(library, f"“The stone alone.” — {name}")
        assert (verdict.kind, verdict.speaker, verdict.segment) == ("verbatim", name, at)
    assert one(library, "“The stone alone.” — Cora Finch").kind == "misattributed"


def test_a_claim_that_ends_in_a_mark_of_elision_is_one(make_library: MakeLibrary) -> None:
    library = make_library({"goats.txt": script(("00:05", BEN, "Goats will cross the bridge tomorrow. Or not.", ""))})
    assert one(library, "Goats will cross the bridge …").kind == "verbatim"


def test_who_is_named_within_another_name_said_nothing(make_library: MakeLibrary) -> None:
    said = ("00:05", BEN, "And Canada says that goats will cross the bridge tomorrow.", "")
    library = make_library({"goats.txt": script(said, ("00:09", ADA, "Goats do.", ""))})
    verdict = one(library, "Ada says that goats will cross the bridge tomorrow.")
    assert (verdict.kind, verdict.reasons, verdict.claimed_speaker) == ("altered", ("hearsay",), ADA)


@pytest.mark.parametrize("long", [30, 54, 78])
@pytest.mark.parametrize("apart", [1, 2, 3])
def test_of_those_who_say_the_same_the_one_that_is_named(make_library: MakeLibrary, long: int, apart: int) -> None:
    words = [f"{first}{second}{third}" for first in "bdfk" for second in "aeiou" for third in ("lo", "mi", "nu", "ra")]
    passage = " ".join(words[:long])
    between = [("00:09", ADA if at % 2 else BEN, f"Number {at} was a goat.", "") for at in range(apart)]
    before = [("00:01", BEN, f"We begin with bridge {at}.", "") for at in range(5)]
    turns = [*before, ("00:05", ADA, passage, ""), *between, ("00:20", BEN, passage, "")]
    library = make_library({"goats.txt": script(*turns)})
    for name in (ADA, BEN):
        verdict = one(library, f"“{passage}” — {name}")
        assert (verdict.kind, verdict.speaker) == ("verbatim", name)


def test_what_lies_between_two_fragments_from_elsewhere_is_found(shipped: Library) -> None:
    head = shipped.episodes[0]
    words = [one.text["en"].split() for one in shipped.segments(head.slug, 0, head.segments - 1)]
    claim = " … ".join(
        (" ".join(words[9][:6]), " ".join([*words[51][:30], "purple", *words[51][31:90]]), " ".join(words[150][:6]))
    )
    assert (one(shipped, claim).kind, one(shipped, claim).segment) == ("altered", 51)


def test_a_word_replaced_in_a_long_fragment_is_told_with_what_is_elided(shipped: Library) -> None:
    head = shipped.episodes[0]
    words = shipped.segments(head.slug, 51, 51)[0].text["en"].split()
    claim = " ".join([*words[:10], "…", *words[16:40], "purple", *words[41:90]])
    verdict = one(shipped, claim)
    assert (verdict.kind, verdict.segment, verdict.stitched) == ("altered", 51, ())
    assert [claimed for _, claimed in verdict.changes] == ["purple"]
    assert len(verdict.left_out) == 1


def test_each_quote_has_its_verdict(library: Library) -> None:
    verdicts = verify(library, "“They ran out of granite.” — Ada\n“Only with a felt hat, and only in summer.” — Cora")
    assert [(verdict.kind, verdict.claimed_speaker) for verdict in verdicts] == [("verbatim", ADA), ("altered", CORA)]


def test_an_elision(library: Library) -> None:
    verdict = one(library, "Every lamp in the harbour … smells of thunder")
    assert (verdict.kind, verdict.left_out) == ("close", ("burns whale oil, which",))


def test_fragments_from_afar_are_told_as_stitched(library: Library) -> None:
    verdict = one(library, "“The bridge at Orval was never finished … a widow who sold pickled herring” — Ada")
    assert verdict.kind == "close"
    verdict = one(library, "Every lamp in the harbour burns whale oil. The goats cross it twice.")
    assert verdict.stitched == ()


def test_stitched_over_an_episode(make_library: MakeLibrary) -> None:
    between = [(f"{minute:02}:30", BEN, f"And what of the {minute} boats, then?", "") for minute in range(1, 30)]
    library = make_library(
        {
            "lund.txt": script(
                ("00:00", ADA, "The harbour at Lund freezes over every January.", ""),
                *between,
                ("40:00", ADA, "Nobody has seen the emperor's penguins since.", ""),
            )
        }
    )
    claim = "The harbour at Lund freezes over every January. Nobody has seen the emperor's penguins since."
    verdict = one(library, claim)
    assert (verdict.kind, verdict.stitched) == ("close", ((0, 0.0), (30, 2400.0)))
    assert one(library, f"“{claim}” — Ben Marsh").kind == "misattributed"


def test_sentences_in_another_order_are_told_as_stitched(library: Library) -> None:
    verdict = one(library, "A widow who sold pickled herring. The bridge at Orval was never finished.")
    assert (verdict.kind, verdict.stitched) == ("close", ((2, 15.0), (0, 0.0)))


def test_the_passage_before_its_teaser_and_the_right_speaker_before_another(make_library: MakeLibrary) -> None:
    said = "The emperor keeps eleven penguins in the cellar."
    other = " ".join(f"Number {number} went to the harbour." for number in range(30))
    library = make_library(
        {
            "penguins.txt": script(
                ("00:00", BEN, said, ""),
                ("00:10", BEN, other, ""),
                ("10:00", ADA, said, ""),
                ("10:10", ADA, other, ""),
                ("20:00", BEN, said, ""),
            )
        }
    )
    assert one(library, said).start == 600.0
    assert one(library, f"{said} - Ben").start == 1200.0
    assert one(library, f"{said} - Ada").kind == "verbatim"


def test_who_says_it_only_at_the_beginning_said_it_there(make_library: MakeLibrary) -> None:
    said = "The emperor keeps eleven penguins in the cellar."
    other = " ".join(f"Number {number} went to the harbour." for number in range(30))
    turns = (("00:00", BEN, said, ""), ("00:10", ADA, other, ""), ("10:00", ADA, said, ""))
    library = make_library({"penguins.txt": script(*turns)})
    assert (one(library, f"{said} - Ben").kind, one(library, f"{said} - Ben").start) == ("verbatim", 0.0)


@pytest.mark.parametrize("claim", ["", " ", "🙂", "\0", '"""', "https://example.com", "> ", "的", "!", "not", "the"])
def test_there_is_always_a_verdict(library: Library, claim: str) -> None:
    assert len(verify(library, claim)) == 1


def test_a_condition_is_seen_where_the_words_are_said_again_right_after(make_library: MakeLibrary) -> None:
    words = (
        "I think that you are right, there are a lot more kinds of bridges than there were. And if you think about "
        "trying to walk over the wooden bridge or its granite one with your eyes closed, you're not going to get that "
        "far. And if you're blind, you're definitely not going to get that far."
    )
    library = make_library({"bridges.txt": f"(00:05) Ada Quill:\n{words}\n"})
    verdict = one(library, "“You're not going to get that far”")
    assert (verdict.kind, verdict.reasons) == ("altered", ("condition",))


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
