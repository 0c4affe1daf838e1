"""Whatever people paste, the quote's words and the name are read from it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transcript.claims.messages import GOATS, ZH, Q, known, read
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


def test_several_quotes_in_a_message() -> None:
    assert read(f"“{Q}” — Ada Quill\n“{GOATS}” — Ben Marsh") == [(Q, "Ada Quill"), (GOATS, "Ben Marsh")]
    assert read(f"> {Q}\n— Ada Quill\n> {GOATS}\n— Ben Marsh") == [(Q, "Ada Quill"), (GOATS, "Ben Marsh")]
    assert read(f"Ada: {Q}\nBen: {GOATS}") == [(Q, "Ada"), (GOATS, "Ben")]
    assert len(read("\n".join(f'"{Q} {number}"' for number in range(29)))) == MOST_CLAIMS


def test_a_quote_broken_by_who_says_it() -> None:
    assert read('"The bridge at Orval," Ada said, "was never finished."') == [
        ("The bridge at Orval, was never finished.", "Ada")
    ]


def test_a_word_in_marks_is_no_quote() -> None:
    text = 'the so-called "bridge" at Orval was never "finished" by anyone'
    assert read(text) == [(text, None)]


def test_words_that_run_on_behind_marks_in_a_block_are_quoted_with_them() -> None:
    (claim,) = read_claims(f"> '{Q} by {GOATS}', and you are done\n— Ada Quill")
    assert (claim.text, claim.speaker) == (f"{Q} by {GOATS}', and you are done", "Ada Quill")
    assert [quote.text for quote in claim.quotes] == [f"{Q} by {GOATS}"]
    (claim,) = read_claims(f'> "{Q}", really?\n— Ada Quill')
    assert (claim.text, claim.quotes) == (Q, ())


@pytest.mark.parametrize("text", ["", " \n ", "🙂", '"', "> ", "https://example.com", "<@123>", "@everyone", "\0"])
def test_nothing_to_read(text: str) -> None:
    assert read_claims(text, known) == ()


@settings(derandomize=True)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert all(isinstance(claim, Claim) and claim.text for claim in read_claims(text, known))


@pytest.mark.parametrize(
    "text",
    [
        'Closed bridges will "never" hold',
        '"Orval" is a scam',
        '"closed bridges will" fall, "unfortunately"',
        "Bridges will “never” hold",
        "The bridge is “dead in the water”",
    ],
)
def test_a_few_words_in_marks_are_no_quote_of_their_own(text: str) -> None:
    assert read(text) == [(text, None)]


def test_what_is_said_around_them_is_read_with_them() -> None:
    assert read('Ada said "closed bridges" will never hold') == [('"closed bridges" will never hold', "Ada")]
    assert read('did she say "bridges will fall"?') == [("bridges will fall", None)]
    assert read('"bridges will fall" is this real?') == [("bridges will fall", None)]
    assert read('"Never" - Ada') == [("Never", "Ada")]


@pytest.mark.parametrize(
    "text",
    [
        f"bob — Today at 8:57 PM\n{Q}",
        f"[8:57 PM] bob: {Q}",
        f"{Q}\n12 replies 4 reposts",
        f"{Q} #orval #bridges",
        f"is this real? {Q}",
        "".join(chr(ord(c) + 0x1D5EE - ord("a")) if c.islower() else c for c in Q),
    ],
)
def test_what_a_copy_of_a_post_has_around_it(text: str) -> None:
    assert read(text) == [(Q, None)]


def test_who_posted_it_is_whose_it_is_where_that_is_a_full_name() -> None:
    assert read(f"Ada Quill — 06/30/2025 8:57 PM\n{Q}") == [(Q, "Ada Quill")]
    assert read(f"[8:57 PM] Elon Musk: {Q}") == [(Q, "Elon Musk")]


def test_each_of_a_row_of_quotes_is_one() -> None:
    assert read(f"“{Q}” “They tried” “{GOATS}”") == [(Q, None), ("They tried", None), (GOATS, None)]


@pytest.mark.parametrize(
    "filler",
    [
        *("\t", " \n", "\n", ", ", ", on ", "，他在", ":smile: \n", "😀(1:23)", "[a ", "#a ", "</", "=!", "1:34 \n"),
        *("\ud800", "\0", "\0 ", "and a ", "> . ", "1 like ", "1 like,", "[](http://", "着", "对着说"),
    ],
)
def test_a_quote_is_read_behind_however_many_signs(filler: str) -> None:
    assert read(f"{filler * (3_900 // len(filler))}\n\n“{Q}” — Ada Quill") == [(Q, "Ada Quill")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"He said “goats will cross” and “{Q}”", [("goats will cross", None), (Q, None)]),
        (f"“goats will cross” vs “{Q}” - which one?", [("goats will cross", None), (Q, None)]),
        (
            f"1. “goats will cross” 2. “{Q}”\n3) “goats will win”",
            [("goats will cross", None), (Q, None), ("goats will win", None)],
        ),
        (f"“山羊过桥”和“{ZH}”", [("山羊过桥", None), (ZH, None)]),
        (f"The “stone bridge” and “goats” were odd, and Ada said “{Q}”", [(Q, "Ada")]),
    ],
)
def test_a_short_quote_beside_another_is_one(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == expected


def test_a_question_about_a_quote_may_be_asked_emphatically() -> None:
    assert read(f"is this real{'?!' * 1_900} {Q}") == [(Q, None)]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\u2028", "\u2029", "\x85"])
def test_whatever_ends_a_line_ends_it(line_break: str) -> None:
    assert read(f"{Q}.{line_break}Ada Quill") == [(f"{Q}.", "Ada Quill")]


def test_a_quote_is_found_behind_many_words_in_marks() -> None:
    assert read(f"The so-called “bridge” of “stone” is odd. {'A “bridge” of “stone”. ' * 30} Ada said: “{Q}”") == [
        (Q, "Ada")
    ]
    assert read(" ".join(f"“no goat {number}”" for number in range(30)))[:2] == [
        ("no goat 0", None),
        ("no goat 1", None),
    ]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(unit=st.text(alphabet=" \t\n\"“”'‘’「」—-()[]>*_#:：,，.。!?@…a1说在着对<", min_size=1, max_size=6))
def test_however_often_signs_are_said_again_there_are_few_quotes(unit: str) -> None:
    claims = read_claims(unit * (4_000 // len(unit)), known)
    assert len(claims) <= MOST_CLAIMS
    assert all(any(character.isalnum() for character in claim.text) for claim in claims)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (f'Ben: "{Q}?" Ada: "They hate it."', [(f"{Q}?", "Ben"), ("They hate it.", "Ada")]),
        (f'"{Q}" — Ben, "They hate it." — Ada', [(Q, "Ben"), ("They hate it.", "Ada")]),
        (f'Ben said "{Q}" of the "bridge of stone"', [(Q, "Ben")]),
    ],
)
def test_a_few_words_in_marks_beside_a_quote_are_one_where_a_name_stands_by_them(
    text: str, quotes: list[tuple[str, str | None]]
) -> None:
    assert read(text) == quotes


def test_a_pronoun_credits_nobody_even_where_somebody_is_called_so() -> None:
    (claim,) = read_claims(
        "“One of the ways that you mentioned is to feed the goats soon.”", lambda name: name == "you"
    )
    assert claim.speaker is None
    assert claim.text.startswith("One of the ways")
