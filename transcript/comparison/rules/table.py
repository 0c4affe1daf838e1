"""The differences between a claim and a transcript that are harmless; one that no rule allows is an alteration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from transcript.comparison.rules import clauses, grammar, movement, rewording, same, spoken
from transcript.comparison.rules import small_words as small
from transcript.comparison.rules.constructions import read_constructions
from transcript.comparison.rules.rewording import sizes_listed
from transcript.comparison.rules.rule import Holds, Pair, Rule, Sizing, anywhere, few_words, is_one_word


def _left_out(name: str, holds: Holds, said: str, claimed: str, there: Holds = anywhere) -> Rule:
    return Rule(name, "light", "left out", holds, (said, claimed), there)


def _spoken(name: str, holds: Holds, said: str, claimed: str) -> Rule:
    return Rule(name, "spoken", "left out", holds, (said, claimed))


def _put_in(name: str, holds: Holds, said: str, claimed: str, there: Holds = anywhere) -> Rule:
    return Rule(name, "light", "put in", holds, (said, claimed), there)


def _replaced(name: str, first: Pair, holds: Holds, said: str, claimed: str, sizes: Sizing = few_words) -> Rule:
    return Rule(name, "light", "replaced", holds, (said, claimed), sizes=sizes, may_begin=first)


def _same(name: str, first: Pair, said: str, claimed: str, holds: Holds = is_one_word) -> Rule:
    return Rule(name, "same", "replaced", holds, (said, claimed), may_begin=first)


def _grammar() -> Iterator[Rule]:
    """The rules for words with a part in grammar alone."""
    for rule in (
        _left_out(
            "grammar left out",
            grammar.is_left_out,
            "They built the bridges",
            "They built bridges",
            grammar.is_gone,
        ),
        _put_in(
            "grammar put in", grammar.may_be_put_in, "They help build it", "They help to build it", grammar.is_put_in
        ),
        _replaced(
            "grammar",
            grammar.are_grammatical,
            grammar.is_grammar,
            "It is in wet hay",
            "It is at wet hay",
            grammar.sizes_of_grammar,
        ),
    ):
        yield replace(rule, may_touch=grammar.may_touch)


RULES: tuple[Rule, ...] = (
    # the same words in other writing
    _same("contraction", same.are_written_for_each_other, "It is late, he has gone", "It's late, he's gone"),
    _same("spelling", same.begin_alike, "Core Weave paid for it", "CoreWeave paid for it", same.are_written_alike),
    _same("slip", same.are_slip, "They paid for the granite", "They paid for the granitte"),
    # speech that writing leaves out
    _spoken("filler", spoken.is_filler, "It was, um, very heavy", "It was very heavy"),
    _spoken("repeated words", spoken.is_repeated, "Then they they left it", "Then they left it"),
    _spoken("false start", spoken.is_false_start, "Now it was, it is heavy", "Now it is heavy"),
    # small words
    _left_out("article", small.is_article, "他们有大量的人才", "他们有大量人才"),
    _put_in("article put in", small.is_article_put_in, "他们有大量人才", "他们有大量的人才"),
    _left_out("indefinite this", small.is_indefinite, "They had this old bridge", "They had old bridge"),
    _left_out("linking word", small.is_linking_word, "We know that it fell", "We know it fell"),
    _put_in("linking word put in", small.may_link, "We know it fell", "We know that it fell", small.links_here),
    _left_out("marker", small.is_marker, "It left, and honestly, it fell", "It left, and it fell", small.is_set_off),
    _left_out("intensifier", small.is_intensifier, "It is really heavy", "It is heavy"),
    _left_out("expletive", small.is_expletive, "I don't fucking know", "I don't know"),
    _left_out("adverb", small.is_adverb, "It was entirely finished", "It was finished", small.may_lack_adverb),
    _left_out("vocative", small.is_vocative, "It fell, guys, and it sank", "It fell, and it sank"),
    _left_out("resumptive", small.is_resumed, "My old bridge, it fell in May", "My old bridge fell in May"),
    _put_in("word put in", small.is_word_put_in, "They left", "They left too", small.replaces_nothing),
    _left_out("subject that goes without saying", small.is_chinese_subject, "桥很旧,它会塌", "桥很旧,会塌"),
    # what is said twice, or can be trimmed
    _left_out("said twice", spoken.is_doubled, "a big and large bridge", "a large bridge"),
    _left_out(
        "said again behind and",
        spoken.is_gapped,
        "You build it and you feed it",
        "You build it and feed it",
        spoken.is_kept_apart,
    ),
    _put_in("said again", spoken.is_gap_filled, "You build it and feed it", "You build it and you feed it"),
    _replaced("joined by and", spoken.may_join, spoken.is_joined, "I see Ada, I see Ben", "I see Ada and Ben"),
    _left_out("clause", clauses.is_clause, "It fell, as it rained, and sank", "It fell, and sank", clauses.is_within),
    _left_out("end of a clause", clauses.is_tail, "It fell on me, and sank", "It fell, and sank", clauses.is_unmarked),
    _left_out("elision", clauses.may_elide, "It fell as goats swam the river", "It fell the river", clauses.is_elided),
    # other words for the same
    _replaced(
        "paraphrase",
        rewording.begin_alike,
        rewording.is_paraphrase,
        "They bought it",
        "They purchased it",
        sizes_listed,
    ),
    _replaced(
        "initials",
        rewording.begin_with_one_letter,
        rewording.are_initials,
        "They saw an abstract syntax tree",
        "They saw an AST",
        rewording.sizes_of_initials,
    ),
    _replaced("inflection", rewording.are_inflected, is_one_word, "They build bridges", "They built bridges"),
    _replaced(
        "comparison",
        rewording.may_be_compared,
        rewording.is_compared,
        "It is more old than Ada",
        "It is older than Ada",
    ),
    _replaced("pronoun", rewording.may_be_name, rewording.is_name, "Ada came. She built it", "Ada came. Ada built it"),
    _replaced("noun", rewording.may_be_noun, rewording.is_noun, "Old hay, the hay is wet", "Old hay, it is wet"),
    _replaced(
        "unit said before", rewording.lacks_unit, rewording.has_said_unit, "5 feet, even 6 feet", "5 feet, even 6"
    ),
    # other places, other constructions
    _left_out("moved away", movement.may_move, "And today goats left it", "And goats left it today", movement.is_moved),
    _put_in("moved here", movement.may_move_here, "Today goats left it", "Goats left it today", movement.is_moved_here),
    *read_constructions(),
    *_grammar(),
)
