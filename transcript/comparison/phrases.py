"""The noun phrase or the name that a quote is cut out of: rich people, fake news, New York, 年轻男人."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.comparison.frames import Frame
from transcript.language.lexicon import word_class
from transcript.language.normalise import is_han
from transcript.language.tagging import Word, listed
from transcript.language.tagging.grammar import (
    LONGEST_WORD,
    is_modifier,
    is_noun,
    is_plural,
    is_verb,
    may_be_noun,
    noun_at,
    passed_back,
)


def cut_before(words: Sequence[Word], start: int) -> Frame | None:
    """What a quote that begins with the word `start` leaves out of the noun phrase or the name that this is in."""
    if not start or words[start - 1].closes:
        return None
    before, word = words[start - 1], words[start]
    if before.key == "of" and (head := _head_before(words, start - 1)) is not None:
        return Frame("word left out", head, start)
    if is_han(before.key[0]) or is_han(word.key[0]):
        return _chinese_cut(words, start)
    if _are_one_name(words, start - 1):
        return Frame("name", start - 1, start)
    if before.key == "a" and word.key in ("few", "little"):
        return Frame("quantity", start - 1, start)
    if not may_be_noun(words, start):
        return None
    if _limits_noun(before) and not _is_introduced(words, start):
        return Frame("quantity", start - 1, start)
    if before.key == "'s" and start > 1 and words[start - 2].kind == "content":
        return Frame("word left out", start - 2, start)
    if before.is_a("possessive") or is_modifier(words, start - 1):
        return Frame("word left out", start - 1, start)
    return None


def _head_before(words: Sequence[Word], of: int) -> int | None:
    """The first word of a noun phrase that opens a clause and goes on with an of: the death of the author."""
    first = passed_back(words, of, lambda word: word.kind in ("content", "small"))
    opens = first < of <= first + LONGEST_WORD and words[first].opens and words[first].is_a("determiner")
    return first if opens and words[of - 1].kind == "content" else None


def cut_behind(words: Sequence[Word], end: int) -> Frame | None:
    """What a quote leaves out of the phrase, name or clause that it ends in; `end` is the first word it has not."""
    if not 0 < end < len(words) or words[end - 1].closes:
        return None
    if _are_one_name(words, end - 1):
        return Frame("name", end, end + 1)
    last, word = words[end - 1], words[end]
    modified = last.is_a("adjective") and may_be_noun(words, end)
    named = word.key == "who" and is_plural(last) and end > 1 and is_verb(words, end - 2)
    compared = last.is_a("person") and end > 1 and words[end - 2].key == "than"
    acts = compared and not word.is_a("auxiliary", "having")
    return Frame("word left out", end, end + 1) if modified or named or acts else None


def _are_one_name(words: Sequence[Word], at: int) -> bool:
    """True if a word and the next are parts of one name. Any word has a capital where a sentence begins."""
    one, other = words[at], words[at + 1]
    if not (one.capital and other.is_name) or one.kind != "content":
        return False
    return one.is_name or one.is_a("direction") or is_modifier(words, at)


def _limits_noun(word: Word) -> bool:
    """True if a word tells of how many, or which: most, only."""
    return word.kind == "quantity" or word.is_a("limit")


def _is_introduced(words: Sequence[Word], at: int) -> bool:
    """True if a noun stands for those it tells of alone: people who hate goats, or there are some goats."""
    if at + 1 < len(words) and words[at + 1].is_a("relative"):
        return True
    before = passed_back(words, at, lambda word: _limits_noun(word) or word.is_a("determiner"))
    return before > 1 and words[before - 1].is_a("being") and words[before - 2].key == "there"


def _chinese_cut(words: Sequence[Word], start: int) -> Frame | None:
    """The same before a Chinese character: the rest of a word, an attribute, or a name."""
    first = max(start - LONGEST_WORD - 2, passed_back(words, start, lambda _: True))
    if not is_han(words[start - 1].key[0]):
        return Frame("name", start - 1, start) if words[start - 1].kind == "content" and noun_at(words, start) else None
    before = [word.key for word in words[first:start]]
    limits = word_class("limit of a noun")
    noun = noun_at(words, start)
    for size in range(len(before), 0, -1):
        part = "".join(before[-size:])
        modifies = noun and (is_noun(part) or part in word_class("adjective") or part in limits)
        opens = noun and size == 1 == len(before) and part in word_class("attribute")
        if modifies or opens:
            return Frame("quantity" if part in limits else "word left out", start - size, start)
    named = noun or "".join(word.key for word in words[start : start + 2]) in word_class("verbal noun")
    if named and before[-1] == "的" and tuple(before[-2:]) not in listed("intensifier"):
        return Frame("word left out", first, start)
    return None
