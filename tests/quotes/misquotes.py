"""English misquotes: sentences with one thing changed that changes what was said."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from tests.quotes import words
from tests.quotes.numbers import change_number, change_sign, change_unit
from tests.quotes.sentences import WORD, Maker, Sentence, Source, common_words, replace_word, table, with_capital
from transcript.language.lexicon import STOP_WORDS
from transcript.language.stemming import stem
from transcript.language.thesaurus import rewordings


def change_name(sentence: Sentence, source: Source) -> str | None:
    """Another name of the same transcript."""
    names = set(source.names)
    found = [match for match in WORD.finditer(sentence.text) if match[0] in names]
    if not found:
        return None
    match = source.chance.choice(found)
    other = source.other_name(match[0])
    return other and replace_word(sentence.text, match, other)


_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|can|will|would|could|should|has|have had|must)\b(?!(?: |, )?not\b|n't|\?)", re.IGNORECASE
)


_NEGATED = re.compile(r"(?<!whether or)(?<!why) not\b(?! only\b)|(?<=\w)n['\u2019]t\b| never\b", re.IGNORECASE)


def change_negation(sentence: Sentence, _source: Source) -> str | None:
    """A negation taken out, or put in."""
    text = sentence.text
    if text.endswith("?"):
        return None
    if match := _NEGATED.search(text):
        cut = text[: match.start()] + text[match.end() :]
        return re.sub(r"\b(?:ca|wo)(?= )", lambda short: {"ca": "can", "wo": "will"}[short[0]], cut)
    match = _AUXILIARY.search(text)
    return text[: match.end()] + " not" + text[match.end() :] if match else None


_IF = re.compile(
    r"^(?:(?:But|And|So),? )?(?:if|unless|assuming|suppose|let's say) (?:(?! - )[^,])+, (?:then )?"
    r"(?!and |or |if |unless )(.{20,})$",
    re.IGNORECASE,
)


_HEDGE = re.compile(
    r"\b(?:maybe|perhaps|almost|nearly|hardly|barely|supposedly|allegedly|potentially|theoretically|in theory),? ",
    re.IGNORECASE,
)


_WISH = re.compile(r"\b(?:I|we) (?:hope|wish|doubt|wonder if)(?: that)? (?=\w+ \w+ \w+)")


_PLAN = re.compile(
    r"\b(I|we|they|people) (?:want|plan|hope|need|try|are trying|are planning|are about|are supposed) to (?=[a-z]{3})"
)


_MODAL = re.compile(
    r"\b(it|that|this|he|she|which) (?:might|may|could|would) (be|have|get|need|take|make|want|do|go)\b"
)


_THIRD_PERSON = table("be=is, have=has, get=gets, need=needs, take=takes, make=makes, want=wants, do=does, go=goes")


def leave_frame(sentence: Sentence, source: Source) -> str | None:
    """A condition, wish, plan or "almost" left out."""
    text = sentence.text
    if match := _IF.match(text):
        return with_capital(match[1])
    for pattern in source.chance.sample((_HEDGE, _WISH), 2):
        if match := pattern.search(text):
            return with_capital(text[: match.start()] + text[match.end() :])
    if match := _PLAN.search(text):
        return with_capital(text[: match.start()] + match[1] + " " + text[match.end() :])
    if match := _MODAL.search(text):
        return text[: match.start()] + f"{match[1]} {_THIRD_PERSON[match[2]]}" + text[match.end() :]
    return None


_FROM_TO = re.compile(r"\bfrom (?P<one>[\w'-]{3,})(?P<between> to )(?P<other>[\w'-]{3,})")


_AROUND = re.compile(
    r"(?<![\w'])(?P<one>[a-z]{4,})(?P<between> (?:(?:is|are|was|were) )?(?:[a-z]+ )?"
    r"(?:than|because of|before|after|instead of|causes?|beats?) (?:the |a )?)(?P<other>[a-z]{4,})(?!['\w])"
)


_PRONOUNS = re.compile(
    r"\b(?P<one>I|we|they|he|she|you)(?P<between> (?:[a-z]+ ){1,2})(?P<other>me|us|them|him|her|you)\b(?! to\b)"
)


_OBJECTS = table("I=me, we=us, they=them, he=him, she=her, you=you")


_SUBJECTS = {other: one for one, other in _OBJECTS.items()}


def swap_roles(sentence: Sentence, source: Source) -> str | None:
    """Two names, or who and whom, or what stands around "than" and "because of", in each other's place."""
    return _swap_names(sentence.text, set(source.names)) or _swap_pronouns(sentence.text) or _swap_words(sentence.text)


def _swap_names(text: str, names: set[str]) -> str | None:
    for one, other in pairwise(match for match in WORD.finditer(text) if match[0] in names):
        between = text[one.end() : other.start()]
        if one[0] != other[0] and not re.search(r"\b(?:and|or)\b|,", between) and len(WORD.findall(between)) > 1:
            return text[: one.start()] + other[0] + between + one[0] + text[other.end() :]
    return None


def _swap_pronouns(text: str) -> str | None:
    match = _PRONOUNS.search(text)
    if match is None or _OBJECTS[match["one"]] == match["other"]:
        return None
    swapped = f"{_SUBJECTS[match['other']]}{match['between']}{_OBJECTS[match['one']]}"
    return text[: match.start()] + swapped + text[match.end() :]


def _swap_words(text: str) -> str | None:
    for match in (match for pattern in (_FROM_TO, _AROUND) for match in pattern.finditer(text)):
        one, other = match["one"], match["other"]
        if stem(one) != stem(other) and not {one, other} & (STOP_WORDS | _FILLING):
            return text[: match.start("one")] + other + match["between"] + one + text[match.end() :]
    return None


