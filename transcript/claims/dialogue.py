"""The lines of a message that are quotes of their own: the turns of a dialogue, a list, lines that are each signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from transcript.claims import attribution, remarks
from transcript.claims.cues import BULLET
from transcript.claims.mentions import Known, named
from transcript.claims.quotations import FEWEST, in_marks, quotes_in, size
from transcript.language.normalise import is_han

_LABEL = re.compile(
    r"^\s*(?:q|a|interviewer|host|guest|me|nobody|[问問]|答|主持人|嘉[宾賓]|[网網]友|我|(?:speaker|[发發]言人|[说說][话話]人)\s*(?:\d{1,2}|[a-h])|(?-i:[A-Z]{1,3}))\s*[:：]\s*",
    re.IGNORECASE,
)


_COMMENT = re.compile(r"\s*(?:me|nobody|[网網]友|我)\s*[:：]", re.IGNORECASE)
"""What stands at the beginning of a line for who says it, and of one that was not said but jokes about it."""


_ANGLED = re.compile(r"^[^\S\n]*<(?P<name>[^<>\n]{1,40})>[^\S\n]+", re.MULTILINE)


_BRACKETED = re.compile(
    r"""^[^\S\n]*(?: \[(?P<name>[^\[\]\n]{2,40})\][:：]? | [QA][^\S\n]*\((?P<asked>[^()\n]{2,40})\)[:：] )[^\S\n]*""",
    re.MULTILINE | re.VERBOSE,
)


_ROW = re.compile(
    r"^[^\S\n]*\|?[^\S\n]*(?P<name>[^|\n]{2,40}?)[^\S\n]*\|[^\S\n]*(?P<said>[^|\n]+?)[^\S\n]*\|?[^\S\n]*$",
    re.MULTILINE,
)


_RULED = re.compile(r"^[^\S\n]*\|[^\n]*$\n?", re.MULTILINE)


_PASSED_ON = re.compile(r"//@[^:：\n]{1,40}[:：]\s*")


_FORWARDED = re.compile(r"^\s*(?:[【\[][转轉][发發](?:微博)?[】\]]|[转轉][发發](?:微博|[:：]))\s*")


_WITHIN = re.compile(r"(?<=[.!?。！？…])[^\S\n]*(?P<name>[^\n.!?。！？…:：,，]{1,40}?)[:：](?=[^\S\n]*\S)")


_DASHED = re.compile(
    r"^(?P<name>[^\n.!?。！？…:：,，]{1,40}?)[^\S\n]+[–—-]{1,2}[^\S\n]+(?P<mark>[\"“「『]?)", re.MULTILINE
)
"""Who says a line where no line begins with a name and a colon: <Ada> as in a chat, [Ada] or A (Ada), in a table, whose
post is passed on, within the line, and before a dash."""


_NUMBER = re.compile(rf"^\s*(?:{BULLET}|[·–—])\s*(?=\S)")
"""The number or the bullet of a quote in a list."""


def turns(text: str, known: Known) -> list[str]:
    """The lines of a dialogue, each with who says it, or of several quotes with whom each is credited to; anything else
    whole."""
    text = _with_colons(text, known)
    if in_marks(text):
        return _lines(text, known)
    text, asked = remarks.without(text, known)
    found = _lines(text, known)
    return [f"{asked}: {turn}" if asked and attribution.without(turn, known).name is None else turn for turn in found]


def _lines(text: str, known: Known) -> list[str]:
    """The turns of a text in which each begins a line."""
    lines = text.splitlines()
    begins = [at for at, line in enumerate(lines) if _LABEL.match(line) or attribution.heads(line, known)]
    above = " ".join(lines[: begins[0]]) if begins else ""
    announced = attribution.announces(above) and not in_marks(above)
    if (len(begins) > 1 and size(above) < FEWEST) or (begins and announced):
        parts = ["\n".join(lines[a:b]) for a, b in pairwise([*begins, len(lines)])]
        spoken = [_LABEL.sub("", part) for part in parts if not _COMMENT.match(part)]
        return [turn for part in spoken for turn in _listed(part.splitlines(), known)]
    ends = [at + 1 for at, line in enumerate(lines) if attribution.signs(line, known)]
    if len(ends) > 1 and not size(" ".join(lines[ends[-1] :])) and not in_marks(text):
        return [_NUMBER.sub("", "\n".join(lines[a:b])) for a, b in pairwise([0, *ends])]
    return _listed(lines, known)


def _with_colons(text: str, known: Known) -> str:
    """The text with each turn on a line that begins with a name and a colon."""
    posts = _PASSED_ON.split(_FORWARDED.sub("", text))
    # What was passed on last stands first; the quote is what somebody has in marks, or else what all the others are on.
    text = next((post for post in posts if in_marks(post)), posts[-1])
    text = _ANGLED.sub(lambda match: f"{match['name']}: " if known(match["name"]) else "", text)
    text = _BRACKETED.sub(lambda line: _announced(line, line["name"] or line["asked"], "", known), text)
    rows = _ROW.sub(lambda row: _announced(row, row["name"], row["said"], known), text)
    if rows != text:
        text = _RULED.sub("", rows)
    dashed = [match for match in _DASHED.finditer(text) if _is_named(match, known)]
    if len(dashed) > 1 or (dashed and dashed[0]["mark"]):
        text = _DASHED.sub(
            lambda match: f"{match['name']}: {match['mark']}" if _is_named(match, known) else match.group(), text
        )
    if in_marks(text):
        return text
    if not attribution.leads(text.partition("\n")[0], known):
        return text
    return _WITHIN.sub(lambda match: f"\n{match['name'].strip()}: " if known(match["name"]) else match.group(), text)


def _announced(match: re.Match[str], name: str, said: str, known: Known) -> str:
    """A speaker's name with a colon and what he said, for what else has it stand out."""
    return f"{name}: {said}" if known(name) else match.group()


def _is_named(match: re.Match[str], known: Known) -> bool:
    """Whether what stands before a dash is a name: a speaker's, or anybody's before quotation marks."""
    name = match["name"].strip()
    return known(name) or (bool(match["mark"]) and named(name, known, single=True) == name)


def _listed(lines: Sequence[str], known: Known) -> list[str]:
    """The lines of a list without quotation marks, each with the speaker whom the line above names; else all in one."""
    heading, *rest = lines or [""]
    rest = [line for line in rest if line.strip()]
    only_name = attribution.heads(heading, known) and not attribution.leads(heading, known)
    above = only_name or attribution.announces(heading)
    items = rest if above else [heading, *rest]
    if len(items) < 2 or not all(map(_NUMBER.match, items)) or quotes_in("\n".join(items), known):
        return _in_both_languages(lines, known)
    name = attribution.around(heading, "", known) or attribution.alone(heading, known) if above else None
    return [f"{name}: {item}" if name else item for item in (_NUMBER.sub("", item) for item in items)]


def _in_both_languages(lines: Sequence[str], known: Known) -> list[str]:
    """A quote and the lines below with its translation, each with whom both are credited to; anything else in one."""
    text = "\n".join(lines)
    if len(lines) < 2:
        return [text]
    body, name, *_ = attribution.without(text, known)
    parts = [(chinese, "\n".join(group)) for chinese, group in groupby(body.strip().splitlines(), _is_chinese)]
    if len(parts) != 2 or in_marks(text) or min(size(part) for _, part in parts) < FEWEST:
        return [text]
    return [f"{name}: {part}" if name else part for _, part in parts]


def _is_chinese(line: str) -> bool:
    """Whether a line is in Chinese, which takes one character where English takes two or three."""
    return 3 * sum(map(is_han, line)) > len(line)
