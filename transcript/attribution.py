"""Whom a quote is credited to, in the forms in which people write that, in English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from transcript import rarity

Known = Callable[[str], bool]
"""Whether a name is like a speaker's."""

LONGEST, NEAR = 40, 240
"""Characters of a name, and of what stands before or after a quote and may hold one."""

MOST_WORDS = 8
"""Words of that among which a name is looked for."""

_DASHES = r"\-‐-―─~～−"
_DASH = rf"[{_DASHES}]"
_NAME = r"@?[^\W\d_][\w.'’· -]{0,40}?"
_HOW = r"(?:(?:literally|actually|really|just|once|also)\s+)?"
_SAY = (
    r"(?:said|says|say|asked|asks|added|adds|argued|argues|claimed|claims|told|explained|explains|wrote|predicted|noted"
    r"|admitted|thinks|believes|replied|replies|answered|answers|responded|responds|stated|states|mentioned|mentions"
    r"|insisted|insists|suggested|suggests|warned|warns|remarked|countered|joked|tells|put\s+it)\b"
)
_ANSWERED = (
    r"(?:agreed|agrees|disagreed|disagrees|conceded|laughed|nodded|corrected|quipped|observed|wondered|confirmed|declared"
    r"|concluded|continued|continues|dismissed|called|tweeted|posted|pushed|interrupted|predicts"
    r"|(?:pushed|shot|fired|hit|clapped)\s+back|(?:jumped|chimed)\s+in|begged\s+to\s+differ)\b"
)
"""Verbs that credit a quote only where it is in marks: else they are the quote's own more often than not."""

_GOES = rf"(?:{_ANSWERED}|(?:was|is|were|be)\s+(?:all\s+)?like\b|goes\b|went\b)"
_SAY_ZH = (
    r"(?:[说說][过過]?|[问問]道?|表示|[认認][为為]|[称稱]|[讲講][过過]?|提到|指出|回答|答道?|[谈談]到"
    r"|直言|坦言|反[驳駁]|[强強][调調]|透露|[补補]充|追[问問]|回[应應]|回了一句)"
)
_AS_ZH = r"(?:正?如|就像|[据據])?"
_WAY_ZH = r"的(?:那样|那樣|一样|一樣)?"
_ALSO_ZH = r"(?:真的|所|[确確][实實]|曾[经經]?|[还還]|也|[刚剛]|\s)*"
_FURTHER = r"(?:(?:also|first|then|later|even|further|again|finally)\s+)*"
_FURTHER_ZH = r"(?:[還还又也并並且再]|接着|接著|随后|隨後|然后|然後|后来|後來|继续|繼續)*"
_DOING = r"(?:adding|saying|warning|noting|arguing|claiming|predicting|explaining|(?:went|goes)\s+on)\b"
_TOPIC = (
    r"(?:\s*\([^)]*\))?(?:\s+(?:on|about|re|in|at|when|talking\s+about|regarding)\b[^:：\n]*|\s*[,，][^:：\n]*|"
    r"\s*(?:在|谈|论|关于)[^:：\n]*)?"
)
"""What may stand between a name and its colon: on chips, (host), in June."""

_START = (
    r"(?:^|[\n.!?。，,:：;；)\"”’」』]|\d\s|\s[-–—]\s"
    r"|\b(?:and|when|while|whereas|then|but|as|so|that|did|wow|lol)\b)\s*"
)
"""Where a clause begins that names who speaks."""


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_AFTER = _patterns(
    rf"^[\s.,]*{_DASH}+\s*(?P<name>[^\n]+)",  # "…" — Ada Quill, 2024
    r"^\s*[(（\[【]\s*(?P<name>[^\n)）\]】]+)[)）\]】]",  # "…" (Ada Quill)
    rf"^[\s,]*(?P<name>{_NAME})\s+{_HOW}(?:{_SAY}|{_ANSWERED})",  # "…," Ada said
    rf"^[\s,]*{_SAY}\s+(?P<name>{_NAME})(?=[\s,.!?]*$|[,.\n]|\s(?:in|on|about|to|at)\b)",  # "…," said Ada
    rf"^[\s,，]*{_AS_ZH}(?P<name>[^\s,，。:：]{{1,30}}?){_ALSO_ZH}{_SAY_ZH}",  # “…”，艾达说
    r"^\s*(?i:by|per|via|from|according\s+to)\s+(?P<name>[^\n]+)",  # "…" by Ada
    r"^\s*(?P<name>@[\w. -]+)",  # "…" @Ada
    r"^\s*(?P<name>[^\n]{2,60}?)\s*$",  # the name, on the next line or the same
)
"""What may follow a quote."""

