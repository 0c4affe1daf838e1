"""Numbers in Chinese numerals: 一亿三千万, 二〇〇八, 三点五, 百分之五十, 三分之二, 两成, 九点半."""

from __future__ import annotations

import re
from decimal import Decimal

from transcript.language.amounts.number import Number, decimals_of

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


NUMERALS = "".join(DIGITS) + "".join(SCALES)


_RUN = re.compile(rf"(?!一半)[{NUMERALS}](?:(?!一半)[{NUMERALS}]){{0,39}}")


_SHARE = re.compile(
    rf"百分之(?:(?P<percent>[{NUMERALS}]{{1,20}})(?:点(?P<decimals>[{''.join(DIGITS)}]{{1,20}}))?|(?P<figures>\d{{1,9}}(?:\.\d{{1,9}})?))"
    rf"|(?P<whole>[{NUMERALS}]{{1,20}})分之(?P<parts>[{NUMERALS}]{{1,20}})"
    r"|(?P<tenths>[一二两三四五六七八九])成(?P<half>半?)(?![为本功长员立熟果绩交分人天型真品])"
    r"|(?P<equal>一半|半数)"
)


_ORDINAL = re.compile(rf"第(?:(?P<word>[{NUMERALS}]{{1,20}})|(?P<figures>\d{{1,9}}))")


_HALF_UNIT = re.compile(r"半(?=个?(?:小时|钟头|年|天|月|公里|里|米|公斤|斤|吨|度))个?(?!月形)")


_NOT_TEN = re.compile(r"十[分足全]")


_CHINESE_CLOCK = re.compile(
    rf"点(?:(?P<half>半)|(?P<quarter>[一三])刻|钟|整|(?P<decimals>[{''.join(DIGITS)}]{{1,30}})(?![十分])"
    rf"|(?P<minutes>[{NUMERALS}]{{1,3}}|[0-5]?\d)(?:分(?!之)钟?)?)"
)


def chinese_number(numerals: str) -> int | None:
    """The number that Chinese numerals write: 三 is 3, 十二 is 12, 二〇〇八 is 2008; None for what is no one number."""
    if not numerals or numerals[0] in "百千万亿":
        return None
    if not any(character in SCALES for character in numerals):
        if len(numerals) == 2 and not set(numerals) & {"零", "〇"}:
            return None  # 七八 is seven or eight
        return int("".join(str(DIGITS[character]) for character in numerals))
    return None if _has_two_digits(numerals) else _value_of(numerals)


def _has_two_digits(numerals: str) -> bool:
    """True if two digits stand side by side, as in 二三十, which is twenty or thirty."""
    return re.search("[一二两三四五六七八九]{2}", numerals) is not None


def _value_of(numerals: str) -> int:
    total, section, digit, least = 0, 0, 0, 10
    for character in numerals:
        if character in DIGITS:
            digit = DIGITS[character]
            least = 10 if digit == 0 else least
            continue
        unit = least = SCALES[character]
        if unit >= 10**4:
            total = (total + section + digit) * unit if total < unit else total + (section + digit) * unit
            section = 0
        else:
            section += (digit or 1) * unit
        digit = 0
    # 三百五 is 350, 一万二 is 12,000; 三百零五 is 305.
    return total + section + digit * (least // 10 if numerals[-1] in DIGITS else 1)


def read_chinese(folded: str, start: int) -> Number | None:
    """The number in Chinese numerals, or the share or ordinal, that begins at `start`."""
    if share := _SHARE.match(folded, start):
        return _read_share(share)
    if ordinal := _ORDINAL.match(folded, start):
        value = int(ordinal["figures"]) if ordinal["figures"] else chinese_number(ordinal["word"])
        return None if value is None else Number(start, ordinal.end(), Decimal(value), "ordinal")
    if half := _HALF_UNIT.match(folded, start):
        return Number(start, half.end(), Decimal("0.5"), precision=1)
    run = _RUN.match(folded, start)
    if run is None or (_NOT_TEN.match(folded, start) and len(run[0]) == 1):
        return None
    if run[0][0] in SCALES and folded[start - 1 : start] in ("几", "数", "上"):
        return None
    value = chinese_number(run[0])
    if value is None:
        return None if run[0][0] in SCALES else Number(start, run.end(), Decimal(0), "code", written=run[0])
    return Number(start, run.end(), Decimal(value), "one" if run[0] == "一" else "count")


def _read_share(match: re.Match[str]) -> Number | None:
    if match["equal"]:
        return Number(*match.span(), Decimal("0.5"), "fraction", 1)
    if match["tenths"]:
        tenths = DIGITS[match["tenths"]] * 10 + (5 if match["half"] else 0)
        return Number(*match.span(), Decimal(tenths), unit="%")
    if match["figures"]:
        value = Decimal(match["figures"])
        return Number(*match.span(), value, precision=decimals_of(value), unit="%")
    if match["percent"]:
        percent = 100 if match["percent"] == "百" else chinese_number(match["percent"])
        decimals = "".join(str(DIGITS[character]) for character in match["decimals"] or "")
        if percent is None:
            return None
        value = Decimal(f"{percent}.{decimals}") if decimals else Decimal(percent)
        return Number(*match.span(), value, precision=len(decimals), unit="%")
    whole, parts = chinese_number(match["whole"]), chinese_number(match["parts"])
    if match["whole"] in SCALES:
        whole = SCALES[match["whole"]]
    if not whole or parts is None:
        return None
    value = Decimal(parts) / whole
    return Number(*match.span(), value, "fraction", min(decimals_of(value), 28))


_SCALE_AFTER = re.compile(r" ?([十百千万亿]{1,3})(?!分之)")


_GROUP_AFTER = re.compile(r"(\d{1,8})([万千百]?)")


def with_chinese_scale(folded: str, number: Number) -> Number:
    """A number with the numerals of a scale after it: 20 万, 3.5亿, 1亿3000万."""
    match = _SCALE_AFTER.match(folded, number.end)
    if match is None or number.value >= 10**12:
        return number
    for character in match[1]:
        number = number.scaled(SCALES[character], match.end())
    after = _GROUP_AFTER.match(folded, number.end) if match[1][-1] in "万亿" else None
    added = int(after[1]) * SCALES.get(after[2], 1) if after else 0
    if after and 0 < added < SCALES[match[1][-1]]:
        return number._replace(value=number.value + added, end=after.end())
    return number


def with_point(folded: str, number: Number) -> Number:
    """A number with what follows a 点: the decimals of 三点五, the minutes of 九点半."""
    match = _CHINESE_CLOCK.match(folded, number.end)
    if match is None or number.kind not in ("count", "one") or number.precision or number.value > 10**12:
        return number
    if match["decimals"]:
        digits = "".join(str(DIGITS[character]) for character in match["decimals"])
        value = Decimal(f"{number.value:f}.{digits}")
        number = number._replace(value=value, kind="count", precision=len(digits), end=match.end())
        return with_chinese_scale(folded, number)
    minutes = _minutes_after(match)
    if number.value > 24 or minutes > 59:
        return number
    return number._replace(value=number.value * 60 + minutes, kind="clock", end=match.end())


def _minutes_after(match: re.Match[str]) -> int:
    """The minutes that follow a 点."""
    if match["half"] or match["quarter"]:
        return 30 if match["half"] else 15 * DIGITS[match["quarter"]]
    written = match["minutes"] or "零"
    return int(written) if written.isdecimal() else chinese_number(written) or 0
