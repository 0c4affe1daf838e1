"""The differences between a claim and a transcript that are harmless; one that no rule allows is an alteration."""

from __future__ import annotations

from transcript.comparison.rules.clauses import is_clause, is_clause_tail, is_elided
from transcript.comparison.rules.movement import is_dative, is_moved, is_moved_away, is_moved_here, is_passive
from transcript.comparison.rules.rewording import (
    is_inflected,
    is_paraphrase,
    is_pronoun_for_name,
    is_pronoun_for_noun,
    is_question_word_with_to,
    is_relative,
    is_tense,
    was_when,
)
from transcript.comparison.rules.rule import Rule
from transcript.comparison.rules.same import has_same_letters, is_contraction, is_slip
from transcript.comparison.rules.small_words import (
    is_adverb,
    is_article,
    is_article_put_in,
    is_chinese_subject,
    is_doubled,
    is_existential,
    is_expletive,
    is_genitive_put_in,
    is_idle_one,
    is_intensifier,
    is_linking_word,
    is_linking_word_put_in,
    is_marker,
    is_modifier,
    is_relative_verb,
    is_some,
    is_subject_repeated,
    is_word_put_in,
    repeats_unit,
)
from transcript.comparison.rules.speech import (
    is_agreement,
    is_aside,
    is_denied_thought,
    is_gapped,
    is_pointing,
    is_taken_up,
)
from transcript.comparison.rules.spoken import is_false_start, is_filler, is_repeated

RULES: tuple[Rule, ...] = (
    Rule("contraction", "same", "replaced", is_contraction, ("It is late, he has gone", "It's late, he's gone")),
    Rule("spelling", "same", "replaced", has_same_letters, ("Core Weave paid for it", "CoreWeave paid for it")),
    Rule("slip", "same", "replaced", is_slip, ("They paid for the granite", "They paid for the granitte")),
    Rule("filler", "spoken", "left out", is_filler, ("It was, um, very heavy", "It was very heavy")),
    Rule(
        "repeated words", "spoken", "left out", is_repeated, ("And they they ran out of it", "And they ran out of it")
    ),
    Rule("false start", "spoken", "left out", is_false_start, ("So now it was, it is heavy", "So now it is heavy")),
    Rule("article", "light", "left out", is_article, ("They built the bridges", "They built bridges")),
    Rule("article put in", "light", "put in", is_article_put_in, ("They built bridges", "They built the bridges")),
    Rule("linking word", "light", "left out", is_linking_word, ("We know that it fell", "We know it fell")),
    Rule("linking word put in", "light", "put in", is_linking_word_put_in, ("We know it fell", "We know that it fell")),
    Rule("marker", "light", "left out", is_marker, ("They left, and honestly, it fell", "They left, and it fell")),
    Rule("intensifier", "light", "left out", is_intensifier, ("It is really heavy", "It is heavy")),
    Rule("adverb", "light", "left out", is_adverb, ("It was entirely finished", "It was finished")),
    Rule("modifier", "light", "left out", is_modifier, ("They built an enormous bridge", "They built a bridge")),
    Rule("existential", "light", "left out", is_existential, ("So, there were goats who left", "So, goats left")),
    Rule(
        "relative verb",
        "light",
        "left out",
        is_relative_verb,
        ("Ada, who was a widow here", "Ada, a widow here"),
    ),
    Rule("aside", "light", "left out", is_aside, ("It was - maybe the first time - heavy", "It was heavy")),
    Rule("noun taken up", "light", "left out", is_taken_up, ("The goats, they left late", "The goats left late")),
    Rule(
        "said again behind and",
        "light",
        "left out",
        is_gapped,
        ("Ada asked the goats and asked the widow", "Ada asked the goats and the widow"),
    ),
    Rule("pointing adverb", "light", "left out", is_pointing, ("It is old right now because", "It is old because")),
    Rule("denied thought", "light", "replaced", is_denied_thought, ("I think it isn't old", "I don't think it is old")),
    Rule("agreement", "light", "replaced", is_agreement, ("Those which make it", "Those which makes it")),
    Rule("expletive", "light", "left out", is_expletive, ("I don't fucking know", "I don't know")),
    Rule("word put in", "light", "put in", is_word_put_in, ("They left", "They left too")),
    Rule(
        "repeated subject",
        "light",
        "left out",
        is_subject_repeated,
        ("You build it and you feed it", "You build it and feed it"),
    ),
    Rule("clause", "light", "left out", is_clause, ("It fell, as it rained, and they left", "It fell, and they left")),
    Rule(
        "end of a clause",
        "light",
        "left out",
        is_clause_tail,
        ("It fell in the river, and they left", "It fell, and they left"),
    ),
    Rule(
        "elision",
        "light",
        "left out",
        is_elided,
        ("The bridge fell and the goats swam over the river", "The bridge fell … over the river"),
    ),
    Rule("subject that goes without saying", "light", "left out", is_chinese_subject, ("桥很旧,它会塌", "桥很旧,会塌")),
    Rule("said twice", "light", "left out", is_doubled, ("a big and large bridge", "a large bridge")),
    Rule("some", "light", "left out", is_some, ("They sold some hay", "They sold hay")),
    Rule("genitive", "light", "put in", is_genitive_put_in, ("better than Ada", "better than Ada's")),
    Rule(
        "noun",
        "light",
        "replaced",
        is_pronoun_for_noun,
        ("The hardware is old and the hardware is slow", "The hardware is old and it is slow"),
    ),
    Rule("paraphrase", "light", "replaced", is_paraphrase, ("They bought it", "They purchased it")),
    Rule("inflection", "light", "replaced", is_inflected, ("They build bridges", "They built bridges")),
    Rule("tense", "light", "replaced", is_tense, ("Studies have shown it", "Studies show it")),
    Rule("that was when", "light", "replaced", was_when, ("That was when it fell", "That's when it fell")),
    Rule("pronoun", "light", "replaced", is_pronoun_for_name, ("Ada came. She built it", "Ada came. Ada built it")),
    Rule(
        "moved", "light", "replaced", is_moved, ("The goats left yesterday by boat", "The goats yesterday left by boat")
    ),
    Rule(
        "moved away",
        "light",
        "left out",
        is_moved_away,
        ("And yesterday the goats crossed the old bridge", "And the goats crossed the old bridge yesterday"),
    ),
    Rule(
        "moved here",
        "light",
        "put in",
        is_moved_here,
        ("Yesterday the goats crossed the old bridge", "The goats crossed the old bridge yesterday"),
    ),
    Rule("to somebody", "light", "replaced", is_dative, ("We owe thanks to her", "We owe her thanks")),
    Rule(
        "passive",
        "light",
        "replaced",
        is_passive,
        ("The bridge built by the brothers", "The bridge the brothers built"),
    ),
    Rule("relative", "light", "replaced", is_relative, ("Goats that dominate it", "Goats dominating it")),
    Rule(
        "what to do",
        "light",
        "replaced",
        is_question_word_with_to,
        ("They told us where we should put it", "They told us where to put it"),
    ),
    Rule("unit said before", "light", "replaced", repeats_unit, ("5 dollars, even 6 dollars", "5 dollars, even 6")),
    Rule("idle one", "light", "left out", is_idle_one, ("Apple, one, is late", "Apple is late")),
)
