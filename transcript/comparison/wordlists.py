"""Words that turn the meaning of a sentence, or leave it as it is, as plain data, in English and Chinese."""

from __future__ import annotations

from collections.abc import Iterable

from transcript.language.lexicon import words

NEGATIONS = frozenset(words("not never no none nobody nothing nowhere neither nor without hardly barely"))
"""Words that turn what is said into its contrary; `n't` is read as `not`."""


NEGATED: dict[str, str] = {
    f"{verb}nt": verb
    for verb in words("is are was were do does did has have had could would should might must need dare ought")
} | {"cant": "can", "wont": "will", "shant": "shall", "aint": "is"}
"""A verb with n't, without its apostrophe, and the verb."""


CONTRACTED: dict[str, str] = {"re": "are", "ve": "have", "ll": "will", "m": "am", "s": "'s", "d": "'d"}
"""What stands after an apostrophe; 's may be is, has or a genitive, 'd had or would."""


CONTRACTIONS = frozenset(map(frozenset, (("'s", "is"), ("'s", "has"), ("'d", "had"), ("'d", "would"))))
"""What may stand for one another."""


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


CHINESE_PLAIN = words(
    """
    非常 未来 无论 无疑 别人 别的 特别 分别 区别 级别 性别 个别 告别 类别 识别 除非 非洲 不过 不仅 不断 不管 不论
    不同 不少 不久 对不起 差不多 了不起 不但 不只 不止 不光 无非 莫名 是不是 会不会 能不能 要不要 有没有 好不好
    对不对 可不可以 最初 最后 最终 最近 全球 全国 全新 安全 完全 总统 总之 总监 总部 总裁 总共 更新 更换 变更 首都
    成都 都市 多少 多亏 至少 缺少 减少 少年 少女 每当 几何 几率 几乎 什么都 谁都 哪都 哪里都 怎么都
    """
)
"""Words that hold a character of a negation, or of an amount, and neither deny nor count."""


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
"""How much or how often, in classes within which one word may stand for another."""


LIMITS = frozenset(words("most few only"))
"""Words that limit so what begins right after them."""


BREAKING = frozenset(words("and but because so although though while whereas unless since"))
"""Words with which a clause begins that a negation before them does not deny."""


UNIT_WORDS = frozenset(words("dollar euro pound yuan percent"))


def _opposites(pairs: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in pairs:
        one, other = pair.split("/")
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITES = _opposites(
    words(
        """
        before/after with/without up/down over/under above/below in/out on/off into/from inside/outside more/less
        most/least always/never yes/no and/or same/different same/other here/there start/end begin/end beginning/end
        second/minute second/hour second/day minute/hour minute/day minute/week hour/day hour/week hour/month day/week
        day/month day/year week/month week/year month/year month/decade year/decade year/century decade/century
        seconds/minutes seconds/hours seconds/days minutes/hours minutes/days minutes/weeks hours/days hours/weeks
        hours/months days/weeks days/months days/years weeks/months weeks/years months/years months/decades
        years/decades years/centuries decades/centuries jobs/tasks job/task tokens/parameters token/parameter
        秒/分 分/时 天/周 周/月 月/年 天/月 天/年 日/月 日/年 周/年
        early/late first/last come/go give/take right/wrong well/badly now/later because/despite for/against to/from
        前/后 上/下 内/外 多/少 大/小 高/低 早/晚 快/慢 好/坏 强/弱 长/短 新/旧 来/去 进/出 对/错 有/无 能/难
        """
    )
)
"""Words that cannot be put for one another, though many of them tell little by themselves."""


FILLERS = frozenset(words("um uh uhm erm er ah oh hmm like right yeah yep okay ok well so 嗯 呃 啊 呢 吧 哦 呀 嘛 哎"))


FILLER_PAIRS = (("you", "know"), ("i", "mean"), ("sort", "of"), ("kind", "of"))


CHINESE_FILLERS = words("你知道 我的意思是 就是说 对吧 怎么说呢 那个 这个")
"""What is said while one thinks, and left out by who writes it down."""


NO_PAUSE = frozenset(words("a the this that what some any one same do did does if as not would dont"))
"""After these, you know and kind of are no fillers."""


PAUSES = frozenset(words("right well so okay ok"))
"""Fillers only after a pause; else they are words like others."""


LIKED = frozenset(
    words(
        """
        not to would 'd i you we they do did does who people look looks looked feel feels sound sounds seem seems more
        nothing something things anything stuff
        """
    )
)
"""After these, like is no filler."""


WEAK = frozenset(
    words(
        """
        give gives gave given make makes made making take takes took taking put puts go goes went gone come comes came
        use uses used using want wants wanted try tries tried trying become becomes became tell tells told thing things
        stuff really actually basically literally obviously simply quite very pretty totally definitely certainly
        currently today nowadays honestly frankly probably perhaps maybe especially particularly essentially generally
        already lot people folks kind sort way bit think thinks thought believe guess feel feels felt seem seems seemed
        look looks looked happen happens happened ton tons
        """
    )
)
"""Words that a light rewording puts in, leaves out or puts for one another, but not for a word that tells something."""


LIGHT = WEAK | frozenset(
    words(
        """
        able around between above below beyond during near across toward towards upon among within per via along
        whereas although unless since until just hence thus therefore instead rather besides anyway going yet too also
        even still though however ever again us them him her me they we you he she it i who whom this that these those
        there here okay
        """
    )
)
"""Those, and what holds a sentence together beyond the words that search leaves out."""


CHINESE_LIGHT = frozenset(
    "的了是在和也就而及与着或这那我你他她它们吗呢吧啊呀哦嗯之其被把让给对从到为以于但又还很会可所将该些个种件位一都"
    "要来去过起出说再便即则却正得地因"
)


CHINESE_LIGHT_WORDS = words(
    """
    觉得 认为 因为 所以 然后 而且 并且 如果 那么 那样 这样 这么 里面 里 当时 其实 真的 已经 曾经 其中 时候 时 应该
    可以 能够 能 想要 我想 做 用 当 个人 有些 有点 一直 一下 一点 目前 现在 方面 来说 来看 来讲 的话 事情 东西 有 并
    直接 真
    """
)
"""Light words of Chinese: single characters, and words."""


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
"""What a quote may have the name for."""
