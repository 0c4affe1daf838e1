"""The quote of the day as it is posted."""

from __future__ import annotations

from dataclasses import replace

from handlers.addresses.address import PostAddress, QuoteAddress
from handlers.addresses.custom_id import Verb
from handlers.cards.controls import watch_button
from handlers.cards.layout import QUOTE_COLOUR, AnyButton, Block, Button, Frame, Separator, join, small
from handlers.cards.markdown import bold
from handlers.cards.quote import Quote, chapter_line, cited_lines, just_before
from handlers.texts import Texts
from transcript.language.language_names import own_name


def daily_frame(
    quote: Quote, address: QuoteAddress, post: PostAddress | None, texts: Texts, *, role_id: int | None = None
) -> Frame:
    """The post, or without `post` a preview. Its buttons open beside it, and so change nothing for the others.

    `role_id` is the role that it mentions.
    """
    passage = quote.passage
    blocks: list[Block] = [
        small(join(texts("Quote of the day"), f"<@&{role_id}>" if role_id else None)),
        just_before(quote, texts),
        "> " + bold(passage.text, ()),
        cited_lines(quote, texts),
        Separator(),
        chapter_line(quote),
    ]
    around = replace(address, context=True)
    buttons: list[AnyButton] = [Button(around, "c", label=texts("Context"), verb=Verb.OPEN)]
    for language in quote.episode.languages:
        if language != passage.language:
            flipped = replace(address, flipped=True)
            buttons.append(Button(flipped, "l", label=own_name(language), verb=Verb.OPEN))
    buttons += watch_button(quote.episode, quote.start, texts)
    if post is not None:
        buttons.append(Button(post, "", label=texts("Not this one"), verb=Verb.REPLACE))
    return Frame(blocks, buttons, QUOTE_COLOUR)
