"""The greeting of the preview, and the quotes that are checked in it, whatever transcripts there are."""

from __future__ import annotations

from itertools import islice

from handlers.cards.citation import source_line
from handlers.cards.markdown import escape
from handlers.examples import best_sayings, topic_on, with_a_not
from transcript.library import Library
from transcript.timecode import format_time

NAMED_EPISODES = 3
"""Episodes that the greeting names."""


_VERIFY = (
    "**/verify** and one of Rae's quotes above, with a word of it changed: only you see the verdict. In Discord "
    "**Check quote** does the same, in the menu of each message under *Apps*; this page has no such menus: those "
    "above were asked for in Mia's and Mo's stead"
)


def greeting_text(library: Library, questions: list[str], claims: list[str]) -> str:
    """The greeting: what the bot knows, and what to try after the `claims` that were checked above it."""
    if not library.episodes:
        return "No transcript could be read; the log says why."
    named = "; ".join(source_line(each, several=True) for each in library.episodes[:NAMED_EPISODES])
    more = "; …" if len(library.episodes) > NAMED_EPISODES else ""
    middle = format_time(library.episodes[0].duration / 2).replace(":", ".")
    tried = [
        *(f"**/quote** {escape(words)}" for words in questions),
        f"**/when** {topic_on(library) or 'and a word that you expect to come up'}",
        f"**/at** {middle}",
        _VERIFY if claims else "**/verify** and a sentence that you remember: only you see the verdict",
        "viewing as Ola, the owner: **/daily start**, for a quote every day, and **/daily now**",
        "**/help** lists the rest",
    ]
    return (
        f"**Welcome to Pullquote.** It knows {named}{more}\n"
        "Type `/`, choose a command, then type what stands behind it here:\n"
        + "\n".join(f"- {each}" for each in tried)
        + ("\n-# 中文也可以问\uff1a输入 / 选择命令即可。" if "zh" in library.languages else "")
    )


def claims_on(library: Library) -> list[str]:
    """The two best quotes of the newest episode as people post them, the second with a word put in that denies it."""
    if not library.episodes:
        return []
    said = best_sayings(library)
    altered = ((denied, speaker) for words, speaker in said[1:] if (denied := with_a_not(words)) != words)
    two = (*said[:1], *islice(altered, 1))
    return [f"> {words}" + (f"\n— {speaker}" if speaker else "") for words, speaker in two]
