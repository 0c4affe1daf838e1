"""Every button and menu of every answer, pressed in both languages: members', moderators' and owners'."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any

import discord
import pytest

from handlers.cards.follow import STOP
from handlers.texts import catalog
from tests import discord_schema, limits
from tests.conftest import MakeLibrary
from tests.handlers.stage import Seen, Stage, seen, speaking

ALTERED = "There are no top researchers I know for sure are going there"


DEPTH = 3
"""Presses one after the other: from an answer to what its buttons bring, and on."""


FAILURES = ("Sorry, that did not work", "抱歉")


@dataclass(frozen=True)
class People:
    member: Any
    moderator: Any
    owner: Any


Asking = Callable[[Stage, People], Awaitable[tuple[Seen, Any]]]
"""Asks for an answer; gives it, and who presses its buttons."""


def slash(command: str, by: str = "member", **options: Any) -> Asking:
    async def ask(stage: Stage, people: People) -> tuple[Seen, Any]:
        who = getattr(people, by)
        return await stage.ask(command, by=who, **options), who

    return ask


def daily(command: str, **options: Any) -> Asking:
    """What an owner asks for who has set up a quote of the day."""

    async def ask(stage: Stage, people: People) -> tuple[Seen, Any]:
        where: dict[str, Any] = {"channel": stage.channel}
        started = await stage.ask("daily start", by=people.owner, **where, time="9", timezone="Berlin")
        return (await stage.ask(command, by=people.owner, **options) if command else started), people.owner

    return ask


async def post_of_today(stage: Stage, people: People) -> tuple[Seen, Any]:
    await daily("daily now")(stage, people)
    return posted(stage, "Not this one", "换掉这句"), people.moderator


def on_message(command: str, text: str) -> Asking:
    """A command of a message's menu, on a member's message."""

    async def ask(stage: Stage, people: People) -> tuple[Seen, Any]:
        message = await stage.bob.send(stage.channel, text)
        return seen((await people.moderator.context_menu(stage.channel, command, message)).response), people.moderator

    return ask


def posted(stage: Stage, *labels: str) -> Seen:
    """The newest message of the channel that has a button with one of the labels."""
    for message in stage.channel.history():
        components = [each.to_dict() for each in message.components]
        if any(each.get("label") in labels for each in limits.walk(components)):
            return posted_by_itself(message)
    raise AssertionError(labels)


def posted_by_itself(message: discord.Message) -> Seen:
    return replace(seen(_Shown([each.to_dict() for each in message.components], message)), message=message)


@dataclass(frozen=True)
class _Shown:
    """A message as an answer to an interaction is."""

    components: list[Any]
    message: discord.Message
    ephemeral: bool = False

    @property
    def attachments(self) -> list[discord.Attachment]:
        return self.message.attachments


QUOTES = "\n\n".join(
    f"> {said}\n— Dylan Patel"
    for said in (
        ALTERED,
        "The word AGI has no meaning anymore",
        "Microsoft has more lawyers than God",
        "Elon is a fantastic engineer",
        "Nobody sails the ferries of Orval anymore",
        "The solder balls would crack",
        "They have more lawyers than God",
    )
)


ASKED: dict[str, Asking] = {
    "quote": slash("quote", text="solder balls would crack"),
    "quote, private": slash("quote", text="微软的律师多得吓人", private=True),
    "nearest": slash("quote", text="NVIDIA is going to acquire CoreWeave for forty billion dollars"),
    "unknown speaker": slash("quote", text="solder balls", speaker="Zaphod"),
    "unknown episode": slash("chapters", episode="Zaphod"),
    "random": slash("random", speaker="matthew"),
    "chapters": slash("chapters"),
    "chapter": slash("chapter", name="5"),
    "unknown chapter": slash("chapter", name="zaphod"),
    "at": slash("at", time="31.38"),
    "no time": slash("at", time="soon"),
    "when": slash("when", topic="nvidia"),
    "no moment": slash("when", topic="zaphod"),
    "episodes": slash("episodes"),
    "altered": slash("verify", claim=f"“{ALTERED}” — Dylan Patel"),
    "not found": slash("verify", claim="“NVIDIA will buy all the lighthouses of Norway”"),
    "many quotes": on_message("Check quote", QUOTES),
    "no answer of mine": on_message("Delete answer", "Hello."),
    "no daily post": on_message("Not this one", "Hello."),
    "help": slash("help", by="owner"),
    "follow": slash("follow add", phrase="bumpgate"),
    "follows": slash("follow list"),
    "no follow": slash("follow stop", which="zaphod"),
    "today": slash("today"),
    "daily start": daily(""),
    "wrong zone": slash("daily edit", by="owner", timezone="Portland"),
    "wrong hour": slash("daily edit", by="owner", time="soon"),
    "wrong days": slash("daily edit", by="owner", days="someday"),
    "daily status": daily("daily status"),
    "daily preview": daily("daily preview"),
    "daily skip": daily("daily skip"),
    "daily edit": daily("daily edit", time="18:30"),
    "daily stop": daily("daily stop", forget=True),
    "daily now": daily("daily now"),
    "daily post": post_of_today,
    "today's": daily("today"),
    "add feed": slash("library add", by="owner", feed="https://feeds.example.org/rivers"),
    "no feed": slash("library add", by="owner", feed="ftp://example.org"),
    "files": slash("library list", by="owner"),
    "unknown source": slash("library list", by="owner", source="zaphod"),
    "unshared": slash("library shared", by="owner", answers="off"),
    "announce": slash("library announce", by="owner"),
}


def shown_components(answer: Seen) -> list[dict[str, Any]]:
    return [each if isinstance(each, dict) else each.to_dict() for each in answer.message.components]


def controls(answer: Seen) -> list[dict[str, Any]]:
    """The buttons and menus that can be used."""
    kinds = (limits.BUTTON, limits.SELECT)
    every = [each for each in limits.walk(shown_components(answer)) if each["type"] in kinds]
    return [each for each in every if "custom_id" in each and not each.get("disabled")]


def kind_of(control: dict[str, Any]) -> str:
    """What tells a control from those that do the same with something else: the verb, and what is written on it."""
    label = control.get("label") or control.get("placeholder") or ""
    return f"{control['custom_id'][:2]} {''.join(each for each in label if not each.isdecimal())}"


async def use(answer: Seen, control: dict[str, Any], by: Any) -> Seen | None:
    """What there is to see after that; None for a modal."""
    custom_id = control["custom_id"]
    if control["type"] == limits.SELECT:
        result = await by.select(answer.message, [control["options"][-1]["value"]], custom_id=custom_id)
    else:
        result = await by.click(answer.message, custom_id=custom_id)
    assert result.acknowledged, control
    if result.modal is not None:
        assert not discord_schema.DESCRIPTION.exists() or not discord_schema.faults_of_modal(result.modal)
        return None
    return seen(result.followups[-1] if result.followups else result.response)


@dataclass(frozen=True)
class Way:
    """From what is asked to an answer: the kinds of the controls that are pressed one after the other."""

    asked: str
    presses: tuple[str, ...] = ()

    async def go(self, stage: Stage, people: People) -> tuple[Seen, Any] | None:
        """The answer at its end, and who asked; None where a press leads elsewhere today."""
        answer, by = await ASKED[self.asked](stage, people)
        for press in self.presses:
            control = next((each for each in controls(answer) if kind_of(each) == press), None)
            following = await use(answer, control, by) if control else None
            if following is None:
                return None
            answer = following
        return answer, by


def words_of(answer: Seen) -> set[str]:
    return {label.strip("()") for label in answer.buttons} | set(answer.menus) | set(answer.text.split("\n"))


ENGLISH = {
    message.id
    for message in catalog("zh")
    if isinstance(message.id, str) and message.id and "{" not in message.id and message.string != message.id
}


def assert_good(answer: Seen, way: Way, locale: str) -> None:
    assert not answer.text.startswith(FAILURES), way
    assert all(alt.strip() for alt in [*answer.alt, *answer.thumbnails.values()]), way
    assert len(answer.files) == len(answer.alt), way  # a picture without words would be unseen by some
    for frame in shown_components(answer):  # nor may the buttons of a frame be told apart by their places alone
        labels = [each["label"] for each in limits.walk([frame]) if each["type"] == limits.BUTTON]
        assert len(set(labels)) == len(labels), (way, labels)
    if locale == "zh-CN":
        assert not words_of(answer) & ENGLISH, way


@pytest.fixture
def people(stage: Stage, owner: Any) -> People:
    role = stage.guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
    return People(stage.alice, stage.guild.add_member(stage.env.create_user("mo"), roles=[role]), owner)


def control_of(there: tuple[Seen, Any] | None, kind: str) -> dict[str, Any] | None:
    return next((each for each in controls(there[0]) if kind_of(each) == kind), None) if there else None


@dataclass
class Walk:
    """All ways through the answers, each control pressed once of a kind."""

    stage: Stage
    people: People
    locale: str
    pressed: set[str] = field(default_factory=set)

    async def take(self) -> None:
        ways = deque(map(Way, ASKED))
        while ways:
            ways.extend(await self._follow(ways.popleft()))

    async def _follow(self, way: Way) -> list[Way]:
        """Press what was not pressed yet of the answer at the way's end; the ways to answers with more to press."""
        found, there = [], await way.go(self.stage, self.people)
        assert_good(there[0], way, self.locale) if there else None
        for kind in self._unpressed(there[0], way) if there else []:
            if (control := control_of(there, kind)) is None:  # an earlier press took it away
                there = await way.go(self.stage, self.people)
                control = control_of(there, kind)
            if there is None or control is None:  # a random passage may have other buttons
                continue
            self.pressed.add(kind)
            shown, further = await use(there[0], control, there[1]), replace(way, presses=(*way.presses, kind))
            if shown is None:
                continue
            assert_good(shown, further, self.locale)
            if self._unpressed(shown, further):
                found.append(further)
            there = there if shown.message.id != there[0].message.id else None
        return found

    def _unpressed(self, answer: Seen, way: Way) -> list[str]:
        every = [] if len(way.presses) == DEPTH else map(kind_of, controls(answer))
        return [kind for kind in dict.fromkeys(every) if kind not in self.pressed]


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
async def test_every_button_answers(stage: Stage, people: People, locale: str) -> None:
    walk = Walk(stage, people, locale)
    with speaking(locale):
        await walk.take()
    verbs = {kind[:2] for kind in walk.pressed}
    assert verbs >= {"1e", "1o", "1s", "3f", "3n", "3p", "3u"}, verbs
    assert {verb[0] for verb in verbs} >= set("12345679"), verbs


NEW = "(00:00) Ann Li:\nToday we talk about bridges.\n\n(00:12) Bo Yu:\nForty million crowns for a bridge of granite.\n"


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
async def test_every_button_of_what_comes_by_itself_answers(
    stage: Stage, people: People, make_library: MakeLibrary, locale: str
) -> None:
    with speaking(locale):
        await stage.ask("follow add", by=people.owner, phrase="forty million crowns", to="this channel")
        await stage.ask("library announce", by=people.owner, channel=stage.channel)
        stage.clock.forward(minutes=1)
        await stage.restart(make_library({"2026-01-01 Bridges.txt": NEW}))
        await stage.bot.following.round(stage.clock())
        came = [posted_by_itself(each) for each in stage.channel.history() if each.components]
        assert len(came) == 2
        pressed = set()
        for notice in came:
            assert_good(notice, Way("by itself"), locale)
            for control in sorted(controls(notice), key=lambda each: each["custom_id"].startswith(STOP)):
                shown = await use(notice, control, people.owner)
                assert shown
                assert_good(shown, Way("by itself", (kind_of(control),)), locale)
                pressed.add(control["custom_id"][:1])
        assert STOP in pressed
