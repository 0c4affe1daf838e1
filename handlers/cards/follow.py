"""Messages to followers, and the list of follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from config.tables import Follow
from handlers.addresses.address import QuoteAddress
from handlers.cards.citation import MAX_SPEAKER
from handlers.cards.layout import Call, Card, card, small, stack_frames
from handlers.cards.markdown import clip, escape, typed
from handlers.cards.quote import Quote, quote_card
from handlers.texts import Texts

STOP = "8"
"""The beginning of the custom_id of a button that ends a follow; its id comes after it."""


def notice_card(quote: Quote, address: QuoteAddress, follow: Follow, texts: Texts) -> Card:
    """The passage of a new episode that has what is followed."""
    (frame,) = quote_card(quote, address, texts, private=False).frames
    said = texts("In a new episode: {followed}", followed=followed(follow))
    buttons = [*frame.buttons, Call(texts("Stop"), f"{STOP}{follow.id}")]
    return stack_frames([replace(frame, blocks=[small(said), *frame.blocks], buttons=buttons)])


def announcement_card(opened: Card, texts: Texts) -> Card:
    """A new episode, as it is when it is opened from the list, but for the way back."""
    (frame,) = opened.frames
    return stack_frames(
        [replace(frame, blocks=[small(texts("New episode")), *frame.blocks], buttons=frame.buttons[1:])]
    )


def announcing_card(channel_id: int | None, texts: Texts, *, may_write: bool = True) -> Card:
    """The answer to `/library announce`; None for the channel is the end of it."""
    if channel_id is None:
        return card([texts("New episodes are no longer told.")])
    place = f"<#{channel_id}>"
    lacking = (
        "" if may_write else texts("I may not write in {channel} yet: allow it, or choose another.", channel=place)
    )
    return card([texts("Each new episode is told in {channel}.", channel=place), lacking])


def followed(follow: Follow) -> str:
    """A follow in a few words: “phrase”, a speaker, or a phrase that a speaker says."""
    speaker = f"**{escape(clip(follow.speaker, MAX_SPEAKER))}**" if follow.speaker else ""
    phrase = f"“{typed(follow.phrase)}”" if follow.phrase else ""
    return ": ".join(filter(None, (speaker, phrase)))


def follows_card(follows: Sequence[Follow], texts: Texts) -> Card:
    if not follows:
        return card([texts("Nothing is followed. Begin with /follow add.")])
    lines = [f"- {followed(each)} · {place_of(each, texts)}" for each in follows]
    head = texts.many("{count} follow", "{count} follows", len(follows))
    return card([f"### {head}", "\n".join(lines), small(texts("Stop one with /follow stop."))])


def started_card(follow: Follow, texts: Texts, *, is_known: bool) -> Card:
    said = texts(
        "When a new episode has {followed}, a message comes to {place}.",
        followed=followed(follow),
        place=place_of(follow, texts),
    )
    unknown = "" if is_known else texts("Nobody of that name has spoken yet; it waits for the first time.")
    return card([said, small(unknown) if unknown else "", small(texts("Stop it with /follow stop."))])


def stopped_card(follow: Follow, texts: Texts) -> Card:
    return card([texts("No longer followed: {followed}", followed=followed(follow))])


def place_of(follow: Follow, texts: Texts) -> str:
    """The channel to which it goes, or the words for direct messages."""
    return texts("direct messages") if follow.channel_id is None else f"<#{follow.channel_id}>"
