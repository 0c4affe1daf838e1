"""Sentences drawn from a library, from which misquotes and honest quotes are made."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from tests.quotes import words
from transcript.language.frequency import general_words
from transcript.language.wordforms import is_word
from transcript.library import Library
from transcript.models import Language

LENGTHS = {"en": (7, 30), "zh": (8, 40)}
"""Words of an English sentence that is drawn, characters of a Chinese one: fewest and most."""


_SENTENCE = {
    "en": re.compile(r"(?<![\w.])[A-Z][^.?!…]*(?:\.\d[^.?!…]*)*[.?!](?=\s|$)"),
    "zh": re.compile(r"(?:^|(?<=[。?!？！]))[^。?!？！…]+[。?!？！]"),
}


WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")


@dataclass(frozen=True)
class Sentence:
    """A whole sentence of one segment: its words, who said it, and what stands before it in the segment."""

    text: str
    speaker: str | None
    language: Language
    before: str = ""


@dataclass(frozen=True)
class Quote:
    """A claimed quote that was made from a sentence: its kind, and whether it says the same."""

    kind: str
    claim: str
    said: str
    honest: bool


@dataclass
class Source:
    """The matter that quotes are made from: a library's sentences, the names in it, and a seeded chance."""

    sentences: list[Sentence]
    names: list[str]
    chance: random.Random
    everything: str = field(repr=False, default="")

    def other_name(self, name: str) -> str | None:
        """Another name of the same number of words."""
        others = [other for other in self.names if other.split()[0].casefold() not in name.casefold().split()]
        return self.chance.choice(others) if others else None


def draw(library: Library, language: Language, seed: int) -> Source:
    """All sentences of a library in a language, in an order of the seed's."""
    chance = random.Random(f"{seed} {language}")
    sentences = list(_sentences(library, language))
    everything = " ".join(sentence.text for sentence in sentences)
    names = _names(sentences) if language == "en" else []
    chance.shuffle(sentences)
    return Source(sentences, names, chance, everything)


def _sentences(library: Library, language: Language) -> Iterator[Sentence]:
    least, most = LENGTHS[language]
    for head in library.episodes:
        for segment in library.segments(head.slug, 0, head.segments - 1):
            text = segment.text.get(language, "")
            for match in _SENTENCE[language].finditer(text):
                long = len(match[0]) if language == "zh" else len(WORD.findall(match[0]))
                if least <= long <= most and "[" not in match[0] and '"' not in match[0]:
                    yield Sentence(match[0].strip(), segment.speaker, language, text[: match.start()])


def _names(sentences: Sequence[Sentence]) -> list[str]:
    """Words that stand with a capital inside a sentence, twice or more, and never without one."""
    inside: Counter[str] = Counter()
    plain: set[str] = set()
    for sentence in sentences:
        for number, word in enumerate(WORD.findall(sentence.text)):
            if number and word[0].isupper() and word[1:].islower() and len(word) > 3:
                inside[word] += 1
            elif word.islower():
                plain.add(word)
    return sorted(
        word for word, count in inside.items() if count > 1 and word.casefold() not in plain and "'" not in word
    )


FILLING = frozenset(
    words("""
    like know mean sort kind just really actually basically literally honestly definitely probably pretty stuff thing
    things want gonna maybe exactly obviously totally completely super quite simply entirely absolutely extremely
    certainly course guess think okay yeah right little even less before after while
    """)
)
"""Words that say so little that another in their place may say the same."""


@cache
def common_words() -> list[str]:
    """English words in general use, the commonest first, of four letters or more."""
    return [word for word in general_words("en") if len(word) > 3 and word.isalpha() and is_word(word)]


def replace_word(text: str, match: re.Match[str], word: str) -> str:
    """The text with a word in the place of another, with the capital that this had."""
    if match[0][0].isupper() and match.start() == 0:
        word = word[0].upper() + word[1:]
    return text[: match.start()] + word + text[match.end() :]


def with_capital(text: str) -> str:
    """The text with a capital at its beginning."""
    text = text.strip(" ,;")
    return text[:1].upper() + text[1:]


Maker = Callable[[Sentence, Source], str | None]
"""Makes a claim of a sentence; None where the sentence has nothing to change."""


CUT_OUT = frozenset(("frame left out", "cut from its governor", "cut within a phrase", "Chinese frame left out"))
"""Kinds of misquotes whose words may stand in the transcript as they are, with more before them."""


def make_quotes(source: Source, makers: Mapping[str, Maker], each: int, *, honest: bool) -> Iterator[Quote]:
    """Up to so many quotes of each kind, each of another sentence."""
    for kind, make in makers.items():
        made = (
            Quote(kind, claim.strip(), one.text, honest) for one in source.sentences if (claim := make(one, source))
        )
        may_stand = honest or kind in CUT_OUT
        yield from islice((one for one in made if may_stand or one.claim.rstrip(".?! ") not in source.everything), each)


def table(text: str) -> dict[str, str]:
    """A table of pairs that is written as text: "one=other,two=another"."""
    pairs = (pair.strip("\n").partition("=") for pair in re.split(r",\s?", text))
    return {one: other for one, _, other in pairs}
