"""What differs between a claim and a transcript, and whether it changes what was said."""

from __future__ import annotations

from itertools import product

import pytest

from tests.transcript.comparison.comparing import judge
from transcript.comparison import judged


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("The bridge, you know, was never finished.", "THE BRIDGE WAS NEVER FINISHED"),
        ("It was like really, um, very heavy, right?", "It was really very heavy"),
        ("They they ran out of of granite.", "they ran out of granite"),
        ("It's, it's like the granite ran out.", "it's the granite ran out"),
        ("They don't know that it's finished.", "they do not know that it is finished"),
        ("Its granite, they're sure.", "its granite theyre sure"),
        ("We're gonna build it.", "We are going to build it"),
        ("The colour of the harbour.", "the color of the harbor"),
        ("She spent $100M on it.", "she spent 100 million dollars on it"),
        ("She spent a hundred million dollars.", "She spent $100,000,000"),
        ("It is 50% done after twenty-five years.", "it is 50 percent done after 25 years"),
        ("Core Weave paid for it.", "CoreWeave paid for it"),
        ("这座桥花了一亿美元。", "这座桥花了 1 亿美元"),
        ("这座桥从未完工,对吧?", "這座橋從未完工"),
        ("英伟达买了这座桥。", "NVIDIA 买了这座桥"),
        ("你知道,这座桥,嗯,太重了。", "这座桥太重了"),
        ("他了解这座桥。", "他瞭解這座橋"),
        ("这座桥建于二〇二四年。", "这座桥建于二零二四年"),
        ("It is 50% done.", "It is 50 per cent done"),
        ("大约两成的山羊过桥,五分之一回来。", "大约 20% 的山羊过桥,20% 回来"),
        ("一半的山羊会过桥。", "50% 的山羊会过桥"),
    ],
)
def test_verbatim(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "verbatim"


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("The bridge at Orval was never really finished.", "The bridge at Orval was never finished"),
        ("They bought the big company last year.", "They purchased the large firm last year"),
        ("They're going to lose the bridge.", "They will lose the bridge"),
        ("Most goats don't touch the bridge.", "Most goats never touch the bridge"),
        ("Over 50 goats crossed the bridge.", "more than 50 goats crossed the bridge"),
        ("他们如何进入这座城市?", "他们怎么进入这座城市?"),
        ("一旦领先,就会停止建桥。", "一旦领先,就不会再建桥了"),
        ("他们很快买下了这座桥。", "他们很快购买了这座桥"),
        ("最终,他们收购了这座桥,山羊依旧过桥。", "最后,他们买下了这座桥,山羊仍然过桥"),
        ("The bridge is obviously very old in Orval.", "The bridge is clearly very old in Orval"),
        ("The bridge has no meaning anymore.", "The bridge has no meaning any longer"),
        (
            "They have tons of goats. They have tons of hay. But the bridge fell.",
            "They have tons of goats and tons of hay, but the bridge fell",
        ),
        ("他可以控制一个十亿美元的港口。", "他可以控制一家十亿美元的港口"),
        ("作为回报他们仅获得了一座桥。", "作为回报他们只获得了一座桥"),
        ("你有一堆山羊,它们什么事也没做。", "你有一堆山羊,它们什么都没做"),
        ("有时候山羊过桥去看海。", "偶尔山羊过桥去看海"),
        ("例如这座桥,或奥瓦尔的港口。", "比如这座桥,或者奥瓦尔的港口"),
    ],
)
def test_close(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "close"


@pytest.mark.parametrize(
    ("said", "claim", "changes"),
    [
        ("She spent 40 million crowns on it.", "She spent 45 million crowns on it",
         [("40 million crowns", "45 million crowns")]),
        ("She paid $250 million for it.", "She paid $450 million for it", [("$250 million", "$450 million")]),
        ("It may be 10x bigger.", "It may be 100x bigger", [("10x", "100x")]),
        ("Two goats crossed the bridge.", "One goat crossed the bridge", [("Two", "One")]),
        ("I read the alleged book on the bridge.", "I read the book on the bridge", [("alleged", "")]),
        ("The leader of those who built it is Greg Brockman, right?", "The leader of those who built it is Mark Chan",
         [("Greg Brockman", "Mark Chan")]),
        ("The bridge was simpler and easier than it is.", "The bridge was slower and harder than it is",
         [("simpler and easier", "slower and harder")]),
        ("Only goats cross the bridge.", "All goats cross the bridge", [("Only", "All")]),
        ("Most goats cross the bridge.", "Goats cross the bridge of the most",
         [("Most …", ""), ("", "of the most")]),
        ("There are some goats on the bridge.", "There are no goats on the bridge", [("some", "no")]),
        ("They left before the war.", "They left after the war", [("before", "after")]),
        ("They might build the bridge.", "They will build the bridge", [("might", "will")]),
        ("It's only because they're behind. The moment they're ahead, they stop.",
         "It's only because they're ahead. The moment they're behind, they stop.",
         [("behind", "ahead"), ("ahead", "behind")]),
        ("每头山羊过桥 20 次。", "每头山羊过桥 200 次", [("20", "200")]),
        ("这座桥客观上更差。", "这座桥客观上更强", [("更差", "更强")]),
        ("NVIDIA 犯了一个大错。", "AMD 犯了一个大错", [("NVIDIA", "AMD")]),
        ("两成的山羊过桥。", "三成的山羊过桥", [("两成", "三成")]),
        ("他们几乎不买这座桥。", "他们不买这座桥", [("几乎", "")]),
        ("这座桥确实是最重要的考量之一,山羊知道。", "这座桥确实是最重要的考量,山羊知道", [("之一", "")]),
        ("很多人不过桥;大多数山羊从桥上过。", "很多人不过桥;山羊从桥上过", [("大多数", "")]),
        ("我们的山羊会过桥。", "我们的山羊偶尔会过桥", [("", "偶尔")]),
    ],
)  # fmt: skip
def test_altered(said: str, claim: str, changes: list[tuple[str, str]]) -> None:
    judgement = judge(said, claim)
    assert (judgement.wording, list(judgement.changes)) == ("altered", changes)


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Apple is not going to offer that money.", "Apple is going to offer that money"),
        ("They don't know why the bridge fell.", "They know why the bridge fell"),
        ("They didn't finish the bridge.", "They did finish the bridge"),
        ("They can't cross the bridge.", "They can cross the bridge"),
        ("They never crossed the bridge.", "They crossed the bridge"),
        ("There is no bridge at Orval.", "There is a bridge at Orval"),
        ("They crossed it without goats.", "They crossed it with goats"),
        ("They stopped building bridges.", "They didn't stop building bridges"),
        ("这座桥不会完工。", "这座桥会完工"),
        ("他们没有花岗岩了。", "他们有花岗岩了"),
        ("这座桥从未完工。", "这座桥早已完工"),
        ("Was it heavy? No, it was granite.", "Was it heavy? It was granite."),
        ("他们是不是在建桥?", "他们是是在建桥?"),
    ],
)
def test_a_negation_is_an_alteration_both_ways(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "altered"
    assert judge(claim, said).wording == "altered"


def test_a_negation_is_shown_with_its_verb() -> None:
    assert judge("Apple, one, is not going to offer that money.", "Apple is going to offer that money").changes == (
        ("one, is not going to offer", "is going to offer"),
    )
    assert judge("The goats are sure.", "The goats are not sure").changes == (("are sure", "are not sure"),)
    assert judge("他是非常理性的人。", "他是非常不理性的人").changes == (("理性", "不理性"),)


def test_words_that_only_look_like_negations() -> None:
    assert judge("这座桥非常重,不过山羊不少。", "这座桥很重,但山羊不少").wording == "close"
    assert judge("你是不是过桥了?", "你是否过桥了?").wording != "verbatim"


def test_a_close_quote_tells_each_word_that_it_leaves_out() -> None:
    judgement = judge("I read the tiny book on the bridge.", "I read the book on the bridge")
    assert (judgement.wording, judgement.reasons, judgement.left_out) == ("close", ("words left out",), ("tiny",))
    altered = judge("I read the tiny book on 5 bridges.", "I read the book on 6 bridges")
    assert (altered.wording, altered.left_out) == ("altered", ())


def test_an_elision_shows_what_it_leaves_out() -> None:
    said = "The bridge fell, and the goats, who were many, crossed the river by boat."
    judgement = judge(said, "The bridge fell … crossed the river by boat", 3)
    assert (judgement.wording, judgement.left_out) == ("close", ("and the goats, who were many",))


def test_an_elision_cannot_take_a_negation_out_of_what_is_kept() -> None:
    assert judge("The goats did not, as a rule, cross.", "The goats did … cross", 3).wording == "altered"
    said = "The bridge fell. I do not know why. The goats crossed by boat."
    assert judge(said, "The bridge fell. The goats crossed by boat.").wording == "close"


def test_two_sentences_are_not_joined_into_a_third() -> None:
    said = "She was not a scientist, right? She was a farmer. But she could read the mountain."
    assert judge(said, "She was not a farmer. But she could read the mountain.").wording == "altered"
    said = "They don't have a bridge at Orval. They have tons of hay in winter."
    assert judge(said, "They don't have a bridge at Orval and tons of hay in winter").wording == "altered"


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Goats cross the bridge because they are hungry.", "Goats cross the bridge although they are hungry"),
        ("The bridge will fall unless Orval pays the masons.", "The bridge will fall if Orval pays the masons"),
        (
            "The granite ran out, so they bought marble from Lund.",
            "The granite ran out, but they bought marble from Lund",
        ),
        ("They told me why the old bridge fell in May.", "They told me how the old bridge fell in May"),
        ("Zuck tried to buy the old bridge at Orval.", "I tried to buy the old bridge at Orval"),
        ("They hate the old bridge at Orval.", "We hate the old bridge at Orval"),
        ("You could buy the old bridge at Orval.", "You should buy the old bridge at Orval"),
        ("The bridge will fall into the river in May.", "The bridge might fall into the river in May"),
        ("The bridge will be the pride of the harbour at Lund.", "The bridge was the pride of the harbour at Lund"),
        ("I think the bishop counts the goats on Sundays.", "I know the bishop counts the goats on Sundays"),
        ("Orval allegedly sold the bridge to a widow.", "Orval sold the bridge to a widow"),
        ("The bishop sometimes counts the goats on the bridge.", "The bishop counts the goats on the bridge"),
        ("It is one of the most beautiful bridges in Orval.", "It is the most beautiful bridge in Orval"),
        ("They sold billions of dollars of granite in May.", "They sold billions of granite in May"),
        ("They have 200,000 goats already up on the bridge.", "They have over 200,000 goats already up on the bridge"),
        ("Their bridge is much longer than Orval's bridge.", "Orval's bridge is much longer than their bridge"),
        ("Goats like the bridge. The bishop is going to cross.", "Goats like the bridge is going to cross"),
        ("Goats will win", "Marble will win"),
        ("Goats on the bridge need hay in winter.", "Goats on the bridge want hay in winter"),
        ("The bridge fell when the goats were on it.", "The bridge fell before the goats were on it"),
        ("All of it, all these goats and hats and bridges.", "All of it, some these goats and hats and bridges"),
        ("Goats will cross it.", "We will cross it"),
        ("I want to talk about goats.", "I like goats"),
        ("重要的不是钱,而是权力。", "重要的不是权力,而是钱"),
        ("这座桥很旧,但山羊喜欢它。", "这座桥很旧,所以山羊喜欢它"),
        ("这座桥会倒进河里。", "这座桥可能倒进河里"),
        ("一些山羊喜欢这座旧桥。", "所有山羊喜欢这座旧桥"),
        ("山羊需要一座新桥过河。", "山羊想要一座新桥过河"),
        ("山羊喜欢桥,因为桥很旧。", "山羊喜欢桥,虽然桥很旧"),
        ("Jensin paid for the granite.", "Jensen paid for the granite"),
        ("They had a bug that was a tiny bug on the bridge.", "They had a tiny bug that was on the bridge"),
    ],
)
def test_small_words_that_turn_a_sentence(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "altered"


def test_an_elision_joins_no_crumbs_of_two_sentences() -> None:
    said = "The bridge is old only because the goats are behind. The moment they are ahead, it will fall."
    assert judge(said, "The bridge is … ahead", 3).wording == "altered"
    assert judge(said, "The bridge … will fall", 2).wording == "altered"


def test_a_negation_stays_with_what_it_denies() -> None:
    said = "It was not the best of them, but it was comparable to the bridge at Lund."
    assert judge(said, "It was not comparable to the bridge at Lund").wording == "altered"
    assert judge(said, "It was not … comparable to the bridge at Lund", 3).wording == "altered"
    assert judge("The goats are not, I imagine they are tired.", "The goats are not tired").wording == "altered"
    assert judge("Now I did not know then, the bridge makes sense.", "That would not make sense").wording == "altered"


def test_a_word_that_tells_little_is_not_put_for_one_that_tells_much() -> None:
    assert (
        judge("They trained it in secret at a school.", "They trained it in honestly at a school").wording == "altered"
    )


def test_a_name_for_a_pronoun_must_have_been_named() -> None:
    said, claim = "Their bridge is much heavier than ours.", "Orval's bridge is much heavier than ours"
    assert judge(said, claim, before="Have you been to Orval?").wording == "close"
    assert judge(said, claim).wording == "altered"


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("They tried to buy the bridge last year.", "They bought the bridge last year"),
        ("The bishop wanted to be a goatherd in Orval.", "The bishop was a goatherd in Orval"),
        ("She wanted compensation from the bishop.", "She got compensation from the bishop"),
        ("I want to build the best bridges in Orval.", "I built the best bridges in Orval"),
        ("他们试图买下奥瓦尔的这座桥。", "他们买下奥瓦尔的这座桥"),
        ("他们想买下奥瓦尔的这座桥。", "他们买下奥瓦尔的这座桥"),
        ("Ada and Ben Marsh crossed the open bridge.", "Ada crossed the open bridge"),
        ("She needs to convince the bishop and the goats.", "She convinced the bishop and the goats"),
        ("奥瓦尔的桥会倒,山羊知道。", "奥瓦尔的桥可能会倒,山羊知道"),
        ("奥瓦尔的桥完全合法,山羊知道。", "奥瓦尔的桥应该合法,山羊知道"),
        ("The moment they're ahead, they stop building bridges.", "Until they're ahead, they stop building bridges"),
        ("A lot of goats just cross the open bridge.", "Some goats just cross the open bridge"),
    ],
)
def test_what_was_tried_or_sure_or_many_is_not_done_or_hedged_or_some(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "altered"


def test_whole_sentences_may_be_left_out_where_that_is_marked() -> None:
    said = "The bridge got delayed. They might not ever build it. There are a lot of problems with it."
    assert judge(said, "The bridge got delayed. There are a lot of problems with it", 4).wording == "close"


def test_a_pronoun_means_who_was_named_last() -> None:
    said, before = "He is mostly focused on building it.", "Ada wanted it. And then Ben came, and bought the bridge."
    assert judge(said, "Ben is mostly focused on building it", before=before).wording == "close"
    assert judge(said, "Ada is mostly focused on building it", before=before).wording == "altered"
    both = "And then it was Ben with Ada."
    assert judge(said, "Ben is mostly focused on building it", before=both).wording == "altered"
    full = "They found Greg Marsh there. Day and night he worked."
    assert judge(said, "Greg Marsh is mostly focused on building it", before=full).wording == "close"


def test_what_one_does_is_not_given_to_another() -> None:
    said = "Ada is a great builder and she gets all the granite, but the chief mason is Ben Marsh"
    assert judge(said, "Ada is the chief mason and Ben Marsh gets all the granite").wording == "altered"


def test_a_phrase_at_the_beginning_may_stand_behind() -> None:
    said = "Ada hates goats. On Sundays the bishop counts them"
    assert judge(said, "The bishop counts them on Sundays").wording == "close"
    assert judge(said, "The bishop counts them on Mondays").wording == "altered"
    assert judge(said, "The bishop counts them, Ada hates").wording == "altered"
    assert (
        judge("By Ada the goats were bought. The bishop counts them", "The bishop counts them by Ada").wording
        == "altered"
    )


def test_two_whole_sentences_may_be_joined() -> None:
    said = "They have tons of granite. They have tons of goats."
    assert judge(said, "They have tons of granite and they have tons of goats").wording == "close"
    assert judge(said, "They have tons of granite or they have tons of goats").wording == "altered"
    two = judged(said, "They have tons of granite and they have tons of goats", (), turns=[said.index(" They")])
    assert two is not None
    assert two.wording == "altered"


def test_a_negation_is_not_taken_from_the_next_sentence() -> None:
    said = (
        "They bought the small quarry early, maybe a failing one, whatever it is. They buy bridges that haven't lasted."
    )
    claim = "They bought the small quarry early, maybe a failing one, whatever it is not."
    assert judge(said, claim).wording == "altered"


def test_a_diff_has_all_words_of_both() -> None:
    judgement = judge("The bridge, um, was never finished.", "the bridge was always finished yesterday")
    said = [piece for _, piece, _ in judgement.diff if piece]
    claimed = [piece for _, _, piece in judgement.diff if piece]
    assert " ".join(said) == "The bridge um was never finished"
    assert " ".join(claimed) == "the bridge was always finished yesterday"
    assert [kind for kind, _, _ in judgement.diff] == ["same", "left out", "same", "changed", "same", "added"]


def test_long_texts_are_the_same_up_to_the_word_where_they_part() -> None:
    made = ["".join(letters) for letters in product("bdfk", "aeiou", "lmnrst", "aeiouy")]
    same = " ".join([*made[:440], *["goats"] * 5])
    judgement = judge(f"{same} {' '.join(made[440:570])}", f"{same} {' '.join(made[570:700])}")
    assert judgement.diff[0] == ("same", same, same)


def test_no_word_in_common() -> None:
    assert judged("The bridge fell.", "purple", ()) is None
    assert judged("The bridge fell.", "", ()) is None
