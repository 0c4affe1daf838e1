"""Obstacles to posting a quote of the day, and to what comes with it, in words with their mend."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.cards.layout import Card, card, small
from handlers.cards.markdown import clip, escape
from handlers.texts import Texts


def lacking_card(lack: str, texts: Texts) -> Card:
    return card(["⚠️ " + lack_in_words(lack, texts)])


def trouble_card(lack: str, server: str, channel_id: int, pause: int, texts: Texts) -> Card:
    """For whoever set it up."""
    blocks = [
        texts("The quote of the day could not be posted in {channel} of {server}.",
              channel=f"<#{channel_id}>", server=f"**{escape(clip(server, 100))}**"),
        lack_in_words(lack, texts),
        small(texts("It is tried again each day, and paused after {count} days. This is the only message about it.",
                    count=pause)),
    ]  # fmt: skip
    return card(blocks)


def lack_in_words(lack: str, texts: Texts) -> str:
    """The obstacle to posting, and its mend."""
    return {
        "gone": texts("The channel is gone. Choose another with /daily start."),
        "see": texts("I cannot see that channel. Give me the permission View Channel there."),
        "send": texts("I may not post in that channel. Give me the permission Send Messages there."),
        "threads": texts("I may not post in that thread. Give me the permission Send Messages in Threads, and see that "
                         "the thread is not locked."),
        "tag": texts("That forum asks for a tag, and has none that I may use. Add one, or do not require it."),
        "refused": texts("Discord refused the message. Try another channel with /daily start."),
        "unpunctuated": texts("These transcripts have no punctuation, so it cannot be told where a passage begins and "
                              "ends. Search and /verify work with them."),
        "nothing": texts("There is no passage that stands on its own. Choose another speaker or episode, or none."),
        "role": texts("That role is gone. Choose another with /daily edit."),
        "mention": texts("I may not mention that role. Let everybody mention it, or give me the permission Mention "
                         "Everyone there."),
        "open": texts("I may not open threads there. Give me the permission Create Public Threads."),
        "pin": texts("I may not pin messages there. Give me the permission Pin Messages."),
        "publish": texts("Only what is posted in an announcement channel can be published to other servers."),
        "elsewhere": texts("Threads and pins are for posts in text and announcement channels."),
    }[lack]  # fmt: skip


def warnings(lacks: Sequence[str], texts: Texts) -> str:
    """A line for each thing that is lacking."""
    return "\n".join("⚠️ " + lack_in_words(lack, texts) for lack in lacks)
