"""Removes what surrounds the words of a copied post, chat or subtitle file: posters, times, like counts, hashtags."""

from __future__ import annotations

import re

from transcript.claims.cues import CUE_REACH
from transcript.claims.mentions import IsSpeaker, find_mentions
from transcript.claims.names import clean_name, may_name
from transcript.claims.patterns import any_of

_SUBTITLE_TIMES = re.compile(
    r"^(?:\d{1,5}[ \t]*\n)?[ \t]*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}[ \t]*-->[^\n]*$", re.MULTILINE
)
"""The number and the times of a subtitle."""


_VOICE_TAG, _VOICE_END_TAG = re.compile(r"<v(?:\.[\w.]+)?[ \t]+([^<>\n]{1,40})>[ \t]*"), re.compile(r"</v>")
"""The tags around the words of a speaker in WebVTT: <v Ada>."""


_DAY_TIME = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*[AaPp]\.?[Mm]\.?)?"


_DAY = r"(?:[Tt]oday|[Yy]esterday|今天|昨天|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})(?:,|\s+at)?"


_POSTER = re.compile(
    rf"""^(?P<before>[ \t>]*)
    (?: (?P<name>[^\n—–:：]{{1,40}}?)[ \t]*[—–-][ \t]*(?:{_DAY}\s*)?{_DAY_TIME}[ \t]*\n   # Ada — Today at 8:57 PM
      | \[(?:{_DAY}\s*)?{_DAY_TIME}\][ \t]*(?P<poster>[^\n:：]{{1,40}}?)[:：][ \t]*         # [8:57 PM] Ada:
      | {_DAY}\s*{_DAY_TIME}[ \t]*[—–-][ \t]*(?P<writer>[^\n:：]{{1,40}}?)[:：][ \t]*       # 30/06/2025, 20:57 - Ada:
    )""",
    re.MULTILINE | re.VERBOSE,
)
"""The name and time at the beginning of each message in a copied chat or transcript."""


_NAME_AND_HANDLE = re.compile(r"(?P<name>[^\n@(]{2,40}?)[ \t]*\(?@\w{2,30}\)?[ \t]*")


_FULL_NAME = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*){1,2}")


_AUTHOR = re.compile(r"^([A-Z][^\n@:]{1,40}?)[ \t]+@\w{2,30}(?:[ \t]*·[^\n]{1,20})?[ \t]*(?=\n)", re.MULTILINE)
"""The author of a post and their handle: Ada Quill @adaquill · 3h."""


_HANDLE = re.compile(r"(?<=\n)[ \t]*@\w{2,30}(?:[ \t]*·[ \t]*\w+)?[ \t]*\n")
"""A handle on a line of its own."""


_COUNTED_THINGS = r"repl(?:y|ies)|reposts?|retweets?|likes?|views?|quotes?|bookmarks?|comments?"


_COUNTS = re.compile(
    rf"^[ \t]*(?:\d[\d.,]*[KkMm]?[ \t]+(?:{_COUNTED_THINGS})\b[ \t·|,]*)+$", re.MULTILINE | re.IGNORECASE
)
"""A line of 12 replies 4 reposts."""


_BARE_COUNTS = re.compile(r"(?<=\n)[ \t]*\d[\d.,]*[KkMm]?(?:[ \t·|]+\d[\d.,]*[KkMm]?){1,6}[ \t]*$", re.MULTILINE)
"""Such a line with emoji in place of words; the emoji are already removed."""


_COUNTS_BELOW = re.compile(r"(?:\n[ \t]*\d[\d.,]*[KkMm]?[ \t]*){2,}\Z")
"""Such numbers, each on a line of its own."""


_POINT_LINE = re.compile(r"^[ \t]*·[ \t]*\n", re.MULTILINE)


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"


