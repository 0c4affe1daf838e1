"""Texts as sites and people write them: words in order, speakers, seconds and chapters."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcript.errors import TranscriptError
from transcript.formats import read
from transcript.models import Transcript

SAID = ["Welcome back everybody.", "Thanks for having me.", "And the ice took two pillars."]


def read_text(tmp_path: Path, text: str, name: str = "episode.txt") -> Transcript:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def described(transcript: Transcript) -> list[tuple[float | None, str | None, str]]:
    return [(one.start, one.speaker, next(iter(one.text.values()))) for one in transcript.segments]


def contents(transcript: Transcript) -> list[tuple[str, float | None, int]]:
    return [(next(iter(one.title.values())), one.start, one.first) for one in transcript.chapters]


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


def test_questions_in_court_have_a_full_stop(tmp_path: Path) -> None:
    rows = "Q. Who paid for it?\nA. A widow did.\nQ. And when was that?\nA. In May.\n"
    assert [speaker for _, speaker, _ in described(read_text(tmp_path, rows))] == ["Q", "A", "Q", "A"]


def test_a_name_in_capitals_needs_but_a_full_stop(tmp_path: Path) -> None:
    rows = "Chairman QUILL. Who paid for it?\n\nMr. MARSH. A widow. NATO did not.\n\nChairman QUILL. Yes.\n"
    assert [speaker for _, speaker, _ in described(read_text(tmp_path, rows))] == [
        "Chairman QUILL", "Mr. MARSH", "Chairman QUILL"]  # fmt: skip


def test_the_numbers_of_rows_are_not_said(tmp_path: Path) -> None:
    rows = "".join(
        f"{number:4}  {row}\n" for number, row in enumerate(("ADA: Who", "paid 3 of them?", "BEN: 12 did.") * 2)
    )
    assert described(read_text(tmp_path, rows)) == [
        (None, "ADA", "Who paid 3 of them?"), (None, "BEN", "12 did.")] * 2  # fmt: skip


def test_a_dash_alone_begins_the_turn_of_somebody_else(tmp_path: Path) -> None:
    rows = "— Who paid for it – and when?\n\n— A widow did, and she sold herring.\n\n— So it went on.\n"
    assert [text for *_, text in described(read_text(tmp_path, rows + "\nNobody came to the mill. " * 4))][:2] == [
        "Who paid for it – and when?", "A widow did, and she sold herring."]  # fmt: skip


def test_a_page_that_is_called_a_transcript_needs_no_names(tmp_path: Path) -> None:
    said = "It was a long winter on the river, and nobody came to us for weeks."
    page = "<html><body><nav>Home</nav><h1>{}</h1>" + f"<p>{said}</p>" * 16 + "</body></html>"
    transcript = read_text(tmp_path, page.format("On bridges: transcript"), "a.html")
    assert " ".join(text for *_, text in described(transcript)) == " ".join([said] * 16)
    with pytest.raises(TranscriptError):
        read_text(tmp_path, page.format("On bridges"), "b.html")


def test_front_matter_may_be_toml_and_the_title_stands_above_the_notes(tmp_path: Path) -> None:
    turns = "Ada: Who paid?\n\nBen: A widow.\n"
    written = f'+++\ntitle = "On bridges"\ndate = 2024-05-01\n+++\n\n{turns}'
    episode = read_text(tmp_path, written, "a.md").episode
    assert (episode.title, episode.date) == ("On bridges", "2024-05-01")
    written = f"# On bridges\n\nOf ice.\n\n## Notes\n\n- a\n\n## Transcript\n\n{turns}"
    assert read_text(tmp_path, written, "b.md").episode.title == "On bridges"


READ_OUT = [
    "The roads of the north were laid in three phases, of which the first was of turf and timber.",
    "The ground beyond the river is soft. Two wagons were lost, and the grain with them.",
    "The letter was found in a well. Its author was a clerk and not a soldier.",
    "The road is now of stone, and the carts go two abreast from the river to the wall.",
    "Only the third phase gave the roads kerbs, ditches and milestones.",
]


@pytest.mark.parametrize(
    ("labels", "is_read"),
    [
        (["Dr. Helen Marsh", "READER"] * 2 + ["Dr. Helen Marsh"], True),
        (["Helen Marsh"] * 5, True),
        (["Problem", "Solution"] * 2 + ["Problem"], False),
        (["Known Causes", "Usual Effects", "First Remedies"] * 2, False),
        (["Alice Ward", "Ben Marsh", "Cora Finch", "Dan Hale", "Eva Stone"], False),
    ],
    ids=["a lecture with readings", "a lecture", "fields", "fields in order", "each name once"],
)
def test_what_is_read_out_needs_no_i_or_you_where_persons_names_come_again(
    labels: list[str], is_read: bool, tmp_path: Path
) -> None:
    said = list(zip(labels, READ_OUT, strict=False))
    rows = "".join(f"{label}: {text}\n\n" for label, text in said)
    if is_read:
        told = [(speaker, text) for _, speaker, text in described(read_text(tmp_path, rows))]
        assert {speaker for speaker, _ in told} == {*labels}
        assert " ".join(text for _, text in told) == " ".join(READ_OUT)
    else:
        with pytest.raises(TranscriptError, match="a document"):
            read_text(tmp_path, rows)


def test_fields_above_the_words_say_title_and_people(tmp_path: Path) -> None:
    head = "Meeting Title: On bridges\nDate: May 1, 2024\nMeeting participants: Ada Quill, Ben Marsh\n\nTranscript:\n"
    transcript = read_text(tmp_path, head + "Ada: Who paid?\n\nBen: A widow.\n\nAda: Which one?\n")
    assert (transcript.episode.title, transcript.episode.date) == ("On bridges", "2024-05-01")
    assert described(transcript)[0] == (None, "Ada Quill", "Who paid?")


@pytest.mark.parametrize("end", ["Page {} of 3\n\n", "\f", "\n{}\n\n"])
def test_heads_and_numbers_of_pages_are_not_said(end: str, tmp_path: Path) -> None:
    turns = "Ada: Who paid for\nit?\n\nBen: A widow did, and she sold herring for it on Fridays.\n\n"
    head = "" if end[:1] == "\n" else "On bridges, part two\n\n"
    pages = "".join(head + turns + end.format(number) for number in (1, 2, 3))
    said = {text for *_, text in described(read_text(tmp_path, pages))}
    assert said == {"Who paid for it?", "A widow did, and she sold herring for it on Fridays."}


def test_an_address_below_the_words_and_what_stands_around_it_are_not_said(tmp_path: Path) -> None:
    said = "We came to the river in May, and I saw that the ice had taken the bridge. " * 4
    below = "From Ada's show: On bridges, May 1\nhttps://example.org/12\nThis material may be protected by copyright.\n"
    transcript = read_text(tmp_path, f"{said}\n\n{below}")
    assert " ".join(text for *_, text in described(transcript)) == said.strip()
    assert len(transcript.notes) == 3


def test_what_teams_says_to_those_who_cannot_see_is_not_said(tmp_path: Path) -> None:
    shape = "{initials}\n\n{name}\n{spelt}{clock}\n{name} {spelt}\n{text}\n"
    spelt, clocks = ["3 seconds", "11 seconds", "1 hour 2 minutes 33 seconds"], ["0:03", "0:11", "1:02:33"]
    rows = (shape.format(initials=name[0] + name[4], name=name, spelt=words, clock=clock, text=text)
            for words, clock, (_, name, text) in zip(spelt, clocks, TIMED, strict=True))  # fmt: skip
    assert described(read_text(tmp_path, "".join(rows))) == TIMED


def test_a_title_between_times_begins_a_chapter(tmp_path: Path) -> None:
    said = ["we came to the river", "the ice was thick", "and nobody had a boat", "so we walked", "it held"] * 2
    rows = [f"0:{10 + number}\n{words}\n" for number, words in enumerate(said)]
    transcript = read_text(tmp_path, "".join(["On ice\n", *rows[:6], "After it\n", *rows[6:]]))
    assert contents(transcript) == [("On ice", 10.0, 0), ("After it", 16.0, 1)]
    assert " ".join(text for *_, text in described(transcript)) == " ".join(said)


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


def test_times_in_parentheses_within_a_paragraph_are_those_of_the_words(tmp_path: Path) -> None:
    rows = "(0:01) We came to the river in May. (0:05) I saw the ice (of 1962). "
    segment = read_text(tmp_path, f"{rows}(0:09) It took all of the bridge, I say, and more.").segments[0]
    assert (
        segment.text["en"]
        == "We came to the river in May. I saw the ice (of 1962). It took all of the bridge, I say, and more."
    )
    assert (segment.start, segment.marks) == (1.0, ((29, 5.0), (54, 9.0)))


def test_what_is_heard_above_the_words_is_no_title(tmp_path: Path) -> None:
    transcript = read_text(tmp_path, "(SOUNDBITE OF MUSIC)\n\nAda: Who paid?\n\nBen: A widow.\n\nAda: Which?\n")
    assert transcript.episode.title == "episode"


def test_what_is_quoted_throughout_is_not_quoted(tmp_path: Path) -> None:
    shape = "> [!quote] {} [0{}:00]\n> {}\n\n"
    turns = [(60.0 * minute, name, text) for minute, (_, name, text) in enumerate(TIMED)]
    rows = "".join(shape.format(name, minute, text) for minute, (_, name, text) in enumerate(turns))
    assert described(read_text(tmp_path, f"# On bridges\n\n{rows}", "a.md")) == turns


@pytest.mark.parametrize("end", ["\u2028", "\x0b"])
def test_word_processors_end_lines_with_signs_of_their_own(end: str, tmp_path: Path) -> None:
    rows = "\n\n".join(f"{name}  00:{at:02.0f}{end}{text}" for at, name, text in TIMED[:2])
    assert described(read_text(tmp_path, rows)) == TIMED[:2]


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


def test_a_heading_may_be_asciidocs(tmp_path: Path) -> None:
    rows = "= On bridges\n\n== Ice\n\n*Ada:* Who paid?\n\n*Ben:* A widow.\n\n== Timber\n\n*Ada:* Which one?\n"
    transcript = read_text(tmp_path, rows)
    assert transcript.episode.title == "On bridges"
    assert contents(transcript) == [("Ice", None, 0), ("Timber", None, 2)]


def test_a_dash_or_a_bracket_that_is_no_names_stays_in_the_words(tmp_path: Path) -> None:
    rows = (
        "Well — it was late.\n\n(Laughs) It was.\n\nWell — so.\n\nNobody came.\n\n" * 3
        + "And that was all I know. " * 5
    )
    assert {speaker for _, speaker, _ in described(read_text(tmp_path, rows))} == {None}


def test_where_names_have_colons_a_list_with_dashes_is_words(tmp_path: Path) -> None:
    rows = "**Ada:** My list is long.\n\nKeep - The wheel.\n\nDrop - The stone.\n\n**Ben:** And mine.\n\n" * 2
    assert {speaker for _, speaker, _ in described(read_text(tmp_path, rows, "e.md"))} == {"Ada", "Ben"}


def test_the_chat_of_a_meeting_counts_from_its_first_line(tmp_path: Path) -> None:
    rows = "10:00:05 From Ada to Everyone:\n\tWho paid?\n10:00:09 From Ben Marsh to Ada:\n\tA widow.\n" \
        "10:01:05 From Ada : Which one?\n"  # fmt: skip
    assert described(read_text(tmp_path, rows)) == [
        (0.0, "Ada", "Who paid?"), (4.0, "Ben Marsh", "A widow."), (60.0, "Ada", "Which one?")]  # fmt: skip


def test_what_a_program_says_of_itself_is_not_said(tmp_path: Path) -> None:
    rows = "whisper_init: loading\nDetected language: English\n[00:03.000 --> 00:04.000]  Who paid?\n" \
        "[00:04.000 --> 00:05.000]  A widow.\nwhisper_print_timings: total time = 3 ms\n"  # fmt: skip
    assert described(read_text(tmp_path, rows)) == [(3.0, None, "Who paid? A widow.")]


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


def test_a_role_behind_a_name_is_no_part_of_it_and_a_degree_is(tmp_path: Path) -> None:
    rows = "ADA QUILL, HOST:\n\nWelcome back.\n\nBen Marsh, PhD: Thanks.\n\nQUILL: So.\n\nBen Marsh, PhD: So.\n"
    assert [speaker for _, speaker, _ in described(read_text(tmp_path, rows))] == [
        "ADA QUILL", "Ben Marsh, PhD", "ADA QUILL", "Ben Marsh, PhD"]  # fmt: skip


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


def test_where_names_are_bold_no_plain_word_before_a_colon_is_one_and_a_linked_sentence_is_said(tmp_path: Path) -> None:
    turns = "**Ada:** Who paid?\n\n**Ben:** A widow.\n\n" * 2
    linked = (
        "## Break: \\[25:59\\] to \\[27:11\\]\n\n[She paid.](https://example.org)\n\n[Her will](https://example.org)\n"
    )
    transcript = read_text(tmp_path, f"{turns}**Ada:** It is so.\n\nHere's Cora Finch:\n\nYes.\n\n{linked}", "e.md")
    assert described(transcript)[-1] == (None, "Ada", "It is so. Here's Cora Finch: Yes. She paid.")
    assert [note.text for note in transcript.notes] == ["[Her will](https://example.org)"]
    assert transcript.chapters == ()


CONTENTS = "0:00 – Money\n0:11 – Ice\n"
SITE = """Transcript for Ada Quill: On bridges
This is a transcript of the show with Ada Quill. The times are links.

