"""A phrase or a speaker in a new episode: the passage that is told of, if there is one."""

from __future__ import annotations

from random import Random

from config.tables import Follow
from handlers.addresses.address import QuoteAddress
from handlers.answers import Answers
from transcript.library import pick
from transcript.models import Episode
from transcript.search import search


def find_followed(answers: Answers, follow: Follow, episode: Episode) -> QuoteAddress | None:
    """The passage of an episode that a follower is to be told of: a sure match of the phrase, or words of the speaker.

    Not for the event loop.
    """
    speaker = _speaker_in(episode, follow.speaker) if follow.speaker else None
    if follow.speaker and speaker is None:
        return None
    if follow.phrase:
        found = search(answers.library, follow.phrase, speaker=speaker, episode=episode.slug, limit=1)
        return answers.pointing.quotes(found.matches[:1]) if found.confident else None
    return _words_of(answers, episode, speaker) if speaker else None


def _speaker_in(episode: Episode, wanted: str) -> str | None:
    """The name that the episode has for a speaker."""
    name = episode.aliases.get(wanted.casefold(), wanted).casefold()
    return next((speaker for speaker in episode.speakers if speaker.casefold() == name), None)


def _words_of(answers: Answers, episode: Episode, speaker: str) -> QuoteAddress | None:
    """A passage of a speaker that stands on its own, or the first that they say."""
    always = Random(episode.identity)  # noqa: S311 - which passage it is is no secret
    chosen = pick(answers.library, [episode], speaker, episode.original, always)
    if chosen is not None:
        pointer = answers.pointing.at(chosen.episode, chosen.segment, (chosen.span,), chosen.language)
        return QuoteAddress((pointer,))
    for segment in answers.library.segments(episode.slug, 0, episode.segments - 1):
        if segment.speaker == speaker:
            span = (0, len(segment.text.get(episode.original, "")))
            return QuoteAddress((answers.pointing.at(episode.slug, segment.index, (span,), episode.original),))
    return None
