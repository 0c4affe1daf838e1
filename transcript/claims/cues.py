"""The forms in which people credit a quote, in English and Chinese, as patterns with the `name`."""

from __future__ import annotations

import re

NEAR = 240
"""Characters of what stands before or after a quote and may hold a name."""


BULLET = r"\(?(?:\d{1,2}|[a-hA-H])[.)、）/]|[-•*①-⑳]"
"""The number, the letter or the sign of what is in a list."""


DASHES = r"\-‐-―─~～−"


_DASH = rf"[{DASHES}]"


_POINT = r"(?:(?<=\b\w)|(?<=\b[MDS][rst])|(?<=\bMrs))\."
"""That of an initial or a title, and not of a sentence."""


_NAME = rf"@?[^\W\d_](?:[\w'’· -]|{_POINT}){{0,40}}?"


_ASIDE = r"(?:\s*\([^()\n]{0,60}\)|,[^,\n\".!?]{1,60},)?"
"""What may stand between a name and its verb: (of Orval), and who laughs."""


_HOW = r"(?:(?:just|once|also|only|then|later|first|[a-z]{2,}ly)\s+){0,2}"


_ACTIVE = r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bgot\s)"
"""No Ben was told."""


_SAY = (
    r"(?:said|says|say|asked|asks|added|adds|argued|argues|claimed|claims|told|explained|explains|wrote|predicted|noted"
    r"|admitted|thinks|believes|replied|replies|answered|answers|responded|responds|stated|states|mentioned|mentions"
    r"|saying|wonders|insisted|insists|suggested|suggests|warned|warns|remarked|countered|joked|tells|put\s+it)\b"
)


_ANSWERED = (
    r"(?:agreed|agrees|disagreed|disagrees|conceded|laughed|nodded|corrected|quipped|observed|wondered|confirmed|declared"
    r"|concluded|continued|continues|dismissed|called|tweeted|posted|pushed|interrupted|predicts"
    r"|(?:pushed|shot|fired|hit|clapped)\s+back|(?:jumped|chimed)\s+in|begged\s+to\s+differ)\b"
)
"""Verbs that credit a quote only where it is in marks: else they are the quote's own more often than not."""


_GOES = rf"(?:{_ANSWERED}|(?:was|is|were|be)\s+(?:all\s+)?like\b|goes\b|going\b|went\b|drop(?:s|ped|ping)\b)"


SAY_ZH = (
    r"(?:[说說][过過了]?|[问問][道了]?|表示|[认認][为為]|[觉覺]得|相信|感[叹嘆]道?|[称稱]|[讲講][过過了]?|提到|指出|回答|答道?|[谈談]到"
    r"|告[诉訴][^\n。，,：:“”\"「」]{0,20}?|直言|坦言|反[驳駁问問]|[强強][调調]|透露|[补補]充|追[问問]|回[应應]|回了一句|介[绍紹])"
)


_AS_ZH = r"(?:正?如|就像|[据據])?"


_WAY_ZH = r"的(?:那样|那樣|一样|一樣)?"


_OBJECT_ZH = r"[^\n。，,：:“”\"「」]"


_TOWARDS_ZH = (
    rf"(?:[对對向跟]{_OBJECT_ZH}{{1,20}}?(?=[说說讲講表])"
    rf"|接受{_OBJECT_ZH}{{1,30}}?(?:[采採專专]?[访訪谈談])[时時中]?)"
)


_ALSO_ZH = (
    r"(?:真的|所|[确確][实實]|曾[经經]?|[还還]|也|[刚剛]|先|[却卻则則又反]|[有没沒是不]{2,3}(?=[\s说說讲講过過])|到底|究竟|竟然|居然|\s|[\u3400-\u9fff]{1,2}[着著]"
    rf"|{_TOWARDS_ZH})*+"
)


_FURTHER = r"(?:(?:also|first|then|later|even|further|again|finally)\s+)*"


_FURTHER_ZH = r"(?:[還还又也并並且再]|接着|接著|随后|隨後|然后|然後|后来|後來|继续|繼續)*"


