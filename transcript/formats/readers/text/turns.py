"""Reads rows that begin a turn: a name and a time in either order, or one of the two."""

from __future__ import annotations

import re
from typing import NamedTuple

from transcript.formats.markup import UNPRINTABLE
from transcript.formats.speakers import NO_NAMES, bracketed_label, is_name
from transcript.formats.stamps import CLOCK, clock

_UNTIL = rf"(?:\s*(?:\\*[\])])?\s*(?:-+>|[-–—→]|to)\s*(?:\\*[\[(])?\s*(?P<until>{CLOCK}))?"


_ANY_STAMP = rf"(?:\\*[\[(<{{*]\s*)?(?P<stamp>{CLOCK}){_UNTIL}(?:\s*\\*[\])>}}*])?"


_ENCLOSED = rf"\\*[\[(]\s*(?P<stamp>{CLOCK}){_UNTIL}\s*\\*[\])]"


_AFTER_STAMP = r"\s*(?:[-–—|:•·]\s*)?"


_ANY_NAME = r"(?P<name>[^\W\d_][^:：\n\t]{0,70}?|\[[^\]\n]{1,60}\]|\([^)\n]{1,60}\)|[【［][^】］\n]{1,60}[】］])"


_BOLD = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?P<inner>[^*\n]{1,100}?)(?P=mark)\s*(?P<after>.*)", re.DOTALL)


PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "[00:00:00] Name: text",
        re.compile(rf"{_ANY_STAMP}{_AFTER_STAMP}{_ANY_NAME}\s*(?::(?:\s+(?P<rest>.*))?|：(?P<wide>.*))"),
    ),
    ("Name (00:00:00)", re.compile(rf"{_ANY_NAME}\s*{_ENCLOSED}\s*[:：]?\s*(?P<rest>.*)")),
    ("Name 00:00", re.compile(rf"{_ANY_NAME}(?:\s*[|,•·–—-]\s*|\s+|\s*\t\s*){_ANY_STAMP}(?P<rest>)\s*:?\s*")),
    ("Name: 00:00:00", re.compile(rf"{_ANY_NAME}\s*(?!(?<=\d):\d)[:：]\s*{_ANY_STAMP}{_AFTER_STAMP}(?P<rest>.*)")),
    ("00:00:00", re.compile(rf"{_ANY_STAMP}\s*:?(?P<rest>)")),
    ("00:00:00 text", re.compile(rf"{_ANY_STAMP}{_AFTER_STAMP}(?P<rest>\S.*)")),
)
"""Each shape by its example, the most telling first; all but the last two have a name."""


_OF_STAMPS = tuple(each for each in PATTERNS if each[0].strip("[")[0].isdigit())


_OF_NAMES = tuple(each for each in PATTERNS if each not in _OF_STAMPS)


_ANY_CLOCK = re.compile(r"\d:\d\d")


LABELLED = "Name: text"


_ANY_LABEL = re.compile(rf"{_ANY_NAME}\s*(?!(?<=\d):\d)[:：](?:\s*(?P<rest>[^/\s].*))?", re.DOTALL)


_LINKED_STAMP = re.compile(rf"\[?\[\(?(?P<stamp>{CLOCK})\)?\]\([^()\s]{{0,500}}\)\]?")
"""A time that is a link to the recording, in Markdown."""


_LINKED_NAME = re.compile(r"(?<!!)\[(?P<name>[^\[\]\n]{1,60})\]\([^()\s]{0,500}\)(?=\s*\*{0,2}[:：])")


_STAMP_IN_ITALICS = re.compile(rf"(?<![*_`\w])([*_`])(?P<stamp>[\[(]?{CLOCK}[\])]?)\1(?![*_`\w])")


_WIDE_STAMP = re.compile(
    r"(?P<before>[^\W\d_]{0,20}|[【［][^】］\n]{1,20}[】］])(?P<open>[（(［\[【]?)\s*"
    r"(?P<stamp>\d{1,3}(?:[:：]\d\d){1,2})\s*(?P<close>[）)］\]】]?)(?P<after>.*)",
    re.DOTALL,
)
"""A time in other digits, or between wide brackets, at the beginning of a row or behind a name."""


_STAMP_BEFORE_BOLD = re.compile(rf"(?P<stamp>[\[(]?{CLOCK}[\])]?)\s*(?P<bold>\*\*.*)", re.DOTALL)


_EAST_ASIAN = re.compile(r"(?P<name>[^\W\d_]{1,8})(?:\u3000+(?P<rest>\S.*)|「(?P<quoted>[^「」]+)」)")
"""A name before a wide space, or before all its words in corner brackets, as Japanese interviews have them."""


_ASKED = re.compile(r"(?P<name>[QA])(?:\t|[ \u00a0]{2,}|\.\s)\s*(?P<rest>\S.*)")
"""Questions of the press or in court, with a gap or a full stop for a colon."""


_LIST_MARK = re.compile(r"^(?:[-*+>]\s+|[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\u200d]*\s*(?=\*\*))+")
"""Signs of lists and quotations, and a picture before a name in bold."""


class Turn(NamedTuple):
    """The beginning of a turn in a row. `shape` is one of the patterns' examples; `bold`: the name is set in bold."""

    shape: str
    name: str | None
    start: float | None
    until: float | None
    rest: str
    bold: bool = False


