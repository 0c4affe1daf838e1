"""The contents of an address: what stands there in the library today, as the cards want it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from random import Random

from handlers.addresses.address import (
    ChapterAddress,
    EpisodeAddress,
    EpisodesAddress,
    QuoteAddress,
    RandomAddress,
    SegmentAddress,
    TopicAddress,
    episode_key,
    key,
)
from handlers.addresses.places import Place, place_of_chapter, place_of_pointer, place_of_segment
from handlers.addresses.pointers import Pointing
from handlers.cards.chapter import Part
from handlers.cards.episodes import Listed, Opened
from handlers.cards.quote import Quote
from handlers.cards.segment import Spoken
from handlers.cards.topic import Topic
from handlers.refusals import (
    ChangedError,
    CommonTopicError,
    GoneError,
    NoChaptersError,
    NoMomentsError,
    NothingQuotableError,
    NoTopicError,
)
from transcript.language.sentences import Range
from transcript.library import Library, Passage, passage_of, pick, second_of
from transcript.models import Chapter, Citation, Episode, Language, Segment
from transcript.search import Moments, has_terms, is_telling, moments

CONTEXT_SEGMENTS = 2
"""Segments on each side of a passage that its context shows."""


TOPICS = 32
"""The topics asked about last, whose moments are kept for the turning of pages."""


def slugs_by_key(episodes: Sequence[Episode]) -> dict[bytes, str]:
    """The slugs of episodes by their keys."""
    return {episode_key(episode): episode.slug for episode in episodes}


def speakers_by_key(episodes: Sequence[Episode]) -> dict[bytes, str]:
    """The speakers of episodes by the keys of their names."""
    return {key(name): name for episode in episodes for name in episode.speakers}


class Contents:
    """Looks addresses up in one library. Not for the event loop. Raises a Refusal where nothing is there any more."""

    def __init__(self, library: Library, pointing: Pointing, rng: Random) -> None:
        self._library = library
        self._pointing = pointing
        self._rng = rng
        self._moments = lru_cache(TOPICS)(partial(_find_moments, library))

    def episode_of(self, episode: bytes) -> Episode:
        slugs = (known[episode] for known in self._library.derived(slugs_by_key) if episode in known)
        found = self._library.episode(next(slugs, ""))
        if found is None:
            raise GoneError
        return found

    def listed_episodes(self, address: EpisodesAddress) -> Listed:
        episodes = self._library.episodes
        shows = sorted({episode.show for episode in episodes if episode.show}, key=str.casefold)
        if address.show:
            episodes = tuple(each for each in episodes if each.show and key(each.show) == address.show)
        if not episodes:
            raise GoneError
        return Listed(episodes, shows, self._library.coverage)

    def opened_episode(self, address: EpisodeAddress) -> Opened:
        """The episode, with a passage that stays the same."""
        episode = self.episode_of(address.episode)
        chapters = self._library.chapters(episode.slug)
        always = Random(int.from_bytes(address.episode))  # noqa: S311 - which passage it is is no secret
        chosen = pick(self._library, [episode], None, address.language, always)
        if chosen is None:
            return Opened(episode, chapters)
        pointer = self._pointing.at(chosen.episode, chosen.segment, (chosen.span,), chosen.language)
        quoted = QuoteAddress((pointer,), context=True)
        return Opened(episode, chapters, self.quote(quoted), quoted)

    def _segment_of(self, episode: Episode, index: int) -> Segment:
        found = self._library.segments(episode.slug, index, index)
        if not found:
            raise GoneError
        return found[0]

    def chapters_of(self, episode: Episode) -> tuple[Chapter, ...]:
        chapters = self._library.chapters(episode.slug)
        if not chapters:
            raise NoChaptersError(episode)
        return chapters

    def _chapter_of(self, episode: Episode, segment: Segment) -> Chapter | None:
        return self._library.chapter(episode.slug, segment.chapter) if segment.chapter else None

    @property
    def has_several_shows(self) -> bool:
        return len({episode.show for episode in self._library.episodes}) > 1

    def quote(self, address: QuoteAddress) -> Quote:
        """The passage at an address, or where its words are gone what stands there now.

        Raises GoneError or ChangedError where nothing does.
        """
        pointer = address.pointer
        episode = self.episode_of(pointer.episode)
        place = place_of_pointer(self._library, episode, pointer)
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
            second_of(self._library, episode.slug, first, begin, pointer.language),
            self._chapter_of(episode, first),
            before=self._library.segments(episode.slug, passage.first - CONTEXT_SEGMENTS, passage.first - 1),
            after=self._library.segments(episode.slug, passage.last + 1, passage.last + CONTEXT_SEGMENTS),
            also=tuple(start for start in times if start is not None),
            several=self.has_several_shows,
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
            self._library,
            Citation(episode.slug, place.segment.index, (begin, begin if place.corrected else end), pointer.language),
            shown_in=language,
            marks=spans if pointer.quality != "none" and not place.corrected else (),
            padded=pointer.quality != "none",
        )

    def choose_quote(self, address: RandomAddress) -> QuoteAddress:
        episodes = [self.episode_of(address.episode)] if address.episode else self._library.episodes
        speaker = self._speaker_of(address.speaker)
        chosen = pick(self._library, episodes, speaker, address.language, self._rng)
        if chosen is None:
            raise NothingQuotableError(unpunctuated=not any(episode.punctuated for episode in episodes))
        pointer = self._pointing.at(chosen.episode, chosen.segment, (chosen.span,), chosen.language)
        return QuoteAddress((pointer,), again=address)

    def _speaker_of(self, speaker: bytes) -> str | None:
        if not speaker:
            return None
        found = (known[speaker] for known in self._library.derived(speakers_by_key) if speaker in known)
        name = next(found, None)
        if name is None:
            raise GoneError
        return name

    def spoken_segment(self, address: SegmentAddress) -> Spoken:
        episode = self.episode_of(address.episode)
        place = place_of_segment(self._library, episode, address)
        if place is None:
            raise ChangedError
        segment = place.segment
        around = {
            each.index: each for each in self._library.segments(episode.slug, segment.index - 1, segment.index + 1)
        }
        return Spoken(
            segment,
            episode,
            self._chapter_of(episode, segment),
            before=around.get(segment.index - 1),
            after=around.get(segment.index + 1),
            several=self.has_several_shows,
            corrected=place.corrected,
        )

    def chapter_part(self, address: ChapterAddress) -> Part:
        episode = self.episode_of(address.episode)
        chapters = self.chapters_of(episode)
        found = place_of_chapter(chapters, address)
        if found is None:
            raise ChangedError
        chapter, corrected = found
        timed = chapter.start is not None
        amounts: dict[str, float] = {}
        for segment in self._library.segments(episode.slug, chapter.first, chapter.last):
            if segment.speaker is not None:
                said = segment.seconds if timed else len(next(iter(segment.text.values()), ""))
                amounts[segment.speaker] = amounts.get(segment.speaker, 0.0) + said
        shares = dict(sorted(amounts.items(), key=lambda share: -share[1]))
        return Part(chapter, chapters, episode, shares, corrected)

    def topic_moments(self, address: TopicAddress, prefer: Language) -> Topic:
        slug = self.episode_of(address.episode).slug if address.episode else None
        found = self._moments(address.topic, self._speaker_of(address.speaker), slug, prefer)
        if not has_terms(address.topic):
            raise NoTopicError(address.topic)
        if not found and not is_telling(self._library, address.topic):
            raise CommonTopicError(address.topic)
        if not found:
            raise NoMomentsError(address.topic, narrowed=bool(address.speaker or address.episode))
        known = (self._library.episode(slug) for slug in dict.fromkeys(moment.episode for moment in found))
        episodes = {head.slug: (head, self._library.chapters(head.slug)) for head in known if head}
        speaker = self._speaker_of(address.speaker)
        return Topic(found, episodes, self.has_several_shows, found.more, speaker, found.mentions)


def _find_moments(library: Library, topic: str, speaker: str | None, slug: str | None, prefer: Language) -> Moments:
    return moments(library, topic, speaker=speaker, episode=slug, prefer=prefer)
