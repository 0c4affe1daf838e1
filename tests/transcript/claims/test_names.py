"""Names as people write them: with initials, as handles, without accents, and those of nobody known."""

from __future__ import annotations

import pytest

from tests.transcript.claims.messages import Q, read
from transcript.claims import is_abbreviated, is_abbreviation_of
from transcript.claims.names import may_name


@pytest.mark.parametrize(
    "written",
    ["MN", "M.N.", "M. N.", "M. Núñez", "M Nunez", "María N.", "Maria N", "mnunez", "@mnuñez", "marian", "NúñezM"],
)
def test_a_name_may_be_abbreviated(written: str) -> None:
    assert is_abbreviation_of(written, "María Núñez")


@pytest.mark.parametrize("written", ["NM", "J. Núñez", "María O.", "M", "", "Núñez", "María de la Núñez", "..."])
def test_another_abbreviation_is_another_name(written: str) -> None:
    assert not is_abbreviation_of(written, "María Núñez")
    assert not is_abbreviation_of(written, "María")


@pytest.mark.parametrize(
    ("written", "expected"),
    [("MN", True), ("M. Núñez", True), ("María N.", True), ("J.R.", True), ("María", False), ("María Núñez", False)],
)
def test_what_has_initials(written: str, expected: bool) -> None:
    assert is_abbreviated(written) is expected


@pytest.mark.parametrize("label", ["Zaphod", "zaphod", "Zaphod Beeblebrox", "@zaphod_42", "ZB", "Z.B."])
def test_a_label_that_may_be_a_name(label: str) -> None:
    assert may_name(label)
    name = label.removeprefix("@").removesuffix(".").removesuffix("_42")
    assert read(f"{label}: {Q}") == [(Q, name)]
    assert read(f"[00:43] {label}: {Q}") == [(Q, name)]


@pytest.mark.parametrize("name", ["Zaphod", "Sarah", "John", "Churchill", "Zaphod Beeblebrox"])
@pytest.mark.parametrize(
    "shape", ["{name}: {quote}", "{quote} - {name}", "{quote}\n— {name}", "{quote} ({name})", "“{quote}” — {name}"]
)
def test_a_name_of_nobody_known_credits_a_quote_wherever_it_stands(name: str, shape: str) -> None:
    assert read(shape.format(name=name, quote=Q)) == [(Q, name)]


@pytest.mark.parametrize("label", ["Note", "FYI", "In short", "The answer", "Update", "TLDR", "结论", "4:1", "a b c d"])
def test_a_label_that_is_none(label: str) -> None:
    assert not may_name(label)
    assert read(f"{label}: {Q}")[0][1] is None


@pytest.mark.parametrize("text", [f"J. Quill: {Q}", f"Mr. Quill: {Q}", f"Ada Q.: {Q}", f"“{Q}” — Quill, Ada"])
def test_initials_titles_and_the_last_name_first_credit_a_quote(text: str) -> None:
    ((quote, name),) = read(text)
    assert quote == Q
    assert name in ("J. Quill", "Quill", "Ada Q", "Ada Q.", "Mr. Quill")
