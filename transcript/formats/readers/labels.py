"""Names in captions: `Name:`, `[Name]`, `(Name)`, `Name –`, or a line above; `>>` and dashes where another speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from transcript.formats.cues import Cue, Reading
from transcript.formats.markup import clean, joined
from transcript.formats.readers.translated_lines import split_translations
from transcript.formats.speakers import LABEL, bracketed_label, carry, is_name, likely_names

_CHEVRONS = re.compile(r"\s*(?:>>|&gt;&gt;)>?\s*")


_WIDE_CHEVRONS = re.compile(rf"{_CHEVRONS.pattern}|(?:^|\n)\s*»\s*")
"""Where a file quotes in »these signs« they are no chevrons."""


_ANY_TURN_SIGN = re.compile(r"[-–—‐»]|>>|&gt;&gt;")


_DASH = re.compile(r"\s*(?:<[^<>]{1,60}>\s*)?[-–—‐]\s*(?=\S)")
"""A dash at the beginning of a line, also behind a tag."""


_BRACKETED = re.compile(r"[\[（(](?P<name>[^:：\[\]()（）\n]{1,60})[\]）)]\s*(?=\S)")


_DASHED = re.compile(r"(?P<name>[^\W\d_][^:：<>()\[\]\n]{0,58}?)(?:\s+[-–—]{1,2}\s+|—)(?=\S)")


_ALONE = re.compile(r"[\[(（]?(?P<name>[^:：\n]{1,60}?)[\])）]?$")


SHARE_OF_CHANGES = 0.15
"""A file that names somebody only where the speaker changes does so at such a share of its cues."""


SHARE_OF_NAMED = 0.6
"""A file with names before such a share of its cues has a name before each turn."""


def label_cues(reading: Reading) -> list[Cue]:
    """The cues of captions, clean, one for each speaker in each, with the speaker that is named before the words."""
    voiced = any(cue.speaker for cue in reading.cues)
    split_translations(reading)
    chevrons = _CHEVRONS if any("«" in cue.text for cue in reading.cues) else _WIDE_CHEVRONS
    cues = [part for cue in reading.cues for part in _with_translation(cue, _split_turns(cue, chevrons))]
    if not voiced:
        _name_cues(cues, reading)
    found = [cue for cue in map(_clean_cue, cues) if cue.text]
    carry(found, sum(cue.speaker is not None for cue in found), len(found))
    return found


def _with_translation(cue: Cue, parts: Iterator[Cue]) -> Iterator[Cue]:
    """The parts of a cue, of which the first has its whole translation."""
    for number, part in enumerate(parts):
        part.translation = "" if number else cue.translation
        yield part


def _split_turns(cue: Cue, chevrons: re.Pattern[str]) -> Iterator[Cue]:
    """A cue's turns: what follows each `>>` and, where several lines begin so, each dash."""
    if cue.words or not _ANY_TURN_SIGN.search(cue.text):
        yield cue
        return
    for number, part in enumerate(chevrons.split(cue.text)):
        lines = part.split("\n")
        dashed = [bool(_DASH.match(line)) for line in lines]
        if sum(dashed) > 1:
            yield from _turns_at_dashes(cue, lines, dashed)
        elif part.strip():
            turn = number > 0
            if dashed[0] and len(lines) >= 1 and not turn:
                part, turn = _DASH.sub("", part, count=1), True
            yield Cue(cue.start, cue.end, part, cue.speaker, cue.line, turn)


def _turns_at_dashes(cue: Cue, lines: list[str], dashed: list[bool]) -> Iterator[Cue]:
    open_: list[str] = []
    for line, dash in zip(lines, dashed, strict=True):
        if dash and open_:
            yield Cue(cue.start, cue.end, "\n".join(open_), cue.speaker, cue.line, turn=True)
            open_ = []
        open_.append(_DASH.sub("", line, count=1) if dash else line)
    yield Cue(cue.start, cue.end, "\n".join(open_), cue.speaker, cue.line, turn=True)


def _name_cues(cues: list[Cue], reading: Reading) -> None:
    """Find the names before the words, and give each line that begins with one a cue of its own."""
    for pattern, names in _marks_with_names(cues, reading):
        if names:
            cues[:] = [part for cue in cues for part in _with_translation(cue, _split_at_names(cue, names, pattern))]
            return


