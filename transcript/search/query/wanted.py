"""Patterns of what a question asks for: a time, a name, a number, a reason."""

from __future__ import annotations

import re

_TIME = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b\d{1,2}(?::\d\d| ?[ap]\.?m\b)"
    r"|\b(?:ago|yesterday|today|tonight|tomorrow|years?|months?|weeks?|decades?|summer|winter|spring|fall)\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    r"|[0-9一二三四五六七八九十]+ ?[年月日点周]|去年|今年|明年|昨天|今天|明天|以前|之前|之后",
    re.IGNORECASE,
)
"""A time of day or of the calendar, or one that is told from now."""


NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+|[\u4e00-\u9fff][·・][\u4e00-\u9fff]")
"""A word with a capital in the midst of a sentence."""


_COUNT = (
    r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?"
    r"|thousands?|millions?|billions?|dozens?|half|both|several)"
)
"""A number in figures or in words."""


_NUMBER = re.compile(rf"\d|\b{_COUNT}\b|[一二三四五六七八九十百千万亿两]", re.IGNORECASE)


_LENGTH = re.compile(
    rf"\b(?:{_COUNT}|an?|one|few|couple|of)[ -](?:and a half )?"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|miles?|kilometers?|meters?|feet|pages?|lines?)\b"
    r"|[0-9一二三四五六七八九十百千万亿几两]+ ?个?(?:秒|分钟|小时|天|周|星期|月|年|公里|米)",
    re.IGNORECASE,
)
"""A span of time, a way or a text by its measure."""


_AGE = re.compile(r"\b1?[0-9]{1,2}\b|\b(?:age|born|years? old)\b|岁", re.IGNORECASE)


_ANSWERS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"\bwhen\b|什么时候|何时|哪年|哪一年", re.IGNORECASE), _TIME),
    (re.compile(r"\bwho(?:m|se)?\b|谁|哪位", re.IGNORECASE), NAME),
    (
        re.compile(r"\bhow (?:many|much|often|far|big|fast|large|tall|high|deep)\b|多少|几个|几次", re.IGNORECASE),
        _NUMBER,
    ),
    (re.compile(r"\bhow long\b|多久|多长", re.IGNORECASE), _LENGTH),
    (re.compile(r"\bhow old\b|多大|几岁", re.IGNORECASE), _AGE),
    (
        re.compile(r"\b(?:called|named?)\b|叫什么|名字", re.IGNORECASE),
        re.compile(r"\b(?:called|named|names? (?:is|was|are|were))\b|叫", re.IGNORECASE),
    ),
    (
        re.compile(r"\bwhy\b|为什么|为何", re.IGNORECASE),
        re.compile(r"\b(?:because|since|reasons?|so that|due to)\b|因为|由于|所以|原因", re.IGNORECASE),
    ),
)
"""Question words, and the pattern that a passage must have to answer them."""


_AMOUNTS = (_TIME, _NUMBER, _LENGTH, _AGE)


def answers_wanted(question: str) -> list[re.Pattern[str]]:
    """The patterns one of which an answer has; none where anything may be one."""
    return [answer for asking, answer in _ANSWERS if asking.search(question)]


_THING_COUNTED = re.compile(
    r"\bhow many ((?:[a-z'-]+ ){0,3}?[a-z'-]+?) "
    r"(?:did|does|do|are|is|were|was|have|has|had|can|could|will|would|there)\b",
    re.IGNORECASE,
)
"""How many open issues were there: the words for what is counted."""


def tells_amount(question: str, text: str) -> bool:
    """True if a text has the number, time, length or age that a question asks for; a number of what is counted, where
    the question tells what that is."""
    counted = _THING_COUNTED.search(question)
    if counted is None:
        return any(answer.search(text) for answer in answers_wanted(question) if answer in _AMOUNTS)
    words = "|".join(re.escape(word.removesuffix("s")) for word in counted[1].split())
    return re.search(rf"(?:\d[\d.,]*|\b{_COUNT})(?:\W+\w+){{0,2}}?\W+(?:{words})", text, re.IGNORECASE) is not None
