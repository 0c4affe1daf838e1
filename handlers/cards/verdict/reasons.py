"""The reasons of a verdict in words: the kinds of alterations, and the rules by which a close quote may differ."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.texts import Texts, to_translate

_REASONS = {
    to_translate("a number"): ("number",),
    to_translate("a unit"): ("unit",),
    to_translate("a negation"): ("negation",),
    to_translate("an opposite"): ("opposite",),
    to_translate("a condition"): ("condition",),
    to_translate("how sure it is"): ("guess",),
    to_translate("a wish or a plan"): ("wish",),
    to_translate("when it is so"): ("time",),
    to_translate("an attempt"): ("attempt",),
    to_translate("hearsay"): ("hearsay",),
    to_translate("a question"): ("question",),
    to_translate("how many, or how often"): ("quantity",),
    to_translate("who does what"): ("roles",),
    to_translate("a name"): ("name",),
    to_translate("a word put in"): ("word put in",),
    to_translate("a word left out"): ("word left out", "words left out"),
    to_translate("another word"): ("another word",),
    to_translate("an article"): (
        "own thing",
        "article for a possessive",
    ),
    to_translate("a linking word"): (
        "span of time",
        "time when",
        "some of the",
        "reason why",
        "listed without its first and",
    ),
    to_translate("small words"): ("small words", "idle word", "idle word put in"),
    to_translate("a turn of speech"): ("marker",),
    to_translate("a word of emphasis"): (
        "emphatic do",
        "stuff",
        "a thing that is so",
    ),
    to_translate("a subject left out"): ("subject that goes without saying",),
    to_translate("trimmed"): ("clause", "end of a clause"),
    to_translate("shortened with …"): ("elision",),
    to_translate("what was said twice"): ("said twice", "said again behind and", "said for both"),
    to_translate("a genitive"): ("genitive",),
    to_translate("a pronoun"): ("noun", "pronoun"),
    to_translate("other words for the same"): ("paraphrase", "instrument", "have got", "flat adverb"),
    to_translate("another form of a word"): ("inflection",),
    to_translate("another tense"): (
        "perfect",
        "progressive",
        "that was when",
        "future",
        "denied future",
        "there has been",
        "reported is",
        "has been done",
        "has been doing",
        "past perfect",
        "denied perfect",
        "will of habit",
    ),
    to_translate("words moved"): ("moved away", "moved here", "particle moved"),
    to_translate("a unit left out"): ("unit said before",),
    to_translate("several speakers"): ("several speakers",),
    to_translate("joined from fragments"): ("joined fragments",),
}
"""For each wording the names of kinds and of rules that it stands for."""


OTHER = to_translate("another construction")
"""The wording for the names of all other rules, which are of constructions."""


_WORDING = {name: wording for wording, names in _REASONS.items() for name in names}


def named_reasons(reasons: Iterable[str], texts: Texts) -> str:
    """Each of the reasons once, in their order."""
    named = (texts(_WORDING.get(reason, OTHER)) for reason in reasons)
    return ", ".join(dict.fromkeys(named))
