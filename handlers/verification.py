"""`/verify` and "Check quote": is this quote real, whose is it, what was changed? Only the asker sees the verdict."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import cast

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands

from handlers.addresses.address import BadAddressError, CorrectionAddress, QuoteAddress
from handlers.addresses.codec import decode
from handlers.answers import Answers
from handlers.buttons import Reporting, Serving
from handlers.cards.layout import Card
from handlers.cards.verdict import Checked, searched_in, shown_claims, verdict_card
from handlers.library.desk import Desk
from handlers.options import narrowed, speaker_choices
from handlers.refusals import NoClaimError, NoEpisodesError, OldButtonError, Refusal
from handlers.replies import send
from handlers.texts import texts_for
from handlers.verdict_posts import container_of, may_write, texts_in_container
from transcript.claims import embed_credit
from transcript.library import Library
from transcript.verdicts import Checkup, Verdict, check, check_claims

_NO_WORDS = re.compile(r"https?://\S+|<a?:\w+:\d+>|<[@#&!:\w]+>")  # links, custom emoji, mentions


_TWO_LETTERS = re.compile(r"[^\W_]{2}")


LONGEST_MESSAGE = 4000
"""Characters of a message that are looked at; a member's message has at most as many."""


class Verification(commands.Cog):
    def __init__(self, desk: Desk, tree: app_commands.CommandTree[discord.Client]) -> None:
        self.desk = desk
        tree.add_command(app_commands.ContextMenu(name="Check quote", callback=self.check_quote))

    @app_commands.command()
    @app_commands.describe(claim="The quote, as it was posted", speaker="Who is said to have said it")
    async def verify(
        self, interaction: discord.Interaction, claim: Range[str, 5, 1500], speaker: str | None = None
    ) -> None:
        """Check whether a quote is real; only you see the answer"""
        await self._answer_with_verdicts(interaction, lambda _: claim, speaker, message=0)

    async def check_quote(self, interaction: discord.Interaction, message: discord.Message) -> None:
        def claim_in(library: Library) -> str:
            # A card of the bot's own has nothing to check.
            is_own = interaction.client.user == message.author and bool(message.components)
            lines = [] if is_own else texts_of(message, lambda name: bool(library.find_speakers(name, limit=1)))
            claim = "\n".join(lines)[:LONGEST_MESSAGE]
            if not _TWO_LETTERS.search(_NO_WORDS.sub("", claim)):
                raise NoClaimError(of_bot=message.author.bot)
            return claim

        await self._answer_with_verdicts(interaction, claim_in, None, message=message.id)

    async def _answer_with_verdicts(
        self, interaction: discord.Interaction, claim_in: Callable[[Library], str], speaker: str | None, *, message: int
    ) -> None:
        answers = self.desk.answers_to(interaction)

        def check_claim() -> Checkup:
            if not answers.library.episodes:
                raise NoEpisodesError(answers.library.coverage)
            claim = claim_in(answers.library)
            who, _ = narrowed(answers.library, speaker, None)
            return check(answers.library, claim, speaker=who)

        await _show_verdicts(interaction, answers, check_claim, message=message)

    @verify.autocomplete("speaker")
    async def _offer_speakers(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        answers = self.desk.answers_to(interaction)
        return await answers.offer(lambda: speaker_choices(answers.library, interaction, typed))


class CheckButton(
    Reporting,
    template=re.compile(r"4(?P<slot>.)(?P<address>.+)", re.DOTALL),
):
    """Checks the quotes that its message shows as not checked yet."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        try:
            address = decode(self.custom_id[2:])
        except BadAddressError as error:
            raise OldButtonError from error
        container = container_of(interaction.message, self.custom_id)
        claims = shown_claims(texts_in_container(container)) if container else []
        if not isinstance(address, CorrectionAddress) or not claims:
            raise OldButtonError
        answers = cast("Desk", cast("Serving", interaction.client).desk).answers_to(interaction)
        check_claim = partial(check_claims, answers.library, claims)
        await _show_verdicts(interaction, answers, check_claim, message=address.message)


async def _show_verdicts(
    interaction: discord.Interaction, answers: Answers, check: Callable[[], Checkup], *, message: int
) -> None:
    """Answer with verdicts that only whoever asks sees; `message` is the id of the one that was checked, or 0."""
    may_post, texts = may_write(interaction), texts_for(interaction)

    def make_card() -> Card:
        check_claim = check()
        for verdict in check_claim.verdicts:
            answers.meters.verdicts.labels(verdict.kind).inc()
        checked = [_looked_up(answers, verdict) for verdict in check_claim.verdicts]
        searched, unchecked = searched_in(answers.library), check_claim.unchecked
        return verdict_card(checked, searched, texts, message=message, may_post=may_post, unchecked=unchecked)

    await send(interaction, await answers.make(make_card), private=True)


def _looked_up(answers: Answers, verdict: Verdict) -> Checked:
    """A verdict with the passage that its words are from."""
    address = answers.pointing.checked(verdict)
    if address is None or verdict.episode is None:
        return Checked(verdict, None, address)
    return Checked(verdict, answers.quote(address), address, _original_words(answers, verdict, address))


def _original_words(answers: Answers, verdict: Verdict, address: QuoteAddress) -> str | None:
    """The words in the language that was spoken, if a claim has those of the translation; else None."""
    if not verdict.translation:
        return None
    with contextlib.suppress(Refusal):
        return answers.quote(replace(address, flipped=True)).passage.text
    return None


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
