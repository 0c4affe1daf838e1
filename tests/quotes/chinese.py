"""Chinese misquotes and honest quotes."""

from __future__ import annotations

import re
from itertools import permutations

import opencc

from tests.quotes import words
from tests.quotes.numbers import put
from tests.quotes.sentences import Maker, Sentence, Source
from transcript.language.amounts import read_amounts

_NUMBER = re.compile(r"\d+(?:\.\d+)?|[二三四五六七八九](?=[个年月天十百千万亿倍点次])")


def change_number(sentence: Sentence, source: Source) -> str | None:
    """Another number."""
    found = list(_NUMBER.finditer(sentence.text))
    if not found:
        return None
    match = source.chance.choice(found)
    other = match[0] + source.chance.choice("15") if match[0][0].isascii() else "三" if match[0] != "三" else "四"
    return sentence.text[: match.start()] + other + sentence.text[match.end() :]


_NEGATED = re.compile(r"(?<![是要能会差有])[不没](?=[是会能想要有可])(?!不过|不管|不仅|没有没)(?!.{1,3}吗)")


_AFFIRMED = re.compile(r"(?<![不可还就])[会能](?=[把让用在做有去成])")


def change_negation(sentence: Sentence, _source: Source) -> str | None:
    """A negation taken out, or put in."""
    text = sentence.text
    if text.endswith(("?", "？")) or "不仅" in text or "不只" in text:
        return None
    if match := _NEGATED.search(text):
        return text[: match.start()] + text[match.end() :]
    match = _AFFIRMED.search(text)
    return text[: match.start()] + "不" + text[match.start() :] if match else None


_OTHERS = words(
    "增长/下降 上升/下降 增加/减少 提高/降低 流入/流出 最大/最小 最好/最差 之前/之后 "
    "更快/更慢 更多/更少 更好/更差 国内/国外 公司/政府 员工/老板 今年/去年 美国/中国 "
    "数据/资金 模型/产品 问题/答案 成本/利润 软件/硬件 训练/推理 研究/销售 团队/客户 "
    "容易/困难 便宜/昂贵 同意/反对 开源/闭源 成功/失败 我们/他们 "
)


def change_word(sentence: Sentence, source: Source) -> str | None:
    """An opposite, or a word of the same kind."""
    ways = [(one, other) for pair in _OTHERS for one, other in permutations(pair.split("/"))]
    ways = [(one, other) for one, other in ways if one in sentence.text and other not in sentence.text]
    if not ways:
        return None
    one, other = source.chance.choice(ways)
    return sentence.text.replace(one, other, 1)


_CONDITION = re.compile(r"(?:如果|要是|假如|除非)[^,，。]+[,，](?:那么?|就)?(?P<rest>.{8,})")


_HEDGE = re.compile(r"可能(?!性)|也许|或许|几乎|差点|据说|听说")


def leave_frame(sentence: Sentence, _source: Source) -> str | None:
    """A condition, a guess or hearsay left out."""
    if match := _CONDITION.search(sentence.text):
        return match["rest"]
    match = _HEDGE.search(sentence.text)
    if match is None or sentence.text.count(match[0]) > 1:
        return None
    return sentence.text[: match.start()] + sentence.text[match.end() :]


def as_said(sentence: Sentence, source: Source) -> str:
    """The sentence itself, without its punctuation now and then."""
    return sentence.text if source.chance.random() < 0.5 else re.sub(r"[,，。、]", "", sentence.text)


_TRADITIONAL = opencc.OpenCC("s2t")


def in_traditional(sentence: Sentence, _source: Source) -> str:
    """The sentence in Traditional characters."""
    return str(_TRADITIONAL.convert(sentence.text))


_FILLERS = re.compile(r"^(?:嗯|呃|你知道|我的意思是|好吧|对)[,，]|(?<=[,，])(?:嗯|呃|你知道|我的意思是)[,，]")


def without_fillers(sentence: Sentence, _source: Source) -> str | None:
    """Without 嗯, 你知道 and the like."""
    text = _FILLERS.sub("", sentence.text)
    return text if text != sentence.text and len(text) > 5 else None


def write_otherwise(sentence: Sentence, _source: Source) -> str | None:
    """Numerals for figures."""
    for amount in read_amounts(sentence.text):
        written = sentence.text[amount.start : amount.end]
        if amount.unit == "%" and written[:-1].strip().isdecimal():
            return put(sentence, amount, f"百分之{written[:-1].strip()}")
        if amount.kind == "count" and written.isdecimal() and 11 <= amount.value < 20:
            return put(sentence, amount, "十" + "零一二三四五六七八九"[int(amount.value) - 10])
    return None


CHINESE_MISQUOTES: dict[str, Maker] = {
    "Chinese number": change_number,
    "Chinese negation": change_negation,
    "another Chinese word": change_word,
    "Chinese frame left out": leave_frame,
}


CHINESE_HONEST: dict[str, Maker] = {
    "as said in Chinese": as_said,
    "in Traditional characters": in_traditional,
    "Chinese fillers out": without_fillers,
    "Chinese numbers written otherwise": write_otherwise,
}
