"""A Discord message as plain text: without links, emoji, mentions and marks of style; quote blocks told apart."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

Range = tuple[int, int]


LONGEST = 4_000
"""Characters of a message that are looked at: the most that one can have."""


_SURROGATES = re.compile(r"[\ud800-\udfff\0]")


_SPACES, _LINES = re.compile(r"[^\S\n]+"), re.compile(r" ?\n(?: ?\n)+ ?")


_LINK = re.compile(r"\[([^\[\]\n]*)\]\(<?https?://[^)\[\s]*>?(?:\s+\"[^\"]*\")?\)")


_ADDRESS = re.compile(r"<?https?://[^\s>]+>?")


_CUSTOM = re.compile(r"<(?:a?:\w+:\d+|[@#][!&]?\d+|t:-?\d+(?::\w)?|/[^<>\n]{1,100}:\d+)>")


_SHORTCODE = re.compile(r"(?<!\w):[a-z][a-z0-9_+-]+:(?!\w)")


_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u2300-\u23ff\ufe0e\ufe0f\u200d\u20e3\u200b-\u200f\ufeff]+"
)


_FORBIDDEN = re.compile("(?<=\\w)([ \t]*)[\U0001f6ab\u26d4\u274c]\ufe0f?(?=[ \t]*\\w)")
"""Signs that deny what comes after them, where they stand within a sentence."""


_STYLE = re.compile(r"\*{1,3}|__|~~|\|\||`{1,3}|(?<!\w)_|_(?!\w)")


_FENCED = re.compile(r"```(?:\w*\n)?((?:[^`]|`(?!``))+)```")


_CUE = re.compile(r"^(?:\d{1,5}[ \t]*\n)?[ \t]*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}[ \t]*-->[^\n]*$", re.MULTILINE)


_TAB = re.compile(r"^([^\t\n]{2,40})\t+(?=\S)", re.MULTILINE)
"""The number and the time of a subtitle, and what separates the cells of a row."""


_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


_SOME_WORDS = re.compile(r"(?:.*?[\s\u3400-\u9fff]){5}")
"""Words in the style of code, which are quoted where they are some."""


_LETTERED = re.compile("[\U0001d400-\U0001d7ff\u24b6-\u24e9]+")
"""Letters in a style of their own, bold or in script, that Unicode has for mathematics."""


_CLOCK = r"\d{1,2}[:：]\d{2}(?:\s*[AaPp]\.?[Mm]\.?)?"


_DAY = r"(?:[Tt]oday|[Yy]esterday|今天|昨天|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})(?:,|\s+at)?"


_POSTED = re.compile(
    rf"""^(?P<before>[ \t>]*)
    (?: (?P<name>[^\n—–:：]{{1,40}}?)[ \t]*[—–-][ \t]*(?:{_DAY}\s*)?{_CLOCK}[ \t]*\n   # Ada — Today at 8:57 PM
      | \[(?:{_DAY}\s*)?{_CLOCK}\][ \t]*(?P<poster>[^\n:：]{{1,40}}?)[:：][ \t]*         # [8:57 PM] Ada:
    )""",
    re.MULTILINE | re.VERBOSE,
)
"""What a copy of a message has before its words: who posted it, and when."""


_FULL_NAME = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*){1,2}")


_COUNTED = r"repl(?:y|ies)|reposts?|retweets?|likes?|views?|quotes?|bookmarks?|comments?"


_COUNTS = re.compile(rf"^[ \t]*(?:\d[\d.,]*[KkMm]?[ \t]+(?:{_COUNTED})\b[ \t·|,]*)+$", re.MULTILINE | re.IGNORECASE)


_BARE_COUNTS = re.compile(r"(?<=\n)[ \t]*\d[\d.,]*[KkMm]?(?:[ \t·|]+\d[\d.,]*[KkMm]?){1,6}[ \t]*$", re.MULTILINE)


_HANDLE = re.compile(r"(?<=\n)[ \t]*@\w{2,30}(?:[ \t]*·[ \t]*\w+)?[ \t]*\n")


_AUTHOR = re.compile(r"^([A-Z][^\n@:]{1,40}?)[ \t]+@\w{2,30}(?:[ \t]*·[^\n]{1,20})?[ \t]*(?=\n)", re.MULTILINE)


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"


_DATED = re.compile(
    rf"""^[ \t]*(?:{_CLOCK}[ \t]*·[ \t]*)?{_MONTH}[ \t]+\d{{1,2}},[ \t]*\d{{4}}
    (?:[ \t]*·[ \t]*[\d.,]+[KkMm]?(?:[ \t]+(?:{_COUNTED}))?)*[ \t]*$""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)


