"""Names of speakers after the stamps of an interview: told from words of a sentence that end in a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from transcript.formats.speakers import ROLES, is_particle
from transcript.language import frequency
from transcript.language.lexicon import STOP_WORDS
from transcript.language.normalise import bare

NAME_AND_TEXT = re.compile(r"(?P<name>[^:\uff1a]{1,60})[:\uff1a]\s*(?P<text>.*)", re.DOTALL)
"""A name, a colon, and perhaps what is said, as they stand after a stamp."""


_NAME_SHAPE = re.compile(r"[^,.?!;\"\u201c\u201d\uff0c\u3002\uff1f\uff01\uff1b]+(?:\.[^,.?!;]*)*")


_TITLE_AFTER = re.compile(r",\s*[A-Z][\w.]*(?:\s+[\w.&-]+){0,4}$")
"""A title after a name: `, PhD`."""


_MOST_PARTS = 5
"""Words of a name."""


def speakers_after_stamps(rests: Iterable[str]) -> frozenset[str]:
    """The names among what stands after stamps: alone on the line, in any case, or before a colon more than once."""
    alone, leading = Counter[str](), Counter[str]()
    for label in filter(None, map(NAME_AND_TEXT.fullmatch, rests)):
        (leading if label["text"] else alone)[label["name"].strip()] += 1
    named = {name for name, count in (alone + leading).items() if is_name(name) and (count > 1 or alone[name])}
    return frozenset(named | {name for name, count in alone.items() if _is_label(name, count)})


def is_name(name: str) -> bool:
    """True if words before a colon have a name's capitals."""
    parts = name.split()
    is_short = 0 < len(parts) <= _MOST_PARTS and _NAME_SHAPE.fullmatch(name) is not None
    return is_short and all(not part[0].islower() or is_particle(part) for part in parts)


def _is_label(label: str, count: int) -> bool:
    """True if words that stand alone after a stamp, `count` times, are a speaker: a role, or a name in any case."""
    name = _TITLE_AFTER.sub("", label)
    parts = [part for part in name.casefold().split() if not is_particle(part)]
    if is_name(name) or not parts or len(parts) > _MOST_PARTS or not _NAME_SHAPE.fullmatch(name):
        return is_name(name)
    if all(part in ROLES or part.isdigit() or len(part) == 1 for part in parts):
        return True
    is_sentence = any(part in STOP_WORDS or bare(part).replace(" ", "") in STOP_WORDS for part in parts)
    return not is_sentence and (count > 1 or not all(map(frequency.is_known, parts)))