Table of Contents
Here are the “chapters”.

{contents}
Money
Ada Quill
(00:00:03)
Who paid for it? It was dear.
Ben Marsh
(00:00:06)
A widow.
Ice
Ada Quill
(00:00:11)
And the ice took two pillars.
"""


def test_what_a_site_writes_above_the_words_is_not_said_and_its_contents_are_chapters(tmp_path: Path) -> None:
    transcript = read_text(tmp_path, SITE.format(contents=CONTENTS))
    assert described(transcript) == [
        (3.0, "Ada Quill", "Who paid for it? It was dear."), (6.0, "Ben Marsh", "A widow."),
        (11.0, "Ada Quill", "And the ice took two pillars."),
    ]  # fmt: skip
    assert contents(transcript) == [("Money", 0.0, 0), ("Ice", 11.0, 2)]


def test_a_heading_with_its_time_is_a_chapter_and_one_without_words_is_none(tmp_path: Path) -> None:
    rows = (
        "## Contents\n### 00:00:03 – Money\n**Ada:** Who paid?\n\n### 00:00:11 – Ice\n**Ben:** A widow.\n\n## Links\n"
    )
    assert contents(read_text(tmp_path, rows, "episode.md")) == [("Money", 3.0, 0), ("Ice", 11.0, 1)]


def test_a_heading_may_have_its_time_behind_it(tmp_path: Path) -> None:
    rows = "## Money [00:00:03]\n**Ada:** Who?\n\n## Ice (00:11)\n**Ben:** A widow.\n"
    assert contents(read_text(tmp_path, rows, "episode.md")) == [("Money", 3.0, 0), ("Ice", 11.0, 1)]


HEADINGS = "# Introduction\n\n{0}\n\n# The mill\n\n{0}\n\n## The mill’s wheel\n\n{0}\n"


@pytest.mark.parametrize("said", ["Ada: Who paid?\n\nBen: A widow.", "Nobody knew who paid. It was a widow."])
def test_headings_are_chapters_with_names_or_without(said: str, tmp_path: Path) -> None:
    head = "---\ntitle: On bridges\nspeakers: [Ada]\npub_date: May 1st, 2024\n---\n\n"
    transcript = read_text(tmp_path, head + HEADINGS.format(said), "episode.md")
    assert [title for title, *_ in contents(transcript)] == ["Introduction", "The mill", "The mill’s wheel"]
    assert (transcript.episode.title, transcript.episode.date) == ("On bridges", "2024-05-01")


@pytest.mark.parametrize(
    "day", ["2024-05-01", "Wed, May 1, 2024 10:02AM • 1:20", "1 May 2024", "May 1st, 2024, 9:02AM"]
)
def test_a_day_above_the_words_is_the_episodes(day: str, tmp_path: Path) -> None:
    transcript = read_text(tmp_path, f"On bridges\n\n{day}\n\nAda  0:03\nWho paid?\n\nBen  0:07\nA widow.\n")
    assert (transcript.episode.title, transcript.episode.date) == ("On bridges", "2024-05-01")


def test_a_time_in_words_below_one_in_figures_is_not_said(tmp_path: Path) -> None:
    rows = "0:03\n3 seconds\nWelcome back.\n1:11\n1 minute, 11 seconds\nIt took 3 seconds.\n"
    assert [text for *_, text in described(read_text(tmp_path, rows))] == ["Welcome back.", "It took 3 seconds."]


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


def test_headings_that_come_again_are_names_on_a_page(tmp_path: Path) -> None:
    filler = "It was a long winter on the river, and nobody came to the mill for weeks."
    turns = "".join(
        f'<h4>{name}</h4><p begin="00:00:{at}.50">{filler}</p>'
        for name, at in (("Ada", "03"), ("Ben", "11"), ("Ada", "20"))
    )
    transcript = read_text(tmp_path, f"<html><body><h1>On bridges</h1><h3>Prologue</h3>{turns}</body></html>", "e.html")
    assert described(transcript) == [(3.5, "Ada", filler), (11.5, "Ben", filler), (20.5, "Ada", filler)]
    assert contents(transcript) == [("Prologue", 3.5, 0)]


def test_page_numbers_and_rights_are_not_said(tmp_path: Path) -> None:
    head = "The show, a transcript          Page {} of 2\n\n"
    rows = (
        f"{head.format(1)}Ada: Who paid?\n\n{head.format(2)}Ben: A widow.\n\nAda: So.\n\nCopyright © 2024 The Show.\n"
    )
    transcript = read_text(tmp_path, rows)
    assert [text for *_, text in described(transcript)] == ["Who paid?", "A widow.", "So."]
    assert len(transcript.notes) == 3


@pytest.mark.parametrize(
    "rows",
    [
        "From: Ada <ada@example.org>\nTo: Ben <ben@example.org>\nSubject: Bridge\nDate: Wed, 1 May\n\nHi Ben,\n",
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Bridge\nEND:VEVENT\nEND:VCALENDAR\n",
        "".join(f"[10:02:{n:02}] worker-{n % 3}: job {n * 1717} done in {n * 391} ms\n" for n in range(20)),
        "".join(f"May 14 10:02:{n:02} host systemd[1]: Started session {n} of Ada.\n" for n in range(20)),
        "".join(f"[10:02:{n:02}] [main/INFO]: Ada came into the game.\n" for n in range(20)),
        "The river took the landing\nand the landing took the rain\nand nobody crossed there\never again\n\n" * 3,
        "body {\n  margin: 0;\n  color: #333;\n}\n.head:hover {\n  margin: 1px;\n  color: red;\n}\n" * 9,
        "Default: the user's own folder.\n\nType: A path.\n\nThe value takes the place of the default.\n\n" * 9,
        "**Note:** The bridge is closed in winter.\n\n**Tools:** The mill needs a wheel and a stone.\n\n" * 9,
        "Name: bridge\nVersion: 1.0\nAuthor: Ada Quill\nLicense: MIT\n",
    ],
    ids=[
        "mail",
        "calendar",
        "log",
        "system's log",
        "game's log",
        "verse",
        "styles",
        "settings",
        "notes",
        "fields",
    ],
)
def test_what_nobody_says_is_no_transcript(rows: str, tmp_path: Path) -> None:
    with pytest.raises(TranscriptError):
        read_text(tmp_path, rows)


NARRATED = [
    "In the spring of 1847 a small fishing village on the coast of Norway woke to find that the sea had gone.",
    "Boats lay on their sides in the mud, and the gulls walked among them as if nothing had happened.",
    "The old men said that it would come back. It came back at noon, higher than the church door.",
    "For a hundred years the story was told to children as a warning, until a geologist arrived with a drill.",
]


def test_who_tells_of_others_needs_no_i_and_no_you(tmp_path: Path) -> None:
    segments = read_text(tmp_path, "\n\n".join(NARRATED)).segments
    assert " ".join(one.text["en"] for one in segments) == " ".join(NARRATED)
