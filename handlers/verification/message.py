"""The words of a message that may be a claim: its own, and those of whatever it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import discord

from transcript.claims import embed_credit


def texts_of(message: discord.Message, is_speaker: Callable[[str], bool]) -> Iterator[str]:
    """The texts of a message: its own and its poll's, and those of forwarded messages, embeds and components."""
    yield message.content
    embeds, components = list(message.embeds), list(message.components)
    for snapshot in message.message_snapshots:
        yield snapshot.content
        embeds += snapshot.embeds
        components += snapshot.components
    if message.poll is not None:
        yield message.poll.question
        yield from (f"- {answer.text}" for answer in message.poll.answers)
    for embed in embeds:
        yield from _texts_of_embed(embed, is_speaker)
    for component in components:
        yield from _texts_of_component(component)


def _texts_of_embed(embed: discord.Embed, is_speaker: Callable[[str], bool]) -> Iterator[str]:
    """The words of an embed, with the name that its author or its footer credits them to behind its description."""
    credited = (embed_credit(line, is_speaker) for line in (embed.footer.text, embed.author.name) if line)
    name = next(filter(None, credited), None)
    yield from filter(None, (embed.title, embed.description, f"— {name}" if name else None))
    yield from (f"{field.name}\n{field.value}" for field in embed.fields)


def _texts_of_component(component: object) -> Iterator[str]:
    """The text that a component of a message shows, and those that are in it."""
    if isinstance(component, discord.TextDisplay):
        yield component.content
    for child in getattr(component, "children", ()):
        yield from _texts_of_component(child)
