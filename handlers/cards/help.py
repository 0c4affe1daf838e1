"""The list of commands in groups, each to be tapped, with an example."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.cards.layout import AnyButton, Card, Link, card, small
from handlers.cards.markdown import escape, visible
from handlers.texts import Texts

FIND, CHECK, FOLLOW, DAILY, LIBRARY = "find", "check", "follow", "daily", "library"
"""The groups, in the order in which they are shown."""


EXAMPLES: Mapping[str, tuple[str, str]] = {
    "quote": (FIND, "text:{question}"),
    "when": (FIND, "topic:{topic}"),
    "at": (FIND, "time:{time}"),
    "chapters": (FIND, "episode:{episode}"),
    "chapter": (FIND, "name:{chapter}"),
    "random": (FIND, "speaker:{speaker}"),
    "verify": (CHECK, "claim:{claim}"),
    "Check quote": (CHECK, ""),
    "Delete answer": (CHECK, ""),
    "follow add": (FOLLOW, "phrase:{topic}"),
    "follow list": (FOLLOW, ""),
    "follow stop": (FOLLOW, "which:{topic}"),
    "today": (DAILY, ""),
    "daily start": (DAILY, "channel:#quotes time:9 timezone:Berlin"),
    "daily edit": (DAILY, "time:18:30"),
    "daily preview": (DAILY, ""),
    "daily status": (DAILY, ""),
    "daily now": (DAILY, ""),
    "daily skip": (DAILY, ""),
    "daily stop": (DAILY, ""),
    "Not this one": (DAILY, ""),
    "episodes": (LIBRARY, ""),
    "library add": (LIBRARY, "feed:https://example.org/feed.xml"),
    "library list": (LIBRARY, ""),
    "library remove": (LIBRARY, ""),
    "library refresh": (LIBRARY, ""),
    "library hide": (LIBRARY, ""),
    "library shared": (LIBRARY, "answers:off"),
    "library export": (LIBRARY, ""),
    "library announce": (LIBRARY, "channel:#news"),
}
"""The group of each command, and what one may type after it, where there is something to type: `handlers.examples` has
the words in braces."""


@dataclass(frozen=True, slots=True)
class Links:
    """Web addresses that `/help` leads to, None for those that there are not."""

    invite: str | None = None
    support: str | None = None
    privacy: str | None = None


def help_card(
    commands: Sequence[tuple[str, str]],
    menus: Sequence[str],
    ids: Mapping[str, int],
    examples: Mapping[str, str],
    links: Links,
    texts: Texts,
) -> Card:
    """`commands` are names and descriptions of those that the asker may use, and `menus` the commands on messages;
    `examples` are of what one may type in the library of whoever asks."""
    advice = texts(
        "Type what you remember; spelling does not matter. Everything is quoted from a transcript as it stands, with "
        "its recognition errors."
    )
    headings = {
        FIND: texts("Find"),
        CHECK: texts("Check"),
        FOLLOW: texts("Follow"),
        DAILY: texts("A quote every day"),
        LIBRARY: texts("Episodes"),
    }
    entries = [
        (name, f"{mention_of(name, ids)} {texts(described)}{_example_of(name, examples)}")
        for name, described in commands
    ]
    entries += [(name, texts("**{menu}** in a message's menu, under Apps", menu=escape(texts(name)))) for name in menus]
    entries.sort(key=lambda entry: _place_of(entry[0]))
    blocks = ["### " + texts("Find who said it, when, and in which words")]
    for group, heading in headings.items():
        lines = [line for name, line in entries if _group_of(name) == group]
        if lines:
            blocks.append("\n".join([f"**{heading}**", *lines]))
    return card([*blocks, small(advice)], _link_buttons(links, texts))


def mention_of(name: str, ids: Mapping[str, int]) -> str:
    """A command that can be tapped, with the id that Discord gave it; its bold name where there is none."""
    root = name.partition(" ")[0]  # a command of a group has the group's id
    return f"</{name}:{ids[root]}>" if root in ids else f"**/{name}**"


def _group_of(name: str) -> str:
    return EXAMPLES[name][0] if name in EXAMPLES else LIBRARY


def _place_of(name: str) -> int:
    return list(EXAMPLES).index(name) if name in EXAMPLES else len(EXAMPLES)


def _example_of(name: str, examples: Mapping[str, str]) -> str:
    """An example of what to type after a command; empty where there is none, or one that would end its marks."""
    try:
        typed = EXAMPLES[name][1].format_map(examples) if name in EXAMPLES else ""
    except KeyError:  # the library has no such thing
        return ""
    return f" · `{visible(typed)}`" if typed and "`" not in typed else ""


def _link_buttons(links: Links, texts: Texts) -> list[AnyButton]:
    named = ((texts("Invite"), links.invite), (texts("Support"), links.support), (texts("Privacy"), links.privacy))
    return [Link(label, url) for label, url in named if url]
