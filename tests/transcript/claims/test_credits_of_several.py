"""Of several quotes, or of several people who are named, each quote is credited to its own speaker."""

from __future__ import annotations

import pytest

from tests.transcript.claims.messages import GOATS, PONT, ZH, Q, read, whose


def test_who_says_the_next_quote_has_not_said_the_last_one() -> None:
    assert read(f"Ben: “{GOATS}” Ada: no she said “{Q}”") == [(GOATS, "Ben"), (Q, "Ada")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'Ben asked "{Q}" and Ada said "{GOATS}"', ["Ben", "Ada"]),
        (f'Ada said "{Q}" but Ben said that "{GOATS}"', ["Ada", "Ben"]),
        (f'Did Ada really say "{Q}" and did Ben say "{GOATS}"?', ["Ada", "Ben"]),
        (f'"{Q}?" Ben asked. Ada said, "{GOATS}"', ["Ben", "Ada"]),
        (f'"{Q}?"\nAda replied "{GOATS}"', [None, "Ada"]),
        (f'"{Q}" and Ada said "{GOATS}"', [None, "Ada"]),
        (f'"{Q}" Ada said "{GOATS}"', ["Ada", "Ada"]),
        (f'"{Q}." Ada said. "{GOATS}"', ["Ada", "Ada"]),
        (f'Ada said "{Q}". He also said "{GOATS}"', ["Ada", "Ada"]),
        (f'Ada said "{Q}" and then she said: "{GOATS}"', ["Ada", "Ada"]),
        (f'Ada said "{Q}", adding "{GOATS}"', ["Ada", "Ada"]),
        (f'Ada said "{Q}" and "{GOATS}"', ["Ada", "Ada"]),
        (f'"{Q}"\n"{GOATS}"\n- Ada', ["Ada", "Ada"]),
        (f'Ben asked "{Q}" and he said "{GOATS}"', ["Ben", None]),
        (f'Ben: "{Q}?" "{GOATS}"', ["Ben", None]),
        (f'Ada said "{Q}". Nobody believes "{GOATS}"', ["Ada", None]),
        (f"艾达说“{ZH}”，Ben说“{ZH}了吗”", ["艾达", "Ben"]),
        (f"Ben问“{ZH}吗？”艾达回答“{ZH}”", ["Ben", "艾达"]),
        (f"艾达说“{ZH}”，她还说“{ZH}了”", ["艾达", "艾达"]),
    ],
)
def test_who_says_each_of_two_quotes(text: str, expected: list[str | None]) -> None:
    assert [speaker for _, speaker in read(text)] == expected


def test_short_quotes_that_are_led_in_are_all_of_the_message() -> None:
    assert read('"never" — Ada, and then Ben said "always"') == [("never", "Ada"), ("always", "Ben")]


