"""Cards that tell members and owners of posts: those to come, today's, one that is passed over, and the end of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_skeleton

from config.schedule import DueDate
from handlers.addresses.custom_id import FORGET, unskip_id
from handlers.cards.citation import who_and_when
from handlers.cards.daily.choices import Setting, discord_stamp, schedule_in_words
from handlers.cards.layout import AnyButton, Block, Call, Card, Frame, Link, Section, card, small, stack_frames
from handlers.cards.markdown import bold
from handlers.cards.quote import Quote
from handlers.texts import Texts


@dataclass(frozen=True, slots=True)
class Coming:
    """A post to come: its moment, the server's date then, its quote, and the custom_id that refuses it."""

    due: datetime
    day: date
    quote: Quote
    refusal: str


def preview_card(coming: Sequence[Coming], texts: Texts) -> Card:
    """The next posts, each quote with a button that puts another in its place. Where few are left, one comes again:
    Discord takes its button once."""
    blocks: list[Block] = ["### " + texts("The next quotes of the day")]
    refusable = set[str]()
    for each in coming:
        said = each.quote
        lines = (discord_stamp(each.due), "> " + bold(said.passage.text, ()),
                 small(who_and_when(said.episode, said.passage.speaker, said.start)))  # fmt: skip
        post = "\n".join(lines)
        if each.refusal in refusable:
            blocks.append(post)
            continue
        refusable.add(each.refusal)
        day = format_skeleton("MMMd", each.day, locale=texts.language)
        blocks.append(Section([post], Call(texts("Not this ({day})", day=day), each.refusal)))
    blocks.append(small(texts("What is refused never comes again; another takes its place.")))
    return card(blocks)


def skipped_card(skipped: DueDate, coming: datetime | None, texts: Texts) -> Card:
    lines = [texts("Left out: {time}", time=discord_stamp(skipped.due))]
    if coming:
        lines.append(texts("The next one: {time}", time=discord_stamp(coming)))
    return card(["\n".join(lines)], [Call(texts("Undo"), unskip_id(skipped.day.toordinal()))])


def unskipped_card(due: datetime | None, texts: Texts) -> Card:
    """For a press of "Undo"; without a moment where that day is over or comes already."""
    if due is None:
        return card([texts("That one is not left out, or its time is over.")])
    return card([texts("It comes after all: {time}", time=discord_stamp(due))])


def today_card(setting: Setting, coming: datetime | None, today: Frame | None, link: str | None, texts: Texts) -> Card:
    """The time and place of the quote of the day, and today's; `link` is the address of its post."""
    blocks = [
        "### " + texts("The quote of the day"),
        texts("In {channel}: {schedule}", channel=f"<#{setting.channel_id}>",
              schedule=schedule_in_words(setting, texts)),
    ]  # fmt: skip
    if coming is not None:
        blocks.append(texts("Next: {time}", time=f"{discord_stamp(coming)} (<t:{int(coming.timestamp())}:R>)"))
    if today is None:
        blocks.append(texts("Today none has come yet.") if coming else texts("It is stopped at the moment."))
        return card(blocks)
    buttons: list[AnyButton] = [Link(texts("Open post"), link)] if link else []
    return stack_frames([Frame(blocks, buttons), today])


def stopped_card(*, running: bool, texts: Texts) -> Card:
    if not running:
        return card([texts("It was not running. What was chosen is kept; forget:true deletes it.")])
    return card([texts("No more quotes are posted. What was chosen is kept, and /daily start begins again.")])


def forget_card(texts: Texts) -> Card:
    """Asks once before all is deleted."""
    asked = texts(
        "Shall I end the quote of the day and delete what was chosen, what was posted and what was refused? "
        "The posts themselves stay."
    )
    return card([asked], [Call(texts("Delete all"), FORGET)])


def forgotten_card(texts: Texts) -> Card:
    return card([texts("It is ended, and all that was kept of this server is deleted.")])


def replaced_card(link: str, texts: Texts) -> Card:
    return card([texts("Another quote is in its place: {link}", link=link)])


def posted_card(link: str, *, besides: bool, coming: datetime | None, texts: Texts) -> Card:
    said = texts("Posted, besides today's: {link}", link=link) if besides else texts("Posted: {link}", link=link)
    after = (
        texts("The next one: {time}", time=discord_stamp(coming))
        if coming
        else texts("It begins again with /daily start.")
    )
    return card([f"{said}\n{after}"])


def unsure_card(*, again: bool, texts: Texts) -> Card:
    if again:
        return card([texts("Discord did not answer. If the quote is not there, it is tried again in a minute.")])
    return card([texts("Discord did not answer. If the quote is not there, try again.")])