_DOING = r"(?:adding|saying|warning|noting|arguing|claiming|predicting|explaining|(?:went|goes)\s+on)\b"


_TOPIC = (
    r"(?:\s*\([^)]*\))?(?:\s+(?:on|about|re|in|at|to|with|when|talking\s+about|regarding)\b[^:：\n]*|\s*[,，][^:：\n]*|"
    r"\s*(?:在|谈|论|关于)[^:：\n]*)?"
)
"""What may stand between a name and its colon: on chips, (host), in June."""


_START = (
    r"(?:^|[\n.!?。，,:：;；()\"”’」』]|\d\s|\s[-–—/]\s"
    r"|\b(?:and|when|while|whereas|then|but|as|so|that|did|wow|lol|before|after|how|claim(?:s|ed|ing)?"
    r"|swears?|says|saying|thinks?|believes?|heard|saw|remember|me|us)\b)"
    r"\s*(?:at\s+)?"
)
"""Where a clause begins that names who speaks."""


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_NO_CLAUSE = r"(?![\s,]*(?:and|but|while|when|so|then)\b)"


_IS_FROM = (
    r"(?:all|both|definitely|probably|actually|such\s+an?|peak|pure|classic|from|by|said\s+by|(?:the|a|an)\s+[\w-]+\s+(?:from|by|of)"
    r"|(?:what|something|(?:the\s+)?(?:things?|words))(?:\s+that)?)"
)


AFTER = _patterns(
    rf"^[\s.,。，]*{_DASH}+\s*(?P<name>[^\n]+)",  # "…" — Ada Quill, 2024
    r"^\s*[(（\[【]\s*(?P<name>[^\n)）\]】]+)[)）\]】]",  # "…" (Ada Quill)
    rf"^{_NO_CLAUSE}[\s,]*(?P<name>{_NAME}){_ASIDE}\s+{_HOW}(?:{_SAY}|{_ANSWERED})",  # "…," Ada said
    rf"^[\s,]*{_SAY}\s+(?P<name>{_NAME})(?=[\s,.!?]*$|[,.\n]|\s(?:in|on|about|to|at|of|when|after)\b)",  # "…," said Ada
    rf"^[\s,，]*{_AS_ZH}(?P<name>[^\n,，。:：]{{1,30}}?){_ALSO_ZH}{SAY_ZH}",  # “…”，艾达说
    r"^[\s,，]*[他她]\s*[(（](?P<name>[^\n()（）]{2,30})[)）]\s*" + SAY_ZH,  # “…”他（艾达）说
    r"^[\s,，—-]*(?:[这這]句[话話])?\s*(?:出自|[来來]自)\s*(?P<name>[^\n，,。]{2,30})",  # “…”出自艾达
    # "…" by Ada
    r"^\s*(?i:by|per|via|from|according\s+to|(?:attributed|credited)\s+to|(?:said|spoken)\s+by)\s+(?P<name>[^\n]+)",
    # "…" was Ada, "…" is the reply from Ada, "…" is what Ada said
    # 'The bridge will fall': Ada on the bridge, and the same without the colon
    rf"^\s*[:：]\s*(?P<name>{_NAME})(?=\s*$|\s+(?:on|about|in|tells|to|at)\b|[,\n(])",
    rf"^\s*(?P<name>{_NAME}),?\s+(?:on|about|talking\s+about)\b",
    rf"^\s*(?:was|is|were|are|came|comes)\s+(?:{_IS_FROM}\s+)*(?P<name>{_NAME})(?:\s+{_HOW}{_SAY})?(?=\s*(?:$|[\n.,;!?]|\b(?:and|but|while)\b))",
    r"^\s*(?P<name>@[\w. -]+)",  # "…" @Ada
    # the name, on the next line or the same
    rf"^{_NO_CLAUSE}(?!\s*(?:he|she|they|i|we|it|who|is|was|this|that|did)\b)\s*(?P<name>[^\n]{{2,60}}?)\s*$",
)
"""What may follow a quote."""


