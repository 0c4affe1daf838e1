"""The words that "Check quote" finds in a message, whatever it is made of."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import discord
import pytest
from discord import ui

from tests.handlers.stage import Stage
from tests.handlers.verification.checking import ALTERED, CARD, check


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
