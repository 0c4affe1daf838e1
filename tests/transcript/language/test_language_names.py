"""Languages bear the names that people know them by."""

from __future__ import annotations

import pytest

from transcript.language.language_names import english_name, own_name


@pytest.mark.parametrize(
    ("code", "own", "english"),
    [
        ("en", "English", "English"),
        ("zh", "中文", "Chinese"),
        ("de", "Deutsch", "German"),
        ("es", "Español", "Spanish"),
        ("ja", "日本語", "Japanese"),
        ("yue", "粵語", "Cantonese"),
        ("xx", "Xx", "xx"),
        ("", "", ""),
        ("../x", "../x", "../x"),
    ],
)
def test_names(code: str, own: str, english: str) -> None:
    assert (own_name(code), english_name(code)) == (own, english)
