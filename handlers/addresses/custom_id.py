"""The custom_id of a button: its verb, its slot and its address. What was once written must stay readable for ever."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from handlers.addresses.address import Address, BadAddressError, PostAddress, QuoteAddress
from handlers.addresses.codec import decode, encode


class Verb(Enum):
    """The effect of a press. The value begins the custom_id."""

    TURN = "1e"
    """Show the answer in the place of the message."""

    OPEN = "1o"
    """Show the answer to whoever pressed, and leave the message."""

    SHARE = "1s"
    """Post the answer for all to see."""

    CORRECT = "2"
    """Post the verdict, in reply to the message that was checked."""

    CHECK = "4"
    """Check the quotes that the message shows as not checked."""

    CHOOSE = "5"
    """Show what is chosen in a menu, whose values are addresses, in the place of the message."""

    OPEN_CHOSEN = "9"
    """Show what is chosen in a menu to whoever chose it, and leave the message."""

    REPLACE = "3n"
    """Put another quote in the place of a daily one."""


def custom_id(verb: Verb, slot: str, address: Address | PostAddress) -> str:
    """At most 100 characters. `slot`, one character, keeps two buttons of a message apart that lead to the same place.

    A post's button has no slot: a message has one of them at most.
    """
    if isinstance(address, PostAddress):
        return f"{post_mark(address.post)}{address.segment}.{address.first}"
    return f"{verb.value}{slot}{encode(address)}"


def shared_id(custom_id: str) -> str:
    """The id of what a button "Share" posts, empty for any other button: a quote is the same with what stands around it
    and without."""
    if not custom_id.startswith(Verb.SHARE.value):
        return ""
    try:
        address = decode(custom_id[3:])
    except BadAddressError:
        return custom_id
    if isinstance(address, QuoteAddress):
        address = replace(address, context=False)
    return encode(address)


def post_mark(post_id: int) -> str:
    """The beginning of the custom_id of a daily post's button, by which the post is found again in its channel."""
    return f"{Verb.REPLACE.value}{post_id}."


FORGET = "3f"
"""The custom_id of the button that deletes what is kept of a server's quote of the day."""


def unskip_id(day: int) -> str:
    """The custom_id of the button that lets the post of a date come after all, by the date's ordinal."""
    return f"3u{day}"


def refusal_id(episode: bytes, segment: int, first: int, language: str) -> str:
    """The custom_id of the button that refuses a passage to come; `episode` is a key."""
    return f"3p{episode.hex()}.{segment}.{first}.{language}"