def _marks_with_names(cues: list[Cue], reading: Reading) -> Iterator[tuple[re.Pattern[str], set[str]]]:
    """Each mark by which names are told from words, and the names that have it."""
    yield LABEL, _names_before_colons(cues, reading)
    yield _BRACKETED, _names_by(_BRACKETED, re.compile(r"[\[(（]"), cues, SHARE_OF_CHANGES)
    yield _DASHED, _names_by(_DASHED, re.compile(r"[-–—]"), cues, SHARE_OF_NAMED)
    yield _ALONE, _names_above_words(cues)


def _names_before_colons(cues: list[Cue], reading: Reading) -> set[str]:
    labels = [(bracketed_label(match), cue.turn) for cue in cues for match in _find_labels(cue.text)]
    if not labels:
        return set()
    at_turns = [label for label, turn in labels if turn]
    chevrons_tell = len(at_turns) > SHARE_OF_NAMED * len(labels)  # no name stands where nobody else begins to speak
    leading = [LABEL.match(clean(cue.text)) for cue in cues]
    spoken = next((match for cue, match in zip(cues, leading, strict=True) if _is_speech(cue.text)), None)
    return likely_names(
        at_turns if chevrons_tell else [label for label, _ in labels],
        reading.speakers,
        first=bracketed_label(spoken) if spoken else None,
        all_labelled=sum(map(bool, leading)) >= SHARE_OF_NAMED * len(cues),
    )


def _names_by(mark: re.Pattern[str], sign: re.Pattern[str], cues: list[Cue], share: float) -> set[str]:
    """Names by a mark that has such a sign, as in `[Ada Quill] The bridge`: several, at such a share of the cues.

    None of them ever stands alone, as `[Music]` does.
    """
    texts = (cue.text for cue in cues if sign.search(cue.text))
    lines = [clean(line) for text in texts for line in text.split("\n")]
    found = Counter(match["name"] for match in map(mark.match, lines) if match)
    alone = {line[1:-1] for line in lines if line[-1:] in ("]", "）", ")")}
    names = {name for name, count in found.items() if count > 1 and is_name(name) and name not in alone}
    return names if len(names) > 1 and sum(found[name] for name in names) >= share * len(cues) else set()


def _names_above_words(cues: list[Cue]) -> set[str]:
    """Names that are the first line of nearly every cue."""
    first = (cue.text.partition("\n") for cue in cues if "\n" in cue.text.strip())
    above = (_ALONE.match(clean(line)) for line, _, rest in first if rest.strip())
    found = Counter(match["name"] for match in above if match and is_name(match["name"]))
    names = {name for name, count in found.items() if count > 1}
    return names if sum(found[name] for name in names) >= SHARE_OF_NAMED * len(cues) else set()


def _is_speech(text: str) -> bool:
    return not re.fullmatch(r"\s*[\[(♪].*[\])♪]\s*", text, re.DOTALL)


def _find_labels(text: str) -> Iterator[re.Match[str]]:
    if ":" in text or "：" in text:
        for line in text.split("\n"):
            if match := LABEL.match(clean(line)):
                yield match


def _split_at_names(cue: Cue, names: set[str], pattern: re.Pattern[str]) -> Iterator[Cue]:
    """A cue at the lines that begin with a name."""
    if pattern is LABEL and ":" not in cue.text and "：" not in cue.text:
        yield cue
        return
    open_: list[str] = []
    speaker, turn = cue.speaker, cue.turn
    for line in cue.text.split("\n"):
        match = pattern.match(clean(line))
        if match and bracketed_label(match) in names:
            if any(map(str.strip, open_)):
                yield Cue(cue.start, cue.end, "\n".join(open_), speaker, cue.line, turn)
            line = clean(line)[match.end() :]
            open_, speaker, turn = [], bracketed_label(match), False
        open_.append(line)
    yield Cue(cue.start, cue.end, "\n".join(open_), speaker, cue.line, turn, cue.words if speaker is None else [])


def _clean_cue(cue: Cue) -> Cue:
    """The cue with its text in one line; one with times of words is clean already."""
    if not cue.words:
        cue.text = joined([clean(line) for line in cue.text.split("\n")])
    return cue
