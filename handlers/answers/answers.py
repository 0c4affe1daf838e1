"""An address becomes a card: what is shown is looked up in the library each time, so nothing has to be remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from random import Random
from typing import TypeVar

from handlers.addresses.address import (
    Address,
    ChapterAddress,
    ContentsAddress,
    CorrectionAddress,
    EpisodeAddress,
    EpisodesAddress,
    PictureAddress,
    QuoteAddress,
    RandomAddress,
    SegmentAddress,
    TopicAddress,
)
from handlers.addresses.pointers import Pointing
from handlers.answers.contents import Contents
from handlers.cards.chapter import chapter_card, contents_card
from handlers.cards.episodes import episode_card, episodes_card
from handlers.cards.layout import Card
from handlers.cards.pictures.card import picture_card
from handlers.cards.quote import Quote, cited_card, quote_card
from handlers.cards.segment import segment_card
from handlers.cards.topic import topic_card
from handlers.deadline import Workers
from handlers.metrics import Meters
from handlers.refusals import GoneError, OverloadedError, RebuildingError
from handlers.texts import Texts
from transcript.errors import CacheError
from transcript.library import Library
from transcript.models import Language

T = TypeVar("T")


CARDS = 256
"""The cards made last, which are kept; with pictures, some three megabytes."""


class Answers:
    """Makes the cards that commands and buttons ask for, of one library. `rng` chooses random passages."""

    def __init__(
        self, library: Library, rng: Random, meters: Meters | None = None, workers: Workers | None = None
    ) -> None:
        self.library = library
        self.meters = meters or Meters()
        self.pointing = Pointing(library)
        self._contents = Contents(library, self.pointing, rng)
        self._workers = workers or Workers()
        self._cards: dict[tuple[Address, Language, bool], Card] = {}

    async def make(self, work: Callable[[], T]) -> T:
        """Do all the work for an answer in one go, off the event loop. Raises OverloadedError or RebuildingError."""
        return await self._workers.run(partial(_work_with_whole_cache, work))

    async def offer(self, work: Callable[[], list[T]]) -> list[T]:
        """Choices, made off the event loop when no answer waits; none where that takes too long."""
        try:
            return await self._workers.run(partial(_work_with_whole_cache, work), yielding=True)
        except (OverloadedError, RebuildingError):
            return []

    async def card(self, address: Address, texts: Texts, *, private: bool) -> Card:
        """The card at that address: one that was made lately, or made off the event loop. Raises a Refusal."""
        kept = self._cards.get((address, texts.language, private))
        if kept is not None:
            return kept
        return await self.make(lambda: self.card_at(address, texts, private=private))

    def card_at(self, address: Address, texts: Texts, *, private: bool) -> Card:
        """The card at that address. Not for the event loop. Raises a Refusal where it cannot be made."""
        of = (address, texts.language, private)
        made = self._cards.get(of) or self._make_card(address, texts, private)
        is_kept = not isinstance(address, RandomAddress | PictureAddress)  # the pictures of quotes are large
        if is_kept and self.library.coverage.is_complete:
            self._cards[of] = made
            while len(self._cards) > CARDS:
                self._cards.pop(next(iter(self._cards)), None)
        return made

    def _make_card(self, address: Address, texts: Texts, private: bool) -> Card:
        match address:
            case QuoteAddress():
                return quote_card(self.quote(address), address, texts, private=private)
            case RandomAddress():
                chosen = self._contents.choose_quote(address)
                return quote_card(self.quote(chosen), chosen, texts, private=private)
            case PictureAddress():
                shown = self.quote(QuoteAddress((address.pointer,), flipped=address.flipped))
                return picture_card(shown, address, texts, private=private)
            case SegmentAddress():
                return segment_card(self._contents.spoken_segment(address), address, texts, private=private)
            case ChapterAddress():
                return chapter_card(self._contents.chapter_part(address), address, texts, private=private)
            case ContentsAddress():
                episode = self._contents.episode_of(address.episode)
                return contents_card(episode, self._contents.chapters_of(episode), address, texts, private=private)
            case TopicAddress():
                return topic_card(
                    self._contents.topic_moments(address, texts.language), address, texts, private=private
                )
            case CorrectionAddress(()):
                raise GoneError
            case CorrectionAddress():
                here = [QuoteAddress((replace(pointer, quality="none"),)) for pointer in address.pointers]
                return cited_card([self.quote(each) for each in here], here[0], texts)
            case EpisodesAddress():
                return episodes_card(self._contents.listed_episodes(address), address, texts, private=private)
            case EpisodeAddress():
                return episode_card(self._contents.opened_episode(address), address, texts, private=private)

    def quote(self, address: QuoteAddress) -> Quote:
        """The passage at an address. Not for the event loop. Raises GoneError or ChangedError where there is none."""
        return self._contents.quote(address)

    @property
    def has_several_shows(self) -> bool:
        return self._contents.has_several_shows


def _work_with_whole_cache(work: Callable[[], T]) -> T:
    """The result of the work. A cache that turns out to be damaged is built anew by whoever notices, and the work is
    done again with the new one. Raises RebuildingError while another thread builds it."""
    try:
        return work()
    except CacheError as error:
        if not error.is_damaged:
            raise
    try:
        return work()
    except CacheError as error:
        raise RebuildingError from error
