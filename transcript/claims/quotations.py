"""What of a text stands in quotation marks and is a quote, and what stands between the quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from transcript.claims import attribution
from transcript.claims.cues import BULLET, SAY_ZH
from transcript.claims.markup import Range
from transcript.claims.mentions import Known
from transcript.language.lexicon import words

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


_MARKS = words('“/” ”/“ „/“ „/” «/» »/« 「/」 『/』 ＂/＂ "/" ”/” ﹁/﹂ ‹/›')


QUOTED = re.compile(
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


_RUNS_ON = re.compile(
    r"[ \t]*(?!(?:did|does|wow|lol|huh|real|really|true|legit|source|fake|or|(?:is|was) (?:this|that|it)"
    r"|(?:he|she|they|i) (?:said|says|say))\b|[吗嗎么麼呢]|是[谁誰]|[这這]句[话話]|出自)[^\W_]",
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
    rf"|{SAY_ZH}[ \t]*$",
    re.IGNORECASE,
)
"""What follows and comes before a few words in marks where they are words of a sentence, and comes before a quote."""


JOINS = re.compile(
    r"[\s,;，、；.。/(（]*(?:(?:and|or|but|that|why|how|vs\.?|versus|then|later|finally|also|plus|和|与|與|跟|还有|還有|以及|而|并且|並且|而且|翻[译譯][过過]?[来來]?就?是|也就是[说說]?|即|中文)[\s,，:：]*)*"
    rf"[\s,，:：]*(?:{BULLET})?\s*",
    re.IGNORECASE,
)
"""What stands between two quotes of a list."""


_AND = re.compile(r"[\s,，;；]*(?:(?:and|but|while|whereas|when|then|so)\b|而|但|然后)", re.IGNORECASE)
"""What begins a clause of its own."""


EDGES = " \t\n\"'“”„«»「」『』【】＂‘’‹›﹁﹂"
"""Marks and spaces around a quote."""


WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")


_HAN = re.compile(r"[\u3400-\u9fff]")


def quotes_in(text: str, known: Known) -> list[Range]:
    """The ranges in quotation marks that are quotes."""
    sizes = {span: size(text[slice(*span)]) for span in in_marks(text)}
    spans = [span for span, words_in in sizes.items() if words_in]
    whole = size(text)
    if sum(sizes[span] for span in spans) == whole:
        return spans
    short = [span for span in spans if sizes[span] < FEWEST]
    within = {span for at, span in enumerate(short) if at >= LOOKED or _is_within(text, span, known)}
    apart = [span for span in spans if span not in within]
    chosen = [span for span in apart if sizes[span] >= FEWEST or sizes[span] >= max(MARKED, PART * whole)]
    credited = [span for span in apart[:LOOKED] if sizes[span] >= SHORTEST and _is_credited(text, span, spans, known)]
    if chosen or credited:
        return _with_joined(text, spans, [*chosen, *credited], sizes)
    if len(apart) < len(spans):
        return []
    left = [span for span in apart if _is_led_in(text, span[0], known)]
    ends = len(left) == len(spans) > 0 and size(text[spans[-1][1] :]) <= 1 and min(sizes.values()) >= SHORTEST
    return left if ends or 2 * sum(sizes[span] for span in left) >= whole - 3 else []


def in_marks(text: str) -> list[Range]:
    """The ranges in quotation marks, those with their marks; in single ones where there are no others."""
    spans = [match.span() for match in QUOTED.finditer(text)]
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
            if found & {one, other} and JOINS.fullmatch(text, one[1], other[0]):
                found.update(span for span in (one, other) if sizes[span] >= SHORTEST)
    return sorted(found)


def _is_led_in(text: str, start: int, known: Known) -> bool:
    """Whether a quote may begin there: what stands before says so, or names who speaks."""
    opens = _OPENING.search(text, max(0, start - NEAR), start)
    return bool(opens) or attribution.around(text[:start], "", known) is not None


def _is_credited(text: str, span: Range, spans: Sequence[Range], known: Known) -> bool:
    """Whether a name that stands before or after what is in marks credits it, and not what is in marks beside it."""
    place, gaps = spans.index(span), gaps_of(text, spans)
    before = shared(gaps[place], True, known)[1] if place else gaps[place]
    after = shared(gaps[place + 1], True, known)[0] if place + 1 < len(spans) else gaps[place + 1]
    if attribution.around("", after, known, loosely=False) is not None:
        return True
    on = place > 0 and attribution.says_on(gaps[place]) is not None
    return (on and bool(_OPENING.search(before))) or _says(before, known)


def _says(before: str, known: Known) -> bool:
    """Whether what stands before a quote ends with a name and a verb."""
    return bool(_OPENING.search(before[-NEAR:])) and attribution.around(before, "", known) is not None


def _is_within(text: str, span: Range, known: Known) -> bool:
    """Whether what is in marks is a word or a phrase of the sentence around it, and no quote."""
    start, end = span
    if _RUNS_ON.match(text, end) and text[end - 2] not in ".?!。？！":
        if _AND.match(text, end) and _says(text[:start], known):
            return False
        return attribution.around("", text[end:].partition("\n")[0], known) is None
    return bool(_RAN_ON.search(text, max(0, start - NEAR), start))


def size(text: str) -> float:
    """Words of a text; two Chinese characters are one."""
    return len(WORD.findall(text)) - 0.5 * len(_HAN.findall(text))


_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof)\.\s+(?=[A-Z])")
"""What may stand before a name, with a point that ends no sentence."""


def gaps_of(text: str, spans: Sequence[Range]) -> list[str]:
    """What stands before the ranges, between them and after them."""
    ends, starts = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    return [_TITLE.sub("", text[a:b]) for a, b in zip(ends, starts, strict=True)]


def shared(between: str, alone: bool, known: Known) -> tuple[str, str]:
    """Of what stands between two quotes, what may credit the first one, and what leads in the second: in "…" Ada
    said "…" the same words do both, unless the first one stands `alone`: another name leads it in, or it is a question
    and has its answer."""
    at = attribution.leads_in(between, known)
    if at is None:
        return between, between if attribution.announces(between) else between.rpartition("\n")[2]
    before = between[:at]
    if alone or WORD.search(before) or "\n" in between or _AND.match(between):
        return before, between[at:]
    return between, between[at:]
