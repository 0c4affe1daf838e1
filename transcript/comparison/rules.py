"""The differences between a claim and a transcript that are harmless. A difference that no rule allows is an alteration.

Each rule looks at one edit: words that are left out, words that are put in, or words that replace others.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from transcript.comparison import frames
from transcript.comparison.edits import Edit
from transcript.comparison.lists import Phrase, listed, paraphrases
from transcript.comparison.names import can_stand_for, is_name
from transcript.comparison.word import Word
from transcript.comparison.wordlists import CONTRACTIONS, NEGATIONS, PRONOUNS
from transcript.language import frequency
from transcript.language.normalise import is_han
from transcript.language.spelling import spelt

Severity = Literal["same", "spoken", "light"]
"""How much an edit that is allowed takes away: nothing, what is only spoken, a little of the wording."""


Shape = Literal["left out", "put in", "replaced"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A harmless difference. `holds` tells whether an edit is one, `example` is what was said and a claim."""

    name: str
    severity: Severity
    shape: Shape
    holds: Callable[[Edit], bool]
    example: tuple[str, str]


def rules_of(rules: Collection[Rule], shape: Shape) -> list[Rule]:
    """The rules for edits of a shape, the least severe first."""
    order = ("same", "spoken", "light")
    return sorted((rule for rule in rules if rule.shape == shape), key=lambda rule: order.index(rule.severity))


def _phrase(words: Sequence[Word]) -> Phrase:
    return tuple(word.key for word in words)


def _is_listed(words: Sequence[Word], name: str) -> bool:
    """Whether words are a phrase of a list."""
    return len(words) <= 6 and _phrase(words) in listed(name)


def _is_plain(words: Sequence[Word]) -> bool:
    """Whether words deny nothing, count nothing, and make no condition, guess or report."""
    return not any(word.kind in ("negation", "number") for word in words) and not frames.within(words)


def _follows_negation(edit: Edit) -> bool:
    """Whether a negation stands right before the edit: not very good is not not good."""
    return any(word.kind == "negation" and not word.closes for word in edit.said_before(2))


def _precedes_number(edit: Edit) -> bool:
    return any(word.kind == "number" for word in edit.said_after(1))


# What says the same, in other writing


def _is_contraction(edit: Edit) -> bool:
    one, other = _phrase(edit.said), _phrase(edit.claimed)
    return len(one) == len(other) == 1 and frozenset((*one, *other)) in CONTRACTIONS


def _letters(words: Sequence[Word]) -> str:
    """The letters of the words: it's and its are the same to who types without apostrophes."""
    starts = {word.start: word.form or word.key for word in words if word.kind != "filler"}
    return "".join(starts.values())


def _has_same_letters(edit: Edit) -> bool:
    if any(word.kind == "number" for word in (*edit.said, *edit.claimed)):
        return False
    negations = [sum(word.kind == "negation" for word in words) for words in (edit.said, edit.claimed)]
    same = "".join(edit.said_keys) == "".join(edit.claimed_keys) or _letters(edit.said) == _letters(edit.claimed)
    return same and negations[0] == negations[1]


def _is_slip(edit: Edit) -> bool:
    """A slip of the keyboard in a word in general use that makes no other word. A name or an amount has no slips."""
    if len(edit.said) != 1 or len(edit.claimed) != 1:
        return False
    said, claimed = edit.said[0], edit.claimed[0]
    words = said.kind in ("content", "small", "filler") and claimed.kind == "content"
    if not words or is_han(said.key[0]) or is_name(edit.texts.said, edit.said_range[0]) or len(said.key) < 4:
        return False
    known = frequency.is_known(said.key) and not frequency.is_known(claimed.key)
    return known and claimed.key.isalpha() and not claimed.capital and spelt(said.key, claimed.key) > 0.7


# What is only spoken


def _is_filler(edit: Edit) -> bool:
    return all(word.kind == "filler" for word in edit.said) or _is_like(edit)


def _is_like(edit: Edit) -> bool:
    """A like that the sentence does without."""
    return edit.said_keys == ["like"] and not any(word.key == "to" for word in edit.said_after(1))


def _is_filler_put_in(edit: Edit) -> bool:
    return all(word.kind == "filler" for word in edit.claimed)


def _without_fillers(words: Sequence[Word]) -> list[str]:
    return [word.key for word in words if word.kind != "filler"]


