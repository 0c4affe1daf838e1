"""Puts the times and the names of a text together that stand on rows of their own, or look like words by themselves."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median

from transcript.formats.cues import Reading
from transcript.formats.readers.text.speech import ENDS_SENTENCE
from transcript.formats.readers.text.turns import Turn
from transcript.formats.speakers import LABEL, is_name, likely_names

FEWEST_TURNS = 2
"""Turns that a text has at least to be one with names or times."""


SHARE_OF_LABELS = 0.9
"""Share of a text's times with words before a colon behind them from which these are speakers."""


ROWS_OF_A_NAMED_TURN = 2
"""Between two times that stand alone: a name and the words."""


def put_together(rows: list[str], found: dict[int, Turn], reading: Reading) -> None:
    """Give the turns that begin with a time the names that stand beside it."""
    _above_or_below(rows, found)
    _times_beside_names(rows, found)
    _labels_behind_times(found, reading)


def _above_or_below(rows: list[str], found: dict[int, Turn]) -> None:
    """A time alone on its row belongs to the name alone on the row above it or below."""
    alone = sorted(number for number, turn in found.items() if turn.shape == "00:00:00" and not turn.rest)
    between = [sum(bool(row.strip()) for row in rows[time + 1 : after]) for time, after in pairwise(alone)]
    if between and median(between) < ROWS_OF_A_NAMED_TURN:
        return
    above = {number: rows[number - 1].strip() for number in alone if number and number - 1 not in found}
    below = {number: rows[number + 1].strip() for number in alone if number + 1 < len(rows) and number + 1 not in found}
    counts = [Counter(name for name in places.values() if is_name(name)) for places in (above, below)]
    for places, count, step in ((above, counts[0], -1), (below, counts[1], 1)):
        names = {name for name, times in count.items() if times >= FEWEST_TURNS or sum(count.values()) * 2 > len(alone)}
        for number, name in places.items():
            if name in names and number in found and found[number].name is None and alone:
                turn = found.pop(number)
                later = max(number, number + step)
                found[later] = turn._replace(name=name, shape="Name and 00:00:00 above")
                rows[min(number, number + step)] = ""
                rows[later] = ""


def _times_beside_names(rows: list[str], found: dict[int, Turn]) -> None:
    """A time with nothing but a name beside it, and the words below, begins that person's turn."""
    after = {number: turn for number, turn in found.items() if turn.shape == "00:00:00 text"}
    named = [
        number
        for number, turn in after.items()
        if number + 1 not in found and any(map(str.strip, rows[number + 1 : number + 2])) and is_name(turn.rest)
    ]
    if len(named) * 2 > len(after):
        for number in named:
            found[number] = after[number]._replace(name=after[number].rest, rest="", shape="00:00:00 Name")


def _labels_behind_times(found: dict[int, Turn], reading: Reading) -> None:
    """Where nearly every time has words before a colon behind it, those that come again are speakers in any case."""
    timed = [turn for turn in found.values() if turn.start is not None]
    labels = {
        number: label
        for number, turn in found.items()
        if turn.shape == "00:00:00 text" and (label := LABEL.match(turn.rest))
    }
    named = sum(turn.name is not None for turn in timed)
    sentences = sum(bool(ENDS_SENTENCE.search(found[number].rest)) for number in labels)
    if named + len(labels) < SHARE_OF_LABELS * len(timed) or 2 * sentences < len(labels):  # as in a log
        return
    names = likely_names([label["name"] for label in labels.values()], (), first=None, all_labelled=True)
    for number, label in labels.items():
        if label["name"] in names:
            turn = found[number]
            found[number] = turn._replace(
                name=label["name"], rest=turn.rest[label.end() :], shape="[00:00:00] Name: text"
            )
        else:
            reading.warn(number + 1, f"{label['name']} may be a speaker; named only once, so read as words")
