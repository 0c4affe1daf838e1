"""Words before a mark that are somebody's name, and others that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transcript.formats.text.reading import contents, described, read_text


def test_fields_above_the_words_say_title_and_people(tmp_path: Path) -> None:
    head = "Meeting Title: On bridges\nDate: May 1, 2024\nMeeting participants: Ada Quill, Ben Marsh\n\nTranscript:\n"
    transcript = read_text(tmp_path, head + "Ada: Who paid?\n\nBen: A widow.\n\nAda: Which one?\n")
    assert (transcript.episode.title, transcript.episode.date) == ("On bridges", "2024-05-01")
    assert described(transcript)[0] == (None, "Ada Quill", "Who paid?")


@pytest.mark.parametrize(
    "said",
    ["안녕하세요 여러분/네 맞아요/강 위에 얼음/네 맞아요/걸어서 갔어요",
     "שלום לכולם/כן נכון/הקרח על הנהר/כן נכון/תודה רבה",
     "Good Morning/Thank You/Over The River/Thank You/And Then"],
    ids=["Korean", "Hebrew", "titled"],
)  # fmt: skip
def test_few_words_below_a_time_are_no_names(said: str, tmp_path: Path) -> None:
    rows = "".join(f"0:{10 + number}\n{words}\n" for number, words in enumerate(said.split("/") * 3))
    transcript = read_text(tmp_path, rows)
    assert transcript.episode.speakers == ()
    assert " ".join(text for *_, text in described(transcript)) == " ".join(said.split("/") * 3)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("नादिया", "प्रिया शर्मा"), "सुप्रभात, पुलों के कार्यक्रम में आपका स्वागत है।"),
        (("สมชาย", "พิมพ์ใจ"), "ยินดีต้อนรับสู่รายการสะพานของเราในวันนี้ครับ"),
        (("محمد عبد الله", "ليلى"), "مرحبا بكم في برنامج الجسور."),
    ],
    ids=["Hindi", "Thai", "Arabic"],
)
def test_names_are_found_in_scripts_with_signs_on_letters(names: tuple[str, str], said: str, tmp_path: Path) -> None:
    rows = "".join(f"{name}: {said}\n\n" for name in names * 3)
    assert {speaker for _, speaker, _ in described(read_text(tmp_path, rows))} == {*names}


def test_a_dash_or_a_bracket_that_is_no_names_stays_in_the_words(tmp_path: Path) -> None:
    rows = (
        "Well — it was late.\n\n(Laughs) It was.\n\nWell — so.\n\nNobody came.\n\n" * 3
        + "And that was all I know. " * 5
    )
    assert {speaker for _, speaker, _ in described(read_text(tmp_path, rows))} == {None}


def test_where_names_have_colons_a_list_with_dashes_is_words(tmp_path: Path) -> None:
    rows = "**Ada:** My list is long.\n\nKeep - The wheel.\n\nDrop - The stone.\n\n**Ben:** And mine.\n\n" * 2
    assert {speaker for _, speaker, _ in described(read_text(tmp_path, rows, "e.md"))} == {"Ada", "Ben"}


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ("【主持人】：欢迎回来。\n\n【嘉宾】：谢谢。\n", [("主持人", "欢迎回来。"), ("嘉宾", "谢谢。")]),
        ("司会「ようこそ。」\n田中「どうも。」\n" * 2, [("司会", "ようこそ。"), ("田中", "どうも。")] * 2),
        ("――ようこそ。\n\n田中\u3000どうも。\n\n" * 2, [(None, "ようこそ。"), ("田中", "どうも。")] * 2),
    ],
    ids=["brackets", "quotation marks", "dashes and wide spaces"],
)
def test_names_are_found_as_they_stand_in_east_asia(
    rows: str, wanted: list[tuple[str | None, str]], tmp_path: Path
) -> None:
    assert [(speaker, text) for _, speaker, text in described(read_text(tmp_path, rows))] == wanted


@pytest.mark.parametrize("label", ["al-Karim", "van der Berg", "d'Artagnan", "host", "speaker 1", "Oscar de la Mora"])
@pytest.mark.parametrize(
    "shape", ["[00:00:{at}] {name}: {said}\n", "{name}: {said}\n\n", "{name} (0:{at})\n{said}\n\n"]
)
def test_a_label_of_any_case_is_a_speaker(label: str, shape: str, tmp_path: Path) -> None:
    named = [("Ada Quill", "Who paid for it?"), (label, "A widow."), ("Ada Quill", "Which one?"), (label, "Mine.")]
    rows = "".join(shape.format(at=10 + at, name=name, said=said) for at, (name, said) in enumerate(named))
    found = [(speaker, text) for _, speaker, text in described(read_text(tmp_path, rows))]
    assert [(speaker.casefold(), text) for speaker, text in found if speaker] == [
        (name.casefold(), said) for name, said in named]  # fmt: skip


def test_what_somebody_goes_by_is_a_speaker_where_every_time_has_a_label(tmp_path: Path) -> None:
    named = [("jean-luc", "Who paid?"), ("mizzi99", "He did."), ("jean-luc", "Who?"), ("mizzi99", "Me.")]
    rows = "".join(f"00:{10 + at} {name}: {said}\n" for at, (name, said) in enumerate(named))
    assert [(speaker, text) for _, speaker, text in described(read_text(tmp_path, rows))] == named
    once = read_text(tmp_path, f"{rows}00:20 tonni: I was there.\n")
    assert described(once)[-1] == (13.0, "mizzi99", "Me. tonni: I was there.")
    assert [(one.line, one.message) for one in once.warnings] == [
        (5, "tonni may be a speaker; named only once, so read as words")]  # fmt: skip


@pytest.mark.parametrize(
    "said", ["这座桥从来没有完工。", "橋は完成しなかった。", "สะพานนี้ไม่เคยสร้างเสร็จเลย", "We never finished it"]
)
def test_turns_far_apart_are_no_chapters(said: str, tmp_path: Path) -> None:
    rows = "".join(f"[00:0{at}:00] {name}: {said}\n" for at, name in enumerate(("Ada", "Ben") * 3))
    assert [speaker for _, speaker, _ in described(read_text(tmp_path, rows))] == ["Ada", "Ben"] * 3


def test_a_role_behind_a_name_is_no_part_of_it_and_a_degree_is(tmp_path: Path) -> None:
    rows = "ADA QUILL, HOST:\n\nWelcome back.\n\nBen Marsh, PhD: Thanks.\n\nQUILL: So.\n\nBen Marsh, PhD: So.\n"
    assert [speaker for _, speaker, _ in described(read_text(tmp_path, rows))] == [
        "ADA QUILL", "Ben Marsh, PhD", "ADA QUILL", "Ben Marsh, PhD"]  # fmt: skip


def test_where_names_are_bold_no_plain_word_before_a_colon_is_one_and_a_linked_sentence_is_said(tmp_path: Path) -> None:
    turns = "**Ada:** Who paid?\n\n**Ben:** A widow.\n\n" * 2
    linked = (
        "## Break: \\[25:59\\] to \\[27:11\\]\n\n[She paid.](https://example.org)\n\n[Her will](https://example.org)\n"
    )
    transcript = read_text(tmp_path, f"{turns}**Ada:** It is so.\n\nHere's Cora Finch:\n\nYes.\n\n{linked}", "e.md")
    assert described(transcript)[-1] == (None, "Ada", "It is so. Here's Cora Finch: Yes. She paid.")
    assert [note.text for note in transcript.notes] == ["[Her will](https://example.org)"]
    assert transcript.chapters == ()


def test_headings_that_come_again_are_names_on_a_page(tmp_path: Path) -> None:
    filler = "It was a long winter on the river, and nobody came to the mill for weeks."
    turns = "".join(
        f'<h4>{name}</h4><p begin="00:00:{at}.50">{filler}</p>'
        for name, at in (("Ada", "03"), ("Ben", "11"), ("Ada", "20"))
    )
    transcript = read_text(tmp_path, f"<html><body><h1>On bridges</h1><h3>Prologue</h3>{turns}</body></html>", "e.html")
    assert described(transcript) == [(3.5, "Ada", filler), (11.5, "Ben", filler), (20.5, "Ada", filler)]
    assert contents(transcript) == [("Prologue", 3.5, 0)]
