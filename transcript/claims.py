"""What people paste to have it checked, taken apart: the quotes in it, and whom they are credited to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from transcript import attribution, pasted
from transcript.attribution import Credited, Known
from transcript.lexicon import words
from transcript.pasted import Range
from transcript.text import is_han

MOST = 5
"""Quotes that are read from one message."""

LOOKED = 20
"""Ranges in quotation marks of one text that are read, and short ones that are looked at whether they are quotes."""

NEAR = 60
"""Characters before a quote in which stands what leads it in."""

FEWEST = 5
"""Words of a text in quotation marks that is a quote however much stands around it; two Chinese characters are one."""

MARKED, PART = 2.5, 0.3
"""Words from which on it is a quote where it is such a part of the whole; less marks a word or a phrase."""

SHORTEST = 2.0
"""Words of one that stands in a list of quotes, or is all that somebody is said to have said."""

MOSTLY = 0.6
"""Of a quote block, what is in quotation marks is the quote if it is such a part; else the block is, marks and all."""

_MARKS = words('“/” ”/“ „/“ „/” «/» »/« 「/」 『/』 ＂/＂ "/" ”/” ﹁/﹂ ‹/›')
_QUOTED = re.compile(
    "|".join(
        rf"{first}([^{first}{last}]+){last}" for first, last in (map(re.escape, marks.split("/")) for marks in _MARKS)
    )
)
_OPENS = re.compile(r"(?<!\w)['‘](?=\S)")
_CLOSES = re.compile(
    r"""(?<=\S)(?:
        (?<!s)['’](?!\w)                       # after a word, unless it may be a genitive: the dogs' bowls
      | ['’](?=\s{0,2}(?:$|\n|[-‐-―~(@]))      # at the end, or before a name
    )""",
    re.VERBOSE,
)
"""Single quotation marks, before a word and after one."""

_BROKEN = re.compile(
    r"^[\s,]*(?:[^\n\"“”.!?]{0,40}\b(?:said|says|added|continued|asked|explained)\b"
    r"|(?:said|says|added|continued|asked|explained)\s+[^\n\"“”.!?,]{1,40})[\s,]*$"
)
"""What breaks one quote in two: "I think," Ada said, "it will rain"."""

_RUNS_ON = re.compile(
    r"[ \t]*(?!(?:did|does|wow|lol|huh|real|really|true|legit|source|fake|or|(?:is|was) (?:this|that|it)"
    r"|(?:he|she|they|i) (?:said|says|say))\b|[吗嗎么麼呢])[^\W_]",
    re.IGNORECASE,
)
_RAN_ON = re.compile(
    r"\b(?:will|would|can|could|should|may|might|must|is|are|was|were|be|been|a|an|the|to|of|and|or|not|never|no|do|does"
    r"|did|has|have|had|in|on|for|with|very|so|as|than|at|into)[ \t]*$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:^|[\n:：,，.。!！?？;；、(（\-‐-―~])\s*$"
    r"|\b(?:said|says|say|asked|added|claimed|claims|told|that|this|quote|quoted|saying|goes|like|real|true)[ \t]*$"
    r"|(?:[说說][过過]?|[称稱]|表示|[认認][为為]|[讲講][过過]?|道|[问問])[ \t]*$",
    re.IGNORECASE,
)
"""What follows and comes before a few words in marks where they are words of a sentence, and comes before a quote."""

_JOINS = re.compile(
    r"[\s,;，、；.。]*(?:and(?:\s+(?:that|finally|then|later))?|or|vs\.?|versus|then|later|finally|also|和|与|與|跟|还有|還有|以及)?[\s,，:：]*(?:\(?\d{1,2}[.)、）/]|[-•*])?\s*",
    re.IGNORECASE,
)
"""What stands between two quotes of a list."""

_LABEL = re.compile(
    r"^\s*(?:q|a|interviewer|host|guest|me|nobody|[问問]|答|主持人|嘉[宾賓]|[网網]友|我)\s*[:：]\s*", re.IGNORECASE
)
_COMMENT = re.compile(r"\s*(?:me|nobody|[网網]友|我)\s*[:：]", re.IGNORECASE)
"""What stands at the beginning of a line for who says it, and of one that was not said but jokes about it."""

_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.)、）/]|[-•*])\s+")
_BULLET = re.compile(r"(^|\n)[^\S\n]*(?:\(?\d{1,2}[.)、）/]|[-•*])\s*$")
_ASKED = re.compile(r"\b(?:asks|asked)\b[^.!?:]*:?\s*$|[问問][道：:，,]*\s*$")
_ALONE = re.compile(
    r"[\s,;.，；。]*(?:and|then|also|but)\b(?!\s+(?:he|she|they)\b)\s*\w|[，,\s]*(?:并|並|又|还|還|接着|接著)"
)
"""What leads in a question, which somebody else may answer; and a verb whose subject is that of the last one."""

_AND = re.compile(r"[\s,，;；]*(?:(?:and|but|while|whereas|when|then|so)\b|而|但|然后)", re.IGNORECASE)
"""What begins a clause of its own."""

_EDGES = " \t\n\"'“”„«»「」『』＂‘’‹›﹁﹂"
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Claim:
    """One quote of a message: its words alone, and the name that it is credited to, as it is written there. `lead` and
    `trail` are what stands before and after it and credits it, where that may be the quote's own (Ada said), and
    `otherwise` is whom the message credits that to."""

    text: str
    speaker: str | None = None
    lead: str = ""
    trail: str = ""
    otherwise: str | None = None


def read_claims(text: str, known: Known = attribution.nobody) -> tuple[Claim, ...]:
    """The quotes of a message in their order, five at most; none in a message without words.

    `known` says whether a name is like a speaker's. A text without quotation marks or quote blocks is a quote whole,
    less whom it credits itself to.
    """
    known = cache(known)
    blocks = pasted.blocks(pasted.plain(text))
    if any(quoted for _, quoted in blocks):
        found = _read_blocks(blocks, known)
    else:
        found = [
            claim for turn in _turns("\n".join(block for block, _ in blocks), known) for claim in _read(turn, known)
        ]
    return tuple(claim for claim in found if _WORD.search(claim.text))[:MOST]


def _turns(text: str, known: Known) -> list[str]:
    """The lines of a dialogue, each with who says it, or of several quotes with whom each is credited to; anything else
    whole."""
    lines = text.splitlines()
    begins = [at for at, line in enumerate(lines) if _LABEL.match(line) or attribution.heads(line, known)]
    above = " ".join(lines[: begins[0]]) if begins else ""
    if len(begins) > 1 and (_size(above) < FEWEST or attribution.announces(above)):
        turns = ["\n".join(lines[a:b]) for a, b in pairwise([*begins, len(lines)])]
        return [_LABEL.sub("", turn) for turn in turns if not _COMMENT.match(turn)]
    ends = [at + 1 for at, line in enumerate(lines) if attribution.signs(line, known)]
    if len(ends) > 1 and not _size(" ".join(lines[ends[-1] :])) and not _in_marks(text):
        return [_NUMBER.sub("", "\n".join(lines[a:b])) for a, b in pairwise([0, *ends])]
    return [text]


def _read_blocks(blocks: Sequence[tuple[str, bool]], known: Known) -> list[Claim]:
    """The claims of a message with quote blocks: what stands outside of them is a name, a comment, or in marks."""
    claims: list[Claim] = []
    coming: str | None = None
    for block, quoted in blocks:
        if quoted:
            own = [claim for turn in _turns(block, known) for claim in _read_quoted(turn, known)]
            claims.extend(replace(claim, speaker=claim.speaker or coming, otherwise=coming) for claim in own)
            coming = None
            continue
        name = attribution.alone(block, known)
        if name and claims and claims[-1].speaker is None and not attribution.announces(block):
            claims[-1] = replace(claims[-1], speaker=name)
        elif name:
            coming = name
            if claims and (claims[-1].lead or claims[-1].trail) and not attribution.announces(block):
                claims[-1] = replace(claims[-1], otherwise=claims[-1].otherwise or name)
        elif _spans(block, known):
            claims.extend(_read(block, known))
    return claims


def _read_quoted(block: str, known: Known) -> list[Claim]:
    """The claims of a quote block: all of it, unless most of it is in quotation marks."""
    credited = attribution.without(block, known)
    spans = _spans(block, known)
    if spans and sum(_size(block[a:b]) for a, b in spans) >= MOSTLY * _size(credited.text):
        return _read(block, known)
    return [_whole(credited)]


def _read(text: str, known: Known) -> list[Claim]:
    """The quotes in a text, each with whom it is credited to; the whole text where none is marked."""
    spans = _spans(text, known)
    if not spans:
        return [_whole(attribution.without(text, known))]
    spans = spans[:LOOKED]
    gaps = _gaps(text, spans)
    quotes: list[_Quote] = []
    lead = gaps[0]
    for place, (start, end) in enumerate(spans):
        gap, words = gaps[place], text[start:end].strip(_EDGES)
        before, last = _unlisted(lead), place + 1 == len(spans)
        alone = _is_question(words) or attribution.around(before, "", known) is not None
        tail, lead = (gaps[-1], "") if last else _split(gaps[place + 1], alone, known)
        if place and _BROKEN.match(gap) and quotes[-1].words.endswith((",", "，")):
            speaker = quotes[-1].speaker or attribution.around("", gap, known)
            quotes[-1] = replace(quotes[-1], words=f"{quotes[-1].words} {words}", speaker=speaker)
            continue
        if attribution.leader(text[end:], known):
            # What begins with another speaker's name is their turn.
            tail = ""
        # A name that merely stands between two quotes may be what the one is about, or the other.
        speaker = attribution.around(before, tail, known, loosely=last or "\n" in tail)
        speaker = speaker or (attribution.leader(gap, known) if place else None)
        listed = place > 0 and len(gap) < NEAR and bool(_JOINS.fullmatch(gap)) and not _is_answer(quotes[-1], gap)
        if listed or (place and attribution.goes_on(gap) and not _is_answer(quotes[-1], gap)):
            speaker = speaker or quotes[-1].speaker
        quotes.append(_Quote(words, speaker, before, listed))
    return [Claim(quote.words, quote.speaker) for quote in _credited_behind(quotes)]


@dataclass(frozen=True, slots=True)
class _Quote:
    """Words in marks, who is named with them, what leads them in, and whether they are listed with those before."""

    words: str
    speaker: str | None
    lead: str
    listed: bool


def _gaps(text: str, spans: Sequence[Range]) -> list[str]:
    """What stands before the ranges, between them and after them."""
    ends, starts = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    return [text[a:b] for a, b in zip(ends, starts, strict=True)]


def _is_question(words: str) -> bool:
    return words.endswith(("?", "？"))


def _is_answer(quote: _Quote, gap: str) -> bool:
    """Whether what comes after a quote may be somebody else's, who answers it: unless the gap has a verb alone."""
    asks = _is_question(quote.words) or bool(_ASKED.search(quote.lead[-NEAR:]))
    return asks and not _ALONE.match(gap)


def _credited_behind(quotes: Sequence[_Quote]) -> list[_Quote]:
    """The quotes, those of a list credited to whom the last of them is: "…", "…" - Ada."""
    found: list[_Quote] = []
    for quote in reversed(quotes):
        follows = found[-1] if found and found[-1].listed else None
        found.append(replace(quote, speaker=quote.speaker or follows.speaker) if follows else quote)
    return found[::-1]


def _unlisted(lead: str) -> str:
    """What stands before a quote, less the number or the bullet that it has in a list."""
    return _BULLET.sub(lambda mark: mark[1], lead)


def _split(between: str, alone: bool, known: Known) -> tuple[str, str]:
    """Of what stands between two quotes, what may credit the first one, and what leads in the second: in "…" Ada
    said "…" the same words do both, unless the first one stands `alone`: another name leads it in, or it is a question
    and has its answer."""
    at = attribution.leads_in(between, known)
    if at is None:
        return between, between if attribution.announces(between) else between.rpartition("\n")[2]
    before = between[:at]
    if alone or _WORD.search(before) or "\n" in between or _AND.match(between):
        return before, between[at:]
    return between, between[at:]


def _whole(credited: Credited) -> Claim:
    """The claim of a text without quotation marks."""
    return Claim(_stripped(credited.text), credited.name, credited.lead, credited.trail)


def _stripped(text: str) -> str:
    """A text without marks around it; those around some of its words stay."""
    inner = text.strip(_EDGES)
    return text.strip() if _QUOTED.search(text) and not inner.isspace() and set(inner) & set('"“”') else inner


def _spans(text: str, known: Known) -> list[Range]:
    """The ranges in quotation marks that are quotes."""
    sizes = {span: _size(text[slice(*span)]) for span in _in_marks(text)}
    spans = [span for span, size in sizes.items() if size]
    whole = _size(text)
    if sum(sizes[span] for span in spans) == whole:
        return spans
    short = [span for span in spans if sizes[span] < FEWEST]
    within = {span for at, span in enumerate(short) if at >= LOOKED or _is_within(text, span, known)}
    apart = [span for span in spans if span not in within]
    chosen = [span for span in apart if sizes[span] >= FEWEST or sizes[span] >= max(MARKED, PART * whole)]
    if chosen:
        credited = [
            span for span in apart[:LOOKED] if sizes[span] >= SHORTEST and _is_credited(text, span, spans, known)
        ]
        return _with_joined(text, spans, [*chosen, *credited], sizes)
    if len(apart) < len(spans):
        return []
    left = [span for span in apart if _is_led_in(text, span[0], known)]
    ends = len(left) == len(spans) > 0 and _size(text[spans[-1][1] :]) <= 1 and min(sizes.values()) >= SHORTEST
    return left if ends or 2 * sum(sizes[span] for span in left) >= whole - 3 else []


def _in_marks(text: str) -> list[Range]:
    """The ranges in quotation marks, those with their marks; in single ones where there are no others."""
    spans = [match.span() for match in _QUOTED.finditer(text)]
    if spans:
        return spans
    closes = [match.end() for match in _CLOSES.finditer(text)]
    for match in _OPENS.finditer(text):
        place = bisect_left(closes, match.end() + 2)
        if place < len(closes) and (not spans or match.start() >= spans[-1][1]):
            spans.append((match.start(), closes[place]))
    return spans


def _with_joined(text: str, spans: Sequence[Range], chosen: Sequence[Range], sizes: dict[Range, float]) -> list[Range]:
    """The quotes with those in a list with them, which are shorter but more than a word or a phrase."""
    found = set(chosen)
    for pairs in (list(pairwise(spans)), list(pairwise(spans))[::-1]):
        for one, other in pairs:
            if found & {one, other} and _JOINS.fullmatch(text, one[1], other[0]):
                found.update(span for span in (one, other) if sizes[span] >= SHORTEST)
    return sorted(found)


def _is_led_in(text: str, start: int, known: Known) -> bool:
    """Whether a quote may begin there: what stands before says so, or names who speaks."""
    opens = _OPENING.search(text, max(0, start - NEAR), start)
    return bool(opens) or attribution.around(text[:start], "", known) is not None


def _is_credited(text: str, span: Range, spans: Sequence[Range], known: Known) -> bool:
    """Whether a name that stands before or after what is in marks credits it, and not what is in marks beside it."""
    place, gaps = spans.index(span), _gaps(text, spans)
    before = _split(gaps[place], True, known)[1] if place else gaps[place]
    after = _split(gaps[place + 1], True, known)[0] if place + 1 < len(spans) else gaps[place + 1]
    return attribution.around(before, after, known, loosely=False) is not None


def _is_within(text: str, span: Range, known: Known) -> bool:
    """Whether what is in marks is a word or a phrase of the sentence around it, and no quote."""
    start, end = span
    if _RUNS_ON.match(text, end) and text[end - 2] not in ".?!。？！":
        return attribution.around("", text[end:].partition("\n")[0], known) is None
    return bool(_RAN_ON.search(text, max(0, start - NEAR), start))


def _size(text: str) -> float:
    """Words of a text; two Chinese characters are one."""
    found = _WORD.findall(text)
    return len(found) - 0.5 * sum(is_han(word[0]) for word in found)
