"""Lines of a message that are quotes of their own: turns of a dialogue, entries of a list, lines that are signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from transcript.claims import attribution, cues, remarks, unmarked_text
from transcript.claims.grammar import BULLET
from transcript.claims.mentions import IsSpeaker, credited_name, find_mentions
from transcript.claims.patterns import compiled
from transcript.claims.quotations import FEWEST_WORDS, quotes_in, ranges_in_marks, word_count
from transcript.language.normalise import is_han

LONGEST_TITLE = 12
"""Words that the line above a list may have to count as its title, which is no quote."""


_ROLE_AND_COLON = compiled(
    r"^\s*(?:q|a|interviewer|host|guest|me|nobody|问|答|主持人|嘉宾|网友|我"
    r"|(?:speaker|发言人|说话人)\s*(?:\d{1,2}|[a-h])|(?-i:[A-Z]))\s*[:：]\s*",
    re.IGNORECASE,
)
"""At the beginning of a line: the role of the person who says it, in place of a name."""


_INITIALS_AND_COLON = re.compile(r"^\s*(?:[A-Z]{2,3}|(?:[A-Z]\.){2,3})\s*[:：]\s*(?=\S)")
"""At the beginning of a line: the initials of the person who says it."""


_JOKE_LABEL = re.compile(r"\s*(?:me|nobody|网友|我)\s*[:：]", re.IGNORECASE)
"""At the beginning of a line that nobody said: a joke about the quote, such as "nobody: …"."""


_ANGLED_NAME = re.compile(r"^[^\S\n]*<(?P<name>[^<>\n]{1,40})>[^\S\n]+", re.MULTILINE)
"""<Ada> as in a chat."""


_BRACKETED_NAME = compiled(
    r"""^[^\S\n]*(?: \[(?P<name>[^\[\]\n]{2,40})\][:：]?
      | (?:Q|A|interviewer|host|guest|主持人|嘉宾)[^\S\n]*[(（](?P<asked>[^()（）\n]{2,40})[)）][:：] )[^\S\n]*""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
"""[Ada], A (Ada): or Host (Ada):."""


_TABLE_ROW = re.compile(
    r"^[^\S\n]*\|?[^\S\n]*(?P<name>[^|\n]{2,40}?)[^\S\n]*\|[^\S\n]*(?P<said>[^|\n]+?)[^\S\n]*\|?[^\S\n]*$",
    re.MULTILINE,
)
"""| Ada | what she said |."""


_OTHER_TABLE_ROW = re.compile(r"^[^\S\n]*\|[^\n]*$\n?", re.MULTILINE)


_PASSED_ON = re.compile(r"//@[^:：\n]{1,40}[:：]\s*")
"""Before a post that is passed on, the name of its author: //@Ada:."""


_FORWARDED_LABEL = compiled(r"^\s*(?:[【\[]转发(?:微博)?[】\]]|转发(?:微博|[:：]))\s*")


_NAME_WITHIN_LINE = re.compile(
    r"(?<=[.!?。！？…])(?<!\b[A-Z]\.)(?<!\b[MD][rs]\.)(?<!\bMrs\.)(?<!\bProf\.)[^\S\n]*(?P<name>[^\n.!?。！？…:：,，]{1,40}?)[:：](?=[^\S\n]*\S)"
)
"""The next turn on the same line."""


_NAME_BEFORE_DASH = re.compile(
    rf"^[^\S\n]*(?:{BULLET}[^\S\n]*)?(?P<name>[^\n.!?。！？…:：,，]{{1,40}}?)[^\S\n]+[–—-]{{1,2}}[^\S\n]+(?P<mark>[\"“「『]?)",
    re.MULTILINE,
)


_ENTRY = re.compile(rf"^\s*(?:{BULLET}|[·–—])\s*(?=\S)")
"""The number or the bullet of an entry of a list."""


def split_turns(text: str, is_speaker: IsSpeaker) -> list[str]:
    """The turns of a dialogue, each with its speaker's name, or quotes, each with its credit; else the text whole."""
    text = _with_colons(text, is_speaker)
    if ranges_in_marks(text):
        return _turns_on_lines(text, is_speaker)
    text, asked = remarks.without_remarks(text, is_speaker)
    found = _turns_on_lines(text, is_speaker)
    if not asked:
        return found
    return [turn if unmarked_text.split_credit(turn, is_speaker).name else f"{asked}: {turn}" for turn in found]


def _turns_on_lines(text: str, is_speaker: IsSpeaker) -> list[str]:
    """The turns of a text in which each begins a line."""
    lines = text.splitlines()
    begins = [at for at, line in enumerate(lines) if _begins_turn(line, is_speaker)]
    above = " ".join(lines[: begins[0]]) if begins else ""
    is_announced = cues.leads_in(above) and not ranges_in_marks(above)
    if (len(begins) > 1 and word_count(above) < FEWEST_WORDS) or (begins and is_announced):
        parts = ["\n".join(lines[start:end]) for start, end in pairwise([*begins, len(lines)])]
        spoken = [_ROLE_AND_COLON.sub("", part) for part in parts if not _JOKE_LABEL.match(part)]
        return [turn for part in spoken for turn in _list_entries(part.splitlines(), is_speaker)]
    ends = [at + 1 for at, line in enumerate(lines) if unmarked_text.is_signed(line, is_speaker)]
    if len(ends) > 1 and not word_count(" ".join(lines[ends[-1] :])) and not ranges_in_marks(text):
        return [_ENTRY.sub("", "\n".join(lines[start:end])) for start, end in pairwise([0, *ends])]
    return _list_entries(lines, is_speaker)


