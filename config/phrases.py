"""Parses times of day and days of the week as people write them in English and Chinese."""

from __future__ import annotations

import re

from config.schedule import EVERY_DAY, WEEKDAYS, WEEKEND

_NUMERALS = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"两": 2, "〇": 0}


_CHINESE_NUMBER = re.compile("([零〇一二两三四五六七八九]?)(十?)([一二两三四五六七八九]?)(?=[点时分整刻半]|$)")


_IGNORED_WORDS = re.compile(
    r"\b(?:at(?! night)|about|o['’]?clock|uhr|hrs?|hours?|sharp)\b|[整左右]"
    r"|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufe0f\u20e3]"
)


_EARLY, _LATE = "上午|早上|早晨|清晨|凌晨|早", "下午|晚上|傍晚|夜里|夜晚|深夜|半夜|今晚|晚"


_NIGHT = re.compile("晚|夜|at night|tonight")


_TIME_OF_DAY = re.compile(
    rf"(?P<early>{_EARLY})?(?P<late>{_LATE})?(?P<noon>中午)?(?P<before>[ap]m)?\s*(?P<hour>\d{{1,2}}?)\s*"
    r"(?:[:.h点时]?\s*(?P<minute>\d{2})\s*分?(?::00)?|[点时h](?:(?P<half>半)|(?P<quarters>[13])刻)?)?\s*"
    r"(?P<half_day>[ap])?\.?\s?(?:(?<=[ap])m|(?<=[ap]\.)m|(?<=[ap]\s)m|(?<=[ap]\.\s)m)?\.?\s*"
    r"(?P<morning>in the morning)?(?P<evening>in the (?:afternoon|evening)|at night|tonight)?"
)


_NAMED_TIMES = dict.fromkeys(("noon", "midday", "12 noon", "中午", "正午"), 720)


_NAMED_TIMES |= dict.fromkeys(("midnight", "12 midnight", "24:00", "24", "午夜", "零点", "半夜"), 0)


_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


_DAY_LETTERS = {"m": {0}, "w": {2}, "f": {4}, "mwf": {0, 2, 4}, "tth": {1, 3}, "th": {3}, "tu": {1}}


_CHINESE_DAYS = {character: number for number, character in enumerate("一二三四五六日")} | {"天": 6}


_CHINESE_DAYS |= {str(number + 1): number for number in range(7)}


_DAY_SETS = {
    **dict.fromkeys(("every day", "everyday", "daily", "all", "all days", "all week", "7 days a week"), EVERY_DAY),
    **dict.fromkeys(("每天", "每日", "天天", "全部"), EVERY_DAY),
    **dict.fromkeys(("day", "days"), EVERY_DAY),
    **dict.fromkeys(("weekdays", "weekday", "week days", "workdays", "work days", "working days"), WEEKDAYS),
    **dict.fromkeys(("business days", "工作日", "平日"), WEEKDAYS),
    **dict.fromkeys(("weekend", "weekends", "week-end", "week-ends", "周末", "双休日"), WEEKEND),
}


_EVERY_WORD = re.compile(r"\b(?:every|each|on|only)\b\s*|\s+only$|每个?(?=[周星礼工])")


_RANGE_SIGN = re.compile(r"\s*(?:-|–|—|~|至|到|\b(?:to|through|thru|until)\b)\s*")


_SEPARATOR = re.compile(r"[,;/+&\s、，；和与跟或及]+|以及|\band\b")


_BETWEEN_CHINESE_DAYS = re.compile("(?<=[一二三四五六日天])(?=周|星期|礼拜)")


_CHINESE_DAY = re.compile("(?:周|星期|礼拜)?([一二三四五六日天]|(?<=[周期拜])[1-7])")


_CHINESE_ROW = re.compile("(?:周|星期|礼拜)([一二三四五六日天]{2,})")


def parse_time(typed: str) -> int:
    """The minute of the day that was typed: 9, 09:00, 9:30 pm, 0930, 晚上九点半. Raises ValueError."""
    text = " ".join(_IGNORED_WORDS.sub(" ", typed.casefold().replace("\uff1a", ":")).split()).rstrip(".")
    if text in _NAMED_TIMES:
        return _NAMED_TIMES[text]
    found = _TIME_OF_DAY.fullmatch(_CHINESE_NUMBER.sub(_chinese_figures, text))
    if found is None:
        raise ValueError(typed)
    hour = int(found["hour"])
    minute = int(found["minute"] or (30 if found["half"] else 15 * int(found["quarters"] or 0)))
    half_day = found["half_day"] or (found["before"] or "")[:1]
    early, late = found["early"] or found["morning"], found["late"] or found["evening"]
    if half_day and hour <= 12:
        if not hour:
            raise ValueError(typed)
        hour = hour % 12 + 12 * (half_day == "p")
    elif (early or (late and _NIGHT.search(late))) and hour == 12:
        hour = 0  # 晚上12点 is midnight
    elif (late and hour < 12) or (found["noon"] and hour < 11):
        hour += 12
    if hour > 23 or minute > 59 or (half_day == "a" and hour > 11):
        raise ValueError(typed)
    return 60 * hour + minute


def _chinese_figures(number: re.Match[str]) -> str:
    """A Chinese number below a hundred in figures."""
    tens, ten, ones = number.groups()
    if not number.group():
        return ""
    value = (_NUMERALS[tens] if tens else 1) * 10 if ten else _NUMERALS.get(tens, 0)
    return str(value + (_NUMERALS[ones] if ones else 0))


def parse_days(typed: str) -> frozenset[int]:
    """The days of the week that were typed: weekdays, mon,thu, mon-fri, 周一、周四, 工作日. Raises ValueError."""
    text = " ".join(typed.casefold().split())
    text, _, without = text.partition(" except ")
    if (named := _EVERY_WORD.sub("", text)) in _DAY_SETS or (named := text) in _DAY_SETS:
        days = set(_DAY_SETS[named])
    else:
        text = _CHINESE_ROW.sub(lambda row: ",".join(row[1]), _EVERY_WORD.sub("", text))
        parts = filter(None, _SEPARATOR.split(_RANGE_SIGN.sub("-", _BETWEEN_CHINESE_DAYS.sub(",", text))))
        days = set().union(*map(_days_of_part, parts))
    if without:
        days -= parse_days(without)
    if not days:
        raise ValueError(typed)
    return frozenset(days)


def _days_of_part(part: str) -> set[int]:
    """The days of a part without commas: a day, a range, or a name for several."""
    if part in _DAY_SETS:
        return set(_DAY_SETS[part])
    if part in _DAY_LETTERS:
        return _DAY_LETTERS[part]
    ends = [_day_number(end) for end in part.split("-")]
    if len(ends) > 2:
        raise ValueError(part)
    return {(ends[0] + step) % 7 for step in range((ends[-1] - ends[0]) % 7 + 1)}


def _day_number(typed: str) -> int:
    if chinese := _CHINESE_DAY.fullmatch(typed):
        return _CHINESE_DAYS[chinese[1]]
    if typed in ("m", "w", "f"):
        return next(iter(_DAY_LETTERS[typed]))
    name = {"weds": "wed", "thurs": "thu", "tues": "tue"}.get(typed.rstrip("."), typed.rstrip("."))
    begun = [number for number, day in enumerate(_ENGLISH_DAYS) if day.startswith(name)]
    plural = [number for number, day in enumerate(_ENGLISH_DAYS) if day + "s" == name]
    if len(name) < 2 or len(found := plural or begun) != 1:
        raise ValueError(typed)
    return found[0]
