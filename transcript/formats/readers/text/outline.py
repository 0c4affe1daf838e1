"""The outline of a text: where the words begin and end, the rows that begin a turn, and those that are chapters."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from transcript.formats.chapter_files import chapter_row
from transcript.formats.cues import ChapterHead, Reading
from transcript.formats.markup import clean, plain, without_comments
from transcript.formats.readers.text.front_matter import read_front_matter
from transcript.formats.readers.text.head import HEADING, take_fields, take_head, take_who_speaks
from transcript.formats.readers.text.margins import PAGE_NUMBER, without_margins
from transcript.formats.readers.text.marks import usual_rows
from transcript.formats.readers.text.names_beside_times import FEWEST_TURNS, put_together
from transcript.formats.readers.text.turns import LABELLED, Turn, turn_of
from transcript.formats.source import Source
from transcript.formats.speakers import likely_names
from transcript.formats.stamps import CLOCK, clock

MANY_BOLD = 3
"""Ratio of names in bold to plain ones from which those in bold alone begin a turn."""


NO_SPEECH = re.compile(
    r"<?https?://\S+>?|!\[[^\]]*\]\(https?://[^)]*\)|\[[^\]]*[^\].!?…”\"]\]\(https?://[^)]*\)|[-*_=]{3,}"
    r"|(?:full |episode )?transcri(?:pt|ption)\b.{0,40}|[\[(]?(?:transcribed|captions?|subtitles?) by\b.{0,80}"
    r"|(?:this|the) (?:\w{1,20} )?(?:transcript|text|file) (?:was|is|has been)\b.{0,300}"
    r"|(?:please enjoy|(?:this|below|here|what follows) is)\b.{0,60}\btranscript\b.{0,300}"
    r"|\[end(?: of \w+)?\]|\|[-:| ]{3,}\|"
    r"|whisper_\w+: .*|main: processing .*|detect(?:ing|ed) language\b.*|.{1,60} (?:started|stopped) transcription"
    r"|search (?:transcript|in video)|chapters:?|time ?stamps:?|table of contents:?"
    r"|meeting ended after \d.{0,20}|.{0,30}protected by copyright\.?"
    r"|(?:copyright )?©.{0,300}|copyright (?:\(c\) )?\d{4}.{0,300}"
    rf"|{PAGE_NUMBER}",
    re.IGNORECASE,
)
"""Rows that are not speech: addresses, links but those of whole sentences, rules, numbers of pages, and who wrote the
transcript."""


MOST_TITLE_WORDS = 16
"""Words of a title or a chapter's title."""


_STAMP_BEHIND = re.compile(rf"(?P<title>.*\S)\s*[\[(](?P<stamp>{CLOCK})[\])]")
"""A chapter's title with its time behind it."""


SILENT = frozenset({"break", "music", "ad break", "sponsor", "ad", "jingle", "outro", "intro", "clip", "transition"})
"""Labels under which nobody of the show speaks."""


AFTERWORDS = frozenset(("links", "resources", "references", "show notes", "shownotes", "credits", "footnotes",
                        "further reading", "sponsors"))  # fmt: skip
"""Headings of sections that stand after what was said."""


@dataclass(slots=True)
class Outline:
    """The rows of a text, those of the words from `first` on, and the turns that some of them begin."""

    rows: list[str]
    first: int
    turns: dict[int, Turn] = field(default_factory=dict)


def outline_of(source: Source, reading: Reading, most: int | None = None) -> Outline:
    """The outline of a text, or of its first `most` rows; the reading gets what stands above and beside the words.

    Of names without a time only those begin a turn that are names in this text.
    """
    first = read_front_matter(source.text, reading)
    rows = source.rows[:most]
    if "<!--" in source.text:
        rows = without_comments("\n".join(rows)).split("\n")
    begin, rows = _words_section(rows, first)
    rows = without_margins(rows, begin, reading)
    take_head(rows[first:begin], reading)
    rows = usual_rows(rows, begin)
    text = Outline(rows, begin)
    take_who_speaks(rows, begin, reading)
    found = {
        number: turn for number in range(begin, len(rows)) if rows[number].strip() and (turn := turn_of(rows[number]))
    }
    put_together(rows, found, reading)
    take_fields(rows, begin, found, reading)
    names = _labelled_names(rows, begin, found, reading)
    text.turns = {
        number: turn
        for number, turn in found.items()
        if turn.shape != LABELLED or turn.name in names or _is_initials(turn.name, reading.speakers)
    }
    _only_main_shapes(text)
    return text


