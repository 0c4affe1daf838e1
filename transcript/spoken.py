"""The words of a text as they are compared, one by one, in either language, each with what kind of word it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Literal, NamedTuple

from transcript import meaning, rarity
from transcript.lexicon import CHINESE_DIGITS, NUMBER_WORDS, STOP_WORDS
from transcript.numbers import Piece, chinese_number, term
from transcript.text import APOSTROPHES, Token, fold, is_han, pieces, token_of

Kind = Literal["content", "number", "negation", "quantity", "small", "filler"]

WEIGHTS: dict[Kind, float] = {
    "content": 1.0, "number": 1.0, "negation": 0.7, "quantity": 0.5, "small": 0.35, "filler": 0.1,
}  # fmt: skip
"""What a word of each kind counts where words are aligned."""

HAN_WEIGHT = 0.6
"""What a Chinese character counts beside a word: most words have two."""

_UNITS = {"percent": "%", "dollar": "$", "euro": "€", "pound": "£", "yuan": "¥"}
_CLAUSE_END = re.compile(r"[.,;:?!…—–()\[\]\"“”。,;:?!、「」()\n]")
_SENTENCE_END = re.compile(r"[;；.?!…。!?]")
_PER_CENT = re.compile(r"\bper cent\b", re.IGNORECASE)
_VARIANTS = str.maketrans("瞭著妳裏裡祇佔", "了着你里里只占")
"""Characters that are written for others in Traditional Chinese, or in some of it, and as long as they are."""

_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2})our(?=$|s$|ed$|ing|ite|ful|able)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(?=e$|es$|ed$|ing$|ation|er)"), "iz"),
    (re.compile(r"(?<=[a-z]{2}t)re$"), "er"),
)
"""British spellings and American ones."""


class Word(NamedTuple):
    """A word at characters `start` to `end` of its text. `key` is what it is compared by, `stem` its term, `unit` the
    unit of an amount. `opens` is whether punctuation stands right before it, `pause` what stands right after it: 0
    nothing, 1 the end of a clause, 2 of a sentence, 3 another speaker. `form` is the letters of the whole token it is
    in, and `capital` whether that begins with a capital."""

    key: str
    kind: Kind
    start: int
    end: int
    stem: str
    unit: str = ""
    opens: bool = False
    pause: int = 0
    form: str = ""
    capital: bool = False

    @property
    def closes(self) -> bool:
        return self.pause > 0

    @property
    def weight(self) -> float:
        """What the word counts where words are aligned."""
        return _weight(self.kind, self.key[0])


@lru_cache(maxsize=16_384)
def _weight(kind: Kind, first: str) -> float:
    """The weight of a word of a kind, by the letter that it begins with."""
    return WEIGHTS[kind] * (HAN_WEIGHT if is_han(first) else 1.0)


@lru_cache(maxsize=16)  # the texts of one verdict, 13 at most; more would only be garbage to collect
def read_words(text: str) -> tuple[Word, ...]:
    """The words of a text in their order. A contraction is several words at the same characters."""
    folded = _PER_CENT.sub("percent ", fold(text).translate(_VARIANTS))
    made: list[Word] = []
    for part in _parts(folded):
        if isinstance(part, Word):
            made.append(part)
        else:
            made.extend(_english(part, folded))
    return tuple(_fillers(_punctuated(_ranges(_united(made, folded)), folded)))


def _parts(folded: str) -> list[Token | Word]:
    """Tokens that are English words, and words made of what else there is, in their order."""
    known = [*_names(folded), *_shares(folded)]
    parts: list[Token | Word] = [*known]
    done = {at for word in known for at in range(word.start, word.end)}
    chinese: list[Piece] = []
    for piece in pieces(folded):
        if piece.kind == "han":
            chinese.append(piece)
        elif token := token_of(piece):
            parts.append(_amount(token, folded) or token)
            done.update(range(token.start, token.end))
    parts.extend(_chinese(chinese, folded, done))
    return sorted(parts, key=attrgetter("start"))


def _amount(token: Token, folded: str) -> Word | None:
    value = token.term
    if not value.startswith("#"):
        # A lone small number: "one" is mostly none.
        if token.word not in NUMBER_WORDS or token.word == "one":
            return None
        value = f"#{NUMBER_WORDS[token.word]}"
    unit = "%" if folded[token.start : token.end].startswith("百分之") else ""
    return Word(value, "number", token.start, token.end, value, unit)


def _chinese(runs: Sequence[Piece], folded: str, done: Set[int]) -> Iterator[Word]:
    """A word for each Chinese character that is not part of another already."""
    plain, fillers, light = (_places(folded, some) for some in _MARKED)
    plain -= _places(folded, meaning.CHINESE_DENYING)
    light |= {match.end() - 1 for match in _MEASURED.finditer(folded)}
    marked = plain | fillers | light
    for run in runs:
        for at, character in enumerate(run.text, run.start):
            if at in done:
                continue
            if at in marked:
                key, kind = _han(character, at in plain, at in fillers, at in light)
            else:
                key, kind = _han(character)
            yield Word(key, kind, at, at + 1, character)


_MEASURED = re.compile(rf"[{''.join(CHINESE_DIGITS)}十百千万亿\d这那每某哪几][个家位名款项台套所]")
"""A measure word, after an amount or what points to one: 一家公司 is 一个公司."""

_MARKED = (meaning.CHINESE_PLAIN, meaning.CHINESE_FILLERS, meaning.CHINESE_LIGHT_WORDS)
"""Words whose characters deny and count nothing, are fillers, tell little."""


@lru_cache(maxsize=4_096)
def _han(character: str, plain: bool = False, filler: bool = False, light: bool = False) -> tuple[str, Kind]:
    """The key and the kind of a character, which may be part of a word of those that are marked."""
    if filler or character in meaning.FILLERS:
        return character, "filler"
    if character in meaning.CHINESE_NEGATIONS and not plain:
        return character, "negation"
    if character in CHINESE_DIGITS and character != "一":
        return f"#{CHINESE_DIGITS[character]}", "number"
    if character in meaning.QUANTITIES and not plain:
        return character, "quantity"
    return character, "small" if light or character in meaning.CHINESE_LIGHT else "content"


def _english(token: Token, folded: str) -> Iterator[Word]:
    """The words of a token."""
    written = folded[token.start : token.end]
    for key, kind, stem, form in _said(written.casefold(), token.word, token.term):
        yield Word(key, kind, token.start, token.end, stem, form=form, capital=written[0].isupper())


@lru_cache(maxsize=4_096)
def _said(written: str, word: str, term: str) -> tuple[tuple[str, Kind, str, str], ...]:
    """The words that are written as one, each with its kind, stem and form: can't is can and not."""
    joined = re.sub(f"[{APOSTROPHES}]", "", written)
    apart = re.split(f"[{APOSTROPHES}]", written)
    if joined in meaning.NEGATED:
        keys: tuple[str, ...] = (meaning.NEGATED[joined], "not")
    elif joined in meaning.JOINED and (len(apart) > 1 or joined != "its"):
        keys = meaning.JOINED[joined]
    elif len(apart) == 2 and apart[1] in meaning.CONTRACTED and apart[0]:
        keys = (apart[0], meaning.CONTRACTED[apart[1]])
    else:
        keys = (word,)
    return tuple((_spelling(key), _kind(key), term if len(keys) == 1 else key, joined) for key in keys)