CORRECTING = _patterns(
    rf"^[^\n.!?]{{0,60}}?[\s,](?:but\s+)?(?:it|that)(?:\s+was|\s+is|['’]s)\s+(?:actually\s+|really\s+)?(?P<name>{_NAME})(?=\s*(?:$|[\n.,!?]))",
    r"^[^\n。“”\"]{0,40}?(?:其[实實]|原[来來]|[,，])\s*(?:其[实實]|原[来來])?是\s*(?P<name>[^\n。，,：:]{1,30}?)\s*(?:[说說讲講]的?)?[。！!\s]*$",
)
"""What stands behind a quote that is somebody else's than whom it was taken for: but it was Ada."""


ANSWERED_WITH = re.compile(r"\b(?:answer(?:s|ed)?|(?:respond|repl|react)\w*\s+to)\b[^\n\".!?]{0,40}$")


ATTRIBUTES = re.compile(r"\b(?:attribut|credit|ascrib)(?:e|es|ed|s|ing)\b[^\n\".!?]{0,40}$")


TO_WHOM = re.compile(rf"\s*to\s+(?P<name>{_NAME})(?=\s*(?:$|[\n.,!?]))")
"""What stands around a quote that somebody attributes to Ada."""


WITH = re.compile(r"\s*(?:with|by\s+saying)\b")
"""What stands around a quote that is answered with the next one."""


LOOSE = 2
"""Of those, so many at the end may as well be a comment on it."""


BEFORE = _patterns(
    # and then Ada (of Orval) said that "…"
    rf"{_START}(?P<name>{_NAME})\)?{_ASIDE},?\s+{_HOW}{_ACTIVE}(?:{_SAY}|{_GOES})[^\n\".!?]{{0,40}}?[,:]?\s*$",
    # 艾达在节目里说“…”
    rf"(?:^|[\n。，,；;：:！!？?])\s*{_AS_ZH}(?P<name>[^\n。，,：:]{{1,30}}?)\s*(?:在[^\n，,：:。]{{0,20}}?)?{_ALSO_ZH}{SAY_ZH}的?[：:，,]?\s*$",
    rf"{_START}(?P<name>@?[^\n.!?。:：,，]{{1,60}}?){_TOPIC}\s*[:：]\s*$",  # Ada Quill on bridges: "…"
    # according to Ada, "…", was told by Ada that "…"
    rf"(?i:according\s+to|quoting|quote\s+from|from|by)\s+(?P<name>{_NAME})\s*(?:\bthat)?[,:]?\s*$",
    # Ada's reply was "…"
    rf"(?:^|[\s(])(?P<name>{_NAME}['’]s?)(?:(?:\s+[\w-]+){{0,3}}?|\s+(?:reply|response|answer|reaction)\s+to[^\n.!?\"]{{0,40}}?)"
    r"(?:\s+(?:was|is)(?:\s+that)?)?\s*[,:?]?\s*$",
    # Ada disagreed. "…"
    rf"{_START}(?P<name>{_NAME})\s+{_HOW}(?:disagreed|agreed|demurred|countered|replied|responded|(?:pushed|shot)\s+back)\.\s*$",
    # did Ada really say this? "…"
    r"(?i:speaker|author)\s*[:：]\s*(?P<name>[^\n]{2,40})\n[^\n]{0,20}$",
    rf"\b(?i:did)\s+(?P<name>{_NAME})\s+{_HOW}(?:ever\s+)?say\s+(?:this|that|it)\b[?:!\s]*$",
    rf"(?i:\bin)\s+(?P<name>{_NAME})['’]s?\s+(?:own\s+)?words\s*[,:]?\s*$",  # in Ada's words, "…"
    # 用艾达的话说，“…”
    # 是艾达说的吗？“…”，艾达的原话是“…”，艾达那句“…”
    r"(?<!不)是\s*(?P<name>[^\n。，,：:是]{1,30}?)\s*[说說讲講][过過]?的?[吗嗎吧]?[?？：:\s]*$",
    r"(?:^|[\n。，,；;：:！!？?]|及|和)\s*(?P<name>[^\n。，,：:]{1,30}?)\s*(?:的(?:原[话話]|回[应應答复復]|[观觀][点點]|看法|[说說]法)是?"
    r"|(?:[说說]?的)?[那这這]句[话話]?|的)[：:，,]?\s*$",
    r"(?:[用按照]|[引援]用[了过過]?)\s*(?P<name>[^\n。，,：:]{1,30}?)\s*的(?:[说說]法|原?[话話][说說]?|[话話][来來][说說])\s*[，,：:]?\s*$",
    r"^\s*(?P<name>[^\n]{2,40})\n\s*$",  # the name on the line before
    r"(?P<name>@[\w.-]+(?: [A-Z][\w.-]+)?)\s*[:,]?\s*$",  # @Ada "…"
)
"""What may stand before one."""