_LOOSE = 2
"""Of those, so many at the end may as well be a comment on it."""

_BEFORE = _patterns(
    # and then Ada (of Orval) said that "…"
    rf"{_START}(?P<name>{_NAME})(?:\s*\([^()\n]{{0,60}}\))?\s+{_HOW}(?:{_SAY}|{_GOES})[^\n\".!?]{{0,40}}?[,:]?\s*$",
    # 艾达在节目里说“…”
    rf"(?:^|[\n。，,：:！!？?])\s*{_AS_ZH}(?P<name>[^\n。，,：:]{{1,30}}?)\s*(?:在[^\n，,：:。]{{0,20}}?)?{_ALSO_ZH}{_SAY_ZH}[：:，,]?\s*$",
    rf"{_START}(?P<name>@?[^\n.!?。:：,，]{{1,60}}?){_TOPIC}\s*[:：]\s*$",  # Ada Quill on bridges: "…"
    rf"(?i:according\s+to|quoting|quote\s+from|from|by)\s+(?P<name>{_NAME})\s*[,:]?\s*$",  # according to Ada, "…"
    rf"(?i:\bin)\s+(?P<name>{_NAME})['’]s?\s+(?:own\s+)?words\s*[,:]?\s*$",  # in Ada's words, "…"
    # 用艾达的话说，“…”
    r"[用按照]\s*(?P<name>[^\n。，,：:]{1,30}?)\s*的(?:[说說]法|[话話][说說]?|[话話][来來][说說])\s*[，,：:]?\s*$",
    r"^\s*(?P<name>[^\n]{2,40})\n\s*$",  # the name on the line before
    r"(?P<name>@[\w.-]+(?: [A-Z][\w.-]+)?)\s*[:,]?\s*$",  # @Ada "…"
)
"""What may stand before one."""

_SAYING, _SAYING_ZH, _ANNOUNCING, _FROM = _BEFORE[:4]
"""Those of them that have a verb, in English and in Chinese, that end in a colon, and that say where it is from."""

_SURE = (_AFTER[0], _AFTER[2], _AFTER[3], _SAYING, _ANNOUNCING)
"""Those in which a single word is a name, if it is not in general use."""

_GOES_ON = _patterns(
    rf"(?i)(?:^|[\n.!?,;])\s*(?:(?:and|but|then|later|so)\s+)*(?:(?:he|she)\s+)?{_FURTHER}"
    rf"(?:{_SAY}|{_GOES}|{_DOING})(?:\s+(?:that|this|to|in|on|about|of|how|why)\b[^\n\".!?]{{0,30}}?)?[,:.]?\s*$",
    r"(?:^|[\n.!?,;])\s*(?:And|Then|But|Later)?[a-z0-9,:'’ ]{0,40}"
    rf"\b(?:he|she)\s+{_HOW}(?:{_SAY}|{_GOES})\s*,?:?\s*$",
    rf"(?:^|[\n。，,；;！!？?])\s*[他她]?{_FURTHER_ZH}{_SAY_ZH}[：:，,。]?\s*$",
    # "…," Ada said. "…"
    rf"^[\s,]*(?:{_NAME}\s+{_HOW}{_SAY}|{_SAY}\s+{_NAME})[^\n\".!?]{{0,40}}[.,]\s*$",
)
"""What stands between two quotes of one speaker: he also said, and added."""

