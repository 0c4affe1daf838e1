"""Frames: words outside a quote that change its meaning, such as not, if, hope, he claimed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from transcript.language.tagging import Phrase, Word, listed, split_phrases
from transcript.language.tagging.grammar import passed_back
from transcript.language.wordlist import read_lines

KindName = Literal[
    "number", "unit", "negation", "condition", "wish", "guess", "hearsay", "question", "attempt", "time", "quantity",
    "roles", "name", "opposite", "word put in", "word left out", "another word",
]  # fmt: skip
"""The kinds of alterations, those of what a quote is cut out of among them."""


Reach = Literal["sentence", "opening", "reported", "next"]
"""The reach of a frame: the rest of its sentence, where it opens a clause behind a pause too, somebody else's words, or
the words right after it."""


FAR = 40
"""Words of a sentence before a quote among which a frame is looked for."""


LONGEST_BOUND = 3
"""Words, or Chinese characters, that make of an amount a bound."""


LONGEST_LEAD = 5
"""Words that say before a sentence how often, or where, it is so."""


WORDS_BEFORE_QUOTE = 10
"""Words before a quote among which a negation of its clause is looked for."""


class Frame(NamedTuple):
    """The words `first` to `last`, that one not included, of a transcript govern what stands after or before them."""

    kind: KindName
    first: int
    last: int


@cache
def _frames_by_word() -> dict[str, list[tuple[Phrase, KindName, Reach]]]:
    """The frames by their first word, the longest first."""
    found: dict[str, list[tuple[Phrase, KindName, Reach]]] = {}
    for file in ("frames.en", "frames.zh"):
        for line in read_lines(file):
            head, _, rest = line.partition(": ")
            kind, reach = head.split()
            for one in split_phrases(rest):
                found.setdefault(one[0], []).append((one, kind, reach))  # type: ignore[arg-type]  # as the file has it
    return {word: sorted(each, key=lambda one: -len(one[0])) for word, each in found.items()}


def frames_among(words: Sequence[Word], first: int, last: int) -> Iterator[tuple[Frame, Reach]]:
    """The frames among the words `first` to `last`, in order."""
    keys = [word.key for word in words[first:last]]
    for at, key in enumerate(keys):
        if key == "may" and at and words[first + at - 1].is_a("movable preposition"):  # the month: in May
            continue
        for phrase, kind, reach in _frames_by_word().get(key, ()):
            if tuple(keys[at : at + len(phrase)]) == phrase:
                yield Frame(kind, first + at, first + at + len(phrase)), reach


def kind_within(words: Sequence[Word]) -> KindName | None:
    """The kind of the first frame among some words."""
    return next((frame.kind for frame, _ in frames_among(words, 0, len(words))), None)


def reaches_beyond(words: Sequence[Word]) -> bool:
    """True if some words may govern what stands beside them: not where a clause has what it governs in itself."""
    found = frames_among(words, 0, len(words))
    return any(reach != "next" or len(words) - frame.last < 2 for frame, reach in found)


def governing(words: Sequence[Word], start: int) -> list[Frame]:
    """The frames before the word `start`, in its sentence, that govern it; none behind the last word."""
    if start == len(words):
        return []
    first = start
    while first and words[first - 1].pause < 2 and start - first < FAR:
        first -= 1
    found = [frame for frame, reach in frames_among(words, first, start) if _governs(words, frame, reach, start)]
    if (denial := _denial_before(words, first, start)) and all(frame.first != denial.first for frame in found):
        found.append(denial)
    first_of_kind = {frame.kind: frame for frame in reversed(found)}
    return sorted(first_of_kind.values(), key=lambda frame: frame.first)


def _governs(words: Sequence[Word], frame: Frame, reach: Reach, start: int) -> bool:
    between = words[frame.last : start]
    if reach == "next":
        pauses = any(word.closes and word.kind != "filler" for word in words[frame.last - 1 : start])
        return not pauses and all(word.kind == "filler" or word.is_a("behind a frame") for word in between)
    if reach == "reported":
        near = len(between) <= 3 and not any(word.is_a("clause ending") for word in between)
        # Before these words fears and claims are nouns, and report nothing.
        return near and not words[frame.last].is_a("behind a noun") and is_others_report(words, frame)
    if frame.first and words[frame.first - 1].key == "even" and any(word.closes for word in between):
        return False
    after = words[frame.last : start + 1]
    if _starts_anew(words, frame.last, start) or any(word.opens and word.is_a("clause ending") for word in after):
        return False
    if (frame.kind == "condition" or reach == "opening") and _opens_clause(words, frame.first):
        return not _is_passed(words, frame.last, start)
    ends = reach == "opening" and words[frame.last - 1].closes
    return not ends and not any(word.closes for word in between if word.kind != "filler")


def is_others_report(words: Sequence[Word], frame: Frame) -> bool:
    """True if somebody else than the speaker says, thinks or denies it."""
    subject = _subject_before(words, frame.first)
    if subject in ("being", "that") and words[frame.last - 1].closes:
        return False
    return subject not in _NOBODY_ELSE


_NOBODY_ELSE = ("", "i", "we", "you", "to", "'d", *"我们你如来是以话该么")
"""What stands before a verb of saying where the speaker says it, or where it is a phrase such as 比如说 or 换句话说."""


def _is_passed(words: Sequence[Word], first: int, start: int) -> bool:
    """True if a condition and what it is the condition of both lie before the quote: if so, they sue, and they win."""
    links = (at for at in range(first, start + 1) if words[at].opens and words[at].key in ("and", "or"))
    return any(sum(word.closes for word in words[first:link]) > 1 for link in links)


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    """True if a word begins a clause, but for what links that to another: and if."""
    return words[passed_back(words, at, lambda word: word.is_a("before a condition"))].opens


def _subject_before(words: Sequence[Word], at: int) -> str:
    """The word before a verb, and before what denies it or makes its tense; none where a clause begins."""
    at = passed_back(words, at, _stands_before_verb)
    return words[at - 1].key if at and not words[at - 1].closes else ""


def _stands_before_verb(word: Word) -> bool:
    return word.kind in ("negation", "filler") or word.is_a("before a verb") or word.key.endswith("ly")


def _starts_anew(words: Sequence[Word], first: int, start: int) -> bool:
    """True if the speaker starts anew before the quote: it's like, and then, or a small word with a capital."""
    for at in range(first, start):
        if words[at].opens and tuple(word.key for word in words[at : at + 3])[:2] in _ANEW:
            return True
    word = words[start]
    return word.capital and word.opens and word.kind in ("small", "number") and word.key != "i"


