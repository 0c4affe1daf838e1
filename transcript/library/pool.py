"""The quotable passages of a library, by episode, speaker and language. Only how many there are is held in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from transcript.language.sentences import glue
from transcript.library.library import Library
from transcript.models import Citation, Episode, Language


@dataclass(frozen=True, slots=True)
class Quote(Citation):
    """A quotable passage: words of one speaker, in a chapter if there are any."""

    speaker: str | None
    chapter: int | None


def quotes(library: Library, slug: str, language: Language, speaker: str | None = None) -> list[Quote]:
    """An episode's quotable passages in their order, in that language or, where it lacks it, in its own."""
    episode = library.episode(slug)
    if episode is None:
        return []
    shown = episode.shown_in(language)
    return [
        Quote(slug, segment, (first, last), shown, who, chapter)
        for segment, first, last, who, chapter in library.quotables(slug, shown)
        if speaker in (None, who)
    ]


def counts(
    library: Library, language: Language, speaker: str | None = None, episode: str | None = None
) -> dict[str, int]:
    """Numbers of quotable passages by episode, without episodes that have none; of one speaker or episode if given."""
    found = {}
    for one in library.episodes:
        if episode in (None, one.slug):
            each = library.quotable_counts.get((one.slug, one.shown_in(language)), {})
            count = sum(each.values()) if speaker is None else each.get(speaker, 0)
            if count:
                found[one.slug] = count
    return found


def pick(
    library: Library, episodes: Iterable[Episode], speaker: str | None, language: Language, rng: Random
) -> Quote | None:
    """A random quotable passage of the episodes; None if there is none."""
    slugs = {episode.slug for episode in episodes}
    found = {slug: count for slug, count in counts(library, language, speaker).items() if slug in slugs}
    if not found:
        return None
    slug = rng.choices(list(found), list(found.values()))[0]
    return rng.choice(quotes(library, slug, language, speaker))


def words(library: Library, cited: Citation) -> str:
    """The cited words."""
    start, end = cited.span
    text, index = "", cited.segment
    while len(text) < end and (segment := next(iter(library.segments(cited.episode, index, index)), None)):
        text += (glue(cited.language) if text else "") + segment.text.get(cited.language, "")
        index += 1
    return text[start:end]
