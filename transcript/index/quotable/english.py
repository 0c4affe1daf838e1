"""The rules of quotable passages in English."""

from __future__ import annotations

import re
from functools import cache

from transcript.index.quotable.rules import Rules
from transcript.language.wordlist import any_of, read_rows, read_words

_PRONOUN = r"(?:[\w'’-]+[, ]+){0,5}(?:they|them|their|he|him|his|she|her|it|its|this|that|these|those)\b"
"""A pronoun among the first words, where nothing has been named that it could stand for."""


_SAYS = any_of(
    ("know", "knew", "think", "thought", "say", "says", "said", "saying", "tell", "told", "believe", "find", "found",
     "shown", "feel", "hope", "realized?", "noticed?", "mean", "fact", "idea", "thing", "sure", "aware", "convinced",
     "true", "agree", "see", "learned", "guess", "assume")
)  # fmt: skip
"""Words after which that begins a clause."""


_BEING = (
    r"(?:is|was|were|are|would|could|will|can|has|had|does|did|may|might|should|must|means?|makes?|one|part|way|point"
    r"|definitely|really|actually|probably|kind|sort|it|he|she|they|this|these|those)\b"
)
"""Words before which that is a thing, or the clause begins with another pronoun."""


_NO_QUALITY = (
    r"(?:\w+ing|used|supposed|able|meant|designed|about|ready|up|down|back|here|there|according|due|close|similar)\b"
)
"""Words that say of it what it does, where it is not a mere subject for what is easy, hard or important to do."""


_NO_PRONOUN_THAT = (
    r"\b(?=\w)"
    r"(?:that (?=(?:I|we|you|the|a|an|my|our|your|there|if|when|people|most|some|all|every\w*|no|[A-Z][\w'’-]*)\b)"
    r"|(?i:an?|the|any|no|every|one|some(?:thing|body|one)|any(?:thing|body|one)|every(?:thing|body|one)|people)"
    r" (?:[\w'’-]+ ){0,2}that\b"
    rf"|(?:{_SAYS})(?: you| me| people| them)? that (?!{_BEING}))"
)
"""A clause that depends on a verb or belongs to a noun."""


_NO_PRONOUN = (
    r"[iIt](?<!\w.)(?:(?<=[iI])[tT](?:['’]s| is| was| would be|['’]d be|['’]ll be| can be)"
    rf"(?: \w+ly| so| very| just| not| as| more)* (?!{_NO_QUALITY})\w+(?: for [\w’']+(?: [\w’']+)?)? to\b"
    r"|(?<=[iI])[tT](?: just| only| always)? takes?(?: \w+){1,3} to\b"
    r"|(?<=t)his (?=(?:year|decade|century|world|country|week|month|generation|industry|planet)\b))"
)
"""A subject that stands for what follows, or a time and a place that everybody knows."""


_TAG = r",? (?:right|you know)\?$"
"""A question at the end that asks for no answer."""


_JOINED = r"(?:(?:And|But|So|Now)\b,?|(?:Well|Look|Listen|Like|I mean),) "
"""A word that joins a sentence to the one before, without which it says the same."""


_THERE_IS_ONE = r"there(?:['’]s| is| are) (?:[\w'’-]+ ){1,6}(?:it|them|this|that)\b"
"""There is a lot of that."""


_TO_EACH_OTHER = (
    "talk(?:ing)? (?:to|with) you",
    *(f"{verb} to (?:talk|ask)" for verb in ("want", "going", "like")),
    "let'?s (?:start|talk|move|get|go)",
    "i'?m sure you",
    "seen you",
    "you (?:said|mentioned|asked|probably|just go|can confirm)",
    r"you['’](?:ve heard|re (?:\w+ )?right|re working on)",
    "your (?:thoughts|take|view|opinion|question)",
    "my question",
    "sorry",
    "excuse me",
    "hold on",
    "in there",
    "start there",
    "i don['’]t know(?:,| if you| how to say)",
    "i guess i",
    "i mentioned",
    "as i said",
    "if i remember",
    "it was you",
    "long story short",
    "this (?:website|episode|show|book|article)",
    "an example i",
)
"""Words that the people in the room say to one another."""


