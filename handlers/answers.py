"""An address becomes a card: what is shown is looked up in the library each time, so nothing has to be remembered."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from random import Random

from handlers.addresses import (
    MAX_POINTERS,
    Address,
    ChapterAddress,
    ContentsAddress,
    CorrectionAddress,
    EpisodesAddress,
    Pointer,
    Quality,
    QuoteAddress,
    RandomAddress,
    SegmentAddress,
    TopicAddress,
    check_of,
    key,
)
from handlers.cards.chapter import Part, chapter_card, contents_card
from handlers.cards.episodes import episodes_card
from handlers.cards.layout import Card
from handlers.cards.quote import Quote, correction_card, quote_card
from handlers.cards.segment import Spoken, segment_card
from handlers.cards.topic import Topic, topic_card
from handlers.refusals import (
    ChangedError,
    CommonTopicError,
    GoneError,
    NoChaptersError,
    NoMomentsError,
    NothingQuotableError,
)
from handlers.texts import Texts
from transcript.library import Library
from transcript.models import Chapter, Episode, Language, Segment
from transcript.moments import Moments
from transcript.passages import Range, passage_of
from transcript.quotable import pick
from transcript.search import Answer, Match, is_telling, moments
from transcript.verification import Verdict

AROUND = 2
"""Segments on each side of a passage that its context shows."""


_QUALITIES: dict[str, Quality] = {"verbatim": "exact", "altered": "partial"}
"""How well the words of a claim match, by its verdict; a close match for the others."""

TOPICS = 32
"""The topics asked about last, whose moments are kept for the turning of pages."""

CHECKED = 24
"""Characters from a passage's beginning that its check is of."""

WORTH_SHOWING = 0.5
"""A match that scores less than this share of the best one's is no second choice."""


def worth_showing(answer: Answer) -> Sequence[Match]:
    """The matches of a search that a user may want, four at most."""
    least = WORTH_SHOWING * answer.matches[0].score if answer.matches else 0.0
    return [match for match in answer.matches[:MAX_POINTERS] if match.score >= least]


def _check(pointer: Pointer, segment: Segment) -> int:
    start = pointer.span[0]
    return check_of(segment.text.get(pointer.language, "")[start : start + CHECKED])


