"""Times before, behind and within the words, in any figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transcript.formats.text.reading import described, read_text

LONG_TURNS = [
    (0.0, "Ada Quill", "Welcome back everybody, and tell me what became of the bridge over the river after the war."),
    (8.0, "Ben Marsh", "A widow paid for it."),
    (11.0, "Ada Quill", "Out of her own pocket, with the herring that she sold in the market of the town on Fridays?"),
    (19.0, "Ben Marsh", "Yes."),
]


@pytest.mark.parametrize("shape", ["{name}: {text} ({clock})\n\n", "{name}: {text} [{clock}]\n"])
def test_a_time_behind_the_words_is_that_of_their_beginning_or_end(shape: str, tmp_path: Path) -> None:
    begun = "".join(shape.format(name=name, text=text, clock=f"00:{at:02.0f}") for at, name, text in LONG_TURNS)
    assert described(read_text(tmp_path, begun)) == LONG_TURNS
    ends = [8.0, 11.0, 19.0, 20.0]
    ended = "".join(shape.format(name=name, text=text, clock=f"00:{end:02.0f}")
                    for end, (_, name, text) in zip(ends, LONG_TURNS, strict=True))  # fmt: skip
    assert described(read_text(tmp_path, ended))[-2:] == LONG_TURNS[-2:]


def test_numbers_of_sections_are_no_times(tmp_path: Path) -> None:
    prose = "We came to the river in May, and I saw that the ice had taken the bridge. " * 4
    rows = "".join(f"{chapter}.{part}: {prose}\n\n" for chapter in (1, 2) for part in (1, 2, 3))
    assert {start for start, *_ in described(read_text(tmp_path, rows))} == {None}


def test_times_in_parentheses_within_a_paragraph_are_those_of_the_words(tmp_path: Path) -> None:
    rows = "(0:01) We came to the river in May. (0:05) I saw the ice (of 1962). "
    segment = read_text(tmp_path, f"{rows}(0:09) It took all of the bridge, I say, and more.").segments[0]
    assert (
        segment.text["en"]
        == "We came to the river in May. I saw the ice (of 1962). It took all of the bridge, I say, and more."
    )
    assert (segment.start, segment.marks) == (1.0, ((29, 5.0), (54, 9.0)))


@pytest.mark.parametrize(
    "rows",
    [
        "（００：０３）主持人：欢迎回来。\n（０１：１１）嘉宾：谢谢。\n",
        "[٠٠:٠٣] 主持人: 欢迎回来。\n[٠١:١١] 嘉宾: 谢谢。\n",
    ],
    ids=["wide digits", "Arabic digits"],
)
def test_times_in_other_digits_are_times(rows: str, tmp_path: Path) -> None:
    assert described(read_text(tmp_path, rows)) == [(3.0, "主持人", "欢迎回来。"), (71.0, "嘉宾", "谢谢。")]


def test_a_time_in_wide_signs_within_the_words_stays(tmp_path: Path) -> None:
    rows = "主持人：我们10：30开会。\n嘉宾：好的，10：30见。\n"
    assert [text for *_, text in described(read_text(tmp_path, rows))] == ["我们10：30开会。", "好的，10：30见。"]


def test_a_time_behind_the_words_is_the_next_turns(tmp_path: Path) -> None:
    rows = "I: Who paid for it? #00:00:04-5#\n\nB: A widow. #00:00:09-1#\n\nI: Which one? #00:00:12-0#\n"
    assert described(read_text(tmp_path, rows)) == [
        (None, "I", "Who paid for it?"), (4.0, "B", "A widow."), (9.0, "I", "Which one?")]  # fmt: skip


def test_a_break_between_two_times_is_not_said(tmp_path: Path) -> None:
    rows = (
        "**Ada:** \\[00:03\\] Welcome.\n\n**Break:** \\[00:30\\] to \\[01:10\\]\n\n**Ben:** Thanks.\n\n**Ada:** So.\n"
    )
    assert described(read_text(tmp_path, rows)) == [
        (3.0, "Ada", "Welcome."), (None, "Ben", "Thanks."), (None, "Ada", "So.")]  # fmt: skip


def test_a_time_in_words_below_one_in_figures_is_not_said(tmp_path: Path) -> None:
    rows = "0:03\n3 seconds\nWelcome back.\n1:11\n1 minute, 11 seconds\nIt took 3 seconds.\n"
    assert [text for *_, text in described(read_text(tmp_path, rows))] == ["Welcome back.", "It took 3 seconds."]