_OF_BEFORE = (
    *(f"{verb} about (?:that|it)" for verb in ("read", "talk")),
    *(f"{word} (?:these|those)" for word in ("all", "like")),
    "these different",
    "that (?:whole thing|way)",
    "vice versa",
    *(rf"{word} (?:that|this)\b" for word in ("because of", "than")),
    "it['’]s not the",
    *(f"{verb} there" for verb in ("going", "go", "went", "been")),
    "between then",
    "at that (?:time|point|moment)",
    "back then",
    "those away",
    "is like",
    *(
        rf"{word} that(?! (?:the|i|we|you|an?|people|there)\b)"
        for word in ("in", "of", "on", "for", "with", "about", "from", "to", "by", "under", "after", "before")
    ),
    *(
        rf"{word} (?:those|these)\b(?! (?:who|of|that|in|\w+(?: \w+)?s)\b)"
        for word in ("of", "on", "with", "like", "about", "from", "to", "for")
    ),
    *(rf"{word} t?here\b" for word in ("right", "up", "down", "over")),
    *(
        rf"{verb} (?:this|that)\b"
        for verb in ("foreseen?", "confirm", "plug", "understand", "doing", "did", "saw", "seen")
    ),
)
"""Words that only make sense after what was said before."""


_ACTS = r"like,? (?:no|yes|oh|hey|well|what)\b"


_ACTED = ("like,? okay", f"was {_ACTS}", f"is {_ACTS}", f"were {_ACTS}")
"""Speech that is acted: and he was like, no."""


_GOING_ON = r"(?:or|nor|and you)\b"
"""A later sentence that only goes on with an earlier one."""


_MADE_TO_SPEAK = r"\b(?:(?:was|were|he's|she's|they're|he|she|they) like|(?:he|she|they) (?:said|says?|goes|go))\b,? "
"""Somebody else is made to speak."""


_ONE_SENTENCE = r"(?:[^.!?]*[.!?] ?){0,1}$"


_FILLER = r"\b(?:you know|i mean|sort of|kind of|,? like|basically|literally|whatever|et cetera|um|uh|(?:right|okay)\?)"


_NO_FILLER = (
    r"(?:\b(?:would|feels?|felt|looks?|looked|sounds?|seems?|treated|acts?|things|something|anything|is|people|not|more)"
    r"|['’]d) like\b|\b(?:i|you|we|they|who|people) like (?=(?:to|the|it|how|when|my|your|their)\b)"
    r"|\b(?:a|the|that|this|any|some|what|same|every) (?:sort|kind) of\b"
)
"""Like as a verb and in comparisons; kinds of something."""


_CONTRACTED_VERB = (
    r"\w+n['’]t|\w+['’](?:re|ve|ll|d|m)"
    r"|(?:it|that|there|he|she|who|what|here|this|every\w+|nobody|some\w+)['’]s"
)


@cache
def english_rules() -> Rules:
    """The rules of English."""
    rows = read_rows("leaning_openings.en")
    openings = any_of(" ".join(map(re.escape, row)) for row in rows)
    replies = any_of(re.escape(row[0]) for row in rows if len(row) == 1)
    addressing = any_of([*(rf"{words}\b" for words in _TO_EACH_OTHER), *_OF_BEFORE, *_ACTED])
    verbs = any_of(read_words("finite_verbs.en"))
    return Rules(
        fewest=60,
        most=350,
        fewest_of_first=25,
        word_length=6,
        leaning=re.compile(rf"(?:{openings}|\w+, but)\b|{_PRONOUN}|{_THERE_IS_ONE}"),
        reply=re.compile(rf"(?:{replies})\b"),
        addressing=re.compile(rf"\b(?:(?=\w)(?:{addressing})|'(?:s|re) {_ACTS}| too\.)"),
        going_on=re.compile(_GOING_ON),
        retelling=re.compile(_MADE_TO_SPEAK + _ONE_SENTENCE),
        filler=re.compile(_FILLER),
        no_filler=re.compile(_NO_FILLER),
        telling=re.compile(r"[a-z']{4,}|[A-Z][A-Za-z]+|\d[\d.,]*"),
        no_leaning=re.compile(_NO_PRONOUN),
        no_leaning_that=re.compile(f"{_NO_PRONOUN_THAT}|{_NO_PRONOUN}"),
        joined=re.compile(_JOINED),
        tag=re.compile(_TAG),
        clause=re.compile(rf"\b(?=\w)(?<!\bto )(?:{verbs}|[a-z]{{3,}}ed|{_CONTRACTED_VERB})\b"),
    )
