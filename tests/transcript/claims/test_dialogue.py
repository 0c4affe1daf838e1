"""The lines of a dialogue and of a list are quotes of their own, each with whom it is credited to."""

from __future__ import annotations

import pytest

from tests.transcript.claims.messages import GOATS, PONT, ZH, Q, read


def test_each_line_of_a_dialogue_in_a_quote_block_is_a_quote() -> None:
    assert read(f"> Ben: {GOATS}\n> Ada: {Q}") == [(GOATS, "Ben"), (Q, "Ada")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'1) Ben: "{Q}"\n2) Ada: "{GOATS}"', [(Q, "Ben"), (GOATS, "Ada")]),
        (f'Best Ada Quill quotes:\n1. "{Q}"\n2. "{GOATS}"', [(Q, "Ada Quill"), (GOATS, "Ada Quill")]),
        (f'"{Q}"\n"{GOATS}"\n"{Q} yet"\n- Ada', [(Q, "Ada"), (GOATS, "Ada"), (f"{Q} yet", "Ada")]),
        (f"{Q}. - Ada Quill\n{GOATS}. - Ben", [(f"{Q}.", "Ada Quill"), (f"{GOATS}.", "Ben")]),
        (f"1. {Q} (Ada)\n2. {GOATS} (Ben)", [(Q, "Ada"), (GOATS, "Ben")]),
        (f"{Q}.\n- Ada\n\n{GOATS}.\n- Ben", [(f"{Q}.", "Ada"), (f"{GOATS}.", "Ben")]),
        (f"Ada Quill 47:02\n{Q}\n\nBen 47:04\n{GOATS}", [(Q, "Ada Quill"), (GOATS, "Ben")]),
        (f"Q: {Q}?\nA: {GOATS}", [(f"{Q}?", None), (GOATS, None)]),
        (f"Interviewer: {Q}?\nAda: {GOATS}", [(f"{Q}?", None), (GOATS, "Ada")]),
        (f"This killed me 😂\n\nBen: {Q}?\nAda: {GOATS}", [(f"{Q}?", "Ben"), (GOATS, "Ada")]),
        (f"Some quotes from the good old show:\nBen: {Q}?\nAda: {GOATS}", [(f"{Q}?", "Ben"), (GOATS, "Ada")]),
        (f"Nobody:\nAda: {Q}", [(Q, "Ada")]),
        (f"Ada: {Q}\nme: true", [(Q, "Ada")]),
        (f"Ada, {GOATS}\n\nAda Quill", [(f"Ada, {GOATS}", "Ada Quill")]),
    ],
)  # fmt: skip
def test_lists_and_dialogues_of_quotes(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"<Ada> {Q}\n<Ben> {GOATS}", [(Q, "Ada"), (GOATS, "Ben")]),
        (f"<goatlover99> {Q}", [(Q, None)]),
        (f"**Ada Quill** — {Q}\n**Ben Marsh** — {GOATS}", [(Q, "Ada Quill"), (GOATS, "Ben Marsh")]),
        (f"Ben: {GOATS}. Ada: {Q}.", [(f"{GOATS}.", "Ben"), (f"{Q}.", "Ada")]),
        (f"Ada:{ZH}。Ben:{PONT}。", [(f"{ZH}。", "Ada"), (f"{PONT}。", "Ben")]),
        (f"Ada: {Q}. Note: {GOATS}", [(f"{Q}. Note: {GOATS}", "Ada")]),
        (f"哈哈哈//@路人甲:{ZH}", [(ZH, None)]),
    ],
)
def test_who_says_a_line(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Ada Quill:\n- {Q}\n- {GOATS}", "Ada Quill"),
        (f"Ada Quill\n1. {Q}\n2. {GOATS}", "Ada Quill"),
        (f"Best Ada Quill quotes:\n• {Q}\n\n• {GOATS}", "Ada Quill"),
        (f"The best of last week:\n• {Q}\n• {GOATS}", None),
        (f"1. {Q}\n2. {GOATS}", None),
    ],
)
def test_each_line_of_a_list_is_a_quote(text: str, name: str | None) -> None:
    assert read(text) == [(Q, name), (GOATS, name)]


