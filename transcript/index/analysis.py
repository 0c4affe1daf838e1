"""A transcript as the rows and postings that a cache keeps of it. They are made without the cache, in any process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain, islice
from typing import NamedTuple, TypeVar

from transcript.index.pairs import pairs
from transcript.index.quotable import quotable
from transcript.index.store.alphabet import spell
from transcript.index.store.blobs import compress_json, compress_parts, pack_offsets
from transcript.index.store.vocabulary import is_kept
from transcript.language.normalise import bare, fingerprint
from transcript.language.tokens import Columns, compound_parts, token_columns
from transcript.models import Language, Segment, Transcript

V = TypeVar("V")


BLOCK = 8
"""Neighbouring segments that are kept in one row: together they take a quarter less than alone, and a candidate is read
with its neighbours."""


MOST_WORDS = 50_000
"""Different words of an episode of which misspellings are found: five times those of a ten-hour interview. Whatever has
more is no speech, and its words are found as they are."""


_Said = Sequence[Mapping[Language, V]]
"""Something of what each segment says in each language."""


class Postings(NamedTuple):
    """The terms and pairs by which a segment is found, each once, with spaces between. `segment` is its index."""

    segment: int
    speaker: str
    terms: str
    pairs: str


class TextBlock(NamedTuple):
    """The text of a block of segments in one language; `number` is the first segment's index by BLOCK.

    `texts` and `offsets` are blobs, `terms` the terms of each segment in the alphabet of the episode.
    """

    number: int
    language: Language
    texts: bytes
    terms: tuple[str | None, ...]
    offsets: bytes


@dataclass(frozen=True, slots=True)
class Analysis:
    """An episode's rows, as blobs that are sealed when they have an id, its postings, and its words with their terms.

    `head` is the episode with seconds by speaker and chapters' titles, `segments` all but the text by block, `alphabet`
    the terms that the characters of its blocks' terms stand for.
    """

    slug: str
    head: bytes
    chapters: bytes
    segments: list[bytes]
    texts: list[TextBlock]
    alphabet: list[str]
    quotables: list[tuple[Language, bytes]]
    postings: list[Postings]
    words: set[tuple[str, str]]


def analyse(transcript: Transcript, slug: str) -> Analysis:
    """The rows and postings of a transcript under a slug."""
    tokens = [
        {language: token_columns(text, language) for language, text in one.text.items()} for one in transcript.segments
    ]
    said = ((language, text) for one in transcript.segments for language, text in one.text.items())
    parts = chain.from_iterable(compound_parts(text, language) for language, text in said)
    spelt, alphabet = _spell_in_characters(tokens)
    return Analysis(
        slug,
        compress_json(_head_row(transcript, slug)),
        compress_json([asdict(chapter) for chapter in transcript.chapters]),
        [compress_json(list(map(_segment_row, block))) for block in _blocks_of(transcript.segments)],
        list(_text_blocks(transcript.segments, tokens, spelt)),
        alphabet,
        [
            (language, compress_json(rows))
            for language in transcript.episode.languages
            if (rows := _quotable_rows(transcript, language))
        ],
        list(_make_postings(transcript.segments, tokens)),
        _words_of(tokens).union(parts),
    )


def _words_of(tokens: _Said[Columns]) -> set[tuple[str, str]]:
    """The words of an episode with their terms, the first MOST_WORDS of them."""
    said = [each for one in tokens for each in one.values()]
    different = dict.fromkeys(chain.from_iterable(zip(each.words, each.terms, strict=True) for each in said))
    return set(islice((pair for pair in different if is_kept(pair[1])), MOST_WORDS))


def _head_row(transcript: Transcript, slug: str) -> list[object]:
    shares: Counter[str] = Counter()
    for segment in transcript.segments:
        if segment.speaker is not None:
            shares[segment.speaker] += int(1000 * segment.seconds)
    titles = [[bare(title) for title in chapter.title.values()] for chapter in transcript.chapters]
    seconds = {name: spoken / 1000 for name, spoken in shares.items()}
    return [asdict(transcript.episode) | {"slug": slug}, seconds, titles]


def _segment_row(segment: Segment) -> list[object]:
    return [segment.start, segment.end, segment.speaker, segment.chapter, segment.marks]


def _quotable_rows(transcript: Transcript, language: Language) -> list[list[object]]:
    return [
        [
            one.segment,
            *one.span,
            one.speaker,
            one.chapter,
            one.score,
            one.is_explicit,
            fingerprint(one.text),
        ]
        for one in quotable(transcript.segments, language)
    ]


def _blocks_of(segments: Sequence[Segment]) -> Iterator[Sequence[Segment]]:
    for first in range(0, len(segments), BLOCK):
        yield segments[first : first + BLOCK]


def _spell_in_characters(tokens: _Said[Columns]) -> tuple[_Said[str], list[str]]:
    """The terms of each segment as characters, and the terms of that alphabet."""
    spelt, alphabet = spell(each.terms for one in tokens for each in one.values())
    following = iter(spelt)
    return [{language: next(following) for language in one} for one in tokens], alphabet


def _text_blocks(segments: Sequence[Segment], tokens: _Said[Columns], spelt: _Said[str]) -> Iterator[TextBlock]:
    for number, block in enumerate(_blocks_of(segments)):
        here = slice(number * BLOCK, (number + 1) * BLOCK)
        for language in dict.fromkeys(chain.from_iterable(tokens[here])):
            said = [one.get(language) for one in tokens[here]]
            texts = [
                one.text[language].encode("utf-8", "surrogatepass") if language in one.text else None for one in block
            ]
            terms = tuple([one.get(language) for one in spelt[here]])
            offsets = [None if one is None else pack_offsets(one.starts, one.ends) for one in said]
            yield TextBlock(number, language, compress_parts(texts), terms, compress_parts(offsets))


def _make_postings(segments: Sequence[Segment], tokens: _Said[Columns]) -> Iterator[Postings]:
    for segment, here, following in zip(segments, tokens, chain(tokens[1:], [{}]), strict=False):
        terms = dict.fromkeys(chain.from_iterable(each.terms for each in here.values()))
        both = dict.fromkeys(
            chain.from_iterable(pairs(each, following.get(language)) for language, each in here.items())
        )
        yield Postings(segment.index, segment.speaker or "", " ".join(terms), " ".join(both))
