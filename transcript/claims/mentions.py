"""Which of the words that people write where a name stands are one: a speaker's, or somebody else's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from transcript.claims.cues import DASHES, NEAR, SAY_ZH
from transcript.language import frequency, thesaurus
from transcript.language.lexicon import STOP_WORDS

Known = Callable[[str], bool]
"""Whether a name is like a speaker's."""


LONGEST = 40
"""Characters of a name."""


MOST_WORDS = 8
"""Words of that among which a name is looked for."""


MOST_NAMES, LINKING = 3, 3
"""Words of one name, and letters of those within it that have no capital."""


_REST = re.compile(
    r"\s*(?:[,，;；|\n]|(?<!\bw)/|[(（\[【。！？]|(?<=\w{3})[.!?](?:\s|$)|\s[·-]\s"
    r"|\b(?:on|about|in|at|from|during|via|talking|re|ep|episode|circa)\b|\d|在|谈|论|于).*$",
    re.DOTALL | re.IGNORECASE,
)
"""Where a name ends and what is said of it begins: a date, a topic, the episode."""


_OPENS = re.compile(
    r"^(?:(?:and|but|so|or|if|did|does|do|was|is|has|had|have|would|could|can|should|when|while|where|why|how|what"
    r"|like|because|since|although|though|even|then|now|here|there|once|also|just|only|well|wow|lol|yes|no|yeah|ok|okay"
    r"|apparently|actually|honestly|literally|recently|yesterday|today|poor|remember|maybe|perhaps|that|as|after|before|at|in|on|versus|vs|the|a|an|my|his|her|our|their)"
    r"\s+|(?-i:[a-z]+ly)\s+|(?:mrs?|ms|dr|prof)\.\s+|(?:[请請][问問]|[据據听聽][说說]|看到|[听聽]到|[还還]有|而且?|但是?|可是|不[过過]|然后|然後|接着|接著)\s*)+(?=\S)",
    re.IGNORECASE,
)


_ENDS = re.compile(r"\s+(?:who|himself|herself|themselves|myself)$", re.IGNORECASE)
"""Words with which a sentence begins, and no name, and what may stand right after one."""


_AROUND = re.compile(
    rf"^(?:\s*\(?\d{{1,2}}[.)、/）]\s*|[\s@•*,;，；、/{DASHES}]+)+"
    rf"|[\s.,:;!?*_\"'“”‘’「」，。：@{DASHES}]+$"
)


_SAID = re.compile(rf"\s*{SAY_ZH}$")


_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")


_EITHER = re.compile(r"\b(?:or|and)\b|&|还是|還是|和|与|與")


_TO = re.compile(
    r"(?:to|with|w/|by|on|at|from|of|for|about|via|in|interview(?:ed|ing|s)|asks?|asked|tells?|told|answers?|answered"
    r"|对|對|和|与|與|跟|向|[追反]?[问問]|告[诉訴]|回答|采访)",
    re.IGNORECASE,
)
"""What stands between who speaks and somebody else."""


_HEARS = frozenset({"with", "w/", "to", "at", "about", "for"})
"""Of those, what makes whom it names a hearer though nobody else is named."""


_NOT_WHO = re.compile(r"not|never|\w+n['’]?t|不是|[并並]?不是|没有?|沒有?", re.IGNORECASE)


_DENIES = re.compile(r"(?:^|\s)(?:not|\w+n['’]t|不是)(?:\s|$)|^不是", re.IGNORECASE)


_DID_NOT = re.compile(r"didn['’]?t|never|没有?|沒有?", re.IGNORECASE)
"""What stands before who did not say it, anywhere in words that deny, and behind who did not."""


_POINTS = re.compile(r"[·•・‧]")


_SCRIPTS = re.compile(
    r"[，。；：、！？]|(?<=[\u3400-\u9fff])[,;:!?]|(?<=[\u3400-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u3400-\u9fff])"
)
"""Where Chinese and Latin letters meet, or a sign of Chinese stands."""


_SINGLE = re.compile(r"[A-Z][a-z'’-]*[a-z](?:[A-Z][a-z]+)?")


_PERSON = re.compile(r"^(?:[A-Z][\w'’.-]*\s+){1,3}[A-Z][\w'’.-]*$")


_FULL = re.compile(r"(?<=[a-z\u3400-\u9fff] )[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}$")


_NOBODY = re.compile(
    r"\b(?:podcast|show|episode|interview|source|transcript|anonymous|unknown|me|host|guest|part|clip|video|the|news|times"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    r"|sep|sept|oct|nov|dec|youtube|twitter|spotify|channel|radio|tv|quote|edit|note|update|breaking|inc|corp)\b",
    re.IGNORECASE,
)


class Mention(NamedTuple):
    """A speaker's name among the words of a text, from `start` to `end`; whether something is said to be his, to be
    done with or to him, or not to be said by him."""

    name: str
    start: int
    end: int
    owns: bool
    towards: bool
    denied: bool


def nobody(name: str) -> bool:  # noqa: ARG001 - it has a signature to keep
    """No name is a speaker's."""
    return False


def cleaned(written: str) -> str:
    """A name without what stands around it and is said of it."""
    name = _OPENS.sub("", _AROUND.sub("", written[:NEAR]))
    name = _OPENS.sub("", _AROUND.sub("", _REST.sub("", name)))
    return _ENDS.sub("", _SAID.sub("", _POSSESSIVE.sub("", name)))


