"""A message as plain text: what is kept of it, and the times in it that are words."""

from __future__ import annotations

import pytest

from tests.transcript.claims.messages import Q, known, read
from transcript.claims import embed_credit
from transcript.claims.markup import plain_text


@pytest.mark.parametrize(
    "text",
    [
        "We open at 9:45",
        "We open at 9:45.",
        "It is from John 3:16",
        "9:30 is when goats cross",
        "9:30 PM is when goats cross",
        "the 9:30 train has left",
        "The goats won 28:14",
        "odds of 10:15",
        "They cross by 18:05",
    ],
)
def test_clock_times_scores_and_verses_are_words(text: str) -> None:
    assert plain_text(text, known) == text


@pytest.mark.parametrize(
    "text",
    [
        f"[31:39] {Q}",
        f"(31:39) {Q}",
        f"{Q} [31:39 - 32:01]",
        f"{Q} (1:02:03)",
        f"31:39 {Q}",
        f"{Q} 31:39",
        f"{Q}. 31:39",
        f"{Q}, 31:39",
        f"@31:39 {Q}",
        f"0:31:39 – 0:32:00 {Q}",
    ],
)
def test_a_stamp_in_brackets_or_at_an_edge_is_dropped(text: str) -> None:
    assert plain_text(text, known).strip(" ,.") == Q


@pytest.mark.parametrize(
    "text",
    [
        f"1/ {Q}",
        f"(1/5) {Q}",
        f"2/n {Q}",
        f"{Q} (3/4)",
        f"{Q}\nShow more",
        f"Translated from Norwegian\n{Q}",
        f"{Q}\n查看翻译",
    ],
)
def test_a_post_s_number_and_what_its_page_offers_are_dropped(text: str) -> None:
    assert plain_text(text, known).strip() == Q


def test_a_fraction_is_no_post_s_number() -> None:
    assert plain_text("1/2 of the goats cross it, and 3/4 of the sheep", known).startswith("1/2 of")


def test_ornaments_are_quotation_marks_and_a_handle_at_the_end_credits() -> None:
    assert read(f"Quote of the day\n\n❝ {Q} ❞\n\n~ Ada Quill") == [(Q, "Ada Quill")]
    assert read(f"{Q} @Ada") == [(Q, "Ada")]


@pytest.mark.parametrize(
    "text", [f"“{Q}” — Ada Quill 31:39", f"Ada Quill 31:39\n{Q}", f"Ada 31:39: {Q}", f"“{Q}” (Ada, 31:39)"]
)
def test_a_stamp_beside_a_speakers_name_is_dropped(text: str) -> None:
    ((quote, name),) = read(text)
    assert (quote, (name or "").split()[0]) == (Q, "Ada")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ada Quill", "Ada Quill"),
        ("— Ada Quill, 2024", "Ada Quill"),
        ("Ada Quill (@adaquill)", "Ada Quill"),
        ("Quote by Ada", "Ada"),
        ("Elon Musk (@elonmusk)", "Elon Musk"),
        ("Quote Bot", None),
        ("Ada Quill and Ben Marsh", None),
        ("Page 1 of 3", None),
        ("", None),
    ],
)
def test_whom_the_author_or_the_footer_of_an_embed_credits(line: str, name: str | None) -> None:
    assert embed_credit(line, known) == name


def test_signs_for_parting_words_are_no_part_of_them() -> None:
    assert plain_text("for\u00adty bas\u2060kets of plums") == "forty baskets of plums"
