"""English misquotes by a cut: words without the condition, denial, doubt or adjective that governs them."""

from __future__ import annotations

import re

from tests.quotes.sentences import Sentence, Source, table, with_capital

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