def _is_repeated(edit: Edit) -> bool:
    """Words that stand there again, right before or after them."""
    said = _without_fillers(edit.said)
    size = len(said)
    if not said:
        return False
    after, before = _without_fillers(edit.said_after(3 * size)), _without_fillers(edit.said_before(3 * size))
    return after[:size] == said or before[-size:] == said


RESTART = 6
"""Words of a false start."""


def _is_false_start(edit: Edit) -> bool:
    """A beginning that breaks off and begins again with the same word: for people to, for jobs."""
    words = [word for word in edit.said if word.kind != "filler"]
    if not 1 < len(words) <= RESTART or not _is_plain(words) or any(word.pause > 1 for word in edit.said):
        return False
    broken = any(word.pause == 1 for word in edit.said) or len(words) < len(edit.said)
    after, before = _without_fillers(edit.said_after(3)), _without_fillers(edit.said_before(3))
    begins_again = after[:1] == [words[0].key] and edit.closes_clause()
    went_before = before[-1:] == [words[-1].key] and broken
    return begins_again or went_before


# What a light rewording leaves out


def _is_article(edit: Edit) -> bool:
    return _is_listed(edit.said, "article")


def _is_article_put_in(edit: Edit) -> bool:
    return _is_listed(edit.claimed, "article") and not any(word.kind == "number" for word in edit.claimed)


def _is_linking_word(edit: Edit) -> bool:
    return _is_listed(edit.said, "linking") and not any(word.kind == "negation" for word in edit.said_before(1))


def _is_linking_word_put_in(edit: Edit) -> bool:
    return _is_listed(edit.claimed, "linking")


def _is_marker(edit: Edit) -> bool:
    """A discourse marker where a clause begins, or set off by a pause behind it."""
    opens = edit.said[0].opens or (edit.begins_claim or edit.is_marked) or _begins_clause_before(edit)
    return (opens or edit.closes_clause()) and _is_listed(edit.said, "marker") and not _leaves_clauses_joined(edit)


def _begins_clause_before(edit: Edit) -> bool:
    """Whether only fillers and markers stand between the edit and the beginning of its clause."""
    for word in reversed(edit.said_before(4)):
        if word.kind != "filler" and (word.key,) not in listed("marker"):
            return False
        if word.opens:
            return True
    return False


def _leaves_clauses_joined(edit: Edit) -> bool:
    """Whether a pause of a sentence is passed within the edit, so that two sentences become one."""
    return any(word.pause > 1 for word in edit.said[:-1])


def _is_marker_put_in(edit: Edit) -> bool:
    before = edit.claimed_before(1)
    return (edit.begins_claim or before[0].closes) and _is_listed(edit.claimed, "marker")


def _is_intensifier(edit: Edit) -> bool:
    if not _is_listed(edit.said, "intensifier") or _follows_negation(edit) or _precedes_number(edit):
        return False
    return edit.said_keys not in (["so"], ["too"]) or edit.closes_clause() or edit.opens_clause()


def _is_expletive(edit: Edit) -> bool:
    return _is_listed(edit.said, "expletive")


def _is_word_put_in(edit: Edit) -> bool:
    return _is_listed(edit.claimed, "added") and not any(
        word.kind in ("negation", "number") for word in (*edit.claimed_before(1), *edit.claimed_after(1))
    )


def _is_subject_repeated(edit: Edit) -> bool:
    """A pronoun behind and, that is the subject before it: you build it and you feed it."""
    pronoun = edit.said[0]
    if pronoun.key not in PRONOUNS or any(word.key not in _BE_AND_HAVE for word in edit.said[1:]):
        return False
    before = edit.said_before(30)
    return bool(before) and before[-1].key in ("and", "or", "but") and pronoun.key in {word.key for word in before}


_BE_AND_HAVE = frozenset(("am", "is", "are", "'s", "have", "has", "will", "'d"))


def _is_chinese_subject(edit: Edit) -> bool:
    """A pronoun that begins a clause, whose subject goes without saying in Chinese."""
    return _is_listed(edit.said, "subject") and edit.opens_clause() and not edit.closes_clause()


