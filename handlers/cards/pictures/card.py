"""The card with a passage's picture, to be saved or shared, in either form and on either ground."""

from __future__ import annotations

from dataclasses import replace

from handlers.addresses.address import PictureAddress
from handlers.cards import limits
from handlers.cards.controls import share
from handlers.cards.layout import AnyButton, Button, Card, Picture, card, join
from handlers.cards.markdown import clip, visible
from handlers.cards.pictures.passage import DARK, LIGHT, SQUARE, WIDE, Citation, draw_passage
from handlers.cards.pictures.typesetting import Style, is_drawn
from handlers.cards.quote import Quote
from handlers.refusals import NoFontError
from handlers.texts import Texts
from transcript.timecode import format_time

LONGEST_WORDS = 900
"""Characters of a passage that may come into a picture; in the smallest letters about as many fit."""


def picture_card(quote: Quote, address: PictureAddress, texts: Texts, *, private: bool) -> Card:
    """Not for the event loop: it draws. Raises NoFontError where no font has the letters."""
    cited = _citation_of(quote, texts)
    if not is_drawn(cited.words, Style(WIDE.small, cited.language)):
        raise NoFontError
    png = draw_passage(cited, SQUARE if address.square else WIDE, LIGHT if address.light else DARK)
    alt = clip(join(cited.words, cited.speaker, cited.source), limits.ALT_TEXT)
    shown = Picture(png, "quote.png", alt)
    return card([texts("A picture to post elsewhere:")], _form_buttons(address, texts, private=private), picture=shown)


def _citation_of(quote: Quote, texts: Texts) -> Citation:
    passage, episode = quote.passage, quote.episode
    at = None if quote.start is None else format_time(quote.start)
    translation = texts("translation") if passage.language != episode.original else None
    source = join(at, episode.show and visible(episode.show), visible(episode.title), episode.date, translation)
    words = clip(visible(passage.text), LONGEST_WORDS)
    return Citation(words, visible(passage.speaker or ""), source, passage.language)


def _form_buttons(address: PictureAddress, texts: Texts, *, private: bool) -> list[AnyButton]:
    form = texts("Wide") if address.square else texts("Square")
    ground = texts("Dark") if address.light else texts("Light")
    buttons: list[AnyButton] = [
        Button(replace(address, square=not address.square), "f", label=form),
        Button(replace(address, light=not address.light), "g", label=ground),
    ]
    return buttons + share(address, texts, private=private)
