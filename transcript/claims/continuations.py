"""Patterns of what links a quote to the one before it, and of pronouns and verbs that tell who can have said it."""

from __future__ import annotations

import re

from transcript.claims.grammar import (
    ADDING,
    ADVERB,
    ASIDE,
    FURTHER,
    FURTHER_ZH,
    GO_LIKE,
    NAME,
    NO_NEW_CLAUSE,
    REACT,
    SAY,
    SAY_ZH,
)
from transcript.claims.patterns import compiled
from transcript.language.normalise import HAN_RANGES

SAYS_AND_GOES_ON = compiled(
    rf"^{NO_NEW_CLAUSE}[\s,]*(?!He\b|She\b)(?:{NAME}{ASIDE}\s+{ADVERB}(?:{SAY}|{REACT})|{SAY}\s+{NAME})"
    r"[^\n\".!?]{0,40}[.,]\s*(?:but|and|because|so)?\s*$"
)
"""Between two quotes, credits the first, with which the second goes on: "…," Ada said. "…"."""


GOES_ON = (
    SAYS_AND_GOES_ON,
    # On goats: "…"
    compiled(
        r"(?i)(?:^|[\n.])\s*(?:\(?(?:\d{1,2}|[a-h])[.)/]\s*|[-•*]\s*|and\s+|then\s+)?"
        r"(?:on|about|regarding|first|second|third|next|finally|another)\b[^\n:：.!?\"]{0,60}[:：]\s*$"
    ),
    # and later she added that "…"
    compiled(
        rf"(?i)(?:^|[\n.!?,;])\s*(?:(?:and|but|then|later|so|who|before|after)\s+)*(?P<pronoun>(?:he|she)\s+)?{FURTHER}"
        rf"(?:{SAY}|{GO_LIKE}|{ADDING})(?:\s+(?:that|this|to|in|on|about|of|how|why)\b[^\n\".!?]{{0,30}}?)?[,:.]?\s*$"
    ),
    # And at the end he said "…"
    compiled(
        r"(?:^|[\n.!?,;])\s*(?:And|Then|But|Later)?[a-z0-9,:'’ ]{0,40}"
        rf"\b(?P<pronoun>he|she)\s+{ADVERB}(?:{SAY}|{GO_LIKE})\s*,?:?\s*$"
    ),
    # 她还说“…”
    compiled(rf"(?:^|[\n。，,；;！!？?])\s*(?P<pronoun>[他她])?{FURTHER_ZH}{SAY_ZH}[：:，,。]?\s*$"),
)
"""Between two quotes, says that the speaker of the first went on; `pronoun` is the one that stands for the speaker."""


REACTS = compiled(rf"^\s*{NAME}{ASIDE}\s+{ADVERB}{REACT}")
"""The beginning of a sentence on what somebody does who hears a quote: Ben disagreed."""


ANSWERS = compiled(
    r"\b(?:repl(?:ied|ies)|answer(?:ed|s)|respond(?:ed|s)|disagree[ds]?|agree[ds]?|(?:shot|pushed|fired)\s+back|countered)\b"
    r"|回[答应]|反驳|答道"
)
"""Verbs of somebody else than the speaker of the quote before."""


ANSWERED_WITH = re.compile(r"\b(?:answer(?:s|ed)?|(?:respond|repl|react)\w*\s+to)\b[^\n\".!?]{0,40}$")
"""Stands before a quote that is not of whom it names: Ada answers "…" with "…"."""


WITH = re.compile(r"\s*(?:with|by\s+saying)\b")
"""Stands between the two."""


ATTRIBUTING = re.compile(r"\b(?:attribut|credit|ascrib)(?:e|es|ed|s|ing)\b[^\n\".!?]{0,40}$")
"""Stands before a quote whose speaker is named after it: attributes "…" to Ada."""


PRONOUN_SAYS_AFTER = compiled(rf"^[\s,，]*(?:(?:he|she)\s+{ADVERB}(?:{SAY}|{REACT})|[他她]说)")
"""Stands after a quote of somebody who was named before: "…," he said."""


PRONOUN_SAYS_BEFORE = re.compile(
    rf"(?:^|[\n.!?]|,\s*(?:where|and)\s)\s*(?:(?:there\s+)?(?:he|she)\s+{ADVERB}{SAY}"
    r"|(?:the|his|her)\s+(?:[a-z]+\s+)?(?:line|quote|words?|sentence)\s+(?:is|was|were)\b|(?:first|one|quote)\s*:)"
    r"[^\n\".!?]{0,20}[,:]?\s*$",
    re.IGNORECASE,
)
"""Stands before such a quote: She supposedly said "…", The exact line is "…"."""


ASKS_SOMEBODY = re.compile(r"\b(?:ask\w*|interview\w*|question\w*|wonder\w*|him|her)\b", re.IGNORECASE)
"""Words of a question to somebody, so that a pronoun after them may stand for either of the two."""


ASKING_VERB = compiled(r"问|\bask")


CLOSING_QUESTION = compiled(r"\s*(?:是真的)?吗\s*[?？]*\s*$")
"""The end of a question whether somebody said what is no question itself."""


UNKNOWN_CHINESE_NAME = compiled(
    rf"^\s*(?!.{{0,5}}(?:问题|结论|原文|翻译|更新|注意|例如|比如|就是|的是|他|她|我|你|这|那|说))[{HAN_RANGES}·]{{2,7}}[:：]\s*(?=.{{6}})"
)
"""A Chinese word and a colon that may be a name which the transcripts have in English only."""
