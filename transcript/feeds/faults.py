"""Why a feed or a transcript could not be had, as the database keeps it: a cause, and perhaps a number.

A fault says nothing of what the other side answered but its status: that may not be meant for who named the address.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cause(StrEnum):
    ADDRESS = "address"  # it is none of the web, or has a password in it
    PORT = "port"  # it is of a port that is none of the web's
    UNKNOWN = "unknown"  # no host has that name
    PRIVATE = "private"  # it leads into a private network
    UNREACHABLE = "unreachable"  # nobody answers there
    CERTIFICATE = "certificate"  # who answers cannot prove to be that host
    REDIRECTS = "redirects"  # it leads on and on
    STATUS = "status"  # the host refuses it, with this number
    SLOW = "slow"  # it did not come in time
    LARGE = "large"  # it has more than this many megabytes
    DAMAGED = "damaged"  # it broke off, or is compressed in a way that cannot be undone
    NOT_A_FEED = "feed"  # it is there, and no feed
    ENTITIES = "entities"  # it is a feed that declares entities
    PAGE = "page"  # a page came, perhaps one to log in, in the place of a transcript
    NOT_A_TRANSCRIPT = "transcript"  # it is there, and no transcript that can be read
    MEGABYTES = "megabytes"  # its server has as many megabytes as it may
    EPISODES = "quota"  # its server has as many episodes as it may


@dataclass(frozen=True, slots=True)
class Fault:
    cause: Cause
    number: int | None = None

    def __str__(self) -> str:
        return self.cause.value if self.number is None else f"{self.cause.value} {self.number}"


def fault_of(written: str) -> Fault | None:
    """The fault that was kept as that text; None where it is no fault of these, but words of a reader."""
    name, _, number = written.partition(" ")
    if name not in set(Cause) or not (number.isdigit() or not number):
        return None
    return Fault(Cause(name), int(number) if number else None)


class FetchError(Exception):
    """Something that was named could not be had, for that fault."""

    def __init__(self, cause: Cause, number: int | None = None) -> None:
        self.fault = Fault(cause, number)
        super().__init__(str(self.fault))
