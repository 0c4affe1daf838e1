"""Which passages are worth quoting: those that a reader understands without what stands around them.

Whole sentences of one speaker, of a readable length, that open with no "Yeah, so" and no pronoun for something said
before, run on no fillers, and say something; and no clip from the teaser with which an episode begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from transcript.language.sentences import Range, glue, sentences
from transcript.models import Language, Segment

LENGTH: dict[Language, tuple[int, int]] = {"en": (60, 350), "zh": (24, 160)}
"""The fewest and the most characters. A Chinese sign says about as much as two or three letters."""


TEASER = 180.0
"""Seconds at an episode's beginning within which clips of later words are looked for."""


_OPENINGS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(yeah|yes|yep|no|nope|so|and|but|or|nor|because|cause|well|okay|ok|oh|ah|um|uh|right|sure|like|then|also|now"
        r"|which|who|whose|that|that's|this|these|those|it|it's|its|they|they're|their|them|he|he's|his|she|she's|her"
        r"|i mean|you know|thank|thanks|welcome|hello|hi|hey|exactly|cool|great|awesome|absolutely|definitely|maybe"
        r"|i want to (?:talk|ask)|all right|the other|until|i wanted to|let's|let me|obviously|anyway|again|basically"
        r"|plus|not|same|therefore"
        r"|depends|seems|sounds|looks|day to day|for (?:certain|some|those)"
        r"|we're (?:just|going)|i'm going|\w+, but|hence|otherwise|instead|especially|even|to|than)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(是的|是啊|对|好的|好吧|好[,\uff0c]|嗯|哦|啊|所以|但|而|然后|因为|那|不[,\uff0c]|不是|没错|他|她|它|这|其|并且|而且|或者|另外"
        "|再|至于|总之|随后|作为|与此同时|让我们|从某种|尽管如此|以前|随着|问题在于|你|您|此外|因此|于是|同样|比如|例如|当然|其实|现在|就像|就是|谢谢|非常感谢|欢迎|你好|也|还|只是|否则|可|不过)"
    ),
}


_FILLERS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(you know|i mean|sort of|kind of|,? like|basically|literally|whatever|et cetera|um|uh|right\?|okay\?)",
        re.IGNORECASE,
    ),
    "zh": re.compile("你知道|对吧|我的意思是|就像是?|之类的|什么的|怎么说"),
}


_LIKE_THAT_IS_MEANT = re.compile(
    r"\b(would|feel|feels|look|looks|sound|sounds|things|something|is|people) like\b", re.I
)


_LEANING: dict[Language, re.Pattern[str]] = {
    # A pronoun among the first words, where nothing has been named that it could stand for.
    "en": re.compile(
        r"(?:[\w'’-]+[, ]+){0,5}(they|them|their|he|him|his|she|her|it|its|this|that|these|those)\b"
        r"|there(?:['’]s| is| are) (?:[\w'’-]+ ){1,6}(?:it|them|this|that)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r".{0,7}(他们|她们|它们|他|她|它|这|那|其)"),
}


_TO_EACH_OTHER: dict[Language, re.Pattern[str]] = {
    # What the people in the room say to one another, or of what was said before.
    "en": re.compile(
        r"\b(?:talk(?:ing)? (?:to|with) you|(?:want|going|like) to (?:talk|ask)|let'?s (?:start|talk|move|get|go)"
        r"|i'?m sure you|seen you|you (?:said|mentioned|asked|probably|just go)|your (?:thoughts|take|view|opinion)"
        r"|(?:read|talk) about (?:that|it)|sorry|excuse me|hold on|in there|start there|(?:all|like) (?:these|those)"
        r"|these different|that whole thing|you['’]ve heard|vice versa|because of (?:that|this)|it['’]s not the"
        r"|(?:going|go|went|been) there|\w+ too\.|is like"
        r"|like,? okay|(?:was|is|were|'s|'re) like,? (?:no|yes|oh|hey|well|what)\b)",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?:跟|和|与|同)[你您](?:聊|谈|说|交谈)|我(?:们|还|也)*(?:来|先|就|想|今天|要)+(?:具体)?(?:聊|谈|说说|问)|[你您](?:刚才|刚刚|之前)?(?:说|提到|问)"
        "|[你您](?:每天|觉得|认为|知道)|相信[你您]|让我们|[你您]的(?:看法|听众)|问问[你您]|抱歉|不好意思|请问"
    ),
}


_RETOLD: dict[Language, re.Pattern[str]] = {
    # Shortly before the passage somebody else is made to speak, and who speaks there is not who is named.
    "en": re.compile(
        r"\b(?:(?:was|were|he's|she's|they're|he|she|they) like|(?:he|she|they) (?:said|says?|goes|go))\b,? "
        r"(?:[^.!?]*[.!?] ?){0,1}$",
        re.IGNORECASE,
    ),
    "zh": re.compile("(?:他|她|他们|有人|告诉.{1,6})说[^。!?！？]{0,12}[:：,，][^”]*$"),
}


RETOLD = 90
"""Characters before a passage in which that is looked for."""


_AGAIN = re.compile(r"[.!?] (?:or|nor|and you)\b", re.IGNORECASE)
"""A later sentence that only goes on with an earlier one."""


_FIRST: dict[Language, int] = {"en": 25, "zh": 9}
"""The fewest characters of the first of several sentences; a shorter one is an answer to something."""


