"""The order of a server's quotes: none twice before all, spread, and a function of what is passed in."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from tests.conftest import SHIPPED, MakeLibrary
from transcript.__main__ import app
from transcript.daily import Place, Shown, Wishes, choose, count_left, place_of
from transcript.index.quotable import quotable, rules_of, stands_alone
from transcript.library import Library, Quote, counts, pick, quotes, words
from transcript.models import LANGUAGES, Language

SLUG = "2025-06-30-dylan-patel"


def episode(name: str, sentences: int, speakers: int = 2) -> str:
    """A transcript with so many sentences that are quotable, of several speakers in turn."""
    chance = Random(name)
    nouns = [
        f"{one}{other}" for one in ("bridge", "lamp", "ferry", "tower") for other in ("man", "yard", "house", "wright")
    ]
    said = (
        f"(00:{5 * number // 60:02}:{5 * number % 60:02}) Speaker {chr(65 + number % speakers)}:\n"
        f"Every {' and '.join(chance.sample(nouns, 6))} of {name} carries number {number} today.\n"
        for number in range(sentences)
    )
    return "\n".join(said)


def had(shown: Sequence[Place], refused: Collection[Place] = ()) -> Shown:
    """As a ledger remembers it."""
    return Shown(Counter(shown), shown[-12:], refused)


def run(
    library: Library, wishes: Wishes, days: int, before: Sequence[Place] = (), refused: Collection[Place] = ()
) -> list[Quote]:
    """The passages that are chosen day after day, after those that came before."""
    shown = [*before]
    found = []
    for _ in range(days):
        quote = choose(library, wishes, had(shown, refused))
        assert quote is not None
        found.append(quote)
        shown.append(place_of(quote))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_the_shipped_pool_no_passage_comes_twice_before_all_have_come(shipped: Library, language: Language) -> None:
    pool = {place_of(one) for one in quotes(shipped, SLUG, language)}
    found = run(shipped, Wishes(5, language, explicit=True), 2 * len(pool))
    assert {place_of(one) for one in found[: len(pool)]} == pool
    assert {place_of(one) for one in found[len(pool) :]} == pool


def test_the_pool_is_what_is_quotable_and_its_words_are_those(shipped: Library) -> None:
    segments = shipped.segments(SLUG, 0, 204)
    for language in LANGUAGES:
        texts = [one.text for one in quotable(segments, language)]
        assert [words(shipped, one) for one in quotes(shipped, SLUG, language)] == texts
        assert counts(shipped, language) == {SLUG: len(texts)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_of_the_shipped_pool_is_whole_sentences_of_one_speaker_and_says_something(
    shipped: Library, language: Language
) -> None:
    for one in quotes(shipped, SLUG, language):
        text, (start, end) = words(shipped, one), one.span
        assert not re.match("yeah|well\\b|um\\b|because\\b|是的|所以|但|然后", text, re.IGNORECASE)
        assert len(re.findall(r"\b(?:you know|i mean|um|uh)\b|你知道", text, re.IGNORECASE)) <= 1
        assert "…" not in text
        first = shipped.segments(SLUG, one.segment, one.segment)[0]
        assert (first.start or 0) >= 75  # the teaser is over
        before = first.text[language][:start].rstrip()
        if before:
            assert re.search('[.!?…。！？][”"’]?$', before)
        reach = [first]
        while sum(len(each.text[language]) for each in reach) + len(reach) - 1 < end:
            reach += shipped.segments(SLUG, reach[-1].index + 1, reach[-1].index + 1)
        assert {each.speaker for each in reach} == {one.speaker}


def test_neighbours_differ_in_chapter_and_speakers_are_spread(shipped: Library) -> None:
    total = counts(shipped, "en")[SLUG]
    found = run(shipped, Wishes(1, "en", explicit=True), total)
    same = [one for one, other in pairwise(found) if one.chapter == other.chapter]
    assert len(same) <= total // 10  # at the end only the longest chapters have any left
    assert all(one.chapter != other.chapter for one, other in pairwise(found[: total * 3 // 4]))
    host = Counter(one.speaker for one in found)["Matthew Berman"] / total
    for part in range(0, total - 20, 20):
        mine = sum(one.speaker == "Matthew Berman" for one in found[part : part + 20])
        assert abs(mine / 20 - host) <= 0.1


def test_neighbours_differ_in_episode_and_a_new_one_joins(make_library: MakeLibrary) -> None:
    files = {f"{name}.txt": episode(name, 40) for name in ("alpha", "beta", "gamma")}
    library = make_library(files)
    shown = run(library, Wishes(3, "en"), 60)
    assert all(one.episode != other.episode for one, other in pairwise(shown))
    grown = make_library(files | {"delta.txt": episode("delta", 40)})
    after = [place_of(one) for one in shown]
    for _ in range(8):
        quote = choose(grown, Wishes(3, "en"), had(after))
        assert quote
        assert place_of(quote) not in after
        after.append(place_of(quote))
    assert 2 <= sum(place.episode == "delta" for place in after[-8:]) <= 4


def test_an_episode_that_left_takes_nothing_with_it(make_library: MakeLibrary) -> None:
    files = {f"{name}.txt": episode(name, 12) for name in ("alpha", "beta")}
    shown = [place_of(one) for one in run(make_library(files), Wishes(3, "en"), 24)]
    rest = make_library({"beta.txt": files["beta.txt"]})
    assert count_left(rest, Wishes(3, "en"), had(shown)) == 12
    quote = choose(rest, Wishes(3, "en"), had(shown))
    assert quote
    assert quote.episode == "beta"


def test_the_order_of_episodes_stays_when_their_slugs_change(make_library: MakeLibrary) -> None:
    files = {f"ep-{number}.txt": episode(f"show {number}", 4) for number in range(8)}
    before = [quote.episode for quote in run(make_library(files), Wishes(7, "en"), 8)]
    taken = {f"ep {number}.txt": "Nothing that could be quoted stands here, only a few words\n" for number in range(8)}
    after = make_library(files | taken)
    files_of = {head.slug: head.identity for head in after.episodes}
    assert [files_of[quote.episode] for quote in run(after, Wishes(7, "en"), 8)] == before


def test_the_order_follows_the_seed_alone(shipped: Library) -> None:
    first, again, other = (run(shipped, Wishes(seed, "en"), 10) for seed in (1, 1, 2))
    assert first == again
    assert first != other


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**62), drawn=st.data())
def test_what_is_refused_never_comes_and_what_is_left_is_counted(
    shipped: Library, seed: int, drawn: st.DataObject
) -> None:
    pool = [place_of(one) for one in quotes(shipped, SLUG, "en")]
    refused = frozenset(drawn.draw(st.lists(st.sampled_from(pool), max_size=90)))
    shown = drawn.draw(st.lists(st.sampled_from(pool), max_size=90))
    wishes = Wishes(seed, "en", explicit=True)
    quote = choose(shipped, wishes, had(shown, refused))
    times = Counter(shown)
    allowed = [place for place in pool if place not in refused]
    if not allowed:
        assert quote is None
        assert count_left(shipped, wishes, had(shown, refused)) == 0
        return
    least = min(times[place] for place in allowed)
    assert quote is not None
    assert place_of(quote) in allowed
    assert times[place_of(quote)] == least
    assert count_left(shipped, wishes, had(shown, refused)) == sum(times[place] == least for place in allowed)


def test_it_keeps_to_the_speaker_and_the_episode(shipped: Library, make_library: MakeLibrary) -> None:
    mine = run(shipped, Wishes(1, "en", speaker="Matthew Berman"), 10)
    assert {one.speaker for one in mine} == {"Matthew Berman"}
    library = make_library({f"{name}.txt": episode(name, 12) for name in ("alpha", "beta")})
    assert {one.episode for one in run(library, Wishes(1, "en", episode="beta"), 12)} == {"beta"}
    assert choose(shipped, Wishes(1, "en", speaker="Nobody"), Shown()) is None
    assert count_left(shipped, Wishes(1, "en", episode="none"), Shown()) == 0


def test_a_random_one_follows_its_seed_and_keeps_to_the_speaker(shipped: Library) -> None:
    def picked(seed: int, speaker: str | None = None) -> Quote:
        found = pick(shipped, shipped.episodes, speaker, "en", Random(seed))
        assert found is not None
        return found

    assert picked(7) == picked(7)
    assert len({picked(seed) for seed in range(20)}) > 10
    assert {picked(seed, "Matthew Berman").speaker for seed in range(10)} == {"Matthew Berman"}
    assert pick(shipped, shipped.episodes, "Nobody", "en", Random(1)) is None
    assert pick(shipped, (), None, "en", Random(1)) is None


def test_the_command_prints_the_pool_and_none_of_it_breaks_the_rules(tmp_path_factory: pytest.TempPathFactory) -> None:
    data = tmp_path_factory.mktemp("pool")
    arguments = ["quotable", "--transcripts", str(SHIPPED), "--data-dir", str(data)]
    result = CliRunner().invoke(app, [*arguments, "--json"])
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(rows) >= 36
    least, most = rules_of("en").fewest, rules_of("en").most
    for row in rows:
        assert least <= len(row["text"]) <= most
        assert stands_alone(row["text"], "en")
        assert row["start"] >= 75  # the teaser is over
    shown = CliRunner().invoke(app, [*arguments, "--speaker", "berman"]).stdout.splitlines()
    assert 0 < len(shown) < len(rows)
    assert all(" Matthew Berman: " in line for line in shown)
    refused = CliRunner().invoke(app, [*arguments, "--episode", "zzz"])
    assert refused.exit_code == 2
    assert refused.stderr.count("\n") == 1


def test_what_was_shown_or_refused_is_known_by_its_words_in_a_transcript_that_was_cut_anew(
    make_library: MakeLibrary,
) -> None:
    text = episode("alpha", 12)
    wishes = Wishes(3, "en")
    shown = [place_of(one) for one in run(make_library({"alpha.txt": text}), wishes, 6)]
    again = make_library({"alpha.txt": f"(00:00:00) Host:\nHello.\n\n(00:00:02) Guest:\nGood morning.\n\n{text}"})
    moved = [place_of(one) for one in quotes(again, "alpha", "en")]
    assert len(moved) == 12
    assert all(place.segment != other.segment for place in shown for other in moved if place == other)
    said = {words(again, one) for one in run(again, wishes, 6, shown[:4], shown[4:])}
    assert len(said) == 6
    assert not said & {words(again, one) for one in quotes(again, "alpha", "en") if place_of(one) in shown}


def test_rows_of_before_are_known_by_their_place(shipped: Library) -> None:
    quote = choose(shipped, Wishes(1, "en"), Shown())
    assert quote
    bare = replace(place_of(quote), words=None)
    assert had([bare]).number(place_of(quote)) == 1
    assert choose(shipped, Wishes(1, "en"), had([bare])) != quote
    assert choose(shipped, Wishes(1, "en"), had([], [bare])) != quote
