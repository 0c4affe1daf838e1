"""Each quote of a message is credited to whom the words around it name, and to nobody where that is unsure."""

from __future__ import annotations

import pytest

from tests.transcript.test_claims import GOATS, ZH, Q, read

PONT = "山羊每天过桥"


def whose(text: str) -> list[str | None]:
    return [speaker for _, speaker in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'"{Q}," said Ben Marsh, and Ada Quill, laughing, said, "{GOATS}."', ["Ben Marsh", "Ada Quill"]),
        (f'Ada said "{Q}", right before Ben, who is the host, said "{GOATS}".', ["Ada", "Ben"]),
        (f'"{Q}," said Ben, and Ada, smiling: "{GOATS}."', ["Ben", "Ada"]),
        (f'"{Q}," Ben said, but Ada pushed back: "{GOATS}."', ["Ben", "Ada"]),
        (f'Ada Quill, not Ben Marsh, said "{Q}".', ["Ada Quill"]),
        (f'Ada Quill, the founder of Orval, told Ben: "{Q}"', ["Ada Quill"]),
    ],
)
def test_what_is_said_aside_between_a_name_and_its_verb(text: str, expected: list[str]) -> None:
    assert whose(text) == expected


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (f'Ada said "{Q}" to Ben. He also said "{GOATS}".', None),
        (f'Ada told Ben that "{Q}", to which he replied "{GOATS}"', None),
        (f'Ada told Ben "{Q}" and he replied "{GOATS}".', None),
        (f'Ada said "{Q}" and he replied "{GOATS}".', None),
        (f"Ada 告诉 Ben “{ZH}”，他回答“{PONT}”", None),
        (f'Ben heard Ada say "{Q}" and said "{GOATS}".', None),
        (f'Ada told Ben "{Q}" and added "{GOATS}".', "Ada"),
        (f'On Ben\'s show, Ada said "{Q}" and added "{GOATS}".', "Ada"),
        (f'Ada said "{Q}". Ben laughed. Ada then said "{GOATS}".', "Ada"),
        (f'"{Q}," said Ada, who also said "{GOATS}."', "Ada"),
        (f'"{Q}," Ada said, before adding "{GOATS}."', "Ada"),
        (f'So on the show Ada goes "{Q}", then later "{GOATS}"', "Ada"),
        (f"Ada 对 Ben 说“{ZH}”，还说“{PONT}”", "Ada"),
    ],
)
def test_who_went_on(text: str, second: str | None) -> None:
    assert whose(text) == ["Ada", second]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'Ada said "{Q}". "{GOATS}" was the reply from Ben.', ["Ada", "Ben"]),
        (f'"{Q}" was Ada. "{GOATS}" was Ben. Are both real?', ["Ada", "Ben"]),
        (f'"{Q}" is from Ada Quill and "{GOATS}" is from Ben Marsh', ["Ada Quill", "Ben Marsh"]),
        (f'After Ben said "{Q}", "{GOATS}" was what Ada said.', ["Ben", "Ada"]),
        (f'"{Q}." "{GOATS}." First is Ada, second is Ben', [None, None]),
        (f'Ada said "{Q}" and "{GOATS}" and Ben laughed', ["Ada", "Ada"]),
        (f"“{ZH}”，Ben Marsh 说，“{PONT}”，Ada Quill 说。", ["Ben Marsh", "Ada Quill"]),
    ],
)
def test_whom_what_stands_behind_names(text: str, expected: list[str | None]) -> None:
    assert whose(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'Ben was told by Ada that "{Q}".', ["Ada"]),
        (f'Ben Marsh heard Ada Quill say "{Q}"', ["Ada Quill"]),
        (f'Ben Marsh quotes Ada Quill: "{Q}"', ["Ada Quill"]),
        (f'Ada Quill interviewed by Ben Marsh: "{Q}"', ["Ada Quill"]),
        (f'Ada Quill on Ben Marsh\'s channel: "{Q}"', ["Ada Quill"]),
        (f'My friend claims Ada said "{Q}"', ["Ada"]),
        (f'Not Ben but Ada said "{Q}", and it was Ben who said "{GOATS}".', ["Ada", "Ben"]),
        (f'In response to Ben\'s "{Q}", Ada said "{GOATS}".', ["Ben", "Ada"]),
        (f'Ada\'s "{Q}" vs Ben\'s "{GOATS}"', ["Ada", "Ben"]),
        (f'"{Q}," Ada argued. Ben\'s reply was "{GOATS}."', ["Ada", "Ben"]),
        (f"Ada 先说“{ZH}”，然后 Ben 笑着说“{PONT}”", ["Ada", "Ben"]),
        (f"听到 Ada 说“{ZH}”，Ben 说“{PONT}”", ["Ada", "Ben"]),
    ],
)
def test_who_of_those_named_before_it_speaks(text: str, expected: list[str]) -> None:
    assert whose(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('lol Ada really said "no goats" and nobody cares', [("no goats", "Ada")]),
        (f'lol Ada really said "{PONT}" and nobody cares', [(PONT, "Ada")]),
        ('"No goats," said Ada Quill. Is that real?', [("No goats,", "Ada Quill")]),
        (f"Ada 说“{ZH}”，他还说“{PONT}”", [(ZH, "Ada"), (PONT, "Ada")]),
        (f"“{PONT}”，Ada 说。“{ZH}”，Ben 回答。", [(PONT, "Ada"), (ZH, "Ben")]),
        ('Ada said that he has "no goats" and sheep', [('that he has "no goats" and sheep', "Ada")]),
    ],
)
def test_a_few_words_are_a_quote_where_they_are_said_to_be_said(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(quote.removeprefix("that "), speaker) for quote, speaker in read(text)] == [
        (quote.removeprefix("that "), speaker) for quote, speaker in expected
    ]
