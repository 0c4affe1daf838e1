"""The command that was refused with what was typed for it, as the refusal shows it in small lines.

Nothing is remembered: a press reads the command from the message that shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handlers.cards.layout import small
from handlers.cards.markdown import escape, visible, without_escapes

CHOOSE, CHANGE = "6", "7"
"""Begin the custom_id of the menu that fills an option, and of the button that opens what was typed to be changed."""


MOST_SHOWN = 1_600
"""Characters of what was typed that are shown; escaped they may be twice as many. More is not offered again."""


_LINE_BREAK = " \u23ce "


_COMMAND_LINE = re.compile(r"-# /([a-z]+(?: [a-z]+)?)")


_OPTION_LINE = re.compile(r"-# ([a-z_]{1,32}): (.*)")


_MENTION = re.compile(r"<(?:#|@&?)(\d+)>")


@dataclass(frozen=True, slots=True)
class Asked:
    """A command by its full name, and its options as text: a channel or a role as its id, or as a mention of it."""

    command: str
    options: Mapping[str, str]


def asked_lines(asked: Asked) -> str | None:
    """The command and what was typed, a small line each; None where that is too much to be shown."""
    if sum(map(len, asked.options.values())) > MOST_SHOWN:
        return None
    lines = [f"/{asked.command}", *(f"{name}: {_shown_option(value)}" for name, value in asked.options.items())]
    return "\n".join(map(small, lines))


def _shown_option(value: str) -> str:
    if _MENTION.fullmatch(value):
        return value
    return escape(_LINE_BREAK.join(map(visible, value.splitlines())))


def asked_in(blocks: Iterable[str]) -> Asked | None:
    """The command that a message shows in these blocks; None where it shows none."""
    for block in blocks:
        command, *lines = block.split("\n")
        if named := _COMMAND_LINE.fullmatch(command):
            options = filter(None, map(_OPTION_LINE.fullmatch, lines))
            return Asked(named[1], {each[1]: _typed_option(each[2]) for each in options})
    return None


def _typed_option(shown: str) -> str:
    mention = _MENTION.fullmatch(shown)
    return mention[1] if mention else without_escapes(shown).replace(_LINE_BREAK, "\n")
