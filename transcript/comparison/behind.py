"""Words behind a quote that change its meaning: if it rains, he claims, supposedly, to 10, a question mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transcript.comparison.frames import Frame, frames_among, is_answer, is_others_report
from transcript.language.lexicon import word_class
from transcript.language.sentences import Range
from transcript.language.tagging import Word, listed
from transcript.language.tagging.grammar import clause_end, passed_back, sentence_of

TAG = 5
"""Words of a clause behind a quote that says no more than how sure it is, or who says so."""


def governing_behind(words: Sequence[Word], claimed: Sequence[Word], end: int) -> Iterator[Frame]:
    """The frames behind the words of a quote, of which `end` is the first that it has not."""
    if (denied := _denial_at(words, end - 1)) is not None:
        yield Frame("negation", end - 1, denied)
    elif end < len(words) and words[end - 1].pause < 2:
        frame = (
            _condition_at(words, claimed, end)
            or _tag_at(words, end)
            or _list_at(words, end)
            or _exception_at(words, end)
        )
        yield from filter(None, [frame or _degree_at(words, end)])


def _denial_at(words: Sequence[Word], last: int) -> int | None:
    """The end of a denial that stands right behind the word `last`: the rest of a contraction, a not, 之一."""
    end = last + 1
    while end < len(words) and words[end].start == words[last].start:
        end += 1
    if any(word.kind == "negation" for word in words[last + 1 : end]):
        return end
    if not words[last].closes and [word.key for word in words[end : end + 2]] == ["之", "一"]:
        return end + 2
    follows = end
    while follows < len(words) and words[follows].kind == "filler" and words[follows - 1].pause < 2:
        follows += 1
    set_off = words[follows - 1].pause > int(follows > end or words[last].kind == "filler")
    denies = follows < len(words) and words[follows].kind == "negation" and not is_answer(words[follows])
    return follows + 1 if denies and not set_off else None


def _condition_at(words: Sequence[Word], claimed: Sequence[Word], end: int) -> Frame | None:
    """A condition: they leave if it falls; they will leave when it falls."""
    last = clause_end(words, end)
    if tuple(word.key for word in words[end:last]) in listed("marker"):
        return None
    # A time is a condition of what is still to come, and what was so until then is so no more.
    ended = words[end].key in ("until", "till") and any(
        word.is_a("being") for word in words[sentence_of(words, end - 1)[0] : end]
    )
    time = ended or (words[end].is_a("time behind") and any(word.is_a("future") for word in claimed))
    named = any(frame.first == end and frame.kind == "condition" for frame, _ in frames_among(words, end, last))
    return Frame("condition", end, end + 1) if time or named else None


def _tag_at(words: Sequence[Word], end: int) -> Frame | None:
    """A clause that takes back what stands before it, or says whose it is: supposedly, he claims, not really."""
    last = clause_end(words, end)
    tag = words[end:last]
    if len(tag) > TAG or tag[0].is_a("agreeing"):
        return None
    denies = words[end - 1].closes and len(tag) <= 2 and tag[0].kind == "negation" and not is_answer(tag[0])
    if denies or any(word.is_a("dispute") for word in tag):
        return Frame("negation", end, last)
    for frame, reach in frames_among(words, end, last):
        told = reach in ("sentence", "opening") or (reach == "reported" and is_others_report(words, frame))
        ends = all(word.is_a("after a doubt") for word in words[frame.last : last])
        if ends and told:
            return Frame(frame.kind, end, last)
    return None


def _degree_at(words: Sequence[Word], end: int) -> Frame | None:
    """How far a denial goes: it hasn't been studied quite enough, they don't work very well."""
    if words[end - 1].closes or not words[end].is_a("degree of a denial"):
        return None
    first = passed_back(words, end, lambda word: word.kind != "negation")
    denied = first > 0 and words[first - 1].kind == "negation" and not words[first - 1].closes
    return Frame("quantity", end, clause_end(words, end)) if denied else None


def _list_at(words: Sequence[Word], end: int) -> Frame | None:
    """Another amount or name that belongs to the one at which a quote ends: 5 to 10, Rob and Ken."""
    if end + 1 >= len(words) or words[end - 1].closes or words[end].closes:
        return None
    ends = words[end - 1], words[end + 1]
    named = words[end].key in ("and", "or") and all(word.capital and word.kind == "content" for word in ends)
    counted = words[end].key in ("to", "or") and all(word.kind == "number" for word in ends)
    return Frame("quantity", end, end + 2) if named or counted else None


def _exception_at(words: Sequence[Word], end: int) -> Frame | None:
    """What is taken out of all, or of none: no one but Ada, everything except the bridge."""
    if words[end - 1].closes or not words[end].is_a("excepting"):
        return None
    phrase = words[end + 1 : end + 2] and not words[end + 1].is_a("subject", "person")
    of_all = any(word.is_a("absolute") or word.kind == "negation" for word in words[max(0, end - 2) : end])
    return Frame("quantity", end, clause_end(words, end)) if phrase and of_all else None


def is_question(words: Sequence[Word], quoted: Range, text: str) -> bool:
    """True if the words of a quote are out of a question and do not show it."""
    first, last = quoted
    end = sentence_of(words, last - 1)[1] - 1
    if not _has_question_mark(words, end, text) or _quotes_behind(words, last, end, text):
        return False
    tag = end
    while tag > last - 1 and words[tag].is_a("tag"):
        tag -= 1
    if tag < end:
        return False
    begin = max(first, sentence_of(words, last - 1)[0])
    told = (word for at, word in enumerate(words[begin:last], begin) if not _is_relative(words, at))
    shown = [word.key for word in told if word.kind != "filler" and word.key not in ("and", "but", "then")]
    pairs = {one + other for one, other in pairwise(shown)}
    return not (word_class("question opening") & set(shown[:1]) or word_class("asking") & {*shown, *pairs})


def _is_relative(words: Sequence[Word], at: int) -> bool:
    """True for a who or which that asks nothing, right behind a noun: is it the king who built it?"""
    return at > 0 and words[at].is_a("relative") and words[at - 1].kind == "content" and not words[at - 1].closes


def _quotes_behind(words: Sequence[Word], last: int, end: int, text: str) -> bool:
    """True if a quotation begins behind a quote, in its sentence: what is asked in that is no question of the quote."""
    gaps = (text[words[at - 1].end : words[at].start] for at in range(last, end + 1))
    return any(mark in gap for gap in gaps for mark in (' "', "“", "「", "『"))


def _has_question_mark(words: Sequence[Word], end: int, text: str) -> bool:
    stop = words[end + 1].start if end + 1 < len(words) else len(text)
    return any(mark in text[words[end].end : stop] for mark in "?\uff1f")
