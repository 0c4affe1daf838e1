"""Whether what differs between a claim and a transcript changes what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import Literal

from transcript import meaning, rarity, senses
from transcript.clauses import attached, shifts, splices
from transcript.differences import NEAR, Run, telling
from transcript.kinship import SAME, misspelt, related
from transcript.spoken import read_words
from transcript.text import is_han
from transcript.word import Word

Weight = Literal["nothing", "light", "altered"]

BEFORE = 80
"""Words before a quote in which the name stands that a pronoun of the quote means."""


def judge(run: Run, original: Sequence[Word], claimed: Sequence[Word], before: str, *, brief: bool) -> Weight:
    """Whether what differs is nothing, light, or changes what is said. `before` is what was said just before, `brief`
    whether the claim is so short that each word of it counts."""
    mine, theirs = _rest(run)
    if _is_nothing(run, mine, theirs, original):
        return "nothing"
    for more in _beyond(run, original, len(claimed)):
        if _are_spelt_alike(more, run.claimed):
            return "nothing"
        if _are_equal(more, theirs):
            return "light"
    kept = _kept(run, original, mine, theirs)
    if _tells_other(run, kept, theirs, original, claimed, before) or _turns(run, mine, kept, theirs, original, claimed):
        return "altered"
    return "altered" if brief and senses.differs_briefly(run) else "light"


def _kept(run: Run, original: Sequence[Word], mine: list[Word], theirs: list[Word]) -> list[Word]:
    """The words of the transcript without a partner that count, by what stands around them."""
    if not _without_fillers(run.claimed):
        beside = attached(run, original)
        mine = [word for word in mine if word in beside]
    if not telling(theirs) and not any(word.kind == "quantity" for word in theirs):
        # What was said twice may be left out once.
        near = {word.key for word in original[max(0, run.first[0] - NEAR) : run.first[0]]}
        mine = [word for word in mine if word.kind != "quantity" or word.key not in near]
    return mine


def _tells_other(
    run: Run, kept: list[Word], theirs: list[Word], original: Sequence[Word], claimed: Sequence[Word], before: str
) -> bool:
    """Whether the claim denies what was said, has another amount, or a word of its own that tells something."""
    if run.first[1] == 0 and any(word.kind == "quantity" for word in theirs):
        # "Some" for "a lot of", of which the claim has no more than "of".
        kept = [*(word for word in original[max(0, run.first[0] - 3) : run.first[0]] if word.kind == "quantity"), *kept]
    elided = run.marked and not theirs
    tests = (_denies,) if elided else (_denies, _counts, _opposes, _quantifies)
    return any(test(kept, theirs) for test in tests) or _says_other(run, kept, theirs, original, claimed, before)


def _turns(
    run: Run,
    mine: list[Word],
    kept: list[Word],
    theirs: list[Word],
    original: Sequence[Word],
    claimed: Sequence[Word],
) -> bool:
    """Whether small words, or those that are left out or moved, make another sentence of it."""
    return (
        (not theirs and splices(run))
        or shifts(run, original, claimed)
        or senses.joins(run, original, claimed)
        or senses.exchanges(run, original, run.moved)
        or senses.skips_much(run, mine, claimed)
        or (not (run.marked and not theirs) and senses.turns(run, kept, theirs, original))
    )


def _rest(run: Run) -> tuple[list[Word], list[Word]]:
    """The words of a run that have no partner in it, without fillers and words that only moved."""
    mine, theirs = run.unpaired
    said, claimed = _without_fillers(mine), _without_fillers(theirs)
    if said and theirs and not claimed:
        claimed = [word for word in theirs if any(word.key in meaning.OPPOSITES.get(o.key, ()) for o in said)]
    moved = run.moved
    return [w for w in said if w.stem not in moved], [w for w in claimed if w.stem not in moved]


def _without_fillers(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.kind != "filler"]


def _is_nothing(run: Run, mine: list[Word], theirs: list[Word], original: Sequence[Word]) -> bool:
    """Fillers, a word said twice, one word written as two."""
    if not mine and not theirs:
        return all(_is_filler_or_same(run, word) for word in run.claimed) and not run.moved
    said = [word.key for word in _without_fillers(run.original)]
    claimed = [word.key for word in _without_fillers(run.claimed)]
    if "".join(said) == "".join(claimed) or _are_spelt_alike(run.original, run.claimed):
        return True
    if claimed:
        return False
    after = [word.key for word in _without_fillers(original[run.last[0] : run.last[0] + 3 * len(said)])]
    before = [word.key for word in _without_fillers(original[max(0, run.first[0] - 3 * len(said)) : run.first[0]])]
    return after[: len(said)] == said or before[-len(said) :] == said


def _beyond(run: Run, original: Sequence[Word], length: int) -> Iterator[list[Word]]:
    """The words of the transcript that differ, with one or two more where the claim begins or ends there."""
    yield run.original
    for number in (1, 2):
        if run.first[1] == 0 and run.claimed:
            yield [*original[max(0, run.first[0] - number) : run.first[0]], *run.original]
        if run.last[1] == length and run.claimed:
            yield [*run.original, *original[run.last[0] : run.last[0] + number]]


def _are_spelt_alike(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether they have the same letters; a word of which a negation is a part may be in one of them in part."""
    return _letters(mine) == _letters(theirs) and _negations(mine) == _negations(theirs)