_COLON = re.compile(rf"^\s*(?P<name>@?[^\n.!?。:：,\"]{{1,40}}?){_TOPIC}\s*[:：]\s*(?=\S)")
_TELLING = _patterns(
    rf"^\s*(?P<name>{_NAME})\s+{_HOW}{_SAY}(?:\s+that\b|[,:])?\s+",
    rf"^\s*(?i:(?:@\w+\s+|(?:wait|so|hey|and|but),?\s+)*did)\s+(?P<name>{_NAME})\s+{_HOW}(?:ever\s+)?say(?:\s+that\b|[,:])?\s+",
    rf"^\s*(?i:according\s+to)\s+(?P<name>{_NAME})\s*,\s*",
    rf"^\s*{_AS_ZH}(?P<name>[^\n。，,：:]{{1,30}}?){_ALSO_ZH}{_SAY_ZH}(?:{_WAY_ZH}[：:，,]|[：:，,]?)\s*(?=\S)",
)
_LEADING = _patterns(
    r"^\s*(?P<name>@[\w.-]+)\s+(?=\S)",
    r"^\s*(?P<name>[^\n]{2,40})\n\s*(?=\S)",
)
"""The same, before a quote without marks: a name and a colon, a name and a verb, and a name alone."""

_CHINESE_NAME = re.compile(
    r"^\s*(?!.{0,5}(?:问题|结论|原文|翻译|更新|注意|例如|比如|就是|的是|他|她|我|你|这|那|说))[\u3400-\u9fff·]{2,7}[:：]\s*(?=.{6})"
)

_TRAILING = _patterns(
    rf"(?:\n\s*{_DASH}*|\s{_DASH}+|{_DASH}{{2,}}|(?<=[.!?。！？…\"”」』]){_DASH}+)\s*(?P<name>[^{_DASHES}\n]{{2,60}}?)\s*$",
    r"\s*[(（\[【]\s*(?P<name>[^\n()（）\[\]【】]{2,60})[)）\]】]\s*$",
)
_ENDING = _patterns(
    rf"[,.!?]\s*(?P<name>[^\W\d_][\w'’ -]{{0,40}}?)\s+{_HOW}{_SAY}[\s.!?]*$",
    rf"[,.!?]\s*{_SAY}\s+(?P<name>[^\W\d_][\w'’ -]{{0,40}}?)[\s.!?]*$",
    rf"[，,。！？]\s*{_AS_ZH}(?P<name>[^\s,，。:：！？]{{1,30}}?){_ALSO_ZH}{_SAY_ZH}(?:{_WAY_ZH})?[\s。！!]*$",
)
"""And after one: a name, and a name and a verb."""

_REST = re.compile(
    r"\s*(?:[,，;；|·/\n(（\[【]|\s-\s"
    r"|\b(?:on|about|in|at|from|during|via|talking|re|ep|episode|circa)\b|\d|在|谈|论|于).*$",
    re.DOTALL | re.IGNORECASE,
)
"""Where a name ends and what is said of it begins: a date, a topic, the episode."""

_OPENS = re.compile(
    r"^(?:(?:and|but|so|or|if|did|does|do|was|is|has|had|have|would|could|can|should|when|while|where|why|how|what"
    r"|like|because|since|although|though|even|then|now|here|there|once|also|just|only|well|wow|lol|yes|no|yeah|ok|okay"
    r"|apparently|actually|honestly|literally|recently|yesterday|today|poor|remember|maybe|perhaps|that|as|after|before|at|in|on)"
    r"\s+)+(?=\S)",
    re.IGNORECASE,
)
"""Words with which a sentence begins, and no name."""

_AROUND = re.compile(rf"^(?:\s*\(?\d{{1,2}}[.)、/）]\s*|[\s@•*{_DASHES}]+)+|[\s.,:;!?*_\"'“”‘’「」，。：@{_DASHES}]+$")
_SAID = re.compile(rf"\s*{_SAY_ZH}$")
_EITHER = re.compile(r"\b(?:or|and)\b|&|还是|還是|和|与|與")
_SCRIPTS = re.compile(r"(?<=[\u3400-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u3400-\u9fff])")
"""Where Chinese and Latin letters meet."""

