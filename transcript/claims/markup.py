"""A Discord message as plain text, without links, emoji, mentions and style marks, and its quote blocks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import groupby

from transcript.claims import copied
from transcript.claims.mentions import IsSpeaker, nobody
from transcript.language.normalise import HAN_RANGES

LONGEST_MESSAGE = 4_000
"""Characters of a message that are read: the most that Discord lets one have."""


_UNPRINTABLE = re.compile(r"[\ud800-\udfff\0]")


_WITHIN_WORDS = re.compile("[\u00ad\u2060]")
"""Signs that only say where a word may be parted, or may not: the soft hyphen and the word joiner."""


_ORNAMENTAL_MARKS = str.maketrans("\u275d\u275e\u301d\u301e\u301f\u201f\u275b\u275c", "“”“””“‘’")
"""Quotation marks that Unicode has among ornaments, and those of vertical text."""


_SPACES, _EMPTY_LINES = re.compile(r"[^\S\n]+"), re.compile(r" ?\n(?: ?\n)+ ?")


_TABBED_CELL = re.compile(r"^([^\t\n]{2,40})\t+(?=\S)", re.MULTILINE)
"""A name and the tab after it."""


_MASKED_LINK = re.compile(r"\[([^\[\]\n]*)\]\(<?https?://[^)\[\s]*>?(?:\s+\"[^\"]*\")?\)")


_ADDRESS = re.compile(r"<?https?://[^\s>]+>?")


_DISCORD_TAG = re.compile(
    r"<(?:a?:\w+:\d+|[@#][!&]?\d+|t:-?\d+(?::\w)?|/[^<>\n]{1,100}:\d+)>|(?<!\w)@(?:everyone|here)\b"
)
"""A custom emoji, a mention, a time stamp or a command, as Discord writes them."""


_SHORTCODE = re.compile(r"(?<!\w):[a-z][a-z0-9_+-]+:(?!\w)")
"""An emoji by its name, :joy:."""


_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u2300-\u23ff\ufe0e\ufe0f\u200d\u20e3\u200b-\u200f\ufeff]+"
)


_EMOJI_BULLET = re.compile(rf"^[ \t]*{_EMOJI.pattern}[ \t]+(?=\S)", re.MULTILINE)
"""An emoji or an arrow at the beginning of a line."""


_DENYING_EMOJI = re.compile("(?<=\\w)([ \t]*)[\U0001f6ab\u26d4\u274c]\ufe0f?(?=[ \t]*\\w)")
"""An emoji within a sentence that denies the words after it."""


_STYLE = re.compile(r"\*{1,3}|__|~~|\|\||`{1,3}|(?<!\w)_|_(?!\w)")


_FENCED = re.compile(r"```(?:\w*\n)?((?:[^`]|`(?!``))+)```")


_INLINE_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


_FIVE_WORDS = re.compile(rf"(?:.*?[\s{HAN_RANGES}]){{5}}")


_STYLED_LETTERS = re.compile("[\U0001d400-\U0001d7ff\u24b6-\u24e9]+")
"""Bold, script and circled letters, which Unicode has for mathematics."""


_HEADING_SIGN = re.compile(r"^(?:#{1,3}|-#)\s+", re.MULTILINE)


_ESCAPED_SIGN = re.compile(r"\\([*_~|`>#\-.\[\]()\\])")


_REPEATED_SIGN = re.compile(r"([^\w\s])\1{3,}")


_QUOTE_SIGN = re.compile(r"^\s*(?:>>>|>)\s?")


def plain_text(text: str, is_speaker: IsSpeaker = nobody) -> str:
    """A message as it reads: links by their words, no emoji, style or time stamps. Line breaks and `>` stay."""
    text = _WITHIN_WORDS.sub("", text[:LONGEST_MESSAGE].translate(_ORNAMENTAL_MARKS))
    text = _TABBED_CELL.sub(r"\1 | ", _UNPRINTABLE.sub(" ", text))
    text = copied.without_subtitle_marks(_REPEATED_SIGN.sub(r"\1\1\1", _single_spaced(text)))
    text = _STYLED_LETTERS.sub(lambda letters: unicodedata.normalize("NFKC", letters.group()), text)
    text = copied.with_author(_FENCED.sub(_as_block, text))
    # Words in the style of code are quoted where there are some.
    text = _INLINE_CODE.sub(lambda code: f"“{code[1]}”" if _FIVE_WORDS.match(code[1]) else code[0], text)
    text = copied.without_post_details(copied.with_poster(text, is_speaker))
    text = _DENYING_EMOJI.sub(r"\1 not ", _MASKED_LINK.sub(r"\1", text))
    bullets = Counter(_EMOJI_BULLET.findall(text))
    text = _EMOJI_BULLET.sub(lambda bullet: "• " if bullets[bullet.group()] > 1 else bullet.group(), text)
    for pattern in (_ADDRESS, _DISCORD_TAG, _SHORTCODE, _EMOJI):
        text = pattern.sub(" ", text)
    text = copied.without_bare_counts(_single_spaced(text))
    text = _HEADING_SIGN.sub("", text)
    text = _STYLE.sub("", text)
    text = _ESCAPED_SIGN.sub(r"\1", text)
    return _single_spaced(copied.without_tags(copied.without_stamps(text, is_speaker)))


def _single_spaced(text: str) -> str:
    """The text with single spaces and single empty lines.

    In a message full of spaces, every pattern would go through them again and again.
    """
    return _EMPTY_LINES.sub("\n\n", _SPACES.sub(" ", "\n".join(text.splitlines())))


def _as_block(fenced: re.Match[str]) -> str:
    """The text within a fence of backticks, as a quote block."""
    return "\n" + "".join(f"> {line}\n" for line in fenced[1].strip().splitlines())


def split_blocks(text: str) -> list[tuple[str, bool]]:
    """The parts of a message, each with True if it is a quote block; `>>>` quotes all that follows."""
    lines: list[tuple[bool, str]] = []
    rest_is_quoted = False
    for line in text.splitlines():
        rest_is_quoted = rest_is_quoted or line.lstrip().startswith(">>>")
        is_quoted = rest_is_quoted or bool(_QUOTE_SIGN.match(line))
        lines.append((is_quoted, _QUOTE_SIGN.sub("", line, count=1) if is_quoted else line))
    parts = []
    for is_quoted, group in groupby(lines, key=lambda entry: entry[0]):
        words = "\n".join(line for _, line in group).strip()
        if words:
            parts.append((words, is_quoted))
    return parts
