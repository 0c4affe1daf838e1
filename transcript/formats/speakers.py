"""Names of speakers: tells them from other words before a colon, and joins several spellings of one name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import category

from transcript.formats.cues import Cue, Reading
from transcript.formats.markup import UNPRINTABLE
from transcript.language.lexicon import STOP_WORDS
from transcript.language.wordlist import read_words

LABEL = re.compile(r"(?P<name>[^:：<>\n]{1,60}?)\s*[:：](?=\s|$|[^\W\d_]|[\"“'‘\[(♪])\s*")
"""Words before a colon at the beginning of a line; not the hour of `10:30`, nor an address."""


NOBODY = frozenset({"", "unknown", "unknown speaker", "unidentified speaker", "unidentified", "speaker", "n/a", "none",
                    "null", "?", "??", "???"})  # fmt: skip
"""Names that files write where they do not know who speaks."""


NO_NAMES = frozenset(read_words("labels_of_nobody"))
"""Words that stand before a colon and name nobody, in small letters."""


_PARTICLES = frozenset(read_words("name_particles"))


_NUMBERED_SPEAKER = re.compile(
    r"(?:speaker|spk|spkr|sprecher|participant|s)[\s_#-]*(?P<number>\d{1,3}|[A-Z])", re.IGNORECASE
)


_NAME_WORD = re.compile(r"[^\W\d_](?:[\w.'’`-]*[\w.'’)])?\.?|#?\d{1,3}|&|and|und|et", re.UNICODE)


ROLES = frozenset(read_words("speaker_roles.en"))


_BEHIND_COMMA = re.compile(r"\s*,\s*(?P<tail>[^,]{1,30})$")
"""A role or a title behind a name: `Ada Quill, HOST` and `Ada Quill, PhD`."""


_TITLE = re.compile(r"(?:[A-Z]\.?){2,5}|[A-Z][a-z]?\.?[A-Z]{1,3}\.?|[JS]r\.?")


MOST_SPEAKERS = 1_000
"""A larger number is no speaker's."""


MOST_PARTS = 5
"""Words of a name."""


LONGEST_NAME = 100
"""Characters of a name, with its title and where its bearer works."""


LONGEST_UNCASED = 8
"""Characters of a word of a name in a script without capital letters."""


_REMARK = re.compile(r"\s*[(\[][^()\[\]]{1,40}[)\]]$")
"""A remark behind a name: `(V.O.)`, `(she/her)`, where its bearer works."""


SHARE_OF_CUES = 0.9
"""Share of a file's cues with a name from which a cue without one is nobody's."""


def tidy(name: object) -> str | None:
    """A name as it is shown; None for nobody. A numbered speaker is `Speaker 1`, by the file's own number."""
    if isinstance(name, bool) or name is None:
        return None
    if isinstance(name, int | float):
        return f"Speaker {int(name)}" if 0 <= name < MOST_SPEAKERS else None
    return _tidy_name(name) if isinstance(name, str) else None


@lru_cache(maxsize=1_000)
def _tidy_name(name: str) -> str | None:
    name = " ".join(UNPRINTABLE.sub("", name).split()).strip(" :：-–—*_>")
    if (behind := _BEHIND_COMMA.search(name)) and ROLES.issuperset(behind["tail"].casefold().split()):
        name = name[: behind.start()]
    if name.casefold() in NOBODY:
        return None
    if match := _NUMBERED_SPEAKER.fullmatch(name):
        number = match["number"]
        return f"Speaker {int(number) if number.isdigit() else number.upper()}"
    return name[:LONGEST_NAME]


def coded(label: object) -> str | None:
    """The name that a service gives a voice, in an object of its own or by a number or a letter: 0 is `Speaker 0`."""
    if label is None:
        return None
    if isinstance(label, list) and label:
        label = label[0]
    if isinstance(label, dict):
        label = label.get("name", label.get("username"))
    if isinstance(label, str) and re.fullmatch(r"\d{1,3}|[A-Z]", label.strip()):
        return f"Speaker {label.strip()}"
    return tidy(label)


def is_name(words: str) -> bool:
    """True if words before a colon look like a person's name or a role."""
    words = words.strip()
    if len(words) > LONGEST_NAME:
        return False
    if _NUMBERED_SPEAKER.fullmatch(words):
        return True
    bare = without_accents(re.sub(r"\s*[(\[][^()\[\]]{0,40}[)\]]", "", words).strip())
    if behind := _BEHIND_COMMA.search(bare):
        tail = behind["tail"]
        bare = bare[: behind.start()] if _TITLE.fullmatch(tail) or ROLES.issuperset(tail.casefold().split()) else ""
    parts = bare.replace("/", " ").split()
    if not 0 < len(parts) <= MOST_PARTS or not all(map(_NAME_WORD.fullmatch, parts)):
        return False
    if bare.casefold() in NO_NAMES or parts[0].casefold() in ("http", "https"):
        return False
    if not any(part[0].islower() or part[0].isupper() for part in parts):
        return all(len(part) <= LONGEST_UNCASED for part in parts) and len(parts) <= 3 and not parts[0].isdigit()
    if parts[0].isdigit() or (parts[0][0].islower() and (parts[0] in STOP_WORDS or bare.islower())):
        return bare in ROLES
    return all(not part[0].islower() or is_particle(part) for part in parts)


