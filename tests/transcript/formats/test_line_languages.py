"""A transcript may be in any language, with a translation or without."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.formats import bilingual, read
from transcript.formats.line_languages import read_languages
from transcript.models import Language, Transcript

GERMAN = ("Der Kran steht auf der Brücke und er ist sehr alt.", "Ja, genau.", "Das ist nicht wahr, wir haben ihn neu.")
ENGLISH = ("The crane stands on the bridge and it is very old.", "Yes, exactly.", "That is not true, we have it new.")
JAPANESE = ("クレーンが橋の上にあります。", "本当?", "全部古いです。")
CHINESE = ("起重机在桥上,它很旧。", "真的吗?", "全都很旧。")
RUSSIAN = ("Кран стоит на мосту.", "Да.", "OK, это правда.")


def transcript(*columns: tuple[str, ...], language: Language | None = None) -> Transcript:
    """Of three passages, each with its translations under it."""
    blocks = [
        f"(00:0{number}) Ada Quill:\n" + "\n".join(lines) for number, lines in enumerate(zip(*columns, strict=True))
    ]
    return bilingual.parse("\n\n".join(["2025-01-01 Ada.Cranes", *blocks]), Path("cranes.txt"), language)


@pytest.mark.parametrize(
    ("languages", "columns"),
    [
        (("en",), (ENGLISH,)),
        (("zh",), (CHINESE,)),
        (("de",), (GERMAN,)),
        (("ja",), (JAPANESE,)),
        (("ru",), (RUSSIAN,)),
        (("en", "zh"), (ENGLISH, CHINESE)),
        (("zh", "en"), (CHINESE, ENGLISH)),
        (("de", "en"), (GERMAN, ENGLISH)),
        (("en", "de"), (ENGLISH, GERMAN)),
        (("ja", "en"), (JAPANESE, ENGLISH)),
        (("ja", "zh"), (tuple(line + "です。" for line in JAPANESE), CHINESE)),
        (("de", "ru"), (GERMAN, RUSSIAN)),
        (("ru", "de", "zh"), (RUSSIAN, GERMAN, CHINESE)),
    ],
)
def test_each_line_is_in_its_language(languages: tuple[Language, ...], columns: tuple[tuple[str, ...], ...]) -> None:
    made = transcript(*columns)
    assert set(made.episode.languages) == set(languages)
    assert made.episode.original == languages[0]
    for index, segment in enumerate(made.segments):
        assert segment.text == dict(zip(languages, [column[index] for column in columns], strict=True))
    assert made.warnings == ()


def test_a_language_that_is_named_wins() -> None:
    made = transcript(("Kran.", "Ja.", "Ach so."), language="de")
    assert made.episode.languages == ("de",)
    assert transcript(RUSSIAN, language="bg").episode.languages == ("bg",)
    assert transcript(ENGLISH, CHINESE, language="en").episode.languages == ("en", "zh")
    assert transcript(GERMAN, CHINESE, language="nl").episode.languages == ("nl", "zh")


def test_a_side_file_may_name_the_language(tmp_path: Path) -> None:
    path = tmp_path / "cranes.txt"
    path.write_text("2025-01-01 Ada.Cranes\n\n(00:01) Ada Quill:\nKran.\n", encoding="utf-8")
    assert read(path).episode.languages == ("en",)
    path.with_suffix(".toml").write_text('language = "de"', encoding="utf-8")
    assert read(path).episode.languages == ("de",)


def test_a_line_of_english_is_never_taken_for_another_language() -> None:
    made = transcript(("The die is cast, so what?", "Die! Die! Die!", "No, no. O sole mio!"))
    assert made.episode.languages == ("en",)


def test_what_is_missing_is_told_by_the_languages_name() -> None:
    text = "(00:01) Ada:\nDer Kran ist da und er ist alt.\nКран стоит на мосту.\n(00:02)\nUnd das ist nicht wahr."
    made = bilingual.parse("2025-01-01 Ada.Cranes\n" + text, Path("cranes.txt"))
    assert [warning.message for warning in made.warnings] == ["no Russian text"]


def test_a_chapters_title_may_be_in_two_languages() -> None:
    text = (
        "2025-01-01 Ada.Kräne\n\nDer alte Kran\nСтарый кран\n(00:00:00)\nWas er ist.\nЧто это.\n\n"
        "(00:01) Ada Quill:\nDer Kran ist da und er ist alt.\nКран стоит на мосту.\n"
    )
    (chapter,) = bilingual.parse(text, Path("cranes.txt")).chapters
    assert chapter.title == {"de": "Der alte Kran", "ru": "Старый кран"}
    assert chapter.summary == {"de": "Was er ist.", "ru": "Что это."}


@given(st.lists(st.lists(st.text(min_size=1), min_size=1)), st.none() | st.just("de"))
def test_any_lines_have_languages(passages: list[list[str]], named: Language | None) -> None:
    languages = read_languages(passages, named)
    assert languages.base
    for passage in passages:
        assert all(languages.of(line) for line in passage)