def test_a_list_with_something_else_in_it_is_one_text() -> None:
    assert len(read(f"- {Q}\nand then\n- {GOATS}")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{Q}.\n— Ada Quill\nFounder, Orval Bridges", (f"{Q}.", "Ada Quill")),
        (f"【{ZH}】—— Ada Quill", (ZH, "Ada Quill")),
        (f"Orval CEO 山姆·奥特曼表示:“{ZH}”", (ZH, "山姆·奥特曼")),
    ],
)
def test_who_is_named_with_what_he_is(text: str, expected: tuple[str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{Q}\n\nis this real?", [(Q, None)]),
        (f"real or fake?\n{Q}", [(Q, None)]),
        (f"fact check pls\n```\n{Q}\n```\n-Ada Quill", [(Q, "Ada Quill")]),
        (f"Ada: {Q}\n\ncan anyone confirm?", [(Q, "Ada")]),
        (f"did Ada really say this?\n\n{Q}", [(Q, "Ada")]),
        (f"这是不是艾达说的?\n\n{ZH}", [(ZH, "艾达")]),
        (f"did Ada really say this? {Q}", [(Q, "Ada")]),
        (f"did Zuckerberg really say this? {Q}", [(Q, None)]),
        (f"Ada:{ZH}。 ← 这是他说的吗", [(f"{ZH}。", "Ada")]),
        (f"Ada说过 {ZH} 吗", [(ZH, "Ada")]),
        (f"Ben: {Q}\nAda: 真的吗?", [(Q, "Ben"), ("真的吗?", "Ada")]),
        (f"did Ada or Ben say this?\n\n{Q}", [(Q, None)]),
        (f"有没有人能确认一下?\n\n{ZH}", [(ZH, None)]),
        (f"Ben 0:00\n{GOATS}\n\nAda 0:09\n{Q}\n\nis this transcript real or generated", [(GOATS, "Ben"), (Q, "Ada")]),
        (f"{Q}\n\nWill it be finished?", [(f"{Q}\n\nWill it be finished?", None)]),
        (f"Ben: Is it true?\nAda: {Q}", [("Is it true?", "Ben"), (Q, "Ada")]),
        ("is this real?", [("is this real?", None)]),
    ],
)
def test_a_line_that_asks_about_a_quote_is_no_part_of_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"He sent me this:\n\nAda Quill\n@adaquill\n\n{Q}\n\n9:41 AM · Jun 30, 2025 · 212K Views", [(Q, "Ada Quill")]),
        (f"Ada Quill @adaquill · 3h\n{Q}\n💬 41  🔁 112  ❤️ 1.3K", [(Q, "Ada Quill")]),
        (f"【转发】黄仁勋:“{ZH}”//@科技小王:这是真的假的?", [(ZH, "黄仁勋")]),
        (f"AQ: {Q}\nBM: {GOATS}", [(Q, "AQ"), (GOATS, "BM")]),
        (f'Zuckerberg — "{Q}"\nAda — "{GOATS}"', [(Q, "Zuckerberg"), (GOATS, "Ada")]),
        (f'> Ada says the bridge was far too long for goats\n> "{Q}"', [(Q, "Ada")]),
        (f"My favorite exchange:\n\n— {Q}\n— {GOATS}", [(Q, None), (GOATS, None)]),
        (f"① {Q}\n② {GOATS}", [(Q, None), (GOATS, None)]),
        (f"“{Q}” / “{GOATS}” — Ada", [(Q, "Ada"), (GOATS, "Ada")]),
        (f"{Q}\n{ZH}了没有\n—— Ada Quill", [(Q, "Ada Quill"), (f"{ZH}了没有", "Ada Quill")]),
    ],
)
def test_what_is_copied_from_elsewhere(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"[Ben]: {Q}\n[Ada]: {GOATS}",
        f"[Ben] {Q}\n[Ada] {GOATS}",
        f"```\n[Ben]: {Q}\n[Ada]: {GOATS}\n```",
        f"Q (Ben): {Q}\nA (Ada): {GOATS}",
        f"| Speaker | Quote |\n|---|---|\n| Ben | {Q} |\n| Ada | {GOATS} |",
        f"Ben\t{Q}\nAda\t{GOATS}",
        f"Ben | {Q}\nAda | {GOATS}",
    ],
)
def test_how_the_speakers_of_a_dialogue_are_set_off(text: str) -> None:
    assert read(text) == [(Q, "Ben"), (GOATS, "Ada")]