_FILLING = frozenset(
    words("""
    like know mean sort kind just really actually basically literally honestly definitely probably pretty stuff thing
    things want gonna maybe exactly obviously totally completely super quite simply entirely absolutely extremely
    certainly course guess think okay yeah right little even less before after while
    """)
)
"""Words that say so little that another in their place may say the same."""


def _content_words(sentence: Sentence, source: Source) -> list[re.Match[str]]:
    """Words in small letters that say something, in an order of chance."""
    found = [match for match in WORD.finditer(sentence.text) if match[0].islower() and match[0].isalpha()]
    found = [match for match in found if len(match[0]) > 3 and match[0] not in STOP_WORDS | _FILLING]
    return source.chance.sample(found, len(found))


@cache
def _like(word: str) -> tuple[str, ...]:
    """Common words of like spelling that are no form, synonym or spelling of a word."""
    slips = 1 if len(word) < 6 else 2
    return tuple(
        other
        for other in common_words()
        if other[0] == word[0]
        and OSA.distance(word, other, score_cutoff=slips) <= slips
        and not _says_the_same(word, other)
    )


def _says_the_same(word: str, other: str) -> bool:
    """True if one word is a form, a synonym or a British spelling of another."""
    one, two = map(_american_spelling, (word, other))
    same = stem(word) == stem(other) or one == two or stem(other) in rewordings().get(stem(word), frozenset())
    return same or one.rstrip("edsing") == two.rstrip("edsing")


def _american_spelling(word: str) -> str:
    return word.replace("our", "or").replace("is", "iz").replace("tre", "ter").replace("mme", "m")


def like_spelling(sentence: Sentence, source: Source) -> str | None:
    """Another word of like spelling."""
    for match in _content_words(sentence, source):
        if others := _like(match[0]):
            return replace_word(sentence.text, match, source.chance.choice(others))
    return None


@cache
def _ranks() -> dict[str, int]:
    return {word: rank for rank, word in enumerate(common_words())}


NEAR = 200
"""Ranks by which the frequency of a word may differ from that of one as common."""


def like_frequency(sentence: Sentence, source: Source) -> str | None:
    """Another word that is as common, with the same last letter."""
    for match in _content_words(sentence, source):
        rank = _ranks().get(match[0])
        if rank is not None:
            near = common_words()[max(0, rank - NEAR) : rank + NEAR]
            others = [word for word in near if word[-1] == match[0][-1] and word not in STOP_WORDS | _FILLING]
            if others := [word for word in others if not _says_the_same(match[0], word)]:
                return replace_word(sentence.text, match, source.chance.choice(others))
    return None


_GOVERNOR = re.compile(
    r"(?:\b(?:I (?:don't|do not|didn't) (?:think|believe|know (?:if|whether|that))|I doubt|I wish|I hope|unless|imagine"
    r"|I wonder (?:if|whether)|if|whether|not sure (?:that|if)|no evidence that|not because"
    r"|(?:he|she|they|people|everyone|someone|somebody) (?:said|says?|thinks?|thought|claims?|claimed|told me|told us))"
    r"|^(?:do you think|is it true|would you say|are you saying))(?: that)? (?!yes\b|no\b|okay\b)"
    r"(?P<rest>(?:I|we|you|they|he|she|it|there|that|this|the|people|[A-Z]\w+) (?:[^\W_][\w'\u2019]*[ ,]+){3,}.*)$",
    re.IGNORECASE,
)


def cut_governor(sentence: Sentence, _source: Source) -> str | None:
    """The words behind what denies, doubts, reports, supposes or asks them."""
    match = _GOVERNOR.search(sentence.text)
    if match is None:
        return None
    rest = re.split(r", (?:then|and|but|because|so|it's|I|you|we|they) ", match["rest"])[0]
    return f"{with_capital(rest.rstrip('?!. '))}." if len(rest.split()) > 4 else None


_MODIFIED = re.compile(
    r"(?<=[a-z,] )[A-Z][a-z]+ (?=[A-Z][a-z]+ )"
    r"|(?:^|\b(?:and|but|so|that|think|because) )"
    r"(?i:old|new|young|rich|big|small|other|some|most|only|my|your|our|their|his) (?=[a-z]{3,}s )"
)


def cut_phrase(sentence: Sentence, _source: Source) -> str | None:
    """The words behind the first one of a name, or behind an adjective or a possessive."""
    match = _MODIFIED.search(sentence.text)
    rest = sentence.text[match.end() :] if match else ""
    return with_capital(rest) if len(rest.split()) > 4 else None


def stitch(sentence: Sentence, source: Source) -> str | None:
    """Half of one sentence with half of another by the same speaker, as one sentence."""
    drawn = source.chance.sample(source.sentences, min(200, len(source.sentences)))
    others = (other.text for other in drawn if other.speaker == sentence.speaker and other.text != sentence.text)
    one, other = sentence.text.split(), next(others, "").split()
    return " ".join([*one[: len(one) // 2], *other[len(other) // 2 :]]) if min(len(one), len(other)) > 9 else None


MISQUOTES: dict[str, Maker] = {
    "number": change_number,
    "unit": change_unit,
    "sign": change_sign,
    "another name": change_name,
    "negation": change_negation,
    "frame left out": leave_frame,
    "roles swapped": swap_roles,
    "word of like spelling": like_spelling,
    "word of like frequency": like_frequency,
    "cut from its governor": cut_governor,
    "cut within a phrase": cut_phrase,
    "stitched": stitch,
}
"""Each kind with what makes it."""
