"""Words that turn the meaning of a sentence, or leave it as it is, as plain data, in English and Chinese."""

from __future__ import annotations

from transcript.language import lexicon
from transcript.language.lexicon import words
from transcript.language.wordlist import read_rows, read_words

NEGATIONS = frozenset(words("not never no none nobody nothing nowhere neither nor without hardly barely"))
"""Words that turn what is said into its contrary; `n't` is read as `not`."""


NEGATED: dict[str, str] = {
    f"{verb}nt": verb
    for verb in words("is are was were do does did has have had could would should might must need dare ought")
} | {"cant": "can", "wont": "will", "shant": "shall", "aint": "is"}
"""A verb with n't, without its apostrophe, and the verb."""


CONTRACTED: dict[str, str] = {"re": "are", "ve": "have", "ll": "will", "m": "am", "s": "'s", "d": "'d"}
"""Words behind an apostrophe; 's may be is, has or a genitive, 'd had or would."""


CONTRACTIONS = frozenset(map(frozenset, (("'s", "is"), ("'s", "has"), ("'d", "had"), ("'d", "would"))))
"""Groups of words that may stand for one another."""


JOINED: dict[str, tuple[str, ...]] = {
    "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"), "kinda": ("kind", "of"),
    "sorta": ("sort", "of"), "lemme": ("let", "me"), "gimme": ("give", "me"), "dunno": ("do", "not", "know"),
    "outta": ("out", "of"), "lotta": ("lot", "of"), "cannot": ("can", "not"), "im": ("i", "am"),
    "youre": ("you", "are"), "theyre": ("they", "are"), "thats": ("that", "'s"), "its": ("it", "'s"),
    "ive": ("i", "have"), "weve": ("we", "have"), "theyve": ("they", "have"), "youve": ("you", "have"),
    "theres": ("there", "'s"), "hes": ("he", "'s"), "shes": ("she", "'s"), "whats": ("what", "'s"),
    "lets": ("let", "'s"), "itll": ("it", "will"), "theyll": ("they", "will"), "youll": ("you", "will"),
}  # fmt: skip
"""Words that are several in one, as they are said or typed."""


CHINESE_NEGATIONS = frozenset("不没未无非别勿莫")


CHINESE_PLAIN = read_words("plain_words.zh")


CHINESE_DENYING = words("不同意 不过关 不管用 不断定 从未来")
"""Words that begin like those and do deny."""


QUANTITIES: dict[str, str] = {
    word: kind
    for kind, those in {
        "all": "all every everyone everybody everything always entire whole each both 都 全 每 总 皆",
        "most": "most mostly majority 大多 大部",
        "many": "many much lot lots plenty bunch ton tons loads numerous 多 许",
        "little": "few little",
        "some": "some somebody someone something several couple sometimes somewhat 几 些",
        "none": "none nobody nothing never",
        "only": "only solely merely 只 仅",
        "more": "more 更",
        "less": "less fewer 少",
        "least": "least",
        "almost": "almost nearly",
        "best": "最",
    }.items()
    for word in words(those)
}
"""Words of quantity and frequency, in classes within which one word may stand for another."""


LIMITS = frozenset(words("most few only"))
"""Words that limit so what begins right after them."""


BREAKING = frozenset(words("and but because so although though while whereas unless since"))
"""Words with which a clause begins that a negation before them does not deny."""


UNIT_WORDS = frozenset(words("dollar euro pound yuan percent"))


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, other in read_rows("opposites"):
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITES = _opposites()


FILLERS = lexicon.FILLERS | {word for word in lexicon.CHINESE_FILLERS if len(word) == 1}


FILLER_PAIRS = lexicon.FILLER_PAIRS


CHINESE_FILLERS = [word for word in lexicon.CHINESE_FILLERS if len(word) > 1]
"""What is said while one thinks, and left out by who writes it down."""


NO_PAUSE = frozenset(words("a the this that what some any one same do did does if as not would dont"))
"""After these, you know and kind of are no fillers."""


PAUSES = frozenset(words("right well so okay ok"))
"""Fillers only after a pause; else they are words like others."""


LIKED = frozenset(read_words("liked.en"))
"""After these, like is no filler."""


LIGHT = frozenset(read_words("small_words.en"))


CHINESE_LIGHT_WORDS = [word for word in read_words("small_words.zh") if len(word) > 1]


CHINESE_LIGHT = frozenset(read_words("small_words.zh")) - frozenset(CHINESE_LIGHT_WORDS)


DEGREES = frozenset("更最很太非较越")
"""Characters that belong to the adjective after them."""


PRONOUNS = frozenset(
    words(
        """
        i you he she it we they me him her us them his its their theirs our your my this that these those who
        我 你 他 她 它 这 那 其
        """
    )
)
"""Words in whose place a quote may have the name."""
