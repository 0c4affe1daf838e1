"""Small transcripts in languages beyond English and Chinese."""

from __future__ import annotations

from tests.transcript.scripts import script

GERMAN = script(
    (
        "00:00",
        "Anna Groß",
        "Der alte Kran steht seit dem Frühling auf der Brücke und niemand weiß, wem er gehört.",
        "The old crane has stood on the bridge since spring, and nobody knows whose it is.",
    ),
    ("00:20", "Ben Vogel", "Ja, genau. Die Boote im Hafen sind alle neu.", "Yes, exactly. The boats are all new."),
    ("00:40", "Anna Groß", "Das Wasser ist in diesem Jahr sehr hoch.", "The water is very high this year."),
)


SPANISH = script(
    ("00:00", "Ana Ruiz", "La grúa vieja está en el puente desde la primavera y nadie sabe de quién es.", ""),
    ("00:20", "Luis Paz", "Sí, pero los barcos del puerto son todos nuevos.", ""),
)


RUSSIAN = script(
    ("00:00", "Анна Белова", "Старый кран стоит на мосту с весны, и никто не знает, чей он.", ""),
    ("00:20", "Иван Петров", "Да, но корабли в порту все новые.", ""),
)


JAPANESE = script(
    ("00:00", "田中", "古いクレーンは春から橋の上にあって、誰のものか誰も知りません。", ""),
    ("00:20", "鈴木", "はい、でも港の船は全部新しいです。", ""),
)


KOREAN = script(
    ("00:00", "김민수", "오래된 크레인이 봄부터 다리 위에 서 있는데 누구의 것인지 아무도 모릅니다.", ""),
    ("00:20", "이영희", "네, 하지만 항구의 배는 모두 새것입니다.", ""),
)


FILES = {
    "de.txt": GERMAN,
    "es.txt": SPANISH,
    "ru.txt": RUSSIAN,
    "ja.txt": JAPANESE,
    "ko.txt": KOREAN,
}
