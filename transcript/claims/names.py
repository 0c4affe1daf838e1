"""Names as people write them: cleans them of the words around, and tells if they are clearly a person's."""

from __future__ import annotations

import re

from transcript.claims.cues import CUE_REACH
from transcript.claims.grammar import DASHES, SAY_ZH
from transcript.claims.patterns import any_of, compiled
from transcript.language import frequency, thesaurus
from transcript.language.normalise import HAN_RANGES, unaccented_words
from transcript.language.wordlist import read_words

LONGEST_NAME = 40
"""Characters of a name."""


MOST_PARTS = 3
"""Words of a name."""


_AFTER_NAME = re.compile(
    r"\s*(?:[,，;；|\n]|(?<!\bw)/|[(（\[【。！？]|(?<=\w{3})[.!?](?:\s|$)|\s[·-]\s"
    r"|\b(?:on|about|in|at|from|during|via|talking|re|ep|episode|circa)\b|\d|在|谈|论|于).*$",
    re.DOTALL | re.IGNORECASE,
)
"""Words after a name that describe it: a date, a topic, the episode."""


_BEFORE_NAME = compiled(
    rf"^(?:(?:{any_of('before_names.en')})\s+|(?-i:[a-z]+ly)\s+|(?:mrs?|ms|dr|prof)\.\s+"
    rf"|(?:{any_of('before_names.zh')})\s*)+(?=\S)",
    re.IGNORECASE,
)
"""Words before a name that are no part of it: the beginning of a sentence, a title."""


_SIGNS_AROUND = re.compile(
    rf"^(?:\s*\(?\d{{1,2}}[.)、/）]\s*|[\s@•*,;，；、/{DASHES}]+)+"
    rf"|[\s.,:;!?*_\"'“”‘’「」，。：@{DASHES}]+$"
)


_PRONOUN_AFTER = re.compile(r"\s+(?:who|himself|herself|themselves|myself)$", re.IGNORECASE)


_LINK_AFTER = re.compile(
    r"(?:[\s,，]+(?:and|but|while|then|also|plus|vs\.?|versus|&)(?=[\s,，]|$)|\s*(?:和|与|而|还有|以及))+[\s,，]*$",
    re.IGNORECASE,
)
"""Words after a name that lead to another quote."""


_VERB_AFTER = compiled(rf"\s*{SAY_ZH}$")


POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")


_CAPITALISED = re.compile(r"^(?:[A-Z][\w'’.-]*\s+){1,3}[A-Z][\w'’.-]*$")


_FULL_NAME_AT_END = re.compile(rf"(?<=[a-z{HAN_RANGES}] )[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{1,2}}$")


_NO_NAME = re.compile(rf"\b(?:{any_of('no_names.en')})\b", re.IGNORECASE)


_LABEL_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][\w'’-]*")


_INITIALS = re.compile(r"[A-Z]{2,3}|(?:[A-Z]\.\s?){1,2}[A-Z]\.?")
"""DP, D.P."""


_NAME_PARTS = re.compile(r"[^\W_]+")


def clean_name(written: str) -> str:
    """A name without the signs, titles and words around it."""
    name = _BEFORE_NAME.sub("", _SIGNS_AROUND.sub("", _LINK_AFTER.sub("", written[:CUE_REACH])))
    name = _BEFORE_NAME.sub("", _SIGNS_AROUND.sub("", _AFTER_NAME.sub("", name)))
    return _PRONOUN_AFTER.sub("", _VERB_AFTER.sub("", POSSESSIVE.sub("", name)))


def is_person(name: str) -> bool:
    """True if this is clearly a person's name: first and last, or a well-known one in Chinese.

    Such a name is credited even if nobody of that name speaks in the transcripts.
    """
    return name in thesaurus.latin_names() or (bool(_CAPITALISED.match(name)) and not _NO_NAME.search(name))


def person_at_end(text: str) -> str | None:
    """The full name at the end of a text: somebody claims Ada Quill. None where there is none."""
    match = _FULL_NAME_AT_END.search(text)
    return match.group() if match and is_person(match.group()) else None


def may_name(label: str) -> bool:
    """True if a label before a colon may be the name of somebody who is not known: no word of it is in general use, or
    only as a name."""
    words = label.removeprefix("@").split()
    if label.startswith("@") or _INITIALS.fullmatch(label):
        return len(words) == 1 and not _NO_NAME.search(label)
    is_name = 0 < len(words) <= MOST_PARTS and all(map(_LABEL_WORD.fullmatch, words)) and not _NO_NAME.search(label)
    known = [word for word in words if frequency.is_known(word.casefold())]
    are_names = not known or (label.istitle() and _SINGLE_NAMES.issuperset(map(str.casefold, known)))
    return is_name and are_names


_SINGLE_NAMES = frozenset(read_words("single_names.en"))
"""Names that are in general use as words: Sarah, Churchill."""


def is_abbreviated(written: str) -> bool:
    """True if a name has initials: DP, D. Patel, Dylan P."""
    parts = _NAME_PARTS.findall(written)
    return bool(_INITIALS.fullmatch(written.strip())) or (len(parts) > 1 and min(map(len, parts)) == 1)


def is_abbreviation_of(written: str, name: str) -> bool:
    """True if a name is written with initials, or in one word as a handle: DP, D. Patel, Dylan P., dpatel, dylanp."""
    whole = _NAME_PARTS.findall(unaccented_words(name))
    parts = _NAME_PARTS.findall(unaccented_words(written))
    if len(whole) < 2 or not parts:
        return False
    if len(parts) == 1:
        first, last = whole[0], whole[-1]
        initials = "".join(part[0] for part in whole)
        forms = {initials, initials[0] + initials[-1], first[0] + last, first + last[0], last + first[0]}
        return parts[0] in forms
    ends = [whole[0], whole[-1]] if len(parts) == 2 else whole
    matches = zip(parts, ends, strict=False)
    return len(parts) == len(ends) and all(part == end or (len(part) == 1 and end[0] == part) for part, end in matches)
