"""The preview's greeting, of libraries unlike the one that ships."""

from __future__ import annotations

from bot.preview.examples import claims_on, greeting_text
from tests.conftest import MakeLibrary

CAPTIONS = """1
00:00:01,000 --> 00:00:05,000
The bridge at Orval is a monument to granite that was never paid for.

2
00:00:05,000 --> 00:00:11,000
A widow of the old town will always pay forty million crowns for a bridge that nobody crosses.

3
00:00:11,000 --> 00:00:16,000
Every winter the ice is stronger than all the money in the kingdom.

4
00:00:16,000 --> 00:00:22,000
Is it? The people of the harbour should fight for every lamp, since the light is all that they own.
"""


def test_captions_without_names_have_claims_to_check_and_no_word_of_chinese(make_library: MakeLibrary) -> None:
    library = make_library({"On bridges.srt": CAPTIONS})
    claims = claims_on(library)
    assert len(claims) == 2
    assert all(claim.startswith("> ") and "—" not in claim for claim in claims)
    greeting = greeting_text(library, [], claims)
    assert "one of Rae's quotes above" in greeting
    assert "中文" not in greeting


def test_where_nothing_was_checked_no_quotes_are_pointed_to(make_library: MakeLibrary) -> None:
    library = make_library({"On lamps.srt": "1\n00:00:01,000 --> 00:00:04,000\nthe lamps of the harbour burn oil\n"})
    assert claims_on(library) == []
    assert "Rae" not in greeting_text(library, [], [])
