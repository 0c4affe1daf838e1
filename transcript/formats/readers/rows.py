"""Rows of words with times, whatever their columns are called: JSON of services without a reader of their own.

Fireflies     [{"sentence":"The bridge","startTime":"00:03","speaker_name":"Ada Quill"}]
Gladia        {"result":{"transcription":{"utterances":[{"text":"The bridge","start":1.5,"speaker":0}]}}}
ElevenLabs    {"words":[{"text":"The","start":1.5,"type":"word","speaker_id":"speaker_0"},{"type":"spacing"}]}
Speechmatics  {"results":[{"type":"word","start_time":1.5,"alternatives":[{"content":"The","speaker":"S1"}]}]}
Azure         {"recognizedPhrases":[{"offsetInTicks":15000000,"speaker":1,"nBest":[{"display":"The bridge"}]}]}
Watson        {"results":[{"alternatives":[{"timestamps":[["the",1.5,1.7]]}]}],"speaker_labels":[{"from":1.5}]}
Vosk          [{"result":[{"word":"the","start":1.5,"end":1.7}],"text":"the bridge"}]
Happy Scribe  [{"speaker":"Ada Quill","words":[{"text":"The","data_start":1.5}]}]
Recall        [{"participant":{"name":"Ada Quill"},"words":[{"text":"The","start_timestamp":{"relative":1.5}}]}]
Premiere      {"segments":[{"speaker":"id","words":[{"text":"The","start":1.5}]}],"speakers":[{"id":"id","name":"Ada"}]}
Trint         {"transcript":{"paragraphs":[{"speaker":"id","words":[{"value":"The","time":1500,"duration":300}]}]}}
Kaltura       {"objects":[{"startTime":1500,"endTime":4000,"content":[{"text":"The bridge"}]}]}
Spotify       {"section":[{"startMs":1500,"title":{"title":"Speaker 1"}},{"text":{"sentence":{"text":"The bridge"}}}]}
BBC's editor  {"words":[{"text":"The","start":1.5}],"paragraphs":[{"speaker":"Ada Quill","start":1.5,"end":4}]}
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from statistics import median
from typing import Any

from transcript.formats.cues import ChapterHead, Cue, Reading
from transcript.formats.json_values import dicts, text_of
from transcript.formats.markup import clean
from transcript.formats.readers.columns import (
    ALTERNATIVES,
    STARTS,
    Row,
    bare_name,
    end_of,
    flat,
    heading_of,
    is_glued,
    is_of_speaker,
    speaker_of,
    start_of,
    text_of_row,
)
from transcript.formats.readers.labels import label_cues
from transcript.formats.readers.words import Word, cues_of, find_words
from transcript.formats.source import Source
from transcript.formats.speakers import coded, is_name, is_numbered
from transcript.formats.stamps import milliseconds, seconds
from transcript.models import Mark

SHARE_OF_ROWS = 0.6
"""So many of a list's rows have words, and a time, where they are a transcript."""


SAMPLED = 50
"""Rows of a list that are looked at."""


DEEPEST_ROWS = 6
"""Levels of JSON in which a list of rows is looked for."""


SLOWEST = 0.05
"""Words a second. What seems to be spoken more slowly has its times in milliseconds."""


def recognises_json(source: Source) -> bool:
    return source.json is not None and bool(_best_rows(source.json))


def read_json(source: Source) -> Reading:
    data = source.json
    reading = reading_of_rows(_best_rows(data), _speaker_spans(data))
    title = text_of(data.get("title")) or text_of(data.get("name")) if isinstance(data, dict) else ""
    reading.title = clean(title) or None
    return reading


def reading_of_rows(rows: Sequence[Row], spans: Sequence[tuple[float, str]] = ()) -> Reading:
    """The reading of rows; who speaks in them may stand in the `spans` of who speaks from which time on."""
    heads = {number: clean(heading) for number, row in enumerate(rows, 1) if (heading := heading_of(row))}
    names = _names_among(heads.values())
    cues = _cues_of(rows, {number: head for number, head in heads.items() if head in names}, spans)
    reading = Reading(_in_turns(rows, cues))
    reading.chapters = [ChapterHead(head, start_of(rows[number - 1]), line=number)
                        for number, head in heads.items() if head not in names]  # fmt: skip
    if not any(cue.speaker or cue.words for cue in reading.cues):
        for cue in reading.cues:
            cue.text = text_of_row(rows[cue.line - 1])  # with its lines
        reading.cues = label_cues(reading)
    return reading


def _names_among(headings: Iterable[str]) -> set[str]:
    """The headings that are names of who speaks below, where one of them comes again or is numbered."""
    names = Counter(filter(is_name, headings))
    return {*names} if any(count > 1 or is_numbered(name) for name, count in names.items()) else set()


def recognises_watson(source: Source) -> bool:
    return any(_watson_times(row) for row in _watson_rows(source)[:SAMPLED])


def read_watson(source: Source) -> Reading:
    """IBM's words are lists of a word and two times; who speaks stands beside them, by the time."""
    labels = dicts(source.json.get("speaker_labels"))
    who = {row["from"]: coded(row.get("speaker")) for row in labels if isinstance(row.get("from"), int | float)}
    words = []
    for row in _watson_rows(source):
        for word, start, end in _watson_times(row):
            speaker = who.get(start) if isinstance(start, int | float) else None
            words.append(Word(clean(text_of(word)), seconds(start), seconds(end), speaker))
    return Reading(cues=list(cues_of(word for word in words if word.text)))