SAYING, SAYING_ZH, ANNOUNCING, FROM, OWNING, REACTING, LABELLED, ASKING, WORDS, ASKING_ZH, OWNING_ZH, WORDS_ZH = BEFORE[
    :12
]
"""Those of them, in their order: a name and a verb, in English and in Chinese, a name and a colon, and so on."""


SURE = (AFTER[0], AFTER[2], AFTER[3], SAYING, SAYING_ZH, ANNOUNCING, LABELLED, ASKING, WORDS, ASKING_ZH, WORDS_ZH)
"""Those in which a single word is a name, if it is not in general use."""


GOES_ON = _patterns(
    # "…," Ada said. "…"
    rf"^{_NO_CLAUSE}[\s,]*(?!He\b|She\b)(?:{_NAME}{_ASIDE}\s+{_HOW}(?:{_SAY}|{_ANSWERED})|{_SAY}\s+{_NAME})[^\n\".!?]{{0,40}}[.,]\s*(?:but|and|because|so)?\s*$",
    # On goats: "…"
    r"(?i)(?:^|[\n.])\s*(?:\(?(?:\d{1,2}|[a-h])[.)/]\s*|[-•*]\s*|and\s+|then\s+)?(?:on|about|regarding|first|second|third|next|finally|another)\b[^\n:：.!?\"]{0,60}[:：]\s*$",
    rf"(?i)(?:^|[\n.!?,;])\s*(?:(?:and|but|then|later|so|who|before|after)\s+)*(?P<he>(?:he|she)\s+)?{_FURTHER}"
    rf"(?:{_SAY}|{_GOES}|{_DOING})(?:\s+(?:that|this|to|in|on|about|of|how|why)\b[^\n\".!?]{{0,30}}?)?[,:.]?\s*$",
    r"(?:^|[\n.!?,;])\s*(?:And|Then|But|Later)?[a-z0-9,:'’ ]{0,40}"
    rf"\b(?P<he>he|she)\s+{_HOW}(?:{_SAY}|{_GOES})\s*,?:?\s*$",
    rf"(?:^|[\n。，,；;！!？?])\s*(?P<he>[他她])?{_FURTHER_ZH}{SAY_ZH}[：:，,。]?\s*$",
)
"""What stands between two quotes of one speaker: he also said, and added."""


REACTS = re.compile(rf"^\s*{_NAME}{_ASIDE}\s+{_HOW}{_ANSWERED}")
"""What begins a sentence on what somebody does who hears a quote."""


ASKED = re.compile(r"\b(?:ask\w*|interview\w*|question\w*|wonder\w*|him|her)\b", re.IGNORECASE)


ASKED_ZH = re.compile(r"[问問]|\bask")


DOUBTED = re.compile(r"\s*(?:是真的)?[吗嗎]\s*[?？]*\s*$")
"""A verb of asking, and the end of a question whether somebody said what is not one."""


LEADING_HE = re.compile(
    rf"(?:^|[\n.!?]|,\s*(?:where|and)\s)\s*(?:(?:there\s+)?(?:he|she)\s+{_HOW}{_SAY}|(?:the|his|her)\s+(?:[a-z]+\s+)?(?:line|quote|words?|sentence)\s+(?:is|was|were)\b"
    r"|(?:first|one|quote)\s*:)"
    r"[^\n\".!?]{0,20}[,:]?\s*$",
    re.IGNORECASE,
)


