"""Building blocks for the patterns of cues: verbs of saying, names, and the words between the two."""

from __future__ import annotations

from transcript.claims.patterns import any_of
from transcript.language.normalise import HAN_RANGES

BULLET = r"\(?(?:\d{1,2}|[a-hA-H])[.)、）/]|[-•*①-⑳]"
"""The number, the letter or the sign of an entry of a list."""


DASHES = r"\-‐-―─~～−"
"""The inside of a character class."""


DASH = rf"[{DASHES}]"


PERIOD_WITHIN_NAME = r"(?:(?<=\b\w)|(?<=\b[MDS][rst])|(?<=\bMrs))\."
"""The period of an initial or a title, which ends no sentence."""


NAME = rf"@?[^\W\d_](?:[\w'’· -]|{PERIOD_WITHIN_NAME}){{0,40}}?"
"""Words that may be a name; `mentions` decides afterwards."""


PLAIN_NAME = r"[^\W\d_][\w'’ -]{0,40}?"
"""Words that may be a name without initials, title or handle."""


ASIDE = r"(?:\s*\([^()\n]{0,60}\)|,[^,\n\".!?]{1,60},)?"
"""Words between a name and its verb: "(of Orval)", ", who laughs,"."""


ADVERB = r"(?:(?:just|once|also|only|then|later|first|[a-z]{2,}ly)\s+){0,2}"


NOT_PASSIVE = r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bgot\s)"
"""No passive before a verb of saying, so that nobody is credited with words that were told to them."""


SAY = rf"(?:{any_of('reporting_verbs.en')})\b"
"""A verb of saying."""


REACT = rf"(?:{any_of('reacting_verbs.en')})\b"
"""A verb that credits words only where they stand in quotation marks."""


GO_LIKE = rf"(?:{REACT}|(?:was|is|were|be)\s+(?:all\s+)?like\b|goes\b|going\b|went\b|drop(?:s|ped|ping)\b)"
"""A reacting verb, or an informal one: Ada was like "…"."""


SAY_ZH = rf"(?:{any_of('reporting_verbs.zh')}|告诉[^\n。，,：:“”\"「」]{{0,20}}?)"


LIKE_ZH = r"(?:正?如|就像|据)?"


WAY_ZH = r"的(?:那样|一样|一样)?"


_ADDRESSEE_ZH = r"[^\n。，,：:“”\"「」]"


_TOWARDS_ZH = (
    rf"(?:[对向跟]{_ADDRESSEE_ZH}{{1,20}}?(?=[说讲表])"
    rf"|接受{_ADDRESSEE_ZH}{{1,30}}?(?:[采专]?[访谈])[时中]?)"
)
"""The hearer, or the interview, in Chinese: 对主持人, 接受采访时."""


ADVERB_ZH = (
    r"(?:真的|所|确实|曾经?|还|也|刚|先|[却则又反]|[有没是不]{2,3}(?=[\s说讲过])|到底|究竟|竟然|居然|\s"
    rf"|[{HAN_RANGES}]{{1,2}}[着著]|{_TOWARDS_ZH})*+"
)
"""Chinese words between a name and its verb."""


DID = r"(?i:did(?:n['’]?t|\s+not)?)"


FURTHER = r"(?:(?:also|first|then|later|even|further|again|finally)\s+)*"


FURTHER_ZH = r"(?:[还又也并且再]|接[着著]|随后|然后|后来|继续)*"


ADDING = r"(?:adding|saying|warning|noting|arguing|claiming|predicting|explaining|(?:went|goes)\s+on)\b"


TOPIC = (
    r"(?:\s*\([^)]*\))?(?:\s+(?:on|about|re|in|at|to|with|when|talking\s+about|regarding)\b[^:：\n]*|\s*[,，][^:：\n]*|"
    r"\s*(?:在|谈|论|关于)[^:：\n]*)?"
)
"""Words between a name and its colon: "on chips", "(host)", ", in June"."""


CLAUSE_START = (
    r"(?:^|[\n.!?。，,:：;；()【】\[\]\"”’」』]|\d\s|\s[-–—/]\s"
    r"|\b(?:and|when|while|whereas|then|but|as|so|that|did|wow|lol|before|after|how|claim(?:s|ed|ing)?"
    r"|swears?|says|saying|thinks?|believes?|heard|saw|remember|me|us)\b)"
    r"\s*(?:at\s+)?"
)
"""The beginning of a clause in which a speaker may be named."""


NO_NEW_CLAUSE = r"(?![\s,]*(?:and|but|while|when|so|then)\b)"


IS_FROM = (
    r"(?:all|both|definitely|probably|actually|such\s+an?|peak|pure|classic|from|by|said\s+by"
    r"|(?:the|a|an)\s+[\w-]+\s+(?:from|by|of)|(?:what|something|(?:the\s+)?(?:things?|words))(?:\s+that)?)"
)
"""Words between "was" and a name: "something that", "the reply from"."""


BARE_END = r"(?=\s*(?:$|[\n.,!?]))"
"""The end of a name that is the last thing in its clause."""
