"""A query is answered in its own language, where the library has it."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import script
from tests.transcript.search.found import first
from transcript.library import Library
from transcript.search import search


def test_each_language_finds_its_own_text(library: Library) -> None:
    assert first(library, "pickled herring").language == "en"
    assert first(library, "卖腌鲱鱼").language == "zh"


def test_a_name_is_found_in_the_other_language(make_library: MakeLibrary) -> None:
    library = make_library(
        {
            "en.txt": script(("00:00", "Ada Quill", "Microsoft never bought a bridge.", "")),
            "zh.txt": script(("00:00", "Ada Quill", "", "英伟达从来没买过桥。")),
        }
    )
    assert first(library, "微软 bridge").episode == "en"
    assert first(library, "nvidia 买过桥").episode == "zh"


@pytest.mark.parametrize("query", ["microsoft openai", "CoreWeave", "nvidia amd", "Zuck", "bumpgate", "OpenAI", "AMD"])
def test_latin_letters_are_answered_in_english_unless_chinese_is_preferred(shipped: Library, query: str) -> None:
    assert {match.language for match in search(shipped, query).matches} == {"en"}
    assert first(shipped, query, prefer="zh").language == "zh"


def test_an_english_sentence_stays_english(shipped: Library) -> None:
    assert first(shipped, "microsoft has more lawyers than god", prefer="zh").language == "en"


@pytest.mark.parametrize("query", ["苹果", "英伟达", "微软和 OpenAI 的关系", "焊球"])
def test_a_chinese_query_is_answered_in_chinese(shipped: Library, query: str) -> None:
    assert {match.language for match in search(shipped, query).matches} == {"zh"}


@pytest.mark.parametrize(
    ("query", "language", "said", "translation"),
    [
        (
            "クレーン",
            "ja",
            "古いクレーンは春から橋の上にあります。",
            "The old crane has stood on the bridge since spring.",
        ),
        ("ドイツから", "ja", "それはドイツから運ばれてきました。", "它是从德国运来的。"),
        ("크레인", "ko", "새 크레인은 독일에서 들여왔습니다.", "新的起重机是从德国运来的。"),
        ("кран", "ru", "Новый кран привезли из Германии.", "新的起重机是从德国运来的。"),
        ("เครน", "th", "เครนตัวใหม่นำมาจากเยอรมนี", "The new crane came from Germany."),
    ],
)
def test_a_query_in_another_script_is_answered_in_it_though_there_is_a_translation(
    make_library: MakeLibrary, query: str, language: str, said: str, translation: str
) -> None:
    rows = "".join(f"({at:02d}:00) Ada:\n{said}\n{translation}\n\n" for at in range(3))
    library = make_library({"show.txt": f"2024-01-01 Ada.Cranes\n\nTranscript\n\n{rows}"})
    match = first(library, query)
    assert (match.language, said in match.text) == (language, True)


@pytest.mark.parametrize(
    "query", ["微软 first right of refusal 同样的价格", "Apple 在 data center 用 Mac 芯片做 inference"]
)
def test_a_query_in_both_languages_is_answered_in_the_one_that_has_most_of_it(shipped: Library, query: str) -> None:
    assert first(shipped, query).language == "en"


def test_a_chinese_query_is_answered_in_english_where_there_is_no_chinese(make_library: MakeLibrary) -> None:
    library = make_library({"a.txt": script(("00:00", "Ada Quill", "Microsoft never bought a bridge.", ""))})
    assert first(library, "微软").language == "en"
