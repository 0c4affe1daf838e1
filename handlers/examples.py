"""Examples of what to type that lead somewhere in the episodes that there are, whatever their language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import islice

from transcript.language.normalise import PAIRED_RANGES, UNSPACED_LANGUAGES
from transcript.library import Library, quotes, words
from transcript.models import Episode, Language
from transcript.search import moments, search
from transcript.timecode import format_time

_DENIABLE = re.compile(
    r"\b((?:is|are|was|were)(?= (?:\w+ing|\w+ed|\w+er|an?|the|very|really|so)\b)|will|can|could|would|should)\b"
    r"|(是|会|能)"
)
"""A verb behind which a not is English: not in all I want is sit here."""


_DENIED = re.compile(r"\b(?:no|not|never|nobody|nothing|\w+n['’]t)\b|[不没]", re.IGNORECASE)


_UNSPACED_CLAUSE = re.compile(f"[{PAIRED_RANGES}]+")


_WORD = re.compile(r"[^\W\d_]{3,}")


REMEMBERED_WORDS = 7
"""Words of a passage that a suggested question remembers at most."""


REMEMBERED_CHARACTERS = 12
"""The same where words have no spaces between them."""


CLAIM_CHARACTERS = 110
"""Characters of a claim that is short enough to be typed."""


BEST_QUESTION, BEST_TOPIC = "soldier balls would crack", "bumpgate"
"""Suggested where they lead somewhere, as they do in the transcript that ships."""


RECORDED_QUESTION = "the lamp never went out"
"""Likewise in an episode whose card has a button to its recording."""


def examples_in(library: Library) -> dict[str, str]:
    """An example of each thing that one may type, by its name, as far as the newest episode has such a thing.

    Not for the event loop.
    """
    if not library.episodes:
        return {}
    newest = library.episodes[0]
    found = {
        "question": next(iter(questions_on(library)), None),
        "topic": topic_on(library),
        "time": format_time(newest.duration / 2) if newest.duration else None,
        "episode": _telling_word([newest.title], lambda word: library.find_episodes(word, 1) == (newest,)),
        "chapter": _telling_word(
            (title for each in library.chapters(newest.slug) for title in each.title.values()),
            lambda word: bool(library.find_chapters(word, newest.slug, 1)),
        ),
        "speaker": _short_name(library, newest),
        "claim": next((claim for claim in altered_claims(library) if len(claim) <= CLAIM_CHARACTERS), None),
    }
    return {name: example for name, example in found.items() if example}


def questions_on(library: Library) -> list[str]:
    """The best questions that lead somewhere here, then half-remembered ones on the newest episode."""
    best = [each for each in (BEST_QUESTION, RECORDED_QUESTION) if search(library, each).confident]
    suggested = suggested_questions(library)
    return [*best, *(suggested[1:] if best else suggested)]


def suggested_questions(library: Library) -> list[str]:
    """Half-remembered questions on the newest episode, one in each of its languages."""
    found = []
    for episode in library.episodes[:1]:
        for language in episode.languages:
            pool = quotes(library, episode.slug, language)
            middle = len(pool) // 2
            halves = (_second_half(words(library, one), language) for one in (*pool[middle:], *pool[:middle]))
            sure = (each for each in halves if search(library, each, episode=episode.slug).confident)
            found += list(islice(sure, 1))
    return found


def topic_on(library: Library) -> str | None:
    """A word that comes up in the newest episode: one of its titles' or of a question's."""
    if moments(library, BEST_TOPIC, limit=1):
        return BEST_TOPIC
    newest = library.episodes[0]
    titles = (title for each in library.chapters(newest.slug) for title in each.title.values())
    said = (words(library, one) for one in quotes(library, newest.slug, newest.original)[:1])
    return _telling_word((*titles, *said), lambda word: bool(moments(library, word, episode=newest.slug, limit=1)))


def altered_claims(library: Library) -> list[str]:
    """The best quotes of the newest episode with a word put in that denies them, as people type them."""
    pairs = ((with_a_not(said), said, speaker) for said, speaker in best_sayings(library))
    credited = ((f"“{altered}”", speaker) for altered, said, speaker in pairs if altered != said)
    return [f"{altered} — {speaker}" if speaker else altered for altered, speaker in credited]


def best_sayings(library: Library) -> list[tuple[str, str | None]]:
    """The quotable passages of the newest episode and their speakers, the best first; where any is named, of those who
    are."""
    newest = library.episodes[0]
    pool = sorted(quotes(library, newest.slug, newest.original, explicit=False), key=lambda one: -one.score)
    named = [one for one in pool if one.speaker]
    return [(words(library, one), one.speaker) for one in named or pool]


def with_a_not(text: str) -> str:
    """The text with the first verb that can be denied denied; as it is where it denies something already."""
    if _DENIED.search(text):
        return text
    return _DENIABLE.sub(lambda match: f"{match[1]} not" if match[1] else f"不{match[2]}", text, count=1)


def _telling_word(texts: Iterable[str], leads_there: Callable[[str], bool]) -> str | None:
    """The longest word of the first text that has one which leads there, in small letters."""
    for text in texts:
        longest_first: list[str] = sorted(dict.fromkeys(_WORD.findall(text.lower())), key=len, reverse=True)
        if found := next(filter(leads_there, longest_first), None):
            return found
    return None


def _short_name(library: Library, episode: Episode) -> str | None:
    """The first name, as people type it, of a speaker who is quotable; the whole name where that is not enough."""
    pools = [quotes(library, episode.slug, language, explicit=False) for language in episode.languages]
    for name in episode.speakers:
        if not all(any(one.speaker == name for one in pool) for pool in pools):
            continue
        first = name.split(" ")[0].lower()
        return first if library.find_speakers(first, None, 1) == (name,) else name
    return None


def _second_half(text: str, language: Language) -> str:
    """A stretch from the passage's end, in English with a slip in its longest word."""
    if language in UNSPACED_LANGUAGES:
        return max(_UNSPACED_CLAUSE.findall(text), key=len, default=text)[:REMEMBERED_CHARACTERS]
    words = text.rstrip('.!”"').lower().split()[-REMEMBERED_WORDS:]
    if language != "en":
        return " ".join(words)
    longest = max(range(len(words)), key=lambda index: len(words[index]))
    word, middle = words[longest], len(words[longest]) // 2
    words[longest] = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :] if middle else word
    return " ".join(words)
