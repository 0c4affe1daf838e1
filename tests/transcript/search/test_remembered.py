"""Fragments of three made-up shows, remembered badly in every way, are first and sure; those of another are refused."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, CORA, script
from transcript.language.tokens import split_words
from transcript.library import Library, open_library
from transcript.search import Match, search
from transcript.search.candidates import EVERYWHERE, Effort, find_candidates
from transcript.search.confidence import is_sure
from transcript.search.phrases import is_verbatim, words_of
from transcript.search.query import slips
from transcript.search.query.expansion import understand
from transcript.search.ranking import places
from transcript.search.retrieval import terms_to_ask

GARDEN = script(
    ("00:00", ADA, "I have seen that kind of thing before, and it was not what we thought it would be at all.", ""),
    ("00:14", BEN, "When is the best time to plant tulips? My neighbour says you do it when the ground is cold.", ""),
    ("00:30", ADA, "We dug up the whole lawn in November and put four hundred bulbs under it in one weekend.", ""),
    ("00:47", BEN, "And did anything come of it, or were the squirrels faster than you were?", ""),
    ("00:58", ADA, "The squirrels ate about half of them, so now I keep", ""),
    ("01:09", ADA, "a terrier in the greenhouse and he sleeps on the seed trays all day long.", ""),
    ("01:22", BEN, "I think the shears that my aunt sent were the most terrible tool I have ever owned.", ""),
    ("01:36", ADA, "You can always sharpen them with a wet stone, as my grandmother used to do on Fridays.", ""),
    title="On Gardens", date="2023-03-01",
)  # fmt: skip


KITCHEN = script(
    ("00:00", CORA, "If you do it like that, then you are going to have to do it again and again.", ""),
    ("00:15", BEN, "So what did you do with it, and was there anything that they could have said to you?", ""),
    ("00:31", CORA, "The dough rests for eleven hours in a cellar, and nobody is allowed to open the door.", ""),
    ("00:48", BEN, "My brother opened a bakery in Lisbon and closed it after nine weeks.", ""),
    ("01:01", CORA, "He never weighed the salt, that was all that was wrong with it, if you ask me.", ""),
    ("01:15", BEN, "The inspector praised the ovens and then he fined the baker for the state of the drains.", ""),
    ("01:31", CORA, "Nobody wants to hear it, but a copper pan is a waste of money for most people.", ""),
    title="On Kitchens", guest=CORA, date="2023-04-01",
)  # fmt: skip


HARBOUR = script(
    ("00:00", ADA, "It is one of those things that you get used to when you live by the water.", ""),
    ("00:15", CORA, "The pilot boarded the tanker in a storm and lost both of his boots on the ladder.", ""),
    ("00:31", ADA, "They had to do it all over again, and this time it was the other way around.", ""),
    ("00:46", CORA, "The ferry to the islands carries thirty cows and a postman, twice a week.", ""),
    ("01:00", ADA, "Our crane was built by the same people who made the bridge at Varnholm.", ""),
    ("01:14", CORA, "You would not believe what some of them will do for a bucket of fresh mussels.", ""),
    title="On Harbours", guest=CORA, date="2023-05-01",
)  # fmt: skip


SHOWS = {"garden.txt": GARDEN, "kitchen.txt": KITCHEN, "harbour.txt": HARBOUR}


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    return make_library(SHOWS)


def first(library: Library, query: str) -> Match:
    answer = search(library, query)
    assert answer.confident, f"{query!r} was not answered"
    return answer.matches[0]


@pytest.mark.parametrize(
    ("query", "place"),
    [
        # as said
        ("dug up the whole lawn in november", ("garden", 2)),
        ("fined the baker for the state of the drains", ("kitchen", 5)),
        ("carries thirty cows and a postman", ("harbour", 3)),
        # of common words alone
        ("i have seen that kind of thing before", ("garden", 0)),
        ("it was not what we thought it would be", ("garden", 0)),
        ("you are going to have to do it again", ("kitchen", 0)),
        ("was there anything that they could have said", ("kitchen", 1)),
        ("one of those things that you get used to", ("harbour", 0)),
        ("it was the other way around", ("harbour", 2)),
        # with slips
        ("the pliot boardd the tanker in a strom", ("harbour", 1)),
        ("dough rests for elevn hours in a celar", ("kitchen", 2)),
        # a word dropped, a word put in
        ("the terrier in greenhouse and he sleeps on the seed trays", ("garden", 5)),
        ("they had to really do it all over again", ("harbour", 2)),
        # the halves swapped
        ("and closed it after nine weeks my brother opened a bakery in lisbon", ("kitchen", 3)),
        ("have ever owned were the most terrible tool i", ("garden", 6)),
        # across two stamps
        ("so now i keep a terrier in the greenhouse", ("garden", 4)),
        # reworded
        ("my brother's bakery in lisbon shut down after nine weeks", ("kitchen", 3)),
        ("his boots were lost by the pilot on the tanker's ladder in that storm", ("harbour", 1)),
    ],
)
def test_a_fragment_is_first_and_sure_however_it_is_remembered(
    library: Library, query: str, place: tuple[str, int]
) -> None:
    match = first(library, query)
    assert (match.episode, match.segment) == place


@pytest.mark.parametrize(
    "query",
    [
        "the widow who sold pickled herring by the bridge",
        "what they would have to say about that other one",
        "we keep an owl in the attic and it eats the mice",
        "closed the greenhouse and fined the ferry",
        "they lost four hundred cows under the copper pan",
    ],
)
def test_a_fragment_of_another_show_is_refused(library: Library, query: str) -> None:
    assert not search(library, query).confident


@pytest.mark.parametrize(
    "query",
    [
        "the shears that my aunt sent were the best tool i have ever owned",
        "the dough rests for twelve hours in a cellar",
        "a copper pan is not a waste of money for most people",
        "he weighed the salt, that was all that was wrong with it",
        "the baker praised the ovens and then he fined the inspector for the state of the drains",
    ],
)
def test_what_contradicts_the_passage_is_found_and_never_sure(library: Library, query: str) -> None:
    answer = search(library, query)
    assert answer.matches
    assert not answer.confident


def test_of_equals_the_whole_sentence_comes_first_and_a_teaser_last(make_library: MakeLibrary) -> None:
    library = make_library(
        {
            "a.txt": script(
                ("00:00", ADA, "Well, a copper kettle is not a crown, said the smith and left.", ""),
                ("10:00", BEN, "My uncle said that a copper kettle is not a crown, in so many words.", ""),
                ("20:00", CORA, "A copper kettle is not a crown.", ""),
            )
        }
    )
    starts = [match.start for match in search(library, "a copper kettle is not a crown").matches]
    assert starts == [1200.0, 600.0, 0.0]


@pytest.mark.parametrize(
    ("query", "speaker", "place"),
    [
        ("what did ben say about the bakery?", BEN, ("kitchen", 3)),
        ("who lost both boots in a storm?", CORA, ("harbour", 1)),
        ("when is the time for tulips?", BEN, ("garden", 1)),
        ("when is the best time to plant tulips", BEN, ("garden", 1)),
        ("how many bulbs were under the lawn", ADA, ("garden", 2)),
    ],
)
def test_a_question_is_answered_by_its_subject(
    library: Library, query: str, speaker: str, place: tuple[str, int]
) -> None:
    match = search(library, query).matches[0]
    assert (match.episode, match.segment, match.speaker) == (*place, speaker)


def test_the_person_who_is_named_speaks_first(make_library: MakeLibrary) -> None:
    library = make_library(
        {
            "a.txt": script(
                ("00:00", BEN, "I want to talk about walnuts for a moment, if I may.", ""),
                ("03:00", CORA, "They say that walnuts keep for years in sand.", ""),
                ("09:00", ADA, "The walnuts were fine, thank you very much.", ""),
            )
        }
    )
    named = search(library, "what did ada say about walnuts?").matches
    assert [match.speaker for match in named[:2]] == [ADA, BEN]
    assert search(library, "when will walnuts keep?").matches[0].speaker == CORA


def test_a_word_that_is_written_apart_is_that_word(make_library: MakeLibrary) -> None:
    library = make_library(
        {
            "a.txt": script(
                ("00:00", BEN, "At the core, even Oracle has a tale of its own.", ""),
                ("01:00", CORA, "They rent it all from CoreWeave in the end.", ""),
            )
        }
    )
    assert first(library, "core weave").segment == 1


@pytest.mark.parametrize("text", ["core weave", "googlemaps"])
def test_a_word_is_sure_written_apart_or_together_however_large_the_library(
    make_library: MakeLibrary, text: str
) -> None:
    library = make_library({"a.txt": script(("00:00", BEN, "We rent it from CoreWeave, as Google Maps does.", ""))})
    query = understand(text, library)
    (place,) = places(query, library)
    assert is_sure(query, place, lead=0.0, segments=300_000)


def test_several_joins_in_one_query(make_library: MakeLibrary) -> None:
    said = "When you go into Google Maps now, everything always runs butter-smooth."
    library = make_library(
        {"a.txt": script(("00:00", BEN, "It runs on google and a map.", ""), ("01:00", CORA, said, ""))}
    )
    answer = search(library, "googlemaps always runs buttersmooth if ur")
    assert answer.confident
    assert answer.matches[0].segment == 1


def test_a_slip_that_a_transcript_has_too_is_still_one(
    make_library: MakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slips, "MISSPELT", 1)
    library = make_library(
        {
            "a.txt": script(("00:00", BEN, "Nobody wrote of siicon before.", "")),
            "b.txt": script(("00:00", CORA, "Well, if you are in Silicon Valley I will make sure to ping you.", "")),
        }
    )
    answer = search(library, "if you are in siicon valley i will make sure")
    assert answer.confident
    assert answer.matches[0].episode == "b"


def test_common_words_are_asked_for_by_their_pairs(library: Library) -> None:
    asked = terms_to_ask(understand("it was not what we thought", library))
    assert {"it_was", "was_not", "not_what"} <= asked.keys()
    assert "it" not in asked
    assert asked["it_was"] > asked["it_not"]
    assert terms_to_ask(understand("the", library)) == {"the": 1.0}


def test_a_candidate_far_behind_is_not_looked_at(library: Library) -> None:
    query = understand("the pilot boarded the tanker in a storm", library)
    every = find_candidates(query, library, EVERYWHERE, Effort(surely=100))
    near = find_candidates(query, library, EVERYWHERE, Effort(surely=0))
    assert len(near.lines) < len(every.lines)
    assert near.likely[0] == every.likely[0]


QUERIES = (
    "the pilot boarded the tanker in a storm",
    "it was not what we thought it would be",
    "squirrels a terrier in the greenhouse",
    "tulips when the ground is cold, the best time",
    "to the of a and it",
)


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("aligned", [1, 2, 5])
def test_the_likeliest_are_those_of_all_candidates(library: Library, text: str, aligned: int) -> None:
    query = understand(text, library)
    every = find_candidates(query, library, EVERYWHERE, Effort(surely=100, aligned=100)).likely
    assert find_candidates(query, library, EVERYWHERE, Effort(surely=100, aligned=aligned)).likely == every[:aligned]


WORDS = (
    "I've",
    "we",
    "don’t",
    "C++",
    "c plus plus",
    "Zoë's",
    "Ｗｉｄｅ",
    "um",
    "it",
    "that's",
    "猫鱼",
    "25k",
    "3,000",
    ".NET",
    "co­op",
)
"""Words that may be written otherwise than they are compared."""


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS)))
def test_a_text_has_its_own_words(words: list[str]) -> None:
    text = " ".join(words)
    assert is_verbatim(text, f"so {text} then") == bool(words_of(text))


WINDOW = 8


def windows(library: Library) -> list[tuple[str, int, str]]:
    """Each window of words of a segment that occurs once in the library: episode, segment, text."""
    found = []
    for head in library.episodes:
        for segment in library.segments(head.slug, 0, head.segments):
            text = segment.text["en"]
            words = split_words(text)
            found += [
                (head.slug, segment.index, text[words[at].start : words[at + WINDOW - 1].end])
                for at in range(len(words) - WINDOW + 1)
            ]
    seen = Counter(window.casefold() for _, _, window in found)
    return [one for one in found if seen[one[2].casefold()] == 1]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Library, list[tuple[str, int, str]]]:
    folder = tmp_path_factory.mktemp("shows")
    for name, text in SHOWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    library = open_library([folder], tmp_path_factory.mktemp("data"))
    return library, windows(library)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_any_window_that_occurs_once_is_first_and_sure(
    once: tuple[Library, list[tuple[str, int, str]]], data: st.DataObject
) -> None:
    library, every = once
    slug, segment, window = data.draw(st.sampled_from(every))
    answer = search(library, window)
    assert answer.confident
    assert (answer.matches[0].episode, answer.matches[0].segment) == (slug, segment)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_any_window_of_the_shipped_transcript_is_first_and_sure(shipped: Library, data: st.DataObject) -> None:
    (head,) = shipped.episodes
    index = data.draw(st.integers(10, head.segments - 1))
    text = shipped.segments(head.slug, index, index)[0].text["en"]
    words = split_words(text)
    assume(len(words) >= WINDOW)
    at = data.draw(st.integers(0, len(words) - WINDOW))
    answer = search(shipped, text[words[at].start : words[at + WINDOW - 1].end])
    assert answer.confident
    places = [answer.matches[0].segment, *(segment for _, segment, _ in answer.matches[0].also)]
    assert {index, index - 1} & set(places)
