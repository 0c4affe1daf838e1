"""Text that users typed or that a transcript has, so that Discord shows it as it stands."""

from __future__ import annotations

import re

from transcript.language.sentences import Range

_INLINE_SIGN = re.compile(
    r"[\\`*_~|\[\]<]"
)  # emphasis, code, spoilers, masked links, mentions, stamps and custom emoji


_LINE_START = re.compile(
    r"^([^\S\n]*)(#{1,3}(?=\s)|-#|>|[-+](?=\s))", re.MULTILINE
)  # headings, small text, quotes, lists


_LIST_NUMBER = re.compile(r"^([^\S\n]*\d+)(?=\.\s)", re.MULTILINE)


_BEFORE_SLASHES = re.compile(r"(?<=[a-zA-Z])(?=://)")


_BACKSLASHED = re.compile(r"\\([^\w\s]|_|(?=\.\s))")


_EVERYONE = re.compile(r"@(?=everyone|here)")


_IMPOSSIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # Discord refuses some, drops others


_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def escape(text: str) -> str:
    """That text, showing as typed: no markup, no link, no mention."""
    text = _IMPOSSIBLE.sub("", text)
    text = _INLINE_SIGN.sub(r"\\\g<0>", text)
    text = _LINE_START.sub(r"\1\\\2", text)
    text = _LIST_NUMBER.sub(r"\1\\", text)
    text = _BEFORE_SLASHES.sub(r"\\", text)
    return _EVERYONE.sub("@\u200b", text)


def without_escapes(text: str) -> str:
    """The text before it was escaped."""
    return _BACKSLASHED.sub(r"\1", text).replace("@\u200b", "@")


def visible(text: str) -> str:
    """A user's text on one line and without what cannot be seen or turns the text around."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def typed(text: str, most: int = 100) -> str:
    """A user's text as it is shown: visible, cut at `most` characters and escaped."""
    return escape(clip(visible(text), most))


def clip(text: str, most: int) -> str:
    """At most that many characters; where it is cut, it is cut after a word and ends in an ellipsis."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    space = len(cut) if text[most - 1].isspace() else cut.rfind(" ")
    return (cut[:space] if space > most // 2 else cut).rstrip() + "…"


def clip_start(text: str, most: int) -> str:
    """The last of a text, at most that many characters; where it is cut, an ellipsis and a whole word begin it."""
    if len(text) <= most:
        return text
    cut = text[len(text) - most + 1 :]
    space = cut.find(" ")
    return "…" + (cut[space + 1 :] if 0 <= space < most // 3 else cut).lstrip()


def bold(text: str, spans: tuple[Range, ...]) -> str:
    """The text, escaped, with those ranges of it in bold. Ranges are in order and apart."""
    parts, edge = [], 0
    for start, end in spans:
        parts += [escape_inside(text, edge, start), f"**{escape_inside(text, start, end)}**"]
        edge = end
    return "".join([*parts, escape_inside(text, edge, len(text))])


def escape_inside(text: str, start: int, end: int) -> str:
    """A part of a text, escaped; only at the text's own start can it begin a line."""
    return escape(text[start:end]) if start == 0 else escape("\u2060" + text[start:end])[1:]
