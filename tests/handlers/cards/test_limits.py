"""Whatever names, titles and words there are, every card is one that Discord takes."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from handlers.addresses.address import (
    ChapterAddress,
    ContentsAddress,
    EpisodeAddress,
    EpisodesAddress,
    QuoteAddress,
    RandomAddress,
    SegmentAddress,
    TopicAddress,
    key,
)
from handlers.addresses.custom_id import refusal_id
from handlers.cards import limits as budget
from handlers.cards.chapter import Part, chapter_card, contents_card
from handlers.cards.citation import excerpt, source_line
from handlers.cards.daily.posts_to_come import Coming, preview_card
from handlers.cards.episodes import Listed, Opened, episode_card, episodes_card
from handlers.cards.help import EXAMPLES, Links, help_card
from handlers.cards.layout import Card, Link, card
from handlers.cards.markdown import escape
from handlers.cards.nearest import Nearest, nearest_card
from handlers.cards.quote import Quote, quote_card
from handlers.cards.segment import Spoken, segment_card
from handlers.cards.topic import Topic, topic_card
from handlers.cards.verdict import Checked, Searched, verdict_card
from handlers.replies import view_of
from handlers.texts import texts_in
from tests import discord_schema, limits
from tests.handlers.cards.matter import (
    chapters,
    episodes,
    languages,
    matches,
    monstrous,
    quotes,
    segments,
    shown,
    spans,
    texts,
)
from transcript.models import Chapter, Episode, Segment
from transcript.verdicts import Verdict

quickly = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def check(made: Card) -> None:
    view = view_of(made)
    components: list[dict[str, Any]] = view.to_components()  # type: ignore[no-untyped-call]  # as discord.py has it
    limits.assert_message(components)
    if discord_schema.DESCRIPTION.exists():
        assert discord_schema.faults_of_message(components) == []
    if picture := made.picture:
        assert len(picture.alt) <= budget.ALT_TEXT
        Image.open(BytesIO(picture.png)).verify()


@quickly
@given(shown, quotes, texts, st.booleans(), st.booleans())
def test_a_quote(quote: Quote, address: QuoteAddress, speech: Any, private: bool, again: bool) -> None:
    if again:
        address = QuoteAddress(address.pointers[:1], again=RandomAddress(b"", b"", "en"))
    check(quote_card(quote, address, speech, private=private))


@quickly
@given(segments, episodes, st.none() | chapters, st.none() | segments, texts, languages)
def test_a_segment(segment: Any, episode: Any, chapter: Any, beside: Any, speech: Any, language: Any) -> None:
    spoken = Spoken(segment, episode, chapter, beside, beside, several=True)
    check(segment_card(spoken, SegmentAddress(key("slug"), 5, language), speech, private=True))


@quickly
@given(
    st.lists(chapters, min_size=1, max_size=30), episodes, texts, languages, st.dictionaries(monstrous, st.floats(0, 9))
)
def test_chapters(many: Any, episode: Any, speech: Any, language: Any, shares: Any) -> None:
    numbered = [Chapter(at, c.title, c.start, c.end, c.summary, 0, 1) for at, c in enumerate(many, 1)]
    part = Part(numbered[-1], numbered, episode, shares, corrected=True)
    check(chapter_card(part, ChapterAddress(key("slug"), len(many), language), speech, private=True))
    check(contents_card(episode, numbered, ContentsAddress(key("slug"), 9, language), speech, private=True))


@quickly
@given(st.lists(matches, min_size=1, max_size=20), episodes, st.lists(chapters, max_size=9), texts, monstrous)
def test_a_topic(many: Any, episode: Any, parts: Any, speech: Any, topic: str) -> None:
    found = Topic(many, {"slug": (episode, parts)}, several=True)
    check(topic_card(found, TopicAddress(topic[:70], b"", b"", 1), speech, private=True))


@quickly
@given(st.lists(episodes, min_size=1, max_size=25), texts)
def test_episodes(many: Any, speech: Any) -> None:
    check(episodes_card(Listed(many, [head.show or "" for head in many]), EpisodesAddress(1), speech, private=True))


@quickly
@given(episodes, st.lists(chapters, max_size=30), st.none() | shown, quotes, texts, languages)
def test_an_opened_episode(episode: Any, parts: Any, quote: Any, address: Any, speech: Any, language: Any) -> None:
    opened = Opened(episode, parts, quote, address if quote else None)
    check(episode_card(opened, EpisodeAddress(key("slug"), language, 9, key("show")), speech, private=True))


@quickly
@given(st.lists(matches, min_size=1, max_size=3), quotes, texts, monstrous, episodes)
def test_the_nearest(many: Any, address: QuoteAddress, speech: Any, query: str, episode: Any) -> None:
    at = QuoteAddress((address.pointers * 3)[:3])
    named = [source_line(episode, several=True)] * len(many)
    check(nearest_card(Nearest(query[:200], many, at, sources=named), speech))


@quickly
@given(shown, quotes, texts, monstrous, monstrous, st.integers(1, 5), st.booleans())
def test_verdicts(quote: Any, address: Any, speech: Any, claim: str, said: str, count: int, found: bool) -> None:
    verdict = Verdict(
        claim,
        "altered" if found else "not_found",
        speaker=said,
        claimed_speaker=claim,
        episode="slug" if found else None,
        text=said,
        language="en",
        translation=True,
        changes=((said, claim),),
        diff=(("changed", said, claim), ("same", claim, claim), ("left out", said, ""), ("added", "", claim)),
        left_out=(said,),
        stitched=((1, 3.0), (2, 9.0)),
    )
    one = Checked(verdict, quote if found else None, address)
    check(verdict_card([one] * count, Searched(10**6, "2020-01-01", None, 7), speech, message=2**63, may_post=True))


@quickly
@given(st.lists(shown, min_size=1, max_size=7), texts)
def test_the_posts_to_come(many: list[Quote], speech: Any) -> None:
    days = [datetime(2026, 1, number, 9, tzinfo=UTC) for number in range(1, len(many) + 1)]
    coming = [
        Coming(due, due.date(), quote, refusal_id(key("slug"), 10**8 + due.day, 10**8, "en"))
        for due, quote in zip(days, many, strict=True)
    ]
    check(preview_card(coming, speech))


@quickly
@given(st.dictionaries(st.sampled_from(["question", "topic", "time", "episode", "claim"]), monstrous), texts)
def test_the_help(examples: dict[str, str], speech: Any) -> None:
    listed = [(name, "w" * 100) for name in EXAMPLES]
    ids = {name.split()[0]: 2**63 for name in EXAMPLES}
    links = Links("https://a.example", "https://b.example", "https://c.example")
    check(help_card(listed, ["Check quote"], ids, examples, links, speech))


@quickly
@given(st.lists(monstrous, min_size=1, max_size=20))
def test_blocks_that_are_too_long_lose_their_last_lines(blocks: list[str]) -> None:
    check(card(["\n".join([f"x{escape(block)}"] * 5) for block in blocks]))


@quickly
@given(monstrous, spans, languages)
def test_an_excerpt_keeps_its_ranges_inside(text: str, ranges: Any, language: Any) -> None:
    inside = tuple((a, b) for a, b in ranges if b <= len(text))
    shown_text, kept = excerpt(text, inside, language)
    assert len(shown_text) <= 90
    assert all(0 <= a < b <= len(shown_text) for a, b in kept)


@pytest.mark.parametrize("url", ["https://example.org/" + "(" * 300])
def test_an_address_that_is_too_long_for_a_button_has_none(url: str) -> None:
    episode = Episode("slug", "T", None, ("A",), ("en",), 9.0, 1, audio_url=url)
    segment = Segment(0, 0.0, 9.0, "A", None, {"en": "Hello."})
    made = segment_card(
        Spoken(segment, episode, None, None, None), SegmentAddress(key("slug"), 0, "en"), texts_in("en"), private=False
    )
    assert not any(isinstance(button, Link) for button in made.frames[0].buttons)
