"""Tells if a passage can be understood without the text around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transcript.language.normalise import HAN_RANGES, UNSPACED_LANGUAGES
from transcript.language.sentences import sentences
from transcript.language.wordlist import read_rows, read_words
from transcript.models import Language

_CHARACTER = re.compile(r"[^\W\dA-Za-z_]|[A-Z][A-Za-z]+|\d[\d.,]*")


_MATCHES_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Rules:
    """Limits and patterns of a language's quotable passages. Lengths in characters, tuned on the shipped transcript."""

    fewest: int
    most: int
    fewest_of_first: int
    """Of the first of several sentences; a shorter one is an answer to something."""
    word_length: int
    """Characters of a word, about, the space after it included."""
    leaning: re.Pattern[str] = _MATCHES_NOTHING
    """At the beginning: a reply, or a pronoun for something that was named before."""
    addressing: re.Pattern[str] = _MATCHES_NOTHING
    """Anywhere: what the people in the room say to one another, or of what was said before."""
    retelling: re.Pattern[str] = _MATCHES_NOTHING
    """At the end of what stands before: somebody else is made to speak, and who speaks is not who is named."""
    filler: re.Pattern[str] = _MATCHES_NOTHING
    no_filler: re.Pattern[str] = _MATCHES_NOTHING
    """Words that look like a filler and are none."""
    clause: re.Pattern[str] = re.compile("")
    """In every sentence: what makes a clause of it."""
    telling: re.Pattern[str] = re.compile(r"\w{2,}")
    """Words that say something."""


FEWEST_WORDS = 6
"""Different words, or Chinese characters, of a passage that says something."""


WORDS_FOR_A_FILLER = 25
"""Words of a passage for each filler that it may have."""


@cache
def rules_of(language: Language) -> Rules:
    """The rules of a language: English and Chinese have their own, others but lengths."""
    if language == "en":
        return _english_rules()
    if language == "zh":
        return _chinese_rules()
    if language in UNSPACED_LANGUAGES:
        return Rules(fewest=24, most=160, fewest_of_first=9, word_length=2, telling=_CHARACTER)
    if language == "ko":
        return Rules(fewest=32, most=200, fewest_of_first=12, word_length=4)
    return Rules(fewest=60, most=350, fewest_of_first=25, word_length=6)


def _english_rules() -> Rules:
    openings = "|".join(" ".join(map(re.escape, row)) for row in read_rows("leaning_openings.en"))
    verbs = "|".join(read_words("finite_verbs.en"))
    return Rules(
        fewest=60,
        most=350,
        fewest_of_first=25,
        word_length=6,
        leaning=re.compile(
            rf"(?:{openings}|\w+, but)\b"
            # A pronoun among the first words, where nothing has been named that it could stand for.
            r"|(?:[\w'’-]+[, ]+){0,5}(?:they|them|their|he|him|his|she|her|it|its|this|that|these|those)\b"
            r"|there(?:['’]s| is| are) (?:[\w'’-]+ ){1,6}(?:it|them|this|that)\b",
            re.IGNORECASE,
        ),
        addressing=re.compile(
            r"\b(?:talk(?:ing)? (?:to|with) you|(?:want|going|like) to (?:talk|ask)|let'?s (?:start|talk|move|get|go)"
            r"|i'?m sure you|seen you|you (?:said|mentioned|asked|probably|just go)|your (?:thoughts|take|view|opinion)"
            r"|(?:read|talk) about (?:that|it)|sorry|excuse me|hold on|in there|start there"
            r"|(?:all|like) (?:these|those)|these different|that whole thing|you['’]ve heard|vice versa"
            r"|because of (?:that|this)|it['’]s not the|(?:going|go|went|been) there|\w+ too\.|is like"
            r"|like,? okay|(?:was|is|were|'s|'re) like,? (?:no|yes|oh|hey|well|what)\b)"
            r"|[.!?] (?:or|nor|and you)\b",  # a later sentence that only goes on with an earlier one
            re.IGNORECASE,
        ),
        retelling=re.compile(
            r"\b(?:(?:was|were|he's|she's|they're|he|she|they) like|(?:he|she|they) (?:said|says?|goes|go))\b,? "
            r"(?:[^.!?]*[.!?] ?){0,1}$",
            re.IGNORECASE,
        ),
        filler=re.compile(
            r"\b(?:you know|i mean|sort of|kind of|,? like|basically|literally|whatever|et cetera|um|uh"
            r"|(?:right|okay)\?)",
            re.IGNORECASE,
        ),
        no_filler=re.compile(
            r"\b(?:would|feel|feels|look|looks|sound|sounds|things|something|is|people) like\b", re.IGNORECASE
        ),
        telling=re.compile(r"[a-z']{4,}|[A-Z][A-Za-z]+|\d[\d.,]*"),
        clause=re.compile(
            rf"(?<!\bto )\b(?:{verbs}|[a-z]{{3,}}ed|\w+n['’]t|\w+['’](?:re|ve|ll|d|m)"
            r"|(?:it|that|there|he|she|who|what|here|this|every\w+|nobody|some\w+)['’]s)\b",
            re.IGNORECASE,
        ),
    )


