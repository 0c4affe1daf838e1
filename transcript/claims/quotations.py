"""Finds the quotes in a text among the ranges in quotation marks, and the text between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from transcript.claims import attribution, cues
from transcript.claims.grammar import BULLET, SAY_ZH
from transcript.claims.mentions import IsSpeaker
from transcript.claims.patterns import any_of, compiled
from transcript.language.normalise import HAN_RANGES
from transcript.language.sentences import Range

MOST_RANGES = 20
"""Ranges in quotation marks that are read in one text; also the limit of short ones that are checked."""


LEAD_REACH = 60
"""Characters before a quote that are searched for the words that lead it in."""


FEWEST_WORDS = 5
"""A text in quotation marks of so many words is a quote, however much text is around it (see `word_count`)."""


FEWEST_WORDS_OF_SHARE = 2.5
"""Words in quotation marks that are enough for a quote if they are a large share of the text, and no phrase."""


SHARE_OF_TEXT = 0.3
"""The share of a text's words that is large enough for that."""


FEWEST_WORDS_LISTED = 2.0
"""Words that are enough for a quote in a list of quotes, or beside a name and a verb of saying."""


MOST_WORDS_OUTSIDE = 3
"""Words that may stand outside of short quotes for these to count as the whole text."""


_PAIRS = ("“”", "”“", "„“", "„”", "«»", "»«", "「」", "『』", "＂＂", '""', "””", "﹁﹂", "‹›")


QUOTED = re.compile("|".join(rf"{first}([^{first}{last}]+){last}" for first, last in map(tuple, _PAIRS)))


_SINGLE_OPENS = re.compile(r"(?<!\w)['‘](?=\S)")


_SINGLE_CLOSES = re.compile(
    r"""(?<=\S)(?:
        (?<!s)['’](?!\w)                       # after a word, unless it may be a genitive: the dogs' bowls
      | ['’](?=\s{0,2}(?:$|\n|[-‐-―~(@]))      # at the end, or before a name
    )""",
    re.VERBOSE,
)


_SENTENCE_RUNS_ON = compiled(
    r"[ \t]*(?!(?:did|does|wow|lol|huh|real|really|true|legit|source|fake|or|(?:is|was) (?:this|that|it)"
    r"|(?:he|she|they|i) (?:said|says|say))\b|[吗么呢]|是谁|这句话|出自)[^\W_]",
    re.IGNORECASE,
)
"""After a few words in marks: the sentence runs on, so that they are a phrase in it and no quote."""


_SENTENCE_IS_OPEN = re.compile(rf"\b(?:{any_of('unfinished.en')})[ \t]*$", re.IGNORECASE)
"""Before a few words in marks: an unfinished sentence, so that they are a phrase in it and no quote."""


_QUOTE_MAY_BEGIN = compiled(
    r"(?:^|[\n:：,，.。!！?？;；、(（\-‐-―~])\s*$"
    r"|\b(?:said|says|say|asked|added|claimed|claims|told|that|this|quote|quoted|saying|goes|like|real|true)[ \t]*$"
    rf"|{SAY_ZH}[ \t]*$",
    re.IGNORECASE,
)
"""Before a quote: the beginning of a line, a colon, a verb of saying."""


LISTED = compiled(
    r"[\s,;，、；.。/(（]*(?:(?:and|or|but|that|why|how|vs\.?|versus|then|later|finally|also|plus"
    r"|和|与|跟|还有|以及|而|并且|而且|翻译过?来?就?是|也就是说?|即|中文)[\s,，:：]*)*"
    rf"[\s,，:：]*(?:{BULLET})?\s*",
    re.IGNORECASE,
)
"""The text between two quotes of a list."""


_NEW_CLAUSE = re.compile(r"[\s,，;；]*(?:(?:and|but|while|whereas|when|then|so)\b|而|但|然后)", re.IGNORECASE)


QUOTE_EDGES = " \t\n\"'“”„«»「」『』【】＂‘’‹›﹁﹂"
"""Marks and spaces around a quote."""


WORD = re.compile(rf"[{HAN_RANGES}]|[^\W_{HAN_RANGES}]+")


_HAN_CHARACTER = re.compile(rf"[{HAN_RANGES}]")


_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof)\.\s+(?=[A-Z])")
"""A title before a name; its period ends no sentence."""


def word_count(text: str) -> float:
    """Words of a text; two Chinese characters are one."""
    return len(WORD.findall(text)) - 0.5 * len(_HAN_CHARACTER.findall(text))


def quotes_in(text: str, is_speaker: IsSpeaker) -> list[Range]:
    """The ranges in quotation marks that are quotes."""
    sizes = {span: word_count(text[slice(*span)]) for span in ranges_in_marks(text)}
    spans = [span for span, size in sizes.items() if size]
    whole = word_count(text)
    if sum(sizes[span] for span in spans) == whole:
        return spans
    short = [span for span in spans if sizes[span] < FEWEST_WORDS]
    phrases = {span for at, span in enumerate(short) if at >= MOST_RANGES or _is_phrase(text, span, is_speaker)}
    apart = [span for span in spans if span not in phrases]
    fewest = min(FEWEST_WORDS, max(FEWEST_WORDS_OF_SHARE, SHARE_OF_TEXT * whole))
    long = [span for span in apart if sizes[span] >= fewest]
    said = [
        span
        for span in apart[:MOST_RANGES]
        if sizes[span] >= FEWEST_WORDS_LISTED and _is_said_to_be_said(text, span, spans, is_speaker)
    ]
    if long or said:
        return _with_those_listed(text, spans, [*long, *said], sizes)
    return [] if len(apart) < len(spans) else _short_quotes(text, apart, sizes, whole, is_speaker)