def _spelling(word: str) -> str:
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


def _kind(word: str) -> Kind:
    if word in meaning.NEGATIONS:
        return "negation"
    if word in meaning.QUANTITIES:
        return "quantity"
    if word in meaning.FILLERS:
        return "filler"
    if word in STOP_WORDS or word in meaning.LIGHT or word in _GRAMMAR:
        return "small"
    return "content"


_GRAMMAR = frozenset(("'s", "'d", "am", "and", "dollar", "percent"))


def _united(found: list[Word], folded: str) -> list[Word]:
    """The words with a unit joined to its amount: $5, 5 dollars and 5 USD are one word."""
    if _UNITS.keys().isdisjoint([word.stem for word in found]):
        return found
    united: list[Word] = []
    for word in found:
        unit = _UNITS.get(word.stem, "")
        before = united[-1] if united else None
        if unit and before and before.kind == "number" and not folded[before.end : word.start].strip(" -"):
            united[-1] = before._replace(unit=unit, end=word.end)
        elif word.kind == "number" and before and before.key in _UNITS and not folded[before.end : word.start].strip():
            united[-1] = word._replace(unit=_UNITS[before.key], start=before.start)
        else:
            united.append(word)
    return united


def _punctuated(found: list[Word], folded: str) -> list[Word]:
    """The words with what stands between them, as if a sentence ended before the first and after the last."""
    between = [(at, one.end, two.start) for at, (one, two) in enumerate(pairwise(found)) if one.end < two.start]
    pauses = [(at, _pause(folded[end:start])) for at, end, start in between]
    for at, pause in [(-1, 2), *((at, pause) for at, pause in pauses if pause)] if found else []:
        found[at] = found[at]._replace(pause=pause)
        found[at + 1] = found[at + 1]._replace(opens=True)
    return found


