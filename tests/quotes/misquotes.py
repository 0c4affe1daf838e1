"""English misquotes: sentences with one thing changed that changes what was said."""

from __future__ import annotations

import re

from tests.quotes.cuts import cut_governor, cut_phrase, leave_frame
from tests.quotes.numbers import change_number, change_sign, change_unit
from tests.quotes.sentences import Maker, Sentence, Source
from tests.quotes.substitutions import change_name, like_frequency, like_spelling
from tests.quotes.swaps import swap_roles

_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|can|will|would|could|should|has|have had|must)\b(?!(?: |, )?not\b|n't|\?)", re.IGNORECASE
)


_NEGATED = re.compile(r"(?<!whether or)(?<!why) not\b(?! only\b)|(?<=\w)n['\u2019]t\b| never\b", re.IGNORECASE)


def change_negation(sentence: Sentence, _source: Source) -> str | None:
    """A negation taken out, or put in."""
    text = sentence.text
    if text.endswith("?"):
        return None
    if match := _NEGATED.search(text):
        cut = text[: match.start()] + text[match.end() :]
        return re.sub(r"\b(?:ca|wo)(?= )", lambda short: {"ca": "can", "wo": "will"}[short[0]], cut)
    match = _AUXILIARY.search(text)
    return text[: match.end()] + " not" + text[match.end() :] if match else None


def stitch(sentence: Sentence, source: Source) -> str | None:
    """Half of one sentence with half of another by the same speaker, as one sentence."""
    drawn = source.chance.sample(source.sentences, min(200, len(source.sentences)))
    others = (other.text for other in drawn if other.speaker == sentence.speaker and other.text != sentence.text)
    one, other = sentence.text.split(), next(others, "").split()
    return " ".join([*one[: len(one) // 2], *other[len(other) // 2 :]]) if min(len(one), len(other)) > 9 else None


MISQUOTES: dict[str, Maker] = {
    "number": change_number,
    "unit": change_unit,
    "sign": change_sign,
    "another name": change_name,
    "negation": change_negation,
    "frame left out": leave_frame,
    "roles swapped": swap_roles,
    "word of like spelling": like_spelling,
    "word of like frequency": like_frequency,
    "cut from its governor": cut_governor,
    "cut within a phrase": cut_phrase,
    "stitched": stitch,
}
"""Each kind with what makes it."""
