"""`/episodes`, and what a library of several episodes changes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import MakeLibrary
from tests.handlers.stage import Seen, Stage, seen, speaking
from transcript.library import Library

RIVERS = """2025-01-02 Ann Li.On rivers

Where rivers rise

河流之源

(00:00:00)
Springs.
泉水。

(00:00) Ann Li:
The water of the river Vltava is a cold grey green in March.
三月的伏尔塔瓦河水是冷冷的灰绿色。

(00:09) Bo Yu:
I once swam in it for a whole minute.
我曾在里面游了整整一分钟。
"""


TOML = """
show = "Water talk"
video_url = "https://youtu.be/abc"
video_offset = 10
image_url = "https://example.org/water.png"
[speakers]
"Ann Li" = ["annie"]
"""


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    files = {f"river-{n:02}.txt": RIVERS.replace("2025-01-02", f"2025-01-{n:02}") for n in range(1, 13)}
    files["stones.txt"] = "2026-01-01 Cy.On stones\n\n(00:00) Cy:\nGranite has no chapters but it has mica in it.\n"
    return make_library(files | {"river-12.toml": TOML})


async def test_episodes_lists_what_there_is_newest_first_in_pages(stage: Stage) -> None:
    answer = await stage.ask("episodes")
    assert not answer.private
    assert answer.lines[:5] == [
        "### 13 episodes",
        "**On stones**",
        "-# 2026-01-01 · 0:04 · Cy",
        "**Water talk: On rivers**",
        "-# 2025-01-12 · 0:13 · Ann Li, Bo Yu",
    ]
    assert answer.lines[-1] == "-# page 1 of 2"
    second = await stage.press(answer, "▶")
    assert second.lines[-1] == "-# page 2 of 2"
    assert (await stage.press(second, "◀")).text == answer.text


async def test_an_episode_is_opened_from_the_list_and_leads_back(stage: Stage) -> None:
    listed = await stage.press(await stage.ask("episodes"), "▶")
    opened = await stage.choose(listed, "Open an episode", "2025-01-02 · On rivers")
    assert opened.lines == [
        "### On rivers",
        "-# 2025-01-02 · 0:13 · 1 chapter",
        "Ann Li, Bo Yu",
        "1. 0:00 Where rivers rise",
        *opened.lines[4:],
    ]
    assert opened.buttons[:2] == ["◀ Episodes", "Contents"]
    assert (await stage.press(opened, "◀ Episodes")).lines[-1] == "-# page 2 of 2"


async def test_an_opened_episode_shows_a_passage_with_what_is_around_it(
    stage: Stage, make_library: MakeLibrary
) -> None:
    said = "The bridge at Orval was never finished, because they ran out of granite in the second year of the war."
    text = f"(00:00) Ann Li:\nHello.\n\n(00:09) Ann Li:\n{said}\n\n(00:20) Bo Yu:\nIndeed.\n"
    await stage.restart(make_library({"orval.txt": text}))
    opened = await stage.choose(await stage.ask("episodes"), "Open an episode", "orval")
    assert opened.lines[2:] == ["Ann Li, Bo Yu", f"> {said}", "**Ann Li** · 0:09"]
    around = await stage.press(opened, "Context")
    assert around.private
    assert "-# 0:20 **Bo Yu**: Indeed." in around.lines


async def test_the_list_is_narrowed_to_a_show(stage: Stage) -> None:
    narrowed = await stage.ask("episodes", show="water")
    assert narrowed.lines[:2] == ["### Water talk · 1 episode", "**On rivers**"]
    everything = await stage.choose(narrowed, "Only one show", "All shows")
    assert everything.lines[0] == "### 13 episodes"
    assert [choice["name"] for choice in await stage.offered("episodes", "show", "ta")] == ["Water talk"]
    unknown = await stage.ask("episodes", show="fire")
    assert unknown.private
    assert unknown.lines[0].startswith("No show is called “fire”.")


async def test_a_long_list_can_be_jumped_through(stage: Stage, make_library: MakeLibrary) -> None:
    days = [f"{year}-{month:02}-01" for year in range(1950, 2020) for month in range(1, 11)]
    files = {f"{day} Part.txt": "Ann: Hello.\n\nBo: Yes.\n" for day in days}
    await stage.restart(make_library(files))
    listed = await stage.ask("episodes")
    assert listed.lines[0] == "### 700 episodes"
    jumped = await stage.choose(listed, "Go to a page", "page 67 of 70 · 1953-10-01")
    assert jumped.lines[-1] == "-# page 67 of 70"
    assert {"◀", "▶"} <= set(jumped.buttons)


async def test_a_card_names_its_episode_and_links_to_the_second(stage: Stage) -> None:
    answer = await stage.ask("quote", text="I once swam in it", episode="river-12")
    assert answer.cited == "**Bo Yu** · [0:09](https://youtu.be/abc?t=19s)"
    assert answer.lines[-2:] == ["Water talk · On rivers · 2025-01-12", "-# Where rivers rise · exact match"]
    assert answer.links == {"Watch 0:09": "https://youtu.be/abc?t=19s"}


async def test_the_shows_picture_stands_beside_a_card(stage: Stage) -> None:
    with_picture = {"https://example.org/water.png": "The picture of Water talk"}
    assert (await stage.ask("quote", text="I once swam in it", episode="river-12")).thumbnails == with_picture
    assert (await stage.ask("at", time="0:09", episode="river-12")).thumbnails == with_picture
    assert (await stage.ask("quote", text="I once swam in it", episode="river-11")).thumbnails == {}


async def test_an_alias_is_a_name(stage: Stage) -> None:
    answer = await stage.ask("quote", text="cold grey green in March", speaker="annie", episode="river-12")
    assert "**Ann Li**" in answer.cited


async def test_without_an_episode_the_newest_is_meant_and_it_may_have_no_chapters(stage: Stage) -> None:
    for answer in (await stage.ask("chapters"), await stage.ask("chapter", name="1")):
        assert answer.private
        assert answer.text == "The transcript of On stones has no chapters. Try /when or /at."
    assert (await stage.ask("at", time="0:01")).lines[0] == "> Granite has no chapters but it has mica in it."


async def test_an_episode_without_a_translation_has_no_button_for_it(stage: Stage) -> None:
    with speaking("zh-CN"):
        answer = await stage.ask("at", time="0:01")
        assert answer.lines[0] == "> Granite has no chapters but it has mica in it."
        assert answer.buttons == []


async def test_moments_of_several_episodes_stand_under_their_episodes(stage: Stage) -> None:
    answer = await stage.ask("when", topic="vltava")
    assert answer.lines[1] == "-# Water talk · On rivers · 2025-01-12"
    assert answer.lines[2].startswith("[0:00](https://youtu.be/abc?t=10s) **Ann Li**: ")
    assert answer.lines[3] == "-# On rivers · 2025-01-11"
    (offered,) = answer.menus.values()
    assert len(set(offered)) == len(offered) == 8
    assert offered[0].startswith("2025-01-12 · 0:00 · Ann Li — ")


async def test_a_topic_of_more_moments_than_are_listed_says_so(stage: Stage, make_library: MakeLibrary) -> None:
    minutes = "".join(f"({at}:00) Ann Li:\nThe Vltava again, number {at}.\n\n" for at in range(250))
    await stage.restart(make_library({"long.txt": minutes}))
    first = await stage.ask("when", topic="vltava")
    assert first.lines[0] == "**vltava**: 200+ moments"
    assert first.buttons[-4:] == ["(⏮)", "(◀)", "▶", "⏭"]
    last = await stage.press(first, "⏭")
    assert last.buttons[-4:] == ["⏮", "◀", "(▶)", "(⏭)"]
    assert last.lines[-1].startswith("-# page 25 of 25 · ")
    assert (await stage.press(last, "⏮")).text == first.text


async def test_neighbouring_moments_are_told_as_one(stage: Stage, make_library: MakeLibrary) -> None:
    turns = ((1, "Ann Li"), (20, "Bo Yu"), (40, "Ann Li"))
    often = "".join(f"(0:{at:02}) {name}:\nThe Vltava again, number {at}.\n\n" for at, name in turns)
    await stage.restart(make_library({"often.txt": often + "(5:00) Bo Yu:\nThe Vltava once more, at the end.\n"}))
    answer = await stage.ask("when", topic="vltava")
    assert answer.lines[0] == "**vltava**: 2 moments"
    assert answer.lines.count("-# 3 times within a minute") == 1


async def test_a_button_whose_episode_is_gone_says_so(stage: Stage, make_library: MakeLibrary) -> None:
    answer = await stage.ask("quote", text="I once swam in it", episode="river-12")
    await stage.restart(make_library({"other.txt": "(00:00) Di:\nHello there, all of you.\n"}))
    told = await stage.press(answer, "Context")
    assert told.private
    assert told.text == "The episode that this was from is no longer here."


CORRECTED = "-# The transcript was corrected since: this is what stands there now."


async def test_a_button_finds_its_words_in_a_transcript_that_changed(stage: Stage, make_library: MakeLibrary) -> None:
    answer = await stage.ask("quote", text="I once swam in it", episode="river-12")
    inserted = RIVERS.replace("(00:00) Ann", "(00:00) Bo Yu:\nAll right.\n好。\n\n(00:00) Ann")
    await stage.restart(make_library({"river-12.txt": inserted}))
    shown = await stage.press(answer, "Context")
    assert "> **I once swam in it** for a whole minute." in shown.text
    assert CORRECTED not in shown.lines
    replaced = "WEBVTT\n\n00:09.000 --> 00:12.000\n<v Bo Yu>I once swam in it\n\n00:12.000 --> 00:20.000\n"
    await stage.restart(make_library({"river-12.vtt": f"{replaced}<v Bo Yu>for a whole minute, imagine.\n"}))
    less = await stage.press(shown, "Less")
    assert less.lines[0] == "> **I once swam in it** for a whole minute, imagine."
    assert less.lines[-1] == "-# exact match"


async def test_a_button_whose_words_were_corrected_shows_what_stands_there_now(
    stage: Stage, make_library: MakeLibrary
) -> None:
    answer = await stage.ask("quote", text="I once swam in it", episode="river-12")
    contents = await stage.ask("chapters", episode="river-12")
    said = await stage.ask("at", time="0:10", episode="river-12")
    corrected = RIVERS.replace("I once swam in it for", "Nobody ever stayed there for").replace("Where", "How")
    await stage.restart(make_library({"river-12.txt": corrected.replace("The water of", "All water of")}))
    told = await stage.press(answer, "Context")
    assert "> Nobody ever stayed there for a whole minute." in told.lines
    assert told.lines[-1] == CORRECTED
    before = await stage.press(said, "◀ 0:00")
    assert before.lines[0] == "> All water of the river Vltava is a cold grey green in March."
    assert before.lines[-1] == CORRECTED
    chapter = await stage.press(contents, "1")
    assert chapter.lines[0] == "### How rivers rise"
    assert chapter.lines[-1] == CORRECTED
    await stage.restart(make_library({"river-12.txt": "(00:00) Di:\nHi.\n"}))
    gone = await stage.press(answer, "Less")
    assert gone.private
    assert gone.text == "The transcript has been corrected since. Ask again with a command."


async def test_a_button_of_another_version_says_so(stage: Stage) -> None:
    for custom_id in ("1e<zzzz", "1e<q", "1s\0\0", "1e<sAAAA"):
        message = await stage.plant(custom_id)
        told = await stage.press(message, "old")
        assert told.private
        assert told.text == "This button is from another version of the bot. Ask again with a command."


async def test_in_direct_messages_everything_works(stage: Stage) -> None:
    carol = stage.env.create_user("carol")

    async def ask(command: str, **options: str) -> Seen:
        return seen((await carol.slash(command, **options)).response)

    quote = await ask("quote", text="I once swam in it", episode="river-12")
    assert quote.cited.startswith("**Bo Yu**")
    wide = seen((await carol.click(quote.message, label="Context")).response)
    assert "Less" in wide.buttons
    for command, options in (
        ("random", {}),
        ("chapters", {"episode": "river-12"}),
        ("chapter", {"name": "1", "episode": "river-12"}),
        ("at", {"time": "0:01"}),
        ("when", {"topic": "vltava"}),
        ("episodes", {}),
        ("help", {}),
    ):
        assert (await ask(command, **options)).text


OF_SERVERS = ["daily", "today", "library", "Not this one"]
"""Commands that make sense in a server alone, in the order in which they are told to Discord."""


async def test_every_command_can_be_installed_by_a_user_and_used_anywhere(stage: Stage) -> None:
    (synced,) = [request.json for request in stage.env.http_requests if request.method == "PUT"]
    assert [command["name"] for command in synced if command["contexts"] == [0]] == OF_SERVERS  # a server's own
    for command in (command for command in synced if command["name"] not in OF_SERVERS):
        assert command["contexts"] == [0, 1, 2]  # servers, direct messages with the bot, and those with others
        assert command["integration_types"] == [0, 1]  # to a server, to a user's account


class TestEmpty:
    @pytest.fixture
    def library(self, make_library: MakeLibrary) -> Library:
        return make_library({"broken.txt": "no stamps"})

    @pytest.mark.parametrize(
        ("command", "options"),
        [
            ("quote", {"text": "anything"}),
            ("random", {}),
            ("chapters", {}),
            ("chapter", {"name": "1"}),
            ("at", {"time": "1:00"}),
            ("when", {"topic": "anything"}),
            ("episodes", {}),
        ],
    )
    async def test_without_a_transcript_every_command_says_so(
        self, stage: Stage, command: str, options: dict[str, Any]
    ) -> None:
        answer = await stage.ask(command, **options)
        assert answer.private
        assert answer.text == "There are no episodes yet. Whoever manages this server can add some: /library add."


ORWELL = """1999-01-02 Cy.On books

1984

一九八四

(00:00:00)
A book.
一本书。

(00:00) Cy:
The clocks of London strike thirteen in this book.
在这本书里伦敦的钟敲了十三下。

2

二

(00:00:09)
Another book.
另一本书。

(00:09) Cy:
The other one has no clocks at all.
另一本里根本没有钟。
"""


@pytest.mark.parametrize(("name", "title"), [("1984", "1984"), ("1", "Where rivers rise"), ("2", "2")])
async def test_a_number_may_be_the_title_of_an_older_episodes_chapter(
    make_library: MakeLibrary, stage: Stage, name: str, title: str
) -> None:
    await stage.restart(make_library({"river.txt": RIVERS, "books.txt": ORWELL}))
    assert (await stage.ask("chapter", name=name)).lines[0] == f"### {title}"
