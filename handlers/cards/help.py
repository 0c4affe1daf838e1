"""The list of commands, each to be tapped."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers.cards.layout import Card, card, small
from handlers.texts import Texts


def help_card(
    commands: Sequence[tuple[str, str]], menus: Sequence[str], mention: Callable[[str], str], texts: Texts
) -> Card:
    """`commands` are names and descriptions; `mention` makes a name one that can be tapped. `menus` are on messages."""
    lines = [f"{mention(name)} {texts(description)}" for name, description in commands]
    lines += [texts("**{menu}** in a message's menu, under Apps", menu=menu) for menu in menus]
    advice = texts(
        "Type what you remember, in English or Chinese; spelling does not matter. Everything is quoted from a "
        "transcript as it stands, with its recognition errors."
    )
    heading = texts("Find who said it, when, and in which words")
    return card([f"### {heading}", "\n".join(lines), small(advice)])
