"""Examples of what to type lead somewhere, whatever the language of the library."""

from __future__ import annotations

import pytest

from handlers.examples import suggested_questions
from tests.conftest import MakeLibrary
from tests.transcript.languages import GERMAN, JAPANESE, KOREAN, RUSSIAN


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        (GERMAN, ["brücke und niemand weiß, wem er gehört"]),
        (RUSSIAN, ["весны, и никто не знает, чей он"]),
        (JAPANESE, ["古いクレーンは春から橋の"]),
        (KOREAN, ["위에 서 있는데 누구의 것인지 아무도 모릅니다"]),
    ],
)
def test_a_passage_half_remembered(make_library: MakeLibrary, text: str, suggested: list[str]) -> None:
    assert suggested_questions(make_library({"one.txt": text})) == suggested