def _labelled_names(rows: list[str], first: int, found: dict[int, Turn], reading: Reading) -> set[str]:
    """The words before colons, without a time, that name a speaker in this text."""
    labels = [turn.name for turn in found.values() if turn.shape == LABELLED and turn.name]
    labels = labels if "Q" in labels else [label for label in labels if label != "A"]  # which counts, without questions
    if sum(turn.bold and turn.name is not None for turn in found.values()) > MANY_BOLD * len(labels):
        return set()  # where names are bold, a plain one before a colon is words
    leading = next((found.get(number) for number in range(first, len(rows)) if rows[number].strip()), None)
    paragraphs = sum(bool(rows[n].strip()) and (n == 0 or not rows[n - 1].strip()) for n in range(first, len(rows)))
    return likely_names(
        labels,
        [*reading.speakers, *(turn.name for turn in found.values() if turn.name and turn.shape != LABELLED)],
        first=leading.name if leading else None,
        all_labelled=len(labels) * 2 >= paragraphs,
    )


def _words_section(rows: list[str], first: int) -> tuple[int, list[str]]:
    """The number of the transcript's first row, after its heading if there is one; and the rows without code and the
    sections after the words."""
    kept, in_code, end = list(rows), False, len(rows)
    for number in range(first, len(rows)):
        row = rows[number].strip()
        fence = row.startswith(("```", "~~~"))
        if fence or in_code:
            kept[number] = ""
        in_code = in_code != fence
        heading = HEADING.fullmatch(row) if row[:1] in ("#", "=") else None
        title = clean(plain(heading[2])).casefold().rstrip(":") if heading else ""
        if title in ("transcript", "transcription", "full transcript", "episode transcript"):
            first = number + 1
        elif title in AFTERWORDS and number > first:
            end = min(end, number)
    return (first, kept[:end]) if end > first else (first, kept)


def _is_initials(name: str | None, speakers: list[str]) -> bool:
    return any(name == "".join(part[0] for part in speaker.split()) for speaker in speakers)


def _only_main_shapes(text: Outline) -> None:
    """Leave out the rare row that looks like a turn in a text whose turns look otherwise."""
    shapes = Counter(turn.shape for turn in text.turns.values())
    if not shapes:
        return
    most = max(shapes.values())
    for number, turn in list(text.turns.items()):
        rare = shapes[turn.shape] * 20 < most
        if rare and turn.shape in ("Name 00:00", "00:00:00 text") and turn.start is not None:
            del text.turns[number]


def take_chapters(text: Outline, reading: Reading) -> None:
    """Rows of a time and a title above the words are chapters, where the turns look otherwise or begin anew."""
    numbers = sorted(text.turns)
    block: list[int] = []
    for number in numbers:
        turn = text.turns[number]
        titled = (
            turn.shape == "00:00:00 text" and len(turn.rest.split()) <= MOST_TITLE_WORDS and turn.rest[-1:] not in ".!?"
        )
        later = not block or (turn.start or 0.0) > (text.turns[block[-1]].start or 0.0)
        if not titled or not later or any(row.strip() for row in text.rows[(block or [number])[-1] + 1 : number]):
            break
        block.append(number)
    following = numbers[len(block)] if len(block) < len(numbers) else None
    if len(block) < FEWEST_TURNS or following is None:
        return
    turn = text.turns[following]
    last = text.turns[block[-1]].start or 0.0
    if turn.shape != "00:00:00 text" or (turn.start is not None and turn.start < last):
        for number in block:
            one = text.turns.pop(number)
            text.rows[number] = ""
            reading.chapters.append(ChapterHead(clean(plain(one.rest)), one.start, line=number + 1))


def take_heading(reading: Reading, level: int, title: str, line: int) -> None:
    """A heading above the words is the title, any other begins a chapter; where another title is known, all do."""
    if level == 1 and not reading.cues and (reading.title or title).casefold() == title.casefold():
        reading.title = reading.title or title or None
    elif title and title.casefold() not in ("transcript", "transcription") and not _is_break(title):
        timed = chapter_row(title) or _STAMP_BEHIND.fullmatch(title)
        start = clock(timed["stamp"]) if timed else None
        reading.chapters.append(ChapterHead(timed["title"] if timed else title, start, len(reading.cues), line))


def _is_break(title: str) -> bool:
    """True if a heading only says when nobody of the show speaks: `Break: [25:59] to [27:11]`."""
    label, _, rest = title.partition(":")
    return label.casefold() in SILENT and bool(rest) and not re.search(r"[^\W\d_]{3}", rest)
