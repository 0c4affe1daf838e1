"""Leaves out the words with which people begin to tell of a quote: "I don't remember exactly, but he said something
like", "the part where they talk about", "有一段说"."""

from __future__ import annotations

import re

from transcript.search.query.reader import read

_SAYING = (
    r"(?:he|she|they|someone|somebody|one of them|the (?:guest|host|other guy))(?: once| also| basically)? "
    r"(?:said|says|saying|was saying|talks?|talked|was talking|were talking|mentions?|mentioned|goes|went)"
)
"""Somebody who says it."""


_REMEMBERING = (
    r"(?:(?:i|we) (?:(?:do not|don[’']?t|cannot|can[’']?t) )?(?:quite |really |exactly |vaguely |kind of )?"
    r"(?:remember|recall)|if (?:i|memory) (?:remember|recall|serves?)(?: me)?"
    r"|(?:do you )?remember(?= (?:when|how|that|where|the (?:part|bit|time|moment|quote))\b))"
    r"(?: exactly| correctly| rightly?| well| the exact words)?(?: but| that| when| how| where| it was)*"
)
"""Somebody who has it in mind."""


_PART = (
    r"(?:the|that|this) (?:part|bit|quote|moment|clip|line|section|segment|passage|thing|story)"
    r" (?:about|where|when|on|that goes|that says)"
)


_SOMETHING = (
    rf"(?:(?:was|is)(?:n[’']?t| not)? there |{_SAYING} )?(?:something|a (?:part|bit|quote|line|moment))"
    r" (?:like|about|where|along the lines of|to the effect (?:of|that))"
)


_DID_SAY = (
    r"(?:(?:wait|hey|so|but|and|hm+|oh)[\s,]+)?"
    r"(?:did(?:n[’']?t)?|does(?:n[’']?t)?) \w+(?: \w+)? (?:once |also |actually |ever )?"
    r"(?:say|mention|talk about|claim)(?: (?:that|something (?:like|about)|how))?(?! (?:it|this|that)\b)"
)
"""Somebody asks if it was said: didn't he say."""


_SAYING_IN_CHINESE = (
    r"(?:他们?|她们?|有人|嘉宾|主持人)?(?:好像|似乎|大概)?(?:有(?:一?段|一?句)话?(?!时间|话?不)|有个地方)?(?:是|里)?"
    r"(?:在?(?:说|讲|聊|提)(?!得)[过到]*)?(?:的是)?[,,:: ]*"
)


_BEGINNING = re.compile(
    rf"(?:(?:{_REMEMBERING}|{_PART}|{_SOMETHING}|{_DID_SAY}|iirc)\b[\s,.:;…-]*)+"
    rf"(?:{_SAYING}(?: about| that| how| like)?\b[\s,.:;…-]*)?"
    rf"|(?:我?(?:好像|依稀)?记得|印象中)[,, ]*{_SAYING_IN_CHINESE}"
    rf"|(?=(?:他们?|她们?|有人|嘉宾|主持人)?(?:好像|似乎|大概)?有(?:一?段|一?句|个地方)){_SAYING_IN_CHINESE}",
    re.IGNORECASE,
)


_END = re.compile(
    r"[\s,]+(?:or something(?: like that| along those lines)?|something like that|or whatever|iirc"
    r"|if i (?:remember|recall) (?:correctly|rightly?)|in (?:that|this) (?:episode|interview|podcast))[\s.?!]*$"
    r"|[,, ]*的那一?(?:段|句|部分)话?$",
    re.IGNORECASE,
)


def without_preamble(text: str) -> str:
    """The text without what only says that somebody said it; the text as it is if nothing that tells is left."""
    rest = _END.sub("", text.strip())
    begun = _BEGINNING.match(rest)
    rest = rest[begun.end() :] if begun else rest
    return rest if rest != text and read(rest).tells else text
