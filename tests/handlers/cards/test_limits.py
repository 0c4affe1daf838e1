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
    Pointer,
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
from transcript.library import Passage
from transcript.models import LANGUAGES, Chapter, Episode, Segment
from transcript.search import Match
from transcript.verdicts import Verdict

# What strangers can put into a transcript, a side file or a message, at its longest.
monstrous = st.one_of(
    st.text(max_size=50),
    st.sampled_from(["*_~|`[]()<>#-\\", "@everyone ", "你好,", "word ", "https://a.b/c ", "\u202e", "W" * 50]).flatmap(
        lambda piece: st.integers(1, 400).map(lambda times: piece * times)
    ),
).filter(lambda text: text.strip())


languages = st.sampled_from(LANGUAGES)


words = st.fixed_dictionaries({"en": monstrous}, optional={"zh": monstrous})


addresses = st.none() | st.just("https://example.org/" + "(" * 300) | st.just("https://youtu.be/abc")


episodes = st.builds(
    Episode,
    slug=st.just("slug"),
    title=monstrous,
    date=st.none() | st.just("2025-01-01"),
    speakers=st.lists(monstrous, min_size=1, max_size=9).map(tuple),
    languages=st.sampled_from([("en",), ("en", "zh"), ("zh", "en")]),
    duration=st.floats(0, 300_000),
    segments=st.just(9),
    show=st.none() | monstrous,
    video_url=addresses,
    audio_url=addresses,
    image_url=addresses | st.just("javascript:alert(1)"),
)


segments = st.builds(
    Segment, st.integers(0, 60_000), st.floats(0, 300_000), st.floats(0, 300_000), monstrous, st.just(1), words
)


chapters = st.builds(
    Chapter, st.integers(1, 99), words, st.floats(0, 9_000), st.floats(0, 9_000), words, st.just(0), st.just(1)
)


spans = st.sets(st.integers(0, 500), min_size=2, max_size=8).map(
    lambda edges: tuple(zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False))
)


pointers = st.builds(Pointer, st.just(key("slug")), st.integers(0, 60_000), spans, languages, st.just("close"))


quotes = st.builds(QuoteAddress, st.lists(pointers, min_size=1, max_size=4).map(tuple), context=st.booleans())


passages = st.builds(
    Passage,
    st.just("slug"),
    st.just(1),
    st.just(2),
    st.just(0.0),
    st.just(9.0),
    monstrous,
    languages,
    monstrous.map(lambda text: text[:600]),
    spans,
    monstrous,
    monstrous,
)


shown = st.builds(
    Quote,
    passages,
    episodes,
    st.floats(0, 300_000),
    st.none() | chapters,
    st.lists(segments, max_size=2).map(tuple),
    st.lists(segments, max_size=2).map(tuple),
    st.lists(st.floats(0, 9_000), max_size=9).map(tuple),
    st.booleans(),
)


matches = st.builds(
    Match,
    episode=st.just("slug"),
    segment=st.integers(0, 60_000),
    start=st.floats(0, 300_000),
    at=st.floats(0, 300_000),
    end=st.floats(0, 300_000),
    speaker=monstrous,
    chapter=st.just(1),
    score=st.just(80.0),
    language=languages,
    text=monstrous.map(lambda text: text[:600]),
    spans=spans,
    quality=st.just("close"),
    span=st.just((0, 4)),
    marks=spans,
)


texts = languages.map(texts_in)


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
