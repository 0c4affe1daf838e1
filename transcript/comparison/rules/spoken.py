"""Rules for speech that writing leaves out: fillers, words said twice, beginnings that break off."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.comparison.edits import Edit
from transcript.comparison.rules.rule import is_plain
from transcript.comparison.word import Word
from transcript.language.lexicon import words as words_of


def is_filler(edit: Edit) -> bool:
    return all(word.kind == "filler" for word in edit.said) or _is_like(edit)


def _is_like(edit: Edit) -> bool:
    """A like that the sentence does without."""
    return edit.said_keys == ("like",) and not any(word.key == "to" for word in edit.said_after(1))


def _without_fillers(words: Sequence[Word]) -> list[str]:
    return [word.key for word in words if word.kind != "filler"]


def is_repeated(edit: Edit) -> bool:
    """Words that stand there again, right before or after them."""
    said = _without_fillers(edit.said)
    size = len(said)
    if not said:
        return False
    after, before = _without_fillers(edit.said_after(3 * size)), _without_fillers(edit.said_before(3 * size))
    return after[:size] == said or before[-size:] == said


RESTART = 6
"""Words of a false start."""


def is_false_start(edit: Edit) -> bool:
    """A beginning that breaks off and begins again with the same word: for people to, for jobs.

    What could end a clause is no such beginning: in "goats, and sheep, and cows" nothing breaks off.
    """
    words = [word for word in edit.said if word.kind != "filler"]
    if not 1 < len(words) <= RESTART or not is_plain(words) or any(word.pause > 1 for word in edit.said):
        return False
    if words[-1].key not in _UNFINISHED and not _breaks_off(edit):
        return False
    broken = any(word.pause == 1 for word in edit.said) or len(words) < len(edit.said)
    after, before = _without_fillers(edit.said_after(3)), _without_fillers(edit.said_before(3))
    begins_again = after[:1] == [words[0].key] and edit.closes_clause()
    went_before = before[-1:] == [words[-1].key] and broken
    return begins_again or went_before


_UNFINISHED = frozenset(
    words_of("""
    a an the my your our their its every to of for with from at by as in on and or but because if which who very so like
    just not i we they he she is are was were am be been 's 're 'm 've 'd 'll have has had do does did will would can
    could should might gonna
    """)
)
"""Words with which no clause ends."""


def _breaks_off(edit: Edit) -> bool:
    """True if a dash or dots stand behind the words."""
    behind = edit.texts.text[edit.said[-1].end :].lstrip()
    return behind.startswith(("-", "–", "—", "…", "..."))
