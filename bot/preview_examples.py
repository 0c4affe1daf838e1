"""Examples that the preview suggests, and the quotes that are checked in it, whatever transcripts there are."""

from __future__ import annotations

import re
from itertools import islice

from handlers.cards.citation import source_line
from handlers.cards.markdown import escape
from transcript.language.normalise import PAIRED_RANGES, UNSPACED_LANGUAGES
from transcript.library import Library, quotes, words
from transcript.models import Language
from transcript.search import moments, search
from transcript.timecode import format_time

_DENIABLE = re.compile(r"\b(is|are|was|were|will|can|could|would|should)\b(?! not)|(?<!不)(是|会|能)")


_UNSPACED_CLAUSE = re.compile(f"[{PAIRED_RANGES}]+")


REMEMBERED_WORDS = 7
"""Words of a passage that a suggested question remembers at most."""


REMEMBERED_CHARACTERS = 12
"""The same where words have no spaces between them."""


BEST_QUESTION, BEST_TOPIC = "soldier balls would crack", "bumpgate"
"""Suggested where they lead somewhere, as they do in the transcript that ships."""


RECORDED_QUESTION = "the lamp never went out"
"""Likewise in the made-up episode, whose card has a button to its recording."""


NAMED_EPISODES = 3


def greeting_text(library: Library, questions: list[str]) -> str:
    """The greeting: what the bot knows, and what to try."""
    if not library.episodes:
        return "No transcript could be read; the log says why."
    named = "; ".join(source_line(each, several=True) for each in library.episodes[:NAMED_EPISODES])
    more = "; …" if len(library.episodes) > NAMED_EPISODES else ""
    middle = format_time(library.episodes[0].duration / 2).replace(":", ".")
    tried = [
        *(f"**/quote** {escape(words)}" for words in questions),
        f"**/when** {_topic_of(library)}",
        f"**/at** {middle}",
        "**/verify** and one of Rae's quotes above, with a word of it changed: only you see the verdict. Those above "
        "were got by **Check quote**, which Discord has in a message's menu under *Apps*; this page has no such menus",
        "viewing as Ola, the owner: **/daily start**, for a quote every day, and **/daily now**",
        "**/help** lists the rest",
    ]
    return (
        f"**Welcome to Pullquote.** It knows {named}{more}\n"
        "Type `/`, choose a command, then type what stands behind it here:\n"
        + "\n".join(f"- {each}" for each in tried)
        + "\n-# 中文也可以问\uff1a输入 / 选择命令即可。"
    )


def _topic_of(library: Library) -> str:
    return BEST_TOPIC if moments(library, BEST_TOPIC, limit=1) else "and a word that you expect to come up"


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


def claims_on(library: Library) -> list[str]:
    """A real quote of the newest episode and one with a word put in, as people post them."""
    for episode in library.episodes[:1]:
        pool = [
            (words(library, one), one.speaker) for one in quotes(library, episode.slug, episode.original) if one.speaker
        ]
        altered = [(said, speaker) for text, speaker in pool if (said := _with_a_not(text)) != text]
        if altered:
            two = pool[len(pool) // 3], altered[len(altered) // 2]
            return [f"> {text}\n— {speaker}" for text, speaker in two]
    return []


def _with_a_not(text: str) -> str:
    """The text with the first verb that can be denied denied."""
    return _DENIABLE.sub(lambda match: f"{match[1]} not" if match[1] else f"不{match[2]}", text, count=1)


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
