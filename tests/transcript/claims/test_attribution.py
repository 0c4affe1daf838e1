"""Each quote of a message is credited to whom the words around it name, and to nobody where that is unsure."""

from __future__ import annotations

import pytest

from tests.transcript.claims.messages import GOATS, PONT, ZH, Q, known, read, whose
from transcript.claims import Claim, read_claims


def test_the_name_next_to_the_quote_is_whose_it_is() -> None:
    assert read(f"Ben Marsh asked about Orval and Ada Quill said “{Q}”") == [(Q, "Ada Quill")]


def test_a_chinese_name_that_nobody_knows_is_no_part_of_the_quote() -> None:
    assert read(f"帕特尔：{ZH}") == [(ZH, None)]
    assert read(f"结论：{ZH}") == [(f"结论：{ZH}", None)]


def test_who_says_the_next_quote_has_not_said_the_last_one() -> None:
    assert read(f"Ben: “{GOATS}” Ada: no she said “{Q}”") == [(GOATS, "Ben"), (Q, "Ada")]


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


@pytest.mark.parametrize(
    "text", ["> Ada says that goats cross it twice\nBen", "Ben:\n> Ada says that goats cross it twice"]
)
def test_whom_a_message_credits_a_quote_to_that_names_somebody(text: str) -> None:
    (claim,) = read_claims(text, known)
    assert (claim.text, claim.speaker) == ("goats cross it twice", "Ada")
    assert (claim.lead.strip(), claim.otherwise) == ("Ada says that", "Ben")


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


def test_what_stands_first_is_whose_it_is() -> None:
    assert read(f"Ada: {Q}, as Ben said") == [(f"{Q}, as Ben said", "Ada")]
    assert read(f"Ada — {Q}. Ben said") == [(f"Ada — {Q}", "Ben")]


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
        (f'who said it?\na) "{Q}"\nb) "{GOATS}"', [None, None]),
        (f'It wasn\'t Ada who said "{Q}"', [None]),
        (f'Ada didn\'t say "{Q}", Ben did.', ["Ben"]),
        (f'Ada didn\'t say "{Q}"', [None]),
        (f"“{ZH}”不是艾达说的", [None]),
        (f"Ada 说“{ZH}”,Ben 问了“{PONT}?”", ["Ada", "Ben"]),
        (f'"{Q}," said Ada of the North/South split.', ["Ada"]),
        (f'> "{Q}"\nThis is Ben at his best imo', ["Ben"]),
        (f'> "{Q}"\nthat\'s so wild, Ben', [None]),
        (f"求证:下面两句都是 Ada 说的?\n1. “{ZH}”\n2. “{ZH}了吗”", ["Ada", "Ada"]),
        (f'1/ Ada on goats: "{Q}"\n2/ On the bridge: "{GOATS}"', ["Ada", "Ada"]),
        (f'Reported user says: "Ada said {Q}" Please verify.', ["Ada"]),
        (f"被举报消息:“Ben Marsh:{ZH}。”", ["Ben Marsh"]),
        (f"`{Q}` <- Ada", ["Ada"]),
        (f'"{Q}," he explained, but "{GOATS}"', [None, None]),
        (f'Ada said a lot. "{Q}," he explained, but "{GOATS}"', ["Ada", "Ada"]),
        (f'Is Ada\'s quote right? She supposedly said "{Q}"', ["Ada"]),
        (f'Ada was blunt. The exact line is "{Q}"', ["Ada"]),
        (f'lol at Ada going "{Q}"', ["Ada"]),
        (f'"{Q}," Mr. Quill said, "because {GOATS}"', ["Quill"]),
        (f'"{Q}" is such an Ada thing to say. Versus Ben\'s "{GOATS}"', ["Ada", "Ben"]),
        (f"小美:对,Ben 的回应是“{ZH}”", ["Ben"]),
        (f"最大的感受就是 Ada 那句“{ZH}”", ["Ada"]),
        (f"是Ada说的“{ZH}”", ["Ada"]),
        (f"按照Ada的说法,“{ZH}”;Ben却反问:“{PONT}?”", ["Ada", "Ben"]),
    ],
)
def test_how_else_people_credit_quotes(text: str, expected: list[str | None]) -> None:
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
        (f"Mr. Marsh wondered: “{Q}?” Mr. Quill replied that Mr. Zuckerberg “{GOATS}.”", [None, "Quill"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"“{Q},” Ada Quill remembered. “{GOATS}.”", ["Ada Quill", "Ada Quill"]),
        (f"Ada recalled that “{Q}”", ["Ada"]),
        (f"As Ada Quill puts it: {Q}", ["Ada Quill"]),
        (f"quote of the day: {Q} (Ada)", ["Ada"]),
        (f"A.Q.: {Q}\nB.M.: {GOATS}", ["A.Q", "B.M"]),
        (f"On Tue, Sep 10, 2019 at 9:41 AM Ada Quill <ada@example.com> wrote:\n> {Q}", ["Ada Quill"]),
        (f"what Ada told Ben and Sam told me:\n> {Q}", [None]),
    ],
)
def test_how_posts_and_mails_credit_quotes(text: str, expected: list[str | None]) -> None:
    assert whose(text) == expected
    assert next(quote for quote, _ in read(text)).rstrip(",") == Q


def test_words_before_a_colon_that_were_said_stay_with_the_quote() -> None:
    (claim,) = read_claims(f"So I told Ada about it: {Q}", known)
    assert claim.lead + claim.text == f"So I told Ada about it: {Q}"
