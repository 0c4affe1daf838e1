"""`/verify`, "Check quote" and "Post verdict", as moderators and members use them."""

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


CARD = [
    "⚠️ **Altered** — a negation",
    "> There are **some** top researchers I know for sure are going there.",
    "**Dylan Patel** · 1:00:13",
    "-# claimed: There are ~~no~~ top researchers I know for sure are going there",
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
            "> 微软的律师多得吓人",
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
        "🟢 **Close**, the meaning is kept — an article",
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
    assert answer.lines[2] == "> 微软的律师多得吓人"
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
    assert "credited to “Zaphod”: nobody of that name speaks in what was searched" in answer.lines


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


def blocks_of(posted: Any) -> list[str]:
    """The blocks of text of a message in the channel."""
    components = [component.to_dict() for component in posted.components]
    return [each["content"] for each in limits.walk(components) if "content" in each]


def labels_of(posted: Any) -> list[str]:
    components = [component.to_dict() for component in posted.components]
    return [each["label"] for each in limits.walk(components) if each["type"] == limits.BUTTON]


async def test_a_moderator_posts_the_verdict_in_reply_and_pings_nobody(stage: Stage, moderator: Any) -> None:
    message = await stage.alice.send(stage.channel, f"> {ALTERED}\n— Dylan Patel")
    answer = await check(stage, message, by=moderator)
    assert answer.buttons[-1] == "Post verdict"
    told = await stage.press(answer, "Post verdict", by=moderator)
    assert told.private
    assert told.text == "The verdict is posted."
    posted = stage.channel.last_message
    assert posted.reference.message_id == message.id
    assert not posted.mentions
    blocks = blocks_of(posted)
    assert blocks[:4] == CARD
    assert labels_of(posted)[:2] == ["Context", "中文"]
    assert "Post verdict" not in labels_of(posted)
    assert not any(name in "".join(blocks) for name in ("alice", "mo ", stage.alice.mention))


@pytest.mark.parametrize(
    ("claim", "heading"),
    [
        ("“The word AGI has no meaning anymore.” — Dylan Patel", "✅ **Verbatim**: said in these words"),
        ("微软的律师多得吓人", "✅ **Verbatim in the translation**"),
        (
            "“The word AGI has no meaning anymore.” — Berman",
            "👥 **Said by somebody else**: Dylan Patel, not Matthew Berman",
        ),
        ("“Apple is a very very conservative company”", "🟢 **Close**, the meaning is kept — an article"),
        ("“NVIDIA will buy all the lighthouses of Norway”", "❔ **Not found**: nobody says this in what was searched"),
    ],
)
async def test_a_member_posts_any_verdict(stage: Stage, claim: str, heading: str) -> None:
    message = await stage.bob.send(stage.channel, claim)
    answer = await check(stage, message)
    assert (await stage.press(answer, "Post verdict")).text == "The verdict is posted."
    posted = stage.channel.last_message
    assert posted.reference.message_id == message.id
    assert blocks_of(posted)[0] == heading
    assert "nearest passages" not in "".join(blocks_of(posted))
    assert labels_of(posted)[:1] == ([] if "Not found" in heading else ["Context"])


async def test_what_was_not_found_is_shown_small(stage: Stage) -> None:
    answer = await stage.ask("verify", claim="“NVIDIA will buy all the lighthouses of Norway”")
    assert answer.lines[1] == "-# claimed: NVIDIA will buy all the lighthouses of Norway"


async def test_one_of_several_verdicts_is_posted_alone(stage: Stage) -> None:
    message = await stage.bob.send(stage.channel, f"“The word AGI has no meaning anymore.” and “{ALTERED}”")
    answer = await check(stage, message)
    posts = [each for each in buttons(answer) if each["label"] == "Post verdict"]
    assert len(posts) == 2
    await stage.alice.click(answer.message, custom_id=posts[1]["custom_id"])
    (block,) = blocks_of(stage.channel.last_message)
    assert block.split("\n")[:4] == CARD


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


async def test_old_buttons_of_verdicts_are_told(stage: Stage) -> None:
    for custom_id in ("4nqAAAA", "4npAAAAAAAAAAA", "2a!", "2apAAAAAAAAAAA"):
        planted = await stage.plant(custom_id)
        told = await stage.press(planted, "old")
        assert told.text.startswith(("This button is from another version", "That episode"))


async def test_a_verdict_is_not_posted_twice(stage: Stage, moderator: Any) -> None:
    message = await stage.alice.send(stage.channel, f"> {ALTERED}\n— Dylan Patel")
    answer = await check(stage, message, by=moderator)
    await stage.press(answer, "Post verdict", by=moderator)
    labels = {each["label"]: each.get("disabled") for each in buttons(answer)}
    assert labels["Posted"] is True
    assert not labels["Context"]


async def test_a_message_that_is_gone_gets_no_verdict(stage: Stage, moderator: Any) -> None:
    message = await stage.alice.send(stage.channel, f"> {ALTERED}\n— Dylan Patel")
    answer = await check(stage, message, by=moderator)
    # SimCord takes a reply to a deleted message; this is what Discord answers.
    stage.env.inject_error("POST", "/channels/*/messages", status=400, code=50035)
    told = await stage.press(answer, "Post verdict", by=moderator)
    assert told.private
    assert told.text == "The message that was checked is gone; nothing was posted."


async def test_a_stitched_quote_is_posted_with_the_time_of_each_fragment(stage: Stage, moderator: Any) -> None:
    claim = "“The word AGI has no meaning anymore ... Microsoft has more lawyers than God” — Dylan Patel"
    message = await stage.alice.send(stage.channel, claim)
    answer = await check(stage, message, by=moderator)
    assert "-# stitched together from what was said at 8:57, 17:30" in answer.lines
    await stage.press(answer, "Post verdict", by=moderator)
    assert "-# stitched together from what was said at 8:57, 17:30" in blocks_of(stage.channel.last_message)


async def test_a_verdict_of_verify_posts_without_a_message_to_reply_to(stage: Stage, moderator: Any) -> None:
    answer = await stage.ask("verify", claim=ALTERED, by=moderator)
    await stage.press(answer, "Post verdict", by=moderator)
    assert stage.channel.last_message.reference is None


async def test_who_may_not_write_cannot_post_even_with_the_button(stage: Stage) -> None:
    silent = {stage.guild.default_role: discord.PermissionOverwrite(send_messages=False)}
    stage.channel = stage.guild.create_text_channel("news", overwrites=silent)
    answer = await stage.ask("verify", claim=ALTERED)
    assert "Post verdict" not in answer.buttons
    message = stage.env.backend.create_message(stage.channel.id, stage.bob.id, "", components=planted())
    told = await stage.press(Seen("", [], {}, False, [], [], stage.channel.last_message), "old", by=stage.bob)
    assert told.private
    assert told.text == "Only those who may write here can do that."
    assert stage.channel.last_message.id == message.id


def planted() -> Any:
    """The components of a message with a button that posts a verdict."""
    view: Any = ui.LayoutView()
    view.add_item(ui.ActionRow(ui.Button(label="old", custom_id="2apAAAAAAAAAAA")))
    return view.to_components()


def buttons(answer: Seen) -> list[dict[str, Any]]:
    return [each for each in limits.walk(answer.message.components) if each["type"] == limits.BUTTON]


async def test_where_the_bot_may_not_write_the_answer_itself_is_the_verdict(stage: Stage, moderator: Any) -> None:
    message = await stage.alice.send(stage.channel, f"> {ALTERED}\n— Dylan Patel")
    answer = await check(stage, message, by=moderator)
    stage.env.inject_error("POST", "/channels/*/messages", status=403)
    posted = await stage.press(answer, "Post verdict", by=moderator)
    assert not posted.private
    assert posted.lines[:4] == CARD


async def test_a_chinese_moderator_reads_chinese(stage: Stage, moderator: Any) -> None:
    with speaking("zh-CN"):
        answer = await stage.ask("verify", claim=ALTERED, by=moderator)
        assert answer.lines[0] == "⚠️ **有改动** — 否定"
        assert answer.buttons[-1] == "发布结论"


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
