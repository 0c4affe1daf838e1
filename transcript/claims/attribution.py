"""Whom a quote is credited to, in the forms in which people write that, in English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from transcript.claims.cues import (
    AFTER,
    ANNOUNCING,
    ANSWERED_WITH,
    ANSWERS,
    ASKED,
    ASKED_ZH,
    ATTRIBUTES,
    BEFORE,
    CHINESE_NAME,
    COLON,
    CORRECTING,
    DASHES,
    DOUBTED,
    ENDING,
    FROM,
    GOES_ON,
    HE,
    LEADING,
    LEADING_HE,
    LOOSE,
    NEAR,
    OWNING,
    REACTS,
    SAYING,
    SAYING_ZH,
    SURE,
    TELLING,
    TO_WHOM,
    TRAILING,
    WITH,
)
from transcript.claims.mentions import LONGEST, Known, cleaned, differs, is_person, mentions, named, others

_SENTENCES = re.compile(r"[.!?\n。！？]")


_CLAUSES = re.compile(rf"{_SENTENCES.pattern}|(?:^|,)\s*(?:and|but|while|when|so|then)\b")


def around(before: str, after: str, known: Known, *, loosely: bool = True) -> str | None:
    """The name in what stands before or after a quote; `loosely` also one that just stands after it."""
    told = [match for pattern in CORRECTING if (match := pattern.match(after, 0, NEAR))]
    if ATTRIBUTES.search(before, max(0, len(before) - NEAR)) and (match := TO_WHOM.match(after, 0, NEAR)):
        told.append(match)
    for match in told:
        name = _name_in(match, known)
        if name and known(name):
            return name
    if WITH.match(after) and ANSWERED_WITH.search(before, max(0, len(before) - NEAR)):
        return None
    found = [pattern.match(after, 0, NEAR) for pattern in AFTER]
    found_before = [match for pattern in BEFORE for match in _nearest(pattern, before, known)]
    for match in (*found[:-LOOSE], *found_before, *(found[-LOOSE:] if loosely else [])):
        name = _name_in(match, known) if match else None
        if name:
            return name
    return None


def _name_in(match: re.Match[str], known: Known) -> str | None:
    """The name in what a form has where one stands."""
    return named(match["name"], known, within=match.re in (ANNOUNCING, FROM), single=match.re in SURE)


def _nearest(pattern: re.Pattern[str], before: str, known: Known) -> list[re.Match[str]]:
    """Where the pattern matches: of names with a verb or a colon, those nearer to the quote first."""
    if pattern is ANNOUNCING and not announces(before):
        return []
    found = []
    match = pattern.search(before, max(0, len(before) - NEAR))
    while match:
        found.append(match)
        again = pattern in (SAYING, ANNOUNCING, OWNING)
        match = pattern.search(before, match.start("name") + 1) if again else None
    if pattern is ANNOUNCING:
        # The clause that a speaker's name begins, and not one that is about somebody: Ada, talking to Ben: "…"
        return [*(match for match in found[:0:-1] if _begins(match["name"], known)), *found[:1]]
    return found[::-1]


def _begins(written: str, known: Known) -> bool:
    """Whether a speaker's name stands at the beginning."""
    words = cleaned(written).split()
    return any(known(" ".join(words[:size])) for size in (1, 2, 3) if size <= len(words) and words[0][:1].isupper())


def leads_in(between: str, known: Known) -> int | None:
    """Where in what stands between two quotes the words with a name and a verb begin that credit the second one."""
    for pattern in (SAYING, SAYING_ZH, ANNOUNCING):
        for match in _nearest(pattern, between, known):
            if _name_in(match, known):
                return match.start()
    return None


def goes_on(lead: str, speaker: str, between: str, known: Known) -> bool:
    """Whether what stands between two quotes says that the `speaker` of the first, whom `lead` may lead in, went on.
    Not where "he" may be another speaker who is named, or answers, nor where the verb may be another's."""
    match = says_on(between)
    if match is None:
        return False
    sentence = _SENTENCES.split(lead[-NEAR:])[-1]
    if match.groupdict().get("he"):
        return not ANSWERS.search(match.group()) and not others(f"{sentence} {between[-NEAR:]}", speaker, known)
    return not names_another(sentence.partition(speaker)[0], speaker, known)


def continues(between: str) -> bool:
    """Whether what stands between two quotes credits the first one, so that the second one goes on with it."""
    return GOES_ON[0].match(between, 0, NEAR) is not None


