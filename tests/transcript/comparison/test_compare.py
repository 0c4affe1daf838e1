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
