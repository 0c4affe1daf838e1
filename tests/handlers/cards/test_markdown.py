"""Words of users and of transcripts show as they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from handlers.cards.markdown import bold, clip, clip_start, escape, typed

NEWLINES = "\n" * 100_000


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words, 100% of them.", "plain words, 100% of them."),
        ("**bold** _it_ ~~out~~", "\\*\\*bold\\*\\* \\_it\\_ \\~\\~out\\~\\~"),
        ("||spoiler||", "\\|\\|spoiler\\|\\|"),
        ("`code` ```fence", "\\`code\\` \\`\\`\\`fence"),
        ("[here](https://a.bc)", "\\[here\\](https\\://a.bc)"),
        ("see https://a.bc/d_e", "see https\\://a.bc/d\\_e"),
        ("@everyone and @here", "@\u200beveryone and @\u200bhere"),
        ("<@1> <#2> <t:1:R> <:x:1>", "\\<@1> \\<#2> \\<t:1:R> \\<:x:1>"),
        ("# head\n## two\n-# small\n> quote\n>>> all", "\\# head\n\\## two\n\\-# small\n\\> quote\n\\>>> all"),
        ("- one\n+ two\n3. three", "\\- one\n\\+ two\n3\\. three"),
        (f"{NEWLINES}  # head{NEWLINES} 3. three", f"{NEWLINES}  \\# head{NEWLINES} 3\\. three"),
        ("a - b # c > d 3. e", "a - b # c > d 3. e"),
        ("back\\slash", "back\\\\slash"),
    ],
)
def test_markup_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(st.text(alphabet="ab*_~|`[]()<>#- \\@:/.!1\n", max_size=60))
def test_escaped_text_renders_as_typed(text: str) -> None:
    """Shown by a Markdown parser, there is no element but paragraphs, and the words are those typed."""
    tokens = (
        MarkdownIt("zero")
        .enable(["escape", "emphasis", "link", "backticks", "heading", "blockquote", "list"])
        .parse(escape("a" + text.replace("\n", " ")))
    )
    inline = [token for token in tokens if token.type == "inline"]
    children = [child for token in inline for child in token.children or []]
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {child.type for child in children} <= {"text", "text_special"}


def test_matched_words_are_bold_and_escaped() -> None:
    assert bold("a *b* c_d", ((2, 5), (6, 9))) == "a **\\*b\\*** **c\\_d**"
    assert bold("微软的律师", ((2, 5),)) == "微软**的律师**"
    assert bold("words", ()) == "words"
    assert bold("x - y", ((0, 1), (2, 5))) == "**x** **- y**"


@given(st.text(max_size=300), st.integers(5, 200))
def test_a_clipped_text_is_never_longer(text: str, most: int) -> None:
    assert len(clip(text, most)) <= most
    assert len(clip_start(text, most)) <= most
    if len(text) <= most:
        assert clip(text, most) == clip_start(text, most) == text


def test_a_text_is_clipped_between_words() -> None:
    assert clip("one two three four", 12) == "one two…"
    assert clip_start("one two three four", 13) == "…three four"


@given(st.text(max_size=300))
def test_what_was_typed_stands_on_one_line_without_what_cannot_be_seen(text: str) -> None:
    shown = typed(text)
    assert "\n" not in shown
    assert not any(sign in shown for sign in "\0\u202e\ud800\x1b")
    shown.encode("utf-8")