def _watson_rows(source: Source) -> list[dict[str, Any]]:
    return dicts(source.json.get("results")) if isinstance(source.json, dict) else []


def _watson_times(row: dict[str, Any]) -> list[list[Any]]:
    best = dicts(row.get("alternatives"))[:1]
    times = best[0].get("timestamps") if best else None
    return [each for each in times if isinstance(each, list) and len(each) == 3] if isinstance(times, list) else []


@dataclass(frozen=True, slots=True)
class _Rows:
    """The objects of a list; with a name, those in the lists of that name in each, which have what is beside them."""

    objects: list[dict[str, Any]]
    inner: str | None = None

    def first(self, most: int | None = None) -> list[Row]:
        """The rows, or those of the first `most` objects."""
        if self.inner is None:
            return [flat(row) for row in self.objects[:most]]
        return [
            flat({**beside, **row})
            for outer in self.objects[:most]
            for beside in [{name: value for name, value in outer.items() if is_of_speaker(bare_name(name))}]
            for row in dicts(outer.get(self.inner))
        ]


def _best_rows(data: object) -> Sequence[Row]:
    """The list of rows that has most words, of those that have times; of several the one nearest to the top."""
    best, most = None, 0
    for rows in _lists_of(data, DEEPEST_ROWS):
        sample = rows.first(SAMPLED)
        spoken = [row for row in sample if text_of_row(row).strip()]
        timed = [row for row in spoken if start_of(row) is not None]
        if not timed or len(timed) < SHARE_OF_ROWS * sum(not (is_glued(row) or heading_of(row)) for row in sample):
            continue
        size = len(rows.objects) * sum(len(text_of_row(row)) for row in spoken) // min(len(rows.objects), SAMPLED)
        if size > 1.5 * most:
            best, most = rows, size
    return best.first() if best else ()


def _lists_of(data: object, depth: int) -> Iterator[_Rows]:
    """The lists of objects in a JSON value, those nearer to the top first."""
    if depth and isinstance(data, list) and dicts(data[:SAMPLED]):
        objects = dicts(data)
        yield _Rows(objects)
        for name in objects[0].keys() - ALTERNATIVES:
            if sum(bool(dicts(row.get(name))) for row in objects[:SAMPLED]) > SHARE_OF_ROWS * len(objects[:SAMPLED]):
                yield _Rows(objects, name)
    if depth and isinstance(data, dict | list):
        inner = list(data.values()) if isinstance(data, dict) else data[:3]
        for value in inner[:SAMPLED]:
            yield from _lists_of(value, depth - 1)


def _speaker_spans(data: object) -> list[tuple[float, str]]:
    """The times from which somebody speaks, in order, where they stand in a list of their own, without words."""
    for rows in _lists_of(data, DEEPEST_ROWS):
        if rows.inner is None and any(name.startswith("speaker") for name in map(bare_name, rows.objects[0])):
            named = [(start_of(row), speaker_of(row)) for row in rows.first() if not text_of_row(row)]
            spans = [(start, name) for start, name in named if start is not None and name is not None]
            if len(spans) >= SHARE_OF_ROWS * len(rows.objects):
                return sorted(spans, key=itemgetter(0))
    return []


def _cues_of(rows: Sequence[Row], names: Mapping[int, str], spans: Sequence[tuple[float, str]]) -> list[Cue]:
    """A cue for each row with words. A name in a row of its own, of those by their numbers, holds up to the next."""
    cues, starts, above = [], [start for start, _ in spans], None
    for number, row in enumerate(rows, 1):
        above = names.get(number, above)
        text = clean(text_of_row(row))
        if text:
            words = _words_within(row, text) if "words" in row else []
            start, speaker = start_of(row), speaker_of(row) or above
            if speaker is None and start is not None and (before := bisect_right(starts, start)):
                speaker = spans[before - 1][1]
            cues.append(Cue(start, end_of(row, start), text, speaker, number, is_glued(row), words))
    return cues


def _in_turns(rows: Sequence[Row], cues: list[Cue]) -> list[Cue]:
    """The cues in seconds; where each is a word, one for each turn."""
    if _count_milliseconds(rows, cues):
        for cue in cues:
            cue.start, cue.end = milliseconds(cue.start), milliseconds(cue.end)
            cue.words = [(place, second / 1000) for place, second in cue.words]
    if cues and median(cue.text.count(" ") for cue in cues) < 1:
        return list(cues_of(Word(cue.text, cue.start, cue.end, cue.speaker, cue.turn) for cue in cues))
    for cue in cues:
        cue.turn = False
    return cues


def _words_within(row: Row, text: str) -> list[Mark]:
    """The times of a row's words, by the characters of its text."""
    words = [flat(word) for word in dicts(row["words"])]
    places = find_words(text, (clean(text_of_row(word)) for word in words))
    times = map(start_of, words)
    return [(place, second) for place, second in zip(places, times, strict=True)
            if place is not None and second is not None]  # fmt: skip


def _count_milliseconds(rows: Sequence[Row], cues: Sequence[Cue]) -> bool:
    """True if whole numbers are the times of words that would else be spoken slower than anybody speaks."""
    starts = [cue.start for cue in cues if cue.start is not None]
    said = sum(cue.text.count(" ") + 1 for cue in cues)
    if not starts or said >= SLOWEST * (max(starts) - min(starts)):
        return False
    times = [str(row[name]) for row in rows for name in STARTS if name in row]
    return bool(times) and all(time.strip().isdigit() for time in times)
