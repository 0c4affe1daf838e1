"""The rules of quotable passages in Chinese."""

from __future__ import annotations

import re
from functools import cache

from transcript.index.quotable.rules import Rules
from transcript.language.normalise import HAN_RANGES
from transcript.language.wordlist import read_words


@cache
def chinese_rules() -> Rules:
    """The rules of Chinese."""
    openings = "|".join(read_words("leaning_openings.zh"))
    return Rules(
        fewest=24,
        most=160,
        fewest_of_first=9,
        word_length=2,
        leaning=re.compile(rf"{openings}|.{{0,7}}(?:他们|她们|它们|他|她|它|这|那|其)"),
        addressing=re.compile(
            "(?:跟|和|与|同)[你您](?:聊|谈|说|交谈)|我(?:们|还|也)*(?:来|先|就|想|今天|要)+(?:具体)?(?:聊|谈|说说|问)"
            "|[你您](?:刚才|刚刚|之前)?(?:说|提到|问)|[你您](?:每天|觉得|认为|知道)|相信[你您]|让我们"
            "|[你您]的(?:看法|听众)|问问[你您]|抱歉|不好意思|请问|再比如|再加上|刚才|前面说"
        ),
        retelling=re.compile("(?:他|她|他们|有人|告诉.{1,6})说[^。!?！？]{0,12}[:：,，][^”]*$"),
        filler=re.compile("你知道|对吧|我的意思是|就像是?|之类的|什么的|怎么说"),
        telling=re.compile(rf"[a-z']{{4,}}|[A-Z][A-Za-z]+|\d[\d.,]*|[{HAN_RANGES}]"),
    )