_SINGLE = re.compile(r"[A-Z][a-z'’-]*[a-z](?:[A-Z][a-z]+)?")
_PERSON = re.compile(r"^(?:[A-Z][\w'’.-]*\s+){1,3}[A-Z][\w'’.-]*$")
_NOBODY = re.compile(
    r"\b(?:podcast|show|episode|interview|source|transcript|anonymous|unknown|me|host|guest|part|clip|video|the|news|times"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    r"|sep|sept|oct|nov|dec|youtube|twitter|spotify|channel|radio|tv|quote|edit|note|update|breaking|inc|corp)\b",
    re.IGNORECASE,
)


def nobody(name: str) -> bool:  # noqa: ARG001 - it has a signature to keep
    """No name is a speaker's."""
    return False


def around(before: str, after: str, known: Known, *, loosely: bool = True) -> str | None:
    """The name in what stands before or after a quote; `loosely` also one that just stands after it."""
    found = [pattern.match(after, 0, NEAR) for pattern in _AFTER]
    found_before = [match for pattern in _BEFORE for match in _nearest(pattern, before, known)]
    for match in (*found[:-_LOOSE], *found_before, *(found[-_LOOSE:] if loosely else [])):
        name = _named(match["name"], known, match.re) if match else None
        if name:
            return name
    return None


def _nearest(pattern: re.Pattern[str], before: str, known: Known) -> list[re.Match[str]]:
    """Where the pattern matches: of names with a verb or a colon, those nearer to the quote first."""
    if pattern is _ANNOUNCING and not announces(before):
        return []
    found = []
    match = pattern.search(before, max(0, len(before) - NEAR))
    while match:
        found.append(match)
        again = pattern in (_SAYING, _ANNOUNCING)
        match = pattern.search(before, match.start("name") + 1) if again else None
    if pattern is _ANNOUNCING:
        # The clause that a speaker's name begins, and not one that is about somebody: Ada, talking to Ben: "…"
        return [*(match for match in found[:0:-1] if _begins(match["name"], known)), *found[:1]]
    return found[::-1]


def _begins(written: str, known: Known) -> bool:
    """Whether a speaker's name stands at the beginning."""
    words = _cleaned(written).split()
    return any(known(" ".join(words[:size])) for size in (1, 2, 3) if size <= len(words) and words[0][:1].isupper())


def leads_in(between: str, known: Known) -> int | None:
    """Where in what stands between two quotes the words with a name and a verb begin that credit the second one."""
    for pattern in (_SAYING, _SAYING_ZH, _ANNOUNCING):
        for match in _nearest(pattern, between, known):
            if _named(match["name"], known, pattern):
                return match.start()
    return None


def goes_on(between: str) -> bool:
    """Whether what stands between two quotes says that who is credited with the first one went on."""
    return any(pattern.search(between, max(0, len(between) - NEAR)) for pattern in _GOES_ON)


class Credited(NamedTuple):
    """A text less whom it credits itself to; that name; and the words that credit it before and after it, where they
    make a sentence with it, so that they may be the text's own."""

    text: str
    name: str | None = None
    lead: str = ""
    trail: str = ""


def without(text: str, known: Known) -> Credited:
    """What a text without quotation marks says, and who is to have said it."""
    return (
        _without_trail(text, _TRAILING, known)
        or _without_lead(text, known)
        or _without_trail(text, _ENDING, known)
        # Whose it is cannot be told: it may be the Chinese for a name that the transcripts have in English only.
        or Credited(_CHINESE_NAME.sub("", text, count=1))
    )


def _without_trail(text: str, patterns: Sequence[re.Pattern[str]], known: Known) -> Credited | None:
    for pattern in patterns:
        match = pattern.search(text, max(0, len(text) - NEAR))
        name = _named(match["name"], known) if match else None
        if match and name and match.start():
            return Credited(text[: match.start()], name, trail=match.group() if patterns is _ENDING else "")
    return None


