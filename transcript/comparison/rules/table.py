"""The differences between a claim and a transcript that are harmless; one that no rule allows is an alteration."""

from __future__ import annotations

from functools import partial

from transcript.comparison.rules import clauses, movement, omission, rewording, same, spoken
from transcript.comparison.rules import small_words as small
from transcript.comparison.rules.constructions import read_constructions
from transcript.comparison.rules.rule import Rule, is_one_word

_left_out = partial(Rule, shape="left out")
_put_in = partial(Rule, shape="put in")
_replaced = partial(Rule, shape="replaced")
_alteration = partial(Rule, shape="alteration")
_same = partial(Rule, shape="replaced", severity="same")
_spoken = partial(Rule, shape="left out", severity="spoken")

RULES: tuple[Rule, ...] = (
    # the same words in other writing
    _same("contraction", is_one_word, ("He has gone", "He's gone"), may_begin=same.are_written_for_each_other),
    _same(
        "spelling",
        same.are_written_alike,
        ("Core Weave paid for it", "CoreWeave paid for it"),
        may_begin=same.begin_alike,
    ),
    _same("slip", is_one_word, ("They paid for the granite", "They paid for the granitte"), may_begin=same.are_slip),
    # speech that writing leaves out
    _spoken("filler", spoken.is_filler, ("It was, um, very heavy", "It was very heavy")),
    _spoken("repeated words", spoken.is_repeated, ("Then they they left it", "Then they left it")),
    _spoken("false start", spoken.is_false_start, ("Now it was, it is heavy", "Now it is heavy")),
    # small words
    _left_out("idle word", small.is_idle, ("It is really heavy", "It is heavy"), is_small=True),
    _put_in("idle word put in", small.may_be_idle, ("They left", "They left too"), small.is_free, is_small=True),
    _left_out(
        "marker", small.is_marker, ("It left, and, you know what, it fell", "It left, and it fell"), small.is_set_off
    ),
    _left_out("subject that goes without saying", small.is_chinese_subject, ("桥很旧,它会塌", "桥很旧,会塌")),
    _alteration("small words", small.is_small, ("They built the bridges", "They built bridges")),
    _alteration("words left out", omission.is_omitted, ("It fell on the old mill", "It fell on the mill")),
    # what is said twice, or can be trimmed
    _left_out("said twice", spoken.is_doubled, ("a big and large bridge", "a large bridge")),
    _left_out(
        "said again behind and",
        spoken.is_gapped,
        ("You build it and you feed it", "You build it and feed it"),
        spoken.is_kept_apart,
    ),
    _left_out("clause", clauses.is_clause, ("It fell, as it rained, and sank", "It fell, and sank"), clauses.is_within),
    _left_out(
        "end of a clause", clauses.is_tail, ("It fell on me, and sank", "It fell, and sank"), clauses.is_unmarked
    ),
    _left_out(
        "elision",
        clauses.may_elide,
        ("It fell as goats swam the river", "It fell the river"),
        clauses.is_elided,
        takes_all=True,
    ),
    # other words for the same
    _replaced(
        "paraphrase",
        rewording.is_paraphrase,
        ("They bought it", "They purchased it"),
        may_begin=rewording.begin_alike,
        sizes=rewording.sizes_listed,
    ),
    _replaced(
        "inflection", rewording.is_inflected, ("They sell goats", "They sold goats"), may_begin=rewording.are_inflected
    ),
    _replaced(
        "unit said before",
        rewording.has_said_unit,
        ("5 feet, even 6 feet", "5 feet, even 6"),
        may_begin=rewording.lacks_unit,
    ),
    _replaced(
        "pronoun", rewording.is_name, ("Ada came. She left", "Ada came. Ada left"), may_begin=rewording.may_be_name
    ),
    _replaced(
        "noun", rewording.is_noun, ("Old hay, the hay is wet", "Old hay, it is wet"), may_begin=rewording.may_be_noun
    ),
    # other places, other constructions
    _left_out(
        "moved away", movement.may_move, ("And today goats left it", "And goats left it today"), movement.is_moved
    ),
    _put_in("moved here", movement.may_move_here, ("Today goats left", "Goats left today"), movement.is_moved_here),
    *read_constructions(),
)
