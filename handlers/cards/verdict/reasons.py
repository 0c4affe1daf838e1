"""The reasons of a verdict in words: the kinds of alterations, and the rules by which a close quote may differ."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.texts import Texts


def named_reasons(reasons: Iterable[str], texts: Texts) -> str:
    """Each of the reasons once, in their order; one that has no words here by its own name."""
    words = {
        # the kinds of alterations
        "number": texts("a number"),
        "unit": texts("a unit"),
        "negation": texts("a negation"),
        "opposite": texts("an opposite"),
        "condition": texts("a condition"),
        "guess": texts("how sure it is"),
        "wish": texts("a wish or a plan"),
        "time": texts("when it is so"),
        "attempt": texts("an attempt"),
        "hearsay": texts("hearsay"),
        "question": texts("a question"),
        "quantity": texts("how many, or how often"),
        "roles": texts("who does what"),
        "name": texts("a name"),
        "word put in": texts("a word put in"),
        "word left out": texts("a word left out"),
        "another word": texts("another word"),
        # the rules by which a close quote differs
        "article": texts("an article"),
        "article put in": texts("an article"),
        "linking word": texts("a linking word"),
        "linking word put in": texts("a linking word"),
        "marker": texts("a turn of speech"),
        "existential": texts("a turn of speech"),
        "adverb": texts("a word of emphasis"),
        "modifier": texts("a word of emphasis"),
        "relative verb": texts("another construction"),
        "intensifier": texts("a word of emphasis"),
        "expletive": texts("an expletive"),
        "repeated subject": texts("a subject left out"),
        "subject that goes without saying": texts("a subject left out"),
        "clause": texts("trimmed"),
        "end of a clause": texts("trimmed"),
        "elision": texts("shortened with …"),
        "said twice": texts("what was said twice"),
        "some": texts("a word left out"),
        "idle one": texts("a word left out"),
        "genitive": texts("a genitive"),
        "noun": texts("a pronoun"),
        "pronoun": texts("a pronoun"),
        "paraphrase": texts("other words for the same"),
        "inflection": texts("another form of a word"),
        "tense": texts("another tense"),
        "that was when": texts("another tense"),
        "moved": texts("words moved"),
        "moved away": texts("words moved"),
        "moved here": texts("words moved"),
        "to somebody": texts("another construction"),
        "passive": texts("another construction"),
        "relative": texts("another construction"),
        "what to do": texts("another construction"),
        "unit said before": texts("a unit left out"),
        "aside": texts("trimmed"),
        "noun taken up": texts("a pronoun"),
        "said again behind and": texts("what was said twice"),
        "pointing adverb": texts("a word of emphasis"),
        "denied thought": texts("another construction"),
        "agreement": texts("another form of a word"),
        "emphatic do": texts("a word of emphasis"),
        "for": texts("a linking word"),
        "for put in": texts("a linking word"),
        "this": texts("an article"),
        "any": texts("a word of emphasis"),
        "noun of both": texts("what was said twice"),
        "one": texts("a pronoun"),
        "particle": texts("a linking word"),
        "particle put in": texts("a linking word"),
        "several speakers": texts("several speakers"),
        "joined fragments": texts("joined from fragments"),
    }
    return ", ".join(dict.fromkeys(words.get(reason, reason) for reason in reasons))
