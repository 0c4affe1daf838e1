"""Rules for speech that writing leaves out: fillers, words said twice, beginnings that break off."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.comparison.edits import Edit
from transcript.comparison.rules.rule import governs_nothing, is_approximating, is_plain, phrase
from transcript.comparison.similarity import WRITTEN_ALIKE
from transcript.language.tagging import Phrase, Word, paraphrase_groups
from transcript.language.tagging.grammar import sentence_of


def is_filler(edit: Edit) -> bool:
    """Fillers, and a like that the sentence does without."""
    if is_approximating(edit):
        return False
    idle_like = edit.said_keys == ("like",) and not any(word.key == "to" for word in edit.said_after(1))
    return idle_like or all(word.kind == "filler" for word in edit.said)


def _without_fillers(words: Sequence[Word]) -> list[str]:
    return [word.key for word in words if word.kind != "filler"]


def is_repeated(edit: Edit) -> bool:
    """Words that stand there again, right before or after them; the last may break off: a terr-, a terrible bridge."""
    said = _without_fillers(edit.said)
    size = len(said)
    if not said:
        return False
    after, before = _without_fillers(edit.said_after(3 * size)), _without_fillers(edit.said_before(3 * size))
    again = after[:size] == said or (_breaks_off(edit) and _begin_so(after[:size], said))
    return again or before[-size:] == said or _is_said_fuller(edit)


def _begin_so(words: Sequence[str], broken: Sequence[str]) -> bool:
    """True if words are those of which the last breaks off."""
    return len(words) == len(broken) and words[:-1] == broken[:-1] and words[-1].startswith(broken[-1])


MORE = 2
"""Words that come with those that are said again, at most."""


def _is_said_fuller(edit: Edit) -> bool:
    """True if words up to a pause are said again with a word or two more: some surgery, some brain surgery."""
    if len(edit.said) < 2 or not edit.said[-1].closes:
        return False
    after = edit.said_after(len(edit.said) + MORE)
    end = next((at + 1 for at, word in enumerate(after) if word.key == edit.said_keys[-1]), 0)
    rest = iter(edit.said_keys)
    waiting = next(rest)
    for word in after[:end]:
        if word.key == waiting:
            waiting = next(rest, "")
        elif word.kind != "content":
            return False
    return not waiting


def is_doubled(edit: Edit) -> bool:
    """One of two words in a row that say the same: big and large, or a big major mistake."""
    words = edit.said[:-1] if edit.said[-1].is_a("listing") else edit.said
    said = bool(words) and all(word.kind in ("content", "quantity") for word in words)
    return said and not paraphrase_groups(words).isdisjoint(paraphrase_groups(edit.said_after(len(words))))


LONGEST_RESTART = 6
"""Words of a false start."""


def is_false_start(edit: Edit) -> bool:
    """A beginning that breaks off and begins again with the same word: for people to, for jobs.

    What could end a clause is no such beginning: in "goats, and sheep, and cows" nothing breaks off.
    """
    words = [word for word in edit.said if word.kind != "filler"]
    if not 1 < len(words) <= LONGEST_RESTART or any(word.closes for word in edit.said[:-1]) or words[-1].pause > 1:
        return False
    broken = edit.said[-1].closes or len(words) < len(edit.said)
    begins_again = edit.said[-1].closes and _without_fillers(edit.said_after(3))[:1] == [words[0].key]
    ends_so_before = broken and _without_fillers(edit.said_before(3))[-1:] == [words[-1].key]
    breaks_off = words[-1].is_a("unfinished") or _breaks_off(edit)
    return (begins_again or ends_so_before) and breaks_off and is_plain(words)


def _breaks_off(edit: Edit) -> bool:
    """True if a dash or dots stand behind the words."""
    return edit.texts.text[edit.said[-1].end :].lstrip().startswith(("-", "–", "—", "…", "..."))


def _last_sentence(words: Sequence[Word]) -> Sequence[Word]:
    """The words of the last sentence among them."""
    return words[slice(*sentence_of(words, len(words) - 1))]


LONGEST_GAP = 4
"""Words that are not said again behind and."""


def is_gapped(edit: Edit) -> bool:
    """Words behind and, or or but that stand before it too: you'll ask Ada, and then you'll ask Ben."""
    before, size = edit.said_before(30), len(edit.said)
    counts = any(word.kind in ("negation", "number") for word in edit.said)
    if not before or size > LONGEST_GAP or counts or before[-1].pause > 2:
        return False
    near = [word for word in before[-3:] if word.kind != "filler"]
    linked = any(word.is_a("coordinating") for word in near[-1:]) or phrase(near[-2:]) == ("and", "then")
    linked = linked or (phrase(near[-1:]) == ("then",) and near[-1].opens)
    linked = linked or ((size > 1 or edit.said[0].is_a("person") or edit.said_keys == ("to",)) and _goes_on(edit))
    return linked and _is_said_plainly(_last_sentence(before), edit.said_keys)


def _goes_on(edit: Edit) -> bool:
    """True if words begin a clause, which is no consequence of the one before it: if I have a goat, I have hay."""
    before = _last_sentence(edit.said_before(30))
    leads = any(word.is_a("subordinator", "condition behind") for word in before)
    return edit.said[0].opens and not (leads and any(word.is_a("person") for word in edit.said))


def is_kept_apart(edit: Edit) -> bool:
    """False if a pronoun behind a comma is gone with it: they saw the goats, they left; they saw the goats left."""
    alone = len(edit.said) == 1 and edit.said[0].opens and edit.said[0].is_a("person")
    return not alone or any(word.closes for word in edit.turned.said_before(1))


def _is_said_plainly(words: Sequence[Word], those: Phrase) -> bool:
    """True if those words are among these, and nothing behind the last of them governs what follows: in "you don't feed
    it, and you build it" the don't would govern "build it" without the second you.
    """
    keys, size = phrase(words), len(those)
    for at in range(len(keys) - size - 1, -1, -1):
        if all(map(_are_one_word, keys[at : at + size], those)):
            return governs_nothing(words[at + size :])
    return False


def _are_one_word(one: str, other: str) -> bool:
    return one == other or frozenset((one, other)) in WRITTEN_ALIKE