def _short_quotes(
    text: str, spans: Sequence[Range], sizes: dict[Range, float], whole: float, is_speaker: IsSpeaker
) -> list[Range]:
    """The short ranges that are led in like quotes, if they end the text or are most of it."""
    led_in = [span for span in spans if _is_led_in(text, span[0], is_speaker)]
    are_all = len(led_in) == len(spans) > 0 and min(sizes.values()) >= FEWEST_WORDS_LISTED
    if are_all and word_count(text[spans[-1][1] :]) <= 1:
        return led_in
    return led_in if 2 * sum(sizes[span] for span in led_in) >= whole - MOST_WORDS_OUTSIDE else []


def ranges_in_marks(text: str) -> list[Range]:
    """The ranges in quotation marks, marks included; those in single marks where there are no others."""
    spans = [match.span() for match in QUOTED.finditer(text)]
    if spans:
        return spans
    closes = [match.end() for match in _SINGLE_CLOSES.finditer(text)]
    for match in _SINGLE_OPENS.finditer(text):
        place = bisect_left(closes, match.end() + 2)
        if place < len(closes) and (not spans or match.start() >= spans[-1][1]):
            spans.append((match.start(), closes[place]))
    return spans


def _with_those_listed(
    text: str, spans: Sequence[Range], chosen: Sequence[Range], sizes: dict[Range, float]
) -> list[Range]:
    """The chosen quotes, and shorter ones in a list with them."""
    found = set(chosen)
    for pairs in (list(pairwise(spans)), list(pairwise(spans))[::-1]):
        for left, right in pairs:
            if found & {left, right} and LISTED.fullmatch(text, left[1], right[0]):
                found.update(span for span in (left, right) if sizes[span] >= FEWEST_WORDS_LISTED)
    return sorted(found)


def _is_led_in(text: str, start: int, is_speaker: IsSpeaker) -> bool:
    """True if a quote may begin there: the words before lead one in, or name who speaks."""
    leads_in = _QUOTE_MAY_BEGIN.search(text, max(0, start - LEAD_REACH), start)
    return bool(leads_in) or attribution.speaker_around(text[:start], "", is_speaker) is not None


def _is_said_to_be_said(text: str, span: Range, spans: Sequence[Range], is_speaker: IsSpeaker) -> bool:
    """True if a name and a verb before or after a range in marks credit this range and not the one beside it."""
    place, gaps = spans.index(span), gaps_around(text, spans)
    before = divided_gap(gaps[place], True, is_speaker)[1] if place else gaps[place]
    after = divided_gap(gaps[place + 1], True, is_speaker)[0] if place + 1 < len(spans) else gaps[place + 1]
    if attribution.speaker_around("", after, is_speaker, loosely=False) is not None:
        return True
    goes_on = place > 0 and attribution.find_continuation(gaps[place]) is not None
    return (goes_on and bool(_QUOTE_MAY_BEGIN.search(before))) or _ends_with_cue(before, is_speaker)


def _ends_with_cue(before: str, is_speaker: IsSpeaker) -> bool:
    """True if the text before a quote ends with a name and a verb."""
    leads_in = _QUOTE_MAY_BEGIN.search(before[-LEAD_REACH:])
    return bool(leads_in) and attribution.speaker_around(before, "", is_speaker) is not None


def _is_phrase(text: str, span: Range, is_speaker: IsSpeaker) -> bool:
    """True if the words in marks are a word or phrase of the sentence around them, and no quote."""
    start, end = span
    if _SENTENCE_RUNS_ON.match(text, end) and text[end - 2] not in ".?!。？！":
        if _NEW_CLAUSE.match(text, end) and _ends_with_cue(text[:start], is_speaker):
            return False
        return attribution.speaker_around("", text[end:].partition("\n")[0], is_speaker) is None
    return bool(_SENTENCE_IS_OPEN.search(text, max(0, start - LEAD_REACH), start))


def gaps_around(text: str, spans: Sequence[Range]) -> list[str]:
    """The texts before the first range, between neighbouring ranges, and after the last: one more than ranges."""
    ends, starts = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    return [_TITLE.sub("", text[end:start]) for end, start in zip(ends, starts, strict=True)]


def divided_gap(between: str, is_apart: bool, is_speaker: IsSpeaker) -> tuple[str, str]:
    """Divide the text between two quotes into the words that may credit the first and those that lead in the second.

    In '"…" Ada said "…"' the same words do both, unless the first quote `is_apart`: another name leads it in, or it is
    a question and the second is its answer.
    """
    at = attribution.cue_start(between, is_speaker)
    if at is None:
        return between, between if cues.leads_in(between) else between.rpartition("\n")[2]
    before = between[:at]
    if is_apart or WORD.search(before) or "\n" in between or _NEW_CLAUSE.match(between):
        return before, between[at:]
    return between, between[at:]
