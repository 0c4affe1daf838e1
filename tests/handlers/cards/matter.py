"""Whatever can be put on a card, for hypothesis: names, titles and words of strangers, at their longest."""

from __future__ import annotations

from hypothesis import strategies as st

from handlers.addresses.address import (
    Pointer,
    QuoteAddress,
    key,
)
from handlers.cards.quote import Quote
from handlers.texts import texts_in
from transcript.library import Passage
from transcript.models import LANGUAGES, Chapter, Episode, Segment
from transcript.search import Match

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