def turn_of(row: str) -> Turn | None:
    """The turn that a row begins, as far as the row alone can tell; None for words."""
    text = _LIST_MARK.sub("", row.strip(), count=1) if row[:1] in "-*+> " or row[:1] > "\u2600" else row.strip()
    if text[:1] == "|":
        columns = text.strip("| ").split("|")
        first = int(columns[0].strip().isdigit())  # the number of the row
        return _of_columns([*columns[first : first + 2], "|".join(columns[first + 2 :])])
    if "](" in text:
        text = _LINKED_NAME.sub(r"\g<name>", _LINKED_STAMP.sub(r"[\g<stamp>]", text))
    if "*" in text or "_" in text or "`" in text:
        text = _STAMP_IN_ITALICS.sub(r"\g<stamp>", text)
    if not text.isascii():
        text = _with_plain_stamp(UNPRINTABLE.sub("", text))
    bold = _BOLD.match(text)
    if bold is not None:
        inner, after = bold["inner"].strip(), bold["after"].strip()
        return _of_bold(inner, after, strong=len(bold["mark"]) > 1)
    if "**" in text and (timed := _STAMP_BEFORE_BOLD.fullmatch(text)) and (named := turn_of(timed["bold"])):
        return named._replace(start=clock_of(timed["stamp"]), shape="[00:00:00] **Name:** text")
    if asked := _ASKED.fullmatch(text):
        return Turn(LABELLED, asked["name"], None, None, asked["rest"])
    if not any(sign in text[:120] for sign in ":："):
        east = _EAST_ASIAN.fullmatch(text)
        return Turn(LABELLED, east["name"], None, None, east["rest"] or east["quoted"]) if east else None
    found = _timed_turn(text)
    if found is not None:
        return found
    match = _ANY_LABEL.fullmatch(text)
    if match is None:
        return None
    name = bracketed_label(match)
    if is_name(name) or (name.isalpha() and name.casefold() not in NO_NAMES):
        return Turn(LABELLED, name, None, None, (match["rest"] or "").strip())
    return None


def _with_plain_stamp(text: str) -> str:
    """The row with its time in plain digits and square brackets, if it is in others."""
    match = _WIDE_STAMP.fullmatch(text)
    if match is None or (match["stamp"].isascii() and (match["open"] + match["close"]).isascii()):
        return text
    if match["before"] and not match["open"]:
        return text
    plain_stamp = ":".join(f"{int(part):02}" for part in re.split("[:：]", match["stamp"]))
    return f"{match['before']} [{plain_stamp}] {match['after']}".strip()


def _of_bold(inner: str, after: str, *, strong: bool) -> Turn | None:
    """A turn whose name or time, or both, are set in bold: the colon may stand within the bold or after it.

    What is only set in italics needs the colon.
    """
    colon = inner.endswith((":", "：")) or after.startswith((":", "："))
    name, after = inner.rstrip(":： "), after.lstrip(":：").strip()
    stamped = re.match(rf"{_ANY_STAMP}{_AFTER_STAMP}(?P<rest>.*)", after, re.DOTALL)
    if clock_of(name) is None and not any(map(str.isdigit, name[:1])) and (named := _named_turn(name)):
        if stamped is not None and (start := clock(stamped["stamp"])) is not None:
            return Turn("**Name:** [00:00:00] text", named, start, None, stamped["rest"].strip(), bold=True)
        return Turn("**Name:** text", named, None, None, after, bold=True) if colon or (strong and not after) else None
    within = _timed_turn(f"{inner} {after}".strip())
    if within and strong and not after and within.name is None and is_name(within.rest):
        within = within._replace(name=within.rest, rest="", shape="**00:00:00 Name**")
    return within._replace(bold=True) if within else None


def _named_turn(name: str) -> str | None:
    """The name itself, if it can be one: set in bold, a name need not look like one, but it is short."""
    return name if 0 < len(name.split()) <= 6 and not re.search(r"[!?;]|[a-z]{4}\.(?:\s|$)|\d:\d\d", name) else None


def clock_of(text: str) -> float | None:
    return clock(text.strip("[](){}\\ ")) if ":" in text else None


def _of_columns(columns: list[str]) -> Turn | None:
    """A time and a name, in either order, and the words, with tabs or bars between them."""
    if len(columns) < 3:
        return None
    first, second, rest = map(str.strip, columns)
    for shape, written, name in (("00:00:00\tName\ttext", first, second), ("Name\t00:00:00\ttext", second, first)):
        start = clock_of(written)
        if start is not None and is_name(name):
            return Turn(shape, name, start, None, rest)
    return None


def _timed_turn(text: str) -> Turn | None:
    if not _ANY_CLOCK.search(text):
        return None
    if "\t" in text and (found := _of_columns(text.split("\t", 2))) is not None:
        return found
    for shape, pattern in _OF_STAMPS if text[0].isdigit() else _OF_NAMES if text[0].isalpha() else PATTERNS:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        start = clock(match["stamp"])
        if start is None:
            continue
        groups = match.groupdict()
        name = groups.get("name")
        until = clock(groups["until"]) if groups.get("until") else None
        if name is None:
            return Turn(shape, None, start, until, match["rest"].strip())
        name = name.strip().strip("[]【】［］").strip(" -–—|")
        if is_name(name) or (name.istitle() and len(name.split()) <= 6):
            return Turn(shape, name, start, until, (match["rest"] or groups.get("wide") or "").strip())
    return None