def meant(before: str, behind: str, known: Known) -> str | None:
    """Whom "he said" means before a quote or behind it: the one speaker whom the words before name."""
    before = before[-NEAR:]
    if not (HE.match(behind) or LEADING_HE.search(before)) or ASKED.search(before):
        return None
    found = mentions(before, known)
    # Who owns what is spoken of is hardly meant.
    likely = [one for one in found if not one.owns] or found
    return likely[-1].name if likely and not any(differs(one, likely[-1].name) for one in likely) else None


def reacts(behind: str) -> bool:
    """Whether what stands behind a quote that is a sentence says what somebody did who heard it."""
    return REACTS.match(behind, 0, NEAR) is not None


def says_on(between: str) -> re.Match[str] | None:
    """Where what stands between two quotes says that somebody went on."""
    matches = (pattern.search(between, max(0, len(between) - NEAR)) for pattern in GOES_ON)
    return next(filter(None, matches), None)


def names_another(text: str, speaker: str, known: Known) -> bool:
    """Whether a clause names another speaker who may be its subject."""
    clause = _CLAUSES.split(text[:NEAR])[0]
    return not all(one.towards for one in others(clause, speaker, known))


class Credited(NamedTuple):
    """A text less whom it credits itself to; that name; and the words that credit it before and after it, where they
    make a sentence with it, so that they may be the text's own."""

    text: str
    name: str | None = None
    lead: str = ""
    trail: str = ""


def without(text: str, known: Known) -> Credited:
    """What a text without quotation marks says, and who is to have said it."""
    return (
        _without_trail(text, TRAILING, known)
        or _without_lead(text, known)
        or _without_trail(text, ENDING, known)
        # Whose it is cannot be told: it may be the Chinese for a name that the transcripts have in English only.
        or Credited(CHINESE_NAME.sub("", text, count=1))
    )


def led(text: str, known: Known) -> Credited:
    """The same for a text that only its first words may credit to anybody."""
    return _without_lead(text, known) or Credited(text)


def _without_trail(text: str, patterns: Sequence[re.Pattern[str]], known: Known) -> Credited | None:
    for pattern in patterns:
        match = pattern.search(text, max(0, len(text) - NEAR))
        name = _name_in(match, known) if match else None
        if match and name and match.start():
            return Credited(text[: match.start()], name, trail=match.group() if patterns is ENDING else "")
    return None


def _without_lead(text: str, known: Known) -> Credited | None:
    for pattern in (COLON, *TELLING, *LEADING):
        match = pattern.match(text, 0, NEAR)
        name = cleaned(match["name"]) if match else ""
        if match and name and (known(name) or (pattern is COLON and is_person(name))):
            said = text[match.end() :]
            if pattern in TELLING:
                return Credited(said if ASKED_ZH.search(match.group()) else DOUBTED.sub("", said), name, match.group())
            return Credited(said, name)
    return None


def leads(line: str, known: Known) -> bool:
    """Whether a line begins with a speaker and a colon."""
    match = COLON.match(line, 0, NEAR)
    return match is not None and known(cleaned(match["name"]))


def heads(line: str, known: Known) -> bool:
    """Whether a line begins what a speaker says: with the name and a colon, or it is nothing but the name."""
    name = line.strip(" *:：.")
    return leads(line, known) or (1 < len(name) < LONGEST and len(name.split()) <= 3 and known(name))


def signs(line: str, known: Known) -> bool:
    """Whether a line ends with whom it is credited to, a speaker, or is nothing but that."""
    credited = _without_trail(line, TRAILING, known)
    name = (credited.name if credited else line.strip(f" *{DASHES}")) or ""
    return bool(name) and len(name) < LONGEST and len(name.split()) <= 3 and known(name)


def leader(text: str, known: Known) -> str | None:
    """The speaker with whom, and a colon, a text begins, if it goes on after that."""
    match = COLON.match(text, 0, NEAR)
    name = cleaned(match["name"]) if match else ""
    return name if name and known(name) else None


def alone(line: str, known: Known) -> str | None:
    """The name in a line that does nothing but credit a quote."""
    name = cleaned(line) if len(line) < 2 * LONGEST else ""
    if name and (known(name) or is_person(name)):
        return name
    match = COLON.match(f"{line} .", 0, NEAR)
    return _name_in(match, known) if match else None


def announces(line: str) -> bool:
    """Whether the line credits what comes after it and not what stands before."""
    return line.rstrip().endswith((":", "："))
