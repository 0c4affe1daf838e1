"""`/verify`, "Check quote" and "Post correction", as moderators and members use them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import discord
import pytest
from discord import ui

from tests import limits
from tests.conftest import MakeLibrary
from tests.handlers.stage import Seen, Stage, seen, speaking
from transcript.library import Library

ALTERED = "There are no top researchers I know for sure are going there"


REAL = "There are some top researchers I know for sure are going there"


CARD = [
    "⚠️ **Altered**: 1 change",
    "> There are ~~some~~ **no** top researchers I know for sure are going there",
    f"-# the transcript: “{REAL}”",
    "**Dylan Patel** · 1:00:13",
]


@pytest.fixture
def moderator(stage: Stage) -> Any:
    role = stage.guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
    return stage.guild.add_member(stage.env.create_user("mo"), roles=[role])


async def check(stage: Stage, message: Any, *, by: Any = None) -> Seen:
    """What "Check quote" on that message answers."""
    return seen((await (by or stage.alice).context_menu(stage.channel, "Check quote", message)).response)


async def test_verify_shows_what_was_changed_to_the_asker_alone(stage: Stage) -> None:
    answer = await stage.ask("verify", claim=f"“{ALTERED}” — Dylan Patel")
    assert answer.private
    assert answer.lines[:4] == CARD
    assert answer.lines[4].endswith("Predictions for Super Intelligence · 2025-06-30")
    assert answer.lines[5] == "-# changed: “some” → “no”"
    assert answer.lines[6].startswith("-# just before: …with a lot of the talent they're hiring")
    assert answer.buttons[:2] == ["Context", "中文"]
    assert "Post correction" not in answer.buttons


@pytest.mark.parametrize(
    ("claim", "heading", "words", "who"),
    [
        (
            "“The word AGI has no meaning anymore.” — Dylan Patel",
            "✅ **Verbatim**: said in these words",
            "> The word AGI has no meaning anymore",
            "**Dylan Patel** · 8:57",
        ),
        (
            "“The word AGI has no meaning anymore.” — Matthew Berman",
            "👥 **Said by somebody else**: Dylan Patel, not Matthew Berman",
            "> The word AGI has no meaning anymore",
            "**Dylan Patel** · 8:57",
        ),
        (
            "Microsoft has fewer lawyers than God",
            "⚠️ **Altered**: 1 change",
            "> Microsoft has ~~more~~ **fewer** lawyers than God",
            "**Dylan Patel** · 17:30",
        ),
        ("微软的律师不多", "⚠️ **Altered**: 1 change", "> 微软的律师**不**多", "**Dylan Patel** · 17:30"),
        (
            "微软的律师多得吓人",
            "✅ **Verbatim**: said in these words",
            "> 微软的律师多得吓人",
            "**Dylan Patel** · 17:30",
        ),
    ],
)
async def test_each_verdict_says_its_word_and_the_words(
    stage: Stage, claim: str, heading: str, words: str, who: str
) -> None:
    answer = await stage.ask("verify", claim=claim)
    assert answer.lines[:2] == [heading, words]
    assert who in answer.lines


async def test_the_words_of_two_people_are_told_as_such(stage: Stage) -> None:
    claim = "The word AGI has no meaning anymore. It's amorphous, yeah."
    credited = await stage.ask("verify", claim=f"“{claim}” — Dylan Patel")
    assert credited.lines[0] == "👥 **Said by several people**: Dylan Patel, Matthew Berman"
    answer = await stage.ask("verify", claim=claim)
    assert "-# the words of Dylan Patel, Matthew Berman" in answer.lines


async def test_a_close_quote_shows_the_words_of_both(stage: Stage) -> None:
    answer = await stage.ask("verify", claim="“Apple is a very very conservative company” — Dylan Patel")
    assert answer.lines[0] == "🟢 **Close**: not word for word, the meaning is kept"
    assert "the transcript: “" in answer.text


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
    assert "-# these are the words of the translation, not those that were spoken" in answer.lines
    turned = await stage.press(answer, "English")
    assert turned.private
    assert "Microsoft has more lawyers than God" in turned.lines[0]


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


async def test_check_quote_reads_a_message_as_people_post_it(stage: Stage) -> None:
    message = await stage.alice.send(stage.channel, f"lol look 😂\n> {ALTERED}\n— @Dylan (1:00:13)")
    answer = await check(stage, message)
    assert answer.private
    assert answer.lines[:4] == CARD


async def test_check_quote_reads_embeds(stage: Stage) -> None:
    message = await stage.say(embed=discord.Embed(description=f"“{ALTERED}” — Dylan Patel"))
    assert (await check(stage, message)).lines[:4] == CARD


@pytest.mark.parametrize(
    "embed",
    [
        discord.Embed(description="The word AGI has no meaning anymore.").set_footer(text="Dylan Patel, 2025"),
        discord.Embed(description="The word AGI has no meaning anymore.").set_author(name="Dylan Patel (@dylan522p)"),
        discord.Embed(title="“The word AGI has no meaning anymore.”").set_footer(text="— Dylan"),
    ],
)
async def test_the_author_and_the_footer_of_an_embed_credit_its_words(stage: Stage, embed: discord.Embed) -> None:
    answer = await check(stage, await stage.say(embed=embed))
    assert answer.lines[0] == "✅ **Verbatim**: said in these words"
    assert "credited to" not in answer.text
    embed.description = (embed.description or embed.title or "").replace("no meaning", "a meaning")
    assert "⚠️ **Altered**" in (await check(stage, await stage.say(embed=embed))).text


async def test_an_embed_of_somebody_elses_words_is_told(stage: Stage) -> None:
    embed = discord.Embed(description="The word AGI has no meaning anymore.").set_author(name="Matthew Berman")
    answer = await check(stage, await stage.say(embed=embed.set_footer(text="Page 1 of 3")))
    assert answer.lines[0] == "👥 **Said by somebody else**: Dylan Patel, not Matthew Berman"


async def test_components_of_another_bot_are_read(stage: Stage) -> None:
    other = stage.guild.add_member(stage.env.create_user("quoter", bot=True))
    view: Any = ui.LayoutView()
    view.add_item(
        ui.Container(
            ui.Section(f"> {ALTERED}", accessory=ui.Thumbnail("https://example.com/a.png")),
            ui.TextDisplay("— Dylan Patel"),
        )
    )
    flags = discord.MessageFlags(components_v2=True).value
    stage.env.backend.create_message(stage.channel.id, other.id, "", components=view.to_components(), flags=flags)
    answer = await check(stage, stage.channel.last_message)
    assert answer.lines[:4] == CARD


async def test_a_poll_is_read(stage: Stage) -> None:
    poll = discord.Poll("Which of these did Dylan say?", timedelta(hours=1))
    poll.add_answer(text="Microsoft has more lawyers than God")
    poll.add_answer(text="Nobody here likes goats or bridges")
    answer = await check(stage, await stage.say(poll=poll))
    assert "✅ **Verbatim**: said in these words" in answer.text
    assert answer.text.count("**Not found**") == 1


async def test_a_name_of_nobody_known_is_told(stage: Stage) -> None:
    answer = await stage.ask("verify", claim="“The word AGI has no meaning anymore.” — Zaphod")
    assert answer.lines[0] == "✅ **Verbatim**: said in these words"
    assert "-# credited to “Zaphod”: nobody of that name speaks in what was searched" in answer.lines
    answer = await stage.ask("verify", claim="“NVIDIA will buy all the lighthouses of Norway” — Zaphod")
    assert "-# credited to “Zaphod”: nobody of that name speaks in what was searched" in answer.lines


async def test_a_message_without_text_says_what_to_do(stage: Stage) -> None:
    picture = await stage.alice.send(stage.channel, "", attachments=[("quote.png", b"\x89PNG")])
    answer = await check(stage, picture)
    assert answer.private
    assert answer.text == "That message has no text to check. For a picture, type its words into /verify."


@pytest.mark.parametrize("text", ["https://youtu.be/abc", "😂😂😂", "<:smile:123>", "<@123>", "."])
async def test_a_message_without_words_says_what_to_do(stage: Stage, text: str) -> None:
    message = await stage.alice.send(stage.channel, text)
    assert (await check(stage, message)).text.startswith("That message has no text to check.")


async def test_a_bots_message_without_a_quote_says_what_to_do(stage: Stage) -> None:
    shown = await stage.ask("at", time="1:00")
    answer = await check(stage, shown.message)
    assert answer.private
    assert answer.text.startswith("That is a bot's message without a quote in it.")


async def test_a_moderator_posts_the_correction_in_reply_and_pings_nobody(stage: Stage, moderator: Any) -> None:
    message = await stage.alice.send(stage.channel, f"> {ALTERED}\n— Dylan Patel")
    answer = await check(stage, message, by=moderator)
    assert answer.buttons[-1] == "Post correction"
    told = await stage.press(answer, "Post correction", by=moderator)
    assert told.private
    assert told.text == "The correction is posted."
    posted = stage.channel.last_message
    assert posted.reference.message_id == message.id
    assert not posted.mentions
    blocks = [block["content"] for block in posted.components[0].to_dict()["components"] if "content" in block]
    assert blocks[:3] == ["**What was really said**", f"> {REAL}.", "**Dylan Patel** · 1:00:13"]
    assert not any(name in "".join(blocks) for name in ("alice", "mo ", stage.alice.mention))


async def test_a_correction_is_not_posted_twice(stage: Stage, moderator: Any) -> None:
    message = await stage.alice.send(stage.channel, f"> {ALTERED}\n— Dylan Patel")
    answer = await check(stage, message, by=moderator)
    await stage.press(answer, "Post correction", by=moderator)
    labels = {each["label"]: each.get("disabled") for each in buttons(answer)}
    assert labels["Post correction"] is True
    assert not labels["Context"]


async def test_a_message_that_is_gone_gets_no_correction(stage: Stage, moderator: Any) -> None:
    message = await stage.alice.send(stage.channel, f"> {ALTERED}\n— Dylan Patel")
    answer = await check(stage, message, by=moderator)
    # SimCord takes a reply to a deleted message; this is what Discord answers.
    stage.env.inject_error("POST", "/channels/*/messages", status=400, code=50035)
    told = await stage.press(answer, "Post correction", by=moderator)
    assert told.private
    assert told.text == "The message that was checked is gone; nothing was posted."


async def test_a_stitched_quote_is_corrected_with_each_fragment(stage: Stage, moderator: Any) -> None:
    claim = "“The word AGI has no meaning anymore ... Microsoft has more lawyers than God” — Dylan Patel"
    message = await stage.alice.send(stage.channel, claim)
    answer = await check(stage, message, by=moderator)
    assert "-# stitched together from what was said at 8:57, 17:30" in answer.lines
    await stage.press(answer, "Post correction", by=moderator)
    blocks = [each["content"] for each in limits.walk([c.to_dict() for c in stage.channel.last_message.components])
              if "content" in each]  # fmt: skip
    assert [block for block in blocks if block.startswith("**Dylan Patel**")] == [
        "**Dylan Patel** · 8:57",
        "**Dylan Patel** · 17:30",
    ]


async def test_a_verdict_of_verify_posts_without_a_message_to_reply_to(stage: Stage, moderator: Any) -> None:
    answer = await stage.ask("verify", claim=ALTERED, by=moderator)
    await stage.press(answer, "Post correction", by=moderator)
    assert stage.channel.last_message.reference is None


async def test_who_may_not_manage_messages_cannot_post_even_with_the_button(stage: Stage, moderator: Any) -> None:
    message = await stage.alice.send(stage.channel, f"> {ALTERED}\n— Dylan Patel")
    answer = await check(stage, message, by=moderator)
    planted = await stage.plant(next(c["custom_id"] for c in buttons(answer) if c["label"] == "Post correction"))
    before = stage.channel.last_message.id
    told = await stage.press(planted, "old", by=stage.bob)
    assert told.private
    assert told.text == "Only those who may manage messages here can do that."
    assert stage.channel.last_message.id == before


def buttons(answer: Seen) -> list[dict[str, Any]]:
    return [each for each in limits.walk(answer.message.components) if each["type"] == limits.BUTTON]


async def test_where_the_bot_may_not_write_the_answer_itself_is_the_correction(stage: Stage, moderator: Any) -> None:
    message = await stage.alice.send(stage.channel, f"> {ALTERED}\n— Dylan Patel")
    answer = await check(stage, message, by=moderator)
    stage.env.inject_error("POST", "/channels/*/messages", status=403)
    posted = await stage.press(answer, "Post correction", by=moderator)
    assert not posted.private
    assert posted.lines[:2] == ["**What was really said**", f"> {REAL}."]


async def test_a_chinese_moderator_reads_chinese(stage: Stage, moderator: Any) -> None:
    with speaking("zh-CN"):
        answer = await stage.ask("verify", claim=ALTERED, by=moderator)
        assert answer.lines[0] == "⚠️ **有改动**\uff1a1 处"
        assert answer.buttons[-1] == "发布更正"


async def test_nothing_of_the_message_is_logged(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", logger="handlers")
    caplog.set_level("DEBUG", logger="transcript")
    message = await stage.alice.send(stage.channel, f"my secret opinion: “{ALTERED}”")
    await check(stage, message)
    assert "secret" not in caplog.text
    assert "researchers" not in caplog.text


@pytest.mark.parametrize(
    "claim", ["\0\0\0\0\0", "😀" * 700, "@everyone " * 100, "“" * 1500, "\ud800abcde", "— — — — —"]
)
async def test_any_claim_gets_a_verdict(stage: Stage, claim: str) -> None:
    answer = await stage.ask("verify", claim=claim)
    assert answer.private
    assert "@everyone" not in answer.text


async def test_speakers_are_offered_and_an_unknown_one_is_told(stage: Stage) -> None:
    assert [c["value"] for c in await stage.offered("verify", "speaker", "mat")] == ["Matthew Berman"]
    answer = await stage.ask("verify", claim=ALTERED, speaker="Zaphod")
    assert answer.lines[0] == "Nobody called “Zaphod” speaks here. There are:"


async def test_the_speaker_option_is_who_it_is_credited_to(stage: Stage) -> None:
    answer = await stage.ask("verify", claim="The word AGI has no meaning anymore.", speaker="matthew")
    assert answer.lines[0] == "👥 **Said by somebody else**: Dylan Patel, not Matthew Berman"


class TestEmpty:
    @pytest.fixture
    def library(self, make_library: MakeLibrary) -> Library:
        return make_library({"broken.txt": "no stamps"})

    async def test_without_a_transcript_it_says_so(self, stage: Stage) -> None:
        answer = await stage.ask("verify", claim="anything at all")
        assert answer.text == "No transcript is loaded. Whoever runs this bot has to add one."
        message = await stage.alice.send(stage.channel, "“anything at all”")
        assert (await check(stage, message)).text == answer.text
