"""Whatever is claimed gets a verdict, what was said is verbatim, and the same with one word changed never passes."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.transcript.verdicts.single import one
from transcript.library import Library
from transcript.models import LANGUAGES, Language, Segment
from transcript.verdicts import Verdict, verify

SAID = ("verbatim", "close", "misattributed")


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=400))
def test_any_text_gets_a_verdict(shipped: Library, text: str) -> None:
    assert 1 <= len(verify(shipped, text)) <= 5


@st.composite
def cuts(draw: st.DrawFn, library: Library) -> list[str]:
    """Words as they stand in a segment of English, ten to twenty-five of them: fewer may stand elsewhere, too.

    Cuts that leave out a negation or a hedge of their own clause say something else, and are not among them."""
    head = library.episodes[0]
    segment = library.segments(head.slug, at := draw(st.integers(0, head.segments - 1)), at)[0]
    words = segment.text["en"].split()
    assume(len(words) >= 12)
    number = draw(st.integers(10, min(25, len(words) - 1)))
    first = draw(st.integers(0, len(words) - number))
    found = words[first : first + number]
    assume(sum(len(re.sub(r"\W", "", word)) > 4 for word in found) >= 2)
    assume(not GOVERNING.search(" ".join(words[:first])))
    assume(not DENYING.match(" ".join(words[first + number :])))
    return found


GOVERNING = re.compile(
    r"(?:\b(?:not|never|no|none|nobody|nothing|neither|nor|without|hardly|barely|cannot)\b|n['’]t\b)[^.!?]*$"
    r"|\b(?:maybe|perhaps|possibly|probably|allegedly|supposedly|apparently)\b[^.!?]*$"
    r"|(?:^|\W )(?:almost|nearly|most|few)(?: of)?(?: the)?$"
    r"|\b(?:wrong|mistaken|false|untrue|incorrect|nonsense) that\b[^.!?]*$",
    re.IGNORECASE,
)
"""A sentence's beginning that may say the contrary, or less, of what follows it."""


DENYING = re.compile(
    r"(?:(?:like|you know|right|so|um|uh|well|yeah)\W+)*"
    r"(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|without|hardly|barely)\b",
    re.IGNORECASE,
)
"""And what may deny it after it."""


HYPOTHESIS = settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def assert_only_cut_out(verdict: Verdict) -> None:
    """It is verbatim, or altered by nothing but what it was cut out of."""
    if verdict.kind != "verbatim":
        assert verdict.kind == "altered"
        assert set(verdict.reasons) <= {*FRAMES, "time", "quantity", "name", "word left out"}
        assert all(
            "…" in said and not claimed for said, claimed in verdict.changes if "negation" not in verdict.reasons
        )


FRAMES = ("negation", "condition", "wish", "guess", "hearsay", "question", "attempt")


@HYPOTHESIS
@given(data=st.data())
def test_what_is_cut_from_a_segment_is_verbatim(shipped: Library, data: st.DataObject) -> None:
    words = data.draw(cuts(shipped))
    # An amount that is cut in two is another amount.
    assume(not any(re.search(r"\d|hundred|thousand|million|billion", word) for word in (words[0], words[-1])))
    text = " ".join(words).replace('"', "")
    assert_only_cut_out(verify(shipped, f'"{text}"')[0])


@HYPOTHESIS
@given(data=st.data())
def test_what_is_cut_from_a_translation_is_verbatim(shipped: Library, data: st.DataObject) -> None:
    head = shipped.episodes[0]
    segment = shipped.segments(head.slug, at := data.draw(st.integers(0, head.segments - 1)), at)[0]
    runs = re.findall(r"[\u4e00-\u9fff,]{10,}", segment.text["zh"])
    assume(runs)
    run = data.draw(st.sampled_from(runs))
    numerals = "零一二三四五六七八九十百千万亿两"
    assume(run[0] not in numerals)
    assume(run[-1] not in numerals)
    # A unit that is cut from its amount leaves another one.
    before = segment.text["zh"].partition(run)[0]
    assume(not re.search(rf"[\d{numerals}]\s*$", before))
    assert_only_cut_out(verify(shipped, f"「{run}」")[0])


