"""Turns of a conversation, in each shape in which sites and people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transcript.formats.text.reading import described, read_text

SAID = ["Welcome back everybody.", "Thanks for having me.", "And the ice took two pillars."]


TIMED = list(zip([3.0, 11.0, 3753.0], ["Ada Quill", "Ben Marsh", "Ada Quill"], SAID, strict=True))


@pytest.mark.parametrize(
    "shape",
    [
        "**{name}** *{clock}*\n\n{text}\n\n",
        "[{clock}] **{name}**: {text}\n\n",
        "[{clock}] **{name}:** {text}\n\n",
        "[{clock}] **{name}**\n{text}\n\n",
        "【{name}】（{clock}）：{text}\n\n",
        "（{clock}）{name}：{text}\n\n",
        "**{clock} - {name}**\n\n{text}\n\n",
        "| {clock} | {name} | {text} |\n",
        "\u202b[{clock}] {name}: {text}\u202c\n",
        "{clock} - {name} – {text}\n",
        "({name}, {clock}) {text}\n\n",
        "### {name} ({clock})\n\n{text}\n\n",
        "{name}\n({clock}) {text}\n",
        "{name} – {clock}:\n\n{text}\n\n",
        "### [{clock}] {name}\n\n{text}\n\n",
        "{clock} **{name}** {text}\n\n",
        "**{name}** *[{clock}]*\n{text}\n\n",
        "**{name}** [[{clock}](https://example.org/?t=1)] {text}\n\n",
        "0:00 {name}  {clock}\n\n0:00 {text}\n\n",
        "[{seconds:.2f}s -> {end:.2f}s] {name}: {text}\n",
        "[{letters}] {name}: {text}\n",
        "{name} {letters}\n{text}\n\n",
        "[{seconds:.0f}000ms] {name}: {text}\n",
        "{seconds:.1f}s - {end:.1f}s: {name}: {text}\n",
        "{seconds:.1f}s {name}: {text}\n",
        "{seconds:.1f}: {name}: {text}\n",
        "**{name}** `{clock}`\n\n{text}\n\n",
    ],
)
def test_a_turn_begins_with_name_and_time_in_any_marks(shape: str, tmp_path: Path) -> None:
    clocks = ["00:00:03", "00:00:11", "01:02:33"]
    letters = ["3s", "11s", "1h 2m 33s"]
    rows = (shape.format(name=name, text=text, clock=clock, letters=spelt, seconds=at, end=at + 1)
            for clock, spelt, (at, name, text) in zip(clocks, letters, TIMED, strict=True))  # fmt: skip
    assert described(read_text(tmp_path, "".join(rows))) == TIMED


@pytest.mark.parametrize(
    "shape",
    ["{} – {}\n\n", "{} - {}\n\n", "{}—{}\n", "**{}** – {}\n\n", "({}) {}\n\n", "<{}> {}\n", "[{}] {}\n", "{}\t{}\n",
     "{}\n{}\n\n", "{}\n{}\n", "{}.- {}\n\n", "- **{}** {}\n",
     "[{}](https://example.org): {}\n\n", "🎙️ **{}:** {}\n\n", "## {}\n{}\n\n", "{}:\n\n{}\n\n"],
)  # fmt: skip
def test_a_name_is_told_by_any_mark_that_comes_again(shape: str, tmp_path: Path) -> None:
    turns = [(name, f"{text} The rain – all of it – stayed.") for _, name, text in TIMED[:2] * 3]
    transcript = read_text(tmp_path, "".join(shape.format(*turn) for turn in turns), "episode.md")
    assert [(speaker, text) for _, speaker, text in described(transcript)] == turns


def test_questions_in_court_have_a_full_stop(tmp_path: Path) -> None:
    rows = "Q. Who paid for it?\nA. A widow did.\nQ. And when was that?\nA. In May.\n"
    assert [speaker for _, speaker, _ in described(read_text(tmp_path, rows))] == ["Q", "A", "Q", "A"]


def test_a_name_in_capitals_needs_but_a_full_stop(tmp_path: Path) -> None:
    rows = "Chairman QUILL. Who paid for it?\n\nMr. MARSH. A widow. NATO did not.\n\nChairman QUILL. Yes.\n"
    assert [speaker for _, speaker, _ in described(read_text(tmp_path, rows))] == [
        "Chairman QUILL", "Mr. MARSH", "Chairman QUILL"]  # fmt: skip


def test_a_dash_alone_begins_the_turn_of_somebody_else(tmp_path: Path) -> None:
    rows = "— Who paid for it – and when?\n\n— A widow did, and she sold herring.\n\n— So it went on.\n"
    assert [text for *_, text in described(read_text(tmp_path, rows + "\nNobody came to the mill. " * 4))][:2] == [
        "Who paid for it – and when?", "A widow did, and she sold herring."]  # fmt: skip


def test_what_teams_says_to_those_who_cannot_see_is_not_said(tmp_path: Path) -> None:
    shape = "{initials}\n\n{name}\n{spelt}{clock}\n{name} {spelt}\n{text}\n"
    spelt, clocks = ["3 seconds", "11 seconds", "1 hour 2 minutes 33 seconds"], ["0:03", "0:11", "1:02:33"]
    rows = (shape.format(initials=name[0] + name[4], name=name, spelt=words, clock=clock, text=text)
            for words, clock, (_, name, text) in zip(spelt, clocks, TIMED, strict=True))  # fmt: skip
    assert described(read_text(tmp_path, "".join(rows))) == TIMED


def test_what_is_quoted_throughout_is_not_quoted(tmp_path: Path) -> None:
    shape = "> [!quote] {} [0{}:00]\n> {}\n\n"
    turns = [(60.0 * minute, name, text) for minute, (_, name, text) in enumerate(TIMED)]
    rows = "".join(shape.format(name, minute, text) for minute, (_, name, text) in enumerate(turns))
    assert described(read_text(tmp_path, f"# On bridges\n\n{rows}", "a.md")) == turns


@pytest.mark.parametrize("end", ["\u2028", "\x0b"])
def test_word_processors_end_lines_with_signs_of_their_own(end: str, tmp_path: Path) -> None:
    rows = "\n\n".join(f"{name}  00:{at:02.0f}{end}{text}" for at, name, text in TIMED[:2])
    assert described(read_text(tmp_path, rows)) == TIMED[:2]


def test_the_chat_of_a_meeting_counts_from_its_first_line(tmp_path: Path) -> None:
    rows = "10:00:05 From Ada to Everyone:\n\tWho paid?\n10:00:09 From Ben Marsh to Ada:\n\tA widow.\n" \
        "10:01:05 From Ada : Which one?\n"  # fmt: skip
    assert described(read_text(tmp_path, rows)) == [
        (0.0, "Ada", "Who paid?"), (4.0, "Ben Marsh", "A widow."), (60.0, "Ada", "Which one?")]  # fmt: skip


def test_the_press_asks_with_a_gap_for_a_colon(tmp_path: Path) -> None:
    rows = "THE PRESIDENT: Good evening.\n\nQ    Who paid: a widow?\n\nTHE PRESIDENT: Yes.\n\nQ    Thanks.\n"
    assert [speaker for _, speaker, _ in described(read_text(tmp_path, rows))] == ["THE PRESIDENT", "Q"] * 2


def test_a_table_on_a_page_and_marks_of_quotation_are_read_by_their_rows(tmp_path: Path) -> None:
    turns = ((3, "Ada", "Who paid, " + "and for the ice, " * 9), (7, "Ben", "Me."))
    cells = "".join(f"<tr><td>0:0{at}</td><td>{who}</td><td>{said}</td></tr>" for at, who, said in turns)
    page = f"<html><body><p>News of the week.</p><table><tr><th>Time</th><th>Who</th><th>Text</th></tr>{cells}</table>"
    assert [(at, who) for at, who, _ in described(read_text(tmp_path, page, "e.html"))] == [(3.0, "Ada"), (7.0, "Ben")]
    quoted = "> **Ada**: Who paid?\n>\n> **Ben**: A widow.\n>\n"
    assert [text for *_, text in described(read_text(tmp_path, quoted, "e.md"))] == ["Who paid?", "A widow."]
