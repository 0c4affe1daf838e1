"""Finds the speakers named in a message, and tells the one who speaks from those who are only mentioned."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from transcript.claims.names import (
    LONGEST_NAME,
    POSSESSIVE,
    clean_name,
    is_person,
    may_name,
    person_at_end,
)
from transcript.claims.patterns import compiled
from transcript.language.lexicon import STOP_WORDS
from transcript.language.normalise import HAN_RANGES
from transcript.language.thesaurus import latin_names

IsSpeaker = Callable[[str], bool]
"""A function of a name; True if somebody of such a name speaks in the transcripts."""


MOST_WORDS_AROUND = 8
"""Words of a phrase in which a speaker's name is looked for."""


MOST_WORDS_OF_NAME = 3
"""Words of a speaker's name in a sentence."""


LONGEST_PARTICLE = 3
"""Letters of a word within a name that has no capital: van, de."""


_SEVERAL_NAMES = re.compile(r"\b(?:or|and)\b|&|还是|還是|和|与|與")


_TOWARDS = compiled(
    r"(?:to|with|w/|by|on|at|from|of|for|about|via|in|interview(?:ed|ing|s)|asks?|asked|tells?|told|answers?|answered"
    r"|对|和|与|跟|向|[追反]?问|告诉|回答|采访)",
    re.IGNORECASE,
)
"""The word between the speaker and somebody else: Ada told Ben."""


_HEARER = frozenset({"with", "w/", "to", "at", "about", "for"})
"""Prepositions before the name of a hearer, even where nobody else is named."""


_NOT_BEFORE = compiled(r"not|never|\w+n['’]?t|不是|并?不是|没有?", re.IGNORECASE)
"""The word before the name of somebody who did not say it: it was not Ada."""


_NOT_AFTER = compiled(r"didn['’]?t|never|没有?", re.IGNORECASE)
"""The word after the name of somebody who did not say it: Ada did not."""


_DENIAL = re.compile(r"(?:^|\s)(?:not|\w+n['’]t|不是)(?:\s|$)|^不是", re.IGNORECASE)


_NAME_POINT = re.compile(r"[·•・‧]")
"""The point between the parts of a foreign name in Chinese."""


_SCRIPT_CHANGES = re.compile(
    rf"[，。；：、！？]|(?<=[{HAN_RANGES}])[,;:!?]|(?<=[{HAN_RANGES}])(?=[A-Za-z])|(?<=[A-Za-z])(?=[{HAN_RANGES}])"
)
"""A place where Chinese and Latin letters meet, or a Chinese punctuation mark."""


class Mention(NamedTuple):
    """A speaker's name among the words of a text: the words `start` to `end`.

    `owns`: the name is possessive (Ada's). `towards`: the speaker is spoken to or about (with Ada). `denied`: the text
    says that the speaker did not say it.
    """

    name: str
    start: int
    end: int
    owns: bool
    towards: bool
    denied: bool


def nobody(name: str) -> bool:  # noqa: ARG001 - it has the signature of IsSpeaker
    """No name is a speaker's."""
    return False


def credited_name(written: str, is_speaker: IsSpeaker, *, among: bool = False, sure: bool = False) -> str | None:
    """The name in the words that a cue has in the place of one; None if they are no speaker's and clearly no person's.

    `among` and `sure` are the cue's (see `Cue`).
    """
    name = clean_name(written)
    said_of_it = written[written.find(name) + len(name) :]
    # A letter alone numbers a list.
    if (
        sum(map(str.isalpha, name)) < 2
        or _SEVERAL_NAMES.search(name)
        or _ends_with_another(name, said_of_it, is_speaker)
    ):
        return None
    # A well-known Chinese name is listed by its last part, and a title may stand before it.
    last = name.split()[-1]
    latin = latin_names().get(_NAME_POINT.split(last)[-1])
    if latin:
        return latin if is_speaker(latin) else last
    is_whole = len(name) <= LONGEST_NAME and (is_speaker(name) or is_person(name))
    # Beside a speaker's name stands a title, or who hears it: of "Ben heard Ada", Ada speaks.
    speaking = _speaker_in_phrase(name, is_speaker, among=among or is_whole)
    if not speaking and (_DENIAL.search(name) or find_mentions(name, is_speaker)):
        return None
    if speaking or not sure:
        return speaking or (name if is_whole else None)
    return name if is_whole or may_name(name) else person_at_end(name)


