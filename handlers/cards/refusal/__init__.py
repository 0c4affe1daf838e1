"""Refusals as cards: the cause, what to do instead, and what was typed, so that nothing is typed twice."""

from __future__ import annotations

from handlers.cards.layout import Call, Card, card
from handlers.cards.refusal.asked import CHANGE, CHOOSE, Asked, asked_in, asked_lines
from handlers.cards.refusal.choices import choice_menu
from handlers.cards.refusal.words import refusal_text
from handlers.refusals import (
    NothingQuotableError,
    NothingToChangeError,
    OptionError,
    OverloadedError,
    RebuildingError,
    Refusal,
    UnavailableError,
)
from handlers.texts import Texts

CHANGEABLE = (
    OptionError,
    NothingQuotableError,
    NothingToChangeError,
    OverloadedError,
    RebuildingError,
    UnavailableError,
)
"""Refusals after which the same command may be asked again with something changed, or later."""


__all__ = ["CHANGE", "CHOOSE", "Asked", "asked_in", "failure_card", "outdated_card", "refusal_card"]


def refusal_card(refusal: Refusal, texts: Texts, asked: Asked | None = None) -> Card:
    """`asked` is the command that was refused, None where it was a press."""
    shown = asked_lines(asked) if asked and isinstance(refusal, CHANGEABLE) else None
    if shown is None or asked is None:
        return card([refusal_text(refusal, texts, listed=True)])
    menu = choice_menu(refusal, asked, texts)
    change = Call(texts("Change"), f"{CHANGE}{asked.command}")
    said = refusal_text(refusal, texts, listed=menu is None)
    return card([said, shown], [change], menus=[menu] if menu else [])


def failure_card(reference: str, texts: Texts) -> Card:
    """For what nobody expected; the reference is in the log too."""
    return card([texts("Sorry, that did not work. If it happens again, tell whoever runs this bot: {reference}",
                       reference=f"`{reference}`")])  # fmt: skip


def outdated_card(texts: Texts) -> Card:
    """For a command that this Discord client knows in an older form."""
    return card([texts("This command has changed. Restart Discord (Ctrl+R), then try again.")])
