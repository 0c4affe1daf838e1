"""The words of a text as they are compared, one by one, in either language, each with what kind of word it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache, partial
from itertools import pairwise
from operator import attrgetter

from transcript.language.amounts import Amount, Piece, read_amounts
from transcript.language.lexicon import FILLER_PAIRS, FILLERS, NEGATIONS, QUANTITIES, STOP_WORDS
from transcript.language.normalise import APOSTROPHES, fold
from transcript.language.stage_marks import blank_marks
from transcript.language.stemming import stem
from transcript.language.tagging import chinese
from transcript.language.tagging.word import Kind, Word
from transcript.language.tokens import Token, split_pieces, token_of
from transcript.language.wordlist import read_rows, read_variants
from transcript.language.wordlist import read_words as read_list

_CLAUSE_END = re.compile(r"\s--?\s|[.,;:?!…—–()\[\]\"“”。,;:?!、「」()\n]")


_SENTENCE_END = re.compile(r"[;；.?!…。!?]")


_VARIANTS = str.maketrans("瞭著妳裏裡祇佔", "了着你里里只占")
"""Characters that are written for others in Traditional Chinese, or in some of it, and as long as they are."""


_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2})our(?=$|s$|ed$|ing|ite|ful|able)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(?=e$|es$|ed$|ing$|ation|er)"), "iz"),
    (re.compile(r"(?<=[a-z]{2}t)re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{2}[aeiou]l)l(?=ed$|ing$|er$|ers$)"), ""),
)
"""British spellings and American ones."""


@lru_cache(maxsize=16)  # the texts of one verdict, 13 at most; more would only be garbage to collect
def read_words(text: str) -> tuple[Word, ...]:
    """The words of a text in their order. A contraction is several words at the same characters."""
    folded = blank_marks(fold(text)).translate(_VARIANTS)
    made: list[Word] = []
    for part in _tokens_and_words(folded):
        if isinstance(part, Word):
            made.append(part)
        else:
            made.extend(_english_words(part, folded))
    return tuple(_marked_fillers(_with_pauses(made, folded)))


def _tokens_and_words(folded: str) -> list[Token | Word]:
    """Tokens that are English words, and words made of what else there is, in their order."""
    parts: list[Token | Word] = [*chinese.latin_names(folded), *_names_with_signs(folded), *_initials(folded)]
    done = {at for word in parts for at in range(word.start, word.end)}
    for part in map(partial(_amount_word, folded), _amounts_of(folded)):
        if part is not None and done.isdisjoint(range(part.start, part.end)):
            parts.append(part)
            done.update(range(part.start, part.end))
    runs: list[Piece] = []
    for piece in split_pieces(folded):
        if piece.kind == "han":
            runs.append(piece)
        elif done.isdisjoint(range(piece.start, piece.end)) and (token := token_of(piece)):
            parts.append(token)
            done.update(range(token.start, token.end))
    parts.extend(chinese.chinese_characters(runs, folded, done))
    return sorted(parts, key=attrgetter("start"))


def _amounts_of(folded: str) -> Iterator[Amount]:
    """The amounts of each sentence: what is money in one is none in another."""
    start = 0
    for end in [*(match.end() for match in _SENTENCE_BREAK.finditer(folded)), len(folded)]:
        for amount in read_amounts(folded[start:end]):
            yield replace(amount, start=amount.start + start, end=amount.end + start)
        start = end


_SENTENCE_BREAK = re.compile(r"[.?!]\s|[\u3002?!\uff1f\uff01]")


def _amount_word(folded: str, amount: Amount) -> Token | Word | None:
    """An amount as a word; "one" and "first" are words like others, and 一 is a character like others."""
    written = folded[amount.start : amount.end]
    if amount.is_word:
        word = written.casefold()
        if word.isascii() and not word.isalpha():
            return Word("#1st", "number", amount.start, amount.end, "#1st")
        return Token(stem(word), amount.start, amount.end, word) if word.isascii() else None
    key = amount.key
    return Word(key, "number", amount.start, amount.end, key, amount.unit, capital=written[0].isupper())


_AS_WRITTEN = re.compile(r"(?<![A-Za-z0-9+#-])(?:[A-Za-z]\+\+|[A-Za-z]#|(?:[A-DFO]|AB)[+\-\u2212])(?![A-Za-z0-9+#-])")
"""Names of languages, grades, blood groups."""


def _names_with_signs(folded: str) -> Iterator[Word]:
    """Names of languages, grades, blood groups: C++, A+, O-."""
    for match in _AS_WRITTEN.finditer(folded):
        key = match.group().casefold().replace("\u2212", "-")
        yield Word(key, "content", *match.span(), key, capital=True)


_DOTTED = re.compile(r"(?<![A-Za-z.])(?:[A-Z]\.)+[A-Z](?![A-Za-z])(?:\.(?=\s*[^\sA-Z]))?")
"""Initials with dots. The last dot is of the initials unless a sentence may begin behind it."""


def _initials(folded: str) -> Iterator[Word]:
    """Initials with dots as they are without: the U.S., and the US."""
    for match in _DOTTED.finditer(folded):
        key = match.group().casefold().replace(".", "")
        yield Word(key, _kind_of(key), *match.span(), key, capital=True)


def _english_words(token: Token, folded: str) -> Iterator[Word]:
    """The words of a token."""
    written = folded[token.start : token.end]
    if written in _CLITICS and _BEHIND_DIGIT.search(folded, 0, token.start):
        key = _CLITICS[written]
        yield Word(key, _kind_of(key), token.start, token.end, key, form=written)
        return
    for at, (key, kind, term, form) in enumerate(_words_written(written.casefold(), token.word, token.term)):
        yield Word(key, kind, token.start, token.end, term, form=form, capital=not at and written[0].isupper())


@lru_cache(maxsize=4_096)
def _words_written(written: str, word: str, term: str) -> tuple[tuple[str, Kind, str, str], ...]:
    """The words that are written as one, each with its kind, stem and form: can't is can and not."""
    joined = re.sub(f"[{APOSTROPHES}]", "", written)
    keys = _parts_of(re.split(f"[{APOSTROPHES}]", written)) or (word,)
    terms = [_SMALL_VERBS.get(key) or (term if len(keys) == 1 else stem(key)) for key in keys]
    return tuple((spelling(key), _kind_of(key), term, joined) for key, term in zip(keys, terms, strict=True))


