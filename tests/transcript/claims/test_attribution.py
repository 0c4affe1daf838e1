"""A quote is credited to whom the words around it name, and to nobody where that is unsure."""

from __future__ import annotations

import pytest

from tests.transcript.claims.messages import GOATS, PONT, ZH, Q, known, read, whose
from transcript.claims import Claim, read_claims


def test_the_name_next_to_the_quote_is_whose_it_is() -> None:
    assert read(f"Ben Marsh asked about Orval and Ada Quill said “{Q}”") == [(Q, "Ada Quill")]


def test_a_chinese_name_that_nobody_knows_is_no_part_of_the_quote() -> None:
    assert read(f"帕特尔：{ZH}") == [(ZH, None)]
    assert read(f"结论：{ZH}") == [(f"结论：{ZH}", None)]


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        (f"Did Ada say “{Q}”?", Q, "Ada"),
        (f"But yesterday Ada said “{Q}”", Q, "Ada"),
        (f"Didn't Ada say “{Q}”?", Q, "Ada"),
        (f"Ada Quill: “{Q}” -- The Bridgecast, episode 5", Q, "Ada Quill"),
        (f"“{Q}” -- The Bridgecast, episode 5", Q, "Bridgecast"),
        (
            f"{Q}. - Ada Quill, keeper of goats at Orval since the flood, on crossing a half-built bridge",
            f"{Q}.",
            "Ada Quill",
        ),
        (f"pretty sure ada quill said “{Q}” around 25:57", Q, "ada quill"),
        (f"Ada Quill (Ben Party #295): “{Q}”", Q, "Ada Quill"),
        (f"[Bridge Time 286] Ada Quill: “{Q}”", Q, "Ada Quill"),
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


def test_a_speaker_and_a_dash_before_all_else_credit_it() -> None:
    assert read(f"Ada Quill – {Q}") == [(Q, "Ada Quill")]
    assert read(f"Goats – {Q}")[0][1] is None


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
