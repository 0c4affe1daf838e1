"""Rules for words that a light rewording puts for others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from transcript.comparison.edits import Edit
from transcript.comparison.rules.rule import is_one_word, phrase
from transcript.language.lexicon import word_class
from transcript.language.tagging import Phrase, Word, listed, paraphrase_groups, paraphrases, read_words
from transcript.language.tagging.grammar import last_named, sentence_of

LONGEST_PHRASE = 8
"""Words of a phrase of the list, at most."""


def is_paraphrase(edit: Edit) -> bool:
    """Words and phrases that say the same, by a reviewed list."""
    # Whoever gets to leave does not have to.
    after = (*edit.said[1:], *edit.said_after(1))[:1], (*edit.claimed[1:], *edit.turned.said_after(1))[:1]
    if ("to",) in map(phrase, after) and {edit.said[0].stem, edit.claimed[0].stem} == {"have", "get"}:
        return False
    # Two forms of one phrase say when: had to, has to.
    return edit.said[0].stem != edit.claimed[0].stem or edit.said_keys[1:] != edit.claimed_keys[1:]


def sizes_listed(edit: Edit) -> Iterator[tuple[int, int]]:
    """The numbers of words that are phrases of one group."""
    said, claimed = (
        [(size, paraphrase_groups(words[:size])) for size in range(1, min(LONGEST_PHRASE, len(words)) + 1)]
        for words in (edit.said, edit.claimed)
    )
    return ((one, other) for (one, groups), (other, those) in product(said, claimed) if not groups.isdisjoint(those))


def begin_alike(said: Word, claimed: Word) -> bool:
    return all(word.key in _openings() or word.stem in _openings() for word in (said, claimed))


@cache
def _openings() -> frozenset[str]:
    """The words with which a phrase of the list begins."""
    return frozenset(one[0] for one in paraphrases())


def is_inflected(edit: Edit) -> bool:
    """One word for one. Who is used to building is not used to build."""
    if not is_one_word(edit):
        return False
    doing = [keys[0].endswith("ing") for keys in (edit.said_keys, edit.claimed_keys)]
    return doing[0] == doing[1] or phrase(edit.said_before(2)) != ("used", "to")


def are_inflected(said: Word, claimed: Word) -> bool:
    """True for number and tense of one word: shown for show, goats for goat. Not -ing for -ed, which is who acts."""
    if (
        said.stem != claimed.stem
        or len(said.stem) < 3
        or "had" in (said.key, claimed.key)
        or said.is_name
        or claimed.is_name
    ):
        return False
    words = said.kind == claimed.kind == "content" or (
        said.is_form_of("common verb") and claimed.is_form_of("common verb")
    )
    endings = {word.key[-3:] if word.key.endswith("ing") else word.key[-2:] for word in (said, claimed)}
    adverb = said.key.endswith("ly") != claimed.key.endswith("ly")
    return words and not adverb and endings != {"ing", "ed"}


def is_noun(edit: Edit) -> bool:
    """A pronoun for what the claim has named before: their hardware is better, it's better; the later ones."""
    nouns = tuple(word.key for word in edit.said if word.kind == "content")
    if not nouns or len(edit.claimed) > 2 or len(edit.said) > 6 or edit.said[-1].kind != "content":
        return False
    if set(nouns) & _keys_after(edit.turned) - _keys_after(edit):
        return False
    keys, after = edit.texts.claimed_keys[: edit.claimed_range[0]], edit.said_after(1)
    named = any(keys[at : at + len(nouns)] == nouns for at in range(max(0, len(keys) - 40), len(keys)))
    if edit.claimed_keys in (("one",), ("ones",)) and len(edit.said) == 1:
        return named and not any(word.kind == "content" for word in after)
    if _is_owned(edit.said_keys, edit.claimed_keys):
        return named
    one_of_them = edit.claimed_keys == ("one",) and edit.said_keys[0] in ("a", "an")
    if not one_of_them and "".join(edit.claimed_keys) not in word_class("third person"):
        return False
    if any(word.kind in ("negation", "number") for word in edit.said):
        return False
    first_words = (word for word in edit.said if word.kind != "content")
    return named and all(
        word.is_a("pronoun") or (word.key,) in listed("article") or word.is_a("determiner") for word in first_words
    )


def _keys_after(edit: Edit) -> set[str]:
    """The words after an edit, in its sentence. A noun that only a claim has there has changed its role."""
    end = edit.said_range[1]
    return set(edit.texts.said_keys[end : sentence_of(edit.texts.said, end - 1)[1]])


def _is_owned(said: Phrase, claimed: Phrase) -> bool:
    """True for a noun with who has it, and mine, yours and the like."""
    return len(said) == 2 and len(claimed) == 1 and _OWN.get(claimed[0]) == said[0]


_OWN = {"mine": "my", "yours": "your", "hers": "her", "ours": "our", "theirs": "their", "his": "his"}


def may_be_noun(_: Word, claimed: Word) -> bool:
    return claimed.is_a("pronoun") or claimed.key in ("one", "ones", *_OWN)


def has_said_unit(edit: Edit) -> bool:
    """An amount without its unit, which the one before it has: a million dollars, even a billion; a month or two."""
    if len(edit.said) != 1 or len(edit.claimed) != 1:
        return False
    unit, before = edit.said[0].unit, edit.said_before(6)
    single = [word.key for word in before[-3:]]  # a month or, which is an amount of one
    if len(single) == 3 and single[0] in ("a", "an") and single[1:] == [unit, "or"]:
        return True
    return any(word.kind == "number" and word.unit == unit for word in before)


def lacks_unit(said: Word, claimed: Word) -> bool:
    """True for an amount and the same without its unit."""
    return said.kind == "number" and said.key == claimed.key + said.unit and not claimed.unit


WORDS_BEFORE_PRONOUN = 80
"""Words before a pronoun in which the name stands that it means."""


def may_be_name(said: Word, claimed: Word) -> bool:
    """True if a word is a pronoun of the third person, and the claim's may begin a name."""
    third_person = said.is_a("pronoun") and not said.is_a("first or second person")
    return third_person and (claimed.kind == "content" or claimed.key == "the")


def is_name(edit: Edit) -> bool:
    """True if a pronoun means the name that a claim has in its place."""
    near = (*read_words(edit.texts.before), *edit.said_before(WORDS_BEFORE_PRONOUN))
    name = [word for word in edit.claimed if word.key not in ("'s", "the")]
    named = bool(name) and all(word.kind == "content" for word in name)
    return named and len(edit.said) == 1 and {word.key for word in name} == last_named(near)