def _is_doubled(edit: Edit) -> bool:
    """One of two words in a row that say the same: big and large."""
    words = edit.said
    if len(words) < 2 or words[-1].key not in ("and", "or", "和", "并", "与", "或"):
        return False
    return not _groups(words[:-1]).isdisjoint(_groups(edit.said_after(len(words) - 1)))


def _is_some(edit: Edit) -> bool:
    """Some, of what is not counted and is not what the sentence is about."""
    after = edit.said_after(1)
    return edit.said_keys == ["some"] and not edit.opens_clause() and bool(after) and after[0].key != "of"


def _is_genitive_put_in(edit: Edit) -> bool:
    """Better than theirs, for better than them."""
    return edit.claimed_keys == ["'s"] and any(word.key == "than" for word in edit.claimed_before(4))


# What a light rewording trims


def _is_clause(edit: Edit) -> bool:
    """A whole clause or sentence: it begins and ends at a pause, and what it says governs nothing else."""
    words = edit.said
    if len(words) < 2 or not (words[0].opens and words[-1].closes) or edit.begins_claim or edit.ends_claim:
        return False
    sentence = words[-1].pause > 1 and any(word.pause > 1 for word in edit.said_before(1))
    if sentence:
        return len(words) >= 3 and not _DISPUTES & set(edit.said_keys)
    return _is_plain(words) and not any(word.pause > 1 for word in words[:-1]) and words[0].key not in _LINKS


_DISPUTES = frozenset(
    ("wrong", "false", "true", "untrue", "kidding", "joking", "lie", "nonsense", "sarcasm", "incorrect")
)


_LINKS = frozenset(("because", "although", "though", "except", "when", "before", "after", "since", "while", "than"))


def _is_clause_tail(edit: Edit) -> bool:
    """The end of a clause from a preposition or a relative word on."""
    words = edit.said
    if not words[-1].closes or words[0].opens or edit.ends_claim or edit.begins_claim:
        return False
    return words[0].key in _TAILS and _is_plain(words) and not any(word.pause > 1 for word in words[:-1])


_TAILS = frozenset(
    ("in", "on", "at", "with", "for", "from", "by", "during", "across", "around", "which", "who", "where", "and")
)


ENOUGH = 3
"""Words that tell something on either side of a mark of elision between the ends of two sentences."""


def _is_elided(edit: Edit) -> bool:
    """What a mark of elision stands for, if nothing in it governs what is kept."""
    if not edit.is_marked or edit.begins_claim or edit.ends_claim:
        return False
    (first, last), said = edit.said_range, edit.texts.said
    kept = said[first - 1]
    if kept.kind == "negation" or (last < len(said) and said[last].kind == "negation" and not said[last].opens):
        return False
    passes = any(word.pause > 1 for word in said[first - 1 : last])
    if passes and not (kept.pause > 1 and said[last - 1].pause > 1):
        c = edit.claimed_range[0]
        sides = edit.texts.claimed[:c], edit.texts.claimed[edit.claimed_range[1] :]
        if any(sum(0.5 if is_han(word.key[0]) else 1.0 for word in side) < ENOUGH for side in sides):
            return False
    return all(frame.last <= first for frame in frames.governing(said, last))


# What a light rewording puts for other words


def _is_paraphrase(edit: Edit) -> bool:
    """Words and phrases that say the same, by a reviewed list."""
    groups = _groups(edit.said)
    return bool(groups) and not groups.isdisjoint(_groups(edit.claimed))


def _groups(words: Sequence[Word]) -> frozenset[int]:
    if len(words) == 1 and words[0].kind not in ("negation", "number"):
        table = paraphrases()
        return table.get((words[0].key,), frozenset()) | table.get((words[0].stem,), frozenset())
    return paraphrases().get(_phrase(words), frozenset())


def _is_inflected(edit: Edit) -> bool:
    """Number and tense of one word: shown for show, goats for goat. Not -ing for -ed, which is who acts."""
    if len(edit.said) != 1 or len(edit.claimed) != 1:
        return False
    said, claimed = edit.said[0], edit.claimed[0]
    if said.kind != claimed.kind or said.kind != "content" or said.stem != claimed.stem or is_han(said.key[0]):
        return False
    endings = {word.key[-3:] if word.key.endswith("ing") else word.key[-2:] for word in (said, claimed)}
    adverb = said.key.endswith("ly") != claimed.key.endswith("ly")
    names = is_name(edit.texts.said, edit.said_range[0]) or is_name(edit.texts.claimed, edit.claimed_range[0])
    return not adverb and endings != {"ing", "ed"} and not names and len(said.stem) > 2


