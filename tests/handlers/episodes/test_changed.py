"""Buttons whose episode was corrected, replaced or removed since, and those of another version."""

from __future__ import annotations

from tests.conftest import MakeLibrary
from tests.handlers.episodes.rivers import RIVERS
from tests.handlers.stage import Stage


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
