"""The quotable passages of a library, by episode, speaker and language. Only how many there are is held in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from transcript.index.store.episodes import QuotableCounts
from transcript.language.sentences import glue
from transcript.library.library import Library
from transcript.models import Citation, Episode, Language


@dataclass(frozen=True, slots=True)
class Quote(Citation):
    """A quotable passage: words of one speaker, in a chapter if there are any. `score` says how quotable, from 0 to 99;
    `is_explicit` is whether there is strong language in it or right before it; `words` is their fingerprint."""

    speaker: str | None
    chapter: int | None
    score: int = 0
    is_explicit: bool = False
    words: int | None = None


def quotes(
    library: Library, slug: str, language: Language, speaker: str | None = None, *, explicit: bool = True
) -> list[Quote]:
    """An episode's quotable passages in their order, in that language or, where it lacks it, in its own; without
    `explicit` those without strong language."""
    episode = library.episode(slug)
    if episode is None:
        return []
    shown = episode.shown_in(language)
    return [
        Quote(slug, row.segment, (row.first, row.last), shown, *row[3:])
        for row in library.quotables(slug, shown)
        if speaker in (None, row.speaker) and (explicit or not row.is_explicit)
    ]


def counts(
    library: Library,
    language: Language,
    speaker: str | None = None,
    episode: str | None = None,
    *,
    explicit: bool = True,
) -> dict[str, int]:
    """Numbers of quotable passages by episode, without episodes that have none; of one speaker or episode if given, and
    without `explicit` of those without strong language."""
    found = {}
    for one in library.episodes:
        if episode in (None, one.slug):
            each: QuotableCounts = library.quotable_counts.get((one.slug, one.shown_in(language)), Counter())
            count = sum(
                number
                for (who, is_explicit), number in each.items()
                if speaker in (None, who) and (explicit or not is_explicit)
            )
            if count:
                found[one.slug] = count
    return found


def pick(
    library: Library, episodes: Iterable[Episode], speaker: str | None, language: Language, rng: Random
) -> Quote | None:
    """A random quotable passage of the episodes, the more quotable the likelier, and one with strong language only
    where there is no other; None if there is none."""
    slugs = {episode.slug for episode in episodes}
    for explicit in (False, True):
        every = counts(library, language, speaker, explicit=explicit)
        found = {slug: count for slug, count in every.items() if slug in slugs}
        if found:
            slug = rng.choices(list(found), list(found.values()))[0]
            here = quotes(library, slug, language, speaker, explicit=explicit)
            return rng.choices(here, [1 + one.score for one in here])[0]
    return None


def words(library: Library, cited: Citation) -> str:
    """The cited words."""
    start, end = cited.span
    text, index = "", cited.segment
    while len(text) < end and (segment := next(iter(library.segments(cited.episode, index, index)), None)):
        text += (glue(cited.language) if text else "") + segment.text.get(cited.language, "")
        index += 1
    return text[start:end]