def test_turns_of_nobody_that_is_named() -> None:
    assert read(f"Speaker 1: {Q}\nSpeaker 2: {GOATS}") == [(Q, None), (GOATS, None)]
    assert read(f"1\n00:40:11,200 --> 00:40:14,900\n{Q}") == [(Q, None)]


def test_a_word_behind_a_quote_that_laughs_at_it_is_no_part_of_it() -> None:
    assert read(f"Ada said {Q} lol") == [(Q, "Ada")]
    assert read(f"Ada说{ZH},不知道对不对") == [(ZH, "Ada")]


@pytest.mark.parametrize(
    "text",
    [
        f"[00:43] Ben: {Q}\n[00:51] Ada: {GOATS}",
        f"[6/30/25, 8:57:13 PM] Ben: {Q}\n[6/30/25, 8:58:01 PM] Ada: {GOATS}",
        f"30/06/2025, 20:57 - Ben: {Q}\n30/06/2025, 20:58 - Ada: {GOATS}",
        f"20:57 <Ben> {Q}\n20:58 <Ada> {GOATS}",
        f"Ben 0:43: {Q}\nAda 0:51: {GOATS}",
        f"1\n00:00:43,000 --> 00:00:51,000\n<v Ben>{Q}</v>\n\n2\n00:00:51,000 --> 00:00:55,000\n<v Ada>{GOATS}</v>",
        f"Host (Ben): {Q}\nGuest (Ada): {GOATS}",
        f"主持人（Ben）：{Q}\n嘉宾（Ada）：{GOATS}",
        f"Top quotes\n1) Ben — {Q}\n2) Ada — {GOATS}",
        f"→ Ben: {Q}\n→ Ada: {GOATS}",
    ],
)
def test_who_says_a_line_of_a_log_a_subtitle_or_a_list(text: str) -> None:
    assert read(text) == [(Q, "Ben"), (GOATS, "Ada")]


@pytest.mark.parametrize(
    "heading", ["Ada's two hottest takes", "Key quotes from Ada Quill:", "Ada Quill", "🔥 What Ada said this week"]
)
@pytest.mark.parametrize("bullet", ["→", "🔹", "👉", "1.", "-"])
def test_the_heading_of_a_list_names_who_said_it(heading: str, bullet: str) -> None:
    assert [(quote, (name or "").split()[0]) for quote, name in read(f"{heading}\n{bullet} {Q}\n{bullet} {GOATS}")] == [
        (Q, "Ada"),
        (GOATS, "Ada"),
    ]


def test_a_tweet_with_each_of_its_details_on_a_line() -> None:
    assert read(f"Ada Quill\n@adaquill\n·\nJun 30\n{Q}.\n\n14\n52\n1.2K\n88K") == [(f"{Q}.", "Ada Quill")]


def test_what_is_put_before_a_message_that_is_passed_on_is_no_part_of_it() -> None:
    assert read(f"Fwd: Fwd: Ada: {Q}") == [(Q, "Ada")]
    assert read(f"RE: {Q}") == [(Q, None)]


def test_a_report_in_chinese_begins_with_its_agency() -> None:
    assert read(f"山谷日报讯 6月30日消息，桥梁专家 Ada Quill 近日在播客中称，{ZH}。") == [(f"{ZH}。", "Ada Quill")]
    assert read(f"@山谷日报 【Ada：“{ZH}”】") == [(ZH, "Ada")]
    assert read(f"Ada 感慨道，「{ZH}」") == [(ZH, "Ada")]
