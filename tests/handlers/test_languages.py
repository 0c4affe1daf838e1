"""Every command answers from transcripts in any language."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.handlers.stage import Stage, speaking
from tests.transcript.languages import FILES
from transcript.library import Library


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    return make_library(FILES)


@pytest.mark.parametrize(
    ("typed", "line", "quality"),
    [
        ("Kran", "Der alte **Kran** steht seit dem Frühling auf der Brücke und niemand weiß, wem er gehört.", "exact"),
        ("Kräne", "Der alte **Kran** steht seit dem Frühling auf der Brücke und niemand weiß, wem er gehört.", "close"),
        ("grúa", "La **grúa** vieja está en el puente desde la primavera y nadie sabe de quién es.", "exact"),
        ("las gruas", "**La grúa** vieja está en el puente desde la primavera y nadie sabe de quién es.", "close"),
        ("кран", "Старый **кран** стоит на мосту с весны, и никто не знает, чей он.", "exact"),
        ("クレーン", "古い**クレーン**は春から橋の上にあって、誰のものか誰も知りません。", "exact"),
        ("크레인", "오래된 **크레인**이 봄부터 다리 위에 서 있는데 누구의 것인지 아무도 모릅니다.", "exact"),
    ],
)
async def test_a_word_is_found_in_its_language(stage: Stage, typed: str, line: str, quality: str) -> None:
    answer = await stage.ask("quote", text=typed)
    assert answer.lines[0] == f"> {line}"
    assert answer.lines[1].endswith("** · 0:00")
    assert f"{quality} match" in answer.lines[-1]


async def test_a_card_turns_over_to_its_translation_and_back(stage: Stage) -> None:
    answer = await stage.ask("quote", text="Kran")
    assert "English" in answer.buttons
    turned = await stage.press(answer, "English")
    assert "The old crane has stood on the bridge since spring" in turned.lines[0]
    assert turned.lines[2].endswith(" · translation")
    assert "Deutsch" in turned.buttons
    assert (await stage.press(turned, "Deutsch")).text == answer.text


async def test_a_button_works_after_a_restart(stage: Stage) -> None:
    answer = await stage.ask("quote", text="크레인")
    await stage.restart()
    wide = await stage.press(answer, "Context")
    assert "네, 하지만 항구의 배는 모두 새것입니다." in wide.text


async def test_what_was_said_at_a_time(stage: Stage) -> None:
    answer = await stage.ask("at", time="0:20", episode="ja")
    assert "はい、でも港の船は全部新しいです。" in answer.text


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
async def test_a_random_passage_and_another(stage: Stage, locale: str) -> None:
    with speaking(locale):
        answer = await stage.ask("random", episode="ru")
        assert answer.lines[0].startswith("> Старый кран стоит на мосту с весны")
        another = next(
            label for label in answer.buttons if label not in ("Context", "上下文", "English", "Picture", "图片")
        )
        assert (await stage.press(answer, another)).lines[0] == answer.lines[0]


async def test_every_moment_of_a_topic(stage: Stage) -> None:
    answer = await stage.ask("when", topic="grúa")
    assert "La **grúa** vieja" in answer.text


async def test_a_claim_is_judged_in_its_language(stage: Stage) -> None:
    said = await stage.ask("verify", claim="„Der alte Kran steht seit dem Frühling auf der Brücke“")
    assert "Verbatim" in said.text
    assert "Anna Groß" in said.text


@pytest.mark.parametrize(
    "claim",
    [
        "„Der neue Kran steht seit dem Frühling auf der Brücke und niemand weiß, wem er gehört“",
        "“La grúa vieja no está en el puente desde la primavera y nadie sabe de quién es”",
        "“Старый кран стоит на горе с весны, и никто не знает, чей он”",
        "「古いクレーンは冬から橋の上にあって、誰のものか誰も知りません」",
    ],
)
async def test_a_changed_word_is_an_alteration_in_any_language(stage: Stage, claim: str) -> None:
    assert "Altered" in (await stage.ask("verify", claim=claim)).text


async def test_episodes_name_their_speakers(stage: Stage) -> None:
    answer = await stage.ask("episodes")
    assert all(name in answer.text for name in ("Anna Groß", "Ana Ruiz", "Анна Белова", "田中", "김민수"))