class Answers:
    """What any button and any command can ask for. `rng` chooses where chance does."""

    def __init__(self, library: Library, rng: Random) -> None:
        self.library = library
        self._rng = rng
        self._moments = lru_cache(TOPICS)(self._found)
        self._slugs = {key(episode.slug): episode.slug for episode in library.episodes}
        self._speakers = {key(name): name for episode in library.episodes for name in episode.speakers}

    async def card(self, address: Address, texts: Texts, *, private: bool) -> Card:
        """The card at that address, made off the event loop. Raises a Refusal where it cannot be."""
        return await asyncio.to_thread(self._card, address, texts, private)

    def _card(self, address: Address, texts: Texts, private: bool) -> Card:
        match address:
            case QuoteAddress():
                return quote_card(self.quote(address), address, texts, private=private)
            case RandomAddress():
                chosen = self._chosen(address)
                return quote_card(self.quote(chosen), chosen, texts, private=private)
            case SegmentAddress():
                return segment_card(self._spoken(address), address, texts, private=private)
            case ChapterAddress():
                return chapter_card(self._part(address), address, texts, private=private)
            case ContentsAddress():
                episode = self._episode(address.episode)
                return contents_card(episode, self._chapters(episode), address, texts, private=private)
            case TopicAddress():
                return topic_card(self._topic(address, texts.language), address, texts, private=private)
            case CorrectionAddress():
                here = [QuoteAddress((replace(pointer, quality="none"),)) for pointer in address.pointers]
                return correction_card([self.quote(each) for each in here], here[0], texts)
            case EpisodesAddress():
                return episodes_card(self.library.episodes, address, texts, private=private)

    def quotes(self, matches: Sequence[Match]) -> QuoteAddress | None:
        """Where the matches of a search stand, None if there are none."""
        return QuoteAddress(tuple(map(self.pointer, matches))) if matches else None

    def pointer(self, match: Match) -> Pointer:
        also = tuple(segment for slug, segment, _ in match.also if slug == match.episode)
        return self._pointer(match.episode, match.segment, match.marks, match.language, match.quality, also)

    def checked(self, verdict: Verdict) -> QuoteAddress | None:
        """Where the words stand that a verdict found, then the other candidates; None without any."""
        pointers = []
        if verdict.episode and verdict.segment is not None and verdict.language:
            quality = _QUALITIES.get(verdict.kind, "close")
            pointers.append(self._pointer(verdict.episode, verdict.segment, (verdict.span,), verdict.language, quality))
        pointers += [
            self._pointer(place.episode, place.segment, (place.span,), place.language, "partial")
            for place in verdict.candidates[: MAX_POINTERS - len(pointers)]
        ]
        return QuoteAddress(tuple(pointers)) if pointers else None

    def _pointer(
        self,
        slug: str,
        segment: int,
        spans: tuple[Range, ...],
        language: Language,
        quality: Quality = "none",
        also: tuple[int, ...] = (),
    ) -> Pointer:
        """To those words, with the check of what stands there now."""
        pointer = Pointer(key(slug), segment, spans, language, quality, also)
        found = self.library.segments(slug, segment, segment)
        return replace(pointer, check=_check(pointer, found[0])) if found else pointer

    def _episode(self, episode: bytes) -> Episode:
        found = self.library.episode(self._slugs.get(episode, ""))
        if found is None:
            raise GoneError
        return found

    def _segment(self, episode: Episode, index: int) -> Segment:
        found = self.library.segments(episode.slug, index, index)
        if not found:
            raise GoneError
        return found[0]

    def _chapters(self, episode: Episode) -> tuple[Chapter, ...]:
        chapters = self.library.chapters(episode.slug)
        if not chapters:
            raise NoChaptersError(episode)
        return chapters

    def _chapter_of(self, episode: Episode, segment: Segment) -> Chapter | None:
        return self.library.chapter(episode.slug, segment.chapter) if segment.chapter else None

    @property
    def _several(self) -> bool:
        return len(self.library.episodes) > 1

    def quote(self, address: QuoteAddress) -> Quote:
        """What stands at an address. Raises GoneError or ChangedError where it does not stand there any more."""
        pointer = address.pointer
        episode = self._episode(pointer.episode)
        first = self._segment(episode, pointer.segment)
        if pointer.check != _check(pointer, first):
            raise ChangedError
        language = pointer.language
        if address.flipped:
            language = next((each for each in episode.languages if each != language), language)
        passage = passage_of(
            self.library,
            episode.slug,
            pointer.segment,
            pointer.span,
            language,
            of=pointer.language,
            marks=pointer.spans if pointer.quality != "none" else (),
            padded=pointer.quality != "none",
        )
        if passage is None:
            raise GoneError
        also = [self._segment(episode, index).start for index in pointer.also if index < episode.segments]
        return Quote(
            passage,
            episode,
            first.start,
            self._chapter_of(episode, first),
            before=self.library.segments(episode.slug, passage.first - AROUND, passage.first - 1),
            after=self.library.segments(episode.slug, passage.last + 1, passage.last + AROUND),
            also=tuple(also),
            several=self._several,
        )

    def _chosen(self, address: RandomAddress) -> QuoteAddress:
        episodes = [self._episode(address.episode)] if address.episode else self.library.episodes
        speaker = self._speaker(address.speaker)
        chosen = pick(self.library, episodes, speaker, address.language, self._rng)
        if chosen is None:
            raise NothingQuotableError
        pointer = self._pointer(chosen.episode, chosen.segment, (chosen.span,), chosen.language)
        return QuoteAddress((pointer,), again=address)

    def _speaker(self, speaker: bytes) -> str | None:
        if speaker and speaker not in self._speakers:
            raise GoneError
        return self._speakers.get(speaker)

    def _spoken(self, address: SegmentAddress) -> Spoken:
        episode = self._episode(address.episode)
        segment = self._segment(episode, address.segment)
        around = {
            each.index: each for each in self.library.segments(episode.slug, segment.index - 1, segment.index + 1)
        }
        return Spoken(
            segment,
            episode,
            self._chapter_of(episode, segment),
            before=around.get(segment.index - 1),
            after=around.get(segment.index + 1),
            several=self._several,
        )

    def _part(self, address: ChapterAddress) -> Part:
        episode = self._episode(address.episode)
        chapters = self._chapters(episode)
        if not 1 <= address.chapter <= len(chapters):
            raise GoneError
        chapter = chapters[address.chapter - 1]
        seconds: dict[str, float] = {}
        for segment in self.library.segments(episode.slug, chapter.first, chapter.last):
            seconds[segment.speaker] = seconds.get(segment.speaker, 0.0) + segment.end - segment.start
        shares = dict(sorted(seconds.items(), key=lambda share: -share[1]))
        return Part(chapter, episode, len(chapters), shares)

    def _topic(self, address: TopicAddress, prefer: Language) -> Topic:
        slug = self._episode(address.episode).slug if address.episode else None
        found = self._moments(address.topic, self._speaker(address.speaker), slug, prefer)
        if not found and not is_telling(self.library, address.topic):
            raise CommonTopicError(address.topic)
        if not found:
            raise NoMomentsError(address.topic, narrowed=bool(address.speaker or address.episode))
        slugs = dict.fromkeys(moment.episode for moment in found)
        episodes = {each: (self._episode(key(each)), self.library.chapters(each)) for each in slugs}
        return Topic(found, episodes, self._several, found.more)

    def _found(self, topic: str, speaker: str | None, slug: str | None, prefer: Language) -> Moments:
        return moments(self.library, topic, speaker=speaker, episode=slug, prefer=prefer)