def _without_lead(text: str, known: Known) -> Credited | None:
    for pattern in (_COLON, *_TELLING, *_LEADING):
        match = pattern.match(text, 0, NEAR)
        name = _cleaned(match["name"]) if match else ""
        if match and name and (known(name) or (pattern is _COLON and _is_person(name))):
            return Credited(text[match.end() :], name, match.group() if pattern in _TELLING else "")
    return None


def leads(line: str, known: Known) -> bool:
    """Whether a line begins with a speaker and a colon."""
    match = _COLON.match(line, 0, NEAR)
    return match is not None and known(_cleaned(match["name"]))


def heads(line: str, known: Known) -> bool:
    """Whether a line begins what a speaker says: with the name and a colon, or it is nothing but the name."""
    name = line.strip(" *:：")
    return leads(line, known) or (1 < len(name) < LONGEST and len(name.split()) <= 3 and known(name))


def signs(line: str, known: Known) -> bool:
    """Whether a line ends with whom it is credited to, a speaker, or is nothing but that."""
    credited = _without_trail(line, _TRAILING, known)
    name = (credited.name if credited else line.strip(f" *{_DASHES}")) or ""
    return bool(name) and len(name) < LONGEST and len(name.split()) <= 3 and known(name)


def leader(text: str, known: Known) -> str | None:
    """The speaker with whom, and a colon, a text begins, if it goes on after that."""
    match = _COLON.match(text, 0, NEAR)
    name = _cleaned(match["name"]) if match else ""
    return name if name and known(name) else None


def alone(line: str, known: Known) -> str | None:
    """The name in a line that does nothing but credit a quote."""
    name = _cleaned(line) if len(line) < 2 * LONGEST else ""
    if name and (known(name) or _is_person(name)):
        return name
    match = _COLON.match(f"{line} .", 0, NEAR)
    return _named(match["name"], known) if match else None


def announces(line: str) -> bool:
    """Whether the line credits what comes after it and not what stands before."""
    return line.rstrip().endswith((":", "："))


def _cleaned(written: str) -> str:
    """A name without what stands around it and is said of it."""
    return _OPENS.sub("", _SAID.sub("", _AROUND.sub("", _REST.sub("", _AROUND.sub("", written[:NEAR])))))


def _named(written: str, known: Known, form: re.Pattern[str] | None = None) -> str | None:
    """The name in what was written where one stands in a form; None where that is no speaker's and not clearly a
    person's."""
    name = _cleaned(written)
    if not name or _EITHER.search(name):
        return None
    latin = _latin().get(name, name)
    if len(name) <= LONGEST and (known(latin) or latin is not name or _is_person(name)):
        # What precedes a speaker's full name is a title.
        return _part(name, known, (3, 2)) or (latin if known(latin) else name)
    part = _part(name, known, (3, 2, 1), within=form in (_ANNOUNCING, _FROM))
    return part or (name if form in _SURE and _is_name(name) else None)


def _part(name: str, known: Known, sizes: Sequence[int], *, within: bool = False) -> str | None:
    """A speaker's name that is some of the words: wow Ada Quill, Ada Quill CEO, and `within`, best Ada Quill quotes."""
    words = _SCRIPTS.sub(" ", name).split()
    if len(words) > MOST_WORDS:
        return None
    for size in (size for size in sizes if size < len(words)):
        inner = range(1, len(words) - size) if within and size > 1 else ()
        for start in (0, len(words) - size, *inner):
            part = words[start : start + size]
            if part[0][:1].isupper() and known(" ".join(part)):
                return " ".join(part)
    return None


def _is_person(name: str) -> bool:
    """Whether it is clearly a person's, first name and last, or a well-known one in Chinese: it counts though nobody of
    that name speaks here."""
    return name in _latin() or (bool(_PERSON.match(name)) and not _NOBODY.search(name))


def _is_name(word: str) -> bool:
    """Whether a single word is a name: it has a capital, or is a handle, and is not in general use."""
    return bool(_SINGLE.fullmatch(word)) and not _NOBODY.search(word) and not rarity.is_known(word.casefold())


@cache
def _latin() -> dict[str, str]:
    """Well-known names as Chinese has them, each with the Latin one."""
    return {other: name for name, others in rarity.names().items() for other in others}
