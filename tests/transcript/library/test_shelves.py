"""A server's shelf is seen there alone, and every question is answered from one snapshot."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.transcript.shelving import Room, room
from transcript.errors import CacheError
from transcript.language.spelling import spelling_keys
from transcript.library import Library, counts, pick
from transcript.library.keeper import Keeper
from transcript.library.shelves import Sharing, Shelves
from transcript.search import search
from transcript.verdicts import verify

OPERATORS = "(00:00) Ann Li:\nThe old crane stands on the bridge since spring, and nobody knows whose it is.\n"


OURS = "(00:00) Bo Ek:\nOur kettle whistles a polka whenever the window is left open at night.\n"


THEIRS = "(00:00) Cy Fo:\nThe submarine was painted yellow before anybody had thought of the song.\n"


@pytest.fixture
def three(tmp_path: Path) -> Room:
    """The operator's episode, one of server 7 and one of server 8."""
    return room(tmp_path, {"crane.txt": OPERATORS}, {7: {"Kettle": OURS}, 8: {"Submarine": THEIRS}})


def titles(library: Library) -> set[str]:
    return {episode.title for episode in library.episodes}


def test_each_server_sees_its_own_and_the_operators(three: Room) -> None:
    shelves = three.shelves
    assert titles(shelves.seen_in(7)) == {"crane", "Kettle"}
    assert titles(shelves.seen_in(8)) == {"crane", "Submarine"}
    assert titles(shelves.seen_in(9)) == titles(shelves.seen_in(None)) == {"crane"}
    assert shelves.seen_in(9) is shelves.seen_in(None)


def test_nothing_finds_what_is_on_anothers_shelf(three: Room) -> None:
    theirs = three.shelves.seen_in(8)
    slug = next(episode.slug for episode in theirs.episodes if episode.title == "Submarine")
    for guild_id, is_theirs in ((7, False), (8, True), (None, False)):
        library = three.shelves.seen_in(guild_id)
        assert search(library, "submarine painted yellow").confident == is_theirs
        assert bool(library.find_episodes("Submarine")) == is_theirs
        assert bool(library.find_speakers("Cy Fo")) == is_theirs
        assert ("Cy Fo" in library.find_speakers("")) == is_theirs
        assert (library.episode(slug) is not None) == is_theirs
        assert bool(library.segments(slug, 0, 9)) == is_theirs
        assert bool(library.segment_at(slug, 0.0)) == is_theirs
        assert bool(library.quotables(slug, "en")) == is_theirs
        assert (slug in counts(library, "en")) == is_theirs
        [verdict] = verify(library, "The submarine was painted yellow before anybody had thought of the song")
        assert (verdict.kind != "not_found") == is_theirs
        picked = {
            quote.speaker
            for seed in range(20)
            if (quote := pick(library, library.episodes, None, "en", Random(seed))) is not None
        }
        assert ("Cy Fo" in picked) == is_theirs


def test_a_server_may_do_without_the_operators_and_so_may_the_operator(three: Room) -> None:
    three.shelves.sharing = Sharing(alone=frozenset({7}))
    assert titles(three.shelves.seen_in(7)) == {"Kettle"}
    assert not search(three.shelves.seen_in(7), "old crane stands on the bridge").matches
    assert titles(three.shelves.seen_in(8)) == {"crane", "Submarine"}
    three.shelves.sharing = Sharing(is_shared=False)
    assert titles(three.shelves.seen_in(8)) == {"Submarine"}
    assert three.shelves.seen_in(None).episodes == ()
    assert not search(three.shelves.seen_in(None), "old crane stands on the bridge").matches


def test_nothing_tells_which_words_stand_on_anothers_shelf(three: Room) -> None:
    """Else a word that is asked for with a slip, or in part, would tell what others have said."""
    ours, theirs = three.shelves.seen_in(7), three.shelves.seen_in(8)
    keys = [key for word in ("submarin", "kettle") for key in spelling_keys(word)]

    def words(library: Library) -> set[str]:
        alike = {word for found in library.words_spelt_alike(keys).values() for word, _ in found}
        begun = {*library.words_beginning_with("subm"), *library.words_beginning_with("kett")}
        counted = set(library.episode_counts(["submarine", "kettle"]))
        stems = ("submarin", "kettl")
        frequent = {stem for stem in stems if library.frequency(stem)}
        begun |= {term for stem in stems for term in library.terms_beginning_with(stem)}
        return alike | begun | counted | frequent | library.known_terms(stems)

    assert words(ours) == {"kettle", "kettl"}
    assert words(theirs) == {"submarine", "submarin"}
    assert words(three.shelves.seen_in(9)) == words(three.shelves.seen_in(None)) == set()
    three.shelves.sharing = Sharing(is_shared=False)
    assert words(three.shelves.seen_in(9)) == set()
    assert words(ours) == {"kettle", "kettl"}