_HAVE, _BE, _DO = frozenset(("have", "has", "'ve")), frozenset(("am", "is", "are", "'s")), frozenset(("do", "does"))


def _is_tense(edit: Edit) -> bool:
    """A verb with have, be or do for the verb alone: have shown and show, is building and builds, does fit and fits."""
    one, other = _verb(edit.said), _verb(edit.claimed)
    if one is None or other is None or len(edit.said) == len(edit.claimed):
        return False
    return one.stem == other.stem and one.kind == other.kind == "content"


def _verb(words: Sequence[Word]) -> Word | None:
    """The verb of a group, without what makes its tense."""
    if len(words) == 1:
        return words[0]
    first, last = words[0].key, words[-1]
    if len(words) != 2:
        return None
    fits = (
        (first in _HAVE and last.key != last.stem)
        or (first in _BE and last.key.endswith("ing"))
        or (first in _DO and last.key == last.stem)
    )
    return last if fits else None


def _was_when(edit: Edit) -> bool:
    """That was when, for that's when: the tense of what only points to a time or a reason."""
    if {*edit.said_keys} | {*edit.claimed_keys} not in ({"was", "is"}, {"was", "'s"}, {"was"}):
        return False
    before, after = edit.said_before(1), edit.said_after(1)
    return bool(before and after) and before[0].key in ("that", "this") and after[0].key in _POINTING


_POINTING = frozenset(("when", "where", "why", "how", "what"))


def _is_pronoun_for_name(edit: Edit) -> bool:
    """A name for a pronoun, or a pronoun for a name, if it is the one name that was said last."""
    return can_stand_for(edit)


def _is_pronoun_for_noun(edit: Edit) -> bool:
    """A pronoun for what the claim has named before: their hardware is better, it's better."""
    if len(edit.claimed) > 2 or "".join(edit.claimed_keys) not in _THIRD or len(edit.said) > 6:
        return False
    nouns = [word.key for word in edit.said if word.kind == "content"]
    if not nouns or not _is_plain(edit.said) or edit.said[-1].kind != "content":
        return False
    before = [word.key for word in edit.claimed_before(40)]
    first_words = (word for word in edit.said if word.kind != "content")
    if any(word.key not in PRONOUNS and (word.key,) not in listed("article") for word in first_words):
        return False
    return any(before[at : at + len(nouns)] == nouns for at in range(len(before) - len(nouns) + 1))


_THIRD = frozenset("it they them its their he she him her this that 它 他 她 他们 她们 它们".split())


def _is_moved(edit: Edit) -> bool:
    """An adverbial of a list that stands on the other side of the words beside it."""
    said, claimed = _phrase(edit.said), _phrase(edit.claimed)
    if len(said) != len(claimed) or len(said) < 2 or any(word.kind == "negation" for word in edit.said):
        return False
    for at in range(1, len(said)):
        if said[at:] + said[:at] == claimed and (said[:at] in listed("adverbial") or said[at:] in listed("adverbial")):
            return not any(word.pause > 1 for word in edit.said[:-1])
    return False


def _is_moved_away(edit: Edit) -> bool:
    """An adverbial that the claim has elsewhere in the clause."""
    if not _is_movable(edit.said):
        return False
    words, claimed = _phrase(edit.said), edit.texts.claimed
    places = _places(words, claimed)
    return len(places) == 1 and _are_of_one_clause(claimed, places[0], edit.claimed_range[0], len(words))


def _is_moved_here(edit: Edit) -> bool:
    """An adverbial that the transcript has elsewhere in the clause."""
    if not _is_movable(edit.claimed):
        return False
    words, said = _phrase(edit.claimed), edit.texts.said
    first, last = edit.texts.sentence(edit.said_range[0] - 1)
    places = [first + place for place in _places(words, said[first:last])]
    once = len(places) == 1 and len(_places(words, edit.texts.claimed)) == 1
    return once and _are_of_one_clause(said, places[0], edit.said_range[0], len(words))