def is_particle(part: str) -> bool:
    """True if a part of a name is, or begins with, a particle without a capital: de, al-Karim, d'Artagnan."""
    return re.split("[-'’]", part, maxsplit=1)[0] in _PARTICLES


def without_accents(text: str) -> str:
    """A text without the signs that stand on its letters, as vowels do in Hindi and Thai."""
    return text if text.isascii() else "".join(sign for sign in text if category(sign)[0] != "M")


def is_numbered(name: str) -> bool:
    return _NUMBERED_SPEAKER.fullmatch(name) is not None


def bracketed_label(match: re.Match[str]) -> str:
    """The name before a colon, without the brackets that some tools put around it."""
    name = match["name"].strip()
    inner = name[1:-1].strip() if name[:1] + name[-1:] in ("[]", "()", "【】", "［］", "（）") else ""
    return inner if inner and not set(inner) & set("[]()") else name


def likely_names(labels: Iterable[str], declared: Sequence[str], *, first: str | None, all_labelled: bool) -> set[str]:
    """Those of the words before colons that name somebody.

    A name comes more than once, or is one of the `declared`, or shares its first name with one that does, or stands in
    a file that has a name before its `first` words or before nearly everything.
    """
    given = Counter(labels)
    counts = Counter({label: count for label, count in given.items() if is_name(label)})
    if all_labelled:
        counts += Counter({label: count for label, count in given.items() if count > 1 and _is_handle(label)})
    known = {name.casefold() for name in declared} | {part for name in declared for part in name.casefold().split()}
    names = {label for label, count in counts.items() if count > 1 or label.casefold() in known}
    opens = first is not None and is_name(first)
    if opens or names:
        firsts = {name.casefold().split()[0] for name in names}
        names |= {label for label in counts if label.casefold().split()[0] in firsts}
        names |= {label for label in counts if len(label.split()) > 1 and label[0].isupper()}
    if opens or all_labelled:
        names |= {label for label in counts if len(label.split()) <= 3}
    return names


def _is_handle(label: str) -> bool:
    """True if words before colons, in any case, may be what somebody goes by: few, and none that only links others."""
    words = label.casefold().split()
    return label.casefold() not in NO_NAMES and len(words) <= MOST_PARTS and STOP_WORDS.isdisjoint(words)


def unify(reading: Reading) -> None:
    """Give each speaker of a reading one name: the fullest that the file has, where only one can be meant."""
    for cue in reading.cues:
        cue.speaker = tidy(cue.speaker)
    counts = Counter(cue.speaker for cue in reading.cues if cue.speaker)
    declared = [name for name in map(tidy, reading.speakers) if name]
    same = _same_names(list(counts), declared)
    if not same:
        return
    for cue in reading.cues:
        if cue.speaker in same:
            cue.speaker = same[cue.speaker]
    for short, full in same.items():
        if short.casefold() != full.casefold() and _REMARK.sub("", short).casefold() != full.casefold():
            line = next((cue.line for cue in reading.cues if cue.speaker == full), 1)
            reading.warn(line, f"{short} is taken to be {full}")


def _is_persons(name: str) -> bool:
    """True for a name by itself; a role or a number may need the remark behind it, which says whose it is."""
    return is_name(name) and not is_numbered(name) and name.casefold() not in ROLES | NOBODY


def _same_names(found: list[str], declared: list[str]) -> dict[str, str]:
    """Names that are another, fuller one: by case, as its first or last name, or as its initials."""
    spelt: dict[str, str] = {}
    for name in [*declared, *found]:
        first = spelt.setdefault(name.casefold(), name)
        if first.isupper() and not name.isupper():
            spelt[name.casefold()] = name
    same = {name: spelt[name.casefold()] for name in found if spelt[name.casefold()] != name}
    bare = {name: _REMARK.sub("", name) for name in found}
    bearers = Counter(written.casefold() for written in bare.values())
    for name, written in bare.items():
        without = spelt.get(written.casefold())
        if without is None and bearers[written.casefold()] == 1 and _is_persons(written):
            without = written
        if without is not None and without != name:
            same[name] = without
    everybody = [name for name in dict.fromkeys([*spelt.values(), *same.values()]) if name not in same]
    for name in found:
        shown = same.get(name, name)
        fuller = [other for other in everybody if other != shown and _is_short_for(shown, other)]
        if len(fuller) == 1:
            same[name] = fuller[0]
    return same


def _is_short_for(name: str, full: str) -> bool:
    parts, longer = name.casefold().split(), full.casefold().split()
    if name.startswith("Speaker ") or full.startswith("Speaker ") or len(parts) >= len(longer):
        return False
    if longer[: len(parts)] == parts or (len(parts) == 1 and longer[-1] == parts[0]):
        return True
    initials = name.replace(".", "")
    return initials.isupper() and initials.isalpha() and len(initials) > 1 \
        and initials.casefold() == "".join(part[0] for part in longer if part[0].isalpha())  # fmt: skip


def carry(cues: Sequence[Cue], labelled: int, of: int) -> None:
    """Let a name hold for the cues after it that have none, unless the file names somebody at nearly every one."""
    if labelled >= SHARE_OF_CUES * of:
        return
    speaker = None
    for cue in cues:
        if cue.speaker is not None:
            speaker = cue.speaker
        elif cue.turn:
            speaker = None
        else:
            cue.speaker = speaker