@lru_cache(maxsize=256)
def _pause(between: str) -> int:
    """What stands between two words: 0 nothing, 1 the end of a clause, 2 of a sentence."""
    return 2 if _SENTENCE_END.search(between) else 1 if _CLAUSE_END.search(between) else 0


def _fillers(found: list[Word]) -> list[Word]:
    """The words with you know, I mean and the like marked as fillers, and those that are none here as what they are."""
    for at, word in enumerate(found):
        if word.kind != "filler" and word.key not in _MAY_FILL:
            continue
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        if after and (word.key, after.key) in meaning.FILLER_PAIRS and not (before and before.key in meaning.NO_PAUSE):
            found[at], found[at + 1] = word._replace(kind="filler"), after._replace(kind="filler")
        elif word.kind == "filler" and word.key in meaning.PAUSES and not word.opens:
            found[at] = word._replace(kind="content" if word.key == "right" else "small")
        elif word.key == "like" and before and before.key in meaning.LIKED and not word.opens and not word.closes:
            found[at] = word._replace(kind="small")
    return found


_MAY_FILL = frozenset(("like", *(first for first, _ in meaning.FILLER_PAIRS)))


def _ranges(found: list[Word]) -> list[Word]:
    """The words with the unit of 20 to 30% on either amount."""
    for at, one in enumerate(found[:-2]):
        if one.kind == "number" and not one.unit and found[at + 1].key in ("to", "or", "and"):
            other = found[at + 2]
            found[at] = one._replace(unit=other.unit if other.kind == "number" else "")
    return found


@cache
def _name_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    latin = {other: name for name, others in rarity.names().items() for other in others}
    return re.compile("|".join(sorted(map(re.escape, latin), key=len, reverse=True))), latin


def _names(folded: str) -> Iterator[Word]:
    """Chinese names of what has a Latin one, each as that."""
    pattern, latin = _name_pattern()
    for match in () if folded.isascii() else pattern.finditer(folded):
        key = latin[match.group()]
        yield Word(key, "content", *match.span(), key)


_SHARES = re.compile(
    r"(?<![十百千万亿第])(?P<tenths>[一二两三四五六七八九])成(?![为本功长员立熟果绩交分人天型真品])"
    r"|(?P<of>[二三四五六七八九十])分之(?P<parts>[一二两三四五六七八九])(?![十百千万亿])"
    r"|一半|半数"
)
"""两成 is 20%, 五分之一 as well, and 一半 is 50%."""


def _shares(folded: str) -> Iterator[Word]:
    """Shares that Chinese has words of its own for, as percentages."""
    for match in () if folded.isascii() else _SHARES.finditer(folded):
        tenths, of, parts = match.groups()
        whole = chinese_number(of) if of else 10 if tenths else 2
        share = Decimal(100 * (chinese_number(parts or tenths or "一") or 0)) / (whole or 1)
        key = term(share)
        yield Word(key, "number", *match.span(), key, "%")


@cache
def _pattern(many: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, many), key=len, reverse=True)))


def _places(folded: str, many: list[str]) -> set[int]:
    if folded.isascii():
        return set()
    return {at for match in _pattern(tuple(many)).finditer(folded) for at in range(*match.span())}
