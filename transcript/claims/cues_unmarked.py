"""Cues of quotes without marks, at the beginning or the end of a text.

Examples and patterns are as in `cues`.
"""

from __future__ import annotations

from transcript.claims.cues import make_cue
from transcript.claims.grammar import (
    ADVERB,
    ADVERB_ZH,
    DASH,
    DASHES,
    DID,
    LIKE_ZH,
    NAME,
    PERIOD_WITHIN_NAME,
    PLAIN_NAME,
    SAY,
    SAY_ZH,
    TOPIC,
    WAY_ZH,
)

COLON = make_cue(
    "a name and a colon",
    "Ada Quill (host): …",
    rf"^\s*(?P<name>@?(?:[^\n.!?。:：,\"]|{PERIOD_WITHIN_NAME}){{1,40}}?){TOPIC}\s*[:：]\s*(?=\S)",
    among=True,
)


TELLING = (
    make_cue(
        "who is sure, a name and a verb",
        "I am sure that Ada said …",
        r"^\s*[^\n.!?\"“”,:：]{0,50}\b(?:that|where|when|sure|remember|think|believe|heard|saw|how|true|me)"
        rf"\s+(?P<name>{NAME})\s+{ADVERB}{SAY}(?:\s+(?:that|something\s+like|this)\b|[,:])*\s+",
    ),
    make_cue(
        "a name and a verb",
        "Ada said that …",
        rf"^\s*(?P<name>{NAME})\s+{ADVERB}{SAY}(?:\s+that\b|[,:])?\s+",
    ),
    make_cue(
        "a question",
        "did Ada really say that …",
        rf"^\s*(?i:(?:@\w+\s+|(?:wait|so|hey|and|but),?\s+)*){DID}\s+(?P<name>{NAME})\s+{ADVERB}(?:ever\s+)?say(?:\s+that\b|[,:])?\s+",
    ),
    make_cue("a source", "According to Ada, …", rf"^\s*(?i:according\s+to)\s+(?P<name>{NAME})\s*,\s*"),
    make_cue(
        "a name and a Chinese verb",
        "正如艾达所说，…",
        rf"^\s*(?:[^\n。]{{0,30}}?(?:消息|讯|报道)[，,]\s*)?{LIKE_ZH}(?P<name>[^\n。，,：:]{{1,30}}?){ADVERB_ZH}{SAY_ZH}(?:{WAY_ZH}[：:，,]|[：:，,]?)\s*(?=\S)",
        among=True,
    ),
)
"""Clauses before a quote without marks, which may be its own words too."""


LEADING = (
    make_cue("a handle", "@Ada …", r"^\s*(?P<name>@[\w.-]+)\s+(?=\S)"),
    make_cue("the name on the line above", "Ada Quill\n…", r"^\s*(?P<name>[^\n]{2,40})\n\s*(?=\S)"),
)
"""Other cues before a quote without marks."""


DASHED = make_cue(
    "a name and a dash",
    "Ada Quill – …",
    rf"^\s*(?P<name>(?:[^\n.!?。:：,\"{DASHES}]|{PERIOD_WITHIN_NAME}){{2,40}}?)\s+{DASH}+\s+(?=\S)",
)


_SIGNATURE = rf"(?:[^{DASHES}\n]|(?<=\w)-(?=\w)){{2,100}}?"
"""A name and what is told of who has it, in one line without dashes but those within words."""


TRAILING = (
    make_cue(
        "a line with a dash and the name",
        "…\n— Ada",
        rf"\n\s*{DASH}+\s*(?P<name>{_SIGNATURE})\s*$",
        sure=True,
    ),
    make_cue(
        "a dash and the name",
        "… — Ada Quill",
        rf"(?:\n\s*{DASH}*|\s{DASH}+|{DASH}{{2,}}|(?<=[.!?。！？…\"”」』]){DASH}+)\s*(?P<name>{_SIGNATURE})\s*$",
        sure=True,
    ),
    make_cue(
        "a name and what they are on the next line",
        "…\n— Ada Quill\nFounder, Orval Bridges",
        rf"\n\s*{DASH}+\s*(?P<name>{_SIGNATURE})\n[^\n]{{2,60}}\s*$",
    ),
    make_cue("a handle", "… @Ada", r"\s+(?P<name>@[\w.-]{2,30})\s*$"),
    make_cue(
        "the name in brackets",
        "… (Ada Quill)",
        r"\s*[(（\[【]\s*(?P<name>[^\n()（）\[\]【】]{2,60})[)）\]】]\s*$",
        sure=True,
    ),
)
"""Cues after a quote without marks."""


ENDING = (
    make_cue("a name and a verb", "…, Ada said.", rf"[,.!?]\s*(?P<name>{PLAIN_NAME})\s+{ADVERB}{SAY}[\s.!?]*$"),
    make_cue("a verb and a name", "…, says Ada", rf"[,.!?]\s*{SAY}\s+(?P<name>{PLAIN_NAME})[\s.!?]*$"),
    make_cue(
        "a name and a Chinese verb",
        "…，正如艾达所说",
        rf"[，,。！？]\s*{LIKE_ZH}(?P<name>[^\s,，。:：！？]{{1,30}}?){ADVERB_ZH}{SAY_ZH}(?:{WAY_ZH})?[\s。！!]*$",
    ),
)
"""Clauses after a quote without marks, which may be its own words too."""
