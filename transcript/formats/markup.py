"""A cue's text without what is not words: tags, entities, signs that cannot be seen, marks of emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from transcript.formats.cues import GrowingText
from transcript.models import Mark

UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\xad\ud800-\udfff\ufeff\u200b\u2060"
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # these turn the direction of whatever follows
)
"""Signs that cannot be seen."""


TAGS = re.compile(r"</?[A-Za-z][^<>]{0,500}>|<\d[\d:.]*>|</>")
"""Tags of HTML and WebVTT, and WebVTT's times within a cue; not `a < b` and not `<3`."""


_OVERRIDES = re.compile(r"\{\\[^{}]{0,500}\}")
"""ASS's tags, which stand in some SRT files too."""


_TWICE = re.compile(r"&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z]{2,8});")
"""The rest of an entity that was escaped twice."""


_LETTER = r"0-9A-Za-z_\u00c0-\u052f"
"""The letters of scripts in which a word is not emphasised in part: Latin, Greek, Cyrillic."""


_MARKDOWN = re.compile(
    r"!?\[(?P<words>[^\[\]]{0,500})\]\([^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)"  # [words](address)
    # **words**, `words`; not the stars of f**k
    rf"|(?<![{_LETTER}*`~])(?P<stars>\*{{1,3}}|`{{1,2}}|~~)(?=\S)(?P<inner>[^*`~\n]{{1,2000}}?)(?<=\S)(?P=stars)"
    rf"(?![{_LETTER}*`~])"
    r"|\\(?P<sign>[!-/:-@\[-`{-~])"  # \[
)


CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Characters between which lines are joined without a space."""


def clean(text: str) -> str:
    """The words in one line: without tags, entities decoded, white space collapsed."""
    if "<" in text:
        text = TAGS.sub("", text)
    if "{" in text:
        text = _OVERRIDES.sub("", text)
    if "&" in text:
        text = decode_entities(text)
    return collapse(text)


def collapse(text: str) -> str:
    """The text without characters that are not seen, white space collapsed."""
    if not text.isascii() or not text.isprintable():
        text = UNPRINTABLE.sub("", text)
    elif "  " not in text and text[:1] != " " != text[-1:]:
        return text
    return " ".join(text.split())


def decode_entities(text: str) -> str:
    """Entities as the characters they stand for, also those that were escaped twice."""
    text = unescape(text)
    return unescape(text) if _TWICE.search(text) else text


def plain(text: str) -> str:
    """Markdown without its marks: emphasis, addresses of links, backslashes before signs."""
    if not any(map(text.__contains__, "*[`~\\")):
        return text
    return _MARKDOWN.sub(_words_of, text)


def _words_of(match: re.Match[str]) -> str:
    return match["sign"] or match["words"] or match["inner"] or ""


def without_comments(text: str) -> str:
    """A text without `<!-- … -->`, but for its line ends."""
    parts, at = [], 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        parts += [text[at:begin], "\n" * text.count("\n", begin, end)]
        at = end + len("-->")
    return "".join([*parts, text[at:]])


def between(before: str, after: str) -> str:
    """The text between two joined lines: a space, but nothing between Chinese or Japanese characters."""
    if before and after and CJK.match(before[-1]) and CJK.match(after[0]):
        return ""
    return " "


def joined(lines: list[str]) -> str:
    """Lines as one."""
    if all(line.isascii() for line in lines):
        return " ".join(filter(None, lines))
    parts: list[str] = []
    for line in filter(None, lines):
        parts += [between(parts[-1], line), line] if parts else [line]
    return "".join(parts)


def timed_text(pieces: Iterable[tuple[str, float | None]]) -> tuple[str, list[Mark]]:
    """The words of pieces in one line, and the second of each piece that begins a word.

    A space is where a piece has one.
    """
    said, marks, spaced = GrowingText(), [], False
    for text, second in pieces:
        part = clean(text)
        if part:
            spaced = spaced or text[:1].isspace() or not said.parts
            place = said.add(part, " " if spaced else "")
            if second is not None and (spaced or CJK.match(part)):
                marks.append((place, second))
            spaced = text[-1:].isspace()
        else:
            spaced = spaced or bool(text)
    return str(said), marks
