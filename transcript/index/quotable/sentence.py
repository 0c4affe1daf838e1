"""A sentence as a part of a quotable passage: what it has in it, each looked for once and only when it is needed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Generic, TypeVar

from transcript.index.quotable.rules import Rules
from transcript.index.quotable.score import Signs, signs_of
from transcript.language.normalise import UNSPACED_LANGUAGES
from transcript.models import Language

_BEGINNING = re.compile(r"[\"“„«¿¡$]?[^\Wa-z_]")
"""A capital, a letter of a script without them, or a figure, maybe after a quotation mark."""


_BEGINNING_UNSPACED = re.compile(r"[^a-z]")


_END = re.compile(r"(?:[.!][\"”»]?|[。!\uff01\uff0e][”」]?)$")


_REPEATED = re.compile(
    r"\b(\w++(?:['’]\w++)?+)(?:,? \1\b"  # a word
    r"| (\w++(?:['’]\w++)?+),? \1 \2\b)"  # or two
)


_TRAILING_OFF = re.compile(
    r"\?(?:(?<=\bright\?)|(?<=\bokay\?)|(?<=\byou know\?))|…|\.\.|--|——?$|\[|\("  # each begins with a sign
)


_CUT_SHORT = re.compile(r"\b(a|an|the|to|of|and|or|but|so|is|are|was|like|with|for|in|on|their|his|her|my|your)\.$")


OPENING = 100
"""Characters at the beginning of a sentence that show if it leans on what was said before."""


LAST_WORD = 8
"""Characters at the end of a sentence that show if it was cut short."""


_PAIRED_MARKS = (("“", "”"), ("「", "」"), ("(", ")"), ("（", "）"), ("«", "»"))


ASKING = ("?", "？")


V = TypeVar("V")


class _Once(Generic[V]):
    """functools.cached_property without the lock that it has in Python 3.11, which takes as long as most of these."""

    def __init__(self, find: Callable[[Sentence], V]) -> None:
        self._find = find
        self._name = find.__name__

    def __get__(self, sentence: Sentence, _: type) -> V:
        value = sentence.__dict__[self._name] = self._find(sentence)
        return value


class Sentence:
    """A sentence of a language under its rules."""

    def __init__(self, text: str, language: Language, rules: Rules) -> None:
        self.text = text
        self.rules = rules
        self._language = language

    @_Once
    def may_begin(self) -> bool:
        """True if nothing at its beginning leans on what was said before."""
        bare = self._bare_text
        beginning = _BEGINNING_UNSPACED if self._language in UNSPACED_LANGUAGES else _BEGINNING
        if not beginning.match(bare):
            return False
        opening = bare[:OPENING]
        no_leaning = self.rules.no_leaning_that if "that" in opening else self.rules.no_leaning
        if self.rules.reply.match(opening.lower()) and not no_leaning.match(opening):
            return False
        return not self.rules.leaning.match(no_leaning.sub("", opening).lower())

    @_Once
    def may_end(self) -> bool:
        """True if a passage may end with it: it is whole, and neither asks nor breaks off."""
        if not _END.search(self._tagless_text):
            return False
        return self.may_go_on if self._tagless_text == self.text else self._is_sound(self._tagless_text)

    @_Once
    def may_go_on(self) -> bool:
        """True if a passage may go on after it."""
        return self._is_sound(self.text)

    @_Once
    def may_open_several(self) -> bool:
        """True if it is more than an answer or a question to what follows it."""
        return len(self._bare_text) >= self.rules.fewest_of_first and not self.text.endswith(ASKING)

    @_Once
    def goes_on(self) -> bool:
        """True if it only goes on with the sentence before."""
        return bool(self.rules.going_on.match(self.text[:OPENING].lower()))

    @_Once
    def open_marks(self) -> tuple[int, ...]:
        """For each kind of quotation marks and brackets, by how many more are opened than closed."""
        paired = (self.text.count(opening) - self.text.count(closing) for opening, closing in _PAIRED_MARKS)
        return *paired, self.text.count('"')

    @_Once
    def words(self) -> int:
        """Words, about."""
        spaced = self._language not in UNSPACED_LANGUAGES
        return len(self.text.split()) if spaced else len(self.text) // self.rules.word_length

    @_Once
    def fillers(self) -> int:
        text = self._tagless_text.lower()
        return len(self.rules.filler.findall(text)) and len(
            self.rules.filler.findall(self.rules.no_filler.sub("", text))
        )

    @_Once
    def telling(self) -> frozenset[str]:
        """Words that say something."""
        return frozenset(map(str.casefold, self.rules.telling.findall(self.text)))

    @_Once
    def signs(self) -> Signs:
        """Signs that the sentence is worth quoting, or is not."""
        return signs_of(self.text, self._language)

    @_Once
    def _bare_text(self) -> str:
        """The sentence without a word that joins it to what was said before."""
        joined = self.rules.joined.match(self.text)
        rest = self.text[joined.end() :] if joined else self.text
        return rest[:1].upper() + rest[1:] if joined else rest

    @_Once
    def _tagless_text(self) -> str:
        """The sentence without a question at its end that asks for no answer."""
        return self.rules.tag.sub(".", self.text) if self.text.endswith(ASKING) else self.text

    def _is_sound(self, text: str) -> bool:
        """True if it is a clause that does not break off, and is told to those who were not there."""
        if _TRAILING_OFF.search(text):  # what is seen sooner and is commoner first
            return False
        small = text.lower()
        return bool(self.rules.clause.search(small)) and not (
            self.rules.addressing.search(small) or _CUT_SHORT.search(small[-LAST_WORD:]) or _REPEATED.search(small)
        )