_ANEW = frozenset((("it", "'s"), ("and", "then"), ("it", "was")))


def _denial_before(words: Sequence[Word], first: int, start: int) -> Frame | None:
    """A negation, or a limit, of the clause in which a quote begins."""
    if limit := _limit_before(words, first, start):
        return limit
    passed = 0
    for at in range(start - 1, first - 1, -1):
        word = words[at]
        if word.closes or passed >= WORDS_BEFORE_QUOTE:
            return None
        if word.kind == "negation" and not is_answer(word):
            return Frame("negation", at, at + 1)
        if word.is_a("dispute") and at + 1 < start and words[at + 1].key == "that":
            return Frame("negation", at, at + 1)
        if word.is_a("clause opening") and (at == first or words[at - 1].kind != "negation"):
            return None
        passed += word.kind != "filler"
    return None


def _limit_before(words: Sequence[Word], first: int, start: int) -> Frame | None:
    """The words that limit a quote: most of the goats, only Ada, up to 40. Most in what they like most is none."""
    if words[start].kind in ("number", "quantity") and not words[start - 1].closes:
        keys = tuple(word.key for word in words[first:start])
        if len(keys) > 1 and keys[-1] in ("to", "or") and words[start - 2].kind == "number":
            return Frame("quantity", start - 2, start)
        for size in range(min(LONGEST_BOUND, len(keys)), 0, -1):
            if keys[-size:] in listed("bound"):
                return Frame("quantity", start - size, start)
    if lead := _leading_limit(words, first, start):
        return lead
    if words[start - 1].is_a("place or time") and (limit := _limit_of_clause(words, start - 1)) is not None:
        return Frame("quantity", limit, start)
    at = start - 1
    while at > first and words[at].key in ("of", "the", "my", "our", "their", "these", "those"):
        at -= 1
    if at < first or any(word.closes for word in words[at:start]):
        return None
    word = words[at]
    counts = word.kind in ("quantity", "number")
    part = any(one.key == "of" for one in words[at:start]) and (counts or word.is_a("part of"))
    opening = at - int(at > first and words[at - 1].key in ("a", "an", "the"))
    begins = word.key == "only" or ((counts or word.is_a("limit")) and _opens_clause(words, opening))
    return Frame("quantity", at, at + 1) if part or begins else None


def _leading_limit(words: Sequence[Word], first: int, start: int) -> Frame | None:
    """How often, or where, something is so, with no pause behind it: usually they sing, in some villages they sing."""
    lead = words[first:start]
    if not 0 < len(lead) <= LONGEST_LEAD or any(word.closes for word in lead):
        return None
    often = lead[-1].is_a("sometimes") and all(word.kind == "filler" for word in lead[:-1])
    some = any(word.kind == "quantity" for word in lead[:-1]) and (lead[-1].key.endswith("s") or lead[-1].is_a("time"))
    opens = lead[0].is_a("movable preposition") or lead[0].kind == "quantity"
    acts = any(word.is_a("verb", "being", "auxiliary", "person") for word in lead)
    return Frame("quantity", first, start) if often or (some and opens and not acts) else None


def _limit_of_clause(words: Sequence[Word], at: int) -> int | None:
    """The word that limits where or when something is so: in certain cases where it is better."""
    begin = passed_back(words, at, lambda word: word.kind != "quantity" and not word.is_a("limit"))
    limited = begin > 0 and not words[begin - 1].closes and not words[at].closes and at - begin < WORDS_BEFORE_QUOTE
    return begin - 1 if limited else None


def is_answer(word: Word) -> bool:
    """True if it is a no by itself."""
    return word.key == "no" and word.opens and word.closes
