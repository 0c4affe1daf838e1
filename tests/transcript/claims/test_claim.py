"""Whatever people paste, the quote's words and the name are read from it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transcript.claims.messages import ZH, Q, known, read
from transcript.claims import MOST_CLAIMS, Claim, read_claims


@pytest.mark.parametrize(
    "text",
    [
        Q,
        f'"{Q}"',
        f"“{Q}”",
        f"”{Q}”",
        f"„{Q}“",
        f"«{Q}»",
        f"'{Q}'",
        f"‘{Q}’",
        f"「{Q}」",
        f"『{Q}』",
        f"> {Q}",
        f">>> {Q}",
        f'> "{Q}"',
        f"*{Q}*",
        f"**{Q}**",
        f"__{Q}__",
        f"||{Q}||",
        f"`{Q}`",
        f"### {Q}",
        f"-# {Q}",
        f"{Q} (31:39)",
        f"[31:39] {Q}",
        f"{Q} 31:39",
        f"{Q} 😂😂 <:kek:12345678> :joy:",
        f"<@123456> {Q}",
        f"@everyone {Q}",
        f"{Q} @here",
        f"{Q} https://example.com/watch?v=abc&t=1899",
        f"[{Q}](https://example.com/watch)",
        f'did anyone really say "{Q}"??',
        f"is this real?\n> {Q}\nsounds made up",
    ],
)
def test_a_quote_without_a_name(text: str) -> None:
    assert read(text) == [(Q, None)]


@pytest.mark.parametrize(
    "text",
    [
        f"“{Q}” — Ada Quill",
        f'"{Q}" - Ada Quill',
        f'"{Q}" – Ada Quill, on bridges',
        f'"{Q}" ~ Ada Quill',
        f'"{Q}" -- Ada Quill, Jun 2025',
        f'"{Q}" (Ada Quill)',
        f'"{Q}" [Ada Quill, 31:39]',
        f'"{Q}" Ada Quill',
        f'"{Q}"\nAda Quill',
        f'"{Q}" said Ada Quill.',
        f"'{Q}' - Ada Quill",
        f"{Q} - Ada Quill",
        f"{Q}\n— Ada Quill",
        f"{Q} (Ada Quill)",
        f"Ada Quill: {Q}",
        f"**Ada Quill:** {Q}",
        f"Ada Quill (31:39): {Q}",
        f"Ada Quill on bridges: “{Q}”",
        f"Ada Quill, in June 2025: “{Q}”",
        f"Ada Quill 31:39\n{Q}",
        f'Ada Quill said "{Q}"',
        f'lol and then Ada Quill said that "{Q}"',
        f'According to Ada Quill, "{Q}"',
        f"> {Q}\n— Ada Quill",
        f"> {Q}\n> — Ada Quill",
        f"> *{Q}*\n\n— **Ada Quill**, _On Bridges_",
        f"Ada Quill:\n> {Q}",
        f"1. “{Q}” - Ada Quill",
    ],
)
def test_a_quote_with_a_name(text: str) -> None:
    assert read(text) == [(Q, "Ada Quill")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f'"{Q}" - ada', "ada"),
        (f"ada: {Q}", "ada"),
        (f'@Ada "{Q}"', "Ada"),
        (f"@Ada {Q}", "Ada"),
        (f'did Ada actually say "{Q}"?', "Ada"),
        (f"“{Q}” — Elon Musk", "Elon Musk"),
        (f'"{Q}" - the bridge podcast', None),
        (f'"{Q}" - me, just now', None),
        (f'"{Q}" - June 2025', None),
    ],
)
def test_which_names_count(text: str, name: str | None) -> None:
    assert read(text) == [(Q, name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"「{ZH}」", None),
        (f"“{ZH}”", None),
        (f"“{ZH}” —— 艾达", "艾达"),
        (f"{ZH}——艾达", "艾达"),
        (f"{ZH}(艾达)", "艾达"),
        (f"艾达:{ZH}", "艾达"),
        (f"艾达:“{ZH}”", "艾达"),
        (f"艾达说:“{ZH}”", "艾达"),
        (f"艾达说「{ZH}」", "艾达"),
        (f"艾达 问:“{ZH}”", "艾达"),
        (f"“{ZH}”,艾达说", "艾达"),
    ],
)
def test_chinese_forms(text: str, name: str | None) -> None:
    assert read(text) == [(ZH, name)]


def test_a_quote_broken_by_who_says_it() -> None:
    assert read('"The bridge at Orval," Ada said, "was never finished."') == [
        ("The bridge at Orval, was never finished.", "Ada")
    ]


@pytest.mark.parametrize("text", ["", " \n ", "🙂", '"', "> ", "https://example.com", "<@123>", "@everyone", "\0"])
def test_nothing_to_read(text: str) -> None:
    assert read_claims(text, known) == ()


@settings(derandomize=True)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert all(isinstance(claim, Claim) and claim.text for claim in read_claims(text, known))


@pytest.mark.parametrize(
    "filler",
    [
        *("\t", " \n", "\n", ", ", ", on ", "，他在", ":smile: \n", "😀(1:23)", "[a ", "#a ", "</", "=!", "1:34 \n"),
        *("\ud800", "\0", "\0 ", "and a ", "> . ", "1 like ", "1 like,", "[](http://", "着", "对着说"),
    ],
)
def test_a_quote_is_read_behind_however_many_signs(filler: str) -> None:
    assert read(f"{filler * (3_900 // len(filler))}\n\n“{Q}” — Ada Quill") == [(Q, "Ada Quill")]


def test_a_question_about_a_quote_may_be_asked_emphatically() -> None:
    assert read(f"is this real{'?!' * 1_900} {Q}") == [(Q, None)]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\u2028", "\u2029", "\x85"])
def test_whatever_ends_a_line_ends_it(line_break: str) -> None:
    assert read(f"{Q}.{line_break}Ada Quill") == [(f"{Q}.", "Ada Quill")]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(unit=st.text(alphabet=" \t\n\"“”'‘’「」—-()[]>*_#:：,，.。!?@…a1说在着对<", min_size=1, max_size=6))
def test_however_often_signs_are_said_again_there_are_few_quotes(unit: str) -> None:
    claims = read_claims(unit * (4_000 // len(unit)), known)
    assert len(claims) <= MOST_CLAIMS
    assert all(any(character.isalnum() for character in claim.text) for claim in claims)


def test_a_pronoun_credits_nobody_even_where_somebody_is_called_so() -> None:
    (claim,) = read_claims(
        "“One of the ways that you mentioned is to feed the goats soon.”", lambda name: name == "you"
    )
    assert claim.speaker is None
    assert claim.text.startswith("One of the ways")
