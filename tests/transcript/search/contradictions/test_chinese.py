"""A Chinese query that says the contrary of its passage is never sure."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, script
from tests.transcript.search.contradictions.contraries import assert_only_the_fair_is_sure


@pytest.mark.parametrize(
    ("contrary", "fair"),
    [
        ("我觉得这家面包店非常激进", "我觉得这家面包店非常保守"),
        ("我对渡船的时间表总体更乐观", "我对渡船的时间表总体更悲观"),
        ("他说山羊从来没有每天过两次桥", "他说山羊每天过两次桥"),
        ("他的强项在于账目,可能木工和说服工人方面没那么突出", "他的强项在于木工和说服工人,可能账目方面没那么突出"),
        ("跟北岸的磨坊相比,单论石头本身,南岸客观上更强", "跟北岸的磨坊相比,单论石头本身,南岸客观上更差"),
    ],
)
def test_a_chinese_opposite_is_not_sure(make_library: MakeLibrary, contrary: str, fair: str) -> None:
    said = (
        "是的,我觉得这家面包店一直都非常非常保守。他们买过几个炉子,但从来没有买过磨坊。",
        "讨论时间表很荒谬,我对渡船的时间表总体更悲观。今年造好新码头不太可能;有人说明年就有,这太乐观了。",
        "山羊每天过两次桥,没有人知道为什么。",
        "他对账目也算精通,但他的强项在于木工、石工以及说服工人,可能账目方面相对没那么突出。",
        "不过问题是,与北岸的磨坊相比,单论石头本身,南岸还是客观上更差。",
    )
    library = make_library({"a.txt": script(*((f"{at:02}:00", ADA, "", text) for at, text in enumerate(said)))})
    assert_only_the_fair_is_sure(library, contrary, fair)
