"""Addresses of feeds, as people paste them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.feeds import fault_of, feed_address
from transcript.feeds.faults import Cause, Fault


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://feeds.example/a?b=c#d", "https://feeds.example/a?b=c#d"),
        (" feeds.example/a ", "https://feeds.example/a"),
        ("<http://feeds.example/a>", "http://feeds.example/a"),
        ("HTTPS://feeds.example/A", "https://feeds.example/A"),
        ("feed://feeds.example/a", "https://feeds.example/a"),
        ("FEED:https://feeds.example/a", "https://feeds.example/a"),
        ("itpc://feeds.example/a", "https://feeds.example/a"),
        ("", None),
        ("words", None),
        ("https://", None),
        ("https://a b.example/", None),
        ("ftp://feeds.example/", None),
        ("file:///etc/passwd", None),
        ("https://me@feeds.example/", None),
        ("https://feeds.example:port/", None),
        ("https://[feeds.example/", None),
    ],
)
def test_addresses(typed: str, address: str | None) -> None:
    assert feed_address(typed) == address


@given(st.text() | st.text().map("https://{}".format))
def test_whatever_is_typed_is_an_address_or_none(typed: str) -> None:
    found = feed_address(typed)
    assert found is None or (found.startswith(("http://", "https://")) and found.isprintable() and "@" not in found[:9])


@pytest.mark.parametrize("fault", [Fault(Cause.STATUS, 404), Fault(Cause.PAGE), Fault(Cause.LARGE, 20)])
def test_faults_are_read_as_they_were_written(fault: Fault) -> None:
    assert fault_of(str(fault)) == fault


@pytest.mark.parametrize("written", ["", "no words of it were timed", "status many", "page ", "page 1 2"])
def test_words_of_readers_are_no_faults(written: str) -> None:
    found = fault_of(written)
    assert found is None or str(found) == written.strip()
