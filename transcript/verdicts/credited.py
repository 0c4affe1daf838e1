"""Finds the speaker of the transcripts whom the name in a claim means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transcript.claims import is_abbreviated, is_abbreviation_of, is_person
from transcript.library import Library
from transcript.library import names as naming
from transcript.models import Episode
from transcript.verdicts.evidence import Found


class Credit(NamedTuple):
    """The person whom a claim credits.

    `speaker` is the name as the transcripts have it, or as the claim has it where it is clearly a person's: first name
    and last, or a well-known one. `unknown` is a name that nobody in the transcripts has, as the claim has it.
    """

    speaker: str | None = None
    unknown: str | None = None


def credit_of(library: Library, name: str | None, found: Found | None) -> Credit:
    """The credit of a name: the speaker where the words were found, else one of that episode, else one of any."""
    if name is None:
        return Credit()
    if found is not None and is_called(library, found, name):
        return Credit(found.segment.speaker)
    head = library.episode(found.episode) if found is not None else None
    here = next(_speakers_abbreviated(head, name), None) if head is not None else None
    if here is None and not is_abbreviated(name) and library.has_speaker(name):
        near = library.find_speakers(name, head.slug, 1) if head is not None else ()
        here = next(iter(near or library.find_speakers(name, limit=1)), None)
    if here is not None:
        return Credit(here)
    return Credit(name if is_person(name) and not is_abbreviated(name) else None, unknown=name)


def _speakers_abbreviated(head: Episode, name: str) -> Iterator[str]:
    """The speakers of an episode whose initials, or whose handle, a name may be."""
    return (speaker for speaker in head.speakers if is_abbreviation_of(name, speaker))


def is_called(library: Library, found: Found, name: str) -> bool:
    """True if a name, which may be typed with slips, is that of who speaks there."""
    speaker = found.segment.speaker
    if speaker is None:
        return False
    head = library.episode(found.episode)
    aliases = [alias for alias, whose in head.aliases.items() if whose == speaker] if head else []
    if any(is_abbreviation_of(name, each) for each in (speaker, *aliases)):
        return True
    return not is_abbreviated(name) and bool(naming.best(name, [(speaker, (speaker, *aliases))], 1))
