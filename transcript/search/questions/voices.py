"""Reads whose words a question asks for: "what did Ada say about bridges", "Ada 怎么看桥"."""

from __future__ import annotations

import re
from typing import NamedTuple

from transcript.language.tokens import terms
from transcript.library import Library

_SAY = (
    r"(?:say|says|said|saying|mention|mentions|mentioned|tell|told|talk|talks|talked|explain|explains|explained"
    r"|describe|describes|described|argue|argues|argued|claim|claims|claimed|recommend|recommends|recommended"
    r"|suggest|suggests|suggested)"
)


_THINK = r"(?:think|thinks|thought|thinking|feel|feels|felt|believe|believes|believed)"


_DOES = r"(?:did|does|do|has|had|was|is|would)"


_CALLED = r"(?P<name>\w[\w'’.-]*(?:\s+\w[\w'’.-]*){0,2}?)"


_ASKED = (
    re.compile(
        rf"(?P<before>\b(?:what|how|why|when|where|which)\b[^.,;?!]{{0,30}}?\b{_DOES})\s+{_CALLED}\s+"
        rf"(?P<verb>(?:\w+ly\s+|ever\s+)?{_SAY}\b)",
        re.IGNORECASE,
    ),
    re.compile(
        # What somebody thinks, but not which company they think wins.
        rf"(?P<before>\b(?:what|how|why)\s+{_DOES})\s+{_CALLED}\s+(?P<verb>(?:\w+ly\s+|ever\s+)?{_THINK}\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<before>)(?P<name>[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’. -]{0,38}|[\u3400-\u9fff·]{2,12}?)(?P<verb>)"
        r"(?:是|到底|曾经?|都|在节目里)?(?:对|怎么[看说讲想]|如何[看评]|[说讲聊提][了过到]?(?:什么|哪些|啥)|认为)"
    ),
)
"""Forms in which a question asks for somebody's words, with the name, what of it is `before` that, and the verb."""


MOST_SPEAKERS = 25
"""Speakers of one name whose words are looked for."""


class Voice(NamedTuple):
    """The speakers whose words a question asks for, and the question without the name, and in English the verb."""

    speakers: tuple[str, ...]
    question: str


def asked_voice(question: str, library: Library) -> Voice | None:
    """Whose words a question asks for; None if it names no speaker for it, by words of the speaker's name."""
    for form in _ASKED:
        match = form.search(question)
        speakers = _speakers_named(match["name"], library) if match else ()
        if match and speakers:
            rest = f"{question[: match.end('before')]} {question[match.end('verb') :]}"
            return Voice(speakers, rest)
    return None


def _speakers_named(name: str, library: Library) -> tuple[str, ...]:
    """The speakers whose names have all words of a name."""
    wanted = set(terms(name))
    if not wanted or not wanted <= library.speaker_terms:
        return ()
    return tuple(one for one in library.find_speakers(name, limit=MOST_SPEAKERS) if wanted <= set(terms(one)))