def _parts_of(apart: list[str]) -> tuple[str, ...]:
    """The words that are written as one, by what stands between their apostrophes; none where it is one alone."""
    joined = "".join(apart)
    if joined in _contractions() and (len(apart) > 1 or joined not in ("its", "lets")):
        return _contractions()[joined]
    *before, last = apart
    if before and before[0] and last in _CLITICS and (len(before) == 1 or _parts_of(before)):
        return (*(_parts_of(before) or before), _CLITICS[last])
    return ()


_SMALL_VERBS = read_variants("small_verbs.en")


@cache
def _contractions() -> dict[str, tuple[str, ...]]:
    """Words that are several in one, without their apostrophe, each with these."""
    return {joined: tuple(words) for joined, *words in read_rows("contractions.en")}


_CLITICS = {"re": "are", "ve": "have", "ll": "will", "m": "am", "s": "'s", "d": "'d"}
"""Words behind an apostrophe; 's may be is, has or a genitive, 'd had or would."""


_BEHIND_DIGIT = re.compile(rf"\d[{APOSTROPHES}]\Z")


_SPELLING_VARIANTS = read_variants("spelling_variants.en")


@lru_cache(maxsize=8_192)
def spelling(word: str) -> str:
    """The word in American spelling."""
    word = _SPELLING_VARIANTS.get(word, word)
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


def _kind_of(word: str) -> Kind:
    if word in NEGATIONS:
        return "negation"
    if word in QUANTITIES:
        return "quantity"
    if word in FILLERS:
        return "filler"
    return "small" if word in STOP_WORDS or word in _SMALL else "content"


_SMALL = frozenset(read_list("small_words.en"))


def _with_pauses(found: list[Word], folded: str) -> list[Word]:
    """The words with what stands between them."""
    between = [(at, one.end, two.start) for at, (one, two) in enumerate(pairwise(found)) if one.end < two.start]
    pauses = [(at, _pause_of(folded[end:start])) for at, end, start in between]
    # Behind the last word, which is that at -1, and before the first a sentence ends.
    for at, pause in [(-1, 2), *((at, pause) for at, pause in pauses if pause)] if found else []:
        found[at] = found[at]._replace(pause=pause)
        found[at + 1] = found[at + 1]._replace(before=pause)
    return found


@lru_cache(maxsize=256)
def _pause_of(between: str) -> int:
    """The pause between two words: 0 none, 1 the end of a clause, 2 of a sentence."""
    return 2 if _SENTENCE_END.search(between) else 1 if _CLAUSE_END.search(between) else 0


def _marked_fillers(found: list[Word]) -> list[Word]:
    """The words with you know, I mean and the like marked as fillers, and those that are none here as what they are."""
    for at, word in enumerate(found):
        if word.kind != "filler" and word.key not in _MAY_FILL:
            continue
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        if after and (word.key, after.key) in FILLER_PAIRS and not (before and before.is_a("no filler after")):
            found[at], found[at + 1] = word._replace(kind="filler"), after._replace(kind="filler")
        elif word.kind == "filler" and word.is_a("filler after a pause") and not word.opens:
            found[at] = word._replace(kind="content" if word.key == "right" else "small")
        elif word.key == "like" and before and before.key in _LIKED and not word.opens and not word.closes:
            found[at] = word._replace(kind="small")
    return found


_MAY_FILL = frozenset(("like", *(first for first, _ in FILLER_PAIRS)))


_LIKED = frozenset(read_list("liked.en"))
"""Words after which like is no filler."""
