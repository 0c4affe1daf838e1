"""A statement made of a question: you have to use it, for do you have to use it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transcript.language.lexicon import AUXILIARIES, word_class
from transcript.search.contradictions.around import Around
from transcript.search.query import Query
from transcript.search.ranking import Place

SUBJECTS = word_class("person") | {"there", "this", "that", "these", "those"}
"""Pronouns that can be the subject of a sentence, before its verb, or of a question, behind it."""


LINKS = word_class("coordinator") | {"like", "well", "then", "if", "when"}
"""Small words before a question that follows something else."""


ASKING = frozenset(("if", "whether", "ask", "asks", "asked", "asking", "question", "wonder", "wondered", "wondering"))
"""Words with which a query tells that something was asked."""


QUESTION_LENGTH = 40
"""Terms behind its first words within which a question ends."""


ASKED = 0.5
"""Share of the words of a query from which it is what is asked."""


_END = re.compile(r"[.?!]")


def state_what_is_asked(query: Query, place: Place, around: Around) -> bool:
    """True if a query has as a statement what the passage asks."""
    words = [unit.word for unit in query.units]
    if not ASKING.isdisjoint(words):
        return False
    places = place.alignment.places
    return any(
        _states(words, *around.terms[asked.start : asked.start + 2])
        and sum(at in asked for at in places) > len(places) * ASKED
        for asked in _questions(around)
    )


def _states(words: Sequence[str], verb: str, subject: str) -> bool:
    """True if the subject of a question stands before its verb in a query; for a form of do, with another before it."""
    pairs = list(zip(["", *words], words, [*words[1:], ""], strict=False))
    if verb in ("do", "does", "did"):
        return any(word == subject and before and before not in AUXILIARIES and after for before, word, after in pairs)
    return any(word == verb and before == subject for before, word, _ in pairs)


def _questions(around: Around) -> Iterator[range]:
    """The places of each question near a quote that begins with a verb and its subject, a pronoun."""
    said = [written.word.casefold() for written in around.written]
    for at in around.reached(QUESTION_LENGTH):
        if at + 1 < len(said) and said[at] in AUXILIARIES and said[at + 1] in SUBJECTS and _begins(around, said, at):
            end = next((one for one in range(at + 1, len(said)) if _END.search(around.written[one].before)), None)
            if end is not None and "?" in around.written[end].before:
                yield range(at, end)


def _begins(around: Around, said: Sequence[str], at: int) -> bool:
    return at in around.clauses or "," in around.written[at].before or (at > 0 and said[at - 1] in LINKS)
