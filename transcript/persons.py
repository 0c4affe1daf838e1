"""Which of the words that people write where a name stands are one: a speaker's, or somebody else's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from transcript import rarity
from transcript.forms import DASHES, NEAR, SAY_ZH

Known = Callable[[str], bool]
"""Whether a name is like a speaker's."""

LONGEST = 40
"""Characters of a name."""

MOST_WORDS = 8
"""Words of that among which a name is looked for."""

_REST = re.compile(
    r"\s*(?:[,，;；|·/\n(（\[【]|\s-\s"
    r"|\b(?:on|about|in|at|from|during|via|talking|re|ep|episode|circa)\b|\d|在|谈|论|于).*$",
    re.DOTALL | re.IGNORECASE,
)
"""Where a name ends and what is said of it begins: a date, a topic, the episode."""

_OPENS = re.compile(
    r"^(?:(?:and|but|so|or|if|did|does|do|was|is|has|had|have|would|could|can|should|when|while|where|why|how|what"
    r"|like|because|since|although|though|even|then|now|here|there|once|also|just|only|well|wow|lol|yes|no|yeah|ok|okay"
    r"|apparently|actually|honestly|literally|recently|yesterday|today|poor|remember|maybe|perhaps|that|as|after|before|at|in|on)"
    r"\s+)+(?=\S)",
    re.IGNORECASE,
)
"""Words with which a sentence begins, and no name."""

_AROUND = re.compile(rf"^(?:\s*\(?\d{{1,2}}[.)、/）]\s*|[\s@•*{DASHES}]+)+|[\s.,:;!?*_\"'“”‘’「」，。：@{DASHES}]+$")
_SAID = re.compile(rf"\s*{SAY_ZH}$")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_EITHER = re.compile(r"\b(?:or|and)\b|&|还是|還是|和|与|與")
_SCRIPTS = re.compile(r"(?<=[\u3400-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u3400-\u9fff])")
"""Where Chinese and Latin letters meet."""

_SINGLE = re.compile(r"[A-Z][a-z'’-]*[a-z](?:[A-Z][a-z]+)?")
_PERSON = re.compile(r"^(?:[A-Z][\w'’.-]*\s+){1,3}[A-Z][\w'’.-]*$")
_NOBODY = re.compile(
    r"\b(?:podcast|show|episode|interview|source|transcript|anonymous|unknown|me|host|guest|part|clip|video|the|news|times"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    r"|sep|sept|oct|nov|dec|youtube|twitter|spotify|channel|radio|tv|quote|edit|note|update|breaking|inc|corp)\b",
    re.IGNORECASE,
)


def nobody(name: str) -> bool:  # noqa: ARG001 - it has a signature to keep
    """No name is a speaker's."""
    return False


def cleaned(written: str) -> str:
    """A name without what stands around it and is said of it."""
    name = _AROUND.sub("", _REST.sub("", _AROUND.sub("", written[:NEAR])))
    return _OPENS.sub("", _SAID.sub("", _POSSESSIVE.sub("", name)))


def named(written: str, known: Known, *, within: bool = False, single: bool = False) -> str | None:
    """The name in what was written where one stands; None where that is no speaker's and not clearly a person's.
    `within` is whether a speaker's may stand among other words, `single` whether one word is enough for a person's."""
    name = cleaned(written)
    if not name or _EITHER.search(name):
        return None
    latin = _latin().get(name, name)
    if len(name) <= LONGEST and (known(latin) or latin is not name or is_person(name)):
        # What precedes a speaker's full name is a title.
        return _part(name, known, (3, 2)) or (latin if known(latin) else name)
    part = _part(name, known, (3, 2, 1), within=within)
    return part or (name if single and _is_name(name) else None)


def _part(name: str, known: Known, sizes: Sequence[int], *, within: bool = False) -> str | None:
    """A speaker's name that is some of the words: wow Ada Quill, Ada Quill CEO, and `within`, best Ada Quill quotes."""
    words = _SCRIPTS.sub(" ", name).split()
    if len(words) > MOST_WORDS:
        return None
    for size in (size for size in sizes if size < len(words)):
        inner = range(1, len(words) - size) if within and size > 1 else ()
        for start in (0, len(words) - size, *inner):
            part = words[start : start + size]
            if part[0][:1].isupper() and known(" ".join(part)):
                return " ".join(part)
    return None


def is_person(name: str) -> bool:
    """Whether it is clearly a person's, first name and last, or a well-known one in Chinese: it counts though nobody of
    that name speaks here."""
    return name in _latin() or (bool(_PERSON.match(name)) and not _NOBODY.search(name))


def _is_name(word: str) -> bool:
    """Whether a single word is a name: it has a capital, or is a handle, and is not in general use."""
    return bool(_SINGLE.fullmatch(word)) and not _NOBODY.search(word) and not rarity.is_known(word.casefold())


@cache
def _latin() -> dict[str, str]:
    """Well-known names as Chinese has them, each with the Latin one."""
    return {other: name for name, others in rarity.names().items() for other in others}
