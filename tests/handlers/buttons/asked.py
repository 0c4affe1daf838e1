"""All that can be asked for, each by who may ask for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tests import limits
from tests.handlers.stage import Seen, Stage, seen, seen_by_itself

ALTERED = "There are no top researchers I know for sure are going there"


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
    """A question of an owner who has set up a quote of the day."""

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
            return seen_by_itself(message)
    raise AssertionError(labels)


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