HE = re.compile(rf"^[\s,，]*(?:(?:he|she)\s+{_HOW}(?:{_SAY}|{_ANSWERED})|[他她][说說])")
"""What credits a quote, before it or behind it, to whom the words before that name, unless those tell of a question to
somebody else."""


ANSWERS = re.compile(
    r"\b(?:repl(?:ied|ies)|answer(?:ed|s)|respond(?:ed|s)|disagree[ds]?|agree[ds]?|(?:shot|pushed|fired)\s+back|countered)\b"
    r"|回[答应應]|反[驳駁]|答道"
)
"""What somebody else does."""


_ASSURING = r"[^\n.!?\"“”,:：]{0,50}\b(?:that|where|when|sure|remember|think|believe|heard|saw|how|true|me)"


COLON = re.compile(rf"^\s*(?P<name>@?[^\n.!?。:：,\"]{{1,40}}?){_TOPIC}\s*[:：]\s*(?=\S)")


TELLING = _patterns(
    # I am sure that Ada said
    rf"^\s*{_ASSURING}\s+(?P<name>{_NAME})\s+{_HOW}{_SAY}(?:\s+(?:that|something\s+like|this)\b|[,:])*\s+",
    rf"^\s*(?P<name>{_NAME})\s+{_HOW}{_SAY}(?:\s+that\b|[,:])?\s+",
    rf"^\s*(?i:(?:@\w+\s+|(?:wait|so|hey|and|but),?\s+)*did)\s+(?P<name>{_NAME})\s+{_HOW}(?:ever\s+)?say(?:\s+that\b|[,:])?\s+",
    rf"^\s*(?i:according\s+to)\s+(?P<name>{_NAME})\s*,\s*",
    rf"^\s*{_AS_ZH}(?P<name>[^\n。，,：:]{{1,30}}?){_ALSO_ZH}{SAY_ZH}(?:{_WAY_ZH}[：:，,]|[：:，,]?)\s*(?=\S)",
)


LEADING = _patterns(
    r"^\s*(?P<name>@[\w.-]+)\s+(?=\S)",
    r"^\s*(?P<name>[^\n]{2,40})\n\s*(?=\S)",
)
"""The same, before a quote without marks: a name and a colon, a name and a verb, and a name alone."""


CHINESE_NAME = re.compile(
    r"^\s*(?!.{0,5}(?:问题|结论|原文|翻译|更新|注意|例如|比如|就是|的是|他|她|我|你|这|那|说))[\u3400-\u9fff·]{2,7}[:：]\s*(?=.{6})"
)


TRAILING = _patterns(
    rf"(?:\n\s*{_DASH}*|\s{_DASH}+|{_DASH}{{2,}}|(?<=[.!?。！？…\"”」』]){_DASH}+)\s*(?P<name>[^{DASHES}\n]{{2,60}}?)\s*$",
    rf"\n\s*{_DASH}+\s*(?P<name>[^{DASHES}\n]{{2,60}}?)\n[^\n]{{2,60}}\s*$",  # and what he is, on the next line
    r"\s*[(（\[【]\s*(?P<name>[^\n()（）\[\]【】]{2,60})[)）\]】]\s*$",
)


ENDING = _patterns(
    rf"[,.!?]\s*(?P<name>[^\W\d_][\w'’ -]{{0,40}}?)\s+{_HOW}{_SAY}[\s.!?]*$",
    rf"[,.!?]\s*{_SAY}\s+(?P<name>[^\W\d_][\w'’ -]{{0,40}}?)[\s.!?]*$",
    rf"[，,。！？]\s*{_AS_ZH}(?P<name>[^\s,，。:：！？]{{1,30}}?){_ALSO_ZH}{SAY_ZH}(?:{_WAY_ZH})?[\s。！!]*$",
)
"""And after one: a name, and a name and a verb."""
