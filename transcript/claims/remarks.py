"""Removes what people write around a quote without marks: "is this real?", "please check"."""

from __future__ import annotations

import re

from transcript.claims import cues, unmarked_text
from transcript.claims.mentions import IsSpeaker, find_mentions
from transcript.claims.patterns import any_of, compiled
from transcript.language.normalise import HAN_RANGES

LONGEST_REMARK = 160
"""Characters that a line may have to count as a remark."""


_VERBOSE_ANY_CASE = re.IGNORECASE | re.VERBOSE


_ABOUT_A_QUOTE = compiled(
    rf"""\b(?:{any_of("quote_checks.en", ".?")})\b
    | \b(?:say|said|says|saying|from)\ (?:this|that|it)\b | \bis\ (?:this|that|it)\ (?:from|what|by)\b | \bwho\ said\b
    | 真的?[吗假] | 真假 | 假的 | 是不是[^，。,.]{{0,20}}?[说讲] | [有没]{{2,3}}人 | 确认 | 求[证真]
    | [说讲写]过?的?吗 | 出处 | 哪一?[期集] | 查一[下查] | 核[实查] | 辟谣 | [这那]?[句段]话 | 原[话文]""",
    _VERBOSE_ANY_CASE,
)


_ASKS_OR_REQUESTS = compiled(
    r"""[?？]\s*$ | \b(?:please|pls|plz|check|confirm|verify|help|or\ (?:fake|not|nah|cap))\b
    | ^\W*(?:real|fake|source|is|did|does|can|any(?:one|body))\b
    | [吗呢]\s*[。!！]?\s*$ | ^(?:求|请|[有没]{3}|帮|查) | 是不是 | 一下""",
    _VERBOSE_ANY_CASE,
)


_SAID_THIS = compiled(r"\b(?:say|said|says|saying)\s+(?:this|that|it)\b|\bquote\b|[说讲][过的吗]", re.IGNORECASE)


_SAID_THIS_ZH = compiled(rf"(?=(?P<name>[{HAN_RANGES}·]{{2,8}}?)(?:真的|[有没]{{3}})?[说讲][过的吗])")


_THIS_IS = re.compile(r"\b(?:this|that|it)(?:['’]s|\s+is|\s+was)\s+|\bsaid\s+by\s+", re.IGNORECASE)


_DID_SAY = r"(?:did|has|is|was)\ {name}\ (?:really\ |actually\ |ever\ )?(?:say|said)\ (?:this|that|it)"


_WHO = r"\w+(?:\ \w+)??"


_DID_WHO_SAY, _DID_ANYBODY_SAY = _DID_SAY.format(name=rf"(?P<name>{_WHO})"), _DID_SAY.format(name=f"(?:{_WHO})")


_IS_IT_REAL = r"is\ (?:this|that|it)\ (?:real|true|legit|accurate|fake|a\ real\ quote)"


_REMARK_BEFORE = compiled(
    rf"""^\s*(?:(?:wait|hey|ok|lol|wow),?\s+)?
    (?: (?:{_IS_IT_REAL} | real\ or\ fake | fact\ ?check | {_DID_WHO_SAY} | 这是真的吗 | 真的(?:吗|假的))
        \s*[?？:：!]+(?![?？:：!])
      | (?:(?:can|could)\ (?:you|some(?:one|body)|any(?:one|body))\ )?(?:please\ |pls\ )?(?:verify|check|confirm)
        (?:\ (?:this|that))?(?:\ quote|\ claim)?\s*[:：]
      | (?:quote(?:\ of\ the\ \w+)?|claim|hot\ take|til|引文|原话|求证|查证)\s*[:：]
    )
    \s*(?=\S+\s+\S+\s+\S|[{HAN_RANGES}]{{4}})""",
    _VERBOSE_ANY_CASE,
)
"""A question, a request or a label on the same line, before a quote."""


_REMARK_AFTER = compiled(
    rf"""(?:(?<=[.!?。！？])[\s<-]*|\s+(?={_DID_ANYBODY_SAY}))
    (?: {_IS_IT_REAL} | {_DID_WHO_SAY} | legit | real | true | fake | source | real\ or\ fake
      | is\ (?:this|that|it)\ (?:in|from)\ (?:the|that|this)\ \w+ | 这是真的吗 | 真的假的
      | can\ (?:some|any)(?:one|body)\ (?:confirm|verify|check)(?:\ (?:this|that|it))?
    )\s*[?？]+\s*$
    | (?<=[.!?。！？\s])\s*(?:这是(?:真的|[^，。]{{1,8}}[说讲]的)|真的)[吗吧][?？\s]*$
    | [,，]\s*(?:不知道)?对不对\s*[?？]?\s*$ | \s(?:lol|lmao|haha+|tbh|smh)[\s.!]*$
    | \s*[(（](?:source|src|via)\b[^()（）\n]*[)）]\s*$""",
    _VERBOSE_ANY_CASE,
)
"""A question or a laugh on the same line, after a quote."""


_LABEL = compiled(r"^[ \t]*(?:speaker|author|said by|说话人|发言人)\s*[:：]\s*(?=\S)", re.IGNORECASE)
"""A label before a name ("speaker:"); it is replaced by a dash."""


def without_remarks(text: str, is_speaker: IsSpeaker) -> tuple[str, str | None]:
    """A text without the remarks at its beginning and end, and the speaker they ask about.

    A text of remarks alone stays whole. The speaker is None where the remarks ask about none, or about several.
    """
    before, after = _REMARK_BEFORE.match(text), _remark_after(text)
    named = [match["name"] for match in (before, after) if match and match["name"]]
    inner = text[before.end() if before else 0 : after.start() if after else len(text)]
    lines = [_LABEL.sub("— ", line) for line in inner.splitlines()]
    first, last = 0, len(lines)
    while first < last and _is_remark(lines[first], is_speaker):
        first += 1
    while last > first and _is_remark(lines[last - 1], is_speaker):
        last -= 1
    if first == last:
        return text, None
    found = [name for name in named if is_speaker(name)]
    found += [name for line in (*lines[:first], *lines[last:]) for name in asked_about(line, is_speaker)]
    return "\n".join(lines[first:last]), found[0] if len(found) == 1 else None


def _remark_after(text: str) -> re.Match[str] | None:
    """The match of a question at the end of a text; None if it is all that a named speaker says."""
    match = _REMARK_AFTER.search(text, max(0, len(text) - LONGEST_REMARK))
    return match if match and not cues.leads_in(text[: match.start()]) else None


def asked_about(line: str, is_speaker: IsSpeaker) -> list[str]:
    """The speakers about whom a line asks if they said something."""
    chinese = [match["name"] for match in _SAID_THIS_ZH.finditer(line) if is_speaker(match["name"])]
    if chinese:
        return chinese[-1:]
    this = _THIS_IS.search(line)
    if this:
        return [
            each.name for each in find_mentions(line[this.end() :], is_speaker)[:1] if each.start == 0 and not each.owns
        ]
    return [each.name for each in find_mentions(line, is_speaker) if not each.owns] if _SAID_THIS.search(line) else []


def _is_remark(line: str, is_speaker: IsSpeaker) -> bool:
    """True if a line is empty, or asks about a quote above or below it and is no turn of a dialogue."""
    asks = len(line) <= LONGEST_REMARK and _ABOUT_A_QUOTE.search(line) and _ASKS_OR_REQUESTS.search(line)
    return not line.strip() or (bool(asks) and not unmarked_text.has_colon(line, is_speaker))
