"""The noun phrase or the name that a quote is cut out of: rich people, fake news, New York, 年轻男人."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.comparison.frames import Frame
from transcript.language.lexicon import word_class
from transcript.language.normalise import is_han
from transcript.language.tagging import Word, listed

LONGEST_WORD = 4
"""Characters of a Chinese word, and words of an English adverbial, that are looked for beside a cut."""


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
    if not _may_be_noun(words, start):
        return None
    if _limits_noun(before) and not _is_introduced(words, start):
        return Frame("quantity", start - 1, start)
    if before.key == "'s" and start > 1 and words[start - 2].kind == "content":
        return Frame("word left out", start - 2, start)
    if before.is_a("possessive") or _is_modifier(words, start - 1):
        return Frame("word left out", start - 1, start)
    return None


def _head_before(words: Sequence[Word], of: int) -> int | None:
    """The first word of a noun phrase that opens a clause and goes on with an of: the death of the author."""
    first = of
    while first and not words[first - 1].closes and of - first < LONGEST_WORD:
        first -= 1
        if words[first].kind not in ("content", "small"):
            return None
    return first if words[first].opens and words[first].is_a("determiner") and words[of - 1].kind == "content" else None


def cut_behind(words: Sequence[Word], end: int) -> Frame | None:
    """What a quote leaves out of the noun phrase or the name that it ends in; `end` is the first word it has not."""
    if not 0 < end < len(words) or words[end - 1].closes:
        return None
    if _are_one_name(words, end - 1):
        return Frame("name", end, end + 1)
    last, word = words[end - 1], words[end]
    modified = last.is_a("adjective") and _may_be_noun(words, end)
    named = word.key == "who" and _is_plural(last) and end > 1 and _is_verb(words, end - 2)
    return Frame("word left out", end, end + 1) if modified or named else None


def _are_one_name(words: Sequence[Word], at: int) -> bool:
    """True if a word and the next are parts of one name. Any word has a capital where a sentence begins."""
    one, other = words[at], words[at + 1]
    if not (one.capital and other.is_name) or one.kind != "content":
        return False
    return one.is_name or one.is_a("direction") or _is_modifier(words, at)


def _limits_noun(word: Word) -> bool:
    """True if a word tells of how many, or which: most, only; but not that."""
    return word.kind == "quantity" or word.is_a("limit")


def _is_introduced(words: Sequence[Word], at: int) -> bool:
    """True if a noun stands for those it tells of alone: people who hate goats, or there are some goats."""
    if at + 1 < len(words) and words[at + 1].is_a("relative"):
        return True
    before = at - 1
    while before and (_limits_noun(words[before]) or words[before].is_a("determiner")):
        before -= 1
    return before > 0 and words[before].is_a("being") and words[before - 1].key == "there"


def _may_be_noun(words: Sequence[Word], at: int) -> bool:
    return (words[at].kind == "content" or words[at].is_a("common noun")) and not _is_verb(words, at)


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """True if a word is a verb, as far as its form and the word after it can tell."""
    word = words[at]
    if word.is_a("verb", "participle"):
        return True
    after = words[at + 1 : at + 2] if not word.closes else ()
    return word.key.endswith("s") and any(one.is_a("determiner") for one in after)


def _is_plural(word: Word) -> bool:
    return word.is_a("plural") or (word.key.endswith("s") and not word.key.endswith(("ss", "us", "is")))


def _is_modifier(words: Sequence[Word], at: int) -> bool:
    """True if a word tells more of the noun behind it: an adjective, or a noun that is no subject."""
    word = words[at]
    if word.kind != "content" or word.is_a("adverb", "verb") or _ends_adverbial(words, at):
        return False
    if not word.is_a("adjective") and _is_plural(word) and not _is_plural(words[at + 1]):
        return False
    return not _is_predicate(words, at)


def _ends_adverbial(words: Sequence[Word], at: int) -> bool:
    """True if a word is the last of an adverbial: last year, today."""
    sizes = range(1, min(LONGEST_WORD, at + 1) + 1)
    return any(tuple(word.key for word in words[at + 1 - size : at + 1]) in listed("adverbial") for size in sizes)


def _is_predicate(words: Sequence[Word], at: int) -> bool:
    """True if a word, which may be a verb, stands where a verb does: behind a subject, or an auxiliary."""
    before = at - 1
    while before >= 0 and not words[before].closes and words[before].is_a("adverb"):
        before -= 1
    if before < 0 or words[before].closes or words[at].is_a("adjective"):
        return False
    word = words[before]
    participle = words[at].is_a("participle") and (word.kind == "content" or word.is_a("being", "having"))
    return participle or word.is_a("subject", "first or second person")


def _chinese_cut(words: Sequence[Word], start: int) -> Frame | None:
    """The same before a Chinese character: the rest of a word, an attribute, or a name."""
    first = start
    while first and start - first < LONGEST_WORD + 2 and not words[first - 1].closes:
        first -= 1
    if not is_han(words[start - 1].key[0]):
        return (
            Frame("name", start - 1, start) if words[start - 1].kind == "content" and _noun_at(words, start) else None
        )
    before = [word.key for word in words[first:start]]
    limits = word_class("limit of a noun")
    noun = _noun_at(words, start)
    for size in range(len(before), 0, -1):
        part = "".join(before[-size:])
        modifies = noun and (_is_noun(part) or part in word_class("adjective") or part in limits)
        opens = noun and size == 1 == len(before) and part in word_class("attribute")
        if modifies or opens:
            return Frame("quantity" if part in limits else "word left out", start - size, start)
    named = noun or "".join(word.key for word in words[start : start + 2]) in word_class("verbal noun")
    if named and before[-1] == "的" and tuple(before[-2:]) not in listed("intensifier"):
        return Frame("word left out", first, start)
    return None


def _is_noun(text: str) -> bool:
    return len(text) > 1 and text in word_class("noun")


def _noun_at(words: Sequence[Word], start: int) -> str:
    """The longest noun that begins at a character, or the Latin name there; none where no noun begins."""
    if not is_han(words[start].key[0]):
        return words[start].key if words[start].kind == "content" else ""
    text = "".join(word.key for word in words[start : start + LONGEST_WORD])
    return next((text[:size] for size in range(LONGEST_WORD, 1, -1) if _is_noun(text[:size])), "")
