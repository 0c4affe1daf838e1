"""General facts of English and Chinese as plain data: words that carry no weight, numbers, irregular forms, names."""

from __future__ import annotations


def words(text: str) -> list[str]:
    """The words of a list that is written as text."""
    return text.split()


STOP_WORDS = frozenset(
    words("""
    a about after again all almost also always am an and any anybody anyone anything anyway anyways are arent around as
    at be because been before being both but by can cannot cant could couldnt did didnt do does doesnt doing done dont
    down each either else even ever every everybody everyone everything for from get gets getting go goes going gonna
    got gotta had hadnt has hasnt have havent having he her here hers herself him himself his how however i if in into
    is isnt it its itself just kind kinda let like lot lots many may maybe me might mine more most much must my myself
    no nobody nor not now of off oh ok okay on once one ones only onto or other others our ours ourselves out over own
    quite rather really right said same say saying says shall she should shouldnt so some somebody someone something
    sort still such sure than that the their theirs them themselves then there these they thing things this those
    though through to too uh um under until up upon us very wanna was wasnt way we well went were werent what whatever
    versus when where whether which while who whoever whole whom whose why will with within without wont would
    wouldnt yeah yep yes yet you your yours yourself yourselves ain aint hey mean know actually basically literally
    obviously
    """)
)
"""English words that hold a sentence together and say little of what it is about; fillers of speech among them."""


TURNING = frozenset(
    words("down up out off over never nobody nothing none gone all everything everyone most more right done own no")
)
"""Small words on which a short sentence turns: slack is down, all of it is gone."""


QUESTION_WORDS = frozenset(
    words("""
    what who whom whose which when where why how did does do is was are were can could would should will say says said
    saying tell tells told talk talks talked talking mention mentions mentioned discuss discusses discussed explain
    explains explained describe describes described call calls called think thinks thought quote quotes quoted speak
    speaks spoke part bit moment episode podcast interview clip find about he she they his her their him them the a an
    """)
)
"""Words by which a question asks, not the words it asks about: they weigh nothing in a query that is a question."""


AUXILIARIES = frozenset(words("did does do is was are were can could will would should has have had"))


ASKING = frozenset(words("what who whom whose which when where why how")) | AUXILIARIES
"""An English query that begins with one of these may be a question."""


CHINESE_QUESTIONS = words(
    "为什么 为何 什么时候 什么地方 什么 怎么样 怎么看 怎么 怎样 哪里 哪儿 哪家 哪个 哪些 如何 多少 是谁 谁 "
    "有没有 是不是 会不会 能不能 吗 呢 有人说 他说 她说 怎么说 提到 说过 说了 谈到 讲到 认为 觉得"
)
"""What a Chinese question asks by, the longest first where one holds another."""


CHINESE_STOP = frozenset(
    "的了是在和也就都而及与着或个这那有不我你他她它们吗呢吧啊呀哦嗯之其被把让给对从到为以于但又还很更最会能要可所没"
)
"""Characters that hold a Chinese sentence together."""


NUMBER_WORDS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty"
        )
    )
} | {"thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}


SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "mil": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}


SUFFIXES: dict[str, int] = {
    "k": 1000,
    "m": 10**6,
    "mm": 10**6,
    "mn": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "t": 10**12,
    "tn": 10**12,
}
"""What may stand right after a figure: $100M, 200k."""


CHINESE_DIGITS: dict[str, int] = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


CHINESE_UNITS: dict[str, int] = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


SYMBOLS: dict[str, str] = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound", "¥": "yuan", "&": "and"}


CURRENCIES = frozenset(words("dollar euro pound yuan"))
"""What an amount is of goes without saying."""


CONTRACTIONS: dict[str, str] = {
    "im": "i", "ive": "i", "youre": "you", "youve": "you", "youll": "you", "youd": "you", "hes": "he", "shes": "she",
    "theyre": "they", "theyve": "they", "theyll": "they", "theyd": "they", "weve": "we", "thats": "that",
    "theres": "there", "whats": "what", "wheres": "where", "whos": "who", "hows": "how", "lets": "let",
    "itll": "it", "thatll": "that", "heres": "here", "cannot": "cant", "percents": "percent", "bucks": "dollar",
    "buck": "dollar", "usd": "dollar", "dollars": "dollar", "yrs": "years", "yr": "year", "hrs": "hours", "hr": "hour",
    "mins": "minutes", "secs": "seconds", "vs": "versus", "ppl": "people", "bc": "because", "cuz": "because",
    "coz": "because", "u": "you", "ur": "your", "govt": "government", "pls": "please", "thx": "thanks", "tho": "though",
    "thru": "through", "pct": "percent", "approx": "approximately", "info": "information", "em": "them", "alot": "lot",
}  # fmt: skip
"""Words as they are typed without their apostrophe, and other spellings of one word."""


IRREGULAR: dict[str, str] = {
    form: base
    for base, forms in {
        "buy": "bought", "sell": "sold", "think": "thought", "bring": "brought", "build": "built", "teach": "taught",
        "catch": "caught", "fight": "fought", "seek": "sought", "spend": "spent", "send": "sent", "lend": "lent",
        "lose": "lost", "leave": "left", "keep": "kept", "sleep": "slept", "feel": "felt", "meet": "met",
        "lead": "led", "feed": "fed", "hold": "held", "stand": "stood", "understand": "understood", "find": "found",
        "make": "made", "take": "took taken", "give": "gave given", "come": "came", "become": "became",
        "run": "ran", "begin": "began begun", "drink": "drank drunk", "sing": "sang sung", "swim": "swam swum",
        "see": "saw seen", "eat": "ate eaten", "fall": "fell fallen", "grow": "grew grown", "know": "knew known",
        "throw": "threw thrown", "fly": "flew flown", "draw": "drew drawn", "drive": "drove driven",
        "write": "wrote written", "ride": "rode ridden", "rise": "rose risen", "speak": "spoke spoken",
        "break": "broke broken", "choose": "chose chosen", "freeze": "froze frozen", "steal": "stole stolen",
        "win": "won", "tell": "told", "pay": "paid", "hear": "heard", "sit": "sat", "shoot": "shot", "forget":
        "forgot forgotten", "get": "got gotten", "wear": "wore worn", "tear": "tore torn", "swear": "swore sworn",
        "mean": "meant", "deal": "dealt", "dream": "dreamt", "learn": "learnt", "burn": "burnt", "lie": "lay lain",
        "strike": "struck", "stick": "stuck", "hang": "hung", "dig": "dug", "shake": "shook shaken", "wake":
        "woke woken", "hide": "hid hidden", "bite": "bit bitten", "person": "people", "child": "children",
        "man": "men", "woman": "women", "mouse": "mice", "foot": "feet", "tooth": "teeth", "wife": "wives",
        "knife": "knives", "half": "halves", "far": "further farther", "use": "used using",
    }.items()
    for form in forms.split()
}  # fmt: skip
