"""No address of a stranger's leads into a private network."""

from __future__ import annotations

import pytest
from yarl import URL

from bot.feeds.guard import Guard, is_public
from transcript.feeds import Cause, FetchError


@pytest.mark.parametrize("address", ["93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "2a00:1450:4001:80b::200e"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104 - it is what is tested
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.0.3",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:93.184.215.14",
        "64:ff9b::7f00:1",
        "64:ff9b::5db8:d70e",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:5db8:d70e::1",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "example.org",
        "",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    ("address", "cause"),
    [
        ("https://feeds.example/feed.xml", None),
        ("http://feeds.example:8080/feed.xml", None),
        ("https://feeds.example:8443/", None),
        ("https://1.1.1.1/feed.xml", None),
        ("ftp://feeds.example/feed.xml", Cause.ADDRESS),
        ("file:///etc/passwd", Cause.ADDRESS),
        ("/feed.xml", Cause.ADDRESS),
        ("https://user:secret@feeds.example/", Cause.ADDRESS),
        ("https://user@feeds.example/", Cause.ADDRESS),
        ("https://:secret@feeds.example/", Cause.ADDRESS),
        ("https://feeds.example:22/", Cause.PORT),
        ("https://feeds.example:6379/", Cause.PORT),
        ("http://127.0.0.1/", Cause.PRIVATE),
        ("http://169.254.169.254/latest/meta-data/", Cause.PRIVATE),
        ("http://[::1]/", Cause.PRIVATE),
        ("http://[::ffff:169.254.169.254]/", Cause.PRIVATE),
        ("http://[fe80::1%25eth0]/", Cause.PRIVATE),
        ("http://[2002:7f00:1::]/", Cause.PRIVATE),
    ],
)
def test_what_can_be_seen_before_resolving(address: str, cause: Cause | None) -> None:
    if cause is None:
        Guard().check_address(URL(address))
        return
    with pytest.raises(FetchError) as caught:
        Guard().check_address(URL(address))
    assert caught.value.fault.cause is cause


@pytest.mark.parametrize(
    ("named", "address", "is_allowed"),
    [
        ("127.0.0.1", "http://127.0.0.1:9999/", True),
        ("127.0.0.1:9999", "http://127.0.0.1:9999/", True),
        ("127.0.0.1:9999", "http://127.0.0.1:9998/", False),
        ("Media.LAN", "http://media.lan:5000/", True),
        ("[::1]:9999", "http://[::1]:9999/", True),
        ("::1", "http://[::1]/", True),
        ("media.lan", "http://other.lan:5000/", False),
        ("media.lan", "http://user:pw@media.lan/", False),
    ],
)
def test_what_an_operator_names_may_be_private(named: str, address: str, is_allowed: bool) -> None:
    guard = Guard([named])
    if is_allowed:
        guard.check_address(URL(address))
    else:
        with pytest.raises(FetchError):
            guard.check_address(URL(address))
