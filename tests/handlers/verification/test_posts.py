"""A verdict that is posted for all to see."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from discord import ui

from tests import limits
from tests.handlers.stage import Seen, Stage, speaking
from tests.handlers.verification.checking import ALTERED, CARD, check


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
        ("“Apple is a very very conservative company”", "🟢 **Close**, the meaning is kept — small words"),
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
    heading = answer.lines.index("The nearest passages, if one of them was meant:")
    assert answer.lines[heading + 1].startswith(f"**1.** {answer.buttons[0].removeprefix('1 · ')} **Dylan Patel**: ")


async def test_one_of_several_verdicts_is_posted_alone(stage: Stage) -> None:
    message = await stage.bob.send(stage.channel, f"“The word AGI has no meaning anymore.” and “{ALTERED}”")
    answer = await check(stage, message)
    posts = [each for each in buttons(answer) if each["label"] == "Post verdict"]
    assert len(posts) == 2
    await stage.alice.click(answer.message, custom_id=posts[1]["custom_id"])
    (block,) = blocks_of(stage.channel.last_message)
    assert block.split("\n")[:4] == CARD


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


def buttons(answer: Seen) -> list[dict[str, Any]]:
    return [each for each in limits.walk(answer.message.components) if each["type"] == limits.BUTTON]


def planted() -> Any:
    """The components of a message with a button that posts a verdict."""
    view: Any = ui.LayoutView()
    view.add_item(ui.ActionRow(ui.Button(label="old", custom_id="2apAAAAAAAAAAA")))
    return view.to_components()


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
