"""Of the transcript that ships, no quotable passage breaks the rules."""

from __future__ import annotations

import re

import pytest

from transcript.index.quotable import Quotable, quotable, rules_of, stands_alone
from transcript.index.quotable.turn import MOST_SENTENCES, RETOLD
from transcript.language.sentences import sentences
from transcript.library import Library
from transcript.models import LANGUAGES, Language, Segment

SLUG = "2025-06-30-dylan-patel"


@pytest.fixture(scope="module")
def segments(shipped: Library) -> tuple[Segment, ...]:
    return shipped.segments(SLUG, 0, 204)


@pytest.fixture(params=LANGUAGES)
def pool(request: pytest.FixtureRequest, segments: tuple[Segment, ...]) -> list[Quotable]:
    return quotable(segments, request.param)


def test_there_are_many_and_of_both_speakers(pool: list[Quotable]) -> None:
    assert len(pool) >= 36
    assert {passage.speaker for passage in pool} == {"Dylan Patel", "Matthew Berman"}


def test_each_is_of_a_readable_length_and_whole(pool: list[Quotable]) -> None:
    for passage in pool:
        rules = rules_of(passage.language)
        assert rules.fewest <= len(passage.text) <= rules.most
        assert re.search('[.!\u3002\uff01][”"]?$|, right[?]$', passage.text)
        assert stands_alone(passage.text, passage.language)


def test_whatever_stands_alone_is_one_or_shares_a_sentence_with_one(segments: tuple[Segment, ...]) -> None:
    rules = rules_of("en")
    for text in (one.text["en"] for one in segments):
        ranges = sentences(text, "en")
        found = quotable([Segment(0, None, None, None, None, {"en": text})], "en")
        for first, (start, _) in enumerate(ranges):
            if rules.retelling.search(text[max(0, start - RETOLD) : start].lower()):
                continue
            for _, end in ranges[first : first + MOST_SENTENCES]:
                if rules.fewest <= end - start <= rules.most and stands_alone(text[start:end], "en"):
                    assert any(start < other.span[1] and other.span[0] < end for other in found)


def test_each_stands_where_it_says(pool: list[Quotable], segments: tuple[Segment, ...]) -> None:
    for passage in pool:
        segment = segments[passage.segment]
        assert segment.speaker == passage.speaker
        start, end = passage.span
        own = segment.text[passage.language]
        assert 0 <= start < len(own)
        assert own[start:end] == passage.text[: len(own) - start]


def test_none_is_of_the_teaser(pool: list[Quotable], segments: tuple[Segment, ...]) -> None:
    assert all((segments[passage.segment].start or 0) >= 75 for passage in pool)