def _begins_turn(line: str, is_speaker: IsSpeaker) -> bool:
    return bool(_ROLE_AND_COLON.match(line) or _INITIALS_AND_COLON.match(line)) or unmarked_text.begins_turn(
        line, is_speaker
    )


def _with_colons(text: str, is_speaker: IsSpeaker) -> str:
    """The text with each turn on a line that begins with a name and a colon."""
    posts = _PASSED_ON.split(_FORWARDED_LABEL.sub("", text))
    # What was passed on last stands first; the quote is what somebody has in marks, or else what all the others are on.
    text = next((post for post in posts if ranges_in_marks(post)), posts[-1])
    text = _ANGLED_NAME.sub(lambda chat: f"{chat['name']}: " if is_speaker(chat["name"]) else "", text)
    text = _BRACKETED_NAME.sub(lambda line: _colon_after(line, line["name"] or line["asked"], "", is_speaker), text)
    rows = _TABLE_ROW.sub(lambda row: _colon_after(row, row["name"], row["said"], is_speaker), text)
    if rows != text:
        text = _OTHER_TABLE_ROW.sub("", rows)
    text = _dashes_to_colons(text, is_speaker)
    if ranges_in_marks(text) or not unmarked_text.has_colon(text.partition("\n")[0], is_speaker):
        return text
    return _NAME_WITHIN_LINE.sub(
        lambda turn: f"\n{turn['name'].strip()}: " if is_speaker(turn["name"]) else turn.group(), text
    )


def _colon_after(match: re.Match[str], name: str, said: str, is_speaker: IsSpeaker) -> str:
    """A name, a colon and the words, in place of brackets or other signs that set the name off."""
    return f"{name}: {said}" if is_speaker(name) else match.group()


def _dashes_to_colons(text: str, is_speaker: IsSpeaker) -> str:
    """The text with colons for the dashes after the names of several turns, or of one in marks."""
    dashed = [line for line in _NAME_BEFORE_DASH.finditer(text) if _is_named(line, is_speaker)]
    if len(dashed) < 2 and not (dashed and dashed[0]["mark"]):
        return text
    return _NAME_BEFORE_DASH.sub(
        lambda line: f"{line['name']}: {line['mark']}" if _is_named(line, is_speaker) else line.group(), text
    )


def _is_named(line: re.Match[str], is_speaker: IsSpeaker) -> bool:
    """True if the words before a dash are a name: a speaker's, or anybody's if quotation marks follow."""
    name = line["name"].strip()
    return is_speaker(name) or (bool(line["mark"]) and credited_name(name, is_speaker, sure=True) == name)


def _list_entries(lines: Sequence[str], is_speaker: IsSpeaker) -> list[str]:
    """The entries of a list without quotation marks, each with the speaker named on the line above; else all in one."""
    heading, *below = lines or [""]
    below = [line for line in below if line.strip()]
    is_name = unmarked_text.begins_turn(heading, is_speaker) and not unmarked_text.has_colon(heading, is_speaker)
    is_title = not _ENTRY.match(heading) and len(below) > 1 and word_count(heading) <= LONGEST_TITLE
    has_heading = is_name or cues.leads_in(heading) or is_title
    entries = below if has_heading else [heading, *below]
    if len(entries) < 2 or not all(map(_ENTRY.match, entries)) or quotes_in("\n".join(entries), is_speaker):
        return _in_both_languages(lines, is_speaker)
    name = None
    if has_heading:
        name = attribution.speaker_around(heading, "", is_speaker) or unmarked_text.name_alone(heading, is_speaker)
        name = name or _only_mention(heading, is_speaker)
    bare = [_ENTRY.sub("", entry) for entry in entries]
    return [f"{name}: {entry}" if name else entry for entry in bare]


def _only_mention(heading: str, is_speaker: IsSpeaker) -> str | None:
    """The one speaker whom a heading names: Ada Quill's hottest takes."""
    found = find_mentions(heading, is_speaker)
    return found[0].name if len(found) == 1 and not found[0].denied else None


def _in_both_languages(lines: Sequence[str], is_speaker: IsSpeaker) -> list[str]:
    """A quote and its translation, each with the name that credits both; any other lines joined as one text."""
    text = "\n".join(lines)
    if len(lines) < 2:
        return [text]
    body, name, *_ = unmarked_text.split_credit(text, is_speaker)
    halves = ["\n".join(group) for _, group in groupby(body.strip().splitlines(), _is_chinese)]
    if len(halves) != 2 or ranges_in_marks(text) or min(map(word_count, halves)) < FEWEST_WORDS:
        return [text]
    return [f"{name}: {half}" if name else half for half in halves]


def _is_chinese(line: str) -> bool:
    """True if a line is in Chinese. A Chinese character counts as much as two or three English letters."""
    return 3 * sum(map(is_han, line)) > len(line)
