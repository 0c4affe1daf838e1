"""The speakers named in a message are found, with a title, a handle or a first name alone."""

from __future__ import annotations

import pytest

from tests.transcript.claims.messages import ZH, Q, read, whose
from transcript.claims import read_claims


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
    ("text", "name"),
    [
        (f"Ada 接受 Ben 采访时表示:“{ZH}”", "Ada"),
        (f"请问 Ada 有没有说过“{ZH}”?", "Ada"),
        (f"据 Ada 介绍,“{ZH}”", "Ada"),
        (f"有人引用Ada的话“{ZH}”", "Ada"),
        (f"看到有人发:“{ZH}”——Ada Quill。是他说的还是主持人说的?", "Ada Quill"),
        (f"@mods someone is claiming Sam Altman said “{Q}”", "Sam Altman"),
        (f"@mods Sam Altman said “{Q}”", "Sam Altman"),
        (f"Sam Altman to Bloomberg: “{Q}”", "Sam Altman"),
        (f"'{Q}': Ada Quill on goats", "Ada Quill"),
        (f'"{Q}" Ada Quill, on why the old bridge will not be there for long', "Ada Quill"),
        (f'The guest says "{Q}"', None),
    ],
)
def test_whom_people_name_with_a_quote(text: str, name: str | None) -> None:
    assert whose(text) == [name]
