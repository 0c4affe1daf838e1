"""An address becomes a card: what is shown is looked up in the library each time, so nothing has to be remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
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
    episode_key,
    key,
)
from handlers.addresses.places import Place, place_of_chapter, place_of_pointer, place_of_segment
from handlers.addresses.pointers import Pointing
from handlers.cards.chapter import Part, chapter_card, contents_card
from handlers.cards.episodes import Listed, Opened, episode_card, episodes_card
from handlers.cards.layout import Card
from handlers.cards.pictures.card import picture_card
from handlers.cards.quote import Quote, cited_card, quote_card
from handlers.cards.segment import Spoken, segment_card
from handlers.cards.topic import Topic, topic_card
from handlers.deadline import Workers
from handlers.metrics import Meters
from handlers.refusals import (
    ChangedError,
    CommonTopicError,
    GoneError,
    NoChaptersError,
    NoMomentsError,
    NothingQuotableError,
    NoTopicError,
    OverloadedError,
    RebuildingError,
)
from handlers.texts import Texts
from transcript.errors import CacheError
from transcript.language.sentences import Range
from transcript.library import Library, Passage, passage_of, pick, second_of
from transcript.models import Chapter, Citation, Episode, Language, Segment
from transcript.search import Moments, has_terms, is_telling, moments

T = TypeVar("T")


CONTEXT_SEGMENTS = 2
"""Segments on each side of a passage that its context shows."""


TOPICS = 32
"""The topics asked about last, whose moments are kept for the turning of pages."""


CARDS = 256
"""The cards made last, which are kept; with pictures, some three megabytes."""


def slugs_by_key(episodes: Sequence[Episode]) -> dict[bytes, str]:
    """The slugs of episodes by their keys."""
    return {episode_key(episode): episode.slug for episode in episodes}


def speakers_by_key(episodes: Sequence[Episode]) -> dict[bytes, str]:
    """The speakers of episodes by the keys of their names."""
    return {key(name): name for episode in episodes for name in episode.speakers}


class Answers:
    """Makes the cards that commands and buttons ask for, of one library. `rng` chooses random passages."""

    def __init__(
        self, library: Library, rng: Random, meters: Meters | None = None, workers: Workers | None = None
    ) -> None:
        self.library = library
        self.meters = meters or Meters()
        self.pointing = Pointing(library)
        self._rng = rng
        self._workers = workers or Workers()
        self._moments = lru_cache(TOPICS)(partial(_find_moments, library))
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
                chosen = self._choose_quote(address)
                return quote_card(self.quote(chosen), chosen, texts, private=private)
            case PictureAddress():
                shown = self.quote(QuoteAddress((address.pointer,), flipped=address.flipped))
                return picture_card(shown, address, texts, private=private)
            case SegmentAddress():
                return segment_card(self._spoken_segment(address), address, texts, private=private)
            case ChapterAddress():
                return chapter_card(self._chapter_part(address), address, texts, private=private)
            case ContentsAddress():
                episode = self._episode_of(address.episode)
                return contents_card(episode, self._chapters_of(episode), address, texts, private=private)
            case TopicAddress():
                return topic_card(self._topic_moments(address, texts.language), address, texts, private=private)
            case CorrectionAddress(()):
                raise GoneError
            case CorrectionAddress():
                here = [QuoteAddress((replace(pointer, quality="none"),)) for pointer in address.pointers]
                return cited_card([self.quote(each) for each in here], here[0], texts)
            case EpisodesAddress():
                return episodes_card(self._listed_episodes(address), address, texts, private=private)
            case EpisodeAddress():
                return episode_card(self._opened_episode(address), address, texts, private=private)

    def _episode_of(self, episode: bytes) -> Episode:
        slugs = (known[episode] for known in self.library.derived(slugs_by_key) if episode in known)
        found = self.library.episode(next(slugs, ""))
        if found is None:
            raise GoneError
        return found

    def _listed_episodes(self, address: EpisodesAddress) -> Listed:
        episodes = self.library.episodes
        shows = sorted({episode.show for episode in episodes if episode.show}, key=str.casefold)
        if address.show:
            episodes = tuple(each for each in episodes if each.show and key(each.show) == address.show)
        if not episodes:
            raise GoneError
        return Listed(episodes, shows, self.library.coverage)

    def _opened_episode(self, address: EpisodeAddress) -> Opened:
        """The episode, with a passage that stays the same."""
        episode = self._episode_of(address.episode)
        chapters = self.library.chapters(episode.slug)
        always = Random(int.from_bytes(address.episode))  # noqa: S311 - which passage it is is no secret
        chosen = pick(self.library, [episode], None, address.language, always)
        if chosen is None:
            return Opened(episode, chapters)
        pointer = self.pointing.at(chosen.episode, chosen.segment, (chosen.span,), chosen.language)
        quoted = QuoteAddress((pointer,), context=True)
        return Opened(episode, chapters, self.quote(quoted), quoted)

    def _segment_of(self, episode: Episode, index: int) -> Segment:
        found = self.library.segments(episode.slug, index, index)
        if not found:
            raise GoneError
        return found[0]

    def _chapters_of(self, episode: Episode) -> tuple[Chapter, ...]:
        chapters = self.library.chapters(episode.slug)
        if not chapters:
            raise NoChaptersError(episode)
        return chapters

    def _chapter_of(self, episode: Episode, segment: Segment) -> Chapter | None:
        return self.library.chapter(episode.slug, segment.chapter) if segment.chapter else None

    @property
    def _has_several_shows(self) -> bool:
        return len({episode.show for episode in self.library.episodes}) > 1

    def quote(self, address: QuoteAddress) -> Quote:
        """The passage at an address, or where its words are gone what stands there now.

        Raises GoneError or ChangedError where nothing does.
        """
        pointer = address.pointer
        episode = self._episode_of(pointer.episode)
        place = place_of_pointer(self.library, episode, pointer)
        if place is None:
            raise ChangedError
        first = place.segment
        spans = tuple((max(0, start + place.moved), max(0, end + place.moved)) for start, end in pointer.spans)
        passage = self._passage_at(address, episode, place, spans)
        if passage is None:
            raise GoneError
        begin = spans[0][0] if spans else 0
        is_there = first.index == pointer.segment and not place.corrected
        also = [index for index in pointer.also if is_there and index < episode.segments]
        times = [self._segment_of(episode, index).start for index in also]
        return Quote(
            passage,
            episode,
            second_of(self.library, episode.slug, first, begin, pointer.language),
            self._chapter_of(episode, first),
            before=self.library.segments(episode.slug, passage.first - CONTEXT_SEGMENTS, passage.first - 1),
            after=self.library.segments(episode.slug, passage.last + 1, passage.last + CONTEXT_SEGMENTS),
            also=tuple(start for start in times if start is not None),
            several=self._has_several_shows,
            corrected=place.corrected,
        )

    def _passage_at(
        self, address: QuoteAddress, episode: Episode, place: Place, spans: tuple[Range, ...]
    ) -> Passage | None:
        """The passage around the spans, or in the other language; where its words are gone, around where they began."""
        pointer = address.pointer
        begin, end = (spans[0][0], spans[-1][1]) if spans else (0, 0)
        language = pointer.language
        if address.flipped:
            language = next((each for each in episode.languages if each != language), language)
        return passage_of(
            self.library,
            Citation(episode.slug, place.segment.index, (begin, begin if place.corrected else end), pointer.language),
            shown_in=language,
            marks=spans if pointer.quality != "none" and not place.corrected else (),
            padded=pointer.quality != "none",
        )

    def _choose_quote(self, address: RandomAddress) -> QuoteAddress:
        episodes = [self._episode_of(address.episode)] if address.episode else self.library.episodes
        speaker = self._speaker_of(address.speaker)
        chosen = pick(self.library, episodes, speaker, address.language, self._rng)
        if chosen is None:
            raise NothingQuotableError(unpunctuated=not any(episode.punctuated for episode in episodes))
        pointer = self.pointing.at(chosen.episode, chosen.segment, (chosen.span,), chosen.language)
        return QuoteAddress((pointer,), again=address)

    def _speaker_of(self, speaker: bytes) -> str | None:
        if not speaker:
            return None
        found = (known[speaker] for known in self.library.derived(speakers_by_key) if speaker in known)
        name = next(found, None)
        if name is None:
            raise GoneError
        return name

    def _spoken_segment(self, address: SegmentAddress) -> Spoken:
        episode = self._episode_of(address.episode)
        place = place_of_segment(self.library, episode, address)
        if place is None:
            raise ChangedError
        segment = place.segment
        around = {
            each.index: each for each in self.library.segments(episode.slug, segment.index - 1, segment.index + 1)
        }
        return Spoken(
            segment,
            episode,
            self._chapter_of(episode, segment),
            before=around.get(segment.index - 1),
            after=around.get(segment.index + 1),
            several=self._has_several_shows,
            corrected=place.corrected,
        )

    def _chapter_part(self, address: ChapterAddress) -> Part:
        episode = self._episode_of(address.episode)
        chapters = self._chapters_of(episode)
        found = place_of_chapter(chapters, address)
        if found is None:
            raise ChangedError
        chapter, corrected = found
        timed = chapter.start is not None
        amounts: dict[str, float] = {}
        for segment in self.library.segments(episode.slug, chapter.first, chapter.last):
            if segment.speaker is not None:
                said = segment.seconds if timed else len(next(iter(segment.text.values()), ""))
                amounts[segment.speaker] = amounts.get(segment.speaker, 0.0) + said
        shares = dict(sorted(amounts.items(), key=lambda share: -share[1]))
        return Part(chapter, chapters, episode, shares, corrected)

    def _topic_moments(self, address: TopicAddress, prefer: Language) -> Topic:
        slug = self._episode_of(address.episode).slug if address.episode else None
        found = self._moments(address.topic, self._speaker_of(address.speaker), slug, prefer)
        if not has_terms(address.topic):
            raise NoTopicError(address.topic)
        if not found and not is_telling(self.library, address.topic):
            raise CommonTopicError(address.topic)
        if not found:
            raise NoMomentsError(address.topic, narrowed=bool(address.speaker or address.episode))
        known = (self.library.episode(slug) for slug in dict.fromkeys(moment.episode for moment in found))
        episodes = {head.slug: (head, self.library.chapters(head.slug)) for head in known if head}
        speaker = self._speaker_of(address.speaker)
        return Topic(found, episodes, self._has_several_shows, found.more, speaker, found.mentions)


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


def _find_moments(library: Library, topic: str, speaker: str | None, slug: str | None, prefer: Language) -> Moments:
    return moments(library, topic, speaker=speaker, episode=slug, prefer=prefer)
