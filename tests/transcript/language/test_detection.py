"""A language is guessed honestly: by its script, or by the short words that it has most of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.language.detection import detect_language, likeliest_language
from transcript.library import Library
from transcript.models import Language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The crane stands on the bridge, and it is very old."),
        ("en", "Die! Die! Die!"),
        ("en", "Crane."),
        ("en", "No, no. O sole mio!"),
        ("en", ""),
        ("en", "2025 …"),
        ("zh", "起重机在桥上,它很旧。"),
        ("zh", "我们用 Kubernetes 和 Terraform 部署 GPU。"),
        ("ja", "クレーンが橋の上にあります。"),
        ("ko", "크레인이 다리 위에 있습니다."),
        ("de", "Der Kran steht auf der Brücke und ist sehr alt."),
        ("es", "La grúa está en el puente y es muy vieja."),
        ("fr", "La grue est sur le pont et elle est très vieille."),
        ("it", "La gru è sul ponte e non è più nuova di una nave."),
        ("pt", "O guindaste está na ponte e não é muito novo."),
        ("nl", "De kraan staat op de brug en het is niet nieuw."),
        ("is", "Kraninn stendur á brúnni og hann er ekki mjög nýr, en það er í lagi."),
        ("sl", "Žerjav stoji na mostu in ni več nov, ampak je še vedno tam, ker ga ne bi prodali."),
        ("sq", "Vinçi është në urë dhe nuk është i ri, por ka një dritë të madhe."),
        ("af", "Die hyskraan staan op die brug, en hulle het dit nie baie gebruik nie."),
        ("tl", "Ang kreyn ay nasa tulay at hindi na bago, pero gusto ko ito."),
        ("sw", "Kreni iko kwa daraja na si mpya sana, lakini watu wa hapa ni wazuri."),
        ("cy", "Mae y craen ar y bont ac nid yw yn newydd, ond mae wedi bod yno."),
        ("ga", "Tá an crann tógála ar an droichead agus níl sé nua, ach bhí sé ag obair."),
        ("eu", "Garabia zubian dago eta ez da berria, baina oso ona da."),
        ("gl", "O guindastre está na ponte e non é moi novo, pero hai unha luz."),
        ("eo", "La gruo estas sur la ponto kaj ĝi ne estas nova, sed mi ŝatas ĝin."),
        ("az", "Kran körpünün üzərindədir və bu çox köhnədir, amma o da mənim üçün yaxşıdır."),
        ("ru", "Кран стоит на мосту."),
        ("uk", "Кран стоїть на мосту, і він старий."),
        ("el", "Ο γερανός είναι παλιός."),
        ("ar", "الرافعة على الجسر."),
        ("hi", "क्रेन पुल पर है।"),
        ("th", "ปั้นจั่นอยู่บนสะพาน"),
    ],
)
def test_languages(language: Language, text: str) -> None:
    assert detect_language(text) == language


def test_what_is_english_or_chinese_is_never_another(shipped: Library) -> None:
    (head,) = shipped.episodes
    for segment in shipped.segments(head.slug, 0, head.segments):
        for language, text in segment.text.items():
            assert detect_language(text) == language, text


@pytest.mark.parametrize(
    ("text", "languages", "expected"),
    [
        ("der Kran auf der Brücke", ("en", "zh", "de"), "de"),
        ("Kran", ("en", "de"), "en"),
        ("Kran", ("de", "zh"), "de"),
        ("the crane", ("de",), "de"),
        ("la grúa", ("en", "es"), "es"),
        ("クレーン", ("en", "ja"), "ja"),
        ("起重机", ("en", "zh", "ja"), "zh"),
        ("起重机", ("en",), "en"),
        ("", (), "en"),
    ],
)
def test_a_query_is_in_one_of_the_librarys_languages(
    text: str, languages: tuple[Language, ...], expected: Language
) -> None:
    assert likeliest_language(text, languages) == expected


@given(st.text())
def test_any_text_is_in_some_language(text: str) -> None:
    assert detect_language(text)
