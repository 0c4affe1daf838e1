"""`/verify` and "Check quote": is this quote real, whose is it, what was changed? Only the asker sees the verdict."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import discord
from discord import app_commands
from discord.app_commands import Range
from discord.ext import commands

from handlers.addresses.address import QuoteAddress
from handlers.answers import Answers
from handlers.buttons import Reporting, correction_in
from handlers.cards.layout import Card
from handlers.cards.quote import Quote
from handlers.cards.verdict import MOST_NEAREST, Checked, searched_in, shown_claims, verdict_card
from handlers.client import client_of
from handlers.library.desk import Desk
from handlers.options import narrowed, offer_speakers
from handlers.refusals import NoClaimError, NoEpisodesError, OldButtonError, Refusal
from handlers.replies import send
from handlers.rights import may_write
from handlers.texts import texts_for
from handlers.verification.message import texts_of
from handlers.verification.posts import container_of, texts_in_container
from transcript.claims import LONGEST_MESSAGE, read_claims
from transcript.library import Library
from transcript.verdicts import Checkup, Verdict, check_claims


class Verification(commands.Cog):
    def __init__(self, desk: Desk, tree: app_commands.CommandTree[discord.Client]) -> None:
        self._desk = desk
        tree.add_command(app_commands.ContextMenu(name="Check quote", callback=self.check_quote))

    @app_commands.command()
    @app_commands.autocomplete(speaker=offer_speakers)
    @app_commands.describe(claim="The quote, as it was posted", speaker="Who is said to have said it")
    async def verify(
        self, interaction: discord.Interaction, claim: Range[str, 5, 1500], speaker: str | None = None
    ) -> None:
        """Check whether a quote is real; only you see the answer"""
        await self._answer_with_verdicts(interaction, lambda _: claim, speaker, NoClaimError("typed"))

    async def check_quote(self, interaction: discord.Interaction, message: discord.Message) -> None:
        def claim_in(library: Library) -> str:
            # A card of the bot's own has nothing to check.
            is_own = interaction.client.user == message.author and bool(message.components)
            lines = [] if is_own else texts_of(message, library.has_speaker)
            return "\n".join(lines)[:LONGEST_MESSAGE]

        without_claim = NoClaimError("bot" if message.author.bot else "message")
        await self._answer_with_verdicts(interaction, claim_in, None, without_claim, message=message.id)

    async def _answer_with_verdicts(
        self,
        interaction: discord.Interaction,
        claim_in: Callable[[Library], str],
        speaker: str | None,
        without_claim: NoClaimError,
        *,
        message: int = 0,
    ) -> None:
        answers = self._desk.answers_to(interaction)

        def check_claim() -> Checkup:
            library = answers.library
            if not library.episodes:
                raise NoEpisodesError(library.coverage)
            who, _ = narrowed(library, speaker, None)
            claims = read_claims(claim_in(library), library.has_speaker)
            if not claims:
                raise without_claim
            return check_claims(library, claims, speaker=who)

        await _show_verdicts(interaction, answers, check_claim, message=message)


class CheckButton(
    Reporting,
    template=re.compile(r"4(?P<slot>.)(?P<address>.+)", re.DOTALL),
):
    """Checks the quotes that its message shows as not checked yet."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        address = correction_in(self.custom_id)
        container = container_of(interaction.message, self.custom_id)
        claims = shown_claims(texts_in_container(container)) if container else []
        if not claims:
            raise OldButtonError
        answers = client_of(interaction).desk.answers_to(interaction)
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
        return Checked(verdict, None, address, nearest=_nearest_quotes(answers, address))
    return Checked(verdict, answers.quote(address), address, _original_words(answers, verdict, address))


def _nearest_quotes(answers: Answers, address: QuoteAddress | None) -> list[Quote]:
    """The first passages at an address; none where one of them is gone."""
    with contextlib.suppress(Refusal):
        several = address.pointers[:MOST_NEAREST] if address else ()
        return [answers.quote(QuoteAddress((pointer,))) for pointer in several]
    return []


def _original_words(answers: Answers, verdict: Verdict, address: QuoteAddress) -> str | None:
    """The words in the language that was spoken, if a claim has those of the translation; else None."""
    if not verdict.translation:
        return None
    with contextlib.suppress(Refusal):
        return answers.quote(replace(address, flipped=True)).passage.text
    return None