@pytest.mark.parametrize(
    "verb", ["disagreed:", "pushed back:", "shot back,", "was quick to respond:", "chimed in with", "'s response:"]
)
def test_who_answers_with_the_second_quote(verb: str) -> None:
    text = f"“{Q},” Ben said. Ada {verb} “{GOATS}”".replace(" 's", "'s")
    assert [quote for quote, _ in read(text)] == [f"{Q},", GOATS]
    assert [speaker for _, speaker in read(text)] == ["Ben", "Ada"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'In his video "Goats are here", Ben said "{Q}"', [(Q, "Ben")]),
        (f'Ada said "{Q}" about "the old goat" Ben said "{GOATS}"', [(Q, "Ada"), (GOATS, "Ben")]),
        (f'"{Q}" said Ada about "old goats" and Ben said "{GOATS}"', [(Q, "Ada"), (GOATS, "Ben")]),
        (f'Ada said "{Q}" and told Ben "{GOATS}"', [(Q, "Ada"), (GOATS, None)]),
        (f'Ada said "{Q}". He said Sam said "{GOATS}"', [(Q, "Ada"), (GOATS, None)]),
        (f'Ada said "{Q}". And so says the Bible, "{GOATS}"', [(Q, "Ada"), (GOATS, None)]),
        (f'Ada asked, "{Q}" and added, "{GOATS}"', [(Q, "Ada"), (GOATS, "Ada")]),
        (f'I asked you: did Ada say "{Q}" and "{GOATS}"', [(Q, "Ada"), (GOATS, "Ada")]),
        (f'"{Q}," said Ada, "and {GOATS}"', [(f"{Q}, and {GOATS}", "Ada")]),
        (f'"{Q}" said Ada, "{GOATS}"', [(Q, "Ada"), (GOATS, "Ada")]),
        (f'"{Q}?" asked Ben. "{GOATS}"', [(f"{Q}?", "Ben"), (GOATS, None)]),
        (f'"{Q}," said Ben, and Ada Quill said "{GOATS}"', [(f"{Q},", "Ben"), (GOATS, "Ada Quill")]),
        (f'Ada said "{Q}," and Ben said "{GOATS}"', [(f"{Q},", "Ada"), (GOATS, "Ben")]),
        (f"“{ZH}”，Ada Quill 说。", [(ZH, "Ada Quill")]),
        (f'"{Q}?", Ada said "{GOATS}"', [(f"{Q}?", None), (GOATS, "Ada")]),
        (f'Ada said "{Q}". And at the end she said "{GOATS}"', [(Q, "Ada"), (GOATS, "Ada")]),
    ],
)
def test_which_words_between_two_quotes_credit_which(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == expected


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
        (f"Ada 问 Ben:“{ZH}吗?”", ["Ada"]),
        (f'Ada asks Ben: "{Q}?"', ["Ada"]),
        (f"Ada 先说“{ZH}”，然后 Ben 笑着说“{PONT}”", ["Ada", "Ben"]),
        (f"听到 Ada 说“{ZH}”，Ben 说“{PONT}”", ["Ada", "Ben"]),
    ],
)
def test_who_of_those_named_before_it_speaks(text: str, expected: list[str]) -> None:
    assert whose(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"“{Q},” Ada said. “It was sad.” Ben countered: “{GOATS}.”", ["Ada", "Ada", "Ben"]),
        (f'"{Q}." Ben Marsh disagreed.', [None]),
        (f"“{Q},” he told Ben.", [None]),
        (f"“{Q}?” Ben joked. “{GOATS}.”", ["Ben", "Ben"]),
        (f"Ada Quill was angry. “{Q},” he told Ben. “{GOATS}.”", ["Ada Quill", "Ada Quill"]),
        (f"Ada, 28, has long been sad. “{Q},” she said in June. “{GOATS}.”", ["Ada", "Ada"]),
        (f"Ada Quill asked him about it. “{Q},” he said.", [None]),
        (f"Ada met Ben. “{Q},” he said.", [None]),
    ],
)
def test_whom_he_said_means(text: str, expected: list[str | None]) -> None:
    assert whose(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'Everyone thinks Ben said "{Q}" but it was actually Ada Quill.', ["Ada Quill"]),
        (f'Everyone thinks "{Q}" was Ben but it was actually Ada.', ["Ada"]),
        (f"大家都以为“{ZH}”是 Ben 说的,其实是 Ada 说的。", ["Ada"]),
        (f"“{ZH}”不是 Ben 说的,是 Ada 说的。", ["Ada"]),
        (f"“{ZH}”这句话出自 Ada,不是 Ben。", ["Ada"]),
        (f'"{Q}" <- Ben, not Ada', ["Ben"]),
        (f"Mr. Marsh wondered: “{Q}?” Mr. Quill replied that Mr. Zuckerberg “{GOATS}.”", ["Marsh", "Quill"]),
        (f'Ada answers "{Q}?" with "{GOATS}"', [None, None]),
        (f'Ada discusses "{Q}" with Ben Marsh', [None]),
        (f'Quote from Ada Quill\'s interview w/ Ben:\n\n"{Q}"', [None]),
        (f'From Ada Quill\'s interview with Ben: "{Q}"', ["Ada Quill"]),
        (f'Some guy attributes "{Q}" to Ada Quill.', ["Ada Quill"]),
        (f'"{Q}" attributed to Ada, from the old show', ["Ada"]),
        (f"Ada didn't mince words. “{Q},” she said.", ["Ada"]),
        (f'At one point the host, Ben Marsh, says "{Q}"', ["Ben Marsh"]),
        (f'The host (Ben Marsh) said "{Q}"', ["Ben Marsh"]),
        (f"“{Q},” Ada Quill, the founder of Orval, said on Ben’s podcast. “{GOATS}.”", ["Ada Quill", "Ada Quill"]),
        (f"“{Q},” Ben said. Ada disagreed. “{GOATS}.”", ["Ben", "Ada"]),
        (f'Ada\'s view? "{Q}" Ben\'s? "{GOATS}"', ["Ada", "Ben"]),
        (f'Ada appeared on the show, where she stated that "{Q}"', ["Ada"]),
        (f'Ada explains why "{Q}" and why "{GOATS}"', ["Ada", "Ada"]),
        (f'Ada: "{Q}" / Ben: "{GOATS}"', ["Ada", "Ben"]),
        (f"Ada 觉得“{ZH}”", ["Ada"]),
        (f"“{ZH}”他(Ada)说道。", ["Ada"]),
        (f"谈到桥时,Ada 毫不客气。“{ZH}”,她说。", ["Ada"]),
        (f'Ada 说 "{Q}",翻译过来就是“{ZH}”', ["Ada", "Ada"]),
    ],
)
def test_who_is_meant_where_several_are_named(text: str, expected: list[str | None]) -> None:
    assert whose(text) == expected


@pytest.mark.parametrize("link", ["and", "vs.", ", but", "& then", "和", "而"])
def test_a_name_ends_before_the_word_that_leads_to_the_next_quote(link: str) -> None:
    assert whose(f"“{Q}.” — Ada Quill {link} “{GOATS}.” — Ben Marsh") == ["Ada Quill", "Ben Marsh"]