def test_they_are_apart(pool: list[Quotable]) -> None:
    texts = [passage.text for passage in pool]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I think Elon is a fantastic engineer, but I also think he's a fantastic marketer.", "en"),
        ("Microsoft has more lawyers than God, and OpenAI's board gets to decide when it hits AGI.", "en"),
        ("But the people of this country will never forget a president who lied to them twice.", "en"),
        ("It's just as important for people to fight as it is for the lawyers of this country.", "en"),
        ("I always tell people that buttons seem simple, and that in the end nobody knows them.", "en"),
        (
            "I'd like to still be a lawyer, and kind of suggest that everybody else forgets the law, since a god who"
            " reads every book of the law in this whole country has no equal.",
            "en",
        ),
        ("Everybody in my country will one day need one of those lawyers who fight, and no bridge.", "en"),
        ("Well, the reason for a lawyer in this country is that nobody else reads the contracts.", "en"),
        ("Everybody knows that the lawyers always win in the end, even against a god, right?", "en"),
        ("A company that would sell a bridge to its own lawyers has no future in this country.", "en"),
        ("我认为埃隆既是出色的工程师和工程管理者,也是一流的营销高手。", "zh"),
    ],
)
def test_what_says_something_by_itself_stands_alone(text: str, language: Language) -> None:
    assert stands_alone(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Yeah, so Microsoft has more lawyers than God in every country of the world.", "en"),
        ("They acquired companies in the past, but never a really big company like this.", "en"),
        ("Apple is like, you know, sort of like a very conservative company, right?", "en"),
        ("It's like, it's like the chip company of the whole industry that everybody reads.", "en"),
        ("Microsoft the the lawyers have more lawyers than the whole God of industry.", "en"),
        ("microsoft has more lawyers than God and all of the boards of OpenAI together.", "en"),
        ("Microsoft has more lawyers than God and all of the boards of OpenAI", "en"),
        ("Microsoft definitely has more lawyers than the boards of OpenAI and is a.", "en"),
        ("Microsoft has more lawyers than God…", "en"),
        ("I think they will never release Behemoth, because Meta trained it badly.", "en"),
        ("The best researchers, the best people. And you said a hundred million dollars.", "en"),
        ("I'm really excited to talk to you. I have seen a number of interviews this year.", "en"),
        ("Full scale pre-training. We're going to take all the data of the whole world now.", "en"),
        ("NVIDIA is really helping the cloud companies out with their machines, right? Everyone buys them.", "en"),
        ("There's a lot of problems with it, the way they trained it did not pan out at all.", "en"),
        ("我还想问问你关于微软的事,还有它的律师们到底在做些什么。", "zh"),
        ("Here is the difference between a company with lawyers and a company without any.", "en"),
        ("But they acquired companies in the past, and never a really big company like Intel.", "en"),
        ("I think nobody of the whole company had ever heard of that until the lawyers came.", "en"),
        ("You're totally right that nobody of the whole company has ever heard of lawyers.", "en"),
        ("Why nobody of the whole company has ever heard of lawyers is the best question.", "en"),
        ("结果律师们用了很多年,才说服了这家公司的所有人。", "zh"),
        ("Do you think that Microsoft can win? Its lawyers are better than all of the others.", "en"),
        ("Oracle, but there are over fifty cloud companies out there in the whole wide world.", "en"),
        ("Some great researchers of the company in California are going there next summer.", "en"),
        ("再加上这家公司尝试进军移动芯片失败,所有厂商都受到了专利的威胁。", "zh"),
        ("It's supposed to fight the lawyers of this whole country, and of every other one too.", "en"),
        ("I think that would be the end of every lawyer in this country, and of all their money.", "en"),
        ("If you are smart you use one of those, and else you build the whole bridge by hand.", "en"),
        ("Good good good good good good good good good good good.", "en"),
        ("是的,微软的律师比上帝还多,这一点没有人怀疑过。", "zh"),
        ("他们收购过很多公司,但从未做过真正的大型并购。", "zh"),
        ("微软的律师比上帝还多,这一点没有人怀疑过", "zh"),
    ],
)
def test_what_leans_on_the_words_around_it_does_not(text: str, language: Language) -> None:
    assert not stands_alone(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "We carried the whole granite bridge to the summit of Mt. Orval before the first snow of the winter fell.",
        ),
        ("de", "Der größte Kran der Stadt steht seit dem 5. Mai vor der alten Brücke und bleibt dort bis zum Winter."),
        ("ja", "このクレーンは橋の前に立っていて、冬まで動かないと市長は言いました。"),
        ("ko", "가장 큰 크레인은 지난 봄부터 오래된 다리 앞에 서 있고 겨울까지 남을 것입니다."),
    ],
)
def test_a_passage_is_whole_in_any_language(language: Language, text: str) -> None:
    (passage,) = quotable([Segment(0, 0.0, 9.0, "Ann Li", None, {language: text})], language)
    assert passage.text == text


def test_what_somebody_else_is_made_to_say_is_not_the_speakers() -> None:
    said = "Every bridge of the old town will carry heavy trains and small carts for many years."
    told = "I met the mayor and he was like, no, never. " + said
    for text, found in ((said, 1), (told, 0)):
        assert len(quotable([Segment(0, 0.0, 9.0, "Ann Li", None, {"en": text})], "en")) == found


def test_of_passages_that_share_a_sentence_the_best_is_taken() -> None:
    weak, strong, end = (
        "You can also take the second of the two ferries to the other town of the district.",
        "Nobody should ever trust a bridge more than the people who built the thing by hand.",
        "The best of all bridges is impossible without the worst of all winters in this world.",
    )
    (first, second) = quotable([Segment(0, 0.0, 9.0, "Ann Li", None, {"en": f"{weak} {strong} {end}"})], "en")
    assert (first.text, second.text) == (weak, f"{strong} {end}")
    assert first.score < second.score


def test_what_is_said_to_somebody_in_the_room_or_before_a_question_scores_lower() -> None:
    def score(said: str, after: str = "") -> int:
        turn = Segment(0, 0.0, 9.0, "Ann Li", None, {"en": said + after})
        reply = Segment(1, 9.0, 12.0, "Bo Ekman", None, {"en": "Yes."})
        return quotable([turn, reply], "en")[0].score

    said = "Nobody should ever trust a bridge more than the people of {} who built the whole of it by hand."
    assert score(said.format("Ekman")) < score(said.format("Orval"))
    assert score(said.format("Orval"), " And how?") < score(said.format("Orval"), " And so it is, ever since then.")
