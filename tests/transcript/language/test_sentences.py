"""A sentence ends where one ends."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.language.sentences import sentences
from transcript.models import Language


def split(text: str, language: Language = "en") -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    "written",
    [
        "One.|Two!|Three?",
        "It cost 1.40 dollars.|Then?",
        "Dr. Quill met Mr. Marsh.|Yes.",
        "We stood on the summit of Mt. Orval at noon.|Then we left.",
        "Quill et al. found it.|It held.",
        "Quill et al. (2019) found it.|It held.",
        "We met on Jan. 5 in Orval.|It rained.",
        "It was in Dec.|The snow came.",
        "See Fig. 3 for that.|It shows all.",
        "I worked at Orval Granite Co. in Detroit.|Then I left.",
        "I asked Sen. Marsh about it.|She said yes.",
        "It was built ca. 1900 by monks.|It stands.",
        "Did it hold?|No.|I stayed home.",
        "It was No. 5 on the list.|Great.",
        "J. R. Quill drew it.|I read it.",
        "We met K. A. Quill there.|He came.",
        "Ada B. Quill drew it.|I read it.",
        "The U.S. Army came.|We left.",
        "I live in the U.S.|It is big.",
        "Use tools, e.g. a saw.|It helps.",
        "Buy stones, i.e. granite.|It helps.",
        "Buy stones, sand, etc.|Then build.",
        "Buy stones, sand, etc. and build.|Good.",
        "Washington, D.C. is hot.|Yes.",
        "At 5 p.m. we left.|It rained.",
        "At 5 p.m.|It rained.",
        "She has a Ph.D. in stone.|She is smart.",
        "So we took vitamin C.|It worked.",
        "It was her and I.|He agreed.",
        "1. Dig a hole.|2. Fill it.",
        "I was thinking... maybe not.|Well.",
        "Wait...|What?|Yes.",
        'He said "no."|She left.',
        'She asked, "Why?" and left.|Good.',
        "“I never left.”|She smiled.",
        "I like it.|iPhone is better.",
        "hello there.|i am here.|no capitals.",
        "No pun intended.|[laughter] Right.",
        "We use Node.js daily.|It works.",
        "no end",
    ],
)
def test_english(written: str) -> None:
    assert split(written.replace("|", " ")) == written.split("|")


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("zh", "从未完工。|花岗岩用完了!|真的?"),
        ("zh", "他说“不。”|她走了"),
        ("ja", "橋は完成しなかった。|花崗岩がなくなった!|本当?"),
        ("ko", "다리는 완성되지 않았다. |화강암이 떨어졌다."),
        ("de", "Am 5. Mai war z. B. der Kran da. |Dann ging er."),
        (
            "de",
            "Er wohnt in der Hauptstr. 5 in Ulm bzw. Neu-Ulm. |Das kostet 3 Mio. Euro. |Hr. Marsh und Dr. Quill gehen.",
        ),
        ("de", "Wir kauften Steine, Sand usw. |Dann bauten wir. |Sie lag in der Hauptstr. |Dort war es laut."),
        (
            "es",
            "La Sra. Ortiz vive en la Avda. Mayor. |El Dr. Luna, en EE.UU. desde 2001. |Piedras, etc. |Luego salimos.",
        ),
        (
            "fr",
            "M. Quill et Mme. Marsh habitent bd. Orval. |Au no. 5, cf. Orval. |Des pierres, etc. |Ensuite ils partent.",
        ),
        ("it", "Il sig. Rossi e la dott.ssa Bini arrivano. |Vedi pag. 5, art. 3. |Pietre, sabbia, ecc. |Poi partono."),
        ("pt", "O Sr. Luna mora na Av. Central. |Veja a pág. 5, p. ex. Orval."),
        (
            "nl",
            "Dhr. Quill woont in de Kerkstr. 5. |Mevr. Marsh heeft bijv. Orval. |Stenen, zand, enz. |Toen gingen we.",
        ),
        ("sv", "Vi såg t.ex. Orval och bl.a. Quill. |Dr. Marsh kom kl. 5. |Sten, sand osv. |Sedan gick vi."),
        ("pl", "Widzieliśmy np. Orval. |Mieszka przy ul. Długiej. |Kamienie itd. |Potem poszliśmy."),
        ("ru", "Он живёт на ул. Ленина. |Это стоит 5 тыс. рублей, см. стр. 5. |Камни, песок и т.д. |Потом мы ушли."),
        ("es", "¿Quién pagó la grúa? |¡Nadie! |Lo sé."),
        ("hi", "पुल पूरा नहीं हुआ। |पत्थर खत्म हो गए।"),
        ("ar", "من دفع؟ |لا أحد."),
    ],
)
def test_other_languages(language: Language, written: str) -> None:
    assert split(written.replace("|", ""), language) == [part.strip() for part in written.split("|")]


def test_white_space_is_no_sentence() -> None:
    assert split("  ") == []


@pytest.mark.parametrize("unit", ["Well. ", ".", "A. ", "1. ", "No. 1 ", "Mt. ", "...", '".', "[. "])
def test_a_long_text_takes_no_longer_than_it_is_long(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    started = time.process_time()
    sentences(text, "en")
    assert time.process_time() - started < 3


@given(st.text(), st.sampled_from(["en", "zh", "de", "ja"]))
def test_sentences_hold_every_letter_once(text: str, language: Language) -> None:
    ranges = sentences(text, language)
    assert all(a[1] <= b[0] for a, b in pairwise(ranges))
    assert "".join("".join(text[start:end].split()) for start, end in ranges) == "".join(text.split())