@HYPOTHESIS
@given(data=st.data())
def test_with_a_negation_put_in_it_never_passes(shipped: Library, data: st.DataObject) -> None:
    words = data.draw(cuts(shipped))
    verbs = ("is", "are", "was", "were", "do", "did", "have", "has", "can", "could", "will", "would", "should")
    places = [at for at, word in enumerate(words[1:-1], 1) if word.lower() in verbs]
    assume(places)
    at = data.draw(st.sampled_from(places))
    assume(words[at + 1].lower() not in ("not", "never", "no"))
    claim = " ".join([*words[: at + 1], data.draw(st.sampled_from(("not", "never"))), *words[at + 1 :]])
    assert verify(shipped, claim)[0].kind not in SAID


@HYPOTHESIS
@given(data=st.data())
def test_with_a_negation_left_out_it_never_passes(shipped: Library, data: st.DataObject) -> None:
    words = data.draw(cuts(shipped))
    places = [at for at, word in enumerate(words[:-1]) if at and re.fullmatch(r"\w+n['’]t|not|never", word.lower())]
    assume(places)
    at = data.draw(st.sampled_from(places))
    irregular = {"can't": "can", "won't": "will"}
    without = irregular.get(words[at].lower(), re.sub(r"n['’]t$", "", words[at]))
    claim = [*words[:at], *([] if without.lower() in ("not", "never") else [without]), *words[at + 1 :]]
    assert verify(shipped, " ".join(claim))[0].kind not in SAID


@HYPOTHESIS
@given(data=st.data())
def test_with_a_name_or_an_amount_changed_it_never_passes(shipped: Library, data: st.DataObject) -> None:
    words = data.draw(cuts(shipped))
    telling = [at for at, word in enumerate(words[1:-1], 1) if len(re.sub(r"\W", "", word)) > 4 or word[:1].isdigit()]
    assume(telling)
    at = data.draw(st.sampled_from(telling))
    word = words[at]
    filler = ("right", "actually", "basically", "literally", "obviously", "really")
    assume(re.sub(r"\W", "", word.lower()) not in filler)
    other = str(int(re.findall(r"\d+", word)[0]) + 7) if word[0].isdigit() else "Xerxes"
    claim = " ".join([*words[:at], other, *words[at + 1 :]])
    assert verify(shipped, claim)[0].kind not in SAID


@st.composite
def long_texts(draw: st.DrawFn, library: Library, language: Language) -> Segment:
    """A segment so long that it is looked for quickly, and has no marks of its own."""
    head = library.episodes[0]
    segment = library.segments(head.slug, at := draw(st.integers(0, head.segments - 1)), at)[0]
    text = segment.text[language]
    assume(len(text) >= 250)
    assume(not re.search(r"[\"“”「」…—]|\.\.", text))
    return segment


@HYPOTHESIS
@given(data=st.data(), language=st.sampled_from(LANGUAGES))
def test_a_long_segment_is_verbatim_and_with_an_amount_put_in_it_is_not(
    shipped: Library, data: st.DataObject, language: Language
) -> None:
    segment = data.draw(long_texts(shipped, language))
    text = segment.text[language]
    verdict = one(shipped, text)
    assert (verdict.kind, verdict.segment) == ("verbatim", segment.index)
    at = data.draw(st.sampled_from([match.end() for match in re.finditer(r"[,。,] ?(?=\w)", text)] or [0]))
    altered = one(shipped, f"{text[:at]}973 {text[at:]}")
    assert (altered.kind, len(altered.changes)) == ("altered", 1)


@HYPOTHESIS
@given(data=st.data())
def test_where_every_sixth_character_is_another_the_rest_is_still_found(shipped: Library, data: st.DataObject) -> None:
    segment = data.draw(long_texts(shipped, "zh"))
    characters = re.findall(r"[\u4e00-\u9fff]|[^\u4e00-\u9fff]+", segment.text["zh"])
    assume(sum(map(len, characters)) < 1.3 * len(characters))
    verdict = one(shipped, "".join("鲸" if at % 6 == 3 else each for at, each in enumerate(characters)))
    assert (verdict.kind, verdict.segment) == ("altered", segment.index)


@HYPOTHESIS
@given(data=st.data(), language=st.sampled_from(LANGUAGES))
def test_long_segments_joined_from_afar_are_told_as_stitched(
    shipped: Library, data: st.DataObject, language: Language
) -> None:
    first, last = data.draw(long_texts(shipped, language)), data.draw(long_texts(shipped, language))
    assume(first.speaker == last.speaker)
    assume(abs(first.index - last.index) > 40)
    verdict = one(shipped, f"{first.text[language]} … {last.text[language]}")
    assert verdict.kind == "close"
    assert verdict.stitched == ((first.index, first.start), (last.index, last.start))
