"""What people write above and below a quote without marks: a question whether it is real, a request to check it."""

from __future__ import annotations

import re

from transcript.claims import attribution
from transcript.claims.mentions import Known, mentions
from transcript.language.lexicon import words

LONGEST = 160
"""Characters of a remark."""


_WORDS = words(
    r"""real fake legit(?:imate)? true false accurate correct genuine source sauce fact.?check(?:ed)? check
    confirm(?:ed)? verify verified transcript misquot\w* made.up quot(?:e|es|ed|ing|ation) episode ep pod podcast mods?
    generated hallucinat\w+ cap nah"""
)


_ABOUT = re.compile(
    rf"""\b(?:{"|".join(_WORDS)})\b
    | \b(?:say|said|says|saying|from)\ (?:this|that|it)\b | \bis\ (?:this|that|it)\ (?:from|what|by)\b | \bwho\ said\b
    | 真的?[吗嗎假] | 真假 | 假的 | 是不是[^，。,.]{{0,20}}?[说說讲講] | [有没沒]{{2,3}}人 | [确確][认認] | 求[证證真]
    | [说說讲講写寫][过過]?的?[吗嗎] | 出[处處] | 哪一?[期集] | 查一[下查] | 核[实實查] | [辟闢][谣謠]
    | [这這那]?[句段][话話] | 原[话話文]""",
    re.IGNORECASE | re.VERBOSE,
)
"""What is asked of a quote."""


_ASKS = re.compile(
    r"""[?？]\s*$ | \b(?:please|pls|plz|check|confirm|verify|help|or\ (?:fake|not|nah|cap))\b
    | ^\W*(?:real|fake|source|is|did|does|can|any(?:one|body))\b
    | [吗嗎呢]\s*[。!！]?\s*$ | ^(?:求|请|請|[有没沒]{3}|帮|幫|查) | 是不是 | 一下""",
    re.IGNORECASE | re.VERBOSE,
)
"""Whether it is a question, or a request."""


_SAID = re.compile(r"\b(?:say|said|says|saying)\s+(?:this|that|it)\b|\bquote\b|[说說讲講][过過的吗嗎]", re.IGNORECASE)


_SAID_ZH = re.compile(r"(?=(?P<name>[\u3400-\u9fff·]{2,8}?)(?:真的|[有没沒]{3})?[说說讲講][过過的吗嗎])")


_THIS_IS = re.compile(r"\b(?:this|that|it)(?:['’]s|\s+is|\s+was)\s+|\bsaid\s+by\s+", re.IGNORECASE)


_DID = r"(?:did|has|is|was)\ (?P<name>\w+(?:\ \w+)??)\ (?:really\ |actually\ |ever\ )?(?:say|said)\ (?:this|that|it)"


_IS = r"is\ (?:this|that|it)\ (?:real|true|legit|accurate|fake|a\ real\ quote)"


_FIRST = re.compile(
    rf"""^\s*(?:(?:wait|hey|ok|lol|wow),?\s+)?
    (?: (?:{_IS} | real\ or\ fake | fact\ ?check | {_DID} | [这這]是真的[吗嗎] | 真的(?:[吗嗎]|假的))
        \s*[?？:：!]+(?![?？:：!])
      | (?:(?:can|could)\ (?:you|some(?:one|body)|any(?:one|body))\ )?(?:please\ |pls\ )?(?:verify|check|confirm)
        (?:\ (?:this|that))?(?:\ quote|\ claim)?\s*[:：]
      | (?:quote|claim|引文|原[话話]|求[证證]|查[证證])\s*[:：]
    )
    \s*(?=\S+\s+\S+\s+\S|[\u3400-\u9fff]{{4}})""",
    re.IGNORECASE | re.VERBOSE,
)


_LAST = re.compile(
    rf"""(?:(?<=[.!?。！？])[\s<-]*|\s+(?={_DID.replace("?P<name>", "")}))
    (?: {_IS} | {_DID} | legit | real | true | fake | source | real\ or\ fake | [这這]是真的[吗嗎] | 真的假的
      | can\ (?:some|any)(?:one|body)\ (?:confirm|verify|check)(?:\ (?:this|that|it))?
    )\s*[?？]+\s*$
    | (?<=[.!?。！？\s])\s*(?:[这這]是(?:真的|[^，。]{{1,8}}[说說讲講]的)|真的)[吗嗎吧][?？\s]*$
    | [,，]\s*(?:不知道)?[对對]不[对對]\s*[?？]?\s*$ | \s(?:lol|lmao|haha+|tbh|smh)[\s.!]*$
    | \s*[(（](?:source|src|via)\b[^()（）\n]*[)）]\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""A question, a request or a label on the same line, before a quote and after it."""


_LABELLED = re.compile(r"^[ \t]*(?:speaker|author|said by|[说說][话話]人|[发發]言人)\s*[:：]\s*(?=\S)", re.IGNORECASE)


def without(text: str, known: Known) -> tuple[str, str | None]:
    """A text less what asks about the rest of it at its beginning and its end, whole where that would be nothing.
    And the one speaker of whom it asks whether he said it."""
    before, after = _FIRST.match(text), _question_behind(text)
    named = [match["name"] for match in (before, after) if match and match["name"]]
    inner = text[before.end() if before else 0 : after.start() if after else len(text)]
    lines = [_LABELLED.sub("— ", line) for line in inner.splitlines()]
    first, last = 0, len(lines)
    while first < last and _is_remark(lines[first], known):
        first += 1
    while last > first and _is_remark(lines[last - 1], known):
        last -= 1
    if first == last:
        return text, None
    found = [name for name in named if known(name)]
    found += [name for line in (*lines[:first], *lines[last:]) for name in asked(line, known)]
    return "\n".join(lines[first:last]), found[0] if len(found) == 1 else None


def _question_behind(text: str) -> re.Match[str] | None:
    """The question at the end of a text, unless that is all that somebody says."""
    match = _LAST.search(text, max(0, len(text) - LONGEST))
    return match if match and not attribution.announces(text[: match.start()]) else None


def asked(line: str, known: Known) -> list[str]:
    """The speakers of whom a line asks whether they said something."""
    chinese = [match["name"] for match in _SAID_ZH.finditer(line) if known(match["name"])]
    if chinese:
        return chinese[-1:]
    this = _THIS_IS.search(line)
    if this:
        return [one.name for one in mentions(line[this.end() :], known)[:1] if one.start == 0 and not one.owns]
    return [one.name for one in mentions(line, known) if not one.owns] if _SAID.search(line) else []


def _is_remark(line: str, known: Known) -> bool:
    """Whether a line asks about a quote above or below it and is no turn of somebody, or is empty."""
    asks = len(line) <= LONGEST and _ABOUT.search(line) and _ASKS.search(line)
    return not line.strip() or (bool(asks) and not attribution.leads(line, known))
