"""What tests of pictures need of the system: fonts for every script, as docs/operating.md has them installed."""

from __future__ import annotations

import pytest

from handlers.cards.pictures import fonts

SIGNS = "焊한न😀שس"
"""Signs of which a system without those fonts lacks some."""


needs_fonts = pytest.mark.skipif(
    any(fonts.face_for(sign, "en") is None for sign in SIGNS),
    reason="there are no fonts for every script; pictures in them are not drawn",
)
