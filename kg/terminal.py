"""Text that may come from anywhere, as a terminal may show it."""

from __future__ import annotations

import unicodedata
from typing import Final

_TURNING: Final = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
"""Characters that turn the direction of what follows."""


def printable(text: str) -> str:
    """The text on one line, without characters that would steer the terminal or turn the writing's direction."""
    spaced = " ".join(text.split())
    return "".join("\ufffd" if unicodedata.category(one) in ("Cc", "Cs") or one in _TURNING else one for one in spaced)
