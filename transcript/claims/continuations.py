"""Patterns of the words that link a quote to the one before it, and of pronouns and verbs that tell its speaker."""

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
"""Between two quotes: credits the first, and the second goes on with it: "…," Ada said. "…"."""


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
"""Between two quotes: says that the speaker of the first went on; the group `pronoun` stands for the speaker."""


REACTS = compiled(rf"^\s*{NAME}{ASIDE}\s+{ADVERB}{REACT}")
"""After a quote: somebody who heard it reacts: Ben disagreed."""


ANSWERS = compiled(
    r"\b(?:repl(?:ied|ies)|answer(?:ed|s)|respond(?:ed|s)|disagree[ds]?|agree[ds]?|(?:shot|pushed|fired)\s+back|countered)\b"
    r"|回[答应]|反驳|答道"
)
"""Verbs whose subject is not the speaker of the quote before them, but somebody who answers."""


ANSWERED_WITH = re.compile(r"\b(?:answer(?:s|ed)?|(?:respond|repl|react)\w*\s+to)\b[^\n\".!?]{0,40}$")
"""Before a quote: names the person who answers it, not its speaker: Ada answers "…" with "…"."""


WITH = re.compile(r"\s*(?:with|by\s+saying)\b")
"""Between the quote that is answered and the answer."""


ATTRIBUTING = re.compile(r"\b(?:attribut|credit|ascrib)(?:e|es|ed|s|ing)\b[^\n\".!?]{0,40}$")
"""Before a quote whose speaker is named after it: attributes "…" to Ada."""


PRONOUN_SAYS_AFTER = compiled(rf"^[\s,，]*(?:(?:he|she)\s+{ADVERB}(?:{SAY}|{REACT})|[他她]说)")
"""After a quote whose speaker was named earlier: "…," he said."""


PRONOUN_SAYS_BEFORE = re.compile(
    rf"(?:^|[\n.!?]|,\s*(?:where|and)\s)\s*(?:(?:there\s+)?(?:he|she)\s+{ADVERB}{SAY}"
    r"|(?:the|his|her)\s+(?:[a-z]+\s+)?(?:line|quote|words?|sentence)\s+(?:is|was|were)\b|(?:first|one|quote)\s*:)"
    r"[^\n\".!?]{0,20}[,:]?\s*$",
    re.IGNORECASE,
)
"""Before a quote whose speaker was named earlier: She supposedly said "…", The exact line is "…"."""


ASKS_SOMEBODY = re.compile(r"\b(?:ask\w*|interview\w*|question\w*|wonder\w*|him|her)\b", re.IGNORECASE)
"""Words by which one person asks another; a pronoun after them may stand for either of the two."""


ASKING_VERB = compiled(r"问|\bask")


CLOSING_QUESTION = compiled(r"\s*(?:是真的)?吗\s*[?？]*\s*$")
"""The end of a Chinese question if somebody said something, where the quote itself is no question."""


UNKNOWN_CHINESE_NAME = compiled(
    rf"^\s*(?!.{{0,5}}(?:问题|结论|原文|翻译|更新|注意|例如|比如|就是|的是|他|她|我|你|这|那|说))[{HAN_RANGES}·]{{2,7}}[:：]\s*(?=.{{6}})"
)
"""A Chinese word and a colon at the beginning; it may be a name that the transcripts have in English only."""
