"""`/library` as a server's owner uses it, with feeds from a local server."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import discord
import pytest

from config.library.rows import Quotas
from tests.bot.feeds.hosts import Host
from tests.bot.feeds.shows import AtWork, feed, item, spoken, transcript
from tests.conftest import SHIPPED
from tests.handlers.stage import FOLLOWED_EVERY, Seen, Stage, seen, speaking

ROOM = "-# Room is left for 500 of 500 episodes, 100 of 100 MB and 5 of 5 feeds."


SHARED = "-# The episodes of whoever runs this bot answer here too; /library shared turns them off."


async def add_feed(stage: Stage, owner: Any, address: str) -> Seen:
    return await stage.ask("library add", by=owner, feed=address)


async def upload(stage: Stage, owner: Any, *files: tuple[str, bytes], show: str = "") -> Seen:
    shown = await owner.slash(stage.channel, "library add")
    assert shown.modal is not None
    result = await owner.submit_modal(shown, {"files": list(files), "show": show})
    assert result.response is not None, "no answer"
    return seen(result.response)


def published(host: Host) -> None:
    host.pages |= {
        "/feed": feed(item(1, transcript("/1.vtt")), item(2), item(3, transcript("/3.vtt"))),
        "/1.vtt": spoken("The bridge was painted by a careful robot."),
    }


async def test_a_server_has_nothing_of_its_own_at_first(stage: Stage, owner: Any) -> None:
    answer = await stage.ask("library list", by=owner)
    assert answer.private
    assert answer.lines == [
        "### This server's own episodes",
        "There are none. /library add takes a podcast's feed, or transcript files.",
        ROOM,
        SHARED,
    ]


async def test_a_feed_is_added_at_once_and_the_answer_follows_along(
    stage: Stage, owner: Any, host: Host, work: AtWork
) -> None:
    published(host)
    answer = await add_feed(stage, owner, host.url("/feed"))
    shown = host.url("/feed").replace("://", "\\://")
    assert answer.private
    assert answer.lines == [
        f"⏳ **{shown}**: the feed is being fetched, then its transcripts are read.",
        "-# This message follows along; you need not wait.",
        ROOM.replace("5 of 5", "4 of 5"),
    ]
    await work.rounds.visit_all()
    assert (await followed(stage, answer))[:3] == [
        "⏳ **Bridges**: reading, 1 of 2.",
        "1 being read · 1 without a transcript · 1 failed",
        "- 2025-06-04 · Part 3: its host refuses it (status 404)",
    ]


async def followed(stage: Stage, answer: Seen) -> list[str]:
    """The lines of an answer once it has followed along."""
    await stage.env.advance_time(FOLLOWED_EVERY)
    return seen(answer.message).lines


async def test_a_feed_goes_by_the_name_that_its_owner_gives_it(
    stage: Stage, owner: Any, host: Host, work: AtWork
) -> None:
    published(host)
    answer = await stage.ask("library add", by=owner, feed=host.url("/feed"), show="Our bridges")
    assert answer.lines[0] == "⏳ **Our bridges**: the feed is being fetched, then its transcripts are read."
    await work.rounds.visit_all()
    assert (await followed(stage, answer))[0].startswith("⏳ **Our bridges**: reading")
    listed = await stage.ask("library list", by=owner)
    assert listed.lines[1] == "**Our bridges** · feed · 1 being read · 1 without a transcript · 1 failed"


async def test_a_feed_that_cannot_be_had_is_told_with_the_cause(
    stage: Stage, owner: Any, host: Host, work: AtWork
) -> None:
    answer = await add_feed(stage, owner, host.url("/nothing"))
    await work.rounds.visit_all()
    shown = host.url("/nothing").replace("://", "\\://")
    told = f"⚠️ **{shown}** could not be read: its host refuses it (status 404). I try again by myself."
    assert (await followed(stage, answer))[0] == told
    listed = await stage.ask("library list", by=owner)
    assert "⚠️ its host refuses it (status 404)" in listed.lines


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://feeds.example/a?b=c", "https://feeds.example/a?b=c"),
        ("feeds.example/a", "https://feeds.example/a"),
        ("feed://feeds.example/a", "https://feeds.example/a"),
        ("feed:https://feeds.example/a", "https://feeds.example/a"),
        (" <http://feeds.example/a> ", "http://feeds.example/a"),
    ],
)
async def test_addresses_are_taken_as_people_paste_them(stage: Stage, owner: Any, typed: str, address: str) -> None:
    await add_feed(stage, owner, typed)
    assert [source.address for source in await stage.bot.sources.sources(stage.guild.id)] == [address]


@pytest.mark.parametrize(
    "typed",
    ["hello", "ftp://a.example/", "https://me:pw@a.example/", "https://a b.example/", "a.example/" + "x" * 485,
     "http://[", "javascript:alert(1)", "\ud83d@everyone", "a.example/\0"],
)  # fmt: skip
async def test_what_is_no_address_is_refused(stage: Stage, owner: Any, typed: str) -> None:
    answer = await add_feed(stage, owner, typed)
    assert answer.private
    assert "is not the address of a feed. It looks like https" in answer.text
    assert await stage.bot.sources.sources(stage.guild.id) == []


async def test_adding_it_again_reads_it_again(stage: Stage, owner: Any, host: Host, work: AtWork) -> None:
    published(host)
    await add_feed(stage, owner, host.url("/feed"))
    await work.rounds.visit_all()
    stage.clock.forward(minutes=1)
    await add_feed(stage, owner, host.url("/feed"))
    await work.rounds.visit_all()
    assert host.paths.count("/feed") == 2
    assert len(await stage.bot.sources.sources(stage.guild.id)) == 1


async def test_one_feed_too_many_is_refused_with_the_mend(stage: Stage, owner: Any) -> None:
    for number in range(5):
        await add_feed(stage, owner, f"https://feeds.example/{number}")
    answer = await add_feed(stage, owner, "https://feeds.example/more")
    assert answer.text == "This server has 5 feeds, which is as many as it may have. /library remove makes room."
    listed = await stage.ask("library list", by=owner)
    assert listed.lines[-2] == ROOM.replace("5 of 5", "0 of 5")


async def test_files_are_uploaded_with_a_form(stage: Stage, owner: Any) -> None:
    answer = await upload(stage, owner, ("one.vtt", spoken("It is painted.")), (SHIPPED.name, SHIPPED.read_bytes()),
                          show="Robots")  # fmt: skip
    assert answer.private
    assert answer.lines == [
        "⏳ **Robots**: reading, 0 of 2.",
        "2 being read",
        "-# This message follows along; you need not wait.",
        "-# Room is left for 498 of 500 episodes, 99 of 100 MB and 5 of 5 feeds.",
    ]
    listed = await stage.ask("library list", by=owner)
    assert listed.lines[1] == "**Robots** · files · 2 being read"


async def test_without_a_name_they_are_the_servers(stage: Stage, owner: Any) -> None:
    await upload(stage, owner, ("one.vtt", spoken("It is painted.")))
    (source,) = await stage.bot.sources.sources(stage.guild.id)
    assert source.show == stage.guild.name


async def test_files_for_which_there_is_no_room_are_named(
    stage: Stage, owner: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    cog = stage.bot.get_cog("LibraryCommands")
    monkeypatch.setattr(cog, "_quotas", Quotas(episodes=2, megabytes=1))
    answer = await upload(stage, owner, ("large.txt", b"Ann: words\n" * 100_000), ("one.vtt", spoken("One.")),
                          ("two.vtt", spoken("Two.")), ("three.vtt", spoken("Three.")))  # fmt: skip
    assert "- large.txt: this server has no megabytes left for it" in answer.lines
    assert "- three.vtt: this server has no episodes left for it" in answer.lines
    assert len(await stage.bot.sources.find_items(stage.guild.id, "", 25)) == 2


async def test_a_form_without_a_file_that_was_taken_leaves_nothing(
    stage: Stage, owner: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    cog = stage.bot.get_cog("LibraryCommands")
    monkeypatch.setattr(cog, "_quotas", Quotas(episodes=0))
    answer = await upload(stage, owner, ("one.vtt", spoken("One.")))
    assert answer.lines[:2] == ["Not taken:", "- one.vtt: this server has no episodes left for it"]
    assert await stage.bot.sources.sources(stage.guild.id) == []


async def test_a_source_and_its_episodes_are_listed(stage: Stage, owner: Any, host: Host, work: AtWork) -> None:
    published(host)
    await add_feed(stage, owner, host.url("/feed"))
    await work.rounds.visit_all()
    (choice,) = await owner.autocomplete(stage.channel, "library list", "source", "bri")
    assert choice["name"] == "Bridges"
    for typed in (choice["value"], "bridges", host.url("/feed")):
        answer = await stage.ask("library list", by=owner, source=typed)
        assert answer.lines[0] == "**Bridges** · feed · 1 being read · 1 without a transcript · 1 failed"
        assert answer.lines[2:] == [
            "The newest:",
            "- 2025-06-02 · Part 1",
            "Not read:",
            "- 2025-06-04 · Part 3: its host refuses it (status 404)",
        ]
    answer = await stage.ask("library list", by=owner, source="@everyone")
    assert answer.text == "This server has no feed or show “@\u200beveryone”. There are:\n- Bridges"


async def test_sources_and_uploads_are_removed_at_once(stage: Stage, owner: Any, host: Host, work: AtWork) -> None:
    published(host)
    await add_feed(stage, owner, host.url("/feed"))
    await work.rounds.visit_all()
    await upload(stage, owner, ("one.vtt", spoken("One.")), ("two.vtt", spoken("Two.")), show="Robots")
    offered = await owner.autocomplete(stage.channel, "library remove", "episode", "")
    assert [choice["name"] for choice in offered] == ["two", "one"]
    answer = await stage.ask("library remove", by=owner, episode=offered[0]["value"])
    assert answer.text == "**two** is removed."
    answer = await stage.ask("library remove", by=owner, episode="part 1")
    assert answer.text == "“Part 1” is of a feed, and would come back. /library hide hides it."
    answer = await stage.ask("library remove", by=owner, source="bridges")
    assert answer.text == "**Bridges** is removed, with all its episodes."
    assert [source.show for source in await stage.bot.sources.sources(stage.guild.id)] == ["Robots"]
    for options in ({}, {"source": "Robots", "episode": "one"}):
        assert (await stage.ask("library remove", by=owner, **options)).text == "Name either a source or an episode."


async def test_an_episode_is_hidden_and_comes_back_with_the_same(
    stage: Stage, owner: Any, host: Host, work: AtWork
) -> None:
    published(host)
    await add_feed(stage, owner, host.url("/feed"))
    await work.rounds.visit_all()
    (choice,) = await owner.autocomplete(stage.channel, "library hide", "episode", "part")
    assert choice["name"] == "2025-06-02 · Part 1"
    answer = await stage.ask("library hide", by=owner, episode=choice["value"])
    assert answer.text == "**2025-06-02 · Part 1** is hidden. The same command brings it back."
    (choice,) = await owner.autocomplete(stage.channel, "library hide", "episode", "part")
    assert choice["name"] == "🙈 · 2025-06-02 · Part 1"
    assert (await stage.ask("library hide", by=owner, episode="part 1")).text == "**2025-06-02 · Part 1** is back."


async def test_refreshing_asks_again_but_not_at_every_press(stage: Stage, owner: Any, host: Host, work: AtWork) -> None:
    answer = await stage.ask("library refresh", by=owner)
    assert answer.text == "This server has no feeds of its own. /library add takes one."
    published(host)
    await add_feed(stage, owner, host.url("/feed"))
    await work.rounds.visit_all()
    answer = await stage.ask("library refresh", by=owner)
    assert answer.text.startswith("The feeds were looked at moments ago. Try again <t:")
    stage.clock.forward(minutes=6)
    host.pages["/1.vtt"] = spoken("The bridge was painted by a careless robot.")
    answer = await stage.ask("library refresh", by=owner)
    assert answer.lines[0] == "⏳ **Bridges**: the feed is being fetched, then its transcripts are read."
    await work.rounds.visit_all()
    (found,) = await stage.bot.sources.find_items(stage.guild.id, "part 1", 1)
    assert await stage.bot.sources.content(found.transcript or "") == host.pages["/1.vtt"]


async def test_the_operators_episodes_can_be_turned_off(stage: Stage, owner: Any) -> None:
    answer = await stage.ask("library shared", by=owner, answers="off")
    assert answer.text == "The episodes of whoever runs this bot do not answer here; /library shared turns them on."
    assert not (await stage.bot.sources.library_of(stage.guild.id)).shared
    assert (
        (await stage.ask("library list", by=owner)).lines[-1].startswith("-# The episodes of whoever runs this bot do")
    )
    answer = await stage.ask("library shared", by=owner, answers="on")
    assert answer.text == SHARED.removeprefix("-# ")


async def test_all_files_come_back_as_they_were(stage: Stage, owner: Any, host: Host, work: AtWork) -> None:
    assert (await stage.ask("library export", by=owner)).text.startswith("This server has no episodes of its own.")
    published(host)
    chapters = '<podcast:chapters url="/1.json"/>'
    host.pages["/feed"] = feed(item(1, transcript("/1.vtt") + chapters))
    host.pages["/1.json"] = b'{"chapters":[{"startTime":7,"title":"Hello"}]}'
    await add_feed(stage, owner, host.url("/feed"))
    await work.rounds.visit_all()
    await upload(stage, owner, ("a.vtt", spoken("One.")), ("b.vtt", spoken("Two.")), show="../Robots: 2?")
    result = await owner.slash(stage.channel, "library export")
    assert result.response.content == "Part 1: 4 files, as they were."
    assert result.response.ephemeral
    (attachment,) = result.response.attachments
    assert attachment.filename == "transcripts-1.zip"
    with zipfile.ZipFile(io.BytesIO(await attachment.read())) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert {name: content for name, content in held.items() if not name.endswith(".json")} == {
        "Bridges/2025-06-02 Part 1.vtt": spoken("The bridge was painted by a careful robot."),
        ".._Robots_ 2_/a.vtt": spoken("One."),
        ".._Robots_ 2_/b.vtt": spoken("Two."),
    }
    assert b"Hello" in held["Bridges/2025-06-02 Part 1.chapters.json"]


COMMANDS: dict[str, dict[str, str]] = {"add": {"feed": "https://feeds.example/"}, "list": {}, "remove": {"source": "a"},
                                       "hide": {"episode": "a"}, "refresh": {}, "shared": {"answers": "off"},
                                       "export": {}}  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
async def test_nobody_but_managers_can_use_it(stage: Stage, name: str) -> None:
    command = next(one for one in await stage.bot.tree.fetch_commands() if one.name == "library")
    assert command.default_member_permissions == discord.Permissions(manage_guild=True)
    group = stage.bot.tree.get_command("library")
    assert group is not None
    payload = group.to_dict(stage.bot.tree)
    assert (payload["contexts"], payload["integration_types"]) == ([0], [0])
    everybody = stage.guild.create_role("Helpers", permissions=discord.Permissions())
    stage.guild.set_command_permissions(command, {everybody: True})
    helper = stage.guild.add_member(stage.env.create_user("hal"), roles=[everybody])
    answer = await stage.ask(f"library {name}", by=helper, **COMMANDS[name])
    assert answer.private
    assert answer.text == "Only those who may manage this server can change its library."
    if name in ("list", "remove", "hide"):
        await stage.bot.sources.add_show(stage.guild.id, "A secret", 1, stage.clock())
        option = "episode" if name == "hide" else "source"
        assert await helper.autocomplete(stage.channel, f"library {name}", option, "") == []


async def test_a_form_is_refused_to_who_may_not_manage_any_more(stage: Stage, owner: Any) -> None:
    shown = await owner.slash(stage.channel, "library add")
    guild = stage.bot.get_guild(stage.guild.id)
    assert guild is not None
    member = await guild.fetch_member(owner.id)
    await member.remove_roles(*member.roles[1:])
    result = await owner.submit_modal(shown, {"files": [("a.vtt", spoken("One."))], "show": ""})
    assert seen(result.response).text == "Only those who may manage this server can change its library."
    assert await stage.bot.sources.sources(stage.guild.id) == []


async def test_another_servers_sources_and_episodes_are_out_of_reach(stage: Stage, owner: Any) -> None:
    theirs, _ = await stage.bot.sources.add_show(4242, "Secret", 1, stage.clock())
    held = await stage.bot.sources.add_file(theirs.id, "secret.vtt", spoken("A secret."), stage.clock())
    assert held is not None
    for options in ({"source": f"#{theirs.id}"}, {"source": "Secret"}, {"episode": f"#{held.id}"}, {"episode": "sec"}):
        answer = await stage.ask("library remove", by=owner, **options)
        assert answer.text.startswith("This server has no "), options
    for typed in (f"#{held.id}", "secret"):
        assert (await stage.ask("library hide", by=owner, episode=typed)).text.startswith("This server has no episode")
    assert (await stage.ask("library list", by=owner, source=f"#{theirs.id}")).text.startswith(
        "This server has no feed"
    )
    assert (await stage.ask("library export", by=owner)).text.startswith("This server has no episodes of its own.")
    for command, option in (("list", "source"), ("remove", "source"), ("remove", "episode"), ("hide", "episode")):
        assert await owner.autocomplete(stage.channel, f"library {command}", option, "") == []
    assert await stage.bot.sources.item(held.id) is not None


@pytest.mark.parametrize(
    "typed", ["", " ", "\0", "\ud800", "#", "#9" * 30, "#99999999999999999999", "🤖" * 100, "%", "_\\"]
)
async def test_whatever_is_typed_is_answered(stage: Stage, owner: Any, typed: str) -> None:
    for command, option in (("list", "source"), ("remove", "source"), ("remove", "episode"), ("hide", "episode")):
        assert (await stage.ask(f"library {command}", by=owner, **{option: typed})).private
        assert await owner.autocomplete(stage.channel, f"library {command}", option, typed) == []


async def test_in_chinese(stage: Stage, owner: Any, host: Host) -> None:
    with speaking("zh-CN"):
        answer = await add_feed(stage, owner, host.url("/feed"))
        assert "正在获取订阅源，然后读取文字稿。" in answer.text
        listed = await stage.ask("library list", by=owner)
    assert listed.lines[0] == "### 本服务器自己的节目"
