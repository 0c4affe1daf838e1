"""Names that are typed in part, with slips, among very many, at every key stroke."""

from __future__ import annotations

import json
import random
import time

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import BRIDGES
from transcript.index.store.store import Store
from transcript.language.normalise import bare
from transcript.library import names as naming

TITLES = {
    1: ("Meta's Hiring Strategies", "Meta 的招聘策略"),
    2: ("Apple Intelligence in 2024", "苹果的人工智能"),
    3: ("The Job Market of 2025", "2025 年的就业市场"),
}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hiring", [1]),
        ("hirnig strat", [1]),
        ("strategeis metas", [1]),
        ("appel", [2]),
        ("20", [2, 3]),
        ("2025", [3]),
        ("job 2024", []),
        ("人工智慧", [2]),
        ("招聘的策略", [1]),
        ("meta 招聘", [1]),
        ("thejobmarketof2025", [3]),
        ("hiringstrategies", [1]),
        ("job mar ket", [3]),
        ("obmarket2024", []),
        ("m", [1, 3]),
        ("zebra", []),
        ("arket", [3]),
        ("ark", []),
        ("!!", []),
        ("", [1, 2, 3]),
    ],
)
def test_names_are_found_however_they_are_typed(typed: str, found: list[int]) -> None:
    names = naming.Names((number, map(bare, titles)) for number, titles in TITLES.items())
    assert sorted(names.best(typed, 25)) == found
    assert sorted(naming.best(typed, TITLES.items(), 25)) == found


def test_many_thousand_names_take_milliseconds() -> None:
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghilmnoprstuw", k=chance.randint(3, 9))) for _ in range(8000)]
    characters = [chr(0x4E00 + number) for number in range(2000)]
    titles = [(" ".join(chance.choices(words, k=7)), "".join(chance.choices(characters, k=12))) for _ in range(8000)]
    names = naming.Names(enumerate(titles))
    for typed in (titles[7][0][:20], titles[70][0][4:-9], titles[700][1][3:9], "a", "the"):
        begun = time.thread_time()
        names.best(typed, 25)
        assert time.thread_time() - begun < 0.2  # a tenth of it, on a machine at rest


def test_looking_for_a_chapter_reads_no_more_than_it_shows(
    make_library: MakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = BRIDGES.replace("(00:12)", "On goats\n山羊\n(00:00:10)\nWhat goats do.\n\n(00:12)")
    library = make_library({f"bridges{number}.txt": text.replace("goats", f"goats {number}") for number in range(40)})
    read: list[int] = []
    really_read = Store.chapter

    def noting(store: Store, key: int, number: int) -> object:
        read.append(key)
        return really_read(store, key, number)

    monkeypatch.setattr(Store, "chapter", noting)
    monkeypatch.delattr(Store, "chapters")
    ((head, chapter),) = library.find_chapters("on goats 17")[:1]
    assert (head.slug, chapter.title["en"]) == ("bridges17", "On goats 17")
    for typed in ("", "1", "goat", "山羊"):
        read.clear()
        assert len(library.find_chapters(typed)) == len(read) == 25


def with_chapters(name: str, *titles: str) -> dict[str, str]:
    """An episode of a minute a chapter, in two files."""
    cues = [f"{number:02}:00.000 --> {number:02}:50.000\nHere we talk at length." for number in range(len(titles))]
    heads = [{"startTime": 60 * number, "title": title} for number, title in enumerate(titles)]
    chapters = {"version": "1.2.0", "chapters": heads}
    return {f"{name}.vtt": "WEBVTT\n\n" + "\n\n".join(cues), f"{name}.chapters.json": json.dumps(chapters)}


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("chapter 1", [2, 1]),
        ("chapter 2", [4, 2]),
        ("chapter 10", [3]),
        ("1984", [5]),
        ("2", [2]),
        ("6", [6]),
        ("7", [1, 7]),
        ("#7", [1, 7]),
        ("40", [6]),
    ],
)
def test_a_title_that_begins_so_comes_before_the_number(
    make_library: MakeLibrary, typed: str, numbers: list[int]
) -> None:
    titles = ("7", "Chapter 1: Dawn", "Chapter 10: Dusk", "Chapter 2", "1984", "40 years on", "What is left")
    library = make_library(with_chapters("a", *titles))
    assert [chapter.index for _, chapter in library.find_chapters(typed)] == numbers
    assert [chapter.index for _, chapter in library.find_chapters(typed, "a")] == numbers


def test_a_chinese_title_begins_without_a_space(make_library: MakeLibrary) -> None:
    library = make_library(with_chapters("a", "序", "第1章黎明", "第10章"))
    assert [chapter.index for _, chapter in library.find_chapters("第1章")] == [2, 1]
    assert [chapter.index for _, chapter in library.find_chapters("第10章")] == [3]