_VERB = re.compile(
    r"(?<!\bto )\b(?:am|is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|shall|should|may|might"
    r"|must|cannot|\w+n['’]t|\w+['’](?:re|ve|ll|d|m)|(?:it|that|there|he|she|who|what|here|this|every\w+|nobody|some\w+)['’]s"
    r"|ain|gets?|got|goes|went|go|comes?|came|makes?|made|takes?|took|gives?|gave|says?|said|sees?|saw|knows?|knew"
    r"|thinks?|thought|wants?|needs?|likes?|loves?|hates?|feels?|felt|finds?|found|keeps?|kept|lets?|means?|meant"
    r"|tells?|told|asks?|shows?|turns?|runs?|ran|works?|uses?|tries|try|believes?|becomes?|became|begins?|began|starts?"
    r"|stops?|happens?|brings?|brought|buys?|bought|sells?|sold|pays?|paid|builds?|built|holds?|held|carries|carry"
    r"|writes?|wrote|reads?|grows?|grew|loses?|lost|wins?|won|lives?|dies|learns?|helps?|hears?|heard|speaks?|spoke"
    r"|stands?|stood|sits?|sat|moves?|changes?|puts?|sets?|leads?|led|leaves?|left|meets?|met|costs?|looks?|seems?"
    r"|depends?|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
"""Words that make a clause of a sentence; what has none of them is hardly one."""


_REPEATED = re.compile(r"\b(\w+(?:['’]\w+)?(?: \w+(?:['’]\w+)?)?),? \1\b", re.IGNORECASE)


_TRAILING_OFF = re.compile(r"\b(?:right|okay|you know)\?|…|\.\.|--|——?$|\[|\(|\?\s*\S*$")


_WHOLE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"[A-Z0-9\"“$].*[.!][\"”]?", re.DOTALL),
    "zh": re.compile(r".*[。!\uff01][”」]?", re.DOTALL),
}


_CUT_SHORT = re.compile(
    r"\b(a|an|the|to|of|and|or|but|so|is|are|was|like|with|for|in|on|their|his|her|my|your)\.$", re.IGNORECASE
)


_WORD = re.compile(r"[a-z']{4,}|[A-Z][A-Za-z]+|\d[\d.,]*|[\u4e00-\u9fff]")


_SHINGLE = 5


@dataclass(frozen=True, slots=True)
class Quotable:
    """A passage: characters `span` of segment `segment`'s text, which can run on into the same speaker's next ones."""

    segment: int
    span: Range
    language: Language
    speaker: str | None
    chapter: int | None
    text: str


def quotable(segments: Sequence[Segment], language: Language) -> list[Quotable]:
    """Every quotable passage of an episode, in its order and apart from each other."""
    teaser_end = _teaser_end(segments)
    said = [segment for segment in segments if segment.start is None or segment.start >= teaser_end]
    found: list[Quotable] = []
    for _, group in groupby(said, attrgetter("speaker")):
        run = [segment for segment in group if segment.text.get(language)]
        found.extend(_of_run(run, language))
    return found


def _of_run(run: Sequence[Segment], language: Language) -> Iterable[Quotable]:
    """Of each place the fewest sentences that are enough."""
    text = glue(language).join(segment.text[language] for segment in run)
    least, most = LENGTH[language]
    ranges = sentences(text, language)
    at = 0
    while at < len(ranges):
        start, last = ranges[at][0], at
        while ranges[last][1] - start < least and last + 1 < len(ranges):
            last += 1
        end = ranges[last][1]
        retold = _RETOLD[language].search(text[max(0, start - RETOLD) : start])
        if least <= end - start <= most and not retold and stands_alone(text[start:end], language):
            yield _placed(run, (start, end), text[start:end], language)
            at = last
        at += 1


def _placed(run: Sequence[Segment], span: Range, text: str, language: Language) -> Quotable:
    """The passage with its span counted from the segment in which it begins."""
    begin = 0
    for segment in run:
        following = begin + len(segment.text[language]) + len(glue(language))
        if span[0] < following:
            break
        begin = following
    within = (span[0] - begin, span[1] - begin)
    return Quotable(segment.index, within, language, segment.speaker, segment.chapter, text)


def stands_alone(text: str, language: Language) -> bool:
    """Whether the passage can be understood, and is worth reading, by itself."""
    if not _WHOLE[language].fullmatch(text) or _OPENINGS[language].match(text) or _LEANING[language].match(text):
        return False
    if _TO_EACH_OTHER[language].search(text) or _AGAIN.search(text) or not _are_clauses(text, language):
        return False
    if _TRAILING_OFF.search(text) or _REPEATED.search(text) or _CUT_SHORT.search(text):
        return False
    words = len(text.split()) if language == "en" else len(text) // 2
    fillers = len(_FILLERS[language].findall(_LIKE_THAT_IS_MEANT.sub("", text)))
    return fillers * 25 <= words and len({word.casefold() for word in _WORD.findall(text)}) >= 6


def _are_clauses(text: str, language: Language) -> bool:
    """Whether each sentence says something, and the first is not only an answer."""
    parts = [text[start:end] for start, end in sentences(text, language)]
    if len(parts) > 1 and (len(parts[0]) < _FIRST[language] or parts[0][-1] in "?？"):
        return False
    if any(text.count(one) != text.count(other) for one, other in ("“”", "「」", "()", "（）")) or text.count('"') % 2:
        return False
    return language != "en" or all(map(_VERB.search, parts))


def _teaser_end(segments: Sequence[Segment]) -> float:
    """When the clips of later words end, with which an episode can begin; 0.0 if it begins with none."""
    timed = [segment for segment in segments if segment.start is not None]
    early = [segment for segment in timed if (segment.start or 0.0) < TEASER]
    later = {shingle for segment in timed[len(early) :] for shingle in _shingles(segment)}
    clips = [segment for segment in early if (own := _shingles(segment)) and len(own & later) * 2 >= len(own)]
    return max((clip.end or 0.0 for clip in clips), default=0.0)


def _shingles(segment: Segment) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", next(iter(segment.text.values()), "").casefold())
    return {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