def find_mentions(text: str, is_speaker: IsSpeaker) -> list[Mention]:
    """The speakers named in a short text, with a capital or by a well-known Chinese name."""
    words = _SCRIPT_CHANGES.sub(" ", text).split()
    found: list[Mention] = []
    for start in range(len(words)):
        if found and start < found[-1].end:
            continue
        mention = _mention_at(words, start, is_speaker)
        if mention:
            found.append(mention)
    return found


def _mention_at(words: Sequence[str], start: int, is_speaker: IsSpeaker) -> Mention | None:
    """The longest speaker's name that begins with the word `start`."""
    for size in range(min(MOST_WORDS_OF_NAME, len(words) - start), 0, -1):
        end = start + size
        name = POSSESSIVE.sub("", " ".join(words[start:end])).strip(' .,;:!?，。；：！？"“”')
        if not _may_be_name(words[start:end]) or len(name) < 2 or name.casefold() in STOP_WORDS:
            continue
        name = latin_names().get(name, name)
        if is_speaker(name):
            towards = start > 0 and bool(_TOWARDS.fullmatch(words[start - 1]))
            owns = bool(POSSESSIVE.search(words[end - 1]))
            return Mention(name, start, end, owns, towards, _is_denied(words, start, end))
    return None


def _may_be_name(words: Sequence[str]) -> bool:
    """True if words have capitals, but for particles within them (Ada van Orval), or are several that have none, as
    they are typed on a phone (ada quill)."""
    if len(words) > 1 and all(word.isalpha() and word not in STOP_WORDS for word in words):
        return True
    edges = all(word[0].isupper() or word in latin_names() for word in (words[0], words[-1]))
    return edges and all(word[0].isupper() or (word.isalpha() and len(word) <= LONGEST_PARTICLE) for word in words)


def _is_denied(words: Sequence[str], start: int, end: int) -> bool:
    """True if the text denies that the speaker in the words `start` to `end` said it: it was not Ada, Ada did not."""
    before, after = words[max(0, start - 1) : start], words[end : end + 1]
    return any(map(_NOT_BEFORE.fullmatch, before)) or any(map(_NOT_AFTER.fullmatch, after))


def others_named(text: str, speaker: str, is_speaker: IsSpeaker) -> list[Mention]:
    """The speakers named in a text other than one."""
    return [mention for mention in find_mentions(text, is_speaker) if is_another_name(mention, speaker)]


def is_another_name(mention: Mention, speaker: str) -> bool:
    """True if a mention shares no word with a speaker's name."""
    return set(speaker.casefold().split()).isdisjoint(mention.name.casefold().split())


def _ends_with_another(name: str, said_of_it: str, is_speaker: IsSpeaker) -> bool:
    """True if the words after a speaker's name end with another speaker's: first Ada, second Ben; not Quill, Ada."""
    added = said_of_it.strip(" ,;，")
    words = added.split()
    is_list = said_of_it.lstrip()[:1] in (",", ";", "，") and len(words) <= MOST_WORDS_AROUND
    found = find_mentions(added, is_speaker) if is_list else []
    if not found or found[-1].end < len(words) or found[-1].towards or found[-1].denied:
        return False
    return not (found[-1].start == 0 and is_speaker(f"{found[-1].name} {name}"))


def _speaker_in_phrase(phrase: str, is_speaker: IsSpeaker, *, among: bool) -> str | None:
    """The speaker named at either end of a phrase ("wow Ada Quill", "Ada Quill CEO"); with `among`, anywhere in it."""
    words = _SCRIPT_CHANGES.sub(" ", phrase).split()
    if len(words) > MOST_WORDS_AROUND:
        return None
    found = [mention for mention in find_mentions(phrase, is_speaker) if not mention.denied]
    if not among:
        found = [mention for mention in found if mention.start == 0 or mention.end == len(words)]
    if len(found) > 1:
        subjects = [mention for mention in found if not mention.owns and not mention.towards]
        return (subjects or [mention for mention in found if mention.owns] or found)[-1].name
    if found and words[max(0, found[0].start - 1)] in _HEARER:
        return None
    return found[0].name if found else None
