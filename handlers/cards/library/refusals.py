"""Refusals to change a server's library, in words: the cause, and what to do instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from handlers.cards.markdown import typed
from handlers.library import refusals as kinds
from handlers.refusals import Refusal
from handlers.texts import Texts

NAMED = 5
"""Names that a refusal offers at most."""


def _bad_address(refusal: kinds.BadFeedAddressError, texts: Texts) -> str:
    return texts(
        "“{typed}” is not the address of a feed. It looks like https://example.org/feed.xml, without a password.",
        typed=typed(refusal.typed),
    )


def _no_room(refusal: kinds.NoRoomError, texts: Texts) -> str:
    return {
        "feeds": texts(
            "This server has {most} feeds, which is as many as it may have. /library remove makes room.",
            most=refusal.most,
        ),
        "episodes": texts(
            "This server has {most} episodes of its own, which is as many as it may have. /library remove makes room.",
            most=refusal.most,
        ),
        "megabytes": texts(
            "This server has {most} MB of its own, which is as much as it may have. /library remove makes room.",
            most=refusal.most,
        ),
    }[refusal.what]


def _unknown_source(refusal: kinds.UnknownSourceError, texts: Texts) -> str:
    there = "".join(f"\n- {typed(name, 80)}" for name in refusal.known[:NAMED]) or " —"
    return texts("This server has no feed or show “{typed}”. There are:", typed=typed(refusal.typed)) + there


LIBRARY_WORDS: dict[type[Refusal], Callable[[Any, Texts], str]] = {
    kinds.NotLibraryManagerError: lambda _, texts: texts(
        "Only those who may manage this server can change its library."
    ),
    kinds.BadFeedAddressError: _bad_address,
    kinds.NoRoomError: _no_room,
    kinds.NoFeedsError: lambda _, texts: texts("This server has no feeds of its own. /library add takes one."),
    kinds.NothingOwnError: lambda _, texts: texts("This server has no episodes of its own. /library add takes some."),
    kinds.NoNameError: lambda _, texts: texts("Name either a source or an episode."),
    kinds.UnknownSourceError: _unknown_source,
    kinds.UnknownItemError: lambda refusal, texts: texts(
        "This server has no episode of its own called “{typed}”.", typed=typed(refusal.typed)
    ),
    kinds.OfFeedError: lambda refusal, texts: texts(
        "“{typed}” is of a feed, and would come back. /library hide hides it.", typed=typed(refusal.title)
    ),
}
"""The words of each refusal, by its kind."""
