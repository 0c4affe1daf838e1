"""Small words that a light rewording leaves out or puts in."""

from __future__ import annotations

from functools import cache

from transcript.comparison.edits import Edit
from transcript.comparison.lists import listed
from transcript.comparison.names import is_name
from transcript.comparison.rules.rule import follows_negation, is_listed, paraphrase_groups, phrase, precedes_number
from transcript.comparison.wordlists import PRONOUNS
from transcript.language.lexicon import words
from transcript.language.wordlist import read_words


def is_article(edit: Edit) -> bool:
    return is_listed(edit.said_keys, "article")


def is_article_put_in(edit: Edit) -> bool:
    return is_listed(edit.claimed_keys, "article") and not any(word.kind == "number" for word in edit.claimed)


def is_linking_word(edit: Edit) -> bool:
    return is_listed(edit.said_keys, "linking") and not any(word.kind == "negation" for word in edit.said_before(1))


def is_linking_word_put_in(edit: Edit) -> bool:
    turns = any(word.pause > 2 for word in edit.said_before(1))
    return is_listed(edit.claimed_keys, "linking") and not turns


def is_marker(edit: Edit) -> bool:
    """A discourse marker where a clause begins, or set off by a pause behind it."""
    opens = edit.said[0].opens or (edit.begins_claim or edit.is_marked) or _begins_clause_before(edit)
    return (opens or edit.closes_clause()) and is_listed(edit.said_keys, "marker") and not _leaves_clauses_joined(edit)


def _begins_clause_before(edit: Edit) -> bool:
    """True if only fillers and markers stand between the edit and the beginning of its clause."""
    for word in reversed(edit.said_before(4)):
        if word.kind != "filler" and (word.key,) not in listed("marker"):
            return False
        if word.opens:
            return True
    return False


def _leaves_clauses_joined(edit: Edit) -> bool:
    """True if a pause of a sentence is passed within the edit, so that two sentences become one."""
    return any(word.pause > 1 for word in edit.said[:-1])


def is_intensifier(edit: Edit) -> bool:
    if not is_listed(edit.said_keys, "intensifier") or precedes_number(edit):
        return False
    if follows_negation(edit) and edit.said_keys not in (("really",), ("actually",), ("even",)):
        return False
    return edit.said_keys not in (("so",), ("too",)) or edit.closes_clause() or edit.opens_clause()


def is_expletive(edit: Edit) -> bool:
    return is_listed(edit.said_keys, "expletive")


def is_word_put_in(edit: Edit) -> bool:
    return is_listed(edit.claimed_keys, "added") and not any(
        word.kind in ("negation", "number") for word in (*edit.claimed_before(1), *edit.claimed_after(1))
    )


def is_subject_repeated(edit: Edit) -> bool:
    """A pronoun behind and, that is the subject before it: you build it and you feed it."""
    pronoun = edit.said[0]
    if len(edit.said) == 2 and edit.said[0].opens and _begins_alike(edit):
        return True
    if pronoun.key not in PRONOUNS or any(word.key not in _BE_AND_HAVE for word in edit.said[1:]):
        return False
    before = edit.said_before(30)
    return bool(before) and before[-1].key in ("and", "or", "but") and pronoun.key in {word.key for word in before}


def _begins_alike(edit: Edit) -> bool:
    """True if the clause before the edit begins with the same words, of the same speaker."""
    before = edit.said_before(30)
    if not before or before[-1].pause > 2:
        return False
    begin = next((at for at in range(len(before) - 1, 0, -1) if before[at - 1].closes), 0)
    return phrase(before[begin : begin + len(edit.said)]) == edit.said_keys


_BE_AND_HAVE = frozenset(words("am is are 's have has will 'd"))


def is_chinese_subject(edit: Edit) -> bool:
    """A pronoun that begins a clause, whose subject goes without saying in Chinese."""
    return is_listed(edit.said_keys, "subject") and edit.opens_clause() and not edit.closes_clause()


def is_doubled(edit: Edit) -> bool:
    """One of two words in a row that say the same: big and large."""
    words = edit.said
    if len(words) < 2 or words[-1].key not in ("and", "or", "和", "并", "与", "或"):
        return False
    return not paraphrase_groups(words[:-1]).isdisjoint(paraphrase_groups(edit.said_after(len(words) - 1)))


def is_some(edit: Edit) -> bool:
    """Some, of what is not counted and is not what the sentence is about."""
    after = edit.said_after(1)
    return edit.said_keys == ("some",) and not edit.opens_clause() and bool(after) and after[0].key != "of"


def is_genitive_put_in(edit: Edit) -> bool:
    """Better than theirs, for better than them."""
    return edit.claimed_keys == ("'s",) and any(word.key == "than" for word in edit.claimed_before(4))


def repeats_unit(edit: Edit) -> bool:
    """An amount without its unit, where the one before it has that: a million dollars, even a billion."""
    if len(edit.said) != 1 or len(edit.claimed) != 1:
        return False
    said, claimed = edit.said[0], edit.claimed[0]
    if said.kind != "number" or said.key != claimed.key + said.unit or claimed.unit:
        return False
    return any(word.kind == "number" and word.unit == said.unit for word in edit.said_before(6))


def is_idle_one(edit: Edit) -> bool:
    """A one that counts nothing: before a name, or set off by pauses."""
    after = edit.said_after(1)
    set_off = edit.said[0].opens and edit.said[0].closes
    return edit.said_keys == ("one",) and (set_off or bool(after and is_name(edit.texts.said, edit.said_range[1])))


def is_adverb(edit: Edit) -> bool:
    """An adverb of degree, or of how one says it, from a list: entirely, frankly, suddenly."""
    if len(edit.said) != 1 or follows_negation(edit) or precedes_number(edit):
        return False
    return edit.said[0].key in _degree_adverbs()


@cache
def _degree_adverbs() -> frozenset[str]:
    return frozenset(read_words("degree_adverbs.en"))


def is_modifier(edit: Edit) -> bool:
    """An adjective that says no more than how much one cares, before its noun."""
    after = edit.said_after(1)
    before = edit.said_before(1)
    noun = bool(after) and after[0].kind == "content" and not edit.closes_clause()
    linked = bool(before) and (before[0].key in _DETERMINERS or before[0].kind == "content")
    return noun and linked and not follows_negation(edit) and is_listed(edit.said_keys, "modifier")


_DETERMINERS = frozenset(words("a an the this that these those my your his her its our their of very really just more"))


def is_existential(edit: Edit) -> bool:
    """There were, or you had, before those who did a thing: there were kids who ran, kids ran."""
    return edit.opens_clause() and is_listed(edit.said_keys, "existential") and not precedes_number(edit)


def is_relative_verb(edit: Edit) -> bool:
    """A relative word or a pronoun with a form of be, before what somebody is: Ada, who was a widow."""
    words, after = edit.said, edit.said_after(1)
    if len(words) != 2 or words[1].key not in ("is", "are", "was", "were", "'s") or words[0].closes:
        return False
    links = words[0].key in ("which", "who", "that") or (words[0].opens and words[0].key in ("he", "she", "it", "they"))
    return links and bool(after) and after[0].kind != "negation"