_WORDS = re.compile(r"\S+")


_TAG = re.compile(r"#[^\W\d]\w*")
"""What stands around the words of a post: how many liked it, its author's handle, its date, the words it is filed
under."""


_HEADING = re.compile(r"^(?:#{1,3}|-#)\s+", re.MULTILINE)


_ESCAPED = re.compile(r"\\([*_~|`>#\-.\[\]()\\])")


_TIME = r"(?:\d{1,2}[:：])?\d{1,2}[:：]\d{2}"


_TIMES = rf"{_TIME}(?:\s*[-–—~]\s*{_TIME})?"


_STAMP = re.compile(rf"[\[(（【]\s*{_TIMES}\s*[\])）】]")


_LOOSE_STAMP = re.compile(rf"(?:^|(?<=[\s,@\[(（]))@?{_TIMES}(?=\s|$|[,.\])）])", re.MULTILINE)


_REPEATED = re.compile(r"([^\w\s])\1{3,}")


_BLOCK = re.compile(r"^\s*(?:>>>|>)\s?")


def plain(text: str) -> str:
    """The text as it reads: links by their words, no emoji, no style, no time stamps. Line breaks and `>` stay."""
    text = _TAB.sub(r"\1 | ", _SURROGATES.sub(" ", text[:LONGEST]))
    text = _CUE.sub("", _REPEATED.sub(r"\1\1\1", _spaced(text)))
    text = _LETTERED.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    text = _AUTHOR.sub(r"\1:", _FENCED.sub(_quoted, text))
    text = _CODE.sub(lambda code: f"“{code[1]}”" if _SOME_WORDS.match(code[1]) else code[0], text)
    text = _POSTED.sub(_poster, text)
    for pattern in (_COUNTS, _DATED, _HANDLE):
        text = pattern.sub("", text)
    text = _FORBIDDEN.sub(r"\1 not ", _LINK.sub(r"\1", text))
    for pattern in (_ADDRESS, _CUSTOM, _SHORTCODE, _EMOJI):
        text = pattern.sub(" ", text)
    text = _BARE_COUNTS.sub("", _spaced(text))
    text = _HEADING.sub("", text)
    text = _STYLE.sub("", text)
    text = _ESCAPED.sub(r"\1", text)
    return _spaced(_untagged(_LOOSE_STAMP.sub(" ", _STAMP.sub(" ", text))))


def _spaced(text: str) -> str:
    """The text with one space for several, and one empty line: else who fills a message with them could make every
    pattern go through them again and again."""
    return _LINES.sub("\n\n", _SPACES.sub(" ", "\n".join(text.splitlines())))


def _untagged(text: str) -> str:
    """The text up to its last word that is no tag."""
    ends = [match.end() for match in _WORDS.finditer(text) if not _TAG.fullmatch(match.group())]
    return text[: ends[-1]] if ends else ""


def _quoted(fenced: re.Match[str]) -> str:
    """What a fence of backticks encloses as a quote block."""
    return "\n" + "".join(f"> {line}\n" for line in fenced[1].strip().splitlines())


def _poster(match: re.Match[str]) -> str:
    """Who posted a message where that is a person's full name, which it may be a quote of; else nothing."""
    name = (match["name"] or match["poster"] or "").strip()
    return f"{match['before']}{name}: " if _FULL_NAME.fullmatch(name) else match["before"]


def blocks(text: str) -> list[tuple[str, bool]]:
    """The parts of a message and whether each is a quote block; `>>>` quotes all that follows."""
    lines: list[tuple[bool, str]] = []
    on = False
    for line in text.splitlines():
        on = on or line.lstrip().startswith(">>>")
        quoted = on or bool(_BLOCK.match(line))
        lines.append((quoted, _BLOCK.sub("", line, count=1) if quoted else line))
    parts = []
    for quoted, group in groupby(lines, key=lambda entry: entry[0]):
        words = "\n".join(line for _, line in group).strip()
        if words:
            parts.append((words, quoted))
    return parts