def _letters(words: Sequence[Word]) -> str:
    """The letters of the words: it's and its are the same to who types without apostrophes."""
    starts = {word.start: word.form or word.key for word in words if word.kind != "filler"}
    return "".join(starts.values())


def _is_filler_or_same(run: Run, word: Word) -> bool:
    return word.kind == "filler" or any(
        related(other, word) == SAME or misspelt(other.key, word.key) for other in run.original
    )


def _are_equal(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether one phrase is put for another that says the same."""
    one, other = (" ".join([word.key + word.unit for word in words]) for words in (mine, theirs))
    return other in _EQUAL and any(one in group and other in group for group in meaning.EQUAL)


_EQUAL = frozenset().union(*meaning.EQUAL)


def _denies(mine: list[Word], theirs: list[Word]) -> bool:
    """Whether one of them has a negation more that no other word makes up for."""
    one, other = _negations(mine), _negations(theirs)
    if one % 2 == other % 2:
        return (one > 0) != (other > 0)
    return (one + _negative(mine)) % 2 != (other + _negative(theirs)) % 2


def _negations(words: Sequence[Word]) -> int:
    if len(words) == 1 and words[0].key in meaning.CHINESE_NEGATIONS:
        # The 不 of 是不是 denies nothing, and yet it is not left out.
        return 1
    return sum(word.kind == "negation" for word in words)


def _negative(words: Sequence[Word]) -> int:
    """How many words say what a negation says with another word."""
    text = "".join(word.key for word in words)
    verbs = sum(word.stem in meaning.NEGATIVE_VERBS for word in words)
    return verbs + any(verb in text for verb in meaning.CHINESE_NEGATIVE_VERBS)


def _counts(mine: list[Word], theirs: list[Word]) -> bool:
    """Whether the claim has an amount that the transcript does not have there, or one for several."""
    if any(word.kind == "number" for word in theirs):
        return True
    return any(word.kind == "number" for word in mine) and any(word.key in meaning.SINGLE for word in theirs)


def _opposes(mine: list[Word], theirs: list[Word]) -> bool:
    keys = {word.key for word in mine}
    claimed = {word.key for word in theirs}
    if any(not keys.isdisjoint(meaning.OPPOSITES.get(key, ())) for key in claimed):
        return True
    for one, other in ((meaning.HEDGES, meaning.CERTAIN), (meaning.CERTAIN, meaning.HEDGES)):
        if keys & one and claimed & other and not claimed & one:
            return True
    return False


def _quantifies(mine: list[Word], theirs: list[Word]) -> bool:
    """Whether all became some, more became less, or such a word came or went."""
    said, claimed = (
        {meaning.QUANTITIES[word.key] for word in words if word.kind in _AMOUNTS and word.key in meaning.QUANTITIES}
        for words in (mine, theirs)
    )
    if claimed - said and (said - claimed or (claimed - said) & meaning.STRONG):
        return True
    return bool((said - claimed) & meaning.KEPT)


_AMOUNTS = ("quantity", "negation")


def _says_other(
    run: Run,
    mine: list[Word],
    theirs: list[Word],
    original: Sequence[Word],
    claimed: Sequence[Word],
    before: str,
) -> bool:
    """Whether the claim has a word of its own that tells something."""
    new = [word for word in theirs if word.kind == "content"]
    if any(word.kind == "negation" for word in mine):
        # Lacks for doesn't have: whether the two deny the same was looked at before.
        new = [word for word in new if word.stem not in meaning.NEGATIVE_VERBS]
    if not new:
        return any(word.key in meaning.WEAK for word in theirs) and len(theirs) == 1 and len(telling(mine)) == 1
    if is_han(new[0].key[0]):
        return _says_other_in_chinese(run, new, mine, original, claimed)
    if any(word.kind == "content" for word in mine):
        return True
    instead = [*mine, *original[max(0, run.first[0] - 1) : run.first[0]]] if run.first[1] == 0 else mine
    if not any(word.key in meaning.PRONOUNS and not word.closes for word in instead):
        return True
    near = (*read_words(before), *original[max(0, run.first[0] - BEFORE) : run.first[0]])
    return {word.key for word in new} != _last_named(near)


def _last_named(words: Sequence[Word]) -> set[str]:
    """The words of the last name among these, which a pronoun after them stands for; none where its sentence has
    another name, and the pronoun may mean either."""
    sure = {word.key for before, word in pairwise(words) if word.capital and before.pause < 2}
    names: list[set[str]] = []
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if names and word.pause > 1:
            break
        # Any word has a capital where it begins a sentence.
        if not word.capital or word.kind != "content" or (word.key not in sure and rarity.is_known(word.key)):
            continue
        if names and not word.closes and words[at + 1].key in names[-1]:
            names[-1].add(word.key)
        else:
            names.append({word.key})
    return names[0] if len(names) == 1 else set()


def _says_other_in_chinese(
    run: Run, new: list[Word], mine: list[Word], original: Sequence[Word], claimed: Sequence[Word]
) -> bool:
    said = _text(original, run.first[0] - 2, run.last[0] + 2)
    wording = _text(claimed, run.first[1] - 2, run.last[1] + 2)
    known: set[str] = set()
    gone = {word.key for word in mine}
    for word in _chinese_words(wording, {one.key for one in new}):
        for other in rarity.rewordings().get(word, ()):
            if other in said and (not gone or not gone.isdisjoint(other) or not set(word).isdisjoint(other)):
                known.update(word)
    new = [word for word in new if word.key not in known]
    if not new:
        return False
    if any(word.kind == "content" for word in mine):
        return True
    near = _text(original, run.first[0] - BEFORE, run.first[0])
    spelt = "".join(word.key for word in new)
    return not (any(word.key in meaning.PRONOUNS for word in mine) and spelt in near)


def _chinese_words(text: str, characters: Set[str]) -> Iterator[str]:
    """The words in a text of Chinese, up to four characters, that hold one of these."""
    for size in (1, 2, 3, 4):
        for at in range(len(text) - size + 1):
            if not characters.isdisjoint(text[at : at + size]):
                yield text[at : at + size]


def _text(words: Sequence[Word], first: int, last: int) -> str:
    return "".join(word.key for word in words[max(0, first) : last])