def _is_movable(words: Sequence[Word]) -> bool:
    """Whether words are an adverbial of a list, or a preposition and what follows it."""
    if _is_listed(words, "adverbial"):
        return True
    return 1 < len(words) <= 5 and words[0].key in _MOVABLE and _is_plain(words) and words[-1].kind == "content"


_MOVABLE = frozenset("in on at with during across around towards toward for".split())


def _places(words: Phrase, text: Sequence[Word]) -> list[int]:
    keys = _phrase(text)
    return [at for at in range(len(keys) - len(words) + 1) if keys[at : at + len(words)] == words]


def _are_of_one_clause(words: Sequence[Word], one: int, other: int, size: int) -> bool:
    """Whether no other clause begins between two places."""
    first, last = sorted((one, other))
    between = words[first + (size if one < other else 0) : last]
    return not any(word.key in _CLAUSES or word.pause > 1 for word in between)


_CLAUSES = frozenset(
    "and but or because so that which who when while if where before after although then than 而 但 因 所".split()
)


_GIVING = frozenset("give owe send offer sell lend show tell pay hand teach".split())


def _is_dative(edit: Edit) -> bool:
    """What is given to somebody, for somebody who is given it: owe thanks to her, owe her thanks."""
    before = edit.said_before(1)
    if not before or before[0].stem not in _GIVING:
        return False
    long, short = _phrase(edit.said), _phrase(edit.claimed)
    if len(long) < len(short):
        long, short = short, long
    if len(long) != len(short) + 1 or "to" not in long:
        return False
    at = long.index("to")
    return 0 < at < len(long) - 1 and (*long[at + 1 :], *long[:at]) == short


def _is_passive(edit: Edit) -> bool:
    """What is done by somebody, for somebody who does it: built by the brothers, the brothers built."""
    by_said, by_claimed = "by" in edit.said_keys, "by" in edit.claimed_keys
    if by_said == by_claimed:
        return False
    passive, active = (edit.said, edit.claimed) if by_said else (edit.claimed, edit.said)
    at = next(i for i, word in enumerate(passive) if word.key == "by")
    agent, verb = _phrase(passive[at + 1 :]), passive[:at]
    if not agent or not verb or len(active) <= len(agent):
        return False
    done = [word.stem for word in verb if word.key not in _PASSIVE_BE]
    acts = [word.stem for word in active]
    return len(done) == 1 and _phrase(active[: len(agent)]) == agent and acts[len(agent) :] == done


_PASSIVE_BE = frozenset(("is", "are", "was", "were", "been", "being", "that", "which"))


def _is_relative(edit: Edit) -> bool:
    """A relative clause for a participle: that dominate, dominating."""
    one, other = edit.said, edit.claimed
    if len(one) != 2 or len(other) != 1:
        return False
    return one[0].key in _RELATIVE and one[1].stem == other[0].stem and other[0].key.endswith("ing")


_RELATIVE = frozenset(("that", "which", "who"))


def _is_question_word_with_to(edit: Edit) -> bool:
    """Where we should put it, for where to put it."""
    before = edit.said_before(1)
    should = len(edit.said) == 2 and edit.said[0].key in PRONOUNS and edit.said[1].key in ("should", "can")
    return bool(before) and before[0].key in _POINTING and should and edit.claimed_keys == ["to"]


def _repeats_unit(edit: Edit) -> bool:
    """An amount without its unit, where the one before it has that: a million dollars, even a billion."""
    if len(edit.said) != 1 or len(edit.claimed) != 1:
        return False
    said, claimed = edit.said[0], edit.claimed[0]
    if said.kind != "number" or said.key != claimed.key or claimed.unit:
        return False
    return any(word.kind == "number" and word.unit == said.unit for word in edit.said_before(6))


def _is_idle_one(edit: Edit) -> bool:
    """A one that counts nothing: before a name, or set off by pauses."""
    after = edit.said_after(1)
    set_off = edit.said[0].opens and edit.said[0].closes
    return edit.said_keys == ["one"] and (set_off or bool(after and is_name(edit.texts.said, edit.said_range[1])))