def named(written: str, known: Known, *, within: bool = False, single: bool = False) -> str | None:
    """The name in what was written where one stands; None where that is no speaker's and not clearly a person's.
    `within` is whether a speaker's may stand among other words, `single` whether one word is enough for a person's."""
    name = cleaned(written)
    said = written[written.find(name) + len(name) :]
    # A letter alone numbers a list.
    if sum(map(str.isalpha, name)) < 2 or _EITHER.search(name) or _ends_with_another(said, known):
        return None
    # A well-known one in Chinese has its last part here, and a title may stand before it.
    last = name.split()[-1]
    latin = _latin().get(_POINTS.split(last)[-1])
    if latin:
        return latin if known(latin) else last
    whole = len(name) <= LONGEST and (known(name) or is_person(name))
    # What stands by a speaker's name is a title, or who hears it: of Ben heard Ada, it is Ada who speaks.
    speaking = _speaking(name, known, within=within or whole)
    if not speaking and (_DENIES.search(name) or mentions(name, known)):
        return None
    if speaking or not single:
        return speaking or (name if whole else None)
    return name if whole or _is_name(name) else _person_behind(name)


def mentions(text: str, known: Known) -> list[Mention]:
    """The speakers that are named in a text of few words, with a capital or as a well-known Chinese name."""
    words = _SCRIPTS.sub(" ", text).split()
    found: list[Mention] = []
    for start in range(len(words)):
        if found and start < found[-1].end:
            continue
        for size in range(min(MOST_NAMES, len(words) - start), 0, -1):
            part = words[start : start + size]
            name = _POSSESSIVE.sub("", " ".join(part)).strip(' .,;:!?，。；：！？"“”')
            if not _is_written_as_name(part) or len(name) < 2 or name.casefold() in STOP_WORDS:
                continue
            if known(_latin().get(name, name)):
                found.append(Mention(_latin().get(name, name), start, start + size, *_role(words, start, start + size)))
                break
    return found


def _ends_with_another(said: str, known: Known) -> bool:
    """Whether what is said of a speaker ends with another one: first Ada, second Ben."""
    words = said.split()
    found = mentions(said, known) if said.lstrip()[:1] in (",", ";", "，") and len(words) <= MOST_WORDS else []
    return bool(found) and found[-1].end == len(words) and not (found[-1].towards or found[-1].denied)


def _is_denied(words: Sequence[str], start: int, end: int) -> bool:
    """Whether it is said of whom words name that he said nothing: it was not Ada, Ada did not."""
    before, after = words[max(0, start - 1) : start], words[end : end + 1]
    return any(map(_NOT_WHO.fullmatch, before)) or any(map(_DID_NOT.fullmatch, after))


def _role(words: Sequence[str], start: int, end: int) -> tuple[bool, bool, bool]:
    """Whether something is said to be of whom words name, to be done with or to them, and not to be so."""
    towards = start > 0 and bool(_TO.fullmatch(words[start - 1]))
    return bool(_POSSESSIVE.search(words[end - 1])), towards, _is_denied(words, start, end)


def others(text: str, speaker: str, known: Known) -> list[Mention]:
    """The speakers that are named in a text, but for one."""
    return [one for one in mentions(text, known) if differs(one, speaker)]


def differs(one: Mention, speaker: str) -> bool:
    """Whether a name has no word of a speaker's."""
    return set(speaker.casefold().split()).isdisjoint(one.name.casefold().split())


def _speaking(name: str, known: Known, *, within: bool) -> str | None:
    """Of the speakers whom words name the one who speaks: wow Ada Quill, Ada Quill CEO, and `within` them, best Ada
    Quill quotes."""
    words = _SCRIPTS.sub(" ", name).split()
    if len(words) > MOST_WORDS:
        return None
    found = [one for one in mentions(name, known) if not one.denied]
    if not within:
        found = [one for one in found if one.start == 0 or one.end == len(words)]
    if len(found) > 1:
        speaks = (
            [one for one in found if not one.owns and not one.towards] or [one for one in found if one.owns] or found
        )
        return speaks[-1].name
    if found and words[max(0, found[0].start - 1)] in _HEARS:
        return None
    return found[0].name if found else None


def _is_written_as_name(words: Sequence[str]) -> bool:
    """Whether all of some words have a capital, or are what stands between names: Ada van Orval."""
    ends = all(word[0].isupper() or word in _latin() for word in (words[0], words[-1]))
    return ends and all(word[0].isupper() or (word.isalpha() and len(word) <= LINKING) for word in words)


def is_person(name: str) -> bool:
    """Whether it is clearly a person's, first name and last, or a well-known one in Chinese: it counts though nobody of
    that name speaks here."""
    return name in _latin() or (bool(_PERSON.match(name)) and not _NOBODY.search(name))


def _person_behind(name: str) -> str | None:
    """The person whom the last of some words name: somebody claims Ada Quill."""
    match = _FULL.search(name)
    return match.group() if match and is_person(match.group()) else None


def _is_name(word: str) -> bool:
    """Whether a single word is a name: it has a capital, or is a handle, and is not in general use."""
    return bool(_SINGLE.fullmatch(word)) and not _NOBODY.search(word) and not frequency.is_known(word.casefold())


def _latin() -> dict[str, str]:
    """Well-known names as Chinese has them, each with the Latin one."""
    return thesaurus.latin_names()
