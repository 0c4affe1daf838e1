"""Episodes, speakers and chapters of a library, found by what somebody types of their names."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TypeAlias

from transcript.language.normalise import bare
from transcript.library.mentioned_names import may_mean
from transcript.library.names import JoinedNames, Names, chapter_number
from transcript.library.opened import mending_cache
from transcript.library.texts import Texts
from transcript.models import Chapter, Episode

Titled: TypeAlias = tuple[Episode, int]
"""A chapter that has a title: its episode and its number."""


class Lookup(Texts):
    def find_episodes(self, typed: str, limit: int = 25) -> tuple[Episode, ...]:
        """The episodes whose title, slug, date, show or speakers are like what was typed, best first; all for ""."""
        return self._contents.episode_names.best(typed, limit) if typed.strip() else self.episodes[:limit]

    def find_speakers(self, typed: str, episode: str | None = None, limit: int = 25) -> tuple[str, ...]:
        """The speakers whose name or alias is like what was typed, best first; for "" all, who speaks most first."""
        found = self._contents.speaker_names(episode).best(typed, len(self._contents.shelves) * limit)
        return tuple(dict.fromkeys(found))[:limit]

    def has_speaker(self, written: str) -> bool:
        """True if words of a text are a speaker's name, or part of one: other than `find_speakers`, to which a name
        alone is typed, it takes no word in general use for a slip in one."""
        return any(may_mean(written, name) for name in self._contents.speaker_names().likest_names(written))

    @mending_cache
    def find_chapters(
        self, typed: str, episode: str | None = None, limit: int = 25
    ) -> tuple[tuple[Episode, Chapter], ...]:
        """The chapters whose title is like what was typed, in any language, best first; all for "".

        Where a number was typed: those with that title, or one that begins with "Chapter 3", then those of the number,
        then those whose title begins with it.
        """
        names, wanted = self._chapter_names(episode), chapter_number(typed)
        if wanted is None:
            return self._chapters_at(names.best(typed, limit))
        heads = self.episodes if episode is None else filter(None, [self._contents.by_slug.get(episode)])
        numbered = ((head, wanted) for head in heads if wanted <= self._contents.chapter_counts[head.slug])
        is_figure = typed.strip().isdecimal()
        ordered = (
            *names.beginning_with(typed, whole=is_figure),
            *islice(numbered, limit),
            *names.beginning_with(typed),
        )
        once = {(head.slug, number): (head, number) for head, number in ordered}
        return self._chapters_at(islice(once.values(), limit))

    @mending_cache
    def chapters_called(self, typed: str, limit: int = 25) -> tuple[tuple[Episode, Chapter], ...]:
        """The chapters of all episodes whose title is what was typed, then those whose title begins with it."""
        names = self._chapter_names(None)
        ordered = (*names.beginning_with(typed, whole=True), *names.beginning_with(typed))
        once = {(head.slug, number): (head, number) for head, number in ordered}
        return self._chapters_at(islice(once.values(), limit))

    def _chapter_names(self, episode: str | None) -> Names[Titled] | JoinedNames[Titled]:
        """The titles of chapters, of one episode or of all, each with its episode and number."""
        if episode is None:
            return self._contents.chapter_names
        head = self._contents.by_slug.get(episode)
        own = self.chapters(episode) if head else ()
        return Names(((head, one.index), map(bare, one.title.values())) for one in own if head)

    def _chapters_at(self, found: Iterable[tuple[Episode, int]]) -> tuple[tuple[Episode, Chapter], ...]:
        pairs = ((head, self._contents.chapter(head.slug, number)) for head, number in found)
        return tuple((head, chapter) for head, chapter in pairs if chapter is not None)
