"""Whatever people paste, the quote's words and the name are read from it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcript.claims import MOST, Claim, read_claims

SPEAKERS = ("ada quill", "ben marsh", "ada", "ben", "quill", "艾达", "艾达·奎尔")
Q = "The bridge at Orval was never finished"
GOATS = "Goats do cross it twice a day"
ZH = "奥瓦尔的桥从未完工"


def known(name: str) -> bool:
    return name.casefold() in SPEAKERS


def read(text: str) -> list[tuple[str, str | None]]:
    """The quotes, where there are any in marks those, and whom they are credited to."""
    claims = [quote for claim in read_claims(text, known) for quote in claim.quotes or (claim,)]
    return [(claim.text, claim.speaker) for claim in claims]


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
    assert len(read("\n".join(f'"{Q} {number}"' for number in range(9)))) == MOST


def test_a_quote_broken_by_who_says_it() -> None:
    assert read('"The bridge at Orval," Ada said, "was never finished."') == [
        ("The bridge at Orval, was never finished.", "Ada")
    ]


def test_a_word_in_marks_is_no_quote() -> None:
    text = 'the so-called "bridge" at Orval was never "finished" by anyone'
    assert read(text) == [(text, None)]


@pytest.mark.parametrize("text", ["", " \n ", "🙂", '"', "> ", "https://example.com", "<@123>", "\0"])
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


def test_each_line_of_a_dialogue_in_a_quote_block_is_a_quote() -> None:
    assert read(f"> Ben: {GOATS}\n> Ada: {Q}") == [(GOATS, "Ben"), (Q, "Ada")]


def test_the_name_next_to_the_quote_is_whose_it_is() -> None:
    assert read(f"Ben Marsh asked about Orval and Ada Quill said “{Q}”") == [(Q, "Ada Quill")]


def test_a_chinese_name_that_nobody_knows_is_no_part_of_the_quote() -> None:
    assert read(f"帕特尔：{ZH}") == [(ZH, None)]
    assert read(f"结论：{ZH}") == [(f"结论：{ZH}", None)]


def test_each_of_a_row_of_quotes_is_one() -> None:
    assert read(f"“{Q}” “They tried” “{GOATS}”") == [(Q, None), ("They tried", None), (GOATS, None)]


def test_who_says_the_next_quote_has_not_said_the_last_one() -> None:
    assert read(f"Ben: “{GOATS}” Ada: no she said “{Q}”") == [(GOATS, "Ben"), (Q, "Ada")]


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


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        (f"Did Ada say “{Q}”?", Q, "Ada"),
        (f"But yesterday Ada said “{Q}”", Q, "Ada"),
        (f"Ben asked about bridges, Ada said: “{Q}”", Q, "Ada"),
        (f"Ben asked about Orval. Ada Quill replied: “{Q}”", Q, "Ada Quill"),
        (f"Ben 问到桥,Ada 回答:“{ZH}”", ZH, "Ada"),
        (f"Then Ben replied “{Q}”", Q, "Ben"),
        (f"“{Q}” — Will Smith", Q, "Will Smith"),
        (f"Who said “{Q}”? Ada or Ben?", Q, None),
        (f"艾达在節目裡真的說過「{ZH}」嗎?", ZH, "艾达"),
        ("艾达真的说过「山羊过桥」吗?", "山羊过桥", "艾达"),
        ("Asked about the bridge and its goats for an hour, Ada said “no way”", "no way", "Ada"),
        ("“Goats will cross” he said", "Goats will cross", None),
    ],
)
def test_who_is_named_in_a_sentence_around_a_quote(text: str, quote: str, name: str | None) -> None:
    assert read(text) == [(quote, name)]


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


@pytest.mark.parametrize(
    "text", ["> Ada says that goats cross it twice\nBen", "Ben:\n> Ada says that goats cross it twice"]
)
def test_whom_a_message_credits_a_quote_to_that_names_somebody(text: str) -> None:
    (claim,) = read_claims(text, known)
    assert (claim.text, claim.speaker) == ("goats cross it twice", "Ada")
    assert (claim.lead.strip(), claim.otherwise) == ("Ada says that", "Ben")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(unit=st.text(alphabet=" \t\n\"“”'‘’「」—-()[]>*_#:：,，.。!?@…a1说在着对<", min_size=1, max_size=6))
def test_however_often_signs_are_said_again_there_are_few_quotes(unit: str) -> None:
    claims = read_claims(unit * (4_000 // len(unit)), known)
    assert len(claims) <= MOST
    assert all(any(character.isalnum() for character in claim.text) for claim in claims)


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


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (f"{Q}, as Ada put it", Claim(Q, "Ada", trail=", as Ada put it")),
        (f"{Q}, Ada said.", Claim(Q, "Ada", trail=", Ada said.")),
        (f"{Q}, says Ada Quill", Claim(Q, "Ada Quill", trail=", says Ada Quill")),
        (f"{ZH}，正如艾达所说", Claim(ZH, "艾达", trail="，正如艾达所说")),
        (f"正如艾达所说，{ZH}", Claim(ZH, "艾达", lead="正如艾达所说，")),
        (f"{Q}, they said", Claim(f"{Q}, they said")),
    ],
)
def test_who_says_what_is_not_in_marks(text: str, claim: Claim) -> None:
    (read_claim,) = read_claims(text, known)
    assert read_claim == claim


@pytest.mark.parametrize("verb", ["was like", "is all like", "goes", "went"])
def test_how_people_say_who_said_it(verb: str) -> None:
    assert read(f'Ben asked about goats and Ada {verb} "{Q}"') == [(Q, "Ada")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f'Chief Mason Ada Quill: "{Q}"', "Ada Quill"),
        (f'Orval’s Ada Quill: "{Q}"', "Ada Quill"),
        (f'"{Q}" — Orval Bridges CEO Ada Quill', "Ada Quill"),
        (f"Orval创始人Ada Quill:“{ZH}”", "Ada Quill"),
        (f'Ada: "{Q}" Ben did not expect that', "Ada"),
        (f'Ada: "{Q}" Will Smith in shambles', "Ada"),
        (f"Ada Quill:“{ZH}”Ben都惊了", "Ada Quill"),
        (f'Ben wrote to Ada for years. Ada (of Orval) said "{Q}"', "Ada"),
        (f'In Ada\'s words, "{Q}"', "Ada"),
        (f'Ada with the quote of the year: "{Q}"', "Ada"),
        (f'🚨 BREAKING: Ada Quill: "{Q}"', "Ada Quill"),
        (f'Quote of the day - Ada Quill: "{Q}"', "Ada Quill"),
        (f'at 8:20 Ada says "{Q}"', "Ada"),
        (f'On "The Daily Goat," Ada said "{Q}"', "Ada"),
        (f"用Ada的话说:“{ZH}”", "Ada"),
        (f"就像Ada说的那样，{ZH}", "Ada"),
        (f"did Ada really say that {Q}?", "Ada"),
        (f"wait did Ada Quill actually say {Q}?", "Ada Quill"),
        (f"According to Ada, {Q}", "Ada"),
        (f"{Q} - Ada and Ben", None),
        (f'"{Q}" - Ada and Ben', None),
    ],
)
def test_a_name_is_found_among_other_words(text: str, name: str | None) -> None:
    ((quote, speaker),) = read(text)
    assert speaker == name
    assert name is None or quote.rstrip("?") in (Q, ZH)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f'Zuckerberg said "{Q}"', "Zuckerberg"),
        (f'"{Q}" — Zuckerberg', "Zuckerberg"),
        (f'"{Q}" said Zuckerberg', "Zuckerberg"),
        (f'Altman: "{Q}"', "Altman"),
        (f'Breaking: "{Q}"', None),
        (f'FYI: "{Q}"', None),
        (f'Somebody said "{Q}"', None),
        (f"马斯克说过“{ZH}”", "马斯克"),
        (f"“{ZH}”——扎克伯格", "扎克伯格"),
        (f"黄仁勋:{ZH}", "黄仁勋"),
        (f"网友说“{ZH}”", None),
    ],
)
def test_who_speaks_nowhere_may_be_credited_too(text: str, name: str | None) -> None:
    assert [speaker for _, speaker in read(text)] == [name]


def test_a_well_known_chinese_name_may_be_a_speakers() -> None:
    (claim,) = read_claims(f"马斯克说“{ZH}”", lambda name: name.casefold() == "musk")
    assert claim.speaker == "musk"


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


def test_what_stands_first_is_whose_it_is() -> None:
    assert read(f"Ada: {Q}, as Ben said") == [(f"{Q}, as Ben said", "Ada")]
    assert read(f"Ada — {Q}. Ben said") == [(f"Ada — {Q}", "Ben")]
