"""Words in quotation marks that quote somebody are quotes of their own, and others belong to the text around them."""

from __future__ import annotations

import pytest

from tests.transcript.claims.messages import GOATS, ZH, Q, read
from transcript.claims import MOST_CLAIMS, read_claims


def test_several_quotes_in_a_message() -> None:
    assert read(f"“{Q}” — Ada Quill\n“{GOATS}” — Ben Marsh") == [(Q, "Ada Quill"), (GOATS, "Ben Marsh")]
    assert read(f"> {Q}\n— Ada Quill\n> {GOATS}\n— Ben Marsh") == [(Q, "Ada Quill"), (GOATS, "Ben Marsh")]
    assert read(f"Ada: {Q}\nBen: {GOATS}") == [(Q, "Ada"), (GOATS, "Ben")]
    assert len(read("\n".join(f'"{Q} {number}"' for number in range(29)))) == MOST_CLAIMS


def test_a_word_in_marks_is_no_quote() -> None:
    text = 'the so-called "bridge" at Orval was never "finished" by anyone'
    assert read(text) == [(text, None)]


def test_words_that_run_on_behind_marks_in_a_block_are_quoted_with_them() -> None:
    (claim,) = read_claims(f"> '{Q} by {GOATS}', and you are done\n— Ada Quill")
    assert (claim.text, claim.speaker) == (f"{Q} by {GOATS}', and you are done", "Ada Quill")
    assert [quote.text for quote in claim.quotes] == [f"{Q} by {GOATS}"]
    (claim,) = read_claims(f'> "{Q}", really?\n— Ada Quill')
    assert (claim.text, claim.quotes) == (Q, ())


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


def test_each_of_a_row_of_quotes_is_one() -> None:
    assert read(f"“{Q}” “They tried” “{GOATS}”") == [(Q, None), ("They tried", None), (GOATS, None)]


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


def test_a_quote_is_found_behind_many_words_in_marks() -> None:
    assert read(f"The so-called “bridge” of “stone” is odd. {'A “bridge” of “stone”. ' * 30} Ada said: “{Q}”") == [
        (Q, "Ada")
    ]
    assert read(" ".join(f"“no goat {number}”" for number in range(30)))[:2] == [
        ("no goat 0", None),
        ("no goat 1", None),
    ]


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