RULES: tuple[Rule, ...] = (
    Rule("contraction", "same", "replaced", _is_contraction, ("It is late, he has gone", "It's late, he's gone")),
    Rule("spelling", "same", "replaced", _has_same_letters, ("Core Weave paid for it", "CoreWeave paid for it")),
    Rule("slip", "same", "replaced", _is_slip, ("They paid for the granite", "They paid for the granitte")),
    Rule("filler", "spoken", "left out", _is_filler, ("It was, um, very heavy", "It was very heavy")),
    Rule("filler put in", "spoken", "put in", _is_filler_put_in, ("It was very heavy", "It was, um, very heavy")),
    Rule("repeated words", "spoken", "left out", _is_repeated, ("They they ran out of it", "They ran out of it")),
    Rule("false start", "spoken", "left out", _is_false_start, ("It was, it is heavy", "It is heavy")),
    Rule("article", "light", "left out", _is_article, ("They built the bridges", "They built bridges")),
    Rule("article put in", "light", "put in", _is_article_put_in, ("They built bridges", "They built the bridges")),
    Rule("linking word", "light", "left out", _is_linking_word, ("We know that it fell", "We know it fell")),
    Rule("linking word put in", "light", "put in", _is_linking_word_put_in, ("We know it fell", "We know that it fell")),
    Rule("marker", "light", "left out", _is_marker, ("And honestly, it fell", "It fell")),
    Rule("marker put in", "light", "put in", _is_marker_put_in, ("It fell", "So it fell")),
    Rule("intensifier", "light", "left out", _is_intensifier, ("It is really heavy", "It is heavy")),
    Rule("expletive", "light", "left out", _is_expletive, ("I don't fucking know", "I don't know")),
    Rule("word put in", "light", "put in", _is_word_put_in, ("They left", "They left too")),
    Rule("repeated subject", "light", "left out", _is_subject_repeated, ("You build it and you feed it", "You build it and feed it")),
    Rule("clause", "light", "left out", _is_clause, ("It fell, as it rained, and they left", "It fell, and they left")),
    Rule("end of a clause", "light", "left out", _is_clause_tail, ("It fell in the river, and they left", "It fell, and they left")),
    Rule("elision", "light", "left out", _is_elided, ("The bridge fell and the goats swam over the river", "The bridge fell … over the river")),
    Rule("subject that goes without saying", "light", "left out", _is_chinese_subject, ("桥很旧,它会塌", "桥很旧,会塌")),
    Rule("said twice", "light", "left out", _is_doubled, ("a big and large bridge", "a large bridge")),
    Rule("some", "light", "left out", _is_some, ("They sold some hay", "They sold hay")),
    Rule("genitive", "light", "put in", _is_genitive_put_in, ("better than Ada", "better than Ada's")),
    Rule("noun", "light", "replaced", _is_pronoun_for_noun, ("The hardware is old and the hardware is slow", "The hardware is old and it is slow")),
    Rule("paraphrase", "light", "replaced", _is_paraphrase, ("They bought it", "They purchased it")),
    Rule("inflection", "light", "replaced", _is_inflected, ("They build bridges", "They built bridges")),
    Rule("tense", "light", "replaced", _is_tense, ("Studies have shown it", "Studies show it")),
    Rule("that was when", "light", "replaced", _was_when, ("That was when it fell", "That's when it fell")),
    Rule("pronoun", "light", "replaced", _is_pronoun_for_name, ("Ada came. She built it", "Ada came. Ada built it")),
    Rule("moved", "light", "replaced", _is_moved, ("It fell yesterday", "Yesterday it fell")),
    Rule("moved away", "light", "left out", _is_moved_away, ("Yesterday the goats crossed the old bridge", "The goats crossed the old bridge yesterday")),
    Rule("moved here", "light", "put in", _is_moved_here, ("Yesterday the goats crossed the old bridge", "The goats crossed the old bridge yesterday")),
    Rule("to somebody", "light", "replaced", _is_dative, ("We owe thanks to her", "We owe her thanks")),
    Rule("passive", "light", "replaced", _is_passive, ("The bridge built by the brothers", "The bridge the brothers built")),
    Rule("relative", "light", "replaced", _is_relative, ("Goats that dominate it", "Goats dominating it")),
    Rule("what to do", "light", "replaced", _is_question_word_with_to, ("They told us where we should put it", "They told us where to put it")),
    Rule("unit said before", "light", "replaced", _repeats_unit, ("5 dollars, even 6 dollars", "5 dollars, even 6")),
    Rule("idle one", "light", "left out", _is_idle_one, ("Apple, one, is late", "Apple is late")),
)  # fmt: skip
