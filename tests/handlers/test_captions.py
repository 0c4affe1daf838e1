"""The bot with a show's captions, as people have them: one language, no chapters, and perhaps no names or no times."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import MakeLibrary
from tests.handlers.stage import Stage
from transcript.library import Library, open_library

VTT = """WEBVTT

00:00:10.000 --> 00:00:13.000
<v Ada Quill>The bridge at Orval was never finished,

00:00:13.000 --> 00:00:16.000
<v Ada Quill>because they ran out of granite.

00:00:16.000 --> 00:00:19.000
<v Ben Marsh>Who paid for the granite, then?

00:00:19.000 --> 00:00:25.000
<v Ada Quill>A widow of the old town paid forty million crowns for it, and she sold pickled herring.
"""

NAMELESS = """1
00:00:01,000 --> 00:00:04,000
the lamps of the harbour burn whale oil

2
00:00:04,000 --> 00:00:08,000
and nobody knows who fills them at night
"""

TIMELESS = """Cora Finch: Only a felt hat puts out a lamp, and only in winter, as every sailor learns.

Ben Marsh: Does the bishop know about the hats?
"""

SHOW = 'show = "Odd Bridges"\nvideo_url = "https://example.org/watch/{slug}"\n'


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("shows")
    (folder / "2024-01-05 On bridges.vtt").write_text(VTT)
    (folder / "2024-02-06 On lamps.srt").write_text(NAMELESS)
    (folder / "2024-03-07 On hats.txt").write_text(TIMELESS)
    (folder / "show.toml").write_text(SHOW)
    return open_library([folder], folder.parent / "data")


async def test_a_quote_leads_to_the_second_of_its_words(stage: Stage) -> None:
    answer = await stage.ask("quote", text="because they ran out of granite")
    assert answer.lines == [
        "> The bridge at Orval was never finished, **because they ran out of granite**.",
        "**Ada Quill** · [0:13](https://example.org/watch/2024-01-05-on-bridges#t=13)",
        "On bridges · 2024-01-05",
        "-# exact match",
    ]
    assert answer.links == {"Watch 0:13": "https://example.org/watch/2024-01-05-on-bridges#t=13"}


async def test_what_may_be_meant_names_its_episode_where_there_are_several(stage: Stage) -> None:
    answer = await stage.ask("quote", text="every granite lamp of the harbour was painted by a captain of whales")
    assert answer.lines[0].endswith("was said. Did you mean:")
    assert [line[:2] for line in answer.lines[1:]] in (["**", "-#"], ["**", "-#"] * 2, ["**", "**", "-#"])
    assert {"-# On bridges · 2024-01-05", "-# On lamps · 2024-02-06"} >= {
        line for line in answer.lines if line.startswith("-# ")
    }


async def test_the_other_language_is_not_advised_where_there_is_one(stage: Stage) -> None:
    answer = await stage.ask("quote", text="qqqqww zzzzkk")
    assert answer.lines[1:] == ["-# Try the rarest words that you remember."]


async def test_a_quote_of_nobody_has_no_name(stage: Stage) -> None:
    answer = await stage.ask("quote", text="harbour burn whale oil")
    assert answer.lines[1] == "[0:01](https://example.org/watch/2024-02-06-on-lamps#t=1)"
    assert "nknown" not in answer.text


async def test_a_quote_without_a_time_leads_to_the_episode(stage: Stage) -> None:
    answer = await stage.ask("quote", text="felt hat puts out a lamp")
    assert answer.lines[1:3] == ["**Cora Finch**", "On hats · 2024-03-07"]
    assert answer.links == {"Watch": "https://example.org/watch/2024-03-07-on-hats"}
    around = await stage.press(answer, "Context")
    assert "-# **Ben Marsh**: Does the bishop know about the hats?" in around.lines


async def test_at_shows_what_is_said_or_says_that_there_are_no_times(stage: Stage) -> None:
    assert (await stage.ask("at", time="0:17", episode="bridges")).lines[:2] == [
        "> Who paid for the granite, then?",
        "**Ben Marsh** · [0:16](https://example.org/watch/2024-01-05-on-bridges#t=16) · until 0:19",
    ]
    nobody = await stage.ask("at", time="0:05", episode="lamps")
    assert nobody.lines[1] == "[0:01](https://example.org/watch/2024-02-06-on-lamps#t=1) · until 0:08"
    without = await stage.ask("at", time="0:05", episode="hats")
    assert without.private
    assert without.text == "The transcript of Odd Bridges: On hats has no times."


async def test_chapters_are_not_there_and_that_is_said(stage: Stage) -> None:
    answer = await stage.ask("chapters", episode="bridges")
    assert answer.private
    assert "has no chapters" in answer.text


async def test_episodes_without_times_have_no_length(stage: Stage) -> None:
    assert (await stage.ask("episodes")).lines[1:] == [
        "**Odd Bridges: On hats**",
        "-# 2024-03-07 · Cora Finch, Ben Marsh",
        "**Odd Bridges: On lamps**",
        "-# 2024-02-06 · 0:08",
        "**Odd Bridges: On bridges**",
        "-# 2024-01-05 · 0:25 · Ada Quill, Ben Marsh",
    ]


async def test_when_lists_moments_with_and_without_times(stage: Stage) -> None:
    timed = await stage.ask("when", topic="whale oil")
    assert timed.lines[-1].startswith("[0:01](https://example.org/watch/2024-02-06-on-lamps#t=1) the lamps")
    ((_, (label,)),) = timed.menus.items()
    assert label.startswith("0:01 — the lamps of the harbour")
    assert timed.files == ["moments.png"]
    without = await stage.ask("when", topic="felt hat")
    assert without.lines[-1].startswith("[↗](https://example.org/watch/2024-03-07-on-hats) **Cora Finch**: Only")
    ((menu, (label,)),) = without.menus.items()
    assert label.startswith("Cora Finch — Only a felt hat")
    assert without.files == []
    opened = await stage.choose(without, menu, label)
    assert opened.lines[1] == "**Cora Finch**"


async def test_claims_are_checked_though_nobody_is_named(stage: Stage) -> None:
    said = await stage.ask("verify", claim="“the lamps of the harbour burn whale oil” — Ada Quill")
    assert said.lines[0] == "✅ **Verbatim**: said in these words"
    assert "credited to Ada Quill" in said.text


async def test_captions_without_punctuation_say_why_nothing_is_quoted(stage: Stage) -> None:
    answer = await stage.ask("random", episode="lamps")
    assert answer.private
    assert answer.text.startswith("These transcripts have no punctuation")
    assert (await stage.ask("random", episode="hats")).lines[1] == "**Cora Finch**"


async def test_the_daily_quote_says_so_too(stage: Stage, owner: Any, channel: Any) -> None:
    answer = await stage.ask("daily start", by=owner, channel=channel, time="09:00", timezone="UTC", episode="lamps")
    assert answer.text.startswith("These transcripts have no punctuation")


async def test_what_is_offered_while_typing_has_what_there_is(stage: Stage) -> None:
    offers = await stage.offered("quote", "text", "felt hat puts")
    assert offers[0]["name"].startswith("Cora Finch, 2024-03-07 — Only a felt hat")


KITES = """# On kites

## Silk

Cora Finch: Silk was dearer than bread that year, and we flew it all the same.

Ben Marsh: Who sewed it?

## Wind

Cora Finch: Over the marsh there is wind on every day of the week, even in August.
"""


async def test_chapters_without_times_are_listed_and_open(stage: Stage, make_library: MakeLibrary) -> None:
    await stage.restart(make_library({"kites.md": KITES}))
    contents = await stage.ask("chapters")
    assert contents.lines == ["### On kites", "1. Silk", "2. Wind", "-# 2 chapters"]
    chapter = await stage.press(contents, "1")
    assert chapter.lines == [
        "### Silk",
        "chapter 1 of 2",
        "`▰▰▰▰▰▰▰▱` 84% Cora Finch",
        "`▰▱▱▱▱▱▱▱` 16% Ben Marsh",
        "-# On kites",
    ]
    assert chapter.buttons == ["(◀)", "▶", "Contents"]
    assert (await stage.press(chapter, "▶")).lines[0] == "### Wind"
    assert [choice["name"] for choice in await stage.offered("chapter", "name", "")] == ["Silk", "Wind"]
    moments = await stage.ask("when", topic="silk")
    assert moments.lines[2].startswith("**Cora Finch**: **Silk** was dearer")
