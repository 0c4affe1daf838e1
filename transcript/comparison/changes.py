"""The alterations of a claim as they are shown: each in as few words as can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from transcript.comparison.edits import Edit, Texts, joined_edit
from transcript.comparison.frames import Frame
from transcript.comparison.script import Step
from transcript.language.lexicon import word_class
from transcript.language.normalise import is_han
from transcript.language.sentences import Range
from transcript.language.tagging import Word
from transcript.language.tagging.grammar import chinese_word, ends_within_word

Change = tuple[str, str]


Piece = tuple[Literal["same", "changed", "left out", "added"], str, str]


LONG = 3
"""Words that are left out, from which on they are an elision worth telling."""


PHRASE = 6
"""Words between a frame and what it governs that are shown with it."""


def alterations(steps: Sequence[Step]) -> list[Edit]:
    """The edits that no rule allows, widened to what can be read; those that one small word keeps apart are one."""
    found: list[Edit] = []
    for edit in (_readable_edit(step.edit) for step in steps if step.rule is None):
        if found and _are_one_change(found[-1], edit):
            edit = joined_edit(found.pop(), edit)
        found.append(edit)
    return found


def change(edit: Edit) -> Change:
    """The characters of an edit in either text."""
    texts = edit.texts
    return _written(texts.said, edit.said_range, texts.text), _written(texts.claimed, edit.claimed_range, texts.claim)


def is_shown_with_quote(frame: Frame, said: Range) -> bool:
    """True if all words from a frame to the quote behind it are shown."""
    return said[0] - frame.last <= PHRASE


def frame_change(frame: Frame, texts: Texts, said: Range) -> Change:
    """The words of a frame that a quote is cut out of, with a mark where the quote follows."""
    first, last = frame.first, frame.last
    if last <= said[0]:
        last = said[0] if is_shown_with_quote(frame, said) else last
        return f"{_written(texts.said, (first, last), texts.text)} …", ""
    return f"… {_written(texts.said, (first, last), texts.text)}", ""


def _are_one_change(one: Edit, other: Edit) -> bool:
    """True if nothing, or one small word that both have, stands between two edits."""
    between = one.texts.said_keys[one.said_range[1] : other.said_range[0]]
    also = one.texts.claimed_keys[one.claimed_range[1] : other.claimed_range[0]]
    return len(between) <= 1 and between == also and word_class("between changes").issuperset(between)


def _readable_edit(edit: Edit) -> Edit:
    """An edit with what it cannot be read without: a negation's verb, the rest of a Chinese word or a contraction."""
    if bool(edit.said) != bool(edit.claimed) and any(word.kind == "negation" for word in (*edit.said, *edit.claimed)):
        return _with_verb(edit)
    edit = edit.without_same_ends()
    if all(is_han(key[0]) for key in (*edit.said_keys, *edit.claimed_keys)):
        sides = (edit.texts.said, *edit.said_range), (edit.texts.claimed, *edit.claimed_range)
        before, after = map(max, zip(*(chinese_word(*side) for side in sides), strict=True))
        wide = edit.part((-before, len(edit.said) + after), (-before, len(edit.claimed) + after))
        same_before = wide.said_keys[:before] == wide.claimed_keys[:before]
        if same_before and wide.said_keys[len(wide.said) - after :] == wide.claimed_keys[len(wide.claimed) - after :]:
            return wide
    return edit


def _with_verb(edit: Edit) -> Edit:
    """A negation that came or went, with the verb before it and on to the first word that tells something."""
    said, claimed = edit.texts.said, edit.texts.claimed
    (o, last_o), (c, last_c) = edit.said_range, edit.claimed_range
    before = int(o > 0 and c > 0 and said[o - 1].kind == "small" and said[o - 1].key == claimed[c - 1].key)
    after = 0
    while last_o + after < len(said) and last_c + after < len(claimed) and after < 5:
        word = said[last_o + after]
        if word.key != claimed[last_c + after].key:
            break
        after += 1
        if word.kind in ("content", "number") or word.closes:
            break
    if after and all(ends_within_word(words, end + after) for words, end in ((said, last_o), (claimed, last_c))):
        after += 1
    return Edit(edit.texts, (o - before, last_o + after), (c - before, last_c + after))


def _written(words: Sequence[Word], span: Range, text: str) -> str:
    part = words[span[0] : span[1]]
    if not part:
        return ""
    start, end = part[0].start, part[-1].end
    # An amount may have letters of its own: 10x, H100.
    while start and text[start - 1].isalnum() and not is_han(text[start - 1]) and not is_han(text[start]):
        start -= 1
    while end < len(text) and text[end].isalnum() and not is_han(text[end]) and not is_han(text[end - 1]):
        end += 1
    return text[start:end]


def left_out(steps: Sequence[Step], *, close: bool) -> Iterator[str]:
    """The words that are missing where the claim marks an elision, or leaves out more than a word or two; of a `close`
    claim each that tells something."""
    for step in steps:
        edit = step.edit
        missing = [word for word in edit.said if word.kind != "filler"]
        spoken = step.rule is not None and step.rule.severity != "light"
        tells = close and step.rule is None and any(word.kind == "content" for word in missing)
        told = edit.is_marked or len(missing) >= LONG or tells
        if missing and not edit.claimed and not spoken and told:
            yield edit.texts.text[edit.said[0].start : edit.said[-1].end]


def diff(edits: Sequence[Edit]) -> Iterator[Piece]:
    """All words of both texts from the first edit to the last, in order."""
    before = edits[0]
    for edit in edits:
        (_, o), (_, c) = before.said_range, before.claimed_range
        first_o, first_c = edit.said_range[0], edit.claimed_range[0]
        if first_o > o or first_c > c:
            yield ("same", *change(Edit(edit.texts, (o, first_o), (c, first_c))))
        before = edit
        gone, new = change(edit)
        if gone or new:
            yield ("changed" if gone and new else "left out" if gone else "added", gone, new)
