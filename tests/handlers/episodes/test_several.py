"""The other commands, with a library of several episodes and a side file."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.handlers.episodes.rivers import RIVERS
from tests.handlers.stage import Stage, speaking


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