_POST_DATE = re.compile(
    rf"""^[ \t]*(?:{_DAY_TIME}[ \t]*·[ \t]*)?{_MONTH}[ \t]+\d{{1,2}}(?:,[ \t]*\d{{4}})?
    (?:[ \t]*·[ \t]*[\d.,]+[KkMm]?(?:[ \t]+(?:{_COUNTED_THINGS}))?)*[ \t]*$""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
"""The line with the date of a post: 9:41 AM · Jun 30, 2025 · 212K Views."""


_PAGE_WORDS = re.compile(
    r"^[ \t]*(?:(?:show|see|read|view|load)[ \t]+(?:more|less|original|translation|this[ \t]+thread)"
    r"|translated[ \t]+(?:from|by)[ \t]+\w+|(?:显示|查看|展开)(?:更多|原文|翻译)|翻译自\w{1,6})[ \t.…·]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""A line with which a page offers more of a post: Show more."""


_THREAD_NUMBER = re.compile(
    r"""^[ \t]*\(?\d{1,2}/(?:n|\d{1,2}(?=\)|[ \t]+["“A-Z]))?\)?[.:]?[ \t]+(?=\S)   # 1/ or 1/5 before a capital
      | [ \t]*\(\d{1,2}/(?:\d{1,2}|n)\)[ \t]*$                                      # (1/5) at the end
    """,
    re.MULTILINE | re.VERBOSE,
)
"""The number of a post of several: 1/ or (1/5); half of the goats are 1/2 of them."""


_REPLY_PREFIX = re.compile(r"^[ \t]*(?:(?:fwd?|fw|re):[ \t]*)+", re.MULTILINE | re.IGNORECASE)


_ANY_WORD = re.compile(r"\S+")


_TAG = re.compile(r"#[^\W\d]\w*")


_RECORDING_TIME = r"(?:\d{1,2}[:：])?\d{1,2}[:：]\d{2}"


_RECORDING_TIMES = rf"{_RECORDING_TIME}(?:\s*[-–—~]\s*{_RECORDING_TIME})?"


_BRACKETS = re.compile(r"[\[(（【]([^\[\]()（）【】\n]{1,80})[\])）】]")


_STAMP_IN_BRACKETS = re.compile(rf"(?:^|(?<=[\s,@]))@?{_RECORDING_TIMES}(?=[\s,.]|$)")


_STAMP_AT_START = re.compile(
    rf"^([ \t>]*)@?{_RECORDING_TIMES}(?=[\s,.]|$)(?![ \t]*(?:{any_of('after_times.en')})\b)",
    re.MULTILINE | re.IGNORECASE,
)


_STAMP_AT_END = re.compile(rf"(?<=[\s,])@?{_RECORDING_TIMES}(?:[ \t]*[AaPp]\.?[Mm]\.?)?[ \t.]*$", re.MULTILINE)


_STAMP_BEFORE_COLON = re.compile(rf"^([^\n:：]{{2,40}}?)[ \t]+{_RECORDING_TIMES}(?=[:：]\s)", re.MULTILINE)


_WORD_BEFORE_TIME = re.compile(rf"\b(?:{any_of('before_times.en')})[ \t]*$", re.IGNORECASE)


_CAPITALISED_AT_END = re.compile(r"([A-Z][\w'’.-]*)[ \t]+$")


def without_subtitle_marks(text: str) -> str:
    """Subtitles without their times, each with its speaker and a colon."""
    return _VOICE_TAG.sub(r"\1: ", _VOICE_END_TAG.sub("", _SUBTITLE_TIMES.sub("", text)))


def with_author(text: str) -> str:
    """A copied post with its author's name and a colon for the line with the handle."""
    return _AUTHOR.sub(r"\1:", text)


def with_poster(text: str, is_speaker: IsSpeaker) -> str:
    """A copied chat with a name and a colon before each message whose poster has a full name, or that of a speaker.

    Such a message may be a quote of that person; names of other chat posters are removed. Names in a transcript, which
    have only a time and a colon around them, stay.
    """

    def name_and_colon(match: re.Match[str]) -> str:
        name = (match["name"] or match["poster"] or match["writer"] or "").strip()
        may_be_quoted = _FULL_NAME.fullmatch(name) or is_speaker(name) or (match["poster"] and may_name(name))
        return f"{match['before']}{name}: " if may_be_quoted else match["before"]

    return _POSTER.sub(name_and_colon, text)


def without_post_details(text: str) -> str:
    """A copied post without its counts of likes, its date, its number, its author's handle and what its page offers."""
    for pattern in (_POINT_LINE, _COUNTS, _POST_DATE, _HANDLE, _REPLY_PREFIX, _PAGE_WORDS, _THREAD_NUMBER):
        text = pattern.sub("", text)
    return text


def without_bare_counts(text: str) -> str:
    return _COUNTS_BELOW.sub("", _BARE_COUNTS.sub("", text))


def without_stamps(text: str, is_speaker: IsSpeaker) -> str:
    """The text without the times of a recording: those in brackets, and those alone at a line's beginning or end.

    Clock times, scores and verses are words: at 9:30, John 3:16.
    """

    def at_end(stamp: re.Match[str]) -> str:
        before = text[max(0, stamp.start() - CUE_REACH) : stamp.start()]
        title = _CAPITALISED_AT_END.search(before)
        is_word = _WORD_BEFORE_TIME.search(before) or (title and not is_speaker(title[1]))
        return stamp.group() if is_word else " "

    text = _BRACKETS.sub(_without_stamps_within, text)
    text = _STAMP_BEFORE_COLON.sub(r"\1", _STAMP_AT_START.sub(r"\1 ", text))
    return _STAMP_AT_END.sub(at_end, text)


def _without_stamps_within(brackets: re.Match[str]) -> str:
    """Brackets without the stamps in them; nothing where there is nothing else."""
    inner = _STAMP_IN_BRACKETS.sub(" ", brackets[1])
    if inner == brackets[1]:
        return brackets.group()
    return f"{brackets.group()[0]}{inner.strip(' ,-–—~')}{brackets.group()[-1]}" if inner.strip(" ,-–—~") else " "


def without_tags(text: str) -> str:
    """The text up to its last word that is no hashtag."""
    ends = [match.end() for match in _ANY_WORD.finditer(text) if not _TAG.fullmatch(match.group())]
    return text[: ends[-1]] if ends else ""


def embed_credit(line: str, is_speaker: IsSpeaker) -> str | None:
    """The name that the author or footer line of an embed credits: a speaker's, or anybody's with a handle beside it.
    None where there is none."""
    name = clean_name(line)
    if is_speaker(name):
        return name
    named = [mention.name for mention in find_mentions(line[:CUE_REACH], is_speaker) if not mention.denied]
    post = _NAME_AND_HANDLE.fullmatch(line.strip())
    return named[0] if len(named) == 1 else post["name"].strip() if post else None