def _chinese_rules() -> Rules:
    openings = "|".join(read_words("leaning_openings.zh"))
    return Rules(
        fewest=24,
        most=160,
        fewest_of_first=9,
        word_length=2,
        leaning=re.compile(rf"{openings}|.{{0,7}}(?:他们|她们|它们|他|她|它|这|那|其)"),
        addressing=re.compile(
            "(?:跟|和|与|同)[你您](?:聊|谈|说|交谈)|我(?:们|还|也)*(?:来|先|就|想|今天|要)+(?:具体)?(?:聊|谈|说说|问)"
            "|[你您](?:刚才|刚刚|之前)?(?:说|提到|问)|[你您](?:每天|觉得|认为|知道)|相信[你您]|让我们"
            "|[你您]的(?:看法|听众)|问问[你您]|抱歉|不好意思|请问"
        ),
        retelling=re.compile("(?:他|她|他们|有人|告诉.{1,6})说[^。!?！？]{0,12}[:：,，][^”]*$"),
        filler=re.compile("你知道|对吧|我的意思是|就像是?|之类的|什么的|怎么说"),
        telling=re.compile(rf"[a-z']{{4,}}|[A-Z][A-Za-z]+|\d[\d.,]*|[{HAN_RANGES}]"),
    )


_WHOLE = re.compile(r"[^\Wa-z_].*[.!][\"”]?|[\"“„«¿¡$][^\Wa-z_].*[.!][\"”»]?|.*[。!\uff01।][”」]?", re.DOTALL)
"""A passage from its capital, figure or quotation mark to its period."""


_REPEATED = re.compile(r"\b(\w+(?:['’]\w+)?(?: \w+(?:['’]\w+)?)?),? \1\b", re.IGNORECASE)


_TRAILING_OFF = re.compile(r"\b(?:right|okay|you know)\?|…|\.\.|--|——?$|\[|\(|\?\s*\S*$")


_CUT_SHORT = re.compile(
    r"\b(a|an|the|to|of|and|or|but|so|is|are|was|like|with|for|in|on|their|his|her|my|your)\.$", re.IGNORECASE
)


_PAIRED_MARKS = (("“", "”"), ("「", "」"), ("(", ")"), ("（", "）"), ("«", "»"))


def stands_alone(text: str, language: Language) -> bool:
    """True if the passage can be understood, and is worth reading, by itself."""
    rules = rules_of(language)
    if not _WHOLE.fullmatch(text) or rules.leaning.match(text) or rules.addressing.search(text):
        return False
    if _TRAILING_OFF.search(text) or _REPEATED.search(text) or _CUT_SHORT.search(text):
        return False
    if not _are_clauses(text, language, rules):
        return False
    words = len(text.split()) if language not in UNSPACED_LANGUAGES else len(text) // rules.word_length
    fillers = len(rules.filler.findall(rules.no_filler.sub("", text)))
    telling = {word.casefold() for word in rules.telling.findall(text)}
    return fillers * WORDS_FOR_A_FILLER <= words and len(telling) >= FEWEST_WORDS


def _are_clauses(text: str, language: Language, rules: Rules) -> bool:
    """True if each sentence has a clause, quotation marks have partners, and the first is not only an answer."""
    parts = [text[start:end] for start, end in sentences(text, language)]
    if len(parts) > 1 and (len(parts[0]) < rules.fewest_of_first or parts[0][-1] in "?？"):
        return False
    if any(text.count(opening) != text.count(closing) for opening, closing in _PAIRED_MARKS) or text.count('"') % 2:
        return False
    return all(map(rules.clause.search, parts))
