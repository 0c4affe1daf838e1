"""The part that words have in their sentence: its range and its clauses, nouns and verbs, and what a pronoun means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from transcript.language import frequency
from transcript.language.lexicon import word_class
from transcript.language.normalise import is_han
from transcript.language.sentences import Range
from transcript.language.tagging.lists import listed
from transcript.language.tagging.word import Word

LONGEST_WORD = 4
"""Characters of a Chinese word, and words of an English adverbial, that are looked for."""


def sentence_of(words: Sequence[Word], at: int) -> Range:
    """The range of the words that make the sentence with the word `at`."""
    first = last = max(0, min(at, len(words) - 1))
    while first and words[first - 1].pause < 2:
        first -= 1
    while last + 1 < len(words) and words[last].pause < 2:
        last += 1
    return first, last + 1


def clause_end(words: Sequence[Word], at: int) -> int:
    """The place behind the clause that goes on with the word `at`."""
    return next((end + 1 for end in range(at, len(words)) if words[end].closes), len(words))


def passed_back(words: Sequence[Word], at: int, passes: Callable[[Word], bool]) -> int:
    """The place before words of one clause that stand before another and are passed."""
    while at and not words[at - 1].closes and passes(words[at - 1]):
        at -= 1
    return at


def may_be_noun(words: Sequence[Word], at: int) -> bool:
    return (words[at].kind == "content" or words[at].is_a("common noun")) and not is_verb(words, at)


def is_verb(words: Sequence[Word], at: int) -> bool:
    """True if a word is a verb, as far as its form and the word after it can tell."""
    word = words[at]
    if word.is_a("verb", "participle"):
        return True
    after = words[at + 1 : at + 2] if not word.closes else ()
    return word.key.endswith("s") and any(one.is_a("determiner") for one in after)


def is_plural(word: Word) -> bool:
    return word.is_a("plural") or (word.key.endswith("s") and not word.key.endswith(("ss", "us", "is")))


def is_modifier(words: Sequence[Word], at: int) -> bool:
    """True if a word tells more of the noun behind it: an adjective, or a noun that is no subject."""
    word = words[at]
    if word.kind != "content" or word.is_a("adverb", "verb") or _ends_adverbial(words, at):
        return False
    if not word.is_a("adjective") and is_plural(word) and not is_plural(words[at + 1]):
        return False
    return not _is_predicate(words, at)


def _ends_adverbial(words: Sequence[Word], at: int) -> bool:
    """True if a word is the last of an adverbial: last year, today, on Monday."""
    if words[at].is_a("time", "date"):
        return True
    sizes = range(1, min(LONGEST_WORD, at + 1) + 1)
    return any(tuple(word.key for word in words[at + 1 - size : at + 1]) in listed("adverbial") for size in sizes)


def _is_predicate(words: Sequence[Word], at: int) -> bool:
    """True if a word, which may be a verb, stands where a verb does: behind a subject, or an auxiliary."""
    before = passed_back(words, at, lambda word: word.is_a("adverb"))
    if not before or words[before - 1].closes or words[at].is_a("adjective"):
        return False
    word = words[before - 1]
    is_or_has = word.is_a("being", "having")
    subject = word.is_a("subject", "first or second person") or (word.kind == "content" and is_plural(word))
    participle = words[at].is_a("participle") and (word.kind == "content" or is_or_has)
    return subject or participle or word.key == "who" or (word.is_a("auxiliary") and not is_or_has)


def is_noun(text: str) -> bool:
    return len(text) > 1 and text in word_class("noun")


def noun_at(words: Sequence[Word], start: int) -> str:
    """The longest noun that begins at a character, or the Latin name there; none where no noun begins."""
    if not is_han(words[start].key[0]):
        return words[start].key if words[start].kind == "content" else ""
    text = "".join(word.key for word in words[start : start + LONGEST_WORD])
    return next((text[:size] for size in range(LONGEST_WORD, 1, -1) if is_noun(text[:size])), "")


def last_named(words: Sequence[Word]) -> set[str]:
    """The words of the last name among these, which a pronoun after them stands for; none where its sentence has
    another name, and the pronoun may mean either."""
    sure = {word.key for before, word in pairwise(words) if word.capital and before.pause < 2}
    names: list[set[str]] = []
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if names and word.pause > 1:
            break
        # Any word has a capital where it begins a sentence.
        if not word.capital or word.kind != "content" or (word.key not in sure and frequency.is_known(word.key)):
            continue
        if names and not word.closes and words[at + 1].key in names[-1]:
            names[-1].add(word.key)
        else:
            names.append({word.key})
    return names[0] if len(names) == 1 else set()


def ends_within_word(words: Sequence[Word], end: int) -> bool:
    """True if two Chinese characters that are a word stand before and after a place."""
    return end < len(words) and frequency.is_chinese_word(words[end - 1].key + words[end].key)


def chinese_word(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The numbers of characters before and after a range that belong to words which begin or end in it."""
    before = after = 0
    if first < last and first > 0:
        pair = words[first - 1].key + words[first].key
        before = int(words[first - 1].is_a("degree") or frequency.is_chinese_word(pair))
    if first < last < len(words):
        after = int(frequency.is_chinese_word(words[last - 1].key + words[last].key) and not before)
    return before, after
