"""Honest English quotes: sentences as people write them down, which say the same."""

from __future__ import annotations

import re
import unicodedata

from tests.quotes.numbers import write_otherwise
from tests.quotes.sentences import WORD, Maker, Sentence, Source, replace_word, table, with_capital
from transcript.language.amounts import read_amounts
from transcript.language.wordforms import is_word


def as_said(sentence: Sentence, source: Source) -> str:
    """The sentence itself, in small letters or without its punctuation now and then."""
    text = sentence.text if source.chance.random() < 0.5 else re.sub(r"[,.!](?=\s|$)", "", sentence.text)
    return text.lower() if source.chance.random() < 0.3 else text


_FILLER = re.compile(
    r"\b(?:uh|um|uhm|er),? |, (?:you know|I mean|like|right|uh|um)(?=,)|(?<=, )(?:you know|I mean), "
    r"|^(?:Uh|Um|You know|I mean), ",
    re.IGNORECASE,
)


_REPEATED = re.compile(r"\b(I|the|a|and|to|we|they|it|so|in|of|is|you),? \1\b(?!,? \1)", re.IGNORECASE)


def without_fillers(sentence: Sentence, _source: Source) -> str | None:
    """Without um, you know, I mean and small words said twice."""
    text = _REPEATED.sub(r"\1", _FILLER.sub("", sentence.text))
    return with_capital(text) if text != sentence.text else None


_LONG_FORMS = table(
    "it's=it is, i'm=I am, don't=do not, can't=cannot, won't=will not, we're=we are, they're=they are, you're=you are, "
    "isn't=is not, didn't=did not, doesn't=does not, wasn't=was not, i've=I have, we've=we have, they've=they have, "
    "i'll=I will, we'll=we will, couldn't=could not, wouldn't=would not, haven't=have not, aren't=are not, "
    "weren't=were not, you've=you have, they'll=they will, shouldn't=should not"
)


_SHORT_FORMS = {long.casefold(): short for short, long in _LONG_FORMS.items()}


_SHORT = re.compile(rf"\b(?:{'|'.join(_LONG_FORMS)})\b(?! (?:been|got|gonna)\b)(?=.*[.!]$)", re.IGNORECASE)


_LONG = re.compile(rf"\b(?:{'|'.join(_SHORT_FORMS)})\b(?![,.?!])(?=.*[.!]$)", re.IGNORECASE)


def other_contractions(sentence: Sentence, _source: Source) -> str | None:
    """It is for it's, don't for do not."""
    text = sentence.text.replace("\u2019", "'")
    match = _SHORT.search(text) or _LONG.search(text)
    if match is None:
        return None
    other = (_LONG_FORMS | _SHORT_FORMS)[match[0].casefold()]
    other = other[0].upper() + other[1:] if match[0][0].isupper() else other
    return text[: match.start()] + other + text[match.end() :]


_MARKER = re.compile(
    r"^(?:So|And|Well|Yeah|Okay|OK|Now|Oh|Right|Yes)(?:,? (?:so|yeah|well|and))?,? "
    r"(?!that|far|much|many|then|what|how|why|if|I don't think)(?=.{25})",
    re.IGNORECASE,
)


_TAG = re.compile(r",? (?:right|you know|and so on|or whatever|and all that|and stuff)[.!]$")


def trimmed(sentence: Sentence, _source: Source) -> str | None:
    """Without the marker that opens the sentence, or the tag that closes it."""
    text = _TAG.sub(".", _MARKER.sub("", sentence.text))
    return with_capital(text) if text != sentence.text else None


def without_accents(sentence: Sentence, _source: Source) -> str | None:
    """Without accents."""
    apart = unicodedata.normalize("NFD", sentence.text)
    plain = "".join(character for character in apart if not unicodedata.combining(character))
    return plain if plain != sentence.text else None


def with_slip(sentence: Sentence, source: Source) -> str | None:
    """A slip of the keyboard in a word in small letters, which makes no other word."""
    found = [match for match in WORD.finditer(sentence.text) if match[0].islower() and match[0].isalpha()]
    found = [match for match in found if len(match[0]) > 5 and is_word(match[0])]
    amounts = read_amounts(sentence.text)
    for match in source.chance.sample(found, len(found)):
        slip = _slip(match[0], source)
        if not is_word(slip) and not any(amount.start <= match.start() < amount.end for amount in amounts):
            return replace_word(sentence.text, match, slip)
    return None


def _slip(word: str, source: Source) -> str:
    """Two letters that changed places, a letter left out, or one doubled."""
    at = source.chance.randrange(1, len(word) - 1)
    head, tail = word[:at], word[at:]
    return source.chance.choice((head + tail[1] + tail[0] + tail[2:], head + tail[1:], head + tail[0] + tail))


_BRITISH = table(
    "color=colour, favor=favour, behavior=behaviour, labor=labour, center=centre, organiz=organis, realiz=realis, "
    "recogniz=recognis, optimiz=optimis, analyz=analys, customiz=customis, summariz=summaris, neighbor=neighbour, "
    "honor=honour, defense=defence, catalog=catalogue, gray=grey"
)


def in_british(sentence: Sentence, _source: Source) -> str | None:
    """Colour for color, realise for realize."""
    for american, british in _BRITISH.items():
        if re.search(rf"\b{american}", sentence.text):
            return re.sub(rf"\b{american}", british, sentence.text)
    return None


def two_sentences(sentence: Sentence, _source: Source) -> str | None:
    """The sentence with the one before it."""
    before = re.split(r"(?<=[.!])\s", sentence.before.strip())[-1]
    is_whole = (
        before.endswith((".", "!")) and before[0].isupper() and "[" not in before and 3 < len(before.split()) < 15
    )
    return f"{before} {sentence.text}" if is_whole else None


_THAT = re.compile(
    r"\b(know|mean|said|hope|wish|knew|sure|feel|felt|found) that (?=(?:I|we|you|they|he|she|it|there)\b)"
)


def without_that(sentence: Sentence, _source: Source) -> str | None:
    """Without the "that" that a clause does without."""
    text = _THAT.sub(r"\1 ", sentence.text, count=1)
    return text if text != sentence.text else None


_INTENSIFIER = re.compile(
    r"( is|was| are|were|'s|'re|'m) (?:really|very|pretty|quite) "
    r"(?!long|many|much|few|sure|certain|positive)(?=[a-z]{3,})"
)


def without_intensifier(sentence: Sentence, _source: Source) -> str | None:
    """Without really, very and the like."""
    text = _INTENSIFIER.sub(r"\1 ", sentence.text, count=1)
    return text if text != sentence.text else None


HONEST: dict[str, Maker] = {
    "as said": as_said,
    "fillers out": without_fillers,
    "contractions": other_contractions,
    "numbers written otherwise": write_otherwise,
    "trimmed": trimmed,
    "accents out": without_accents,
    "slip that makes no word": with_slip,
    "British spelling": in_british,
    "two sentences": two_sentences,
    "that left out": without_that,
    "intensifier left out": without_intensifier,
}
"""Each kind with what makes it."""
