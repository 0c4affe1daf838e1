"""Captions as tools write them beyond the formats' own grammar: names, times of words and translations."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transcript.formats.text.reading import read_text
from transcript.models import Transcript

SAID = ["Welcome back everybody.", "Thanks for having me.", "The ice took two pillars.", "Who paid for them?"]
NAMES = ["Ada Quill", "Ben Marsh"] * 2
VTT = "WEBVTT\n\n"


def turns(transcript: Transcript) -> list[tuple[str | None, str]]:
    return [(one.speaker, next(iter(one.text.values()))) for one in transcript.segments]


def cues(shape: str) -> str:
    """Four cues of that shape, one every ten seconds."""
    return "".join(
        shape.format(number=number, at=f"00:00:{number}0.000", to=f"00:00:{number}9.000", name=name, text=text)
        for number, (name, text) in enumerate(zip(NAMES, SAID, strict=True))
    )


@pytest.mark.parametrize(
    "shape",
    [
        "{number}\n{at} --> {to}\n- [{name}] {text}\n\n",  # Rev
        "{at} --> {to}\n（{name}）{text}\n\n",
        "{at} --> {to}\n({name}) {text}\n\n",
        "{at} --> {to}\n{name} – {text}\n\n",
        "{at} --> {to}\n({name})\n{text}\n\n",  # Zoom
        "{at} --> {to} [{name}]\n{text}\n\n",
        '{number} "{name}" (4711)\n{at} --> {to}\n{text}\n\n',  # Webex
        "{at} --> {to}\n{name}\n{text}\n\n",  # Teams' documents
        "6a51-4f/{number}-0\n{at} --> {to}\n<v {name}>{text}</v>\n\n",  # Teams
        "{number}\n{at} --> {to}\n>> {name}: {text}\n\n",
    ],
    ids=[
        "brackets",
        "wide brackets",
        "parentheses",
        "dashes",
        "parentheses above",
        "beside the times",
        "identifier",
        "name above",
        "voice",
        "chevrons",
    ],
)
def test_a_name_is_found_wherever_a_tool_puts_it(shape: str, tmp_path: Path) -> None:
    assert turns(read_text(tmp_path, VTT + cues(shape), "any.vtt")) == list(zip(NAMES, SAID, strict=True))


def test_marks_in_brackets_are_no_names(tmp_path: Path) -> None:
    said = "{at} --> {to}\n[Music]\n\n{at} --> {to}\n[Laughs] {text}\n\n{at} --> {to}\n{text}\n\n"
    assert set(read_text(tmp_path, VTT + cues(said * 5), "any.vtt").episode.speakers) == set()


def test_where_chevrons_stand_before_names_no_other_word_before_a_colon_is_one(tmp_path: Path) -> None:
    rows = [">> ADA QUILL: WELCOME BACK.", "TODAY: BRIDGES.", ">> BEN MARSH: THANKS.", ">> ADA QUILL: WHO PAID?"]
    text = "".join(f"00:00:0{n}.000 --> 00:00:0{n + 1}.000\n{row}\n\n" for n, row in enumerate(rows))
    assert turns(read_text(tmp_path, text, "any.srt"))[0] == ("ADA QUILL", "WELCOME BACK. TODAY: BRIDGES.")


@pytest.mark.parametrize(("opens", "closes"), [("«\u00a0", "\u00a0»"), ("»", "«")], ids=["French", "German"])
def test_marks_of_quotation_are_no_chevrons(opens: str, closes: str, tmp_path: Path) -> None:
    said = f"{opens}Ada was here{closes}. Who, and when? {opens}Ben{closes}, she said."
    text = "".join(f"00:00:0{n}.000 --> 00:00:0{n + 1}.000\n{row}\n\n" for n, row in enumerate(said.split("? ")))
    told = " ".join(words for _, words in turns(read_text(tmp_path, text, "any.srt")))
    assert told.replace("\u00a0", " ") == said.replace("? ", " ").replace("\u00a0", " ")


def test_times_of_one_digit_are_times(tmp_path: Path) -> None:
    transcript = read_text(tmp_path, VTT + "0:0:5.81 --> 0:0:9.5\nWelcome back.\n\n", "any.vtt")
    assert [(one.start, one.end) for one in transcript.segments] == [(5.81, 9.5)]


AT = [(1.5, "Welcome"), (3.5, "back,"), (5.5, "everybody.")]
TTML = '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1.5" end="9">{}</p></div></body></tt>'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("any.ttml", TTML.format(" ".join(f'<span begin="{at}">{word}</span>' for at, word in AT))),
        ("any.lrc", "[00:01.50]" + "".join(f" <00:0{at}0> {word}" for at, word in AT) + "\n"),
        ("any.ass", "[Events]\nDialogue: 0,0:00:01.50,0:00:09.00,D,,0,0,0,,"
         "{\\k200}Wel{\\k0}come {\\kf200}back,\\h{a note}{\\K50}everybody.\n"),
        ("any.json", '{"transcription":[{"offsets":{"from":1500,"to":9000},"text":" Welcome back, …","tokens":['
         '{"text":"[_BEG_]","offsets":{"from":1500}},{"text":" Wel","offsets":{"from":1500}},{"text":"come","offsets":'
         '{"from":1600}},{"text":" back,","offsets":{"from":3500}},{"text":" everybody.","offsets":{"from":5500}}]}]}'),
    ],
    ids=["TTML", "LRC", "ASS", "whisper.cpp"],
)  # fmt: skip
def test_times_of_words_are_kept(name: str, text: str, tmp_path: Path) -> None:
    segment = read_text(tmp_path, text, name).segments[0]
    assert segment.text["en"] == "Welcome back, everybody."
    assert segment.start == 1.5
    assert segment.marks == ((8, 3.5), (14, 5.5))


SMI = """<SAMI><HEAD><STYLE TYPE="text/css"><!--
.ENCC {{ Name: English; lang: en-US; SAMIType: CC; }}
.DECC {{ Name: Deutsch; lang: de-DE; SAMIType: CC; }}
--></STYLE></HEAD><BODY>
<SYNC Start=500><P Class=ENCC>Welcome back.
<SYNC Start={first}><P Class=DECC>Willkommen zurück.
<SYNC Start=4000><P Class=ENCC>&nbsp;
<SYNC Start=5000><P Class=ENCC>Thanks for having me.
<SYNC Start={second}><P Class=DECC>Danke für die Einladung.
</BODY></SAMI>"""


def test_the_second_language_of_sami_is_the_translation(tmp_path: Path) -> None:
    transcript = read_text(tmp_path, SMI.format(first=500, second=5000), "any.smi")
    assert transcript.episode.languages == ("en", "de")
    assert [one.text for one in transcript.segments] == [
        {"en": "Welcome back. Thanks for having me.", "de": "Willkommen zurück. Danke für die Einladung."}
    ]
    assert not transcript.warnings


def test_a_language_of_sami_at_other_times_is_told_of(tmp_path: Path) -> None:
    transcript = read_text(tmp_path, SMI.format(first=900, second=5900), "any.smi")
    assert transcript.episode.languages == ("en",)
    assert [warning.message for warning in transcript.warnings] == [
        "2 captions in other languages than encc are left out"
    ]
