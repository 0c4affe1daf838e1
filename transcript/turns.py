"""The lines of a message that are quotes of their own: the turns of a dialogue, a list, lines that are each signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from transcript import attribution
from transcript.persons import Known
from transcript.quoted import FEWEST, in_marks, size

_LABEL = re.compile(
    r"^\s*(?:q|a|interviewer|host|guest|me|nobody|[问問]|答|主持人|嘉[宾賓]|[网網]友|我)\s*[:：]\s*", re.IGNORECASE
)
_COMMENT = re.compile(r"\s*(?:me|nobody|[网網]友|我)\s*[:：]", re.IGNORECASE)
"""What stands at the beginning of a line for who says it, and of one that was not said but jokes about it."""

_ANGLED = re.compile(r"^[^\S\n]*<(?P<name>[^<>\n]{1,40})>[^\S\n]+", re.MULTILINE)
_FORWARDED = re.compile(r"^[^\n]{0,40}?//@[^:：\n]{1,40}[:：]\s*", re.MULTILINE)
_WITHIN = re.compile(r"(?<=[.!?。！？…])[^\S\n]*(?P<name>[^\n.!?。！？…:：,，]{1,40}?)[:：](?=[^\S\n]*\S)")
_DASHED = re.compile(r"^(?P<name>[^\n.!?。！？…:：,，]{1,40}?)[^\S\n]+[–—-]{1,2}[^\S\n]+(?=\S)", re.MULTILINE)
"""Who says a line where no line begins with a name and a colon: <Ada> as in a chat, whose post is passed on, within
the line, and before a dash."""

_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.)、）/]|[-•*·–])\s*(?=\S)")
"""The number or the bullet of a quote in a list."""


def turns(text: str, known: Known) -> list[str]:
    """The lines of a dialogue, each with who says it, or of several quotes with whom each is credited to; anything else
    whole."""
    text = _with_colons(text, known)
    lines = text.splitlines()
    begins = [at for at, line in enumerate(lines) if _LABEL.match(line) or attribution.heads(line, known)]
    above = " ".join(lines[: begins[0]]) if begins else ""
    if len(begins) > 1 and (size(above) < FEWEST or attribution.announces(above)):
        spoken = ["\n".join(lines[a:b]) for a, b in pairwise([*begins, len(lines)])]
        return [
            turn
            for one in spoken
            if not _COMMENT.match(one)
            for turn in _listed(_LABEL.sub("", one).splitlines(), known)
        ]
    ends = [at + 1 for at, line in enumerate(lines) if attribution.signs(line, known)]
    if len(ends) > 1 and not size(" ".join(lines[ends[-1] :])) and not in_marks(text):
        return [_NUMBER.sub("", "\n".join(lines[a:b])) for a, b in pairwise([0, *ends])]
    return _listed(lines, known)


def _with_colons(text: str, known: Known) -> str:
    """The text with each turn on a line that begins with a name and a colon."""
    text = _FORWARDED.sub("", text)
    text = _ANGLED.sub(lambda match: f"{match['name']}: " if known(match["name"]) else "", text)
    if in_marks(text):
        return text
    dashed = [match for match in _DASHED.finditer(text) if known(match["name"])]
    if len(dashed) > 1:
        text = _DASHED.sub(lambda match: f"{match['name']}: " if known(match["name"]) else match.group(), text)
    if not attribution.leads(text.partition("\n")[0], known):
        return text
    return _WITHIN.sub(lambda match: f"\n{match['name'].strip()}: " if known(match["name"]) else match.group(), text)


def _listed(lines: Sequence[str], known: Known) -> list[str]:
    """The lines of a list without quotation marks, each with the speaker whom the line above names; else all in one."""
    heading, *rest = lines or [""]
    rest = [line for line in rest if line.strip()]
    items = rest if attribution.announces(heading) or attribution.heads(heading, known) else [heading, *rest]
    if len(items) < 2 or not all(map(_NUMBER.match, items)) or in_marks("\n".join(items)):
        return ["\n".join(lines)]
    name = attribution.around(heading, "", known) or attribution.alone(heading, known) if items is rest else None
    return [f"{name}: {item}" if name else item for item in (_NUMBER.sub("", item) for item in items)]
