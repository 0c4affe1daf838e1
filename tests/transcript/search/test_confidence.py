"""A passage is an answer if it says what the query says, not if it turns who did it."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, script
from transcript.library import Library
from transcript.search import search
from transcript.search.confidence import SURE, _more_by_size

TALK = script(
    (
        "00:00",
        BEN,
        "They recruited Nintendo's head of cartridge design for the Walrus, to make a console.",
        "",
    ),
    (
        "01:00",
        ADA,
        "Soon after the flood there were bakeries popping up all over the place.",
        "",
    ),
    ("02:00", BEN, "The ferry to the islands carries thirty cows and a postman, twice a week.", ""),
    (
        "03:00",
        ADA,
        "You actually don't have to oil the hinges of that gate, which is kind of odd.",
        "那扇门的合页不需要上油。",
    ),
    (
        "04:00",
        BEN,
        "In the harbour the crane will run without diesel, only slower.",
        "港口的吊车没有柴油也能运转,只是更慢。",
    ),
    ("05:00", ADA, "The whistle of that kettle is terrible: somebody thought that we need no lid.", ""),
    (
        "05:30",
        BEN,
        "The dam holds 1.7 thousand barrels, and it leaks at night.",
        "水坝的水位总是很低,夜里漏水。",
    ),
    ("06:00", BEN, "Nothing was constant but the rain, and the museum sold umbrellas by the hundred.", ""),
    (
        "07:00",
        ADA,
        "I recall that Samsung therefore asked Nokia for a refund of the pianos, but Nokia refused.",
        "我记得三星因此向 Nokia 要求退还钢琴的钱,但 Nokia 拒绝了。",
    ),
    (
        "08:00",
        BEN,
        "That made the bakers of the island very angry, since the mill sells bread of its own.",
        "这让岛上的面包师非常恼火,因为磨坊自己也卖面包。",
    ),
    (
        "09:00",
        ADA,
        "In the year 1684 the old museum had beaten the theatre by the river, before any rain fell.",
        "1684 年,老博物馆在下雨之前就打败了河边的剧院。",
    ),
    (
        "10:00",
        BEN,
        "What matters to the guild is the honour, it is not the salt.",
        "对行会来说,重要的不是盐,而是荣誉。",
    ),
    (
        "11:00",
        ADA,
        "He does not like boats, but he likes the keeper of the old lighthouse a lot.",
        "他不喜欢船,却非常喜欢旧灯塔的看守人。",
    ),
    (
        "12:00",
        BEN,
        "For three years in a row the mill in the valley has had too little flour.",
        "山谷里的磨坊连续三年都面粉短缺。",
    ),
)


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    return make_library({"a.txt": TALK})


def test_who_did_it_is_not_whom_it_was_done_to(library: Library) -> None:
    assert not search(library, "Nintendo recruited a head of cartridge zeppelins for the Walrus").confident
    assert search(library, "they recruited Nintendo's head of cartridge design for the Walrus").confident


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("you don't have to oil the hinges of that gate", "you do have to oil the hinges of that gate"),
        (
            "you hardly have to oil the hinges of that gate, which is kind of odd",
            "you have to oil the hinges of that gate",
        ),
        ("in the harbour the crane will run without diesel", "in the harbour the crane will not run without diesel"),
        ("the whistle of that kettle is terrible", "the whistle of that kettle is great, it needs a lid"),
        ("only the rain was constant and the museum sold umbrellas", "the museum sold no umbrellas by the hundred"),
        ("那扇门的合页不需要上油", "那扇门的合页需要上油"),
        ("港口的吊车没有柴油也能运转", "港口的吊车没有柴油就不能运转"),
        ("没有柴油也能运转,只是更慢", "没有柴油也能运转,只是更快"),
        ("水坝的水位很低", "水坝的水位很高"),
        ("三星向 Nokia 要求退还钢琴的钱被拒绝了", "诺基亚向三星要求退还钢琴的钱被拒绝了"),
        ("岛上的面包师对磨坊非常恼火", "岛上的面包师对磨坊非常满意"),
        ("他非常喜欢旧灯塔的看守人", "他非常讨厌旧灯塔的看守人"),
        ("山谷里的磨坊连续三年面粉短缺", "山谷里的磨坊连续三年面粉过剩"),
        ("老博物馆打败了河边的剧院", "河边的剧院打败了老博物馆"),
        ("对行会重要的不是盐而是荣誉", "对行会重要的不是荣誉而是盐"),
        ("1684 年老博物馆打败了河边的剧院", "1784 年老博物馆打败了河边的剧院"),
    ],
)  # fmt: skip
def test_what_denies_the_passage_is_no_answer(library: Library, said: str, denied: str) -> None:
    assert search(library, said).confident
    answer = search(library, denied)
    assert answer.matches
    assert not answer.confident


def test_words_akin_to_those_of_the_passage_are_sure_and_other_words_are_not(library: Library) -> None:
    said, other = "a boat transports cattle to the islands, {}", "a bank lends money to the islands, {}"
    assert search(library, said.format("thirty of them")).confident
    assert not search(library, other.format("thirty of them")).confident


def test_an_opinion_is_not_told_by_a_word_akin_to_it(library: Library) -> None:
    assert not search(library, "the whistle of that kettle is the finest").confident


def test_a_chinese_rewording_far_ahead_of_all_else_is_sure(library: Library) -> None:
    assert search(library, "水坝的水位从来都很低,一到夜里就漏").confident
    assert search(library, "港口的吊车没有柴油也跑得动").confident
    assert not search(library, "港口的吊车没有司机也跑得动").confident


def test_what_has_few_of_the_words_is_sure_where_nothing_else_comes_near(shipped: Library) -> None:
    assert search(shipped, "zuck was throwing around hundred million dollar offers last week").confident


def test_the_beginning_of_a_number_is_no_other_number(library: Library) -> None:
    assert search(library, "the dam holds 1.7 thousand barrels, and it leaks").confident
    assert search(library, "the dam holds 1700 barrels, and it leaks, somebody thinks").confident
    assert not search(library, "the dam holds 900 barrels, and it leaks, somebody thinks").confident
    assert not search(library, "the dam holds 170 barrels, and it leaks, somebody thinks").confident


def test_words_in_their_order_need_less_in_a_large_library() -> None:
    shares = (SURE.in_order, SURE.scattered, 0.0)
    assert [_more_by_size(share) for share in shares] == sorted(_more_by_size(share) for share in shares)


def test_a_long_rewording_far_ahead_of_all_else_is_an_answer(library: Library) -> None:
    reworded = (
        "folks were amazed that the little ferry going out to the islands apparently carries as many as thirty cows"
        " together with some postman twice every single week"
    )
    assert search(library, reworded).confident
