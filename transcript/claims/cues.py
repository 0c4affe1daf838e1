"""Cues: the forms in which people credit a quote in marks, each with a name, a pattern and an example.

In an example `…` stands for the quote. A pattern has the group `name`, where a name may stand; the module `mentions`
decides if the words there are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transcript.claims.grammar import (
    ADVERB,
    ADVERB_ZH,
    ASIDE,
    BARE_END,
    CLAUSE_START,
    DASH,
    DID,
    GO_LIKE,
    IS_FROM,
    LIKE_ZH,
    NAME,
    NO_NEW_CLAUSE,
    NOT_PASSIVE,
    PERIOD_WITHIN_NAME,
    REACT,
    SAY,
    SAY_ZH,
    TOPIC,
)
from transcript.claims.patterns import compiled

CUE_REACH = 240
"""Characters before or after a quote in which a cue is looked for."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A form in which people credit a quote.

    `sure`: even a single word in the place of the name is a name, unless it is in general use. `among`: the name may
    stand among other words there. `loose`: the words may as well be a comment on the quote. `repeated`: the pattern may
    match at several places; the one nearest to the quote counts.
    """

    name: str
    pattern: re.Pattern[str]
    example: str
    sure: bool = False
    among: bool = False
    loose: bool = False
    repeated: bool = False


def make_cue(name: str, example: str, pattern: str, **flags: bool) -> Cue:
    """A cue whose pattern has Chinese in Simplified characters."""
    return Cue(name, compiled(pattern), example, **flags)


_ZH_START = r"(?:^|[\n。，,；;：:！!？?】」』”])"


SAYS = make_cue(
    "a name and a verb",
    "and then Ada (of Orval) said that …",
    rf"{CLAUSE_START}(?P<name>{NAME})\)?{ASIDE},?\s+{ADVERB}{NOT_PASSIVE}(?:{SAY}|{GO_LIKE})[^\n\".!?]{{0,40}}?[,:]?\s*$",
    sure=True,
    repeated=True,
)


SAYS_ZH = make_cue(
    "a name and a Chinese verb",
    "艾达在节目里说…",
    rf"{_ZH_START}\s*{LIKE_ZH}(?P<name>[^\n。，,：:]{{1,30}}?)\s*(?:在[^\n，,：:。]{{0,20}}?)?{ADVERB_ZH}{SAY_ZH}的?[：:，,]?\s*$",
    sure=True,
)


ANNOUNCES = make_cue(
    "a name and a colon",
    "Ada Quill on bridges: …",
    rf"{CLAUSE_START}(?P<name>@?(?:[^\n.!?。:：,，]|{PERIOD_WITHIN_NAME}){{1,60}}?){TOPIC}\s*[:：]\s*$",
    sure=True,
    among=True,
    repeated=True,
)


BEFORE = (
    SAYS,
    SAYS_ZH,
    ANNOUNCES,
    make_cue(
        "a source",
        "according to Ada, …",
        rf"(?i:according\s+to|quoting|quote\s+from|from|by)\s+(?P<name>{NAME})\s*(?:\bthat)?[,:]?\s*$",
        among=True,
    ),
    make_cue(
        "an owner",
        "Ada's reply was …",
        rf"(?:^|[\s(])(?P<name>{NAME}['’]s?)"
        r"(?:(?:\s+[\w-]+){0,3}?|\s+(?:reply|response|answer|reaction)\s+to[^\n.!?\"]{0,40}?)"
        r"(?:\s+(?:was|is)(?:\s+that)?)?\s*[,:?]?\s*$",
        repeated=True,
    ),
    make_cue(
        "a reaction",
        "Ada disagreed. …",
        rf"{CLAUSE_START}(?P<name>{NAME})\s+{ADVERB}"
        r"(?:disagreed|agreed|demurred|countered|replied|responded|shrugged|sighed|laughed|smiled|nodded|grinned|paused|(?:pushed|shot)\s+back)\.\s*$",
    ),
    make_cue(
        "a label",
        "Speaker: Ada\nQuote: …",
        r"(?i:speaker|author)\s*[:：]\s*(?P<name>[^\n]{2,40})\n[^\n]{0,20}$",
        sure=True,
    ),
    make_cue(
        "a question",
        "did Ada really say this? …",
        rf"\b{DID}\s+(?P<name>{NAME})\s+{ADVERB}(?:ever\s+)?say(?:\s+(?:this|that|it))?\b[?:!\s]*$",
        sure=True,
    ),
    make_cue(
        "somebody's words",
        "in Ada's own words, …",
        rf"(?i:\bin)\s+(?P<name>{NAME})['’]s?\s+(?:own\s+)?words\s*[,:]?\s*$",
        sure=True,
    ),
    make_cue(
        "a Chinese question",
        "是艾达说的吗？…",
        r"(?<!不)是\s*(?P<name>[^\n。，,：:是]{1,30}?)\s*[说讲]过?的?[吗吧]?[?？：:\s]*$",
        sure=True,
    ),
    make_cue(
        "a Chinese owner",
        "艾达的原话是…",
        r"(?:^|[\n。，,；;：:！!？?]|及|和)\s*(?P<name>[^\n。，,：:]{1,30}?)"
        r"\s*(?:的(?:原话|回[应答复]|观点|看法|说法)是?|(?:说?的)?[那这]句话?|的)[：:，,]?\s*$",
    ),
    make_cue(
        "somebody's Chinese words",
        "用艾达的话说，…",
        r"(?:[用按照]|[引援]用[了过]?)\s*(?P<name>[^\n。，,：:]{1,30}?)\s*的(?:说法|原?话说?|话[来来]说)\s*[，,：:]?\s*$",
        sure=True,
    ),
    make_cue("the name on the line above", "Ada Quill\n…", r"^\s*(?P<name>[^\n]{2,40})\n\s*$"),
    make_cue("a handle", "@Ada …", r"(?P<name>@[\w.-]+(?: [A-Z][\w.-]+)?)\s*[:,]?\s*$"),
)
"""Cues before a quote."""


AFTER = (
    make_cue("a dash and the name", "… — Ada Quill, 2024", rf"^[\s.,。，]*{DASH}+\s*(?P<name>[^\n]+)", sure=True),
    make_cue("the name in brackets", "… (Ada Quill)", r"^\s*[(（\[【]\s*(?P<name>[^\n)）\]】]+)[)）\]】]", sure=True),
    make_cue(
        "a name and a verb",
        "…, Ada said",
        rf"^{NO_NEW_CLAUSE}[\s,]*(?P<name>{NAME}){ASIDE}\s+{ADVERB}(?:{SAY}|{REACT})",
        sure=True,
    ),
    make_cue(
        "a verb and a name",
        "…, said Ada",
        rf"^[\s,]*{SAY}\s+(?P<name>{NAME})(?=[\s,.!?]*$|[,.\n]|\s(?:in|on|about|to|at|of|when|after)\b)",
        sure=True,
    ),
    make_cue(
        "a name and a Chinese verb",
        "…，艾达说",
        rf"^[\s,，]*{LIKE_ZH}(?P<name>[^\n,，。:：]{{1,30}}?){ADVERB_ZH}{SAY_ZH}",
    ),
    make_cue(
        "a pronoun and the name in brackets",
        "…他（艾达）说",
        rf"^[\s,，]*[他她]\s*[(（](?P<name>[^\n()（）]{{2,30}})[)）]\s*{SAY_ZH}",
    ),
    make_cue(
        "a Chinese source",
        "…出自艾达",
        r"^[\s,，—-]*(?:这句话?)?\s*(?:出自|来自)\s*(?P<name>[^\n，,。]{2,30})",
    ),
    make_cue(
        "a source",
        "… by Ada",
        r"^\s*(?i:by|per|via|from|according\s+to|(?:attributed|credited)\s+to|(?:said|spoken)\s+by)\s+(?P<name>[^\n]+)",
    ),
    make_cue(
        "a colon and the name",
        "…: Ada on the bridge",
        rf"^\s*[:：]\s*(?P<name>{NAME})(?=\s*$|\s+(?:on|about|in|tells|to|at)\b|[,\n(])",
    ),
    make_cue(
        "a name and the topic", "… Ada on the bridge", rf"^\s*(?P<name>{NAME}),?\s+(?:on|about|talking\s+about)\b"
    ),
    make_cue(
        "whose it was",
        "… was something that Ada said",
        rf"^\s*(?:was|is|were|are|came|comes)\s+(?:{IS_FROM}\s+)*(?P<name>{NAME})(?:\s+{ADVERB}{SAY})?"
        r"(?=\s*(?:$|[\n.,;!?]|\b(?:and|but|while)\b))",
    ),
    make_cue("a handle", "… @Ada", r"^\s*(?P<name>@[\w. -]+)", loose=True),
    make_cue(
        "the name alone",
        "…\nAda Quill",
        rf"^{NO_NEW_CLAUSE}(?!\s*(?:he|she|they|i|we|it|who|is|was|this|that|did)\b)\s*(?P<name>[^\n]{{2,60}}?)\s*$",
        loose=True,
    ),
)
"""Cues after a quote."""


CORRECTING = (
    make_cue(
        "a correction",
        "Everyone thinks … was Ben but it was actually Ada.",
        r"^[^\n.!?]{0,60}?[\s,](?:but\s+)?(?:it|that)(?:\s+was|\s+is|['’]s)\s+(?:actually\s+|really\s+)?"
        rf"(?P<name>{NAME}){BARE_END}",
    ),
    make_cue(
        "a Chinese correction",
        "大家都以为…是 Ben 说的,其实是艾达说的。",
        r"^[^\n。“”\"]{0,40}?(?:其实|原来|[,，])\s*(?:其实|原来)?是\s*(?P<name>[^\n。，,：:]{1,30}?)\s*(?:[说讲]的?)?[。！!\s]*$",
    ),
)
"""Cues after a quote that correct the name before it."""


ATTRIBUTED = make_cue("a verb of attributing", "People attribute … to Ada", rf"\s*to\s+(?P<name>{NAME}){BARE_END}")
"""The cue after a quote that has a verb of attributing (`continuations.ATTRIBUTING`) before it."""


def leads_in(line: str) -> bool:
    """True if a line credits the text after it and not the text before it: it ends with a colon."""
    return line.rstrip().endswith((":", "："))
