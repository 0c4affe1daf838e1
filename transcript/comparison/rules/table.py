"""The differences between a claim and a transcript that are harmless; one that no rule allows is an alteration."""

from __future__ import annotations

from collections.abc import Callable

from transcript.comparison.edits import Edit
from transcript.comparison.names import can_stand_for, is_pronoun_for_name
from transcript.comparison.rules import clauses, movement, rewording, same, small_words, spoken
from transcript.comparison.rules.constructions import read_constructions
from transcript.comparison.rules.rule import Rule
from transcript.comparison.word import Word

Holds = Callable[[Edit], bool]


def _anywhere(_: Edit) -> bool:
    return True


def _left_out(name: str, holds: Holds, said: str, claimed: str, there: Holds = _anywhere) -> Rule:
    return Rule(name, "light", "left out", holds, (said, claimed), there)


def _put_in(name: str, holds: Holds, said: str, claimed: str, there: Holds = _anywhere) -> Rule:
    return Rule(name, "light", "put in", holds, (said, claimed), there)


def _replaced(name: str, begins: Callable[[Word, Word], bool], holds: Holds, said: str, claimed: str) -> Rule:
    return Rule(name, "light", "replaced", holds, (said, claimed), may_begin=begins)


RULES: tuple[Rule, ...] = (
    # the same words in other writing
    Rule(
        "contraction",
        "same",
        "replaced",
        same.is_one_word,
        ("It is late, he has gone", "It's late, he's gone"),
        may_begin=same.are_contraction,
    ),
    Rule(
        "spelling",
        "same",
        "replaced",
        same.has_same_letters,
        ("Core Weave paid for it", "CoreWeave paid for it"),
        may_begin=same.begin_alike,
    ),
    Rule(
        "slip",
        "same",
        "replaced",
        same.is_slip,
        ("They paid for the granite", "They paid for the granitte"),
        may_begin=same.are_slip,
    ),
    Rule(
        "one in figures",
        "same",
        "replaced",
        same.is_one_word,
        ("One in 5 goats left", "1 in 5 goats left"),
        may_begin=same.are_one_in_figures,
    ),
    # speech that writing leaves out
    Rule("filler", "spoken", "left out", spoken.is_filler, ("It was, um, very heavy", "It was very heavy")),
    Rule("repeated words", "spoken", "left out", spoken.is_repeated, ("Then they they left it", "Then they left it")),
    Rule("false start", "spoken", "left out", spoken.is_false_start, ("Now it was, it is heavy", "Now it is heavy")),
    # small words
    _left_out("article", small_words.is_article, "They built the bridges", "They built bridges"),
    _put_in("article put in", small_words.is_article_put_in, "They ate hay", "They ate the hay"),
    _left_out("indefinite this", small_words.is_indefinite, "They had this old bridge", "They had old bridge"),
    _left_out("linking word", small_words.is_linking_word, "We know that it fell", "We know it fell"),
    _put_in(
        "linking word put in",
        small_words.is_linking_word_put_in,
        "We know it fell",
        "We know that it fell",
        small_words.follows_same_speaker,
    ),
    _left_out(
        "marker",
        small_words.is_marker,
        "It left, and honestly, it fell",
        "It left, and it fell",
        small_words.begins_or_closes_clause,
    ),
    _left_out("intensifier", small_words.is_intensifier, "It is really heavy", "It is heavy"),
    _left_out("expletive", small_words.is_expletive, "I don't fucking know", "I don't know"),
    _left_out(
        "adverb", small_words.is_adverb, "It was entirely finished", "It was finished", small_words.may_lack_adverb
    ),
    _left_out("relative verb", small_words.is_relative_verb, "Ada, who was a widow here", "Ada, a widow here"),
    _left_out("correlative", small_words.is_correlative, "They saw both goats and hay", "They saw goats and hay"),
    _put_in("word put in", small_words.is_word_put_in, "They left", "They left too"),
    _left_out("subject that goes without saying", small_words.is_chinese_subject, "桥很旧,它会塌", "桥很旧,会塌"),
    # what is said twice, or can be trimmed
    _left_out("said twice", spoken.is_doubled, "a big and large bridge", "a large bridge"),
    _left_out("said again behind and", spoken.is_gapped, "You build it and you feed it", "You build it and feed it"),
    _left_out(
        "clause", clauses.is_clause, "It fell, as it rained, and they left", "It fell, and they left", clauses.is_within
    ),
    _left_out(
        "end of a clause",
        clauses.is_clause_tail,
        "It fell in the river, and it sank",
        "It fell, and it sank",
        clauses.is_within_unmarked,
    ),
    Rule(
        "elision",
        "light",
        "left out",
        bool,
        ("The bridge fell and goats swam the river", "The bridge fell … the river"),
        clauses.is_elided,
        may_be=clauses.has_elisions,
    ),
    # other words for the same
    _replaced(
        "paraphrase", rewording.may_begin_paraphrases, rewording.is_paraphrase, "They bought it", "They purchased it"
    ),
    _replaced(
        "inflection", rewording.are_inflected, rewording.is_inflected, "They build bridges", "They built bridges"
    ),
    _replaced("pronoun", is_pronoun_for_name, can_stand_for, "Ada came. She built it", "Ada came. Ada built it"),
    _replaced(
        "noun",
        rewording.may_be_for_noun,
        rewording.is_pronoun_for_noun,
        "The hay is old, the hay is wet",
        "The hay is old, it is wet",
    ),
    _replaced(
        "unit said before",
        rewording.are_one_without_unit,
        rewording.repeats_unit,
        "5 dollars, even 6 dollars",
        "5 dollars, even 6",
    ),
    # other places, other constructions
    _left_out(
        "moved away",
        movement.may_be_elsewhere,
        "And yesterday the goats crossed the bridge",
        "And the goats crossed the bridge yesterday",
        movement.is_moved_away,
    ),
    _put_in(
        "moved here",
        movement.is_said_once,
        "Today the goats crossed it",
        "The goats crossed it today",
        movement.is_moved_here,
    ),
    *read_constructions(),
)
