"""`/episodes`: the list, its pages and shows, and an episode that is opened from it."""

from __future__ import annotations

from tests.conftest import MakeLibrary
from tests.handlers.stage import Stage


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
