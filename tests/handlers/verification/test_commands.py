"""`/verify` and "Check quote": the verdict as whoever asked sees it."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.handlers.stage import Stage
from tests.handlers.verification.checking import ALTERED, CARD, check
from transcript.library import Library


async def test_verify_shows_what_was_changed_to_the_asker_alone(stage: Stage) -> None:
    answer = await stage.ask("verify", claim=f"“{ALTERED}” — Dylan Patel")
    assert answer.private
    assert answer.lines[:4] == CARD
    assert answer.lines[4].startswith("GPT4.5's Flop, Grok 4")
    assert answer.lines[5].startswith("-# The Impact of AI on the Job Market")
    assert answer.buttons[:2] == ["Context", "中文"]
    assert answer.buttons[-1] == "Post verdict"


@pytest.mark.parametrize(
    ("claim", "heading", "words", "who"),
    [
        (
            "“The word AGI has no meaning anymore.” — Dylan Patel",
            "✅ **Verbatim**: said in these words",
            "> The word AGI has no meaning anymore.",
            "**Dylan Patel** · 8:57",
        ),
        (
            "“The word AGI has no meaning anymore.” — Matthew Berman",
            "👥 **Said by somebody else**: Dylan Patel, not Matthew Berman",
            "> The word AGI has no meaning anymore.",
            "**Dylan Patel** · 8:57",
        ),
        (
            "Microsoft has fewer lawyers than God",
            "⚠️ **Altered** — how many, or how often",
            "> Theoretically, OpenAI's board gets to decide when OpenAI hits AGI, but then if that happens, Microsoft "
            "will just sue the shit out of them, and Microsoft has **more** lawyers than God.",
            "**Dylan Patel** · 17:30",
        ),
        (
            "微软的律师不多",
            "⚠️ **Altered** — a negation",
            "> 理论上是 OpenAI 的董事会来决定,但真到那时,微软肯定会把他们告个底朝天,微软的律师**多**得吓人。",
            "**Dylan Patel** · 17:30",
        ),
        (
            "微软的律师多得吓人",
            "✅ **Verbatim in the translation**",
            "> 微软的律师多得吓人。",
            "**Dylan Patel** · 17:30",
        ),
    ],
)
async def test_each_verdict_says_its_word_and_the_words(
    stage: Stage, claim: str, heading: str, words: str, who: str
) -> None:
    answer = await stage.ask("verify", claim=claim)
    assert answer.lines[0] == heading
    assert {words, who} <= set(answer.lines)
    assert sum(line.startswith("-#") for line in answer.lines) <= 2


async def test_the_words_of_two_people_are_told_as_such(stage: Stage) -> None:
    claim = "The word AGI has no meaning anymore. It's amorphous, yeah."
    credited = await stage.ask("verify", claim=f"“{claim}” — Dylan Patel")
    assert credited.lines[0] == "👥 **Said by several people**: Dylan Patel, Matthew Berman"
    answer = await stage.ask("verify", claim=claim)
    assert "-# the words of Dylan Patel, Matthew Berman" in answer.lines


async def test_a_close_quote_shows_the_words_of_both(stage: Stage) -> None:
    answer = await stage.ask("verify", claim="“Apple is a very very conservative company” — Dylan Patel")
    assert answer.lines[:2] == [
        "🟢 **Close**, the meaning is kept — small words",
        "> Yes, I think Apple is like very very conservative company.",
    ]
    assert "-# claimed: Apple is a very very conservative company" in answer.lines


async def test_what_is_not_found_says_what_was_searched_and_never_that_it_is_fake(stage: Stage) -> None:
    answer = await stage.ask("verify", claim="“NVIDIA will buy all the lighthouses of Norway next year” — Dylan Patel")
    assert answer.private
    assert answer.lines[0] == "❔ **Not found**: nobody says this in what was searched"
    assert "-# 1 episode was searched · 2025-06-30" in answer.lines
    assert "fake" not in answer.text.casefold()
    for label in answer.buttons:
        assert (await stage.press(answer, label)).private


async def test_a_translation_is_told_as_one_and_turns_over_to_what_was_said(stage: Stage) -> None:
    answer = await stage.ask("verify", claim="微软的律师多得吓人")
    assert answer.lines[0] == "✅ **Verbatim in the translation**"
    assert answer.lines[2] == "> 微软的律师多得吓人。"
    assert answer.lines[3].startswith("The original: “Theoretically, OpenAI's board gets to decide")
    assert "Microsoft has more lawyers than God" in answer.lines[3]
    assert "not those that were spoken" not in answer.text
    turned = await stage.press(answer, "English")
    assert turned.private
    assert "Microsoft has more lawyers than God" in turned.words


async def test_context_and_candidates_open_beside_the_verdict(stage: Stage) -> None:
    answer = await stage.ask("verify", claim=ALTERED)
    context = await stage.press(answer, "Context")
    assert context.message.id != answer.message.id
    assert context.private
    assert "Open source versus closed source." in context.text
    following = await stage.press(answer, "Next candidate")
    assert following.private
    assert "2 of " in following.lines[-1]


async def test_several_quotes_get_a_verdict_each(stage: Stage) -> None:
    claim = "“The word AGI has no meaning anymore.” and “Microsoft has fewer lawyers than God”"
    answer = await stage.ask("verify", claim=claim)
    assert answer.text.count("**Verbatim**") == answer.text.count("**Altered**") == 1


async def test_five_long_quotes_stay_within_discords_limits(stage: Stage, shipped: Library) -> None:
    segments = shipped.segments("2025-06-30-dylan-patel", 0, 204)
    long = sorted((segment.text["en"] for segment in segments), key=len)[-5:]
    message = await stage.alice.send(
        stage.channel, "\n\n".join(f"“{text[:380].replace('is', 'was')}”" for text in long)
    )
    answer = await check(stage, message)
    assert answer.text.count("**Dylan Patel**") >= 4


async def test_a_long_thread_says_how_many_were_checked_and_offers_the_next(stage: Stage) -> None:
    quotes = ["The word AGI has no meaning anymore", "Microsoft has more lawyers than God", ALTERED] * 2
    thread = "\n\n".join(f"“{quote}” — Dylan Patel" for quote in [*quotes, "There's very little *usage* of it."])
    answer = await check(stage, await stage.bob.send(stage.channel, thread))
    assert answer.text.count("**Dylan Patel**") == 5
    assert "-# 5 of 7 quotes were checked." in answer.lines
    assert answer.lines[-4:] == [
        "> There are no top researchers I know for sure are going there",
        "> — Dylan Patel",
        "> There's very little usage of it.",
        "> — Dylan Patel",
    ]
    following = await stage.press(answer, "Check more")
    assert following.private
    assert following.message.id != answer.message.id
    assert [line for line in following.lines if ("**" in line and " — " in line) or "✅" in line] == [
        "⚠️ **Altered** — a negation",
        "✅ **Verbatim**: said in these words",
    ]
    assert "quotes were checked" not in following.text


async def test_a_long_quote_that_is_not_checked_is_left_to_verify(stage: Stage) -> None:
    long = "goats and bridges " * 40
    thread = "\n\n".join(f"“{quote}”" for quote in [*(f"The word AGI has no meaning {n}" for n in "abcde"), long])
    answer = await check(stage, await stage.bob.send(stage.channel, thread))
    assert answer.lines[-2:] == [
        "-# 5 of 6 quotes were checked.",
        "-# The next one is long: check it with /verify.",
    ]
    assert "Check more" not in answer.buttons


@pytest.mark.parametrize(
    "claim", ["\0\0\0\0\0", "😀" * 700, "@everyone " * 100, "“" * 1500, "\ud800abcde", "— — — — —"]
)
async def test_any_claim_gets_a_verdict(stage: Stage, claim: str) -> None:
    answer = await stage.ask("verify", claim=claim)
    assert answer.private
    assert ("**Not found**" in answer.text) is ("abcde" in claim)
    assert (answer.text == "There are no words in it to check.") is ("abcde" not in claim)


async def test_speakers_are_offered_and_an_unknown_one_is_told(stage: Stage) -> None:
    assert [c["value"] for c in await stage.offered("verify", "speaker", "mat")] == ["Matthew Berman"]
    answer = await stage.ask("verify", claim=ALTERED, speaker="Zaphod")
    assert answer.lines[0] == "Nobody called “Zaphod” speaks here. Choose:"


async def test_the_speaker_option_is_who_it_is_credited_to(stage: Stage) -> None:
    answer = await stage.ask("verify", claim="The word AGI has no meaning anymore.", speaker="matthew")
    assert answer.lines[0] == "👥 **Said by somebody else**: Dylan Patel, not Matthew Berman"


class TestEmpty:
    @pytest.fixture
    def library(self, make_library: MakeLibrary) -> Library:
        return make_library({"broken.txt": "no stamps"})

    async def test_without_a_transcript_it_says_so(self, stage: Stage) -> None:
        answer = await stage.ask("verify", claim="anything at all")
        assert answer.text == "There are no episodes yet. Whoever manages this server can add some: /library add."
        message = await stage.alice.send(stage.channel, "“anything at all”")
        assert (await check(stage, message)).text == answer.text
