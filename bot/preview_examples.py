"""The greeting of the preview, and the quotes that are checked in it, whatever transcripts there are."""

from __future__ import annotations

from handlers.cards.citation import source_line
from handlers.cards.markdown import escape
from handlers.examples import topic_on, with_a_not
from transcript.library import Library, quotes, words
from transcript.timecode import format_time

NAMED_EPISODES = 3


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
    """A real quote of the newest episode and one with a word put in, as people post them."""
    for episode in library.episodes[:1]:
        pool = [(words(library, one), one.speaker) for one in quotes(library, episode.slug, episode.original)]
        if any(speaker for _, speaker in pool):
            pool = [(text, speaker) for text, speaker in pool if speaker]
        altered = [(said, speaker) for text, speaker in pool if (said := with_a_not(text)) != text]
        if altered:
            two = pool[len(pool) // 3], altered[len(altered) // 2]
            return [f"> {text}" + (f"\n— {speaker}" if speaker else "") for text, speaker in two]
    return []