def test_words_are_counted_by_the_episodes_of_the_shelves_that_are_seen(three: Room) -> None:
    three.add(7, "Kettle again", OURS)
    three.add(8, "Kettle too", OURS)
    three.keep()
    assert three.shelves.seen_in(7).episode_counts(["kettle", "crane"]) == {"kettle": 2, "crane": 1}
    assert three.shelves.seen_in(8).episode_counts(["kettle"]) == {"kettle": 1}
    assert [three.shelves.seen_in(number).frequency("kettl") for number in (7, 8)] == [2, 1]
    three.remove("Kettle")
    three.remove("Kettle again")
    three.keep()
    assert three.shelves.seen_in(7).episode_counts(["kettle"]) == {}
    assert three.shelves.seen_in(8).episode_counts(["kettle"]) == {"kettle": 1}


@pytest.mark.parametrize("question", ["what whistles a polka?", "kettle wistles a polca", "window left open at nite"])
def test_what_others_have_changes_no_answer(tmp_path: Path, question: str) -> None:
    alone = room(tmp_path / "alone", {}, {7: {"Kettle": OURS}})
    crowd = {f"Talk {number}": f"{OURS} polca, wistles and nite were said {number} times.\n" for number in range(150)}
    among = room(tmp_path / "among", {}, {7: {"Kettle": OURS}, 8: crowd})
    answers = [search(each.shelves.seen_in(7), question) for each in (alone, among)]
    told = [[(match.text, match.spans, match.quality) for match in answer.matches] for answer in answers]
    assert told[0] == told[1]
    assert answers[0].confident == answers[1].confident


def test_an_added_episode_changes_no_name_of_another(three: Room) -> None:
    def names(guild_id: int) -> set[tuple[str, str]]:
        return {(episode.slug, episode.identity) for episode in three.shelves.seen_in(guild_id).episodes}

    before = names(7), names(8)
    three.add(9, "Kettle", OURS)
    three.add(9, "crane", OPERATORS)
    three.keep()
    assert (names(7), names(8)) == before
    assert not {slug for slug, _ in names(9)} & {slug for slug, _ in names(7)} - {"crane"}


def test_who_has_a_library_keeps_it_while_others_see_a_newer_one(three: Room) -> None:
    old = three.shelves.seen_in(7)
    three.put("crane.txt", OPERATORS.replace("crane", "windmill"))
    three.add(7, "Kettle", OURS.replace("polka", "mazurka"))
    new = three.keep().seen_in(7)
    assert search(old, "old crane stands on the bridge").confident
    assert search(old, "kettle whistles a polka").confident
    assert not search(old, "old windmill stands on the bridge").confident
    assert search(new, "old windmill stands on the bridge").confident
    assert search(new, "kettle whistles a mazurka").confident
    assert not search(new, "kettle whistles a polka whenever").matches[0].text.count("polka")


def test_a_shelf_that_did_not_change_is_not_read_again(three: Room) -> None:
    def episodes_of(guild_id: int | None) -> set[int]:
        return set(map(id, three.shelves.seen_in(guild_id).episodes))

    operators, theirs = episodes_of(None), episodes_of(8)
    three.add(7, "Kettle", OURS.replace("polka", "mazurka"))
    three.keep()
    assert (episodes_of(None), episodes_of(8)) == (operators, theirs)


def test_an_episode_that_was_removed_is_gone_for_who_asks_after(three: Room) -> None:
    old = three.shelves.seen_in(7)
    three.remove("Kettle")
    assert titles(three.keep().seen_in(7)) == {"crane"}
    assert search(old, "kettle whistles a polka").confident


def test_before_anything_is_read_there_is_an_empty_library(tmp_path: Path) -> None:
    shelves = Shelves(place=tmp_path)
    assert not shelves.refresh()
    library = shelves.seen_in(7)
    assert (library.episodes, library.failures, library.coverage.is_complete) == ((), (), False)
    with pytest.raises(CacheError):
        library.frequency("crane")


def test_the_coverage_counts_what_has_no_words_on_the_shelves_that_are_seen(three: Room) -> None:
    three.shelves.sharing = Sharing(wordless={0: 5, 7: 2, 8: 100})
    coverage = three.shelves.seen_in(7).coverage
    assert (coverage.wordless, coverage.is_complete, coverage.done, coverage.total) == (7, True, 3, 3)
    assert three.shelves.seen_in(None).coverage.wordless == 5


def test_one_keeps_a_cache_and_the_next_takes_over(three: Room) -> None:
    one, other = Keeper(three.place, three.own_files), Keeper(three.place, three.own_files)
    assert one.take_over()
    assert not other.take_over()
    one.close()
    assert other.take_over()
    other.close()


def test_files_of_another_database_stay_for_as_long_as_they_are_there(three: Room, tmp_path: Path) -> None:
    preview = Keeper(three.place, tmp_path / "preview")
    preview.bring_up_to_date([three.transcripts], {})
    three.shelves.refresh()
    assert titles(three.shelves.seen_in(7)) == {"crane", "Kettle"}
    for path in list(three.own):
        path.unlink()
    preview.bring_up_to_date([three.transcripts], {})
    three.shelves.refresh()
    assert titles(three.shelves.seen_in(7)) == {"crane"}
