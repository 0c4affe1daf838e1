"""Answers of services of speech recognition.

Deepgram        {"results":{"channels":[{"alternatives":[{"words":[{"word","start","speaker","punctuated_word"}]}]}],
                 "utterances":[{"start","end","transcript","speaker","words"}]}}
AssemblyAI      {"utterances":[{"speaker":"A","start":1500,"end":4000,"text","words"}],"words":[…]}, in milliseconds
AWS Transcribe  {"results":{"items":[{"start_time":"1.5","type":"pronunciation","alternatives":[{"content"}]}],
                 "speaker_labels":{"segments":[{"items":[{"start_time","speaker_label"}]}]}}}
Google          {"results":[{"alternatives":[{"transcript","words":[{"startTime":"1.5s","word","speakerTag":1}]}]}]}
Rev             {"monologues":[{"speaker":0,"elements":[{"type":"text","value":"The","ts":1.5,"end_ts":1.7}]}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from transcript.formats.cues import ChapterHead, Cue, GrowingText, Reading
from transcript.formats.json_values import dicts, text_of
from transcript.formats.markup import clean
from transcript.formats.readers.words import Word, cues_by_channel, cues_of
from transcript.formats.source import Source
from transcript.formats.speakers import coded
from transcript.formats.stamps import milliseconds, seconds


def _results_of(source: Source) -> Any:
    data = source.json
    if isinstance(data, dict) and isinstance(data.get("response"), dict):
        data = data["response"]
    return data.get("results") if isinstance(data, dict) else None


def recognises_deepgram(source: Source) -> bool:
    results = _results_of(source)
    return isinstance(results, dict) and ("channels" in results or "utterances" in results)


def read_deepgram(source: Source) -> Reading:
    """By the words, where they have speakers: an utterance may be of several. Channels are put in order by time."""
    results = _results_of(source)
    channels = dicts(results.get("channels"))
    best = [dicts(channel.get("alternatives"))[:1] for channel in channels]
    voices = [[word for found in one for word in dicts(found.get("words"))] for one in best]
    spoken = [word for words in voices for word in words]
    utterances = dicts(results.get("utterances"))
    if utterances and (len(channels) > 1 or not any("speaker" in word for word in spoken)):
        cues = _utterance_cues(utterances)
    elif len(voices) > 1 and spoken:
        cues = cues_by_channel([_deepgram_word(word, coded(number)) for word in words]
                               for number, words in enumerate(voices))  # fmt: skip
    elif spoken:
        cues = list(cues_of(word for word in map(_deepgram_word, spoken) if word.text))
    else:
        cues = [Cue(None, None, clean(text_of(found.get("transcript")))) for one in best for found in one]
    named = [text_of(channel.get("detected_language")) for channel in channels[:1]]
    return Reading(cues, language=(named or [""])[0] or None)


def _utterance_cues(utterances: list[dict[str, Any]]) -> list[Cue]:
    """The cues of utterances: of several channels, each is a speaker where nobody is named."""
    several = len({row.get("channel") for row in utterances}) > 1
    found = []
    for number, row in enumerate(utterances, 1):
        speaker = coded(row.get("speaker", row.get("channel") if several else None))
        words = [_deepgram_word(word, speaker) for word in dicts(row.get("words"))]
        cues = list(cues_of(word for word in words if word.text))
        if not cues:
            text = clean(text_of(row.get("transcript")))
            cues = [Cue(seconds(row.get("start")), seconds(row.get("end")), text, speaker)]
        for cue in cues:
            cue.line = number
        found += cues
    return found


def _deepgram_word(row: dict[str, Any], speaker: str | None = None) -> Word:
    text = clean(text_of(row.get("punctuated_word")) or text_of(row.get("word")))
    return Word(text, seconds(row.get("start")), seconds(row.get("end")), coded(row.get("speaker")) or speaker)


def recognises_assemblyai(source: Source) -> bool:
    data = source.json
    if not isinstance(data, dict) or not ({"audio_url", "language_code", "status", "acoustic_model"} & data.keys()):
        return False
    if any("type" in word or "word" in word for word in dicts(data.get("words"))[:20]):  # others' who have a status
        return False
    return any(isinstance(data.get(name), list) for name in ("utterances", "words")) or isinstance(
        data.get("text"), str
    )


def read_assemblyai(source: Source) -> Reading:
    data = source.json
    reading = Reading(language=text_of(data.get("language_code")))
    for number, row in enumerate(dicts(data.get("utterances")), 1):
        speaker = coded(row.get("speaker"))
        words = [_assemblyai_word(word) for word in dicts(row.get("words"))]
        cues = list(cues_of(words))
        text = clean(text_of(row.get("text")))
        if not cues or " ".join(cue.text for cue in cues) != text:
            cues = [Cue(milliseconds(row.get("start")), milliseconds(row.get("end")), text)]
        for cue in cues:
            cue.speaker, cue.line = speaker, number
        reading.cues.extend(cues)
    spoken = dicts(data.get("words"))
    if not reading.cues or (not any(cue.words for cue in reading.cues) and any("speaker" in word for word in spoken)):
        reading.cues = list(cues_of(map(_assemblyai_word, spoken))) or reading.cues
    if not reading.cues:
        reading.cues.append(Cue(None, None, clean(text_of(data.get("text")))))
    for row in dicts(data.get("chapters")):
        title = clean(text_of(row.get("gist")) or text_of(row.get("headline")))
        reading.chapters.append(ChapterHead(title, milliseconds(row.get("start"))))
    return reading


def _assemblyai_word(row: dict[str, Any]) -> Word:
    return Word(clean(text_of(row.get("text"))), milliseconds(row.get("start")), milliseconds(row.get("end")),
                coded(row.get("speaker")))  # fmt: skip


def recognises_aws(source: Source) -> bool:
    results = _results_of(source)
    return isinstance(results, dict) and ("items" in results or "transcripts" in results)


def read_aws(source: Source) -> Reading:
    results = _results_of(source)
    reading = Reading(language=text_of(results.get("language_code")))
    items = dicts(results.get("items"))
    labels = results.get("speaker_labels")
    who: dict[object, object] = {}
    for segment in dicts(labels.get("segments")) if isinstance(labels, dict) else []:
        for item in dicts(segment.get("items")):
            who[item.get("start_time")] = item.get("speaker_label", segment.get("speaker_label"))
    labelled = results.get("channel_labels")
    channels = dicts(labelled.get("channels")) if isinstance(labelled, dict) else []
    if len(channels) > 1:
        reading.cues = cues_by_channel(
            [word._replace(speaker=coded(number)) for word in _aws_words(dicts(channel.get("items")), who)]
            for number, channel in enumerate(channels)
        )
    else:
        reading.cues.extend(cues_of(_aws_words(items, who)))
    if not reading.cues:
        texts = (clean(text_of(row.get("transcript"))) for row in dicts(results.get("transcripts")))
        reading.cues.extend(Cue(None, None, text) for text in texts)
    return reading


def _aws_words(items: list[dict[str, Any]], who: dict[object, object]) -> Iterator[Word]:
    for item in items:
        chosen = dicts(item.get("alternatives"))[:1]
        text = clean(text_of(chosen[0].get("content"))) if chosen else ""
        if text:
            start = item.get("start_time")
            speaker = item.get("speaker_label") or (who.get(start) if start is not None else None)
            yield Word(text, seconds(start), seconds(item.get("end_time")), coded(speaker),
                       glued=item.get("type") == "punctuation")  # fmt: skip


def recognises_google(source: Source) -> bool:
    rows = dicts(_results_of(source))[:20]
    return any(dicts(row.get("alternatives")) and "start_time" not in row for row in rows)


def read_google(source: Source) -> Reading:
    """The last result alone is read if speakers are told apart, since it says every word again with its speaker."""
    results = dicts(_results_of(source))
    best = [found for row in results for found in dicts(row.get("alternatives"))[:1]]
    words = [[_google_word(word) for word in dicts(one.get("words"))] for one in best]
    if len(words) > 1 and any(word.speaker for word in words[-1]) and len(words[-1]) >= sum(map(len, words[:-1])):
        words = words[-1:]
        best = best[-1:]
    reading = Reading(language=next((text_of(row.get("languageCode")) for row in results), None))
    for one, spoken in zip(best, words, strict=True):
        cues = list(cues_of(word for word in spoken if word.text))
        reading.cues.extend(cues or [Cue(None, None, clean(text_of(one.get("transcript"))))])
    return reading


def _google_word(row: dict[str, Any]) -> Word:
    speaker = _first_of(row, "speakerTag", "speakerLabel", "speaker_tag", "speaker_label")
    start = seconds(_first_of(row, "startTime", "startOffset", "start_time", "start_offset"))
    end = seconds(_first_of(row, "endTime", "endOffset", "end_time", "end_offset"))
    return Word(clean(text_of(row.get("word"))), start, end, coded(speaker or None))


def _first_of(row: dict[str, Any], *names: str) -> Any:
    for name in names:
        if name in row:
            return row[name]
    return None


def recognises_rev(source: Source) -> bool:
    return isinstance(source.json, dict) and isinstance(source.json.get("monologues"), list)


def read_rev(source: Source) -> Reading:
    """A monologue has a time only if its words have: some files have none at many."""
    names = {row.get("id"): coded(row.get("name")) for row in dicts(source.json.get("speakers"))
             if isinstance(row.get("id"), int | str)}  # fmt: skip
    reading = Reading()
    for number, row in enumerate(dicts(source.json["monologues"]), 1):
        key = row.get("speaker")
        if isinstance(key, dict):
            key = key.get("id", key.get("name"))
        speaker = (
            (names.get(key) if isinstance(key, int | str) else None) or coded(row.get("speaker_name")) or coded(key)
        )
        reading.cues.extend(_rev_cues(dicts(row.get("elements")) or dicts(row.get("spans")), speaker, number))
    return reading


def _rev_cues(elements: list[dict[str, Any]], speaker: str | None, number: int) -> Iterator[Cue]:
    cue, said = Cue(None, None, "", speaker, number), GrowingText()
    gap = False
    values = [text_of(element.get("value") or element.get("text")) for element in elements]
    spaced = any(value[:1].isspace() or value[-1:].isspace() for value in values)
    for element, written in zip(elements, values, strict=True):
        gap = gap or (not spaced and element.get("type") != "punct")
        text = clean(written)
        if not text:
            gap = gap or bool(written)
            continue
        place = said.add(text, " " if gap or written[:1].isspace() else "")
        start = seconds(element.get("ts"))
        end = seconds(element.get("end_ts", element.get("endTs")))
        if start is not None:
            cue.start = start if cue.start is None else cue.start
            cue.words.append((place, start))
        cue.end = end if end is not None else cue.end
        gap = written[-1:].isspace()
    cue.text = str(said)
    if cue.text:
        yield cue
