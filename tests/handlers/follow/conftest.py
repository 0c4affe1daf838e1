"""A library of one episode, to which others come."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.handlers.follow.coming import OLD
from transcript.library import Library


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    return make_library({"2025-01-01 Rivers.txt": OLD})
